"""A table: what a question gives, in words for people and in numbers and IRIs for what comes after."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from graphkit.errors import UsageError
from graphkit.questions.layout import draw_table
from graphkit.text import harmless


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a table: readable `text`, and the `number` or the `iri` behind it; a list has its `items`."""

    text: str = ""
    number: Decimal | None = None
    iri: str | None = None
    items: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `name` is the query's variable and stays the same in all languages, `label` is its heading."""

    name: str
    label: str
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table; each row has a cell for each column. `empty` is the sentence that says that there are no rows."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: str = "No rows."


def render_table(table: Table, format: str, *, width: int | None = None) -> str:
    """A table as text that ends with a line break: «table» for people, «csv» and «json» for programs.

    `width` is that of the terminal, in columns; None for no limit. Only «table» shortens long quotes. An unknown format is a UsageError.
    """
    if format not in FORMATS:
        raise UsageError("there is no format «{format}»: choose {formats}.", format=format, formats=", ".join(FORMATS))
    return FORMATS[format](table, width)


def _render_plain(table: Table, width: int | None) -> str:
    if not table.rows:
        return f"{table.title}\n\n{table.empty}\n" if table.title else f"{table.empty}\n"
    drawn = draw_table(
        [(column.label, column.kind) for column in table.columns],
        [[cell.text for cell in row] for row in table.rows],
        width,
    )
    return f"{table.title}\n\n{drawn}" if table.title else drawn


def _render_csv(table: Table, width: int | None) -> str:  # noqa: ARG001 - one signature for all formats
    """RFC 4180 with the variables' names in the first line; no cell can act as a formula in a spreadsheet."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    for row in table.rows:
        writer.writerow([_csv_cell(cell) for cell in row])
    return out.getvalue()


def _csv_cell(cell: Cell) -> str:
    return format(cell.number, "f") if cell.number is not None else harmless(cell.text)


def _render_json(table: Table, width: int | None) -> str:  # noqa: ARG001 - one signature for all formats
    """An array with an object for each row: under each variable's name `value`, `label` and `iri`, and `items` for a list."""
    names = [column.name for column in table.columns]
    rows = [dict(zip(names, map(_json_cell, row), strict=True)) for row in table.rows]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _json_cell(cell: Cell) -> dict[str, Any]:
    plain: dict[str, Any] = {"value": _json_value(cell), "label": cell.text, "iri": cell.iri}
    return plain | ({"items": [_json_cell(item) for item in cell.items]} if cell.items else {})


def _json_value(cell: Cell) -> int | float | str | list[Any] | None:
    if cell.number is not None:
        return int(cell.number) if cell.number == cell.number.to_integral_value() else float(cell.number)
    if cell.items:
        return [_json_value(item) for item in cell.items]
    return cell.iri or cell.text or None


FORMATS: Mapping[str, Callable[[Table, int | None], str]] = {
    "table": _render_plain,
    "csv": _render_csv,
    "json": _render_json,
}
"""The formats of a table; an exporter is added here."""
