"""What an amount in a sentence is when nobody gives it: a whole budget, or no fact at all."""

from __future__ import annotations

import re

from graphkit.facts.givers import Giver
from graphkit.lexicon import Lexicon

_IN_ALL = re.compile(r"\s*(i\s+(total\s*)?budget|totalt\b|i\s+total\b|in\s+total\b)")
_SHARE_OF = re.compile(
    r"(?:procent|prosent|%|per cent|percent|delar?|andel|share|part|hälften|half)\s+(?:av|of)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_SHARE_OF_IT = re.compile(_SHARE_OF.pattern.removesuffix("$") + r"\w+$", re.IGNORECASE)
_BY_CUE = re.compile(r"\s*(?:på|om|of|à|är|is)?\s*(?:\w+\s+){0,2}")
_ASIDE = re.compile(r"\s–\s[^–\d]{3,70}\s–\s")
_SURE = ("flow.giver-verb", "flow.amount-from", "flow.giver-genitive")


def is_no_flow(before: str, after: str, lexicon: Lexicon, giver: Giver | None) -> bool:
    """Whether words near an amount say that it is a pot, price, loan, turnover, example, or a drawn part of a grant.

    >>> from graphkit.lexicon import load_lexicon
    >>> is_no_flow("Föreningen omsätter ", " om året.", load_lexicon("sv"), None)
    True
    >>> is_no_flow("Sida betalar ", " till projektet.", load_lexicon("sv"), None)
    False
    """
    near = f"{before[-60:]} ¤ {after[:35]}"
    if lexicon.pattern("flows.pots").search(near) and (giver is None or giver.rule not in _SURE):
        return True
    if lexicon.pattern("flows.hard-pots").search(near):
        return True
    return bool(lexicon.pattern("flows.drawn").search(near)) or _is_part(before, after, lexicon)


def _is_part(before: str, after: str, lexicon: Lexicon) -> bool:
    """«, varav 300 000 betalades i år», «, 2 miljoner om året»: a part of the amount before it."""
    if not lexicon.pattern("flows.part-of").search(before[-25:]):
        return False
    return bool(lexicon.pattern("flows.part-after").search(after[:40]))


def _of_whole(before: str, cue: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a cue of a budget is no share of it («47 procent av kostnaderna»), and a verb of cost has a project as its subject."""
    ahead = before[: cue.start()]
    if _SHARE_OF.search(ahead) and not _BY_CUE.fullmatch(before[cue.end() :]):
        return False
    if not lexicon.pattern("flows.cost-verbs").fullmatch(cue.group()):
        return True
    return not ahead.strip() or bool(lexicon.pattern("projects.anaphora", "flows.cost-subjects").search(ahead))


def is_budget(before: str, after: str, lexicon: Lexicon, giver: Giver | None) -> bool:
    """Whether the nearest cue says that an amount is a whole budget, and no giver stands right by it.

    >>> from graphkit.lexicon import load_lexicon
    >>> is_budget("Projektet har en budget på ", " kronor.", load_lexicon("sv"), None)
    True
    """
    before = _ASIDE.sub(" ", before)
    giving = lexicon.pattern("roles.funder-verbs", "roles.funder-passives", "roles.receiver-verbs", "flows.grants")
    cues = [(m.end(), "flow") for m in giving.finditer(before)]
    words = ("flows.budget",) if cues else ("flows.budget", "flows.budget-weak")
    cues += [(m.end(), "budget") for m in lexicon.pattern(*words).finditer(before) if _of_whole(before, m, lexicon)]
    if lexicon.pattern("flows.going-to").match(after.lstrip()):
        return False
    last = max(cues, default=(0, ""))
    if last[1] == "budget" and _BY_CUE.fullmatch(before[last[0] :]) and _SHARE_OF_IT.search(before[: last[0]]):
        return True  # «60 procent av budgeten på 5 miljoner kronor»
    if last[1] == "budget" and len(before) - last[0] <= 60 and not lexicon.pattern("flows.no-budget").search(before):
        if giver is None or giver.rule in ("flow.received", "flow.granted", "flow.financed-by"):
            return True
        if giver.rule == "flow.giver-verb" and not any(kind == "flow" for _, kind in cues):
            return True  # «A har beviljat 3 miljoner medan hela budgeten är 9 miljoner»
        return giver.rule == "flow.giver-verb" and len(before) - last[0] <= 25
    return giver is None and bool(_IN_ALL.match(after))
