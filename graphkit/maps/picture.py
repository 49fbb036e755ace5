"""What a map shows: a poorer model than the graph's, made for the eye. Frozen, sorted, and ready to be written as data."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document as the map cites it; `source` is where it came from (a file name or an address)."""

    id: str
    title: str
    source: str = ""
    publisher: str = ""
    issued: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A quote with the text around it, verbatim: `before + quote + after` stands so in the source."""

    source: str
    quote: str
    before: str = ""
    after: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence about a fact: plain words, a thing's name («thing» is its id), or an amount («exact» is its full form)."""

    text: str
    thing: str = ""
    exact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFact:
    """A fact in words, with its proofs; `role` is what it makes `actor` in `project`.

    `acts` is false for what is refused, excluded or wished for, which never becomes a line.
    """

    id: str
    kind: str
    parts: tuple[Part, ...]
    things: tuple[str, ...]
    project: str = ""
    actor: str = ""
    role: str = ""
    basis: str = "stated"
    acts: bool = True
    money: tuple[Decimal, str] | None = None
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A project, an actor or a region. Years, programmes and regions are a project's; regions include those that they lie in.

    `proofs` are where it is named, for a thing of which nothing but its name is told.
    """

    id: str
    kind: str
    name: str
    type: str = ""
    also: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    status: str = ""
    programmes: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A thing's place in a view. `rank` counts from 0 for the best connected: labels are given in that order.

    A `leaf` stands round one project of a large view, and is shown when that is chosen.
    """

    thing: str
    x: int
    y: int
    size: int
    rank: int
    leaf: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line of a view: `kind` is a role or «cooperates», «funds», «shares»; `projects` are those that it stands for.

    `weight` is what its width tells; `implied` is true when no stated fact carries it; `directed` when it points from payer to paid.
    `sums` are the amounts that its facts tell, one per currency. `direct` is true when it stands on a fact that needs no project (a cooperation that a text states outright).
    """

    id: str
    source: str
    target: str
    kind: str
    weight: int = 1
    implied: bool = False
    directed: bool = False
    direct: bool = False
    projects: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    sums: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One way of drawing the same facts. `apart` are things that no line reaches: they stand in the table only.

    In a large graph `nodes` are the best connected; lines to others stand in the table only too. Leaves stand in the picture where at
    most `few` things are left to show; None: there are no leaves.
    """

    name: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    apart: tuple[str, ...] = ()
    few: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """All that one map shows."""

    title: str
    language: str
    things: tuple[Thing, ...]
    facts: tuple[PictureFact, ...]
    sources: tuple[Source, ...]
    views: tuple[View, ...]
