"""A workspace lives through builds that are killed, full disks, two builds at once and readers meanwhile: the trials of the benchmark."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).resolve().parent.parent / "benchmarks" / "durability.py"
KILLS = 20

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the trials fork, and look into /proc")


@pytest.fixture(scope="module")
def trials() -> list[dict[str, str]]:
    """What was done, where it struck, how the workspace was found, and what was told."""
    command = [sys.executable, str(BENCHMARK), "--json", "--kills", str(KILLS)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return list(json.loads(done.stdout))


def of(trials: list[dict[str, str]], beginning: str) -> list[dict[str, str]]:
    return [trial for trial in trials if trial["what"].startswith(beginning)]


def test_a_build_killed_at_any_moment_leaves_the_old_workspace_or_the_new_and_loses_nothing(trials):
    killed = of(trials, "killed")
    assert len(killed) == KILLS
    assert {trial["found"] for trial in killed} == {"old", "new"}
    assert {trial["stage"].partition(" ")[0] for trial in killed} >= {"read", "check"}


def test_a_workspace_whose_build_was_killed_says_what_became_of_it(trials):
    for trial in of(trials, "killed before change"):
        assert trial["told"] in (trial["found"], "")  # empty: nothing was staged yet, or all was in place
    assert {trial["told"] for trial in of(trials, "killed")} >= {"old", "new"}


def test_a_full_disk_is_told_in_a_line_and_leaves_the_old_graph(trials):
    full = [*of(trials, "no file over"), *of(trials, "full disk")]
    assert len(full) == 5
    for trial in full:
        assert trial["found"] == "old"
        if trial["stage"] != "not tried":
            assert trial["stage"] == "exit 3"
            assert "can't be written" in trial["told"]
            assert "free some space there, then build again" in trial["told"]
            assert "as it was" in trial["told"]
    assert {trial["found"] for trial in of(trials, "room again")} <= {"new"}


def test_of_two_builds_at_once_the_second_is_told_to_wait(trials):
    (first,), (second,) = of(trials, "first of two"), of(trials, "second of two")
    assert (first["stage"], first["found"]) == ("exit 0", "new")
    assert second["stage"] == "exit 3"
    assert "in use by another build" in second["told"]


def test_a_reader_sees_the_old_state_or_the_new_and_never_parts_of_both(trials):
    (reading,) = of(trials, "read ")
    assert reading["told"] == "0 mixed answers"
    assert reading["found"] == "new"  # both were seen
