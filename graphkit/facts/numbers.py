"""Numbers as they are written, in digits and in words: «3 968 815», «1.150.000», «4,1», «trehundrafemtio»."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache

from graphkit.lexicon import load_lexicon

_SPACES = " \u00a0\u202f\u2009"
NUMBER = rf"(?:\d{{1,3}}(?:[{_SPACES}]\d{{3}}){{1,4}}(?:[.,]\d\d?)?(?!\d)|\d{{1,12}}(?:[.,]\d{{1,9}}){{0,4}}(?!\d))"
"""A number in digits as a regex: groups of three after spaces, or digits with points and commas. Bounded, so that it stays linear."""


_SPACE = re.compile(rf"[{_SPACES}]")


def digits_number(written: str, *, decimal: bool = False, english: bool = False) -> Decimal | None:
    """The value of a number in digits; None for what is none (a date, an address).

    A last group of three digits after a point or comma is thousands («276.000», «98,000»), unless `decimal` says that millions
    follow («2,125 miljoner»). A group of any other length is decimals; in English a comma never is (`english`).

    >>> [str(digits_number(x)) for x in ("3 968 815", "1.150.000", "4,1", "902 000,00", "1,074,000", "276.000", "1.2")]
    ['3968815', '1150000', '4.1', '902000.00', '1074000', '276000', '1.2']
    >>> digits_number("2,125", decimal=True), digits_number("31.12.2026"), digits_number("3,5", english=True)
    (Decimal('2.125'), None, None)
    """
    whole = _SPACE.sub("", written)
    marks = re.findall(r"[.,]", whole)
    if not marks:
        return Decimal(whole)
    groups = re.split(r"[.,]", whole)
    thousands = [len(group) == 3 for group in groups[1:]]
    if len(groups[0]) > 3 and thousands[0] and whole == written:
        return None
    if len(marks) == 1:
        if thousands[0] and not decimal and groups[0].lstrip("0"):
            return Decimal("".join(groups))
        return None if english and marks[0] == "," and whole == written else Decimal(".".join(groups))
    if all(thousands) and len(set(marks)) == 1:
        return Decimal("".join(groups))
    if all(thousands[:-1]) and len(groups[-1]) < 3 and len(set(marks[:-1])) == 1 and marks[-1] != marks[0]:
        return Decimal("".join(groups[:-1]) + "." + groups[-1])
    return None


@cache
def number_words(language: str) -> str:
    """A number in words of a language as a regex; possessive, so that no text makes it try twice."""
    lexicon = load_lexicon(language)
    numeral = lexicon.alternation("money.numerals")
    sequence = (
        rf"(?:{numeral})(?:[ -]?(?:and\s)?(?:{numeral}))*+(?!\w)(?:\s(?:{lexicon.alternation('money.halves')})(?!\w))?"
    )
    return rf"(?>(?:{lexicon.alternation('money.fractions')})(?!\w)|{sequence})"


def words_number(written: str, language: str) -> Decimal | None:
    """The value of a number in words; None when the words make no number.

    >>> [str(words_number(x, "sv")) for x in ("en halv", "hundratusen", "trehundrafemtio", "två och en halv")]
    ['0.5', '100000', '350', '2.5']
    >>> words_number("two hundred and fifty thousand", "en"), words_number("två tre", "sv")
    (Decimal('250000'), None)
    """
    lexicon = load_lexicon(language)
    words = " ".join(written.casefold().split())
    fractions = lexicon.mapping("money.fractions")
    if words in fractions:
        return _decimal(Fraction(fractions[words]))
    half = lexicon.regex(r"\s(?:<money.halves>)$").search(words)
    numerals = lexicon.mapping("money.numerals")
    total = current = last = Decimal(0)
    counted = re.sub(r"(?<!\w)and(?!\w)", " ", words[: half.start()] if half else words)
    for numeral in lexicon.regex("<money.numerals>").findall(counted):
        value = Decimal(numerals[numeral])
        if value == 1000:
            total, current = total + max(current, Decimal(1)) * 1000, Decimal(0)
        elif value == 100:
            current = max(current, Decimal(1)) * 100
        elif last and last < 100 and not (last >= 20 and value < 10):
            return None
        else:
            current += value
        last = value
    return total + current + (Decimal("0.5") if half else 0)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
