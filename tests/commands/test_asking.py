"""The commands that ask: formats and files, own queries beside the shipped ones, and what is told on stderr."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pyoxigraph as ox
import pytest

from graphkit.cli import main
from graphkit.graph.local import write_store
from graphkit.workspace import open_workspace

GRAPH = """
@prefix gk: <https://w3id.org/graphkit/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix voc: <https://w3id.org/graphkit/vocabulary/> . @prefix : <https://w3id.org/graphkit/id/actor/> .
:sida a gk:Actor ; skos:prefLabel "=Sida"@sv .
<https://w3id.org/graphkit/id/funding-flow/1> a gk:FundingFlow, gk:Fact ; gk:payer :sida ; gk:amount 450000 ; gk:currency "SEK" ; gk:basis voc:stated .
"""


@dataclass
class Ended:
    """What a command printed, and its exit code."""

    code: int
    out: bytes
    err: str


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a workspace in `graph`, as the current one."""
    monkeypatch.chdir(tmp_path)
    workspace = open_workspace(tmp_path / "graph", create=True)
    with workspace.lock():
        staging = workspace.stage()
        write_store(staging.graph, (quad.triple for quad in ox.parse(GRAPH, format=ox.RdfFormat.TURTLE)))
        workspace.commit(staging, "0123456789abcdef", keep_previous=False)
    return tmp_path


@pytest.fixture
def graphkit(desk: Path, capfdbinary: pytest.CaptureFixture[bytes]):
    def run(*arguments: str) -> Ended:
        with pytest.raises(SystemExit) as end:
            main([*arguments, "--lang", "sv"])
        out, err = capfdbinary.readouterr()
        return Ended(int(end.value.code or 0), out, err.decode("utf-8"))

    return run


def test_a_workbook_goes_to_a_file_or_through_a_pipe_with_the_same_bytes(graphkit, desk: Path):
    ended = graphkit("query", "funders", "--out", "answers/sida.xlsx")
    assert ended.code == 0
    assert ended.out.decode() == f"{Path('answers/sida.xlsx')}\n"
    written = (desk / "answers" / "sida.xlsx").read_bytes()
    assert graphkit("query", "funders", "--format", "xlsx").out == written
    book = openpyxl.load_workbook(io.BytesIO(written))
    assert [cell.value for cell in book["Svar"][2]][:3] == ["=Sida", 450000, "SEK"]
    assert book["Svar"]["A2"].data_type == "s"
    assert ("Frågans namn", "funders") in list(book["Frågan"].iter_rows(values_only=True))


def test_a_terminal_is_spared_a_workbook(graphkit, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    ended = graphkit("query", "funders", "--format", "xlsx")
    assert ended.code == 2
    assert ended.out == b""
    assert "--out svar.xlsx" in ended.err


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("x.csv", b"funder,total"),
        ("x.json", b"["),
        ("x.ttl", b"@prefix"),
        ("x.txt", "Finansiärer och deras belopp\n".encode()),
        ("X.CSV", b"funder,"),
    ],
)
def test_the_ending_of_a_file_says_the_format(name: str, begins: bytes, graphkit, desk: Path):
    assert graphkit("query", "funders", "--out", name).code == 0
    assert (desk / name).read_bytes().startswith(begins)
    assert not list(desk.glob(".*.new"))


def test_a_format_that_is_asked_for_comes_before_the_ending(graphkit, desk: Path):
    assert graphkit("query", "funders", "--out", "x.csv", "--format", "json").code == 0
    assert (desk / "x.csv").read_bytes().startswith(b"[")


def test_a_folder_is_no_file(graphkit, desk: Path):
    ended = graphkit("query", "funders", "--out", str(desk))
    assert ended.code == 2
    assert "detta är en mapp" in ended.err


@pytest.mark.parametrize("form", ["csv", "json", "xlsx", "ttl"])
def test_an_empty_answer_for_programs_is_told_on_stderr(form: str, graphkit):
    ended = graphkit("query", "funding", "--param", "year=1999", "--format", form)
    assert ended.code == 0
    assert ended.err.startswith("Grafen har inget svar på det. Pröva utan")
    assert "inget svar" not in graphkit("query", "funding", "--format", form).err


def test_a_table_says_itself_that_it_is_empty(graphkit):
    ended = graphkit("query", "funding", "--param", "year=1999")
    assert "inget svar" in ended.out.decode()
    assert ended.err == ""


def test_turtle_holds_the_facts_behind_the_rows(graphkit):
    out = graphkit("query", "funders", "--format", "ttl").out.decode()
    assert "gk:FundingFlow" in out
    assert '"=Sida"@sv' in out


def test_own_queries_are_listed_apart_and_a_broken_one_stops_no_other(graphkit, desk: Path):
    assert b"Egna" not in graphkit("queries").out
    own = desk / "graph" / "own" / "queries"
    own.mkdir(parents=True)
    (own / "antal.rq").write_text("#+ title: Antal\nSELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", encoding="utf-8")
    (own / "funders.rq").write_text("#+ title: Mina finansiärer\nASK {}", encoding="utf-8")
    (own / "trasig.rq").write_text("# hej\nSELECT nonsens", encoding="utf-8")
    ended = graphkit("queries")
    shipped, _, mine = ended.out.decode().partition("Egna frågor, i ")
    assert "funding: " in shipped
    assert "funders: " not in shipped
    assert "antal: Antal" in mine
    assert "funders (ersätter den som följer med): Mina finansiärer" in mine
    assert ended.err.startswith(f"Går inte att läsa: {Path('graph/own/queries/trasig.rq')}: rad 2: ")
    assert ended.code == 1
    assert graphkit("query", "antal", "--format", "csv").out == b"n\r\n8\r\n"
    broken = graphkit("query", "trasig")
    assert broken.code == 2
    assert "trasig.rq: rad 2" in broken.err


def test_a_parameter_given_twice_is_refused(graphkit):
    ended = graphkit("query", "funders", "--param", "actor=Sida", "--param", "actor=Tacis")
    assert ended.code == 2
    assert "angiven två gånger" in ended.err


def test_an_ending_that_is_no_format_is_refused(graphkit, desk: Path):
    assert graphkit("query", "funders", "--out", "answer.pdf").code == 2
    assert not (desk / "answer.pdf").exists()
