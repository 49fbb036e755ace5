"""One exchange with a SPARQL endpoint that ends within its time, whatever the server does; its errors in one line each.

SPARQLWrapper makes the requests; its timeout holds for the connection and for each piece of an answer only. So each exchange is a thread that is
given up at its deadline, its socket cut. Redirects aren't followed: they could carry a password elsewhere.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from SPARQLWrapper import JSON, POST, POSTDIRECTLY, TURTLE, URLENCODED, SPARQLWrapper

from graphkit.errors import NOTHING, EndpointError, Message, QueryError, reason
from graphkit.graph.endpoint import Endpoint, shown_address
from graphkit.text import squeeze

MAX_BYTES = 256_000_000
"""Bytes of an answer."""

JSON_ROWS = "application/sparql-results+json"
TRIPLES = "application/n-triples"
_ACCEPTED = {
    JSON_ROWS: (JSON_ROWS, "application/json"),
    TRIPLES: (TRIPLES, "text/plain"),  # the older name of N-Triples
}


class RefusedError(EndpointError):
    """The server answered, and refused; `status` is its HTTP code."""

    def __init__(self, message: str | Message, status: int, /, **values: object) -> None:
        super().__init__(message, **values)
        self.status = status


class TimeoutExceededError(EndpointError):
    """No whole answer within the time: what the server has done is not known."""


class Reply(NamedTuple):
    """An answer: its media type, its bytes, whether the server says that it has cut it to so many rows (0: it says nothing), and its name."""

    media: str
    body: bytes
    cut: int = 0
    server: str = ""


def ask_endpoint(endpoint: Endpoint, query: str, accept: str, *, seconds: float = 0, limit: int = MAX_BYTES) -> Reply:
    """The answer to a query in a media type (JSON_ROWS or TRIPLES).

    A QueryError when the server finds the query invalid; an EndpointError in one line when it can't be reached, refuses, is too slow, or
    sends something else, nothing, or more than `limit` bytes.
    """
    wrapper = _Wrapper(endpoint, "SELECT" if accept == JSON_ROWS else "CONSTRUCT")
    wrapper.setMethod(POST)
    wrapper.setRequestMethod(URLENCODED)
    wrapper.setOnlyConneg(True)
    wrapper.setReturnFormat(JSON if accept == JSON_ROWS else TURTLE)
    wrapper.addCustomHttpHeader("Accept", JSON_ROWS if accept == JSON_ROWS else f"{TRIPLES}, text/plain;q=0.5")
    if endpoint.graph:
        wrapper.addDefaultGraph(endpoint.graph)
    wrapper.setQuery(query)
    reply = _exchange(endpoint, wrapper, seconds or endpoint.seconds, limit)
    if reply.media not in _ACCEPTED[accept]:
        what = (
            Message("a web page: that is a page's address, not an endpoint's")
            if "html" in reply.media
            else Message("«{media}»", media=reply.media)
        )
        raise EndpointError(
            "{endpoint} answers with {what}. Give --store the address that takes SPARQL queries (often "
            "…/sparql or …/query).",
            endpoint=endpoint.shown,
            what=what,
        )
    if not reply.body.strip() and accept == JSON_ROWS:
        raise EndpointError("{endpoint} gave an empty answer: look at the server's log.", endpoint=endpoint.shown)
    return reply


def update_endpoint(endpoint: Endpoint, update: str, *, seconds: float = 0) -> None:
    """Has an update done; errors as of `ask_endpoint`, but an update that the server finds invalid is an EndpointError too."""
    wrapper = _Wrapper(endpoint, "INSERT")
    wrapper.setMethod(POST)
    wrapper.setRequestMethod(POSTDIRECTLY)
    wrapper.setReturnFormat(JSON)
    wrapper.setQuery(update)
    _exchange(endpoint, wrapper, seconds or endpoint.seconds, MAX_BYTES)


# ------------------------------------------------------------------------------------------- one exchange


class _Call:
    """What a thread does, and how it is given up: its sockets are cut, so that it ends soon."""

    def __init__(self) -> None:
        self.sockets: list[socket.socket] = []
        self.reply: Reply | None = None
        self.error: Exception | None = None

    def run(self, work: Callable[[], Reply]) -> None:
        try:
            self.reply = work()
        except Exception as error:  # carried to the thread that waits, which raises it
            self.error = error

    def abandon(self) -> None:
        for one in self.sockets:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # closed already


class _Plain(http.client.HTTPConnection):
    def __init__(self, call: _Call, host: str, **more: Any) -> None:
        super().__init__(host, **more)
        self.call = call

    def connect(self) -> None:
        super().connect()
        self.call.sockets.append(self.sock)


class _Secure(http.client.HTTPSConnection):
    def __init__(self, call: _Call, host: str, **more: Any) -> None:
        super().__init__(host, **more)
        self.call = call

    def connect(self) -> None:
        super().connect()
        self.call.sockets.append(self.sock)


class _PlainHandler(urllib.request.HTTPHandler):
    def __init__(self, call: _Call) -> None:
        super().__init__()
        self.call = call

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(partial(_Plain, self.call), req)


class _SecureHandler(urllib.request.HTTPSHandler):
    def __init__(self, call: _Call) -> None:
        self.safe = ssl.create_default_context()
        super().__init__(context=self.safe)
        self.call = call

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(partial(_Secure, self.call), req, context=self.safe)


class _Answered(Exception):  # noqa: N818 - carried out of the thread, never told as it is
    """What a server says when it doesn't do what it was asked."""

    def __init__(self, status: int, location: str, words: str) -> None:
        super().__init__(words)
        self.status = status
        self.location = location
        self.words = words


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


class _Login(urllib.request.BaseHandler):
    """Tries the login that the server asks for, and closes the answer that asked, which urllib leaves open."""

    def __init__(self, known: urllib.request.HTTPPasswordMgr) -> None:
        self.ways = (urllib.request.HTTPDigestAuthHandler(known), urllib.request.HTTPBasicAuthHandler(known))

    def http_error_401(self, req: urllib.request.Request, fp: Any, code: int, msg: str, headers: Any) -> Any:
        try:
            for way in self.ways:
                way.add_parent(self.parent)
                if answer := way.http_error_401(req, fp, code, msg, headers):
                    fp.close()
                    return answer
        except ValueError:
            fp.close()
            raise
        return None


class _Wrapper(SPARQLWrapper):
    """SPARQLWrapper's requests; the kind of query is told, not guessed, and they are sent by `open`."""

    def __init__(self, endpoint: Endpoint, kind: str) -> None:
        self.kind = kind
        super().__init__(endpoint.address, endpoint.update, agent="graphkit")

    def _parseQueryType(self, query: str) -> str:  # noqa: ARG002, N802 - the library's name
        return self.kind

    def request(self) -> urllib.request.Request:
        request: urllib.request.Request = self._createRequest()
        return request


def _exchange(endpoint: Endpoint, wrapper: _Wrapper, seconds: float, limit: int) -> Reply:
    call = _Call()
    work = partial(_receive, endpoint, wrapper.request(), call, seconds, limit)
    thread = threading.Thread(target=call.run, args=(work,), daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        call.abandon()
        raise TimeoutExceededError(
            "{endpoint} gave no whole answer within {seconds:g} s: ask for less, or give it longer with "
            "GRAPHKIT_TIMEOUT.",
            endpoint=endpoint.shown,
            seconds=seconds,
        )
    if call.error:
        raise _told(endpoint, call.error, wrapper.kind, seconds) from None
    assert call.reply is not None
    return call.reply


def _receive(endpoint: Endpoint, request: urllib.request.Request, call: _Call, seconds: float, limit: int) -> Reply:
    handlers: list[urllib.request.BaseHandler] = [_PlainHandler(call), _SecureHandler(call), _NoRedirect()]
    if endpoint.user:
        known = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        for address in (endpoint.address, endpoint.update):
            known.add_password(None, address, endpoint.user, endpoint.password)
        handlers.append(_Login(known))
    try:
        with urllib.request.build_opener(*handlers).open(request, timeout=seconds) as answer:
            body = bytearray()
            while piece := answer.read1(1 << 20):
                body += piece
                if len(body) > limit:
                    raise EndpointError(
                        "{endpoint} sends more than {megabytes} MB: ask for less, or add LIMIT.",
                        endpoint=endpoint.shown,
                        megabytes=limit // 1000000,
                    )
            if answer.length:
                raise http.client.IncompleteRead(b"", answer.length)
            rows = answer.headers.get("X-SPARQL-MaxRows", "")  # Virtuoso's word for an answer that it has cut
            cut = int(rows) if rows.isdecimal() and len(rows) < 10 else 0
            return Reply(answer.headers.get_content_type(), bytes(body), cut, answer.headers.get("Server", ""))
    except urllib.error.HTTPError as error:
        with error:  # its words are read here, where the deadline holds
            words = error.read1(4000).decode("utf-8", "replace")
        raise _Answered(error.code, error.headers.get("Location", ""), words) from None


# -------------------------------------------------------------------------------------------- its errors


def _told(endpoint: Endpoint, error: Exception, kind: str, seconds: float) -> Exception:
    """An error of the network or the server as one of ours; what is none of theirs stays as it is."""
    where = shown_address(endpoint.update) if kind == "INSERT" else endpoint.shown
    match error:
        case _Answered():
            return _refusal(endpoint, error, where, kind)
        case urllib.error.URLError(reason=ssl.SSLError() as cause):
            why = getattr(cause, "verify_message", "") or cause.reason or "TLS"
            return EndpointError(
                "{where}: no safe connection ({why}). Mend the server's certificate, or the address.",
                where=where,
                why=why,
            )
        case TimeoutError() | urllib.error.URLError(reason=TimeoutError()):
            return TimeoutExceededError(
                "{where} didn't answer within {seconds:g} s: is it the right address?", where=where, seconds=seconds
            )
        case urllib.error.URLError(reason=OSError() as cause):
            return EndpointError(
                "{where} can't be reached ({reason}): is the server running, and the address right?",
                where=where,
                reason=reason(cause),
            )
        case urllib.error.URLError(reason=why):
            return EndpointError("{where} can't be reached ({why}): mend the address.", where=where, why=why)
        case http.client.InvalidURL():
            return EndpointError("{where} is no address that can be asked: mend it.", where=where)
        case http.client.HTTPException() | OSError():
            return EndpointError("{where} broke off its answer: try again, or look at the server's log.", where=where)
        case ValueError() if "auth" in str(error).lower():
            return EndpointError(
                "{where} asks for a kind of login other than Basic or Digest: use another address.", where=where
            )
        case _:
            return error


def _refusal(endpoint: Endpoint, error: _Answered, where: str, kind: str) -> Exception:
    words = _words(error.words, endpoint)
    said = Message(": «{words}»", words=words) if words else NOTHING
    match error.status:
        case 301 | 302 | 303 | 307 | 308:
            to = shown_address(error.location) or Message("nowhere")
            return RefusedError(
                "{where} redirects to {to}: give that address, if you trust it.", error.status, where=where, to=to
            )
        case 400 | 406 if kind != "INSERT":
            return QueryError(
                "{where} finds the query not valid{said}.", where=where, said=said or Message(" (it says no more)")
            )
        case 401 | 403 | 407:
            how = Message("refuses this login") if endpoint.user else Message("asks for a login")
            return RefusedError(
                "{where} {how} ({status}): set GRAPHKIT_USER and GRAPHKIT_PASSWORD to one that may do this.",
                error.status,
                where=where,
                how=how,
                status=error.status,
            )
        case 404 | 405 | 410:
            updates = Message("GRAPHKIT_UPDATE (for updates)")
            which = updates if kind == "INSERT" else Message("--store (often …/sparql or …/query)")
            return RefusedError(
                "{where} is no SPARQL endpoint ({status}): mend the address in {which}.",
                error.status,
                where=where,
                status=error.status,
                which=which,
            )
        case 429 | 503 | 504:
            return RefusedError(
                "{where} is too busy ({status}{said}): try again later.",
                error.status,
                where=where,
                status=error.status,
                said=said,
            )
        case code:
            return RefusedError(
                "{where} failed ({code}{said}): look at the server's log.", code, where=where, code=code, said=said
            )


def _words(text: str, endpoint: Endpoint) -> str:
    """The server's own words, in a line without what they may not tell; none of a web page."""
    if "<html" in text.lower() or "<!doctype" in text.lower():
        return ""
    for secret in (endpoint.password, endpoint.user):
        if len(secret) > 2:
            text = text.replace(secret, "…")
    line = squeeze("".join(char if char.isprintable() else " " for char in text))
    return line if len(line) <= 200 else f"{line[:200]} …"
