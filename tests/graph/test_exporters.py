"""Files of the graph: the same bytes whatever the order of documents, hash seed, time zone or locale."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

import graphkit
from graphkit.commands.outputs import FORMATS as OFFERED
from graphkit.graph.exporters import EXPORTERS, FOLDERS, RDF_EXPORTERS
from graphkit.graph.local import memory_store
from graphkit.graph.mapping import to_triples
from graphkit.graph.terms import text
from graphkit.graph.vocabulary import GK, RDF, SKOS
from graphkit.identities import resolve

FORMATS = {"nt": ox.RdfFormat.N_TRIPLES, "ttl": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD}


def written(triples, name):
    out = io.StringIO()
    EXPORTERS[name](triples, out, "sv")
    return out.getvalue()


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_written_is_the_graph_and_nothing_else(name, gold):
    triples = list(to_triples(gold, resolve(gold)))
    parsed = {quad.triple for quad in ox.parse(written(triples, name), format=FORMATS[name])}
    assert parsed == set(triples)


@pytest.mark.parametrize("name", FORMATS)
def test_odd_letters_survive(name):
    odd = ox.Triple(
        ox.NamedNode("https://example.org/Łódź/a-"), SKOS.prefLabel, text('Bygg "broar"\n\\ och\tvägar', "sv")
    )
    assert [quad.triple for quad in ox.parse(written([odd, odd], name), format=FORMATS[name])] == [odd]


def test_n_triples_are_sorted_unique_lines_of_the_graph_before_and_after_the_store(gold):
    triples = list(to_triples(gold, resolve(gold)))
    lines = written(triples, "nt").splitlines()
    assert lines == sorted(set(lines))
    assert written(memory_store(triples).triples(), "nt") == written(triples, "nt")


def test_turtle_declares_the_prefixes_that_it_uses_and_no_others():
    turtle = written([ox.Triple(GK.Project, RDF.type, GK.Fact)], "ttl")
    assert turtle == "@prefix gk: <https://w3id.org/graphkit/ontology#> .\n\ngk:Project\n    a gk:Fact .\n"


BUILD = """
import random, sys
from graphkit import resources
from graphkit.factfiles import load_facts
from graphkit.graph.exporters import EXPORTERS, FOLDERS
from graphkit.graph.mapping import to_triples
from graphkit.identities import resolve
facts = [load_facts(path) for path in sorted(resources.data("samples", "gold").glob("*.yaml"))]
random.Random(sys.argv[1]).shuffle(facts)
sys.stdout.reconfigure(encoding="utf-8", newline="\\n")
triples = to_triples(facts, resolve(facts))
if sys.argv[2] in FOLDERS:
    for name, text in FOLDERS[sys.argv[2]](triples, "sv").items():
        print(name, text)
else:
    EXPORTERS[sys.argv[2]](triples, sys.stdout, "sv")
"""


@pytest.mark.parametrize("name", [*EXPORTERS, *FOLDERS])
def test_two_builds_in_other_surroundings_give_the_same_bytes(name):
    def build(order, **surroundings):
        environment = {**os.environ, "PYTHONPATH": str(Path(graphkit.__file__).parents[1]), **surroundings}
        command = [sys.executable, "-c", BUILD, order, name]
        return subprocess.run(command, env=environment, capture_output=True, check=True).stdout

    one = build("one", PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONUTF8="0")
    other = build("other", PYTHONHASHSEED="2", TZ="America/Anchorage", LC_ALL="C.UTF-8", PYTHONUTF8="1")
    assert one == other
    assert len(one) > 50_000


def test_the_command_offers_each_format_that_there_is():
    assert tuple(OFFERED) == (*EXPORTERS, *FOLDERS)
    assert set(RDF_EXPORTERS) == set(FORMATS)
