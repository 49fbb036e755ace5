"""Offices that bodies pay together, in own sentences."""

from collections.abc import Callable

import pytest

from graphkit.facts.finding import find_facts
from graphkit.model import Document

Page = Callable[..., Document]
OFFICE = "Nordic Timber Information Centre"


def test_an_office_that_bodies_pay_is_what_is_run(page: Page) -> None:
    facts = find_facts(
        page(
            f"Länet har ett gemensamt kontor, {OFFICE} (NTIC), i staden.",
            "NTIC hjälper företag. Kontoret finansieras av Region Norrbotten och Luleå kommun.",
        )
    )
    assert [(project.name, project.aliases) for project in facts.projects] == [(OFFICE, ("NTIC",))]
    assert sorted(role.actor for role in facts.roles if role.role == "funder") == [
        "lulea-kommun",
        "region-norrbotten",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        [f"Länet har ett kontor, {OFFICE} (NTIC), i staden.", "Kontoret har öppet varje dag."],
        ["Kontoret finansieras av Region Norrbotten och Luleå kommun."],
        [f"Projektet Alfa hör till {OFFICE}.", "Kontoret finansieras av Luleå kommun."],
    ],
)
def test_no_other_office_is_a_project(page: Page, lines: list[str]) -> None:
    assert OFFICE not in [project.name for project in find_facts(page(*lines)).projects]
