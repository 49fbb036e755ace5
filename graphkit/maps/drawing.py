"""A view's network data, supplied by pyvis: plain nodes and edges as vis-network reads them.

pyvis gives the data only; its own pages ask a content network for files and run script that stands in a name.
The network is directed, since an undirected one silently keeps a single edge per pair, and its lists are filled
outright, since its `add_edge` looks through all edges each time.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyvis.edge import Edge as VisEdge
from pyvis.network import Network
from pyvis.node import Node as VisNode

from graphkit.maps.looks import LINES, look
from graphkit.maps.picture import Edge, Thing, View
from graphkit.maps.words import amount_in_words, exact_amount

WIDEST = 9.0


def to_network(view: View, things: Mapping[str, Thing], language: str) -> Network:
    """The view as a pyvis network with fixed positions; one edge for each line, however many join the same two nodes."""
    network = Network(directed=True, cdn_resources="remote")
    for node in view.nodes:
        thing = things[node.thing]
        shown = look(thing.kind, thing.type)
        drawn = VisNode(
            node.thing,
            shown.shape,
            thing.name,
            x=node.x,
            y=node.y,
            size=node.size,
            rank=node.rank,
            **({"leaf": True} if node.leaf else {}),
            color={"background": shown.fill, "border": shown.border},
        )
        network.nodes.append(drawn.options)
        network.node_ids.append(node.thing)
        network.node_map[node.thing] = drawn.options
    for edge in view.edges:
        network.edges.append(
            VisEdge(
                edge.source,
                edge.target,
                directed=True,
                arrows="to" if edge.directed else "",
                id=edge.id,
                kind=edge.kind,
                dashes=edge.implied,
                width=line_width(edge.weight),
                color={"color": LINES[edge.kind]},
                direct=edge.direct,
                implied=edge.implied,
                projects=list(edge.projects),
                facts=list(edge.facts),
                **_sums(edge, language),
            ).options
        )
    return network


def line_width(weight: int) -> float:
    """How wide a line is for the number that it stands for: it grows, but never hides its neighbours.

    >>> [line_width(n) for n in (1, 2, 4, 100)]
    [1.6, 3.0, 5.8, 9.0]
    """
    return round(min(WIDEST, 0.2 + 1.4 * max(1, weight)), 1)


def _sums(edge: Edge, language: str) -> dict[str, Any]:
    """What a line's amounts come to: to be read, in full, and as one number to sort by (the kronor, else the largest)."""
    if not edge.sums:
        return {}
    sums = dict(edge.sums)
    return {
        "amount": " + ".join(amount_in_words(amount, currency, language) for currency, amount in edge.sums),
        "exact": " + ".join(exact_amount(amount, currency, language) for currency, amount in edge.sums),
        "total": float(sums.get("SEK", edge.sums[0][1])),
    }


def to_plain(view: View, things: Mapping[str, Thing], language: str) -> dict[str, Any]:
    """The view's data for the page's data block."""
    network = to_network(view, things, language)
    few = {} if view.few is None else {"few": view.few}
    return {"name": view.name, "nodes": network.nodes, "edges": network.edges, "apart": list(view.apart), **few}
