"""Who stands where in a view, and who is drawn at all: the best connected of a large graph, and of many projects what ties them together."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import networkx as nx

from graphkit.maps.picture import Edge, Node, Thing, View
from graphkit.networks.layout import lay_out

PICTURE_LIMIT = 700
"""More nodes than this no eye can read and no small laptop draws at ease: the best connected are drawn, the table holds all."""
FOLD_LIMIT = 120
"""A view of projects with more nodes than this keeps what belongs to a single one, and places, for when that project is chosen."""
LEAVES = 3000
"""How many such nodes a page holds."""
_GOLDEN = math.pi * (3 - math.sqrt(5))


def place(name: str, edges: Sequence[Edge], apart: Iterable[str]) -> View:
    """The view with a place for each node that a line reaches, up to the limit; of `apart` what no line reaches."""
    degrees = _degrees(edges)
    ranks = _ranks(degrees)
    places = _places(edges, set(list(ranks)[:PICTURE_LIMIT]))
    nodes = [_node(thing, places[thing], degrees, ranks) for thing in sorted(places)]
    return View(name=name, nodes=tuple(nodes), edges=tuple(edges), apart=tuple(sorted(set(apart) - degrees.keys())))


def place_folded(name: str, edges: Sequence[Edge], things: Mapping[str, Thing]) -> View:
    """The view of projects: all with all in a small graph; in a larger one the projects and the actors that tie them together.

    What belongs to one project alone, and places, are leaves: they stand round their project and are shown when it is chosen.
    """
    degrees = _degrees(edges)
    if len(degrees) <= FOLD_LIMIT:
        return place(name, edges, things)
    projects_of: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        for project in edge.projects:
            projects_of[edge.source if edge.target == project else edge.target].add(project)
    leaves = {thing for thing, tied in projects_of.items() if len(tied) == 1 or things[thing].kind == "region"}
    ranks = _ranks(degrees)
    core = [thing for thing in ranks if thing not in leaves][:PICTURE_LIMIT]
    places = _places([edge for edge in edges if not {edge.source, edge.target} & leaves], set(core), alone=core)
    nodes = [_node(thing, places[thing], degrees, ranks) for thing in core]
    seats: Counter[str] = Counter()
    for leaf in sorted(leaves)[:LEAVES]:
        for project in sorted(projects_of[leaf] & places.keys())[:1]:
            nodes.append(_node(leaf, _round(places[project], seats[project]), degrees, ranks, leaf=True))
            seats[project] += 1
    apart = tuple(sorted(id for id in things if id not in degrees))
    drawn = tuple(sorted(nodes, key=lambda node: node.thing))
    return View(name=name, nodes=drawn, edges=tuple(edges), apart=apart, few=FOLD_LIMIT)


def _degrees(edges: Iterable[Edge]) -> Counter[str]:
    degrees: Counter[str] = Counter()
    for edge in edges:
        degrees.update({edge.source: 1, edge.target: 1})
    return degrees


def _ranks(degrees: Mapping[str, int]) -> dict[str, int]:
    """Each thing's rank, in order: 0 for the best connected."""
    return {thing: i for i, thing in enumerate(sorted(degrees, key=lambda thing: (-degrees[thing], thing)))}


def _places(edges: Iterable[Edge], drawn: set[str], alone: Iterable[str] = ()) -> dict[str, tuple[int, int]]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(alone)
    graph.add_edges_from((edge.source, edge.target) for edge in edges if {edge.source, edge.target} <= drawn)
    return lay_out(graph)


def _node(
    thing: str, spot: tuple[int, int], degrees: Mapping[str, int], ranks: Mapping[str, int], *, leaf: bool = False
) -> Node:
    return Node(thing=thing, x=spot[0], y=spot[1], size=_size(degrees[thing]), rank=ranks[thing], leaf=leaf)


def _round(spot: tuple[int, int], seat: int) -> tuple[int, int]:
    """A place round a project, the first ones nearest.

    >>> _round((0, 0), 0), _round((0, 0), 1)
    ((56, 0), (-48, 44))
    """
    angle, reach = seat * _GOLDEN, 56 + 9 * seat
    return round(spot[0] + reach * math.cos(angle)), round(spot[1] + reach * math.sin(angle))


def _size(degree: int) -> int:
    """A node's radius: it grows with the square root of its lines, so that its area tells their number."""
    return round(min(26.0, 7.0 + 3.0 * math.sqrt(degree)))
