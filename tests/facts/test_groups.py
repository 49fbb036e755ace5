"""Actors that stand together, and who is the subject of a verb; own sentences."""

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts.clauses import Sentence, find_cues, read_sentences, subject_at
from graphkit.facts.finding import read_names


def sentence(text: str) -> Sentence:
    return read_sentences(read_names(read_bytes(text.encode(), Path("sida.txt"))))[-1]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "Region Skåne, Malmö stad och Lunds universitet deltar.",
            [["Region Skåne", "Malmö stad", "Lunds universitet"]],
        ),
        ("Region Skåne deltar och Lunds universitet leder.", [["Region Skåne"], ["Lunds universitet"]]),
        ("Region Skåne (500 000 kr) och Malmö stad (250 000 kr) betalar.", [["Region Skåne"], ["Malmö stad"]]),
        (
            "Krinova AB i Kristianstad, Lunds universitet och från Finland Karleby stad deltar.",
            [["Krinova AB", "Lunds universitet", "Karleby stad"]],
        ),
        ("Krinova AB leder i Kristianstad; Lunds universitet deltar.", [["Krinova AB"], ["Lunds universitet"]]),
        ("Krinova AB i Kristianstad leder ett EU-projekt.", [["Krinova AB"]]),
    ],
)
def test_names_joined_by_commas_and_a_conjunction_are_a_group(text, groups):
    assert [[name.text for name in group.names] for group in sentence(text).groups] == groups


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Region Skåne betalar resten.", ["Region Skåne"]),
        ("Dessutom betalar Region Skåne resten.", ["Region Skåne"]),
        ("Till hösten skjuter Region Skåne till mer.", ["Region Skåne"]),
        ("I samarbete med Malmö stad, som betalar resten, byggs bron.", ["Malmö stad"]),
        ("Region Skånes kontor betalar resten.", None),
        ("Styrelsen betalar Region Skåne resten.", None),
    ],
)
def test_the_subject_of_a_verb_stands_before_it_behind_it_or_within_it(text, subject):
    found = sentence(text)
    (cue,) = find_cues(found, "roles.funder-verbs", "roles.funder-split")
    group = subject_at(found, cue)
    assert (None if group is None else [name.name for name in group.names]) == subject
