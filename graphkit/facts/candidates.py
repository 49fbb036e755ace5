"""A place where a project's name may stand, and what the rules that look for such places have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graphkit.facts.extents import name_end, quoted_end
from graphkit.lexicon import Lexicon
from graphkit.text import slug

BRACKET = re.compile(r"\s*\(([^()]{2,40})\)\s*$")
LETTER = re.compile(r"[^\W\d_]")
NUMBERING = re.compile(r"(?:§\s*\d+\s*|\d{1,2}(?:\.\d{1,2})*[.)]?\s+|[a-zA-Z]\)\s*)(?=\S)")
_MARKS = " ”“\"«»'*•–-"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Where a project's name may stand; `score` from 0 to 1 says how sure the rule is; `main` is the start of the candidate it shortens."""

    start: int
    end: int
    rule: str
    score: float
    main: int | None = None


def plain(name: str) -> str:
    """A name's words in plain lower case: what equal names have in common.

    >>> plain("”KÄLLA 2.0” – dricksvatten")
    'kalla 2 0 dricksvatten'
    """
    return slug(name).replace("-", " ")


def stripped(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """A label's value or heading without marks around it, a numbering or «Avslutat:» before it, and «(förstudie)» behind it."""
    number = NUMBERING.match(text, start, end)
    if number and number.end() < end:
        start = number.end()
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS + ".,;:":
        end -= 1
    prefix = re.match(
        rf"(?:{lexicon.alternation('projects.heading-prefixes')})\s*:\s+(?=\S)", text[start:end], re.IGNORECASE
    )
    if prefix:
        start += prefix.end()
    bracket = BRACKET.search(text[start:end])
    if bracket and bracket.group(1).casefold() in lexicon.words("projects.brackets"):
        end = start + bracket.start()
    return start, end


def extent(
    text: str, position: int, limit: int, lexicon: Lexicon, *, whole: bool = False
) -> tuple[int, int, bool] | None:
    """Start, end and whether in quotation marks, of the name that begins at a position (blanks before it are passed).

    With `whole` the name is the last of its clause, so that a verb inside it does not end it: «… till projektet Flickor växlar upp.»
    """
    while position < limit and text[position] in " \n":
        position += 1
    quoted = quoted_end(text, position, limit)
    if quoted:
        return *quoted, True
    end = name_end(text, position, limit, lexicon)
    if whole and end is not None:
        clause = re.match(r"[^.,;:()?!\n]{2,70}", text[position:limit])
        if (
            clause
            and 2 <= len(clause.group().split()) <= 6
            and text[position + clause.end() : position + clause.end() + 1] in (".", "")
        ):
            stops = frozenset(lexicon.words("projects.clause-words"))
            if not stops & {word.casefold() for word in clause.group().split()}:
                end = position + len(clause.group().rstrip())
    return None if end is None or end - position < 2 else (position, end, False)


def occurrences(text: str, name: str) -> Iterator[re.Match[str]]:
    """Each place where a name stands as whole words, in exactly these letters."""
    return re.finditer(rf"(?<![\w-]){re.escape(name)}(?!\w)", text)


def recurs(text: str, name: str, times: int = 2) -> bool:
    """Whether a name stands so many times in a text."""
    return sum(1 for _ in zip(range(times), occurrences(text, name), strict=False)) >= times


def is_common_start(word: str, lexicon: Lexicon) -> bool:
    """Whether a word begins sentences, not names: a pronoun, a preposition, «Projektet», «Kommunen»."""
    return word.casefold() in lexicon.words("projects.common-starts")
