"""Pages of a PDF whose lines a site ran together into one («Transkript»): cut again where a label, a heading or an item begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphkit.documents.labels import is_label
from graphkit.documents.layoutwords import starts
from graphkit.documents.shapes import LONGEST_CELL, Line

_SHORTEST = 250
_FEWEST = 2
_LABEL = re.compile(r"(?<=\S )(?=((?:[A-ZÅÄÖ][\w/-]*)(?: [a-zåäö][\w-]*){0,2}):\s)")
_HEADER = re.compile(r"\s*(?:[^\s.:]+ ){0,2}[^\s.:]+:")
"""What follows a label is another one: a row of labels whose values stand behind all of them."""
_ITEM = re.compile(r"(?<=\S )(?=(?:[a-zåäö]\)|[A-ZÅÄÖ]\.) [A-ZÅÄÖ])")
_STOP = re.compile(r"(?<=[\w)][\w)])\. (?=[A-ZÅÄÖ])")
_NUMBER = re.compile(r"(?<=\S )(?=(\d{1,2})\. [A-ZÅÄÖ]\w)")
_DIARY = re.compile(r"(?:[a-zåäö]\)\s)?Dnr:?\s(?:[\d/.-]+\s)?(?=[A-ZÅÄÖ])")
_HEADED = re.compile(r"(\d{1,2}\.) (?=[A-ZÅÄÖ])")
_NO_ITEM = re.compile(r"\b(?:den|av|till|och|nr|kl|punkt|p\.|från)\s$", re.IGNORECASE)


def unrolled(lines: Sequence[Line]) -> list[Line]:
    """The lines, each long one that several things run together in cut where these begin.

    >>> text = "2 Beslut om bidrag a) Dnr Bryggor för alla Sökande: Orust kommun. Byarna vill ha bryggor som håller. " * 2
    >>> text += "b) Dnr Nya nät Sökande: Tjörns kommun. Fiskarna vill lära sig att laga sina nät, och pengarna räcker i två år."
    >>> [line.text for line in unrolled([Line(text, text, True)])][-4:]
    ['b) Dnr', 'Nya nät', 'Sökande: Tjörns kommun.', 'Fiskarna vill lära sig att laga sina nät, och pengarna räcker i två år.']
    """
    found: list[Line] = []
    seen = {0}
    for line in lines:
        cuts = _cuts(line.text, seen) if len(line.text) >= _SHORTEST else []
        run = [cut for cut in cuts if not _ends_sentence(line.text, cut)]
        found += _pieces(line, cuts) if len(run) >= _FEWEST else [line]
    return found


def _pieces(line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    """The pieces of a line; each but the first begins something, so that it stands apart.

    A number stands alone where its few words head items of their own: «4. Bryggor 1. Nämnden beslutar …».
    """
    texts = [line.text[a:b].strip() for a, b in zip((0, *cuts), (*cuts, len(line.text)), strict=True)]
    texts = [text for text in texts if text]
    for number, text in enumerate(texts):
        gap = line.gap if not number else not is_label(text.partition(":")[0])
        headed = _HEADED.match(text) if number + 1 < len(texts) and texts[number + 1].startswith("1. ") else None
        if headed and not text.endswith((".", "!", "?", ":")) and len(text) <= LONGEST_CELL:
            yield Line(headed.group(1), headed.group(1), gap)
            text, gap = text[headed.end() :], True
        yield Line(text, text, gap)


def _cuts(text: str, seen: set[int]) -> list[int]:
    """The places where something begins: a label and what follows its value, a heading, an item, a number in its turn."""
    found: set[int] = set()
    values: list[tuple[int, int]] = []
    for match in _LABEL.finditer(text):
        if is_label(match.group(1)) and not _HEADER.match(text, match.end(1) + 1):
            found.add(match.start())
            values += _value(text, match.end(1))
    found.update(match.start() for match in _ITEM.finditer(text))
    found.update(match.start() for match in _heading().finditer(text) if not _ends_sentence(text, match.start()))
    found.update(_in_turn(text, seen))
    found.update(end for start, end in values if found.isdisjoint(range(start, end)))
    for start in [0, *found]:
        if diary := _DIARY.match(text, start):
            found.add(diary.end())
    return sorted(found - {0})


def _value(text: str, start: int) -> Iterator[tuple[int, int]]:
    """A label's value of one sentence: «Sökande: Orust kommun. Byarna vill …»."""
    stop = _STOP.search(text, start, start + 160)
    if stop:
        yield start, stop.end()


def _in_turn(text: str, seen: set[int]) -> Iterator[int]:
    """The numbers of items: each is 1, or one more than an earlier one on the page (`seen`); no date, no «punkt 3.»."""
    for match in _NUMBER.finditer(text):
        number = int(match.group(1))
        if number - 1 in seen and not _NO_ITEM.search(text[max(0, match.start() - 8) : match.start()]):
            seen.add(number)
            yield match.start()


def _ends_sentence(text: str, start: int) -> bool:
    return text[max(0, start - 3) : start].rstrip().endswith((".", "!", "?", ":"))


@cache
def _heading() -> re.Pattern[str]:
    """The beginning of a heading, or of «Sökande är», with a capital within the run: «… Falun Beslut om bidrag»."""
    words = [word for group in ("layout.run-headings", "layout.run-nouns") for word in starts(group)]
    capitals = "|".join(re.escape(word[0].upper() + word[1:]) for word in sorted(words, key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<=\S )(?=(?:{capitals}) \S)")
