"""The reference tables looked up by name: which listed actor or region a name may mean. Several answers are no answer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import cache

from graphkit.identities.forms import core_name, is_abbreviation, is_bare, plain_name, slug_of
from graphkit.reference import ReferenceActor, ReferenceRegion, load_actors, load_regions
from graphkit.text import slug


def listed_actor(name: str, kind: str = "", aliases: Iterable[str] = ()) -> ReferenceActor | None:
    """The listed actor that alone bears a name, or that all those aliases name which are listed at all.

    An abbreviation counts in its exact case, a bare «Länsstyrelsen» not at all; an actor found by its aliases is of the kind wanted.

    >>> listed_actor("Sveriges lantbruksuniversitet").name == listed_actor("SLU").name, listed_actor("slu")
    (True, None)
    >>> listed_actor("Leksand", "municipality").name, listed_actor("Byalaget i Myckelgensjö")
    ('Leksands kommun', None)
    >>> listed_actor("Swedish Agricultural Agency", "agency", ["Jordbruksverket"]).name
    'Jordbruksverket'
    """
    if is_bare(name):
        return None
    if found := _actor(name, kind):
        return found
    others = {actor.name: actor for alias in aliases if not is_bare(alias) and (actor := _actor(alias, kind))}
    if len(others) == 1:
        (actor,) = others.values()
        return actor if kind in ("", "other", actor.type) else None
    return None


def _actor(name: str, kind: str) -> ReferenceActor | None:
    if is_abbreviation(name):
        exact = _actors_by_written().get(name, {})
        return next(iter(exact.values())) if len(exact) == 1 else None
    written = _actors_by_written().get(name.casefold(), {})  # Habo and Håbo are two municipalities
    if len(written) == 1:
        return next(iter(written.values()))
    exact = _actors_by_name().get(plain_name(name), {})
    if len(exact) == 1:
        return next(iter(exact.values()))
    core = _actors_by_core().get((core_name(name, kind), kind), {})
    return next(iter(core.values())) if len(core) == 1 else None


Actors = dict[str, ReferenceActor]


@cache
def _actors_by_written() -> dict[str, Actors]:
    """By names and aliases as written: abbreviations in their case, other names in any; an actor's own name before another's alias."""
    index: dict[str, Actors] = defaultdict(dict)
    for actor in load_actors():
        for name in actor.aliases:
            index[name if is_abbreviation(name) else name.casefold()][actor.name] = actor
    for actor in load_actors():
        index[actor.name if is_abbreviation(actor.name) else actor.name.casefold()] = {actor.name: actor}
    return dict(index)


@cache
def _actors_by_name() -> dict[str, Actors]:
    index: dict[str, Actors] = defaultdict(dict)
    for actor in load_actors():
        for name in (actor.name, *actor.aliases):
            if not is_abbreviation(name):
                index[plain_name(name)][actor.name] = actor
    return dict(index)


@cache
def _actors_by_core() -> dict[tuple[str, str], Actors]:
    index: dict[tuple[str, str], Actors] = defaultdict(dict)
    for actor in load_actors():
        for name in (actor.name, *actor.aliases):
            if not is_abbreviation(name):
                index[(core_name(name, actor.type), actor.type)][actor.name] = actor
    return dict(index)


def listed_region(name: str, kind: str) -> ReferenceRegion | None:
    """The listed region of a kind that alone bears a name; the name in full counts before the name without «län» or «kommun».

    >>> listed_region("Republic of Karelia", "county").code, listed_region("Lycksele kommun", "municipality").code
    ('RU-KR', 'SE-2481')
    >>> listed_region("Arnö", "city")  # two towns bear it
    """
    for form in (_plain, core_name):
        found = {x.code: x for x in map(_today, _regions_by(form).get((form(name, kind), kind), {}).values())}
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def _plain(name: str, _kind: str) -> str:
    return plain_name(name)


@cache
def _regions_by(form: Callable[[str, str], str]) -> dict[tuple[str, str], dict[str, ReferenceRegion]]:
    index: dict[tuple[str, str], dict[str, ReferenceRegion]] = defaultdict(dict)
    for region in load_regions():
        for name in (region.name_sv, region.name_en, region.name_local, *region.aliases):
            if name:
                index[(form(name, region.type), region.type)][region.code] = region
    return dict(index)


def slug_of_actor(actor: ReferenceActor) -> str:
    """The slug of a listed actor: its name, and its region's code where two are told apart by an accent alone.

    >>> [slug_of_actor(listed_actor(name)) for name in ("Nutek", "Habo kommun", "Håbo kommun")]
    ['nutek', 'habo-kommun-se-0643', 'habo-kommun-se-0305']
    """
    name = slug_of(actor.name)
    return f"{name}-{slug(actor.region)}" if name in _shared_slugs() else name


@cache
def _shared_slugs() -> frozenset[str]:
    names = Counter(slug_of(actor.name) for actor in load_actors())
    return frozenset(name for name, number in names.items() if number > 1)


@cache
def _actors_by_slug() -> dict[str, ReferenceActor]:
    return {slug_of_actor(actor): actor for actor in load_actors()}


def actor_of_slug(name: str) -> ReferenceActor | None:
    """The listed actor that an entity's slug stands for.

    >>> actor_of_slug("nutek").successor
    'Tillväxtverket'
    """
    return _actors_by_slug().get(name)


@cache
def _regions_by_slug() -> dict[str, ReferenceRegion]:
    return {slug(region.code): region for region in load_regions()}


def region_of_slug(name: str) -> ReferenceRegion | None:
    """The listed region that an entity's slug stands for.

    >>> region_of_slug("se122").name_sv
    'Södermanlands län'
    """
    return _regions_by_slug().get(name)


def region_of(code: str) -> ReferenceRegion | None:
    """The listed region that has a code. A place with several codes is one region, whichever of them is written.

    >>> region_of("AX").code, region_of("FI-01").code, region_of("NO-20").code
    ('FI-01', 'FI-01', 'NO-56')
    """
    found = _regions_by_slug().get(slug(code)) if code else None
    return _today(found) if found else None


def _today(region: ReferenceRegion) -> ReferenceRegion:
    """The region that a listed one is today: Finnmark before and after 2019 is one place, and so is Åland as a land of its own and as a county."""
    return _regions_of_one_name().get(_place(region), region)


def _place(region: ReferenceRegion) -> tuple[str, str]:
    """A region's name without the years for which it holds, and the country around it."""
    return region.name_sv.partition(" (")[0], region.parent


@cache
def _regions_of_one_name() -> dict[tuple[str, str], ReferenceRegion]:
    """Of counties and lands that bear one name within one country the one that holds today, a county before a land."""
    found: dict[tuple[str, str], ReferenceRegion] = {}
    for region in load_regions():
        if region.type not in ("county", "country") or not region.parent:
            continue
        known = found.setdefault(_place(region), region)
        if (region.valid_to is None, region.type == "county") > (known.valid_to is None, known.type == "county"):
            found[_place(region)] = region
    return found
