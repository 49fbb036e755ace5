"""Which project each unit speaks of: decided once, here, from headings, rows, fact boxes, names and what stands for them.

A name in the unit decides; else the row's or box's project; else what the paragraph spoke of; else the section's; else the document's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from graphkit.facts.heads import HEADS, MONEY, find_inner
from graphkit.facts.labels import label_kind
from graphkit.facts.nameless import find_nameless_grants, find_nameless_items
from graphkit.facts.reading import Name, Unit
from graphkit.lexicon import Lexicon, load_lexicon
from graphkit.model import BlockKind
from graphkit.wordpatterns import PhrasePattern

_BESIDE = frozenset(
    f"project.{rule}" for rule in ("followed", "succeeded", "related", "umbrella", "taken-part", "dated", "unnamed")
)
"""Rules whose projects stand beside the document's own: predecessors, larger undertakings, others' projects."""


def find_focus(units: Sequence[Unit], projects: Sequence[Sequence[Name]], lexicon: Lexicon) -> tuple[str | None, ...]:
    """The key of the project that each unit speaks of; None in a document without projects, or before the first of several."""
    watch = _Watch(units, projects, lexicon)
    return tuple(watch.focus_of(index) for index in range(len(units)))


class _Watch:
    """What a reader has in mind while reading on: the section's project, the one just spoken of, and each box's and table's."""

    def __init__(self, units: Sequence[Unit], projects: Sequence[Sequence[Name]], lexicon: Lexicon) -> None:
        self.units, self.projects, self.lexicon = units, projects, lexicon
        self.main = main_project(units, projects)
        self.own = own_projects(projects)
        self.firm = len(self.own) < 2 or _in_title(units, projects, self.main)
        self.section: str | None = None
        self.level = 0
        self.current = self.main
        self.boxed: dict[int, str] = {}
        self.last_row: str | None = None
        self.seen: set[str] = set()
        self.first_of_table: dict[int, int] = {}
        self.told_in_table: dict[int, str] = {}
        self.inner = find_inner(units, lexicon)
        self.nameless = find_nameless_items(units, projects, self.own, lexicon)
        self.nameless |= find_nameless_grants(units, projects, lexicon)
        for index, unit in enumerate(units):
            if unit.block.table is not None:
                self.first_of_table.setdefault(unit.block.table, index)
                kind = unit.block.kind
                if kind is BlockKind.PAIR and projects[index] and _label(unit, lexicon) == "project":
                    self.told_in_table.setdefault(unit.block.table, projects[index][0].key)

    def focus_of(self, index: int) -> str | None:
        """The project of the next unit; units are asked for in their order."""
        kind = self.units[index].block.kind
        if kind in HEADS:
            focus = self._of_heading(index)
        elif kind in (BlockKind.ROW, BlockKind.HEADER_ROW):
            focus = self._of_row(index)
        elif kind is BlockKind.PAIR:
            focus = self._of_pair(index)
        else:
            focus = self._of_sentence(index)
        self.seen.update(name.key for name in self.projects[index])
        return focus

    def _of_heading(self, index: int) -> str | None:
        unit = self.units[index]
        named = self.projects[index]
        subject = subject_of(unit, named) or (named[0].key if named else None)
        if subject:
            self.section, self.level = subject, unit.block.level
        elif not self._is_inside(index) and unit.block.level <= self.level:
            self.section, self.level = None, unit.block.level
            self.current = self.main
        self.level = self.level or unit.block.level
        self.current = self.section or self._standing()
        return self.current

    def _is_inside(self, index: int) -> bool:
        """Whether a heading parts what is told of one project, or states something of it; a headline begins something else."""
        unit = self.units[index]
        headline = set(unit.text.split()[1:]) & set(self.lexicon.words("projects.headline-verbs"))
        return index in self.inner and (not headline or bool(MONEY.search(unit.text)))

    def _of_row(self, index: int) -> str | None:
        unit, named = self.units[index], self.projects[index]
        cell = next((c for c in unit.block.cells if label_kind(c.header, self.lexicon) == "project"), None)
        if unit.block.kind is BlockKind.HEADER_ROW or cell is None:
            subject = named[0].key if named else None
            return subject or self.section or self._standing()
        inside = [name for name in named if cell.start <= name.start and name.end <= cell.end]
        if inside:
            self.last_row = max(inside, key=lambda name: name.end - name.start).key
        elif cell.text.strip():
            self.last_row = None
        return self.last_row

    def _of_pair(self, index: int) -> str | None:
        unit, table = self.units[index], self.units[index].block.table
        before = self.units[index - 1].block if index else None
        if table is not None and (before is None or before.table != table):
            self.boxed.pop(table, None)
        subject = _pair_subject(unit, self.projects[index], self.lexicon)
        if subject:
            self.current = subject
            if _label(unit, self.lexicon) == "project" and not unit.block.aside:
                self.section = subject
            if table is not None:
                self.boxed[table] = subject
        box = self.boxed.get(table) if table is not None else None
        if subject or box:
            return subject or box
        if before is not None and table is None and self.units[index - 1].block_index == self.units[index].block_index:
            return self.current  # «Ägare: Alfa.» within a paragraph or an item
        if table in self.told_in_table:
            return self.told_in_table[table]
        return self.main if unit.block.aside and self.main else self._above(index) or self._standing()

    def _above(self, index: int) -> str | None:
        """The project that the line above a box names; a box goes on with it."""
        table = self.units[index].block.table
        first = index if table is None else self.first_of_table[table]
        named = self.projects[first - 1] if first else ()
        return subject_of(self.units[first - 1], named) if named else None

    def _of_sentence(self, index: int) -> str | None:
        unit = self.units[index]
        if index == 0 or unit.block_index != self.units[index - 1].block_index:
            self.current = self._at_block_start(index)
        subject = subject_of(unit, self.projects[index])
        if subject and self._in_passing(index, subject):
            return self.current
        if subject:
            self.current = subject
            if any(name.rule == "project.boxed" and name.text == unit.block.text for name in self.projects[index]):
                self.section = subject  # the line above a box is a heading without its mark
            several = len({name.key for name in self.projects[index]} - self.own) > 1
            if several and subject not in self.own and self.main:
                self.current = self.main
                return subject
        elif self.lexicon.pattern("projects.back").match(unit.text) or self._returns(unit):
            self.current = self.section or self.main or self.current
        return self.current

    def _returns(self, unit: Unit) -> bool:
        """Whether a sentence in a project's section leads back to it from another: «Projektet ska …» after one on its predecessor."""
        back = self.lexicon.regex(r"(?!(?:<projects.related-nouns>)(?!\w))(?:<projects.anaphora>)(?!\w)", re.IGNORECASE)
        return bool(self.section) and self.current not in self.own and bool(back.match(unit.text))

    def _in_passing(self, index: int, subject: str) -> bool:
        """Whether a sentence of the page's own project names another one behind what it says: «Tågen ska gå, som förstudien X visade.»"""
        first = next(name for name in self.projects[index] if name.key == subject)
        related = first.rule == "project.related" and subject not in self.own
        unit = self.units[index]
        last = first.start - unit.start > _LATE and unit.end - first.end < _REST
        return related and last and self.current is not None and self.current == self.main

    def _at_block_start(self, index: int) -> str | None:
        """What a new paragraph speaks of before it names anything: its own first project if that is new, else what stands."""
        if self.main is None and self.section is None:
            block = self.units[index].block_index
            for later in range(index, len(self.units)):
                if self.units[later].block_index != block:
                    break
                subject = subject_of(self.units[later], self.projects[later])
                if subject:
                    if subject in self.own and subject not in self.seen:
                        return subject
                    break
        if self.units[index].block_index in self.nameless:
            return None
        return self.section or self._standing()

    def _standing(self) -> str | None:
        """What is spoken of where nothing is named: the document's own project if it has one, else the last of its several."""
        if self.firm or self.current not in self.own:
            return self.main or (self.current if self.current in self.own else None)
        return self.current


_LATE, _REST = 60, 25
"""So far into a sentence, and so near its end, a project beside the page's own is named in passing."""


def own_projects(projects: Sequence[Sequence[Name]]) -> frozenset[str]:
    """The keys of the projects that a document tells of as its own; all of them where it only names such as stand beside."""
    every = frozenset(name.key for names in projects for name in names)
    own = frozenset(
        name.key for names in projects for name in names if name.rule not in _BESIDE | {"project.short-form"}
    )
    return own or every


def _in_title(units: Sequence[Unit], projects: Sequence[Sequence[Name]], key: str | None) -> bool:
    return any(
        name.key == key
        for unit, names in zip(units, projects, strict=True)
        if unit.block.kind is BlockKind.TITLE
        for name in names
    )


def main_project(units: Sequence[Unit], projects: Sequence[Sequence[Name]]) -> str | None:
    """The project that a document is about: named in its title, or alone, or named first and far more often than any other."""
    own = own_projects(projects)
    count: Counter[str] = Counter()
    times: Counter[str] = Counter()
    first: dict[str, int] = {}
    for index, (unit, names) in enumerate(zip(units, projects, strict=True)):
        for name in names:
            if name.key in own:
                heading = 2 if unit.block.kind is BlockKind.HEADING else 1
                early = unit.block.kind is BlockKind.TITLE or (index < 2 and heading == 1)
                count[name.key] += 4 if early else heading
                times[name.key] += 1
                first.setdefault(name.key, index)
    if _counts_several(units) and not any(_in_title(units, projects, key) for key in count):
        return None  # «Five projects approved»: what stands before the first of them is of all
    if len(count) < 2:
        return next(iter(count), None)
    ranked = sorted(count, key=lambda key: (-count[key], first[key]))
    if all(units[first[key]].block.kind in (BlockKind.LIST_ITEM, BlockKind.ROW) for key in ranked):
        return None  # a list of projects, none of them the page's own
    best, second = ranked[0], ranked[1]
    earliest = min(ranked, key=lambda key: first[key])
    in_heading = units[first[earliest]].block.kind is BlockKind.HEADING and first[earliest] > 1
    if (count[best] >= 2 * count[second] and (times[best] > 2 or count[best] > 3)) or (
        best == earliest and count[best] > count[second] and not in_heading
    ):
        return best
    headed = all(units[first[key]].block.kind is BlockKind.HEADING for key in ranked)
    return earliest if len(ranked) == 2 and not in_heading and not headed else None


def _counts_several(units: Sequence[Unit]) -> bool:
    """Whether a page's title counts projects: «17 new projects receive funding», «Fem projekt får stöd»."""
    return any(unit.block.kind is BlockKind.TITLE and _several().search(unit.text) for unit in units[:3])


@cache
def _several() -> re.Pattern[str]:
    """A number and a plural word for projects, in every language."""
    lexicons = [load_lexicon(language) for language in ("sv", "en")]
    numbers = "|".join(lexicon.alternation("projects.numbers") for lexicon in lexicons)
    several = "|".join(lexicon.alternation("projects.several") for lexicon in lexicons)
    return re.compile(
        rf"(?<![\w.,])(?:{numbers}|[2-9]|\d\d\d?)\s+(?:[\w-]+\s+){{0,3}}?(?:{several})(?!\w)", re.IGNORECASE
    )


def project_at(unit: Unit, names: Sequence[Name], position: int, focus: str | None) -> str | None:
    """The project that a place within a unit belongs to: the last one named before it, else the unit's.

    One that is named only in passing counts for the clause that goes on from it: «X bygger på Y, som Sida betalade».
    """
    before = [name for name in names if name.end <= position]
    if before and is_aside(unit, before[-1]):
        rest = unit.text[before[-1].end - unit.start : position - unit.start]
        if _GOES_ON.match(rest) and not _CLAUSE_END.search(rest):
            return before[-1].key
    before = [name for name in before if not is_aside(unit, name)]
    return before[-1].key if before else focus


_GOES_ON = re.compile(
    r"[”\"»]?(?:\s\([^()]*\))?,?\s+(?:ett|en|a|an|the)?\s*(?:[\w-]+\s+){0,2}?"
    r"(?:som|där|vars|vilket|which|that|where|whose|carried out|run by|led by|funded by|financed by|owned by)\b"
)
_CLAUSE_END = re.compile(r"[.;]|,\s+(?:men|but)\s|\boch\s+(?:omfattar|ska|har|är|får|vänder)\b")


def is_aside(unit: Unit, name: Name) -> bool:
    """Whether a sentence names a project only in passing: «erfarenheterna från det första projektet», «en fortsättning av X»."""
    before = unit.text[: name.start - unit.start]
    if len(before) < 6:
        return False
    return _ends_aside(before[-_REACH:], 45 if name.rule == "project.umbrella" else 16)


_REACH = 120
"""How many characters before a name may say that it is named in passing."""


@lru_cache(maxsize=4096)
def _ends_aside(before: str, near: int) -> bool:
    """Whether a text ends with words before what is named in passing, at most so many characters ago."""
    if _ASIDE.search(before):
        return len(before) > 12
    last = before[-60:]
    cues = [match.end() for match in _aside_cues().finditer(last)]
    return bool(cues) and len(last) - cues[-1] <= near


_ASIDE = re.compile(
    r"\b(?:från|än|from|than|efter|after|erfarenhet\w* av|resultat\w* av|results of|lessons of)\s+(?:\w+\s+)?[”“„‘’\"«]?$",
    re.IGNORECASE,
)


@cache
def _aside_cues() -> PhrasePattern:
    """The words before what a project follows, leads to or belongs to, in every language: a unit does not know its own."""
    groups = ("projects.follows", "projects.part-of", "projects.succeeded")
    lexicons = [load_lexicon(language) for language in ("sv", "en")]
    return PhrasePattern(word for lexicon in lexicons for group in groups for word in lexicon.longest_first(group))


def subject_of(unit: Unit, named: Sequence[Name]) -> str | None:
    """The project that a unit is about: the first named, unless only in passing; a unit with nothing else to say is about that."""
    for name in named:
        if not is_aside(unit, name):
            return name.key
    return None


def _pair_subject(unit: Unit, named: Sequence[Name], lexicon: Lexicon) -> str | None:
    kind = _label(unit, lexicon)
    if kind in ("project", "project-short") and named:
        return named[0].key
    first = unit.block.cells[0]
    in_label = [name for name in named if name.end <= first.end]
    return in_label[0].key if in_label else None


def _label(unit: Unit, lexicon: Lexicon) -> str | None:
    return label_kind(unit.block.cells[0].text, lexicon)
