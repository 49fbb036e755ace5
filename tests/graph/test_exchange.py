"""Endpoints that are slow, wrong or hostile: each ends within its time, in one line that names what, where and how to mend it."""

from __future__ import annotations

import base64
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from graphkit.errors import EndpointError, QueryError, UsageError
from graphkit.graph import exchange
from graphkit.graph.endpoint import Endpoint, read_endpoint
from graphkit.graph.exchange import JSON_ROWS, TRIPLES, TimeoutExceededError, ask_endpoint, update_endpoint
from graphkit.graph.remote import RemoteStore, open_remote

QUERY = "SELECT ?a WHERE { ?a ?b ?c }"
ROWS = b'{"head": {"vars": ["a"]}, "results": {"bindings": [{"a": {"type": "literal", "value": "x"}}]}}'
SECRET = "hemligt-losenord"

Answer = Callable[[BaseHTTPRequestHandler], None]


@pytest.fixture
def serve() -> Iterator[Callable[[Answer], Endpoint]]:
    """A server of one answer, and the endpoint that a test asks; the waits of its answers end with the test."""
    servers = []

    def make(answer: Answer, *, seconds: float = 1.0, **settings: str) -> Endpoint:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                with suppress(OSError):
                    answer(self)

            def log_message(self, *_: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        server.over = threading.Event()
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        servers.append(server)
        address = f"http://127.0.0.1:{server.server_port}/sparql"
        return Endpoint(address, address, "https://example.org/g", seconds=seconds, **settings)

    yield make
    for server in servers:
        server.over.set()
        server.shutdown()
        server.server_close()


def reply(status: int = 200, body: bytes = ROWS, media: str = JSON_ROWS, **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", media)
        handler.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def never(handler: BaseHTTPRequestHandler) -> None:
    handler.server.over.wait(60)


def drip_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while not handler.server.over.wait(0.05):
        handler.wfile.write(b"X")
        handler.wfile.flush()


def drip_body(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(f"HTTP/1.1 200 OK\r\nContent-Type: {JSON_ROWS}\r\n\r\n".encode())
    while not handler.server.over.wait(0.05):
        handler.wfile.write(b" ")
        handler.wfile.flush()


def gigabyte(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(f"HTTP/1.1 200 OK\r\nContent-Type: {JSON_ROWS}\r\nContent-Length: 1000000000\r\n\r\n".encode())
    for _ in range(1000):
        handler.wfile.write(b" " * 1_000_000)


def half(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(f"HTTP/1.1 200 OK\r\nContent-Type: {JSON_ROWS}\r\nContent-Length: 1000\r\n\r\n".encode() + ROWS)


def no_http(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"220 mail.example.org ESMTP\r\n")


def refused(endpoint: Endpoint, kind: type[Exception] = EndpointError) -> str:
    """The one line that an endpoint's answer is refused with."""
    with pytest.raises(kind) as error:
        RemoteStore(endpoint).select(QUERY)
    line = str(error.value)
    assert "\n" not in line
    assert endpoint.shown in line
    assert SECRET not in line
    assert line.endswith(("?", "."))
    return line


@pytest.mark.parametrize("answer", [never, drip_headers, drip_body], ids=lambda answer: answer.__name__)
def test_a_server_that_gives_no_whole_answer_is_given_up_in_time(answer, serve):
    begin = time.monotonic()
    line = refused(serve(answer, seconds=0.7), TimeoutExceededError)
    assert time.monotonic() - begin < 2
    assert "0.7 s" in line


def test_what_was_given_up_leaves_no_thread_behind(serve):
    before = threading.active_count()
    endpoint = serve(drip_body, seconds=0.3)
    refused(endpoint, TimeoutExceededError)
    deadline = time.monotonic() + 3
    while threading.active_count() > before + 2 and time.monotonic() < deadline:  # the server's own two
        time.sleep(0.02)
    assert threading.active_count() <= before + 2


def test_a_gigabyte_is_refused_before_it_is_read(serve, monkeypatch):
    monkeypatch.setattr(exchange, "MAX_BYTES", 5_000_000)
    endpoint = serve(gigabyte, seconds=20)
    with pytest.raises(EndpointError, match="more than 5 MB: ask for less, or add LIMIT"):
        ask_endpoint(endpoint, QUERY, JSON_ROWS, limit=exchange.MAX_BYTES)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (half, "broke off its answer"),
        (no_http, "broke off its answer"),
        (reply(body=b""), "empty answer"),
        (reply(body=ROWS[:-20]), "can't be read"),
        (reply(body=b"{}"), "can't be read"),
        (reply(body=b"\xff\xfe"), "can't be read"),
        (
            reply(
                body=b'{"head": {"vars": ["a"]}, "results": {"bindings": [{"a": {"type": "uri", "value": "no iri"}}]}}'
            ),
            "can't be read",
        ),
        (reply(body=b"<html><body>Welcome</body></html>", media="text/html"), "a web page: that is a page's address"),
        (reply(body=b"a\nx\n", media="text/csv"), "answers with «text/csv»"),
        (reply(401, b"who are you?"), r"asks for a login \(401\): set GRAPHKIT_USER and GRAPHKIT_PASSWORD"),
        (reply(403, b"no"), r"asks for a login \(403\)"),
        (reply(404, b"<html>not here</html>"), r"is no SPARQL endpoint \(404\): mend the address in --store"),
        (reply(405), "is no SPARQL endpoint"),
        (reply(500, b"disk\nfull \x1b[2J"), r"failed \(500: «disk full \[2J»\): look at the server's log"),
        (reply(500, b"<!doctype html><title>500</title>", media="text/html"), r"failed \(500\)"),
        (reply(503, b""), r"is too busy \(503\): try again later"),
        (reply(418, b"x" * 5000), "failed"),
        (reply(X_SPARQL_MaxRows="10000"), "gives 10000 rows of this answer and no more"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_wrong_answer_is_told_for_what_it_is(answer, told, serve):
    line = refused(serve(answer))
    assert re.search(told, line)
    assert len(line) < 500


def test_a_query_that_the_server_finds_invalid_is_a_query_error_with_its_words(serve):
    assert "«line 1: no»" in refused(serve(reply(400, b"line 1:\nno")), QueryError)


@pytest.mark.parametrize(
    "body",
    [
        b'{"head": {"vars": ["a"]}, "results": {"bindings": [{"a": '
        + b'{"type": "triple", "value": {"subject": ' * 200_000,
        b"[" * 1_000_000,
        b'{"head": {"vars": ["a"]}, "results": {"bindings": [{"a": '
        + b'{"type": "triple", "value": {"subject": ' * 100_000
        + b"{}"
        + b"}}" * 100_000
        + b"}]}}",
    ],
    ids=["open", "brackets", "closed"],
)
def test_nesting_that_would_end_the_process_is_refused_before_the_parser(body, serve):
    assert "nested too deep" in refused(serve(reply(body=body), seconds=10))


def test_triples_within_triples_are_refused(serve):
    endpoint = serve(reply(body=b"<a:a> <b:b> " + b"<<( <a:a> <b:b> " * 100_000, media=TRIPLES))
    with pytest.raises(EndpointError, match="can't be read"):
        RemoteStore(endpoint).construct("CONSTRUCT WHERE { ?s ?p ?o }")


def test_redirects_are_not_followed_and_their_secrets_not_told(serve):
    asked = []
    other = serve(lambda handler: asked.append(handler.path))
    target = other.address.replace("http://", f"http://eva:{SECRET}@") + f"?key={SECRET}"
    for status in (301, 302, 303, 307, 308):
        line = refused(serve(reply(status, b"", Location=target)))
        assert f"redirects to {other.shown}: give that address" in line
    assert asked == []


@pytest.mark.parametrize("status", [401, 403, 500, 400])
def test_a_login_is_never_told_even_when_the_server_repeats_it(status, serve):
    endpoint = serve(reply(status, f"eva:{SECRET} is wrong".encode()), user="eva", password=SECRET)
    refused(endpoint, QueryError if status == 400 else EndpointError)
    assert SECRET not in repr(endpoint)


def test_a_server_that_is_not_there_is_told_with_its_address(serve):
    for address in ("http://127.0.0.1:1/sparql", "http://no-such-host.invalid/sparql"):
        assert "can't be reached" in refused(Endpoint(address, address, seconds=20))


def test_a_certificate_that_cannot_be_trusted_is_told(serve):
    plain = serve(reply())
    address = plain.address.replace("http://", "https://")
    assert "no safe connection" in refused(Endpoint(address, address, seconds=5))


def test_a_login_is_sent_only_to_a_server_that_asks_for_it(serve):
    seen = []

    def guarded(handler: BaseHTTPRequestHandler) -> None:
        seen.append(handler.headers.get("Authorization"))
        if seen[-1]:
            reply()(handler)
        else:
            reply(401, b"", WWW_Authenticate='Basic realm="SPARQL"')(handler)

    assert RemoteStore(serve(guarded, user="eva", password=SECRET)).select(QUERY).rows
    assert seen == [None, "Basic " + base64.b64encode(f"eva:{SECRET}".encode()).decode()]
    seen.clear()
    assert "refuses this login" in refused(serve(reply(401, b""), user="eva", password=SECRET))


def test_a_digest_login_never_shows_the_password(serve):
    seen = []

    def guarded(handler: BaseHTTPRequestHandler) -> None:
        seen.append(handler.headers.get("Authorization", ""))
        challenge = 'Digest realm="SPARQL", nonce="n", qop="auth", algorithm=MD5'
        (reply() if seen[-1] else reply(401, b"", WWW_Authenticate=challenge))(handler)

    assert RemoteStore(serve(guarded, user="dba", password=SECRET)).select(QUERY).rows
    assert seen[1].startswith("Digest ")
    assert SECRET not in seen[1]


def test_another_kind_of_login_is_told(serve):
    answer = reply(401, b"", WWW_Authenticate="Negotiate")
    assert "Basic or Digest" in refused(serve(answer, user="eva", password=SECRET))


def test_an_update_that_is_refused_names_its_own_address(serve):
    with pytest.raises(EndpointError, match=r"GRAPHKIT_UPDATE \(for updates\)"):
        update_endpoint(serve(reply(404)), "CLEAR GRAPH <https://example.org/g>")


def test_an_empty_graph_is_told_with_how_to_fill_or_name_it(serve):
    with pytest.raises(UsageError, match=r"there is nothing in the graph <https://example.org/g>.*GRAPHKIT_GRAPH"):
        open_remote(serve(reply(body=b'{"head": {}, "boolean": false}')))


@pytest.mark.parametrize(
    ("address", "environment"),
    [
        ("http://", {}),
        ("https://host:99999/x", {}),
        ("http://ho st/x", {}),
        ("http://host/x", {"GRAPHKIT_GRAPH": "not an iri"}),
        ("http://host/x", {"GRAPHKIT_GRAPH": "https://x/> } DROP ALL #"}),
        ("http://host/x", {"GRAPHKIT_TIMEOUT": "soon"}),
        ("http://host/x", {"GRAPHKIT_TIMEOUT": "0"}),
        ("http://host/x", {"GRAPHKIT_UPDATE": "ftp://host/x"}),
    ],
)
def test_settings_that_mean_nothing_are_usage_errors(address, environment):
    with pytest.raises(UsageError):
        read_endpoint(address, environment)


def test_the_environment_names_graph_update_login_and_time():
    settings = {
        "GRAPHKIT_GRAPH": "https://example.org/g",
        "GRAPHKIT_UPDATE": "https://example.org/write",
        "GRAPHKIT_USER": "eva",
        "GRAPHKIT_PASSWORD": SECRET,
        "GRAPHKIT_TIMEOUT": "2.5",
    }
    expected = Endpoint("https://host/sparql", "https://example.org/write", "https://example.org/g", "eva", SECRET, 2.5)
    assert read_endpoint("https://host/sparql", settings) == expected
