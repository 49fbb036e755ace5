"""List items under a line that says what they are."""

from pathlib import Path

from graphkit.documents import read_bytes
from graphkit.facts import find_facts
from graphkit.model import Facts

HEAD = "# Projektet Älvbron\n\nProjektet Älvbron bygger en bro.\n\n"


def read(text: str) -> Facts:
    return find_facts(read_bytes((HEAD + text).encode(), Path("sida.md")))


def test_items_under_a_lead_are_partners():
    facts = read("Övriga parter:\n\n- Region Skåne\n- Malmö universitet\n")
    assert {(r.actor, r.role) for r in facts.roles} == {("region-skane", "partner"), ("malmo-universitet", "partner")}


def test_items_of_givers_have_their_amounts():
    facts = read(
        "Finansiering:\n\n- Tillväxtverket: 2 000 000 kr\n- Region Skåne 500 000 kr\n- Deltagande företag 300 000 kr\n"
    )
    assert {(f.funder, int(f.money.amount)) for f in facts.flows} == {
        ("tillvaxtverket", 2_000_000),
        ("region-skane", 500_000),
        (None, 300_000),
    }


def test_items_without_a_lead_are_nobody():
    assert read("Så går det till:\n\n- Region Skåne\n- Malmö universitet\n").roles == ()


def test_a_paragraph_below_a_label_enumerates():
    facts = read(
        "## Forskningsfinansiär\n\nMalmö universitet, interna medel (fakultet 2) Region Skåne, sociala medel\n"
    )
    assert {(r.actor, r.role) for r in facts.roles} == {("region-skane", "funder"), ("malmo-universitet", "funder")}


def test_the_body_below_a_records_name_owns_it():
    record = "{}\n{}\n\nByn får en ny plats där alla kan ses, oavsett ålder. Arbetet görs ideellt.\n\nProjekttid: maj 2021 - maj 2022\nBeviljat stöd: 26 044 kr\n\n"
    text = (
        "Små projekt i byarna\n\n"
        + record.format("Ny minigolf i Alvik", "Alviks idrottsförening")
        + record.format("Bygdens bio", "Betby byalag")
    )
    facts = find_facts(read_bytes(text.encode(), Path("sida.txt")))
    assert {(r.project, r.actor, r.role) for r in facts.roles} == {
        ("ny-minigolf-i-alvik", "alviks-idrottsforening", "owner"),
        ("bygdens-bio", "betby-byalag", "owner"),
    }
    assert [p.start for p in facts.projects] == ["2021-05", "2021-05"]


def test_the_body_behind_a_name_at_the_head_of_an_item_owns_it():
    item = "• {}, {}. Projektet bygger något i bygden och beviljas {} kronor.\n\n"
    text = (
        "Stöd till byarna\n\nNämnden har beviljat stöd till sju projekt. Alla är nya.\n\n"
        + item.format("Nya spår", "Alviks kommun", "400 000")
        + item.format("Bygdens hus", "Betby byalag", "70 000")
    )
    facts = find_facts(read_bytes(text.encode(), Path("sida.txt")))
    assert {(r.project, r.actor) for r in facts.roles if r.role == "owner"} == {
        ("nya-spar", "alviks-kommun"),
        ("bygdens-hus", "betby-byalag"),
    }
