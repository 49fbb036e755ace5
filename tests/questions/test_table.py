"""Tables as text for people, CSV and JSON for programs."""

import csv
import io
import json
from decimal import Decimal

import pytest

from graphkit.errors import UsageError
from graphkit.questions.layout import width_of
from graphkit.questions.table import Cell, Column, Table, render_table

QUOTE = "Lycksele kommun får 450 kkr av Sida för att fortsätta samarbetet med vänorten Kondopoga i ryska republiken Karelen."
FUNDING = Table(
    "Vem betalar",
    (
        Column("payer", "Betalare"),
        Column("projects", "Projekt", "list"),
        Column("amount", "Belopp", "number"),
        Column("year", "År", "year"),
        Column("nothing", "Inget"),
        Column("quote", "Citat", "quote"),
        Column("document", "Dokument", "source"),
        Column("fact", "Uppgift", "key"),
    ),
    (
        (
            Cell("Sida", iri="https://w3id.org/graphkit/id/actor/sida"),
            Cell("Bron; Stegen", items=(Cell("Bron", iri="x:bron"), Cell("Stegen", iri="x:stegen"))),
            Cell("11\N{NO-BREAK SPACE}700\N{NO-BREAK SPACE}000", Decimal(11700000)),
            Cell("2008", Decimal(2008)),
            Cell(),
            Cell(QUOTE),
            Cell("Nyheter", iri="x:nyheter"),
            Cell("x:flow", iri="x:flow"),
        ),
        (
            Cell("東京都"), Cell(), Cell("5", Decimal(5)), Cell(), Cell(), Cell("a\x1b[31mb\nc"), Cell("=1+1"), Cell("x:two", iri="x:two"),
        ),
    ),
    "Inget svar.",
)  # fmt: skip


def test_a_printed_table_is_aligned_and_has_its_quotes_under_the_rows():
    assert render_table(FUNDING, "table", width=60).replace("\N{NO-BREAK SPACE}", " ") == (
        "Vem betalar\n"
        "\n"
        "Betalare  Projekt           Belopp  År\n"
        "────────  ────────────  ──────────  ────\n"
        "Sida      Bron; Stegen  11 700 000  2008\n"
        "    «Lycksele kommun får 450 kkr av Sida för att fortsätta\n"
        "    samarbetet med vänorten Kondopoga i ryska republiken\n"
        "    Karelen.»\n"
        "    — Nyheter\n"
        "東京都                           5\n"
        "    «a [31mb c»\n"
        "    — =1+1\n"
    )


@pytest.mark.parametrize("width", [20, 30, 40, 60, 80, 200])
def test_no_line_of_a_printed_table_is_wider_than_the_terminal(width: int):
    drawn = render_table(FUNDING, "table", width=width)
    assert max(map(width_of, drawn.splitlines())) <= width


def test_a_very_narrow_table_is_a_list_of_its_cells():
    assert "\nBetalare  Sida\nProjekt   Bron;\n          Stegen\n" in render_table(FUNDING, "table", width=20)


def test_a_long_quote_is_cut_only_where_there_is_a_width():
    long = Table("", (Column("quote", "Citat", "quote"),), ((Cell("ord " * 500),),))
    assert render_table(long, "table", width=80).endswith("…\n")
    assert "…" not in render_table(long, "table", width=None)
    assert "…" not in render_table(long, "csv", width=80)


def test_csv_is_read_back_as_it_was_written():
    written = render_table(FUNDING, "csv")
    assert written.endswith("\r\n")
    first, sida, tokyo = csv.reader(io.StringIO(written, newline=""))
    assert first == ["payer", "projects", "amount", "year", "nothing", "quote", "document", "fact"]
    assert sida == ["Sida", "Bron; Stegen", "11700000", "2008", "", QUOTE, "Nyheter", "x:flow"]
    assert tokyo[5] == "a\x1b[31mb\nc"


@pytest.mark.parametrize("text", ["=1+1", "+46", "-x", "@x", "\tx", "\rx", " =1", "＝1"])
def test_no_cell_of_a_csv_acts_as_a_formula(text: str):
    table = Table("", (Column("x", "x"),), ((Cell(text),),))
    assert next(csv.reader(io.StringIO(render_table(table, "csv").split("\r\n", 1)[1], newline=""))) == [f"'{text}"]


def test_a_negative_number_stays_a_number_in_csv():
    table = Table("", (Column("x", "x"),), ((Cell("-5", Decimal(-5)),),))
    assert render_table(table, "csv") == "x\r\n-5\r\n"


def test_json_has_value_label_and_iri_under_stable_names():
    sida, tokyo = json.loads(render_table(FUNDING, "json"))
    assert sida["payer"] == {
        "value": "https://w3id.org/graphkit/id/actor/sida",
        "label": "Sida",
        "iri": "https://w3id.org/graphkit/id/actor/sida",
    }
    assert sida["amount"]["value"] == 11700000
    assert sida["projects"]["value"] == ["x:bron", "x:stegen"]
    assert [item["label"] for item in sida["projects"]["items"]] == ["Bron", "Stegen"]
    assert sida["nothing"] == {"value": None, "label": "", "iri": None}
    assert sida.keys() == tokyo.keys()


def test_an_empty_result_says_so_in_words():
    empty = Table("Vem betalar", FUNDING.columns, (), "Inget svar.")
    assert render_table(empty, "table") == "Vem betalar\n\nInget svar.\n"
    assert render_table(empty, "csv") == "payer,projects,amount,year,nothing,quote,document,fact\r\n"
    assert json.loads(render_table(empty, "json")) == []


def test_an_unknown_format_is_told_with_those_there_are():
    with pytest.raises(UsageError, match="choose table, csv, json"):
        render_table(FUNDING, "pdf")
