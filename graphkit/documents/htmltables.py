"""Tables of web pages: which of them hold data, and their cells."""

from __future__ import annotations

from typing import Any

from graphkit.documents.boilerplate import Boilerplate
from graphkit.documents.inline import BOLD, text_of
from graphkit.documents.tables import GridCell


def is_data_table(table: Any) -> bool:
    """False for a table that lays out a page: its cells hold tables, headings or long text, or it has one row or one column."""
    if table.get("role") in ("presentation", "none"):
        return False
    for element in table.iter("table", "h1", "h2", "h3", "form", "main", "article"):
        if element is not table:
            return False
    rows = [sum(1 for _ in row.iterchildren("td", "th")) for row in table.iter("tr")]
    return len([cells for cells in rows if cells]) >= 1 and max(rows) >= 2


def read_cells(table: Any, boilerplate: Boilerplate) -> list[list[GridCell]]:
    """The rows of a data table."""
    rows = []
    for row in table.iter("tr"):
        if boilerplate.reason(row):
            continue
        in_head = row.getparent() is not None and row.getparent().tag == "thead"
        rows.append(
            [
                GridCell(
                    text=text_of(cell, boilerplate.reason),
                    header=cell.tag == "th" or in_head,
                    bold=_is_bold(cell),
                    columns=_span(cell, "colspan"),
                    rows=_span(cell, "rowspan"),
                )
                for cell in row.iterchildren("td", "th")
            ]
        )
    return rows


def _is_bold(cell: Any) -> bool:
    """True where all text of the cell is bold."""
    bold = sum(len(text_of(element)) for element in cell.iter(*BOLD))
    return bold > 0 and bold >= len(text_of(cell))


def _span(cell: Any, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return min(max(int(value), 1), 1000) if value.isascii() and value.isdigit() and len(value) < 6 else 1
