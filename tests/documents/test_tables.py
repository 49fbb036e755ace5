"""Grids of cells to rows and pairs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graphkit.documents.tables import GridCell, read_grid


def grid(*rows: str) -> list[list[GridCell]]:
    """Rows of cells parted by «|»; «#» marks a header cell, «*» a bold one, «>» one that spans two columns, «^» one that spans two rows."""

    def cell(text: str) -> GridCell:
        text = text.strip()
        marks = {mark: mark in text for mark in "#*>^"}
        for mark in marks:
            text = text.replace(mark, "")
        return GridCell(text, marks["#"], marks["*"], 2 if marks[">"] else 1, 2 if marks["^"] else 1)

    return [[cell(text) for text in row.split("|")] for row in rows]


def read(*rows: str, **more: str) -> list[str]:
    found = []
    for draft in read_grid(grid(*rows), table=0, **more):
        cells = " | ".join(f"{header}={text}" if header else text for text, header in draft.cells)
        found.append(f"{draft.kind.value}: {cells or draft.text}")
    return found


def test_a_marked_header_row_heads_the_rows_below_it():
    assert read("#Part | #Stöd", "Åre | 100") == ["header-row: Part | Stöd", "row: Part=Åre | Stöd=100"]


def test_a_bold_first_row_is_a_header():
    assert read("*Part | *Stöd", "Åre | stort")[0] == "header-row: Part | Stöd"


def test_a_wide_table_without_marks_has_its_header_in_the_first_row():
    assert read("Part | Ort | Stöd", "Åre | Duved | 100")[1] == "row: Part=Åre | Ort=Duved | Stöd=100"


def test_a_wide_table_that_begins_with_figures_has_no_header():
    assert read("Åre | 2019 | 100", "Malå | 2020 | 50") == ["pair: Åre | 2019 | 100", "pair: Malå | 2020 | 50"]


def test_two_columns_are_pairs_unless_figures_stand_under_a_word():
    assert read("Ägare | Åre", "Budget | 100")[0] == "pair: Ägare | Åre"
    assert read("Finansiär | Belopp", "Åre | 100", "Sida | 50 tkr")[0] == "header-row: Finansiär | Belopp"


def test_rows_that_begin_with_a_marked_header_are_pairs():
    assert read("#Projekt | Flis | Bro", "#Ägare | Åre | Malå")[1] == "pair: Ägare | Åre | Malå"


def test_headers_of_two_rows_are_put_together():
    rows = read("#^Part | #>Belopp", "#2019 | #2020", "Åre | 10 | 20")
    assert rows[-1] == "row: Part=Åre | Belopp 2019=10 | Belopp 2020=20"


def test_a_row_across_the_table_heads_the_rows_below_it_and_a_last_one_is_a_remark():
    rows = read("#Part | #Stöd", ">Svensk sida", "Åre | 10", ">Källa: protokollet")
    assert rows == [
        "header-row: Part | Stöd",
        "heading: Svensk sida",
        "row: Part=Åre | Stöd=10",
        "paragraph: Källa: protokollet",
    ]


def test_a_cell_that_spans_rows_stands_in_each_and_one_that_spans_columns_once():
    rows = read("#Part | #År | #Stöd", "^Åre | 2019 | 10", "2020 | 20", ">Summa | 30")
    assert rows[1:] == [
        "row: Part=Åre | År=2019 | Stöd=10",
        "row: Part=Åre | År=2020 | Stöd=20",
        "row: Part=Summa | Stöd=30",
    ]


def test_the_unit_of_the_caption_or_the_line_above_goes_to_the_bare_figures():
    rows = ("#Part | #Stöd", "Åre | 1 200")
    assert read(*rows, above="Så fördelas pengarna (tkr):")[1] == "row: Part=Åre | Stöd (tkr)=1 200"
    assert read(*rows, caption="Stöd i tkr", above="Belopp i euro")[0] == "paragraph: Stöd i tkr"


def test_one_column_is_text_and_an_empty_table_is_nothing():
    assert read("Ett", "Två") == ["paragraph: Ett", "paragraph: Två"]
    assert read(" | ") == []


cells = st.builds(
    GridCell, st.text(max_size=8), st.booleans(), st.booleans(), st.integers(-1, 400), st.integers(-1, 400)
)


@given(st.lists(st.lists(cells, max_size=5), max_size=6))
def test_any_grid_is_read_and_none_of_its_texts_is_lost(rows):
    told = " ".join(text for draft in read_grid(rows, table=0) for text in (draft.text, *(x for x, _ in draft.cells)))
    for row in rows:
        for cell in row:
            assert cell.text.strip().removesuffix(":").rstrip() in told
