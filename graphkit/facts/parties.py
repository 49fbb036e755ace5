"""The areas that a sentence or heading names as parties: places, municipalities, and the areas of regional bodies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from graphkit.facts.areas import holds
from graphkit.facts.placing import NO_PLACES
from graphkit.facts.reading import Name, Reading, Unit
from graphkit.model import BlockKind

_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_INSIDE = re.compile(r",?\s(?:i|in|på|on)\s(?:[a-zåäö]\w+\s)?|,\s|\s\(")
_BODIES = ("region", "municipality", "county-board")


def areas_of_bodies(reading: Reading) -> dict[str, Name]:
    """The area of each regional body whose name holds a place that the document names: «Gotland» for «Region Gotland»."""
    places: dict[str, Name] = {}
    named = [name for of_unit in reading.regions for name in of_unit if name.rule != "region.adjective"]
    for name in sorted(named, key=lambda n: n.rule == "region.of-name"):
        places.setdefault(name.name.removesuffix(" län").removesuffix("s"), name)
    found: dict[str, Name] = {}
    for of_unit in reading.actors:
        for actor in of_unit:
            if actor.type in _BODIES and actor.key not in found:
                words = actor.name.split()
                place = next((p for word in words if (p := places.get(word.removesuffix("s"))) is not None), None)
                if place is not None:
                    found[actor.key] = place
    return found


def areas_of(reading: Reading, index: int, unit: Unit, bodies: dict[str, Name]) -> list[Name]:
    """The areas that a unit names, in order of place: places, municipalities, and those of regional bodies; what only says where they lie is out."""
    named = reading.projects[index] if unit.block.kind not in _HEADS else ()
    names = [
        n
        for n in reading.regions[index]
        if n.rule not in NO_PLACES and not any(p.start <= n.start and n.end <= p.end for p in named)
    ]
    for actor in reading.actors[index]:
        place = bodies.get(actor.key)
        if place is not None and not any(n.start < actor.end and actor.start < n.end for n in names):
            names.append(_standing_for(place, actor))
    return without_containers(sorted(names, key=lambda n: n.start), unit)


def _standing_for(place: Name, actor: Name) -> Name:
    """A place's name where a body stands for it."""
    return Name(
        kind="region",
        start=actor.start,
        end=actor.end,
        text=actor.text,
        key=place.key,
        name=place.name,
        type=place.type,
        rule="region.of-name" if place.rule == "region.of-name" else "region.of-body",
        code=place.code,
        canonical=place.canonical,
    )


def without_containers(names: Sequence[Name], unit: Unit) -> list[Name]:
    """«A i Xlän och B i Ylän» are the counties X and Y; «A och B i Xlän», «A i Land» are the places A and B."""
    containers = []
    for before, name in pairwise(names):
        gap = unit.text[before.end - unit.start : name.start - unit.start]
        if _INSIDE.fullmatch(gap) and (_is_wider(name, before) or holds(name, before)):
            containers.append(name)
    counties = {name.key for name in containers if name.type in ("county", "macro")}
    if len(counties) > 1:
        return [name for name in names if name.key in counties or not _lies_in(name, containers, unit)]
    return [name for name in names if name not in containers]


_WIDTH = ("city", "municipality", "county", "macro", "country")


def _is_wider(outer: Name, inner: Name) -> bool:
    return _WIDTH.index(outer.type) > _WIDTH.index(inner.type)


def _lies_in(name: Name, containers: Sequence[Name], unit: Unit) -> bool:
    """Whether a name stands in the list right before a container."""
    behind = [c for c in containers if c.start >= name.end]
    return (
        name not in containers
        and bool(behind)
        and not re.search(r"[.;:]", unit.text[name.end - unit.start : behind[0].start - unit.start])
    )
