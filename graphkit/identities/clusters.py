"""What is the same in several documents: profiles become clusters, clusters become entities. The order of documents doesn't matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from graphkit.errors import DataError
from graphkit.identities.entities import build_entities
from graphkit.identities.features import REVIEW, SAME, Likeness, compare
from graphkit.identities.forms import is_abbreviation, plain_name, plain_project
from graphkit.identities.judgements import Judgement, speaks_of
from graphkit.identities.mentions import Key, Mention, Profile, key_of, mentions
from graphkit.identities.namesakes import part_namesakes
from graphkit.identities.wordings import word_bag
from graphkit.model import Facts, Resolution
from graphkit.text import squeeze

Node = tuple[Key, tuple[str, ...]]
"""A profile's key, and the sides of judgements that mean it: mentions that a person told apart are in profiles of their own."""

TOO_ORDINARY = 200
"""A word that stands in more profiles' names than this brings no two of them together."""


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """Two entities (slugs) that may be one: for a person to judge. The score of their likeness is below the threshold of a merge.

    `sides` are the names as a line of judgements.csv means them, `places` the first proof of each: a document's stem and the local id there.
    """

    kind: str
    one: str
    other: str
    likeness: Likeness = field(compare=False)
    sides: tuple[str, str] = field(compare=False)
    places: tuple[tuple[str, str], tuple[str, str]] = field(compare=False)

    @property
    def score(self) -> float:
        """How likely it is that both are one."""
        return self.likeness.score

    @property
    def why(self) -> str:
        """The sentence that says so, in English."""
        return self.likeness.why


def resolve(all_facts: Sequence[Facts], judgements: Sequence[Judgement] = ()) -> Resolution:
    """Which entity each document's local id stands for; human judgements outrank every rule.

    Raises a DataError when judgements contradict each other.
    """
    return _resolved(all_facts, judgements)[0]


def review(all_facts: Sequence[Facts], judgements: Sequence[Judgement] = ()) -> tuple[Candidate, ...]:
    """The pairs that are alike, but not enough to be merged without a person's word, likeliest first."""
    return resolve_and_review(all_facts, judgements)[1]


def resolve_and_review(
    all_facts: Sequence[Facts], judgements: Sequence[Judgement] = ()
) -> tuple[Resolution, tuple[Candidate, ...]]:
    """What `resolve` and `review` say, at the price of one."""
    resolution, edges = _resolved(all_facts, judgements)
    found: dict[tuple[str, str, str], Candidate] = {}
    for likeness, first, second in edges:
        by_slug = {resolution.of[_address(profile.mentions[0])]: profile for profile in (first, second)}
        if likeness.score >= SAME or len(by_slug) < 2:
            continue
        (one, mine), (other, its) = sorted(by_slug.items())
        places = (_first(mine), _first(its))
        found.setdefault((mine.kind, one, other), Candidate(mine.kind, one, other, likeness, _sides(mine, its), places))
    return resolution, tuple(sorted(found.values(), key=lambda candidate: (-candidate.score, candidate)))


def _sides(one: Profile, other: Profile) -> tuple[str, str]:
    """The two sides of a judgement on two profiles: their names, with a document's stem where the names are the same."""
    first, second = min(one.mentions), min(other.mentions)
    names = (squeeze(first.name), squeeze(second.name))
    if one.key[:2] == other.key[:2] or plain_name(names[0]) == plain_name(names[1]):
        return f"{names[0]} @ {first.stem}", f"{names[1]} @ {second.stem}"
    return names


def _first(profile: Profile) -> tuple[str, str]:
    mention = min(profile.mentions)
    return mention.stem, mention.id


Edge = tuple[Likeness, Profile, Profile]


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
                "judgements: «{one}» and «{other}» are said to be the same and, directly or by other lines, not "
                "to be; delete one line.",
                one=judgement.one,
                other=judgement.other,
            )
    edges = sorted((x for x in _edges(profiles) if not groups.are_apart(x[1], x[2])), key=_order)
    for likeness, one, other in edges:
        if likeness.score >= SAME:
            groups.unite((one.key, one.sides), (other.key, other.sides))
    clusters = [[profiles[node] for node in members] for members in groups.members()]
    entities, slugs = build_entities(clusters)
    of = {_address(x): name for name, cluster in zip(slugs, clusters, strict=True) for p in cluster for x in p.mentions}
    return Resolution(entities=entities, of=dict(sorted(of.items()))), edges


def _order(edge: Edge) -> tuple[float, str, Key, tuple[str, ...], Key]:
    likeness, one, other = edge
    return -likeness.score, likeness.why, one.key, one.sides, other.key


def _address(mention: Mention) -> tuple[str, str, str]:
    return mention.kind, mention.stem, mention.id


def _profiles(found: Iterable[Mention], judgements: Sequence[Judgement]) -> dict[Node, Profile]:
    by_kind: dict[str, set[str]] = defaultdict(set)
    for judgement in judgements:
        by_kind[judgement.kind] |= {judgement.one, judgement.other}
    profiles: dict[Node, Profile] = {}
    for key, mention in _keyed(found):
        sides = tuple(sorted(side for side in by_kind[mention.kind] if speaks_of(side, mention)))
        node = (key, sides)
        profiles.setdefault(node, Profile(*node)).add(mention)
    claims: dict[str, set[Key]] = defaultdict(set)
    for profile in profiles.values():
        for alias in profile.aliases:
            claims[alias].add(profile.key)
    for profile in profiles.values():
        profile.disputed = {alias for alias in profile.aliases if len(claims[alias]) > 1}
    return dict(sorted(profiles.items()))


def _keyed(found: Iterable[Mention]) -> Iterator[tuple[Key, Mention]]:
    """Each mention with its key; namesakes among projects get keys of their own."""
    of_key: dict[Key, list[Mention]] = defaultdict(list)
    for mention in sorted(set(found)):
        of_key[key_of(mention)].append(mention)
    for key, group in of_key.items():
        marks = part_namesakes(group) if key[0] == "project" and len(key) == 2 else {}
        for mention in group:
            yield (*key, *filter(None, [marks.get(mention, "")])), mention


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
            yield likeness, profiles[one], profiles[other]


def _handles(profile: Profile) -> set[str]:
    """What two profiles must share to be compared: the key; for projects a longer word; for actors a name, its words, or a longer word."""
    handles = {"key:" + "|".join(profile.key)}
    if profile.kind == "project":
        names = {plain_project(name) for name in profile.names | profile.aliases}
        handles |= names | {word for name in names for word in name.split() if len(word) > 4}
    if profile.kind == "actor":
        kind = min(profile.types, default="")
        for name in profile.names | profile.aliases:
            if is_abbreviation(name):
                handles.add(name)
            else:
                bag = word_bag(name, kind)
                handles |= {plain_name(name), "words:" + " ".join(bag), *(word for word in bag if len(word) > 4)}
    return handles


class _Groups:
    """Nodes united step by step, never across a ban."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self.group = {node: [node] for node in nodes}
        self.banned: dict[Node, set[Node]] = defaultdict(set)

    def forbid(self, one: Node, other: Node) -> None:
        self.banned[one].add(other)
        self.banned[other].add(one)

    def are_apart(self, one: Profile, other: Profile) -> bool:
        """Whether a person has told these two apart; nobody is asked twice."""
        return (other.key, other.sides) in self.banned.get((one.key, one.sides), ())

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
