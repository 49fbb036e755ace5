"""Patterns that begin with known words, tried only where one of these words stands.

A regex with a hundred alternatives in any case is tried by Python at each place of a text, each alternative in turn. Here the words of a
text are listed once, however many patterns ask for them, and a pattern is tried where a word stands that can begin it: most texts hold
none, and cost one look at two sets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

_WORD = re.compile(r"\w+")
_LONG = 5_000
"""Characters; the words of longer texts are listed each time, so that no document stays in memory."""


class WordPattern:
    """A regex in any case (unless `exact`) whose matches begin with whole words; `search`, `match`, `fullmatch` and `finditer` as compiled regexes have them.

    `words` holds all words or phrases that a match may begin with. One that begins with a sign («€») makes it a plain regex.

    >>> cues = WordPattern(r"(?:bidra med|bidrar)(?!\\w)", ["bidra med", "bidrar"])
    >>> text = "Gotland bidrar; Sida vill bidra med mer, ej bidragit."
    >>> [match.group() for match in cues.finditer(text)], cues.match(text), cues.search(text, 20).span()
    (['bidrar', 'bidra med'], None, (26, 35))
    """

    __slots__ = ("_anchored", "_firsts", "_regex")

    def __init__(self, regex: str, words: Iterable[str], *, exact: bool = False):
        self._regex = re.compile(rf"(?<!\w)(?:{regex})", 0 if exact else re.IGNORECASE)
        firsts = [_WORD.match(word) for word in words]
        self._anchored = all(firsts)
        self._firsts = frozenset(first.group().lower() for first in firsts if first)

    def finditer(self, text: str, pos: int = 0) -> Iterator[re.Match[str]]:
        if not self._anchored:
            yield from self._regex.finditer(text, pos)
            return
        for start in self._starts(text):
            if start >= pos and (match := self._regex.match(text, start)):
                yield match
                pos = match.end()

    def search(self, text: str, pos: int = 0) -> re.Match[str] | None:
        return next(self.finditer(text, pos), None)

    def match(self, text: str, pos: int = 0) -> re.Match[str] | None:
        return self._regex.match(text, pos)

    def fullmatch(self, text: str, pos: int = 0) -> re.Match[str] | None:
        return self._regex.fullmatch(text, pos)

    def _starts(self, text: str) -> list[int]:
        """Where the words stand that may begin a match, in order."""
        words = word_starts(text) if len(text) <= _LONG else _list_words(text)
        if self._firsts.isdisjoint(words):
            return []
        return sorted(start for first in self._firsts.intersection(words) for start in words[first])


def _list_words(text: str) -> Mapping[str, list[int]]:
    """Where each word of a text stands, by the word in lower case."""
    starts: dict[str, list[int]] = {}
    for match in _WORD.finditer(text):
        starts.setdefault(match.group().lower(), []).append(match.start())
    return starts


word_starts = lru_cache(maxsize=1024)(_list_words)
"""The same, kept for the texts that were asked for last: a sentence is asked for by a hundred patterns."""
