"""Periods, programmes and relations of projects, as sentences say them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.facts.focus import project_at
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Attribute, DateRange, Reading, Unit
from graphkit.model import BlockKind

_TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.TITLE)


def find_attributes(reading: Reading) -> Iterator[Attribute]:
    """The periods, programmes, predecessors and larger projects that running text states."""
    for index, unit in enumerate(reading.units):
        if unit.block.kind not in _TEXT:
            continue
        yield from _periods(reading, index, unit)
        yield from _programmes(reading, index, unit)
        yield from _relations(reading, index, unit)


def _periods(reading: Reading, index: int, unit: Unit) -> Iterator[Attribute]:
    for date in reading.dates[index]:
        if date.kind == "date" or _of_programme(reading, index, unit, date):
            continue
        project = project_at(unit, reading.projects[index], date.start, reading.focus[index])
        if project is None or not _about_project(reading, index, unit, date):
            continue
        confidence = 0.75 if date.kind == "period" else 0.65
        first, last = (date.first, date.last) if date.kind != "end" else (None, date.last or date.first)
        if first:
            yield Attribute(
                project=project,
                field="start",
                value=first,
                evidence=proof(unit, f"period.{date.kind}", confidence, "start"),
            )
        if last:
            yield Attribute(
                project=project,
                field="end",
                value=last,
                evidence=proof(unit, f"period.{date.kind}", confidence, "end"),
            )


def _of_programme(reading: Reading, index: int, unit: Unit, date: DateRange) -> bool:
    """Whether a span of years belongs to a programme's name: «Interreg Nord 2014–2020»."""
    before = unit.text[: date.start - unit.start]
    if re.search(
        r"(?:program\w*|programme|interreg\b[^.,;]{0,40}|fonden|fund|\bCBC|Baltic|period(?:en)?)\s*\(?$", before, re.I
    ) and re.fullmatch(r"\d{4}\s?[-–‐]\s?\d{2,4}", date.text.strip()):
        return not re.search(r"projektperiod(en)?\s*$", before, re.I)
    return any(name.end <= date.start <= name.end + 2 and name.type == "eu" for name in reading.actors[index])


def _about_project(reading: Reading, index: int, unit: Unit, date: DateRange) -> bool:
    """Whether a sentence's date is a project's: a project, or what stands for one, or a verb of running stands in the sentence."""
    lexicon = reading.lexicon
    if reading.projects[index] or lexicon.pattern("projects.anaphora").search(unit.text):
        return True
    if date.kind == "period" and len(date.text) * 5 >= len(unit.text) * 2:
        return True
    return bool(lexicon.pattern("projects.running").search(unit.text))


def _programmes(reading: Reading, index: int, unit: Unit) -> Iterator[Attribute]:
    """A programme named with a project frames it, also where it is said to pay; a fund does only behind «inom», «i programmet»."""
    frames = rf"(?:{reading.lexicon.alternation('projects.frames')})\s+(?:\w+\s+){{0,2}}$"
    for name in reading.actors[index]:
        project = project_at(unit, reading.projects[index], name.start, reading.focus[index])
        if name.type != "eu" or project is None or _UNION.fullmatch(name.text):
            continue
        framed = re.search(frames, unit.text[: name.start - unit.start], re.IGNORECASE) is not None
        near = reading.projects[index] or reading.lexicon.pattern("projects.anaphora").search(unit.text)
        if (framed and near) or (not _FUND.search(name.text) and (near or reading.amounts[index])):
            yield Attribute(
                project=project,
                field="programme",
                value=name.text,
                evidence=proof(unit, "programme.named", 0.65 if framed else 0.55, "programme"),
            )


_UNION = re.compile(
    r"EU(:s)?|EU-kommissionen|(the )?European Union|Europeiska unionen|European Commission", re.IGNORECASE
)
_FUND = re.compile(r"fond|fund|ERUF|ESF|ERDF|EJFLU|EAFRD|EU-|kommission|commission", re.IGNORECASE)


def _relations(reading: Reading, index: int, unit: Unit) -> Iterator[Attribute]:
    lexicon = reading.lexicon
    for field, words in (("follows", "projects.follows"), ("part_of", "projects.part-of")):
        for cue in lexicon.pattern(words).finditer(unit.text):
            position = unit.start + cue.end()
            target = next((n for n in reading.projects[index] if position <= n.start <= position + 60), None)
            if target is None:
                continue
            subjects = [
                n.key for n in reading.projects[index] if n.end <= unit.start + cue.start() and n.key != target.key
            ]
            focus = reading.focus[index]
            subject = subjects[0] if subjects else focus if focus != target.key else _other(reading, index, target.key)
            if subject is not None and subject != target.key:
                yield Attribute(
                    project=subject,
                    field=field,
                    value=target.key,
                    evidence=proof(unit, f"relation.{field.replace('_', '-')}", 0.7, field),
                )


def _other(reading: Reading, index: int, key: str) -> str | None:
    """The project that the text spoke of before it came to this one."""
    for earlier in range(index, -1, -1):
        focus = reading.focus[earlier]
        if focus is not None and focus != key:
            return focus
    return None


def find_predecessors(reading: Reading, main: str | None) -> Iterator[Attribute]:
    """A predecessor without a name of its own («det första projektet», «förstudien») comes before the document's project."""
    seen: set[str] = set()
    for index, unit in enumerate(reading.units):
        for name in reading.projects[index]:
            if name.rule == "project.unnamed" and main is not None and name.key not in (*seen, main):
                seen.add(name.key)
                yield Attribute(
                    project=main,
                    field="follows",
                    value=name.key,
                    evidence=proof(unit, "relation.unnamed-predecessor", 0.6, "follows"),
                )
