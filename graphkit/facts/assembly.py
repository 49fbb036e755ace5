"""From names and keyed facts to one document's facts: local ids, no doubles, attributes on their projects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from graphkit.facts.acting import is_acting
from graphkit.facts.confidence import with_measured_confidence
from graphkit.facts.reading import Attribute, Name, Reading
from graphkit.facts.rivals import find_rivals
from graphkit.model import (
    Actor,
    Basis,
    Contact,
    Cooperation,
    Evidence,
    Facts,
    Flow,
    Indicator,
    Issue,
    Location,
    Money,
    Project,
    Region,
    Role,
)
from graphkit.text import slug, squeeze

_FlowKey = tuple[str | None, str | None, str, int | None, str | None, Basis]


@dataclass
class _Gathered:
    """What the finders gave, by key and without doubles; the first proof comes first."""

    roles: dict[tuple[str, str, str], Role] = field(default_factory=dict)
    flows: dict[_FlowKey, Flow] = field(default_factory=dict)
    sums: dict[tuple[str | None, str], dict[_FlowKey, None]] = field(default_factory=dict)
    """The keys of the flows of each project and amount, in their order."""
    locations: dict[tuple[str, str], Location] = field(default_factory=dict)
    cooperations: dict[tuple[str, str], Cooperation] = field(default_factory=dict)
    indicators: dict[tuple[str, str, tuple[Decimal, ...], str], Indicator] = field(default_factory=dict)
    attributes: list[Attribute] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)


def assemble(
    reading: Reading,
    keyed: Iterable[Role | Flow | Location | Cooperation | Indicator | Attribute | Issue],
    kind: str,
    contacts: Sequence[Contact] = (),
    concerned: Iterable[Name] = (),
) -> Facts:
    """The facts of a document. Actors and regions that no fact and no sentence needs are left out; each id is a slug, unique in its kind.

    `concerned` are places that the text has money go to, without a project that has a name.
    """
    gathered = _gather(keyed)
    projects = _first_by_key([n for names in reading.projects for n in names])
    actors = _first_by_key([n for names in reading.actors for n in names])
    employed = {contact.actor for contact in contacts}
    actors |= _first_by_key([n for n in reading.employers if n.key in employed and n.key not in actors])
    regions = _first_by_key([n for names in reading.regions for n in names])
    for project, actor, role in list(gathered.roles):
        if role == "partner" and (project, actor, "owner") in gathered.roles:
            del gathered.roles[project, actor, role]
    used_regions = {key for _, key in gathered.locations} | {key for pair in gathered.cooperations for key in pair}
    used_regions |= {name.key for name in concerned}
    project_ids = _ids(projects, projects)
    needed = employed | _with_a_part(gathered)
    actor_ids = _ids(
        actors,
        [key for key in actors if key in needed or is_acting(actors[key], reading.document.text, reading.lexicon)],
    )
    region_ids = _ids(regions, [key for key in regions if key in used_regions])
    attributes = [*gathered.attributes, *_granted(gathered)]
    info = reading.document.info
    found = Facts(
        info=info,
        text=reading.document.text,
        kind=kind,
        projects=tuple(_project(key, project_ids, projects[key], attributes, reading) for key in project_ids),
        actors=tuple(_actor(actor_ids[key], actors[key], reading) for key in actor_ids),
        regions=tuple(_region(region_ids[key], regions[key], reading) for key in region_ids),
        roles=tuple(
            replace(role, project=project_ids[role.project], actor=actor_ids[role.actor])
            for role in gathered.roles.values()
            if role.project in project_ids and role.actor in actor_ids
        ),
        flows=tuple(_flow(flow, project_ids, actor_ids) for flow in gathered.flows.values()),
        locations=tuple(
            replace(location, project=project_ids[location.project], region=region_ids[location.region])
            for location in gathered.locations.values()
            if location.project in project_ids and location.region in region_ids
        ),
        cooperations=tuple(_cooperation(c, region_ids, project_ids) for c in gathered.cooperations.values()),
        indicators=tuple(
            replace(indicator, project=project_ids[indicator.project])
            for indicator in gathered.indicators.values()
            if indicator.project in project_ids
        ),
        contacts=tuple(replace(contact, actor=actor_ids.get(contact.actor or "")) for contact in contacts),
        issues=tuple(dict.fromkeys(gathered.issues)),
    )
    return with_measured_confidence(found)


def _gather(found: Iterable[Role | Flow | Location | Cooperation | Indicator | Attribute | Issue]) -> _Gathered:
    gathered = _Gathered()
    for fact in found:
        if isinstance(fact, Flow):
            _add_flow(gathered, fact)
        elif isinstance(fact, Role):
            _add(gathered.roles, (fact.project, fact.actor, fact.role), fact)
        elif isinstance(fact, Location):
            known = gathered.locations.get((fact.project, fact.region))
            if known is None or known.scope == fact.scope:
                _add(gathered.locations, (fact.project, fact.region), fact)
        elif isinstance(fact, Cooperation):
            _add(gathered.cooperations, fact.regions, fact)
        elif isinstance(fact, Indicator):
            counted = slug(fact.label)[:5]
            _add(gathered.indicators, (fact.project, fact.kind, fact.value, counted), fact)
        elif isinstance(fact, Attribute):
            gathered.attributes.append(fact)
        else:
            gathered.issues.append(fact)
    return gathered


def _add(known: dict[Any, Any], key: Any, fact: Role | Location | Cooperation | Indicator) -> None:
    if key in known:
        known[key] = replace(known[key], evidence=_proofs(known[key], fact))
    else:
        known[key] = fact


_MOST_PROOFS = 100
"""Sentences of one document that prove one fact; more prove it no better."""


def _proofs(known: Any, fact: Any) -> tuple[Evidence, ...]:
    """The proofs of two statements of one fact."""
    if len(known.evidence) >= _MOST_PROOFS:
        return tuple(known.evidence)
    return tuple(dict.fromkeys((*known.evidence, *fact.evidence)))


def _may_be_same(known: Flow, flow: Flow) -> bool:
    """Whether two flows of one amount can be one: «lika mycket» is another than what it equals, and so is what another gets."""
    if known.basis is not flow.basis and known.funder != flow.funder:
        return False
    if known.basis is not flow.basis and known.evidence[0].start == flow.evidence[0].start:
        return False
    return known.recipient == flow.recipient or None in (known.recipient, flow.recipient)


def _add_flow(gathered: _Gathered, flow: Flow) -> None:
    """One flow per project, payer, amount and year: a second proof of it joins the first; one without a payer joins one with."""
    amount = f"{flow.money.amount.normalize()} {flow.money.currency}"
    alike = gathered.sums.setdefault((flow.project, amount), {})
    same = next(
        (
            k
            for k in alike
            if (k[1] == flow.funder or None in (k[1], flow.funder))
            and (k[3] == flow.year or None in (k[3], flow.year))
            and _may_be_same(gathered.flows[k], flow)
        ),
        None,
    )
    if same is not None:
        known = gathered.flows.pop(same)
        del alike[same]
        merged = replace(
            known,
            funder=known.funder or flow.funder,
            recipient=known.recipient or flow.recipient,
            year=known.year or flow.year,
            evidence=_proofs(known, flow),
        )
    else:
        merged = flow
    key = (merged.project, merged.funder, amount, merged.year, merged.recipient, merged.basis)
    gathered.flows[key] = merged
    alike[key] = None
    if flow.project is not None and flow.funder is not None:
        _add(
            gathered.roles,
            (flow.project, flow.funder, "funder"),
            Role(project=flow.project, actor=flow.funder, role="funder", basis=flow.basis, evidence=flow.evidence),
        )


def _granted(gathered: _Gathered) -> Iterator[Attribute]:
    """A project that is still to begin, and that somebody is said to give money, is granted: its roles and money count."""
    planned = {a.project: a for a in gathered.attributes if a.field == "status" and a.value == "planned"}
    for flow in gathered.flows.values():
        attribute = planned.pop(flow.project or "", None) if flow.funder is not None else None
        if attribute is not None:
            confidence = max(flow.evidence[0].confidence, attribute.evidence.confidence + 0.01)
            proof = replace(
                flow.evidence[0], field="status", rule="status.money-given", confidence=min(1.0, confidence)
            )
            yield Attribute(project=attribute.project, field="status", value="granted", evidence=proof)


def _first_by_key(names: Sequence[Name]) -> dict[str, list[Name]]:
    by_key: dict[str, list[Name]] = {}
    for name in sorted(names, key=lambda n: (n.start, n.end)):
        by_key.setdefault(name.key, []).append(name)
    return by_key


def _with_a_part(gathered: _Gathered) -> set[str | None]:
    """The actors that have a role, or give or get money."""
    flows = gathered.flows.values()
    return {key for _, key, _ in gathered.roles} | {key for flow in flows for key in (flow.funder, flow.recipient)}


def _ids(names: dict[str, list[Name]], keys: Iterable[str]) -> dict[str, str]:
    ids: dict[str, str] = {}
    for key in keys:
        ids[key] = slug(key.partition(":")[2]) or slug(names[key][0].name) or "unnamed"
    return ids


def _proof_of(name: Name, reading: Reading) -> Evidence:
    index = reading.unit_at(name.start)
    unit = reading.units[index] if index is not None and name.end <= reading.units[index].end else None
    start, end = (unit.start, unit.end) if unit is not None else (name.start, name.end)
    return Evidence(
        start=start,
        end=end,
        quote=reading.document.text[start:end],
        rule=name.rule,
        confidence=round(name.confidence, 2),
        page=unit.block.page if unit else None,
    )


def _aliases(name: str, names: Sequence[Name]) -> tuple[str, ...]:
    return tuple(sorted({squeeze(n.text) for n in names if n.alias} - {name}))


def _project(
    key: str, ids: dict[str, str], names: Sequence[Name], attributes: Sequence[Attribute], reading: Reading
) -> Project:
    own = [a for a in attributes if a.project == key]
    best: dict[str, Attribute] = {}
    for attribute in own:
        if attribute.field not in best or attribute.evidence.confidence > best[attribute.field].evidence.confidence:
            best[attribute.field] = attribute
    for attribute in own:
        known = best.get(attribute.field)
        if attribute.field in ("start", "end") and known and str(attribute.value).startswith(f"{known.value}-"):
            best[attribute.field] = attribute  # the same date, told more exactly
    related = {
        f: tuple(dict.fromkeys(ids[str(a.value)] for a in own if a.field == f and str(a.value) in ids))
        for f in ("follows", "part_of")
    }
    values = {f: str(best[f].value) if f in best else None for f in ("start", "end", "programme", "status")}
    budget = best["budget"].value if "budget" in best else None
    if values["status"] == "refused":
        values["programme"] = None
    proofs = [_proof_of(max(names, key=lambda n: (n.confidence, n.text == n.name, -n.start)), reading)]
    proofs += [
        best[f].evidence
        for f in ("start", "end", "budget", "programme", "status")
        if f in best and values.get(f, "") is not None
    ]
    proofs += [a.evidence for a in own if a.field in ("follows", "part_of") and str(a.value) in ids]
    rivals = tuple(find_rivals(key, own, best, reading))
    proofs += [replace(proof, field=f"{proof.field}-{number}") for number, (_, proof) in enumerate(rivals)]
    return Project(
        id=ids[key],
        name=names[0].name,
        aliases=_aliases(names[0].name, names),
        budget=budget if isinstance(budget, Money) else None,
        follows=related["follows"],
        part_of=related["part_of"],
        rivals=tuple(rival for rival, _ in rivals),
        evidence=tuple(dict.fromkeys(proofs)),
        **values,
    )


def _actor(local: str, names: Sequence[Name], reading: Reading) -> Actor:
    first = next((n for n in names if n.rule != "actor.anaphor"), names[0])
    return Actor(
        id=local,
        name=first.name,
        aliases=_aliases(first.name, names),
        type=first.type or "other",
        evidence=(_proof_of(first, reading),),
    )


def _region(local: str, names: Sequence[Name], reading: Reading) -> Region:
    first = names[0]
    coded = next((n for n in names if n.code and n.confidence >= 0.7), first)
    return Region(
        id=local,
        name=first.name,
        aliases=_aliases(first.name, names),
        canonical=coded.canonical or first.canonical,
        type=coded.type,
        code=coded.code,
        evidence=(_proof_of(first, reading),),
    )


def _flow(flow: Flow, projects: dict[str, str], actors: dict[str, str]) -> Flow:
    return replace(
        flow,
        project=projects.get(flow.project or ""),
        funder=actors.get(flow.funder or ""),
        recipient=actors.get(flow.recipient or ""),
    )


def _cooperation(fact: Cooperation, regions: dict[str, str], projects: dict[str, str]) -> Cooperation:
    one, other = sorted(regions[key] for key in fact.regions)
    return replace(fact, regions=(one, other), project=projects.get(fact.project or ""))
