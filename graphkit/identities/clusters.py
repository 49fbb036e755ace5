"""What is the same in several documents: profiles become clusters, clusters become entities. The order of documents doesn't matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from graphkit.errors import DataError
from graphkit.identities.entities import build_entities
from graphkit.identities.features import REVIEW, SAME, compare
from graphkit.identities.forms import is_abbreviation, plain_name
from graphkit.identities.judgements import Judgement, speaks_of
from graphkit.identities.mentions import Key, Mention, Profile, key_of, mentions
from graphkit.model import Facts, Resolution

Node = tuple[Key, tuple[str, ...]]
"""A profile's key, and the sides of judgements that mean it: mentions that a person told apart are in profiles of their own."""

TOO_ORDINARY = 200
"""A word that stands in more profiles' names than this brings no two of them together."""


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """Two entities (slugs) that may be one: for a person to judge. `score` is below the threshold of a merge."""

    kind: str
    one: str
    other: str
    score: float
    why: str


def resolve(all_facts: Sequence[Facts], judgements: Sequence[Judgement] = ()) -> Resolution:
    """Which entity each document's local id stands for; human judgements outrank every rule.

    Raises a DataError when judgements contradict each other.
    """
    return _resolved(all_facts, judgements)[0]


def review(all_facts: Sequence[Facts], judgements: Sequence[Judgement] = ()) -> tuple[Candidate, ...]:
    """The pairs that are alike, but not enough to be merged without a person's word, likeliest first."""
    resolution, edges = _resolved(all_facts, judgements)
    found: dict[tuple[str, str, str], Candidate] = {}
    for score, why, one, other in edges:
        slugs = sorted({resolution.of[_address(profile.mentions[0])] for profile in (one, other)})
        if score < SAME and len(slugs) == 2:
            candidate = Candidate(one.kind, slugs[0], slugs[1], score, why)
            found.setdefault((one.kind, slugs[0], slugs[1]), candidate)
    return tuple(sorted(found.values(), key=lambda candidate: (-candidate.score, candidate)))


Edge = tuple[float, str, Profile, Profile]


def _resolved(all_facts: Sequence[Facts], judgements: Sequence[Judgement]) -> tuple[Resolution, list[Edge]]:
    profiles = _profiles(mentions(all_facts), judgements)
    groups = _Groups(profiles)
    judged = list(_judged(profiles, judgements))
    for node, counter, judgement in judged:
        if not judgement.same:
            groups.forbid(node, counter)
    for node, counter, judgement in judged:
        if judgement.same and not groups.unite(node, counter):
            raise DataError(
                f"judgements: «{judgement.one}» and «{judgement.other}» are said to be the same and, directly or by other lines, not to be; delete one line."
            )
    edges = sorted(_edges(profiles), key=lambda edge: (-edge[0], edge[1], edge[2].key, edge[2].sides, edge[3].key))
    for score, _, one, other in edges:
        if score >= SAME:
            groups.unite((one.key, one.sides), (other.key, other.sides))
    clusters = [[profiles[node] for node in members] for members in groups.members()]
    entities, slugs = build_entities(clusters)
    of = {_address(x): name for name, cluster in zip(slugs, clusters, strict=True) for p in cluster for x in p.mentions}
    return Resolution(entities=entities, of=dict(sorted(of.items()))), edges


def _address(mention: Mention) -> tuple[str, str, str]:
    return mention.kind, mention.stem, mention.id


def _profiles(found: Iterable[Mention], judgements: Sequence[Judgement]) -> dict[Node, Profile]:
    by_kind: dict[str, set[str]] = defaultdict(set)
    for judgement in judgements:
        by_kind[judgement.kind] |= {judgement.one, judgement.other}
    profiles: dict[Node, Profile] = {}
    for mention in sorted(set(found)):
        sides = tuple(sorted(side for side in by_kind[mention.kind] if speaks_of(side, mention)))
        node = (key_of(mention), sides)
        profiles.setdefault(node, Profile(*node)).add(mention)
    claims: dict[str, set[Key]] = defaultdict(set)
    for profile in profiles.values():
        for alias in profile.aliases:
            claims[alias].add(profile.key)
    for profile in profiles.values():
        profile.disputed = {alias for alias in profile.aliases if len(claims[alias]) > 1}
    return dict(sorted(profiles.items()))


def _judged(
    profiles: Mapping[Node, Profile], judgements: Sequence[Judgement]
) -> Iterator[tuple[Node, Node, Judgement]]:
    """The pairs of profiles that each judgement speaks of; a judgement on what no document names any more waits."""
    meant: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in profiles:
        for side in node[1]:
            meant[(node[0][0], side)].append(node)
    for judgement in sorted(set(judgements)):
        for one in meant[(judgement.kind, judgement.one)]:
            for other in meant[(judgement.kind, judgement.other)]:
                if one != other:
                    yield one, other, judgement


def _edges(profiles: Mapping[Node, Profile]) -> Iterator[Edge]:
    """Each pair of profiles that is alike, with score and sentence; only pairs that share a handle are compared."""
    sharing: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node, profile in profiles.items():
        for handle in _handles(profile):
            sharing[(profile.kind, handle)].append(node)
    pairs = {
        pair
        for nodes in sharing.values()
        if len(nodes) <= TOO_ORDINARY
        for pair in combinations(nodes, 2)  # nodes are sorted, so a pair has one form
    }
    for one, other in pairs:
        if (likeness := compare(profiles[one], profiles[other])) and likeness.score >= REVIEW:
            yield likeness.score, likeness.why, profiles[one], profiles[other]


def _handles(profile: Profile) -> set[str]:
    """What two profiles must share to be compared: the key; for projects a longer word; for actors an abbreviation."""
    handles = {"key:" + "|".join(profile.key)}
    if profile.kind == "project":
        names = {plain_name(name) for name in profile.names | profile.aliases}
        handles |= names | {word for name in names for word in name.split() if len(word) > 4}
    if profile.kind == "actor":
        handles |= {name for name in profile.names | profile.aliases if is_abbreviation(name)}
    return handles


class _Groups:
    """Nodes united step by step, never across a ban."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self.group = {node: [node] for node in nodes}
        self.banned: dict[Node, set[Node]] = defaultdict(set)

    def forbid(self, one: Node, other: Node) -> None:
        self.banned[one].add(other)
        self.banned[other].add(one)

    def unite(self, one: Node, other: Node) -> bool:
        """Makes one group of two, unless members of them were told apart; true if they are one group then."""
        first, second = self.group[one], self.group[other]
        if first is second:
            return True
        if any(not self.banned[node].isdisjoint(second) for node in first if node in self.banned):
            return False
        first.extend(second)
        for node in second:
            self.group[node] = first
        return True

    def members(self) -> list[list[Node]]:
        """The groups, each sorted, in the order of their first members."""
        return sorted(sorted(group) for group in {id(group): group for group in self.group.values()}.values())
