"""What a line of flattened text looks like: a sentence, a few words, an amount, a date. Meaning comes later; shapes tell the layout."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from graphkit.documents.layoutwords import fold, months, words

LONGEST_VALUE = 70
LONGEST_CELL = 110
_TOKENS = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*|\d[\d.,:'/]*|\S")
_SIGNS = frozenset("€£$%+-–—−/.,:()*~<>±½¼¾")
_BRACKET = re.compile(r"\s*\([^()]{1,60}\)$")
_DATE = re.compile(r"(?<!\d)(?:\d{4}-\d{1,2}(?:-\d{1,2})?|\d{1,2}[./]\d{1,2}[./]\d{4}|(?:19|20)\d\d)(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d\d|(?:19|20)\d\d))?")
_DASH = re.compile(r"[-–—−*.]{1,3}|n/a|N/A")
_BULLET = re.compile(r"(?:[-–—−•*·●▪◦‣»+]|\(?\d{1,2}[.)]|\(?[a-zåäö]\))\s+(?=\S)|[•●▪◦‣](?=\S)|\*(?=[A-ZÅÄÖ][\w-])")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*$")
_INNER_END = re.compile(r"([^\W\d_]{3,})[.!?] [A-ZÅÄÖÆØ–\"”]")
_TAIL_AMOUNT = re.compile(r"\d{2}[\d .,]{0,20}(?:[^\W\d_]{1,8}|[€$£%])?(?:\s?\([^()]{1,60}\))?$")


class Shape(StrEnum):
    """What a line is by its looks."""

    AMOUNT = "amount"
    DATE = "date"
    DASH = "dash"
    STATUS = "status"
    TEXT = "text"
    PROSE = "prose"


VALUES = frozenset({Shape.AMOUNT, Shape.DATE, Shape.DASH})


@dataclass(frozen=True)
class Line:
    """A line with words in it: `text` with single blanks, `raw` as written, and whether a blank line (or the beginning) is above it."""

    text: str
    raw: str
    gap: bool = False

    @cached_property
    def shape(self) -> Shape:
        """The shape of the line's text, worked out once."""
        return shape_of(self.text)

    @property
    def is_short(self) -> bool:
        """True for what could be a cell, a label or a heading."""
        return len(self.text) <= LONGEST_CELL and self.shape is not Shape.PROSE


@lru_cache(maxsize=4096)
def shape_of(text: str) -> Shape:
    """The shape of a text on one line.

    >>> [str(shape_of(text)) for text in ("412 500 €", "ca 3,2 mnkr", "1 april 2022", "–", "Avslag", "Torsby kommun", "40 %")]
    ['amount', 'amount', 'date', 'dash', 'status', 'text', 'amount']
    >>> str(shape_of("Kommunen går in med 75 000 kronor."))
    'prose'
    """
    if _DASH.fullmatch(text):
        return Shape.DASH
    if len(text) <= LONGEST_VALUE:
        if fold(text) in words("layout.status-words"):
            return Shape.STATUS
        if is_date(text):
            return Shape.DATE
        if is_amount(text):
            return Shape.AMOUNT
    return Shape.PROSE if is_prose(text) else Shape.TEXT


def is_amount(text: str) -> bool:
    """True for a figure with nothing beside it but units, currencies and words such as «cirka».

    >>> [is_amount(x) for x in ("SEK 1.4 million", "€2,040,000", "240,000 (Norwegian IR)", "2,2 miljoner", "Leader 24", "mnkr")]
    [True, True, True, True, False, False]
    """
    text = _BRACKET.sub("", text)
    figure = False
    for token in _TOKENS.findall(text):
        if token[0].isdigit():
            figure = True
        elif not (
            token in _SIGNS
            or token.casefold() in words("layout.amount-words")
            or token.casefold() in words("layout.value-glue")
        ):
            return False
    return figure


def is_date(text: str) -> bool:
    """True for a date or a period and nothing else.

    >>> [is_date(x) for x in ("2023-03-01–2026-02-28", "1 Sept 2023 – 31 Aug 2026", "våren 2020", "tidigast 1 april 2024", "2 024 000")]
    [True, True, True, True, False]
    """
    text = _BRACKET.sub("", text)
    dated = bool(_DATE.search(text))
    for token in _TOKENS.findall(text):
        word = token.casefold()
        if word in months():
            dated = True
        elif not (token[0].isdigit() or token in _SIGNS or word.rstrip(".") in words("layout.date-glue")):
            return False
    return dated and any(char.isdigit() for char in text)


def is_year(text: str) -> bool:
    """True for a year or a span of years: «2024», «2019–2021»."""
    return bool(_YEAR.fullmatch(text))


def is_prose(text: str) -> bool:
    """True for a sentence or more: it ends as one, holds the end of one, or is too long for anything else.

    >>> is_prose("Läggs till handlingarna."), is_prose("Vålsjöns betesängar, etapp 2"), is_prose("Ska minska läckaget. Budget: 3 mnkr")
    (True, False, True)
    """
    if len(text) > 130:
        return True
    if len(text) > 30 and any(
        match.group(1).casefold() not in words("layout.amount-words") for match in _INNER_END.finditer(text)
    ):
        return True
    if not _SENTENCE_END.search(text) or _is_abbreviated(text):
        return False
    return text.count(" ") >= 2 and (text[-1] not in "?!" or len(text) > 90)


def _is_abbreviated(text: str) -> bool:
    """True where the full stop at the end belongs to an abbreviation: «Åsnens Ekoturism ek. för.», «Nordöns byar r.f.»."""
    last = text.rsplit(" ", 1)[-1]
    return (
        text.endswith(".")
        and ((len(last) <= 5 and last.count(".") >= 2) or last in ("för.", "st.", "kr.", "Inc.", "Ltd.", "etc."))
        and len(text) < 90
    )


def ends_in_amount(text: str) -> bool:
    """True for words with a figure behind them, as in the cell «Region Norrbotten 120,000»."""
    return bool(_TAIL_AMOUNT.search(text[-100:]))


def bullet(text: str) -> str:
    """The mark with which a list item begins, with its blank; empty for other lines.

    >>> bullet("• två vattentorn"), bullet("a) Journalnr 7"), bullet("1. Allmänt"), bullet("1 april"), bullet("*Nya spår")
    ('• ', 'a) ', '1. ', '', '*')
    """
    match = _BULLET.match(text)
    return match.group() if match else ""


def is_capitals(text: str) -> bool:
    """True for a line in capitals with at least one word of four letters: «SÅ BETALADES DET»."""
    return (
        text.upper() == text
        and text.lower() != text
        and any(len(word) >= 4 and word.isalpha() for word in text.split())
    )
