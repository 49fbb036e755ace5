"""Money that a page tells again: the sum of what it lists, a grant whose project stands elsewhere, the figure of a headline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import TypeVar

from graphkit.facts.reading import Attribute
from graphkit.model import Flow, Money

_Fact = TypeVar("_Fact")
_ABOUT, _NEAR = Decimal("0.06"), Decimal("0.015")
_MOST = 150
HEADLINE = ".headline"
"""How the rule of flows ends that only a heading tells."""


def told_once(found: Sequence[_Fact]) -> Iterator[_Fact]:
    """The facts without flows of no named project that are told again: «delar ut 9 miljoner till fyra projekt: …», «Nio miljoner till byarna»."""
    flows = [fact for fact in found if isinstance(fact, Flow)]
    parts = [flow for flow in flows if not _is_sum(flow) and not _is_headline(flow)]
    sums = [flow.money for flow in flows if not _is_headline(flow)]
    sums += [fact.value for fact in found if isinstance(fact, Attribute) and isinstance(fact.value, Money)]
    for fact in found:
        if isinstance(fact, Flow) and fact.project is None and (_is_listed(fact, parts) or _is_restated(fact, parts)):
            continue
        if isinstance(fact, Flow) and _is_headline(fact) and any(_close(fact.money, money, _ABOUT) for money in sums):
            continue
        yield fact


def _is_sum(flow: Flow) -> bool:
    row = flow.evidence[0].rule in ("flow.recipient-row", "flow.award")
    return flow.project is None and flow.recipient is None and not row


def _is_headline(flow: Flow) -> bool:
    return flow.evidence[0].rule.endswith(HEADLINE)


def _is_listed(flow: Flow, parts: Sequence[Flow]) -> bool:
    """Whether a sum is that of all the parts that a page tells of it, or of some that follow each other."""
    if flow.recipient is not None:
        own = [p.money.amount for p in parts if p.project and p.money.currency == flow.money.currency]
        return len(own) > 1 and abs(sum(own) - flow.money.amount) <= flow.money.amount * _NEAR
    if not _is_sum(flow):
        return False
    own = [p.money.amount for p in parts if p.money.currency == flow.money.currency and _may_be(flow.funder, p.funder)]
    if len(own) < 2:
        return False
    ends = list(accumulate(own[:_MOST], initial=Decimal(0)))
    if abs(ends[-1] - flow.money.amount) <= flow.money.amount * _ABOUT:
        return True
    runs = (last - first for at, first in enumerate(ends) for last in ends[at + 2 :])
    return any(abs(run - flow.money.amount) <= flow.money.amount * _NEAR for run in runs)


def _is_restated(flow: Flow, parts: Sequence[Flow]) -> bool:
    """Whether another flow says which project the money is for."""
    return any(
        part.project is not None
        and _close(flow.money, part.money, _NEAR)
        and _may_be(flow.funder, part.funder)
        and _may_be(flow.recipient, part.recipient)
        for part in parts
    )


def _close(money: Money, other: Money, share: Decimal) -> bool:
    return money.currency == other.currency and abs(money.amount - other.amount) <= other.amount * share


def _may_be(actor: str | None, other: str | None) -> bool:
    return None in (actor, other) or actor == other
