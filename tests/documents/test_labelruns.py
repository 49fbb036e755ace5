"""Labels one below the other, and their values below them all."""

import pytest

from graphkit.documents.lines import read_lines
from graphkit.model import BlockKind


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Total budget:\nERDF:\nEUR 40 000\nEUR 20 000\n", [("Total budget", "EUR 40 000"), ("ERDF", "EUR 20 000")]),
        ("Total budget:\nEUR 40 000\n", [("Total budget", "EUR 40 000")]),
    ],
)
def test_labels_and_then_as_many_values_are_pairs(text: str, pairs: list[tuple[str, str]]) -> None:
    drafts = [draft for draft in read_lines(text, head=False) if draft.kind is BlockKind.PAIR]
    assert [tuple(cell for cell, _ in draft.cells) for draft in drafts] == pairs


def test_more_values_than_labels_are_no_such_run() -> None:
    drafts = read_lines("Total budget:\nERDF:\nEUR 40 000\nEUR 20 000\nEUR 10 000\n", head=False)
    assert ("Total budget", "EUR 40 000") not in [tuple(cell for cell, _ in draft.cells) for draft in drafts]
