"""Facts and their identities become triples (`pyoxigraph.Triple`): the graph as `ontology/graphkit.ttl` defines it.

One node per claim, whichever documents tell it; direct properties only for what is positive and undisputed. IRIs come from contents,
there are no blank nodes, and the order is the same whatever the order of documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from pyoxigraph import Literal, NamedNode, Triple

from graphkit.graph.claims import (
    Attribution,
    Budget,
    Claim,
    Exchange,
    FundingFlow,
    Measure,
    Named,
    Participation,
    Period,
    Place,
    Support,
    gather,
)
from graphkit.graph.entities import entity_triples
from graphkit.graph.sources import document_triples, proof_triples
from graphkit.graph.standing import Span, Standing, judge, spans
from graphkit.graph.terms import date, decimal, digest, first_day, integer, iri, is_date, last_day, text, year
from graphkit.graph.vocabulary import DEFAULT_BASE, GK, RDF, concept
from graphkit.model import Facts, Resolution

Pairs = Iterator[tuple[NamedNode, NamedNode | Literal]]


def to_triples(all_facts: Sequence[Facts], resolution: Resolution, *, base: str = DEFAULT_BASE) -> Iterator[Triple]:
    """All triples of a graph, each once. A DataError names a fact that its document or the vocabulary doesn't bear out."""
    gathered = gather(all_facts, resolution)
    mapper = _Mapper(gathered, judge(gathered), spans(gathered), base)
    seen: set[Triple] = set()
    for triples in (
        entity_triples(resolution, base),
        document_triples(all_facts, base),
        *(mapper.claim(claim, gathered[claim]) for claim in sorted(gathered, key=_order)),
        mapper.spans(),
    ):
        for triple in triples:
            if triple not in seen:
                seen.add(triple)
                yield triple


def _order(claim: Claim) -> tuple[str, str]:
    return type(claim).__name__, repr(claim)


KINDS: Mapping[type[Claim], tuple[str, str]] = {
    Participation: ("participation", "Participation"),
    FundingFlow: ("funding-flow", "FundingFlow"),
    Budget: ("budget", "Budget"),
    Period: ("period", "Period"),
    Place: ("location", "Location"),
    Exchange: ("cooperation", "Cooperation"),
    Measure: ("indicator", "Indicator"),
    Attribution: ("attribute", "Attribute"),
}
"""The kinds of claim that are nodes of their own: the name in their IRIs, and their class."""


class _Mapper:
    def __init__(
        self, gathered: Mapping[Claim, Support], standing: Standing, periods: Mapping[str, Span], base: str
    ) -> None:
        self.gathered = gathered
        self.standing = standing
        self.periods = periods
        self.base = base

    def thing(self, kind: str, slug: str) -> NamedNode:
        return iri(self.base, kind, slug)

    def claim(self, claim: Claim, support: Support) -> Iterator[Triple]:
        """A claim's node with its proofs, and the direct properties that follow from it."""
        if isinstance(claim, Named):
            node = self.thing(claim.kind, claim.slug)
        else:
            kind, name = KINDS[type(claim)]
            node = self.thing(kind, claim_key(claim))
            yield Triple(node, RDF.type, GK[name])
            yield Triple(node, RDF.type, GK.Fact)
            yield Triple(node, GK.basis, concept("bases", support.basis.value))
            for words in sorted(support.written):
                yield Triple(node, GK.asWritten, text(words))
            for status in self.standing.limited.get(getattr(claim, "project", None) or "", ()):
                yield Triple(node, GK.status, concept("statuses", status))
        for predicate, value in self.parts(claim, support):
            yield Triple(node, predicate, value)
        for proof in support.best_proofs():
            yield from proof_triples(node, proof, self.base)
        yield from self.direct(claim, support)

    def parts(self, claim: Claim, support: Support) -> Pairs:
        """What a claim's own node says; mypy names a kind that is missing here."""
        match claim:
            case Named():
                return
            case Participation(project=project, actor=actor, role=role):
                yield GK.project, self.thing("project", project)
                yield GK.actor, self.thing("actor", actor)
                yield GK.role, concept("roles", role)
            case FundingFlow():
                yield from self.flow(claim)
            case Budget(project=project, amount=amount, currency=currency):
                yield GK.project, self.thing("project", project)
                yield GK.amount, decimal(amount)
                if currency:
                    yield GK.currency, text(currency)
            case Period(project=project, start=start, end=end):
                yield GK.project, self.thing("project", project)
                if start and is_date(start):
                    yield GK.start, date(start)
                    yield GK.startYear, integer(year(start))
                    yield GK.earliestStart, first_day(start)
                if end and is_date(end):
                    yield GK.end, date(end)
                    yield GK.endYear, integer(year(end))
                    yield GK.latestEnd, last_day(end)
            case Place(project=project, region=region, scope=scope):
                yield GK.project, self.thing("project", project)
                yield GK.region, self.thing("region", region)
                yield GK.scope, concept("scopes", scope)
            case Exchange(one=one, other=other):
                yield GK.region, self.thing("region", one)
                yield GK.region, self.thing("region", other)
                for project in sorted(support.projects):
                    yield GK.project, self.thing("project", project)
                years = [self.periods[project] for project in sorted(support.projects) if project in self.periods]
                if first := [span.start_year for span in years if span.start_year is not None]:
                    yield GK.startYear, integer(min(first))
                if last := [span.end_year for span in years if span.end_year is not None]:
                    yield GK.endYear, integer(max(last))
            case Measure(project=project, label=label, language=language, value=value, kind=kind):
                yield GK.project, self.thing("project", project)
                yield GK.indicatorKind, concept("indicator-kinds", kind)
                yield GK.unit, text(label, language)
                if len(value) == 1:
                    yield GK.value, decimal(value[0])
                else:
                    yield GK.minValue, decimal(value[0])
                    yield GK.maxValue, decimal(value[-1])
            case Attribution(kind=kind, about=about):
                yield GK.about, self.thing(kind, about)
                yield GK.property, GK[claim.property]
                yield GK.value, self.value(claim)
            case _:
                assert_never(claim)

    def flow(self, flow: FundingFlow) -> Pairs:
        if flow.project:
            yield GK.project, self.thing("project", flow.project)
        if flow.payer:
            yield GK.payer, self.thing("actor", flow.payer)
        if flow.recipient:
            yield GK.recipient, self.thing("actor", flow.recipient)
        yield GK.amount, decimal(flow.amount)
        if flow.currency:
            yield GK.currency, text(flow.currency)
        if flow.year is not None:
            yield GK.year, integer(flow.year)
        if flow.project and flow.payer:
            own = (flow.project, flow.payer) in self.standing.insiders
            yield GK.flowKind, concept("flow-kinds", "own-contribution" if own else "outside-funding")

    def value(self, claim: Attribution) -> NamedNode:
        match claim.property:
            case "programme":
                return self.thing("programme", claim.value)
            case "follows" | "partOf":
                return self.thing("project", claim.value)
            case "status":
                return concept("statuses", claim.value)
            case "actorType":
                return concept("actor-types", claim.value)
            case other:
                raise AssertionError(f"an attribute «{other}» has no value in the graph")

    def direct(self, claim: Claim, support: Support) -> Iterator[Triple]:
        """The direct properties that a claim gives if it is positive and nothing speaks against it."""
        standing = self.standing
        match claim:
            case Participation(project=project, actor=actor, role=role) if standing.acts(project):
                yield Triple(self.thing("project", project), GK[role], self.thing("actor", actor))
            case Place(project=project, region=region, scope="works-in"):
                if standing.acts(project) and (project, region) not in standing.excluded:
                    yield Triple(self.thing("project", project), GK.worksIn, self.thing("region", region))
            case Exchange(one=one, other=other):
                if not support.projects or any(map(standing.acts, support.projects)):
                    yield Triple(self.thing("region", one), GK.cooperatesWith, self.thing("region", other))
                    yield Triple(self.thing("region", other), GK.cooperatesWith, self.thing("region", one))
            case Attribution(property="programme" | "follows" | "partOf" as name, about=about):
                yield Triple(self.thing("project", about), GK[name], self.value(claim))
            case Attribution(property="status", about=about):
                if status := standing.statuses.get(about):
                    yield Triple(self.thing("project", about), GK.status, concept("statuses", status))

    def spans(self) -> Iterator[Triple]:
        """The years and outermost days of each project whose documents agree on them."""
        for project, span in self.periods.items():
            node = self.thing("project", project)
            if span.start_year is not None:
                yield Triple(node, GK.startYear, integer(span.start_year))
            if span.end_year is not None:
                yield Triple(node, GK.endYear, integer(span.end_year))
            if span.start:
                yield Triple(node, GK.earliestStart, first_day(span.start))
            if span.end:
                yield Triple(node, GK.latestEnd, last_day(span.end))


def claim_key(claim: Claim) -> str:
    """The last part of a claim's IRI: from its content alone."""
    return digest(*(getattr(claim, name) for name in claim.__dataclass_fields__))
