"""Groups of short lines that repeat one pattern, in own cards."""

import pytest

from graphkit.documents.lines import read_lines
from graphkit.model import BlockKind

LEAD = "Stöd till byarna\n\nNämnden har delat ut årets bygdepeng. Alla byar har fått svar.\n\n"


def rows_of(*cards: str) -> list[list[str]]:
    drafts = read_lines(LEAD + "\n\n".join(cards))
    return [[text for text, _ in draft.cells] for draft in drafts if draft.kind is BlockKind.ROW]


def test_groups_of_one_pattern_are_rows() -> None:
    cards = ("Nya spår\nAlviks kommun\n400 000 kr\n2020–2022", "Bygdens hus\nBetby byalag\n70 000 kr\n2021–2022")
    assert rows_of(*cards) == [card.split("\n") for card in cards]


@pytest.mark.parametrize(
    "cards",
    [
        ("Nya spår\nAlviks kommun\n400 000 kr\n2020–2022",),
        ("Nya spår\nAlviks kommun\n400 000", "Bygdens hus\nBetby byalag\n70 000"),
        ("Projekt\nNya spår\n400 000 kr", "Projekt\nBygdens hus\n70 000 kr"),
        ("Nya spår\nAlviks kommun\n400 000 kr", "Bygdens hus\nBetby byalag\n2021\n70 000 kr"),
    ],
)
def test_other_groups_are_none(cards: tuple[str, ...]) -> None:
    assert not rows_of(*cards)
