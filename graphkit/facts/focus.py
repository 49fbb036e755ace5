"""Which project each unit speaks of: decided once, here, from headings, rows, fact boxes, names and what stands for them.

A name in the unit decides; else the row's or box's project; else what the paragraph spoke of; else the section's; else the document's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from graphkit.facts.labels import label_kind
from graphkit.facts.reading import Name, Unit
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind


def find_focus(units: Sequence[Unit], projects: Sequence[Sequence[Name]], lexicon: Lexicon) -> tuple[str | None, ...]:
    """The key of the project that each unit speaks of; None in a document without projects, or before the first of several."""
    main = main_project(units, projects)
    focus: list[str | None] = []
    section, section_level = main, 0
    boxed: dict[int, str] = {}
    current = main
    last_block, last_table = -1, None
    for index, unit in enumerate(units):
        named = projects[index]
        kind = unit.block.kind
        if kind in (BlockKind.TITLE, BlockKind.HEADING):
            if named:
                section, section_level = named[0].key, unit.block.level
                current = section
            elif not _is_generic(unit, lexicon) and unit.block.level <= section_level:
                section, section_level, current = main, 0, main
            focus.append(section)
        elif kind in (BlockKind.ROW, BlockKind.HEADER_ROW):
            subject = _row_subject(unit, named, lexicon)
            if subject is None and named and not _has_project_column(unit, lexicon):
                subject = named[0].key
            focus.append(subject or section or current)
        elif kind is BlockKind.PAIR:
            if unit.block.table != last_table and unit.block.table is not None:
                boxed.pop(unit.block.table, None)
            subject = _pair_subject(unit, named, lexicon)
            if subject and unit.block.table is not None:
                boxed[unit.block.table] = subject
            if subject:
                current = subject
            box = boxed.get(unit.block.table) if unit.block.table is not None else None
            focus.append(
                subject
                or box
                or (_ahead(units, projects, index, lexicon) if box is None else None)
                or current
                or section
            )
        else:
            if unit.block_index != last_block:
                current = _at_block_start(units, projects, index, main, section, current)
            subject = _subject(unit, named, lexicon)
            if subject:
                current = subject
            focus.append(current)
        last_block, last_table = unit.block_index, unit.block.table
    return tuple(focus)


def main_project(units: Sequence[Unit], projects: Sequence[Sequence[Name]]) -> str | None:
    """The project that a document is about: named in its title, or alone, or named first and far more often than any other."""
    count: Counter[str] = Counter()
    first: dict[str, int] = {}
    for index, (unit, names) in enumerate(zip(units, projects, strict=True)):
        for name in names:
            if name.rule == "project.unnamed":
                continue
            weight = (
                4
                if unit.block.kind is BlockKind.TITLE or index < 2
                else 2
                if unit.block.kind is BlockKind.HEADING
                else 1
            )
            count[name.key] += weight
            first.setdefault(name.key, index)
    if not count:
        unnamed = [name.key for names in projects for name in names]
        return unnamed[0] if unnamed else None
    ranked = sorted(count, key=lambda key: (-count[key], first[key]))
    if len(ranked) == 1:
        return ranked[0]
    best, second = ranked[0], ranked[1]
    earliest = min(ranked, key=lambda key: first[key])
    in_heading = units[first[earliest]].block.kind is BlockKind.HEADING and first[earliest] > 1
    if count[best] >= 2 * count[second] or (best == earliest and count[best] > count[second] and not in_heading):
        return best
    return earliest if len(ranked) == 2 and not in_heading else None


def project_at(unit: Unit, names: Sequence[Name], position: int, focus: str | None) -> str | None:
    """The project that a place within a unit belongs to: the last one named before it, else the unit's."""
    before = [name for name in names if name.end <= position and not is_aside(unit, name)]
    return before[-1].key if before else focus


def is_aside(unit: Unit, name: Name) -> bool:
    """Whether a sentence names a project only in passing: «erfarenheterna från det första projektet», «en fortsättning av X»."""
    before = unit.text[: name.start - unit.start]
    return len(before) > 12 and bool(
        re.search(r"\b(från|av|än|from|of|than|efter|after)\s+(?:\w+\s+)?[”“\"«]?$", before, re.IGNORECASE)
    )


def _is_generic(unit: Unit, lexicon: Lexicon) -> bool:
    plain = unit.text.casefold().strip(" :.")
    return plain in lexicon.words("projects.generic-headings") or label_kind(unit.text, lexicon) is not None


def _row_subject(unit: Unit, named: Sequence[Name], lexicon: Lexicon) -> str | None:
    for cell in unit.block.cells:
        if label_kind(cell.header, lexicon) == "project":
            inside = [name for name in named if cell.start <= name.start and name.end <= cell.end]
            if inside:
                return max(inside, key=lambda name: name.end - name.start).key
    return None


def _has_project_column(unit: Unit, lexicon: Lexicon) -> bool:
    return any(label_kind(cell.header, lexicon) == "project" for cell in unit.block.cells)


def _pair_subject(unit: Unit, named: Sequence[Name], lexicon: Lexicon) -> str | None:
    kind = label_kind(unit.block.cells[0].text, lexicon)
    if kind in ("project", "project-short") and named:
        return named[0].key
    first = unit.block.cells[0]
    in_label = [name for name in named if name.end <= first.end]
    return in_label[0].key if in_label else None


def _ahead(units: Sequence[Unit], projects: Sequence[Sequence[Name]], index: int, lexicon: Lexicon) -> str | None:
    """The project that a later pair of the same fact box names, where its first pairs stand before the name."""
    table = units[index].block.table
    if table is None or any(u.block.table == table for u in units[:index] if u.block.kind is BlockKind.PAIR):
        return None
    for later in range(index + 1, len(units)):
        if units[later].block.table != table:
            return None
        if label_kind(units[later].block.cells[0].text, lexicon) == "project" and projects[later]:
            return projects[later][0].key
    return None


def _subject(unit: Unit, named: Sequence[Name], lexicon: Lexicon) -> str | None:
    """The project that a sentence is about: the first named, unless it is named only as what came before («bygger vidare på X»)."""
    if not named:
        return None
    for name in named:
        if is_aside(unit, name):
            continue
        before = unit.text[max(0, name.start - unit.start - 60) : name.start - unit.start]
        cue = [m.end() for m in lexicon.pattern("projects.follows", "projects.part-of").finditer(before)]
        if not (cue and len(before) - cue[-1] <= 14) or (name is named[-1] and name.start - unit.start < 30):
            return name.key
    return None


def _at_block_start(
    units: Sequence[Unit],
    projects: Sequence[Sequence[Name]],
    index: int,
    main: str | None,
    section: str | None,
    current: str | None,
) -> str | None:
    """What a new paragraph speaks of before it names anything: its own first project if that is new, else the section's, else the last."""
    block = units[index].block_index
    for later in range(index, len(units)):
        if units[later].block_index != block:
            break
        for name in projects[later]:
            seen = any(other.key == name.key for earlier in projects[:index] for other in earlier)
            if name.rule != "project.unnamed" and not seen and main is None:
                return name.key
            break
    if units[index].block.kind is BlockKind.LIST_ITEM and current is not None and section is None:
        return current
    return section or main or current


def names_predecessor(text: str, lexicon: Lexicon) -> bool:
    """Whether a piece of text speaks of what came before the project («tidigare», «den gången»)."""
    return bool(re.search(lexicon.pattern("projects.before"), text))
