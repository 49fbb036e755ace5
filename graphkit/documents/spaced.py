"""Tables whose cells each stand alone between blank lines, as crawlers leave them: a header cell may be unknown, a cell long, a figure missing."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.documents.builder import Draft
from graphkit.documents.grids import MOST_COLUMNS, is_header, is_sum, kind_of, table_drafts
from graphkit.documents.shapes import LONGEST_CELL, VALUES, Line, Shape, bullet, is_year

_FEWEST_ROWS = 2
_LONGEST_HEADER = 60
_LONGEST_TEXT = 250

_Kinds = list[bool | None]


def read_spaced(lines: Sequence[Line], at: int, caption: str, table: int) -> tuple[list[Draft], int] | None:
    """The table whose header cells begin at line `at`, and the line after it; none where no row length fits two rows with a figure each."""
    best: tuple[list[str], list[list[str]], int] | None = None
    for width in range(2, _headers(lines, at) + 1):
        heads = [line.text for line in lines[at : at + width]]
        known = sum(map(is_header, heads))
        if known < 2 or 2 * known < width or not is_header(heads[-1]):
            continue
        rows, end = _rows(lines, at + width, width)
        if len(rows) >= _FEWEST_ROWS and (best is None or end > best[2]):
            best = heads, rows, end
    return (table_drafts(best[0], best[1], caption, table), best[2]) if best else None


def _is_alone(lines: Sequence[Line], at: int) -> bool:
    return lines[at].gap and (at + 1 == len(lines) or lines[at + 1].gap)


def _headers(lines: Sequence[Line], at: int) -> int:
    """How many lines from `at` may be header cells: few words each, alone between blank lines."""
    count = 0
    while at + count < len(lines) and count < MOST_COLUMNS and _is_alone(lines, at + count):
        line = lines[at + count]
        worded = line.shape is Shape.TEXT or is_year(line.text)
        if not worded or len(line.text) > _LONGEST_HEADER or bullet(line.text) or ":" in line.text:
            break
        count += 1
    return count


def _rows(lines: Sequence[Line], at: int, width: int) -> tuple[list[list[str]], int]:
    """The rows from a line on as long as they look like the first, with what the end of the text cuts off, and the line after them."""
    rows: list[list[str]] = []
    kinds: _Kinds = [None] * width
    while at < len(lines):
        row = _sums(lines, at, kinds) if rows and is_sum(lines[at].text) else _row(lines, at, kinds)
        if row is None:
            break
        rows.append([line.text if line else "" for line in row])
        at += sum(line is not None for line in row)
        kinds = [
            kind if line is None or kind is not None else kind_of(line) for kind, line in zip(kinds, row, strict=True)
        ]
    return rows, at


def _row(lines: Sequence[Line], at: int, kinds: _Kinds) -> list[Line | None] | None:
    """The cells of the row that begins at a line, each of its column's kind; none where they are not."""
    row: list[Line | None] = []
    for kind in kinds:
        number = at + len(row)
        if number >= len(lines):
            return _cut_off(row, kinds)
        line = lines[number]
        found = kind_of(line)
        if kind is True and found is False:
            return _without_figures(row, kinds)
        if (kind is False and found is True and not is_year(line.text)) or not _is_cell(lines, number):
            return None
        row.append(line)
    worded = any(line and line.shape not in VALUES for line in row)
    return row if worded and any(line and line.shape in VALUES for line in row) else None


def _cut_off(row: list[Line | None], kinds: _Kinds) -> list[Line | None] | None:
    """The last row of a text that ends within it, where half of it at least is there."""
    begun = len(row) >= 2 and 2 * len(row) >= len(kinds) and True in kinds
    return row + [None] * (len(kinds) - len(row)) if begun else None


def _without_figures(row: list[Line | None], kinds: _Kinds) -> list[Line | None] | None:
    """A row that lacks its last figures, where it has one at least: what was applied for, and nothing granted."""
    lacks = all(kind is True for kind in kinds[len(row) :])
    figures = any(line and line.shape in VALUES for line in row)
    return row + [None] * (len(kinds) - len(row)) if lacks and figures else None


def _sums(lines: Sequence[Line], at: int, kinds: _Kinds) -> list[Line | None] | None:
    """A row of sums: its label, and as many figures as stand below it, in the last columns of figures."""
    count = 1
    while at + count < len(lines) and count < len(kinds) and lines[at + count].shape in VALUES:
        count += 1
    columns = [number for number, kind in enumerate(kinds) if kind is not False and number][1 - count :]
    if count < 2 or len(columns) < count - 1:
        return None
    row: list[Line | None] = [None] * len(kinds)
    row[0] = lines[at]
    for column, line in zip(columns, lines[at + 1 : at + count], strict=True):
        row[column] = line
    return row


def _is_cell(lines: Sequence[Line], at: int) -> bool:
    """True for a line that stands alone and is no sentence: a title may be long, and end with a full stop where it is short."""
    line = lines[at]
    if not _is_alone(lines, at) or (bullet(line.text) and line.shape not in VALUES) or line.text.endswith(":"):
        return False
    return len(line.text) <= (LONGEST_CELL if line.text.endswith(".") else _LONGEST_TEXT)
