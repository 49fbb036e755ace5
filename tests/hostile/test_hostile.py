"""Hostile documents come to what is said beside them, soon, and nothing else in the workspace notices them."""

from __future__ import annotations

import importlib.util
import json
import sys
import time
from pathlib import Path

import pytest

from graphkit.build import build
from graphkit.documents import read_bytes, read_document
from graphkit.errors import DocumentError, UsageError
from graphkit.extraction import extract
from graphkit.extractor import DEADLINE, Extracted, Request, extract_all
from graphkit.factfiles import load_facts
from graphkit.graph.local import open_store
from graphkit.report_lines import Hint, render_report
from graphkit.workspace import open_workspace

spec = importlib.util.spec_from_file_location("hostile_make", Path(__file__).with_name("make.py"))
assert spec is not None
assert spec.loader is not None
make = importlib.util.module_from_spec(spec)
sys.modules[spec.name] = make
spec.loader.exec_module(make)

WITH_TEXT = [
    x
    for x in make.HOSTILE
    if x.verdict == make.READ and not x.bait and x.name not in ("deep-list.md", "wide-table.md", "brackets.md")
]


@pytest.fixture(scope="module")
def outcomes() -> dict[str, tuple[Extracted | DocumentError, float]]:
    """What each came to, and after how many seconds."""
    found = {}
    for one in make.HOSTILE:
        data = one.make()
        begin = time.monotonic()
        ((_, outcome),) = extract_all([Request(path=Path(one.name), stem="a", data=data)], number=1)
        found[one.name] = outcome, time.monotonic() - begin
    return found


def test_there_are_many_of_many_kinds():
    assert len(make.HOSTILE) >= 60
    assert len({x.name for x in make.HOSTILE}) == len(make.HOSTILE)
    assert {Path(x.name).suffix for x in make.HOSTILE} >= {
        ".html",
        ".xhtml",
        ".txt",
        ".md",
        ".docx",
        ".pdf",
        ".eml",
        ".doc",
    }


@pytest.mark.parametrize("hostile", [x for x in make.HOSTILE if not x.bait], ids=lambda x: x.name)
def test_a_hostile_document_comes_to_what_is_said(outcomes, hostile):
    outcome, seconds = outcomes[hostile.name]
    assert seconds < DEADLINE + 5
    if hostile.verdict == make.READ:
        assert isinstance(outcome, Extracted)
    elif hostile.verdict:
        assert isinstance(outcome, DocumentError)
        assert hostile.verdict in str(outcome)
        assert "\n" not in str(outcome)


@pytest.mark.parametrize("hostile", WITH_TEXT, ids=lambda x: x.name)
def test_where_its_text_can_be_read_its_fact_is_found_and_no_planted_one(outcomes, hostile):
    facts = outcomes[hostile.name][0].facts
    assert [(flow.money.amount, flow.money.currency) for flow in facts.flows] == [(400_000, "SEK")]
    assert "Trojanska" not in facts.text
    assert "root:" not in facts.text
    assert "skratt" not in facts.text
    assert all(facts.text[x.start : x.end] == x.quote for fact in facts.flows for x in fact.evidence)
    assert not {"\0", "\u202e", "\u2066"} & set(facts.text)
    facts.text.encode("utf-8")


@pytest.mark.parametrize("hostile", [x for x in make.HOSTILE if x.bait], ids=lambda x: x.name)
def test_a_hundred_thousand_of_anything_is_read_and_searched_without_getting_stuck(outcomes, hostile):
    outcome, _ = outcomes[hostile.name]
    if isinstance(outcome, Extracted):
        assert (outcome.read < DEADLINE / 4, outcome.found < DEADLINE / 2) == (True, True)
        assert outcome.facts.flows == ()
    else:
        assert "no text beside" in str(outcome)


@pytest.fixture
def peaceful(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "loom.txt").write_text(make.TOLD, encoding="utf-8")
    (folder / "kiln.md").write_text(
        "# Kalkugnen\n\nTillväxtverket bidrar med 2,5 miljoner kronor till projektet Kalkugnen.\n", encoding="utf-8"
    )
    return folder


def test_the_others_facts_and_graph_are_byte_for_byte_the_same(tmp_path, peaceful):
    alone = open_workspace(tmp_path / "alone", create=True)
    quiet = build(alone, [peaceful])
    refused = [x for x in make.HOSTILE if x.verdict not in (make.READ, "")]
    for hostile in refused:
        (peaceful / hostile.name).write_bytes(hostile.make())
    among = open_workspace(tmp_path / "among", create=True)
    report = build(among, [peaceful])
    told = {Path(problem.path).name for problem in report.problems}
    assert told == {x.name for x in refused if Path(x.name).suffix not in (".doc", ".eml")}
    assert {Path(name).suffix for name in report.skipped_files} == {".doc", ".eml"}
    assert report.exit_code == 1
    assert report.fingerprint == quiet.fingerprint
    for stem in ("loom", "kiln"):
        assert among.fact_file(stem).read_bytes() == alone.fact_file(stem).read_bytes()
    assert [str(x) for x in open_store(among.graph()).triples()] == [
        str(x) for x in open_store(alone.graph()).triples()
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="no such names and files there")
def test_odd_names_links_and_pipes_are_told_harmlessly_and_never_waited_for(tmp_path, peaceful):
    make.make_odd_files(peaceful)
    workspace = open_workspace(tmp_path / "graph", create=True)
    report = build(workspace, [peaceful])
    assert report.documents == 4
    told = [str(problem.message).removeprefix(f"{peaceful}/") for problem in report.problems]
    assert told == [
        "caf\\xe9.txt: its name holds bytes that are no letters: rename it.",
        "gone.txt: can't be opened: it isn't there.",
        "pipe.txt: it is no file but a folder, a pipe or a device.",
        "round.txt: can't be opened: its links lead round in a circle.",
        "zero.txt: it is no file but a folder, a pipe or a device.",
    ]
    assert [len(source.stem.encode()) <= 200 for source in workspace.sources().documents] == [True] * 4
    shown = render_report(report, "sv", hint=Hint("graphkit"), whole=True)
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    assert "\\x1b" in shown  # told as an echo of the other with its text, in signs that do nothing
    assert load_facts(workspace.fact_file("loom")).flows
    json.loads(workspace.report.read_text(encoding="utf-8"))
    assert build(workspace).fingerprint == report.fingerprint


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
@pytest.mark.parametrize("name", ["pipe.txt", "zero.txt", "round.txt", "gone.txt", "loop"])
def test_what_is_no_file_is_refused_when_it_is_named_itself(tmp_path, name):
    make.make_odd_files(tmp_path)
    if name == "loop":
        assert len(extract([tmp_path / name]).facts) == 2
        return
    begin = time.monotonic()
    with pytest.raises(DocumentError, match=r"is no file but a folder, a pipe or a device|can't be opened"):
        read_document(tmp_path / name)
    with pytest.raises(UsageError, match=r"a pipe or a device|lead round in a circle|leads to nowhere"):
        extract([tmp_path / name])
    assert time.monotonic() - begin < 5


def test_text_that_is_not_shown_is_told_as_left_out():
    document = read_bytes(next(x for x in make.HOSTILE if x.name == "hidden-text.html").make(), Path("a.html"))
    assert sum(piece.reason == "hidden text" for piece in document.skipped) == make.HIDDEN.count("<p ")
