"""Names of projects known by what follows them or by their shape: before a verb, «, ett projekt», a period, in quotation marks, with a hash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from graphkit.facts.candidates import Candidate, ending_at, is_common_start, joined_before, occurrences, recurs
from graphkit.facts.extents import quoted_end
from graphkit.facts.reading import Unit
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind
from graphkit.text import slug

_DATE = r"(?:\d{1,2}[./]\d{1,2}[./])?(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?"
_DATED_LINE = re.compile(
    rf"([A-ZÅÄÖ#][^.:;!?()\d]{{3,60}}?),?\s\(?{_DATE}\s?[–-]\s?{_DATE}\)?(?:\s\([^()]*\)|,?\s(?:€\s?)?\d[\d\s.,]*(?:€|euro|kr|EUR|SEK))?$"
)
_YEARS = re.compile(r"\s\((?:19|20)\d\d\s?[–-]\s?(?:(?:19|20)\d\d)?\)")


def find_by_shape(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """The candidates of one unit that their own shape or the words after them give away."""
    yield from _hashed(text, unit)
    yield from _before_noun(text, unit, lexicon)
    for rule in (_apposed, _dated, _subjects, _quoted, _lower_case):
        yield from rule(text, unit, lexicon)


def _before_noun(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«the X project», «X-projektet», «det s k Björnprojektet»; not «the Swedish project owner», «Forskningsprojektet»."""
    if lexicon.language == "en":
        for match in _TITLED_ENGLISH.finditer(unit.text):
            if match.group(1).split()[0].casefold() not in lexicon.words("projects.plain-kinds"):
                yield Candidate(unit.start + match.start(1), unit.start + match.end(1), "project.noun-after", 0.75)
        for match in _BEFORE_ENGLISH.finditer(unit.text):
            start, end = unit.start + match.start(1), unit.start + match.end(1) - 1
            yield Candidate(start, end, "project.noun-after", 0.8)
            if short := _SHORT_BEFORE.search(unit.text[: match.start(1)]):  # «TOUR, the Two Rivers project»
                before = unit.start + short.start(1)
                yield Candidate(before, unit.start + short.end(1), "project.noun-after", 0.85, start)
    for match in _GLUED.finditer(unit.text):
        word = match.group()
        fund = slug(match.group(1)) in lexicon.words("projects.funds")
        if not fund and word.lower() not in text and _mid_sentence(text, word):
            yield Candidate(unit.start + match.start(), unit.start + match.end(), "project.noun-glued", 0.66)
    if head := _HYPHENED.match(unit.text) if unit.block.kind is BlockKind.HEADING else None:
        yield Candidate(unit.start, unit.start + head.end(), "project.noun-glued", 0.7)
    for match in _BEFORE_SWEDISH.finditer(unit.text):
        name = match.group(1).strip(" -")
        if (
            len(name) > 2
            and not is_common_start(name.split()[0], lexicon)
            and slug(name) not in lexicon.words("projects.funds")
            and match.group(1)[-1:] in "- "
        ):
            start = unit.start + match.start(1)
            yield Candidate(start, start + len(name), "project.noun-after", 0.55)


_GLUED = re.compile(r"(?<![\w-])([A-ZÅÄÖ][a-zåäöéü]{2,})(?:projektet|prosjektet)(?=s?(?!\w))")
_NO_OFFICE = r"(?!\s+(?:owners?|leaders?|managers?|partners?|team|office|period|coordinators?|staff))"
_WORD = r"[A-Z0-9#][\w&+:’'–-]*\s"
_BEFORE_ENGLISH = re.compile(
    rf"(?:\b[Tt]he |^(?=[A-Z]{{3,12}}\s[–—-]\s))"
    rf"({_WORD}(?:(?:(?:of|in|for|and|to|on|without|the|&|–|—|-)\s){{0,2}}{_WORD}){{0,8}})(?:project|initiative|pilot)\b"
    rf"{_NO_OFFICE}"
)
_TITLED_ENGLISH = re.compile(
    rf"\b[Tt]he ((?:{_WORD}(?:(?:of|in|for|and|to|on|the|&)\s){{0,2}}){{2,8}}(?:Project|Initiative))\b(?!\s[A-Z]|’|')"
)
"""«the Tallvik Water Supply Project»: a name whose last word says what it is."""
_SHORT_BEFORE = re.compile(r"\b([A-Z][A-Z\d-]{2,14}),\s[Tt]he\s$")
_HYPHENED = re.compile(r"[A-ZÅÄÖ][a-zåäö]{1,2}-(?:projektet|prosjektet)$")
"""A heading that is a short word and the noun: «Ni-projektet»."""
_BEFORE_SWEDISH = re.compile(r"(?<![\w.])((?:[A-ZÅÄÖ0-9#][\w&+]*[\s-]){1,4}?)-?(?:projektet|prosjektet)\b")


def _apposed(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«Just nu pågår X – y, ett projekt där …», «X – ett projekt för alla»: the name that ends at the comma or dash."""
    for match in _apposition_pattern(lexicon).finditer(unit.text):
        found = ending_at(text, unit, unit.start + match.start(), lexicon)
        if found:
            yield Candidate(*found, "project.apposed", 0.75)


@cache
def _apposition_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    kinds, sure = lexicon.alternation("projects.kinds"), lexicon.alternation("projects.sure-kinds")
    article = r"(?:ett|en|a|an|the|det)\s+(?:[\w-]+\s+){0,3}"
    return re.compile(
        rf"(?:(?:\s\([\w-]{{2,15}}\))?,\s+{article}{joined_before(lexicon)}(?:{kinds})|\s[–—-]\s(?:{article}|nytt\s|ny\s|new\s)\w*(?:{sure}))(?!\w)",
        re.IGNORECASE,
    )


def _dated(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«Nya fjällvägar (2019–2021)»: a name with its years; not «Anna Ek (1901–1987)», which is a person's."""
    line = _DATED_LINE.match(unit.text)
    if (
        line
        and unit.text == unit.block.text
        and len(line.group(1).split()) > 1
        and not is_common_start(line.group(1).split()[0], lexicon)
        and slug(line.group(1).split()[0]) not in lexicon.words("projects.funds")
    ):
        yield Candidate(unit.start, unit.start + line.end(1), "project.dated", 0.7)
    for match in _YEARS.finditer(unit.text):
        found = ending_at(text, unit, unit.start + match.start(), lexicon)
        words = text[slice(*found)].split() if found else []
        person = len(words) < 4 and all(word[:1].isupper() and word[1:].islower() for word in words)
        if found and (not person or lexicon.pattern("projects.kinds", "projects.several").search(unit.text)):
            yield Candidate(*found, "project.dated", 0.7)


def _hashed(text: str, unit: Unit) -> Iterator[Candidate]:
    """«#byarnavaknar»: a word behind a hash that stands more than once."""
    for match in _HASH.finditer(unit.text):
        if recurs(text, match.group()):
            yield Candidate(unit.start + match.start(), unit.start + match.end(), "project.hashed", 0.72)


_HASH = re.compile(r"(?<![\w&])#[^\W\d_]\w{3,30}")


def _subjects(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """A name at the head of a sentence before a verb that projects are the subject of: sure before «är ett projekt» or «bygger vidare på»."""
    match = _subject_pattern(lexicon).match(unit.text)
    if match is None or len(match.group(1).split()) > 10 or is_common_start(match.group(1).split()[0], lexicon):
        return
    name = match.group(1)
    rest = unit.text[match.end(1) :].lstrip('”"»')
    if _gets_for_project(lexicon).match(rest):
        return
    if unit.start == unit.block.start and _one_of_several(text[: unit.start], rest, lexicon) and " " in name:
        yield Candidate(unit.start + match.start(1), unit.start + match.end(1), "project.subject", 0.55)
        return
    strong = bool(_strong_pattern(lexicon).match(rest)) or rest.startswith(",")
    odd = name.isupper() and len(name) > 3 and name.count(" ") > 1
    start, end = unit.start + match.start(1), unit.start + match.end(1)
    if _is_called_project(lexicon).match(rest):
        yield Candidate(start, end, "project.called", 0.85)
    elif strong or odd or _mid_sentence(text, name):
        yield Candidate(start, end, "project.subject", 0.7 if strong or odd else 0.5)


@cache
def _gets_for_project(lexicon: Lexicon) -> re.Pattern[str]:
    """«får 40 000 kronor till projektet …», «fick stöd för sitt projekt …»: what bodies get, not projects."""
    verbs, nouns = lexicon.alternation("roles.receiver-verbs"), lexicon.alternation("projects.nouns")
    return re.compile(
        rf"\s+(?:{verbs})(?!\w)[^.;]{{0,120}}?\s(?:till|för|to|for)\s+(?:sitt\s|its\s|their\s)?(?:{nouns})(?!\w)",
        re.IGNORECASE,
    )


def _one_of_several(above: str, rest: str, lexicon: Lexicon) -> bool:
    """Whether a paragraph's first words are one of the projects that the page has counted: «tre samarbeten … Ren kust leds av …»."""
    return bool(_follow_pattern(lexicon).match(rest) and _counted_pattern(lexicon).search(above[-3000:]))


@cache
def _follow_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{lexicon.alternation('projects.one-of-several')})(?!\w)")


@cache
def _counted_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    number, several = lexicon.alternation("projects.numbers"), lexicon.alternation("projects.several")
    return re.compile(rf"(?<!\w)(?:{number}|\d{{1,2}})\s+(?:[\wÅÄÖåäö-]+\s+){{0,2}}?(?:{several})(?!\w)", re.IGNORECASE)


@cache
def _subject_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    verbs, kinds = lexicon.alternation("projects.subject-verbs"), lexicon.alternation("projects.kinds")
    name = r"[A-ZÅÄÖÆØ#@\d](?:[^.,;:?!\n]|:\s(?=[A-ZÅÄÖ])|(?<=\d)\.(?=\d)){1,80}?"
    being = rf"(?:är|var|blir|is|was)\s+(?:ett|en|det|den|a|an|the|one)\s+(?:[\w-]+\s+){{0,3}}{joined_before(lexicon)}(?:{kinds})(?:et|en|s)?(?!\w){_NO_OFFICE}"
    return re.compile(
        rf"[”“„‘’\"«]?({name})[”“’\"»]?(?:\s\([^()]{{2,60}}\))?(?:(?:,\s[^.,;]{{3,60}},)?\s+(?:(?:{verbs})(?!\w)|{being})|,\s[^.,;]{{3,60}}?\s{being})"
    )


@cache
def _strong_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    kinds, follows = lexicon.alternation("projects.kinds"), lexicon.alternation("projects.follows")
    being = rf"(?:är|var|is|was|blir)\s+(?:ett|en|det|den|a|an|the)\s+(?:[\w-]+\s+){{0,3}}{joined_before(lexicon)}(?:{kinds})(?:et|en)?(?!\w){_NO_OFFICE}"
    return re.compile(rf"\s*(?:{being}|(?:is\s+|är\s+)?(?:{follows})(?!\w))", re.IGNORECASE)


def _is_called_project(lexicon: Lexicon) -> re.Pattern[str]:
    """«är ett gemensamt projekt mellan», whatever the name is shaped like: «Campus Alfa»."""
    return lexicon.regex(_CALLED_PROJECT)


_CALLED_PROJECT = (
    r"\s(?:är|var|is|was)\s+(?:ett|an?)\s+(?:[\w-]+\s+){0,3}\w*(?:projekt|project)"
    rf"(?=\s+(?:<projects.called-tails>)(?!\w)|[.,]){_NO_OFFICE}"
)


@lru_cache(maxsize=1024)
def _mid_sentence(text: str, name: str) -> bool:
    """Whether a name stands with its capital inside a sentence or alone on a heading's line, so that it is no mere first word."""
    for start, end in occurrences(text, name):
        before = text[max(0, start - 2) : start]
        if len(before) == 2 and before[1].isspace() and (before[0].islower() or before[0] in ',”"'):
            return True
        if text[end : end + 2] == "\n\n" and before in ("", "\n\n"):
            return True
    return False


def _quoted(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """A name in quotation marks that stands elsewhere too: «Ur detta har ”Nya vägar” fötts»."""
    for mark in _OPENING_MARK.finditer(unit.text):
        reach = quoted_end(text, unit.start + mark.start(), unit.end)
        if reach is None:
            continue
        name = text[slice(*reach)]
        if len(name.split()) > 8 or name[-1] in ".,!?" or is_common_start(name, lexicon):
            continue
        if recurs(text, name):
            yield Candidate(reach[0], reach[1], "project.quoted", 0.68)
        elif (" " in name and _carried(unit.text[: mark.start()], lexicon) and _MONEY.search(unit.text)) or (
            " " in name and _said_to_be(unit.text[: mark.start()], lexicon)
        ):
            yield Candidate(reach[0], reach[1], "project.quoted", 0.62)
        elif " " in name and _quotes_several(text, lexicon):
            yield Candidate(reach[0], reach[1], "project.quoted", 0.56)


@lru_cache(maxsize=8)
def _quotes_several(text: str, lexicon: Lexicon) -> bool:
    """Whether a page that counts several projects has two names and more in quotation marks, none of them what somebody says."""
    names = {match.group(1) for match in _QUOTED_NAME.finditer(text) if len(match.group(1).split()) <= 8}
    return len(names) > 1 and _counted_pattern(lexicon).search(text) is not None


_QUOTED_NAME = re.compile(
    r"[”“„«\"]([A-ZÅÄÖ#\d][^”“„«»\"\n]{3,70}[^”“„«»\"\n.,!?])[”“»\"](?!\s*,?\s*(?:säger|says|said|menar))"
)


def _said_to_be(before: str, lexicon: Lexicon) -> bool:
    """Whether the words before quotation marks say that a project is called so: «Another initiative in Moldova in 2021 was ”Keep it tidy”»."""
    return bool(
        lexicon.regex(
            r"(?<![\w-])\w*(?:<projects.sure-kinds>)\w{0,2}(?:\s[\w-]+){0,6}?\s(?:<projects.being-named>)\s+$",
            re.IGNORECASE,
        ).search(before[-90:])
    )


def _carried(before: str, lexicon: Lexicon) -> bool:
    """Whether the words before quotation marks tell of something done or paid: «får 200 000 kronor för att driva ”Ny mark”»."""
    return bool(lexicon.regex(r"\b(?:<projects.carries>)\s+$", re.IGNORECASE).search(before))


_MONEY = re.compile(
    r"\d\s*(?:kr\b|kronor|mkr|mnkr|tkr|euro|€|miljon|million|SEK|EUR)|(?:€|EUR|SEK)\s?\d", re.IGNORECASE
)
_OPENING_MARK = re.compile(r"[”“„‘’\"«](?=[A-ZÅÄÖ#@\d])")


def _lower_case(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """A name that keeps its small first letter at the head of a sentence, before a verb, and stands elsewhere too: «myr i nöd räddar …»."""
    if unit.block.kind in (BlockKind.LIST_ITEM, BlockKind.PAIR) or not unit.text[:1].islower():
        return
    words = unit.text.split(maxsplit=7)
    if is_common_start(words[0], lexicon) or words[0] in lexicon.words("projects.stop-words"):
        return
    verbs = (*lexicon.words("projects.headline-verbs"), *lexicon.words("projects.stop-words"))
    for length in range(min(6, len(words) - 1), 1, -1):
        name = " ".join(words[:length])
        if words[length] in verbs and unit.text.startswith(name) and recurs(text, name):
            yield Candidate(unit.start, unit.start + len(name), "project.lower-case", 0.65)
            return
