"""Which area lies in which: the country of a named place, and whether one named place holds another."""

from __future__ import annotations

from functools import cache, lru_cache

from graphkit.facts.gazetteer import region_key
from graphkit.facts.reading import Name
from graphkit.reference import load_regions


@cache
def _parents() -> dict[str, str]:
    """The key of each region's parent, by the region's own key."""
    return {region_key(region.code): region_key(region.parent) if region.parent else "" for region in load_regions()}


@lru_cache(maxsize=10_000)
def lineage(key: str) -> tuple[str, ...]:
    """A known region and all that hold it, the nearest first; of an unknown one itself alone.

    >>> lineage("region:se122"), lineage("region:nowhere")
    (('region:se122', 'region:se12', 'region:se1', 'region:se'), ('region:nowhere',))
    """
    found = [key]
    while (parent := _parents().get(found[-1], "")) and parent not in found:
        found.append(parent)
    return tuple(found)


def country_of(name: Name) -> str:
    """The key of a place's country; empty where the reference table doesn't tell it."""
    last = lineage(name.key)[-1]
    return last if len(last) == len("region:se") else ""


def holds(outer: Name, inner: Name) -> bool:
    """Whether the reference table puts a place into another: Sverige holds Dalarna."""
    return outer.key != inner.key and outer.key in lineage(inner.key)
