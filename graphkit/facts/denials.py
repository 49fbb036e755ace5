"""What a sentence denies, or only wishes: «Vinnova betalar inte …», «hoppas kunna samarbeta», «sade nej till att bidra». Such words prove no fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.facts.leads import find_leads
from graphkit.facts.reading import Name, Reading, Unit
from graphkit.model import BlockKind, Cooperation, Flow, Location, Role

_RUNNING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_CLAUSES = re.compile(r"[,;:]\s|\s(?:men|medan|utan|but|while|although|eftersom|därför att|because)\s|\s[–—-]\s")


def is_denied(reading: Reading, fact: Role | Flow | Location | Cooperation) -> bool:
    """Whether the clause that names a fact's body, sum or place denies it; fact boxes and rows deny nothing by a word."""
    if isinstance(fact, Location) and fact.scope == "excluded":
        return False
    unit_index = reading.unit_at(fact.evidence[0].start)
    if unit_index is None or reading.units[unit_index].block.kind not in _RUNNING:
        return False
    unit = reading.units[unit_index]
    if isinstance(fact, Role | Flow) and (
        _is_excepted(reading, unit_index, fact)
        or _is_unpaid(reading, unit, fact)
        or _is_below_refusal(reading, unit_index, fact)
    ):
        return True
    denying = [unit.start + m.start() for m in reading.lexicon.pattern("roles.denials").finditer(unit.text)]
    if not denying:
        return False
    clauses = list(_clauses(unit))
    denied = [(start, end) for start, end in clauses if any(start <= place < end for place in denying)]
    places = list(_places(reading, unit_index, unit, fact))
    return bool(places) and any(start <= place < end for place in places for start, end in denied)


def _is_excepted(reading: Reading, index: int, fact: Role | Flow) -> bool:
    """Whether a sentence takes the body out of what it says: «Samtliga utom Alfa kommun betalar»."""
    unit = reading.units[index]
    excepting = reading.lexicon.regex(r"(?<!\w)(?:<roles.excepting>)\s(?:the\s)?$", re.IGNORECASE)
    places = _named(reading.actors[index], fact.actor if isinstance(fact, Role) else fact.funder)
    return any(excepting.search(unit.text[max(0, place - unit.start - 30) : place - unit.start]) for place in places)


def _is_below_refusal(reading: Reading, index: int, fact: Role | Flow) -> bool:
    """Whether a list's lead says that what stands below it was granted nothing: «Följande ansökan avslogs:»."""
    if reading.units[index].block.kind is not BlockKind.LIST_ITEM or (isinstance(fact, Role) and fact.role != "funder"):
        return False
    return bool(reading.lexicon.pattern("flows.refused").search(find_leads(reading.units, reading.lexicon)[index]))


def _is_unpaid(reading: Reading, unit: Unit, fact: Role | Flow) -> bool:
    """Whether a sentence says that money is still to be decided on, or that somebody takes part without any; or how much less one got."""
    if isinstance(fact, Role) and fact.role != "funder":
        return False
    if reading.lexicon.pattern("roles.undecided").search(unit.text):
        return True
    if isinstance(fact, Role):
        return bool(reading.lexicon.pattern("roles.unfunded").search(unit.text)) and not _MONEY.search(unit.text)
    end = unit.text.find(fact.money.written) + len(fact.money.written) if fact.money.written else 0
    return bool(end > 0 and _COMPARED.match(unit.text, end))


_MONEY = re.compile(r"\d\s*(?:kr|kronor|[mt]n?kr|miljon|million|euro|EUR|SEK|NOK)")
_COMPARED = re.compile(r"\s+(?:mindre|mer|less|more)\s+(?:än|than)\b")


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
