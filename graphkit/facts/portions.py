"""Shares of an amount that the sentence before tells: «Finland's share is EUR 9 million. Of that, the EU pays 60 percent.»"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from graphkit.facts.clauses import Sentence, project_of
from graphkit.facts.givers import Giver, find_giver, implied
from graphkit.facts.money import find_percentages
from graphkit.facts.payments import Found, payments
from graphkit.facts.reading import Amount
from graphkit.model import Basis, BlockKind, Money

_TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_HEAD = 25
"""So far into a sentence «of that» may stand to mean the amount of the sentence before."""


def find_portions(sentences: Sequence[Sentence]) -> Iterator[Found]:
    """The flows of shares in per cent of the last amount of the sentence before; those of a national payer have no giver by name."""
    for before, sentence in itertools.pairwise(sentences):
        whole = whole_before(before, sentence)
        if whole is None:
            continue
        for share in find_percentages(
            sentence.unit.text, language=sentence.lexicon.language, offset=sentence.unit.start
        ):
            project = project_of(sentence, share.start)
            giver = _giver(sentence, whole, share.start, share.end)
            if project is None or giver is None or not 0 < share.value < 100:
                continue
            amount = (whole.amount * share.value / 100).quantize(Decimal(1), ROUND_HALF_UP)
            money = Money(amount, whole.currency or "SEK", share.text)
            yield from payments(sentence.unit, project, implied(giver), money, False, None, Basis.IMPLIED)


def whole_before(before: Sentence, sentence: Sentence) -> Amount | None:
    """The amount that a sentence which begins with «of that» takes shares of; none where it tells amounts of its own."""
    index = sentence.index
    if before.unit.block_index != sentence.unit.block_index or sentence.unit.block.kind not in _TEXT:
        return None
    cue = sentence.lexicon.pattern("flows.part-of").search(sentence.unit.text)
    if cue is None or cue.start() > _HEAD or sentence.reading.amounts[index]:
        return None
    return next(reversed(before.reading.amounts[before.index]), None)


def _giver(sentence: Sentence, whole: Amount, start: int, end: int) -> Giver | None:
    shadow = Amount(start=start, end=end, text="", amount=whole.amount, currency=whole.currency, sharing="each")
    clause = sentence.between(max(sentence.unit.start, start - 50), start).rpartition(",")[2]
    if sentence.lexicon.pattern("flows.national-money").search(clause):
        return Giver((), None, "flow.national-portion", 0.6)
    giver = find_giver(sentence, shadow, sentence.unit.end)
    return giver if giver is not None and len(giver.funders) == 1 else None
