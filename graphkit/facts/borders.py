"""Areas on two sides of a national border that a text names in one breath: «i Norrbotten och Troms fylke», «Torsby med Kasane i Botswana»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from graphkit.facts.areas import country_of, holds
from graphkit.facts.placing import NO_PLACES
from graphkit.facts.reading import Name, Reading, Unit
from graphkit.model import BlockKind
from graphkit.wordpatterns import WordPattern

_JOINT = re.compile(
    r"(?:,\s(?:och\s|samt\s|and\s)?|\s(?:och|samt|and|og|&)\s)(?:(?:i|in)\s)?(?:the\s)?(?:[a-zåäö]+\s)?"
)
_WITHIN = re.compile(r",?\s(?:i|in)\s(?:the\s)?|,\s|\s\(")
_NEAR = re.compile(r"\s(?:[a-zåäö]+\s){0,2}")
_TOWNS = ("city", "municipality")
_TOWN_AND_LAND = 2
_LONG = 60
"""Letters of a line that ends a list of twin towns."""


def countries_here(unit: Unit, names: Sequence[Name]) -> dict[int, str]:
    """The country of each area of a unit by its start: the one it is known to lie in, else the one named right behind it («Kasane, Botswana»)."""
    found = {name.start: country_of(name) for name in names}
    for name, after in pairwise(names):
        gap = unit.text[name.end - unit.start : after.start - unit.start]
        if not found[name.start] and after.type == "country" and name.type != "country" and _WITHIN.fullmatch(gap):
            found[name.start] = after.key
    return found


def listed_across(unit: Unit, names: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """The pairs of a list of counties, or of towns each in a country of its own: «i Kiruna, Rovaniemi och Alta».

    Two towns of one country and one beyond the border are rather the sites of a study.
    """
    countries = countries_here(unit, names)
    for run in _runs(unit, names):
        lands = [countries[name.start] or (name.key if name.type == "macro" else "") for name in run]
        towns = [name.type in _TOWNS for name in run]
        if not all(lands) or len(set(towns)) > 1 or (all(towns) and len(set(lands)) < len(lands)):
            continue
        if len({countries[name.start] for name in run} - {""}) > 1:
            for one, other in combinations(run, 2):
                if countries[one.start] != countries[other.start]:
                    yield one, other


def joined_across(unit: Unit, names: Sequence[Name], cue: WordPattern) -> Iterator[tuple[Name, Name]]:
    """The pairs of areas right behind a word («tillsammans med») with those before it beyond the border: «Torsby arbetar ihop med Alta»."""
    countries = countries_here(unit, names)
    runs = [run for run in _runs(unit, names) if run]
    behind: list[list[Name]] = []
    for match in cue.finditer(unit.text):
        right = next((run for run in runs if run[0].start >= unit.start + match.end()), None)
        if right is None or not _NEAR.fullmatch(unit.text[match.end() : right[0].start - unit.start]):
            continue
        behind.append(right)
        left = [run for run in runs if run[-1].end <= unit.start + match.start() and run not in behind]
        for one in left[-1] if left else ():
            for other in right:
                if "" != countries[one.start] != countries[other.start] != "":
                    yield one, other


def allied_countries(unit: Unit, names: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """The pairs of countries that a sentence on cooperation lists: «tillsammans med aktörer i Finland, Litauen och Polen»."""
    run: list[Name] = []
    for name in (n for n in names if n.type == "country"):
        if run and not _JOINT.fullmatch(unit.text[run[-1].end - unit.start : name.start - unit.start]):
            yield from combinations(run, 2)
            run = []
        run.append(name)
    yield from combinations(run, 2)


def twin_towns(reading: Reading) -> Iterator[tuple[int, Name, Name]]:
    """The partners that follow «Nora kommun har tre vänorter» line by line, each with its country, and the units that name them."""
    home: Name | None = None
    twins = reading.lexicon.pattern("cooperations.twins")
    for index, unit in enumerate(reading.units):
        names = [name for name in reading.regions[index] if name.rule not in NO_PLACES]
        lined = len(names) == _TOWN_AND_LAND and names[0].start == unit.start and names[1].type == "country"
        if (
            home is not None
            and lined
            and _WITHIN.fullmatch(unit.text[names[0].end - unit.start : names[1].start - unit.start])
        ):
            yield index, home, names[0]
        elif twins.search(unit.text):
            towns = {name.key: name for name in names if name.type in _TOWNS}
            home = next(iter(towns.values())) if len(towns) == 1 and len(towns) == len(names) else None
        elif unit.block.kind is BlockKind.HEADING or len(unit.text) > _LONG:
            home = None


def _runs(unit: Unit, names: Sequence[Name]) -> Iterator[list[Name]]:
    """The lists of areas that a unit has, the countries of each («Kiruna i Sverige och Alta i Norge») left out."""
    run: list[Name] = []
    end = -1
    for name in names:
        gap = unit.text[end - unit.start : name.start - unit.start] if end >= 0 else ""
        inside = bool(run) and name.type == "country" and _WITHIN.fullmatch(gap) is not None
        if inside and (not country_of(run[-1]) or holds(name, run[-1])):
            end = name.end
            continue
        if run and not _JOINT.fullmatch(gap.removeprefix(")")):
            yield run
            run = []
        if name.type != "country":
            run.append(name)
        end = name.end
    yield run
