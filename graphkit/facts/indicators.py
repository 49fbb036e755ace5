"""Countable targets and results: «ska nå 200 företag», «Hittills har 31 anmält sig», a list under «Mål», a table with target and outcome."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from graphkit.facts.counts import Count, find_counts
from graphkit.facts.focus import project_at
from graphkit.facts.labels import label_kind, plain_label
from graphkit.facts.numbers import NUMBER, digits_number
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Reading, Unit
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind, Cell, Indicator
from graphkit.text import squeeze

_TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_HEADS = (BlockKind.HEADING, BlockKind.TITLE)
_BREAK = re.compile(r"[,;:()–]\s|\s(?:och|men|medan|and|but|while|against|mot)\s")
_BREAK_COST = 20
_REACH = 150
_NEAR = 400


def find_indicators(reading: Reading) -> Iterator[Indicator]:
    """The countable targets and results of a document's projects; money, years, ages and breakdowns by group are none."""
    section = lead = ""
    for index, unit in enumerate(reading.units):
        kind = unit.block.kind
        if kind in _HEADS:
            section, lead = (
                lead_kind(unit.text.rstrip(" :") + ":", reading.lexicon) if kind is BlockKind.HEADING else "",
                "",
            )
            continue
        if kind is BlockKind.PARAGRAPH:
            lead = lead_kind(unit.text, reading.lexicon) if unit.text.rstrip().endswith(":") else ""
        if reading.focus[index] is None:
            continue
        if kind in _TEXT:
            yield from _in_text(reading, index, unit, lead or (section if kind is BlockKind.LIST_ITEM else ""), section)
        elif kind is BlockKind.PAIR and len(unit.block.cells) > 1:
            yield from _in_pair(reading, index, unit, lead or section)
        elif kind is BlockKind.ROW:
            yield from _in_row(reading, index, unit)


def lead_kind(text: str, lexicon: Lexicon) -> str:
    """The kind that a heading, label or lead gives the numbers below it: «target» for «Förväntade resultat», «result» for «Uppnått».

    >>> from graphkit.lexicon import load_lexicon
    >>> sv = load_lexicon("sv")
    >>> lead_kind("Projektets mål:", sv), lead_kind("Det har vi uppnått", sv), lead_kind("Parter", sv)
    ('target', 'result', '')
    """
    if len(text) > 110:
        return ""
    for kind in ("target", "result"):
        if lexicon.pattern(f"indicators.{kind}-leads").search(text):
            return kind
    if not text.rstrip().endswith(":"):
        return ""
    cues = [
        (m.end(), kind)
        for kind in ("target", "result")
        for m in lexicon.pattern(f"indicators.{kind}-cues").finditer(text)
    ]
    return max(cues)[1] if cues else ""


# -------------------------------------------------------------------------------------------------- sentences


def _in_text(reading: Reading, index: int, unit: Unit, lead: str, section: str) -> Iterator[Indicator]:
    last = ""
    taken = [(x.start, x.end) for x in reading.amounts[index]] + [(x.start, x.end) for x in reading.dates[index]]
    taken += [(x.start, x.end) for x in reading.projects[index]]
    for count in find_counts(unit.text, reading.lexicon, offset=unit.start):
        if any(start < count.end and count.start < end for start, end in taken):
            continue
        at, end = count.start - unit.start, count.end - unit.start
        before, after = unit.text[max(0, at - _NEAR) : at], unit.text[end : end + _NEAR]
        if _is_breakdown(before, count, last, reading.lexicon):
            continue
        kind = count_kind(before, after, count.label, lead, reading.lexicon) or section
        label = count.label or _elliptic(after, last, reading.lexicon)
        project = project_at(unit, reading.projects[index], count.start, reading.focus[index])
        if not kind or not label or project is None:
            continue
        last = label
        yield _indicator(unit, project, label, count.value, kind, "indicator.list" if lead else "indicator.sentence")


def _is_breakdown(before: str, count: Count, last: str, lexicon: Lexicon) -> bool:
    """«varav 20 kvinnor», «11 unga, 7 kvinnor och 4 män»: a group of those counted before; «de tre kommunernas»: things told before."""
    if lexicon.regex(r"(?<!\w)(?:<indicators.the>)\s$", re.IGNORECASE).search(before):
        return True
    near = lexicon.pattern("indicators.of-which").search(before[-25:])
    first = count.label.split(" ")[0].casefold() if count.label else ""
    return first in lexicon.words("indicators.groups") and (near is not None or bool(last))


def _elliptic(after: str, last: str, lexicon: Lexicon) -> str:
    """The label of a number without a noun: «mot planerade 100», «hittills har vi klarat 31» take the last one's, «40 av dem …» what they do."""
    of_them = lexicon.regex(r"\s(?:<indicators.of-them>)\s([^.,;:()\n]{4,70})").match(after)
    if of_them:
        return squeeze(of_them.group(1))
    return last if re.match(r"\W*$|[.):,;]", after) else ""


def count_kind(before: str, after: str, label: str, lead: str, lexicon: Lexicon) -> str:
    """Whether a number is a target or a result: by the line above it, else by the nearest word of aiming or of having done; else empty.

    >>> from graphkit.lexicon import load_lexicon
    >>> sv = load_lexicon("sv")
    >>> count_kind("Projektet ska nå ", " företag", "företag", "", sv), count_kind("Hittills har ", " anmält sig", "", "", sv)
    ('target', 'result')
    """
    if lexicon.regex(r"(?<!\w)(?:<indicators.target-adjectives>)[\s:]*$", re.IGNORECASE).search(before):
        return "target"
    if lead:
        return lead
    if lexicon.pattern("indicators.target-that").search(before):
        return "target"
    rest = after[len(label) + 1 :] if label else after
    best: tuple[int, str] = (_REACH, "")
    for kind in ("target", "result"):
        cue = lexicon.pattern(f"indicators.{kind}-cues")
        for match in cue.finditer(before):
            if not _owns(match.group(), before[match.end() :], after, lexicon):
                best = min(best, (_distance(before[match.end() :]), kind))
        for match in cue.finditer(rest):
            best = min(best, (_distance(rest[: match.start()]), kind))
    return best[1]


def _owns(cue: str, gap: str, after: str, lexicon: Lexicon) -> bool:
    """Whether «har» right before a number says what someone has («har 11 medarbetare»), not what was done («har 11 byar anslutits»)."""
    if cue.casefold() not in lexicon.words("indicators.having") or len(gap) > 12:
        return False
    return not lexicon.regex(r"[^.,;:]*(?:<indicators.done-endings>)\b").match(after)


def _distance(gap: str) -> int:
    return len(gap) + _BREAK_COST * len(_BREAK.findall(gap))


# ------------------------------------------------------------------------------------------ fact boxes, tables


def _in_pair(reading: Reading, index: int, unit: Unit, lead: str) -> Iterator[Indicator]:
    """«Mål: 450 företag, 60 unga», and «Övningar: 6» under a heading of results."""
    label, *values = unit.block.cells
    kind = lead_kind(label.text, reading.lexicon)
    project = reading.focus[index]
    if project is None:
        return
    for cell in values:
        number = _bare(cell, reading.lexicon)
        if number is not None and (kind or lead) and label_kind(label.text, reading.lexicon) is None:
            yield _indicator(unit, project, squeeze(label.text).strip(" :"), number, kind or lead, "indicator.pair")
        elif kind:
            for count in find_counts(cell.text, reading.lexicon, offset=cell.start):
                money = any(a.start < count.end and count.start < a.end for a in reading.amounts[index])
                if count.label and not money:
                    yield _indicator(unit, project, count.label, count.value, kind, "indicator.label")


def _in_row(reading: Reading, index: int, unit: Unit) -> Iterator[Indicator]:
    """A row of a table with columns for target and outcome; the first cell tells what is counted."""
    project = reading.focus[index]
    name = unit.block.cells[0].text
    if project is None or not re.search(r"[^\W\d_]{3}", name):
        return
    if reading.lexicon.pattern("indicators.of-which").match(name) or plain_label(name) in reading.lexicon.words(
        "columns.sum-rows"
    ):
        return
    for cell in unit.block.cells[1:]:
        kind = column_kind(cell.header, reading.lexicon)
        number = _bare(cell, reading.lexicon) if kind else None
        if number is not None:
            yield _indicator(unit, project, squeeze(name), number, kind, "indicator.column")


def column_kind(header: str, lexicon: Lexicon) -> str:
    """What a column's numbers are: «target» for «Mål 2027», «result» for «Utfall (antal)», empty for others.

    >>> from graphkit.lexicon import load_lexicon
    >>> column_kind("Målvärde", load_lexicon("sv")), column_kind("Utfall", load_lexicon("sv")), column_kind("Belopp", load_lexicon("sv"))
    ('target', 'result', '')
    """
    plain = re.sub(r"\s+(?:19|20)\d\d$", "", plain_label(header)) if header else ""
    return next((kind for kind in ("target", "result") if plain in lexicon.words(f"indicators.{kind}-columns")), "")


_BARE = rf"(?:\w{{2,7}}\s)?({NUMBER})\s?(?:<indicators.pieces>)?"


def _bare(cell: Cell, lexicon: Lexicon) -> tuple[Decimal, ...] | None:
    """The number that a cell holds and nothing else but a hedge or unit of counting: «ca 40 st»."""
    match = lexicon.regex(_BARE, re.IGNORECASE).fullmatch(squeeze(cell.text))
    number = digits_number(match.group(1), english=lexicon.language == "en") if match else None
    return None if number is None else (number,)


def _indicator(unit: Unit, project: str, label: str, value: tuple[Decimal, ...], kind: str, rule: str) -> Indicator:
    confidence = {"indicator.sentence": 0.6, "indicator.list": 0.75}.get(rule, 0.85)
    return Indicator(project=project, label=label, value=value, kind=kind, evidence=(proof(unit, rule, confidence),))
