"""Facts of list items under a line that says what they are: the partners, the financiers, the places."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.facts.boxes import ROLES, Box
from graphkit.facts.leads import is_line, promised
from graphkit.facts.proofs import proof
from graphkit.model import Location, Role


def find_in_item(box: Box) -> Iterator[Role | Location]:
    """The role or place that a list item has by its lead; money in items is a matter of sentences."""
    kind = promised(box.lead, box.lexicon)
    if not is_line(box.unit):
        return
    if kind in ROLES:
        for name in box.reading.actors[box.index]:
            yield Role(
                project=box.project, actor=name.key, role=kind, evidence=(proof(box.unit, f"role.{kind}-list", 0.8),)
            )
    elif kind == "region":
        for region in box.reading.regions[box.index]:
            yield Location(project=box.project, region=region.key, evidence=(proof(box.unit, "location.list", 0.85),))
