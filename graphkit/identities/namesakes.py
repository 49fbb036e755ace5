"""Projects that bear one name and are not one: other owners, and years that don't meet. What several names resolve to is never a guess."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.identities.mentions import Mention


def part_namesakes(found: Sequence[Mention]) -> dict[Mention, str]:
    """Of projects of one name the owner (a slug) by which each is told from its namesakes; empty where all may be one.

    Two mentions are told apart when each names its owner and its years, no owner of the one takes part in the other, and the years don't
    meet: «Kustens smak» of Region Halland in 2010 and of Norrköpings kommun in 2018. A mention that says less joins those whose owner or
    years it shares if these are one project, else it stays by itself.
    """
    told = sorted(mention for mention in found if mention.owners and mention.years)
    groups: list[list[Mention]] = []
    for mention in told:
        near = [group for group in groups if any(not _differ(mention, other) for other in group)]
        groups = [group for group in groups if group not in near] + [[mention, *(x for group in near for x in group)]]
    if len(groups) < 2:
        return dict.fromkeys(found, "")
    marks = {_owner(group): group for group in groups}  # an owner of one group has no part in another
    return {mention: _mark_of(mention, marks) for mention in found}


def _owner(group: Sequence[Mention]) -> str:
    return min(owner for mention in group for owner in mention.owners)


def _differ(one: Mention, other: Mention) -> bool:
    if not set(one.owners).isdisjoint(other.company) or not set(other.owners).isdisjoint(one.company):
        return False
    return one.years[-1] < other.years[0] or other.years[-1] < one.years[0]


def _mark_of(mention: Mention, marks: dict[str, list[Mention]]) -> str:
    possible = {mark for mark, group in marks.items() if mention in group} or {
        mark for mark, group in marks.items() if any(_shares(mention, other) for other in group)
    }
    return next(iter(possible)) if len(possible) == 1 else ""


def _shares(mention: Mention, other: Mention) -> bool:
    if mention.owners:
        return not set(mention.owners).isdisjoint(other.company)
    return bool(mention.years) and mention.years[0] <= other.years[-1] and other.years[0] <= mention.years[-1]
