"""Literals that the store keeps as they are, and IRIs from contents (the rest is in doctests)."""

from decimal import Decimal

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from graphkit.graph.local import memory_store
from graphkit.graph.terms import date, decimal, digest, first_day, integer, is_date, last_day, text
from graphkit.graph.vocabulary import GK

AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=10**15, places=3)


def kept(literal):
    """The literal after a way through the store."""
    (triple,) = memory_store([ox.Triple(GK.Fact, GK.value, literal)]).triples()
    return triple.object


@given(AMOUNTS)
def test_an_amount_is_kept_as_it_is_written_and_worth_the_same(amount):
    literal = decimal(amount)
    assert Decimal(literal.value) == amount
    assert kept(literal).value == literal.value


@given(st.dates())
def test_a_date_is_kept_and_lies_between_its_first_and_last_day(day):
    for iso in (f"{day.year:04}", f"{day.year:04}-{day.month:02}", day.isoformat()):
        assert is_date(iso)
        assert kept(date(iso)) == date(iso)
        assert first_day(iso).value <= day.isoformat() <= last_day(iso).value


@given(st.text(), st.integers(0, 10**9))
def test_words_and_numbers_are_kept(words, number):
    assert kept(text(words)) == text(words)
    assert kept(text(words, "sv")) == text(words, "sv")
    assert kept(integer(number)) == integer(number)


PARTS = st.lists(st.none() | st.text(max_size=2), max_size=3)


@given(PARTS, PARTS)
def test_contents_that_differ_have_keys_that_differ(one, other):
    assert (digest(*one) == digest(*other)) is (one == other)
