"""The door, as far as it can be tried without installing: usage, a Python that is too old, a venv module that is missing."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the door is a POSIX script")


def tool(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout in a folder whose name has a blank, with nothing in it but the door and what it reads."""
    folder = tmp_path / "my checkout"
    folder.mkdir()
    shutil.copy(CHECKOUT / "run", folder / "run")
    shutil.copy(CHECKOUT / "pyproject.toml", folder / "pyproject.toml")
    return folder


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A PATH of its own with the few tools that the door needs, and no Python."""
    folder = tmp_path / "tools"
    folder.mkdir()
    for name in ("sh", "dirname", "cat", "cksum", "rm", "head", "id", "mkdir"):
        (folder / name).symlink_to(shutil.which(name) or "")
    return folder


def run(checkout: Path, tools: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(checkout / "run"), *arguments], cwd="/", env={"PATH": str(tools)}, capture_output=True, text=True
    )


@pytest.mark.parametrize("arguments", [[], ["--hlep"], ["demos"]])
def test_wrong_usage_shows_the_three_commands_and_installs_nothing(checkout, tools, arguments):
    ended = run(checkout, tools, *arguments)
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert all(command in ended.stderr for command in ("./run demo", "./run test", "./run graphkit"))
    assert not (checkout / ".venv").exists()


def test_asked_for_help_the_door_shows_its_commands(checkout, tools):
    assert run(checkout, tools, "--help").returncode == 0


def test_without_python_the_door_says_what_to_install(checkout, tools):
    ended = run(checkout, tools, "demo")
    assert ended.returncode == 3
    assert "Python 3.11 or newer is needed and was not found" in ended.stderr
    assert "apt install python3" in ended.stderr


def test_an_old_python_is_told_by_its_version(checkout, tools):
    tool(tools, "python3", '[ "$1" = --version ] && echo "Python 3.9.2" && exit 0; exit 1')
    ended = run(checkout, tools, "demo")
    assert ended.returncode == 3
    assert "here is Python 3.9.2" in ended.stderr


def test_a_python_without_the_venv_module_is_told_and_leaves_nothing_behind(checkout, tools):
    tool(tools, "python3", '[ "$1" = -m ] && echo "No module named venv" && exit 1; exit 0')
    ended = run(checkout, tools, "demo")
    assert ended.returncode == 3
    assert "No module named venv" in ended.stderr
    assert "apt install python3-venv" in ended.stderr
    assert not (checkout / ".venv").exists()


FAKE_PYTHON = """
case "$*" in
*"-m venv "*) mkdir -p "$3/bin" && cat "$0" > "$3/bin/python" && chmod 755 "$3/bin/python" ;;
*"-m pip "*) echo "$*" >> "$LOG"; exit "${PIP_FAILS:-0}" ;;
*"-m graphkit"*) echo "called as $GRAPHKIT_CALLED_AS: $*" ;;
*"-m mypy"*) exit 1 ;;
*"-m "*) echo "$*" ;;
esac
"""


@pytest.fixture
def door(checkout, tools, tmp_path):
    """Run the door with a Python that only writes down what it is asked to do."""
    tool(tools, "python3", FAKE_PYTHON)
    tool(tools, "chromium", "exit 0")
    (tools / "chmod").symlink_to(shutil.which("chmod") or "")
    log = tmp_path / "log"

    def call(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(checkout / "run"), *arguments],
            cwd="/",
            env={"PATH": str(tools), "LOG": str(log)} | environment,
            capture_output=True,
            text=True,
        )

    call.log = log
    return call


def installs(door) -> list[str]:
    return door.log.read_text(encoding="utf-8").splitlines() if door.log.exists() else []


def test_what_a_command_needs_is_installed_once_and_the_command_knows_how_it_was_called(door, checkout):
    first = door("graphkit", "query", "a b")
    assert first.returncode == 0, first.stderr
    assert first.stdout == f"called as '{checkout}/run' graphkit: -m graphkit query a b\n"
    assert "installing" in first.stderr
    second = door("demo")
    assert (second.stdout, second.stderr) == (f"called as '{checkout}/run' graphkit: -m graphkit demo\n", "")
    assert len(installs(door)) == 1
    assert installs(door)[0].endswith(f"--editable {checkout}")


def test_tests_install_the_test_tools_too_and_a_command_after_them_installs_nothing(door, checkout):
    door("demo")
    door("test")
    door("demo")
    assert [line.rpartition(" --editable ")[2] for line in installs(door)] == [str(checkout), f"{checkout}[test]"]


def test_a_broken_off_install_is_done_again(door):
    ended = door("demo", PIP_FAILS="1")
    assert ended.returncode == 3
    assert "could not be installed" in ended.stderr
    assert "called as" not in ended.stdout
    assert door("demo").returncode == 0
    assert len(installs(door)) == 2


def test_a_change_of_dependencies_is_installed(door, checkout):
    door("demo")
    with (checkout / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    door("demo")
    assert len(installs(door)) == 2


def test_a_failing_check_does_not_keep_the_others_from_running_and_is_told_at_the_end(door):
    ended = door("test", "-k", "one")
    assert ended.returncode == 1
    assert ended.stdout.splitlines() == ["-m ruff check .", "-m ruff format --check .", "-m pytest -n auto -k one"]
    assert ended.stderr.splitlines()[-1] == "run: failed: mypy"
