"""How far a name reaches, in own sentences."""

import pytest

from graphkit.facts.extents import name_end, quoted_end, stands_twice
from graphkit.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("sv", "Fjällens gröna rum startar i vår.", "Fjällens gröna rum"),
        ("sv", "Fjällens gröna rum, som Almi leder", "Fjällens gröna rum"),
        ("sv", "Småbruk i samklang och drivs av byn", "Småbruk i samklang"),
        ("sv", "Bäver I och Lodjur", "Bäver I och Lodjur"),
        ("sv", "Sten i byar bedrivits på museet", "Sten i byar"),
        ("sv", "Skärgård 2.0 med start i maj", "Skärgård 2.0"),
        ("sv", "Skogen som skafferi.", "Skogen som skafferi"),
        ("sv", "Skogen som växer.", "Skogen"),
        ("sv", "Vägar utan gräns får stöd", "Vägar utan gräns"),
        ("sv", "Den långa leden Beslut om medel", "Den långa leden"),
        ("en", "Grass to Gas was funded", "Grass to Gas"),
        ("en", "Grass to gas plants", "Grass"),
        ("en", "Northern Lights with support from Sida", "Northern Lights"),
    ],
)
def test_a_name_ends_where_the_sentence_goes_on(language: str, text: str, name: str) -> None:
    end = name_end(text, 0, len(text), load_lexicon(language))
    assert text[:end] == name


def test_no_name_begins_with_a_small_word() -> None:
    assert name_end("bygden växer", 0, 12, load_lexicon("sv")) is None


def test_a_shorter_form_elsewhere_ends_a_name() -> None:
    text = "Kulturväg i länet tar form. Alla gillar Kulturväg och dess skyltar."
    assert text[: name_end(text, 0, len(text), load_lexicon("sv"))] == "Kulturväg"


def test_a_word_of_another_name_ends_none() -> None:
    text = "Fjäll i nät blev klart. Nu tar Smarta Fjäll vid."
    assert text[: name_end(text, 0, len(text), load_lexicon("sv"))] == "Fjäll i nät"


def test_quotation_marks_hold_the_name_within() -> None:
    text = "kallat ”Mat å mer” sedan i går"
    start, end = quoted_end(text, 7, len(text)) or (0, 0)
    assert text[start:end] == "Mat å mer"


def test_a_mark_that_never_closes_holds_nothing() -> None:
    assert quoted_end('kallat "Mat å mer', 7, 17) is None


def test_whole_words_stand_twice() -> None:
    assert stands_twice("Alfa och Alfa", "Alfa")
    assert not stands_twice("Alfa och Alfabet", "Alfa")
