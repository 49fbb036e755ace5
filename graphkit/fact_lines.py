"""One document's facts as lines for people, each with the quotes that prove it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from graphkit.messages import amount, kind_name, known, say
from graphkit.model import (
    Actor,
    Basis,
    Contact,
    Cooperation,
    Fact,
    Facts,
    Flow,
    Indicator,
    Location,
    Money,
    Project,
    Region,
    Role,
)
from graphkit.text import squeeze


def render_facts(facts: Facts, lang: str) -> str:
    """The facts as paragraphs by kind: what is said, and below it the quotes with the names of their rules."""
    info = facts.info
    head = " · ".join(part for part in (info.stem, info.title, info.publisher, info.issued) if part)
    return "\n".join([head, "=" * min(len(head), 100), *_Lines(facts, lang).all()]) + "\n"


class _Lines:
    def __init__(self, facts: Facts, lang: str):
        self.facts = facts
        self.lang = lang
        things: tuple[Project | Actor | Region, ...] = (*facts.projects, *facts.actors, *facts.regions)
        self.names = {(type(thing), thing.id): thing.name for thing in things}

    def all(self) -> Iterator[str]:
        facts = self.facts
        kinds: tuple[tuple[str, tuple[Fact, ...]], ...] = (
            ("projects", facts.projects),
            ("actors", facts.actors),
            ("regions", facts.regions),
            ("roles", facts.roles),
            ("flows", facts.flows),
            ("locations", facts.locations),
            ("cooperations", facts.cooperations),
            ("indicators", facts.indicators),
            ("contacts", facts.contacts),
        )
        for kind, found in kinds:
            if found:
                yield f"\n{say(f'kind.{kind}', self.lang).capitalize()}"
                for fact in found:
                    yield f"  {self.told(fact)}"
                    yield from self.proofs(fact)
        if facts.issues:
            yield f"\n{say('facts.open', self.lang)}"
            for issue in facts.issues:
                yield f"  {kind_name(issue.kind, 1, self.lang)}"
                yield f"      «{squeeze(issue.quote)}» [{issue.rule}]"
        if not any(found for _, found in kinds):
            yield f"\n{say('facts.none', self.lang)}"

    def proofs(self, fact: Fact) -> Iterator[str]:
        quotes: dict[str, list[str]] = {}
        for proof in fact.evidence:
            rules = quotes.setdefault(squeeze(proof.quote), [])
            rule = f"{proof.field}: {proof.rule}" if proof.field else proof.rule
            if rule not in rules:
                rules.append(rule)
        for quote, rules in quotes.items():
            yield f"      «{quote}» [{', '.join(rules)}]"

    def told(self, fact: Fact) -> str:
        """What a fact says, in a line."""
        match fact:
            case Project():
                period = f"{fact.start or '?'} – {fact.end or '?'}" if fact.start or fact.end else ""
                details = (*fact.aliases, period, self.money(fact.budget), fact.programme, self.word(fact.status))
                return _joined(fact.name, *details)
            case Actor():
                return _joined(fact.name, *fact.aliases, self.word(fact.type))
            case Region():
                return _joined(fact.name, *fact.aliases, self.word(fact.type), fact.code)
            case Role():
                told = f"{self.name(Actor, fact.actor)} → {self.name(Project, fact.project)}"
                return _joined(f"{self.word(fact.role)}: {told}", self.basis(fact.basis))
            case Flow():
                payer, recipient = self.name(Actor, fact.funder), self.name(Actor, fact.recipient)
                ends = " → ".join(x for x in (payer, recipient or self.name(Project, fact.project)) if x)
                project = self.name(Project, fact.project) if recipient else ""
                year = str(fact.year) if fact.year else ""
                return _joined(f"{self.money(fact.money)}: {ends}", project, year, self.basis(fact.basis))
            case Location():
                told = f"{self.name(Project, fact.project)}: {self.name(Region, fact.region)}"
                return _joined(told, "" if fact.scope == "works-in" else self.word(fact.scope))
            case Cooperation():
                pair = " – ".join(self.name(Region, region) for region in fact.regions)
                return _joined(pair, self.name(Project, fact.project))
            case Indicator():
                value = "–".join(_plain(number) for number in fact.value)
                return _joined(f"{self.name(Project, fact.project)}: {value} {fact.label}", self.word(fact.kind))
            case Contact():
                return _joined(fact.name, fact.title, self.name(Actor, fact.actor), fact.email, fact.phone)

    def name(self, kind: type[Project | Actor | Region], id: str | None) -> str:
        return self.names.get((kind, id), id) if id else ""

    def money(self, money: Money | None) -> str:
        return amount(money.amount, money.currency, self.lang) if money else ""

    def basis(self, basis: Basis) -> str:
        return "" if basis is Basis.STATED else self.word(basis.value)

    def word(self, word: str | None) -> str:
        """A word of the model in the reader's language."""
        return (say(f"word.{word}", self.lang) if known(f"word.{word}") else word) if word else ""


def _joined(first: str, *details: str | None) -> str:
    told = ", ".join(detail for detail in details if detail)
    return f"{first} ({told})" if told else first


def _plain(number: Decimal) -> str:
    return f"{number:f}"
