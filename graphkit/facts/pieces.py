"""A list item's text taken apart at its amount of money: where the amount stands, and the pieces before and behind it that marks part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.facts.dates import find_dates
from graphkit.facts.labels import label_kind
from graphkit.facts.money import find_amounts
from graphkit.facts.reading import Span
from graphkit.lexicon import Lexicon

_SMALLEST = 500
_LONGEST_BEHIND = 200
_MARK = re.compile(r",\s+|;\s+|\s+[–—-]\s+|:\s+|\s\|\s|\n")
_BARE = re.compile(r"(?<![\w.,–-])(?<!\d\s)[1-9]\d{0,2}(?:(?:[ .]\d{3})+|(?:,\d{3}){2,}|,\d00)(?=\s?\(|\s*[.;]?$)")
"""A figure with its thousands apart that ends a line."""
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z])[.)]\s+")
_BRACKETS = re.compile(r"\([^()]*\)|”[^”]*”|\"[^\"]*\"")
_SENTENCE = re.compile(r"[^\W\d_]{3}[.!?]\s+[A-ZÅÄÖ]")
_STOP = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+(?=[A-ZÅÄÖ])|(?<=\)\.)\s+(?=[A-ZÅÄÖ])")
_BEHIND = r"(?:<awards.aims>)\s|(?:i|in)\s[\w-]*(?:<flows.money-endings>)[.;]?$"
"""What may stand behind the amount: what it is for, what kind of money it is («i bidrag»)."""
_EDGES = " \t\n,;:–—-*•|"


def has_sentences(text: str) -> bool:
    """Whether a sentence ends within a text.

    >>> has_sentences("Nya spår. Alfa kommun bygger"), has_sentences("Nya spår i S:t Olof")
    (True, False)
    """
    return _SENTENCE.search(text) is not None


def numbering_end(text: str) -> int:
    """Where an item's words begin behind its number: 3 for «1. Nya spår», 0 for «Nya spår»."""
    number = _NUMBER.match(text)
    return number.end() if number else 0


def find_sum(text: str, lexicon: Lexicon) -> tuple[int, int, bool] | None:
    """Where the only amount of an item stands, and whether it has no unit; a further one may stand in a bracket.

    >>> from graphkit.lexicon import load_lexicon
    >>> find_sum("Nya spår, 40 000 kr (av sökta 50 000 kr)", load_lexicon("sv")), find_sum("Alfa byalag - 41 000", load_lexicon("sv"))
    ((10, 19, False), (14, 20, True))
    """
    if not any(char.isdigit() for char in text):
        return None
    found = [a for a in find_amounts(text, lexicon.language) if a.currency and a.amount >= _SMALLEST and not a.same_as]
    spans = [(a.start, a.end, False) for a in found] or [(*m.span(), True) for m in _BARE.finditer(text)]
    brackets = [match.span() for match in _BRACKETS.finditer(text)]
    free = [span for span in spans if not any(first < span[0] < last for first, last in brackets)] or spans
    if len(free) != 1:
        return None
    behind = _STOP.split(text[free[0][1] :])[0].lstrip()
    ends = not behind.strip(").,;") or behind[0] in "(,;|–-" or lexicon.regex(_BEHIND).match(behind)
    return free[0] if ends and len(behind) <= _LONGEST_BEHIND else None


def pieces_before(text: str, end: int, lexicon: Lexicon) -> tuple[Span, ...]:
    """What stands before the amount, parted by marks; a number before it all, a period, hedge or label right before the amount is no piece.

    >>> from graphkit.lexicon import load_lexicon
    >>> text = "2. Skog och vatten, Alfa kommun, cirka 40 000 kr"
    >>> [text[first:last] for first, last in pieces_before(text, text.index("40"), load_lexicon("sv"))]
    ['Skog och vatten', 'Alfa kommun']
    >>> text = "Nya spår – Alfa kommun, EU-stöd 40 000 kr"
    >>> [text[first:last] for first, last in pieces_before(text, text.index("40"), load_lexicon("sv"))]
    ['Nya spår', 'Alfa kommun']
    """
    before = text[:end].rstrip(_EDGES + "(")
    hedge = lexicon.regex(r"(?:^|\s)(?:<money.hedges-about>|<money.hedges-up-to>)$").search(before)
    before = before_period((before[: hedge.start()] if hedge else before).rstrip(_EDGES), lexicon.language)
    start = numbering_end(before) or len(before) - len(before.lstrip(_EDGES))
    pieces = tuple(_parted(before, start, _MARK))
    return pieces[:-1] if len(pieces) > 1 and label_kind(before[slice(*pieces[-1])], lexicon) == "grant" else pieces


def pieces_behind(text: str, start: int, lexicon: Lexicon) -> tuple[Span, ...]:
    """What stands behind the amount, parted by marks and the words before what money is for: «40 000 kr till Alfa kommun för Nya spår».

    >>> from graphkit.lexicon import load_lexicon
    >>> text = "40 000 kr till Alfa kommun för Nya spår (50 %)"
    >>> [text[first:last] for first, last in pieces_behind(text, 9, load_lexicon("sv"))]
    ['Alfa kommun', 'Nya spår']
    >>> text = "Nya spår, 40 000 kr (Alfa kommun). Vägar i bygden."
    >>> [text[first:last] for first, last in pieces_behind(text, 19, load_lexicon("sv"))]
    ['Alfa kommun']
    """
    tail = _STOP.split(text[start:])[0].rstrip(_EDGES + ".")
    marks = lexicon.regex(r",\s+|;\s+|\s+[–—-]\s+|:\s+|\s\|\s|\s\(|(?:^|(?<=\s))(?:<awards.aims>)\s+")
    found = (
        (start + first + len(piece) - len(piece.lstrip(_EDGES + "(")), start + first + len(piece.rstrip(_EDGES + ")")))
        for first, last in _parted(tail, 0, marks)
        if (piece := tail[first:last])
    )
    return tuple(span for span in found if any(char.isalpha() for char in text[slice(*span)]))


def _parted(text: str, start: int, marks: re.Pattern[str]) -> Iterator[Span]:
    """The pieces of a text from a place on; marks in brackets and quotations part nothing."""
    inside = [match.span() for match in _BRACKETS.finditer(text)]
    for mark in [*marks.finditer(text, start), None]:
        if mark is not None and any(first < mark.start() < last for first, last in inside):
            continue
        stop = len(text) if mark is None else mark.start()
        if stop > start:
            yield start, stop
        start = stop if mark is None else mark.end()


def before_period(text: str, language: str) -> str:
    """A text without the period that ends it.

    >>> before_period("Nya spår, 2022–2024", "sv"), before_period("Alfa brygga (1.5.2015 – 30.9.2017)", "sv")
    ('Nya spår', 'Alfa brygga')
    """
    if not any(char.isdigit() for char in text[-12:]):
        return text
    for date in reversed(find_dates(text, language)):
        if date.kind == "period" and date.end >= len(text.rstrip(" )")):
            return text[: date.start].rstrip(_EDGES + "(")
    return text


def bracket_at_end(text: str, span: Span) -> tuple[Span, Span] | None:
    """A piece that ends with a bracket as two: «Nya spår (Alfa kommun)».

    >>> bracket_at_end("Nya spår (Alfa kommun)", (0, 22))
    ((0, 8), (10, 21))
    """
    piece = text[slice(*span)]
    opened = piece.rfind(" (")
    if opened <= 0 or not piece.endswith(")") or len(piece) - opened < 5:
        return None
    return (span[0], span[0] + opened), (span[0] + opened + 2, span[1] - 1)
