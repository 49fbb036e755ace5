"""Headings as names, and headings that part what is told of one project."""

import pytest

from graphkit.facts.heads import is_generic, is_numbered, is_page_title
from graphkit.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("language", "title", "shows"),
    [
        ("sv", "Våra EU-projekt", True),
        ("sv", "EU-finansierat stöd", True),
        ("sv", "Utvecklingsprojekt där byarna håller i trådarna", True),
        ("sv", "Pågående projekt i Alfa kommun", True),
        ("sv", "Projektkatalogen", True),
        ("sv", "Gruset sjunger", False),
        ("sv", "Projekt Åkern", False),
        ("sv", "Byarnas samarbetsvecka", False),
        ("en", "Our projects", True),
        ("en", "List of completed projects", True),
        ("en", "International cooperation", True),
        ("en", "Voices of gravel", False),
    ],
)
def test_a_title_that_says_what_a_page_shows_names_no_project(language: str, title: str, shows: bool) -> None:
    assert is_page_title(title, load_lexicon(language)) is shows


@pytest.mark.parametrize(
    ("heading", "generic"),
    [
        ("2.1 Finansiering:", True),
        ("Bakgrund", True),
        ("Finansiering och budget", True),
        ("Gruset sjunger", False),
        ("Nästa steg – en ny ansökan", True),
        ("Så har projektet gått", True),
        ("Effekter som vi väntar", True),
    ],
)
def test_usual_words_part_what_is_told_of_one_project(heading: str, generic: bool) -> None:
    assert is_generic(heading, load_lexicon("sv")) is generic


@pytest.mark.parametrize(
    ("name", "numbered"),
    [
        ("Journalnr 2018-44", True),
        ("Ärende 3", True),
        ("Dnr KS 2018/211", True),
        ("2019-04-02", True),
        ("2019–2020 och vilar", True),
        ("Källa 2.0", False),
        ("Perioden 2031–2037", True),
        ("Nära 2030", False),
        ("Ärendet om ån", False),
    ],
)
def test_words_with_a_number_are_no_names(name: str, numbered: bool) -> None:
    assert is_numbered(name, load_lexicon("sv")) is numbered
