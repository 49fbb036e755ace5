"""Patterns that begin with known words, tried only where one of these words stands.

A regex with a hundred alternatives in any case is tried by Python at each place of a text, each alternative in turn. Here the words of a
text are listed once, however many patterns ask for them, and a pattern is tried where a word stands that can begin it, with the alternatives
that begin with that word: most texts hold none, and cost one look at two sets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

_WORD = re.compile(r"\w+")
_LONG = 5_000
"""Characters; the words of longer texts are listed each time, so that no document stays in memory."""


class WordPattern:
    """A regex in any case whose matches begin with whole words; `search`, `match`, `fullmatch` and `finditer` as compiled regexes have them.

    `words` holds all words or phrases that a match may begin with; one that begins with a sign («€») makes it a plain regex. `begins` is a
    regex for where else a match may begin, such as at a digit; then the regex itself must say what may not stand before it.

    >>> cues = WordPattern(r"(?:bidra med|bidrar)(?!\\w)", ["bidra med", "bidrar"])
    >>> text = "Gotland bidrar; Sida vill bidra med mer, ej bidragit."
    >>> [match.group() for match in cues.finditer(text)], cues.match(text), cues.search(text, 20).span()
    (['bidrar', 'bidra med'], None, (26, 35))
    """

    __slots__ = ("_begins", "_firsts", "_regex")

    def __init__(self, regex: str, words: Iterable[str], *, begins: str = "", flags: int = 0):
        whole = rf"(?:{regex})" if begins else rf"(?<!\w)(?:{regex})"
        self._regex: re.Pattern[str] | None = re.compile(whole, flags | re.IGNORECASE)
        self._begins = re.compile(begins) if begins else None
        firsts = [_WORD.match(word) for word in words]
        self._firsts: frozenset[str] | None = (
            frozenset(first.group().lower() for first in firsts if first) if all(firsts) else None
        )

    def finditer(self, text: str, pos: int = 0) -> Iterator[re.Match[str]]:
        if self._firsts is None:
            return self._whole().finditer(text, pos)
        starts = self._starts(text, self._firsts)
        return self._matches(text, pos, starts) if starts else iter(())

    def search(self, text: str, pos: int = 0) -> re.Match[str] | None:
        if self._firsts is None:
            return self._whole().search(text, pos)
        starts = self._starts(text, self._firsts)
        return next(self._matches(text, pos, starts), None) if starts else None

    def _matches(self, text: str, pos: int, starts: Iterable[tuple[int, str]]) -> Iterator[re.Match[str]]:
        for start, first in starts:
            if start >= pos and (match := self._at(first).match(text, start)):
                yield match
                pos = match.end()

    def match(self, text: str, pos: int = 0) -> re.Match[str] | None:
        return self._whole_at(text, pos).match(text, pos)

    def fullmatch(self, text: str, pos: int = 0) -> re.Match[str] | None:
        return self._whole_at(text, pos).fullmatch(text, pos)

    def _whole(self) -> re.Pattern[str]:
        """The regex with all that it may begin with."""
        assert self._regex is not None
        return self._regex

    def _at(self, _first: str) -> re.Pattern[str]:
        """The regex for what begins with a word of `firsts`; for what begins otherwise where that is empty."""
        return self._whole()

    def _whole_at(self, _text: str, _pos: int) -> re.Pattern[str]:
        """The regex for what begins at a place."""
        return self._whole()

    def _starts(self, text: str, firsts: frozenset[str]) -> Sequence[tuple[int, str]]:
        """Where a match may begin, in order, and the word there."""
        words = word_starts(text) if len(text) <= _LONG else _list_words(text)
        found: list[tuple[int, str]] = []
        if not words.keys().isdisjoint(firsts):
            found = [(start, first) for first in firsts.intersection(words) for start in words[first]]
        elif self._begins is None:
            return found
        if self._begins is not None:
            found += [(match.start(), "") for match in self._begins.finditer(text)]
        if len(found) > 1:
            found.sort()
        return found


class PhrasePattern(WordPattern):
    """Phrases as whole words in any case, blanks of any kind between their words; of those that stand at one place the first given wins.

    >>> cues = PhrasePattern(["bidra med", "bidra"])
    >>> [match.group() for match in cues.finditer("Bidra, att bidra  med, bidrar")]
    ['Bidra', 'bidra  med']
    """

    __slots__ = ("_all", "_by_first", "_phrases")

    def __init__(self, phrases: Iterable[str]):
        self._all = tuple(phrases)
        self._phrases: dict[str, list[str]] = {}
        self._by_first: dict[str, re.Pattern[str]] = {}
        self._regex = None
        self._begins = None
        for phrase in self._all:
            first = _WORD.match(phrase)
            self._phrases.setdefault(first.group().lower() if first else "", []).append(phrase)
        self._firsts = None if "" in self._phrases else frozenset(self._phrases)

    def _whole(self) -> re.Pattern[str]:
        if self._regex is None:
            self._regex = _compile(self._all)
        return self._regex

    def _at(self, _first: str) -> re.Pattern[str]:
        regex = self._by_first.get(_first)
        if regex is None:
            regex = self._by_first[_first] = _compile(self._phrases[_first])
        return regex

    def _whole_at(self, _text: str, _pos: int) -> re.Pattern[str]:
        if self._firsts is None:
            return self._whole()
        word = _WORD.match(_text, _pos)
        first = word.group().lower() if word else ""
        return self._at(first) if first in self._firsts else _NEVER


_NEVER = re.compile(r"(?!)")


def _compile(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternation(phrases)})(?!\w)", re.IGNORECASE)


def alternation(phrases: Iterable[str]) -> str:
    """Phrases as the alternatives of a regex, blanks of any kind between their words.

    >>> alternation(["bidra med", "s.k."])
    'bidra\\\\s+med|s\\\\.k\\\\.'
    """
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)


def _list_words(text: str) -> Mapping[str, list[int]]:
    """Where each word of a text stands, by the word in lower case."""
    starts: dict[str, list[int]] = {}
    for match in _WORD.finditer(text):
        starts.setdefault(match.group().lower(), []).append(match.start())
    return starts


word_starts = lru_cache(maxsize=1024)(_list_words)
"""The same, kept for the texts that were asked for last: a sentence is asked for by a hundred patterns."""
