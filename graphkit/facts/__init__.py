from graphkit.facts.finding import find_facts

__all__ = ["find_facts"]
