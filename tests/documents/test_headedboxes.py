"""Lists of lines that hold a head and its box."""

from __future__ import annotations

import pytest

from graphkit.documents.lines import read_lines
from graphkit.model import BlockKind

LIST = """Projekt med svenska partner

Ny bro – Huvudpartner: Malå kommun. Projektpartner: Åsele kommun.
Associerad partner: Visit Norr.

GREENLAB – Projektpartner: Umeå universitet.
"""


def kinds(text: str) -> list[tuple[BlockKind, str]]:
    return [(draft.kind, draft.text or ": ".join(cell for cell, _ in draft.cells)) for draft in read_lines(text)]


def test_a_line_s_head_is_a_heading_and_its_labels_are_pairs():
    found = kinds(LIST)
    assert [text for kind, text in found if kind is BlockKind.HEADING] == ["Ny bro", "GREENLAB"]
    assert [text for kind, text in found if kind is BlockKind.PAIR] == [
        "Huvudpartner: Malå kommun.",
        "Projektpartner: Åsele kommun.",
        "Associerad partner: Visit Norr.",
        "Projektpartner: Umeå universitet.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Rubriken\n\nNy bro – Huvudpartner: Malå kommun. Den blir klar i år.\n\nGREENLAB – Projektpartner: Umeå universitet.\n",
        "Rubriken\n\nNy bro – Huvudpartner: Malå kommun.\n\nByn väntar på sin bro. Den blir klar i år, tror man i byn.\n",
    ],
    ids=["words between that no label leads", "one line alone"],
)
def test_other_lines_stay_as_they_are(text):
    assert not any(kind is BlockKind.HEADING and found == "Ny bro" for kind, found in kinds(text))
