"""What holds for the facts of every document: a proof for each, taken from one sentence, row or fact-box line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graphkit import resources
from graphkit.documents import read_bytes, read_document
from graphkit.facts import find_facts
from graphkit.model import Document, Evidence, Facts

SAMPLES = sorted(path for path in resources.data("samples", "documents").iterdir() if not path.name.startswith("."))
KINDS = ("projects", "actors", "regions", "roles", "flows", "locations", "cooperations", "indicators")


def read(text: str, name: str = "sida.txt") -> Document:
    return read_bytes(text.encode(), Path(name))


def proofs(facts: Facts) -> Iterator[tuple[str, Evidence]]:
    for kind in KINDS:
        for fact in getattr(facts, kind):
            assert fact.evidence, f"{kind}: {fact} has no proof"
            for proof in fact.evidence:
                yield kind, proof


def test_a_body_bears_the_name_that_it_has_not_a_common_noun_before_it():
    facts = find_facts(read("I projektet «Nya leden» är kommunen med.\n\nProjektet «Nya leden» ägs av Malå kommun.\n"))
    assert [actor.name for actor in facts.actors] == ["Malå kommun"]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_fact_is_proved_by_a_quote_at_its_place(path):
    document = read_document(path)
    facts = find_facts(document)
    assert len(facts.text) == len(document.text)
    for kind, proof in proofs(facts):
        assert facts.text[proof.start : proof.end] == proof.quote, kind
        assert proof.rule.split(".")[0]
        assert "." in proof.rule
        assert 0 < proof.confidence <= 1


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_quote_lies_within_one_block(path):
    document = read_document(path)
    for kind, proof in proofs(find_facts(document)):
        assert any(b.start <= proof.start and proof.end <= b.end for b in document.blocks), (kind, proof.quote)


def test_a_page_is_found_to_say_the_same_twice():
    document = read_document(SAMPLES[0])
    assert find_facts(document) == find_facts(document)


def test_a_press_release_gives_its_project_payers_places_and_period():
    facts = find_facts(
        read(
            "Skogsbruk över älven\n\n"
            "Region Västerbotten beviljar 400 000 kronor till projektet Älvbron. Skellefteå kommun äger projektet, som pågår från mars 2021 "
            "till och med juni 2023. Projektet drivs i samarbete med Luleå tekniska universitet.\n\n"
            "Älvbron är ett samarbete mellan Västerbotten och Lappland. Europeiska regionala utvecklingsfonden finansierar projektet med "
            "1,2 miljoner kronor.\n"
        )
    )
    (project,) = facts.projects
    assert (project.name, project.start, project.end) == ("Älvbron", "2021-03", "2023-06")
    names = {actor.id: actor.name for actor in facts.actors}
    flows = {(names[flow.funder], int(flow.money.amount), flow.money.currency) for flow in facts.flows if flow.funder}
    assert flows == {
        ("Region Västerbotten", 400_000, "SEK"),
        ("Europeiska regionala utvecklingsfonden", 1_200_000, "SEK"),
    }
    roles = {(names[role.actor], role.role) for role in facts.roles}
    assert {
        ("Skellefteå kommun", "owner"),
        ("Luleå tekniska universitet", "partner"),
        ("Region Västerbotten", "funder"),
    } <= roles
    regions = {region.id: region.code for region in facts.regions}
    assert {regions[location.region] for location in facts.locations} >= {"SE331"}
    assert len(facts.cooperations) == 1


def test_a_page_without_a_project_gives_no_project_facts():
    facts = find_facts(
        read(
            "Så söker du projektmedel\n\n"
            "Varje år finns cirka 12 miljoner kronor att fördela. Ett projekt kan få högst 500 000 kronor och pågå i tre år. "
            "Kontakta oss innan du söker.\n"
        )
    )
    assert not (facts.projects)
    assert not (facts.roles)
    assert not (facts.flows)
    assert not (facts.locations)


def test_an_empty_page_gives_no_facts():
    facts = find_facts(read("Välkommen hit.\n"))
    assert not list(proofs(facts))


def test_a_project_that_is_to_begin_is_granted_once_somebody_gives_it_money():
    page = "Nytt i länet\n\nProjektet Fjällbäcken startar i april 2031. {}\n"
    (planned,) = find_facts(read(page.format("Umeå kommun äger projektet."))).projects
    (granted,) = find_facts(read(page.format("Umeå kommun beviljar projektet Fjällbäcken 300 000 kronor."))).projects
    assert granted.status == "granted"
    assert planned.status == "planned"
