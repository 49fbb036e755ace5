"""Lists whose items each tell of one project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts import find_facts
from graphkit.facts.items import find_item_records, find_told_below
from graphkit.facts.reading import Name, find_units
from graphkit.lexicon import load_lexicon


def names(page, *lines: str, bodies: tuple[str, ...] = ()) -> list[str]:
    document = page(*lines)
    actors = [
        Name(kind="actor", start=at, end=at + len(b), text=b, key=b, name=b, type="other", rule="actor.known")
        for b in bodies
        if (at := document.text.find(b)) >= 0
    ]
    found = find_item_records(find_units(document), load_lexicon("sv"), actors)
    return [document.text[c.start : c.end] for c in found]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (
            [
                "- Tyst natt - körer ute (RX 12) med 38 500 kronor. Projektägare: Alfa kör",
                "- Bok för två (RX 14) med 9 000 kronor.",
            ],
            ["Tyst natt - körer ute", "Bok för två"],
        ),
        (["- Nya spår, dokumentär, med 90 000 kr", "- Unga på bänk 7, med 60 000 kr"], ["Nya spår", "Unga på bänk 7"]),
        (["- Operaflotten. Sökande: Beta kör", "- Gitarr i byn. Sökande: Gamma by"], ["Operaflotten", "Gitarr i byn"]),
        (["- Företag, 50 000 kr", "- Privatperson, 10 000 kr"], []),
        (["- Alfa kommun har beviljats 10 000 kr", "- De som växer får 9 000 kr"], []),
        (["- Nya spår, dokumentär, med 90 000 kr"], []),
    ],
)
def test_a_list_of_sums_or_owners_names_a_project_in_each_item(page, items: list[str], expected: list[str]) -> None:
    assert names(page, "Beviljat i maj", *items) == expected


def test_a_body_that_leads_an_item_is_passed_over(page) -> None:
    items = ("- Malå kommun, Flis i byarna, 450 000 kr", "- Norsjö kommun, Ved i vått, 120 000 kr")
    assert names(page, *items, bodies=("Malå kommun", "Norsjö kommun")) == ["Flis i byarna", "Ved i vått"]


def test_direct_speech_between_paragraphs_on_money_is_no_item(projects: Callable[..., list[str]]) -> None:
    lines = [
        "Byns idrottsförening får 160 000 kronor från banken.",
        "– Jag skrek rakt ut. Vi har väntat i tre år, säger hon.",
        "Kyrkans kör beviljas 85 000 kronor av banken.",
        "– Nu köper vi noter. De kostar 9 000 kronor, säger han.",
    ]
    assert "Jag skrek rakt ut" not in projects(*lines)


def test_a_short_name_in_a_list_keeps_its_title_and_its_labels(page) -> None:
    items = (
        "- TIDELOOP – Seaweed as fertiliser on island farms. Faculty: Science. Budget: EUR 30 000.",
        "- OreSafe: Safer tailings dams in cold climates – a toolbox: Examines how dams behave. Lead: Alfa University.",
        "| Participants: Beta museum",
        "- The Birch Road (BIRO). Applicant: Alfa kommun",
    )
    document = page("The projects are", *items, language="en")
    units = find_units(document)
    found = [document.text[c.start : c.end] for c in find_item_records(units, load_lexicon("en"), ())]
    assert found == [
        "TIDELOOP – Seaweed as fertiliser on island farms",
        "OreSafe: Safer tailings dams in cold climates – a toolbox",
        "The Birch Road",
    ]


def told_below(page, *lines: str) -> list[str]:
    document = page(*lines)
    found = find_told_below(find_units(document), load_lexicon("sv"))
    return [document.text[c.start : c.end] for c in found]


def test_an_item_below_which_the_text_says_projektet_is_a_name(page) -> None:
    lines = (
        "- Fjällbete",
        "- Projektet beviljas 2 miljoner euro.",
        "- Nya rutter",
        "- Projektet beviljas 1 miljon euro.",
    )
    assert told_below(page, *lines) == ["Fjällbete", "Nya rutter"]
    assert told_below(page, *lines[:2]) == []
    assert told_below(page, "- Bakgrund", "- Projektet började i maj.", "- Syfte", "- Projektet ska ge jobb.") == []


def test_items_below_a_name_speak_of_it_and_brackets_give_the_roles() -> None:
    text = (
        "Projekt som får stöd\n\nNorrfonden beviljar elva projekt medel.\n\n"
        " • Fjällbete\n  • Projektet beviljas 2 miljoner euro. Organisation: Malå kommun (huvudsökande)\n"
        " • Nya rutter\n  • Projektet beviljas 1 miljon euro. Organisation: Åre kommun (partner)\n"
    )
    facts = find_facts(read_bytes(text.encode(), Path("sida.txt")))
    named = {p.id: p.name for p in facts.projects}
    assert {(named[r.project], r.actor, r.role) for r in facts.roles if r.role != "funder"} == {
        ("Fjällbete", "mala-kommun", "owner"),
        ("Nya rutter", "are-kommun", "partner"),
    }
    assert sorted(named[f.project or ""] for f in facts.flows) == ["Fjällbete", "Nya rutter"]


def test_a_numbered_item_begins_behind_its_number() -> None:
    text = "Projekten\n\n1. Nya spår. Sökande: Alviks kommun. Beviljat belopp: 400 000 kr.\n2. Bygdens hus. Sökande: Betby byalag. Beviljat belopp: 70 000 kr."
    facts = find_facts(read_bytes(text.encode(), Path("sida.txt")))
    assert {(r.project, r.actor) for r in facts.roles if r.role == "owner"} == {
        ("nya-spar", "alviks-kommun"),
        ("bygdens-hus", "betby-byalag"),
    }
