"""Names of organisations and places in a document: each as written, and which of them mean the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from graphkit.facts.boards import find_boards
from graphkit.facts.bodies import find_actors, official_municipality, to_actor
from graphkit.facts.coreference import resolve
from graphkit.facts.countylists import read_county_lists
from graphkit.facts.gazetteer import Gazetteer, actor_key, load_gazetteer, public_code, region_key
from graphkit.facts.organs import with_organs
from graphkit.facts.passages import Passage, header_of, offsets, passage_of
from graphkit.facts.placeforms import with_short_forms
from graphkit.facts.plausible import Usage, plausible
from graphkit.facts.reading import Name
from graphkit.facts.regions import find_regions
from graphkit.facts.words import addresses, links, word_group, word_map
from graphkit.model import Block, BlockKind, Document
from graphkit.wordpatterns import PhrasePattern

_PLACES_TOO = ("actor.place", "actor.anaphor", "actor.municipality-cell", "actor.or-place")
_MUNICIPAL = re.compile(
    r"^(.+?)\s(?:kommuns?|kommunes?|stads?|(?i:municipality)|Town|(?:Municipal|City|Town) (?:Council|Government))$"
    r"|^(?:City|(?i:municipality)|Town) of (.+)$"
)
_TOLD_BY_VERB = ("actor.cue", "actor.sibling")
_UNKNOWN = ("region.preposition", "region.area-word", "region.city-word")
_AND = re.compile(r"\s(?:och|samt|and|og)\s")


def find_names(document: Document, gazetteer: Gazetteer | None = None) -> tuple[Name, ...]:
    """The names of organisations and places, sorted by start; of one kind none overlaps another.

    A body that is a place too («Umeå kommun») is given as both, the place with the rule «region.municipality-form». Rules that say that a
    name is no fact by itself: «actor.contact», «actor.publisher», «actor.place», «actor.anaphor», «region.in-name», «region.adjective».
    """
    gazetteer = gazetteer or load_gazetteer()
    countries = countries_of(document.text)
    actors: list[Name] = []
    regions: list[Name] = []
    passages = [passage_of(block.text, block.start, countries=countries) for block in document.blocks]
    for block, passage in zip(document.blocks, passages, strict=True):
        found = [_unowned(a, gazetteer) for a in find_actors(block, passage, gazetteer) if not _is_area(passage, a)]
        places = _regions_of(block, passage, found, gazetteer)
        listed = [actor for actor in found if _is_listed_place(passage, actor, places)]
        found = [actor for actor in found if actor not in listed]
        places = sorted([*places, *map(_as_listed_place, listed)], key=lambda name: name.start)
        actors += [*found, *_place_actors(block, passage, places, gazetteer)]
        regions += places
    usage = Usage(document, passages)
    regions = list(plausible(usage, regions))
    actors = with_organs(document.text, resolve(document, list(plausible(usage, actors)), regions))
    actors = [*actors, *find_boards(document, actors, gazetteer)]
    bodies = {at: name for name in actors if name.rule not in _PLACES_TOO for at in range(name.start, name.end)}
    regions = [
        name
        for name in regions
        if _same_span(name, bodies.get(name.start)) and _same_span(name, bodies.get(name.end - 1))
    ]
    regions = with_short_forms(read_county_lists(document, regions, gazetteer))
    return tuple(sorted((*_apart(actors), *_apart(regions)), key=lambda name: (name.start, name.kind, name.end)))


def countries_of(text: str) -> frozenset[str]:
    """The codes of the countries whose names, adjectives or bodies stand in a text.

    >>> sorted(countries_of("Svenska och ryska företag möts i Tallinn."))
    ['RU', 'SE']
    """
    words = word_map("regions.country-words")
    return frozenset(words[match.group().casefold()] for match in _country_pattern().finditer(text))


@cache
def _country_pattern() -> PhrasePattern:
    return PhrasePattern(sorted(word_map("regions.country-words"), key=lambda word: (-len(word), word)))


def _apart(names: Sequence[Name]) -> Iterator[Name]:
    """The names without those that overlap an earlier or, from the same start, a longer one."""
    end = 0
    for name in sorted(names, key=lambda name: (name.start, -name.end)):
        if name.start >= end:
            end = name.end
            yield name


def _unowned(actor: Name, gazetteer: Gazetteer) -> Name:
    """A body without the country whose genitive stands before it: «Finland's Ministry of the Environment»."""
    owner = None if actor.rule == "actor.known" else _OWNER.match(actor.text)
    if owner is None or not any(region.type == "country" for region in gazetteer.region(owner.group(1))):
        return actor
    text = actor.text[owner.end() :]
    return replace(actor, start=actor.start + owner.end(), text=text, name=text, key=actor_key(text))


_OWNER = re.compile(r"([A-ZÅÄÖ][\w-]+)['’]s\s(?=[A-ZÅÄÖ])")


def _is_area(passage: Passage, actor: Name) -> bool:
    """Whether a body that only its verb tells is rather where something is, «arbetet i Storfjorden får stöd», or part of a headline in capitals."""
    if actor.rule == "actor.beside-place" and passage.text.isupper():
        return True
    ends = (*word_group("regions.area-tails"), *word_group("regions.area-endings"))
    return actor.rule in _TOLD_BY_VERB and actor.text.casefold().endswith(ends) and _after_preposition(passage, actor)


def _is_listed_place(passage: Passage, actor: Name, places: Sequence[Name]) -> bool:
    """Whether a body that only its verb tells is rather the last of a list of places: «parkerna i Kosterhavet och Yttre Grynskär får stöd»."""
    if actor.rule not in _TOLD_BY_VERB:
        return False
    before = next((place for place in reversed(places) if place.end <= actor.start and place.rule in _UNKNOWN), None)
    joined = before is not None and _AND.fullmatch(passage.between(before.end, actor.start))
    return before is not None and bool(joined) and _after_preposition(passage, before)


def _as_listed_place(actor: Name) -> Name:
    key = region_key(actor.name)
    return replace(actor, kind="region", key=key, type="city", rule="region.sibling", code=None, confidence=0.5)


def _same_span(region: Name, actor: Name | None) -> bool:
    """Whether a place is no part of the name of a body: no body is there, or the place is all of it."""
    return actor is None or (actor.start, actor.end) == (region.start, region.end)


# ----------------------------------------------------------------------------------------------------- regions


def _regions_of(block: Block, passage: Passage, actors: Sequence[Name], gazetteer: Gazetteer) -> list[Name]:
    if block.kind is BlockKind.CONTACT:
        return []
    no_text = offsets((*links(block.text, block.start), *addresses(block.text, block.start)))
    bodies = offsets((name.start, name.end) for name in actors if name.rule != "actor.or-place")
    found = [
        name
        for name in find_regions(passage, gazetteer)
        if name.start not in no_text and name.start not in bodies and name.end - 1 not in bodies
    ]
    if block.cells:
        found = _in_cells(found, block, passage, gazetteer)
    for actor in actors:
        if actor.type == "municipality" and (place := _municipality_place(actor)):
            found.append(_as_region(actor, place, _after_preposition(passage, actor), gazetteer))
    return sorted(found, key=lambda name: name.start)


def _in_cells(names: Sequence[Name], block: Block, passage: Passage, gazetteer: Gazetteer) -> list[Name]:
    """The readings of places that their column headers or labels ask for."""
    labels = (
        word_group("regions.place-labels")
        | word_group("regions.municipality-labels")
        | word_group("regions.county-labels")
    )
    again: dict[int, Name] = {}
    for cell in block.cells:
        header = header_of(block.cells, cell.start)
        if header in labels and cell.text:
            part = passage_of(cell.text, cell.start, header=header, countries=passage.countries)
            again |= {name.start: name for name in find_regions(part, gazetteer)}
    return [again.get(name.start, name) for name in names]


def _municipality_place(actor: Name) -> str:
    match = _MUNICIPAL.match(actor.name)
    return (match.group(1) or match.group(2)) if match else ""


def _after_preposition(passage: Passage, name: Name) -> bool:
    index = passage.index_from(name.start)
    return index > 0 and passage.words[index - 1].low in word_group("regions.place-prepositions")


def _as_region(actor: Name, place: str, located: bool, gazetteer: Gazetteer) -> Name:
    region = next((r for r in gazetteer.region(place) if r.type == "municipality"), None)
    return replace(
        actor,
        kind="region",
        key=region_key(region.code if region else place),
        type="municipality",
        rule="region.municipality-form",
        code=public_code(region) if region else None,
        canonical=(region.name_sv if region.code.startswith("SE") else region.name_en) if region else None,
        confidence=0.8 if located else 0.4,
    )


def _place_actors(block: Block, passage: Passage, regions: Sequence[Name], gazetteer: Gazetteer) -> Iterator[Name]:
    """The municipalities that bare names of places may stand for: «Nybro och Emmaboda betalar», the column «Kommun»."""
    for region in regions:
        if region.type not in ("city", "municipality") or region.rule in ("region.municipality-form", "region.in-name"):
            continue
        official = official_municipality(region.name, gazetteer)
        if not official:
            continue
        column = header_of(block.cells, region.start) in word_group("regions.municipality-labels")
        rule, confidence = ("actor.municipality-cell", 0.6) if column else ("actor.place", 0.2)
        name = to_actor(passage, region.start, region.end, official, "municipality", rule, confidence, gazetteer)
        yield replace(name, rule=rule, confidence=confidence, type="municipality")
