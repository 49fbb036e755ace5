"""What stands before any SPARQL parser: one scan that lets through queries that only read this graph.

Engines are no place to find out: 3,200 nested braces (6 kB) end Oxigraph's process, SERVICE opens sockets in every engine, and rdflib
opens `FROM <file:…>`. The scan knows strings, IRIs and comments; of bare words it knows those that a query may hold, and refuses all
others, so a word can't be smuggled in by odd case, by look-alike letters or glued to another word. Where a text can be read in two
ways it is refused, with the way to write it plainly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graphkit.errors import Message, QueryError

MAX_LENGTH = 100_000
"""Characters of a query."""
MAX_DEPTH = 64
"""Brackets within brackets; Oxigraph's parser dies at some three thousand."""
MAX_STEPS = 3_000
"""Words, brackets and operators; ten thousand operators in a row, or three thousand OPTIONALs, end Oxigraph's process too."""

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")

_WORDS = frozenset(
    re.findall(
        r"\S+",
        """
    BASE PREFIX SELECT DISTINCT REDUCED AS CONSTRUCT DESCRIBE ASK WHERE GROUP BY HAVING ORDER ASC DESC LIMIT OFFSET VALUES UNDEF
    OPTIONAL GRAPH UNION FILTER MINUS BIND EXISTS NOT IN A TRUE FALSE
    COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT SEPARATOR
    STR LANG LANGMATCHES DATATYPE BOUND IRI URI BNODE RAND ABS CEIL FLOOR ROUND CONCAT STRLEN UCASE LCASE ENCODE_FOR_URI CONTAINS
    STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ NOW UUID STRUUID MD5 SHA1 SHA256 SHA384
    SHA512 COALESCE IF STRLANG STRDT SAMETERM ISIRI ISURI ISBLANK ISLITERAL ISNUMERIC REGEX SUBSTR REPLACE
    """,
    )
)
_SERVERS = Message("a query may not call other servers")
_OUTSIDE = Message("a query reads the workspace's graph only")
_CHANGES = Message("a query may not change the graph")
_REFUSED = {
    "SERVICE": _SERVERS,
    "SILENT": _SERVERS,
    "FROM": _OUTSIDE,
    "NAMED": _OUTSIDE,
} | dict.fromkeys(
    (
        "LOAD",
        "INTO",
        "INSERT",
        "DELETE",
        "DATA",
        "CLEAR",
        "DROP",
        "CREATE",
        "ADD",
        "MOVE",
        "COPY",
        "WITH",
        "USING",
        "TO",
    ),
    _CHANGES,
)
_GLUED = re.compile("SERVICE|FROM", re.IGNORECASE)
"""A query parser needs no blank after a word («SERVICE:name{…}»), and it reads these two; update words it doesn't read at all."""

_TOKEN = re.compile(
    r"""
      (?P<blank>    [ \t\n]+ )
    | (?P<comment>  \#[^\n]* )
    | (?P<string>   \"{3} (?: [^"\\] | \\. | "(?!"") )* \"{3}      # the long forms first
                  | '{3}  (?: [^'\\] | \\. | '(?!'') )* '{3}
                  | " (?!"") (?: [^"\\\n] | \\. )* "
                  | ' (?!'') (?: [^'\\\n] | \\. )* ' )
    | (?P<iri>      < [^<>"{}|^`\\\x00-\x20]* > )
    | (?P<variable> [?$] \w+ )
    | (?P<language> @ [A-Za-z]+ (?: - [A-Za-z0-9]+ )* )
    | (?P<prefixed> (?: [^\W\d] (?: [\w.-]{0,60} \w )? )? : [\w%-]* )   # «gk:payer»; what a dot adds is read as a token of its own
    | (?P<number>   [0-9]+ (?: \.[0-9]+ )? (?: [eE] [+-]? [0-9]+ )? | \.[0-9]+ )
    | (?P<word>     [^\W\d] \w* )
    | (?P<open>     [({\[] )
    | (?P<close>    [)}\]] )
    | (?P<operator> [-.,;*/|^+=!<>&?] )
    """,
    re.VERBOSE | re.DOTALL,
)
ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
"""A character written as its number."""
_PAIRS = {")": "(", "}": "{", "]": "["}
_OPERANDS = frozenset(("string", "iri", "variable", "language", "prefixed", "number"))


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query that is neither blank nor comment; `kind` is the name of its group in `_TOKEN`."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CheckedQuery:
    """A query that the guard let through.

    `text` has \\n as its line ends; `form` is SELECT, ASK, CONSTRUCT or DESCRIBE and begins at `begin`; `inside` is where the query's own
    `WHERE {` has opened (not a sub-select's) and `end` where it closes, -1 if there is none.
    """

    text: str
    form: str
    inside: int
    begin: int = -1
    end: int = -1


def check_query(sparql: str) -> CheckedQuery:
    """The query, when it does nothing but read this graph; else a QueryError that says what is refused, and in which line.

    >>> check_query("SELECT ?s WHERE { ?s ?p 'SERVICE' } # LOAD").form
    'SELECT'
    >>> check_query("SELECT * { serVice <http://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
    graphkit.errors.QueryError: line 1: «serVice» is refused: a query may not call other servers.
    """
    if len(sparql) > MAX_LENGTH:
        raise QueryError(
            "the query has {number} characters; at most {most} are read: shorten it.",
            number=len(sparql),
            most=MAX_LENGTH,
        )
    text = sparql.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for escape in ESCAPE.finditer(text):
        # The standard has them replaced before anything else is read, engines do it at different times.
        if int(escape[1] or escape[2], 16) < 128:
            raise _refusal(
                text,
                escape.start(),
                Message("the escape {escape} is refused: write the character itself", escape=escape[0]),
            )
    form, begin, inside, end, steps, before = "", -1, -1, -1, 0, ("", "")
    brackets: list[str] = []
    for token in _tokens(text, brackets):
        if token.kind not in _OPERANDS:
            steps += 1
            if steps > MAX_STEPS:
                raise _refusal(
                    text,
                    token.start,
                    Message("more than {number} words and operators: ask in several queries", number=MAX_STEPS),
                )
        if token.kind == "word":
            word = _known(text, token)
            if not form and word not in ("BASE", "PREFIX"):
                if word not in FORMS:
                    raise _refusal(text, token.start, Message("a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE"))
                form, begin = word, token.start
        elif (
            token.kind == "open"
            and token.text == "{"
            and before == ("word", "WHERE")
            and len(brackets) == 1
            and inside < 0
        ):
            inside = token.end
        elif token.kind == "close" and not brackets and inside >= 0 > end:
            end = token.start
        before = (token.kind, token.text.upper())
    if not form:
        raise QueryError("the query is empty: begin it with SELECT, ASK, CONSTRUCT or DESCRIBE.")
    return CheckedQuery(text, form, inside, begin, end)


def _tokens(text: str, brackets: list[str]) -> Iterator[Token]:
    """The tokens of a query; on the way brackets are paired and counted, and what can be read in two ways is refused."""
    position, last = 0, Token("", "", 0, 0)
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise _refusal(text, position, _what_is_wrong(text[position]))
        kind = match.lastgroup or ""
        token = Token(kind, match[0], position, match.end())
        position = match.end()
        if kind in ("blank", "comment"):
            continue
        if kind == "open":
            brackets.append(token.text)
            if len(brackets) > MAX_DEPTH:
                raise _refusal(
                    text,
                    token.start,
                    Message("brackets are nested deeper than {number}: flatten the query", number=MAX_DEPTH),
                )
        elif kind == "close":
            if not brackets or brackets.pop() != _PAIRS[token.text]:
                raise _refusal(text, token.start, Message("«{word}» closes nothing", word=token.text))
        elif kind == "iri" and brackets[-1:] == ["("] and _may_end_an_operand(last):
            # «FILTER(?a<?b)SERVICE?x#>» looks like an IRI and is a comparison, a SERVICE and a comment.
            if re.search(r"[()\[\]#]", token.text) or _GLUED.search(token.text):
                raise _refusal(
                    text, token.start, Message("«<» can be read in two ways: put a blank after it, or use a prefix")
                )
        elif kind == "prefixed" and _GLUED.search(token.text.split(":")[0]):
            raise _refusal(
                text,
                token.start,
                Message("the prefix «{prefix}» holds a refused word: rename it", prefix=token.text.split(":")[0]),
            )
        yield token
        last = token
    if brackets:
        raise QueryError("the query ends inside «{bracket}»: close it.", bracket=brackets[-1])


def _may_end_an_operand(token: Token) -> bool:
    return token.kind in _OPERANDS or token.text == ")" or token.text.upper() in ("TRUE", "FALSE")


def _known(text: str, token: Token) -> str:
    """The word in capitals, when a query may hold it."""
    word = token.text.upper()
    if token.text.isascii() and word in _WORDS:
        return word
    reason = _REFUSED.get(word)
    if reason is None and (glued := _GLUED.search(word)):
        reason = _REFUSED[glued[0].upper()]
    if reason:
        raise _refusal(text, token.start, Message("«{word}» is refused: {reason}", word=token.text, reason=reason))
    raise _refusal(
        text, token.start, Message("«{word}» is no word of a query (a name needs «?» or a prefix)", word=token.text)
    )


def _what_is_wrong(char: str) -> Message:
    if char in "\"'":
        return Message("a text that begins with {char} isn't closed", char=char)
    if char == "\\":
        return Message("«\\» is refused outside a text: write the whole IRI in <>")
    return Message("the character {char!r} has no place in a query", char=char)


def _refusal(text: str, position: int, what: Message) -> QueryError:
    line = text.count("\n", 0, position) + 1
    return QueryError("line {line}: {what}.", line=line, what=what)
