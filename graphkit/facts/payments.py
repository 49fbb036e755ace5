"""From a giver and an amount to flows and roles; and one flow for a payment that a text tells twice."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from graphkit.facts.givers import Giver
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Attribute, Unit
from graphkit.model import Basis, Flow, Issue, Money, Role

Found = Flow | Role | Attribute | Issue
SMALLEST = Decimal(500)
_Fact = TypeVar("_Fact")
_NEAR = Decimal("0.03")
_GRANTS = ("flow.grant-label", "flow.granted", "flow.to-project", "flow.received", "flow.grant-column")
_RECEIVES = "role.owner-receiver"


def payments(
    unit: Unit, project: str | None, giver: Giver, money: Money, each: bool, year: int | None, basis: Basis
) -> Iterator[Flow | Role]:
    """The flows and roles of one amount: one flow from each of several givers if `each`, else one from them together, unnamed."""
    evidence = (proof(unit, giver.rule, giver.confidence),)
    if project is not None and giver.recipient is not None and giver.rule.startswith("flow.received"):
        receives = proof(unit, "role.owner-receives", 0.6)
        yield Role(project=project, actor=giver.recipient, role="owner", evidence=(receives,))
    together = len(giver.funders) > 1 and not each
    payers: tuple[str | None, ...] = (None,) if together else giver.funders or (None,)
    for funder in payers:
        yield Flow(
            project=project,
            funder=funder,
            recipient=giver.recipient if giver.recipient != funder else None,
            money=money,
            year=year,
            basis=basis,
            evidence=evidence,
        )
    if together and project is not None:
        for key in giver.funders:
            yield Role(project=project, actor=key, role="funder", evidence=evidence)


def settle(found: Sequence[_Fact]) -> Iterator[_Fact | Flow]:
    """Each payment once: the exact amount where a text also rounds it («drygt 3,8 mkr» and 3 812 000), with the recipient told elsewhere."""
    flows: dict[_Key, dict[Decimal, list[Flow]]] = {}
    for fact in found:
        if isinstance(fact, Flow):
            flows.setdefault(_key(fact), {}).setdefault(fact.money.amount, []).append(fact)
    near = {key: sorted(amounts) for key, amounts in flows.items()}
    receivers: dict[str, set[str]] = {}
    for fact in found:
        if isinstance(fact, Role) and fact.role == "owner" and fact.evidence[0].rule == _RECEIVES:
            receivers.setdefault(fact.project, set()).add(fact.actor)
    for fact in found:
        if isinstance(fact, Flow):
            key, amount = _key(fact), fact.money.amount
            first = bisect_left(near[key], amount / (1 + 2 * _NEAR))
            last = bisect_right(near[key], amount / (1 - 2 * _NEAR))
            others = (other for x in near[key][first:last] if x != amount for other in flows[key][x])
            if any(_rounds(fact, other) for other in others):
                continue
            yield _with_recipient(fact, receivers)
        else:
            yield fact


_Key = tuple[str | None, str, int | None]


def _key(flow: Flow) -> _Key:
    return flow.project, flow.money.currency, flow.year


def _with_recipient(flow: Flow, receivers: dict[str, set[str]]) -> Flow:
    known = receivers.get(flow.project or "", set())
    if flow.recipient is None and len(known) == 1 and flow.evidence[0].rule in _GRANTS:
        (receiver,) = known
        return flow if receiver == flow.funder else replace(flow, recipient=receiver)
    return flow


def _rounds(flow: Flow, other: Flow) -> bool:
    """Whether a flow is another one told in rounder figures at another place."""
    if None not in (flow.funder, other.funder) and flow.funder != other.funder:
        return False
    if flow.evidence[0].start == other.evidence[0].start or flow.money.amount == other.money.amount:
        return False
    gap = abs(flow.money.amount - other.money.amount)
    return gap <= other.money.amount * _NEAR and _digits(flow.money.amount) < _digits(other.money.amount)


def _digits(amount: Decimal) -> int:
    return len(f"{amount:f}".split(".")[0].rstrip("0"))
