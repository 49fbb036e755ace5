"""The embedded store, in memory and on disk."""

import pytest

from graphkit.errors import QueryError, StoreError
from graphkit.graph.local import memory_store, open_store, write_store
from graphkit.graph.mapping import to_triples
from graphkit.graph.terms import decimal, iri
from graphkit.graph.vocabulary import DEFAULT_BASE, GK
from graphkit.identities import resolve

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?project a gk:Project }"


@pytest.fixture
def triples(facts_of):
    facts = facts_of("roles: [{project: weran, actor: sida, role: funder}]")
    return list(to_triples([facts], resolve([facts])))


def test_a_select_gives_variables_and_rows_with_none_where_nothing_is_bound(triples):
    found = memory_store(triples).select(
        "SELECT ?project ?owner { ?project a gk:Project OPTIONAL { ?project gk:owner ?owner } }"
    )
    assert found.variables == ("project", "owner")
    assert found.rows == ((iri(DEFAULT_BASE, "project", "weran"), None),)


def test_a_construct_gives_sorted_triples_and_an_ask_yes_or_no(triples):
    store = memory_store(triples)
    built = store.construct("CONSTRUCT { ?s gk:funder ?o } WHERE { ?s gk:funder ?o }")
    assert [str(triple.predicate) for triple in built] == [str(GK.funder)]
    assert store.ask("ASK { ?x gk:role voc:funder }")


@pytest.mark.parametrize("method", ["select", "construct", "ask"])
def test_a_query_that_is_none_or_of_another_form_is_a_query_error(method, triples):
    ask = getattr(memory_store(triples), method)
    with pytest.raises(QueryError, match="not valid SPARQL"):
        ask("SELECT nonsense")
    with pytest.raises(QueryError, match="begin it with"):
        ask("SELECT * { ?s ?p ?o }" if method != "select" else "ASK { ?s ?p ?o }")


def test_what_is_written_is_read_back_the_same(triples, tmp_path):
    assert write_store(tmp_path / "one", triples) == len(triples)
    store = open_store(tmp_path / "one")
    assert sorted(map(str, store.triples())) == sorted(map(str, triples))
    assert store.size() == len(triples)


def test_the_store_keeps_each_literal_as_the_mapping_writes_it(gold):
    triples = list(to_triples(gold, resolve(gold)))
    assert {str(triple) for triple in memory_store(triples).triples()} == set(map(str, triples))


def test_a_store_that_is_read_only_takes_nothing_in(triples, tmp_path):
    import pyoxigraph as ox

    write_store(tmp_path / "one", triples)
    with pytest.raises(RuntimeError, match="read-write"):
        open_store(tmp_path / "one").engine.add(ox.Quad(GK.amount, GK.amount, decimal(1)))


def test_a_reader_keeps_its_version_while_the_next_is_written(triples, tmp_path):
    write_store(tmp_path / "one", triples)
    reader = open_store(tmp_path / "one")
    write_store(tmp_path / "two", triples[:1])
    assert reader.select(COUNT).rows[0][0].value == "1"
    assert open_store(tmp_path / "two").size() == 1


def test_a_folder_without_a_store_is_an_error_and_stays_empty(tmp_path):
    with pytest.raises(StoreError, match="build one first"):
        open_store(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_store_is_an_error_in_one_line(triples, tmp_path):
    write_store(tmp_path / "one", triples)
    (tmp_path / "one" / "CURRENT").write_text("MANIFEST-nowhere\n", encoding="utf-8", newline="\n")
    with pytest.raises(StoreError, match="can't be opened") as error:
        open_store(tmp_path / "one")
    assert "\n" not in str(error.value)


def test_a_version_is_written_once(triples, tmp_path):
    write_store(tmp_path / "one", triples)
    with pytest.raises(StoreError, match="not empty"):
        write_store(tmp_path / "one", triples)


def test_rdflib_sees_the_same_graph(triples, tmp_path):
    write_store(tmp_path / "one", triples)
    for store in (memory_store(triples), open_store(tmp_path / "one")):
        view = store.as_rdflib()
        assert len(view) == len(triples)
        query = "PREFIX gk: <https://w3id.org/graphkit/ontology#> " + COUNT
        assert [str(cell) for row in view.query(query) for cell in row] == ["1"]
        assert store.select(COUNT).rows[0][0].value == "1"
