"""What is scored of facts between entities: roles, flows, locations, cooperations, continuations, indicators."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from graphkit.evaluation.case import Case, touches_optional
from graphkit.evaluation.likeness import (
    Plain,
    dice,
    number_of,
    quote_of,
    same_currency,
    same_label,
    same_number,
    same_quote,
    token_set,
)
from graphkit.evaluation.pairing import alternatives, distinct, mappings, score_wholes, section


def score_roles(case: Case) -> None:
    """Who takes part in which project, and how."""
    projects, actors = case.projects, case.actors

    def like(gold: Plain, found: Plain) -> float:
        right = found.get("actor") == gold.get("actor") and found.get("project") in alternatives(gold, "project")
        if not right or found.get("role") not in alternatives(gold, "role"):
            return 0.0
        return 1.0 if found.get("role") == gold.get("role") and found.get("project") == gold.get("project") else 0.8

    predicted = case.translated(mappings(case.predicted, "roles"), project=projects, actor=actors)
    score_wholes(
        case.tallies["roles"],
        mappings(case.gold, "roles"),
        mappings(case.optional, "roles"),
        distinct(predicted, lambda x: (x.get("project"), x.get("actor"), x.get("role"))),
        like,
        lambda x: f"{projects.label(x.get('project'))} / {actors.label(x.get('actor'))} / {x.get('role')}",
        lambda x: touches_optional(x, project=projects, actor=actors),
    )


def _flow_key(flow: Plain) -> Hashable:
    return (
        flow.get("project"),
        flow.get("funder"),
        flow.get("recipient"),
        number_of(flow.get("amount")),
        flow.get("currency"),
        str(flow.get("year")),
    )


def _same_flow(gold: Plain, found: Plain) -> float:
    """0 for another amount, currency, project or funder; else 1, less a little for an alternative and another recipient."""
    if not same_number(gold.get("amount"), found.get("amount")):
        return 0.0
    if not same_currency(gold.get("currency"), found.get("currency")):
        return 0.0
    if any(found.get(key) not in alternatives(gold, key) for key in ("project", "funder")):
        return 0.0
    penalties = (("project", 0.1), ("funder", 0.1), ("recipient", 0.05))
    return 1.0 - sum(weight for key, weight in penalties if found.get(key) != gold.get(key))


def score_flows(case: Case) -> None:
    """Amounts with their project and funder; then, of the paired ones, recipient, basis and quote."""
    projects, actors = case.projects, case.actors

    def label(flow: Plain) -> str:
        return (
            f"{projects.label(flow.get('project'))} <- {actors.label(flow.get('funder'))} {flow.get('amount')} "
            f"{flow.get('currency')} (to {actors.label(flow.get('recipient'))})"
        )

    flows = mappings(case.predicted, "flows")
    predicted = distinct(case.translated(flows, project=projects, funder=actors, recipient=actors), _flow_key)
    gold = distinct(mappings(case.gold, "flows"), _flow_key)
    paired = score_wholes(
        case.tallies["flows"],
        gold,
        mappings(case.optional, "flows"),
        predicted,
        _same_flow,
        label,
        lambda x: touches_optional(x, project=projects, funder=actors),
    )
    predicted_of = {i: predicted[j] for j, i in paired.items()}
    for i, wanted in enumerate(gold):
        found = predicted_of.get(i)
        _score_recipient(case, wanted, found, label)
        if found is not None:
            _score_basis_and_quote(case, wanted, found, label)


def _score_recipient(case: Case, gold: Plain, found: Plain | None, label: Callable[[Plain], str]) -> None:
    tally = case.tallies["flow_recipients"]
    got = found.get("recipient") if found is not None else None
    right = got is not None and got in alternatives(gold, "recipient")
    if gold.get("recipient"):
        if right:
            tally.hit()
            return
        tally.miss(label(gold))
    elif case.actors.is_optional_id(got):
        return
    if found is not None and got is not None and not right:
        tally.wrong(label(found))


def _score_basis_and_quote(case: Case, gold: Plain, found: Plain, label: Callable[[Plain], str]) -> None:
    """Of a flow that was found: stated or implied, and the proof."""
    implied, quotes = case.tallies["flow_implied"], case.tallies["flow_quotes"]
    if gold.get("implied") and found.get("implied"):
        implied.hit()
    elif gold.get("implied"):
        implied.miss(label(gold))
    elif found.get("implied"):
        implied.wrong(label(gold))
    if not gold.get("quote"):
        return
    quote = quote_of(found)
    if same_quote(gold["quote"], quote):
        quotes.hit()
        return
    quotes.miss(f"{label(gold)}: {quote or 'no quote'}")
    if quote:
        quotes.wrong(label(gold))


def score_locations(case: Case) -> None:
    """Where the projects work; an excluded region is none."""
    projects, regions = case.projects, case.regions
    stated = [x for x in mappings(case.predicted, "locations") if x.get("scope") != "excluded"]
    predicted = case.translated(stated, project=projects, region=regions)
    score_wholes(
        case.tallies["locations"],
        mappings(case.gold, "locations"),
        mappings(case.optional, "locations"),
        distinct(predicted, lambda x: (x.get("project"), x.get("region"))),
        lambda gold, found: float(
            found.get("region") == gold.get("region") and found.get("project") in alternatives(gold, "project")
        ),
        lambda x: f"{projects.label(x.get('project'))} @ {regions.label(x.get('region'))}",
        lambda x: touches_optional(x, project=projects, region=regions),
    )


def score_cooperations(case: Case) -> None:
    """Pairs of regions, in either order."""
    regions = case.regions

    def pair(cooperation: object, name: Callable[[object], object] = lambda x: x) -> Plain | None:
        ends = cooperation.get("regions") if isinstance(cooperation, dict) else cooperation
        if not isinstance(ends, (list, tuple)) or len(ends) < 2:
            return None
        proofs = cooperation.get("evidence") if isinstance(cooperation, dict) else None
        return {"pair": frozenset(name(x) for x in ends[:2]), "evidence": proofs}

    gold = [x for x in map(pair, section(case.gold, "cooperations")) if x]
    optional = [x for x in map(pair, section(case.optional, "cooperations")) if x]
    found = [pair(x, regions.gold_id) for x in section(case.predicted, "cooperations")]
    predicted = distinct([x for x in found if x and len(x["pair"]) == 2], lambda x: x["pair"])
    score_wholes(
        case.tallies["cooperations"],
        gold,
        optional,
        predicted,
        lambda one, two: float(one["pair"] == two["pair"]),
        lambda x: " – ".join(sorted(regions.label(region) for region in x["pair"])),
        lambda x: any(regions.is_optional_id(region) for region in x["pair"]),
    )


def score_relations(case: Case) -> None:
    """`follows` and `part_of`."""
    projects = case.projects

    def relations(entities: list[Plain], name: Callable[[object], object] = lambda x: x) -> list[Plain]:
        return [
            {"one": name(x.get("id")), "relation": relation, "two": name(other), "evidence": _of(x, relation)}
            for x in entities
            for relation in ("follows", "part_of")
            for other in section(x, relation)
        ]

    score_wholes(
        case.tallies["relations"],
        relations(projects.gold[: projects.main]),
        relations(mappings(case.optional, "projects")),
        relations(list(projects.predicted), projects.gold_id),
        lambda one, two: float(all(one[key] == two[key] for key in ("one", "relation", "two"))),
        lambda x: f"{projects.label(x['one'])} {x['relation']} {projects.label(x['two'])}",
        lambda x: projects.is_optional_id(x["one"]) or projects.is_optional_id(x["two"]),
        ("follows", "part_of"),
    )


def _of(fact: Plain, field: str) -> list[Plain]:
    """A fact's proofs that are for a field."""
    return [proof for proof in section(fact, "evidence") if proof.get("field") == field]


def score_indicators(case: Case) -> None:
    """Targets and results."""
    projects = case.projects

    def like(gold: Plain, found: Plain) -> float:
        if found.get("project") not in alternatives(gold, "project") or found.get("kind") != gold.get("kind"):
            return 0.0
        one, two = gold.get("label"), found.get("label")
        if not same_number(gold.get("value"), found.get("value")) or not same_label(one, two):
            return 0.0
        return 0.5 + 0.5 * dice(token_set(one), token_set(two))

    score_wholes(
        case.tallies["indicators"],
        mappings(case.gold, "indicators"),
        mappings(case.optional, "indicators"),
        case.translated(mappings(case.predicted, "indicators"), project=projects),
        like,
        lambda x: f"{projects.label(x.get('project'))}: {x.get('label')} = {x.get('value')} ({x.get('kind')})",
        lambda x: touches_optional(x, project=projects),
    )
