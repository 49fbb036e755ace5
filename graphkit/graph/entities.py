"""Projects, actors, regions and programmes as triples, with what the reference tables know of them."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from graphkit.graph.terms import decimal, integer, iri, text
from graphkit.graph.vocabulary import GEO, GK, RDF, SKOS, concept
from graphkit.identities.forms import split_years
from graphkit.identities.references import (
    actor_of_slug,
    listed_actor,
    listed_region,
    region_of,
    region_of_slug,
    slug_of_actor,
)
from graphkit.model import Entity, Resolution
from graphkit.reference import ReferenceActor, ReferenceRegion
from graphkit.text import slug

CLASSES = {"project": "Project", "actor": "Actor", "region": "Region", "programme": "Programme"}


def entity_triples(resolution: Resolution, base: str) -> Iterator[Triple]:
    """All entities that occur, then the listed ones that they lead to: seats, what regions lie within, members, successors."""
    writer = _Writer(base, {(entity.kind, entity.slug) for entity in resolution.entities})
    for entity in resolution.entities:
        yield from writer.entity(entity)


class _Writer:
    """Knows which entities occur, and which listed regions and actors it has written, and whose members, so that each is written once."""

    def __init__(self, base: str, occurring: set[tuple[str, str]]) -> None:
        self.base = base
        self.occurring = occurring
        self.written: set[str] = set()
        self.opened: set[str] = set()

    def entity(self, entity: Entity) -> Iterator[Triple]:
        node = iri(self.base, entity.kind, entity.slug)
        yield Triple(node, RDF.type, GK[CLASSES[entity.kind]])
        region = region_of_slug(entity.slug) if entity.kind == "region" else None
        labels = _region_labels(region) if region else {(entity.name, entity.language)}
        for label in sorted(labels):
            yield Triple(node, SKOS.prefLabel, text(*label))
        shown = {name for name, _ in labels}
        for name, language in entity.names:
            if name not in shown:
                yield Triple(node, SKOS.altLabel, text(name, language))
        if entity.kind == "actor":
            yield Triple(node, GK.actorType, concept("actor-types", entity.type or "other"))
            if actor := actor_of_slug(entity.slug):
                yield from self.listed_actor(actor)
        if entity.kind == "region":
            yield Triple(node, GK.regionKind, concept("region-kinds", entity.type or "city"))
            if region:
                yield from self.listed_region(region)
            elif entity.code:
                yield Triple(node, GK.code, text(entity.code))
            elif entity.type == "city" and (around := listed_region(entity.name, "municipality")):
                yield Triple(
                    node, GK.within, self.region(around)
                )  # a town lies in the municipality that is named after it
                yield from self.listed_region(around)
        if entity.kind == "programme":
            yield from self.programme(node, entity)

    def programme(self, node: NamedNode, entity: Entity) -> Iterator[Triple]:
        """A programme's years, what it is part of without them, and the actor that pays its money if that one occurs."""
        name, years = split_years(entity.name)
        whole = entity.slug
        if years:
            whole = entity.slug.removesuffix(f"-{years[0]}-{years[1]}")
            parent = iri(self.base, "programme", whole)
            yield Triple(node, GK.startYear, integer(years[0]))
            yield Triple(node, GK.endYear, integer(years[1]))
            yield Triple(node, GK.partOf, parent)
            if ("programme", whole) not in self.occurring and parent.value not in self.written:
                self.written.add(parent.value)
                yield Triple(parent, RDF.type, GK.Programme)
                yield Triple(parent, SKOS.prefLabel, text(name, entity.language))
        if ("actor", whole) in self.occurring:
            yield Triple(node, GK.paysAs, iri(self.base, "actor", whole))

    def listed_actor(self, actor: ReferenceActor) -> Iterator[Triple]:
        """What the table knows of an actor: seat, number, and the body that took over."""
        node = self.actor(actor)
        if node.value in self.written:
            return
        self.written.add(node.value)
        yield Triple(node, RDF.type, GK.Actor)
        if actor.organisation_number:
            yield Triple(node, GK.organisationNumber, text(actor.organisation_number))
        if region := region_of(actor.region):
            yield Triple(node, GK.seat, self.region(region))
            yield from self.listed_region(region)
        if successor := listed_actor(actor.successor):
            yield Triple(node, GK.successor, self.actor(successor))
            if ("actor", slug_of_actor(successor)) not in self.occurring:
                yield Triple(self.actor(successor), SKOS.prefLabel, text(successor.name, "sv"))
                yield Triple(self.actor(successor), GK.actorType, concept("actor-types", successor.type))
                yield from self.listed_actor(successor)

    def listed_region(self, region: ReferenceRegion, *, members: bool = True) -> Iterator[Triple]:
        """What the table knows of a region: names, code, place on the map, the regions around it up to its country, and its members.

        Without members where it only lies around others: these say that they lie within it.
        """
        node = self.region(region)
        if node.value not in self.written:
            self.written.add(node.value)
            yield Triple(node, RDF.type, GK.Region)
            yield Triple(node, GK.regionKind, concept("region-kinds", region.type))
            for label in sorted(_region_labels(region)):
                yield Triple(node, SKOS.prefLabel, text(*label))
            if region.public_code:
                yield Triple(node, GK.code, text(region.public_code))
            if region.lat is not None and region.lon is not None:
                yield Triple(node, GEO.lat, decimal(region.lat))
                yield Triple(node, GEO.long, decimal(region.lon))
            if parent := region_of(region.parent):
                yield Triple(node, GK.within, self.region(parent))
                yield from self.listed_region(parent, members=False)
        if members and region.members and node.value not in self.opened:
            self.opened.add(node.value)
            for member in filter(None, map(region_of, region.members)):
                yield Triple(node, GK.member, self.region(member))
                yield from self.listed_region(member)

    def actor(self, actor: ReferenceActor) -> NamedNode:
        return iri(self.base, "actor", slug_of_actor(actor))

    def region(self, region: ReferenceRegion) -> NamedNode:
        return iri(self.base, "region", slug(region.code))


def _region_labels(region: ReferenceRegion) -> set[tuple[str, str]]:
    """The official names in Swedish and English; a place whose name the table has in one language bears it in both."""
    return {(region.name_sv or region.name_en, "sv"), (region.name_en or region.name_sv, "en")}
