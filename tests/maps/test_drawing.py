"""The network's data as pyvis gives it."""

from graphkit.maps.drawing import to_network, to_plain
from graphkit.maps.picture import Edge, Node, Thing, View

THINGS = {x: Thing(id=x, kind=x.partition("/")[0], name=x, type="agency") for x in ("actor/a", "project/p", "actor/b")}


def view(*edges: Edge) -> View:
    ends = sorted({end for edge in edges for end in (edge.source, edge.target)})
    nodes = tuple(Node(thing=end, x=i, y=-i, size=9, rank=i) for i, end in enumerate(ends))
    return View(name="projects", nodes=nodes, edges=edges)


def test_three_roles_between_two_things_are_three_lines():
    roles = ("owner", "partner", "funder")
    edges = [Edge(id=role, source="actor/a", target="project/p", kind=role) for role in roles]
    back = Edge(id="back", source="project/p", target="actor/a", kind="works-in")
    network = to_network(view(*edges, back), THINGS, "sv")
    assert [edge["id"] for edge in network.edges] == ["owner", "partner", "funder", "back"]
    assert network.num_nodes() == 2


def test_nodes_keep_their_places_and_edges_what_they_stand_on():
    edge = Edge(id="e", source="actor/a", target="actor/b", kind="funds", implied=True, directed=True, facts=("f1",))
    plain = to_plain(view(edge), THINGS, "sv")
    assert [(node["id"], node["x"], node["y"]) for node in plain["nodes"]] == [("actor/a", 0, 0), ("actor/b", 1, -1)]
    assert plain["edges"][0]["dashes"] is True
    assert plain["edges"][0]["arrows"] == "to"
    assert plain["edges"][0]["facts"] == ["f1"]
    assert "physics" not in plain
