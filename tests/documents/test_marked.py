"""The lines of a paragraph: pairs, contacts, headings, text."""

from __future__ import annotations

import pytest

from graphkit.documents.inline import Line
from graphkit.documents.marked import marked_drafts
from graphkit.model import BlockKind


def kinds(*lines: Line, **more) -> list[str]:
    return [draft.kind.value for draft in marked_drafts(lines, **more)]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([Line("Bron byggs.")], ["paragraph"]),
        ([Line("Ägare: Malå kommun"), Line("Bron byggs nu.")], ["pair", "paragraph"]),
        ([Line("Bron byggs nu."), Line("Ägare: Malå kommun")], ["paragraph", "pair"]),
        ([Line("Frågan är: vem betalar?")], ["paragraph"]),
        ([Line("Byar: tolv"), Line("Broar: två")], ["pair", "pair"]),
        ([Line("Anna Exempel"), Line("070-174 06 05")], ["contact"]),
        ([Line("Ägare: Malå kommun"), Line("Telefon: 0953-140 00")], ["pair", "pair"]),
        ([Line("Viktigt!", bold=8)], ["paragraph"]),
        ([Line("Viktigt", bold=7)], ["heading"]),
        ([Line("Läs mer", bold=7, linked=7, links=1)], ["paragraph"]),
    ],
)
def test_lines_are_what_they_look_like(lines, found):
    assert kinds(*lines) == found


def test_a_heading_is_one_line_and_too_long_a_one_is_text():
    assert (
        marked_drafts([Line("Bron"), Line("över älven")], kind=BlockKind.HEADING, level=2)[0].text == "Bron över älven"
    )
    assert kinds(Line("Bron " * 60), kind=BlockKind.HEADING, level=2) == ["paragraph"]


def test_a_list_item_stays_one_unless_it_is_a_pair():
    assert kinds(Line("Bron byggs"), kind=BlockKind.LIST_ITEM) == ["list-item"]
    assert kinds(Line("Budget: 3 mnkr"), kind=BlockKind.LIST_ITEM) == ["pair"]
