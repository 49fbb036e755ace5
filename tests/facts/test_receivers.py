"""Who gets what a decision grants, and so owns the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts.finding import find_facts


def owners(text: str) -> list[tuple[str, str]]:
    facts = find_facts(read_bytes(text.encode(), Path("sida.txt")))
    return [(role.actor, role.project) for role in facts.roles if role.role == "owner"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nämnden beslutar att bevilja Orust kommun stöd för projektet Grön brygga.", ["orusts-kommun"]),
        ("Region Skåne avsätter medel till Malmö museum för projektet Grön brygga.", ["malmo-museum"]),
        (
            "Region Skåne lämnar stöd till den svenska parten, Orust kommun, för projektet Grön brygga.",
            ["orusts-kommun"],
        ),
        ("Orust kommun får medel för projektet Grön brygga.", ["orusts-kommun"]),
        ("Orust kommun beviljas 561 000 kronor för projektet Grön brygga.", ["orusts-kommun"]),
        ("Orust kommun får medel. I juni började projektet Grön brygga.", []),
        ("Orust kommun får besök av projektet Grön brygga.", []),
        ("Nämnden beslutar att inte bevilja Orust kommun stöd för projektet Grön brygga.", []),
        (
            "Projektet Grön brygga ägs av Malmö museum. Region Skåne beviljar Orust kommun 20 000 kronor.",
            ["malmo-museum"],
        ),
    ],
)
def test_who_gets_a_grant_for_a_project_owns_it_unless_another_does(text: str, found: list[str]) -> None:
    assert owners(text) == [(actor, "gron-brygga") for actor in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nu beviljas stöd ur Interreg Nord till projektet Grön brygga.", ["interreg-nord"]),
        ("Det finns pengar ur Interreg Nord till projektet Grön brygga.", []),
        ("Projektet Grön brygga ska söka om stöd från Interreg Nord.", []),
        ("I projektet Grön brygga visas skylten tillsammans med texten Europeiska unionen.", []),
    ],
)
def test_a_fund_that_money_is_taken_out_of_pays(text: str, found: list[str]) -> None:
    facts = find_facts(read_bytes(text.encode(), Path("sida.txt")))
    assert [role.actor for role in facts.roles if role.role in ("funder", "partner")] == found
