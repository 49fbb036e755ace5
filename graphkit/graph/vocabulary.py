"""The names that the graph uses, as closed namespaces: an unknown term is an error, and tests hold them against `ontology/`.

>>> GK.payer.value
'https://w3id.org/graphkit/ontology#payer'
>>> GK.donor
Traceback (most recent call last):
AttributeError: https://w3id.org/graphkit/ontology# has no term «donor»: define it in ontology/ and name it in graph/vocabulary.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from graphkit.errors import DataError

DEFAULT_BASE = "https://w3id.org/graphkit/id/"
"""Where things have their IRIs unless a workspace says otherwise: `<base><kind>/<slug>`."""


class Namespace:
    """A namespace whose terms are listed: `GK.amount` or `VOC["county-board"]` is a node, any other name an AttributeError."""

    __slots__ = ("_terms", "iri")

    def __init__(self, iri: str, *terms: str) -> None:
        self.iri = iri
        self._terms = {term: NamedNode(iri + term) for term in terms}

    def __getattr__(self, term: str) -> NamedNode:
        try:
            return self._terms[term]
        except KeyError:
            raise AttributeError(
                f"{self.iri} has no term «{term}»: define it in ontology/ and name it in graph/vocabulary.py."
            ) from None

    def __getitem__(self, term: str) -> NamedNode:
        return self.__getattr__(term)

    def __iter__(self) -> Iterator[NamedNode]:
        return iter(self._terms.values())


CLASSES = (
    "Project",
    "Actor",
    "Region",
    "Programme",
    "Fact",
    "Participation",
    "FundingFlow",
    "Budget",
    "Period",
    "Location",
    "Cooperation",
    "Indicator",
    "Attribute",
    "Document",
    "Evidence",
)
PROPERTIES = (
    # direct properties of a project
    "owner",
    "partner",
    "funder",
    "worksIn",
    "programme",
    "follows",
    "partOf",
    "status",
    "startYear",
    "endYear",
    "earliestStart",
    "latestEnd",
    # of an actor, a region, a programme
    "actorType",
    "seat",
    "successor",
    "organisationNumber",
    "regionKind",
    "code",
    "within",
    "member",
    "cooperatesWith",
    "paysAs",
    # of facts
    "evidence",
    "basis",
    "project",
    "actor",
    "role",
    "payer",
    "recipient",
    "amount",
    "currency",
    "year",
    "flowKind",
    "asWritten",
    "start",
    "end",
    "region",
    "scope",
    "indicatorKind",
    "minValue",
    "maxValue",
    "unit",
    "about",
    "property",
    "value",
    # of documents and evidence
    "sha256",
    "document",
    "quote",
    "startOffset",
    "endOffset",
    "page",
    "rule",
    "confidence",
)

GK = Namespace("https://w3id.org/graphkit/ontology#", *CLASSES, *PROPERTIES)

SCHEMES: dict[str, dict[str, str]] = {
    "roles": {word: word for word in ("owner", "partner", "funder")},
    "actor-types": {
        word: word
        for word in (
            "region",
            "county-board",
            "municipality",
            "agency",
            "university",
            "company",
            "association",
            "eu",
            "school",
            "network",
            "other",
        )
    },
    "region-kinds": {word: word for word in ("country", "macro", "county", "municipality", "city")},
    "flow-kinds": {word: word for word in ("own-contribution", "outside-funding")},
    "scopes": {word: word for word in ("works-in", "target", "planned", "excluded")},
    "statuses": {word: word for word in ("applied", "granted", "refused", "planned", "running", "ended")},
    "bases": {word: word for word in ("stated", "implied", "derived")},
    "indicator-kinds": {"target": "target-value", "result": "result"},
}
"""The concept schemes of `vocabulary.ttl`: for each, the model's words and the concepts that they stand for.

A municipality is an actor type and a region kind, «planned» a status and a scope: one concept in two schemes. A target value is
something else than a target region, so it has a name of its own.
"""

VOC = Namespace(
    "https://w3id.org/graphkit/vocabulary/",
    *SCHEMES,
    *sorted({concept for words in SCHEMES.values() for concept in words.values()}),
)


def concept(scheme: str, word: str) -> NamedNode:
    """The concept that a word of the model stands for; a DataError for a word that a hand-written fact file brought in.

    >>> concept("actor-types", "county-board").value
    'https://w3id.org/graphkit/vocabulary/county-board'
    """
    words = SCHEMES[scheme]
    if word not in words:
        raise DataError(
            "facts: «{word}» is none of the {scheme}; write {names}.",
            word=word,
            scheme=scheme.replace("-", " "),
            names=", ".join(words),
        )
    return VOC[words[word]]


RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type")
XSD = Namespace(
    "http://www.w3.org/2001/XMLSchema#", "decimal", "integer", "date", "gYear", "gYearMonth", "string", "double"
)
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#", "prefLabel", "altLabel")
DCTERMS = Namespace("http://purl.org/dc/terms/", "title", "source", "publisher", "issued", "language")
GEO = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#", "lat", "long")

PREFIXES = {
    "gk": GK.iri,
    "voc": VOC.iri,
    "skos": SKOS.iri,
    "dcterms": DCTERMS.iri,
    "geo": GEO.iri,
    "rdf": RDF.iri,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": XSD.iri,
}
"""The prefixes of Turtle output, and of queries that don't declare their own."""
