"""Plural words for actors named before: own sentences and whom they mean."""

from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts.clauses import read_sentences
from graphkit.facts.finding import read_names

NAMED = "Ystads kommun, Eslövs kommun och Höörs kommun bygger en bro. Region Skåne och Region Blekinge är med.\n\n"


def meant(text: str) -> list[list[str]]:
    sentences = read_sentences(read_names(read_bytes((NAMED + text).encode(), Path("sida.md"))))
    return [[name.name for name in group.names] for group in sentences[-1].groups]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kommunerna betalar 50 000 kronor vardera.", ["Ystads kommun", "Eslövs kommun", "Höörs kommun"]),
        ("De tre ägarkommunerna betalar.", ["Ystads kommun", "Eslövs kommun", "Höörs kommun"]),
        ("Båda regionerna betalar.", ["Region Skåne", "Region Blekinge"]),
        ("Båda bidrar med arbetstid.", ["Region Skåne", "Region Blekinge"]),
        ("De fem kommunerna betalar.", []),
        ("Deltagande företag betalar.", []),
    ],
)
def test_a_plural_word_means_the_group_of_its_kind_and_number(text, names):
    assert meant(text) == [names]


def test_a_plural_word_before_its_names_is_no_group_of_its_own():
    assert meant("Kommunerna Lund och Hässleholm betalar.") == [["Lunds kommun", "Hässleholms kommun"]]
