"""Who gets an amount in a sentence: «X får 400 000 kr», «400 000 kr till X», «G beviljar X 400 000 kr»."""

from __future__ import annotations

import re

from graphkit.facts.clauses import Cue, Sentence, find_cues, subject_at
from graphkit.facts.groups import Group
from graphkit.facts.reading import Amount

GIVING = ("roles.funder-verbs", "roles.funder-split")
_ADVERBIAL = re.compile(r"\s*,\s[^,;:.]{3,60},\s+|\s+(?:\w+\s+){0,2}")
_PLACE = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:(?:i|på|in)\s+[A-ZÅÄÖ][\w-]+\s+)?(?:\w+\s+)?")
_NEXT = re.compile(r"[^.;:]{0,60}?(?:,|\s(?:och|samt|medan|and|while))\s")
_DASH = re.compile(r"\s*[,–—-]?\s*")
_AND = re.compile(r"\s(?:och|samt|and)\s$")


def recipient_of(sentence: Sentence, amount: Amount) -> str | None:
    """«X får 400 000 kr», «X tilldelas 400 000 kr»: X, if it is one body."""
    cues = find_cues(sentence, "roles.receiver-verbs")
    for cue in cues:
        if 0 <= cue.start - amount.end <= 6 and _DASH.fullmatch(sentence.between(amount.end, cue.start)):
            group = next((g for g in sentence.groups if cue.end <= g.start <= cue.end + 3 and not g.before), None)
            if group is not None and len(group.keys) == 1:
                return group.keys[0]  # «Mest, 1,9 miljoner kronor, får X»
    for cue in reversed(cues):
        if cue.end > amount.start or amount.start - cue.end >= 110 or gives_back(sentence, cue, amount):
            continue
        group = subject_at(sentence, cue) or _behind_adverbial(sentence, cue, amount)
        if group is not None and len(group.keys) == 1 and not _projects_get(sentence, group, cue):
            return group.keys[0]
    return None


def _projects_get(sentence: Sentence, group: Group, cue: Cue) -> bool:
    """«G har prioriterat elva projekt som tillsammans får 90 miljoner kronor»: the projects get it, and not G."""
    relative = sentence.lexicon.regex(r"(?:<projects.several>)\s(?:<projects.relative-words>)\s(?:\w+\s){0,3}$")
    return group.end <= cue.start and relative.search(sentence.between(group.end, cue.start)) is not None


def _behind_adverbial(sentence: Sentence, cue: Cue, amount: Amount) -> Group | None:
    """«I Dalarna fick, i årets första omgång, X i Y 400 000 kr»: X, the only group between the verb and its amount."""
    behind = [g for g in sentence.groups if cue.end <= g.start and g.end <= amount.start]
    if len(behind) != 1 or behind[0].before or behind[0].genitive or not behind[0].names:
        return None
    ahead, gap = sentence.between(cue.end, behind[0].start), sentence.between(behind[0].end, amount.start)
    return behind[0] if _ADVERBIAL.fullmatch(ahead) and _PLACE.fullmatch(gap) else None


def gives_back(sentence: Sentence, cue: Cue, amount: Amount) -> bool:
    """«X får 400 000 kr och lägger till 90 000 kr»: whether who got one sum gives the next, in words with no other subject."""
    before = [a for a in sentence.reading.amounts[sentence.index] if cue.end <= a.start < amount.start]
    giving = [c for c in find_cues(sentence, *GIVING) if before and before[-1].end <= c.start < amount.start]
    return bool(giving) and bool(_AND.search(sentence.between(before[-1].end, giving[0].start)))


def receives_next(sentence: Sentence, group: Group, amount: Amount) -> Cue | None:
    """«X får 400 000 kr och Y 90 000 kr»: the verb by which Y, right before the next sum, gets it too."""
    for cue in reversed(find_cues(sentence, "roles.receiver-verbs")):
        before = [a for a in sentence.reading.amounts[sentence.index] if cue.end <= a.start and a.end <= group.start]
        giving = [c for c in find_cues(sentence, *GIVING) if cue.end <= c.start < amount.start]
        if before and not giving and _NEXT.fullmatch(sentence.between(before[-1].end, group.start)):
            return cue
    return None


def receiver_behind(sentence: Sentence, amount: Amount, following: int) -> str | None:
    """«ger 163 000 kronor för 2019 till X»: X, if it is one body named right behind."""
    for group in sentence.groups:
        if amount.end <= group.start < following and group.before in sentence.lexicon.words("roles.to"):
            gap = sentence.between(amount.end, group.start)
            near = len(gap) <= 30 and not re.search(r"[.,;]|\b(och|and|som|which)\b", gap)
            return group.keys[0] if near and len(group.keys) == 1 else None
    return None


def beneficiary(sentence: Sentence, verb_end: int, amount: Amount, giver: Group) -> str | None:
    """«Umeå kommun beviljar X 163 000 kronor»: X, the group between the verb and the amount."""
    for group in sentence.groups:
        between = (
            verb_end <= group.start and group.end <= amount.start and is_close(sentence.between(verb_end, group.start))
        )
        if between and group is not giver and group.before == "" and len(group.keys) == 1:
            return group.keys[0]
    return None


def is_close(gap: str) -> bool:
    """Whether a receiver stands right behind its verb: «beviljar X», «har gett projektets ägare X»."""
    return len(gap) <= 25 and not re.search(r"\d|[,;%]|\b(och|and|men|but)\b", gap)


def is_item_owner(sentence: Sentence, group: Group, amount: Amount) -> bool:
    """«Nya spår, X, 400 000 kr», «Anna Ek, X – 400 000 kr»: in a line of a project or a person, its body and a sum, the body gets it."""
    unit, reading = sentence.unit, sentence.reading
    if len(reading.amounts[sentence.index]) != 1 or sentence.between(amount.end, unit.end).strip(" .)"):
        return False
    first = [n.end for n in reading.projects[sentence.index] if n.start - unit.start <= 3]
    first += [p.end for p in reading.people if p.start - unit.start <= 3 and unit.start <= p.start < group.start]
    return any(
        sentence.between(end, group.start).strip() in (",", ";", "–", "-") for end in first if end <= group.start
    )
