"""Sums are checked where a table or sentence can be read without doubt, and nowhere else."""

import pytest

from graphkit.model import DocumentInfo, Facts
from graphkit.sums import find_wrong_sums


def wrong(text: str, language: str = "sv") -> list[tuple[str, int, int]]:
    """What each wrong sum is of, what it should be, and what is written."""
    info = DocumentInfo("a", "a.txt", "txt", "", language)
    return [(x.what, int(x.sum), int(x.written)) for x in find_wrong_sums(Facts(info=info, text=text))]


def table(*rows: str) -> str:
    return "\n\n".join(("Före.", *rows, "Efter."))


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["Kommun | Belopp", "Åre | 10", "Berg | 15", "Summa | 25"], []),
        (["Kommun | Belopp", "Åre | 10", "Berg | 15", "Summa | 24"], [("Belopp", 25, 24)]),
        (["Åre | 10 000 kr", "Berg | 15 000 kr", "Totalt: | 24 000 kr"], [("Totalt:", 25000, 24000)]),
        (["Kvinnor | 10", "Män | 15", "Totalt | 24"], [("Totalt", 25, 24)]),
        (["Post | 2020 | 2021", "Lön | 1 | 2", "Resor | 3 | –", "Summa | 4 | 3"], [("2021", 2, 3)]),
        # a part sum, and a sum of all rows or of the part sums
        (["A | 1", "B | 2", "Delsumma | 3", "C | 4", "D | 5", "Delsumma | 9", "Totalt | 12"], []),
        (["A | 1", "B | 2", "Delsumma | 3", "C | 4", "D | 5", "Totalt | 12"], []),
        # what can't be read without doubt: a missing cell, a share, one row alone
        (["A | 1 | 5", "B | 2", "Summa | 4 | 5"], []),
        (["A | 10 %", "B | 20 %", "Summa | 100 %"], []),
        (["A | 10", "B | se nedan", "Summa | 100"], []),
        (["A | 10", "Summa | 100"], []),
        # rounded decimals
        (["A | 4,1", "B | 3,2", "Summa | 7,4"], []),
        (["A | 4,1", "B | 3,2", "Summa | 8,4"], [("Summa", 7, 8)]),
    ],
)
def test_a_sum_row_is_held_against_its_rows(rows, found):
    assert wrong(table(*rows)) == found


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["Mål | Kvinnor | Män | Totalt", "Företag | 10 | 15 | 24"], [("Företag", 25, 24)]),
        (["Mål | Kvinnor | Män | Totalt", "Företag | 10 | 15 | 25"], []),
        (["Mål | Kvinnor | Män | Totalt", "Företag | 10 | 15 | –"], []),
        (["Post | 2020 | 2021–2023 | Summa", "Lön | 10 | 20 | 31"], [("Lön", 30, 31)]),
        (["Projekt | Sökt | Beviljat | Totalt", "Spånga | 10 | 20 | 99"], []),  # these columns make no whole
    ],
)
def test_a_column_of_totals_is_held_against_years_or_groups(rows, found):
    assert wrong(table(*rows)) == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("24 deltagare, varav 10 kvinnor och 15 män.", "sv", [("deltagare", 25, 24)]),
        ("24 nya företag (10 kvinnor och 15 män) startade.", "sv", [("nya företag", 25, 24)]),
        ("25 deltagare, varav 10 kvinnor och 15 män.", "sv", []),
        ("10 kvinnor och 15 män, totalt 24, deltog.", "sv", [("kvinnor + män", 25, 24)]),
        ("40 unga, varav 12 tjejer och 30 killar, kom.", "sv", [("unga", 42, 40)]),
        ("24 participants, of whom 10 women and 15 men.", "en", [("participants", 25, 24)]),
        ("Under 2019 deltog 10 kvinnor och 15 män.", "sv", []),
        ("24 deltagare, varav 10 kvinnor och 15 utrikesfödda.", "sv", []),
        ("24 deltagare, varav 10 kvinnor och 15 pojkar.", "sv", []),
    ],
)
def test_both_halves_are_held_against_the_whole(text, language, found):
    assert wrong(text, language) == found


def test_the_quotes_are_the_lines_that_were_added():
    text = table("Kommun | Belopp", "Åre | 10", "Berg | 15", "Summa | 24")
    (found,) = find_wrong_sums(Facts(info=DocumentInfo("a", "a.txt", "txt", "", "sv"), text=text))
    assert found.quotes == ("Åre | 10", "Berg | 15", "Summa | 24")
    assert all(quote in text for quote in found.quotes)
