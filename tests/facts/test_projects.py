"""Which names hold as projects' names, in own pages; and odd text, which must stay quick."""

import time
from collections.abc import Callable

import pytest

from graphkit.facts.projects import find_projects
from graphkit.facts.reading import Name, find_units
from graphkit.lexicon import load_lexicon
from graphkit.model import Document

Find = Callable[..., list[str]]
Page = Callable[..., Document]


@pytest.mark.parametrize(
    "lines",
    [
        ["| Projekt: Summa 7 projekt"],
        ["| Projekt: Avslag"],
        ["| Projekt: 500 000 kr"],
        ["| Projekt: ska bygga hus åt alla"],
        ["Projektet Interreg Norr pågår."],
        ["Naturvårdssatsningen LONA betalar."],
        ["# Om oss", "Vi ger råd till företag och driver projekt."],
    ],
)
def test_sums_refusals_programmes_and_sentences_are_no_projects(projects: Find, lines: list[str]) -> None:
    assert projects(*lines) == []


def test_a_label_tells_a_name_and_its_short_form(projects: Find) -> None:
    assert projects("| Projektnamn: Grön gård i norr", "| Akronym: GGN", "GGN växer.") == ["Grön gård i norr"]


def name(kind: str, text: str, whole: str, type_: str = "other") -> Name:
    start = whole.index(text)
    return Name(
        kind=kind, start=start, end=start + len(text), text=text, key=text, name=text, type=type_, rule=f"{kind}.known"
    )


def test_a_body_joined_by_a_small_word_is_no_part_of_a_name(page: Page) -> None:
    text = "Vi driver projektet Nya spår med Beta Råd i maj."
    document = page(text)
    found = find_projects(document, find_units(document), load_lexicon("sv"), [name("actor", "Beta Råd", text)], ())
    assert [x.text for x in found] == ["Nya spår"]


def test_two_places_side_by_side_are_no_project(page: Page) -> None:
    lines = [
        "## Alvik – Betsta",
        "Projektet kostar 2 mkr. Projektägare är Alvik.",
        "## Ny mark",
        "Projektet kostar 1 mkr. Projektägare är By.",
    ]
    document = page(*lines)
    places = [name("region", place, document.text, "city") for place in ("Alvik", "Betsta")]
    found = find_projects(document, find_units(document), load_lexicon("sv"), (), places)
    assert {x.name for x in found} == {"Ny mark"}


@pytest.mark.parametrize(
    "text",
    [
        "A " * 50_000,
        '"' * 100_000,
        '"Ab" ' * 20_000,
        "§ 1 " * 25_000,
        "#a " * 33_000,
        "projektet Alfa " * 6_600,
        "ingår i " * 12_000,
    ],
    ids=["capitals", "marks", "quotes", "paragraphs", "hashes", "projects", "frames"],
)
def test_odd_text_of_a_hundred_thousand_characters_stays_quick(page: Page, text: str) -> None:
    document = page(text.strip())
    units = find_units(document)
    began = time.process_time()
    find_projects(document, units, load_lexicon("sv"), (), ())
    assert time.process_time() - began < 5


def test_thousands_of_rows_stay_quick(page: Page) -> None:
    document = page(*(f"| Projekt: Namn {number} i byn" for number in range(2_000)))
    units = find_units(document)
    began = time.process_time()
    found = find_projects(document, units, load_lexicon("sv"), (), ())
    assert len(found) == 2_000
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("”Grus, sand och vägar”, paraplyprojekt, jnr 2019-44", "Grus, sand och vägar"),
        (
            f"{'Vägar och broar för alla ' * 3}i byn (Roads for everybody in the small villages)",
            f"{'Vägar och broar för alla ' * 3}i byn",
        ),
    ],
)
def test_a_labels_value_is_the_name_without_what_follows(
    projects: Callable[..., list[str]], value: str, name: str
) -> None:
    assert projects(f"| Projektnamn: {value}", "| Projektägare: Alfa") == [name]
