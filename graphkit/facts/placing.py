"""Whether a place's name says where something is: «i Mora», «Nässjö i Jönköpings län», not «Mora lägger 840 000», not a body's seat."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from graphkit.facts.areas import country_of
from graphkit.facts.people import WEAK_ACTORS
from graphkit.facts.reading import Name, Reading, Unit
from graphkit.lexicon import Lexicon, load_lexicon
from graphkit.model import BlockKind

_JOIN = re.compile(r",\s(?:och\s|samt\s|and\s)?|\s(?:och|samt|and|og|&|respektive|liksom|eller|or|via)\s|\s?[–/]\s?")
_NEAR = 160
"""How far before a place the words are looked for that say what it is."""
_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_LIKE_PLACES = ("actor.place", "actor.or-place", "actor.anaphor", "actor.municipality-cell")
NO_PLACES = ("region.adjective", "region.in-name", "region.of-name")
"""The rules of names that hold a place and are none: «svenska delen», «Fadder Ångermanland», «Region Halland»."""
HOME = {"sv": "region:se", "en": ""}
"""The country of pages in a language: as a place it says nothing of one project. An English page tells its readers where they are."""
_TOO_WIDE = ("region:m-europa", "region:m-vasteuropa")
_BRACKET = re.compile(r"\s\([^()]{2,40}\)")
_STAFF = re.compile(r"\b(?:på|at)\s$")


def places_in(reading: Reading, index: int) -> Iterator[Name]:
    """The names of a unit that are places in it."""
    unit = reading.units[index]
    for name in reading.regions[index]:
        if is_place(reading, index, unit, name):
            yield name


def is_place(reading: Reading, index: int, unit: Unit, name: Name) -> bool:
    """Whether a region's name is a place here: no adjective, no part of a name, no body that acts, no seat, not the home country."""
    if name.rule in NO_PLACES or name.key in _TOO_WIDE or _of_programme(unit, name, reading.lexicon):
        return False
    if name.key == HOME[reading.lexicon.language] and not _beside_lands(reading, index, unit, name):
        return False
    if any(n.start <= name.start and name.end <= n.end for n in reading.projects[index]):
        first = _first_of_list(reading.regions[index], unit, name)
        return name.rule == "region.of-project" or named_as_place(unit, first, reading.lexicon)
    acting = [a for a in reading.actors[index] if a.start <= name.start and name.end <= a.end]
    if any(a.rule not in _LIKE_PLACES for a in acting) and name.rule != "region.municipality-form":
        return False
    first = _first_of_list(reading.regions[index], unit, name)
    if is_seat(reading, index, unit, first):
        return False
    before = unit.text[max(0, first - unit.start - _NEAR) : first - unit.start]
    if name.rule == "region.municipality-form":
        placed = _placed(before, reading.lexicon) and not _STAFF.search(before)
        return placed or _moved(before, reading.lexicon) or _covered(before, reading.lexicon)
    if not acting:
        return not _given_from(reading, index, unit, first)
    if unit.block.kind in _HEADS or _placed(before, reading.lexicon) or _within_area(reading, index, unit, name):
        return True
    amounts = reading.amounts[index]
    if reading.lexicon.regex(r"(?<!\w)(?:<locations.moving>)\s+(?:\w+\s+)?$").search(before):
        return not any(a.end <= first <= a.end + 30 for a in amounts)
    return not amounts and not re.search(r"\b(?:av|med|by|with)\s+(?:\w+\s+)?$", before)


def _of_programme(unit: Unit, name: Name, lexicon: Lexicon) -> bool:
    """Whether a wide area is but the name of a programme: «tre Central Baltic-projekt», «South Baltic programmet»."""
    if name.type != "macro":
        return False
    return (
        lexicon.regex(r"[-–\s](?:<locations.programme-tails>)", re.IGNORECASE).match(unit.text, name.end - unit.start)
        is not None
    )


def _beside_lands(reading: Reading, index: int, unit: Unit, name: Name) -> bool:
    """Whether a country stands in a list with others: «partner från Sverige, Finland och Lettland»."""
    lands = [n for n in reading.regions[index] if n.type == "country" and n.rule not in NO_PLACES]
    for one, other in pairwise(lands):
        gap = _BRACKET.sub("", unit.text[one.end - unit.start : other.start - unit.start])
        if name in (one, other) and one.key != other.key and _JOIN.fullmatch(gap):
            return True
    return False


def named_as_place(unit: Unit, start: int, lexicon: Lexicon) -> bool:
    """Whether what begins at an offset, inside a project's name, is a phrase of place: «Solel i Dalarna», not «Påhittiga Alvik»."""
    return _placed(unit.text[: start - unit.start], lexicon, near=True)


@cache
def _placing(language: str, near: bool) -> re.Pattern[str]:
    lexicon = load_lexicon(language)
    words = lexicon.alternation("locations.placing") + ("|" + lexicon.alternation("locations.moving") if near else "")
    parting = lexicon.alternation("locations.parting")
    between = r"(?:[a-zåäöéü][\w-]*\s+){0,1}" if near else rf"(?:(?!(?:{parting})\s)[a-zåäöéü][\w-]*,?\s+){{0,3}}"
    return re.compile(rf"(?<!\w)(?:{words})\s+{between}$", re.IGNORECASE if not near else 0)


def _placed(before: str, lexicon: Lexicon, *, near: bool = False) -> bool:
    return _placing(lexicon.language, near).search(before[-70:]) is not None


def _moved(before: str, lexicon: Lexicon) -> bool:
    """«Testerna förläggs till Mora kommun»."""
    moved = lexicon.regex(r"(?<!\w)(?:<locations.moves>)\s(?:[^.,;:]{0,30}\s)?(?:<locations.moving>)\s$", re.IGNORECASE)
    return bool(moved.search(before[-80:]))


def _covered(before: str, lexicon: Lexicon) -> bool:
    """«Kommuner som omfattas av projektet (ange alla) Mora kommun»: a form's question."""
    asked = lexicon.regex(r"(?<!\w)(?:<locations.covering>)\s*:?\s*(?:\([^()]*\)\s*)?$", re.IGNORECASE)
    return asked.search(before) is not None


def _first_of_list(names: Sequence[Name], unit: Unit, name: Name) -> int:
    """Where the list of places begins in which a name stands: the preposition before it holds for all."""
    first = name.start
    for order in range(bisect_left(names, name.start, key=lambda n: n.start) - 1, -1, -1):
        other = names[order]
        gap = unit.text[other.end - unit.start : first - unit.start]
        if not _JOIN.fullmatch(gap):
            break
        first = other.start
    return first


def _within_area(reading: Reading, index: int, unit: Unit, name: Name) -> bool:
    """«Nässjö och Värnamo i Jönköpings län»: a list of places that an area holds."""
    names = reading.regions[index]
    end = name.end
    for order in range(bisect_left(names, name.end, key=lambda n: n.start), len(names)):
        other = names[order]
        gap = unit.text[end - unit.start : other.start - unit.start]
        if re.fullmatch(r"\s(?:i|in|på|on)\s", gap):
            return True
        if not _JOIN.fullmatch(gap):
            return False
        end = other.end
    return False


def is_seat(reading: Reading, index: int, unit: Unit, start: int) -> bool:
    """Whether what begins at an offset is where a body sits: «museet i Vasa», «Solbo AB i Halmstad»."""
    low = max(unit.start, start - _NEAR)
    before = unit.text[low - unit.start : start - unit.start]
    match = re.search(r"([\w.&/-]+)\s+(?:i|in|at|på|vid)\s+$", before)
    if match is None:
        return False
    at, end = low + match.start(1), low + match.end(1)
    if any(n.start <= at and end <= n.end for n in (*reading.projects[index], *reading.regions[index])):
        return False
    if any(a.end == end and a.rule not in (*_LIKE_PLACES, *WEAK_ACTORS) for a in reading.actors[index]):
        return True
    word = match.group(1)
    if word.casefold() in reading.lexicon.words("locations.seats"):
        return True
    return word[0].isupper() and at > unit.start and not re.search(r"[.!?:–-]\s+$", before[: match.start(1)])


def _given_from(reading: Reading, index: int, unit: Unit, start: int) -> bool:
    """«500 000 kronor från Karelen»: a giver, no place."""
    before = unit.text[max(0, start - unit.start - 40) : start - unit.start]
    from_there = re.search(r"\b(?:från|from)\s+(?:\w+\s+)?$", before)
    return from_there is not None and any(a.end <= start <= a.end + 25 for a in reading.amounts[index])


# ------------------------------------------------------------------------------------- what a unit speaks of


def is_of_programme(reading: Reading, index: int) -> bool:
    """Whether a unit speaks of a programme, call or office, or compares places: it tells nothing of a project."""
    text, lexicon = reading.units[index].text, reading.lexicon
    if reading.projects[index]:
        return False
    if lexicon.pattern("locations.background").search(text):
        return True
    return bool(lexicon.pattern("locations.programmes").search(text)) and not lexicon.pattern(
        "projects.anaphora"
    ).search(text)


def speaks_of_others(reading: Reading, index: int) -> bool:
    """Whether a unit speaks of several projects or of others, and names none: «två av de 12 beviljade projekten», «utöver projektet i Nora»."""
    if reading.projects[index]:
        return False
    lexicon = reading.lexicon
    counted = lexicon.regex(
        r"(?<![\w.,])(?:\d\d?|<projects.numbers>|<locations.other>)\s(?:[\w-]+\s){0,3}?[\w-]*(?:<locations.several>)(?!\w)"
        r"|(?<!\w)(?:<locations.these>)(?!\w)",
        re.IGNORECASE,
    )
    return counted.search(reading.units[index].text) is not None


def is_of_another(reading: Reading, index: int) -> bool:
    """Whether a unit tells of a grant to somebody, and not of the project spoken of: «Alfa AB fick 90 000 kronor till en brygga i Nora»."""
    text, lexicon = reading.units[index].text, reading.lexicon
    if reading.projects[index] or not reading.amounts[index] or lexicon.pattern("projects.anaphora").search(text):
        return False
    return lexicon.pattern("roles.receiver-verbs").search(text) is not None


def is_elsewhere(reading: Reading, index: int) -> bool:
    """Whether the places of a unit are those of others than the project spoken of."""
    return speaks_of_others(reading, index) or is_of_another(reading, index)


def is_wish(reading: Reading, index: int) -> bool:
    """Whether a unit speaks of places that are only wished for or were refused: «ser gärna att även Ösel kommer med»."""
    return bool(reading.lexicon.pattern("locations.wishes").search(reading.units[index].text))


def same_country(one: Name, other: Name) -> bool:
    """Whether two places are known to lie in one country."""
    return country_of(one) != "" and country_of(one) == country_of(other)
