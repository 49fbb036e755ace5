"""Many documents: no more memory than for few while they are read, and the same bytes from one process and from two."""

import gc
from pathlib import Path

import pytest

from graphkit import extractor
from graphkit.build import build
from graphkit.model import Facts
from graphkit.workspace import open_workspace


def test_no_facts_stand_in_memory_while_others_are_read(tmp_path: Path):
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(40):
        (pages / f"{number}.txt").write_text(f"Projektet Loket {number} ägs av Falu kommun.\n", encoding="utf-8")
    held: dict[str, int] = {}

    def count(stage: str, done: int, _: int) -> None:
        if stage == "identities" or (stage == "read" and done == 40):
            held[stage] = sum(isinstance(thing, Facts) for thing in gc.get_objects())

    before = sum(isinstance(thing, Facts) for thing in gc.get_objects())
    report = build(open_workspace(tmp_path / "graph", create=True), [pages], progress=count)
    assert report.new == 40
    assert max(held["read"], held["identities"]) - before <= 4


def test_one_process_and_two_write_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(20):
        (pages / f"{number}.txt").write_text(f"Projektet Loket {number} ägs av Falu kommun.\n", encoding="utf-8")
    written = []
    for few in (0, 1000):
        monkeypatch.setattr(extractor, "FEW", few)
        workspace = open_workspace(tmp_path / f"graph-{few}", create=True)
        fingerprint = build(workspace, [pages]).fingerprint
        written.append((fingerprint, [(file.name, file.read_bytes()) for file in workspace.fact_files()]))
    assert written[0] == written[1]
