"""A SPARQL endpoint: its address, which graph of it is meant, and as whom and how long it is asked. `exchange.py` talks to it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit, urlunsplit

from graphkit.errors import Message, UsageError

DEFAULT_GRAPH = "https://w3id.org/graphkit/graph"
"""The named graph that is read and written unless GRAPHKIT_GRAPH names another."""
SECONDS = 60.0
"""How long an endpoint may take for an answer, unless GRAPHKIT_TIMEOUT says otherwise."""

_IRI = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+')


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to ask (`address`) and to write (`update`), which named `graph` (empty: the server's default graph), as whom, how long to wait."""

    address: str
    update: str
    graph: str = DEFAULT_GRAPH
    user: str = ""
    password: str = field(default="", repr=False)
    seconds: float = SECONDS

    @property
    def shown(self) -> str:
        """The address as it may be told: without a query, which may hold a key."""
        return shown_address(self.address)

    @property
    def graph_shown(self) -> Message:
        """The graph in words."""
        return Message("the graph <{graph}>", graph=self.graph) if self.graph else Message("the default graph")


def is_address(store: str) -> bool:
    """Whether the value of `--store` is an endpoint's address.

    >>> is_address("https://example.org/sparql"), is_address("HTTP://localhost:7878/query"), is_address("./graph"), is_address("memory:")
    (True, True, False, False)
    """
    return store.lower().startswith(("http://", "https://"))


def read_endpoint(address: str, environment: Mapping[str, str] | None = None) -> Endpoint:
    """The endpoint of an address, with the settings of the environment; a UsageError for what is no address, graph or time.

    >>> endpoint = read_endpoint("http://eva:secret@localhost:7878/query", {"GRAPHKIT_GRAPH": "default"})
    >>> endpoint.address, endpoint.update, endpoint.graph, endpoint.user
    ('http://localhost:7878/query', 'http://localhost:7878/update', '', 'eva')
    """
    environment = os.environ if environment is None else environment
    asked, user, password = _split(address, "--store")
    update = environment.get("GRAPHKIT_UPDATE", "")
    graph = environment.get("GRAPHKIT_GRAPH", DEFAULT_GRAPH)
    if graph != "default" and not _IRI.fullmatch(graph):
        raise UsageError(
            "GRAPHKIT_GRAPH: «{graph}» is no IRI; write one, or «default» for the server's default graph.", graph=graph
        )
    told = environment.get("GRAPHKIT_TIMEOUT", f"{SECONDS:g}")
    if not re.fullmatch(r"\d{1,5}(\.\d+)?", told) or float(told) <= 0:
        raise UsageError("GRAPHKIT_TIMEOUT: «{told}» is no number of seconds.", told=told)
    return Endpoint(
        address=asked,
        update=_split(update, "GRAPHKIT_UPDATE")[0] if update else re.sub(r"/query$", "/update", asked),
        graph="" if graph == "default" else graph,
        user=environment.get("GRAPHKIT_USER", user),
        password=environment.get("GRAPHKIT_PASSWORD", password),
        seconds=float(told),
    )


def shown_address(address: str) -> str:
    """An address without user, password and query.

    >>> shown_address("https://eva:secret@example.org:8890/sparql?key=secret#x")
    'https://example.org:8890/sparql'
    """
    parts = urlsplit(address)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def _split(address: str, where: str) -> tuple[str, str, str]:
    """An address, and the user and password that stood in it."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0 or re.search(r"[\s\x00-\x1f]", address):
        raise UsageError("{where}: this is no address of an endpoint; write it as https://host/path.", where=where)
    plain = urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path or "/", parts.query, ""))
    return plain, unquote(parts.username or ""), unquote(parts.password or "")
