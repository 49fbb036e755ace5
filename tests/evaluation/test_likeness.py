"""When names, numbers and dates are the same for the evaluation."""

import datetime

import pytest

from graphkit.evaluation.likeness import (
    date_text,
    region_code,
    same_actor,
    same_currency,
    same_label,
    same_number,
    same_programme,
    same_quote,
    same_region,
)


@pytest.mark.parametrize(
    ("one", "two", "likeness"),
    [
        ({"name": "Orsa kommun"}, {"name": "Orsa kommuns"}, 1.0),
        ({"name": "Högskolan i Borås"}, {"name": "Högskolan Borås"}, 0.9),
        ({"name": "Region Dalarna", "aliases": ["RD"]}, {"name": "RD"}, 1.0),
        ({"name": "Orsa kommun"}, {"name": "Mora kommun"}, 0.0),
        ({"name": "Orsa kommun"}, {"aliases": []}, 0.0),
    ],
)
def test_actors(one, two, likeness):
    assert same_actor(one, two) == likeness


@pytest.mark.parametrize(
    ("one", "two", "likeness"),
    [
        ({"name": "Dalarna", "code": "SE312"}, {"name": "Dalarnas län", "code": "se312 "}, 1.0),
        ({"name": "Dalarna", "code": "SE312"}, {"name": "Dalarna", "code": "SE313"}, 0.0),
        ({"name": "Pskovs län", "canonical": "Pskov Oblast"}, {"name": "Pskov"}, 0.9),
        ({"name": "Norge", "code": False}, {"name": "Norway", "code": "NO"}, 1.0),
    ],
)
def test_regions_by_code_then_by_name(one, two, likeness):
    assert same_region(one, two) == likeness


def test_an_unquoted_norway_is_a_code():
    assert region_code({"code": False}) == "NO"
    assert region_code({"code": ""}) is None


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (1000, "1 000", True),
        (1000, 1004, True),
        (1000, 1020, False),
        ([10, 15], ["10", "15"], True),
        ([10, 15], 10, False),
        (None, None, False),
        (True, 1, False),
    ],
)
def test_numbers_agree_to_half_a_per_cent(one, two, same):
    assert same_number(one, two) is same


def test_dates_of_yaml_are_text():
    assert date_text(datetime.date(2020, 5, 1)) == date_text(" 2020-05-01T10:00") == "2020-05-01"
    assert date_text("") is None


def test_gold_without_a_currency_takes_any():
    assert same_currency(None, None)
    assert same_currency("sek", "SEK")
    assert not same_currency("SEK", None)


def test_labels_programmes_and_quotes_agree_by_their_words():
    assert same_label("nya jobb", "nytt jobb inom skogen")
    assert not same_label("nya jobb", "besök")
    assert same_programme("Interreg Nord", "programmet Interreg Nord 2014–2020")
    assert not same_programme("Interreg Nord", "Leader")
    assert same_quote("Sida ger 2 miljoner kronor till Orsa", "Sida ger 2 miljoner")
    assert not same_quote("Sida ger 2 miljoner kronor till Orsa", "Orsa ligger vid sjön")
    assert not same_quote("Sida ger 2 miljoner", None)
