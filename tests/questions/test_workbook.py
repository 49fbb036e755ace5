"""A workbook is read back as it was written: numbers, dates and texts each as what they are, and no formula anywhere."""

import datetime
import io
import zipfile
from decimal import Decimal

import openpyxl
import pytest

from graphkit.errors import UsageError
from graphkit.questions import workbook
from graphkit.questions.table import Cell, Column, Table
from graphkit.questions.workbook import Asked, render_workbook

ASKED = Asked(
    name="funding",
    description="Varje belopp för sig.",
    parameters=(("payer", "Sida"), ("name", "=1+1")),
    built="2024-05-01T12:00:00Z",
    sparql="SELECT ?payer WHERE {\n  =cmd\n}",
)
MARCH = datetime.datetime(2008, 3, 1)  # noqa: DTZ001 - a sheet's dates have no time zone
COLUMNS = (
    Column("payer", "Betalare"),
    Column("amount", "Belopp", "number"),
    Column("year", "År", "year"),
    Column("issued", "Datum", "date"),
    Column("quote", "Citat", "quote"),
    Column("fact", "Uppgift", "key"),
)
ROWS = (
    (Cell("Sida"), Cell("450 000", Decimal(450000)), Cell("2008", Decimal(2008)), Cell("2008-03-01"), Cell("«Ja»"), Cell("x:1")),
    (Cell("Åre"), Cell("0,5", Decimal("0.5")), Cell(), Cell("2008-03"), Cell("\x00\x1b[31m"), Cell()),
)  # fmt: skip


def sheets(table: Table, lang: str = "sv") -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(render_workbook(table, ASKED, lang)))


def test_numbers_are_numbers_and_dates_are_dates():
    sheet = sheets(Table("Pengar", COLUMNS, ROWS)).worksheets[0]
    heading, first, second = sheet.iter_rows(values_only=True)
    assert heading == ("Betalare", "Belopp", "År", "Datum", "Citat", "Uppgift")
    assert first == ("Sida", 450000, 2008, MARCH, "«Ja»", "x:1")
    assert second == ("Åre", 0.5, None, "2008-03", "��[31m", None)
    assert [sheet.cell(2, n).number_format for n in (2, 3, 4)] == ["#,##0", "0", "yyyy-mm-dd"]
    assert sheet.cell(3, 2).number_format == "#,##0.##"


def test_the_heading_stays_in_sight_and_filters():
    sheet = sheets(Table("Pengar", COLUMNS, ROWS)).worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:F3"
    assert all(cell.font.bold for cell in sheet[1])


def test_columns_are_as_wide_as_what_they_hold_and_keys_are_hidden():
    rows = ((Cell("x" * 30), *ROWS[0][1:4], Cell("ord " * 100), ROWS[0][5]),)
    dimensions = sheets(Table("", COLUMNS, rows)).worksheets[0].column_dimensions
    assert [dimensions[letter].width for letter in "ABE"] == [31, 10, 81]
    assert dimensions["F"].hidden
    assert not dimensions["E"].hidden


@pytest.mark.parametrize(
    "text", ["=1+1", "+46 8", "-x", "@x", "\t=1", " =1", "＝1", "#N/A", "TRUE", "1E5", "{=1}", "=HYPERLINK(1)"]
)
def test_no_cell_is_a_formula(text: str):
    content = render_workbook(Table(text, (Column("x", text),), ((Cell(text),),)), ASKED, "sv")
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert [cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value] == ["s"] * len(
        [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    )
    assert [row[0].value for row in book.worksheets[0].iter_rows()] == [text, text]
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert all(b"<f>" not in parts.read(name) and b"<f " not in parts.read(name) for name in parts.namelist())


def test_a_text_that_begins_like_a_formula_stays_one_when_a_person_edits_it():
    sheet = sheets(Table("", (Column("x", "x"),), ((Cell("=1+1"),), (Cell("Sida"),)))).worksheets[0]
    assert sheet["A2"].quotePrefix
    assert not sheet["A3"].quotePrefix


def test_a_second_sheet_says_what_was_asked_of_which_graph():
    book = sheets(Table("Vem betalar", COLUMNS, ROWS))
    assert book.sheetnames == ["Svar", "Frågan"]
    assert list(book["Frågan"].iter_rows(values_only=True)) == [
        ("Svar på", "Vem betalar"),
        ("Vad som visas", "Varje belopp för sig."),
        ("Frågans namn", "funding"),
        ("--param payer", "Sida"),
        ("--param name", "=1+1"),
        ("Grafen byggd", "2024-05-01T12:00:00Z"),
        ("Rader", "2"),
        ("SPARQL", "SELECT ?payer WHERE {"),
        (None, "  =cmd"),
        (None, "}"),
    ]
    assert sheets(Table("", COLUMNS, ()), "en").sheetnames == ["Answer", "The question"]


def test_an_empty_answer_says_so_on_the_second_sheet():
    rows = list(sheets(Table("", COLUMNS, (), "Inget svar."))["Frågan"].iter_rows(values_only=True))
    assert ("Rader", "Inget svar.") in rows


def test_the_same_table_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch):
    table = Table("Pengar", COLUMNS, ROWS)
    first = render_workbook(table, ASKED, "sv")
    monkeypatch.setattr("time.localtime", lambda *_: (1999, 1, 1, 1, 1, 1, 0, 1, 0))
    assert render_workbook(table, ASKED, "sv") == first
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert b"dcterms" not in parts.read("docProps/core.xml")
        assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_text_is_cut_where_a_cell_is_full():
    sheet = sheets(Table("", (Column("x", "x"),), ((Cell("x" * 40_000),),))).worksheets[0]
    assert len(sheet["A2"].value) == 32_767
    assert sheet["A2"].value.endswith("…")


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workbook, "MAX_ROWS", 1)
    with pytest.raises(UsageError, match="2 rows and a sheet holds 1: write csv"):
        render_workbook(Table("", COLUMNS, ROWS), ASKED, "sv")
