"""A desk with documents, their gold and a workspace built from them, and the command line run in it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from graphkit import resources
from graphkit.cli import main

SAMPLES = ("01-kortfattat-dalarna.html", "04-lycksele-kondopoga.txt", "26-ostgota-vologda.txt")


@dataclass
class Ended:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
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
        env=_environment(),
        check=True,
        capture_output=True,
    )
    return folder


def _environment(**more: str) -> dict[str, str]:
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


@pytest.fixture(scope="session")
def environment() -> Callable[..., dict[str, str]]:
    """The environment of a process that runs the command line: `environment(LC_ALL="C")`."""
    return _environment
