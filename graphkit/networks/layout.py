"""Where the nodes of a network stand: the same network gives the same places, whatever the machine's clock, locale or hash seed.

Each connected part is laid out by itself so that drawn distances follow distances in the network (stress majorisation:
Gansner, Koren, North, "Graph Drawing by Stress Majorization", 2004), then the parts are packed round the largest one.
numpy is all it needs.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Place = tuple[int, int]

EDGE = 120.0
"""The length that a line should have, in the picture's units."""
ROOM = (96.0, 54.0)
"""The room that a node with its label wants, across and down."""
ASPECT = 1.35
"""Width to height of the picture."""
_GOLDEN = math.pi * (3 - math.sqrt(5))
_TURNS = 40
_STEPS = 120
_PUSHES = 80


def lay_out(graph: nx.Graph[str]) -> dict[str, Place]:
    """The place of each node, in whole units, the largest part in the middle; nodes without lines are packed as parts of one.

    >>> lay_out(nx.Graph([("a", "b")]))
    {'a': (-60, 0), 'b': (60, 0)}
    """
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    boxes = []
    shapes = []
    for part in parts:
        places = _part(graph.subgraph(part), part)
        low, high = places.min(axis=0), places.max(axis=0)
        shapes.append(places - (low + high) / 2)
        boxes.append((float(high[0] - low[0]) + 1.6 * ROOM[0], float(high[1] - low[1]) + 1.3 * ROOM[1]))
    found: dict[str, Place] = {}
    for part, shape, centre in zip(parts, shapes, _pack(boxes), strict=True):
        for node, (x, y) in zip(part, shape + np.array(centre), strict=True):
            found[node] = (round(float(x)), round(float(y)))
    return dict(sorted(found.items()))


def _part(graph: nx.Graph[str], nodes: Sequence[str]) -> Floats:
    """The places of one connected part, the longer side lying down."""
    if len(nodes) == 1:
        return np.zeros((1, 2))
    if len(nodes) == 2:
        return np.array([[-EDGE / 2, 0.0], [EDGE / 2, 0.0]])
    wanted = _distances(graph, nodes)
    places = _lying(_settle(_start(wanted), wanted))
    return _spread(places * np.array([1.15, 0.9]))


def _distances(graph: nx.Graph[str], nodes: Sequence[str]) -> Floats:
    """How far apart each two nodes should stand: the number of lines between them, each line longer at busy nodes."""
    joined: Floats = nx.to_numpy_array(graph, nodelist=list(nodes), weight=None)
    steps = np.zeros_like(joined)
    reached = front = np.eye(len(nodes), dtype=bool)
    for step in range(1, len(nodes)):
        front = (front @ joined > 0) & ~reached
        if not front.any():
            break
        steps[front] = step
        reached = reached | front
    room = np.sqrt(joined.sum(axis=1))
    wanted: Floats = steps * EDGE * (0.75 + 0.07 * np.add.outer(room, room))
    return wanted


def _start(wanted: Floats) -> Floats:
    """Classical scaling of the wanted distances, and a small sunflower so that no two nodes start on one spot.

    The two main axes are found by turning two fixed vectors again and again: near enough for a start, and quick.
    """
    index = np.arange(len(wanted))
    squared = wanted**2
    centred = -0.5 * (squared - squared.mean(axis=0) - squared.mean(axis=1)[:, None] + squared.mean())
    first, second = np.cos(index * _GOLDEN), np.sin(index * _GOLDEN)
    for _ in range(_TURNS):
        first = _unit(centred @ first)
        second = centred @ second
        second = _unit(second - (second @ first) * first)
    axes = np.stack(
        [first * np.sqrt(abs(first @ centred @ first)), second * np.sqrt(abs(second @ centred @ second))], 1
    )
    flower = np.stack([np.cos(index * _GOLDEN), np.sin(index * _GOLDEN)], 1) * np.sqrt(index + 0.5)[:, None]
    start: Floats = axes + flower * (EDGE / 8)
    return start


def _unit(vector: Floats) -> Floats:
    scaled: Floats = vector / max(float(np.sqrt(vector @ vector)), 1e-12)
    return scaled


def _settle(places: Floats, wanted: Floats) -> Floats:
    """Moves all nodes to where the wanted distances pull them, again and again (Guttman's transform, weights 1/distance²)."""
    count = len(places)
    weights = np.where(wanted > 0, 1.0 / np.maximum(wanted, 1.0) ** 2, 0.0)
    pull = np.diag(weights.sum(axis=1)) - weights
    solve = np.linalg.inv(pull + weights.mean()) - 1.0 / (weights.mean() * count**2)
    for _ in range(_STEPS):
        apart = places[:, None, :] - places[None, :, :]
        length = np.sqrt((apart**2).sum(axis=2))
        ratio = np.where(length > 1e-9, weights * wanted / np.maximum(length, 1e-9), 0.0)
        moved = solve @ (ratio.sum(axis=1)[:, None] * places - ratio @ places)
        done = float(np.abs(moved - places).max()) < 0.5
        places = moved
        if done:
            break
    return places


def _lying(places: Floats) -> Floats:
    """The part turned so that its longest direction lies across."""
    centred = places - places.mean(axis=0)
    _, vectors = np.linalg.eigh(centred.T @ centred)
    along = vectors[:, 1] if vectors[0, 1] >= 0 else -vectors[:, 1]
    turned: Floats = centred @ np.array([[along[0], -along[1]], [along[1], along[0]]])
    return turned


def _spread(places: Floats) -> Floats:
    """Pushes nodes apart until each has its room."""
    room = np.array(ROOM)
    scaled = places / room
    for _ in range(_PUSHES):
        apart = scaled[:, None, :] - scaled[None, :, :]
        length = np.sqrt((apart**2).sum(axis=2))
        np.fill_diagonal(length, 9.0)
        close = length < 1.0
        if not close.any():
            break
        push = np.where(close, (1.0 - length) / 2, 0.0)[:, :, None] * apart / np.maximum(length, 1e-6)[:, :, None]
        scaled = scaled + push.sum(axis=1) * 0.7
    spread: Floats = scaled * room
    return spread


def _pack(boxes: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The centre of each box, the first in the middle, each next one where it makes the whole grow least."""
    placed = np.zeros((0, 4))
    centres: list[tuple[float, float]] = []
    for width, height in boxes:
        if not len(placed):
            spots = np.array([[-width / 2, -height / 2]])
        else:
            left, top, right, bottom = placed.T
            spots = np.concatenate(
                [
                    np.stack([x, y], axis=1)
                    for x, y in (
                        (right, top),
                        (right, bottom - height),
                        (left - width, top),
                        (left - width, bottom - height),
                        (left, bottom),
                        (right - width, bottom),
                        (left, top - height),
                        (right - width, top - height),
                    )
                ]
            )
            clash = (
                (spots[:, 0, None] < right - 1e-6)
                & (spots[:, 0, None] + width > left + 1e-6)
                & (spots[:, 1, None] < bottom - 1e-6)
                & (spots[:, 1, None] + height > top + 1e-6)
            ).any(axis=1)
            spots = spots[~clash]
        across = np.maximum(np.abs(spots[:, 0]), np.abs(spots[:, 0] + width)) / ASPECT
        down = np.maximum(np.abs(spots[:, 1]), np.abs(spots[:, 1] + height))
        cost = np.maximum(across, down) + 0.05 * (across + down)
        x, y = spots[int(np.round(cost, 3).argmin())]
        placed = np.vstack([placed, [x, y, x + width, y + height]])
        centres.append((float(x + width / 2), float(y + height / 2)))
    return centres
