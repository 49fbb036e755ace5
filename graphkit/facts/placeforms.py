"""Shorter forms of a place that a document names in full: «Storån» after «Storåns dalgång», «Novgorod» beside «Velikij Novgorod»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.facts.reading import Name

_UNKNOWN = ("region.area-word", "region.preposition", "region.sibling", "region.city-word")


def with_short_forms(regions: Sequence[Name]) -> list[Name]:
    """The places, each shorter form as the place that the document names in full.

    A form is shorter when it is no place of its own: an unknown name with which a longer one begins, or the last word of a town's name of
    which a county is called too.
    """
    longer: dict[str, dict[str, Name]] = {}
    for name in regions:
        if " " in name.text:
            longer.setdefault(name.text.split()[0], {}).setdefault(name.text, name)
            longer.setdefault(name.text.split()[-1], {}).setdefault(name.text, name)
    return [_in_full(name, longer) for name in regions]


def _in_full(name: Name, longer: dict[str, dict[str, Name]]) -> Name:
    for full in longer.get(name.text.split()[0], {}).values():
        begins = name.rule in _UNKNOWN and full.text.startswith(f"{name.text} ")
        ends = name.rule == "region.known" and name.type == "county" and full.type == "city"
        if full.key != name.key and (begins or (ends and full.text.endswith(f" {name.text}"))):
            return replace(full, start=name.start, end=name.end, text=name.text)
    return name
