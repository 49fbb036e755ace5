"""Who owns, takes part in and pays for a project, as sentences say it: active, passive and nominal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.facts.focus import project_at
from graphkit.facts.groups import Group, find_groups, object_of, subject_of
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Reading, Unit
from graphkit.model import BlockKind, Role

_ACTIVE = (
    ("owner", "roles.owner-verbs", 0.8),
    ("funder", "roles.funder-verbs", 0.6),
    ("partner", "roles.partner-verbs", 0.65),
)
_PASSIVE = (
    ("owner", "roles.owner-passives", 0.85),
    ("owner", "roles.owner-nouns", 0.9),
    ("funder", "roles.funder-passives", 0.75),
    ("partner", "roles.partner-passives", 0.75),
)
_ALL = tuple(group for _, group, _ in (*_ACTIVE, *_PASSIVE)) + ("roles.receiver-verbs",)


def find_roles(reading: Reading) -> Iterator[Role]:
    """The roles that running text states; ids are the keys of the reading's names."""
    for index, unit in enumerate(reading.units):
        if unit.block.kind in (BlockKind.ROW, BlockKind.HEADER_ROW, BlockKind.PAIR) or not reading.actors[index]:
            continue
        yield from _in_sentence(reading, index, unit)


def _in_sentence(reading: Reading, index: int, unit: Unit) -> Iterator[Role]:
    lexicon = reading.lexicon
    groups = find_groups(unit, [n for n in reading.actors[index] if n.rule != "actor.contact"])
    verbs = [(unit.start + m.start(), unit.start + m.end()) for m in lexicon.pattern(*_ALL).finditer(unit.text)]
    for role, words, confidence in _PASSIVE:
        for match in lexicon.pattern(words).finditer(unit.text):
            group = object_of(unit, groups, unit.start + match.end())
            if group is not None:
                yield from _roles(
                    reading,
                    index,
                    unit,
                    group,
                    role,
                    f"role.{role}-named-after",
                    confidence,
                    unit.start + match.start(),
                )
    for role, words, confidence in _ACTIVE:
        for match in lexicon.pattern(words).finditer(unit.text):
            start, end = unit.start + match.start(), unit.start + match.end()
            if role == "funder" and not _is_money_verb(reading, index, match.group(), end):
                continue
            if (
                role == "partner"
                and any(start < a.start < start + 120 for a in reading.amounts[index])
                and not any(n.start > end for n in reading.actors[index])
            ):
                continue
            group = subject_of(unit, groups, start, end, verbs)
            if group is not None:
                yield from _roles(reading, index, unit, group, role, f"role.{role}-subject", confidence, start)
    for match in lexicon.pattern("roles.owner-apposition").finditer(unit.text):
        for group in groups:
            gap = unit.text[group.end - unit.start : match.start()] if group.end - unit.start <= match.start() else "—"
            if re.fullmatch(r"\s*\(\s*|\s*,\s+", gap) or re.fullmatch(r"\s*,\s*som är\s*", gap):
                yield from _roles(
                    reading,
                    index,
                    unit,
                    Group(group.names[-1:], group.start, group.end, ""),
                    "owner",
                    "role.owner-apposition",
                    0.8,
                    group.start,
                )


_LOOSE = frozenset(["står för", "stod för", "svarar för", "svarade för", "lägger", "lade", "lägga", "lagt", "ger", "gav", "ge", "gett", "bidrar med", "bidrog med", "bidra med", "bidragit med", "medverkar med", "lovat", "lovar", "lovade", "satsar", "satsade", "satsa", "satsat", "prioriterar", "beslutat om", "beslutade om", "provides", "provided", "gives", "gave", "adds", "added", "contributes", "contributed", "supports", "supported", "approved", "approves", "has approved", "avsätter", "godkänt", "godkände", "backs", "backed", "covers", "covered", "matches", "matched", "promised", "committed", "commits", "stöder", "stödjer", "stödde", "stöttar", "stöttat", "invests", "investerar", "betalar"])  # fmt: skip


def _is_money_verb(reading: Reading, index: int, verb: str, end: int) -> bool:
    """Whether a verb that may mean other things («står för», «ger») has money as its object here."""
    plain = " ".join(verb.casefold().split())
    if plain not in _LOOSE:
        return True
    if any(end <= amount.start <= end + 60 for amount in reading.amounts[index]):
        return True
    rest = reading.units[index].text[end - reading.units[index].start :][:60]
    return bool(
        re.search(
            r"\b(procent|%|kostnad|pengar|medel|belopp|summa|hälften|halva|lika mycket|resten|resterande|finansiering|the rest|half|money|costs?|tre fjärdedelar|per cent|percent)",
            rest,
            re.I,
        )
    )


def _roles(
    reading: Reading, index: int, unit: Unit, group: Group, role: str, rule: str, confidence: float, position: int
) -> Iterator[Role]:
    lexicon = reading.lexicon
    window = unit.text[
        max(0, min(group.start, position) - unit.start - 30) : max(group.end, position) - unit.start + 60
    ]
    if role != "owner" and lexicon.pattern("roles.wishes").search(window):
        return
    if lexicon.pattern("roles.negations").search(window) and role != "owner":
        return
    project = project_at(unit, reading.projects[index], max(group.end, position), reading.focus[index])
    if project is None:
        return
    for name in group.names:
        yield Role(project=project, actor=name.key, role=role, evidence=(proof(unit, rule, confidence),))
