"""Which lines each view draws, from facts that act; then who stands where."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations
from types import MappingProxyType

import networkx as nx

from graphkit.maps.picture import Edge, Node, PictureFact, Thing, View
from graphkit.networks.layout import lay_out

PICTURE_LIMIT = 700
"""More nodes than this no eye can read and no small laptop draws at ease: the best connected are drawn, the table holds all."""
INSIDE = ("owner", "partner")


@dataclass(slots=True)
class _Line:
    """A line that grows while facts are read."""

    kind: str
    facts: set[str] = field(default_factory=set)
    projects: dict[str, bool] = field(
        default_factory=dict
    )  # a project, and whether a stated fact carries the line in it
    direct: bool = False
    stated: bool = False


Lines = dict[tuple[str, str], _Line]


@dataclass(frozen=True, slots=True)
class Acting:
    """The facts that may become lines, by what they join."""

    roles: Mapping[str, Mapping[str, Sequence[PictureFact]]]
    flows: Sequence[PictureFact]
    places: Mapping[str, Mapping[str, PictureFact]]
    cooperations: Sequence[PictureFact]


def acting(facts: Iterable[PictureFact]) -> Acting:
    """The facts that act, sorted out: roles by project and actor, places by project and region."""
    roles: dict[str, dict[str, list[PictureFact]]] = defaultdict(lambda: defaultdict(list))
    places: dict[str, dict[str, PictureFact]] = defaultdict(dict)
    flows, cooperations = [], []
    for fact in facts:
        if not fact.acts:
            continue
        if fact.role and fact.project:
            roles[fact.project][fact.actor].append(fact)
        if fact.kind == "flow":
            flows.append(fact)
        elif fact.kind == "location":
            places[fact.project][fact.things[1]] = fact
        elif fact.kind == "cooperation":
            cooperations.append(fact)
    return Acting(roles, flows, places, cooperations)


def draw_views(things: Mapping[str, Thing], facts: Sequence[PictureFact]) -> tuple[View, ...]:
    """The views of the same facts, each an answer to a question: who works with whom, who pays whom, which regions, all of it."""
    known = acting(facts)
    amounts = {fact.id: fact.money for fact in facts if fact.money}
    return (
        _view("actors", _partner_lines(known), things, ("actor",)),
        _view("money", _payer_lines(known), things, ("actor",), amounts),
        _view("regions", _region_lines(known, things), things, ("region",)),
        _project_view(known, things),
    )


# ------------------------------------------------------------------------------------------------- actors


def _inside(actors: Mapping[str, Sequence[PictureFact]], *roles: str) -> list[str]:
    return sorted(actor for actor, facts in actors.items() if any(fact.role in roles for fact in facts))


def _partner_lines(known: Acting) -> Lines:
    """A line between two that carry a project together, as owners or partners."""
    lines: Lines = {}
    for project, actors in known.roles.items():
        for one, other in combinations(_inside(actors, *INSIDE), 2):
            parts = [[fact for fact in actors[actor] if fact.role in INSIDE] for actor in (one, other)]
            _join(lines, one, other, "cooperates", project, [*parts[0], *parts[1]], all(map(_stated, parts)))
    return lines


def _payer_lines(known: Acting) -> Lines:
    """An arrow from a funder to whom the text names as paid, else to the project's owner, else to its partners."""
    lines: Lines = {}
    for project, actors in known.roles.items():
        inside = _inside(actors, *INSIDE)
        for funder in _inside(actors, "funder"):
            given = [fact for fact in actors[funder] if fact.role == "funder"]
            paid = {thing for fact in given for thing in fact.things if thing.startswith("actor/")} - {funder}
            for actor in sorted(paid or set(_inside(actors, "owner") or inside) - {funder}):
                if funder in inside and actor not in paid:
                    continue  # a partner's own share goes to no other partner
                carrying = [fact for fact in actors.get(actor, ()) if fact.role in INSIDE]
                _join(lines, funder, actor, "funds", project, [*given, *carrying], _stated(given))
    for fact in known.flows:
        ends = [thing for thing in fact.things if thing.startswith("actor/")]
        if not fact.project and len(ends) == 2:
            line = lines.setdefault((ends[0], ends[1]), _Line("funds"))
            line.facts.add(fact.id)
            line.direct = True
            line.stated |= fact.basis == "stated"
    return lines


def _stated(facts: Iterable[PictureFact]) -> bool:
    return any(fact.basis == "stated" for fact in facts)


def _join(
    lines: Lines, one: str, other: str, kind: str, project: str, facts: Iterable[PictureFact], stated: bool
) -> None:
    line = lines.setdefault((one, other), _Line(kind))
    line.facts |= {fact.id for fact in facts}
    line.projects[project] = line.projects.get(project, False) or stated


# ------------------------------------------------------------------------------------------------ regions


def _region_lines(known: Acting, things: Mapping[str, Thing]) -> Lines:
    """A line where a text says that two places cooperate, and where a project works in both.

    Municipalities and towns stand for the county that they lie in, so that «Lycksele–Petrozavodsk» is found under
    Västerbotten–Karelen; the panel tells which places the texts name. No line joins a place to what it lies in.
    """
    lines: Lines = {}

    def line(one: str, other: str, kind: str) -> _Line | None:
        one, other = sorted((_area(one, things), _area(other, things)))
        if one == other or one in things[other].regions or other in things[one].regions:
            return None
        return lines.setdefault((one, other), _Line(kind))

    for fact in known.cooperations:
        one, other = (thing for thing in fact.things if thing.startswith("region/"))
        if said := line(one, other, "cooperates"):
            said.facts.add(fact.id)
            said.direct, said.stated = True, said.stated or fact.basis == "stated"
    for project, places in known.places.items():
        around = {wide for place in places for wide in things[place].regions}
        for one, other in combinations(
            sorted(places.keys() - around), 2
        ):  # the most precise places speak for the wider
            if shared := line(one, other, "shares"):
                both = [places[one], places[other]]
                shared.facts |= {fact.id for fact in both}
                shared.projects[project] = all(fact.basis == "stated" for fact in both)
    return lines


def _area(region: str, things: Mapping[str, Thing]) -> str:
    """The county of a municipality or town; any other region is its own area."""
    if things[region].type in ("municipality", "city"):
        return next(
            (wide for wide in things[region].regions if wide in things and things[wide].type == "county"), region
        )
    return region


# ----------------------------------------------------------------------------------------------- projects


def _project_view(known: Acting, things: Mapping[str, Thing]) -> View:
    """Actors and places round their projects; a line for each role, so that an owner who also pays has two."""
    edges = []
    for project, actors in sorted(known.roles.items()):
        for actor, facts in sorted(actors.items()):
            for role in ("owner", "partner", "funder"):
                if carried := [fact for fact in facts if fact.role == role]:
                    edges.append(
                        Edge(
                            id=f"{actor}~{role}~{project}",
                            source=actor,
                            target=project,
                            kind=role,
                            implied=not _stated(carried),
                            directed=role == "funder",
                            projects=(project,),
                            facts=tuple(sorted((fact.id for fact in carried), key=_number)),
                        )
                    )
    for project, places in sorted(known.places.items()):
        for region, fact in sorted(places.items()):
            edges.append(
                Edge(
                    id=f"{project}~works-in~{region}",
                    source=project,
                    target=region,
                    kind="works-in",
                    implied=fact.basis != "stated",
                    projects=(project,),
                    facts=(fact.id,),
                )
            )
    return _placed("projects", edges, things, ("project", "actor", "region"))


# ----------------------------------------------------------------------------------------------- together


def _view(
    name: str,
    lines: Lines,
    things: Mapping[str, Thing],
    kinds: Sequence[str],
    amounts: Mapping[str, tuple[Decimal, str]] = MappingProxyType({}),
) -> View:
    edges = [
        Edge(
            id=f"{one}~{other}",
            source=one,
            target=other,
            kind=line.kind,
            weight=max(1, len(line.projects)),
            implied=not (line.stated or any(line.projects.values())),
            directed=line.kind == "funds",
            direct=line.direct,
            projects=tuple(sorted(line.projects)),
            facts=tuple(sorted(line.facts, key=_number)),
            sums=_sums(amounts[fact] for fact in line.facts if fact in amounts),
        )
        for (one, other), line in sorted(lines.items())
    ]
    return _placed(name, edges, things, kinds)


def _sums(amounts: Iterable[tuple[Decimal, str]]) -> tuple[tuple[str, Decimal], ...]:
    """The sum in each currency, the largest first.

    >>> _sums([(Decimal(5), "SEK"), (Decimal(7), "EUR"), (Decimal(4), "SEK")])
    (('SEK', Decimal('9')), ('EUR', Decimal('7')))
    """
    sums: dict[str, Decimal] = {}
    for amount, currency in amounts:
        sums[currency] = sums.get(currency, Decimal(0)) + amount
    return tuple(sorted(sums.items(), key=lambda item: (-item[1], item[0])))


def _number(fact: str) -> int:
    return int(fact[1:])


def _placed(name: str, edges: Sequence[Edge], things: Mapping[str, Thing], kinds: Sequence[str]) -> View:
    """The view with a place for each node that a line reaches, up to the limit; what no line reaches stands apart."""
    degrees: Counter[str] = Counter()
    for edge in edges:
        degrees.update({edge.source: 1, edge.target: 1})
    ranked = sorted(degrees, key=lambda thing: (-degrees[thing], thing))
    drawn = set(ranked[:PICTURE_LIMIT])
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from((edge.source, edge.target) for edge in edges if {edge.source, edge.target} <= drawn)
    places = lay_out(graph)
    rank = {thing: i for i, thing in enumerate(ranked)}
    nodes = tuple(
        Node(thing=thing, x=places[thing][0], y=places[thing][1], size=_size(degrees[thing]), rank=rank[thing])
        for thing in sorted(places)
    )
    apart = tuple(
        sorted(
            id
            for id, thing in things.items()
            if thing.kind in kinds and id not in degrees and (name != "regions" or _area(id, things) not in degrees)
        )
    )
    return View(name=name, nodes=nodes, edges=tuple(edges), apart=apart)


def _size(degree: int) -> int:
    """A node's radius: it grows with the square root of its lines, so that its area tells their number."""
    return round(min(26.0, 7.0 + 3.0 * math.sqrt(degree)))
