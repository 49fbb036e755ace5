"""The demo: what a fresh user sees first, and what they are told to paste next."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from graphkit.commands.workspaces import DEMO_NEXT


def environment(**more: str) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parent.parent), "LC_ALL": "C"} | more


@pytest.fixture(scope="module")
def shown(tmp_path_factory) -> tuple[Path, str]:
    """The folder in which a demo was run, and what it printed."""
    folder = tmp_path_factory.mktemp("demo")
    command = [sys.executable, "-m", "graphkit", "demo", "--lang", "en"]
    ended = subprocess.run(
        command, cwd=folder, env=environment(GRAPHKIT_CALLED_AS="./run graphkit"), capture_output=True, text=True
    )
    assert ended.returncode == 0, ended.stderr + ended.stdout
    return folder, ended.stdout


def test_the_demo_tells_documents_facts_problems_time_and_accuracy(shown):
    _, out = shown
    for word in (
        "Documents ",
        "Facts ",
        "funding flows",
        "In the graph ",
        "Time ",
        "No problems.",
        "Accuracy ",
        "Map ",
    ):
        assert word in out


def test_the_demo_says_where_the_map_is_how_good_the_facts_are_and_what_to_do_now(shown):
    _, out = shown
    assert "1. Double-click graphkit-demo/map.html" in out
    assert "publishers that the rules have not seen score clearly lower" in out
    assert "How do we know?" in out
    assert "3. Read your own documents: ./run graphkit build FOLDER" in out
    page = (shown[0] / "graphkit-demo" / "map.html").read_text(encoding="utf-8")
    assert "pages from other publishers score lower" in page


def test_the_demo_writes_a_map_that_opens_offline(shown):
    page = (shown[0] / "graphkit-demo" / "map.html").read_text(encoding="utf-8")
    assert "Content-Security-Policy" in page
    assert "Karelen" in page


def test_what_the_demo_says_to_try_works_as_pasted(shown):
    folder, out = shown
    lines = [line.strip() for line in out.splitlines() if line.startswith("     ./run graphkit ")]
    assert len(lines) == len(DEMO_NEXT) == 3
    for line in lines:
        pasted = line.replace("./run graphkit", f"{shlex.quote(sys.executable)} -m graphkit", 1)
        ended = subprocess.run(["sh", "-c", pasted], cwd=folder, env=environment(), capture_output=True, text=True)
        assert ended.returncode == 0, ended.stderr
        assert len(ended.stdout.splitlines()) >= 3, f"{line} shows next to nothing"
        assert "has no answer" not in ended.stdout


def test_the_demo_can_be_run_again(shown):
    folder, _ = shown
    command = [sys.executable, "-m", "graphkit", "demo", "--lang", "sv"]
    ended = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True, check=True)
    assert "0 nya, 0 ändrade" in ended.stdout
