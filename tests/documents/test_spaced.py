"""Tables whose cells each stand alone between blank lines, in own tables."""

import pytest

from graphkit.documents.lines import read_lines
from graphkit.model import BlockKind

LEAD = "Så delas pengarna\n\nNämnden har delat ut årets bygdepeng. Alla byar har fått svar.\n\n"


def rows_of(*cells: str) -> list[list[str]]:
    drafts = read_lines(LEAD + "\n\n".join(cells))
    return [[text for text, _ in draft.cells] for draft in drafts if draft.kind is BlockKind.ROW]


def test_a_header_cell_may_be_unknown() -> None:
    cells = (
        "Namn",
        "Sorts åtgärd",
        "Beviljat belopp",
        "Alfa Bygg AB",
        "Ny panna",
        "40 000 kr",
        "Beta AB",
        "Pump",
        "9 000 kr",
    )
    assert rows_of(*cells) == [["Alfa Bygg AB", "Ny panna", "40 000 kr"], ["Beta AB", "Pump", "9 000 kr"]]


def test_a_title_may_be_longer_than_a_line() -> None:
    long = "Hur små byar i fjällnära skogsbygd kan ta hand om sina vägar, broar och vägbommar " * 2
    cells = (
        "Dnr",
        "Organisation",
        "Titel",
        "Belopp",
        "2023-04",
        "Alfa kommun",
        long.strip(),
        "3 000",
        "2023-05",
        "Beta kommun",
        "Bro",
        "400",
    )
    assert [row[2] for row in rows_of(*cells)] == [long.strip(), "Bro"]


@pytest.mark.parametrize("more", [(), ("Totalsumma", "90 000", "40 000")])
def test_a_row_may_lack_its_last_figure(more: tuple[str, ...]) -> None:
    cells = (
        "Sökande",
        "Projekt",
        "Ansökt",
        "Beviljat",
        "Alvik IF",
        "Ny matta",
        "50 000",
        "40 000",
        "Betby IF",
        "Mål",
        "40 000",
        "Cefors IF",
        "Nät",
        "3 000",
        "3 000",
    )
    rows = rows_of(*cells, *more)
    assert rows[1:3] == [["Betby IF", "Mål", "40 000", ""], ["Cefors IF", "Nät", "3 000", "3 000"]]
    assert rows[3:] == ([["Totalsumma", "", "90 000", "40 000"]] if more else [])


def test_the_row_that_the_text_cuts_off_counts_as_far_as_it_goes() -> None:
    cells = ("Sökande", "Projekt", "Beviljat", "Alvik IF", "Ny matta", "50 000", "Betby IF", "Nya mål och nä")
    assert rows_of(*cells) == [["Alvik IF", "Ny matta", "50 000"], ["Betby IF", "Nya mål och nä", ""]]


@pytest.mark.parametrize(
    "cells",
    [
        ("Sökande", "Alvik IF", "Betby IF", "50 000", "Cefors IF"),
        ("Tidplan", "Vi bygger", "Budget", "Alvik IF söker nytt golv.", "Vi väntar.", "Betby IF jublar."),
    ],
)
def test_other_lines_apart_are_no_table(cells: tuple[str, ...]) -> None:
    assert not rows_of(*cells)


def test_a_barred_row_may_be_cut_off() -> None:
    text = "Number | Applicant | Project | Amount |\n---|---|---|---|\n1 | Alfa AB | Bridges | 3 000 |\n2 | Beta AB | Roads and br"
    rows = [[text for text, _ in draft.cells] for draft in read_lines(text) if draft.kind is BlockKind.ROW]
    assert rows == [["1", "Alfa AB", "Bridges", "3 000"], ["2", "Beta AB", "Roads and br", ""]]
