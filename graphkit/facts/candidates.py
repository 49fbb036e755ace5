"""A place where a project's name may stand, and what the rules that look for such places have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graphkit.facts.extents import name_end, quoted_end, standing
from graphkit.facts.reading import Unit
from graphkit.facts.things import is_other_thing
from graphkit.lexicon import Lexicon
from graphkit.text import slug

BRACKET = re.compile(r"\s*\(([^()]{2,40})\)\s*$")
LETTER = re.compile(r"[^\W\d_]")
NUMBERING = re.compile(
    r"(?:§\s*\d+\s*|\d{1,3}\s*§+\s*|\d{1,2}(?:\.\d{1,2})*[.)]\s*(?=[^\W\d_])|\d{1,2}(?:\.\d{1,2})*\s+|[a-zA-Z]\)\s*)(?=\S)"
)
_LEADER = re.compile(r"\s*(?:\.{3,}|…{2,})\s*\d{0,4}$")
"""The dots before a page's number in a table of contents."""
_MARKS = " ”“„‘’\"«»'*•–-"


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

    >>> plain("”ÅDRA 2.0” – brunnsvatten"), plain("Projekt Tjärdalen")
    ('adra 2 0 brunnsvatten', 'tjardalen')
    """
    words = slug(name).replace("-", " ").removeprefix("the ")
    bare = words.removeprefix("projektet ").removeprefix("projekt ")
    return bare or words


def stripped(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """A label's value or heading without marks around it, a numbering or «Avslutat:» before it, and «(förstudie)» behind it."""
    number = NUMBERING.match(text, start, end)
    if number and number.end() < end:
        start = number.end()
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS + ".,;:":
        end -= 1
    prefix = lexicon.regex(r"(?:<projects.heading-prefixes>)\s*:\s+(?=\S)", re.IGNORECASE).match(text[start:end])
    if prefix:
        start += prefix.end()
    about = lexicon.regex(
        r"(?:<projects.about-prefixes>)\s+(?:the\s+|projektet\s+)?(?=[”“„‘’\"«A-ZÅÄÖ#@\d])", re.IGNORECASE
    ).match(text[start:end])
    if about:
        start += about.end()
        end -= len(" project") if text[start:end].endswith(" project") else 0
    said = lexicon.regex(
        r"\s[–—-]\s(?:(?:ett|en|a|an)\s+(?:[\w-]+\s+){0,3}?|nytt\s|ny\s|new\s)\w*(?:<projects.sure-kinds>)(?!\w)"
    ).search(text, start, end)
    if said and said.start() > start:
        end = said.start()
    leader = _LEADER.search(text, start, end)
    if leader:
        end = leader.start()
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
        end = max(end, _clause_end(text, position, limit, frozenset(lexicon.words("projects.clause-words")), ".") or 0)
    return None if end is None or end - position < 2 else (position, end, False)


def clause(text: str, position: int, limit: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The words up to the next mark as a name, where none of them is a verb: «heter Från jord till bord, en förstudie»."""
    stops = frozenset(lexicon.words("projects.stop-words")) | frozenset(lexicon.words("projects.determiners"))
    end = _clause_end(text, position, limit, stops, ".,;:(")
    rest = _rest_of_sentence(text, position, limit, lexicon)
    if end is None and rest is None:
        return None
    return position, max(end or 0, rest or 0)


_REST = re.compile(r"[^.;()?!\n”“\"]{2,130}(?=\.(?:\s|$)|\n|$)")
_BESIDE = re.compile(r",\s(?=[a-zåäö])(?!\w+\s(?:och|and)\s\w+$)")
_FINITE = re.compile(r"\w{3,}(?:ades|ats|erades|eras|ttes|ldes|rdes|nades)$")
_MOST_WORDS = 14


def _rest_of_sentence(text: str, position: int, limit: int, lexicon: Lexicon) -> int | None:
    """The end of a long title that ends its sentence: «har rubriken Planer för en mark i rörelse: att bo på två håll.»"""
    piece = _REST.match(text, position, limit)
    if piece is None:
        return None
    title = _BESIDE.split(piece.group())[0].rstrip()
    words = title.split()
    told = any(word.casefold() in _finite(lexicon) or _FINITE.match(word) for word in words)
    return None if told or not 2 <= len(words) <= _MOST_WORDS else position + len(title)


@cache
def _finite(lexicon: Lexicon) -> frozenset[str]:
    """Words that no title holds: verbs of headlines and of projects, past tenses that end a name, «som»."""
    does = {verb for verb in lexicon.words("projects.subject-verbs") if " " not in verb}
    past = {word for word in lexicon.words("projects.stop-words") if word.endswith(("de", "te")) and word != "inte"}
    return frozenset({*lexicon.words("projects.headline-verbs"), *does, *past, *lexicon.words("projects.as-joints")})


def _clause_end(text: str, position: int, limit: int, stops: frozenset[str], marks: str) -> int | None:
    piece = re.compile(r"[^.,;:()?!\n”“\"]{2,70}").match(text, position, limit)
    if piece is None or text[piece.end() : piece.end() + 1].strip() not in ("", *marks):
        return None
    words = piece.group().casefold().split()
    return position + len(piece.group().rstrip()) if 2 <= len(words) <= 6 and not stops & set(words) else None


def occurrences(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Start and end of each place where a name stands as whole words, in exactly these letters."""
    return ((start, start + len(name)) for start in standing(text, name))


def recurs(text: str, name: str, times: int = 2) -> bool:
    """Whether a name stands so many times in a text."""
    return sum(1 for _ in zip(range(times), standing(text, name), strict=False)) >= times


def in_line(text: str, name: str) -> bool:
    """Whether a name stands in a line with other words somewhere, and not only as a headline that is set twice."""
    for start, end in occurrences(text, name):
        before, behind = text[max(0, start - 1) : start], text[end : end + 1]
        if before not in ("", "\n") or behind not in ("", "\n"):
            return True
    return False


def is_common_start(word: str, lexicon: Lexicon) -> bool:
    """Whether a word begins sentences, not names: a pronoun, a preposition, «Projektet», «Kommunen»."""
    return word.strip(",.:;").casefold() in _common_starts(lexicon)


@cache
def _common_starts(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("projects.common-starts"))


def coordinated(text: str, position: int, unit: Unit, lexicon: Lexicon, rule: str) -> Iterator[Candidate]:
    """The further names of «projekten X, Y och Z», «delprojekten X respektive Y», «X (vatten), Y (ljud)», «X (2 mkr) och Ut on tour (1 mkr)», «X, led by A; Y, led by B»."""
    while joint := _next(text, position, unit):
        reach = extent(text, joint.end(), unit.end, lexicon)
        if reach is None:
            return
        end = first_of(text, reach)
        if not reach[2] and _BEHIND.match(text, position, unit.end):
            stops = frozenset(lexicon.words("projects.clause-words"))
            end = max(end, _clause_end(text, reach[0], unit.end, stops, "(") or 0)
        yield Candidate(reach[0], end, rule, 0.75)
        position = end + reach[2]


def _next(text: str, position: int, unit: Unit) -> re.Match[str] | None:
    """What joins the name that ends at a place to the next, over a bracket behind it, or over all that a semicolon ends."""
    bracket = _BEHIND.match(text, position, unit.end)
    position = bracket.end() if bracket else position
    return _JOINT.match(text, position, unit.end) or _PARTED.match(text, position, unit.end)


_BEHIND = re.compile(r"[”\"»]?\s\([^()\n]{2,90}\)")
_PARTED = re.compile(r",\s[^.;\n]{0,160};\s+(?:och\s|samt\s|and\s)?(?=[”“„‘’\"«A-ZÅÄÖ#@])")


def first_of(text: str, reach: tuple[int, int, bool]) -> int:
    """The end of the first of names that «och» joins: «Nya spår och Gröna rum», where several are told."""
    joint = None if reach[2] else re.search(r"\s(?:och|samt|and)\s(?=[A-ZÅÄÖ#@])", text[reach[0] : reach[1]])
    return reach[0] + joint.start() if joint else reach[1]


_JOINT = re.compile(r"\s*(?:,\s*(?:och|samt|and)?|och|samt|and|&|respektive)\s+(?=[”“„‘’\"«A-ZÅÄÖ#@])")


def ending_at(text: str, unit: Unit, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The longest name that ends at a place: «satsat på Öringens stig|, ett projekt»."""
    low = max(unit.start, end - 90)
    for match in _CAPITAL.finditer(text, low, end):
        start = match.start()
        if name_end(text, start, unit.end, lexicon) == end and not is_common_start(text[start:end].split()[0], lexicon):
            return start, end
    return None


_CAPITAL = re.compile(r"(?<![\w-])[A-ZÅÄÖÆØ#@]")


def without_owned(text: str, reach: tuple[int, int, bool], lexicon: Lexicon) -> int:
    """The end of a name before what it owns: «projektet Torneälvs rapport» is about «Torneälv», if the text has that name too."""
    owned = None if reach[2] else _GENITIVE.match(text, reach[0], reach[1])
    if owned is None or not recurs(text, owned.group(1), 1):
        return reach[1]
    thing = is_other_thing(text[owned.end() : reach[1]].split()[0], lexicon)
    called = any(text[max(0, at - 10) : at].casefold().endswith(_CALLED) for at in standing(text, owned.group(1)))
    return owned.end(1) if thing or called else reach[1]


def counts_things(before: str, lexicon: Lexicon) -> bool:
    """Whether words end in a number of things that a colon leads to: «deltar tre ESF-projekt: A, B och C»."""
    words = before.casefold().split()[-2:]
    return any(word.isdigit() or word in lexicon.words("projects.numbers") for word in words)


def ends_apposition(rest: str, lexicon: Lexicon) -> bool:
    """Whether a mark, or in Swedish the verb of what it gets, ends a name behind a comma: «Alfas projekt, Ponnyringen tilldelas 300 000 kronor»."""
    if rest[:2].strip()[:1] in ",.)(":
        return True
    gets = lexicon.regex(r"\s(?:<roles.receiver-verbs>)\s+(?:[a-zåäö]+\s+){0,2}\d")
    return lexicon.language == "sv" and gets.match(rest) is not None


_CALLED = ("projekt ", "projektet ", "project ")
_GENITIVE = re.compile(r"([^\W\d_][\w-]{2,30}?)(?:’s|'s|s)\s(?=[a-zåäö])")


def joined_before(lexicon: Lexicon) -> str:
    """A regex for what may stand before a noun in one word: Swedish joins words («miljöprojekt»), English with a hyphen («sub-project»)."""
    return r"\w*" if lexicon.language == "sv" else r"(?:\w+-)?"
