"""The named queries: `queries/<name>.rq`, each with a header of `#+` lines that says what it asks, in Swedish and English.

    #+ title@sv: Vem betalar?                     a title and a description for each of LANGUAGES
    #+ description@sv: Ett flöde per rad,         a value goes on in lines that begin with «#+» and three blanks
    #+   med citat.
    #+ param: payer actor optional                name, type (TYPES), required or optional; in the query it is «?_payer»
    #+ param.payer@sv: Betalare
    #+ param.payer.where: ?flow gk:payer ?_payer .       what the query asks besides, when the parameter is given
    #+ column: amount number                      a column of the table and its kind (COLUMN_KINDS)
    #+ column.amount@sv: Belopp
    #+ facts: flow                                the variables of the outermost WHERE that hold the facts behind the rows
    #+ example: payer=Sida                        parameters of an example, quoted as in a shell

Given parameters become a VALUES line and their `where` right after the query's own `WHERE {`: at the end of a query VALUES would be joined
after grouping, and give wrong sums. A `where` that would multiply rows is a sub-select, «{ SELECT DISTINCT ?project WHERE { … } }», and
then VALUES stands in there: as FILTER EXISTS it would be asked anew for each row. A macro region that no document names comes as several
regions in one VALUES, so a `where` on a region belongs into a sub-select, or the query groups its rows. A query of the user's own needs no header, unless it has parameters.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graphkit import resources
from graphkit.errors import DataError, Message, UsageError, reason
from graphkit.messages import LANGUAGES
from graphkit.questions.nearness import near_names

TYPES = (
    "region",
    "actor",
    "project",
    "programme",
    "entity",
    "role",
    "actor-type",
    "status",
    "scope",
    "region-kind",
    "indicator-kind",
    "document",
    "fact-kind",
    "as-of",
    "date",
    "year",
    "integer",
    "text",
)
"""The types of parameters; `parameters.find_term` says what people may write for each. An entity is any of the first four. The one value of
«as-of» is today: a body that was succeeded then counts as the one that took over, and so do the actors among the other parameters."""
COLUMN_KINDS = ("text", "number", "year", "date", "list", "quote", "source", "key")
"""A number is grouped («11 700 000»), a year isn't; a date is ISO, as precise as it is known; a list holds several things, their IRIs joined by blanks; a quote stands under its
row in a printed table, with its source; a key is for programs, and isn't printed."""

_HEADER = re.compile(
    r"""
    \#\+ [ ] (?P<key> [a-z]+ (?: \.\w+ )? (?: \.where )? )     # «title», «param.region», «param.region.where»
    (?: @ (?P<language> [a-z]{2} ) )?
    : [ ]* (?P<value> .* )
    """,
    re.VERBOSE,
)
_CONTINUED = re.compile(r"#\+ {3,}(?P<value>\S.*)")
_NAME = re.compile(r"[a-z][A-Za-z0-9]*")


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in several languages, sorted by language; an empty language is for all."""

    texts: tuple[tuple[str, str], ...] = ()

    def in_language(self, language: str) -> str:
        """The words in a language, else in the first there is; empty when there are none.

        >>> Words((("en", "Payer"), ("sv", "Betalare"))).in_language("sv")
        'Betalare'
        """
        known = dict(self.texts)
        return known.get(language) or known.get("") or next((text for _, text in self.texts), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What a query may or must be told; `where` is the pattern that comes into the query with it."""

    name: str
    type: str
    required: bool
    words: Words = Words()
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnHeader:
    """A column that a query announces: its kind is one of COLUMN_KINDS."""

    name: str
    kind: str = "text"
    words: Words = Words()


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query with its header; `examples` are lists of («region», «Karelen») pairs, `facts` are variables of its WHERE that hold facts."""

    name: str
    sparql: str
    title: Words = Words()
    description: Words = Words()
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[ColumnHeader, ...] = ()
    facts: tuple[str, ...] = ()
    examples: tuple[tuple[tuple[str, str], ...], ...] = ()


def load_catalogue() -> tuple[Query, ...]:
    """The shipped queries, by name; `own.py` knows the user's own. A DataError names the file and line of a header that can't be read."""
    return tuple(load_query(path, complete=True) for path in sorted(resources.queries().glob("*.rq")))


def load_query(path: Path, *, complete: bool = False) -> Query:
    """The query of a file; `complete` asks for a title, a description and words in all LANGUAGES."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("query {file} can't be read: {reason}.", file=path.name, reason=reason(error)) from error
    query = parse_query(text, name=path.stem)
    if complete:
        _check_words(query)
    return query


def find_query(catalogue: Iterable[Query], name: str) -> Query:
    """The query of a name; a UsageError with near names when there is none."""
    known = {query.name: query for query in catalogue}
    if name in known:
        return known[name]
    raise UsageError(
        "there is no query «{name}»{near}: «graphkit queries» lists them.", name=name, near=near_names(name, known)
    )


def parse_query(text: str, *, name: str = "query") -> Query:
    """The query of a text, with the header that it has; a DataError names the line that can't be read."""
    title: dict[str, str] = {}
    description: dict[str, str] = {}
    words: dict[str, dict[str, str]] = {}
    parameters: list[tuple[str, str, bool]] = []
    wheres: dict[str, str] = {}
    columns: list[tuple[str, str]] = []
    facts: tuple[str, ...] = ()
    examples = []
    for line, key, language, value in _entries(text, name):
        where = Message("query {name}, line {line}", name=name, line=line)
        match key.split("."):
            case ["title"]:
                title[language] = value
            case ["description"]:
                description[language] = value
            case ["param"]:
                parameters.append(_parameter(value, where))
            case ["param", of, "where"] if of in {parameter[0] for parameter in parameters}:
                wheres[of] = value
            case ["column"]:
                columns.append(_column(value, where))
            case ["param" | "column" as kind, of] if of in {x[0] for x in (parameters if kind == "param" else columns)}:
                words.setdefault(key, {})[language] = value
            case ["facts"]:
                facts = _facts(value, where)
            case ["example"]:
                examples.append(_example(value, where))
            case _:
                raise DataError(
                    "{where}: «{key}» is no key of a header, or names nothing above it.", where=where, key=key
                )

    def told(key: str) -> Words:
        return Words(tuple(sorted(words.get(key, {}).items())))

    return Query(
        name=name,
        sparql=text,
        title=Words(tuple(sorted(title.items()))),
        description=Words(tuple(sorted(description.items()))),
        parameters=tuple(
            Parameter(name=of, type=kind, required=required, words=told(f"param.{of}"), where=wheres.get(of, ""))
            for of, kind, required in parameters
        ),
        columns=tuple(ColumnHeader(name=of, kind=kind, words=told(f"column.{of}")) for of, kind in columns),
        facts=facts,
        examples=tuple(examples),
    )


def _entries(text: str, name: str) -> Iterator[tuple[int, str, str, str]]:
    """Line number, key, language and value of each header line, with the lines that go on from it."""
    entry: tuple[int, str, str, str] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#+"):
            continue
        if (more := _CONTINUED.fullmatch(line)) and entry:
            entry = (*entry[:3], f"{entry[3]} {more['value'].strip()}".strip())
            continue
        if entry:
            yield entry
        match = _HEADER.fullmatch(line)
        if match is None:
            raise DataError(
                "query {name}, line {number}: a header line is «#+ key: value» or «#+ key@sv: value».",
                name=name,
                number=number,
            )
        entry = (number, match["key"], match["language"] or "", match["value"].strip())
    if entry:
        yield entry


def _parameter(value: str, where: Message) -> tuple[str, str, bool]:
    match value.split():
        case [name, kind, "required" | "optional" as need] if _NAME.fullmatch(name) and kind in TYPES:
            return name, kind, need == "required"
    raise DataError(
        "{where}: a parameter is «name type required» or «name type optional», with a type of {names}.",
        where=where,
        names=", ".join(TYPES),
    )


def _column(value: str, where: Message) -> tuple[str, str]:
    match value.split():
        case [name] if _NAME.fullmatch(name):
            return name, "text"
        case [name, kind] if _NAME.fullmatch(name) and kind in COLUMN_KINDS:
            return name, kind
    raise DataError(
        "{where}: a column is «name» or «name kind», with a kind of {names}.",
        where=where,
        names=", ".join(COLUMN_KINDS),
    )


def _facts(value: str, where: Message) -> tuple[str, ...]:
    names = tuple(value.split())
    if names and all(map(_NAME.fullmatch, names)):
        return names
    raise DataError("{where}: facts are one or more variables of the query, without «?».", where=where)


def _example(value: str, where: Message) -> tuple[tuple[str, str], ...]:
    try:
        pairs = [part.partition("=") for part in shlex.split(value)]
    except ValueError as error:
        raise DataError("{where}: the example can't be read: {reason}.", where=where, reason=reason(error)) from error
    if any(not sign for _, sign, _ in pairs):
        raise DataError("{where}: an example is «name=value …», quoted as in a shell.", where=where)
    return tuple((name, given) for name, _, given in pairs)


def _check_words(query: Query) -> None:
    told = [("title", query.title), ("description", query.description)]
    told += [(f"param.{parameter.name}", parameter.words) for parameter in query.parameters]
    told += [(f"column.{column.name}", column.words) for column in query.columns]
    for key, words in told:
        if missing := [language for language in LANGUAGES if language not in dict(words.texts)]:
            raise DataError(
                "query {query}: its header lacks «#+ {key}@{missing}: …».",
                query=query.name,
                key=key,
                missing=missing[0],
            )
