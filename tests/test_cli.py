"""The command line: names, options, exit codes; results to stdout, all else to stderr; each help's example runs."""

import os
import re
import shlex
import subprocess
import sys

import pytest

from graphkit import __version__
from graphkit.cli import COMMANDS
from graphkit.workspace import Workspace


def examples() -> list[str]:
    lines = []
    for command in COMMANDS:
        block = (command.epilog or "").partition("Example:\n")[2]
        assert block, f"{command.name} has no example"
        lines += [line.strip() for line in block.splitlines()]
    return lines


@pytest.mark.parametrize("line", examples())
def test_the_example_of_each_help_runs(here, environment, line):
    script = line.replace("graphkit ", f"{shlex.quote(sys.executable)} -m graphkit ", 1)
    script = script.replace("| graphkit ", f"| {shlex.quote(sys.executable)} -m graphkit ")
    ended = subprocess.run(["sh", "-c", script], cwd=here, env=environment(), capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.strip()


def test_the_help_lists_the_commands_in_their_order(graphkit):
    ended = graphkit("--help")
    assert ended.code == 0
    listed = re.findall(r"^  ([a-z]+)  ", ended.out.partition("Commands:")[2], re.MULTILINE)
    assert listed == [command.name for command in COMMANDS]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_each_help_ends_with_its_example(graphkit, command):
    ended = graphkit(command.name, "--help")
    assert ended.code == 0
    assert ended.out.rstrip().splitlines()[-1].strip() in examples()


def test_no_heavy_library_is_loaded_for_help(environment):
    code = "import sys, graphkit.cli; print(' '.join(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {"rdflib", "pyoxigraph", "networkx", "pyvis", "lxml", "docx", "pypdfium2", "pyshacl", "ahocorasick"}
    heavy |= {"numpy", "yaml", "rapidfuzz", "jinja2", "IPython"}
    assert not heavy & set(loaded)


def test_the_version_is_the_packages(graphkit):
    assert graphkit("--version").out == f"graphkit {__version__}\n"


# ------------------------------------------------------------------------------------------- exit codes


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["quary"], r"there is no command «quary»\. Did you mean query"),
        (["zzz"], r"there is no command «zzz»\. «graphkit --help» lists them"),
        (["build", "document"], r"document: there is no such file or folder \(near: documents"),
        (["build", "--stores", "x"], r"No such option"),
        (["query", "cooperation"], r"there is no query «cooperation» \(near: cooperations"),
        (["query", "none.rq"], r"query none\.rq can't be read"),
        (["query", "cooperations", "--param", "regio=Dalarna"], r"region"),
        (["query", "cooperations", "--param", "region"], r"write it as name=value"),
        (["query", "cooperations", "--param", "region=Xyzzyland"], r"Xyzzyland"),
        (["query", "cooperations", "--format", "xls"], r"csv"),
        (["query", "cooperations", "--store", "none"], r"none: there is no workspace here"),
        (["map", "netwrk", "--out", "x.html"], r"there is no map «netwrk» \(near: network\)"),
        (["map", "--out", "documents"], r"this is a folder"),
        (["map", "--out", "partners.pdf"], r"partners\.pdf: a map is an HTML page; name the file partners\.html"),
        (["export", "--format", "xml"], r"nt"),
        (["facts", "none.txt"], r"there is no such file"),
        (["facts"], r"FILE"),
        (["evaluate", "documents"], r"give both --gold DIR and PATHs"),
        (["remove", "documents/none.txt"], r"holds no such document"),
        (["check", "--store", "documents"], r"there is no workspace here"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_told_in_one_line_and_changes_nothing(graphkit, here, arguments, told):
    before = Workspace(here / "graph").version()
    ended = graphkit(*arguments)
    assert ended.code == 2
    assert ended.out == ""
    assert ended.err.count("\n") == 1
    assert ended.err.startswith("graphkit: ")
    assert re.search(told, ended.err)
    assert Workspace(here / "graph").version() == before


def test_a_document_that_cannot_be_read_makes_exit_code_1_and_a_line(graphkit, here):
    (here / "documents" / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    ended = graphkit("build")
    assert ended.code == 1
    assert "Could not be read (1):" in ended.out
    assert "broken.pdf" in ended.out
    assert graphkit("check").code == 1
    ended = graphkit("facts", "documents/broken.pdf", "documents/04-lycksele-kondopoga.txt")
    assert ended.code == 1
    assert "broken.pdf" in ended.err


def test_nothing_readable_makes_exit_code_3_and_leaves_the_graph(graphkit, here):
    (here / "empty").mkdir()
    ended = graphkit("build", "empty", "--store", "other")
    assert ended.code == 3
    assert ended.err.startswith("graphkit: nothing could be read")
    assert graphkit("query", "cooperations", "--store", "other").code == 2
    (here / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    assert graphkit("facts", "broken.pdf").code == 3


def test_a_workspace_in_use_makes_exit_code_3(graphkit, here):
    with Workspace(here / "graph").lock():
        ended = graphkit("build")
    assert ended.code == 3
    assert "in use by another build" in ended.err


def test_a_damaged_workspace_makes_exit_code_3(graphkit, here):
    (here / "graph" / "sources.json").write_text("{", encoding="utf-8")
    ended = graphkit("build")
    assert ended.code == 3
    assert "damaged" in ended.err
    assert ended.err.count("\n") == 1


def test_a_disk_that_refuses_is_told_in_one_line(graphkit, here):
    (here / "file").write_text("", encoding="utf-8")
    ended = graphkit("export", "--format", "nt", "--out", "file/graph.nt")
    assert ended.code == 3
    assert ended.err.count("\n") == 1


def test_an_interrupted_command_says_so(graphkit, monkeypatch):
    def interrupted(*_args, **_values):
        raise KeyboardInterrupt

    monkeypatch.setattr("graphkit.build.build", interrupted)
    ended = graphkit("build")
    assert ended.code == 130
    assert ended.err.strip() == "graphkit: Interrupted. The workspace is as it was."


def test_a_reader_that_goes_away_is_no_error(here, environment):
    script = f"{{ {shlex.quote(sys.executable)} -m graphkit export --format nt; echo $? > code; }} | head -n 1"
    ended = subprocess.run(["sh", "-c", script], cwd=here, env=environment(), capture_output=True, text=True)
    assert ended.stdout.count("\n") == 1
    assert ended.stderr == ""
    assert (here / "code").read_text(encoding="utf-8") == "0\n"


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_no_error_shows_the_systems_own_words(graphkit, here, lang):
    (here / "keep.html").write_text("mine", encoding="utf-8")
    (here / "gone").symlink_to(here / "nowhere")
    for arguments in (
        ("map", "--out", "keep.html/map.html"),
        ("query", "funders", "--out", "keep.html/x.csv"),
        ("query", "funders", "--out", f"{'x' * 300}.csv"),
        ("build", "gone"),
        ("facts", "gone"),
        ("query", "nowhere.rq"),
    ):
        ended = graphkit(*arguments, "--lang", lang)
        assert ended.code in (2, 3)
        assert ended.err.count("\n") == 1
        assert not re.search(r"Errno|\.new|File exists|No such file or directory|Not a directory|too long:", ended.err)
    assert (here / "keep.html").read_text(encoding="utf-8") == "mine"


def test_a_link_that_leads_nowhere_and_a_pipe_are_told_for_what_they_are(graphkit, here):
    (here / "gone.txt").symlink_to(here / "nowhere.txt")
    ended = graphkit("build", "gone.txt")
    assert ended.code == 2
    assert re.search(r"gone\.txt: this link leads to .+nowhere\.txt, which isn't there: mend the link", ended.err)
    if hasattr(os, "mkfifo"):
        os.mkfifo(here / "pipe.txt")
        for command in ("build", "facts"):
            ended = graphkit(command, "pipe.txt")
            assert ended.code == 2
            assert "pipe.txt: this is no file or folder but a pipe or a device" in ended.err
