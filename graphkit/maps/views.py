"""Which lines each view draws, from facts that act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations
from types import MappingProxyType

from graphkit.maps.picture import Edge, PictureFact, Thing, View
from graphkit.maps.placing import place, place_folded

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
    """An arrow from a funder to whom the text names as paid, else to the one that carries the project, else to the project itself.

    Each amount stands on one arrow: money for a project that several carry together is not told of each of them.
    """
    lines: Lines = {}
    for project, actors in known.roles.items():
        inside = _inside(actors, *INSIDE)
        owners = _inside(actors, "owner") or inside
        for funder in _inside(actors, "funder"):
            paid: dict[str, list[PictureFact]] = defaultdict(list)
            loose = []
            for fact in (fact for fact in actors[funder] if fact.role == "funder"):
                named = [thing for thing in fact.things if thing.startswith("actor/") and thing != funder]
                for actor in named:
                    paid[actor].append(fact)
                if not named:
                    loose.append(fact)
            if paid and not any(fact.money for fact in loose):  # «Sida finances it» says less of the same
                for facts in paid.values():
                    facts += loose
            elif loose and funder not in inside:  # a partner's own share goes to no other partner
                paid[owners[0] if len(owners) == 1 else project] += loose
            for actor, given in paid.items():
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
    return place_folded("projects", edges, things)


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
    apart = [
        id
        for id, thing in things.items()
        if thing.kind in kinds
        and (name != "regions" or _area(id, things) not in {end for pair in lines for end in pair})
    ]
    return place(name, edges, apart)


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
