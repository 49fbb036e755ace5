"""When projects run, as sentences say it: a span, a start, an end, a prolongation, a year behind a name; never a programme's years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.facts.focus import is_aside, own_projects, project_at
from graphkit.facts.numbers import words_number
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Attribute, DateRange, Name, Reading, Unit
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind

_TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.TITLE)
_YEARS = re.compile(r"\d{4}\s?[-–‐]\s?\d{2,4}")
_BEHIND = 60
"""Letters behind a span of years within which a programme is what it is said of."""
_MOST = 12


def find_periods(reading: Reading) -> Iterator[Attribute]:
    """The starts and ends of projects that running text states."""
    for index, unit in enumerate(reading.units):
        if unit.block.kind not in _TEXT:
            continue
        for date in reading.dates[index]:
            for project in _projects(reading, index, unit, date):
                yield from _attributes(reading, unit, date, project)


def _projects(reading: Reading, index: int, unit: Unit, date: DateRange) -> tuple[str, ...]:
    """The projects whose period a date is: the one named right before it, those that a plural means, else the one spoken of."""
    beside = _named_beside(reading, index, unit, date)
    if beside is not None:
        return (beside.key,)
    if _of_programme(reading, index, unit, date):
        return ()
    several = _meant_by_plural(reading, index, unit, date)
    if several:
        return several
    if date.kind == "date" and not is_prolonged(_before(unit, date), reading.lexicon):
        return ()
    if not _about_project(reading, index, unit, date):
        return ()
    project = project_at(unit, reading.projects[index], date.start, reading.focus[index])
    return () if project is None else (project,)


def _attributes(reading: Reading, unit: Unit, date: DateRange, project: str) -> Iterator[Attribute]:
    confidence = 0.75 if date.kind == "period" else 0.65
    before = _before(unit, date)
    first, last = (date.first, date.last) if date.kind != "end" else (None, date.last or date.first)
    if is_prolonged(before, reading.lexicon):
        first, last, confidence = None, date.last or date.first, 0.95
    elif date.kind == "date":
        last = first  # a single year: it was begun and ended in it
    elif date.kind == "end" and first is None:
        first = _start_by_length(unit.text[date.end - unit.start :], last, reading.lexicon)
    for field, value in (("start", first), ("end", last)):
        if value:
            evidence = proof(unit, f"period.{date.kind}", confidence, field)
            yield Attribute(project=project, field=field, value=value, evidence=evidence)


def _before(unit: Unit, date: DateRange) -> str:
    return unit.text[max(0, date.start - unit.start - 120) : date.start - unit.start]


def _start_by_length(after: str, last: str | None, lexicon: Lexicon) -> str | None:
    """The year in which something began that ended «efter tre år»."""
    match = lexicon.regex(r"[\s,]+(?:<periods.after>)\s(\w+)\s(?:år|years)\b").match(after)
    number = words_number(match.group(1), lexicon.language) if match and last else None
    if number is None or last is None:
        return None
    return str(int(last[:4]) - int(number))


def is_prolonged(before: str, lexicon: Lexicon) -> bool:
    """Whether the words before a date say that it is a new, later end: «förlängt till».

    >>> from graphkit.lexicon import load_lexicon
    >>> is_prolonged("Projektet har förlängts till den ", load_lexicon("sv")), is_prolonged("Det pågår till ", load_lexicon("sv"))
    (True, False)
    """
    return bool(
        lexicon.regex(
            r"(?<!\w)(?:<periods.prolonged>)[^.;:]{0,40}?\s(?:<dates.end-words>|till|to|until)\s(?:\w+\s)?$",
            re.IGNORECASE,
        ).search(before)
    )


# --------------------------------------------------------------------------------------------- whose date it is


def _named_beside(reading: Reading, index: int, unit: Unit, date: DateRange) -> Name | None:
    """«Vedbod vid ån (2021)», «Byns kiosk, en pilot som kommunen drev 2018»: the project right before a year, also one named in passing."""
    before = [n for n in reading.projects[index] if n.end <= date.start]
    if not before:
        return None
    name = max(before, key=lambda n: n.end)
    gap = unit.text[name.end - unit.start : date.start - unit.start]
    if re.fullmatch(r"[”\"»]?\s*\((?:\w+\s)?", gap) and re.match(r"\s*\)", unit.text[date.end - unit.start :]):
        return name
    if date.kind in ("start", "end") and _RIGHT_BEHIND.fullmatch(gap):
        return name
    if len(date.first or "") == 4 and date.last is None and len(gap) <= 110:
        done = list(reading.lexicon.pattern("periods.done").finditer(gap))
        if done and date.kind == "date" and not re.search(r"[.;:]", gap[done[-1].end() :]):
            return name
    return None


_RIGHT_BEHIND = re.compile(r"[”\"»]?,\s(?:som\s|which\s|that\s)?(?:was\s)?\w+\s(?:i\s|in\s|den\s|on\s)?")
"""Between a project's name and a date that is its start or end: «X, avslutat 2019», «X, som slutade i maj 2012»."""


def _of_programme(reading: Reading, index: int, unit: Unit, date: DateRange) -> bool:
    """Whether a span of years is a programme's: «Interreg Nord 2014–2020», «Programmet löper 2007–2013»."""
    before = unit.text[: date.start - unit.start]
    behind_name = re.search(
        r"(?:program\w*|programme|interreg\b[^.,;]{0,40}|fonden|fund|\bCBC|Baltic|period(?:en)?)\s*\(?$", before, re.I
    )
    if behind_name and _YEARS.fullmatch(date.text.strip()):
        return not re.search(r"projektperiod(en)?\s*$", before, re.I)
    if any(name.end <= date.start <= name.end + 2 and name.type == "eu" for name in reading.actors[index]):
        return True
    if reading.projects[index]:
        return False
    after = unit.text[date.end - unit.start :][:_BEHIND]
    if date.kind == "period" and reading.lexicon.regex(r"\w*(?:<periods.programmes>)(?!\w)").search(after):
        return True
    if not reading.lexicon.pattern("periods.programmes").search(before):
        return False
    same_block = [u.text for u in reading.units[max(0, index - 4) : index] if u.block_index == unit.block_index]
    return not re.search(r"\w{3,}program(?:me)?\b", " ".join(same_block))


def _meant_by_plural(reading: Reading, index: int, unit: Unit, date: DateRange) -> tuple[str, ...]:
    """«Alla tre startade 2018», «de övriga två avslutas i juni»: the projects that the page named before, or all of them but this one."""
    if date.kind == "date":
        return ()
    lexicon = reading.lexicon
    before = unit.text[: date.start - unit.start]
    cues = [(m.end(), kind) for kind in ("all", "rest") for m in lexicon.pattern(f"periods.{kind}").finditer(before)]
    if not cues or len(before) - max(cues)[0] > 70:
        return ()
    named = [n.key for names in reading.projects[: index + 1] for n in names if n.rule != "project.unnamed"]
    keys = tuple(dict.fromkeys(named))
    if not keys and max(cues)[1] == "all":
        return _own(reading)
    if max(cues)[1] == "rest":
        here = [n.key for n in reading.projects[index]] or [reading.focus[index] or ""]
        keys = tuple(key for key in keys if key not in here)
    return keys if 1 < len(keys) + (max(cues)[1] == "rest") <= _MOST else ()


def _own(reading: Reading) -> tuple[str, ...]:
    """The page's own projects, where what is said of all stands before any is named."""
    own = own_projects(reading.projects)
    named = (name.key for names in reading.projects for name in names if name.key in own)
    return tuple(dict.fromkeys(named))[:_MOST]


def _about_project(reading: Reading, index: int, unit: Unit, date: DateRange) -> bool:
    """Whether a sentence's date is a project's: a project, or what stands for one, or a verb of running stands in it; else the date is most of it."""
    lexicon = reading.lexicon
    if any(n.rule != "project.unnamed" or not is_aside(unit, n) for n in reading.projects[index]):
        return True
    if lexicon.pattern("projects.unnamed").search(unit.text):
        return bool(reading.projects[index])
    if lexicon.pattern("projects.anaphora").search(unit.text):
        return True
    if date.kind == "period" and len(date.text) * 5 >= len(unit.text) * 2:
        return True
    if date.kind == "period" and re.match(
        r"(?:Under|During|Mellan|Åren|From|Between|Från|Sedan|Since|In|Over)\s(?:åren\s|the\s)?$",
        unit.text[: date.start - unit.start],
    ):
        return True
    return bool(lexicon.pattern("projects.running").search(unit.text))
