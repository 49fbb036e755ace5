"""Lists under a line that announces projects."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts import find_facts


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (
            ["- Hav i balans", "- Ett nytt sätt att resa", "- Rena åar"],
            ["Ett nytt sätt att resa", "Hav i balans", "Rena åar"],
        ),
        (
            ["- Hav i balans, Alfa kommun, 40 000 kr", "- Rena åar, Beta by, 9 000 kr", "- Att bo kvar, Gamma, 800 kr"],
            ["Att bo kvar", "Hav i balans", "Rena åar"],
        ),
        (
            ["- Hav i balans", "- Rena åar – stöd till dem som vill odla"],
            ["Hav i balans", "Rena åar – stöd till dem som vill odla"],
        ),
        (["- Hav i balans", "- Rena åar", "- Den nya bron öppnar i maj"], ["Hav i balans", "Rena åar"]),
        (
            [
                "- Havsvind, verkar för ren luft på öarna. Deltagare i Finland, Estland och Sverige. Budget 2 miljoner kronor.",
                "- Rena åar, satsning på vatten. Budget 3 miljoner kronor.",
            ],
            ["Havsvind", "Rena åar"],
        ),
        (["- Hav i balans", "- Rena åar", "- Vi hjälper gärna till."], ["Hav i balans", "Rena åar"]),
    ],
)
def test_items_below_a_line_on_projects_are_names(
    projects: Callable[..., list[str]], items: list[str], expected: list[str]
) -> None:
    assert sorted(projects("Projekten som fått stöd är:", *items)) == expected


def test_a_list_goes_on_over_the_lines_of_its_items(projects: Callable[..., list[str]]) -> None:
    lines = ("- Hav i balans", "Eva Ek - 40 000 kronor", "- En annan väg", "Bo Al - 9 000 kronor", "- Rena åar")
    assert sorted(projects("Projekten som fått stöd är:", *lines)) == ["En annan väg", "Hav i balans", "Rena åar"]


@pytest.mark.parametrize(
    ("language", "items", "expected"),
    [
        (
            "en",
            [
                "- 1. Small huts – project partners are Alfa",
                "- 2. Kelp, sand and reef – project partner is Beta",
                "- Ice",
            ],
            ["Ice", "Kelp, sand and reef", "Small huts"],
        ),
        ("sv", ["- Små hus – Partner: Alfa", "- Tång, sand och rev, Ägare: Beta"], ["Små hus", "Tång, sand och rev"]),
    ],
)
def test_all_before_a_body_is_the_name(
    projects: Callable[..., list[str]], language: str, items: list[str], expected: list[str]
) -> None:
    lead = {"en": "The following projects will get support:", "sv": "Följande projekt får stöd:"}[language]
    assert sorted(projects(lead, *items, language=language)) == expected


def test_titles_stand_above_those_who_carry_them_out() -> None:
    text = (
        "Ny omgång\n\nTolv forskare får medel.\n\nBeviljade projekt 2031\n\n"
        "Broar av is i norr\nEva Ek (Umeå universitet), Bo Al (Lunds universitet).\n\n"
        "Tång som föda\nStina Berg (Uppsala universitet).\n"
    )
    found = find_facts(read_bytes(text.encode(), Path("d.txt"))).projects
    assert [project.name for project in found] == ["Broar av is i norr", "Tång som föda"]
