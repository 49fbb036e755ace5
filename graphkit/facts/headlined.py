"""Money that a heading tells: «Fem miljoner till Alfamissionen», «Region Beta ger Gammaskolan 300 000 kronor»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.facts.beneficiaries import receiver_behind
from graphkit.facts.boxes import money_of
from graphkit.facts.budgets import is_budget, is_no_flow
from graphkit.facts.clauses import Sentence
from graphkit.facts.givers import find_giver
from graphkit.facts.heads import HEADS
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Amount
from graphkit.facts.restated import HEADLINE
from graphkit.facts.sources import Sources
from graphkit.model import Flow

_SMALLEST = 10_000
_FIGURES = re.compile(r"[\s\d.,:;()/–—-]+")


def find_in_headline(sentence: Sentence, sources: Sources) -> Iterator[Flow]:
    """The flow of a heading with one amount and a body that gives or gets it, on a page that tells of grants."""
    amounts = sentence.reading.amounts[sentence.index]
    if sentence.unit.block.kind not in HEADS or len(amounts) != 1 or amounts[0].amount < _SMALLEST:
        return
    if not sources.granting or sentence.lexicon.pattern("flows.refused", "flows.applied").search(sentence.unit.text):
        return
    (amount,) = amounts
    before = sentence.between(sentence.unit.start, amount.start)
    after = sentence.between(amount.end, sentence.unit.end)
    giver = find_giver(sentence, amount, sentence.unit.end)
    if is_no_flow(before, after, sentence.lexicon, giver) or is_budget(before, after, sentence.lexicon, giver):
        return
    recipient = giver.recipient if giver else receiver_behind(sentence, amount, sentence.unit.end)
    funders = giver.funders if giver else ()
    headed = _is_record_head(sentence, amount)
    if len(funders) > 1 or not (funders or recipient or headed):
        return
    if headed:
        recipient = sources.receiver
    funder = funders[0] if funders else sources.giver(None)
    named = sentence.reading.projects[sentence.index]
    yield Flow(
        project=named[0].key if named else None,
        funder=funder,
        recipient=recipient if recipient != funder else None,
        money=money_of(amount),
        evidence=(proof(sentence.unit, "flow.headed" if headed else f"flow{HEADLINE}", 0.5),),
    )


def _is_record_head(sentence: Sentence, amount: Amount) -> bool:
    """Whether a heading is a project's name with its sum, and at most a period between: «Nya spår 1.3.2015 – 28.2.2017 (41 300 €)»."""
    named = sentence.reading.projects[sentence.index]
    if not named or sentence.between(sentence.unit.start, named[0].start).strip():
        return False
    rest = sentence.between(named[0].end, amount.start) + sentence.between(amount.end, sentence.unit.end)
    return not _FIGURES.sub("", rest)
