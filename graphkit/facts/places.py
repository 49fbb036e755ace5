"""Where projects work, and which regions cooperate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from graphkit.facts.focus import project_at
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Name, Reading, Unit
from graphkit.model import BlockKind, Cooperation, Location

_TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TITLE, BlockKind.HEADING)
_PLACING = re.compile(
    r"\b(i|på|från|till|mellan|kring|runt|vid|längs|hos|över|med|inom|in|at|on|from|to|between|across|around|with|of|along|near)\s+(?:\w+\s+){0,2}$",
    re.I,
)
_MOST = 8


def find_locations(reading: Reading) -> Iterator[Location]:
    """The regions named where a project is spoken of; «alla län utom X» gives X the scope excluded."""
    for index, unit in enumerate(reading.units):
        if unit.block.kind not in _TEXT:
            continue
        excluded = reading.lexicon.pattern("locations.excluding").search(unit.text)
        for name in reading.regions[index]:
            project = project_at(unit, reading.projects[index], name.start, reading.focus[index])
            if project is None or not _is_place(reading, index, unit, name):
                continue
            out = excluded is not None and 0 <= name.start - unit.start - excluded.end() <= 40
            scope = "excluded" if out else "works-in"
            yield Location(
                project=project, region=name.key, scope=scope, evidence=(proof(unit, "location.sentence", 0.6),)
            )


def _is_place(reading: Reading, index: int, unit: Unit, name: Name) -> bool:
    """Whether a region's name is a place here: not a body that acts, not part of a body's, programme's or project's name."""
    if any(
        n.start <= name.start and name.end <= n.end and n.kind != name.kind and name.rule != "region.municipality-form"
        for n in reading.actors[index]
    ):
        return False
    if name.rule in ("region.adjective", "region.in-name"):
        return False
    if name.rule == "region.municipality-form":
        before = unit.text[: name.start - unit.start]
        return bool(_PLACING.search(before)) and not re.search(r"\b(av|från|med|till|by|from|with)\s+$", before)
    return True


def find_cooperations(reading: Reading) -> Iterator[Cooperation]:
    """Pairs of regions in a sentence that speaks of cooperation or exchange; «mellan A, B och C» pairs each with each."""
    lexicon = reading.lexicon
    for index, unit in enumerate(reading.units):
        if unit.block.kind not in _TEXT:
            continue
        names = _distinct(
            [n for n in reading.regions[index] if n.rule != "region.adjective" and _is_place(reading, index, unit, n)]
        )
        if not 2 <= len(names) <= _MOST or not lexicon.pattern("cooperations.words").search(unit.text):
            continue
        for one, other in _pairs(unit, names, lexicon.pattern("cooperations.between")):
            first, second = sorted((one.key, other.key))
            project = reading.focus[index]
            yield Cooperation(
                regions=(first, second), project=project, evidence=(proof(unit, "cooperation.sentence", 0.6),)
            )


def _distinct(names: Sequence[Name]) -> list[Name]:
    kept: dict[str, Name] = {}
    for name in names:
        kept.setdefault(name.key, name)
    return list(kept.values())


def _pairs(unit: Unit, names: Sequence[Name], between: re.Pattern[str]) -> Iterator[tuple[Name, Name]]:
    """The pairs that a sentence joins: after «mellan» the two sides of its «och», else every two."""
    for cue in between.finditer(unit.text):
        after = [n for n in names if n.start >= unit.start + cue.end()]
        if len(after) >= 2 and after[0].start - unit.start - cue.end() <= 60:
            text = unit.text[cue.end() :]
            middle = re.search(r"\s(och|samt|and)\s", text[after[0].end - unit.start - cue.end() :])
            if middle:
                cut = after[0].end + middle.start()
                left, right = [n for n in after if n.end <= cut], [n for n in after if n.start > cut][:3]
                yield from ((a, b) for a in left for b in right)
                return
    yield from combinations(names, 2)
