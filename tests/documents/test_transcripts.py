"""Text whose lines a site ran together, cut again."""

from __future__ import annotations

import pytest

from graphkit.documents.lines import read_lines
from graphkit.documents.shapes import Line
from graphkit.documents.transcripts import unrolled
from graphkit.model import BlockKind

FILLER = "Byarna vill ha bryggor som håller för isen, och skolan vill lära barnen att simma i sjön. " * 3


def pieces(text: str) -> list[str]:
    return [line.text for line in unrolled([Line(text, text, True)])]


def test_labels_and_headings_within_a_run_begin_lines() -> None:
    text = f"1 BESLUT Orust kommun Att: Box 1 HENÅN Projekt: Bryggor för alla Beslut om stöd Länsstyrelsen lämnar stöd. {FILLER}"
    assert pieces(text)[:3] == [
        "1 BESLUT Orust kommun Att: Box 1 HENÅN",
        "Projekt: Bryggor för alla",
        "Beslut om stöd Länsstyrelsen lämnar stöd. " + FILLER.strip(),
    ]


def test_items_in_their_turn_begin_lines() -> None:
    text = f"{FILLER}den 3. mars 1. Val av justerare 2. Nya bryggor 1. Nämnden säger ja till punkt 3. Sedan gick alla hem 3. Övrigt"
    assert pieces(text)[1:] == [
        "1. Val av justerare",
        "2.",
        "Nya bryggor",
        "1. Nämnden säger ja till punkt 3. Sedan gick alla hem",
        "3. Övrigt",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sökande: Orust kommun. Projekt: Bryggor för alla.",
        f"{FILLER} Projektägare: Orust kommun. Partner: Tjörns kommun. {FILLER}",
        f"Projektnamn: Delområde: Period: Ägare: Bryggor för alla Bohuslän Orust kommun {FILLER}",
    ],
)
def test_short_lines_sentences_with_labels_and_rows_of_labels_stay(text: str) -> None:
    assert pieces(text) == [text]


def test_run_together_minutes_have_headings_and_pairs() -> None:
    text = f"Möte om stöd a) Dnr Bryggor för alla Sökande: Orust kommun. {FILLER} b) Dnr Nya nät Sökande: Tjörns kommun. {FILLER}"
    drafts = read_lines(f"Protokoll i juni\n\n{text}")
    heads = [draft.text for draft in drafts if draft.kind is BlockKind.HEADING]
    pairs = [draft.cells[1][0] for draft in drafts if draft.kind is BlockKind.PAIR]
    assert (heads, pairs) == (["Bryggor för alla", "Nya nät"], ["Orust kommun.", "Tjörns kommun."])


def test_a_table_of_cells_apart_goes_on_over_a_title_that_is_a_question() -> None:
    head = "Dnr\n\nFörnamn\n\nEfternamn\n\nOrganisation\n\nTitel\n\nBeviljat belopp (kronor)"
    rows = [
        "21-01\n\nIvar\n\nSten\n\nMalmö universitet\n\nBryggor för alla\n\n250 000",
        "21-02\n\nEbba\n\nVik\n\nOrust kommun\n\nVem bryr sig? Nät, not och nytta i norr.\n\n90 000",
    ]
    drafts = read_lines("Nya beslut i april\n\n" + "\n\n".join([head, *rows]))
    found = [draft.cells[4] for draft in drafts if draft.kind is BlockKind.ROW]
    assert found == [("Bryggor för alla", "Titel"), ("Vem bryr sig? Nät, not och nytta i norr.", "Titel")]


def test_kinds_of_cost_are_no_payers() -> None:
    drafts = read_lines("Nya bryggor\n\nKostnader (tkr)\n\nPersonal\n\n980\n\nResor\n\n240\n\nMaskiner\n\n200")
    assert not any(header for draft in drafts for _, header in draft.cells)


def test_the_number_of_a_heading_stands_alone_and_goes_on_over_pages() -> None:
    first = Line(f"1. Möte 1. Alla hälsas välkomna. 2. Budget 1. Nämnden väntar. {FILLER}", "", True)
    second = Line(f"2 3. Bryggor för alla 1. Nämnden beviljar Orust kommun stöd. {FILLER}", "", True)
    texts = [line.text for line in unrolled([first, second])]
    assert texts[-4:-1] == ["2", "3.", "Bryggor för alla"]
    assert texts[-1].startswith("1. Nämnden beviljar")
