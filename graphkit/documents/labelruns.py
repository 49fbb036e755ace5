"""Labels one below the other, and their values below them all, as the columns of a printed card come out in flattened text."""

from __future__ import annotations

from graphkit.documents.builder import Draft
from graphkit.documents.cursor import PAIRS, Cursor
from graphkit.documents.shapes import VALUES, Line, bullet
from graphkit.model import BlockKind

_LEAST, _MOST = 2, 8


def read_label_run(cursor: Cursor) -> bool:
    """Read labels one below the other, and then as many values: «Total budget:», «ERDF:», «EUR 40 000», «EUR 20 000»."""
    lines: list[Line] = []
    while len(lines) < _MOST and (line := cursor.ahead(len(lines))) and line.is_short and line.text.endswith(":"):
        if bullet(line.text) or (lines and line.gap):
            break
        lines.append(line)
    values = [cursor.ahead(len(lines) + number) for number in range(len(lines) + 1)]
    fit = [value is not None and value.shape in VALUES and not value.gap for value in values]
    if len(lines) < _LEAST or cursor.at_title or not all(fit[:-1]) or fit[-1]:
        return False
    pairs = [(label.text.rstrip(": "), value.text) for label, value in zip(lines, values, strict=False) if value]
    cursor.drafts += [Draft(kind=BlockKind.PAIR, cells=((label, ""), (text, "")), table=PAIRS) for label, text in pairs]
    cursor.at += 2 * len(lines)
    return True
