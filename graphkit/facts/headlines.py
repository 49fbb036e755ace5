"""Titles and headings that name projects."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graphkit.facts.candidates import Candidate, in_line, is_common_start, occurrences, plain, recurs, stripped
from graphkit.facts.coined import is_verbless
from graphkit.facts.extents import standing
from graphkit.facts.heads import HEADS, MONEY, find_repeated, is_generic, may_name
from graphkit.facts.labels import label_kind
from graphkit.facts.reading import Unit
from graphkit.facts.records import BOX_LABELS, Record, record_head
from graphkit.facts.sections import find_boxed, find_sections
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind

ELSEWHERE = frozenset(
    f"project.{rule}"
    for rule in (
        "followed",
        "succeeded",
        "related",
        "decided",
        "under-way",
        "after-money",
        "umbrella",
        "taken-part",
        "dated",
    )
)
"""Rules that see other projects than the page's own."""
_COMMON_NOUN = re.compile(r"[a-zåäö]*(?:projekt|insats|satsning|project|initiative)(?!\w*[A-ZÅÄÖ])\w*\b")
"""What is no name behind «Finansiering av»: «utvecklingsprojekt i länet»."""
_SETTLED = frozenset(
    f"project.{rule}"
    for rule in ("label", "short-label", "column", "heading-cue", "heading", "boxed", "fact-heading", "section")
)
"""Rules whose names leave the title nothing to name."""


def after_heading_cue(unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«§ 58 Ansökan om projektmedel: X», «Medfinansiering av X»: the name behind what a decision's heading is about."""
    cue = lexicon.regex(
        r"(?:§\s*\d+\s*|\d+\s*§+\s*|\d+[.)]\s*|[a-z]\)\s*)?(?:[\w ]{0,30}?)\b(?:<projects.heading-cues>)(?:\s*[,:–-]\s*|\s+(?=[”“\"]))(?=\S)",
        re.IGNORECASE,
    ).match(unit.text)
    if cue is None:
        cue = lexicon.regex(
            r"(?:§\s*\d+\s*|\d+\s*§+\s*|\d+[.)]\s*)?(?:<projects.heading-prepositions>)\s+(?=(?-i:[A-ZÅÄÖ#”“\"])|(?:<projects.nouns>)\s)",
            re.IGNORECASE,
        ).match(unit.text)
    if cue:
        start, end = stripped(unit.text, cue.end(), len(unit.text), lexicon)
        noun = lexicon.regex(r"(?:<projects.nouns>)\s+(?=[”“„‘’\"«A-ZÅÄÖ#@\d])", re.IGNORECASE).match(
            unit.text[start:end]
        )
        if noun:
            bare = start + noun.end()
            start, end = (bare, end) if unit.text[bare].isdigit() else stripped(unit.text, bare, end, lexicon)
        if 2 < end - start <= 110 and not _COMMON_NOUN.match(unit.text, start):
            yield Candidate(unit.start + start, unit.start + end, "project.heading-cue", 0.85)


def find_headlines(
    text: str, units: Sequence[Unit], records: Sequence[Record], lexicon: Lexicon, found: Sequence[Candidate]
) -> Iterator[Candidate]:
    """A title or heading that names a project: because the text takes it up as a name, or because its section or box speaks of one."""
    known = {plain(text[c.start : c.end]) for c in found}
    taken: set[int] = set()
    up: list[Candidate] = []
    repeated = find_repeated(units)
    for index, unit in enumerate(units):
        if unit.block.kind not in HEADS or index in repeated:
            continue
        if may_name(unit, lexicon):
            candidates = _taken_up(text, unit, lexicon, known)
        else:
            candidates = _before_verb(text, unit, lexicon)
        for candidate in candidates:
            taken.add(unit.start)
            up.append(candidate)
    yield from up
    boxed = list(find_boxed(text, units, records, lexicon, found))
    yield from boxed
    starts = sorted(c.start for c in boxed)
    taken |= {unit.start for unit in units if bisect_left(starts, unit.start) < bisect_left(starts, unit.end)}
    yield from find_sections(text, units, records, lexicon, [*found, *up], frozenset(taken))


def _goes_on(units: Sequence[Unit], lexicon: Lexicon) -> bool:
    """Whether three sentences and more tell of «projektet» without a «ska» or «kan», and none tells how to apply."""
    one = lexicon.regex(r"(?<![\w-])(?:<projects.the-one>)(?!\w)", re.IGNORECASE)
    modals, calls = lexicon.pattern("projects.modals"), lexicon.pattern("pages.calls")
    told = [u.text for u in units if u.block.kind not in HEADS and one.search(u.text) and not modals.search(u.text)]
    return len(told) > 2 and not any(calls.search(unit.text) for unit in units)


_DAY = re.compile(r"(?:\d{1,2}\s[a-zA-Z]{3,9}\.?,?\s(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?:\s\d\d[:.]\d\d)?")


def find_title(
    text: str, units: Sequence[Unit], records: Sequence[Record], lexicon: Lexicon, found: Sequence[Candidate]
) -> Iterator[Candidate]:
    """The page's title, where a fact box or «projektet» speaks of a project that nothing before the box names."""
    title = record_head(units, records, lexicon) or _opening_line(units, lexicon)
    if title is None:
        return
    told = [
        u for u in units if u.block.kind is BlockKind.PAIR and label_kind(u.block.cells[0].text, lexicon) in BOX_LABELS
    ]
    labels = {label_kind(u.block.cells[0].text, lexicon) for u in told}
    own = [c for c in found if c.rule not in ELSEWHERE]
    boxed = len(labels) >= 2 and not any(
        c.rule in _SETTLED or text.find(text[c.start : c.end]) < told[0].start for c in own
    )
    if any(_DAY.fullmatch(below.text) and head.block.kind is BlockKind.HEADING for head, below in pairwise(units)):
        return  # a page of news
    on_it = [u.text for u in units if lexicon.pattern("projects.anaphora").search(u.text)]
    proof = lexicon.pattern("roles.owner-nouns", "roles.owner-passives", "roles.funder-passives", "projects.running")
    spoken = not own and len(on_it) > 1 and any(MONEY.search(line) or proof.search(line) for line in on_it)
    spoken = spoken or (not own and _goes_on(units, lexicon))
    start, end = stripped(title.text, 0, len(title.text), lexicon)
    short = next((title.text[a:b] for a, b, cut in parts(title.text, start, end) if cut), "")
    again = bool(labels) and len(short) > 3 and recurs(text, short) and not any(c.rule in _SETTLED for c in own)
    if boxed or spoken or again:
        yield Candidate(title.start + start, title.start + end, "project.title", 0.6)


def _opening_line(units: Sequence[Unit], lexicon: Lexicon) -> Unit | None:
    """A page's first line where it is no sentence for all its full stop: «Renare vatten i åar utmed kusten.»"""
    first = next(iter(units), None)
    if first is None or first.block.kind is not BlockKind.PARAGRAPH or first.text != first.block.text:
        return None
    words = first.text.split()
    whole = first.text.count(".") == 1 and first.text.endswith(".") and 3 <= len(words) <= 20
    return first if whole and is_verbless(first.text, lexicon) and not is_generic(first.text, lexicon) else None


def _before_verb(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«Byar i samklang får EU-pengar»: what stands before a headline's verb, if the text takes it up and it is no person's name."""
    verbs = lexicon.words("projects.headline-verbs")
    words = unit.text.split(maxsplit=9)
    cut = next((i for i, word in enumerate(words) if i and word in verbs), 0)
    name = " ".join(words[:cut])
    if not name or ":" in name or is_common_start(words[0], lexicon) or not unit.text.startswith(name):
        return
    if words[cut - 1] in lexicon.words("projects.clause-words"):
        return
    odd = any(char.isupper() or char.isdigit() or char == "#" for char in name[1:].split(" ")[0])
    plain_words = cut > 1 and not all(word[:1].isupper() for word in words[:cut])
    if (odd or plain_words or name.startswith("#")) and recurs(text, name):
        yield Candidate(unit.start, unit.start + len(name), "project.headline", 0.7)


def _taken_up(text: str, unit: Unit, lexicon: Lexicon, known: set[str]) -> Iterator[Candidate]:
    start, end = stripped(unit.text, 0, len(unit.text), lexicon)
    if start >= end:
        return
    for first, last, short in parts(unit.text, start, end):
        name = unit.text[first:last]
        about = first == start > 0 and not short and name[:1].isupper() and _stands_inside(text, name)
        if plain(name) in known or about or _stands_below(text, name, short) or _is_titled(text, name, unit):
            yield Candidate(
                unit.start + start, unit.start + end, "project.heading", 0.85 if plain(name) in known else 0.8
            )
            return


def _stands_inside(text: str, name: str) -> bool:
    """Whether a name keeps its capital inside a sentence: «har granskat Ringleden och»."""
    return any(re.search(r"[a-zåäöé,] $", text[max(0, start - 2) : start]) for start, _ in occurrences(text, name))


def _is_titled(text: str, name: str, unit: Unit) -> bool:
    """Whether a page's title is one word that no line has in lower case, and that sentences take up again: «Randfolk», «I Randfolk tar …»."""
    first = unit.block.kind is BlockKind.TITLE and " " not in name and name[:1].isupper() and len(name) > 3
    return first and recurs(text, name, 3) and not standing(text, name.casefold()) and bool(_IN_TITLED.search(text))


_IN_TITLED = re.compile(r"\b(?:projekt|project|prosjekt)", re.IGNORECASE)


def _stands_below(text: str, name: str, short: bool) -> bool:
    """Whether a heading, or its first part, stands elsewhere in the text as a name; a person's name and a lone common word do not count."""
    words = name.split()
    if len(name) < 3 or (not short and len(words) < 2):
        return False
    if all(word[:1].isupper() and word[1:].islower() for word in words) and len(words) <= 3 and not short:
        return False
    if not short and not in_line(text, name):
        return False
    return recurs(text, name, 3 if short else 2) and (name.isupper() or words[-1][:1].isupper() or len(words) > 1)


def parts(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """A heading, then what stands before its dash, colon, bracket or comma: «ÖBN – öppna data», «ICEBELT: Clean Urban Snow»."""
    yield start, end, False
    for cut in re.finditer(r"\s[–—-]\s|:\s|\s\(|,\s", text[start:end]):
        yield start, start + cut.start(), True
