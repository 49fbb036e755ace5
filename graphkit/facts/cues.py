"""Organisations without any shape: a capitalised name in a labelled value («Projektägare: Holmen»), beside a cue («drivs av Pirityiset») or in a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

from graphkit.facts.gazetteer import Gazetteer, actor_key
from graphkit.facts.kinds import is_person, kind_of
from graphkit.facts.passages import Passage
from graphkit.facts.reading import Name
from graphkit.facts.words import Phrases, Word, phrase_at, phrase_table, word_group, word_map
from graphkit.model import Block, BlockKind

_PART = re.compile(r"[^,;\n]+")
_VALUE_END = re.compile(r"\s*(?:\(.*|\d[\d\s.,]*(?:kr|kronor|SEK|EUR|NOK|tkr|mkr|%|€)?.*)$", re.DOTALL)
_JOINT = re.compile(r"\)?,?\s(?:och|samt|and|og)\s(?:även\s|också\s|the\s)?|\)?,\s")
_FOLLOWS = (
    "actors.name-follows",
    "roles.owner-passives",
    "roles.owner-nouns",
    "roles.partner-passives",
    "roles.funder-passives",
)
_PRECEDES = (
    "actors.name-precedes",
    "roles.owner-verbs",
    "roles.partner-verbs",
    "roles.funder-verbs",
    "roles.receiver-verbs",
)
_SURE = 0.4
_WATERS = ("sjön", "ån", "älven", "viken", "fjärden", "vattendraget", "ön", "berget", "dalen")
_LOW_WORDS = 2
_DEEP = 3
_NEAR = 120
"""Characters before a name in which the commas of its list are counted."""
_LONGEST_LIST = 30
_SHORTEST_NOUN = 5
_ROW_OF_FIRMS = 3
"""As many firms one after the other make the next name of their list a firm's, even if a place is called so."""


def find_cued(block: Block, passage: Passage, gazetteer: Gazetteer) -> Iterator[Name]:
    """Names that only their surroundings show to be bodies; those of places are left to the places."""
    if block.kind in (BlockKind.PAIR, BlockKind.ROW) and block.cells:
        yield from _labelled(block, passage, gazetteer)
    elif block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        beside = [*_following(passage, gazetteer), *_preceding(passage, gazetteer)]
        yield from sorted(beside, key=lambda name: -name.confidence)  # «I gruppen ingår X»: the surer of two cues


def find_listed_beside(passage: Passage, bodies: Sequence[Name], gazetteer: Gazetteer) -> Iterator[Name]:
    """Unknown capitals in a list with bodies: «Region Gotland, Solros och Fyrvaktarna»; weak by themselves."""
    taken = {name.start: name for name in bodies}
    firms = _firms_before(passage, bodies)
    for name in bodies:
        if name.confidence < _SURE or name.rule == "actor.fund":
            continue
        end, listed = name.end, 0
        while listed < _LONGEST_LIST and (gap := _JOINT.match(passage.text, end - passage.start)):
            index = passage.index(passage.start + gap.end())
            if index is None or passage.words[index].start in taken or not _begins_item(passage, index, listed):
                break
            listed += 1
            last = _item_end(passage, _forward(passage.words, index))
            words = passage.words[index:last]
            rest = passage.text[words[-1].end - passage.start :][:20]
            alone = gap.group().endswith(", ") and not _JOINT.match(rest)
            place = _is_place(passage, words, gazetteer) and firms[name.start] < _ROW_OF_FIRMS
            if (
                (alone and firms[name.start] < _ROW_OF_FIRMS)
                or rest[:1] in ("-", "–", ":")
                or is_person(words)
                or place
            ):
                break
            sure = firms[name.start] > 1 or (name.rule == "actor.cue" and name.confidence > _SURE)
            kind = "company" if firms[name.start] > 1 else "other"
            yield _name(passage, words, "actor.sibling", _SURE if sure else 0.3, kind)
            end = words[-1].end


def _begins_item(passage: Passage, index: int, listed: int) -> bool:
    """Whether a word begins the next name of a list; deep in one an ordinary first word does too: «Beta, Gamma, Svensk Alfaenergi»."""
    words = passage.words
    if _opens(words[index]):
        return True
    deep = max(listed, _commas_before(passage, index)) >= _DEEP
    return deep and _forward(words, index) > index + 1 and words[index].capital and words[index].text.isalpha()


def _commas_before(passage: Passage, index: int) -> int:
    """How many commas stand shortly before a word in its sentence."""
    at = passage.words[index].start - passage.start
    before = passage.text[max(0, at - _NEAR) : at]
    return before[max(before.rfind(". "), before.rfind("\n")) + 1 :].count(", ")


def _item_end(passage: Passage, last: int) -> int:
    """The end of a list's item behind its capitals: with the common nouns up to the next comma («Alfa eldningsteknik, Beta, …»)."""
    end = last
    while (
        end < len(passage.words)
        and end - last < _LOW_WORDS
        and passage.words[end].joined
        and passage.words[end].text.islower()
    ):
        if passage.words[end].text in word_group("actors.plain-words") or len(passage.words[end].text) < _SHORTEST_NOUN:
            return last
        end += 1
    gap = passage.text[passage.words[end - 1].end - passage.start :][:2]
    return end if gap == ", " else last


def _firms_before(passage: Passage, bodies: Sequence[Name]) -> dict[int, int]:
    """How many firms and universities a list has up to each body, by its start: «ABB, Volvo, Northvolt, Höganäs och Saft» goes on with firms."""
    found: dict[int, int] = {}
    last: Name | None = None
    for name in bodies:
        listed = last is not None and _JOINT.fullmatch(passage.between(last.end, name.start))
        firm = name.type in ("company", "university") and name.confidence >= _SURE
        found[name.start] = (found[last.start] if listed and last else 0) + 1 if firm else 0
        last = name
    return found


# ------------------------------------------------------------------------------------------- labels


def _labelled(block: Block, passage: Passage, gazetteer: Gazetteer) -> Iterator[Name]:
    labels = word_group("actors.labels")
    for index, cell in enumerate(block.cells):
        header = cell.header or (block.cells[0].text if block.kind is BlockKind.PAIR and index else "")
        if header.strip(" :") not in labels:
            continue
        for part in _PART.finditer(cell.text):
            text = _VALUE_END.sub("", part.group()).strip(" .:")
            if not _body_like(text) or gazetteer.region(text) or text in gazetteer.regions:
                continue
            start = cell.start + part.start() + part.group().index(text)
            common = " " in text and not any(char.isupper() for char in text[1:])
            words = tuple(word for word in passage.words if start <= word.start < start + len(text))
            if words:
                yield _name(passage, words, "actor.label", 0.3 if common else 0.8)


def _body_like(text: str) -> bool:
    """Whether a cell's text can be the name of a body: it begins with a capital, is short, and is no label or sum."""
    first = text.split(" ")[0].strip(":") if text else ""
    if not any(char.isupper() for char in first) or len(text) > 70 or len(text.split()) > 7:
        return False
    common = {*word_map("actors.anaphors"), *word_map("actors.plural-heads"), *word_map("actors.plural-tails")}
    if first in word_group("actors.no-start") | word_group("actors.ordinary-words") or first.lower() in common:
        return False
    return not first.endswith(("vägen", "gatan"))


# ------------------------------------------------------------------------------------------- cues


@cache
def _cues(groups: tuple[str, ...]) -> Phrases:
    """The lines of lexicon groups, also with a capital at their beginning; the value of a line is the group that has it."""
    lines: dict[str, str] = {}
    for group in groups:
        for line in (*word_group(group), *(_titles() if group == _FOLLOWS[0] else ())):
            for form in (line, line[0].upper() + line[1:]):
                lines.setdefault(form, group)
    return phrase_table(lines)


def _titles() -> Iterator[str]:
    """«partner är», «projektparterna är»: nouns for who has a part, before a name."""
    for group in ("roles.owner-titles", "roles.partner-titles", "roles.funder-titles"):
        for title, being in product(sorted(word_group(group)), sorted(word_group("roles.being"))):
            yield f"{title} {being}"
            yield f"projekt{title} {being}"


def _following(passage: Passage, gazetteer: Gazetteer) -> Iterator[Name]:
    """«drivs av X», «tillsammans med X», «föreningen X»; the cue's own noun tells the type."""
    words, cues = passage.words, _cues(_FOLLOWS)
    for index, word in enumerate(words):
        if word.text not in cues:
            continue
        length, group = phrase_at(words, index, cues)
        first = index + length
        if not length or first >= len(words) or not words[first].joined or not _opens(words[first]):
            continue
        name = words[first : _forward(words, first)]
        if is_person(name) or _is_place(passage, name, gazetteer):
            continue
        noun = words[index].text
        kind = kind_of(noun[0].upper() + noun[1:]) if length == 1 else "other"
        yield _name(passage, name, "actor.cue", 0.5 if group == _FOLLOWS[0] else 0.3, kind)


def _preceding(passage: Passage, gazetteer: Gazetteer) -> Iterator[Name]:
    """«X bidrar med», «X är projektägare»."""
    words, cues = passage.words, _cues(_PRECEDES)
    for index, word in enumerate(words):
        if not index or not word.joined or word.first or word.text not in cues:
            continue
        length, group = phrase_at(words, index, cues)
        if not length:
            continue
        first = _backward(words, index)
        name = words[first:index]
        if first == index or is_person(name) or _is_place(passage, name, gazetteer) or _is_where(words, first):
            continue
        text = passage.between(name[0].start, name[-1].end)
        lone_first = name[0].first and len(name) == 1 and text[1:] == text[1:].lower()
        yield _name(passage, name, "actor.cue", 0.2 if lone_first else 0.4 if group == _PRECEDES[0] else 0.3)


def _is_where(words: Sequence[Word], first: int) -> bool:
    """Whether what stands before a verb is a place's name: «föreningar kring sjön Alfa gick samman»."""
    if not first or not words[first].joined:
        return False
    before = words[first - 1].text
    return before.islower() and (before in word_group("regions.strong-prepositions") or before.endswith(_WATERS))


def _opens(word: Word) -> bool:
    if not word.capital or not word.text[0].isalpha() or word.text in word_group("actors.no-start"):
        return False
    if word.low in word_group("actors.definite-organs"):
        return False  # «leds av Institutionen för fysik vid Alfa universitet»
    return word.text not in word_group("regions.no-places") and not word.low.endswith(
        tuple(word_group("actors.no-body-endings"))
    )


def _forward(words: Sequence[Word], first: int) -> int:
    last = first + 1
    while (
        last < len(words) and last - first < 5 and words[last].capital and words[last].joined and not words[last].first
    ):
        last += 1
    return last


def _backward(words: Sequence[Word], index: int) -> int:
    first = index
    while (
        first > 0
        and index - first < 4
        and (first == index or (words[first].joined and not words[first].first))
        and _opens(words[first - 1])
    ):
        first -= 1
    while first < index and words[first].text in word_group("actors.no-start"):
        first += 1
    return first


def _is_place(passage: Passage, words: Sequence[Word], gazetteer: Gazetteer) -> bool:
    return bool(gazetteer.region(passage.between(words[0].start, words[-1].end)))


def _name(passage: Passage, words: Sequence[Word], rule: str, confidence: float, kind: str = "other") -> Name:
    text = passage.between(words[0].start, words[-1].end)
    own = kind_of(text)
    return Name(
        kind="actor",
        start=words[0].start,
        end=words[-1].end,
        text=text,
        key=actor_key(text),
        name=text,
        type=own if own != "other" else kind,
        rule=rule,
        confidence=confidence,
    )
