"""Roles in several projects at once: «Alfa kommun har beviljats 2 miljoner av EU för tre projekt», «fyra projekt vid Alfa universitet»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graphkit.facts.clauses import Cue, Sentence, find_cues, subject_at
from graphkit.facts.groups import Group, object_of
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Attribute
from graphkit.facts.sources import is_passive
from graphkit.model import BlockKind, Role

_TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TITLE, BlockKind.HEADING)
_MOST = 15
_REACH = 12
_OWNERS = (
    "region",
    "municipality",
    "university",
    "company",
    "association",
    "school",
    "county-board",
    "other",
    "network",
)


def find_collective(sentences: Sequence[Sentence], known: Sequence[object]) -> Iterator[Role]:
    """The roles that a sentence about several projects gives in each of those that the page then names, where nothing else tells their owner or funder.

    `known` are the facts that are found so far. One who gets money «i tre projekt» takes part in them.
    """
    told = {(fact.project, fact.role) for fact in known if isinstance(fact, Role)}
    told |= {(fact.project, "funder") for fact in known if isinstance(fact, Attribute) and fact.value == "refused"}
    for sentence in sentences:
        counted = counted_projects(sentence)
        if counted is None or sentence.lexicon.pattern("roles.negations", "flows.refused").search(sentence.unit.text):
            continue
        projects = _named_after(sentences, sentence, counted[2])
        for role, group, confidence in _parts(sentence, counted[0], counted[1]) if len(projects) > 1 else ():
            for project in projects:
                if role == "partner" or (project, role) not in told:
                    yield from _roles(sentence, group, role, project, confidence)


def counted_projects(sentence: Sentence) -> tuple[int, int, int] | None:
    """Where a sentence counts projects, and how many: «fyra större samverkansprojekt»; None where it counts none or one."""
    if sentence.unit.block.kind not in _TEXT or not sentence.groups:
        return None
    found = sentence.lexicon.regex(
        r"(?<![\w.,])(?P<count>\d\d?|<money.numerals>)\s+(?:[\w-]+\s+){0,3}?[\w-]*(?:<projects.several>)(?!\w)",
        re.IGNORECASE,
    ).search(sentence.unit.text)
    if found is None:
        return None
    word = found["count"].casefold()
    count = int(word if word.isdigit() else sentence.lexicon.mapping("money.numerals")[word])
    start = sentence.unit.start
    return (start + found.start(), start + found.end(), count) if 1 < count <= _MOST else None


def of_several(sentence: Sentence) -> bool:
    """Whether a sentence speaks of several projects and names none, so that it tells nothing of one: «Alfa kommun driver tre projekt»."""
    return counted_projects(sentence) is not None and not sentence.reading.projects[sentence.index]


def _named_after(sentences: Sequence[Sentence], counting: Sentence, count: int) -> tuple[str, ...]:
    """The first projects that are named from a sentence on, as many as it counts; none where the page names fewer than all before its end."""
    before = {n.key for s in sentences[: counting.index] for n in s.reading.projects[s.index]}
    after = [n.key for s in sentences[counting.index :] for n in s.reading.projects[s.index]]
    return tuple(dict.fromkeys(key for key in after if key not in before))[:count]


def _parts(sentence: Sentence, start: int, end: int) -> Iterator[tuple[str, Group, float]]:
    """Who has which part in the projects that are counted from `start` to `end`."""
    within = sentence.lexicon.regex(r"\b(?:<roles.in>)\s(?:\w+\s)?$").search(sentence.between(start - 20, start))
    receivers = [subject_at(sentence, cue) for cue in find_cues(sentence, "roles.receiver-verbs") if cue.end <= start]
    for group in receivers:
        if group is not None and _is_one(group):
            yield ("partner" if within else "owner"), group, 0.55
    for cue in find_cues(sentence, "roles.owner-verbs", "roles.applying-verbs"):
        group = subject_at(sentence, cue)
        if group is not None and _is_one(group) and (cue.end <= start <= cue.end + 40 or _relative(sentence, end, cue)):
            yield "owner", group, 0.6
    for group in sentence.groups:
        if 0 <= group.start - end <= _REACH and group.before in sentence.lexicon.words("roles.at") and _is_one(group):
            yield "owner", group, 0.6
    yield from (("funder", group, 0.6) for group in _funders(sentence, start) if group not in receivers)


def _funders(sentence: Sentence, start: int) -> Iterator[Group]:
    """Who gives the money of the projects: «Alfafonden har beviljat … till fyra projekt», «har beviljats 2 miljoner av EU för …»."""
    for cue in find_cues(sentence, "flows.deciding"):
        group = subject_at(sentence, cue)
        granted = not (is_passive(sentence, cue) or find_cues(sentence, "flows.applied"))
        if group is not None and group.names and cue.end <= start and granted and not _is_of_body(sentence, group):
            yield group
    for cue in find_cues(sentence, "flows.origins", "flows.decided-by", "roles.funder-passives"):
        group = object_of(sentence.unit, sentence.groups, cue.end, reach=_REACH)
        if group is not None and group.names:
            yield group
    for amount in sentence.reading.amounts[sentence.index]:
        group = object_of(sentence.unit, sentence.groups, amount.end, reach=_REACH)
        if group is not None and group.before in sentence.lexicon.words("roles.giver-prepositions"):
            yield group


def _is_of_body(sentence: Sentence, group: Group) -> bool:
    """Whether a name only tells whose committee decides: «The Alfa Steering Committees have approved», «Alfas styrkommitté»."""
    behind = sentence.lexicon.regex(r"\s(?:[A-Z]\w+\s)?(?:<flows.committees>)(?!\w)", re.IGNORECASE)
    return any(behind.match(sentence.between(name.end, name.end + 40)) for name in group.names)


def _is_one(group: Group) -> bool:
    return len(group.keys) == 1 and group.names[0].type in _OWNERS


def _relative(sentence: Sentence, end: int, cue: Cue) -> bool:
    """Whether a verb stands in the clause that says which projects are meant: «tre projekt som Alfa kommun har sökt»."""
    return 0 <= cue.start - end <= 80 and bool(
        sentence.lexicon.regex(r"^\s(?:som|där|that|which|where)\s").match(sentence.between(end, cue.start))
    )


def _roles(sentence: Sentence, group: Group, role: str, project: str, confidence: float) -> Iterator[Role]:
    for name in {name.key: name for name in group.names}.values():
        evidence = (proof(sentence.unit, f"role.{role}-of-several", confidence),)
        yield Role(project=project, actor=name.key, role=role, evidence=evidence)
