"""Tables whose cells stand side by side."""

from __future__ import annotations

from graphkit.documents.lines import read_lines
from graphkit.model import BlockKind


def test_bars_between_labels_and_values_make_a_fact_box():
    text = (
        "Ny bro i Malå\nDiarienummer | |\nKoordinator | Malå kommun |\nBidrag från Vinnova | 640 000 kronor |\n"
        "Projektets löptid | maj 2020 - juni 2022 |\nVad det gav\nByn fick sin bro, och många tycker om den.\n"
    )
    pairs = [draft for draft in read_lines(text) if draft.kind is BlockKind.PAIR]
    assert [tuple(cell for cell, _ in pair.cells) for pair in pairs] == [
        ("Koordinator", "Malå kommun"),
        ("Bidrag från Vinnova", "640 000 kronor"),
        ("Projektets löptid", "maj 2020 - juni 2022"),
    ]


def test_bars_below_headers_make_rows():
    text = "Beviljade projekt\nProjekt | Belopp |\nNya spår | 20 000 kr |\nGrönare byar | 40 000 kr |\n"
    rows = [draft for draft in read_lines(text) if draft.kind is BlockKind.ROW]
    assert [[header for _, header in row.cells] for row in rows] == [["Projekt", "Belopp"]] * 2
