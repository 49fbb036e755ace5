"""Facts with identities: what a document's facts say once local ids are replaced by entities. Equal claims are one node of the graph.

A claim holds exactly what makes two facts the same; what may differ between documents (quotes, the basis, the amount as written) is
its `Support`, gathered from all documents. So money that two documents tell of is one node with two proofs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from graphkit.errors import DataError
from graphkit.identities.forms import document_key
from graphkit.model import (
    Actor,
    Basis,
    Contact,
    Cooperation,
    Evidence,
    Fact,
    Facts,
    Flow,
    Indicator,
    Location,
    Project,
    Region,
    Resolution,
    Role,
)


@dataclass(frozen=True, slots=True)
class Named:
    """An entity is named in a document: its proof stands at the entity itself."""

    kind: str
    slug: str


@dataclass(frozen=True, slots=True)
class Participation:
    project: str
    actor: str
    role: str


@dataclass(frozen=True, slots=True)
class FundingFlow:
    project: str | None
    payer: str | None
    recipient: str | None
    amount: Decimal
    currency: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Budget:
    project: str
    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Period:
    project: str
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A region where a project works, or which it concerns (`gk:Location`)."""

    project: str
    region: str
    scope: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """Two regions that cooperate (`gk:Cooperation`), in the order of their slugs."""

    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A countable target or result (`gk:Indicator`)."""

    project: str
    label: str
    language: str
    value: tuple[Decimal, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Any other attribute (`gk:Attribute`): `value` is a slug for programme, follows and partOf, a word for status and actorType."""

    kind: str
    about: str
    property: str
    value: str


Claim = Named | Participation | FundingFlow | Budget | Period | Place | Exchange | Measure | Attribution
"""The kinds of claim, listed explicitly."""


@dataclass(frozen=True, slots=True, order=True)
class Proof:
    """A piece of evidence and the key of its document."""

    document: str
    start: int
    end: int
    quote: str
    rule: str
    confidence: float
    page: int

    @property
    def place(self) -> tuple[str, int, int, str]:
        """What makes two proofs of one claim the same."""
        return self.document, self.start, self.end, self.rule


@dataclass(slots=True)
class Support:
    """What all documents together give for a claim."""

    basis: Basis
    proofs: set[Proof]
    written: set[str]
    projects: set[str]
    documents: set[str]

    def best_proofs(self) -> list[Proof]:
        """The proofs in order, one per place and rule: where a rule was sure in two degrees, the surer counts."""
        return list({proof.place: proof for proof in sorted(self.proofs)}.values())

    def take_in(self, other: Support) -> None:
        """Adds what another document gives; what one document states outright is stated."""
        self.basis = min(self.basis, other.basis, key=_STRENGTH.__getitem__)
        self.proofs |= other.proofs
        self.written |= other.written
        self.projects |= other.projects
        self.documents |= other.documents


_STRENGTH = {Basis.STATED: 0, Basis.IMPLIED: 1, Basis.DERIVED: 2}


def gather(all_facts: Iterable[Facts], resolution: Resolution) -> dict[Claim, Support]:
    """All claims of all documents, each once, with its support; what one document states outright is stated.

    Raises a DataError when a fact names a local id that its document doesn't have.
    """
    gathered: dict[Claim, Support] = {}
    for facts in all_facts:
        document = document_key(facts.info)
        for claim, basis, evidence, written, project in _Reader(facts, resolution).claims():
            proofs = {Proof(document, x.start, x.end, x.quote, x.rule, x.confidence, x.page or 0) for x in evidence}
            told = Support(basis, proofs, {written} - {""}, {project} - {""}, {document})
            if claim in gathered:
                gathered[claim].take_in(told)
            else:
                gathered[claim] = told
    for flow, fuller in _told_with_less(gathered):
        gathered[fuller].take_in(gathered.pop(flow))
    return gathered


def _told_with_less(gathered: Mapping[Claim, Support]) -> list[tuple[FundingFlow, FundingFlow]]:
    """Flows that are the same money as one flow of another document, which tells payer, recipient or year too.

    «Projektet får 450 000 kronor» in one document and «Sida ger Lycksele kommun 450 000 kronor» in another would else be counted twice.
    Where two fuller flows are possible (the same amount for each of two years) nothing is merged.
    """
    alike: dict[tuple[str, Decimal, str], list[FundingFlow]] = defaultdict(list)
    for claim in gathered:
        if isinstance(claim, FundingFlow) and claim.project:
            alike[(claim.project, claim.amount, claim.currency)].append(claim)
    found = []
    for flows in alike.values():
        for flow in flows:
            more = [other for other in flows if other != flow and _fits(flow, other)]
            fuller = [other for other in more if not any(other != third and _fits(other, third) for third in more)]
            if len(fuller) == 1 and gathered[flow].documents.isdisjoint(gathered[fuller[0]].documents):
                found.append((flow, fuller[0]))
    return found


def _fits(flow: FundingFlow, other: FundingFlow) -> bool:
    """Whether all that a flow tells is told by the other too."""
    pairs = ((flow.payer, other.payer), (flow.recipient, other.recipient), (flow.year, other.year))
    return all(mine is None or mine == its for mine, its in pairs)


Told = tuple[Claim, Basis, tuple[Evidence, ...], str, str]
"""A claim as one document tells it: with basis, evidence, the words as written and the project that it rests on."""


class _Reader:
    """One document's facts, its local ids read through the resolution."""

    def __init__(self, facts: Facts, resolution: Resolution) -> None:
        self.facts = facts
        self.of = resolution.of

    def claims(self) -> Iterator[Told]:
        facts = self.facts
        kinds: tuple[tuple[Fact, ...], ...] = (
            facts.projects,
            facts.actors,
            facts.regions,
            facts.roles,
            facts.flows,
            facts.locations,
            facts.cooperations,
            facts.indicators,
            facts.contacts,
        )
        for kind in kinds:
            for fact in kind:
                yield from self.read(fact)

    def read(self, fact: Fact) -> Iterator[Told]:
        """The claims of one fact; mypy names a kind that is missing here."""
        match fact:
            case Project():
                yield from self.project(fact)
            case Actor(id=local, type=kind, evidence=evidence):
                actor = self.slug("actor", local)
                yield Named("actor", actor), Basis.STATED, _of_itself(evidence), "", ""
                if proof := _of_field(evidence, "type"):
                    yield Attribution("actor", actor, "actorType", kind), Basis.STATED, proof, "", ""
            case Region(id=local, evidence=evidence):
                yield Named("region", self.slug("region", local)), Basis.STATED, _of_itself(evidence), "", ""
            case Role(project=project, actor=local, role=role, basis=basis, evidence=evidence):
                participation = Participation(self.slug("project", project), self.slug("actor", local), role)
                yield participation, basis, evidence, "", ""
            case Flow(basis=basis, evidence=evidence, money=money):
                flow = FundingFlow(
                    self.maybe("project", fact.project),
                    self.maybe("actor", fact.funder),
                    self.maybe("actor", fact.recipient),
                    money.amount.normalize(),
                    money.currency,
                    fact.year,
                )
                yield flow, basis, evidence, money.written, ""
            case Location(project=project, region=local, scope=scope, evidence=evidence):
                place = Place(self.slug("project", project), self.slug("region", local), scope)
                yield place, Basis.STATED, evidence, "", ""
            case Cooperation(regions=(one, other), project=project, evidence=evidence):
                first, second = sorted((self.slug("region", one), self.slug("region", other)))
                if first != second:  # two names of one place don't cooperate
                    yield Exchange(first, second), Basis.STATED, evidence, "", self.maybe("project", project) or ""
            case Indicator(project=project, label=label, value=value, kind=kind, evidence=evidence):
                numbers = tuple(sorted(number.normalize() for number in value))
                measured = self.slug("project", project)
                yield (
                    Measure(measured, label, self.facts.info.language, numbers, kind),
                    Basis.STATED,
                    evidence,
                    "",
                    "",
                )
            case Contact():
                return  # persons never enter the graph
            case _:
                assert_never(fact)

    def project(self, fact: Project) -> Iterator[Told]:
        """A project's name, period, budget and other attributes, each with the evidence of its own field."""
        project, evidence = self.slug("project", fact.id), fact.evidence
        yield Named("project", project), Basis.STATED, _of_itself(evidence), "", ""
        if fact.start or fact.end:
            written = f"{fact.start or '…'}/{fact.end or '…'}"
            proof = _of_field(evidence, "start", "end", "period")
            yield Period(project, fact.start, fact.end), Basis.STATED, proof, written, ""
        if fact.budget:
            budget = Budget(project, fact.budget.amount.normalize(), fact.budget.currency)
            yield budget, Basis.STATED, _of_field(evidence, "budget"), fact.budget.written, ""
        for number, rival in enumerate(fact.rivals):
            if rival.budget:
                budget = Budget(project, rival.budget.amount.normalize(), rival.budget.currency)
                yield budget, Basis.STATED, _of_field(evidence, f"rival-budget-{number}"), rival.budget.written, ""
            else:
                written = f"{rival.start or '…'}/{rival.end or '…'}"
                proof = _of_field(evidence, f"rival-period-{number}")
                yield Period(project, rival.start, rival.end), Basis.STATED, proof, written, ""
        attributes = [("programme", self.slug("programme", fact.programme))] if fact.programme else []
        attributes += [("follows", self.slug("project", local)) for local in fact.follows]
        attributes += [("partOf", self.slug("project", local)) for local in fact.part_of]
        attributes += [("status", fact.status)] if fact.status else []
        for name, value in attributes:
            if value != project:
                proof = _of_field(evidence, "part_of" if name == "partOf" else name)
                yield Attribution("project", project, name, value), Basis.STATED, proof, "", ""

    def slug(self, kind: str, local: str) -> str:
        try:
            return self.of[(kind, self.facts.info.stem, local)]
        except KeyError:
            raise DataError(
                "facts of {document}: a fact names the {kind} «{local}», which the document doesn't list; add it "
                "or correct the id.",
                document=self.facts.info.stem,
                kind=kind,
                local=local,
            ) from None

    def maybe(self, kind: str, local: str | None) -> str | None:
        return self.slug(kind, local) if local else None


def _of_itself(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(proof for proof in evidence if not proof.field)


def _of_field(evidence: tuple[Evidence, ...], *fields: str) -> tuple[Evidence, ...]:
    return tuple(proof for proof in evidence if proof.field in fields)
