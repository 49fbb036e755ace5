"""What may stand between a body and the amount that it gives."""

from __future__ import annotations

import re
from functools import cache

from graphkit.facts.clauses import Sentence
from graphkit.facts.groups import Group
from graphkit.facts.reading import Amount
from graphkit.lexicon import Lexicon, load_lexicon


def _hedges(words: Lexicon) -> str:
    """What may stand right before an amount: «cirka», «högst», «en summa på»."""
    return "|".join(words.alternation(g) for g in ("money.hedges-about", "money.hedges-up-to", "flows.sums"))


@cache
def gap_pattern(language: str) -> re.Pattern[str]:
    """Between a body and what it gives: «G 400 000 kr», «G (ESF), i Lund, med cirka 400 000 kr»."""
    words = load_lexicon(language)
    hedges = _hedges(words)
    return re.compile(
        rf"""\s*(?:\([^()]{{1,50}}\))?\s*(?:(?:i|på|in)\s+[A-ZÅÄÖ]\w+)?                     # (ESF), i Lund
             \s*(?:,|:|–|-|\||\(|med|för|with|of|for)?\s*(?:(?:{hedges})\s*)*""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def own_pattern(language: str) -> re.Pattern[str]:
    """Between a genitive and the sum of its gift: «Gs bidrag är 400 000 kr», «Gs andel: 400 000 kr»."""
    words = load_lexicon(language)
    hedges = _hedges(words)
    return re.compile(
        rf"""\s*(?:(?:\w+\s+)?\w*(?:{words.alternation("flows.gifts")})
             (?:\s+(?:{words.alternation("flows.amounting")}))?)?\s*(?:[,:(]\s*)?(?:(?:{hedges})\s*)*""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def amounting_pattern(language: str) -> re.Pattern[str]:
    """Between the giver of a gift and its sum: «Stödet från G uppgår till cirka 400 000 kr», «The grant from G is 400 000»."""
    words = load_lexicon(language)
    hedges = _hedges(words)
    return re.compile(
        rf"\s+(?:(?:{words.alternation('flows.amounting')})\s+){{1,2}}(?:(?:{hedges})\s*)*", re.IGNORECASE
    )


def is_gift_of(sentence: Sentence, group: Group, gap: str) -> bool:
    """«Stödet från G är på 400 000 kr»: a noun for a gift before the body, a verb of amounting behind it."""
    ahead = sentence.between(sentence.unit.start, group.start)
    gift = sentence.lexicon.regex(r"(?:<flows.gifts>)(?:en|et|n|t)?\s+\w+\s+(?:the\s+)?$", re.IGNORECASE).search(ahead)
    return bool(gift) and amounting_pattern(sentence.lexicon.language).fullmatch(gap) is not None


def is_fund_money(sentence: Sentence, amount: Amount, group: Group) -> bool:
    """«4 miljoner kronor i EU-stöd»: whose money it is stands in the word for it."""
    behind = sentence.lexicon.regex(r"[-\s](?:<flows.money-endings>)(?!\w)").match(
        sentence.between(group.end, group.end + 20)
    )
    return behind is not None and len(sentence.between(amount.end, group.start)) <= 4
