"""Who owns, takes part in and pays for a project, as sentences say it: active, passive and nominal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphkit.facts.focus import project_at
from graphkit.facts.groups import Group, find_groups, object_of, subject_of
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Reading, Unit
from graphkit.lexicon import Lexicon
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
_VERBS = (*(group for _, group, _ in (*_ACTIVE, *_PASSIVE)), "roles.receiver-verbs")
_BOXED = (BlockKind.ROW, BlockKind.HEADER_ROW, BlockKind.PAIR)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A unit with the groups of actors in it."""

    reading: Reading
    index: int
    unit: Unit
    groups: tuple[Group, ...]

    @property
    def lexicon(self) -> Lexicon:
        return self.reading.lexicon

    def gap(self, start: int, end: int) -> str:
        """The text between two places of the document, cut at the unit's borders."""
        return self.unit.text[max(0, start - self.unit.start) : max(0, end - self.unit.start)]


def find_roles(reading: Reading) -> Iterator[Role]:
    """The roles that running text states; ids are the keys of the reading's names."""
    for index, unit in enumerate(reading.units):
        if unit.block.kind in _BOXED or not reading.actors[index]:
            continue
        groups = find_groups(unit, [name for name in reading.actors[index] if name.rule != "actor.contact"])
        sentence = Sentence(reading, index, unit, groups)
        yield from _named_after(sentence)
        yield from _subjects(sentence)
        yield from _appositions(sentence)
        yield from _after_colon(sentence)


def _named_after(sentence: Sentence) -> Iterator[Role]:
    """«ägs av X», «Projektägare är X», «finansieras av X och Y», «tillsammans med X»."""
    for role, words, confidence in _PASSIVE:
        for match in sentence.lexicon.pattern(words).finditer(sentence.unit.text):
            group = object_of(sentence.unit, sentence.groups, sentence.unit.start + match.end())
            if group is not None:
                yield from _roles(
                    sentence, group, role, f"role.{role}-named-after", confidence, sentence.unit.start + match.start()
                )


def _subjects(sentence: Sentence) -> Iterator[Role]:
    """«X leder», «X och Y deltar», «I Z bidrar även X»."""
    unit = sentence.unit
    barriers = [
        (unit.start + m.start(), unit.start + m.end()) for m in sentence.lexicon.pattern(*_VERBS).finditer(unit.text)
    ]
    for role, words, confidence in _ACTIVE:
        for match in sentence.lexicon.pattern(words).finditer(unit.text):
            start, end = unit.start + match.start(), unit.start + match.end()
            group = subject_of(unit, sentence.groups, start, end, barriers)
            if group is None or (role == "funder" and not _of_money(sentence, match.group(), end)):
                continue
            if role == "partner" and _gives(sentence, start):
                continue
            meant = "partner" if role == "owner" and not _of_project(sentence, match.group(), end) else role
            yield from _roles(sentence, group, meant, f"role.{meant}-subject", confidence, start)


def _appositions(sentence: Sentence) -> Iterator[Role]:
    """«X (lead partner)», «X, som är projektägare»."""
    for match in sentence.lexicon.pattern("roles.owner-apposition").finditer(sentence.unit.text):
        start = sentence.unit.start + match.start()
        for group in sentence.groups:
            if group.end <= start and re.fullmatch(
                r"\s*\(\s*|\s*,\s+(?:som är\s+|who is\s+)?", sentence.gap(group.end, start)
            ):
                last = Group(group.names[-1:], group.start, group.end, "")
                yield from _roles(sentence, last, "owner", "role.owner-apposition", 0.8, group.start)


def _after_colon(sentence: Sentence) -> Iterator[Role]:
    """«Sex kommuner testar mallarna: A, B i X län samt C»: those behind the colon do what stands before it."""
    colon = re.search(r":\s", sentence.unit.text)
    if colon is None or any(group.end <= sentence.unit.start + colon.start() for group in sentence.groups):
        return
    before = sentence.unit.text[: colon.start()]
    cues = [
        (m.end(), role)
        for role, words in (
            ("partner", "roles.partner-verbs"),
            ("partner", "roles.partner-leads"),
            ("funder", "roles.funder-verbs"),
            ("owner", "roles.owner-verbs"),
        )
        for m in sentence.lexicon.pattern(words).finditer(before)
    ]
    if cues and sentence.lexicon.pattern("roles.bodies").search(before):
        for group in sentence.groups:
            yield from _roles(sentence, group, max(cues)[1], "role.after-colon", 0.6, group.start)


# ------------------------------------------------------------------------------------------- what counts


def _of_money(sentence: Sentence, verb: str, end: int) -> bool:
    """Whether a verb that may mean other things («står för», «ger») has money as its object here."""
    if " ".join(verb.casefold().split()) not in sentence.lexicon.words("roles.loose-funder-verbs"):
        return True
    amounts: Sequence[int] = [amount.start for amount in sentence.reading.amounts[sentence.index]]
    return any(end <= start <= end + 60 for start in amounts) or bool(
        sentence.lexicon.pattern("roles.money-nouns").search(sentence.gap(end, end + 60))
    )


def _of_project(sentence: Sentence, verb: str, end: int) -> bool:
    """Whether a verb that may mean a part («ansvarar för», «sköter») has the whole project as its object."""
    if " ".join(verb.casefold().split()) not in sentence.lexicon.words("roles.loose-owner-verbs"):
        return True
    near = sentence.gap(end, end + 45)
    return bool(sentence.lexicon.pattern("projects.anaphora", "roles.whole-nouns").search(near)) or any(
        end <= name.start <= end + 30 for name in sentence.reading.projects[sentence.index]
    )


def _gives(sentence: Sentence, start: int) -> bool:
    """Whether a partner's verb is one of giving: an amount follows it, and no actor after that."""
    amounts = [a for a in sentence.reading.amounts[sentence.index] if start < a.start < start + 120]
    return bool(amounts) and not any(name.start > start for name in sentence.reading.actors[sentence.index])


def _roles(sentence: Sentence, group: Group, role: str, rule: str, confidence: float, position: int) -> Iterator[Role]:
    low, high = min(group.start, position), max(group.end, position)
    window = sentence.gap(low - 30, high + 60)
    if role != "owner" and sentence.lexicon.pattern("roles.wishes", "roles.negations").search(window):
        return
    project = project_at(
        sentence.unit, sentence.reading.projects[sentence.index], high, sentence.reading.focus[sentence.index]
    )
    if project is None:
        return
    for name in group.names:
        yield Role(project=project, actor=name.key, role=role, evidence=(proof(sentence.unit, rule, confidence),))
