"""Organisations that only a label or a column tells."""

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts import find_facts

HEAD = "# Projektet Älvbron\n\nProjektet Älvbron bygger en bro.\n\nProjekttid: 2020–2022\n"


def actors(pair: str) -> list[str]:
    return [actor.name for actor in find_facts(read_bytes((HEAD + pair).encode(), Path("sida.md"))).actors]


@pytest.mark.parametrize(
    ("pair", "names"),
    [
        ("Projektägare: Skogslotsen", ["Skogslotsen"]),
        ("Projektägare: Skogslotsen, Tallvägen 12, 123 45 Skogsby", ["Skogslotsen"]),
        ("Partner: Skogslotsen; Älvans vänner", ["Skogslotsen", "Älvans vänner"]),
    ],
)
def test_a_labelled_value_names_bodies_without_any_shape(pair, names):
    assert actors(pair) == names


@pytest.mark.parametrize("value", ["Deltagande företag", "Ideell tid", "Egen insats", "500 000 kr", "Privata medel"])
def test_words_for_nobody_in_particular_name_no_body(value):
    assert actors(f"Finansiär: {value}") == []


def test_lines_that_give_bodies_their_countries_name_them_whole():
    lines = "- Centrum Alfa (Finland)\n- Estniska kontoret för centret för Öst (Estland)\n- Boda Oy (Finland)\n"
    assert actors(lines) == ["Centrum Alfa", "Estniska kontoret för centret för Öst", "Boda Oy"]


def test_one_word_behind_a_label_is_the_only_body_whose_name_begins_with_it():
    assert actors("Projektägare: Skogslotsen\n\nSkogslotsen Science Center ligger i byn.\n") == [
        "Skogslotsen Science Center"
    ]
