"""How things look: a shape and a colour for each type, a colour for each kind of line.

No type leans on its colour alone: types of one shape differ in lightness. Colours follow Okabe and Ito's palette
for colour-blind readers; borders are dark enough (3:1 on white) to be seen where a fill is pale.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """A shape as vis-network names it, its fill and its border."""

    shape: str
    fill: str
    border: str


THINGS: dict[str, Look] = {
    "actor.region": Look("dot", "#0072b2", "#00456d"),
    "actor.county-board": Look("square", "#56b4e9", "#1f6f9e"),
    "actor.municipality": Look("triangle", "#009e73", "#005c43"),
    "actor.agency": Look("diamond", "#d55e00", "#8a3d00"),
    "actor.university": Look("hexagon", "#7b3294", "#4a1c5a"),
    "actor.company": Look("triangleDown", "#e69f00", "#8a5f00"),
    "actor.association": Look("dot", "#f6d5e6", "#a3447a"),
    "actor.eu": Look("star", "#1d3fa8", "#10246a"),
    "actor.school": Look("hexagon", "#dcc3e6", "#7b3294"),
    "actor.network": Look("diamond", "#f9dcc4", "#a85a1f"),
    "actor.other": Look("square", "#c9ced4", "#59636e"),
    "project.": Look("square", "#2b333b", "#000000"),
    "region.country": Look("star", "#7a5c00", "#4d3a00"),
    "region.macro": Look("hexagon", "#f3e2a9", "#7a5c00"),
    "region.county": Look("dot", "#b8860b", "#6b4e00"),
    "region.municipality": Look("triangle", "#e0c060", "#7a5c00"),
    "region.city": Look("triangleDown", "#f3e2a9", "#7a5c00"),
}
"""By kind and type of thing; «project.» is every project."""

LINES: dict[str, str] = {
    "owner": "#0b62a4",
    "partner": "#00805d",
    "funder": "#c44f00",
    "cooperates": "#4c5b6b",
    "funds": "#c44f00",
    "shares": "#9a6c00",
    "works-in": "#9a6c00",
    "target": "#9a6c00",
    "planned": "#9a6c00",
}
"""The colour of a line by its kind."""


def look(kind: str, type: str) -> Look:
    """The look of a thing; a type that the table lacks looks like its kind's «other».

    >>> look("actor", "eu").shape, look("project", "").fill, look("region", "hamlet").shape
    ('star', '#2b333b', 'triangleDown')
    """
    fallback = {"actor": "actor.other", "region": "region.city", "project": "project."}[kind]
    return THINGS.get(f"{kind}.{type}", THINGS[fallback])
