"""A page's own project that has no name."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts import find_facts


def named(text: str) -> list[str]:
    return [project.name for project in find_facts(read_bytes(text.encode(), Path("d.txt"))).projects]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Om projektet\n\nProjektet finansieras av Vinnova. Totalt kostar projektet 4 miljoner kronor.", ["Projektet"]),
        (
            "Om projektet\n\nUnder tre år ingick byn i ett ESF-projekt. Sedan dess har ESF-projektet spritt sig.\n\n"
            "Total projektbudget var 3 miljoner kronor.",
            ["ESF-projektet"],
        ),
        (
            "Umeå universitet är projektägare. Projektdeltagarna möts i maj. Luleå kommun har ansvar för delar av projektet.",
            ["projektet"],
        ),
        ("Om projektet\n\nProjektet ska finansieras av Vinnova. Projektet kan kosta 4 miljoner kronor.", []),
        (
            "Tre nya projekt startar\n\nProjektet om hav finansieras av Vinnova. Projektet om is kostar 4 miljoner kr.",
            [],
        ),
        (
            "Så söker du\n\nSista ansökningsdag är 3 maj. Projektet finansieras av Vinnova. Projektet äger rum i maj.",
            [],
        ),
    ],
)
def test_a_page_on_the_project_alone_has_one(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_another_project_in_a_sentence_on_the_project_is_beside_it() -> None:
    text = (
        "Om projektet\n\nProjektet har lärt mycket, bland annat genom forskningsprojektet TÅNGEN.\n\n"
        "Projektet finansieras av Vinnova och kostar 4 miljoner kronor.\n\nProjektperiod: 2020–2022"
    )
    facts = find_facts(read_bytes(text.encode(), Path("d.txt")))
    assert {p.name: (p.start, p.end) for p in facts.projects} == {"Projektet": ("2020", "2022"), "TÅNGEN": (None, None)}
