"""Lists that drop a part of their names: «Sundsvalls och Timrå kommuner», «länsstyrelserna i Skåne, Blekinge och Halland»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphkit.facts.words import Word, phrase_at, phrases, word_group, word_map

_LONGEST = 50
_AND = frozenset(["och", "samt", "and", "og", "eller", "or", "respektive"])


@dataclass(frozen=True, slots=True)
class Listed:
    """One place of such a list, words[first:last], and the pattern of its full name: «{} kommun»."""

    first: int
    last: int
    pattern: str


def find_lists(text: str, words: Sequence[Word], offset: int = 0) -> Iterator[Listed]:
    """All members of lists under a common head; a list of one («kommunerna Umeå») counts too, a lone name before a plural does not.

    >>> from graphkit.facts.words import words_of
    >>> def listed(text):
    ...     words = words_of(text)
    ...     return [(" ".join(w.text for w in words[x.first : x.last]), x.pattern) for x in find_lists(text, words)]
    >>> listed("I Sundsvalls och Timrå kommuner")
    [('Sundsvalls', '{} kommun'), ('Timrå', '{} kommun')]
    >>> listed("kommunerna Upplands Väsby, Hylte och Nora deltar")
    [('Upplands Väsby', '{} kommun'), ('Hylte', '{} kommun'), ('Nora', '{} kommun')]
    """
    tails, heads = phrases("actors.plural-tails"), phrases("actors.plural-heads")
    for index, word in enumerate(words):
        if word.text[0].isdigit():
            continue
        length, pattern = phrase_at(words, index, tails) if word.text in tails else (0, "")
        if length and word.joined and not word.first:
            members = list(_backward(text, words, index, offset))
            if len(members) > 1:
                yield from (Listed(first, last, pattern) for first, last in reversed(members))
        length, pattern = phrase_at(words, index, heads) if word.text in heads else (0, "")
        if not length and word.capital and (small := word.text[0].lower() + word.text[1:]) in heads:
            low = word._replace(text=small, capital=False)
            length, pattern = phrase_at([low, *words[index + 1 : index + 3]], 0, heads)
        if length:
            begin = index + length
            within = begin < len(words) and words[begin].text in ("i", "of") and words[begin].joined
            begin += within
            if begin < len(words) and words[begin].joined:
                listed = list(_forward(text, words, begin, offset))
                if len(listed) > 1 or not within or " i " in pattern:  # «regionerna i Norden» are none of that name
                    yield from (Listed(first, last, pattern) for first, last in listed)


def _forward(text: str, words: Sequence[Word], index: int, offset: int) -> Iterator[tuple[int, int]]:
    for _ in range(_LONGEST):
        if index >= len(words) or not words[index].capital or words[index].first:
            return
        if words[index].low in word_map("actors.plural-heads"):
            return
        last = index + 1
        while (
            last < len(words)
            and last - index < 3
            and words[last].capital
            and words[last].joined
            and not words[last].first
        ):
            last += 1
        yield index, last
        if last >= len(words):
            return
        if words[last].text in _AND and words[last].joined and last + 1 < len(words) and words[last + 1].joined:
            index = last + 1
        elif re.fullmatch(r",\s{1,2}", text[words[last - 1].end - offset : words[last].start - offset]):
            index = last + 1 if words[last].text in _AND else last
        else:
            return


def _backward(text: str, words: Sequence[Word], index: int, offset: int) -> Iterator[tuple[int, int]]:
    last = index
    for _ in range(_LONGEST):
        if last == 0 or not words[last - 1].capital:
            return
        first = last - 1
        while (
            first > 0
            and last - first < 3
            and words[first].joined
            and not words[first].first
            and words[first - 1].capital
        ):
            if words[first - 1].text in word_group("actors.no-start"):
                break
            first -= 1
        yield first, last
        if first == 0 or words[first].first:
            return
        before = words[first - 1]
        if before.text in _AND and words[first].joined and before.joined:
            last = first - 1
        elif re.fullmatch(r",\s{1,2}", text[before.end - offset : words[first].start - offset]):
            last = first
        else:
            return
