"""What a sentence denies, or only wishes: «Vinnova betalar inte …», «hoppas kunna samarbeta», «sade nej till att bidra». Such words prove no fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.facts.reading import Name, Reading, Unit
from graphkit.model import BlockKind, Cooperation, Flow, Location, Role

_RUNNING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_NEGATION = re.compile(r"\b(?:inte|ej|icke|aldrig|not|never)\s$", re.IGNORECASE)
_CLAUSES = re.compile(r"[,;:]\s|\s(?:men|medan|utan|but|while|although|eftersom|därför att|because)\s|\s[–—-]\s")


def is_denied(reading: Reading, fact: Role | Flow | Location | Cooperation) -> bool:
    """Whether the clause that names a fact's body, sum or place denies it; fact boxes and rows deny nothing by a word."""
    if isinstance(fact, Location) and fact.scope == "excluded":
        return False
    unit_index = reading.unit_at(fact.evidence[0].start)
    if unit_index is None or reading.units[unit_index].block.kind not in _RUNNING:
        return False
    unit = reading.units[unit_index]
    denying = [unit.start + m.start() for m in reading.lexicon.pattern("roles.denials").finditer(unit.text)]
    if not denying:
        return False
    clauses = list(_clauses(unit))
    denied = [(start, end) for start, end in clauses if any(start <= place < end for place in denying)]
    places = list(_places(reading, unit_index, unit, fact))
    return bool(places) and any(start <= place < end for place in places for start, end in denied)


def is_negated(text: str, start: int) -> bool:
    """Whether the word right before a place denies what follows: «som inte söker stöd».

    >>> is_negated("klustret, som inte söker stöd", 19), is_negated("klustret söker stöd", 9)
    (True, False)
    """
    return _NEGATION.search(text[max(0, start - 9) : start]) is not None


def _clauses(unit: Unit) -> Iterator[tuple[int, int]]:
    start = unit.start
    for cut in _CLAUSES.finditer(unit.text):
        yield start, unit.start + cut.start()
        start = unit.start + cut.end()
    yield start, unit.end


def _places(reading: Reading, index: int, unit: Unit, fact: Role | Flow | Location | Cooperation) -> Iterator[int]:
    """Where a sentence names what the fact is about."""
    if isinstance(fact, Flow):
        position = unit.text.find(fact.money.written) if fact.money.written else -1
        if position >= 0:
            yield unit.start + position
        yield from _named(reading.actors[index], fact.funder)
    elif isinstance(fact, Role):
        yield from _named(reading.actors[index], fact.actor)
    elif isinstance(fact, Location):
        yield from _named(reading.regions[index], fact.region)
    else:
        for key in fact.regions:
            yield from _named(reading.regions[index], key)


def _named(names: tuple[Name, ...], key: str | None) -> Iterator[int]:
    for name in names:
        if name.key == key:
            yield name.start
