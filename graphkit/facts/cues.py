"""Organisations without any shape: a capitalised name in a labelled value («Projektägare: Holmen») or beside a cue («drivs av Pirityiset»)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.facts.gazetteer import Gazetteer, actor_key
from graphkit.facts.passages import Passage
from graphkit.facts.reading import Name
from graphkit.facts.words import Word, phrase_at, phrases, word_group, word_map
from graphkit.model import Block, BlockKind

_PART = re.compile(r"[^,;\n]+")
_VALUE_END = re.compile(r"\s*(?:\(.*|\d[\d\s.,]*(?:kr|kronor|SEK|EUR|NOK|tkr|mkr|%|€)?.*)$", re.DOTALL)


def find_cued(block: Block, passage: Passage, gazetteer: Gazetteer) -> Iterator[Name]:
    """Names that only their surroundings show to be bodies; those of places are left to the places."""
    if block.kind in (BlockKind.PAIR, BlockKind.ROW) and block.cells:
        yield from _labelled(block, passage, gazetteer)
    elif block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        yield from _following(passage, gazetteer)
        yield from _preceding(passage, gazetteer)


def _labelled(block: Block, passage: Passage, gazetteer: Gazetteer) -> Iterator[Name]:
    labels = word_group("actors.labels")
    for index, cell in enumerate(block.cells):
        header = cell.header or (block.cells[0].text if block.kind is BlockKind.PAIR and index else "")
        if header.strip(" :") not in labels:
            continue
        for part in _PART.finditer(cell.text):
            text = _VALUE_END.sub("", part.group()).strip(" .:")
            if not _body_like(text) or _place(text, gazetteer):
                continue
            start = cell.start + part.start() + part.group().index(text)
            common = " " in text and not any(char.isupper() for char in text[1:])
            yield _name(passage, start, start + len(text), "actor.label", 0.3 if common else 0.8)


def _body_like(text: str) -> bool:
    """Whether a cell's text can be the name of a body: it begins with a capital, is short, and is no label or sum."""
    first = text.split(" ")[0].strip(":") if text else ""
    if not any(char.isupper() for char in first) or len(text) > 70 or len(text.split()) > 7:
        return False
    common = {*word_map("actors.anaphors"), *word_map("actors.plural-heads"), *word_map("actors.plural-tails")}
    if first in word_group("actors.no-start") | word_group("actors.ordinary-words") or first.lower() in common:
        return False
    return not first.endswith(("vägen", "gatan"))


def _place(text: str, gazetteer: Gazetteer) -> bool:
    return bool(gazetteer.region(text))


def _following(passage: Passage, gazetteer: Gazetteer) -> Iterator[Name]:
    words = passage.words
    table = phrases("actors.name-follows")
    for index in range(len(words)):
        length, _ = phrase_at(words, index, table)
        first = index + length
        if not length or first >= len(words) or not words[first].joined or not _opens(words[first]):
            continue
        last = _forward(words, first)
        text = passage.between(words[first].start, words[last - 1].end)
        if not _place(text, gazetteer):
            yield _name(passage, words[first].start, words[last - 1].end, "actor.cue", 0.5)


def _preceding(passage: Passage, gazetteer: Gazetteer) -> Iterator[Name]:
    words = passage.words
    table = phrases("actors.name-precedes")
    for index in range(1, len(words)):
        length, _ = phrase_at(words, index, table)
        if not length or not words[index].joined or words[index].first:
            continue
        first = index
        while (
            first > 0
            and index - first < 4
            and words[first].joined
            and not words[first].first
            and _opens(words[first - 1])
        ):
            first -= 1
        while first < index and words[first].text in word_group("actors.no-start"):
            first += 1
        if first == index:
            continue
        text = passage.between(words[first].start, words[index - 1].end)
        lone_first = words[first].first and index - first == 1 and text[1:] == text[1:].lower()
        if not _place(text, gazetteer):
            yield _name(passage, words[first].start, words[index - 1].end, "actor.cue", 0.2 if lone_first else 0.4)


def _opens(word: Word) -> bool:
    return word.capital and word.text[0].isalpha() and word.text not in word_group("actors.no-start")


def _forward(words: tuple[Word, ...], first: int) -> int:
    last = first + 1
    while (
        last < len(words) and last - first < 5 and words[last].capital and words[last].joined and not words[last].first
    ):
        last += 1
    return last


def _name(passage: Passage, start: int, end: int, rule: str, confidence: float) -> Name:
    text = passage.between(start, end)
    return Name(
        kind="actor",
        start=start,
        end=end,
        text=text,
        key=actor_key(text),
        name=text,
        type="other",
        rule=rule,
        confidence=confidence,
    )
