"""Where projects work: places in sentences, headings above tables, places in a project's own name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphkit.facts.areas import country_of
from graphkit.facts.focus import is_aside, own_projects, project_at
from graphkit.facts.labels import label_kind
from graphkit.facts.partnering import place_named
from graphkit.facts.placing import HOME, NO_PLACES, is_elsewhere, is_of_programme, is_wish, places_in
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Name, Reading, Unit
from graphkit.facts.unlisted import is_no_place
from graphkit.facts.words import places_of
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind, Location

_TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TITLE, BlockKind.HEADING)
_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_TOLD = 60
"""Letters from which on a label and its value are a sentence."""
_NAMING = ("owner", "partner", "funder", "project", "project-short", "region", "municipality", "programme")
"""Labels whose values are names, and no sentences."""
_AREA_REST = re.compile(
    r"\b(?:län|läns|county|oblast|kommun|kommuner|och|and|samt|landskapet|region)\b|[\W\d]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Area:
    """A heading that is a place, and its depth: what stands under it lies there."""

    places: tuple[Name, ...]
    level: int
    index: int


def find_locations(reading: Reading) -> Iterator[Location]:
    """The places named where a project is spoken of; «alla län utom X» gives X the scope excluded."""
    area: _Area | None = None
    programme_block = -1
    single = len(own_projects(reading.projects)) == 1
    for index, unit in enumerate(reading.units):
        if unit.block.kind in _HEADS:
            area = _area_at(reading, index, unit, area)
        if area is not None and not (unit.block.kind in _HEADS and not reading.projects[index]):
            yield from _under(reading, index, unit, area)
        if unit.block.kind not in _TEXT and not _is_told(reading, unit):
            yield from _in_names(reading, index, unit)
            continue
        if area is not None and area.index == index:
            continue
        if is_of_programme(reading, index) or (
            unit.block_index == programme_block and reading.lexicon.pattern("locations.covers").search(unit.text)
        ):
            programme_block = unit.block_index
            continue
        if not is_wish(reading, index) and not (single and is_elsewhere(reading, index)):
            yield from _in_text(reading, index, unit)


def _in_text(reading: Reading, index: int, unit: Unit) -> Iterator[Location]:
    excluding = [m.end() for m in reading.lexicon.pattern("locations.excluding").finditer(unit.text)]
    for name in places_in(reading, index):
        project = project_of_place(reading, index, unit, name)
        if project is None:
            continue
        out = any(0 <= name.start - unit.start - end <= 40 for end in excluding)
        inside = any(n.start <= name.start and name.end <= n.end for n in reading.projects[index])
        rule, confidence = ("location.in-name", 0.7) if inside else ("location.sentence", 0.6)
        yield Location(
            project=project,
            region=name.key,
            scope="excluded" if out else "works-in",
            evidence=(proof(unit, rule, confidence),),
        )


def _is_told(reading: Reading, unit: Unit) -> bool:
    """Whether a label's value is text that tells of a project: «Mål: att märka upp en led från Nora till Mora»."""
    if unit.block.kind is not BlockKind.PAIR or len(unit.text) < _TOLD:
        return False
    return label_kind(unit.block.cells[0].text, reading.lexicon) not in _NAMING


def _in_names(reading: Reading, index: int, unit: Unit) -> Iterator[Location]:
    """Places in the name of a project that a row or fact box gives."""
    for name in places_in(reading, index):
        for project in reading.projects[index]:
            if project.start <= name.start and name.end <= project.end:
                evidence = (proof(unit, "location.in-name", 0.7),)
                yield Location(project=project.key, region=name.key, evidence=evidence)


def project_of_place(reading: Reading, index: int, unit: Unit, name: Name) -> str | None:
    """The project that a place belongs to: its own for one in a project's name, else the one spoken of there.

    In «X ska nå Mora och bygger vidare på Y» Mora is X's although Y is all that the sentence names.
    """
    own = next((n.key for n in reading.projects[index] if n.start <= name.start and name.end <= n.end), None)
    if own is not None:
        return own
    if unit.block.kind is BlockKind.TITLE and not reading.projects[index] and len(own_projects(reading.projects)) > 1:
        return reading.focus[index]  # the title of a page on several says nothing of the first alone
    if unit.block.kind in _HEADS and not reading.projects[index]:
        return project_below(reading, index)
    project = project_at(unit, reading.projects[index], name.start, reading.focus[index])
    project = project or next((n.key for n in reading.projects[index] if not is_aside(unit, n)), None)
    later = [n for n in reading.projects[index] if n.start >= name.end and n.key == project]
    if later and not any(n.end <= name.start for n in reading.projects[index]):
        before = unit.text[max(0, later[0].start - unit.start - 60) : later[0].start - unit.start]
        if is_aside(unit, later[0]) or reading.lexicon.pattern("projects.follows", "projects.part-of").search(before):
            return next((f for f in reversed(reading.focus[:index]) if f is not None and f != project), project)
    return project


def project_below(reading: Reading, index: int) -> str | None:
    """The project that a heading without one speaks of: the first named below it, else the one that its first line speaks of."""
    first: str | None = reading.focus[index]
    for later in range(index + 1, len(reading.units)):
        if reading.units[later].block.kind in _HEADS:
            break
        if later == index + 1:
            first = reading.focus[later]
        named = [n.key for n in reading.projects[later] if not is_aside(reading.units[later], n)]
        if named:
            return named[0]
    return first


# ----------------------------------------------------------------------------------------------- headings


def _area_at(reading: Reading, index: int, unit: Unit, area: _Area | None) -> _Area | None:
    """The area that a heading opens («DALARNA»), keeps or closes."""
    places = tuple(n for n in reading.regions[index] if n.rule not in NO_PLACES)
    if places and _is_only(unit, places):
        abroad = tuple(n for n in places if country_of(n) != HOME[reading.lexicon.language])
        return _Area(abroad or places, unit.block.level, index)
    if (
        area is None
        or unit.block.level < area.level
        or (reading.projects[index] and unit.block.kind is BlockKind.TITLE)
    ):
        return None
    return (
        area if unit.block.level > area.level or reading.projects[index] else None if _closes(reading, unit) else area
    )


def _is_only(unit: Unit, places: Sequence[Name]) -> bool:
    rest = unit.text
    for name in places:
        rest = rest.replace(name.text, " ")
    return not _AREA_REST.sub("", rest)


def _closes(reading: Reading, unit: Unit) -> bool:
    plain = unit.text.casefold().strip(" :.")
    return plain in reading.lexicon.words("projects.generic-headings")


def _under(reading: Reading, index: int, unit: Unit, area: _Area) -> Iterator[Location]:
    keys = [n.key for n in reading.projects[index] if not is_aside(unit, n)]
    if unit.block.kind is BlockKind.ROW and reading.focus[index] is not None and not keys:
        return
    for key in dict.fromkeys(keys[:1]):
        for name in area.places:
            yield Location(project=key, region=name.key, evidence=(proof(unit, "location.heading", 0.75),))


# ------------------------------------------------------------------------------------- places in a project's name


def find_named_places(
    text: str, projects: Sequence[Name], actors: Sequence[Name], regions: Sequence[Name], lexicon: Lexicon
) -> Iterator[Name]:
    """Places that only a project's name tells: «Fler paddor åt Alvik», «Ostmakare på Betnaheden», and where they stand again.

    An English title gives all its words capitals («Homes on Wheels»), so that a capital tells nothing there.
    """
    if lexicon.language == "en":
        return
    known = {(n.start, n.end) for n in (*actors, *regions)}
    pattern = lexicon.regex(
        r"\s(?:<locations.in-names>)\s([A-ZÅÄÖØÆÉ][a-zåäöøæéü]{3,}(?:-[A-ZÅÄÖ][a-zåäö]+)?)(?![\w-]|\s[A-ZÅÄÖ])"
    )
    seen: set[str] = set()
    for project in projects:
        for match in pattern.finditer(project.text):
            word = match.group(1)
            start = project.start + match.start(1)
            if word in seen or is_no_place(word) or any(a < start + len(word) and start < b for a, b in known):
                continue
            seen.add(word)
            for again in places_of(word, text, joints="-"):
                if not any(a < again + len(word) and again < b for a, b in known):
                    yield place_named(again, again + len(word), word, word, "city", "region.of-project")
