"""Cards that give each party a box of its own: «Lead partner: Alfa», «ERDF: 20 000 €», «Own contribution: 5 000 €», then «Beta museum» …"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from graphkit.facts.boxes import Box, money_of
from graphkit.facts.heads import HEADS
from graphkit.facts.labels import is_pair_row, label_kind, matches_label, money_label
from graphkit.facts.leads import promised
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Name, Reading
from graphkit.facts.sources import Sources
from graphkit.model import BlockKind, Flow, Role

_MONEY = ("grant", "own", "funder", "budget")
_REST = re.compile(r"\s*(?:\([^()]{2,40}\))?\s*(?:,\s[^\W\d_][\w ]{2,20})?[.:]?\s*")
_FEWEST = 2


def find_parties(reading: Reading) -> Mapping[int, Name]:
    """The party whose own box each money pair belongs to, by unit; only where two parties and more have one in what is told of a project."""
    found: dict[int, Name] = {}
    party: Name | None = None
    for index, unit in enumerate(reading.units):
        if unit.block.kind in HEADS:
            party = _sole_body(reading, index, unit.start, unit.end)
        elif is_pair_row(unit.block, reading.lexicon):
            label, *values = unit.block.cells
            kind = label_kind(label.text, reading.lexicon)
            named = kind in ("owner", "partner") or matches_label(label.text, reading.lexicon.words("columns.names"))
            if named and values:
                party = _sole_body(reading, index, values[0].start, values[-1].end)
            elif party is not None and kind_of_money(label.text, reading) is not None:
                found[index] = party
    return _of_several(reading, found)


def kind_of_money(label: str, reading: Reading) -> str | None:
    """What a label says of a party's money: a grant, its own share, what it spends; None for other labels."""
    kind = label_kind(label, reading.lexicon)
    if kind is None:
        return money_label(label, reading.lexicon)
    return kind if kind in _MONEY else None


def _sole_body(reading: Reading, index: int, start: int, end: int) -> Name | None:
    """The only body of a heading or value, where nothing but its short form or country stands beside it: «Alfa University (AU), Finland»."""
    inside = [n for n in reading.actors[index] if start <= n.start and n.end <= end and n.rule != "actor.place"]
    if not inside or len({n.key for n in inside}) > 1:
        return None
    first = min(inside, key=lambda n: (n.start, -n.end))
    text = reading.document.text
    before, behind = text[start : first.start].strip(), text[first.end : end]
    return first if not before and _REST.fullmatch(behind) else None


def _of_several(reading: Reading, found: Mapping[int, Name]) -> Mapping[int, Name]:
    """The pairs of projects that several parties have a box in; of no named project only below a heading such as «Partners»."""
    parties: dict[str | None, set[str]] = defaultdict(set)
    for index, party in found.items():
        parties[reading.focus[index]].add(party.key)
    partners = any(
        promised(unit.text, reading.lexicon) == "partner" for unit in reading.units if unit.block.kind in HEADS
    )
    return {
        index: party
        for index, party in found.items()
        if len(parties[reading.focus[index]]) >= _FEWEST and (reading.focus[index] is not None or partners)
    }


def find_shares(reading: Reading, index: int, party: Name, sources: Sources) -> Iterator[Flow | Role]:
    """The flow of one such pair: the grant that the party gets, or what it gives itself; its budget is none."""
    unit = reading.units[index]
    project = reading.focus[index]
    box = Box(reading, index, unit, project or "", "", sources)
    label, *values = unit.block.cells
    amount = next((a for cell in values for a in box.amounts(cell, label.text)), None)
    kind = kind_of_money(label.text, reading)
    if amount is None or kind == "budget":
        return
    given = kind == "own"
    funds = [name.key for name in box.actors(label) if name.type == "eu"]
    funder = party.key if given else next(iter(funds), None)
    yield Flow(
        project=project,
        funder=funder,
        recipient=None if given else party.key,
        money=money_of(amount),
        evidence=(proof(unit, "flow.party-box", 0.75),),
    )
    if project is not None and not given and funder is not None:
        yield Role(project=project, actor=funder, role="funder", evidence=(proof(unit, "role.funder-label", 0.7),))


def find_headed(reading: Reading, parties: Mapping[int, Name]) -> Iterator[Role]:
    """The parties whose boxes stand below their names alone: they take part, or own where the heading above says so («Lead Partner»)."""
    for index, party in parties.items():
        project = reading.focus[index]
        at = reading.unit_at(party.start)
        if project is not None and at is not None and reading.units[at].block.kind is BlockKind.HEADING:
            above = reading.units[at - 1].text.rstrip() if at else ""
            role = "owner" if promised(above, reading.lexicon) == "owner" else "partner"
            evidence = (proof(reading.units[at], f"role.{role}-heading", 0.7),)
            yield Role(project=project, actor=party.key, role=role, evidence=evidence)
