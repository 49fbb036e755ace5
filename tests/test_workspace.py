"""The workspace folder: made, locked, committed in one step, and told when it is damaged."""

import errno
import itertools
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from graphkit.errors import Message, StoreError, UsageError
from graphkit.identities.judgements import load_judgements
from graphkit.sources import Source, Sources, dump_sources, parse_sources
from graphkit.workspace import Workspace, open_workspace
from graphkit.writing import write_text


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return open_workspace(tmp_path / "graph", create=True)


def stage(workspace: Workspace, stem: str, graph: str = "triples") -> str:
    """Commit a state that holds one document; the version's name."""
    source = Source(path=workspace.folder.parent / f"{stem}.txt", stem=stem, sha256="0" * 64)
    staging = workspace.stage()
    staging.write_facts(stem, "{}")
    staging.graph.mkdir()
    write_text(staging.graph / "data", graph)
    staging.write("sources.json", dump_sources(Sources(documents=(source,)), workspace.folder))
    staging.write("report.json", f'{{"of": "{stem}"}}')
    staging.write("contacts.json", "")
    return workspace.commit(staging, stem.encode().hex().ljust(12, "0"), keep_previous=True)


def state(workspace: Workspace) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    """Graph, report, fact files and documents as a reader finds them."""
    return (
        (workspace.graph() / "data").read_text(encoding="utf-8"),
        workspace.report.read_text(encoding="utf-8"),
        tuple(sorted(path.name for path in workspace.facts.iterdir())),
        tuple(document.stem for document in workspace.sources().documents),
    )


def test_a_new_workspace_holds_what_a_user_edits(workspace):
    names = {path.name for path in workspace.folder.iterdir()}
    assert names == {"sources.json", "facts", "own", "judgements.csv"}
    assert load_judgements(workspace.judgements) == ()
    assert workspace.judgements.read_text(encoding="utf-8") == "kind,one,other,same,who,why\n"


def test_opening_a_workspace_again_keeps_the_judgements(workspace):
    line = "actor,Nutek,NUTEK AB,no,,a company\n"
    workspace.judgements.write_text(workspace.judgements.read_text(encoding="utf-8") + line, encoding="utf-8")
    open_workspace(workspace.folder, create=True)
    assert workspace.judgements.read_text(encoding="utf-8").endswith(line)


def test_a_folder_that_is_no_workspace_is_not_built_into(tmp_path):
    (tmp_path / "letter.txt").write_text("Hej", encoding="utf-8")
    with pytest.raises(UsageError, match="this is no workspace"):
        open_workspace(tmp_path, create=True)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_missing_workspace_is_told_with_the_command_that_makes_one(tmp_path):
    with pytest.raises(UsageError, match=r"there is no workspace here. Build one \(graphkit build FOLDER --store"):
        open_workspace(tmp_path / "graph")


def test_an_endpoint_is_not_taken_for_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="endpoint"):
        open_workspace(Path("https://example.org/sparql"), create=True)
    assert not any(tmp_path.iterdir())


def test_a_workspace_without_a_build_says_so(workspace):
    with pytest.raises(UsageError, match="nothing is built here yet"):
        workspace.graph()


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        ("sources.json", "{", r"damaged at .*sources.json .*put it back from a backup"),
        ("sources.json", '{"given": []}', r"damaged at .*sources.json \(«removed» is missing\)"),
        ("sources.json", "[]", r"damaged at .*sources.json \(a value is of the wrong kind\)"),
        ("store/current", "../elsewhere", r"damaged at .*current \(it names no version\): run «graphkit build"),
        ("store/current", "v0009-0123456789ab", r"v0009-0123456789ab \(the folder is missing\): run «graphkit build"),
    ],
)
def test_a_damaged_workspace_is_told_in_a_line_that_says_what_to_do(workspace, file, content, told):
    with workspace.lock():
        stage(workspace, "first")
    write_text(workspace.folder / file, content)
    with pytest.raises(StoreError, match=told) as caught:
        (workspace.sources(), workspace.graph())
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 3


def test_a_damaged_pointer_is_mended_by_the_next_commit(workspace):
    with workspace.lock():
        stage(workspace, "first", "one")
        write_text(workspace.folder / "store" / "current", "nonsense")
        stage(workspace, "second", "two")
    assert state(workspace)[0] == "two"


def test_two_builds_at_once_are_one_too_many(workspace):
    with (
        workspace.lock(),
        pytest.raises(StoreError, match="in use by another build") as caught,
        Workspace(workspace.folder).lock(),
    ):
        pass
    assert caught.value.exit_code == 3


def test_the_lock_of_a_process_that_was_killed_is_free(workspace):
    code = f"""
import os, signal
from pathlib import Path
from graphkit.workspace import Workspace
with Workspace(Path({str(workspace.folder)!r})).lock():
    os.kill(os.getpid(), signal.SIGKILL)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode < 0
    with workspace.lock():
        pass


def test_the_version_before_the_last_goes_and_the_one_before_stays_for_its_readers(workspace):
    with workspace.lock():
        names = [stage(workspace, stem) for stem in ("first", "second", "third")]
    kept = sorted(path.name for path in (workspace.folder / "store").iterdir())
    assert kept == ["current", names[1], names[2]]
    assert [name[:5] for name in names] == ["v0001", "v0002", "v0003"]


def test_nothing_stays_of_older_versions_when_something_was_taken_out(workspace):
    with workspace.lock():
        stage(workspace, "first")
        staging = workspace.stage()
        staging.graph.mkdir()
        staging.write("sources.json", dump_sources(Sources(), workspace.folder))
        staging.write("report.json", "{}")
        name = workspace.commit(staging, "0" * 64, keep_previous=False)
    assert sorted(path.name for path in (workspace.folder / "store").iterdir()) == ["current", name]
    assert not any(workspace.facts.iterdir())


class Killed(BaseException):
    """What the tests raise where a process would have been killed."""


def test_a_commit_that_is_broken_off_anywhere_leaves_the_old_state_or_the_new(workspace, monkeypatch):
    with workspace.lock():
        stage(workspace, "first", "one")
    before = state(workspace)
    after = ("two", '{"of": "second"}', ("second.json",), ("second",))
    seen = set()
    for limit in itertools.count():
        steps = itertools.count()

        def counted(method, steps=steps, limit=limit):
            def step(*args, **kwargs):
                if next(steps) == limit:
                    raise Killed
                return method(*args, **kwargs)

            return step

        with monkeypatch.context() as patch:
            for name in ("replace", "unlink", "mkdir"):
                patch.setattr(Path, name, counted(getattr(Path, name)))
            patch.setattr("graphkit.workspace.shutil.rmtree", counted(__import__("shutil").rmtree))
            try:
                with workspace.lock():
                    stage(workspace, "second", "two")
            except Killed:
                done = False
            else:
                done = True
        assert (workspace.graph() / "data").read_text(encoding="utf-8") in ("one", "two")  # readers, before any mending
        with workspace.lock():  # the next one who writes finishes what was committed
            seen.add(state(workspace))
        assert not (workspace.folder / "staging").exists()
        if done:
            break
        with workspace.lock():
            stage(workspace, "first", "one")
    assert limit > 8
    assert seen == {before, after}


@pytest.mark.parametrize(("committed", "told", "graph"), [(False, "old", "one"), (True, "new", "two")])
def test_the_next_opening_mends_what_was_broken_off_and_says_how(workspace, monkeypatch, committed, told, graph):
    with workspace.lock():
        stage(workspace, "first", "one")
    with monkeypatch.context() as patch:
        patch.setattr(
            "graphkit.workspace.Staging.move_into" if committed else "graphkit.workspace.Workspace.commit", killed
        )
        with pytest.raises(Killed), workspace.lock():
            stage(workspace, "second", "two")
    opened = open_workspace(workspace.folder)
    assert opened.mended == told
    assert (opened.graph() / "data").read_text(encoding="utf-8") == graph
    assert opened.sources().documents[0].stem == ("second" if committed else "first")
    assert not (workspace.folder / "staging").exists()
    assert open_workspace(workspace.folder).mended == ""


def killed(*_args: object, **_values: object) -> None:
    raise Killed


def test_an_opening_beside_a_build_leaves_what_that_stages(workspace):
    with workspace.lock():
        staging = workspace.stage()
        assert open_workspace(workspace.folder).mended == ""
        assert staging.facts.is_dir()


def test_what_is_read_is_of_one_state_though_a_build_comes_between(workspace):
    with workspace.lock():
        stage(workspace, "first", "one")
    seen = []

    def read():
        graph = (workspace.graph() / "data").read_text(encoding="utf-8")
        if not seen:
            with Workspace(workspace.folder).lock():
                stage(workspace, "second", "two")
        seen.append(graph)
        return graph, workspace.sources().documents[0].stem

    assert workspace.read(read) == ("two", "second")
    assert seen == ["one", "two"]


def test_an_error_of_reading_is_told_when_no_build_explains_it(workspace):
    with pytest.raises(UsageError, match="nothing is built here yet"):
        workspace.read(workspace.graph)


def test_a_disk_that_refuses_leaves_no_half_built_files_and_is_told(workspace, monkeypatch):
    with workspace.lock():
        stage(workspace, "first", "one")
    before = state(workspace)

    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("graphkit.writing.os.fsync", full)
        with (
            pytest.raises(StoreError, match=r"\(the disk is full\): free some space .+ The graph is as it was"),
            workspace.lock(),
        ):
            stage(workspace, "second", "two")
    assert state(workspace) == before
    assert not (workspace.folder / "staging").exists()


def test_a_workspace_that_was_half_made_is_made_whole(tmp_path):
    folder = tmp_path / "graph"
    folder.mkdir()
    (folder / ".sources.json.new").write_text("{", encoding="utf-8")
    assert open_workspace(folder, create=True).sources() == Sources()
    shutil.rmtree(folder / "own")
    (folder / "judgements.csv").unlink()
    workspace = open_workspace(folder, create=True)
    assert workspace.own.is_dir()
    assert load_judgements(workspace.judgements) == ()


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    path = tmp_path / "file"
    write_text(path, "åäö\n")
    assert path.read_bytes() == "åäö\n".encode()
    with pytest.raises(UnicodeEncodeError):
        write_text(path, "half \ud800")
    assert path.read_bytes() == "åäö\n".encode()


def test_a_workspace_and_its_documents_can_be_moved_together(tmp_path):
    document = Source(
        path=tmp_path / "a" / "docs" / "x.txt",
        stem="x",
        sha256="0" * 64,
        problem=Message("{path}: it holds no text.", path="x.txt"),
    )
    far = tmp_path / "elsewhere" / "y.txt"
    text = dump_sources(Sources(given=(far, tmp_path / "a" / "docs"), documents=(document,)), tmp_path / "a" / "graph")
    moved = parse_sources(text, tmp_path / "b" / "graph")
    assert moved.documents[0].path == tmp_path / "b" / "docs" / "x.txt"
    assert moved.given == (far, tmp_path / "b" / "docs")
    assert parse_sources(text, tmp_path / "a" / "graph").documents == (document,)
