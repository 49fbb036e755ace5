"""The graph as a file: sinks that write triples to an open text file, the same bytes for the same graph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import TextIO

import pyoxigraph as ox

from graphkit.graph.vocabulary import PREFIXES, RDF, XSD

Exporter = Callable[[Iterable[ox.Triple], TextIO], None]


def write_nt(triples: Iterable[ox.Triple], out: TextIO) -> None:
    """N-Triples: one line per triple, each once, sorted."""
    for line in sorted({f"{triple} .\n" for triple in triples}):
        out.write(line)


def write_ttl(triples: Iterable[ox.Triple], out: TextIO) -> None:
    """Turtle with prefixes, one paragraph per subject, sorted; its class stands first."""
    ordered = sorted(set(triples), key=_reading_order)
    used = {iri for triple in ordered for iri in _namespaces(triple)}
    for prefix, iri in sorted(PREFIXES.items()):
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
_PREFIX_OF = {iri: prefix for prefix, iri in PREFIXES.items()}


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


EXPORTERS: Mapping[str, Exporter] = {"nt": write_nt, "ttl": write_ttl}
"""The formats of `graphkit export`, by name: one function and one line here make a new one."""
