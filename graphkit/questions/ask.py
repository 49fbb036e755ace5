"""A question and its answer: parameters are resolved and bound, the guard reads the query, the engine answers, IRIs get their labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

import pyoxigraph as ox

from graphkit.graph.store import Store
from graphkit.graph.store import Term as AnyTerm
from graphkit.messages import grouped
from graphkit.questions.catalogue import Parameter, Query, parse_query
from graphkit.questions.guard import check_query
from graphkit.questions.labels import labels_of, last_part
from graphkit.questions.names import listed_macro
from graphkit.questions.parameters import Term, bind, find_terms
from graphkit.questions.runner import DEADLINE, run_query
from graphkit.questions.table import Cell, Column, Table
from graphkit.text import slug

EMPTY = {
    "sv": "Grafen har inget svar på det. Pröva utan en av parametrarna eller med ett vidare område; «query entity --param about=NAMN» visar vad grafen vet om ett namn.",
    "en": "The graph has no answer to that. Try without one of the parameters, or a wider area; «query entity --param about=NAME» shows what the graph knows of a name.",
}
"""What is said of an empty answer: it is no error, so it says what to try."""
_TRUTH = {"sv": {"true": "ja", "false": "nej"}, "en": {"true": "yes", "false": "no"}}
_NUMBERS = frozenset(
    f"http://www.w3.org/2001/XMLSchema#{name}"
    for name in ("integer", "decimal", "double", "float", "int", "long", "nonNegativeInteger", "positiveInteger")
)
_DATES = frozenset(f"http://www.w3.org/2001/XMLSchema#{name}" for name in ("date", "gYear", "gYearMonth"))
_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"


def ask(store: Store, query: Query | str, params: Mapping[str, str], lang: str, *, deadline: float = DEADLINE) -> Table:
    """The answer of a store to a named query, or to one of the user's own, as a table in a language («sv», «en»).

    Raises a UsageError for parameters that the query or the graph doesn't know, a QueryError for what the guard or the engine refuses.
    """
    query = parse_query(query) if isinstance(query, str) else query
    sparql, told = prepare(store, query, params, lang)
    answer = run_query(store, check_query(sparql), deadline=deadline)
    kinds = {column.name: column.kind for column in query.columns}
    labels = labels_of(store, _iris(answer.rows, answer.variables, kinds), lang)
    headings = {column.name: column.words.in_language(lang) for column in query.columns}
    columns = tuple(
        Column(name, headings.get(name, name), kinds.get(name, _kind(answer.rows, number, name)))
        for number, name in enumerate(answer.variables)
    )
    rows = tuple(
        tuple(_cell(term, column, labels, lang) for term, column in zip(row, columns, strict=True))
        for row in answer.rows
    )
    title = query.title.in_language(lang)
    return Table(f"{title} ({told})" if title and told else title, columns, rows, EMPTY[lang])


def prepare(store: Store, query: Query, params: Mapping[str, str], lang: str) -> tuple[str, str]:
    """The SPARQL that is asked, and its parameters as people read them: «payer: Sida, year: 2008»."""
    terms = find_terms(store, query, params)
    return bind(query, terms), ", ".join(f"{name}: {value}" for name, value in _told(store, terms, params, lang))


def told_parameters(store: Store, query: Query, params: Mapping[str, str], lang: str) -> tuple[tuple[str, str], ...]:
    """The given parameters as understood: («payer», «Sida»); a macro region with those of its parts that the graph holds: «Öland (Borgholm)»."""
    return tuple(_told(store, find_terms(store, query, params), params, lang))


def _told(
    store: Store, terms: tuple[tuple[Parameter, Term], ...], params: Mapping[str, str], lang: str
) -> Iterator[tuple[str, str]]:
    labels = labels_of(store, (term.value for _, term in terms if isinstance(term, ox.NamedNode)), lang)
    for parameter, group in groupby(terms, key=itemgetter(0)):
        values = [term.value for _, term in group]
        told = " + ".join(labels.get(value, value) for value in values)
        macro = listed_macro(params[parameter.name]) if parameter.type == "region" else None
        if macro and slug(macro.code) not in map(last_part, values):
            told = f"{macro.name_en if lang == 'en' else macro.name_sv} ({told})"
        yield parameter.name, told


def _iris(
    rows: tuple[tuple[AnyTerm | None, ...], ...], variables: tuple[str, ...], kinds: Mapping[str, str]
) -> Iterator[str]:
    for row in rows:
        for name, term in zip(variables, row, strict=True):
            if isinstance(term, ox.NamedNode):
                yield term.value
            elif isinstance(term, ox.Literal) and kinds.get(name) == "list":
                yield from term.value.split()


def _kind(rows: tuple[tuple[AnyTerm | None, ...], ...], number: int, name: str) -> str:
    """The kind of a column that no header announces: of numbers or dates if all its values are; one named year holds years."""
    terms = [row[number] for row in rows if row[number] is not None]
    if not terms or not all(isinstance(term, ox.Literal) for term in terms):
        return "text"
    types = {term.datatype.value for term in terms if isinstance(term, ox.Literal)}
    if types <= _NUMBERS:
        return "year" if name.casefold().endswith(("year", "år")) else "number"
    return "date" if types <= _DATES else "text"


def _cell(term: AnyTerm | None, column: Column, labels: Mapping[str, str], lang: str) -> Cell:
    match term:
        case None:
            return Cell()
        case ox.NamedNode():
            return Cell(term.value if column.kind == "key" else labels[term.value], iri=term.value)
        case ox.Literal() if column.kind == "list":
            items = sorted(
                ((labels[iri], iri) for iri in term.value.split()), key=lambda item: (item[0].casefold(), item)
            )
            return Cell(
                "; ".join(label for label, _ in items), items=tuple(Cell(label, iri=iri) for label, iri in items)
            )
        case ox.Literal() if term.datatype.value in _NUMBERS and (number := Decimal(term.value)).is_finite():
            return Cell(readable(number, lang) if column.kind == "number" else term.value, number)
        case ox.Literal() if term.datatype.value == _BOOLEAN:
            return Cell(_TRUTH[lang].get(term.value, term.value))
        case ox.Literal():
            return Cell(term.value)
        case _:
            return Cell(str(term))


def readable(number: Decimal, lang: str) -> str:
    """A number as people read it.

    >>> readable(Decimal("11700000"), "en"), readable(Decimal("-1234.50"), "en"), readable(Decimal("0.95"), "sv")
    ('11,700,000', '-1,234.5', '0,95')
    """
    whole, _, fraction = format(abs(number), "f").partition(".")
    fraction = fraction.rstrip("0")
    text = grouped(int(whole), lang) + ((("." if lang == "en" else ",") + fraction) if fraction else "")
    return f"-{text}" if number < 0 else text
