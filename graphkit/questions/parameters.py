"""Typed parameters of a query: what people write becomes a term, and the term comes into the query where it can do no harm."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby
from operator import itemgetter

from pyoxigraph import Literal, NamedNode

from graphkit.errors import Message, QueryError, UsageError
from graphkit.graph.store import Store
from graphkit.graph.vocabulary import GK, SCHEMES, XSD, concept
from graphkit.questions.catalogue import Parameter, Query
from graphkit.questions.guard import ESCAPE, check_query
from graphkit.questions.names import find_concept, find_entity, find_regions
from graphkit.questions.nearness import near_names

SCHEME_OF = {
    "role": "roles",
    "actor-type": "actor-types",
    "status": "statuses",
    "scope": "scopes",
    "region-kind": "region-kinds",
    "indicator-kind": "indicator-kinds",
}
"""Parameter types whose values are concepts of the vocabulary, and the scheme of each."""
TODAY = Literal("today")
"""The value of an «as-of» parameter, which people write as one of the words below."""
_TODAY = ("today", "idag", "i dag", "nu", "now")
_DATE = re.compile(r"(1[89]|20|21)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
FACT_KINDS = ("Participation", "FundingFlow", "Budget", "Period", "Location", "Cooperation", "Indicator", "Attribute")

Term = NamedNode | Literal


def find_terms(store: Store, query: Query, given: Mapping[str, str]) -> tuple[tuple[Parameter, Term], ...]:
    """The terms of the given parameters, in the query's order: one of each, but for a macro region the regions that belong to it.

    Raises a UsageError for a parameter that the query doesn't know or that it needs and lacks, for a value that isn't of the
    parameter's type, and for a name that the graph doesn't hold or that several things bear; near names are told.
    """
    known = [parameter.name for parameter in query.parameters]
    for name in given:
        if name not in known:
            has = Message("it has {names}", names=", ".join(known)) if known else Message("it has none")
            raise UsageError(
                "query {query} has no parameter «{name}»{near}: {has}.",
                query=query.name,
                name=name,
                near=near_names(name, known),
                has=has,
            )
    found = []
    for parameter in query.parameters:
        if parameter.name in given:
            found += [(parameter, term) for term in _find(store, parameter, given[parameter.name])]
        elif parameter.required:
            raise UsageError(
                "query {query} needs --param {parameter}=… ({type}).",
                query=query.name,
                parameter=parameter.name,
                type=parameter.type,
            )
    if any(term == TODAY for parameter, term in found if parameter.type == "as-of"):
        return tuple((one, _today(store, term) if one.type == "actor" else term) for one, term in found)
    return tuple(found)


def _find(store: Store, parameter: Parameter, value: str) -> tuple[Term, ...]:
    if parameter.type == "region" and value.strip():
        return find_regions(store, value.strip())
    return (find_term(store, parameter, value),)


def _today(store: Store, actor: Term) -> Term:
    """The body that does an actor's work today: the actor itself where none took over, or several did."""
    rows = store.select(
        f"""
        PREFIX gk: <https://w3id.org/graphkit/ontology#>
        SELECT DISTINCT ?today WHERE {{
          {serialise(actor)} gk:successor+ ?today . FILTER NOT EXISTS {{ ?today gk:successor ?later }}
        }}"""
    ).rows
    return rows[0][0] if len(rows) == 1 and isinstance(rows[0][0], NamedNode) else actor


def find_term(store: Store, parameter: Parameter, value: str) -> Term:
    """The term that a parameter's value stands for; a UsageError when there is none."""
    value = value.strip()
    if not value:
        raise UsageError("parameter {parameter} is empty: give it a value or leave it out.", parameter=parameter.name)
    match parameter.type:
        case "year" if re.fullmatch(r"(1[89]|20|21)[0-9]{2}", value):
            return Literal(value, datatype=XSD.integer)
        case "year":
            raise UsageError(
                "parameter {parameter}: «{value}» is no year (four digits).", parameter=parameter.name, value=value
            )
        case "integer" if re.fullmatch(r"-?(0|[1-9][0-9]{0,17})", value):
            return Literal(value, datatype=XSD.integer)
        case "integer":
            raise UsageError(
                "parameter {parameter}: «{value}» is no whole number.", parameter=parameter.name, value=value
            )
        case "date" if _DATE.fullmatch(value):
            return Literal(value)
        case "date":
            raise UsageError(
                "parameter {parameter}: «{value}» is no date (2008, 2008-05 or 2008-05-31).",
                parameter=parameter.name,
                value=value,
            )
        case "as-of" if value.casefold() in _TODAY:
            return TODAY
        case "as-of":
            raise UsageError(
                "parameter {parameter}: «{value}» is not known; its one value is «today».",
                parameter=parameter.name,
                value=value,
            )
        case "text" if escape := ESCAPE.search(
            value
        ):  # engines read it at different times, so it can't be made harmless
            raise UsageError(
                "parameter {parameter}: the escape {escape} is refused; write the character itself.",
                parameter=parameter.name,
                escape=escape[0],
            )
        case "text":
            return Literal(value)
        case "fact-kind":
            return find_concept(value, {kind: GK[kind] for kind in FACT_KINDS}, parameter.name)
        case kind if kind in SCHEME_OF:
            return find_concept(value, _concepts(SCHEME_OF[kind]), parameter.name)
        case kind:
            return find_entity(store, kind, value)


def _concepts(scheme: str) -> dict[str, NamedNode]:
    return {word: concept(scheme, word) for word in SCHEMES[scheme]}


def bind(query: Query, terms: tuple[tuple[Parameter, Term], ...]) -> str:
    """The query with its parameters: a VALUES line each and the patterns that go with them, right after the query's own `WHERE {`.

    A pattern that is a sub-select gets its VALUES line inside, where it is used. The result has passed the guard. A QueryError says when the query has no place for parameters.
    """
    checked = check_query(query.sparql)
    if not terms:
        return checked.text
    if checked.inside < 0:
        raise QueryError(
            "query {query} has no «WHERE {{», so its parameters have no place: write WHERE out.", query=query.name
        )
    lines = []
    for parameter, group in groupby(terms, key=itemgetter(0)):
        values = f"VALUES ?_{parameter.name} {{ {' '.join(serialise(term) for _, term in group)} }}"
        before, where, after = parameter.where.partition("WHERE {")
        lines.append(f"\n  {before}{where} {values}{after}" if where else f"\n  {values}\n  {parameter.where}".rstrip())
    return check_query(checked.text[: checked.inside] + "".join(lines) + checked.text[checked.inside :]).text


def serialise(term: Term) -> str:
    """A term as SPARQL reads it; nothing in it can end it early (a NamedNode never holds a character that could).

    >>> serialise(Literal('a" } # \\n'))
    '"a\\\\" } # \\\\n"'
    >>> serialise(NamedNode("https://example.org/å"))
    '<https://example.org/å>'
    """
    if isinstance(term, NamedNode):
        return f"<{term.value}>"
    text = term.value.translate(_ESCAPES)
    if term.language:
        return f'"{text}"@{term.language}'
    if term.datatype == XSD.integer:
        return text if re.fullmatch(r"-?[0-9]+", text) else f'"{text}"^^<{XSD.integer.value}>'
    return f'"{text}"' if term.datatype == XSD.string else f'"{text}"^^{serialise(term.datatype)}'


_ESCAPES = {ord("\\"): "\\\\", ord('"'): '\\"', ord("\n"): "\\n", ord("\r"): "\\r", ord("\t"): "\\t"}
