"""Sentences that deny or only hope prove no fact of what they name."""

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts import find_facts

DENIED = [
    "Vinnova betalar inte de 500 000 kronor som projektet bad om.",
    "Region Dalarna sade nej till att bidra med 300 000 kronor.",
    "Region Dalarna bidrar med 300 000 kronor om EU säger ja.",
    "Almi är inte projektägare.",
    "Norrbotten och Murmansk län har inget samarbete längre.",
    "Region Uppsala hoppas kunna samarbeta med Murmansk län.",
]


def facts(sentence: str):
    return find_facts(
        read_bytes(f"Köksbron\n\nProjektet Köksbron startade 2020. {sentence}\n".encode(), Path("sida.txt"))
    )


@pytest.mark.parametrize("sentence", DENIED)
def test_what_is_denied_or_hoped_for_is_no_fact(sentence):
    found = facts(sentence)
    assert not found.flows
    assert not found.roles
    assert not found.locations
    assert not found.cooperations


def test_a_denial_reaches_no_further_than_its_clause():
    found = facts("Vinnova bidrar med 300 000 kronor, men Region Dalarna betalar inte något.")
    assert [int(flow.money.amount) for flow in found.flows] == [300_000]
    assert {role.actor for role in found.roles} == {"vinnova"}
