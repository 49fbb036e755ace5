"""Places that only their partnership with another tells: «Borås stad – Rustavi, Georgien», «Torsby med Kasane i Botswana», «Region Halland»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graphkit.facts.gazetteer import Gazetteer, public_code, region_key
from graphkit.facts.kinds import kind_of
from graphkit.facts.passages import offsets
from graphkit.facts.reading import Name, Unit
from graphkit.facts.words import word_group
from graphkit.lexicon import Lexicon
from graphkit.reference import ReferenceRegion

_NAME = r"[A-ZÅÄÖØÆÉŠŽČĆŁ][^\W\d_]+(?:['’][a-z])?(?:[- ][A-ZÅÄÖØÆ][^\W\d_]+)?"
_WORD = r"(?:\s(?:kommun|stad|distrikt|municipality|district|town|Municipality|District|County))?"
_PARTNER = re.compile(rf"\s[–-]\s(({_NAME}){_WORD}),\s(?=[A-ZÅÄÖ])")
_BESIDE = rf"(?<!\w)(?:<cooperations.with>)\s(({_NAME}){_WORD})(?:,|\s(?:i|in))\s(?=[A-ZÅÄÖ])"
_TWIN = re.compile(rf"^(({_NAME}){_WORD})(?:,|\s(?:i|in))\s(?=[A-ZÅÄÖ])")
_SHORT = 110
_BODIES = ("region", "county-board")
_AREAS = ("county", "macro")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_LONGEST = 3
"""Words of an area's name."""


def find_partner_places(units: Sequence[Unit], regions: Sequence[Name], lexicon: Lexicon) -> Iterator[Name]:
    """Unknown places that a partnership tells; the country behind them shows that they are places.

    A line of two parties («Borås stad – Rustavi, Georgien») is enough, else the document must speak of twin towns or municipal partners
    («Kasane, Botswana» alone on a line).
    """
    countries = {name.start for name in regions if name.type == "country"}
    taken = offsets((name.start, name.end) for name in regions)
    twinned = any(lexicon.pattern("cooperations.twins").search(unit.text) for unit in units)
    beside = lexicon.regex(_BESIDE)
    for unit in units:
        short = len(unit.text) <= _SHORT
        patterns = [_PARTNER] * short + [beside] * twinned + [_TWIN] * (short and twinned)
        for match in (found for pattern in patterns for found in pattern.finditer(unit.text)):
            start, end = unit.start + match.start(1), unit.start + match.end(1)
            if unit.start + match.end() not in countries or not taken.isdisjoint(range(start, end)):
                continue
            name = match.group(2)
            if (
                kind_of(name) == "other"
                and not name.isupper()
                and name.split()[0] not in word_group("actors.given-names")
            ):
                kind = "municipality" if match.end(1) > match.end(2) else "city"
                yield place_named(start, end, match.group(1), name, kind, "region.partner")


def find_areas_of_bodies(actors: Sequence[Name], gazetteer: Gazetteer) -> Iterator[Name]:
    """The counties and wider areas whose bodies a text names: «Region Halland» stands for Halland where it cooperates abroad."""
    for actor in actors:
        if actor.type in _BODIES and (found := _area_in(actor.text, gazetteer)) is not None:
            start, end, area = found
            yield Name(
                kind="region",
                start=actor.start + start,
                end=actor.start + end,
                text=actor.text[start:end],
                key=region_key(area.code),
                name=actor.text[start:end],
                type=area.type,
                rule="region.of-name",
                code=public_code(area),
                canonical=(area.name_sv if area.code.startswith("SE") else area.name_en).split(" (")[0],
                alias=False,
                confidence=0.4,
            )


def _area_in(text: str, gazetteer: Gazetteer) -> tuple[int, int, ReferenceRegion] | None:
    """The longest name of a county or wider area among a body's words without its genitive, where it stands, and what it is."""
    words = [(word.start(), word.end()) for word in _WORDS.finditer(text)]
    for length in range(min(_LONGEST, len(words)), 0, -1):
        for first in range(len(words) - length, -1, -1):
            start, end = words[first][0], words[first + length - 1][1]
            for last in (end - text[start:end].endswith("s"), end):
                area = next((region for region in gazetteer.region(text[start:last]) if region.type in _AREAS), None)
                if area is not None:
                    return start, last, area
    return None


def place_named(start: int, end: int, text: str, stem: str, kind: str, rule: str) -> Name:
    """A place that no table knows, named by its stem."""
    return Name(
        kind="region",
        start=start,
        end=end,
        text=text,
        key=region_key(stem),
        name=text,
        type=kind,
        rule=rule,
        confidence=0.5,
    )
