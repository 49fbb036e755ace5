"""Names of papers, meetings and offices are no projects' names where nothing but their place says so."""

from collections.abc import Callable

import pytest

from graphkit.facts.things import is_other_thing
from graphkit.lexicon import load_lexicon

Find = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Energistrategi för Alfa län", True),
        ("Höstkonferensen 2019", True),
        ("Handläggare Betafonden", True),
        ("V Å R B L A D", True),
        ("Ny energi i gamla hus", False),
        ("Bygdens resurser", False),
    ],
)
def test_a_name_says_what_it_is(name: str, other: bool) -> None:
    assert is_other_thing(name, load_lexicon("sv")) is other


@pytest.mark.parametrize(
    ("name", "other"), [("Annual Report 2019", True), ("Private bodies", True), ("Sea Watch", False)]
)
def test_an_english_name_says_what_it_is(name: str, other: bool) -> None:
    assert is_other_thing(name, load_lexicon("en")) is other


def test_a_recurring_strategy_is_no_project(projects: Find) -> None:
    text = (
        "Regional skogsstrategi för Alfa gäller nu. Flera projekt får stöd. Alla läser Regional skogsstrategi för Alfa."
    )
    assert projects(text) == []


def test_a_project_office_is_no_project(projects: Find) -> None:
    assert projects("Within the area there is the Project Office that runs it.", language="en") == []


def test_a_report_that_has_a_name_is_no_project(projects: Find) -> None:
    assert projects("Rapporten för 2020 heter Skog i tiden. Läs om alla projekt i den.") == []


def test_a_number_of_projects_is_no_project(projects: Find) -> None:
    assert projects("# 12 new projects receive grants", "This year 12 new projects get money.", language="en") == []


@pytest.mark.parametrize(
    "lines",
    [
        ["Alfa Norr arbetar för att byns styrkor ska synas. Flera projekt får stöd."],
        ["Ada Bertilsdotter bor i byn. Många projekt kretsar kring Ada Bertilsdotter."],
        ["Satsningen fortsätter. Under rubriken ”Goda vägar ger liv” talar Alfa om transporter."],
    ],
)
def test_sentences_persons_and_talks_are_no_projects(lines: list[str], projects: Find) -> None:
    assert projects(*lines) == []
