"""Places that granted money goes to where no project has a name: «14 projekt i Dalarna får stöd», «två miljoner till bryggor i Nora»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.facts.countylists import is_head
from graphkit.facts.focus import own_projects
from graphkit.facts.pages import is_other_page
from graphkit.facts.placing import is_elsewhere, is_of_programme, is_wish, places_in, speaks_of_others
from graphkit.facts.reading import Name, Reading, Unit
from graphkit.model import BlockKind

_TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TITLE, BlockKind.HEADING)
_FEWEST = 3
_SUM = re.compile(r"(?:[A-Z€]{1,3}\s)?\d{1,3}(?:[ .,\u00a0]\d{3})+(?:\s?[\w€.]{1,7})?")
_OWNED = re.compile(r"\s[a-zåäö]{3,}")


def find_concerned(reading: Reading) -> Iterator[Name]:
    """The places of sentences that tell of money given, and speak of no project that has a name; calls and accounts tell of none."""
    granting = {unit.block_index for index, unit in enumerate(reading.units) if _gives(reading, index)}
    if is_other_page(reading.document.text, reading.lexicon):
        return
    yield from _paid(reading)
    several = len(own_projects(reading.projects)) > 1
    for index, unit in enumerate(reading.units):
        if unit.block_index not in granting or unit.block.kind not in _TEXT or reading.projects[index]:
            continue
        spoken_of = reading.focus[index] is not None and not several and not is_elsewhere(reading, index)
        if spoken_of or is_of_programme(reading, index) or is_wish(reading, index):
            continue
        yield from (name for name in places_in(reading, index) if not _owns(unit, name))
        yield from (
            name for name in reading.regions[index] if _is_site(unit, name) or _has_projects(reading, unit, name)
        )


def _gives(reading: Reading, index: int) -> bool:
    """Whether a unit says that money is given: a sum or a word for money, and a verb of giving or getting.

    A heading needs no verb, and neither does a sum «till 40 projekt i Dalarna».
    """
    unit, lexicon = reading.units[index], reading.lexicon
    if lexicon.pattern("flows.pots", "flows.applied", "flows.refused").search(unit.text):
        return False
    money = bool(reading.amounts[index]) or lexicon.pattern("locations.money").search(unit.text) is not None
    others = speaks_of_others(reading, index)
    if not money and not others:
        return False
    if others and reading.amounts[index]:
        return True
    verbs = ("flows.granted", "flows.granting", "flows.going-to", "roles.receiver-verbs")
    head = unit.block.kind in (BlockKind.TITLE, BlockKind.HEADING)
    return lexicon.pattern(*verbs, *(["locations.moving"] if head else [])).search(unit.text) is not None


def _is_site(unit: Unit, name: Name) -> bool:
    """Whether a municipality is where one who gets money works: «Alfa Gas AB i Nora kommun fick …»."""
    before = unit.text[: name.start - unit.start]
    return name.rule == "region.municipality-form" and before.endswith((" i ", " in "))


def _has_projects(reading: Reading, unit: Unit, name: Name) -> bool:
    """Whether an adjective says whose projects get money: «fem östgötska projekt»."""
    behind = unit.text[name.end - unit.start :]
    return (
        name.rule == "region.adjective"
        and reading.lexicon.regex(r"\s(?:<locations.several>)(?!\w)").match(behind) is not None
    )


def _paid(reading: Reading) -> Iterator[Name]:
    """The places at the heads of a list's lines that give each a sum: «Skåne: 13 000 kr»; at least three of them."""
    paid: dict[int, list[Name]] = {}
    for unit, names, focus in zip(reading.units, reading.regions, reading.focus, strict=True):
        block = unit.block
        if focus is not None or block.table is None or not names or names[0].rule == "region.municipality-form":
            continue
        if is_head(block, names[0]) and _SUM.fullmatch(block.cells[-1].text.strip()):
            paid.setdefault(block.table, []).append(names[0])
    yield from (name for names in paid.values() if len(names) >= _FEWEST for name in names)


def _owns(unit: Unit, name: Name) -> bool:
    """Whether a place is but a genitive before a common noun: «Oskarshamns tennisklubb»."""
    genitive = name.text.endswith("s") and not (name.canonical or "").endswith("s")
    return genitive and _OWNED.match(unit.text, name.end - unit.start) is not None
