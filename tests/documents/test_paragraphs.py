"""Lines that a page's width broke."""

from graphkit.documents.lines import read_lines
from graphkit.documents.paragraphs import joined, split_lines

WRAPPED = """Projektet Norra ledet bygger en vandringsled längs den gamla
flottleden från Malå till Norsjö. Malå kommun är ägare och betalar
900 000 kronor, och Region Västerbotten lägger lika mycket. Arbetet
pågår till hösten 2024 och görs av föreningar i byarna, som får ersätt-
ning för material.

Mål
• en led på fyra mil som är skyltad på svenska, finska och på sam-
iska
• 14 vindskydd
Budget: 1,8 mnkr
"""


def test_lines_of_a_narrow_page_become_paragraphs() -> None:
    drafts = read_lines(WRAPPED, head=False)
    assert drafts[0].text.startswith(
        "Projektet Norra ledet bygger en vandringsled längs den gamla flottleden från Malå"
    )
    assert drafts[0].text.endswith("som får ersättning för material.")
    assert [draft.text for draft in drafts[1:4]] == [
        "Mål",
        "en led på fyra mil som är skyltad på svenska, finska och på samiska",
        "14 vindskydd",
    ]
    assert [text for text, _ in drafts[4].cells] == ["Budget", "1,8 mnkr"]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = "Malå kommun betalar två miljoner kronor till projektet under tre år.\nRegion Västerbotten betalar lika mycket och Sida en miljon kronor.\n"
    assert len(joined(split_lines(text))) == 2


def test_cells_of_a_table_are_not_joined() -> None:
    text = (
        "Finansiär\nBelopp\nMalå kommun\n900 000\n"
        + "En rad som är lång nog för att vara full på en smal sida och\n" * 6
    )
    assert [line.text for line in joined(split_lines(text))][:4] == ["Finansiär", "Belopp", "Malå kommun", "900 000"]


def test_a_long_paragraph_of_many_lines_is_joined_once() -> None:
    lines = joined(split_lines("en rad som går vidare på nästa rad utan att sluta någonstans alls och\n" * 3000))
    assert len(lines) == 1
