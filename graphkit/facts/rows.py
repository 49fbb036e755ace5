"""Facts of table rows: a list of projects, a table of financiers, a matrix of years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphkit.facts.awards import tells_of_grants
from graphkit.facts.boxes import DATE_FIELDS, ROLES, Box, is_from_eu, money_of, year_of
from graphkit.facts.groups import Group
from graphkit.facts.labels import label_kind, matches_label, row_kinds
from graphkit.facts.leads import promised
from graphkit.facts.pairs import find_status
from graphkit.facts.payments import Found
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Amount, Attribute, Name
from graphkit.model import BlockKind, Cell, Location, Role

Kinds = Sequence[str | None]


def find_in_row(box: Box) -> Iterator[Found | Location]:
    """The facts of one row; a sum row gives at most a budget, a refused application no money."""
    cells = box.unit.block.cells
    kinds = row_kinds(box.unit.block, box.lexicon)
    in_list = "project" in kinds
    if is_sum_row(box):
        yield from _sum(box)
        return
    refused = in_list and is_refused(box, kinds)
    owners: list[Name] = []
    funders: list[Name] = []
    said = _said_role(box)
    for cell, kind in zip(cells, kinds, strict=True):
        named = box.actors(cell)
        if kind in ROLES and not (refused and kind == "funder"):
            kind = said if said and kind != "funder" else kind
            yield from _cell_roles(box, kind, named, cell)
            owners += named if kind == "owner" else []
            funders += named if kind == "funder" else []
            if kind == "funder" and any(name.type == "eu" for name in named):
                yield from _framed(box, cell)
        elif kind == "programme":
            funders += [name for name in named if name.type == "eu"]
            yield from box.programme(cell, "column")
        elif kind in DATE_FIELDS:
            yield from box.dates(kind, [cell], "column")
        elif kind == "status":
            yield from find_status(box, cell.text, "column")
    yield from _locations(box, kinds, in_list)
    if refused:
        yield box.attribute("status", "refused", "status.row", 0.85)
    else:
        yield from _money(box, kinds, owners, funders, in_list)


def _said_role(box: Box) -> str | None:
    """The role that a cell says in a column «Roll»: «Lead partner» makes the row's partner the owner."""
    for cell in box.unit.block.cells:
        kind = label_kind(cell.text, box.lexicon)
        if kind in ("owner", "partner") and matches_label(cell.header, box.lexicon.words("columns.roles")):
            return kind
    return None


def _framed(box: Box, cell: Cell) -> Iterator[Attribute]:
    """A column «Fond» gives the payer and the frame."""
    if matches_label(cell.header, box.lexicon.words("columns.programme")):
        yield from box.programme(cell, "column")


def is_sum_row(box: Box) -> bool:
    """Whether one of a row's first two cells says «Summa» or «Totalt»."""
    words = box.lexicon.words("columns.sum-rows")
    return any(
        matches_label(cell.text, words)
        or cell.text.casefold().split()[:1] in ([w] for w in ("summa", "totalt", "total"))
        for cell in box.unit.block.cells[:2]
    )


def _is_cost(box: Box, cell: Cell) -> bool:
    """Whether a column «Belopp» stands in a table of costs: below «Investeringsbudget», where nothing says that money is granted."""
    title = next((unit.text for unit in box.reading.units if unit.block.kind is BlockKind.TITLE), "")
    plain = matches_label(cell.header, box.lexicon.words("columns.plain-sums"))
    costs = any(box.lexicon.pattern("awards.cost-leads").search(text) for text in (box.lead, title))
    return plain and costs and not any(tells_of_grants(text, box.lexicon) for text in (box.lead, title))


def is_refused(box: Box, kinds: Kinds) -> bool:
    """Whether a cell of a row says that the application was refused: «Avslag», «Nej», «–» in the column of grants."""
    words = box.lexicon.words("columns.refused")
    return any(
        matches_label(cell.text, words) and (kind != "budget")
        for cell, kind in zip(box.unit.block.cells, kinds, strict=True)
        if kind in ("grant", "status", None)
    )


def _sum(box: Box) -> Iterator[Found]:
    """The sum of a table of financiers is the project's budget; the sum of a list of projects is no fact."""
    part = any(box.lexicon.pattern("columns.part-sums").search(cell.text) for cell in box.unit.block.cells[:2])
    if part or not is_financing(box):
        return
    amounts = [amount for cell in box.unit.block.cells[1:] for amount in box.amounts(cell)]
    if amounts:
        yield box.attribute("budget", money_of(amounts[-1]), "budget.sum", 0.5)


def _cell_roles(box: Box, kind: str, named: Sequence[Name], cell: Cell) -> Iterator[Role]:
    """The roles of a cell; behind «tillsammans med» an owner's partners stand in one cell with it."""
    joint = box.lexicon.pattern("roles.partner-passives").search(cell.text) if kind == "owner" else None
    cut = cell.start + joint.start() if joint else cell.end
    yield from box.roles(kind, box.leading(cell.header, [name for name in named if name.start < cut]), 0.9)
    yield from box.roles("partner", [name for name in named if name.start >= cut], 0.8)


def _locations(box: Box, kinds: Kinds, in_list: bool) -> Iterator[Location]:
    """Places in a column of places, in a project's name, or as the bare municipality that owns."""
    for name in box.reading.regions[box.index]:
        found = next(
            ((c, k) for c, k in zip(box.unit.block.cells, kinds, strict=True) if c.start <= name.start < c.end), None
        )
        if found is None:
            continue
        cell, kind = found
        bare = name.rule != "region.municipality-form"
        named_place = bare and in_list and label_kind(cell.header, box.lexicon) == "municipality"
        if kind == "region" or named_place:
            confidence = 0.85 if kind == "region" else 0.6
            yield Location(
                project=box.project, region=name.key, evidence=(proof(box.unit, "location.column", confidence),)
            )


_NEAR_ROWS = 100
"""So many rows before and behind one tell what their table is; a longer one goes on as it began."""


def is_financing(box: Box) -> bool:
    """Whether a table is one of givers: a column or the text above says so, or its rows begin with bodies, and not with kinds of cost."""
    if (
        label_kind(box.unit.block.cells[0].header, box.lexicon) == "funder"
        or promised(box.lead, box.lexicon) == "funder"
    ):
        return True
    near = slice(max(0, box.index - _NEAR_ROWS), box.index + _NEAR_ROWS)
    rows = [
        (unit, names)
        for unit, names in zip(box.reading.units[near], box.reading.actors[near], strict=True)
        if unit.block.kind is BlockKind.ROW and unit.block.table == box.unit.block.table
    ]
    begun = sum(any(n.end <= unit.block.cells[0].end for n in names) for unit, names in rows)
    return len(rows) > 1 and begun >= 2 and 2 * begun >= len(rows) - 1


def _together(box: Box, group: Group | None, amount: Amount, year: int | None) -> Iterator[Found]:
    """The money of a row that names no body, but says who they are together: «Lärosätena, egen tid»."""
    if group is not None:
        yield from box.given(group, amount, "flow.plural-row", 0.65, year=year)
    else:
        yield box.flow(None, amount, "flow.unnamed-row", 0.6, year=year)


def _money(box: Box, kinds: Kinds, owners: Sequence[Name], funders: Sequence[Name], in_list: bool) -> Iterator[Found]:
    cells = box.unit.block.cells
    first = box.actors(cells[0])
    unnamed = not first and not in_list and is_financing(box)
    group = next(iter(box.givers(cells[0])), None) if unnamed else None
    giver = funders[0].key if funders else first[0].key if first and not in_list else None
    years = any(year_of(cell.header) for cell in cells)
    granted = False
    for cell, kind in zip(cells, kinds, strict=True):
        amounts = box.amounts(cell)
        year = year_of(cell.header)
        if kind == "grant" and in_list and _is_cost(box, cell):
            kind = "budget"
        if kind == "status" and in_list and any(amount.currency for amount in amounts):
            kind = "grant"  # «Beslut: 400 000 kr»
        if not amounts or kind in ("applied", "paid", "project", "ignored") or (years and year is None):
            continue
        named = box.actors(cell)
        if year is not None:
            single = year[0] if year[1] else None
            if giver is not None:
                yield box.flow(giver, amounts[0], "flow.year-column", 0.8, year=single)
            elif unnamed:
                yield from _together(box, group, amounts[0], single)
        elif kind == "budget" and (in_list or giver is None):
            yield box.attribute("budget", money_of(amounts[0]), "budget.column", 0.8)
        elif unnamed and kind in ("grant", "funder", "budget", None) and not granted:
            granted = True
            yield from _together(box, group, amounts[0], None)
        elif kind == "own":
            for name in [*owners, *first][:1]:
                yield box.flow(name.key, amounts[0], "flow.own-column", 0.8)
        elif named and kind not in ("owner", "partner"):
            yield box.flow(named[0].key, amounts[0], "flow.cell-giver", 0.75)
        elif kind == "grant" and in_list and not granted:
            granted = True
            recipient = owners[0].key if owners else None
            if giver is not None:
                yield box.flow(giver, amounts[0], "flow.grant-column", 0.8, recipient=recipient)
            else:
                yield from box.from_page(
                    amounts[0], "flow.grant-column", 0.75, from_eu=is_from_eu(cell.header), recipient=recipient
                )
        elif funds := [name for name in box.in_header(cell.header) if name.type == "eu"]:
            fund = funds[0].key if "(" not in cell.text else None
            yield box.flow(fund, amounts[0], "flow.fund-column", 0.75, recipient=giver)
        elif giver is not None and kind in ("grant", "funder", "budget", None) and not granted:
            granted = True
            yield box.flow(giver, amounts[0], "flow.funder-row", 0.8)
