"""Names behind labels within a paragraph."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "Länsstyrelsen beviljar bidrag till: Projektets namn Slåtter av ängar i södra Alfa kommun Beviljad summa 90 000 kr",
            ["Slåtter av ängar i södra Alfa kommun"],
        ),
        ("Att: Eva Ek Box 3 Projekt: Vila där du går Beslut om EG-medel Myndigheten beslutar.", ["Vila där du går"]),
        ("Innehåll Projekt: Is och eld ...... 9 Projekt: Ny glöd...... 12", ["Is och eld", "Ny glöd"]),
        ("Blankett. Projektnamn: Ljus i ladan Projektägare: Alfa kommun", ["Ljus i ladan"]),
        ("Projektnamnet är inte bestämt. Sök pengar till ditt projekt nu.", []),
    ],
)
def test_a_label_in_running_text_names_a_project(
    projects: Callable[..., list[str]], line: str, names: list[str]
) -> None:
    assert projects(line) == names
