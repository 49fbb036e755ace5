"""Amounts of money in a text: «drygt 3,8 mkr», «200 000 Euro», «NOK 1.150.000», «en halv miljon om året», «50 procent», «motsvarande belopp»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache

from graphkit.facts.numbers import NUMBER, digits_number, number_words, words_number
from graphkit.facts.reading import Amount
from graphkit.lexicon import Lexicon, load_lexicon

_MILLION = Decimal(1_000_000)
_LETTER_SCALES = frozenset(
    {"t", "m", "k", "mil."}
)  # «5 mil», «1.5 m», «3 t» are lengths and weights unless a currency stands by

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


@dataclass(frozen=True, slots=True)
class _Piece:
    """A number in the text with what stands by it; without scale and currency it is bare."""

    start: int
    end: int
    number: Decimal
    scale: Decimal | None
    currency: str
    digits: str
    ranged: bool = False

    @property
    def bare(self) -> bool:
        return self.scale is None and not self.currency

    @property
    def amount(self) -> Decimal:
        return self.number * (self.scale or 1)

    @property
    def is_year(self) -> bool:
        return len(self.digits) == 4 and self.digits.isdigit() and self.digits[:2] in ("19", "20")

    @property
    def is_grouped(self) -> bool:
        return bool(re.search(r"[ .,\u00a0\u202f\u2009]\d{3}$", self.digits))


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
    for piece in _with_units(text, list(_pieces(text, words)), words, scale, currency):
        if not piece.amount or _found(_patterns(language).price_after, text, piece.end):
            continue
        amounts.append(_amount(text, piece, words, amounts[-1] if amounts else None))
    return tuple(replace(x, start=x.start + offset, end=x.end + offset) for x in amounts)


def find_percentages(text: str, *, language: str = "sv", offset: int = 0) -> tuple[Percentage, ...]:
    """The shares in per cent in a text, by start.

    >>> [str(x.value) for x in find_percentages("EU betalar 24,5 procent, Sida 50 % och regionen 3 procentenheter mer.")]
    ['24.5', '50']
    """
    found = []
    for match in _patterns(language).percent.finditer(text):
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
    patterns = _patterns(language)
    meanings = load_lexicon(language).mapping("money.implied")
    found: list[ImpliedAmount] = []
    for match in patterns.implied.finditer(text):
        kind, _, factor = meanings[" ".join(match.group().casefold().split())].partition(" ")
        part = kind in ("total", "rest") and _found(patterns.share_of, text, match.end())
        if part and not _found(patterns.share_of_money, text, match.end()):
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
    patterns = _patterns(language)
    words = load_lexicon(language)
    for group, scale in (("money.header-millions", _MILLION), ("money.header-thousands", Decimal(1000))):
        if match := re.search(rf"(?<!\w)(?:{words.alternation(group)})(?!\w)", header, re.IGNORECASE):
            money = patterns.currency.search(match.group()) or patterns.currency.search(header)
            return scale, _currency(money.group(), words) if money else ""
    if match := patterns.unit.search(header):
        return _unit(match.group(), words)
    if match := patterns.currency.search(header):
        return Decimal(1), _currency(match.group(), words)
    return None


# ------------------------------------------------------------------------------------------------- patterns


@dataclass(frozen=True, slots=True)
class _Patterns:
    amount: re.Pattern[str]
    currency: re.Pattern[str]
    unit: re.Pattern[str]
    percent: re.Pattern[str]
    implied: re.Pattern[str]
    share_of: re.Pattern[str]
    share_of_money: re.Pattern[str]
    followed: re.Pattern[str]
    bare_followed: re.Pattern[str]
    price_after: re.Pattern[str]
    each_after: re.Pattern[str]
    each_before: re.Pattern[str]
    yearly_after: re.Pattern[str]
    yearly_before: re.Pattern[str]
    up_to: re.Pattern[str]
    about: re.Pattern[str]
    same_as: re.Pattern[str]
    between: re.Pattern[str]
    range_gap: re.Pattern[str]
    list_gap: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    words = load_lexicon(language)
    any_of = words.alternation
    currency, scale, unit = any_of("money.currencies"), any_of("money.magnitudes"), any_of("money.units")
    amount = rf"""
        (?: (?<!\w)(?:(?P<unit_before>{unit})|(?P<before>{any_of("money.prefixes")})) \s?   # MNOK 2,1 · EUR 1 260 000 · €1.2m
          | (?P<sign>[€$£]) \s? )
        (?P<after_unit>{NUMBER}) (?:\s?(?P<after_unit_scale>{scale})(?!\w))?
      | (?: (?<![\d_])(?<!(?-i:[A-ZÅÄÖ]))(?<!\d[.,:/])(?P<number>{NUMBER}) | (?<!\w)(?P<words>{number_words(language)}) )
        (?: \s?(?P<unit>{unit})(?!\w)                                                       # 425 tkr · 7,5 MSEK
          | \s?(?P<scale>{scale})(?!\w) (?:\s?(?P<scaled>{currency})(?!\w))?                # 9,8 miljoner (kronor)
          | \s?(?P<currency>{currency})(?!\w) )?                                            # 163 000 kronor · 328 169 €
    """
    near = r"\s+(?:\w+\s+){0,2}$"
    return _Patterns(
        amount=_compile(amount, re.VERBOSE),
        currency=_compile(rf"(?<!\w)(?:{currency})(?!\w)"),
        unit=_compile(rf"(?<!\w)(?:{unit})(?!\w)"),
        percent=_compile(rf"(?<![\w.,])(?P<number>{NUMBER})\s?(?:{any_of('money.percent')})(?!\w)"),
        implied=_compile(rf"(?<!\w)(?:{any_of('money.implied')})(?!\w)"),
        share_of=_compile(r"\s+(?:av|of)\s+\w"),
        share_of_money=_compile(
            rf"\s+(?:av|of)\s+(?:the\s+|that\s+|den\s+|det\s+)?(?:{any_of('money.shareable')})(?!\w)"
        ),
        followed=_compile(rf"\s*(?:$|[.,;:!?()/|–—+&-]|\n|(?:{any_of('money.followers')})(?!\w))"),
        bare_followed=_compile(rf"(?:\s*$|[.,;!?)](?!\d)|\s*[(|\n]|\s+(?:{any_of('money.bare-followers')})(?!\w))"),
        price_after=_compile(rf"\s?(?:{any_of('money.price-after')})(?!\w)"),
        each_after=_compile(
            rf",?\s+(?:(?:{any_of('money.each-after')})(?!\w)"
            rf"|(?:{any_of('money.each-final')})(?=\s*(?:[.,;:)!?]|$|\n|\s(?:{any_of('money.each-final-followers')})(?!\w))))"
        ),
        each_before=_compile(rf"(?<!\w)(?:{any_of('money.each-before')}){near}"),
        yearly_after=_compile(rf"(?:,?\s+\w+)??\s?(?:{any_of('money.yearly-after')})(?!\w)"),
        yearly_before=_compile(rf"(?<!\w)(?:{any_of('money.yearly-before')}){near}"),
        up_to=_compile(rf"(?<!\w)(?:{any_of('money.hedges-up-to')})\s+(?:\w\w{{0,3}}\s+)?$"),
        about=_compile(rf"(?<!\w)(?:{any_of('money.hedges-about')})\s+(?:\w\w{{0,3}}\s+)?$"),
        same_as=_compile(
            rf"\s*(?:(?P<mark>[(=≈/])|[,–-])?\s*(?P<word>{any_of('money.same-as')})?,?\s*(?P<hedge>{any_of('money.hedges-about')})?\s*"
        ),
        between=_compile(rf"(?<!\w)(?:{any_of('money.between')})\s+$"),
        range_gap=_compile(rf"\s?(?:[-–—]|{any_of('money.ranges')})\s?"),
        list_gap=_compile(rf",?\s(?:{any_of('money.joints')})\s"),
    )


def _compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, flags | re.IGNORECASE)


def _found(pattern: re.Pattern[str], text: str, at: int) -> bool:
    return pattern.match(text, at) is not None


def _found_before(pattern: re.Pattern[str], text: str, end: int) -> bool:
    return pattern.search(text[max(0, end - 40) : end]) is not None


# --------------------------------------------------------------------------------------------------- pieces


def _pieces(text: str, words: Lexicon) -> Iterator[_Piece]:
    """Every number in the text, with the scale and the currency that stand by it."""
    for match in _patterns(words.language).amount.finditer(text):
        digits = match["number"] or match["after_unit"] or ""
        scale: Decimal | None = None
        currency = ""
        if unit := match["unit"] or match["unit_before"]:
            scale, currency = _unit(unit, words)
        elif written := match["scale"] or match["after_unit_scale"]:
            scale = Decimal(words.mapping("money.magnitudes")[_key(written)])
        if money := match["scaled"] or match["currency"] or match["before"] or match["sign"]:
            currency = _currency(money, words)
        if match["words"]:
            number = words_number(match["words"], words.language)
            if number is not None and scale is None and not (number > 1 and currency) and number < 100_000:
                continue  # «en krona», «tre företag», but «femtio kronor», «hundratusen»
        else:
            decimal = scale is not None and scale >= _MILLION
            number = digits_number(digits, decimal=decimal, english=words.language == "en")
        if number is None or re.match(r"0\d", digits):
            continue
        start, end = match.span()
        written = _key(match["scale"] or "")
        unnamed = scale is not None and not currency
        if unnamed and (written in _LETTER_SCALES or not _found(_patterns(words.language).followed, text, end)):
            continue  # «1,2 miljoner invånare»
        if match["currency"] == "sek" and number < 1000:
            continue  # seconds
        yield _Piece(start, end, number, scale, currency, digits)


def _key(written: str) -> str:
    return " ".join(written.casefold().split())


def _currency(written: str, words: Lexicon) -> str:
    return words.mapping("money.currencies")[_key(written)]


def _unit(written: str, words: Lexicon) -> tuple[Decimal, str]:
    scale, currency = words.mapping("money.units")[_key(written)].split()
    return Decimal(scale), currency


def _with_units(text: str, pieces: list[_Piece], words: Lexicon, scale: Decimal | None, currency: str) -> list[_Piece]:
    """The pieces that are money, bare ones with the unit of the header or of a neighbour in their sentence."""
    patterns = _patterns(words.language)
    result: list[_Piece] = []
    for index, piece in enumerate(pieces):
        before = result[-1] if result and _same_sentence(text, result[-1].end, piece.start) else None
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        if not piece.bare:
            if not piece.currency:
                money = before.currency if before else _currency_after(text, pieces, index) or currency
                piece = replace(piece, currency=money or (result[-1].currency if result else ""))
            if piece.currency or (piece.scale or 0) >= _MILLION:
                result.append(piece)
        elif after and not after.bare and not piece.is_year and (joint := _joint(text, piece, after, patterns)):
            if joint == "range":
                pieces[index + 1] = replace(after, start=piece.start, ranged=True)
            else:
                money_scale = None if piece.number >= 1000 else after.scale
                pieces[index] = piece = replace(piece, scale=money_scale, currency=after.currency)
                result.append(piece)
        elif scale is not None or currency:
            if _is_cell_number(text, piece, patterns):
                result.append(replace(piece, scale=scale, currency=currency))
        elif before and before.currency and _follows_amount(text, before, piece, patterns):
            money_scale = None if piece.is_grouped else before.scale
            result.append(replace(piece, scale=money_scale, currency=before.currency))
    return result


def _same_sentence(text: str, end: int, start: int) -> bool:
    return start - end < 250 and not re.search(r"[.!?]\s+[A-ZÅÄÖ]|\n\s*\n", text[end:start])


def _currency_after(text: str, pieces: Sequence[_Piece], index: int) -> str:
    piece = pieces[index]
    for other in pieces[index + 1 : index + 6]:
        if not _same_sentence(text, piece.end, other.start):
            break
        if other.currency:
            return other.currency
    return ""


def _joint(text: str, piece: _Piece, after: _Piece, patterns: _Patterns) -> str:
    """«range» for «5–6 miljoner», «list» for «186.500 respektive 61.500 euro», empty for two numbers of their own."""
    if after.start - piece.end > 15:
        return ""
    gap = text[piece.end : after.start]
    lower = piece.number if piece.number >= 1000 else piece.number * (after.scale or 1)
    between = _found_before(patterns.between, text, piece.start)
    if lower < after.amount and (patterns.range_gap.fullmatch(gap) or (between and patterns.list_gap.fullmatch(gap))):
        return "range"
    if patterns.list_gap.fullmatch(gap) and (piece.is_grouped or not piece.digits.isdigit() or after.scale is None):
        return "list"
    return ""


def _is_cell_number(text: str, piece: _Piece, patterns: _Patterns) -> bool:
    if text.strip() == text[piece.start : piece.end]:
        return True
    if piece.is_year or text[max(0, piece.start - 1) : piece.start] in ("-", "–", "/", ":", ".", "+", "§"):
        return False
    return _found(patterns.bare_followed, text, piece.end)


def _follows_amount(text: str, before: _Piece, piece: _Piece, patterns: _Patterns) -> bool:
    """«3 miljoner, Vimmerby kommun 1,8 och …»: a number with decimals after millions, or with groups of three."""
    decimals = not piece.digits.isdigit() and not piece.is_grouped and (before.scale or 0) >= _MILLION
    glued = text[max(0, piece.start - 1) : piece.start].strip() not in ("", "(")
    return (decimals or piece.is_grouped) and not glued and _found(patterns.bare_followed, text, piece.end)


def _amount(text: str, piece: _Piece, words: Lexicon, previous: Amount | None) -> Amount:
    patterns = _patterns(words.language)
    hedge = "up-to" if piece.ranged or _found_before(patterns.up_to, text, piece.start) else ""
    if not hedge and _found_before(patterns.about, text, piece.start):
        hedge = "about"
    every_year = _found_before(patterns.yearly_before, text, piece.start)
    each = _found(patterns.each_after, text, piece.end)
    each = each or (not every_year and _found_before(patterns.each_before, text, piece.start))
    return Amount(
        start=piece.start,
        end=piece.end,
        text=text[piece.start : piece.end],
        amount=piece.amount,
        currency=piece.currency,
        hedge=hedge,
        sharing="each" if each else "",
        per_year=every_year or _found(patterns.yearly_after, text, piece.end),
        same_as=previous is not None and _is_same_money(text, previous, piece, patterns),
    )


def _is_same_money(text: str, previous: Amount, piece: _Piece, patterns: _Patterns) -> bool:
    """«200 000 euro, det vill säga 1,9 miljoner kronor»: two currencies, a word or a bracket between, a rate that can be."""
    first, second = _KRONOR.get(previous.currency), _KRONOR.get(piece.currency)
    if not (first and second) or first == second or not 0 <= piece.start - previous.end < 60:
        return False
    gap = patterns.same_as.fullmatch(text[previous.end : piece.start])
    if not gap or not (gap["word"] or gap["hedge"] or gap["mark"]):
        return False
    rate = float(piece.amount / previous.amount)
    return first[0] / second[1] <= rate <= first[1] / second[0]
