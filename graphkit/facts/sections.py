"""Sections that tell of one project each: their headings, and the lines above fact boxes, are its name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from graphkit.facts.candidates import Candidate, is_common_start, joined_before, recurs, stripped
from graphkit.facts.heads import HEADS, may_name
from graphkit.facts.labels import label_kind
from graphkit.facts.leads import is_line
from graphkit.facts.pages import counts_several
from graphkit.facts.reading import Unit
from graphkit.facts.records import Record, siblings
from graphkit.facts.showcases import showcased
from graphkit.facts.templates import template_heads
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind


def find_sections(
    text: str,
    units: Sequence[Unit],
    records: Sequence[Record],
    lexicon: Lexicon,
    found: Sequence[Candidate],
    taken: frozenset[int],
) -> Iterator[Candidate]:
    """Headings of like sections with an owner, a box or «Projektet …» below them; in capitals one sign is enough.

    A heading below which another project is named first is none, and the title is left to its own rule.
    """
    title = next((unit.text for unit in units if unit.block.kind in HEADS), "")
    if any(text[c.start : c.end] in title for c in found if c.score >= 0.7):
        return
    aside = ("project.followed", "project.related", "project.heading")
    named = sorted(c.start for c in found if c.score >= 0.8 and c.rule not in aside)
    sections = [record for record in records if units[record.head].block.kind in HEADS]
    speaking: dict[int, int] = {}
    for record in sections:
        if record.score >= 2 or units[record.head].start in taken:
            level = units[record.head].block.level
            speaking[level] = speaking.get(level, 0) + 1
    announced = showcased(units, records, lexicon)
    first = min((units[r.head].start for r in sections if r.score >= 2 and r.owned), default=0)
    if named and named[0] < first:
        return
    for record in sections:
        unit, body = units[record.head], units[record.head + 1 : record.end]
        like = speaking.get(unit.block.level, 0)
        alike = like >= 2 and record.score >= 2 and record.owned
        shown = record.head in announced
        sure = shown and record.owned and not is_common_start(unit.text.split()[0], lexicon)
        if (
            unit.start in taken
            or unit.block.kind is BlockKind.TITLE
            or not may_name(unit, lexicon, marked=alike or sure)
        ):
            continue
        if not body or bisect_left(named, unit.start) < bisect_left(named, body[-1].end) or _is_of_many(body, lexicon):
            continue
        start, end = stripped(unit.text, 0, len(unit.text), lexicon)
        capitals = unit.text[start:end].isupper() and record.score >= 1 and like >= 1 + (not record.owned)
        if any(body[0].start <= c.start < body[0].end and c.rule == "project.under-way" for c in found):
            continue
        below = any(body[0].start <= c.start < body[0].end for c in found if c.rule not in aside)
        if alike or capitals or (shown and not below):
            yield Candidate(unit.start + start, unit.start + end, "project.section", 0.6)


_WITH_TITLE = 2
"""As many records alike show that the title too is but the name of the first of them."""


def _is_of_many(body: Sequence[Unit], lexicon: Lexicon) -> bool:
    """Whether a section begins by counting projects: «27 projekt delar på 11 miljoner»."""
    return any(counts_several(unit.text, lexicon) for unit in body[:2])


def find_boxed(
    text: str, units: Sequence[Unit], records: Sequence[Record], lexicon: Lexicon, found: Sequence[Candidate]
) -> Iterator[Candidate]:
    """The head of a record with a fact box: one of several such, or the only one where the box stands right below it and nothing above names a project.

    «Fakta Byalaget» above such a box names Byalaget, if the text speaks of it elsewhere.
    """
    below = _below_parties(units)
    like = siblings(records)
    close = [units[r.head] for r in records if r.close and r.boxed]
    alike = [units[r.head] for r in records if r.head in like]
    if sum(may_name(unit, lexicon, marked=True) for unit in alike) < 2 or len(alike) < _WITH_TITLE:
        alike = [unit for unit in alike if unit.block.kind is not BlockKind.TITLE]
    many = sum(1 for unit in alike if may_name(unit, lexicon, marked=True)) > 1
    earliest = min((c.start for c in found if c.score >= 0.75), default=len(text))
    introduced = [units[i] for i in range(len(units) - 1) if _introduced(units, i, lexicon)]
    heads = {record.head for record in records}
    applied = [units[i] for i in heads if i + 1 < len(units) and _owner_below(units, i, lexicon)]
    introduced += applied if len(applied) > 1 else []
    introduced += [units[i] for i in template_heads(units, lexicon)]
    told = {unit.start: unit for unit in (*close, *(alike if many else ()), *introduced, *below)}
    for _, unit in sorted(told.items()):
        start, end = stripped(unit.text, 0, len(unit.text), lexicon)
        named = earliest < unit.start
        fact = _fact_heading(lexicon).match(unit.text)
        if fact:
            if recurs(text, unit.text[fact.end() : end]) and _tells(unit.text[fact.end() : end], lexicon):
                yield Candidate(unit.start + fact.end(), unit.start + end, "project.fact-heading", 0.7)
        elif may_name(unit, lexicon, marked=many or unit in below) and (
            many or unit in introduced or unit in below or not named
        ):
            yield Candidate(unit.start + start, unit.start + end, "project.boxed", 0.7)


@cache
def _fact_heading(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?i:{lexicon.alternation('projects.fact-headings')})\s+(?=[A-ZÅÄÖ#])")


def _below_parties(units: Sequence[Unit]) -> list[Unit]:
    """The lines below headings of two parties, where a page has several such: «Avfall blir resurs» below «Alfa kommun – Beta, Kenya»."""
    pairs = [i for i, unit in enumerate(units) if unit.block.kind in HEADS and _PARTIES.match(unit.text)]
    short = [units[i + 1] for i in pairs if i + 1 < len(units)]
    return [u for u in short if len(pairs) > 1 and (u.block.kind in HEADS or is_line(u)) and not _PARTIES.match(u.text)]


_PARTIES = re.compile(r"[A-ZÅÄÖ][\w -]{2,40}\s[–—-]\s[A-ZÅÄÖ][\w ’'-]{2,30}(?:,\s[A-ZÅÄÖ][\w ]{2,20})$")


def _tells(name: str, lexicon: Lexicon) -> bool:
    return label_kind(name, lexicon) is None and name.casefold() not in lexicon.words("projects.generic-headings")


def _introduced(units: Sequence[Unit], index: int, lexicon: Lexicon) -> bool:
    """Whether the sentence below a line begins with «Det här är ett projekt …»."""
    unit, below = units[index], units[index + 1]
    return (unit.block.kind in HEADS or is_line(unit)) and bool(_introduction(lexicon).match(below.text))


def _owner_below(units: Sequence[Unit], index: int, lexicon: Lexicon) -> bool:
    """Whether what stands below a heading begins with who owns or applies: «Sökande: Alfa kommun», «Projektägare är …»."""
    unit, below = units[index], units[index + 1]
    if unit.block.kind is not BlockKind.HEADING:
        return False
    if below.block.kind is BlockKind.PAIR:
        return label_kind(below.block.cells[0].text, lexicon) == "owner"
    return bool(lexicon.pattern("roles.owner-nouns", "roles.applicant-nouns").match(below.text))


@cache
def _introduction(lexicon: Lexicon) -> re.Pattern[str]:
    words, kinds = lexicon.alternation("projects.introductions"), lexicon.alternation("projects.kinds")
    return re.compile(rf"(?:{words})\s+(?:[\w-]+\s+){{0,2}}{joined_before(lexicon)}(?:{kinds})(?!\w)", re.IGNORECASE)
