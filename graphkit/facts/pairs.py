"""Facts of label and value: «Projektägare: X», «Beviljat stöd: 640 000 kronor», «Sida | 1 900 000 SEK»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphkit.facts.boxes import DATE_FIELDS, ROLES, Box, is_from_eu, money_of
from graphkit.facts.labels import label_kind, matches_label, money_label, plain_label
from graphkit.facts.leads import promised
from graphkit.facts.payments import Found
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Name
from graphkit.lexicon import Lexicon
from graphkit.model import Block, BlockKind, Cell, Location

_STOP = re.compile(r"(?<=\w\w\w)\.\s+(?=[A-ZÅÄÖ][a-zåäö])")


def find_in_pair(box: Box) -> Iterator[Found | Location]:
    """The facts of one pair."""
    label, *values = (_first_sentence(cell) for cell in box.unit.block.cells)
    kind = kind_of_pair(box.unit.block, box.lead, box.lexicon)
    if kind is None and not box.lexicon.pattern("openings.no-period").search(label.text):
        yield from box.dates("period", [cell for cell in values if _is_period(box, cell)], "cell")
    if box.lexicon.pattern("flows.all-projects").search(label.text):
        return  # «Regionens medfinansiering i projekten: 900 000 kr»: the sum of several projects
    if kind in ROLES:
        for cell in _joined(box, values) if kind == "funder" else values:
            for name in box.leading(label.text, box.actors(cell)):
                yield from box.roles(_in_bracket(box, name) or kind, [name], 0.92)
            yield from _given(box, kind, label, cell)
            if kind != "funder":
                yield from box.countries(cell)
    elif kind in ("grant", "own") or (
        kind is None and not box.actors(label) and money_label(label.text, box.lexicon) == "grant"
    ):
        yield from _granted(box, kind or "grant", label, values)
    elif kind == "paid" and plain_label(label.text).endswith(box.lexicon.words("flows.money-endings")):
        if _has_grant(box):
            return
        yield from _granted(box, "grant", label, values)
    elif kind == "budget" and promised(box.lead, box.lexicon) == "partner":
        return  # what one partner spends
    elif kind == "budget" or (kind is None and money_label(label.text, box.lexicon) == "budget"):
        for cell in values:
            yield from _parts(box, cell, label.text)
        for amount in [a for cell in values for a in box.amounts(cell, label.text)][:1]:
            part = box.lexicon.pattern("columns.national", "columns.part-sums").search(label.text)
            yield box.attribute("budget", money_of(amount), "budget.label", 0.7 if part else 0.9)
    elif kind in DATE_FIELDS:
        yield from box.dates(kind, values, "label")
    elif kind == "programme":
        yield from box.programme(values[0], "label")
    elif kind in ("region", "municipality"):
        for name in box.reading.regions[box.index]:
            if name.start >= label.end:
                yield Location(project=box.project, region=name.key, evidence=(proof(box.unit, "location.label", 0.9),))
    elif kind == "status":
        yield from find_status(box, values[0].text, "label")
    elif kind is None and box.lexicon.pattern("flows.grants").search(label.text) and not box.givers(label):
        for cell in values:
            yield from _given(box, "funder", label, cell)
    elif kind is None:
        yield from _actor_label(box, label, values)


def _in_bracket(box: Box, name: Name) -> str | None:
    """The role that a bracket right behind a name gives it: «Alfa kommun (huvudsökande), Beta kommun (partner)»."""
    bracket = _BRACKET.match(box.unit.text, name.end - box.unit.start)
    kind = label_kind(bracket.group(1), box.lexicon) if bracket else None
    return kind if kind in ROLES else None


_BRACKET = re.compile(r"\s?\(([^()]{4,30})\)")


def _parts(box: Box, cell: Cell, label: str) -> Iterator[Found]:
    """«2,74 M€ (ERDF: 2,06 M€)», «900 000 kr, varav Region Beta 200 000 kr»: who pays which part of a budget."""
    amounts = box.amounts(cell, label)
    for group in box.givers(cell) if len(amounts) > 1 else ():
        behind = [a for a in amounts[1:] if 0 <= a.start - group.end <= 12]
        if behind and group.names and group.start > amounts[0].end:
            yield from box.given(group, behind[0], "flow.budget-part", 0.75)


def _has_grant(box: Box) -> bool:
    """Whether a label tells what the project was granted, of which what is paid out is but a part."""
    labels = (
        unit.block.cells[0].text
        for unit, focus in zip(box.reading.units, box.reading.focus, strict=True)
        if focus == box.project and unit.block.kind is BlockKind.PAIR and unit.block.cells
    )
    return any(
        (label_kind(label, box.lexicon) or money_label(label, box.lexicon)) in ("grant", "applied") for label in labels
    )


def _is_period(box: Box, cell: Cell) -> bool:
    """Whether a value is a period and nothing else, whatever its label says: «Nov 2012 – Dec 2013 (1 year, 2 months)»."""
    inside = [d for d in box.reading.dates[box.index] if cell.start <= d.start and d.end <= cell.end]
    if len(inside) != 1 or inside[0].kind != "period" or inside[0].last is None:
        return False
    rest = cell.text[: inside[0].start - cell.start] + cell.text[inside[0].end - cell.start :]
    return not _BRACKETED.sub("", rest).strip(" .")


_BRACKETED = re.compile(r"\([^()]{0,40}\)")


def kind_of_pair(block: Block, lead: str, lexicon: Lexicon) -> str | None:
    """What a pair's label gives; below «Partner 2» the label «Namn» gives a partner."""
    label = block.cells[0].text
    if matches_label(label, lexicon.words("columns.names")) and (kind := promised(lead, lexicon)) in ROLES:
        return kind
    return label_kind(label, lexicon)


def _joined(box: Box, values: Sequence[Cell]) -> Sequence[Cell]:
    """The values as one, where each but the last stands on a line of its own: «Medfinansiering | Region X | 300 000 kr»."""
    if len(values) < 2:
        return values
    start, end = values[0].start, values[-1].end
    return [replace(values[0], end=end, text=box.unit.text[start - box.unit.start : end - box.unit.start])]


def _first_sentence(cell: Cell) -> Cell:
    """A value without the sentences behind the first: «A, B och C. Projektägare är D.»."""
    stop = _STOP.search(cell.text) if cell.text.rstrip().endswith(".") else None
    return replace(cell, end=cell.start + stop.start(), text=cell.text[: stop.start()]) if stop else cell


def _granted(box: Box, kind: str, label: Cell, values: Sequence[Cell]) -> Iterator[Found]:
    amounts = [a for cell in values for a in box.amounts(cell, label.text)]
    givers = box.actors(label) or [name for cell in values for name in box.actors(cell)]
    if not amounts:
        return
    fund = box.sources.giver(box.project, from_eu=True) if is_from_eu(label.text) else None
    abroad = box.lexicon.pattern("flows.abroad").search(label.text)
    if kind == "own" and not givers:
        yield box.flow(None, amounts[0], "flow.own-label", 0.6)
    elif fund is not None:
        yield box.flow(fund, amounts[0], "flow.grant-label", 0.8)
    elif givers:
        yield box.flow(givers[0].key, amounts[0], "flow.grant-label", 0.85)
    elif abroad:
        yield box.flow(None, amounts[0], "flow.grant-label", 0.6)
    else:
        yield from box.from_page(amounts[0], "flow.grant-label", 0.7, from_eu=is_from_eu(label.text))


def _given(box: Box, kind: str, label: Cell, cell: Cell) -> Iterator[Found]:
    """«Finansiering: Sida 300 000 kr, de tre kommunerna 200 000 kr»: each giver with the next amount before the next giver."""
    if kind != "funder":
        return
    groups = box.givers(cell)
    amounts = box.amounts(cell, label.text)
    for order, group in enumerate(groups):
        limit = groups[order + 1].start if order + 1 < len(groups) else cell.end
        following = [a for a in amounts if group.end <= a.start < limit]
        if following:
            yield from box.given(group, following[0], "flow.funder-label", 0.85)
        else:
            yield from box.roles("funder", group.names, 0.85)
    kinds = box.lexicon.pattern("flows.kinds-of-money").match(label.text)
    if not groups and len(amounts) == 1 and (cell.text[:1].isalpha() or kinds):
        yield box.flow(None, amounts[0], "flow.unnamed-funder", 0.6)


def _actor_label(box: Box, label: Cell, values: Sequence[Cell]) -> Iterator[Found]:
    """A label that is an actor: its value is what it gives, or, in a sum row of a financing table, the budget."""
    amounts = [a for cell in values for a in box.amounts(cell)]
    if not amounts:
        return
    if box.sources.giver(box.project) is not None and _is_plain_sum(box, label.text):
        yield from box.from_page(amounts[0], "flow.plain-sum", 0.6)
    elif matches_label(label.text, box.lexicon.words("columns.sum-rows")):
        part = box.lexicon.pattern("columns.part-sums").search(label.text)
        if not part and promised(box.lead, box.lexicon) in ("funder", "budget"):
            yield box.attribute("budget", money_of(amounts[0]), "budget.sum", 0.5)
    else:
        for group in box.givers(label)[:1]:
            yield from box.given(group, amounts[0], "flow.pair", 0.75)


def _is_plain_sum(box: Box, label: str) -> bool:
    """Whether a page of grants has such a label alone for each of several projects: «Summa: 400 000 kr»."""
    if not box.sources.granting or not matches_label(label, box.lexicon.words("flows.plain-sums")):
        return False
    sums = [
        (focus, unit.block.table)
        for unit, focus in zip(box.reading.units, box.reading.focus, strict=True)
        if unit.block.kind is BlockKind.PAIR
        and unit.block.cells
        and plain_label(unit.block.cells[0].text) == plain_label(label)
    ]
    alone = sum(unit.block.table == box.unit.block.table for unit in box.reading.units) == 1
    return alone and len({focus for focus, _ in sums if focus}) > 1


def find_status(box: Box, value: str, origin: str) -> Iterator[Found]:
    """The status that a cell's words give the project."""
    for status in ("refused", "ended", "running", "granted"):
        if matches_label(value, box.lexicon.words(f"columns.{status}")) or (
            status == "refused" and box.lexicon.pattern("flows.refused").search(value)
        ):
            yield box.attribute("status", status, f"status.{origin}", 0.8)
            return
