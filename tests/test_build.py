"""Builds: what is read again, what goes, what is told, and what stays as it was when a build fails."""

import itertools
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from graphkit import build as module
from graphkit.build import build, remove, rule_version
from graphkit.checks import check_workspace
from graphkit.errors import DocumentError, StoreError, UsageError
from graphkit.factfiles import load_facts
from graphkit.graph.local import open_store
from graphkit.reports import Report, load_report
from graphkit.workspace import Workspace, open_workspace

LOOM = """Vävstolen

Region Gävleborg finansierar projektet Vävstolen med 400 000 kronor. Projektet Vävstolen drivs av Hofors kommun och pågår 2011–2013.
Gävleborg samarbetar med Karelen i projektet.
"""
KILN = """Kalkugnen

Projektet Kalkugnen ägs av Gotlands kommun. Tillväxtverket bidrar med 2,5 miljoner kronor till projektet Kalkugnen.
"""


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "loom.txt").write_text(LOOM, encoding="utf-8")
    (folder / "kiln.txt").write_text(KILN, encoding="utf-8")
    return folder


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return open_workspace(tmp_path / "graph", create=True)


def texts(workspace: Workspace) -> str:
    """All that stands in the graph."""
    return "\n".join(map(str, open_store(workspace.graph()).triples()))


def read_of(report: Report) -> tuple[int, int, int]:
    return report.new, report.changed, report.unchanged


def stems(workspace: Workspace) -> list[str]:
    return sorted(path.stem for path in workspace.facts.iterdir())


def test_documents_become_a_graph_and_fact_files_with_their_text(workspace, documents):
    report = build(workspace, [documents])
    assert read_of(report) == (2, 0, 0)
    assert report.exit_code == 0
    assert stems(workspace) == ["kiln", "loom"]
    facts = load_facts(workspace.fact_file("loom"))
    assert "Vävstolen" in facts.text
    assert facts.info.source == "documents/loom.txt"
    assert facts.flows
    assert all(facts.text[x.start : x.end] == x.quote for fact in facts.flows for x in fact.evidence)
    assert report.triples == open_store(workspace.graph()).size() > 0
    assert load_report(workspace.report) == report


def test_only_what_is_new_or_changed_is_read(workspace, documents, monkeypatch):
    first = build(workspace, [documents])
    read = []

    def noting(requests, *, number):
        for request, outcome in EXTRACT(requests, number=number):
            read.append(request.path.name)
            yield request, outcome

    monkeypatch.setattr(module, "extract_all", noting)
    assert read_of(build(workspace)) == (0, 0, 2)
    (documents / "kiln.txt").write_text(KILN.replace("2,5", "3,5"), encoding="utf-8")
    (documents / "third.txt").write_text(LOOM.replace("Vävstolen", "Spinnrocken"), encoding="utf-8")
    second = build(workspace)
    assert read_of(second) == (1, 1, 1)
    assert read == ["kiln.txt", "third.txt"]
    assert second.fingerprint != first.fingerprint
    assert "3500000" in texts(workspace)
    assert "2500000" not in texts(workspace)


EXTRACT = module.extract_all


def test_a_change_of_rules_reads_all_again(workspace, documents, monkeypatch):
    build(workspace, [documents])
    assert rule_version() == rule_version()
    monkeypatch.setattr(module, "rule_version", lambda: "other rules")
    assert read_of(build(workspace)) == (0, 2, 0)


def test_a_fact_file_that_is_lost_is_written_again(workspace, documents):
    build(workspace, [documents])
    workspace.fact_file("loom").unlink()
    assert read_of(build(workspace)) == (0, 1, 1)
    assert stems(workspace) == ["kiln", "loom"]


def test_a_deleted_document_is_told_and_nothing_of_it_stays(workspace, documents):
    build(workspace, [documents])
    (documents / "loom.txt").unlink()
    report = build(workspace)
    assert report.gone == (str(documents / "loom.txt"),)
    assert report.exit_code == 0
    assert stems(workspace) == ["kiln"]
    assert "stolen" not in texts(workspace)
    everything = [path for path in workspace.folder.rglob("*") if path.is_file() and path.name != "report.json"]
    assert not [path for path in everything if "Vävstolen".encode() in path.read_bytes()]
    assert not build(workspace).gone


def test_a_removed_document_stays_out_until_it_is_given_again(workspace, documents):
    build(workspace, [documents])
    remove(workspace, [documents / "loom.txt"])
    assert "stolen" not in texts(workspace)
    assert read_of(build(workspace)) == (0, 0, 1)
    everything = [path for path in workspace.folder.rglob("*") if path.is_file()]
    assert not [path for path in everything if "Vävstolen".encode() in path.read_bytes()]
    assert read_of(build(workspace, [documents / "loom.txt"])) == (1, 0, 1)
    assert "Vävstolen" in texts(workspace)


def test_a_document_that_was_deleted_can_be_removed_too(workspace, documents):
    build(workspace, [documents / "loom.txt", documents / "kiln.txt"])
    (documents / "loom.txt").unlink()
    remove(workspace, [documents / "loom.txt"])
    assert workspace.sources().given == (documents / "kiln.txt",)


def test_the_last_document_can_be_removed(workspace, documents):
    build(workspace, [documents])
    report = remove(workspace, [documents])
    assert (report.documents, report.triples) == (0, 0)
    assert open_store(workspace.graph()).size() == 0
    with pytest.raises(UsageError, match="nothing was given to build from"):
        build(workspace)


def test_what_the_workspace_does_not_hold_cannot_be_removed(workspace, documents):
    build(workspace, [documents])
    with pytest.raises(UsageError, match=r"holds no such document or folder \(near: loom.txt"):
        remove(workspace, [documents / "lom.txt"])


def test_an_unreadable_document_is_told_and_does_not_stop_the_build(workspace, documents):
    (documents / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    report = build(workspace, [documents])
    assert read_of(report) == (2, 0, 0)
    assert report.exit_code == 1
    assert [problem.path for problem in report.problems] == [str(documents / "broken.pdf")]
    assert stems(workspace) == ["kiln", "loom"]


def test_a_document_that_became_unreadable_takes_its_facts_with_it(workspace, documents):
    build(workspace, [documents])
    (documents / "loom.txt").write_bytes(b"")
    report = build(workspace)
    assert len(report.problems) == 1
    assert stems(workspace) == ["kiln"]


def test_a_document_that_another_program_holds_keeps_its_facts(workspace, documents, monkeypatch):
    build(workspace, [documents])
    read_file = module.read_file

    def held(path):
        if path.name == "loom.txt":
            raise DocumentError(f"{path}: can't be opened: Permission denied.")
        return read_file(path)

    monkeypatch.setattr(module, "read_file", held)
    report = build(workspace)
    assert "its facts of an earlier build are kept" in str(report.problems[0].message).casefold()
    assert stems(workspace) == ["kiln", "loom"]
    assert read_of(report) == (0, 0, 2)


def test_a_path_that_is_not_there_changes_nothing(workspace, documents):
    build(workspace, [documents])
    before = workspace.version()
    with pytest.raises(UsageError, match="there is no such file or folder"):
        build(workspace, [documents, documents / "none.txt"])
    assert workspace.version() == before


def test_where_nothing_can_be_read_the_graph_stays_as_it_was(workspace, documents):
    build(workspace, [documents])
    before = workspace.version(), texts(workspace), stems(workspace)
    shutil.rmtree(documents)
    with pytest.raises(DocumentError, match="nothing could be read") as caught:
        build(workspace)
    assert caught.value.exit_code == 3
    assert (workspace.version(), texts(workspace), stems(workspace)) == before


def test_a_broken_judgement_stops_the_build_and_names_the_line(workspace, documents):
    build(workspace, [documents])
    before = workspace.version()
    with workspace.judgements.open("a", encoding="utf-8") as file:
        file.write("actor,A,B,maybe,,\n")
    with pytest.raises(Exception, match=r"judgements\.csv, line 2"):
        build(workspace)
    assert workspace.version() == before


def test_a_judgement_is_honoured_by_the_next_build(workspace, documents):
    build(workspace, [documents])
    with workspace.judgements.open("a", encoding="utf-8") as file:
        file.write("project,Vävstolen,Kalkugnen,yes,,for the test\n")
    report = build(workspace)
    assert {x.kind: x.number for x in report.entities}["project"] == 1


def test_two_documents_of_one_name_get_fact_files_with_their_folders_names(workspace, documents, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(documents / "kiln.txt", other / "loom.txt")
    build(workspace, [documents])
    report = build(workspace, [other])
    assert stems(workspace) == ["documents-loom", "kiln", "other-loom"]
    assert read_of(report) == (1, 0, 2)
    remove(workspace, [other])
    assert stems(workspace) == ["kiln", "loom"]


def test_a_document_under_two_names_doubles_no_amount(workspace, documents):
    build(workspace, [documents])
    flows = "SELECT ?flow WHERE { ?flow a gk:FundingFlow }"
    before = len(open_store(workspace.graph()).select(flows).rows)
    shutil.copy(documents / "loom.txt", documents / "loom-copy.txt")
    build(workspace)
    assert len(open_store(workspace.graph()).select(flows).rows) == before > 0


def test_files_of_unknown_kinds_are_told_as_skipped(workspace, documents):
    (documents / "table.xyz").write_text("x", encoding="utf-8")
    report = build(workspace, [documents])
    assert report.skipped_files == (str(documents / "table.xyz"),)
    assert report.exit_code == 0


def test_what_was_left_out_of_a_page_is_counted(workspace, documents):
    (documents / "page.html").write_text(
        "<html><body><nav><a href='/'>Start</a><a href='/om'>Om oss</a></nav><main><h1>Vävstolen</h1>"
        f"<p>{LOOM.splitlines()[2]}</p></main><footer>Kontakta oss</footer></body></html>",
        encoding="utf-8",
    )
    report = build(workspace, [documents])
    assert sum(count.number for count in report.skipped_texts) >= 2


def test_progress_tells_each_document_and_stage(workspace, documents):
    told = []
    build(workspace, [documents], progress=lambda *step: told.append(step))
    assert told == [
        ("read", 0, 2),
        ("read", 1, 2),
        ("read", 2, 2),
        ("identities", 0, 1),
        ("graph", 0, 1),
        ("check", 0, 1),
    ]


def test_a_check_tells_the_last_builds_report_with_the_shapes_checked_anew(workspace, documents):
    report = build(workspace, [documents])
    assert check_workspace(workspace, lang="en").facts == report.facts
    workspace.report.write_text("{", encoding="utf-8")
    with pytest.raises(StoreError, match="run «graphkit build"):
        check_workspace(workspace, lang="en")


def test_a_build_killed_by_the_system_leaves_a_workspace_that_builds_again(workspace, documents):
    build(workspace, [documents])
    before = workspace.version(), texts(workspace)
    (documents / "kiln.txt").unlink()
    for step in ("write_store", "check_graph", "dump_report"):
        code = f"""
import os, signal
from pathlib import Path
import graphkit.build
graphkit.build.{step} = lambda *args, **kwargs: os.kill(os.getpid(), signal.SIGKILL)
graphkit.build.build(graphkit.build.Workspace(Path({str(workspace.folder)!r})))
"""
        assert subprocess.run([sys.executable, "-c", code], check=False).returncode < 0
        assert (workspace.version(), texts(workspace)) == before
        assert stems(workspace) == ["kiln", "loom"]
    build(workspace)
    assert stems(workspace) == ["loom"]
    assert not (workspace.folder / "staging").exists()


def test_sources_tell_what_was_read_by_which_rules(workspace, documents):
    build(workspace, [documents])
    plain = json.loads((workspace.folder / "sources.json").read_text(encoding="utf-8"))
    assert plain["given"] == ["../documents"]
    assert [(x["path"], x["kind"], x["rules"], len(x["sha256"])) for x in plain["documents"]] == [
        ("../documents/kiln.txt", "document", rule_version(), 64),
        ("../documents/loom.txt", "document", rule_version(), 64),
    ]


def test_a_build_does_not_depend_on_the_order_of_arguments(tmp_path, documents):
    files = sorted(documents.iterdir())
    fingerprints = set()
    for number, order in enumerate(itertools.permutations(files)):
        workspace = open_workspace(tmp_path / f"graph{number}", create=True)
        fingerprints.add(build(workspace, order).fingerprint)
    assert len(fingerprints) == 1


PERSON = (
    LOOM
    + """
Kontakt: Ingrid Exempelsson, projektledare, ingrid.exempelsson@hofors.se, 0290-290 00
"""
)


def holding(workspace: Workspace, text: str) -> list[str]:
    """The workspace's files that hold a text, the store's apart."""
    return sorted(
        path.relative_to(workspace.folder).as_posix()
        for path in workspace.folder.rglob("*")
        if path.is_file() and text.encode() in path.read_bytes()
    )


def test_persons_are_nowhere_in_the_workspace_unless_asked_for(workspace, documents):
    (documents / "loom.txt").write_text(PERSON, encoding="utf-8")
    build(workspace, [documents])
    assert not workspace.contacts.exists()
    for text in ("Exempelsson", "exempelsson@", "0290-290"):
        assert holding(workspace, text) == []
    assert "█" in load_facts(workspace.fact_file("loom")).text


def test_persons_that_are_asked_for_lie_in_a_file_of_their_own_and_go_when_not_asked_for_again(workspace, documents):
    (documents / "loom.txt").write_text(PERSON, encoding="utf-8")
    build(workspace, [documents])
    report = build(workspace, contacts=True)
    assert read_of(report) == (0, 2, 0)
    assert holding(workspace, "Exempelsson") == ["contacts.json"]
    assert read_of(build(workspace, contacts=True)) == (0, 0, 2)
    assert holding(workspace, "Exempelsson") == ["contacts.json"]
    remove(workspace, [documents / "kiln.txt"])
    assert list(json.loads(workspace.contacts.read_text(encoding="utf-8"))) == ["loom"]
    build(workspace)
    assert not workspace.contacts.exists()
