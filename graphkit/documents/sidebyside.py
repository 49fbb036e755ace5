"""Tables whose cells stand side by side: parted by tabs, bars or wide blanks. A row that the end of the text cuts off counts as far as it goes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.documents.builder import Draft
from graphkit.documents.cursor import PAIRS
from graphkit.documents.grids import MOST_COLUMNS, is_header, is_sum, row_cells, table_drafts
from graphkit.documents.labels import is_label
from graphkit.documents.shapes import VALUES, Line, shape_of
from graphkit.model import BlockKind

_WIDE = re.compile(r"\t|\s{2,}|\s*\|\s*")
_ENOUGH_TO_JUDGE = 12
_LONGEST_CELL = 200
_LONGEST_BARRED = 500


def columns_of(line: Line) -> list[str]:
    """The cells of a line that are parted by tabs, bars or wide blanks.

    >>> columns_of(Line("Sida 1 900 000 SEK", "  Sida        1 900 000 SEK"))
    ['Sida', '1 900 000 SEK']
    """
    if len(line.raw) > 4000:
        return [line.text]
    cells = [" ".join(part.split()) for part in _WIDE.split(line.raw.strip().strip("|"))]
    return cells if "\t" in line.raw or "|" in line.raw else [cell for cell in cells if cell]


def read_side_by_side(lines: Sequence[Line], at: int, caption: str, table: int) -> tuple[list[Draft], int] | None:
    """The table whose rows are lines with wide blanks, tabs or bars, and the line after it; none where fewer than two lines agree."""
    rows = [columns_of(lines[at])]
    width = len(rows[0])
    barred = lines[at].raw.count("|") >= 2
    longest = _LONGEST_BARRED if barred else _LONGEST_CELL
    if width < 2 or width > 4 * MOST_COLUMNS or any(len(cell) > longest for cell in rows[0]):
        return None
    tabbed = "\t" in lines[at].raw
    end = at + 1
    while end < len(lines):
        cells = columns_of(lines[end])
        if end - at == _ENOUGH_TO_JUDGE and not _is_promising(lines[at:end]):
            return None
        if is_rule(lines[end].text):
            end += 1
            continue
        if end + 1 == len(lines) and barred and "|" in lines[end].raw and len(rows) > 1 and 2 <= len(cells) < width:
            cells += [""] * (width - len(cells))  # the text ends within the row
        if len(cells) < 2 or (len(cells) != width and not (is_sum(cells[0]) and len(cells) < width)):
            break
        if any(len(cell) > longest for cell in cells) or (tabbed and "\t" not in lines[end].raw):
            break
        rows.append(cells)
        end += 1
    values = [any(shape_of(cell) in VALUES for cell in row) for row in rows]
    ruled = any(is_rule(line.text) for line in lines[at:end])
    if len(rows) < 2 or not (
        sum(values) >= 2 or tabbed or ruled or (sum(values) and len(rows) == 2 and _all_headers(rows[0]))
    ):
        return None
    if (
        barred
        and width == 2
        and 2 * sum(is_label(row[0]) for row in rows) > len(rows) > 2
        and not _all_headers(rows[0])
    ):
        return [_pair(row) for row in rows if row[1]], end
    headed = not values[0] or all(is_header(cell) for cell in rows[0] if cell)
    if headed and len(rows) > 1:
        body = [_under_width(row, width) for row in rows[1:]]
        return table_drafts(rows[0], body, caption, table), end
    return [Draft(kind=BlockKind.ROW, cells=row_cells(row, [""] * width), table=table) for row in rows], end


def _pair(row: Sequence[str]) -> Draft:
    return Draft(kind=BlockKind.PAIR, cells=((row[0], ""), (row[1], "")), table=PAIRS)


def _is_promising(lines: Sequence[Line]) -> bool:
    """True for first lines that have tabs, a rule between them or two lines with figures: whatever follows, they are rows."""
    figures = sum(any(shape_of(cell) in VALUES for cell in columns_of(line)) for line in lines)
    return figures >= 2 or "\t" in lines[0].raw or any(is_rule(line.text) for line in lines)


def is_rule(text: str) -> bool:
    """True for a line that only rules: «|---|---:|», «-----»."""
    return len(text) >= 3 and not text.strip("-–—=_|:+* ")


def _all_headers(row: Sequence[str]) -> bool:
    return all(is_header(cell) for cell in row)


def _under_width(row: list[str], width: int) -> list[str]:
    return row if len(row) == width else [row[0], *[""] * (width - len(row)), *row[1:]]
