"""The graph as JSON-LD 1.1: its context stands in the file, one thing a line, the same bytes for the same graph."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby
from typing import Any, TextIO

import pyoxigraph as ox

from graphkit.graph.vocabulary import GK, RDF, XSD

Json = dict[str, Any]


def write_jsonld(triples: Iterable[ox.Triple], out: TextIO, prefixes: dict[str, str]) -> None:
    """JSON-LD: terms of the ontology stand bare, others with a prefix; a property whose values are all things or all of one datatype says so once.

    Whole numbers are JSON's; amounts stay texts, for JSON's numbers can't hold them exactly.
    """
    ordered = sorted(set(triples), key=lambda x: (str(x.subject), str(x.predicate), str(x.object)))
    names = _Names(prefixes)
    kinds = _kinds(ordered)
    context: Json = {"@version": 1.1, "@vocab": GK.iri} | dict(sorted(prefixes.items()))
    for predicate in sorted(kinds, key=names.short):
        if coerced := _coercion(kinds[predicate], names):
            context[names.short(predicate)] = {"@id": predicate, "@type": coerced}
    out.write(f'{{"@context": {_line(context)},\n"@graph": [')
    for number, (_, group) in enumerate(groupby(ordered, key=lambda triple: str(triple.subject))):
        out.write((",\n" if number else "\n") + _line(_thing(list(group), kinds, names)))
    out.write("\n]}\n")


class _Names:
    """IRIs as short as the context allows."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        self.prefixes = sorted(prefixes.items(), key=lambda item: (-len(item[1]), item))

    def short(self, iri: str) -> str:
        if iri.startswith(GK.iri):
            return iri.removeprefix(GK.iri)
        return self.compact(iri)

    def compact(self, iri: str) -> str:
        for prefix, namespace in self.prefixes:
            local = iri.removeprefix(namespace)
            if local != iri and local and "/" not in local and ":" not in local:
                return f"{prefix}:{local}"
        return iri


def _kinds(triples: list[ox.Triple]) -> dict[str, set[str]]:
    """For each property what its values are: «@id», a datatype, or «@language»."""
    found: dict[str, set[str]] = {}
    for triple in triples:
        if triple.predicate != RDF.type:
            found.setdefault(triple.predicate.value, set()).add(_kind(triple.object))
    return found


def _kind(value: object) -> str:
    if not isinstance(value, ox.Literal):
        return "@id"
    return "@language" if value.language else value.datatype.value


def _coercion(kinds: set[str], names: _Names) -> str:
    """What the context says of a property's values; nothing where JSON itself says it, or they differ."""
    (kind, *others) = sorted(kinds)
    if others or kind in ("@language", XSD.string.value, XSD.integer.value):
        return ""
    return kind if kind == "@id" else names.compact(kind)


def _thing(triples: list[ox.Triple], kinds: dict[str, set[str]], names: _Names) -> Json:
    thing: Json = {"@id": _identifier(triples[0].subject, names)}
    for predicate, group in groupby(triples, key=lambda triple: triple.predicate.value):
        objects = [triple.object for triple in group]
        if predicate == RDF.type.value:
            key, values = "@type", [names.short(value.value) for value in objects if isinstance(value, ox.NamedNode)]
        else:
            key, values = (
                names.short(predicate),
                [_value(value, len(kinds[predicate]) == 1, names) for value in objects],
            )
        thing[key] = values[0] if len(values) == 1 else values
    return thing


def _value(value: object, alone: bool, names: _Names) -> Any:
    """A value as the context lets it be written; `alone` when all values of the property are of its kind."""
    if not isinstance(value, ox.Literal):
        return _identifier(value, names) if alone else {"@id": _identifier(value, names)}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    if value.datatype == XSD.string:
        return value.value
    if value.datatype == XSD.integer and str(int(value.value)) == value.value:
        return int(value.value)
    return (
        value.value
        if alone and value.datatype != XSD.integer
        else {"@value": value.value, "@type": names.compact(value.datatype.value)}
    )


def _identifier(term: object, names: _Names) -> str:
    return names.compact(term.value) if isinstance(term, ox.NamedNode) else str(term)


def _line(plain: Json) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(", ", ": "))
