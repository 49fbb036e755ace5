"""Names that the words around them say are a project's: «”X”. Det är namnet på …», «X heter projektet», «vad X går ut på», «satsningar som X»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graphkit.facts.candidates import (
    Candidate,
    coordinated,
    ending_at,
    extent,
    first_of,
    is_common_start,
    joined_before,
    recurs,
)
from graphkit.facts.reading import Unit
from graphkit.lexicon import Lexicon

_LONGEST = 8
_NAME = r"(?=[”“„‘’\"«A-ZÅÄÖÆØ#@\d])"
_MARKS = "”“„‘’\"«»'"
_QUOTED = re.compile(r"[”“„‘\"«]([^”“„\"«»\n]{3,70})[”“’\"»][.!]?\s*$")
_SENTENCE = re.compile(r"(?:^|\n|[.!?:]\s+)([^.!?:\n]{3,70})[.!]?\s*$")


def find_announced(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """The candidates of one unit that a whole phrase announces."""
    for rule in (_is_the_name, _of_sentence_before, _the_gist, _such_as, _ranked, _with_owner):
        yield from rule(text, unit, lexicon)


def _is_the_name(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«Rötter och kronor är namnet på ett nytt projekt», «Läslyft på landet heter projektet som …»."""
    for match in _name_of(lexicon).finditer(unit.text):
        end = unit.start + match.start()
        aside = match.group().lstrip(_MARKS).startswith(",") and match["aside"]
        found = ending_at(text, unit, end, lexicon) if aside else _backward(text, unit, end, lexicon)
        if found:
            yield Candidate(*found, "project.announced", 0.72)


@cache
def _name_of(lexicon: Lexicon) -> re.Pattern[str]:
    kinds = rf"(?:[\w-]+\s+){{0,4}}?\w*(?:{lexicon.alternation('projects.sure-kinds')})(?!\w)"
    being, names = lexicon.alternation("projects.being"), lexicon.alternation("projects.name-nouns")
    one, called = lexicon.alternation("projects.the-one"), lexicon.alternation("projects.is-called")
    return re.compile(
        rf"[”“’\"»]?,\s+(?P<aside>som|as)\s+(?:{one})\s+(?:{called})(?!\w)"
        rf"|[”“’\"»]?,?\s+(?:(?:{being})\s+(?:{names})|(?:{lexicon.alternation('projects.naming-back')}))\s+{kinds}(?!\s+{_NAME})"
    )


def _backward(text: str, unit: Unit, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The name that ends at a place: in quotation marks, or the sentence's head, or its longest name."""
    ahead = unit.text[: end - unit.start]
    quoted = _QUOTED.search(ahead + unit.text[end - unit.start : end - unit.start + 1])
    if quoted:
        return unit.start + quoted.start(1), unit.start + quoted.end(1)
    bare = ahead.lstrip(_MARKS + " ")
    words = bare.split()
    if not words or is_common_start(words[0], lexicon) or "," in bare or len(words) > _LONGEST:
        return ending_at(text, unit, end, lexicon)
    start = end - len(bare)
    return (start, end) if bare[:1].isupper() or bare[:1] in "#@" or bare[:1].isdigit() else None


def _of_sentence_before(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«”Torra väggar”. Det är namnet på ett nytt projekt», «Läslyft på landet. Så heter satsningen»: the sentence before is the name."""
    if not _that_is(lexicon).match(unit.text):
        return
    before = text[max(0, unit.start - 120) : unit.start]
    match = _QUOTED.search(before) or _SENTENCE.search(before)
    words = match.group(1).split() if match else []
    if match and words and len(words) <= _LONGEST and words[0][:1].isupper() and not is_common_start(words[0], lexicon):
        first = unit.start - len(before)
        yield Candidate(first + match.start(1), first + match.end(1), "project.announced", 0.72)


@cache
def _that_is(lexicon: Lexicon) -> re.Pattern[str]:
    kinds = rf"(?:[\w-]+\s+){{0,4}}?\w*(?:{lexicon.alternation('projects.sure-kinds')})(?!\w)"
    return re.compile(rf"(?:{lexicon.alternation('projects.that-is-named')})\s+{kinds}", re.IGNORECASE)


def _the_gist(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«för att höra vad Näver & tjära går ut på»: a name of several words, or one that the page takes up, before what it is about."""
    for match in _gist(lexicon).finditer(unit.text):
        found = ending_at(text, unit, unit.start + match.start(), lexicon)
        name = text[slice(*found)] if found else ""
        phrase = any(word[:1].islower() or not word.isalpha() for word in name.split()[1:])
        if found and found[0] > unit.start and (phrase or recurs(text, name)):
            yield Candidate(*found, "project.gist", 0.6)


@cache
def _gist(lexicon: Lexicon) -> re.Pattern[str]:
    being, kinds = lexicon.alternation("projects.being"), lexicon.alternation("projects.sure-kinds")
    kind = rf"(?:{being})\s+(?:ett|en|a|an)\s+(?:[\w-]+\s+){{0,3}}?{joined_before(lexicon)}(?:{kinds})"
    return re.compile(rf"[”“’\"»]?\s+(?:(?:{lexicon.alternation('projects.gist-verbs')})|{kind})(?!\w)")


def _such_as(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«treåriga satsningar som Läxbussen i byn, säger hon»: an example of projects, where no verb makes it a clause."""
    for cue in _like(lexicon).finditer(unit.text):
        reach = extent(text, unit.start + cue.end(), unit.end, lexicon)
        if reach is None:
            continue
        end = first_of(text, reach)
        found = [Candidate(reach[0], end, "project.such-as", 0.6)]
        found += coordinated(text, end + reach[2], unit, lexicon, "project.such-as")
        behind = text[found[-1].end :].lstrip(_MARKS)[:1]
        if reach[2] or behind in ("", ".", ",", ";", "\n", ")", "–"):
            yield from found


@cache
def _like(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?i:(?<!\w)[\w-]*(?:{lexicon.alternation('projects.such-as')}))\s+{_NAME}")


def _ranked(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«Det andra kustprojektet är X», «Störst av de nya är X, som …», «Dessa är X och Y»: one of the projects that the page counts."""
    for match in _rank(lexicon).finditer(unit.text):
        if match["noun"] is None and not lexicon.pattern("projects.plurals").search(_above(text, unit, match.start())):
            continue
        reach = extent(text, unit.start + match.end(), unit.end, lexicon)
        if reach is None or is_common_start(text[reach[0] : reach[1]].split()[0], lexicon):
            continue
        end = first_of(text, reach) if match["all"] else reach[1]
        yield Candidate(reach[0], end, "project.ranked", 0.7)
        if match["all"]:
            yield from coordinated(text, end + reach[2], unit, lexicon, "project.ranked")


def _with_owner(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«Rena åar med Alfa kommun som projektägare får 2 miljoner kronor»: what stands before its owner, at a sentence's head."""
    match = lexicon.regex(
        r"([A-ZÅÄÖÆØ#@][^.,;:!?\n]{2,70}?)\s(?:med|with)\s[A-ZÅÄÖÆØ][^.,;:!?\n]{2,60}?\s(?:som|as)\s(?:<roles.owner-apposition>)(?!\w)"
    ).match(text, unit.start, unit.end)
    if match and len(match[1].split()) <= _LONGEST and not is_common_start(match[1].split()[0], lexicon):
        yield Candidate(unit.start, match.end(1), "project.with-owner", 0.68)


def _above(text: str, unit: Unit, position: int) -> str:
    return text[max(0, unit.start - 400) : unit.start + position]


@cache
def _rank(lexicon: Lexicon) -> re.Pattern[str]:
    ordinals, ranks = lexicon.alternation("projects.ordinals"), lexicon.alternation("projects.ranks")
    every, nouns = lexicon.alternation("projects.all-of-them"), lexicon.alternation("projects.compound-nouns")
    being = lexicon.alternation("projects.being-named")
    told = rf"(?:{ordinals})\s+(?:[\w-]+\s+)?(?P<noun>[\w-]*(?:{nouns}))(?:,[^.:;]{{3,90}}?)??"
    rank = rf"(?:{ranks})(?:\s+(?:av|bland|of|among)\s+(?:[\w-]+\s+){{0,2}}?[\w-]+)?"
    return re.compile(rf"(?i:(?<!\w)(?:{told}|(?P<all>{every})|{rank})\s+(?:{being})\s+){_NAME}")
