"""Which regions cooperate: «mellan A och B», «A ihop med B och C», «fyra regioner jämför: …», headings «A kommun – B, Land», headlines of two areas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from graphkit.facts.areas import country_of, holds, lineage
from graphkit.facts.borders import allied_countries, countries_here, joined_across, listed_across, twin_towns
from graphkit.facts.labels import label_kind, row_kinds
from graphkit.facts.parties import areas_of, areas_of_bodies, without_containers
from graphkit.facts.placing import NO_PLACES, is_of_programme, is_place, is_wish, same_country
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Name, Reading, Unit
from graphkit.model import BlockKind, Cooperation, Location
from graphkit.wordpatterns import WordPattern

_TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_MOST = 9
_SITES = 3
_FAR = 150
"""Letters between two areas of one sentence above which nothing but «X med Y» joins them."""
_NEXT = re.compile(
    r"(?:\s\([^()]*\))?,?\s(?:och|samt|and|og|&|respektive|via|till|to)\s(?:\w+\s){0,2}|,\s(?:\w+\s)?|\s?[–]\s?"
)
_ASIDE = re.compile(r"\s(?:i|in)\s.{3,40}?\s(?:och|and)\s(?:\w+\s){0,2}")
_LEADS = re.compile(r"\s(?:\w+\s){0,3}")
_VISITED = re.compile(r"\s(?:i|på|in|at)\s$")
"""Before the second area of a headline: the first one is shown there, «Dalarna på mässa i Vasa»."""
_DASH = re.compile(r"\s?[–—-]\s?|\s-\s")


def find_cooperations(reading: Reading) -> Iterator[Cooperation | Location]:
    """Pairs of areas that the text says cooperate or exchange; a project that carries the cooperation works in both."""
    found = list(_find(reading))
    pairs = [fact.regions for fact in found if isinstance(fact, Cooperation)]
    for fact in found:
        if not isinstance(fact, Cooperation) or not any(_is_wider_pair(other, fact.regions) for other in pairs):
            yield fact


def _is_wider_pair(wide: tuple[str, str], pair: tuple[str, str]) -> bool:
    """Whether one pair holds another, so that it says no more: Gotland and Pskov hold Visby and Pskov; two countries hold too much."""
    if wide == pair or all(len(key) == len("region:se") for key in wide):
        return False
    lines = [lineage(key) for key in pair]
    return any(a in lines[0] and b in lines[1] for a, b in (wide, wide[::-1]))


def _find(reading: Reading) -> Iterator[Cooperation | Location]:
    bodies = areas_of_bodies(reading)
    for index, home, twin in twin_towns(reading):
        yield from _stated(reading, index, reading.units[index], [(home, twin)], "cooperation.twins")
    for index, unit in enumerate(reading.units):
        pairs: list[tuple[Name, Name]] = []
        rule = "cooperation.sentence"
        if unit.block.kind in (*_TEXT, *_HEADS):
            if is_of_programme(reading, index) or is_wish(reading, index):
                continue
            areas = areas_of(reading, index, unit, bodies)
            if not 2 <= len({area.key for area in areas}) <= _MOST:
                continue
            if unit.block.kind in _HEADS:
                rule, pairs = "cooperation.headline", list(_in_headline(reading, unit, areas))
            else:
                pairs = list(_in_sentence(reading, index, unit, areas))
        elif unit.block.kind is BlockKind.ROW:
            rule, pairs = "cooperation.row", list(_in_row(reading, index, unit))
        elif unit.block.kind is BlockKind.PAIR:
            rule, pairs = "cooperation.label", list(_in_box(reading, index, unit))
        yield from _stated(reading, index, unit, pairs, rule)


def _stated(
    reading: Reading, index: int, unit: Unit, pairs: Sequence[tuple[Name, Name]], rule: str
) -> Iterator[Cooperation | Location]:
    project = reading.focus[index]
    seen: set[tuple[str, str]] = set()
    for one, other in pairs:
        first, second = sorted((one.key, other.key))
        if first == second or (first, second) in seen or _no_pair(one, other) or _at_home(one, other):
            continue
        seen.add((first, second))
        evidence = (proof(unit, rule, 0.6),)
        yield Cooperation(regions=(first, second), project=project, evidence=evidence)
        if project is not None and rule == "cooperation.sentence":
            for key in (first, second):
                yield Location(project=project, region=key, evidence=(proof(unit, "location.cooperation", 0.55),))


def _no_pair(one: Name, other: Name) -> bool:
    """A country and a town, or a place and what holds it, are no pair of regions that cooperate."""
    if "country" in (one.type, other.type) and {one.type, other.type} & {"city", "municipality"}:
        return True
    return holds(one, other) or holds(other, one)


def _at_home(one: Name, other: Name) -> bool:
    """Whether a body whose area is nowhere named as a place stands beside an area of its own country."""
    return "region.of-name" in (one.rule, other.rule) and same_country(one, other)


# --------------------------------------------------------------------------------------------- sentences


def _in_sentence(reading: Reading, index: int, unit: Unit, areas: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    lexicon = reading.lexicon
    text = unit.text
    words = lexicon.pattern("cooperations.words").search(text) is not None
    agreed = lexicon.pattern("cooperations.agreements").search(text) is not None
    lands = [n for n in reading.regions[index] if n.type == "country" and n.rule not in NO_PLACES]
    around = sorted({*areas, *lands}, key=lambda n: (n.start, n.end))
    if not agreed:
        areas = [a for a in areas if a.rule != "region.municipality-form"]
    if len({*countries_here(unit, around).values()} - {""}) < 2:
        areas = [a for a in areas if a.rule != "region.of-name"]
    between = _after_between(reading, unit, areas)
    if len(between) > 1 and (words or not same_country(between[0], between[1])):
        yield from combinations(between, 2)
        return
    looser = _without_between(reading, index, unit, areas, around)
    yield from ((one, other) for one, other in looser if not _same_county(one, other))


def _without_between(
    reading: Reading, index: int, unit: Unit, areas: Sequence[Name], around: Sequence[Name]
) -> Iterator[tuple[Name, Name]]:
    """The pairs of a sentence that doesn't say «mellan A och B»."""
    lexicon, text = reading.lexicon, unit.text
    words = lexicon.pattern("cooperations.words").search(text) is not None
    agreed = lexicon.pattern("cooperations.agreements").search(text) is not None
    if lexicon.pattern("cooperations.or").search(text):
        return
    joint = list(joined_across(unit, around, lexicon.pattern("cooperations.with")))
    if len({a.key for a in areas}) < 2:
        yield from joint
        return
    if _counted_parties(reading, unit, areas):
        yield from _across(areas)
        return
    visited = _sides(unit, areas, lexicon.pattern("cooperations.visits"))
    if visited is not None and not words:
        yield from _crossed(*visited)
        return
    if not joint and reading.focus[index] is not None:
        joint = list(listed_across(unit, [n for n in reading.regions[index] if is_place(reading, index, unit, n)]))
    yield from joint
    if words or lexicon.pattern("cooperations.gathering").search(text):
        yield from allied_countries(unit, around)
    if not words:
        return
    if lexicon.pattern("cooperations.members").search(text):
        yield from _crossed(areas[:1], areas[1:])  # of a list of members the first is the page's own
        return
    joined = _sides(unit, areas, lexicon.pattern("cooperations.with")) or visited
    if joined is None and sum(area.type in ("city", "municipality") for area in areas) > _SITES:
        return  # a list of sites
    for one, other in _crossed(*joined) if joined is not None else combinations(areas, 2):
        if other.start - one.end > _FAR and joined is None:
            continue
        if agreed or not same_country(one, other) or not (_is_small(one, other) or _is_body(one, other)):
            yield one, other


def _after_between(reading: Reading, unit: Unit, areas: Sequence[Name]) -> list[Name]:
    """The areas listed right behind «mellan», unless it is a way that leads between them."""
    for cue in reading.lexicon.pattern("cooperations.between").finditer(unit.text):
        if reading.lexicon.pattern("cooperations.ways").search(unit.text[max(0, cue.start() - 25) : cue.start()]):
            continue
        end = unit.start + cue.end()
        found: list[Name] = []
        for name in (a for a in areas if a.start >= end):
            gap = unit.text[end - unit.start : name.start - unit.start]
            follows = _NEXT.fullmatch(gap) or _ASIDE.fullmatch(gap) if found else _LEADS.fullmatch(gap)
            if not follows:
                break
            found.append(name)
            end = name.end
        if len(found) > 1:
            return found
    return []


def _counted_parties(reading: Reading, unit: Unit, areas: Sequence[Name]) -> bool:
    """«Fyra regioner jämför …: A, B, C och D», «Med i laget är X i A, Y i B»."""
    lexicon = reading.lexicon
    colon = re.search(r":\s", unit.text)
    counted = lexicon.pattern("cooperations.counted").search(unit.text[: colon.start()] if colon else "")
    if colon and counted and areas[0].start >= unit.start + colon.end():
        return True
    return lexicon.pattern("cooperations.parties").search(unit.text[: areas[0].start - unit.start]) is not None


def _across(areas: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """The pairs of parties that a county or country line parts."""
    for one, other in combinations(areas, 2):
        if not _same_county(one, other):
            yield one, other


def _same_county(one: Name, other: Name) -> bool:
    """Whether two towns or municipalities are known to lie in one county."""
    small = ("city", "municipality")
    if one.type not in small or other.type not in small:
        return False
    ours, theirs = lineage(one.key)[1:2], lineage(other.key)[1:2]
    return bool(ours) and ours == theirs


def _sides(unit: Unit, areas: Sequence[Name], cue: WordPattern) -> tuple[list[Name], list[Name]] | None:
    """The areas before and behind a word that joins two sides («ihop med», «har besökt»); None where one side has none."""
    for match in cue.finditer(unit.text):
        left = [a for a in areas if a.end <= unit.start + match.start()]
        right = [a for a in areas if a.start >= unit.start + match.end()]
        gap = unit.text[match.end() : right[0].start - unit.start] if right else ""
        if right and (left or len(gap) <= 12) and not re.search(r"[.;:]", gap):
            return left, right
    return None


def _is_small(one: Name, other: Name) -> bool:
    return all(name.type in ("city", "municipality") for name in (one, other))


def _is_body(one: Name, other: Name) -> bool:
    return any(name.rule in ("region.of-body", "region.of-name") for name in (one, other))


def _crossed(left: Sequence[Name], right: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    return ((one, other) for one in left for other in right)


# ------------------------------------------------------------------------------------- headlines and rows


def _in_headline(reading: Reading, unit: Unit, areas: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """«A kommun – B, Land», «A hjälper B», «A och B i samma båt»: two or three areas of different countries, or a word of cooperation."""
    for one, other in pairwise(areas):
        gap = unit.text[one.end - unit.start : other.start - unit.start]
        if _DASH.fullmatch(gap) and not _same_county(one, other):
            yield one, other
    if len(areas) > 4 or not any(a.type != "country" for a in areas):
        return
    words = reading.lexicon.pattern("cooperations.words").search(unit.text)
    if not words and len(areas) == 2 and _VISITED.search(unit.text[: areas[1].start - unit.start]):
        return
    countries = {country_of(a) or a.key for a in areas}
    if words or (len(countries) > 1 and len(areas) <= 3 and any(country_of(a) for a in areas)):
        joined = _sides(unit, areas, reading.lexicon.pattern("cooperations.with"))
        pairs = _crossed(*joined) if joined else combinations(areas, 2)
        yield from ((one, other) for one, other in pairs if not _same_county(one, other))


def _in_row(reading: Reading, index: int, unit: Unit) -> Iterator[tuple[Name, Name]]:
    """A row whose place column names areas of several countries, and the two ends of a name such as «OSKARSHAMN–VISBY»."""
    kinds = row_kinds(unit.block, reading.lexicon)
    for cell, kind in zip(unit.block.cells, kinds, strict=True):
        inside = [n for n in reading.regions[index] if cell.start <= n.start and n.end <= cell.end]
        inside = without_containers([n for n in inside if n.rule != "region.adjective"], unit)
        if kind == "region":
            yield from ((one, other) for one, other in combinations(inside, 2) if country_of(one) != country_of(other))
        elif kind == "project":
            for one, other in pairwise(inside):
                if _DASH.fullmatch(unit.text[one.end - unit.start : other.start - unit.start]):
                    yield one, other


def _in_box(reading: Reading, index: int, unit: Unit) -> Iterator[tuple[Name, Name]]:
    """The countries of a fact box («Land: Sverige, Finland»), and no others: its lesser places are only sites."""
    if label_kind(unit.block.cells[0].text, reading.lexicon) == "region":
        yield from combinations([n for n in reading.regions[index] if n.type == "country"], 2)
