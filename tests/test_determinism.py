"""The same documents give the same bytes, whatever the hash seed, the time zone, the locale and the order of arguments."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from graphkit import resources

WORLDS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C", "PYTHONUTF8": "0"},
    {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "sv_SE.UTF-8", "PYTHONUTF8": "1"},
)


@pytest.fixture(scope="module")
def worlds(tmp_path_factory) -> tuple[Path, Path]:
    """Two folders with exports and a map of the same documents, made by processes that have nothing else in common."""
    documents = sorted(resources.data("samples", "documents").iterdir())[::3]
    folders = []
    for number, world in enumerate(WORLDS):
        folder = tmp_path_factory.mktemp(f"world{number}")
        arguments = [str(path) for path in (documents if number else reversed(documents))]
        for command in (
            ["build", *arguments],
            ["export", "--format", "nt", "--out", "graph.nt"],
            ["export", "--format", "ttl", "--out", "graph.ttl"],
            ["map", "--out", "map.html", "--lang", "sv"],
        ):
            subprocess.run(
                [sys.executable, "-m", "graphkit", *command],
                cwd=folder,
                env=os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parent.parent)} | world,
                check=True,
                capture_output=True,
            )
        folders.append(folder)
    return folders[0], folders[1]


@pytest.mark.parametrize("name", ["graph.nt", "graph.ttl", "map.html"])
def test_two_builds_give_the_same_bytes(worlds, name):
    one, other = (folder / name for folder in worlds)
    assert one.stat().st_size > 10_000
    assert one.read_bytes() == other.read_bytes()


def test_fact_files_are_the_same_too(worlds):
    one, other = (sorted((folder / "graph" / "facts").iterdir()) for folder in worlds)
    assert [path.name for path in one] == [path.name for path in other]
    assert all(a.read_bytes() == b.read_bytes() for a, b in zip(one, other, strict=True))


def test_no_address_of_this_machine_gets_into_the_graph(worlds):
    text = (worlds[0] / "graph.nt").read_text(encoding="utf-8")
    assert str(resources.home()) not in text
    assert str(worlds[0]) not in text


def test_no_node_of_the_graph_is_blank(worlds):
    text = (worlds[0] / "graph.nt").read_text(encoding="utf-8")
    assert not [line for line in text.splitlines() if line.startswith("_:") or " _:" in line.partition('"')[0]]
