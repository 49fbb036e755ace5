"""Grants for no named project: «Alfa AB har fått nästan 15 miljoner kronor i stöd», «Beta-fonden har beviljat 40 miljoner till 29 företag»."""

from __future__ import annotations

import re

from graphkit.facts.clauses import Sentence, find_cues
from graphkit.facts.givers import Giver
from graphkit.facts.reading import Amount
from graphkit.facts.sources import Sources, counts_projects

_RECEIVED = ("flow.received", "flow.granted")
_SURE = ("flow.giver-verb", "flow.amount-from", "flow.giver-amount")
SEVERAL_GET = "flow.several-get"


def is_unnamed_grant(sentence: Sentence, amount: Amount, giver: Giver, sources: Sources) -> bool:
    """Whether money that a sentence gives to no named project is a grant: from a body to a body, or its giver's sum for several."""
    if sentence.lexicon.pattern("flows.supposed").search(sentence.unit.text):
        return False  # «Ett exempel: ett projekt för 6 miljoner kan få 3 miljoner från EU»
    if giver.recipient is not None and giver.recipient not in giver.funders:
        return bool(giver.funders) or (giver.rule in _RECEIVED and is_support(sentence, amount, sources))
    if giver.recipient is None and (amount.hedge == "up-to" or amount.per_year):
        return False  # «De olika centrumen får mellan fyra och åtta miljoner kronor per år av G»
    if giver.recipient is None and giver.rule == SEVERAL_GET:
        return bool(giver.funders) or sources.giver(None) is not None
    if giver.recipient is not None or len(giver.funders) != 1 or giver.rule not in _SURE:
        return False
    return (
        _is_for_several(sentence, giver)
        or _is_for_unnamed(sentence, amount)
        or _is_for_bodies(sentence, amount)
        or _is_granted(sentence, amount)
    )


def find_shared(sentence: Sentence, amount: Amount, before: str) -> Giver | None:
    """Money that unnamed projects get, from whom the page says: «Elva projekt delar på 3,8 miljoner», «90 miljoner går till ett projekt om is»."""
    lexicon = sentence.lexicon
    if sentence.reading.projects[sentence.index] or not (counts_projects(sentence) or _tells_of_one(sentence)):
        return None
    if lexicon.pattern("flows.pots", "flows.hard-pots", "flows.supposed").search(sentence.unit.text):
        return None
    after = sentence.between(amount.end, amount.end + 120)
    near = lexicon.regex(r"(?<!\w)(?:<flows.sharing>|<roles.receiver-verbs>)(?!\w)", re.IGNORECASE).search(
        before[-110:]
    )
    passed = lexicon.regex(
        r"(?:[^,.;]|(?<=\d),(?=\d)){0,70}\s(?:<flows.passed-on>|<roles.receiver-verbs>)(?!\w)"
    ).match(after)
    return Giver((), None, SEVERAL_GET, 0.5, granted=True) if near or passed else None


def is_support(sentence: Sentence, amount: Amount, sources: Sources) -> bool:
    """Whether what a body gets is support: its words say so («1,2 miljoner i stöd», «beviljas 40 000 kr»), or the page tells of grants."""
    if sources.granting:
        return True
    said = sentence.lexicon.regex(r"(?<!\w)[\w-]*(?:<flows.money-endings>)(?!\w)", re.IGNORECASE)
    near = sentence.between(amount.start - 45, amount.end + 45)
    return bool(said.search(sentence.unit.text) or sentence.lexicon.pattern("flows.awarding").search(near))


def _is_for_unnamed(sentence: Sentence, amount: Amount) -> bool:
    """Whether money goes to a project that the page doesn't name: «Projektet får 300 000 kr från G», «G ger 300 000 kr till ett projekt»."""
    spoken = sentence.lexicon.regex(r"(?<!\w)(?:<projects.anaphora>)(?!\w)", re.IGNORECASE)
    return bool(spoken.search(sentence.unit.text)) or _tells_of_one(sentence) or _is_cofinanced(sentence, amount)


def _is_cofinanced(sentence: Sentence, amount: Amount) -> bool:
    """«Alfa kommun medfinansierar med 200 000 kr», on a page that names no project at all."""
    if any(sentence.reading.projects):
        return False
    cues = find_cues(sentence, "flows.cofinancing", "roles.funder-split")
    verbs = sentence.lexicon.words("flows.cofinancing")
    return any(cue.words in verbs and 0 <= amount.start - cue.end <= 30 for cue in cues)


def _tells_of_one(sentence: Sentence) -> bool:
    """Whether a sentence tells of a project without its name: «ett nytt samarbetsprojekt»."""
    single = sentence.lexicon.regex(
        r"(?<!\w)(?:<projects.articles>)\s(?:\w+\s){0,2}?\w*(?:<projects.sure-kinds>)(?!\w)", re.IGNORECASE
    )
    return bool(single.search(sentence.unit.text))


def _is_granted(sentence: Sentence, amount: Amount) -> bool:
    """«G har beviljat museet nästan fyra miljoner kronor»: a verb of granting right before the sum, whoever gets it."""
    cues = [cue for cue in find_cues(sentence, "flows.granting") if cue.end <= amount.start]
    return bool(cues) and len(sentence.between(cues[-1].end, amount.start)) <= 40


def _is_for_bodies(sentence: Sentence, amount: Amount) -> bool:
    """«G anslår en halv miljon kronor till länsstyrelserna i X och Y», «G fördelar 16 miljoner kronor till lokala museer»."""
    several = sentence.lexicon.regex(
        r"[^.;:]{0,45}?\s(?:<roles.to>)\s(?:[\w-]+\s){0,3}?(?:<roles.bodies>|<flows.grantees>)(?!\w)"
    )
    if several.match(sentence.between(amount.end, amount.end + 110)) and find_cues(sentence, "flows.deciding"):
        return True
    behind = next(
        (g for g in sentence.groups if g.start >= amount.end and g.before in sentence.lexicon.words("roles.to")), None
    )
    return behind is not None and len(sentence.between(amount.end, behind.start)) <= 40


def _is_for_several(sentence: Sentence, giver: Giver) -> bool:
    """Whether a sentence shares out a sum among several: «har beviljat 40 miljoner till 29 företag», «delar ut …  till tre projekt»."""
    if counts_projects(sentence):
        return True
    if giver.rule != "flow.amount-from" and not find_cues(sentence, "flows.deciding", "flows.distributing"):
        return False
    grantees = sentence.lexicon.regex(r"(?<![\w.,])\d{1,3}\s+(?:\w+\s+)?(?:<flows.grantees>)(?!\w)")
    several = sentence.lexicon.pattern("flows.several")
    return bool(counts_projects(sentence) or grantees.search(sentence.unit.text) or several.search(sentence.unit.text))
