"""Facts of fact boxes and table rows: the label or the column's heading says what a cell means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from graphkit.facts.flows import Found
from graphkit.facts.labels import label_kind, matches_label, row_kinds
from graphkit.facts.money import find_amounts, unit_of_header
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Amount, Attribute, Name, Reading, Unit
from graphkit.model import BlockKind, Cell, Flow, Location, Money, Role
from graphkit.text import squeeze

_ROLES = ("owner", "partner", "funder")
_YEAR = re.compile(r"^(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?$")
_DATE_FIELDS = {"period": ("start", "end"), "start": ("start",), "end": ("end",)}


def find_boxed(reading: Reading, decider: str | None) -> Iterator[Found | Location]:
    """The facts of all pairs and rows."""
    heading = ""
    for index, unit in enumerate(reading.units):
        if unit.block.kind in (BlockKind.HEADING, BlockKind.TITLE):
            heading = unit.text
        elif unit.block.kind is BlockKind.PAIR:
            yield from _pair(reading, index, unit, heading, decider)
        elif unit.block.kind is BlockKind.ROW:
            yield from _row(reading, index, unit, heading, decider)


# -------------------------------------------------------------------------------------------------- pairs


def _pair(reading: Reading, index: int, unit: Unit, heading: str, decider: str | None) -> Iterator[Found | Location]:
    label, *values = unit.block.cells
    project = reading.focus[index]
    kind = label_kind(label.text, reading.lexicon)
    if project is None or not values:
        return
    labelled = _inside(reading.actors[index], label)
    if kind in _ROLES:
        for cell in values:
            yield from _roles(reading, unit, project, kind, _inside(reading.actors[index], cell), 0.92)
            if kind in ("funder", "partner", "owner"):
                yield from _given(reading, index, unit, project, cell)
    elif kind in ("grant", "own", "budget", "applied", "paid"):
        yield from _amount_pair(reading, index, unit, project, kind, values, decider)
    elif kind in _DATE_FIELDS:
        yield from _dates(reading, index, unit, project, kind, values)
    elif kind == "programme":
        yield Attribute(
            project=project,
            field="programme",
            value=_programme(values[0].text),
            evidence=proof(unit, "programme.label", 0.85, "programme"),
        )
    elif kind in ("region", "municipality"):
        for name in reading.regions[index]:
            if name.start >= label.end:
                yield Location(project=project, region=name.key, evidence=(proof(unit, "location.label", 0.9),))
    elif kind == "status":
        yield from _status(reading, unit, project, values[0].text)
    elif kind is None and labelled:
        amounts = [a for cell in values for a in _amounts(reading, cell)]
        if amounts and not matches_label(label.text, reading.lexicon.words("columns.sum-rows")):
            yield from _flow(unit, project, labelled[0].key, None, amounts[0], None, "flow.pair", 0.8)
    elif (
        kind is None
        and matches_label(label.text, reading.lexicon.words("columns.sum-rows"))
        and label_kind(heading, reading.lexicon) in ("funder", "budget")
    ):
        yield from _amount_pair(reading, index, unit, project, "budget", values, decider)


def _amount_pair(
    reading: Reading, index: int, unit: Unit, project: str, kind: str, values: Sequence[Cell], decider: str | None
) -> Iterator[Found]:
    header = unit.block.cells[0].text
    amounts = [a for cell in values for a in _amounts(reading, cell, header)]
    if not amounts or kind in ("applied", "paid"):
        return
    if kind == "budget":
        yield Attribute(
            project=project,
            field="budget",
            value=_money(amounts[0]),
            evidence=proof(unit, "budget.label", 0.9, "budget"),
        )
    else:
        givers = [n for cell in values for n in _inside(reading.actors[index], cell)] or list(
            _inside(reading.actors[index], unit.block.cells[0])
        )
        funder = givers[0].key if givers else decider
        yield from _flow(unit, project, funder, None, amounts[0], None, "flow.grant-label", 0.85 if givers else 0.7)


def _given(reading: Reading, index: int, unit: Unit, project: str, cell: Cell) -> Iterator[Found]:
    """«Finansiering: Sida 300 000 kr, Region X 200 000 kr»: each actor with the next amount before the next actor."""
    kind = label_kind(unit.block.cells[0].text, reading.lexicon)
    if kind != "funder":
        return
    actors = _inside(reading.actors[index], cell)
    amounts = _amounts(reading, cell)
    for order, actor in enumerate(actors):
        limit = actors[order + 1].start if order + 1 < len(actors) else cell.end
        following = [a for a in amounts if actor.end <= a.start < limit]
        if following:
            yield from _flow(unit, project, actor.key, None, following[0], None, "flow.funder-label", 0.85)


# --------------------------------------------------------------------------------------------------- rows


def _row(reading: Reading, index: int, unit: Unit, heading: str, decider: str | None) -> Iterator[Found | Location]:
    lexicon = reading.lexicon
    cells = unit.block.cells
    if any(matches_label(cell.text, lexicon.words("columns.sum-rows")) for cell in cells[:2]):
        if label_kind(heading, lexicon) == "funder" and reading.focus[index] is not None:
            amounts = [a for cell in cells[1:] for a in _amounts(reading, cell)]
            if amounts:
                yield Attribute(
                    project=str(reading.focus[index]),
                    field="budget",
                    value=_money(amounts[-1]),
                    evidence=proof(unit, "budget.sum-row", 0.5, "budget"),
                )
        return
    project = reading.focus[index]
    if project is None:
        return
    kinds = row_kinds(unit.block, lexicon)
    in_list = "project" in kinds
    owners: list[Name] = []
    funders: list[Name] = []
    for cell, kind in zip(cells, kinds, strict=True):
        named = _inside(reading.actors[index], cell)
        if kind in _ROLES:
            yield from _cell_roles(reading, unit, project, kind, named, cell)
            owners += named if kind == "owner" else []
            funders += named if kind == "funder" else []
        elif kind == "programme":
            funders += [n for n in named if n.type == "eu"]
            if named or not in_list:
                yield Attribute(
                    project=project,
                    field="programme",
                    value=_programme(cell.text),
                    evidence=proof(unit, "programme.column", 0.8, "programme"),
                )
        elif kind in _DATE_FIELDS:
            yield from _dates(reading, index, unit, project, kind, [cell])
    refused = any(
        matches_label(cell.text, lexicon.words("columns.refused"))
        for cell, kind in zip(cells, kinds, strict=True)
        if kind in ("grant", "status", None)
    )
    if refused and in_list:
        yield Attribute(
            project=project, field="status", value="refused", evidence=proof(unit, "status.row", 0.85, "status")
        )
    for name in reading.regions[index]:
        kind = next((k for c, k in zip(cells, kinds, strict=True) if c.start <= name.start < c.end), None)
        if kind == "region" or (kind == "owner" and name.rule != "region.municipality-form" and _is_municipality_column(cells, name, lexicon)) or (
            kind in ("project", "owner") and name.rule != "region.municipality-form" and in_list and kind == "project"
        ):
            yield Location(
                project=project,
                region=name.key,
                evidence=(proof(unit, "location.column", 0.85 if kind == "region" else 0.6),),
            )
    if not refused or not in_list:
        yield from _row_money(reading, index, unit, project, kinds, owners, funders, heading, decider, in_list)


def _row_money(
    reading: Reading,
    index: int,
    unit: Unit,
    project: str,
    kinds: Sequence[str | None],
    owners: Sequence[Name],
    funders: Sequence[Name],
    heading: str,
    decider: str | None,
    in_list: bool,
) -> Iterator[Found]:
    cells = unit.block.cells
    first = _inside(reading.actors[index], cells[0])
    giver = funders[0].key if funders else first[0].key if first and not in_list else None
    years = any(_YEAR.match(cell.header.split("(")[0].strip()) for cell in cells)
    granted = False
    for cell, kind in zip(cells, kinds, strict=True):
        amounts = _amounts(reading, cell)
        year = _YEAR.match(cell.header.split("(")[0].strip())
        if not amounts or kind in ("applied", "paid", "project", "ignored"):
            continue
        named = _inside(reading.actors[index], cell)
        if year and giver is not None:
            yield from _flow(
                unit,
                project,
                giver,
                None,
                amounts[0],
                int(cell.header.strip()[:4]) if len(year.group()) == 4 else None,
                "flow.year-column",
                0.8,
            )
        elif kind == "budget" and years:
            continue
        elif kind == "budget" and (in_list or giver is None):
            yield Attribute(
                project=project,
                field="budget",
                value=_money(amounts[0]),
                evidence=proof(unit, "budget.column", 0.8, "budget"),
            )
        elif kind == "own":
            for name in owners[:1] or first[:1]:
                yield from _flow(unit, project, name.key, None, amounts[0], None, "flow.own-column", 0.8)
        elif named and kind not in ("owner", "partner"):
            yield from _flow(unit, project, named[0].key, None, amounts[0], None, "flow.cell-giver", 0.75)
        elif kind == "grant" and in_list and not granted:
            granted = True
            recipient = owners[0].key if len(owners) == 1 else None
            yield from _flow(unit, project, giver or decider, recipient, amounts[0], None, "flow.grant-column", 0.75)
        elif giver is not None and kind in ("grant", "funder", "budget", None) and not granted:
            granted = True
            yield from _flow(unit, project, giver, None, amounts[0], None, "flow.funder-row", 0.8)


def _is_municipality_column(cells: Sequence[Cell], name: Name, lexicon: Lexicon) -> bool:
    return any(c.start <= name.start < c.end and label_kind(c.header, lexicon) == "municipality" for c in cells)


# ------------------------------------------------------------------------------------------------- pieces


def _inside(names: Sequence[Name], cell: Cell) -> list[Name]:
    found: list[Name] = []
    for name in names:
        if cell.start <= name.start and name.end <= cell.end and all(name.key != other.key for other in found):
            found.append(name)
    return found


def _amounts(reading: Reading, cell: Cell, header: str = "") -> list[Amount]:
    unit = unit_of_header(header or cell.header, reading.lexicon.language)
    scale, currency = unit if unit else (None, "")
    if (
        unit is None
        and label_kind(header or cell.header, reading.lexicon) in ("grant", "budget", "own")
        or _YEAR.match(cell.header)
    ):
        scale = scale or Decimal(1)
    found = find_amounts(cell.text, reading.lexicon.language, offset=cell.start, scale=scale, currency=currency)
    return [a for a in found if a.amount >= 500]


def _money(amount: Amount) -> Money:
    return Money(amount.amount, amount.currency or "SEK", amount.text)


def _flow(
    unit: Unit,
    project: str,
    funder: str | None,
    recipient: str | None,
    amount: Amount,
    year: int | None,
    rule: str,
    confidence: float,
) -> Iterator[Found]:
    if funder == recipient:
        recipient = None
    yield Flow(
        project=project,
        funder=funder,
        recipient=recipient,
        money=_money(amount),
        year=year,
        evidence=(proof(unit, rule, confidence),),
    )


def _roles(
    reading: Reading, unit: Unit, project: str, role: str, names: Sequence[Name], confidence: float
) -> Iterator[Role]:
    for name in names:
        yield Role(
            project=project, actor=name.key, role=role, evidence=(proof(unit, f"role.{role}-label", confidence),)
        )


def _cell_roles(
    reading: Reading, unit: Unit, project: str, kind: str, named: Sequence[Name], cell: Cell
) -> Iterator[Role]:
    """The roles of a cell; behind «tillsammans med» an owner's partners stand in one cell with it."""
    joint = reading.lexicon.pattern("roles.partner-passives").search(cell.text) if kind == "owner" else None
    cut = cell.start + joint.start() if joint else cell.end
    yield from _roles(reading, unit, project, kind, [n for n in named if n.start < cut], 0.9)
    yield from _roles(reading, unit, project, "partner", [n for n in named if n.start >= cut], 0.8)


def _dates(
    reading: Reading, index: int, unit: Unit, project: str, kind: str, values: Sequence[Cell]
) -> Iterator[Attribute]:
    for date in reading.dates[index]:
        if not any(cell.start <= date.start and date.end <= cell.end for cell in values):
            continue
        given = (
            {"start": date.first, "end": date.last or (date.first if kind == "end" else None)}
            if kind != "end"
            else {"end": date.last or date.first}
        )
        if kind == "start":
            given = {"start": date.first, "end": None}
        for field, value in given.items():
            if value and field in _DATE_FIELDS[kind]:
                yield Attribute(
                    project=project, field=field, value=value, evidence=proof(unit, f"period.{kind}-label", 0.9, field)
                )


def _programme(text: str) -> str:
    return squeeze(text).strip(" .;")


def _status(reading: Reading, unit: Unit, project: str, value: str) -> Iterator[Attribute]:
    for status, words in (
        ("refused", "columns.refused"),
        ("ended", "columns.ended"),
        ("running", "columns.running"),
        ("granted", "columns.granted"),
    ):
        if matches_label(value, reading.lexicon.words(words)) or (
            status == "refused" and reading.lexicon.pattern("flows.refused").search(value)
        ):
            yield Attribute(
                project=project, field="status", value=status, evidence=proof(unit, "status.label", 0.8, "status")
            )
            return
