"""Facts of lists of grants: who gets how much for which project, from who the page says grants its money."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from graphkit.facts.boxes import ROLES, money_of
from graphkit.facts.labels import label_kind
from graphkit.facts.money import find_amounts
from graphkit.facts.payments import Found
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Amount, Attribute, Award, Name, Reading, Span
from graphkit.facts.sources import Sources
from graphkit.model import Flow, Role


def find_in_awards(reading: Reading, sources: Sources) -> Iterator[Found]:
    """The flows, owners and periods that the items of such lists tell."""
    for award in reading.awards:
        yield from _find(reading, award, sources)


def awarded_units(reading: Reading) -> frozenset[int]:
    """The units that items of such lists tell a project or an amount in: no sentence is to be read in them."""
    told = {
        index
        for award in reading.awards
        for span in (award.project, award.body, award.amount)
        if span is not None and (index := reading.unit_at(span[0])) is not None
    }
    return frozenset(told)


def _find(reading: Reading, award: Award, sources: Sources) -> Iterator[Found]:
    index = reading.unit_at(award.amount[0] if award.amount else award.start)
    if index is None:
        return
    unit = reading.units[index]
    project = _key(reading.projects, reading, award.project)
    body = _key(reading.actors, reading, award.body)
    if award.amount is None:
        project = project or next((name.key for name in reading.projects[index]), None)
    elif award.project is not None and project is None:
        return
    if award.refused and project is not None:
        yield Attribute(
            project=project, field="status", value="refused", evidence=proof(unit, "status.award", 0.8, "status")
        )
    funder = None if award.refused else sources.giver(project)
    if award.amount is not None and not award.refused:
        gets = body or (sources.receiver if project else None)
        for amount in _amounts(reading, award.amount, index):
            yield (
                flow := Flow(
                    project=project,
                    funder=funder,
                    recipient=gets if gets != funder else None,
                    money=money_of(amount),
                    evidence=(proof(unit, "flow.award", 0.7),),
                )
            )
            yield from sources.roles(flow)
    elif project is not None and funder is not None:
        yield Role(project=project, actor=funder, role="funder", evidence=(proof(unit, "role.funder-award", 0.6),))
    if project is not None and body is not None and body != funder:
        yield Role(project=project, actor=body, role="owner", evidence=(proof(unit, "role.owner-award", 0.75),))
    if project is not None:
        yield from _titled(reading, index, project)
        yield from _period(reading, award, project)


def _titled(reading: Reading, index: int, project: str) -> Iterator[Role]:
    """Who a bracket behind the amount calls something: «Nya spår, 40 000 kr (projektägare Alfa kommun)»."""
    unit = reading.units[index]
    for name in reading.actors[index]:
        title = _TITLE.search(unit.text[: name.start - unit.start])
        kind = label_kind(title.group(1), reading.lexicon) if title else None
        if kind in ROLES:
            yield Role(project=project, actor=name.key, role=kind, evidence=(proof(unit, f"role.{kind}-title", 0.85),))


_TITLE = re.compile(r"\(([^\W\d_][\w -]{3,30}?):?\s$")


def _amounts(reading: Reading, span: Span, index: int) -> list[Amount]:
    """The item's amount; a figure without unit is one too."""
    known = [amount for amount in reading.amounts[index] if amount.start == span[0]]
    text, language = reading.document.text[slice(*span)], reading.lexicon.language
    return (known or list(find_amounts(text, language, offset=span[0], scale=Decimal(1), currency="")))[:1]


def _key(names: tuple[tuple[Name, ...], ...], reading: Reading, span: Span | None) -> str | None:
    """The key of the name that begins a piece."""
    index = reading.unit_at(span[0]) if span is not None else None
    if span is None or index is None:
        return None
    return next((name.key for name in names[index] if name.start == span[0]), None)


def _period(reading: Reading, award: Award, project: str) -> Iterator[Attribute]:
    """The period that stands beside a project's name in its item."""
    index = reading.unit_at(award.start)
    while index is not None and index < len(reading.units) and reading.units[index].start < award.end:
        for date in reading.dates[index]:
            inside = award.project and award.project[0] <= date.start < award.project[1]
            if date.kind == "period" and not inside:
                for field, value in (("start", date.first), ("end", date.last)):
                    if value:
                        evidence = proof(reading.units[index], "period.award", 0.75, field)
                        yield Attribute(project=project, field=field, value=value, evidence=evidence)
                return
        index += 1
