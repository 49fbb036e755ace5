"""The command line: names, options, exit codes; results to stdout, all else to stderr; each help's example runs."""

import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from graphkit import __version__, resources
from graphkit.cli import COMMANDS, main
from graphkit.commands.options import ProgressLine
from graphkit.workspace import Workspace

SAMPLES = ("01-kortfattat-dalarna.html", "04-lycksele-kondopoga.txt", "26-ostgota-vologda.txt")


@dataclass
class Ended:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Path:
    """A folder with documents, their gold, and a workspace built from them; tests that change something use a copy."""
    folder = tmp_path_factory.mktemp("desk")
    for kind in ("documents", "gold"):
        (folder / kind).mkdir()
    for name in SAMPLES:
        shutil.copy(resources.data("samples", "documents", name), folder / "documents")
        shutil.copy(resources.data("samples", "gold", Path(name).stem + ".yaml"), folder / "gold")
    subprocess.run(
        [sys.executable, "-m", "graphkit", "build", "documents"],
        cwd=folder,
        env=environment(),
        check=True,
        capture_output=True,
    )
    return folder


def environment(**more: str) -> dict[str, str]:
    """This process's, with a checkout that isn't installed on the path, and without the door's word for how it was called."""
    kept = {name: value for name, value in os.environ.items() if name not in ("GRAPHKIT_CALLED_AS", "LC_ALL", "LANG")}
    checkout = str(Path(__file__).resolve().parent.parent)
    return kept | {"PYTHONPATH": checkout, "GRAPHKIT_CALLED_AS": "graphkit"} | more


@pytest.fixture
def here(desk, tmp_path, monkeypatch) -> Iterator[Path]:
    """A copy of the desk as the current folder."""
    shutil.copytree(desk, tmp_path / "desk")
    monkeypatch.chdir(tmp_path / "desk")
    monkeypatch.setenv("GRAPHKIT_CALLED_AS", "graphkit")
    monkeypatch.setenv("LC_ALL", "C")
    return tmp_path / "desk"


@pytest.fixture
def graphkit(here, capsys):
    def run(*arguments: str) -> Ended:
        with pytest.raises(SystemExit) as end:
            main([*arguments])
        printed = capsys.readouterr()
        return Ended(end.value.code, printed.out, printed.err)

    return run


def examples() -> list[str]:
    lines = []
    for command in COMMANDS:
        block = (command.epilog or "").partition("Example:\n")[2]
        assert block, f"{command.name} has no example"
        lines += [line.strip() for line in block.splitlines()]
    return lines


@pytest.mark.parametrize("line", examples())
def test_the_example_of_each_help_runs(here, line):
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


def test_no_heavy_library_is_loaded_for_help():
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


def test_a_reader_that_goes_away_is_no_error(here):
    script = f"{shlex.quote(sys.executable)} -m graphkit export --format nt | head -n 1"
    ended = subprocess.run(["sh", "-c", script], cwd=here, env=environment(), capture_output=True, text=True)
    assert ended.stdout.count("\n") == 1
    assert ended.stderr == ""


# -------------------------------------------------------------------------------------------- documents


def test_facts_are_fact_files_in_the_order_given(graphkit):
    names = ["documents/26-ostgota-vologda.txt", "documents/04-lycksele-kondopoga.txt"]
    as_json = json.loads(graphkit("facts", *names, "--format", "json").out)
    as_yaml = list(yaml.safe_load_all(graphkit("facts", *names).out))
    assert [x["id"] for x in as_json] == [Path(name).stem for name in names]
    assert as_yaml == as_json
    for one in as_json:
        for fact in (*one["projects"], *one["actors"], *one["flows"], *one["roles"]):
            assert fact["evidence"]
            assert all(one["text"][x["start"] : x["end"]] == x["quote"] for x in fact["evidence"])


def test_facts_as_text_show_each_quote(graphkit):
    out = graphkit("facts", "documents/04-lycksele-kondopoga.txt", "--format", "text", "--lang", "sv").out
    assert "Penningflöden" in out
    assert re.search(r"450.000 SEK: Sida → ", out)
    assert "      «" in out


def test_facts_are_written_to_a_folder_one_file_per_document(graphkit, here):
    shutil.copytree(here / "documents", here / "again")
    ended = graphkit("facts", "documents", "again/04-lycksele-kondopoga.txt", "--out", "facts", "--format", "json")
    assert ended.code == 0
    written = sorted(path.name for path in (here / "facts").iterdir())
    assert written == [
        "01-kortfattat-dalarna.json",
        "26-ostgota-vologda.json",
        "again-04-lycksele-kondopoga.json",
        "documents-04-lycksele-kondopoga.json",
    ]
    assert ended.out.splitlines() == [
        f"facts/{name}"
        for name in (
            "01-kortfattat-dalarna.json",
            "documents-04-lycksele-kondopoga.json",
            "26-ostgota-vologda.json",
            "again-04-lycksele-kondopoga.json",
        )
    ]


def test_evaluation_tells_the_headline_and_the_errors(graphkit):
    ended = graphkit("evaluate", "--gold", "gold", "documents", "--per-doc", "--errors")
    assert ended.code == 0
    assert "HEADLINE" in ended.out
    assert "04-lycksele-kondopoga" in ended.out


# -------------------------------------------------------------------------------------------- workspace


def test_a_report_names_documents_facts_and_time_in_the_users_language(graphkit):
    swedish = graphkit("build", "--lang", "sv")
    assert "Dokument      3: 0 nya, 0 ändrade, 3 som förut" in swedish.out
    assert "Inga problem." in swedish.out
    english = graphkit("build", "--lang", "en")
    assert "Documents     3: 0 new, 0 changed, 3 as before" in english.out
    assert "The graph is in graph." in english.err


def test_the_locale_chooses_the_language(graphkit, monkeypatch):
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    assert "Inga problem." in graphkit("build").out


def test_what_was_left_open_is_shown_with_its_quote(graphkit):
    ended = graphkit("check", "--issues")
    assert ended.code == 0
    assert all(re.fullmatch(r"\S+: \S+: «.+» \[\S+\]", line) for line in ended.out.splitlines())


def test_a_removed_document_is_out_of_the_answers(graphkit):
    assert "Kondopoga" in graphkit("query", "cooperations").out
    assert graphkit("remove", "documents/04-lycksele-kondopoga.txt").code == 0
    assert "Kondopoga" not in graphkit("query", "cooperations").out


# --------------------------------------------------------------------------------------------- questions


def test_the_catalogue_lists_titles_and_parameters_in_the_users_language(graphkit):
    assert re.search(r"^funding: .+", graphkit("queries", "--lang", "en").out, re.MULTILINE)
    assert "--param region=…  Region" in graphkit("queries", "--lang", "sv").out


def test_an_answer_is_a_table_csv_or_json(graphkit):
    arguments = ["query", "cooperations", "--param", "region=Karelen"]
    assert "Kondopoga" in graphkit(*arguments).out
    header = graphkit(*arguments, "--format", "csv").out.splitlines()[0]
    rows = json.loads(graphkit(*arguments, "--format", "json").out)
    assert rows
    assert "," in header


def test_the_sparql_is_shown_beside_the_answer_not_in_it(graphkit):
    ended = graphkit("query", "cooperations", "--param", "region=Karelen", "--show-sparql", "--format", "csv")
    assert "VALUES" in ended.err
    assert "SELECT" not in ended.out


def test_an_own_query_comes_from_a_file_or_from_the_workspaces_own_folder(graphkit, here):
    sparql = "SELECT (COUNT(?p) AS ?projects) WHERE { ?p a gk:Project }"
    (here / "count.rq").write_text(sparql, encoding="utf-8")
    from_file = graphkit("query", "count.rq", "--format", "csv").out
    assert from_file.splitlines()[0] == "projects"
    (here / "graph" / "own" / "queries").mkdir()
    shutil.move(here / "count.rq", here / "graph" / "own" / "queries" / "count.rq")
    assert graphkit("query", "count", "--format", "csv").out == from_file


def test_a_query_that_would_write_or_call_out_is_refused(graphkit, here):
    for sparql in ("DELETE WHERE { ?s ?p ?o }", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"):
        (here / "bad.rq").write_text(sparql, encoding="utf-8")
        ended = graphkit("query", "bad.rq")
        assert ended.code == 2
        assert ended.err.count("\n") == 1


# ----------------------------------------------------------------------------------------------- outputs


def test_a_map_is_one_file_that_holds_the_quotes(graphkit, here):
    ended = graphkit("map", "network", "--out", "maps/map.html", "--title", "Vår karta")
    assert ended.code == 0
    assert ended.out == "maps/map.html\n"
    page = (here / "maps" / "map.html").read_text(encoding="utf-8")
    assert "Vår karta" in page
    ended = graphkit("build", "maps", "documents")
    assert "Files of kinds that are not read (1): map.html" in ended.out
    assert "450 kkr" in page


def test_exports_are_the_same_graph_on_stdout_and_in_a_file(graphkit, here):
    lines = graphkit("export", "--format", "nt").out
    assert graphkit("export", "--format", "nt", "--out", "graph.nt").out == "graph.nt\n"
    assert (here / "graph.nt").read_text(encoding="utf-8") == lines
    assert lines.splitlines() == sorted(set(lines.splitlines()))
    assert "@prefix gk:" in graphkit("export", "--format", "ttl").out


# -------------------------------------------------------------------------------------------- progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_is_shown_on_a_terminal_after_a_second_and_taken_away(monkeypatch):
    clock = iter([0.0, 0.5, 1.5, 1.51, 2.0])
    monkeypatch.setattr("graphkit.commands.options.time.monotonic", lambda: next(clock))
    monkeypatch.setattr("sys.stderr", terminal := Terminal())
    with ProgressLine("sv") as progress:
        progress("read", 1, 10)
        assert terminal.getvalue() == ""
        progress("read", 5, 10)
        assert terminal.getvalue() == "\r  [############............] 5/10 läsning"
        progress("read", 6, 10)  # too soon after the last
        progress("check", 0, 1)
    assert "kontroll …" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r")
    assert "6/10" not in terminal.getvalue()


def test_no_bar_is_shown_in_a_file(monkeypatch):
    clock = iter([0.0, 5.0, 9.0])
    monkeypatch.setattr("graphkit.commands.options.time.monotonic", lambda: next(clock))
    monkeypatch.setattr("sys.stderr", file := io.StringIO())
    with ProgressLine("sv") as progress:
        progress("read", 5, 10)
    assert file.getvalue() == ""
