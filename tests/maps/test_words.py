"""The map's words: both languages, the same blanks, and no key that the page asks for in vain."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

import graphkit.maps
from graphkit.maps.words import amount_in_words, exact_amount, period_in_words, words
from graphkit.model import ACTOR_TYPES, REGION_TYPES, ROLES, STATUSES, Basis

MAPS = Path(graphkit.maps.__file__).parent


def test_both_languages_fill_the_same_blanks():
    swedish, english = words("sv"), words("en")
    assert swedish.keys() == english.keys()
    for key, text in swedish.items():
        assert text
        assert english[key]
        assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", english[key])), key


def test_each_type_role_status_and_basis_has_a_word():
    known = words("sv")
    wanted = [f"type.actor.{x}" for x in ACTOR_TYPES] + [f"type.region.{x}" for x in REGION_TYPES]
    wanted += [f"role.{x}" for x in ROLES] + [f"status.{x}" for x in STATUSES] + [f"basis.{x.value}" for x in Basis]
    assert [key for key in wanted if key not in known] == []


def test_each_word_that_script_and_template_ask_for_is_there():
    asked = set()
    for path in sorted(MAPS.glob("assets/js/*.js")):
        script = path.read_text(encoding="utf-8")
        asked |= set(re.findall(r"""\bsay\("([\w.-]+)\"""", script))
        asked |= {key + end for key in re.findall(r"""\bcounted\("([\w.-]+)\"""", script) for end in ("", ".one")}
    for path in sorted(MAPS.glob("templates/*.j2")):
        asked |= set(re.findall(r'words\["([\w.-]+)"\]', path.read_text(encoding="utf-8")))
    assert len(asked) > 60
    assert sorted(key for key in asked if key not in words("sv")) == []


def test_no_word_is_left_over():
    text = "".join(
        path.read_text(encoding="utf-8")
        for path in sorted([*MAPS.glob("assets/js/*.js"), *MAPS.glob("templates/*.j2"), *MAPS.glob("*.py")])
        if path.name != "words.py"
    )
    built = ("type.", "role.", "status.", "basis.", "view.", "things.", "table.", "line.", "fact.", "picture.")
    assert [key for key in words("sv") if key.removesuffix(".one") not in text and not key.startswith(built)] == []


@pytest.mark.parametrize(
    ("amount", "currency", "sv", "en"),
    [
        ("11700000", "SEK", "11,7 mnkr", "SEK 11.7 million"),
        ("3080000", "SEK", "3,08 mnkr", "SEK 3.08 million"),
        ("999999", "SEK", "999 999 kr", "SEK 999,999"),
        ("163000", "SEK", "163 tkr", "SEK 163,000"),
        ("200000", "EUR", "200 000 euro", "EUR 200,000"),
        ("2500000000", "NOK", "2,5 md norska kronor", "NOK 2.5 billion"),
        ("0.5", "", "0,5", "0.5"),
    ],
)
def test_amounts_are_said_as_at_a_meeting(amount: str, currency: str, sv: str, en: str):
    assert amount_in_words(Decimal(amount), currency, "sv") == sv
    assert amount_in_words(Decimal(amount), currency, "en") == en


def test_exact_amounts_keep_every_figure():
    assert exact_amount(Decimal("1234567.89"), "SEK", "sv") == "1 234 567,89 SEK"
    assert exact_amount(Decimal("1234567.89"), "SEK", "en") == "1,234,567.89 SEK"


def test_periods_may_be_open_at_either_end():
    assert period_in_words("2007-03-08", "", "sv") == "från 8 mars 2007"
    assert period_in_words("", "2009-12", "en") == "until December 2009"
