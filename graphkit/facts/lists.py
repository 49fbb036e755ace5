"""Facts of list items under a line that says what they are: the partners, the financiers, the places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.facts.boxes import ROLES, Box
from graphkit.facts.leads import is_line, promised
from graphkit.facts.proofs import proof
from graphkit.model import BlockKind, Cell, Location, Role

_OWNERS = ("municipality", "region", "university", "company", "association", "school", "other", "network")
_COMMA = re.compile(r"[”\"»]?(?:,\s|\s[–—-]\s|\s\()")
_LONGEST = 250
"""Characters of a paragraph that enumerates."""


def find_in_item(box: Box) -> Iterator[Role | Location]:
    """The role or place that a list item has by its lead; money in items is a matter of sentences."""
    kind = promised(box.lead, box.lexicon)
    yield from _below_name(box)
    yield from _behind_name(box)
    if not is_line(box.unit) and not _is_name(box) and not (kind in ROLES and _is_enumeration(box)):
        return
    if kind in ROLES:
        for name in box.reading.actors[box.index]:
            yield Role(
                project=box.project, actor=name.key, role=kind, evidence=(proof(box.unit, f"role.{kind}-list", 0.8),)
            )
        if kind != "funder":
            yield from box.countries(Cell(box.unit.start, box.unit.end, box.unit.text))
    elif kind == "region" and is_line(box.unit):
        for region in box.reading.regions[box.index]:
            yield Location(project=box.project, region=region.key, evidence=(proof(box.unit, "location.list", 0.85),))


def _below_name(box: Box) -> Iterator[Role]:
    """«Nya spår», and on the line below it «Alfa byalag» and nothing else: whose project it is."""
    above = box.reading.units[box.index - 1] if box.index else None
    if above is None or above.block.kind is not BlockKind.HEADING or box.unit.block.kind is not BlockKind.PARAGRAPH:
        return
    named = any(name.key == box.project for name in box.reading.projects[box.index - 1])
    for name in box.reading.actors[box.index] if named and is_line(box.unit) else ():
        if name.type != "eu" and name.start == box.unit.start and name.end == box.unit.end:
            evidence = (proof(box.unit, "role.owner-below-name", 0.6),)
            yield Role(project=box.project, actor=name.key, role="owner", evidence=evidence)


def _behind_name(box: Box) -> Iterator[Role]:
    """«Nya spår, Alfa byalag.» at the head of an item that goes on to tell of it: whose project it is."""
    unit, names = box.unit, box.reading.projects[box.index]
    if unit.start != unit.block.start or unit.end == unit.block.end or not names or names[0].start != unit.start:
        return
    for name in box.reading.actors[box.index]:
        between = unit.text[names[0].end - unit.start : name.start - unit.start]
        behind = unit.text[name.end - unit.start :]
        if name.type in _OWNERS and _COMMA.fullmatch(between) and not behind.strip(" .)"):
            evidence = (proof(unit, "role.owner-behind-name", 0.6),)
            yield Role(project=names[0].key, actor=name.key, role="owner", evidence=evidence)


def _is_enumeration(box: Box) -> bool:
    """Whether the one paragraph below «Finansiärer» lists names and is no sentence: «EU, övrigt – (strukturfonder) Alfa högskola, interna medel»."""
    text = box.unit.text.rstrip()
    return text == box.unit.block.text.rstrip() and len(text) <= _LONGEST and not text.endswith((".", "!", "?", ":"))


def _is_name(box: Box) -> bool:
    """Whether a heading below «Partners» is a body's name and nothing else."""
    heading, text = box.unit.block.kind is BlockKind.HEADING, box.unit.text.strip()
    return heading and any(len(name.text) + 4 >= len(text) for name in box.reading.actors[box.index])
