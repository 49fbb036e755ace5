"""A page's words as lines: pieces on one baseline, parted by wide gaps. Pure geometry; coordinates are points, y grows upwards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_GAP = 1.2  # of the letter size: wider than any blank between words
_BASELINE = 0.35
_LOOK_BACK = 60
_FEWEST_LINES = 3
_HYPHEN = re.compile(r"[a-zåäöæøü]-$")
_AFTER_HYPHEN = re.compile(r"(?!och |eller |samt |and |or )[a-zåäöæøü]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands: `y` is its baseline, `soft` says that the page's width broke it."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line, level or upright, with its lower left end first."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a PDF draws it; pages count from 1."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words on one baseline without a wide gap; `order` counts the chunks of a page as the file draws them."""

    words: tuple[Word, ...]
    order: int = 0

    @property
    def x0(self) -> float:
        """Its left end."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Its right end."""
        return max(word.x1 for word in self.words)

    @property
    def text(self) -> str:
        """Its words, parted by blanks."""
        return " ".join(word.text for word in self.words if word.text)


@dataclass(slots=True)
class PageLine:
    """A line of a page: its chunks from left to right."""

    y: float
    size: float
    chunks: list[Chunk]

    @property
    def x0(self) -> float:
        """Its left end."""
        return min(chunk.x0 for chunk in self.chunks)

    @property
    def x1(self) -> float:
        """Its right end."""
        return max(chunk.x1 for chunk in self.chunks)

    @property
    def order(self) -> int:
        """When the file begins to draw it."""
        return min(chunk.order for chunk in self.chunks)

    @property
    def bold(self) -> bool:
        """True where all of its words are bold."""
        return all(word.bold for chunk in self.chunks for word in chunk.words)

    @property
    def soft(self) -> bool:
        """True where the page's width broke its last word."""
        return self.chunks[-1].words[-1].soft

    @property
    def text(self) -> str:
        """Its text; wide gaps stay wide."""
        return "   ".join(chunk.text for chunk in self.chunks)


def find_lines(words: Sequence[Word]) -> list[PageLine]:
    """The lines of a page in the order in which the file draws them; what stands far apart on one baseline is a line of several chunks.

    >>> words = [Word("Total", 50, 70, 700, 10), Word("budget", 73, 100, 700, 10), Word("3", 200, 205, 700, 10), Word("Ägare", 50, 80, 680, 10)]
    >>> [line.text for line in find_lines(words)]
    ['Total budget   3', 'Ägare']
    """
    lines: list[PageLine] = []
    for chunk in _chunks(words):
        y, size = chunk.words[0].y, chunk.words[0].size
        line = next((x for x in reversed(lines[-_LOOK_BACK:]) if _beside(x, chunk, y, size)), None)
        if line is None:
            lines.append(PageLine(y, size, [chunk]))
        else:
            line.chunks.append(chunk)
            line.chunks.sort(key=lambda piece: piece.x0)
    return sorted(_without_columns(lines), key=lambda line: line.order)


def _without_columns(lines: Sequence[PageLine]) -> list[PageLine]:
    """The lines, those of running text in columns side by side taken apart: each column is drawn to its end before the next one begins."""
    parted: list[PageLine] = []
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and len(lines[end].chunks) > 1:
            end += 1
        run = lines[start:end]
        if len(run) >= _FEWEST_LINES and _is_running_text(run):
            parted += [PageLine(line.y, line.size, [chunk]) for line in run for chunk in line.chunks]
        else:
            parted += run or [lines[start]]
        start = max(end, start + 1)
    return parted


def _is_running_text(lines: Sequence[PageLine]) -> bool:
    """True where the left pieces of the lines are drawn before all others, and go on from line to line in the middle of sentences."""
    if max(line.chunks[0].order for line in lines) > min(line.chunks[1].order for line in lines):
        return False
    texts = [line.chunks[0].text for line in lines]
    going_on = sum(below[:1].islower() and above[-1] not in ".!?:" for above, below in pairwise(texts))
    return going_on * 4 >= len(texts)


def _chunks(words: Sequence[Word]) -> list[Chunk]:
    chunks: list[Chunk] = []
    run: list[Word] = []
    for word in words:
        if not word.text:
            continue
        if run:
            last = run[-1]
            level = abs(word.y - last.y) <= _BASELINE * max(word.size, last.size)
            if not level or not -0.5 * last.size < word.x0 - last.x1 <= _GAP * max(word.size, last.size):
                chunks.append(Chunk(tuple(run), len(chunks)))
                run = []
        run.append(word)
    return [*chunks, Chunk(tuple(run), len(chunks))] if run else chunks


def _beside(line: PageLine, chunk: Chunk, y: float, size: float) -> bool:
    """True where the chunk stands on the line's baseline, clear of all that stands there."""
    if abs(line.y - y) > _BASELINE * min(line.size, size):
        return False
    return all(chunk.x0 >= other.x1 or chunk.x1 <= other.x0 for other in line.chunks)


def join_lines(lines: Sequence[tuple[str, bool]]) -> str:
    """Lines that a page's width broke as one text; the second of each pair says that its last word was broken.

    >>> join_lines([("Stödet lämnas till samver-", False), ("kans-", False), ("parter och kom", True), ("muner.", False)])
    'Stödet lämnas till samverkansparter och kommuner.'
    """
    text = ""
    broken = False
    for line, soft in lines:
        if not text:
            text = line
        elif broken:
            text = text.removesuffix("-") + line
        elif _HYPHEN.search(text) and _AFTER_HYPHEN.match(line):
            text = text[:-1] + line
        else:
            text += " " + line
        broken = soft
    return text
