"""Groups of short lines that repeat one pattern, as cards of projects do: a name, who does it, a sum of money, years, each on a line of its own."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.documents.builder import Draft
from graphkit.documents.cursor import Cursor
from graphkit.documents.grids import is_sum
from graphkit.documents.labels import is_label, split_label
from graphkit.documents.shapes import Line, Shape, bullet
from graphkit.model import BlockKind

_LEAST, _MOST = 3, 6
_FEWEST = 2
_TEXTS = 4
"""So many lines of text may stand between a record's head and its labels."""
_MOST_CARDS = 200


def read_cards(cursor: Cursor) -> bool:
    """Read such groups, if at least two follow each other, as rows of one table without headers."""
    if cursor.at_title or not cursor.line.gap:
        return False
    cards: list[list[Line]] = []
    at = 0
    while (
        len(cards) < _MOST_CARDS and (card := _group(cursor, at)) and (not cards or _shapes(card) == _shapes(cards[0]))
    ):
        cards.append(card)
        at += len(card)
    if len(cards) < _FEWEST:
        return False
    for card in cards:
        cells = tuple((line.text, "") for line in card)
        cursor.drafts.append(Draft(kind=BlockKind.ROW, cells=cells, table=cursor.tables))
    cursor.tables += 1
    cursor.contacts = False
    cursor.at += at
    return True


def heads_record(cursor: Cursor) -> bool:
    """True for a name above who does it, where a text and then labels follow: «Nya spår», «Alfa byalag», «Byn får …», «Stöd: 40 000 kr»."""
    line, below, text = cursor.line, cursor.ahead(), cursor.ahead(2)
    if below is None or text is None or not line.gap or below.gap or not text.gap or text.shape is not Shape.PROSE:
        return False
    if below.shape is not Shape.TEXT or not (_may_be_cell(line) and _may_be_cell(below)):
        return False
    after = [other for count in range(3, 3 + _TEXTS) if (other := cursor.ahead(count))]
    return any(other.gap and split_label(other.text) for other in after)


def _group(cursor: Cursor, at: int) -> list[Line] | None:
    """The lines up to the next blank one, if they may be a card: words first, one sum with its currency, no label and no sentence."""
    first = cursor.ahead(at)
    if first is None or not first.gap or first.shape is not Shape.TEXT:
        return None
    lines = [first]
    while len(lines) <= _MOST and (line := cursor.ahead(at + len(lines))) and not line.gap:
        lines.append(line)
    sums = [
        line
        for line in lines
        if line.shape is Shape.AMOUNT and any(char.isalpha() or char in "€$£" for char in line.text)
    ]
    return lines if _LEAST <= len(lines) <= _MOST and len(sums) == 1 and all(map(_may_be_cell, lines)) else None


def _may_be_cell(line: Line) -> bool:
    text = line.text
    return line.is_short and not (
        bullet(text) or is_label(text) or is_sum(text) or split_label(text) or text.endswith(":")
    )


def _shapes(lines: Sequence[Line]) -> list[Shape]:
    return [line.shape for line in lines]
