"""The organisations of a block: known ones, shaped ones, listed ones and those that a label or a verb shows to be bodies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from graphkit.facts.actors import find_shapes
from graphkit.facts.coordination import find_lists
from graphkit.facts.cues import find_cued, find_listed_beside
from graphkit.facts.gazetteer import Gazetteer, Match, actor_key, fold
from graphkit.facts.kinds import is_person, kind_of, worded_type
from graphkit.facts.passages import Passage, offsets
from graphkit.facts.reading import Name
from graphkit.facts.stretches import capitals_end
from graphkit.facts.words import Word, follows, links, phrases, word_group, word_map
from graphkit.model import Block, BlockKind
from graphkit.reference import ReferenceRegion

_REGION = "Region {}"
_LONGEST_BRANCH = 2
_NUMBERED = re.compile(r"\s\d{1,4}(?:\s?[/(:-]|\s?av\b|\s*$)")


def find_actors(block: Block, passage: Passage, gazetteer: Gazetteer) -> list[Name]:
    """The names of organisations in a block, none inside another; those of a contact box have the rule «actor.contact»."""
    no_text = offsets(links(block.text, block.start))
    candidates = [*_listed(passage, gazetteer), *_known(passage, gazetteer), *_shaped(passage, gazetteer)]
    found = _longest(name for name in candidates if name.start not in no_text)
    taken = offsets((name.start, name.end) for name in found) | no_text
    cued = find_cued(block, passage, gazetteer)
    found = _longest([*found, *(name for name in cued if taken.isdisjoint(range(name.start, name.end)))])
    taken = offsets((name.start, name.end) for name in found) | no_text
    beside = find_listed_beside(passage, found, gazetteer)
    found = _longest([*found, *(name for name in beside if taken.isdisjoint(range(name.start, name.end)))])
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
        places = gazetteer.region(text)
        if "kommun" in listed.pattern and places and not any(place.type == "municipality" for place in places):
            continue  # «i Dalarna och Västernorrland kommuner» is no name
        if "kommun" in listed.pattern and not places and gazetteer.actor(text) is not None:
            continue  # «EU, Boda och Mora kommuner»
        if listed.pattern == _REGION and places and not any(_has_region(place) for place in places):
            continue  # «de ryska regionerna Karelen och Murmansk» are areas
        if "kommun" in listed.pattern and (official := official_municipality(text, gazetteer)):
            full = official
        yield to_actor(passage, words[0].start, words[-1].end, full, "", "actor.list", 0.9, gazetteer)


def _has_region(place: ReferenceRegion) -> bool:
    """Whether a place is a county whose body is called «Region X»: in Sweden and Denmark."""
    return place.type in ("county", "macro") and place.code[:2] in ("SE", "DK")


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
        if (
            match.stop > match.end
            and actor.type != "municipality"
            and gazetteer.region(passage.between(match.start, match.stop))
        ):
            continue  # «Nenets» is no genitive of Nenet
        following = passage.between(match.stop, match.stop + 12)
        if _NUMBERED.match(following) and (len(written) <= 4 or written == "Sida"):
            continue  # «Sida 1 (3)», «RS 2012/345»
        if written == "Sida" and following.startswith(":"):
            continue  # «Sida: 1 (14)»
        if actor.type == "eu" and _is_place_here(passage, match, gazetteer):
            continue  # «across the Baltic Sea Region»
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
            type=worded_type(written) or actor.type,
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
        index = passage.index(match.end + 1)
        if index is not None and (last := _extended(passage, index, written, actor.type, gazetteer)) > index:
            after_name = passage.words[last - 1]
            yield to_actor(
                passage,
                match.start,
                after_name.end,
                f"{written}{passage.between(match.end, after_name.end)}",
                actor.type,
                "actor.extended",
                0.8,
                gazetteer,
            )


def _extended(passage: Passage, index: int, written: str, type_: str, gazetteer: Gazetteer) -> int:
    """The end of what belongs to a known name from the word behind it on: «Nord», and of a firm its branch («Volvo Lastvagnar»)."""
    words = passage.words
    if not follows(words, index):
        return index
    if words[index].text in word_group("actors.extensions"):
        return index + 1
    if " " in written or not (type_ == "company" or written in word_group("actors.branched")):
        return index
    last = capitals_end(words, index)
    if last - index > _LONGEST_BRANCH or (last < len(words) and not words[last].joined and passage.header):
        return index
    for word in words[index:last]:
        if (
            word.text
            in word_group("actors.no-start") | word_group("actors.given-names") | phrases("actors.heads").keys()
        ):
            return index
    branch = passage.between(words[index].start, words[last - 1].end)
    return index if last == index or gazetteer.actor(branch) is not None or is_person(words[index:last]) else last


def _is_place_here(passage: Passage, match: Match, gazetteer: Gazetteer) -> bool:
    """Whether a fund's name is a place's in running text: «across the Baltic Sea Region», not «a Central Baltic-project»."""
    index = passage.index(match.start)
    if not index or not gazetteer.region(passage.between(match.start, match.end)):
        return False
    before = passage.words[index - 1]
    return (
        follows(passage.words, index) and before.text.islower() and passage.between(match.stop, match.stop + 1) != "-"
    )


def _named(passage: Passage, start: int, stop: int) -> bool:
    """Whether an ordinary word is a name here: capitals that are no shouting, or a capital inside a sentence beside a cue."""
    text = passage.between(start, stop)
    if sum(char.isupper() for char in text) > 1:
        return not (passage.text.isupper() and len(passage.words) > 1)
    if " " in text:
        return True
    index = passage.index(start)
    if index is None:
        return False
    if len(passage.words) == 1 or text.rstrip("s") in word_group("actors.sure-words"):
        return True
    return not passage.words[index].first and passage.words[index - 1].text in word_group("actors.ordinary-cues")


def _shaped(passage: Passage, gazetteer: Gazetteer) -> Iterator[Name]:
    for shape in find_shapes(passage.text, passage.words, gazetteer, passage.start):
        words = _named_part(passage.words[shape.first : shape.last])
        start, end = words[0].start, words[-1].end
        name = passage.between(start, end)
        if name[: len(name) // 2] == name[len(name) // 2 :]:  # «European UnionEuropean Union»
            end -= len(name) // 2
            name = passage.between(start, end)
        rule = "actor.fund" if shape.type == "eu" else shape.rule
        yield to_actor(passage, start, end, name, shape.type, rule, shape.confidence, gazetteer)


def _named_part(words: Sequence[Word]) -> Sequence[Word]:
    """A firm's words without the noun that only says what it is: «Boråsföretaget Trådrullen AB» is Trådrullen AB."""
    while len(words) > 2 and words[0].low in _labels():
        words = words[1:]  # «Projektnummer Alfa AB» on the one line of a form
    described = len(words) > 1 and words[0].low.endswith(tuple(word_group("actors.describing-endings")))
    return words[1:] if described and words[1].capital and words[1].text not in word_map("actors.legal") else words


@cache
def _labels() -> frozenset[str]:
    """Labels of one word that say who or what stands behind them."""
    groups = ("columns.owner", "columns.partner", "columns.funder", "columns.ignored", "projects.labels")
    return frozenset(word for group in groups for word in word_group(group) if len(word) > 7 and " " not in word)


def to_actor(
    passage: Passage, start: int, end: int, name: str, type_: str, rule: str, confidence: float, gazetteer: Gazetteer
) -> Name:
    """A name of an organisation, with the reference's key and type where the table knows it."""
    known = gazetteer.actor(name)
    if known is not None:
        type_ = worded_type(name) or known.type
        confidence = max(confidence, 0.9)
    elif type_ in ("", "other"):
        type_ = worded_type(name) or type_
    return Name(
        kind="actor",
        start=start,
        end=end,
        text=passage.between(start, end),
        key=actor_key(known.name if known else name),
        name=name,
        type=type_ or kind_of(name),
        rule=rule,
        canonical=known.name if known else None,
        confidence=confidence,
    )
