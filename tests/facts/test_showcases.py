"""Sections behind a line that announces projects."""

from __future__ import annotations

from collections.abc import Callable

import pytest

SECTIONS = ("## Hav i balans", "Projektet ska mäta vågor.", "## Rena åar", "Projektet ägs av Alfa kommun.")


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("# EU-projekt", "## Pågående EU-projekt", *SECTIONS), ["Hav i balans", "Rena åar"]),
        (("# Nyheter", "Här hittar du några av våra projekt.", *SECTIONS), ["Hav i balans", "Rena åar"]),
        (("# Nyheter", "## Några av de projekt som beviljades medel", *SECTIONS[:2]), ["Hav i balans"]),
        (("# Tre projekt som fick 2 miljoner kr", "Det är bra.", "## För havet", "Projektet är nytt."), []),
        (("# Alfa", "## Våra projekt", "## Kommande utlysning", "Projektet söks i maj."), []),
    ],
)
def test_sections_behind_an_announcement_are_projects(
    projects: Callable[..., list[str]], lines: tuple[str, ...], names: list[str]
) -> None:
    assert sorted(projects(*lines)) == names
