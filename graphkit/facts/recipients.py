"""Tables that say who gets how much, and of no project: «Förening | Beviljat bidrag», «Namn | Åtgärd | Beviljat belopp», «Stödmyndighet | Fördelade medel (kr)»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from graphkit.facts.boxes import SMALLEST, money_of
from graphkit.facts.labels import label_kind, matches_label, row_kinds
from graphkit.facts.leads import promised
from graphkit.facts.money import find_amounts, unit_of_header
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Amount, Name, Reading, Unit
from graphkit.facts.sources import Sources
from graphkit.model import BlockKind, Cell, Flow

_FEWEST = 2
_OTHERS = frozenset(["project", "funder", "own"])
"""Columns of tables that speak of something else than who gets what."""


def recipients_tables(reading: Reading, leads: Sequence[str]) -> frozenset[int]:
    """The numbers of the tables whose rows say what was granted to a body or person each, and none a project or a giver."""
    rows: dict[int, list[bool]] = {}
    for index, unit in enumerate(reading.units):
        if unit.block.kind is BlockKind.ROW and unit.block.table is not None and _tells(reading, unit, leads[index]):
            rows.setdefault(unit.block.table, []).append(_recipient(reading, index, unit) is not None)
    return frozenset(
        table for table, bodies in rows.items() if len(bodies) >= _FEWEST and 2 * sum(bodies) >= len(bodies)
    )


def find_granted(reading: Reading, index: int, sources: Sources) -> Iterator[Flow]:
    """The flow of one row of such a table: to its body, from who the page says grants its money, for no named project.

    What a person or an unknown body gets flows to nobody that has a name here.
    """
    unit = reading.units[index]
    if _is_sum(reading, unit):
        return
    recipient = _recipient(reading, index, unit)
    funder = sources.giver(None)
    for cell in _granted(reading, unit):
        amounts = _amounts(reading, cell)
        if amounts and (recipient is None or funder != recipient):
            yield Flow(
                project=None,
                funder=funder,
                recipient=recipient,
                money=money_of(amounts[0]),
                evidence=(proof(unit, "flow.recipient-row", 0.6),),
            )
            return


def _amounts(reading: Reading, cell: Cell) -> list[Amount]:
    language = reading.lexicon.language
    scale, currency = unit_of_header(cell.header, language) or (1, "")
    found = find_amounts(cell.text, language, offset=cell.start, scale=Decimal(scale), currency=currency)
    return [amount for amount in found if amount.amount >= SMALLEST]


def _granted(reading: Reading, unit: Unit) -> list[Cell]:
    """The cells of the columns that say what was granted."""
    kinds = row_kinds(unit.block, reading.lexicon)
    return [cell for cell, kind in zip(unit.block.cells, kinds, strict=True) if kind == "grant"]


def _tells(reading: Reading, unit: Unit, lead: str) -> bool:
    """Whether a row says what was granted, and to nothing that a column or the line above calls a project or a giver."""
    granted = _granted(reading, unit)
    said = reading.lexicon.pattern("flows.granted-headers")
    if not any(said.search(cell.header) for cell in granted) or _is_sum(reading, unit):
        return False
    if _OTHERS & set(row_kinds(unit.block, reading.lexicon)) or promised(lead, reading.lexicon) == "funder":
        return False
    return label_kind(unit.block.cells[0].header, reading.lexicon) != "funder"


def _is_sum(reading: Reading, unit: Unit) -> bool:
    return any(matches_label(cell.text, reading.lexicon.words("columns.sum-rows")) for cell in unit.block.cells[:2])


def _recipient(reading: Reading, index: int, unit: Unit) -> str | None:
    """The body that a row names first, if it names one in that cell; a place names none."""
    places = ("actor.place", "actor.municipality-cell")
    names = [name for name in reading.actors[index] if name.rule not in places]
    first = next((cell for cell in unit.block.cells if any(_inside(name, cell) for name in names)), None)
    keys = {name.key for name in names if first is not None and _inside(name, first)}
    return keys.pop() if len(keys) == 1 else None


def _inside(name: Name, cell: Cell) -> bool:
    return cell.start <= name.start and name.end <= cell.end
