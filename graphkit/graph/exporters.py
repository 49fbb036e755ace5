"""The graph as files, the same bytes for the same graph: N-Triples and Turtle here, the other formats in modules that this table imports when asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import TextIO

import pyoxigraph as ox

from graphkit import resources
from graphkit.graph.vocabulary import PREFIXES, RDF, XSD

Exporter = Callable[[Iterable[ox.Triple], TextIO, str], None]
"""Writes triples to an open text file; labels that stand alone are in a language («sv», «en»)."""

ALIGNED = {
    "owl": "http://www.w3.org/2002/07/owl#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "eurio": "http://data.europa.eu/s66#",
    "cv": "http://data.europa.eu/m8g/",
    "geosparql": "http://www.opengis.net/ont/geosparql#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "time": "http://www.w3.org/2006/time#",
    "qb": "http://purl.org/linked-data/cube#",
}
"""The prefixes of the vocabularies that `ontology/alignments.ttl` leads to."""
_ALL_PREFIXES = PREFIXES | ALIGNED


def write_nt(triples: Iterable[ox.Triple], out: TextIO, lang: str = "") -> None:  # noqa: ARG001 - one signature for all formats
    """N-Triples: one line per triple, each once, sorted."""
    for line in sorted({f"{triple} .\n" for triple in triples}):
        out.write(line)


def write_ttl(triples: Iterable[ox.Triple], out: TextIO, lang: str = "") -> None:  # noqa: ARG001
    """Turtle with prefixes, one paragraph per subject, sorted; its class stands first."""
    ordered = sorted(set(triples), key=_reading_order)
    used = {iri for triple in ordered for iri in _namespaces(triple)}
    for prefix, iri in sorted(_ALL_PREFIXES.items()):
        if iri in used:
            out.write(f"@prefix {prefix}: <{iri}> .\n")
    for subject, group in groupby(ordered, key=lambda triple: triple.subject):
        lines = [
            f"    {'a' if predicate == RDF.type else _short(predicate)} {', '.join(_short(x.object) for x in same)}"
            for predicate, same in groupby(group, key=lambda triple: triple.predicate)
        ]
        out.write(f"\n{_short(subject)}\n" + " ;\n".join(lines) + " .\n")


def _reading_order(triple: ox.Triple) -> tuple[str, bool, str, str]:
    return str(triple.subject), triple.predicate != RDF.type, str(triple.predicate), str(triple.object)


_LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*")
_PREFIX_OF = {iri: prefix for prefix, iri in _ALL_PREFIXES.items()}


def _split(node: ox.NamedNode) -> tuple[str, str]:
    """An IRI's namespace and local name; no namespace where it has no prefix or the name would need escapes."""
    cut = max(node.value.rfind("#"), node.value.rfind("/")) + 1
    namespace, local = node.value[:cut], node.value[cut:]
    return (namespace, local) if namespace in _PREFIX_OF and _LOCAL.fullmatch(local) else ("", node.value)


def _namespaces(triple: ox.Triple) -> Iterator[str]:
    for term in (triple.subject, triple.predicate, triple.object):
        if isinstance(term, ox.NamedNode) and term != RDF.type:
            yield _split(term)[0]
        elif isinstance(term, ox.Literal) and not term.language and term.datatype != XSD.string:
            yield _split(term.datatype)[0]


def _short(term: object) -> str:
    if isinstance(term, ox.NamedNode):
        namespace, local = _split(term)
        return f"{_PREFIX_OF[namespace]}:{local}" if namespace else str(term)
    if isinstance(term, ox.Literal) and not term.language and term.datatype != XSD.string:
        return f"{ox.Literal(term.value)}^^{_short(term.datatype)}"
    return str(term)


def _jsonld(triples: Iterable[ox.Triple], out: TextIO, lang: str) -> None:  # noqa: ARG001
    from graphkit.graph.jsonld import write_jsonld

    used = list(triples)
    namespaces = {namespace for triple in used for namespace in _namespaces(triple)}
    write_jsonld(used, out, {prefix: iri for prefix, iri in _ALL_PREFIXES.items() if iri in namespaces})


def _graphml(triples: Iterable[ox.Triple], out: TextIO, lang: str) -> None:
    from graphkit.graph.networkfiles import write_graphml

    write_graphml(triples, out, lang)


def _gexf(triples: Iterable[ox.Triple], out: TextIO, lang: str) -> None:
    from graphkit.graph.networkfiles import write_gexf

    write_gexf(triples, out, lang)


def _geojson(triples: Iterable[ox.Triple], out: TextIO, lang: str) -> None:
    from graphkit.graph.geojson import write_geojson

    write_geojson(triples, out, lang)


def _csv(triples: Iterable[ox.Triple], lang: str) -> Mapping[str, str]:
    from graphkit.graph.csvfiles import to_csv_files

    return to_csv_files(triples, lang)


EXPORTERS: Mapping[str, Exporter] = {
    "nt": write_nt,
    "ttl": write_ttl,
    "jsonld": _jsonld,
    "graphml": _graphml,
    "gexf": _gexf,
    "geojson": _geojson,
}
"""The formats of one file by name: one function and one line here make a new one."""

RDF_EXPORTERS = ("nt", "ttl", "jsonld")
"""Those that hold all triples, whatever they say."""

FOLDERS: Mapping[str, Callable[[Iterable[ox.Triple], str], Mapping[str, str]]] = {"csv": _csv}
"""The formats of a folder: the files' contents by name."""


def ontology_triples() -> tuple[ox.Triple, ...]:
    """The ontology, the vocabulary, and how both are aligned with what others use."""
    return tuple(
        quad.triple
        for name in ("graphkit.ttl", "vocabulary.ttl", "alignments.ttl")
        for quad in ox.parse(resources.ontology(name).read_bytes(), format=ox.RdfFormat.TURTLE)
    )
