"""Writing a graph into an endpoint: the old one stays until the new one is whole, and what became of it is told."""

from __future__ import annotations

import signal
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

import graphkit
from graphkit.errors import EndpointError
from graphkit.graph import publishing
from graphkit.graph.exchange import RefusedError, TimeoutExceededError, update_endpoint
from graphkit.graph.publishing import Published, check_endpoint, publish
from graphkit.graph.remote import RemoteStore, count_triples
from graphkit.graph.terms import integer
from graphkit.graph.vocabulary import GK


def graph(name: str, size: int) -> list[ox.Triple]:
    return [
        ox.Triple(ox.NamedNode(f"https://example.org/{name}"), GK.amount, integer(number)) for number in range(size)
    ]


def content(endpoint) -> set[str]:
    return set(map(str, RemoteStore(endpoint).triples()))


def graphs_beside(endpoint) -> list[str]:
    """The staging graphs that were left."""
    rows = RemoteStore(replace(endpoint, graph="")).select("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }").rows
    return [str(row[0]) for row in rows if f"{endpoint.graph}/staging-" in str(row[0])]


@pytest.fixture
def endpoint(server, request):
    """A graph of each server, of the test's own name, holding three old triples."""
    one = server.endpoint(f"https://example.org/publish/{zlib.crc32(request.node.name.encode())}")
    publish(one, graph("old", 3), "old")
    return one


def test_what_is_published_is_read_back_and_nothing_is_left_beside_it(endpoint):
    check_endpoint(endpoint)
    assert publish(endpoint, graph("new", 2500), "new") == Published(2500, atomic=True)
    assert content(endpoint) == set(map(str, graph("new", 2500)))
    assert graphs_beside(endpoint) == []


def test_progress_is_told_in_triples(endpoint):
    told = []
    publish(endpoint, graph("new", 2500), "new", lambda done, total: told.append((done, total)))
    assert told == [(0, 2500), (1000, 2500), (2000, 2500)]


def test_a_graph_without_triples_empties_the_old_one(endpoint):
    assert publish(endpoint, [], "none").triples == 0
    assert count_triples(endpoint) == 0


KILLED = """
import sys, time
from graphkit.graph.endpoint import Endpoint
from graphkit.graph import publishing
sys.path.insert(0, sys.argv[4])
import pyoxigraph as ox
loading = publishing.update_endpoint
def stop_in_the_middle(endpoint, update, **more):
    loading(endpoint, update, **more)
    print("loaded", flush=True)
    time.sleep(60)
publishing.update_endpoint = stop_in_the_middle
node = ox.NamedNode("https://example.org/new")
triples = [ox.Triple(node, node, ox.Literal(number)) for number in range(5000)]
publishing.publish(Endpoint(sys.argv[1], sys.argv[2], sys.argv[3]), triples, "killed")
"""


def test_a_build_that_is_killed_while_it_loads_leaves_the_old_graph(endpoint):
    command = [sys.executable, "-c", KILLED, endpoint.address, endpoint.update, endpoint.graph, "."]
    environment = {"PYTHONPATH": str(Path(graphkit.__file__).parents[1])}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"loaded"
        process.send_signal(signal.SIGKILL)
    assert content(endpoint) == set(map(str, graph("old", 3)))
    assert len(graphs_beside(endpoint)) == 1
    publish(endpoint, graph("new", 10), "new")  # the next build takes away what the killed one left
    assert content(endpoint) == set(map(str, graph("new", 10)))
    assert graphs_beside(endpoint) == []


def test_a_broken_off_load_is_taken_up_by_the_same_content(endpoint):
    update_endpoint(endpoint, f"INSERT DATA {{ GRAPH <{endpoint.graph}/staging-same> {{ {graph('new', 1)[0]} }} }}")
    publish(endpoint, graph("new", 10), "same")
    assert content(endpoint) == set(map(str, graph("new", 10)))


def test_a_staging_graph_that_holds_something_else_is_told_and_the_old_graph_stays(endpoint):
    update_endpoint(endpoint, f"INSERT DATA {{ GRAPH <{endpoint.graph}/staging-mixed> {{ <a:a> <a:b> <a:c> }} }}")
    with pytest.raises(EndpointError, match=r"holds 11 of the 10 triples .* is as it was; build again"):
        publish(endpoint, graph("new", 10), "mixed")
    assert content(endpoint) == set(map(str, graph("old", 3)))


def test_a_server_that_cannot_move_gets_the_graph_all_the_same_and_says_not_atomic(endpoint, monkeypatch):
    real = publishing.update_endpoint

    def without_move(one, update, **more):
        if update.startswith("MOVE"):
            raise RefusedError("no MOVE here.", 400)
        real(one, update, **more)

    monkeypatch.setattr(publishing, "update_endpoint", without_move)
    assert publish(endpoint, graph("new", 1200), "new") == Published(1200, atomic=False)
    assert content(endpoint) == set(map(str, graph("new", 1200)))
    assert graphs_beside(endpoint) == []


def test_a_load_that_fails_says_that_the_old_graph_is_as_it_was(endpoint, monkeypatch):
    def fails(*_, **__):
        raise EndpointError("the line is dead.")

    monkeypatch.setattr(publishing, "update_endpoint", fails)
    with pytest.raises(EndpointError, match=r"the line is dead\. What was in the graph <.*> is as it was\."):
        publish(endpoint, graph("new", 10), "new")


def test_a_move_that_is_not_answered_says_that_nobody_knows(endpoint, monkeypatch):
    real = publishing.update_endpoint

    def silent(one, update, **more):
        if update.startswith("MOVE"):
            raise TimeoutExceededError("no answer.")
        real(one, update, **more)

    monkeypatch.setattr(publishing, "update_endpoint", silent)
    with pytest.raises(EndpointError, match="Whether the old or the new graph is there now isn't known: build again"):
        publish(endpoint, graph("new", 10), "new")


def test_the_default_graph_can_be_written_where_a_server_has_one(oxigraph):
    endpoint = oxigraph.endpoint("")
    assert publish(endpoint, graph("new", 10), "new").atomic
    assert content(endpoint) == set(map(str, graph("new", 10)))
    publish(endpoint, [], "none")
    assert count_triples(endpoint) == 0
