"""Documents that say again what another one says: the same text with other surroundings, or an older version of it.

Copies prove no more than what they copy, and an older version is outdated by the newer: of an echo only that counts which the document says
that it echoes, as a further proof. Resemblance is the share of runs of five words that two texts have in common (Broder, «On the
resemblance and containment of documents», 1997); which pairs are looked at is told by the smallest hashes of these runs, as there. The few
lines of it need no library.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graphkit.identities.forms import is_bare, is_unnamed
from graphkit.model import Evidence, Facts, Flow, Money, Project
from graphkit.text import slug

COPY, OLDER, APART = "copy", "older", "apart"
"""Says the same · says what a newer version at the same address says otherwise · nearly the same text, but other amounts: no echo."""
SAME = 0.8
"""The resemblance of two texts that are the same but for their surroundings."""
VERSION = 0.3
"""The resemblance of two versions at one address; less is another page that came to lie there, or a site that gives all pages one address."""
_RUN = 5
_SKETCH = 64
_SHARED = 16
_COMMON = 50
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """A document (its stem) that says again what the document `of` says; `kind` is copy, older or apart, `likeness` the resemblance of their texts."""

    stem: str
    of: str
    kind: str
    likeness: float


def find_echoes(all_facts: Sequence[Facts]) -> tuple[Echo, ...]:
    """The echoes among documents, by stem, whatever the order of the documents. Of several the newest is the one that the others echo."""
    ordered = sorted(sorted(all_facts, key=lambda x: x.info.stem), key=lambda x: x.info.issued, reverse=True)
    runs = [_runs(facts.text) for facts in ordered]
    echoes: dict[int, Echo] = {}
    heads = list(range(len(ordered)))
    for one, other in sorted(_pairs(ordered, runs), key=lambda pair: (pair[1], pair[0])):
        head = heads[one]
        if heads[other] != other or head == other:
            continue
        found = _compare(ordered[head], ordered[other], _resemblance(runs[head], runs[other]))
        if found and (found.kind != APART or other not in echoes):
            echoes[other] = found
            heads[other] = other if found.kind == APART else head
    return tuple(sorted(echoes.values(), key=lambda echo: echo.stem))


def without_echoes(all_facts: Sequence[Facts], echoes: Iterable[Echo]) -> tuple[Facts, ...]:
    """The facts that count: those of an echo only as far as the document that it echoes says them too."""
    by_stem = {facts.info.stem: facts for facts in all_facts}
    of = {echo.stem: by_stem[echo.of] for echo in echoes if echo.kind != APART}
    return tuple(_echoed(facts, of[facts.info.stem]) if facts.info.stem in of else facts for facts in all_facts)


# ------------------------------------------------------------------------------------------------- likeness


def _runs(text: str) -> frozenset[int]:
    """The hashes of all runs of five words; of a shorter text the hash of all its words."""
    words = _WORD.findall(text.casefold())
    last = max(len(words) - _RUN, 0)
    return frozenset(zlib.crc32(" ".join(words[at : at + _RUN]).encode()) for at in range(last + 1))


def _resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)


def _pairs(ordered: Sequence[Facts], runs: Sequence[frozenset[int]]) -> set[tuple[int, int]]:
    """The pairs that may be alike, as places in `ordered`, the smaller first: of equal texts, of one address, or with smallest hashes in common."""
    pairs: set[tuple[int, int]] = set()
    first: dict[frozenset[int], int] = {}
    addresses: dict[str, int] = {}
    holders: dict[int, list[int]] = defaultdict(list)
    for place, facts in enumerate(ordered):
        if (twin := first.setdefault(runs[place], place)) != place:
            pairs.add((twin, place))
            continue
        if (address := _address(facts)) and (newest := addresses.setdefault(address, place)) != place:
            pairs.add((newest, place))
        for number in sorted(runs[place])[:_SKETCH]:
            holders[number].append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        if 1 < len(places) <= _COMMON:  # a run that stands in more documents is a phrase of a site's
            shared.update((one, other) for at, one in enumerate(places) for other in places[at + 1 :])
    wanted = {pair for pair, number in shared.items() if number >= min(_SHARED, *(len(runs[x]) // 2 for x in pair))}
    return pairs | wanted


def _address(facts: Facts) -> str:
    source = facts.info.source
    return source if source.startswith(("http://", "https://")) else ""


def _compare(newer: Facts, older: Facts, likeness: float) -> Echo | None:
    """What the second document is to the first, which is as new or newer; None where they are two documents."""
    mine, its = ({slug(project.name) for project in facts.projects} for facts in (newer, older))
    if mine.isdisjoint(its) and (mine or its):
        return None  # letters and cards of one pattern differ in little more than the project
    dated = bool(older.info.issued) and older.info.issued < newer.info.issued
    if dated and _address(newer) and _address(newer) == _address(older) and likeness >= VERSION:
        kind = OLDER
    elif likeness >= SAME:
        kind = COPY if _amounts(newer) == _amounts(older) else APART
    else:
        return None
    return Echo(stem=older.info.stem, of=newer.info.stem, kind=kind, likeness=round(likeness, 2))


def _amounts(facts: Facts) -> set[tuple[str, str]]:
    money = [flow.money for flow in facts.flows] + [x.budget for x in facts.projects if x.budget]
    return {(f"{x.amount.normalize():f}", x.currency) for x in money}


# ----------------------------------------------------------------------------------------------- what counts


def _echoed(facts: Facts, head: Facts) -> Facts:
    """Of an echo's facts those that its head states too, each with the echo's own evidence. What has no name of its own can't be the same."""
    heads = {project.id: project for project in head.projects}
    projects = tuple(_project(x, heads[x.id]) for x in facts.projects if x.id in heads and not is_unnamed(x.name))
    known = {(x.id, x.type) for x in head.actors}
    actors = tuple(x for x in facts.actors if (x.id, x.type) in known and not is_bare(x.name))
    places = {(x.id, x.type, x.code) for x in head.regions}
    regions = tuple(x for x in facts.regions if (x.id, x.type, x.code) in places)
    ids = {None, *(x.id for x in projects), *(x.id for x in actors), *(x.id for x in regions)}
    flows = {_flow(x) for x in head.flows}
    roles, locations = ({replace(x, evidence=()) for x in group} for group in (head.roles, head.locations))
    cooperations, indicators = (
        {replace(x, evidence=()) for x in group} for group in (head.cooperations, head.indicators)
    )
    return replace(
        facts,
        projects=projects,
        actors=actors,
        regions=regions,
        roles=tuple(x for x in facts.roles if replace(x, evidence=()) in roles and {x.project, x.actor} <= ids),
        flows=tuple(x for x in facts.flows if _flow(x) in flows and {x.project, x.funder, x.recipient} <= ids),
        locations=tuple(
            x for x in facts.locations if replace(x, evidence=()) in locations and {x.project, x.region} <= ids
        ),
        cooperations=tuple(
            x for x in facts.cooperations if replace(x, evidence=()) in cooperations and {*x.regions, x.project} <= ids
        ),
        indicators=tuple(x for x in facts.indicators if replace(x, evidence=()) in indicators and x.project in ids),
        issues=(),
    )


def _flow(flow: Flow) -> Flow:
    return replace(flow, money=Money(flow.money.amount, flow.money.currency), evidence=())


def _project(project: Project, head: Project) -> Project:
    """A project with the attributes on which both agree, and their evidence."""
    same_budget = bool(project.budget and head.budget) and _sum(project) == _sum(head)
    whole = (project.start, project.end) == (head.start, head.end)
    agreed = {
        "start": whole,
        "end": whole,
        "period": whole,
        "budget": same_budget,
        "programme": project.programme == head.programme,
        "status": project.status == head.status,
        "follows": project.follows == head.follows,
        "part_of": project.part_of == head.part_of,
    }
    rivals = project.rivals == head.rivals
    evidence: tuple[Evidence, ...] = tuple(
        x for x in project.evidence if agreed.get(x.field, rivals or not x.field.startswith("rival-"))
    )
    return replace(
        project,
        start=project.start if whole else None,
        end=project.end if whole else None,
        budget=project.budget if same_budget else None,
        programme=project.programme if agreed["programme"] else None,
        status=project.status if agreed["status"] else None,
        follows=project.follows if agreed["follows"] else (),
        part_of=project.part_of if agreed["part_of"] else (),
        rivals=project.rivals if rivals else (),
        evidence=evidence,
    )


def _sum(project: Project) -> tuple[object, ...]:
    return (project.budget.amount, project.budget.currency) if project.budget else ()
