"""Numbers in a text with the scale and the currency that stand by them, or that their sentence or column gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from graphkit.facts.numbers import NUMBER, digits_number, number_words, words_number
from graphkit.lexicon import Lexicon, load_lexicon
from graphkit.wordpatterns import WordPattern, word_starts

MILLION = Decimal(1_000_000)
_LETTER_SCALES = frozenset(
    {"t", "m", "k", "mil."}
)  # «5 mil», «1.5 m», «3 t» are lengths and weights unless a currency stands by


@dataclass(frozen=True, slots=True)
class Quantity:
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
        """Whether neither scale nor currency stands by it."""
        return self.scale is None and not self.currency

    @property
    def amount(self) -> Decimal:
        """The number in whole units of the currency."""
        return self.number * (self.scale or 1)

    @property
    def is_year(self) -> bool:
        """Whether it may as well be a year."""
        return len(self.digits) == 4 and self.digits.isdigit() and self.digits[:2] in ("19", "20")

    @property
    def is_grouped(self) -> bool:
        """Whether its digits stand in groups of three: «900 000», «186.500»."""
        return bool(re.search(r"[ .,\u00a0\u202f\u2009]\d{3}$", self.digits))


_YEAR_OF_NEXT = r"(?:19|20)\d\d\s(?-i:EUR|SEK|NOK|DKK|USD)\s\d"
_SPACED = r"\d{1,2},\s\d(?=\s(?:miljon|million|mkr|mnkr|milj))"
"""Before a number: a year before the next amount («In 2014 EUR 3 million was granted»); a slip of the pen: «2, 9 miljoner»."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """The regexes of one language, made from its lexicon."""

    amount: re.Pattern[str]
    currency: re.Pattern[str]
    unit: re.Pattern[str]
    percent: re.Pattern[str]
    implied: WordPattern
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
    given_before: re.Pattern[str]
    given_after: re.Pattern[str]


@cache
def patterns_of(language: str) -> Patterns:
    """The regexes of a language; all repetitions in them are bounded, so that they stay linear."""
    words = load_lexicon(language)
    any_of = words.alternation
    currency, scale, unit = any_of("money.currencies"), any_of("money.magnitudes"), any_of("money.units")
    amount = rf"""
        (?: (?<!\w)(?:(?P<unit_before>{unit})|(?P<before>{any_of("money.prefixes")})) \s?   # MNOK 2,1 · EUR 1 260 000 · €1.2m
          | (?P<sign>[€$£]) \s? )
        (?P<after_unit>{NUMBER}) (?:\s?(?P<after_unit_scale>{scale})(?!\w))?
      | (?: (?<![\d_])(?<!(?-i:[A-ZÅÄÖ]))(?<!\d[.,:/])(?P<number>{_SPACED}|(?!{_YEAR_OF_NEXT}){NUMBER})
          | (?<!\w)(?P<words>{number_words(language)})(?!\s(?:{currency})\s?\d) )                # not «a EUR 3 million grant»
        (?: \s?(?P<unit>{unit})(?!\w)                                                       # 425 tkr · 7,5 MSEK
          | \s?(?P<scale>{scale})(?!\w) (?:\s?(?P<scaled>{currency})(?!\w))?                # 9,8 miljoner (kronor)
          | \s?(?P<currency>{currency})(?!\w) )?                                            # 163 000 kronor · 328 169 €
    """
    near = r"\s+(?:\w+\s+){0,2}$"
    return Patterns(
        amount=re.compile(amount, re.VERBOSE | re.IGNORECASE),
        currency=_compile(rf"(?<!\w)(?:{currency})(?!\w)"),
        unit=_compile(rf"(?<!\w)(?:{unit})(?!\w)"),
        percent=_compile(rf"(?<![\w.,])(?P<number>{NUMBER})\s?(?:{any_of('money.percent')})(?!\w)"),
        implied=words.pattern("money.implied"),
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
        given_before=_compile(
            rf"(?<!\w)(?:{any_of('money.given-before')})\s+"
            rf"(?:(?:{any_of('money.hedges-about')}|{any_of('money.hedges-up-to')}|{any_of('flows.sums')})\s+)?$"
        ),
        given_after=_compile(
            rf"\s*(?:[.,;:!?)]|$)|\s+(?:{any_of('money.given-after')})(?!\w)"
            rf"|\s+(?:i|in)\s+[\w-]*(?:{any_of('flows.money-endings')})(?!\w)"
        ),
    )


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def found_at(pattern: re.Pattern[str], text: str, at: int) -> bool:
    """Whether a pattern stands right at a place."""
    return pattern.match(text, at) is not None


def found_before(pattern: re.Pattern[str], text: str, end: int) -> bool:
    """Whether a pattern that ends with «$» stands right before a place."""
    return pattern.search(text[max(0, end - 40) : end]) is not None


def _written(text: str, words: Lexicon) -> Iterator[Quantity]:
    """Every number in the text, with the scale and the currency that stand by it."""
    if not _DIGIT.search(text) and not any(word.startswith(_numerals(words)) for word in word_starts(text)):
        return
    for match in patterns_of(words.language).amount.finditer(text):
        digits = match["number"] or match["after_unit"] or ""
        scale: Decimal | None = None
        currency = ""
        if unit := match["unit"] or match["unit_before"]:
            scale, currency = unit_of(unit, words)
        elif written := match["scale"] or match["after_unit_scale"]:
            scale = Decimal(words.mapping("money.magnitudes")[_key(written)])
        if money := match["scaled"] or match["currency"] or match["before"] or match["sign"]:
            currency = currency_of(money, words)
        if match["words"]:
            number = words_number(match["words"], words.language)
            if number is not None and scale is None and not (number > 1 and currency) and number < 100_000:
                continue  # «en krona», «tre företag», but «femtio kronor», «hundratusen»
        else:
            decimal = scale is not None and scale >= MILLION
            number = digits_number(digits, decimal=decimal, english=words.language == "en" and not decimal)
        if number is None or re.match(r"0\d", digits):
            continue
        start, end = match.span()
        written = _key(match["scale"] or "")
        unnamed = scale is not None and not currency
        if unnamed and (written in _LETTER_SCALES or not found_at(patterns_of(words.language).followed, text, end)):
            continue  # «1,2 miljoner invånare»
        if match["currency"] == "sek" and number < 1000:
            continue  # seconds
        yield Quantity(start, end, number, scale, currency, digits)


_DIGIT = re.compile(r"\d")


@cache
def _numerals(words: Lexicon) -> tuple[str, ...]:
    """What a number in words begins with."""
    numbers = (*words.mapping("money.numerals"), *words.mapping("money.fractions"))
    return tuple(sorted({number.split()[0].lower() for number in numbers}))


def _key(written: str) -> str:
    return " ".join(written.casefold().split())


def currency_of(written: str, words: Lexicon) -> str:
    """The ISO 4217 code of a currency as written: «norska kronor» is NOK."""
    return words.mapping("money.currencies")[_key(written)]


def unit_of(written: str, words: Lexicon) -> tuple[Decimal, str]:
    """The scale and the currency of a unit as written: «tkr» is 1000 SEK."""
    scale, currency = words.mapping("money.units")[_key(written)].split()
    return Decimal(scale), currency


def find_quantities(text: str, words: Lexicon, scale: Decimal | None, currency: str) -> list[Quantity]:
    """The numbers that are money, bare ones with the unit of the header or of a neighbour in their sentence."""
    patterns = patterns_of(words.language)
    pieces = list(_written(text, words))
    result: list[Quantity] = []
    for index, piece in enumerate(pieces):
        before = result[-1] if result and _same_sentence(text, result[-1].end, piece.start) else None
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        if not piece.bare:
            if after and piece.scale is None and after.scale and not after.currency and piece.number < 1000:
                joint = _joint(text, piece, after, patterns)
                if joint == "range":  # «between EUR 1.5 and 3.5 million»
                    pieces[index + 1] = replace(after, start=piece.start, currency=piece.currency, ranged=True)
                    continue
            if not piece.currency:
                money = before.currency if before else _currency_after(text, pieces, index) or currency
                piece = replace(piece, currency=money or (result[-1].currency if result else ""))
            if piece.currency or (piece.scale or 0) >= MILLION:
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
        elif _is_given(text, piece, patterns):
            result.append(piece)
    return result


def _same_sentence(text: str, end: int, start: int) -> bool:
    return start - end < 250 and not re.search(r"[.!?]\s+[A-ZÅÄÖ]|\n\s*\n", text[end:start])


def _currency_after(text: str, pieces: Sequence[Quantity], index: int) -> str:
    piece = pieces[index]
    for other in pieces[index + 1 : index + 6]:
        if not _same_sentence(text, piece.end, other.start):
            break
        if other.currency:
            return other.currency
    return ""


def _joint(text: str, piece: Quantity, after: Quantity, patterns: Patterns) -> str:
    """«range» for «5–6 miljoner», «list» for «186.500 respektive 61.500 euro», empty for two numbers of their own."""
    if after.start - piece.end > 15:
        return ""
    gap = text[piece.end : after.start]
    lower = piece.number if piece.number >= 1000 else piece.number * (after.scale or 1)
    between = found_before(patterns.between, text, piece.start)
    if lower < after.amount and (patterns.range_gap.fullmatch(gap) or (between and patterns.list_gap.fullmatch(gap))):
        return "range"
    if patterns.list_gap.fullmatch(gap) and (piece.is_grouped or not piece.digits.isdigit() or after.scale is None):
        return "list"
    return ""


def _is_cell_number(text: str, piece: Quantity, patterns: Patterns) -> bool:
    if text.strip() == text[piece.start : piece.end]:
        return True
    if piece.is_year or text[max(0, piece.start - 1) : piece.start] in ("-", "–", "/", ":", ".", "+", "§"):
        return False
    return found_at(patterns.bare_followed, text, piece.end)


def _is_given(text: str, piece: Quantity, patterns: Patterns) -> bool:
    """A bare number that only money can be, for it is given: «fick drygt 74 000 till två laddare», «har beviljat 450 000 i stöd»."""
    if not piece.is_grouped or not 1000 <= piece.number < MILLION * 1000:
        return False
    return found_before(patterns.given_before, text, piece.start) and found_at(patterns.given_after, text, piece.end)


def _follows_amount(text: str, before: Quantity, piece: Quantity, patterns: Patterns) -> bool:
    """«3 miljoner, Vimmerby kommun 1,8 och …»: a number with decimals after millions, or with groups of three."""
    decimals = not piece.digits.isdigit() and not piece.is_grouped and (before.scale or 0) >= MILLION
    glued = text[max(0, piece.start - 1) : piece.start].strip() not in ("", "(")
    return (decimals or piece.is_grouped) and not glued and found_at(patterns.bare_followed, text, piece.end)
