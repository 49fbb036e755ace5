"""Documents and evidence as triples: where a fact comes from, down to the sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Triple

from graphkit.graph.claims import Proof
from graphkit.graph.terms import date, decimal, digest, integer, iri, is_date, text
from graphkit.graph.vocabulary import DCTERMS, GK, RDF, SKOS
from graphkit.identities.forms import document_key
from graphkit.model import Facts


def document_triples(all_facts: Iterable[Facts], base: str) -> Iterator[Triple]:
    """Each document once, with every place that it was read from; without a title it is called by its file's stem."""
    infos = {(document_key(facts.info), facts.info.stem, facts.info.source): facts.info for facts in all_facts}
    titled: set[str] = set()
    for key, stem, source in sorted(infos):
        info = infos[(key, stem, source)]
        node = iri(base, "document", key)
        yield Triple(node, RDF.type, GK.Document)
        if key not in titled:  # two names of one document have the same title, or both have none
            titled.add(key)
            yield Triple(node, DCTERMS.title, text(info.title or stem, info.language))
            yield Triple(node, SKOS.prefLabel, text(info.title or stem, info.language))
        yield Triple(node, DCTERMS.source, text(source or stem))
        yield Triple(node, DCTERMS.language, text(info.language))
        if info.publisher:
            yield Triple(node, DCTERMS.publisher, text(info.publisher))
        if info.issued and is_date(info.issued):
            yield Triple(node, DCTERMS.issued, date(info.issued))
        if info.sha256:
            yield Triple(node, GK.sha256, text(info.sha256))


def proof_triples(fact: NamedNode, proof: Proof, base: str) -> Iterator[Triple]:
    """A piece of evidence as a node of its own, so that rule and confidence are this fact's."""
    node = iri(base, "evidence", digest(fact.value.removeprefix(base), *proof.place))
    yield Triple(fact, GK.evidence, node)
    yield Triple(node, RDF.type, GK.Evidence)
    yield Triple(node, GK.document, iri(base, "document", proof.document))
    yield Triple(node, GK.quote, text(proof.quote))
    yield Triple(node, GK.startOffset, integer(proof.start))
    yield Triple(node, GK.endOffset, integer(proof.end))
    if proof.page:
        yield Triple(node, GK.page, integer(proof.page))
    yield Triple(node, GK.rule, text(proof.rule))
    yield Triple(node, GK.confidence, decimal(proof.confidence))
