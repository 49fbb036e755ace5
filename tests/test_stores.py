"""What --store may name: a workspace, an endpoint, documents in memory; each command that reads or writes them."""

import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from graphkit import resources
from graphkit.cli import main
from graphkit.graph.exporters import EXPORTERS

LYCKSELE = "04-lycksele-kondopoga.txt"


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[str]:
    """An Oxigraph server's address."""
    binary = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if not binary:
        pytest.skip("no Oxigraph server here: pip install oxigraph")
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    folder = tmp_path_factory.mktemp("server")
    command = [binary, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        for _ in range(100):
            with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5):
                break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/query"
        process.terminate()


@pytest.fixture
def graphkit(tmp_path, monkeypatch, capsys):
    """A command in a folder with one document: its exit code, standard output and standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GRAPHKIT_CALLED_AS", "graphkit")
    monkeypatch.setenv("GRAPHKIT_GRAPH", f"https://example.org/{tmp_path.name}")
    monkeypatch.setenv("LC_ALL", "C")
    (tmp_path / "documents").mkdir()
    shutil.copy(resources.data("samples", "documents", LYCKSELE), tmp_path / "documents")

    def run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as end:
            main([*arguments])
        printed = capsys.readouterr()
        return end.value.code, printed.out, printed.err

    return run


@pytest.fixture
def published(graphkit, server):
    """The same, with the document's graph in the endpoint and in the workspace ./graph."""
    code, out, err = graphkit("build", "documents", "--store", server)
    assert code == 0, err
    assert "triples are in <https://example.org/" in out
    assert f"--store {server}" in err
    return graphkit


def test_an_endpoint_answers_as_the_workspace_does(published, server):
    for arguments in (
        ["query", "participants", "--format", "json"],
        ["export", "--format", "nt"],
        ["export", "--format", "graphml"],
    ):
        assert published(*arguments, "--store", server) == published(*arguments)


def test_documents_in_memory_answer_as_the_workspace_does(published):
    arguments = ["query", "participants", "--format", "json"]
    found = published(*arguments, "--store", "memory:", "--from", f"documents/{LYCKSELE}")
    assert found == published(*arguments)
    assert len(json.loads(found[1])) > 0


def test_an_endpoints_graph_can_be_copied_and_asked_here(published, server):
    arguments = ["query", "projects", "--format", "csv"]
    assert published(*arguments, "--store", "memory:", "--from", server) == published(*arguments)


def test_a_map_is_drawn_of_each_kind_of_store(published, server, tmp_path):
    assert published("map", "--out", "far.html", "--store", server)[0] == 0
    assert published("map", "--out", "memory.html", "--store", "memory:", "--from", "documents")[0] == 0
    for name in ("far", "memory"):
        assert "450 kkr" in (tmp_path / f"{name}.html").read_text(encoding="utf-8")


def test_an_endpoints_shapes_are_checked(published, server):
    code, out, _ = published("check", "--store", server)
    assert (code, out) == (0, "No problems.\n")
    assert published("check", "--issues", "--store", server)[0] == 2


def test_a_build_into_an_endpoint_replaces_its_graph(published, server, tmp_path):
    shutil.copy(resources.data("samples", "documents", "26-ostgota-vologda.txt"), tmp_path / "documents")
    assert "Vologda" not in published("query", "cooperations", "--store", server)[1]
    assert published("build", "--store", server)[0] == 0
    assert "Vologda" in published("query", "cooperations", "--store", server)[1]


def test_an_endpoint_that_is_not_there_is_said_before_anything_is_built(graphkit, tmp_path):
    code, out, err = graphkit("build", "documents", "--store", "http://eva:hemligt@127.0.0.1:1/query")
    assert (code, out) == (4, "")
    assert "http://127.0.0.1:1/query can't be reached" in err
    assert "hemligt" not in err
    assert err.count("\n") == 1
    assert not (tmp_path / "graph").exists()


def test_an_endpoint_that_fails_after_the_build_says_what_is_built_and_what_is_not(graphkit, server, monkeypatch):
    from graphkit.errors import EndpointError

    def dead(*_args):
        raise EndpointError("the line is dead.")

    monkeypatch.setattr("graphkit.graph.publishing.publish", dead)
    code, _, err = graphkit("build", "documents", "--store", server)
    assert code == 4
    assert "the line is dead. The workspace graph is built; " in err
    assert f"«graphkit build --store {server} --workspace graph» sends it." in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["query", "projects", "--store", "memory:"], "add --from PATH"),
        (["query", "projects", "--store", "memory:", "--from", "none"], "none: there is no such file or folder"),
        (["query", "projects", "--from", "documents"], "--from names the documents of --store memory: only"),
        (
            ["query", "projects", "--store", "memory:", "--from", "documents", "--from", "http://127.0.0.1:1/"],
            "copied alone",
        ),
        (["build", "documents", "--store", "memory:"], "memory: keeps nothing"),
        (["build", "documents", "--workspace", "x"], "--workspace goes with an endpoint"),
        (["remove", "documents", "--store", "http://127.0.0.1:1/"], "name its folder, not an endpoint's address"),
        (["export", "--format", "csv", "--store", "memory:", "--from", "documents"], "name it with --out FOLDER"),
        (["export", "--format", "csv", "--out", f"documents/{LYCKSELE}"], "csv needs a folder"),
        (
            ["export", "--format", "gexf", "--with-alignments", "--out", "x"],
            "--with-alignments goes with nt, ttl, jsonld",
        ),
        (["query", "projects", "--store", "https://"], "this is no address of an endpoint"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_told_in_one_line(graphkit, arguments, told):
    code, out, err = graphkit(*arguments)
    assert (code, out) == (2, "")
    assert told in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("form", EXPORTERS)
def test_each_format_is_written_to_a_file(form, graphkit, tmp_path):
    store = ["--store", "memory:", "--from", "documents"]
    assert graphkit("export", "--format", form, "--out", f"out/graph.{form}", *store)[0] == 0
    assert (tmp_path / "out" / f"graph.{form}").stat().st_size > 1000
    assert [path.name for path in (tmp_path / "out").iterdir()] == [f"graph.{form}"]


def test_tables_are_written_into_a_folder_beside_what_lies_there(graphkit, tmp_path):
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "mine.txt").write_text("mine", encoding="utf-8")
    code, out, _ = graphkit("export", "--format", "csv", "--out", "tables", "--store", "memory:", "--from", "documents")
    assert code == 0
    assert "tables/flows.csv\n" in out
    assert "450000" in (tmp_path / "tables" / "flows.csv").read_text(encoding="utf-8")
    assert (tmp_path / "tables" / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_alignments_are_written_only_when_asked_for(graphkit):
    store = ["--store", "memory:", "--from", "documents", "--format", "ttl"]
    assert "eurio:" not in graphkit("export", *store)[1]
    assert "skos:narrowMatch eurio:Project" in graphkit("export", *store, "--with-alignments")[1]
