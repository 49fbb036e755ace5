"""Tables whose rows a PDF ran together, in own tables."""

import pytest

from graphkit.documents.lines import read_lines
from graphkit.model import BlockKind

LEAD = "Utdelning\n\nStiftelsen har delat ut pengar i år. Många fick del av dem.\n\n"


def rows_of(text: str) -> list[list[tuple[str, str]]]:
    return [list(draft.cells) for draft in read_lines(LEAD + text) if draft.kind is BlockKind.ROW]


def test_rows_are_parted_where_the_second_name_begins() -> None:
    text = "Sökande Projektrubrik Beviljat belopp\nAlviks IS Fotboll på lika villkor 30 000\nBetbystiftelsen Projekt Friplats 5 000 kr\nTotalt 35 000"
    assert [[cell for cell, _ in row] for row in rows_of(text)] == [
        ["Alviks IS", "Fotboll på lika villkor", "30 000"],
        ["Betbystiftelsen", "Projekt Friplats", "5 000 kr"],
        ["Totalt", "", "35 000"],
    ]


def test_the_project_may_stand_first() -> None:
    text = "Projekt Projektägare Belopp\nSmart skog Region Halland 300 000\nTysta vatten Lunds universitet 90 000"
    assert [row[1] for row in rows_of(text)] == [
        ("Region Halland", "Projektägare"),
        ("Lunds universitet", "Projektägare"),
    ]


@pytest.mark.parametrize(
    "head", ["Sökande Belopp", "Sökande Ort Belopp", "Sökande av projekt Belopp", "Sökande Projekt"]
)
def test_other_lines_head_no_table(head: str) -> None:
    assert not rows_of(f"{head}\nAlviks IS Fotboll för alla 30 000\nBetby IF Bollar för unga 5 000")
