"""What becomes of a workspace when a build is killed, when the disk is full, when two build at once, and when someone reads meanwhile.

Each build is a process of its own, forked from this one. Kills come at random moments of the clock, and before random changes to the
workspace's files, so that the short commit gets its share.

    python benchmarks/durability.py [--kills 20] [--seed 1] [--json]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import resource

from measuring import print_table

from graphkit.build import build
from graphkit.errors import GraphkitError
from graphkit.graph.local import open_store
from graphkit.reports import load_report
from graphkit.stores import open_graph
from graphkit.workspace import Workspace, open_workspace

OLD = {
    "loom": "Projektet Vävstolen ägs av Hofors kommun. Sida ger 400 000 kronor till projektet Vävstolen.\n",
    "kiln": "Projektet Kalkugnen ägs av Region Gotland.\n",
}
NEW = {"loom": OLD["loom"].replace("400", "500"), "wheel": "Projektet Spinnrocken ägs av Falu kommun.\n"}
JUDGEMENTS = "kind,one,other,same,who,why\nproject,Vävstolen,Spinnrocken,no,me,two looms\n"
CHANGES = frozenset(["open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree"])


@dataclass(frozen=True)
class Trial:
    """What was done to a build, how the workspace was found afterwards («old», «new» or what is wrong), and what was told."""

    what: str
    stage: str
    found: str
    told: str


def _nothing(_: str) -> None:
    """At no stage is anything done."""


class Desk:
    """A folder with a workspace built from the old documents; each trial gets a copy, with the new documents put in."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.base = folder / "base"
        self.write(self.base, OLD)
        self.run(self.base, _nothing)
        self.old = self.state(self.base)
        after = self.copy("after")
        self.events = 0
        begin = time.perf_counter()
        self.run(after, _nothing)
        self.seconds = time.perf_counter() - begin
        self.new = self.state(after)
        assert self.old != self.new
        counted = self.copy("counted")
        self.events = int(self.run(counted, _nothing, count=True)[1].rpartition(" ")[2])

    def write(self, desk: Path, documents: dict[str, str]) -> None:
        shutil.rmtree(desk / "documents", ignore_errors=True)
        (desk / "documents").mkdir(parents=True)
        for name, text in documents.items():
            (desk / "documents" / f"{name}.txt").write_text(text, encoding="utf-8")
        open_workspace(desk / "graph", create=True).judgements.write_text(JUDGEMENTS, encoding="utf-8")

    def copy(self, name: str, to: Path | None = None) -> Path:
        desk = (to or self.folder) / name
        shutil.copytree(self.base, desk, dirs_exist_ok=True)
        self.write(desk, NEW)
        return desk

    def run(
        self, desk: Path, moment: Callable[[str], None], *, at: int = 0, seconds: float = 0, count: bool = False
    ) -> tuple[int, str]:
        """Build in a process of its own; its exit code (below 0: the signal) and what it told: stages, and an error's line.

        It is killed before its change number `at`, or after `seconds`; `moment` is called there with each stage.
        """
        receive, send = os.pipe()
        pid = os.fork()
        if not pid:
            os.close(receive)
            self._child(desk, moment, at, send, count=count)
        os.close(send)
        if seconds:
            time.sleep(seconds)
            os.kill(pid, signal.SIGKILL)
        with os.fdopen(receive, encoding="utf-8") as told:
            lines = told.read().splitlines()
        _, status = os.waitpid(pid, 0)
        return os.waitstatus_to_exitcode(status), lines[-1] if lines else "start"

    def _child(self, desk: Path, moment: Callable[[str], None], at: int, send: int, *, count: bool) -> None:
        events = 0
        inside = str(desk / "graph")

        def watch(event: str, values: tuple[object, ...]) -> None:
            nonlocal events
            if (
                event in CHANGES
                and values
                and str(values[0]).startswith(inside)
                and not (event == "open" and values[1] in ("r", "rb"))
            ):
                events += 1
                if events == at:
                    os.kill(os.getpid(), signal.SIGKILL)

        def progress(stage: str, *_: int) -> None:
            os.write(send, f"{stage}\n".encode())
            moment(stage)

        code = 0
        try:
            workspace = open_workspace(desk / "graph", create=True)
            if at or count:
                sys.addaudithook(watch)
            build(workspace, [desk / "documents"], progress=progress)
            os.write(send, f"done {events}\n".encode())
        except GraphkitError as error:
            os.write(send, f"{error}\n".encode())
            code = error.exit_code
        except BaseException as error:
            os.write(send, f"{type(error).__name__}: {error}\n".encode())
            code = 9
        os._exit(code)

    def state(self, desk: Path) -> str:
        """The hash of all that a workspace holds, as its readers find it."""
        return str(elsewhere(lambda: hashlib.sha256(repr(_content(Workspace(desk / "graph"))).encode()).hexdigest()))

    def found(self, desk: Path) -> tuple[str, str]:
        """Whether the workspace is the old or the new one when it is opened, and what that says."""
        workspace = open_workspace(desk / "graph")
        left = [path.name for path in workspace.folder.iterdir() if path.name in ("staging", "contacts.json")]
        state = self.state(desk)
        name = "old" if state == self.old else "new" if state == self.new else "neither"
        return f"{name}, left: {left}" if left else name, workspace.mended


def _content(workspace: Workspace) -> tuple[object, ...]:
    return (
        sorted(map(str, open_store(workspace.graph()).triples())),
        [(path.name, path.read_text(encoding="utf-8")) for path in sorted(workspace.facts.glob("*.json"))],
        [(source.stem, source.sha256) for source in workspace.sources().documents],
        load_report(workspace.report).fingerprint,
        workspace.judgements.read_text(encoding="utf-8"),
    )


def elsewhere(action: Callable[[], object]) -> Any:
    """What an action gives, done in a process of its own: who has opened a store must not fork any more."""
    receive, send = os.pipe()
    pid = os.fork()
    if not pid:
        try:
            told = json.dumps([action(), ""])
        except BaseException as error:
            told = json.dumps(["", f"{type(error).__name__}: {error}"])
        with os.fdopen(send, "w", encoding="utf-8") as answer:
            answer.write(told)
        os._exit(0)
    os.close(send)
    with os.fdopen(receive, encoding="utf-8") as answer:
        result, error = json.loads(answer.read())
    os.waitpid(pid, 0)
    if error:
        raise RuntimeError(error)
    return result


def kills(desk: Desk, number: int, seed: int) -> Iterator[Trial]:
    """Kills at moments that are random, and spread: one in each part of the time, and of the changes to files."""
    chance = random.Random(seed)
    by_clock = number // 2
    by_change = number - by_clock
    for part in range(number):
        clock = part < by_clock
        at = 0 if clock else 1 + int(desk.events * (part - by_clock + chance.random()) / by_change)
        seconds = desk.seconds * (part + chance.random()) / by_clock if clock else 0.0
        copy = desk.copy(f"kill-{part}")
        _, stage = desk.run(copy, _nothing, at=at, seconds=seconds)
        found, told = desk.found(copy)
        if part % 4 == 0:
            desk.run(copy, _nothing)
            found += "" if desk.state(copy) == desk.new else ", can't be built again"
        what = f"killed after {seconds:.2f} s" if clock else f"killed before change {at} of {desk.events}"
        yield Trial(what, stage, found, told)
        shutil.rmtree(copy)


def full_disks(desk: Desk) -> Iterator[Trial]:
    """A limit to the size of a file in the build's process; and a small disk, where one may be mounted."""
    for kilobytes in (0, 1, 4, 64):
        copy = desk.copy(f"limit-{kilobytes}")

        def limit(_: str, size: int = kilobytes * 1024) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

        code, told = desk.run(copy, limit)
        found, _ = desk.found(copy)
        yield Trial(f"no file over {kilobytes} kB", f"exit {code}", found, told)
    with small_disk(desk.folder / "disk") as disk:
        if disk is None:
            yield Trial("full disk", "not tried", "old", "no disk may be mounted here")
            return
        copy = desk.copy("full", disk)
        free = shutil.disk_usage(disk).free
        (disk / "ballast").write_bytes(b"x" * max(free - 20_000, 0))
        code, told = desk.run(copy, _nothing)
        found, _ = desk.found(copy)
        yield Trial("full disk", f"exit {code}", found, told)
        (disk / "ballast").unlink()
        desk.run(copy, _nothing)
        yield Trial("room again", "", desk.found(copy)[0], "")


@contextmanager
def small_disk(folder: Path) -> Iterator[Path | None]:
    """A disk of 24 MB in memory; None where we may not mount one."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(folder)]
    if not hasattr(os, "geteuid") or os.geteuid() or subprocess.run(command, capture_output=True).returncode:
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def two_builds(desk: Desk) -> Iterator[Trial]:
    """A second build while the first is at its graph."""
    copy = desk.copy("two")
    seconds: list[tuple[int, str]] = []
    receive, send = os.pipe()

    def at_graph(stage: str) -> None:
        if stage == "graph":
            code, told = desk.run(copy, _nothing)
            os.write(send, json.dumps([code, told]).encode())

    first, told = desk.run(copy, at_graph)
    os.close(send)
    with os.fdopen(receive, encoding="utf-8") as answer:
        seconds.append(tuple(json.loads(answer.read())))
    yield Trial("first of two builds", f"exit {first}", desk.found(copy)[0], told)
    yield Trial("second of two builds", f"exit {seconds[0][0]}", desk.found(copy)[0], seconds[0][1])


def readers(desk: Desk, builds: int = 6) -> Iterator[Trial]:
    """Graph and texts are read again and again while builds commit now the new documents, now the old."""
    copy = desk.copy("reader")
    pid = os.fork()
    if not pid:
        code = 0
        try:
            for number in range(builds):
                desk.write(copy, OLD if number % 2 else NEW)
                build(Workspace(copy / "graph"), [copy / "documents"])
        except BaseException as error:
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
            code = 9
        os._exit(code)
    counts = elsewhere(lambda: _read_while(pid, copy / "graph"))
    os.waitpid(pid, 0)
    whole = {
        tuple(elsewhere(lambda folder=folder: _sizes(folder)))
        for folder in (desk.base / "graph", desk.folder / "after" / "graph")
    }
    wrong = sum(number for *pair, number in counts if tuple(pair) not in whole)
    found = "neither" if wrong else "new" if len(counts) == 2 else "old"
    yield Trial(f"read {sum(x[-1] for x in counts)} times during {builds} builds", "", found, f"{wrong} mixed answers")


def _sizes(folder: Path) -> tuple[int, int]:
    """The sizes of a graph and of its documents' texts: other ones for the old and the new documents."""
    opened = open_graph(folder, whole=True)
    return len(list(opened.store.triples())), sum(map(len, opened.texts.values()))


def _read_while(pid: int, folder: Path) -> list[tuple[int, int, int]]:
    """How often which sizes were read while another process, not ours, was running."""
    counts: Counter[tuple[int, int]] = Counter()
    while (state := Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]) != "Z":
        counts[_sizes(folder)] += 1
    assert state == "Z"
    return [(*sizes, number) for sizes, number in sorted(counts.items())]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        trials = [*kills(desk, chosen.kills, chosen.seed), *full_disks(desk), *two_builds(desk), *readers(desk)]
        trials = [Trial(x.what, x.stage, x.found, x.told.replace(folder, "…")) for x in trials]
    if chosen.json:
        print(json.dumps([asdict(trial) for trial in trials]))
    else:
        print_table(["what", "at", "opens as"], [[x.what, x.stage, f"{x.found}{' *' * bool(x.told)}"] for x in trials])
        print("\n* said so:")
        for told in sorted({trial.told for trial in trials if trial.told}):
            print(f"  {told}")


if __name__ == "__main__":
    main()
