"""Tables without figures whose cells stand alone, each row ending with its countries: «Project title», «Lead partner», «Participating countries»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.documents.builder import Draft
from graphkit.documents.grids import is_header, table_drafts
from graphkit.documents.layoutwords import countries, fold, words
from graphkit.documents.shapes import Line, Shape, bullet

_JOINT = re.compile(r"\s*(?:,|;|/|\band\b|\boch\b|&)\s*")
_LONGEST_CELL = 250
_MOST = 8
_LEAST_ROWS = 2


def read_landed(lines: Sequence[Line], at: int, caption: str, table: int) -> tuple[list[Draft], int] | None:
    """The table whose header cells begin at line `at`, and the line after it; a number's column may be empty all through."""
    count = _headers(lines, at)
    if count < 2 or fold(lines[at + count - 1].text) not in words("columns.region"):
        return None
    rows, end = _rows(lines, at + count)
    width = len(rows[0]) if rows else 0
    whole = [row for row in rows if len(row) == width]
    if len(whole) < _LEAST_ROWS or len(whole) < len(rows) - 1 or not 2 <= width <= count:
        return None
    heads = [line.text.rstrip(": ") for line in lines[at + count - width : at + count]]
    cells = [[line.text for line in row] for row in rows]
    return table_drafts(heads, cells, caption, table), end


def _headers(lines: Sequence[Line], at: int) -> int:
    """How many labels stand one below the other from a line on."""
    count = 0
    while (
        at + count < len(lines)
        and count < _MOST
        and is_header(lines[at + count].text)
        and lines[at].shape is Shape.TEXT
    ):
        count += 1
    return count


def _rows(lines: Sequence[Line], at: int) -> tuple[list[list[Line]], int]:
    """The rows from a line on: each ends with a line of countries; the last may be cut off in it."""
    rows: list[list[Line]] = []
    row: list[Line] = []
    end = at
    for number in range(at, len(lines)):
        line = lines[number]
        if bullet(line.text) or len(line.text) > _LONGEST_CELL or len(row) >= _MOST:
            break
        row.append(line)
        if is_countries(line.text):
            rows.append(row)
            row, end = [], number + 1
    return rows, end


def is_countries(text: str) -> bool:
    """True for a line that names countries and nothing else.

    >>> is_countries("Finland, Russia and Norway"), is_countries("Council of Norway"), is_countries("Finland,")
    (True, False, True)
    """
    parts = [part for part in _JOINT.split(text) if part]
    return bool(parts) and all(fold(part) in countries() for part in parts)
