"""Names of organisations and places in a document: each as written, and which of them mean the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graphkit.facts.actors import find_shapes
from graphkit.facts.coordination import find_lists
from graphkit.facts.coreference import resolve
from graphkit.facts.cues import find_cued
from graphkit.facts.gazetteer import Gazetteer, actor_key, fold, load_gazetteer, region_key
from graphkit.facts.reading import Name
from graphkit.facts.regions import Passage, find_regions, header_of, public_code
from graphkit.facts.words import addresses, follows, links, word_group, word_map, words_of
from graphkit.model import Block, BlockKind, Document

_FINNISH = re.compile(r"\b(?:Finland|finsk|finska|finländsk\w*|NTM-centralen|Finnish)\b")
_NUMBERED = re.compile(r"\s\d{1,4}(?:\s?[/(:-]|\s?av\b|\s*$)")
_MUNICIPAL = re.compile(
    r"^(.+?)\s(?:kommuns?|kommunes?|stads?|Municipality|Town)$|^(?:City|Municipality|Town) of (.+)$"
)


def find_names(document: Document, gazetteer: Gazetteer | None = None) -> tuple[Name, ...]:
    """The names of organisations and places, sorted by start; of one kind none overlaps another.

    A body that is a place too («Umeå kommun») is given as both, the place with the rule «region.municipality-form». Rules that say that a
    name is no fact by itself: «actor.contact», «actor.publisher», «actor.place», «actor.anaphor», «region.in-name», «region.adjective».
    """
    gazetteer = gazetteer or load_gazetteer()
    finnish = bool(_FINNISH.search(document.text))
    actors: list[Name] = []
    regions: list[Name] = []
    for block in document.blocks:
        passage = Passage(block.text, block.start, words_of(block.text, block.start), finnish=finnish)
        found = _actors_of(block, passage, gazetteer)
        places = _regions_of(block, passage, found, gazetteer)
        actors += [*found, *_place_actors(block, passage, places, gazetteer)]
        regions += places
    actors = resolve(document, actors, regions)
    regions = [name for name in regions if not _inside_other(name, actors)]
    return tuple(sorted((*actors, *regions), key=lambda name: (name.start, name.kind, name.end)))


def _inside_other(region: Name, actors: Sequence[Name]) -> bool:
    """Whether a place stands inside the name of a body that is no place itself."""
    return any(
        actor.start <= region.start < actor.end and not (actor.start == region.start and actor.end == region.end)
        for actor in actors
        if actor.rule not in ("actor.place", "actor.anaphor", "actor.municipality-cell", "actor.or-place")
    )


# ------------------------------------------------------------------------------------------------------ actors


def _actors_of(block: Block, passage: Passage, gazetteer: Gazetteer) -> list[Name]:
    candidates = [*_listed(passage, gazetteer), *_known(passage, gazetteer), *_shaped(passage, gazetteer)]
    no_text = list(links(block.text, block.start))
    candidates = [name for name in candidates if not any(start <= name.start < end for start, end in no_text)]
    found = _longest(candidates)
    cued = find_cued(block, passage, gazetteer)
    found = _longest(
        [*found, *(name for name in cued if not any(name.start < x.end and x.start < name.end for x in found))]
    )
    if block.kind is BlockKind.CONTACT:
        found = [replace(name, rule="actor.contact", confidence=min(name.confidence, 0.3)) for name in found]
    return found


def _longest(candidates: Iterable[Name]) -> list[Name]:
    """The longest of names that overlap; of equal ones the first given."""
    found: list[Name] = []
    taken: set[int] = set()
    for name in sorted(candidates, key=lambda name: (name.start - name.end, name.start)):
        if name.start not in taken and name.end - 1 not in taken:
            taken.update(range(name.start, name.end))
            found.append(name)
    return sorted(found, key=lambda name: name.start)


def _listed(passage: Passage, gazetteer: Gazetteer) -> Iterator[Name]:
    for listed in find_lists(passage.text, passage.words, passage.start):
        words = passage.words[listed.first : listed.last]
        text = passage.between(words[0].start, words[-1].end)
        full = listed.pattern.format(text)
        if "kommun" in listed.pattern and (official := official_municipality(text, gazetteer)):
            full = official
        yield _actor(passage, words[0].start, words[-1].end, full, "", "actor.list", 0.9, gazetteer)


def official_municipality(place: str, gazetteer: Gazetteer) -> str:
    """The name of the municipality of a place («Halmstad» -> «Halmstads kommun»), empty for none that is known."""
    for region in gazetteer.region(place):
        if region.type == "municipality":
            for alias in region.aliases:
                if alias.endswith(" kommun") and gazetteer.region(alias):
                    return alias
    return ""


def _known(passage: Passage, gazetteer: Gazetteer) -> Iterator[Name]:
    bare = word_map("actors.bare")
    for match in gazetteer.find_actors(passage.text, passage.words, passage.start):
        written = passage.between(match.start, match.end)
        actor = match.entry.actor
        assert actor is not None
        if written in bare or (
            fold(match.entry.form) in gazetteer.ordinary and not _named(passage, match.start, match.stop)
        ):
            continue
        following = passage.between(match.stop, match.stop + 12)
        if _NUMBERED.match(following) and (len(written) <= 4 or written == "Sida"):
            continue  # «Sida 1 (3)», «RS 2012/345»
        if written.endswith((" fylke", " län")) and gazetteer.region(written):
            continue
        after = following[:2]
        before = passage.between(match.start - 1, match.start)
        compound = (after[:1] in ("-", "–") and len(after) == 2 and after[1].isalnum()) or (
            before in ("-", "–", "/") and before != ""
        )
        name = Name(
            kind="actor",
            start=match.start,
            end=match.stop,
            text=passage.between(match.start, match.stop),
            key=actor_key(actor.name),
            name=written,
            type=_worded_type(written) or actor.type,
            rule="actor.fund" if actor.type == "eu" else "actor.known",
            canonical=actor.name,
            confidence=0.8 if actor.type == "eu" else 0.9,
        )
        if compound:
            name = replace(name, rule="actor.compound", confidence=0.3)
        elif (
            gazetteer.region(written) and actor.type not in ("municipality", "eu") and not written.startswith("Region ")
        ):
            name = replace(name, rule="actor.or-place", confidence=0.3)
        yield name
        after_name = next((word for word in passage.words if word.start == match.end + 1), None)
        if after_name is not None and follows([after_name], 0) and after_name.text in word_group("actors.extensions"):
            yield _actor(
                passage,
                match.start,
                after_name.end,
                f"{written} {after_name.text}",
                actor.type,
                "actor.extended",
                0.8,
                gazetteer,
            )


def _named(passage: Passage, start: int, stop: int) -> bool:
    """Whether an ordinary word is a name here: capitals that are no shouting, or a capital inside a sentence beside a cue."""
    text = passage.between(start, stop)
    if sum(char.isupper() for char in text) > 1:
        return not (passage.text.isupper() and len(passage.words) > 1)
    if " " in text:
        return True
    index = next((i for i, word in enumerate(passage.words) if word.start == start), None)
    if index is None:
        return False
    if len(passage.words) == 1 or text.rstrip("s") in word_group("actors.sure-words"):
        return True
    return not passage.words[index].first and passage.words[index - 1].text in word_group("actors.ordinary-cues")


def _shaped(passage: Passage, gazetteer: Gazetteer) -> Iterator[Name]:
    for shape in find_shapes(passage.text, passage.words, gazetteer, passage.start):
        words = passage.words[shape.first : shape.last]
        start, end = words[0].start, words[-1].end
        yield _actor(
            passage, start, end, passage.between(start, end), shape.type, shape.rule, shape.confidence, gazetteer
        )


def _actor(
    passage: Passage, start: int, end: int, name: str, type_: str, rule: str, confidence: float, gazetteer: Gazetteer
) -> Name:
    known = gazetteer.actor(name)
    if known is not None:
        type_ = _worded_type(name) or known.type
        confidence = max(confidence, 0.9)
    return Name(
        kind="actor",
        start=start,
        end=end,
        text=passage.between(start, end),
        key=actor_key(known.name if known else name),
        name=name,
        type=type_ or _shape_type(name),
        rule=rule,
        canonical=known.name if known else None,
        confidence=confidence,
    )


def _worded_type(name: str) -> str:
    """The type that a word of the name states, whatever a table says: «X AB», «Stiftelsen X», «Nätverket X»."""
    words = words_of(name)
    for word in reversed(words):
        for ending, type_ in word_map("actors.type-words").items():
            if word.text == ending or (len(ending) > 4 and word.low.endswith(ending)):
                return type_
    return ""


def _shape_type(name: str) -> str:
    words = words_of(name)
    tails = word_map("actors.tails")
    return next((tails[word.low] for word in reversed(words) if word.low in tails), "") or next(
        (type_ for word in words for head, type_ in word_map("actors.heads").items() if head == word.text), "other"
    )


# ----------------------------------------------------------------------------------------------------- regions


def _regions_of(block: Block, passage: Passage, actors: Sequence[Name], gazetteer: Gazetteer) -> list[Name]:
    if block.kind is BlockKind.CONTACT:
        return []
    no_text = [*links(block.text, block.start), *addresses(block.text, block.start)]
    found = []
    for name in find_regions(passage, gazetteer):
        inside = next((x for x in actors if x.start < name.end and name.start < x.end), None)
        if (inside is None or inside.rule == "actor.or-place") and not any(
            start <= name.start < end for start, end in no_text
        ):
            found.append(name)
    if block.cells:
        found = [_in_cell(name, block, passage, gazetteer) for name in found]
    for actor in actors:
        if actor.type == "municipality" and (place := _municipality_place(actor)):
            found.append(_as_region(actor, place, _after_preposition(passage, actor), gazetteer))
    return sorted(found, key=lambda name: name.start)


def _in_cell(name: Name, block: Block, passage: Passage, gazetteer: Gazetteer) -> Name:
    """The reading of a place that its column header or label asks for."""
    header = header_of(block.cells, name.start).strip(" :")
    cell = next((cell for cell in block.cells if cell.start <= name.start < cell.end), None)
    if cell is None or header not in word_group("regions.place-labels") | word_group("regions.municipality-labels"):
        return name
    words = words_of(cell.text, cell.start)
    again = Passage(cell.text, cell.start, words, header, passage.finnish)
    return next((other for other in find_regions(again, gazetteer) if other.start == name.start), name)


def _municipality_place(actor: Name) -> str:
    match = _MUNICIPAL.match(actor.name)
    return (match.group(1) or match.group(2)) if match else ""


def _after_preposition(passage: Passage, name: Name) -> bool:
    before = next((word for word in reversed(passage.words) if word.end < name.start), None)
    return before is not None and before.low in word_group("regions.place-prepositions")


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
        column = header_of(block.cells, region.start).strip(" :") in word_group("regions.municipality-labels")
        rule, confidence = ("actor.municipality-cell", 0.6) if column else ("actor.place", 0.2)
        name = _actor(passage, region.start, region.end, official, "municipality", rule, confidence, gazetteer)
        yield replace(name, rule=rule, confidence=confidence, type="municipality")
