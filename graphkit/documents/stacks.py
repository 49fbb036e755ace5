"""Stacks of values without labels, as cards of projects end: who applies, where, a figure, its currency, the years, each on a line of its own."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.documents.builder import Draft
from graphkit.documents.cursor import Cursor
from graphkit.documents.labels import is_label, split_label
from graphkit.documents.layoutwords import fold, words
from graphkit.documents.shapes import Line, Shape, bullet
from graphkit.lexicon import load_lexicon
from graphkit.model import BlockKind

_LEAST, _MOST = 4, 12


def read_stack(cursor: Cursor) -> bool:
    """Read a stack as a row whose cells have the headers that it lacks: applicant, place, budget, period."""
    if cursor.at_title or not cursor.line.gap:
        return False
    lines = [cursor.line]
    while len(lines) <= _MOST and (line := cursor.ahead(len(lines))) and not line.gap:
        lines.append(line)
    figure = _figure(lines)
    if figure is None:
        return False
    headers = load_lexicon(cursor.language).words("layout.stack-headers")
    cells = [(line.text, header) for line, header in zip(lines[:figure], headers, strict=False)]
    cells.append((f"{lines[figure].text} {lines[figure + 1].text}", headers[2]))
    cells += [(line.text, headers[3] if line.shape is Shape.DATE else "") for line in lines[figure + 2 :]]
    cursor.tables += 1
    return cursor.add(Draft(kind=BlockKind.ROW, cells=tuple(cells), table=cursor.tables - 1), len(lines))


def _figure(lines: Sequence[Line]) -> int | None:
    """The line of a stack that is its figure: below one or two names, with a currency below it and years further down; none for other lines."""
    if not _LEAST <= len(lines) <= _MOST or any(
        not line.is_short or bullet(line.text) or is_label(line.text) or split_label(line.text) for line in lines
    ):
        return None
    figure = next((number for number, line in enumerate(lines) if line.shape is Shape.AMOUNT), 0)
    if not 1 <= figure <= 2 or len(lines) < figure + 3 or any(line.shape is not Shape.TEXT for line in lines[:figure]):
        return None
    currency = fold(lines[figure + 1].text) in words("layout.units")
    dated = sum(line.shape is Shape.DATE for line in lines[figure + 2 :]) == 1
    return figure if currency and dated else None
