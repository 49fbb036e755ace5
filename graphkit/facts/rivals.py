"""What one document says otherwise of a project's budget or period than elsewhere: kept beside what it is read as, so that it can be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from graphkit.facts.reading import Attribute, Reading, Unit
from graphkit.model import Evidence, Money, Rival

_BUDGETS = ("budget.sentence", "budget.label", "budget.column")
_PERIODS = ("period.period", "period.period-label")
_MOST = 2
"""A page with more totals than these lists the shares of partners."""
_NEAR = Decimal("0.4")
"""A budget that is smaller than this share of the other one is a part of it."""


def find_rivals(
    key: str, own: Sequence[Attribute], best: Mapping[str, Attribute], reading: Reading
) -> Iterator[tuple[Rival, Evidence]]:
    """The other budget and the other period that sentences of the same document give a project («key») by its name, each with its proof."""
    yield from _budgets(own, best, reading)
    yield from _periods(key, own, best, reading)


def _budgets(
    own: Sequence[Attribute], best: Mapping[str, Attribute], reading: Reading
) -> Iterator[tuple[Rival, Evidence]]:
    chosen = best.get("budget")
    if chosen is None or not isinstance(chosen.value, Money) or chosen.evidence.rule not in _BUDGETS:
        return
    others: dict[Decimal, tuple[Money, Evidence]] = {}
    for attribute in own:
        money = attribute.value
        if attribute.field == "budget" and isinstance(money, Money) and attribute.evidence.rule in _BUDGETS:
            others.setdefault(money.amount.normalize(), (money, attribute.evidence))
    others.pop(chosen.value.amount.normalize(), None)
    if len(others) >= _MOST:
        return
    partial = reading.lexicon.pattern("openings.partial-budgets")
    for amount, (money, proof) in others.items():
        smaller, larger = sorted((amount, chosen.value.amount))
        apart = proof.start != chosen.evidence.start and money.currency == chosen.value.currency
        if apart and smaller >= larger * _NEAR and not partial.search(f"{proof.quote} {chosen.evidence.quote}"):
            yield Rival(budget=money), replace(proof, field="rival-budget")


def _periods(
    key: str, own: Sequence[Attribute], best: Mapping[str, Attribute], reading: Reading
) -> Iterator[tuple[Rival, Evidence]]:
    """Whole periods only, from sentences that name the project, whose years are none of the years that were chosen."""
    if not {"start", "end"} <= best.keys():
        return
    chosen = (str(best["start"].value)[:4], str(best["end"].value)[:4])
    of_unit: dict[int, dict[str, Attribute]] = defaultdict(dict)
    for attribute in own:
        if attribute.field in ("start", "end") and attribute.evidence.rule in _PERIODS:
            of_unit[attribute.evidence.start][attribute.field] = attribute
    told = {chosen}
    for place, ends in sorted(of_unit.items()):
        if len(ends) < len(chosen) or not _is_named(key, place, reading):
            continue
        start, end = (str(ends[name].value) for name in ("start", "end"))
        if (start[:4], end[:4]) not in told:
            told.add((start[:4], end[:4]))
            yield Rival(start=start, end=end), replace(ends["start"].evidence, field="rival-period")


def _is_named(key: str, place: int, reading: Reading) -> bool:
    return any(
        _holds(unit, place) and any(x.key == key for x in reading.projects[n]) for n, unit in enumerate(reading.units)
    )


def _holds(unit: Unit, place: int) -> bool:
    return unit.start <= place < unit.end
