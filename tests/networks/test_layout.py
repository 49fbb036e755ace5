"""Where nodes stand."""

import itertools
import random

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.networks.layout import ROOM, lay_out


def apart(one: tuple[int, int], other: tuple[int, int]) -> float:
    return float(((one[0] - other[0]) / ROOM[0]) ** 2 + ((one[1] - other[1]) / ROOM[1]) ** 2) ** 0.5


def test_nothing_has_no_places():
    assert lay_out(nx.Graph()) == {}


def test_the_order_of_nodes_and_lines_does_not_matter():
    edges = [(f"n{a}", f"n{b}") for a, b in itertools.combinations(range(12), 2) if (a * b) % 5 == 1]
    places = lay_out(nx.Graph(edges))
    mixed = edges[:]
    random.Random(4).shuffle(mixed)
    assert lay_out(nx.Graph([(b, a) for a, b in mixed])) == places


def test_nodes_do_not_cover_each_other():
    graph = nx.relabel_nodes(nx.disjoint_union(nx.star_graph(14), nx.complete_graph(9)), str)
    places = lay_out(graph)
    assert min(apart(a, b) for a, b in itertools.combinations(places.values(), 2)) > 0.5


def test_neighbours_stand_nearer_than_strangers():
    places = lay_out(nx.relabel_nodes(nx.path_graph(8), str))
    assert apart(places["0"], places["1"]) < apart(places["0"], places["4"]) < apart(places["0"], places["7"])


def test_the_largest_part_stands_in_the_middle_and_the_others_beside_it():
    graph = nx.Graph(nx.relabel_nodes(nx.cycle_graph(20), lambda n: f"a{n:02}"))
    for pair in range(10):
        graph.add_edge(f"b{pair}", f"c{pair}")
    places = lay_out(graph)
    large = [place for node, place in places.items() if node.startswith("a")]
    middle = [sum(axis) / len(large) for axis in zip(*large, strict=True)]
    assert abs(middle[0]) < 40
    assert abs(middle[1]) < 40
    left, right = min(x for x, _ in large), max(x for x, _ in large)
    top, bottom = min(y for _, y in large), max(y for _, y in large)
    for node, (x, y) in places.items():
        assert node.startswith("a") or not (left <= x <= right and top <= y <= bottom)


@settings(deadline=None, max_examples=30)
@given(st.sets(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=30))
def test_every_node_of_any_network_gets_a_place(pairs: set[tuple[int, int]]):
    graph = nx.Graph([(str(a), str(b)) for a, b in sorted(pairs) if a != b])
    graph.add_nodes_from(str(a) for a, b in sorted(pairs) if a == b)
    places = lay_out(graph)
    assert set(places) == set(graph)
    assert len(set(places.values())) == len(places)
