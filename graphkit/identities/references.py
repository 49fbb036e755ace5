"""The reference tables looked up by name: which listed actor or region a name may mean. Several answers are no answer."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from graphkit.identities.forms import is_abbreviation, plain_name
from graphkit.reference import ReferenceActor, ReferenceRegion, load_actors, load_regions
from graphkit.text import slug


@cache
def _actors_by_name() -> dict[str, tuple[ReferenceActor, ...]]:
    index: dict[str, dict[str, ReferenceActor]] = defaultdict(dict)
    for actor in load_actors():
        for name in (actor.name, *actor.aliases):
            index[_key(name)][actor.name] = actor
    return {name: tuple(actors.values()) for name, actors in index.items()}


def _key(name: str) -> str:
    return name if is_abbreviation(name) else plain_name(name)


def listed_actor(name: str) -> ReferenceActor | None:
    """The actor of the reference table that alone bears a name; an abbreviation counts in its exact case only.

    >>> listed_actor("Sveriges lantbruksuniversitet").type, listed_actor("ICLD").name
    ('university', 'Internationellt centrum för lokal demokrati')
    >>> listed_actor("icld"), listed_actor("Byalaget i Myckelgensjö")
    (None, None)
    """
    found = _actors_by_name().get(_key(name), ())
    return found[0] if len(found) == 1 else None


@cache
def _actors_by_reference() -> dict[str, ReferenceActor]:
    return {actor.name: actor for actor in load_actors()}


def actor_of(name: str) -> ReferenceActor | None:
    """The row of the reference table whose name is written exactly so."""
    return _actors_by_reference().get(name)


@cache
def _actors_by_slug() -> dict[str, ReferenceActor]:
    return {slug(actor.name): actor for actor in load_actors()}


def actor_of_slug(name: str) -> ReferenceActor | None:
    """The listed actor that an entity's slug stands for."""
    return _actors_by_slug().get(name)


@cache
def _regions_by_code() -> dict[str, ReferenceRegion]:
    return {region.code: region for region in load_regions()}


def region_of(code: str) -> ReferenceRegion | None:
    """The region of the reference table that has a code, its own or a public one."""
    return _regions_by_code().get(code)


@cache
def _regions_by_slug() -> dict[str, ReferenceRegion]:
    return {slug(region.code): region for region in load_regions()}


def region_of_slug(name: str) -> ReferenceRegion | None:
    """The listed region that an entity's slug stands for.

    >>> region_of_slug("se122").name_sv
    'Södermanlands län'
    """
    return _regions_by_slug().get(name)


@cache
def _regions_by_name() -> dict[tuple[str, str], tuple[ReferenceRegion, ...]]:
    index: dict[tuple[str, str], dict[str, ReferenceRegion]] = defaultdict(dict)
    for region in load_regions():
        for name in (region.name_sv, region.name_en, region.name_local, *region.aliases):
            if name:
                index[(plain_name(name), region.type)][region.code] = region
    return {key: tuple(regions.values()) for key, regions in index.items()}


def listed_region(name: str, kind: str) -> ReferenceRegion | None:
    """The region of a kind that alone bears a name, or bears it first of all as its official name.

    >>> listed_region("Republic of Karelia", "county").code, listed_region("Kondopoga", "city") is None
    ('RU-KR', False)
    """
    found = _regions_by_name().get((plain_name(name), kind), ())
    return found[0] if len(found) == 1 else None
