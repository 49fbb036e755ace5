"""Who gets what a decision grants, and so owns the project: «beviljar X stöd för projektet Y», «bevilja stöd till X», «X får medel till Y»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.facts.clauses import Cue, Sentence, find_cues, project_of, subject_at
from graphkit.facts.groups import Group
from graphkit.facts.proofs import proof
from graphkit.model import BlockKind, Role

_TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TITLE, BlockKind.HEADING)
_REACH = 110
_CLAUSE = re.compile(r"[.;:]\s|\b(?:som|men|medan|samt att|which|while|but|and that)\b")
_NEAR = 3
_BARE_SUM = re.compile(r"\s(?:[^\W\d_]+\s)?\d{1,3}[ .\u00a0]\d{3}(?![\d.,])")
"""A sum without its currency: «får 106 000 för projektet»."""


def find_receivers(sentence: Sentence) -> Iterator[Role]:
    """The owners of projects that a sentence says get a grant for them, as roles."""
    if sentence.unit.block.kind not in _TEXT or not sentence.groups:
        return
    if sentence.lexicon.pattern("roles.negations", "flows.refused").search(sentence.unit.text):
        return
    for cue in find_cues(sentence, "flows.granting"):
        group = _object(sentence, cue)
        if group is not None:
            yield from _owner(sentence, group, cue.start)
    for cue in find_cues(sentence, "roles.receiver-verbs"):
        group = subject_at(sentence, cue)
        if group is not None and _gets_money(sentence, cue):
            yield from _owner(sentence, group, cue.start)


def find_drawn(sentence: Sentence) -> Iterator[Role]:
    """The funds that money is taken out of: «bevilja stöd ur Alfafonden», «900 tkr ur Alfafonden»."""
    if sentence.unit.block.kind not in _TEXT:
        return
    if sentence.lexicon.pattern("roles.negations", "flows.refused", "flows.applied").search(sentence.unit.text):
        return
    if not sentence.lexicon.pattern("flows.granting", "flows.granted", "flows.deciding").search(sentence.unit.text):
        return
    for group in sentence.groups:
        project = project_of(sentence, group.start) if group.before in sentence.lexicon.words("flows.out-of") else None
        for name in group.names if project else ():
            if name.type == "eu":
                found = (proof(sentence.unit, "role.funder-drawn", 0.6),)
                yield Role(project=str(project), actor=name.key, role="funder", evidence=found)


def _object(sentence: Sentence, cue: Cue) -> Group | None:
    """Who a verb of granting names as its receiver: right behind it, or behind «till»."""
    for group in sentence.groups:
        gap = sentence.between(cue.end, group.start)
        if group.start < cue.end or not group.names:
            continue
        if len(gap) > _REACH or _CLAUSE.search(gap):
            return None
        if (len(gap) <= _NEAR and group.before == "") or group.before in sentence.lexicon.words("roles.to"):
            return group
        if group.before == "" and _to_the_party(sentence).search(gap):
            return group
    return None


def _to_the_party(sentence: Sentence) -> re.Pattern[str]:
    return sentence.lexicon.regex(r"\s(?:<roles.to>)\s(?:[a-zåäö]+\s){0,4}[a-zåäö]+,\s$")


def _gets_money(sentence: Sentence, cue: Cue) -> bool:
    """Whether what is got is money: an amount, a word for it right behind the verb, or nothing else than what it is for."""
    behind = sentence.between(cue.end, cue.end + 40)
    if _BARE_SUM.match(behind):
        return True
    if any(cue.end <= amount.start <= cue.end + 30 for amount in sentence.reading.amounts[sentence.index]):
        return True
    return bool(sentence.lexicon.pattern("roles.money-nouns", "flows.grants").match(behind.lstrip()))


def _owner(sentence: Sentence, group: Group, position: int) -> Iterator[Role]:
    """The first of a group's bodies as the owner of the project that the money is for."""
    named = sentence.reading.projects[sentence.index]
    behind = next((n.key for n in named if n.start >= group.end), None)
    project = behind or project_of(sentence, position)
    body = group.names[0] if group.names else None
    if body is None or any(n.start <= body.start and body.end <= n.end for n in named):
        return
    if not any(n.key == project for names in sentence.reading.projects[: sentence.index + 1] for n in names):
        return
    if project is None or body.type == "eu" or (len(group.keys) > 1 and not _is_part(sentence, group)):
        return
    yield Role(
        project=project,
        actor=body.key,
        role="owner",
        evidence=(proof(sentence.unit, "role.owner-granted", 0.55),),
    )


def _is_part(sentence: Sentence, group: Group) -> bool:
    """Whether a group is a body and its department: «Region Alfa, Alfaarkivet, för projektet»."""
    first, second = group.names[0], group.names[1]
    return len(group.names) == 2 and sentence.between(first.end, second.start).strip() == ","
