"""Money in sentences: who gives how much to what; what is a budget; what is neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from graphkit.facts.focus import project_at
from graphkit.facts.groups import Group, find_groups, subject_of
from graphkit.facts.money import ImpliedAmount, find_implied, find_percentages
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Amount, Attribute, Reading, Unit
from graphkit.lexicon import Lexicon
from graphkit.model import Basis, BlockKind, Flow, Issue, Money, Role

Found = Flow | Role | Attribute | Issue

_SENTENCES = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_SMALLEST = Decimal(500)
_YEAR_AFTER = re.compile(r"^\W{0,3}(?:under|för|år|in|for|i|during)\s+(?:år\s+)?((?:19|20)\d\d)(?!\s*[-–/]\s*\d|\d)")
_YEAR_BEFORE = re.compile(r"(?:under|för|år|in|for)\s+(?:år\s+)?((?:19|20)\d\d)\W{1,3}(?:\w+\s+){0,2}$")


@dataclass(frozen=True, slots=True)
class Giver:
    """Who gives an amount: actors' keys (several give it together unless `each`), who gets it, and the rule that saw it."""

    funders: tuple[str, ...]
    recipient: str | None
    rule: str
    confidence: float


def find_flows(reading: Reading, decider: str | None) -> Iterator[Found]:
    """The flows and budgets of running text; `decider` is the body that the page says grants the money, where it says so."""
    known: list[tuple[str | None, Decimal, str, int | None]] = []
    for index, unit in enumerate(reading.units):
        if unit.block.kind not in _SENTENCES:
            continue
        for found in _in_sentence(reading, index, unit, decider, known):
            if isinstance(found, Flow) and found.basis is Basis.STATED:
                known.append((found.project, found.money.amount, found.money.currency, found.year))
            yield found


def find_decider(reading: Reading) -> str | None:
    """The body that the page says grants money («Region X har som uppdrag att bevilja …»); the first such, None where none is."""
    for index, unit in enumerate(reading.units):
        if unit.block.kind not in (*_SENTENCES, BlockKind.TITLE, BlockKind.HEADING):
            continue
        groups = find_groups(unit, reading.actors[index])
        for match in reading.lexicon.pattern("flows.deciding").finditer(unit.text):
            group = subject_of(unit, groups, unit.start + match.start(), unit.start + match.end(), ())
            if group and group.names[0].type in (
                "region",
                "agency",
                "county-board",
                "eu",
                "municipality",
                "association",
                "other",
            ):
                return group.names[0].key
    return None


def _in_sentence(
    reading: Reading,
    index: int,
    unit: Unit,
    decider: str | None,
    known: Sequence[tuple[str | None, Decimal, str, int | None]],
) -> Iterator[Found]:
    lexicon = reading.lexicon
    amounts = [a for a in reading.amounts[index] if a.amount >= _SMALLEST and not a.same_as]
    groups = find_groups(unit, [n for n in reading.actors[index] if n.rule != "actor.contact"])
    refused = bool(lexicon.pattern("flows.refused").search(unit.text))
    previous = unit.start
    for order, amount in enumerate(amounts):
        following = amounts[order + 1].start if order + 1 < len(amounts) else unit.end
        before, after = (
            unit.text[previous - unit.start : amount.start - unit.start],
            unit.text[amount.end - unit.start : following - unit.start],
        )
        previous = amount.end
        project = project_at(unit, reading.projects[index], amount.start, reading.focus[index])
        nearer = [n for n in reading.projects[index] if amount.end <= n.start <= amount.end + 60]
        if nearer and re.match(
            r"[^,.;]{0,40}\b(till|to|for|för|på)\s+(\w+\s+){0,3}$",
            unit.text[amount.end - unit.start : nearer[0].start - unit.start],
        ):
            project = nearer[0].key
        giver = _giver(unit, amount, groups, following, lexicon)
        if _is_no_flow(before, after, lexicon, giver) or (refused and giver is None):
            continue
        if _is_budget(before, after, lexicon, giver):
            if project is not None:
                yield Attribute(
                    project=project,
                    field="budget",
                    value=_money(amount),
                    evidence=proof(unit, "budget.sentence", 0.75, "budget"),
                )
            continue
        if lexicon.pattern("flows.applied").search(before[-70:]) and not lexicon.pattern("flows.granted").search(
            before[-70:]
        ):
            continue
        if giver is None and nearer and project == nearer[0].key:
            giver = Giver((decider,) if decider else (), None, "flow.to-project", 0.65)
        if giver is None and project is not None and lexicon.pattern("flows.own").search(before[-40:]):
            giver = Giver((), None, "flow.own", 0.55)
        if giver is None and project is not None and lexicon.pattern("flows.granted").search(before + after[:40]):
            giver = Giver((decider,) if decider else (), None, "flow.granted", 0.5)
        if giver is None:
            yield Issue(
                kind="amount-without-payer", quote=unit.text, start=unit.start, end=unit.end, rule="flow.unplaced"
            )
            continue
        if project is None and (not giver.funders or giver.confidence < 0.7):
            continue
        yield from _flows(
            unit, project, giver, _money(amount), amount.sharing == "each", _year(before, after), Basis.STATED
        )
    if refused:
        return
    for implied in find_implied(unit.text, lexicon.language, offset=unit.start):
        yield from _implied(reading, index, unit, implied, groups, known)
    yield from _shares(reading, index, unit, groups)


def _money(amount: Amount) -> Money:
    return Money(amount.amount, amount.currency or "SEK", amount.text)


def _year(before: str, after: str) -> int | None:
    match = _YEAR_AFTER.match(after) or _YEAR_BEFORE.search(before)
    return int(match.group(1)) if match else None


# ------------------------------------------------------------------------------------------- who gives it


def _giver(unit: Unit, amount: Amount, groups: Sequence[Group], following: int, lexicon: Lexicon) -> Giver | None:
    """Who gives an amount, by the nearest of: «A från G», «G med A», the subject of a giving verb, the other side of a receiving verb."""
    recipient = _recipient(unit, amount, groups, lexicon)
    behind = next((g for g in groups if amount.end <= g.start < following), None)
    if behind is not None and behind.before in lexicon.words("roles.giver-prepositions"):
        gap = unit.text[amount.end - unit.start : behind.start - unit.start]
        if (
            len(gap) <= 60
            and not re.search(r"[.;]|\b(och|men|medan|and|while|but)\b|\w+as\s+(av|by)\b", gap)
            and not (behind.before in ("genom", "through") and recipient is None)
        ):
            return Giver(_keys(behind), recipient, "flow.amount-from", 0.85)
    ahead = next((g for g in reversed(groups) if g.end <= amount.start), None)
    if ahead is not None:
        gap = unit.text[ahead.end - unit.start : amount.start - unit.start]
        beneficiary = _stands_for_receiver(unit, ahead, groups, gap, lexicon)
        hedge = rf"(?:{lexicon.alternation('money.hedges-about')}|{lexicon.alternation('money.hedges-up-to')}|en summa på|totalt|sammanlagt|in total|a total of|another|ytterligare|dock)"
        if (
            not beneficiary
            and re.fullmatch(
                rf"\s*(?:\([^()]{{1,50}}\))?\s*(?:\s*(?:i|på|in)\s+[A-ZÅÄÖ]\w+)?\s*(?:,|:|–|-|\(|med|för|with|of|for)?\s*(?:{hedge}\s*)*",
                gap,
                re.I,
            )
            and (recipient is None or recipient not in _keys(ahead))
        ):
            return Giver(_keys(ahead), recipient, "flow.giver-amount", 0.8)
    verbs = [
        (unit.start + m.start(), unit.start + m.end())
        for m in lexicon.pattern("roles.funder-verbs", "roles.receiver-verbs").finditer(unit.text)
    ]
    for start, end in reversed([v for v in verbs if v[1] <= amount.start]):
        text = unit.text[start - unit.start : end - unit.start]
        if lexicon.pattern("roles.receiver-verbs").fullmatch(text):
            giver = next(
                (g for g in groups if g.before in lexicon.words("roles.giver-prepositions") and g.start > start), None
            )
            if giver is None and recipient is None:
                continue
            return Giver(_keys(giver) if giver else (), recipient, "flow.received", 0.75 if giver else 0.6)
        group = subject_of(unit, groups, start, end, [v for v in verbs if v != (start, end)])
        if group is not None and not re.search(r"[.;]", unit.text[end - unit.start : amount.start - unit.start]):
            return Giver(_keys(group), _beneficiary(unit, groups, end, amount, group), "flow.giver-verb", 0.85)
    for match in lexicon.pattern("roles.funder-passives").finditer(unit.text[: amount.start - unit.start]):
        position = unit.start + match.end()
        group = next((g for g in groups if position <= g.start <= position + 30 and g.end <= amount.start), None)
        if group is not None and not any(a <= amount.start and a >= group.end for a in [g.start for g in groups]):
            return Giver(_keys(group), recipient, "flow.financed-by", 0.8)
    return Giver((), recipient, "flow.received", 0.55) if recipient else None


def _stands_for_receiver(unit: Unit, group: Group, groups: Sequence[Group], gap: str, lexicon: Lexicon) -> bool:
    """«X har gett Y 15 000 euro»: the group right before the amount is who gets it, for a giver and a verb stand before it."""
    if gap.strip():
        return False
    before = [g for g in groups if g.end <= group.start]
    return bool(before) and bool(
        lexicon.pattern("roles.funder-verbs").search(unit.text[before[-1].end - unit.start : group.start - unit.start])
    )


def _recipient(unit: Unit, amount: Amount, groups: Sequence[Group], lexicon: Lexicon) -> str | None:
    for match in lexicon.pattern("roles.receiver-verbs").finditer(unit.text[: amount.start - unit.start]):
        group = subject_of(unit, groups, unit.start + match.start(), unit.start + match.end(), ())
        if group is not None and len(group.names) == 1 and amount.start - unit.start - match.end() < 110:
            return group.names[0].key
    return None


def _beneficiary(unit: Unit, groups: Sequence[Group], verb_end: int, amount: Amount, giver: Group) -> str | None:
    """«Umeå kommun beviljar X 163 000 kronor»: X, the group between the verb and the amount."""
    for group in groups:
        if (
            verb_end <= group.start
            and group.end <= amount.start
            and group is not giver
            and group.before == ""
            and len(group.names) == 1
        ):
            return group.names[0].key
    return None


def _keys(group: Group) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.key for name in group.names))


# --------------------------------------------------------------------------------------- what is no flow


def _is_no_flow(before: str, after: str, lexicon: Lexicon, giver: Giver | None) -> bool:
    near = before[-60:] + " ¤ " + after[:35]
    if lexicon.pattern("flows.pots").search(near) and (
        giver is None or giver.rule not in ("flow.giver-verb", "flow.amount-from")
    ):
        return True
    return bool(lexicon.pattern("flows.drawn").search(near))


def _is_budget(before: str, after: str, lexicon: Lexicon, giver: Giver | None) -> bool:
    """Whether the nearest cue says that an amount is a whole budget, and no giver stands right by it."""
    giving = lexicon.pattern("roles.funder-verbs", "roles.funder-passives", "roles.receiver-verbs", "flows.grants")
    cues = [(m.end(), "flow") for m in giving.finditer(before)]
    words = ("flows.budget",) if cues else ("flows.budget", "flows.budget-weak")
    cues += [(m.end(), "budget") for m in lexicon.pattern(*words).finditer(before)]
    last = max(cues, default=(0, ""))
    if last[1] == "budget" and len(before) - last[0] <= 60:
        return (
            giver is None
            or giver.rule in ("flow.received", "flow.granted", "flow.financed-by")
            or (giver.rule == "flow.giver-verb" and len(before) - last[0] <= 25)
        )
    return bool(re.match(r"\s*(i\s+(total\s*)?budget|totalt\b|i\s+total\b|in\s+total\b)", after)) and giver is None


# ----------------------------------------------------------------------------------------- implied money


def _flows(
    unit: Unit, project: str | None, giver: Giver, money: Money, each: bool, year: int | None, basis: Basis
) -> Iterator[Found]:
    evidence = (proof(unit, giver.rule, giver.confidence),)
    if project is not None and giver.recipient is not None and giver.rule == "flow.received":
        owner = proof(unit, "role.owner-receives", 0.6)
        yield Role(project=project, actor=giver.recipient, role="owner", evidence=(owner,))
    if len(giver.funders) > 1 and not each:
        yield Flow(
            project=project,
            funder=None,
            recipient=giver.recipient,
            money=money,
            year=year,
            basis=basis,
            evidence=evidence,
        )
        if project is not None:
            for funder in giver.funders:
                yield Role(project=project, actor=funder, role="funder", evidence=evidence)
        return
    payers: tuple[str | None, ...] = giver.funders or (None,)
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


def _implied(
    reading: Reading,
    index: int,
    unit: Unit,
    implied: ImpliedAmount,
    groups: Sequence[Group],
    known: Sequence[tuple[str | None, Decimal, str, int | None]],
) -> Iterator[Found]:
    """«motsvarande belopp», «halva det beloppet»: a part of the amount last named for the same project."""
    project = project_at(unit, reading.projects[index], implied.start, reading.focus[index])
    if implied.kind not in ("last", "split") or project is None:
        return
    stated = [
        (a.amount, a.currency or "SEK", None)
        for a in reading.amounts[index]
        if a.end <= implied.start and a.amount >= _SMALLEST and not a.same_as
    ]
    base = (
        stated[-1]
        if stated
        else next(
            ((amount, currency, year) for owner, amount, currency, year in reversed(known) if owner == project), None
        )
    )
    if base is None:
        return
    amount = base[0] if implied.factor is None else base[0] * implied.factor.numerator / implied.factor.denominator
    shadow = Amount(
        start=implied.start, end=implied.end, text=implied.text, amount=amount, currency=base[1], sharing="each"
    )
    giver = _giver(unit, shadow, groups, unit.end, reading.lexicon)
    after = next(
        (g for g in groups if g.start >= implied.end and g.before in ("mellan", "från", "av", "between", "from", "by")),
        None,
    )
    if after is not None and (giver is None or giver.rule != "flow.giver-verb"):
        giver = Giver(_keys(after), None, "flow.shared-between", 0.7)
    if giver is None or not giver.funders:
        return
    giver = Giver(giver.funders, giver.recipient, giver.rule + "-implied", giver.confidence * 0.9)
    yield from _flows(unit, project, giver, Money(amount, base[1], implied.text), True, base[2], Basis.IMPLIED)


def _shares(reading: Reading, index: int, unit: Unit, groups: Sequence[Group]) -> Iterator[Found]:
    """«Budgeten är 748 000 euro, av vilka 65 % kommer från X»: a part of the budget that the same sentence states."""
    shares = find_percentages(unit.text, language=reading.lexicon.language, offset=unit.start)
    budgets = [
        a
        for a in reading.amounts[index]
        if a.amount >= _SMALLEST
        and not a.same_as
        and reading.lexicon.pattern("flows.budget").search(unit.text[: a.start - unit.start])
    ]
    if not shares or not budgets:
        return
    for share in shares:
        base = next((b for b in reversed(budgets) if b.end <= share.start), None)
        group = next(
            (
                g
                for g in groups
                if g.start >= share.end and g.before in reading.lexicon.words("roles.giver-prepositions")
            ),
            None,
        )
        project = project_at(unit, reading.projects[index], share.start, reading.focus[index])
        if base is None or group is None or project is None:
            continue
        money = Money((base.amount * share.value / 100).quantize(Decimal(1)), base.currency or "SEK", share.text)
        yield from _flows(
            unit, project, Giver(_keys(group)[:1], None, "flow.share-of-budget", 0.7), money, False, None, Basis.IMPLIED
        )
