"""Tables that lost their grid: one cell per line. The row's length is inferred, and must fit each row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from graphkit.documents.builder import Draft
from graphkit.documents.labels import is_label
from graphkit.documents.layoutwords import fold, starts, words
from graphkit.documents.shapes import LONGEST_CELL, VALUES, Line, Shape, bullet, ends_in_amount, is_year, shape_of
from graphkit.model import BlockKind

MOST_COLUMNS = 12
_ENOUGH_UNLABELLED = 3
_FIRST_ROWS = (1 + _ENOUGH_UNLABELLED) * (MOST_COLUMNS + 1)


def read_stacked(lines: Sequence[Line], at: int, caption: str, table: int) -> tuple[list[Draft], int] | None:
    """The table whose header cells begin at line `at`, one cell per line, and the line after it; none where no row length fits.

    `caption` is the heading above: its unit («Finansiering (kr)», «belopp i tkr») goes to the headers of columns of amounts.
    """
    best: tuple[list[Draft], int] | None = None
    # Without known headers only figures in the first rows convince; most lines have none near, and need no closer look.
    figures = any(line.shape in VALUES for line in lines[at : at + _FIRST_ROWS])
    if not figures and not is_header(lines[at].text):
        return None
    for headers, extra in _header_choices(lines, at):
        first = at + headers
        known = all(is_header(line.text) for line in lines[at:first])
        if not known and not figures:
            continue
        for width in (headers, headers + 1):
            missing = width > headers
            if not known and (missing or width < 3):
                continue
            grouped = _is_grouped(lines, at, first)
            rows, end = _rows(lines, first, width, worded=known and grouped)
            if best and end <= best[1]:
                continue
            if (
                sum(not is_sum(row[0]) for row in rows) == 1
                and end < len(lines)
                and not lines[end].gap
                and lines[end].shape is not Shape.PROSE
            ):
                continue
            if not _convinces(rows, width, known=known, missing=missing, grouped=grouped):
                continue
            heads = [""] * (width - headers) + [line.text for line in lines[at:first]]
            heading = [Draft(kind=BlockKind.HEADING, text=lines[at - extra].text, level=3)] if extra else []
            best = (heading + table_drafts(heads, rows, caption, table), end)
    return best


@lru_cache(maxsize=4096)
def is_header(text: str) -> bool:
    """True for what stands above a column: a label, a year, a word for a sum.

    >>> [is_header(x) for x in ("Finansiär", "Egen insats (kr)", "2024", "Totalt", "Torsby kommun")]
    [True, True, True, True, False]
    """
    return is_year(text) or is_sum(text) or is_label(text) or fold(text) in words("layout.units")


def is_sum(text: str) -> bool:
    """True for the first cell of a row of sums: «Summa», «Totalt svensk sida»."""
    folded = fold(text)
    first = folded.split(" ", 1)[0]
    return len(text) <= 40 and (folded in words("layout.sum-words") or first in words("layout.sum-words"))


def _is_period(label: Line, value: Line) -> bool:
    """True for a year or years below a label that asks for them: «Projekttid» above «2015–2018» is no pair of columns."""
    return is_year(value.text) and fold(label.text) in words("columns.period")


def _header_choices(lines: Sequence[Line], at: int) -> list[tuple[int, int]]:
    """How many lines from `at` may be header cells, the most convincing first."""
    group = 0
    while at + group < len(lines) and group <= MOST_COLUMNS and (group == 0 or not lines[at + group].gap):
        if not _may_head(lines[at + group]):
            break
        group += 1
    known = 0
    spaced = at + 1 < len(lines) and lines[at + 1].gap
    while at + known < len(lines) and known < MOST_COLUMNS and is_header(lines[at + known].text):
        if known and (lines[at + known].gap is not spaced or _is_period(lines[at + known - 1], lines[at + known])):
            break
        known += 1
    if spaced and at + known < len(lines) and not lines[at + known].gap:
        known = 0
    ends_group = at + group >= len(lines) or lines[at + group].gap
    choices = [(known, 0)] if known >= 2 else []
    if ends_group and group >= 2 and group != known:
        choices.append((group, 0))
    choices += [(count, 0) for count in range(3, min(group, 9)) if count not in (known, group)]
    return choices


def _may_head(line: Line) -> bool:
    return (
        len(line.text) <= 60
        and (line.shape is Shape.TEXT or is_year(line.text))
        and not bullet(line.text)
        and ":" not in line.text
    )


def _is_grouped(lines: Sequence[Line], at: int, first: int) -> bool:
    """True where a blank line parts the header from the rows, and none parts the header's cells."""
    return first < len(lines) and lines[first].gap and not any(line.gap for line in lines[at + 1 : first])


def _rows(lines: Sequence[Line], first: int, width: int, *, worded: bool) -> tuple[list[list[str]], int]:
    """The rows of `width` lines from `first` on, as long as they look alike, and the line after them.

    Each row has words in it; a table without a single figure in its first rows is none, unless words alone will do (`worded`).
    """
    rows: list[list[str]] = []
    kinds: list[bool | None] = [None] * width
    at = first
    while at < len(lines):
        if rows and is_sum(lines[at].text):
            count = _sum_cells(lines, at, width)
            if count:
                rows.append(_sum_row([line.text for line in lines[at : at + count]], kinds, width))
                at += count
                continue
        chunk = lines[at : at + width]
        short = next((number for number, line in enumerate(chunk) if number and line.gap), len(chunk))
        if 1 < short < width and chunk[0].gap and rows and (row := _aligned(chunk[:short], kinds)):
            rows.append(row)
            at += short
            continue
        if len(chunk) < width or not _is_row(chunk) or not _fits(chunk, kinds):
            break
        if all(line.shape is not Shape.TEXT for line in chunk):
            break
        if len(rows) >= _ENOUGH_UNLABELLED and True not in kinds and not worded:
            break
        for number, line in enumerate(chunk):
            kinds[number] = kind_of(line) if kinds[number] is None else kinds[number]
        rows.append([line.text for line in chunk])
        at += width
    return rows, at


def _is_row(chunk: Sequence[Line]) -> bool:
    """True for lines that can be the cells of one row: none a sentence, none a bullet, no blank line between some of them only."""
    gaps = {line.gap for line in chunk[1:]}
    return len(gaps) <= 1 and all(_is_cell(line) for line in chunk) and (True not in gaps or chunk[0].gap)


def _is_cell(line: Line) -> bool:
    apart = line.gap and line.shape is Shape.PROSE and len(line.text) <= LONGEST_CELL
    return (line.is_short or apart) and (line.shape in VALUES or not bullet(line.text)) and not line.text.endswith(":")


def kind_of(line: Line) -> bool | None:
    """True for a value, false for words; none where a cell tells nothing of its column: a dash, a status."""
    if line.shape in (Shape.DASH, Shape.STATUS):
        return None
    return line.shape in VALUES


def _fits(chunk: Sequence[Line], kinds: Sequence[bool | None]) -> bool:
    for line, kind in zip(chunk, kinds, strict=True):
        found = kind_of(line)
        if kind is True and found is False and not ends_in_amount(line.text):
            return False
        if kind is False and found is True and not is_year(line.text):
            return False
    return True


def _aligned(chunk: Sequence[Line], kinds: Sequence[bool | None]) -> list[str] | None:
    """A group with fewer cells than the table has columns, each put in the next column of its kind."""
    row = [""] * len(kinds)
    column = 0
    for line in chunk:
        if not _is_cell(line):
            return None
        found = kind_of(line)
        while column < len(kinds) and found is not None and kinds[column] is not None and kinds[column] is not found:
            column += 1
        if column == len(kinds):
            return None
        row[column] = line.text
        column += 1
    return row if any(line.shape in VALUES for line in chunk) and chunk[0].shape not in VALUES else None


def _sum_cells(lines: Sequence[Line], at: int, width: int) -> int:
    """How many lines a row of sums has, its label counted; 0 where no figure follows."""
    count = 1
    while count < width and at + count < len(lines) and (lines[at + count].shape in VALUES):
        if lines[at + count].gap and not lines[at].gap:
            break
        count += 1
    return count if count > 1 else 0


def _sum_row(cells: Sequence[str], kinds: Sequence[bool | None], width: int) -> list[str]:
    """A row of sums with its figures below the columns of values, from the left; rank and year columns before the words don't count."""
    row = [""] * width
    text = next((number for number, kind in enumerate(kinds) if kind is False), 0)
    row[text] = cells[0]
    figures = list(cells[1:])
    columns = [number for number, kind in enumerate(kinds) if kind is not False and number > text]
    if len(figures) == width - 1:
        columns = [number for number in range(width) if number != text]
    for column, figure in zip(columns, figures, strict=False):
        row[column] = figure
    return row


def _convinces(rows: Sequence[Sequence[str]], width: int, *, known: bool, missing: bool, grouped: bool) -> bool:
    """True where the rows are a table beyond doubt: known headers and a row with a figure, or several rows of one shape."""
    plain = [row for row in rows if not is_sum(row[0])]
    figures = any(shape_of(cell) in VALUES - {Shape.DASH} for row in plain for cell in row)
    worded = all(any(shape_of(cell) is Shape.TEXT for cell in row) for row in plain)
    if not plain or not worded:
        return False
    if known and not missing:
        return figures or (grouped and len(plain) >= 2 and width >= 3)
    if known and width >= 3:
        return figures and (grouped or len(plain) >= 2)
    return figures and width >= 3 and len(plain) >= (2 if grouped else _ENOUGH_UNLABELLED) and not missing


# ----------------------------------------------------------------------------------------------------- drafts


def table_drafts(heads: Sequence[str], rows: Sequence[Sequence[str]], caption: str, table: int) -> list[Draft]:
    rows = [_below_its_header(row, heads) for row in rows]
    headers = with_unit(heads, rows, caption)
    drafts = [Draft(kind=BlockKind.HEADER_ROW, cells=tuple((head, "") for head in heads), table=table)]
    return drafts + [Draft(kind=BlockKind.ROW, cells=row_cells(row, headers), table=table) for row in rows]


def _below_its_header(row: Sequence[str], heads: Sequence[str]) -> Sequence[str]:
    """A row of one sum that names its column, «Summa beviljat», with its figure below that column."""
    filled = [number for number, cell in enumerate(row) if cell]
    if len(filled) != 2 or not is_sum(row[filled[0]]):
        return row
    named = set(fold(row[filled[0]]).split())
    column = next(
        (number for number, head in enumerate(heads) if fold(head) in named and number > filled[0]), filled[1]
    )
    moved = ["" for _ in row]
    moved[filled[0]], moved[column] = row[filled[0]], row[filled[1]]
    return moved


def row_cells(row: Sequence[str], headers: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple((cell, header) for cell, header in zip(row, headers, strict=False))


def with_unit(heads: Sequence[str], rows: Sequence[Sequence[str]], caption: str) -> list[str]:
    """The headers, those of columns of bare figures with the unit that the caption names.

    >>> with_unit(["Projekt", "Beviljas", "Poäng"], [["Isblick", "2 040", "83"]], "Ansökningar, belopp i tkr")
    ['Projekt', 'Beviljas (tkr)', 'Poäng']
    """
    unit = unit_of(caption)
    if not unit:
        return list(heads)
    return [
        f"{head} ({unit})".strip() if _wants_unit(head, number, rows) else head for number, head in enumerate(heads)
    ]


def _wants_unit(head: str, number: int, rows: Sequence[Sequence[str]]) -> bool:
    if unit_of(head) or any(word in words("layout.count-headers") for word in fold(head).split()):
        return False
    cells = [row[number] for row in rows if number < len(row) and shape_of(row[number]) is Shape.AMOUNT]
    bare = [cell for cell in cells if not any(char.isalpha() or char in "€$£%" for char in cell)]
    return bool(bare) and any(len(cell) >= 2 for cell in bare) and not (number == 0 and head == "")


def unit_of(text: str) -> str:
    """The unit that a caption or header names: «(tkr)», «belopp i tkr», «EUR thousand»; empty where there is none.

    >>> unit_of("Finansiering (kr)"), unit_of("Ansökningar, belopp i tkr"), unit_of("Bidrag till 12 byar")
    ('kr', 'tkr', '')
    """
    match = _unit().search(text.casefold()[-200:])
    return next((group for group in match.groups() if group), "") if match else ""


@cache
def _unit() -> re.Pattern[str]:
    units = "|".join(re.escape(word) for word in starts("layout.units"))
    return re.compile(rf"[(\[](?:[^()]{{0,20}}\b)?(?:i |in )?({units})[)\]]|(?:\bi|\bin|,) ({units})$")
