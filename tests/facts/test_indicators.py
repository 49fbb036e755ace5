"""Countable targets and results: own sentences and what they count."""

import pytest

from graphkit.documents.builder import Draft, build_document
from graphkit.facts import find_facts
from graphkit.model import BlockKind, DocumentInfo, Indicator

TITLE = Draft(text="Projektet Lövbro ägs av Region Halland.")


def indicators(*drafts: Draft, language: str = "sv") -> list[tuple[str, list[int], str]]:
    facts = find_facts(build_document(DocumentInfo("prov", "prov.txt", "txt", "", language), [TITLE, *drafts]))
    return [plain(x) for x in facts.indicators]


def plain(x: Indicator) -> tuple[str, list[int], str]:
    return x.label, [int(value) for value in x.value], x.kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Projektet ska utbilda 300 vaktmästare.", [("vaktmästare", [300], "target")]),
        ("Hittills har fjorton byar anslutit sig.", [("byar anslutit", [14], "result")]),
        ("Målet är 10–15 nya kurser.", [("nya kurser", [10, 15], "target")]),
        ("Projektet väntas ge ett trettiotal arbetstillfällen.", [("arbetstillfällen", [30], "target")]),
        ("Antalet besökare i projektet ska öka från 1 200 till 2 000 personer.", [("personer", [2000], "target")]),
        (
            "I projektet restaurerades 12 gölar mot planerade 20.",
            [("gölar", [12], "result"), ("gölar", [20], "target")],
        ),
        ("Projektet ska nå 80 elever, varav 40 flickor.", [("elever", [80], "target")]),
        (
            "Förbrukningen i projektets hus har minskat med 18 procent.",
            [("Förbrukningen i projektets hus har", [18], "result")],
        ),
        ("Projektet har sex partner och pågår i tre år.", []),
        ("Projektet ska få 40 000 kronor och börja 2031.", []),
        ("Region Halland har 1 100 anställda.", []),
    ],
)
def test_a_sentence_gives_what_is_counted_how_many_and_whether_it_is_aimed_at_or_done(text, found):
    assert indicators(Draft(text=text)) == found


def test_the_line_above_a_list_decides_for_its_items():
    heading = Draft(kind=BlockKind.HEADING, level=2, text="Mål")
    items = [Draft(kind=BlockKind.LIST_ITEM, text=text) for text in ("minst 12 nya leder", "200 gäster har provat dem")]
    assert indicators(heading, *items) == [("nya leder", [12], "target"), ("gäster", [200], "target")]


def test_a_fact_box_names_its_targets():
    pair = Draft(kind=BlockKind.PAIR, cells=(("Mål", ""), ("450 familjer, 60 ledare", "")))
    assert indicators(pair) == [("familjer", [450], "target"), ("ledare", [60], "target")]


def test_label_and_number_are_an_indicator_under_a_heading_of_results():
    heading = Draft(kind=BlockKind.HEADING, level=2, text="Uppnådda resultat")
    pair = Draft(kind=BlockKind.PAIR, cells=(("Kurser", ""), ("6 st", "")))
    assert indicators(heading, pair) == [("Kurser", [6], "result")]


def test_a_table_with_target_and_outcome_gives_both():
    row = Draft(kind=BlockKind.ROW, cells=(("Anslutna gårdar", "Indikator"), ("40", "Mål"), ("33", "Utfall")))
    assert indicators(row) == [("Anslutna gårdar", [40], "target"), ("Anslutna gårdar", [33], "result")]
