"""Lines that name a project and who does it, above its sum."""

from __future__ import annotations

from pathlib import Path

from graphkit.documents import read_bytes
from graphkit.facts import find_facts

PAGE = "Pengar till projekt\n\nNämnden fördelar 3 miljoner kronor till projekt i länet:\n\n"


def owners(*lines: str) -> set[tuple[str, str]]:
    facts = find_facts(read_bytes((PAGE + "\n\n".join(lines)).encode(), Path("sida.txt")))
    projects = {project.id: project.name for project in facts.projects}
    actors = {actor.id: actor.name for actor in facts.actors}
    return {(projects[role.project], actors[role.actor]) for role in facts.roles if role.role == "owner"}


def test_what_stands_before_av_and_a_body_above_a_sum_is_a_project_and_the_body_its_owner():
    lines = (
        "Skördelabbet av Malå kommun",
        "Summa: 867 603 SEK",
        "Utveckling av leden i norr av Umeå universitet",
        "Summa: 862 128 SEK",
    )
    assert owners(*lines) == {
        ("Skördelabbet", "Malå kommun"),
        ("Utveckling av leden i norr", "Umeå universitet"),
    }


def test_a_name_that_is_shaped_as_a_body_is_a_project_before_av():
    lines = (
        "Samverkan Skörd Dalarna av Malå kommun",
        "Summa: 867 603 SEK",
        "Utveckling av leden i norr av Umeå universitet",
        "Summa: 862 128 SEK",
    )
    assert ("Samverkan Skörd Dalarna", "Malå kommun") in owners(*lines)


def test_av_without_bodies_behind_it_parts_no_line():
    lines = ("Utveckling av leden", "Summa: 867 603 SEK", "Renovering av bryggan", "Summa: 862 128 SEK")
    assert owners(*lines) == set()
