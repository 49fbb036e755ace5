"""Queries on disk are asked by a process with a deadline, which may die without harm."""

import pyoxigraph as ox
import pytest

from graphkit.errors import QueryError
from graphkit.graph.local import LocalStore
from graphkit.graph.store import Store
from graphkit.questions import runner
from graphkit.questions.guard import CheckedQuery, check_query
from graphkit.questions.runner import run_query

SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?s ?o WHERE { ?s gk:quote ?o } ORDER BY ?s ?o",
        "SELECT ?s ?none WHERE { ?s a gk:Project OPTIONAL { ?s gk:nothing ?none } } ORDER BY ?s",
        "SELECT (SUM(?a) AS ?sum) WHERE { ?flow gk:amount ?a }",
        "ASK { ?s a gk:Project }",
        "ASK { ?s a gk:Nothing }",
        "CONSTRUCT { ?s gk:owner ?o } WHERE { ?s gk:owner ?o }",
        "DESCRIBE ?s WHERE { ?s a gk:Programme }",
    ],
)
def test_the_process_gives_what_the_store_gives(sparql: str, store: Store, disk_store: Store):
    assert disk_store.folder is not None
    assert run_query(disk_store, check_query(sparql)) == run_query(store, check_query(sparql))


def test_a_query_past_its_deadline_is_stopped_and_says_so(disk_store: Store):
    with pytest.raises(QueryError, match=r"took more than 0\.5 s and was stopped"):
        run_query(disk_store, check_query(SLOW), deadline=0.5)


def test_a_query_that_kills_the_engine_is_an_error_of_one_line(disk_store: Store):
    nested = CheckedQuery("SELECT * WHERE {" + "{" * 20_000 + "}" * 20_000 + "}", "SELECT", 0)
    with pytest.raises(QueryError, match=r"^the query was too much for the engine"):
        run_query(disk_store, nested)


def test_an_answer_beyond_the_limit_is_refused(disk_store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(runner, "MAX_BYTES", 1000)
    with pytest.raises(QueryError, match="add LIMIT"):
        run_query(disk_store, check_query("SELECT * WHERE { ?s ?p ?o }"))


@pytest.mark.parametrize("kind", ["store", "disk_store"])
def test_what_is_no_sparql_is_an_error_of_one_short_line(kind: str, request: pytest.FixtureRequest):
    with pytest.raises(QueryError, match="not valid") as refusal:
        run_query(request.getfixturevalue(kind), check_query("SELECT ?s WHERE { ?s }"))
    assert "\n" not in str(refusal.value)


def test_a_folder_that_is_gone_is_an_error_not_a_traceback(disk_store: LocalStore, tmp_path):
    with pytest.raises(QueryError):
        run_query(LocalStore(disk_store.engine, tmp_path / "gone"), check_query("ASK { ?s ?p ?o }"))
    assert not (tmp_path / "gone").exists()


def test_a_truth_is_a_row(store: Store):
    answer = run_query(store, check_query("ASK { ?s a gk:Project }"))
    assert answer.rows == ((ox.Literal(True),),)
