"""Laying out drafts: offsets, normal form, numbers of tables."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from graphkit.documents.builder import Draft, build_document
from graphkit.model import BlockKind, DocumentInfo

INFO = DocumentInfo("a", "a.txt", "txt", "", "sv")


def test_blocks_stand_apart_by_a_blank_line_and_cells_by_a_bar():
    drafts = [
        Draft(kind=BlockKind.TITLE, text="Bron", level=1),
        Draft(kind=BlockKind.ROW, cells=(("Malå kommun", "Sökande"), ("", "Ort"), ("40 000", "Belopp"))),
        Draft(kind=BlockKind.PAIR, cells=(("Budget", ""), ("3 mnkr", "")), sep=": "),
    ]
    document = build_document(INFO, drafts)
    assert document.text == "Bron\n\nMalå kommun | 40 000\n\nBudget: 3 mnkr"
    assert [cell.header for cell in document.blocks[1].cells] == ["Sökande", "Belopp"]


def test_boilerplate_is_told_and_is_no_text():
    document = build_document(
        INFO, [Draft(text="Meny", reason="navigation"), Draft(text="Text"), Draft(text=" \u00ad ")]
    )
    assert document.text == "Text"
    assert [(piece.reason, piece.text) for piece in document.skipped] == [("navigation", "Meny")]


def test_tables_are_numbered_in_the_order_in_which_they_come():
    pair = Draft(kind=BlockKind.PAIR, cells=(("a", ""), ("b", "")))
    drafts = [Draft(kind=pair.kind, cells=pair.cells, table=number) for number in (9, 9, 4, 9)]
    assert [block.table for block in build_document(INFO, drafts).blocks] == [0, 0, 1, 0]


def test_line_breaks_stay_inside_a_block_but_empty_lines_do_not():
    document = build_document(INFO, [Draft(kind=BlockKind.CONTACT, text="Anna Ek \r\n\r\n  projektledare\u2028070-1")])
    assert document.text == "Anna Ek\nprojektledare\n070-1"


texts = st.text(max_size=40)
drafts = st.builds(
    Draft,
    kind=st.sampled_from(BlockKind),
    text=texts,
    cells=st.lists(st.tuples(texts, texts), max_size=4).map(tuple),
    table=st.none() | st.integers(0, 3),
    sep=st.sampled_from([" | ", ": "]),
    reason=st.sampled_from(["", "", "navigation"]),
)


@given(st.lists(drafts, max_size=8))
def test_each_block_and_cell_is_where_its_offsets_say(parts):
    document = build_document(INFO, parts)
    assert unicodedata.is_normalized("NFC", document.text)
    assert "\n\n".join(block.text for block in document.blocks) == document.text
    for block in document.blocks:
        assert document.text[block.start : block.end] == block.text != ""
        for cell in block.cells:
            assert document.text[cell.start : cell.end] == cell.text != ""
            assert block.start <= cell.start <= cell.end <= block.end
