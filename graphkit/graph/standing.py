"""Which claims act: only what is positive and undisputed becomes a direct property, a network line or a sum."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphkit.graph.claims import Attribution, Claim, Participation, Period, Place, Support

_COURSE = ("planned", "applied", "granted", "running", "ended")
"""The course of a project: of several statuses the furthest holds, for documents of different years tell of one course."""

ACTING = frozenset({"granted", "running", "ended"})
"""Statuses of projects that are more than a wish; a project without a status acts too."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the claims together say of each project: its status if undisputed, whether it acts, which places are denied."""

    statuses: Mapping[str, str]
    limited: Mapping[str, tuple[str, ...]]
    excluded: frozenset[tuple[str, str]]
    insiders: frozenset[tuple[str, str]]

    def acts(self, project: str | None) -> bool:
        """Whether a project is neither refused, wished for, nor disputed; what has no project acts."""
        return project is None or project not in self.limited


def judge(claims: Iterable[Claim]) -> Standing:
    """The standing of all projects."""
    statuses: dict[str, set[str]] = defaultdict(set)
    excluded, insiders = set(), set()
    for claim in claims:
        match claim:
            case Attribution(property="status", about=project, value=status):
                statuses[project].add(status)
            case Place(scope="excluded", project=project, region=region):
                excluded.add((project, region))
            case Participation(project=project, actor=actor, role="owner" | "partner"):
                insiders.add((project, actor))
    settled = {project: agreed for project, found in statuses.items() if (agreed := settle(found))}
    limited = {
        project: tuple(sorted(found)) for project, found in statuses.items() if settled.get(project) not in ACTING
    }
    return Standing(settled, limited, frozenset(excluded), frozenset(insiders))


def settle(statuses: Iterable[str]) -> str | None:
    """The status that several documents agree on; None where a refusal stands against a grant.

    >>> settle({"applied", "granted"}), settle({"applied", "refused"}), settle({"granted", "refused"})
    ('granted', 'refused', None)
    """
    found = set(statuses)
    if "refused" in found:
        return None if found & ACTING else "refused"
    return max(found, key=_COURSE.index, default=None)


@dataclass(frozen=True, slots=True)
class Span:
    """When a project ran, as far as its documents agree: years, and the outermost days; None where unknown or disputed."""

    start_year: int | None = None
    end_year: int | None = None
    start: str | None = None
    end: str | None = None


def spans(gathered: Mapping[Claim, Support]) -> dict[str, Span]:
    """The span of each project that has a period."""
    starts: dict[str, set[str]] = defaultdict(set)
    ends: dict[str, set[str]] = defaultdict(set)
    for claim in gathered:
        if isinstance(claim, Period):
            starts[claim.project] |= {claim.start} if claim.start else set()
            ends[claim.project] |= {claim.end} if claim.end else set()
    found = {}
    for project in sorted(starts.keys() | ends.keys()):
        start_year, start = _agreed(starts[project])
        end_year, end = _agreed(ends[project])
        found[project] = Span(start_year, end_year, start, end)
    return found


def _agreed(dates: set[str]) -> tuple[int | None, str | None]:
    """The year that all dates share, and the most precise date if the others are only less precise.

    >>> _agreed({"2009", "2009-12"}), _agreed({"2009-05", "2009-12"}), _agreed({"2009", "2010"})
    ((2009, '2009-12'), (2009, None), (None, None))
    """
    if not dates:
        return None, None
    years = {int(date[:4]) for date in dates}
    longest = max(sorted(dates), key=len)
    agreed = all(longest.startswith(date) for date in dates)
    return (years.pop() if len(years) == 1 else None), (longest if agreed else None)
