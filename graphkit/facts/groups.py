"""Actors that stand together («Region Västerbotten och Länsstyrelsen i Västerbotten»), and who is the subject or object of a cue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphkit.facts.reading import Name, Unit

_JOINT = re.compile(
    r"""^(?:\s*\([^()]{0,60}\))?                                  # an abbreviation in brackets
        \s*(?:,|;|/|&|\+)?\s*                                      # a comma
        (?:och|samt|and|respektive|resp\.?|liksom|plus|as\ well\ as|along\ with|med\ flera)?\s*
        (?:även|också|the|also|kommunerna|dels)?\s*$""",
    re.VERBOSE,
)
_BEFORE = re.compile(r"(\w+)[\s(]+(?:the\s+|den\s+|det\s+|de\s+|bland\s+annat\s+|bl\.a\.\s+|både\s+|såväl\s+)?$")
_PREPOSITIONS = frozenset(
    "av från till med hos för i på vid mellan genom via åt mot enligt inom utan under over by from to with of for at through via between within under beside "
    "towards into ur bakom".split()
)


@dataclass(frozen=True, slots=True)
class Group:
    """Names joined by commas and «och»; `before` is the preposition in front of them, if any. Offsets are the document's."""

    names: tuple[Name, ...]
    start: int
    end: int
    before: str


def find_groups(unit: Unit, names: Sequence[Name]) -> tuple[Group, ...]:
    """The groups of a unit's actors, in order of place."""
    groups: list[list[Name]] = []
    for name in names:
        if groups:
            between = unit.text[groups[-1][-1].end - unit.start : name.start - unit.start]
            if name.start >= groups[-1][-1].end and between.strip() and _JOINT.match(between):
                groups[-1].append(name)
                continue
            if name.start < groups[-1][-1].end:
                continue
        groups.append([name])
    found = []
    for members in groups:
        before = _BEFORE.search(unit.text[: members[0].start - unit.start])
        word = before.group(1).casefold() if before else ""
        found.append(Group(tuple(members), members[0].start, members[-1].end, word if word in _PREPOSITIONS else ""))
    return tuple(found)


def subject_of(
    unit: Unit, groups: Sequence[Group], cue_start: int, cue_end: int, barriers: Sequence[tuple[int, int]]
) -> Group | None:
    """The group that does what the cue says: the nearest before it that is no object of a preposition, else the one right behind it.

    `barriers` are the places of other verbs: no subject is looked for beyond one, but for a verb that shares it («äger och driver»).
    """
    low = max(
        (end for start, end in barriers if end <= cue_start and not _shares(unit, end, cue_start)), default=unit.start
    )
    before = [g for g in groups if g.end <= cue_start and g.start >= low]
    for group in reversed(before):
        if group.before in ("", "även", "också"):
            gap = unit.text[group.end - unit.start : cue_start - unit.start]
            if len(gap) <= 90 and not re.search(r"[;:]\s|\)\s*[.]", gap) and not re.match(r"[’']s?\s", gap):
                return group
    for group in groups:
        if group.start >= cue_end:
            gap = unit.text[cue_end - unit.start : group.start - unit.start]
            if group.before == "" and re.fullmatch(
                r"\s*(även|också|dessutom|nu|sedan|i sin tur|bland annat|also|in turn|the|[:–-])?\s*", gap, re.I
            ):
                return group
            break
    return None


def object_of(unit: Unit, groups: Sequence[Group], cue_end: int, *, reach: int = 40) -> Group | None:
    """The group right behind a cue («finansieras av X och Y»), with at most a few words between."""
    for group in groups:
        if group.start >= cue_end:
            gap = unit.text[cue_end - unit.start : group.start - unit.start]
            if len(gap) <= reach and not re.search(r"[.;]|\b(som|vilket|which|that)\b", gap):
                return group
            return None
    return None


def _shares(unit: Unit, end: int, start: int) -> bool:
    """Whether two verbs are joined by «och» alone, so that they have one subject."""
    return bool(re.fullmatch(r"\s*(?:,|och|and|samt)\s*", unit.text[end - unit.start : start - unit.start]))


def following(groups: Sequence[Group], first: Group, unit: Unit) -> Iterator[Group]:
    """A group and those that go on with it after a bracket or an apposition («A, som …, och B» does not)."""
    yield first
    position = groups.index(first)
    for before, group in zip(groups[position:], groups[position + 1 :], strict=False):
        between = unit.text[before.end - unit.start : group.start - unit.start]
        if not re.fullmatch(r"\s*(?:,\s*)?(?:och|samt|and)?\s*(?:\w+\s+)?(?:av|by|from|från|med|with)\s*", between):
            return
        yield group
