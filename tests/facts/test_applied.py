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
