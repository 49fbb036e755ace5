"""Tables that say who gets how much, and of no project: «Förening | Beviljat bidrag», «Stödmyndighet | Fördelade medel (kr)»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from graphkit.facts.boxes import SMALLEST, money_of
from graphkit.facts.labels import label_kind, matches_label, row_kinds
from graphkit.facts.leads import promised
from graphkit.facts.money import find_amounts, unit_of_header
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Name, Reading, Unit
from graphkit.facts.sources import Sources
from graphkit.model import BlockKind, Flow

_FEWEST = 2


def recipients_tables(reading: Reading, leads: Sequence[str]) -> frozenset[int]:
    """The numbers of the tables in which each row names one body and what it was granted, and none a project or a giver."""
    rows: dict[int, list[bool]] = {}
    for index, unit in enumerate(reading.units):
        if unit.block.kind is BlockKind.ROW and unit.block.table is not None:
            rows.setdefault(unit.block.table, []).append(_tells(reading, index, unit, leads[index]))
    return frozenset(table for table, told in rows.items() if sum(told) >= max(_FEWEST, (2 * len(told) + 2) // 3))


def find_granted(reading: Reading, index: int, sources: Sources) -> Iterator[Flow]:
    """The flow of one row of such a table: to its body, from who the page says grants its money, for no named project."""
    unit = reading.units[index]
    names = _bodies(reading, index, unit)
    for cell, kind in zip(unit.block.cells, row_kinds(unit.block, reading.lexicon), strict=True):
        if kind != "grant" or len(names) != 1:
            continue
        scale, currency = unit_of_header(cell.header, reading.lexicon.language) or (1, "")
        found = find_amounts(
            cell.text, reading.lexicon.language, offset=cell.start, scale=Decimal(scale), currency=currency
        )
        amounts = [amount for amount in found if amount.amount >= SMALLEST]
        funder = sources.giver(None)
        if amounts and funder != names[0].key:
            yield Flow(
                project=None,
                funder=funder,
                recipient=names[0].key,
                money=money_of(amounts[0]),
                evidence=(proof(unit, "flow.recipient-row", 0.6),),
            )
            return


def _tells(reading: Reading, index: int, unit: Unit, lead: str) -> bool:
    kinds = row_kinds(unit.block, reading.lexicon)
    if "grant" not in kinds or {"project", "funder", "own", "applied"} & set(kinds):
        return False
    granted = reading.lexicon.pattern("flows.granted-headers")
    said = any(
        granted.search(cell.header) for cell, kind in zip(unit.block.cells, kinds, strict=True) if kind == "grant"
    )
    if (
        not said
        or promised(lead, reading.lexicon) == "funder"
        or label_kind(unit.block.cells[0].header, reading.lexicon) == "funder"
    ):
        return False
    return len(_bodies(reading, index, unit)) == 1


def _bodies(reading: Reading, index: int, unit: Unit) -> list[Name]:
    """The bodies in a row, each once; none in a row of sums."""
    if any(matches_label(cell.text, reading.lexicon.words("columns.sum-rows")) for cell in unit.block.cells[:2]):
        return []
    places = ("actor.place", "actor.municipality-cell")
    names = {name.key: name for name in reversed(reading.actors[index]) if name.rule not in places}
    return list(names.values())
