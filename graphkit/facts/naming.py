"""Names of projects that words before them promise: «projektet X», «heter X», «ja till X», «85 000 kronor till X», «partner i X, som …»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graphkit.facts.candidates import (
    Candidate,
    clause,
    coordinated,
    counts_things,
    ends_apposition,
    extent,
    first_of,
    is_common_start,
    joined_before,
    recurs,
    without_owned,
)
from graphkit.facts.reading import Unit
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind
from graphkit.wordpatterns import WordPattern

_NAME_FIRST = r"[”“„‘’\"«»#@\d]|[A-ZÅÄÖÆØ]|\w[A-ZÅÄÖ]"
_CUES = (
    ("projects.naming", "project.named", 0.75),
    ("projects.follows", "project.followed", 0.72),
    ("projects.succeeded", "project.succeeded", 0.7),
    ("projects.said-yes", "project.decided", 0.6),
    ("projects.said-no", "project.decided", 0.6),
    ("projects.under-way", "project.under-way", 0.55),
)
_HEADS = (BlockKind.HEADING, BlockKind.TITLE)


def find_after_words(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """The candidates of one unit that the words before them promise."""
    for rule in (_after_noun, _after_cue, _in_list, _in_frame, _taken_part_in, _after_money):
        yield from rule(text, unit, lexicon)
    yield from _ordinal(unit, lexicon)
    yield from _in_commas(text, unit, lexicon)


def _after_noun(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«projektet X», «landsbygdssatsningen X», «projektet och kontoret X», «projekten X och Y»."""
    for cue in _noun_pattern(lexicon).finditer(unit.text):
        start = unit.start + cue.end()
        if not _begins_name(text, start) or _is_label_line(unit.text, cue):
            continue
        before = unit.text[: cue.start()].rstrip()
        oblique = before.endswith((" till", " för", " av", " om", " to", " for", " of"))
        reach = extent(text, start, unit.end, lexicon, whole=oblique)
        if reach is None or text[reach[0] : reach[1]].split()[0].casefold() in lexicon.words("projects.anaphora"):
            continue
        noun = cue.group().strip(" :,(").casefold().split()[0]
        several = noun in lexicon.words("projects.plural-nouns") or (
            re.search("[:;]", cue.group()) and counts_things(before, lexicon)
        )
        end = first_of(text, reach) if several else without_owned(text, reach, lexicon)
        if not several and not reach[2] and (row := _ROW_OF_NOUNS.match(text, end, unit.end)):
            end = row.end()
        rest = text[end + reach[2] : unit.end]
        if ":" in cue.group() and not several and before.endswith((" i", " in")):
            continue  # «Kontaktpersoner i projektet: Eva Ek Bo Al»
        if "," in cue.group() and not several and not ends_apposition(rest, lexicon):
            continue  # «In the 2 million project, Sweden’s share is …»
        if "(" in cue.group() and not (several and text[end : end + 1] == ","):
            continue  # «earlier projects (Alfa and Beta)», not «projektet (etapp 2)», «projects (PDF)»
        phrase = cue.group().strip(" :,(").casefold()
        own = lexicon.regex(r"(?:<projects.the-one>)(?!\w)(?!\s+[”“„«\"])", re.IGNORECASE).match(unit.text)
        beside = own is not None and cue.start() > own.end() and not lexicon.pattern("projects.naming").search(before)
        related = (
            beside or bool({noun, phrase} & {*lexicon.words("projects.related-nouns")}) or _follows_on(before, lexicon)
        )
        apposed = "," in cue.group() and rest[:2].strip()[:1] in ",.)("
        rule = "project.related" if related else "project.in-commas" if apposed else "project.noun-before"
        yield Candidate(reach[0], end, rule, 0.9 if reach[2] else 0.8 if apposed else 0.85)
        if several:
            yield from coordinated(text, end + reach[2], unit, lexicon, rule)


_ROW_OF_NOUNS = re.compile(
    r",\s(?!(?:och|samt|and|som|där|men|med|ett|en|den|det)\s)[a-zåäö]{3,}\s(?:och|and|&)\s[a-zåäö]{3,}(?=[.,;:]|\s(?:som|which|that)\s|$)"
)
"""«Mark, mylla och maskar»: two more words without a capital, behind the comma of a name's first."""


def _is_label_line(text: str, cue: re.Match[str]) -> bool:
    """Whether a noun ends a short line of its own, so that what stands on the next line is no name of it: «Research project», «A hundred years …»."""
    line = text[text.rfind("\n", 0, cue.start()) + 1 : cue.end()]
    return (
        "\n" in line.strip(" ") and len(line.strip()) < _SHORT_LINE and text[cue.end() : cue.end() + 1] not in '”“„‘’"«'
    )


_SHORT_LINE = 40


def _follows_on(before: str, lexicon: Lexicon) -> bool:
    """Whether a noun stands in what is told of an earlier or larger project: «bygger vidare på projektet X»."""
    cues = [m.end() for m in lexicon.pattern("projects.follows", "projects.part-of").finditer(before[-60:])]
    if _EARLIER.search(before):
        return True
    return bool(cues) and len(before[-60:]) - cues[-1] <= 14


_EARLIER = re.compile(
    r"\b(?:earlier|previous|former|preceding|tidigare|förra|föregående|förutvarande)(?:\s\w+){0,2}$", re.IGNORECASE
)


@cache
def _noun_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    nouns, ends = lexicon.alternation("projects.nouns"), lexicon.alternation("projects.compound-nouns")
    return re.compile(
        rf"(?i:(?:(?<!\w)(?:\w+-)?(?:{nouns})|(?<=\w)(?:{ends}))(?:\s+(?:och|and)\s+\w+)?[:;,]?\s+\(?"
        rf"(?:med namnet\s+|kallat\s+|kallad\s+|called\s+|named\s+)?)(?={_NAME_FIRST})"
    )


def _begins_name(text: str, start: int) -> bool:
    first = text[start : start + 1]
    if first.isdigit():
        return not re.match(r"\d+\s|\d{4}", text[start : start + 6])
    return first.isupper() or first in '”“„‘’"«»#@' or text[start + 1 : start + 2].isupper()


def _after_cue(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«heter X», «bygger vidare på X», «nej till X», «nu pågår X»."""
    for group, rule, score in _CUES:
        for cue in _cue_pattern(group, lexicon).finditer(unit.text):
            start = unit.start + cue.end()
            naming = group == "projects.naming"
            if naming and _names_another(unit.text[: cue.start()], lexicon):
                continue
            reach = extent(text, start, unit.end, lexicon)
            if reach is None:
                continue
            begin, end = reach[0], reach[1]
            if naming and not reach[2] and cue.group(1).casefold() in lexicon.words("projects.naming-strict"):
                longer = clause(text, begin, unit.end, lexicon)
                end = max(end, longer[1]) if longer else end
            words = text[begin:end].split()
            if not is_common_start(words[0], lexicon) or (naming and len(words) > 2):
                yield Candidate(begin, end, rule, score)


@cache
def _cue_pattern(group: str, lexicon: Lexicon) -> WordPattern:
    return WordPattern(
        rf"({lexicon.alternation(group)}),?\s+(?:där\s+|det\s+för\s+|det\s+|för\s+|the\s+)?(?:projektet\s+|förstudien\s+|satsningen\s+)?",
        lexicon.longest_first(group),
    )


_BETWEEN = ("som", "which", "who", "is", "was", "för", "for", "of")


def _names_another(before: str, lexicon: Lexicon) -> bool:
    """Whether what bears the name is no project: «Projektledaren heter», «föreningen, som kallas», «rapporten för 2020 heter»."""
    words = re.findall(r"\w+", before[-40:])
    while words and (words[-1].isdigit() or words[-1].casefold() in _BETWEEN):
        words.pop()
    return " ".join(words).casefold().endswith(lexicon.words("projects.other-bearers"))


def _ordinal(unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«Det tredje projektet är skärgård för alla, där …»: also a name without a capital."""
    match = _ordinal_pattern(lexicon).search(unit.text)
    if (
        match
        and len(match.group(1).split()) <= 7
        and match.group(1).split()[0].casefold() not in lexicon.words("projects.clause-words")
    ):
        yield Candidate(unit.start + match.start(1), unit.start + match.end(1), "project.ordinal", 0.65)


@cache
def _ordinal_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{lexicon.alternation('projects.ordinals')})\s+(?:projektet|project)\s+(?:är|is)\s+([^.,;()]{{3,50}}?)(?=[,.]|\s(?:som|which|that)\s)",
        re.IGNORECASE,
    )


def _in_commas(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«Det ena, Trygg i byn, ska …», «Ett annat projekt i länet, SJÖKLART, fick …»."""
    for cue in _comma_pattern(lexicon).finditer(unit.text):
        reach = extent(text, unit.start + cue.end(), unit.end, lexicon)
        if reach and text[reach[1] + reach[2] : reach[1] + reach[2] + 1] == ",":
            yield Candidate(reach[0], reach[1], "project.in-commas", 0.68)


@cache
def _comma_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    ones, kinds = lexicon.alternation("projects.ones"), lexicon.alternation("projects.kinds")
    kind = (
        rf"(?:annat|nytt|tidigare|another|new|earlier)\s+{joined_before(lexicon)}(?:{kinds})(?:\s+[\wÅÄÖåäö]+){{0,4}}"
    )
    own = rf"(?:ett|en|a|an|the)\s+(?:[\wåäö-]+\s+){{0,3}}?{joined_before(lexicon)}(?:{kinds})"
    return re.compile(rf"(?<!\w)(?i:{ones}|{kind}|{own}),\s+(?=[”“„‘’\"«A-ZÅÄÖ#@])")


def _in_list(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«Bland projekten finns bland andra X och Y, som …», «två beviljade projekt är X och Y»."""
    for cue in _list_pattern(lexicon).finditer(unit.text):
        reach = extent(text, unit.start + cue.end(), unit.end, lexicon)
        if reach and not is_common_start(text[reach[0] : reach[1]].split()[0], lexicon):
            first = first_of(text, reach)
            yield Candidate(reach[0], first, "project.listed", 0.72)
            yield from coordinated(text, first + reach[2], unit, lexicon, "project.listed")


@cache
def _list_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    cues, fillers = lexicon.alternation("projects.list-cues"), lexicon.alternation("projects.list-fillers")
    return re.compile(rf"(?i:(?<!\w)\w*(?:{cues})(?:\s+(?:{fillers}))?:?\s+)(?=[”“„‘’\"«A-ZÅÄÖ#@])")


def _in_frame(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«ingår i länets stora satsning X», «ett av sex inom Region Alfas program X»: what the project belongs to."""
    for cue in _frame_pattern(lexicon).finditer(unit.text):
        reach = extent(text, unit.start + cue.end(), unit.end, lexicon)
        if reach and (reach[2] or len(text[reach[0] : reach[1]].split()) > 1):
            yield Candidate(reach[0], reach[1], "project.umbrella", 0.72)


@cache
def _frame_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    frames, nouns = lexicon.alternation("projects.part-of-frames"), lexicon.alternation("projects.umbrella")
    genitive = r"(?:[\wÅÄÖ-]+\s+){0,3}?[\w-]+s\s+(?:[\w-]+\s+){0,2}?"
    return re.compile(rf"(?<!\w)(?i:{frames})\s+{genitive}(?:{nouns})\s+(?=[”“„‘’\"«A-ZÅÄÖ#@])")


def _taken_part_in(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«partner i X, som Y leder»: a name of several words, or with odd letters, that a relative clause explains."""
    for cue in _taker_pattern(lexicon).finditer(unit.text):
        reach = extent(text, unit.start + cue.end(), unit.end, lexicon)
        if reach and _is_explained(text, reach[1] + reach[2], unit, lexicon):
            name = text[reach[0] : reach[1]]
            if len(name.split()) > 1 or any(char.isupper() or char.isdigit() for char in name[1:]):
                yield Candidate(reach[0], reach[1], "project.taken-part", 0.65)


@cache
def _taker_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{lexicon.alternation('projects.part-takers')})\s+(?=[”“„‘’\"«A-ZÅÄÖ#@])")


def _is_explained(text: str, position: int, unit: Unit, lexicon: Lexicon) -> bool:
    return bool(_relative_pattern(lexicon).match(text, position, unit.end))


@cache
def _relative_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"[”\"»]?,\s+(?:{lexicon.alternation('projects.relative-words')})(?!\w)", re.IGNORECASE)


def _after_money(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«85 000 kr till X»: what money goes to, where its name is more than a place's: two words, odd letters, or a clause that explains it."""
    if unit.block.kind in _HEADS:
        return
    for cue in _money_pattern(lexicon).finditer(unit.text):
        reach = extent(text, unit.start + cue.end(), unit.end, lexicon, whole=True)
        if reach is None or is_common_start(text[reach[0] : reach[1]].split()[0], lexicon):
            continue
        name = text[reach[0] : reach[1]]
        odd = any(char.isupper() or char.isdigit() for char in name[1:].split(" ")[0])
        explained = _is_explained(text, reach[1] + reach[2], unit, lexicon)
        to = cue.group(1).casefold() in ("till", "to")
        sure = explained or (to and (reach[2] or odd or len(name.split()) > 1 or recurs(text, name)))
        if sure and not _is_body(name, lexicon):
            yield Candidate(reach[0], reach[1], "project.after-money", 0.55)


@cache
def _money_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    words, small = lexicon.alternation("projects.money-words"), lexicon.alternation("projects.money-prepositions")
    goes = lexicon.alternation("projects.money-goes")
    return re.compile(rf"(?<!\w)(?:{words})(?:,?\s+(?:{goes}))?\s+({small})\s+(?=[”“„‘’\"«A-ZÅÄÖÆØ#@])")


def _is_body(name: str, lexicon: Lexicon) -> bool:
    """Whether a word of the name is a body's: «Byns idrottsförening», «Stiftelsen Fyren», «Fjällbolaget AB»."""
    words = {word.casefold() for word in name.split()}
    return bool(words & _body_words(lexicon)) or any(word.endswith(_body_endings(lexicon)) for word in words)


@cache
def _body_endings(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(sorted(word for word in _body_words(lexicon) if len(word) > 5))


@cache
def _body_words(lexicon: Lexicon) -> frozenset[str]:
    groups = ("actors.heads", "actors.tails", "actors.legal", "actors.endings", "actors.anaphors")
    return frozenset(word.casefold() for group in groups for word in lexicon.maps.get(group, {}))
