"""Amounts that must be worked out: «lika mycket som EU», «hälften», «resten delas lika», «50 procent av budgeten»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from graphkit.facts.clauses import Sentence, project_of
from graphkit.facts.givers import Giver, find_giver, implied
from graphkit.facts.money import ImpliedAmount, find_implied, find_percentages
from graphkit.facts.payments import SMALLEST, Found, payments
from graphkit.facts.portions import whole_before
from graphkit.facts.reading import Amount, Attribute
from graphkit.model import Basis, BlockKind, Flow, Money

_BOXED = (BlockKind.HEADER_ROW, BlockKind.TITLE, BlockKind.HEADING)


@dataclass(frozen=True, slots=True)
class Base:
    """An amount that another may be a part of: a flow, or a project's budget when `total`; `start` is its unit's place."""

    project: str
    funder: str | None
    amount: Decimal
    currency: str
    start: int
    year: int | None = None
    total: bool = False


def bases_of(found: Sequence[object]) -> list[Base]:
    """What stated flows and budgets there are to work from, in order of place."""
    bases = []
    for fact in found:
        if isinstance(fact, Flow) and fact.project is not None:
            money, start = fact.money, fact.evidence[0].start
            bases.append(Base(fact.project, fact.funder, money.amount, money.currency, start, fact.year))
        elif isinstance(fact, Attribute) and isinstance(fact.value, Money):
            money, start = fact.value, fact.evidence.start
            bases.append(Base(fact.project, None, money.amount, money.currency, start, total=True))
    return sorted(bases, key=lambda base: base.start)


def find_worked_out(sentences: Sequence[Sentence], found: Sequence[object]) -> Iterator[Found]:
    """The flows of amounts that the text gives only in words or as a share; `found` are the stated facts to work from."""
    bases = bases_of(found)
    before: Sentence | None = None
    for sentence in sentences:
        last, before = before, sentence
        if sentence.unit.block.kind in _BOXED or sentence.lexicon.pattern("flows.refused").search(sentence.unit.text):
            continue
        of_that = last is not None and whole_before(last, sentence) is not None
        for find in (_in_words,) if of_that else (_shares, _in_words):
            found_here = list(find(sentence, bases))
            bases += bases_of(found_here)
            yield from found_here


def _in_words(sentence: Sentence, bases: Sequence[Base]) -> Iterator[Found]:
    done: list[Base] = []
    for phrase in find_implied(sentence.unit.text, sentence.lexicon.language, offset=sentence.unit.start):
        project = project_of(sentence, phrase.start)
        if project is None or _is_told(sentence, phrase.end):
            continue
        base = _base(sentence, phrase, project, [*bases, *done])
        if base is None:
            continue
        giver = _giver(sentence, phrase, base)
        if giver is None or (giver.granted and not giver.funders):
            continue
        for flow in _amounts(sentence, phrase, base, giver):
            done += bases_of([flow])
            yield flow


def _is_told(sentence: Sentence, end: int) -> bool:
    """«hela kostnaden, 1,9 Mkr»: the amount stands right behind its description."""
    return any(0 <= a.start - end <= 12 for a in sentence.reading.amounts[sentence.index])


def _base(sentence: Sentence, phrase: ImpliedAmount, project: str, bases: Sequence[Base]) -> Base | None:
    """The amount that a phrase is a part of: the last named, the whole budget, or what is left of it."""
    own = [base for base in bases if base.project == project]
    here = [a for a in sentence.reading.amounts[sentence.index] if a.end <= phrase.start and a.amount >= SMALLEST]
    if phrase.kind == "last":
        like = _like(sentence, phrase, own)
        if like is not None:
            return like
        if here:
            last = [a for a in here if not a.same_as][-1]
            return Base(project, None, last.amount, last.currency or "SEK", last.start)
        return next((b for b in reversed(own) if b.start < sentence.unit.start), None)
    total = next((base for base in reversed(own) if base.total), None)
    if total is None and here and _of_it(sentence, here[-1].end, phrase):
        return Base(project, None, here[-1].amount, here[-1].currency or "SEK", here[-1].start, total=True)
    if total is None or phrase.kind in ("total", "split"):
        return total
    paid = [b for b in own if not b.total and b.currency == total.currency and b.start <= phrase.start]
    left = total.amount - sum((b.amount for b in {(b.funder, b.amount, b.year): b for b in paid}.values()), Decimal(0))
    return replace(total, amount=left) if paid and left >= SMALLEST else None


def _of_it(sentence: Sentence, end: int, phrase: ImpliedAmount) -> bool:
    """«12 miljoner kronor, varav hälften», «EUR 2 million, half of which»."""
    around = sentence.between(end, phrase.start) + " ¤ " + sentence.between(phrase.end, phrase.end + 12)
    return len(around) <= 40 and bool(sentence.lexicon.pattern("flows.part-of").search(around))


def _like(sentence: Sentence, phrase: ImpliedAmount, own: Sequence[Base]) -> Base | None:
    """«lika mycket som EU»: what the one named gives to the project, wherever the text says it."""
    other = next((g for g in sentence.groups if g.start >= phrase.end and g.names), None)
    if other is None or sentence.between(phrase.end, other.start).split()[:1] not in (["som"], ["as"]):
        return None
    flows = [base for base in own if not base.total]
    same = [base for base in flows if base.funder in other.keys]
    if not same and other.names[0].type == "eu":
        same = [base for base in flows if base.funder is None] or flows[:1]
    return same[-1] if same else None


def _giver(sentence: Sentence, phrase: ImpliedAmount, base: Base) -> Giver | None:
    shadow = Amount(
        start=phrase.start, end=phrase.end, text=phrase.text, amount=base.amount, currency=base.currency, sharing="each"
    )
    between = sentence.lexicon.words("flows.between")
    shared = next((g for g in sentence.groups if g.start >= phrase.end and g.before in between and g.names), None)
    if shared is not None and phrase.kind in ("split", "rest-split"):
        return Giver(shared.keys, None, "flow.shared-between", 0.7)
    giver = find_giver(sentence, shadow, sentence.unit.end)
    if giver is None and phrase.kind in ("split", "rest-split"):
        before = [g for g in sentence.groups if g.end <= phrase.start and len(g.keys) > 1 and g.before == ""]
        giver = Giver(before[-1].keys, None, "flow.shared-by", 0.65) if before else None
    if (
        giver is None
        and base.funder is not None
        and sentence.lexicon.pattern("flows.going-to").match(sentence.between(phrase.end, phrase.end + 25).lstrip())
    ):
        receiver = next((g for g in sentence.groups if g.start >= phrase.end and len(g.keys) == 1), None)
        giver = Giver((base.funder,), receiver.keys[0], "flow.going-to", 0.7) if receiver else None
    return giver


def _amounts(sentence: Sentence, phrase: ImpliedAmount, base: Base, giver: Giver) -> Iterator[Flow]:
    factor = phrase.factor if phrase.factor is not None else Fraction(1)
    if phrase.kind in ("split", "rest-split"):
        factor /= len(giver.funders) or 1
    amount = _whole(base.amount * factor.numerator / factor.denominator)
    together = sentence.lexicon.pattern("flows.together").search(sentence.between(phrase.end, phrase.end + 25))
    each = phrase.kind in ("last", "split", "rest-split") and not together
    year = _year(sentence, phrase) or base.year
    for fact in payments(
        sentence.unit,
        base.project,
        implied(giver),
        Money(amount, base.currency, phrase.text),
        each,
        year,
        Basis.IMPLIED,
    ):
        if isinstance(fact, Flow):
            yield fact


def _year(sentence: Sentence, phrase: ImpliedAmount) -> int | None:
    """«samma summa för 2014»: the year right behind the phrase."""
    for date in sentence.reading.dates[sentence.index]:
        if 0 <= date.start - phrase.end <= 12 and date.first and len(date.first) == 4 and date.last is None:
            return int(date.first)
    return None


# ---------------------------------------------------------------------------------------------------- shares


def _shares(sentence: Sentence, bases: Sequence[Base]) -> Iterator[Found]:
    """«EU står för 50 procent av budgeten», «av vilka 65 % kommer från X»: a part of the budget."""
    text, lexicon = sentence.unit.text, sentence.lexicon
    for share in find_percentages(text, language=lexicon.language, offset=sentence.unit.start):
        project = project_of(sentence, share.start)
        totals = [b for b in bases if b.project == project and b.total]
        near = [a for a in _amounts_of(sentence, share.end) if a.amount != totals[-1].amount] if totals else []
        if not totals or near or not 0 < share.value <= 100 or not _of_budget(sentence, share.end):
            continue
        base = totals[-1]
        shadow = Amount(
            start=share.start, end=share.end, text=share.text, amount=base.amount, currency=base.currency, sharing=""
        )
        giver = find_giver(sentence, shadow, sentence.unit.end)
        if giver is None or len(giver.funders) != 1:
            continue
        money = Money(_whole(base.amount * share.value / 100), base.currency, share.text)
        rule = Giver(giver.funders, None, "flow.share-of-budget", 0.7)
        yield from payments(sentence.unit, project, rule, money, False, None, Basis.IMPLIED)


def _amounts_of(sentence: Sentence, end: int) -> list[Amount]:
    """The amounts that say a share in money («47 procent, dock högst 2 000 000 kronor»): those behind it, before another giver."""
    other = next((g.start for g in sentence.groups if g.start >= end), sentence.unit.end)
    limit = min(end + 60, other)
    return [a for a in sentence.reading.amounts[sentence.index] if end <= a.start < limit]


def _of_budget(sentence: Sentence, end: int) -> bool:
    """Whether a share is of the money: nothing follows that it is of, or one of the words for a budget."""
    after = sentence.between(end, end + 40).split()
    if not after or after[0].casefold() not in ("av", "of"):
        return True
    return bool(sentence.lexicon.pattern("money.shareable").match(" ".join(after[1:]).removeprefix("the ")))


def _whole(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal(1), ROUND_HALF_UP)
