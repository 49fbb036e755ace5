"""What candidates have in common: plain forms, marks and numberings around a name."""

import pytest

from graphkit.facts.candidates import clause, extent, plain, recurs, stripped
from graphkit.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sv", "3. Ny mark", "Ny mark"),
        ("sv", "3.Ny mark", "Ny mark"),
        ("sv", "§ 14 Ny mark", "Ny mark"),
        ("sv", "b) Ny mark", "Ny mark"),
        ("sv", "Avslutat: Ny mark", "Ny mark"),
        ("sv", "”Ny mark”", "Ny mark"),
        ("sv", "Ny mark (förstudie)", "Ny mark"),
        ("sv", "Utvärdering av Ny mark", "Ny mark"),
        ("en", "Mid-term review of the New Fields project", "New Fields"),
        ("sv", "2.0 Ny mark", "Ny mark"),
    ],
)
def test_a_name_stands_without_what_is_around_it(language: str, text: str, name: str) -> None:
    start, end = stripped(text, 0, len(text), load_lexicon(language))
    assert text[start:end] == name


def test_equal_names_are_equal_but_for_marks_and_article() -> None:
    assert plain("The North Star") == plain("”NORTH STAR”")


def test_a_verb_within_the_last_words_of_a_clause_is_part_of_the_name() -> None:
    text = "Pojkar tar plats."
    assert extent(text, 0, len(text), load_lexicon("sv"), whole=True) == (0, 16, False)


def test_a_clause_with_a_verb_is_no_name() -> None:
    text = "Pojkar som ska dansa."
    assert clause(text, 0, len(text), load_lexicon("sv")) is None


def test_names_are_counted_as_whole_words() -> None:
    assert recurs("Alfa, Alfa-Beta och Alfa.", "Alfa", 2)
    assert not recurs("Alfa, Alfabet", "Alfa", 2)
