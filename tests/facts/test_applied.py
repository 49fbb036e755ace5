"""Decisions that grant what was applied for."""

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts import find_facts

SOUGHT = "# Projektet Älvbron\n\nProjektet Älvbron bygger en bro.\n\nSökande: Höörs kommun\nSökt stöd: 612 000 kr\n\n"


@pytest.mark.parametrize(
    ("decision", "amounts"),
    [
        ("Styrelsen prioriterar ansökan med sökt belopp.", [612_000]),
        ("Ansökan bifalls.", [612_000]),
        ("Styrelsen prioriterar ansökan men sänker stödet till 400 000 kr.", [400_000]),
        ("Ansökan avslås.", []),
        ("Ansökan bordläggs.", []),
    ],
)
def test_a_decision_without_a_sum_grants_what_was_sought(decision, amounts):
    facts = find_facts(read_bytes((SOUGHT + decision).encode(), Path("sida.md")))
    assert [int(flow.money.amount) for flow in facts.flows] == amounts


LISTED = "Nya spår\nSökande: Höörs kommun\nSökt EU-belopp: 612 000 kr\n\nGamla hus\nSökande: Lunds kommun\nSökt EU-belopp: 90 000 kr\n"


@pytest.mark.parametrize(
    ("lead", "amounts"),
    [
        ("I juni sammanträdde kommittén och två skånska projekt prioriterades.", {612_000, 90_000}),
        ("Kommittén beviljade medel till två projekt:", {612_000, 90_000}),
        ("I juni ska kommittén bereda två projekt.", set()),
        ("I juni fick två projekt avslag.", set()),
    ],
)
def test_what_listed_projects_sought_is_granted_where_a_sentence_grants_them_all(lead, amounts):
    text = f"Pengar till Skåne\n\n{lead}\n\n{LISTED}"
    facts = find_facts(read_bytes(text.encode(), Path("sida.txt")))
    assert {int(flow.money.amount) for flow in facts.flows} == amounts
