"""Amounts that must be worked out: own sentences and what they come to."""

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts import find_facts
from graphkit.model import Basis

HEAD = "# Projektet Älvbron\n\nProjektet Älvbron bygger en bro.\n\n"


def worked_out(text: str) -> set[tuple[str | None, int, str]]:
    facts = find_facts(read_bytes((HEAD + text).encode(), Path("sida.md")))
    names = {actor.id: actor.name for actor in facts.actors}
    return {
        (names.get(flow.funder or ""), int(flow.money.amount), flow.money.currency)
        for flow in facts.flows
        if flow.basis is Basis.IMPLIED
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Tillväxtverket bidrar med 2 miljoner kronor. Region Skåne medfinansierar med lika mycket som Tillväxtverket.",
            {("Region Skåne", 2_000_000, "SEK")},
        ),
        (
            "Sida betalar 300 000 kronor och Region Skåne hälften så mycket.",
            {("Region Skåne", 150_000, "SEK")},
        ),
        (
            "Projektets totala budget är 6 miljoner kronor. EU står för hälften och resten delas lika mellan Region Skåne och Malmö stad.",
            {("EU", 3_000_000, "SEK"), ("Region Skåne", 1_500_000, "SEK"), ("Malmö stad", 1_500_000, "SEK")},
        ),
        (
            "Budgeten är 4 miljoner kronor, varav 60 procent kommer från Europeiska socialfonden.",
            {("Europeiska socialfonden", 2_400_000, "SEK")},
        ),
        (
            "Vinnova finansierar projektet med 60 procent av budgeten på 5 miljoner kronor.",
            {("Vinnova", 3_000_000, "SEK")},
        ),
        ("Totalt satsas 12 miljoner kronor, varav hälften kommer från EU.", {("EU", 6_000_000, "SEK")}),
        (
            "Projektet kostar 1 miljon kronor. Region Skåne, Region Halland och Malmö stad delar lika på hela summan.",
            {("Region Skåne", 333_333, "SEK"), ("Region Halland", 333_333, "SEK"), ("Malmö stad", 333_333, "SEK")},
        ),
    ],
)
def test_an_amount_in_words_is_worked_out(text, found):
    assert worked_out(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Region Skåne står för hälften.",
        "Hälften av deltagarna kommer från Malmö stad.",
        "Budgeten är 4 miljoner kronor. Malmö stad står för 30 procent av utsläppen.",
        "Region Skåne ger stöd med 40 procent av kostnaderna, dock högst 900 000 kronor.",
    ],
)
def test_without_a_base_or_of_something_else_nothing_is_worked_out(text):
    assert worked_out(text) == set()


def test_the_same_sum_can_go_to_another():
    text = "Sida ger 300 000 kronor till Eslövs kommun. Samma summa går till Lunds kommun."
    facts = find_facts(read_bytes((HEAD + text).encode(), Path("sida.md")))
    assert {(flow.funder, flow.recipient) for flow in facts.flows} == {
        ("sida", "eslovs-kommun"),
        ("sida", "lunds-kommun"),
    }
