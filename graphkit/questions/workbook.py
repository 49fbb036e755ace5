"""A table as a workbook (.xlsx): numbers as numbers, dates as dates, no cell a formula, and a sheet that says what was asked.

The same table gives the same bytes: the library's own time stamps are taken out.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from graphkit.errors import UsageError
from graphkit.messages import say
from graphkit.questions.layout import width_of
from graphkit.questions.table import Cell, Column, Table

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

MAX_ROWS = 1_048_575
"""Rows of a sheet below its heading; the format has no room for more."""
MAX_TEXT = 32_767
"""Characters of a cell."""
NARROW, WIDE, WIDEST = 9, 45, 80
"""Widths of columns, in characters: the least, the most, and the most for quotes."""
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FORMATS = {"number": "#,##0", "year": "0", "date": "yyyy-mm-dd"}
_NO_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a workbook tells of its question: the query's name and description, the parameters as understood, the graph's time, the SPARQL."""

    name: str
    description: str
    parameters: tuple[tuple[str, str], ...]
    built: str
    sparql: str


def render_workbook(table: Table, asked: Asked, lang: str) -> bytes:
    """The bytes of a workbook; a UsageError when there are more rows than a sheet can hold."""
    if len(table.rows) > MAX_ROWS:
        raise UsageError(
            "the answer has {number} rows and a sheet holds {most}: write csv instead.",
            number=len(table.rows),
            most=MAX_ROWS,
        )
    book = Workbook()
    book.properties.creator = "graphkit"
    answer = book.active
    assert answer is not None
    answer.title = say("sheet.answer", lang)
    _write_answer(answer, table)
    _write_question(book.create_sheet(say("sheet.question", lang)), table, asked, lang)
    written = io.BytesIO()
    book.save(written)
    return _without_time(written.getvalue())


def _write_answer(sheet: Worksheet, table: Table) -> None:
    bold, wrapped = Font(bold=True), Alignment(vertical="top", wrap_text=True)
    for number, column in enumerate(table.columns, 1):
        heading = sheet.cell(row=1, column=number)
        _set_text(heading, column.label)
        heading.font = bold
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width = _width(column, [row[number - 1] for row in table.rows])
        dimension.hidden = column.kind == "key"
    for at, row in enumerate(table.rows, 2):
        for number, (column, cell) in enumerate(zip(table.columns, row, strict=True), 1):
            written = sheet.cell(row=at, column=number)
            _set(written, column, cell)
            if column.kind in ("quote", "list"):
                written.alignment = wrapped
    sheet.freeze_panes = "A2"
    if table.columns:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"


def _set(written: SheetCell, column: Column, cell: Cell) -> None:
    if cell.number is not None:
        whole = cell.number == cell.number.to_integral_value()
        written.value = int(cell.number) if whole else float(cell.number)
        kind = column.kind if whole else "fraction"
        written.number_format = _FORMATS.get(kind, "General" if whole else "#,##0.##")
    elif column.kind == "date" and (day := _day(cell.text)):
        written.value = day
        written.number_format = _FORMATS["date"]
    elif cell.text:
        _set_text(written, cell.text)


def _day(text: str) -> datetime.date | None:
    """The day of a whole ISO date; None for what is less precise, which stays as it is."""
    try:
        return datetime.date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def _set_text(written: SheetCell, text: str) -> None:
    """A text that stays one, also when a person edits the cell: neither «=1+1» nor «#N/A» means anything there."""
    shown = _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    written.value = shown if len(shown) <= MAX_TEXT else shown[: MAX_TEXT - 1] + "…"
    written.data_type = "s"
    if shown.lstrip()[:1] in tuple("=+-@＝＋－＠"):
        written.quotePrefix = True


def _width(column: Column, cells: Sequence[Cell]) -> float:
    most = WIDEST if column.kind == "quote" else WIDE
    longest = max((width_of(cell.text[: most + 1]) for cell in cells), default=0)
    return float(min(most, max(NARROW, longest, width_of(column.label) + 3)) + 1)  # the filter's button takes three


def _write_question(sheet: Worksheet, table: Table, asked: Asked, lang: str) -> None:
    rows = [
        (say("sheet.title", lang), table.title),
        (say("sheet.description", lang), asked.description),
        (say("sheet.query", lang), asked.name),
        *((f"--param {name}", value) for name, value in asked.parameters),
        (say("sheet.built", lang), asked.built),
        (say("sheet.rows", lang), str(len(table.rows)) if table.rows else table.empty),
        *(("SPARQL" if at == 0 else "", line) for at, line in enumerate(asked.sparql.splitlines())),
    ]
    for at, (what, text) in enumerate((row for row in rows if row[1] or not row[0]), 1):
        for number, words in enumerate((what, text), 1):
            if words:
                _set_text(sheet.cell(row=at, column=number), words)
        if what:
            sheet.cell(row=at, column=1).font = Font(bold=True)
    sheet.column_dimensions["A"].width = 24.0
    sheet.column_dimensions["B"].width = 120.0


def _without_time(content: bytes) -> bytes:
    """The same workbook without the moment of its writing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>", b"", part)
            new.writestr(zipfile.ZipInfo(name, _NO_TIME), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
