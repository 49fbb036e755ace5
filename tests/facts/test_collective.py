"""Roles that one sentence gives in several projects."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts.finding import find_facts

LIST = "\n\nProjektet Grön brygga ska rusta bryggor.\n\nProjektet Blå led ska märka upp leder.\n"


def roles(text: str) -> set[tuple[str, str, str]]:
    facts = find_facts(read_bytes((text + LIST).encode(), Path("sida.txt")))
    return {(role.role, role.actor, role.project) for role in facts.roles}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Orust kommun har beviljats 2 miljoner kronor av EU för att driva två nya projekt.",
            [("owner", "orusts-kommun"), ("funder", "europeiska-unionen")],
        ),
        (
            "Alfastiftelsen har beviljat medel till två forskningsprojekt vid Lunds universitet.",
            [("owner", "lunds-universitet"), ("funder", "alfastiftelsen")],
        ),
        ("Det är två projekt som Orust kommun har sökt tillsammans med andra.", [("owner", "orusts-kommun")]),
        ("Orust kommun har fått pengar i två projekt.", [("partner", "orusts-kommun")]),
        ("The Region Skåne Steering Committees have approved two projects.", []),
        ("Orust kommun har fått avslag för två projekt.", []),
        ("Orust kommun berättade om två projekt.", []),
    ],
)
def test_what_is_said_of_several_projects_holds_for_each_that_follows(text, found):
    wanted = {(role, actor, project) for role, actor in found for project in ("gron-brygga", "bla-led")}
    assert roles(text) == wanted


def test_a_project_with_an_owner_of_its_own_keeps_it():
    text = "Orust kommun driver två projekt.\n\nProjektet Röd bro drivs av Malmö museum."
    found = roles(text)
    assert ("owner", "malmo-museum", "rod-bro") in found
    assert ("owner", "orusts-kommun", "rod-bro") not in found
