"""Amounts of money in a text: «drygt 3,8 mkr», «200 000 Euro», «NOK 1.150.000», «en halv miljon om året», «50 procent», «motsvarande belopp»."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from graphkit.facts.numbers import digits_number
from graphkit.facts.quantities import (
    MILLION,
    Patterns,
    Quantity,
    currency_of,
    find_quantities,
    found_at,
    found_before,
    patterns_of,
    unit_of,
)
from graphkit.facts.reading import Amount
from graphkit.lexicon import Lexicon, load_lexicon

# What one unit of a currency was worth in kronor since 2000, with a wide margin: only to see whether two amounts can be the same money.
_KRONOR = {
    "SEK": (1.0, 1.0),
    "EUR": (8.0, 13.5),
    "NOK": (0.8, 1.5),
    "DKK": (1.0, 1.9),
    "USD": (5.5, 12.0),
    "GBP": (9.0, 17.0),
    "RUB": (0.05, 0.4),
    "PLN": (1.8, 3.0),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Percentage:
    """A share in per cent: «24,5 procent» has the value 24.5."""

    start: int
    end: int
    text: str
    value: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpliedAmount:
    """An amount that must be worked out: «motsvarande belopp», «hälften», «resten delas lika».

    `kind` names the base: «last» the amount last named, «total» the whole budget, «rest» what is left of it, «rest-split» what is
    left in equal parts, «split» equal parts. `factor` is the part of the base; none for a rest or a split.
    """

    start: int
    end: int
    text: str
    factor: Fraction | None
    kind: str


def find_amounts(
    text: str, language: str, *, offset: int = 0, scale: Decimal | None = None, currency: str = ""
) -> tuple[Amount, ...]:
    """The amounts of money in a text, by start; `offset` is added to every start and end.

    A number needs a unit, by it or from another amount of its sentence; bare numbers count only where a table header gave `scale`
    or `currency` (see `unit_of_header`). Of a range the upper end counts, as «up-to»; zero is no amount; neither are prices by
    the hour, years, dates, shares and counts.

    >>> [(str(x.amount), x.currency, x.hedge) for x in find_amounts("Sida ger drygt 3,8 mkr och EU 200 000 Euro.", "sv")]
    [('3800000.0', 'SEK', 'about'), ('200000', 'EUR', '')]
    >>> [(x.text, x.sharing, x.per_year) for x in find_amounts("De betalar 50 000 kronor vardera och år.", "sv")]
    [('50 000 kronor', 'each', True)]
    >>> [str(x.amount) for x in find_amounts("SEK 3.2 million over 3 years, of which 900,000 this year", "en")]
    ['3200000.0', '900000']
    >>> [str(x.amount) for x in find_amounts("640", "sv", scale=Decimal(1000), currency="SEK")], find_amounts("640 elever", "sv")
    (['640000'], ())
    """
    words = load_lexicon(language)
    amounts: list[Amount] = []
    for piece in find_quantities(text, words, scale, currency):
        if not piece.amount or found_at(patterns_of(language).price_after, text, piece.end):
            continue
        amounts.append(_amount(text, piece, words, amounts[-1] if amounts else None))
    return tuple(replace(x, start=x.start + offset, end=x.end + offset) for x in amounts)


def find_percentages(text: str, *, language: str = "sv", offset: int = 0) -> tuple[Percentage, ...]:
    """The shares in per cent in a text, by start.

    >>> [str(x.value) for x in find_percentages("EU betalar 24,5 procent, Sida 50 % och regionen 3 procentenheter mer.")]
    ['24.5', '50']
    """
    found = []
    for match in patterns_of(language).percent.finditer(text):
        value = digits_number(match["number"], decimal=True)
        if value is not None:
            found.append(
                Percentage(start=match.start() + offset, end=match.end() + offset, text=match.group(), value=value)
            )
    return tuple(found)


def find_implied(text: str, language: str, *, offset: int = 0) -> tuple[ImpliedAmount, ...]:
    """The words that stand for an amount, by start. «Hälften av deltagarne» is none: a share of something must be of money.

    >>> text = "Region Västerbotten går in med halva det beloppet, EU står för hälften och resten delas lika."
    >>> [(x.text, str(x.factor), x.kind) for x in find_implied(text, "sv")]
    [('halva det beloppet', '1/2', 'last'), ('hälften', '1/2', 'total'), ('resten delas lika', 'None', 'rest-split')]
    >>> find_implied("Hälften av eleverna stannar, resten av landet väntar.", "sv")
    ()
    """
    patterns = patterns_of(language)
    meanings = load_lexicon(language).mapping("money.implied")
    found: list[ImpliedAmount] = []
    for match in patterns.implied.finditer(text):
        kind, _, factor = meanings[" ".join(match.group().casefold().split())].partition(" ")
        part = kind in ("total", "rest") and found_at(patterns.share_of, text, match.end())
        if part and not found_at(patterns.share_of_money, text, match.end()):
            continue
        start, end = match.span()
        if kind == "split" and found and found[-1].kind == "rest":
            between = text[found[-1].end - offset : start]
            if len(between) < 80 and not re.search(r"[.!?;]|\n\s*\n", between):
                start, kind = found.pop().start - offset, "rest-split"
        share = Fraction(factor) if factor else None
        found.append(
            ImpliedAmount(start=start + offset, end=end + offset, text=text[start:end], factor=share, kind=kind)
        )
    return tuple(found)


def unit_of_header(header: str, language: str = "sv") -> tuple[Decimal, str] | None:
    """The scale and currency that a column's header gives its numbers; None when it names no unit.

    >>> unit_of_header("Beviljat (tkr)"), unit_of_header("EU-belopp (kr)"), unit_of_header("Budget EUR")
    ((Decimal('1000'), 'SEK'), (Decimal('1'), 'SEK'), (Decimal('1'), 'EUR'))
    >>> unit_of_header("Belopp i tusen kronor"), unit_of_header("Projekt")
    ((Decimal('1000'), 'SEK'), None)
    """
    patterns = patterns_of(language)
    words = load_lexicon(language)
    for group, scale in (("money.header-millions", MILLION), ("money.header-thousands", Decimal(1000))):
        if match := words.pattern(group).search(header):
            money = patterns.currency.search(match.group()) or patterns.currency.search(header)
            return scale, currency_of(money.group(), words) if money else ""
    if match := patterns.unit.search(header):
        return unit_of(match.group(), words)
    if match := patterns.currency.search(header):
        return Decimal(1), currency_of(match.group(), words)
    return None


def _amount(text: str, piece: Quantity, words: Lexicon, previous: Amount | None) -> Amount:
    patterns = patterns_of(words.language)
    hedge = "up-to" if piece.ranged or found_before(patterns.up_to, text, piece.start) else ""
    if not hedge and found_before(patterns.about, text, piece.start):
        hedge = "about"
    every_year = found_before(patterns.yearly_before, text, piece.start)
    each = found_at(patterns.each_after, text, piece.end)
    each = each or (not every_year and found_before(patterns.each_before, text, piece.start))
    return Amount(
        start=piece.start,
        end=piece.end,
        text=text[piece.start : piece.end],
        amount=piece.amount,
        currency=piece.currency,
        hedge=hedge,
        sharing="each" if each else "",
        per_year=every_year or found_at(patterns.yearly_after, text, piece.end),
        same_as=previous is not None and _is_same_money(text, previous, piece, patterns),
    )


def _is_same_money(text: str, previous: Amount, piece: Quantity, patterns: Patterns) -> bool:
    """«90 000 euro, det vill säga 990 000 kronor»: two currencies, a word or a bracket between, a rate that can be."""
    first, second = _KRONOR.get(previous.currency), _KRONOR.get(piece.currency)
    if not (first and second) or first == second or not 0 <= piece.start - previous.end < 60:
        return False
    gap = patterns.same_as.fullmatch(text[previous.end : piece.start])
    if not gap or not (gap["word"] or gap["hedge"] or gap["mark"]):
        return False
    rate = float(piece.amount / previous.amount)
    return first[0] / second[1] <= rate <= first[1] / second[0]
