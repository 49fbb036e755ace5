"""A piece of a document with its words, as the finders of names and places look at it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from graphkit.facts.words import Word, words_of
from graphkit.model import Cell


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a document; offsets are the document's. `header` is the label or column header above it.

    `countries` are the codes of the countries that the whole document speaks of, so that «Karelen» beside Petrozavodsk is Russia's.
    """

    text: str
    start: int
    words: tuple[Word, ...]
    starts: Mapping[int, int]
    header: str = ""
    countries: frozenset[str] = frozenset()

    def between(self, start: int, end: int) -> str:
        """The document's text from `start` to `end`, as far as it lies in the passage."""
        return self.text[max(0, start - self.start) : max(0, end - self.start)]

    def index(self, start: int) -> int | None:
        """The index of the word that begins at an offset."""
        return self.starts.get(start)

    def index_from(self, offset: int) -> int:
        """The index of the first word that begins at an offset or after it; the number of words when none does."""
        return bisect_left(self.words, offset, key=lambda word: word.start)


def passage_of(text: str, start: int = 0, *, header: str = "", countries: frozenset[str] = frozenset()) -> Passage:
    """The passage of a text that begins at `start` of its document.

    >>> passage = passage_of("Region Halland", 10)
    >>> passage.index(17), passage.index_from(11), passage.between(17, 24)
    (1, 1, 'Halland')
    """
    words = words_of(text, start)
    return Passage(text, start, words, {word.start: index for index, word in enumerate(words)}, header, countries)


def header_of(cells: Sequence[Cell], start: int) -> str:
    """The header or label of the cell that holds an offset, without its colon."""
    for cell in cells:
        if cell.start <= start < cell.end:
            label = cell.header or (cells[0].text if cell is not cells[0] else "")
            return label.strip(" :")
    return ""


def offsets(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """All offsets that the spans hold.

    >>> sorted(offsets([(1, 3), (7, 8)]))
    [1, 2, 7]
    """
    return frozenset(chain.from_iterable(range(start, end) for start, end in spans))
