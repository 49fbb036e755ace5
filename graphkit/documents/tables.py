"""Tables as drafts: rows under their column headers, or pairs of label and value. Shared by all formats that know of cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graphkit.documents.builder import AFTER_LABEL, BETWEEN_CELLS, Draft
from graphkit.documents.grids import with_unit
from graphkit.errors import DocumentError
from graphkit.model import BlockKind

MAX_COLUMNS = 200
MAX_CELLS = 1_000_000
_LONGEST_HEADER = 80
_LONGEST_LABEL = 100

_NUMBER = re.compile(
    r"""
    [^\w(]*                         # a currency sign, a minus
    (?:[A-Za-z]{2,4}\s)?            # SEK, EUR
    \d [\d\s.,:/%–-]*               # 3 000 000, 0.5–2, 2020-01-01
    (?:[^\W\d]{1,10}\.?)?           # kr, tkr, miljoner
    [\s€%*)]*
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell as a format gives it: its text (line breaks kept), whether it is marked up as a header or set in bold, and its spans."""

    text: str
    header: bool = False
    bold: bool = False
    columns: int = 1
    rows: int = 1


_EMPTY = GridCell("")
_Hanging = dict[int, tuple[int, GridCell]]
"""By column: the cell that hangs down from a row above, and for how many more rows."""


def is_number(text: str) -> bool:
    """True for a cell that holds a figure, an amount, a date or a range, with at most a short unit.

    >>> [is_number(x) for x in ("9 368 376", "445 tkr", "€1,264,000", "0.5–2 million", "2019-02-12", "Fond", "SE122 Sörmland", "")]
    [True, True, True, True, True, False, False, False]
    """
    return bool(_NUMBER.fullmatch(text.strip()))


def read_grid(
    rows: Sequence[Sequence[GridCell]], *, table: int, caption: str = "", above: str = "", aside: bool = False
) -> list[Draft]:
    """The drafts of a table given row by row: a caption, header rows, rows with their columns' headers, pairs, headings between rows.

    A table of two columns without a header row is a list of pairs; so is a wider one whose rows all begin with a marked header. A row that is
    one cell across all columns is a heading of what follows. A cell that spans rows stands in each of them. Where the caption, or else the text
    `above` the table, names a unit («(tkr)»), the headers of bare figures carry it.

    >>> cells = [[GridCell("Sökande", True), GridCell("Belopp", True)], [GridCell("Säffle kommun"), GridCell("458 000")]]
    >>> [(draft.kind.value, draft.cells) for draft in read_grid(cells, table=0)]
    [('header-row', (('Sökande', ''), ('Belopp', ''))), ('row', (('Säffle kommun', 'Sökande'), ('458 000', 'Belopp')))]
    >>> [draft.kind.value for draft in read_grid([[GridCell("Program"), GridCell("Interreg")]], table=0)]
    ['pair']
    """
    grid, spans = _expand(rows)
    drafts = [Draft(text=caption, table=table, aside=aside)] if caption else []
    width = max((len(row) for row in grid), default=0)
    if width == 0:
        return drafts
    if width == 1:
        return drafts + [Draft(text=row[0].text, table=table, aside=aside) for row in grid]
    heads = 0 if _is_pairs(grid, spans) else _header_rows(grid, spans)
    body = [[cell.text for cell in row] for row in grid[heads:]]
    headers = with_unit(_headers(grid[:heads], width), body, caption or above)
    for number, row in enumerate(grid):
        texts = [cell.text for cell in row]
        if number < heads and not spans[number]:
            drafts.append(
                Draft(
                    kind=BlockKind.HEADER_ROW,
                    cells=tuple((text, "") for text in _once(row)),
                    table=table,
                    aside=aside,
                )
            )
        elif spans[number]:
            drafts.append(_across(grid, spans, number, table, aside))
        elif heads:
            drafts.append(Draft(kind=BlockKind.ROW, cells=tuple(_under(row, headers)), table=table, aside=aside))
        elif texts[0] and any(texts[1:]):
            drafts.append(pair(texts[0], _once(row)[1:], table=table, aside=aside))
        else:
            drafts.append(
                Draft(kind=BlockKind.ROW, cells=tuple((text, "") for text in _once(row)), table=table, aside=aside)
            )
    return drafts


def pair(
    label: str, values: Sequence[str], *, table: int | None, aside: bool = False, sep: str = BETWEEN_CELLS
) -> Draft:
    """The draft of a label and its values; a colon that ends the label moves between them.

    >>> pair("Projekttid: ", ["2016–2019"], table=None).cells, pair("Projekttid: ", ["2016–2019"], table=None).sep
    ((('Projekttid', ''), ('2016–2019', '')), ': ')
    """
    label = label.strip()
    if label.endswith(":"):
        label, sep = label[:-1].rstrip(), AFTER_LABEL
    cells = ((label, ""), *((value, "") for value in values))
    return Draft(kind=BlockKind.PAIR, cells=cells, table=table, aside=aside, sep=sep)


# ------------------------------------------------------------------------------------------------ the grid


def _expand(rows: Sequence[Sequence[GridCell]]) -> tuple[list[list[GridCell]], list[bool]]:
    """The rows as a rectangle without empty rows and columns, and for each row whether it is one cell across."""
    grid: list[list[GridCell]] = []
    spans: list[bool] = []
    below: _Hanging = {}
    width = 0
    for row in rows:
        line: list[GridCell] = []
        hanging: _Hanging = {}
        for cell in row:
            _hang(line, below, hanging)
            for _ in range(max(min(cell.columns, MAX_COLUMNS - len(line)), 1)):
                if cell.rows > 1:
                    hanging[len(line)] = (min(cell.rows, len(rows)) - 1, cell)
                line.append(cell)
        _hang(line, below, hanging)
        below = hanging
        width = max(width, len(line))
        if width * (len(grid) + 1) > MAX_CELLS:
            raise DocumentError(
                "it holds a table of more than {number:,} cells: build it as a published table, or split it.",
                number=MAX_CELLS,
            )
        if any(cell.text.strip() for cell in line):
            grid.append(line)
            spans.append(len({id(cell) for cell in line}) == 1 and row[:1] != [] and line[0].columns > 1)
    grid = [line + [_EMPTY] * (width - len(line)) for line in grid]
    full = [column for column in range(width) if any(line[column].text.strip() for line in grid)]
    return [[line[column] for column in full] for line in grid], spans


def _hang(line: list[GridCell], below: _Hanging, hanging: _Hanging) -> None:
    """Put the cells that hang down from the row above into the line, as far as they come next."""
    while len(line) in below:
        left, cell = below.pop(len(line))
        if left > 1:
            hanging[len(line)] = (left - 1, cell)
        line.append(cell)


def _once(row: Sequence[GridCell]) -> list[str]:
    """The texts of a row, a cell that spans columns told once."""
    return [
        cell.text for number, cell in enumerate(row) if number == 0 or cell is not row[number - 1] or cell is _EMPTY
    ]


def _under(row: Sequence[GridCell], headers: Sequence[str]) -> list[tuple[str, str]]:
    return [
        (cell.text, headers[number])
        for number, cell in enumerate(row)
        if number == 0 or cell is not row[number - 1] or cell is _EMPTY
    ]


def _across(grid: Sequence[Sequence[GridCell]], spans: Sequence[bool], number: int, table: int, aside: bool) -> Draft:
    """A row that is one cell across: the heading of the rows below it, else a remark."""
    text = grid[number][0].text
    if number + 1 < len(grid) and not spans[number + 1] and len(text) <= _LONGEST_HEADER and text[-1:] != ".":
        return Draft(kind=BlockKind.HEADING, text=text, level=6, table=table, aside=aside)
    return Draft(text=text, table=table, aside=aside)


# --------------------------------------------------------------------------------------------- its headers


def _is_pairs(grid: Sequence[Sequence[GridCell]], spans: Sequence[bool]) -> bool:
    """True where each row is a label and its value or values."""
    rows = [row for row, across in zip(grid, spans, strict=True) if not across]
    if not rows or any(len(row[0].text) > _LONGEST_LABEL for row in rows):
        return False
    if all(row[0].header and not any(cell.header for cell in row[1:]) for row in rows):
        return True
    if len(grid[0]) != 2 or all(cell.header for cell in rows[0]):
        return False
    if all(cell.bold for cell in rows[0]) and not all(row[1].bold for row in rows):
        return False
    values = [row[1].text for row in rows]
    return not (len(rows) > 2 and values[0] and not is_number(values[0]) and all(is_number(x) for x in values[1:]))


def _header_rows(grid: Sequence[Sequence[GridCell]], spans: Sequence[bool]) -> int:
    """How many rows at the top are headers."""
    marked = 0
    for row, across in zip(grid, spans, strict=True):
        if not (across or all(cell.header or not cell.text for cell in row)):
            break
        marked += 1
    while marked and spans[marked - 1]:
        marked -= 1
    if marked:
        return marked if marked < len(grid) else 1
    first = next((number for number, across in enumerate(spans) if not across), None)
    if first is None or first + 1 >= len(grid):
        return 0
    texts = [cell.text for cell in grid[first]]
    bold = all(cell.bold or not cell.text for cell in grid[first]) and not all(
        cell.bold or not cell.text for row in grid[first + 1 :] for cell in row
    )
    if bold:
        return first + 1
    short = all(text and len(text) <= _LONGEST_HEADER and not is_number(text) for text in texts)
    return first + 1 if short and len(set(texts)) == len(texts) else 0


def _headers(rows: Sequence[Sequence[GridCell]], width: int) -> list[str]:
    """Each column's header: the distinct texts above it, from the top."""
    headers = []
    for column in range(width):
        above: list[str] = []
        for row in rows:
            text = " ".join(row[column].text.split())
            if text and text not in above and len({id(cell) for cell in row}) > 1:
                above.append(text)
        headers.append(" ".join(above))
    return headers
