"""Stacks of values without labels, in own cards."""

import pytest

from graphkit.documents.lines import read_lines
from graphkit.model import BlockKind

CARD = "Projekten\n\nGrus på burk\n\nByarna lagar sina vägar. Det tar tid.\n\n{}\n\nVisa på karta"
STACK = "Alfa kommun\nAlvik\n40000\nSEK\n2015 - 2016\nLevande byar\n771"


def test_a_stack_of_values_is_a_row_with_the_headers_that_it_lacks() -> None:
    rows = [draft for draft in read_lines(CARD.format(STACK)) if draft.kind is BlockKind.ROW]
    assert [draft.cells for draft in rows] == [
        (
            ("Alfa kommun", "Sökande"),
            ("Alvik", "Ort"),
            ("40000 SEK", "Budget"),
            ("2015 - 2016", "Period"),
            ("Levande byar", ""),
            ("771", ""),
        )
    ]


def test_each_stack_is_a_table_of_its_own() -> None:
    text = CARD.format(STACK) + "\n\n" + STACK.replace("Alfa", "Beta")
    assert len({draft.table for draft in read_lines(text) if draft.kind is BlockKind.ROW}) == 2


@pytest.mark.parametrize(
    "lines",
    [
        "Alfa kommun\nAlvik\n40000\n2015 - 2016\nLevande byar",
        "Alfa kommun\nAlvik\n40000\nSEK\nLevande byar",
        "40000\nSEK\n2015 - 2016\nAlfa kommun",
        "Alfa kommun\nBudget: 40000\nSEK\n2015 - 2016",
        "Alfa kommun\nAlvik\nBetsta\n40000\nSEK\n2015 - 2016",
    ],
)
def test_other_short_lines_are_no_stack(lines: str) -> None:
    drafts = read_lines(CARD.format(lines))
    assert not any(header in ("Sökande", "Ort") for draft in drafts for _, header in draft.cells)
