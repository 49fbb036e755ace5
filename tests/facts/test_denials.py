"""Sentences that deny or only hope prove no fact of what they name."""

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts import find_facts

DENIED = [
    "Region Dalarna skulle ha gått in med 300 000 kr, men nämnden sade nej i maj.",
    "Vinnova skulle enligt ansökan bidra med 400 000 kr men avslog.",
    "Vinnova betalar inte de 500 000 kronor som projektet bad om.",
    "Region Dalarna sade nej till att bidra med 300 000 kronor.",
    "Region Dalarna bidrar med 300 000 kronor om EU säger ja.",
    "Almi är inte projektägare.",
    "Region Dalarna beslutar att avslå Malå Motorklubbs ansökan om 200 000 kronor till projektet Köksbron.",
    "Samtliga utom Malå kommun betalar 100 000 kronor var.",
    "Malå kommun och Åsele kommun går in med arbetstid, utan pengar.",
    "Vinnova vill gärna gå in med 2 miljoner kronor, men beslutet fattas först i november.",
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


def test_who_does_not_apply_neither_owns_nor_makes_the_project_an_applicant():
    found = facts("Det samverkar med klustret Alfa Kluster, som inte söker stöd.")
    assert not [role for role in found.roles if role.role == "owner"]
    assert found.projects[0].status != "applied"


def test_a_person_who_owns_a_project_is_no_body_and_is_masked():
    found = facts("Det har fått stöd.\n\nProjektägare: Kurt Bergfalk\n\nAtt: Gun-Britt Ekeberg Box 12")
    assert found.actors == ()
    assert "Bergfalk" not in found.text
    assert "Ekeberg" not in found.text


def test_a_sentence_right_above_a_contact_is_read():
    text = "Projektet Köksbron ägs av Umeå kommun.\nKontakt: Maja Ek, maja.ek@umea.example, 090-174 06 05\n"
    found = find_facts(read_bytes(text.encode(), Path("sida.txt")))
    assert [(role.actor, role.role) for role in found.roles] == [("umea-kommun", "owner")]
    assert "maja" not in found.text


def test_a_single_item_below_a_refusal_was_granted_nothing():
    text = (
        "Beslut i maj\n\nRegion Halland har beviljat bidrag till projekt:\n• Nya spår, 40 000 kronor\n• Bryggan, 9 000 kronor\n\n"
        "Följande ansökan avslogs:\n• Elbåtar, 70 000 kronor\n"
    )
    found = find_facts(read_bytes(text.encode(), Path("sida.txt")))
    assert sorted(int(flow.money.amount) for flow in found.flows) == [9_000, 40_000]


def test_how_much_less_somebody_gave_is_no_sum_given():
    assert not facts("Region Uppsala gav 200 000 kronor mindre än väntat.").flows
