"""Documents are read by processes that may die; what the others give does not depend on it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graphkit import extractor, resources
from graphkit.documents import read_bytes
from graphkit.errors import DataError, DocumentError
from graphkit.extractor import Extracted, Request, extract_all, extract_one
from graphkit.factfiles import dump_facts
from graphkit.facts import find_facts

TEXT = "Sida finansierar projektet Vävstolen med 400 000 kronor. Projektet drivs av Hofors kommun, säger Ingrid Exempelsson."


def request(name: str, data: bytes, **more) -> Request:
    return Request(path=Path(name), stem=Path(name).stem, data=data, **more)


@pytest.fixture
def samples() -> list[Request]:
    folder = resources.data("samples", "documents")
    chosen = {path.suffix: path for path in sorted(folder.iterdir())}
    return [request(path.name, path.read_bytes()) for _, path in sorted(chosen.items())]


def test_a_process_gives_what_reading_here_gives(samples):
    for one in samples:
        here = find_facts(read_bytes(one.data, one.path, stem=one.stem))
        assert extract_one(one).written == dump_facts(here, format="json")


def test_many_are_given_in_their_order_whatever_fails_among_them(samples):
    broken = request("broken.pdf", b"%PDF-1.7 nothing")
    mixed = [*samples, broken, *samples, request("a.xyz", b"x")] * 2
    outcomes = list(extract_all(iter(mixed), number=len(mixed)))
    assert [one.path for one, _ in outcomes] == [one.path for one in mixed]
    alone = {one.path: extract_one(one).written for one in samples}
    for one, outcome in outcomes:
        if one.path in alone:
            assert isinstance(outcome, Extracted)
            assert outcome.written == alone[one.path]
        else:
            assert isinstance(outcome, DocumentError)


def test_no_more_requests_are_drawn_than_can_be_worked_on():
    drawn = []

    def requests():
        for number in range(40):
            drawn.append(number)
            yield request(f"{number}.txt", TEXT.encode())

    outcomes = extract_all(requests(), number=40)
    next(outcomes)
    assert len(drawn) < 10
    outcomes.close()


def test_work_that_is_broken_off_ends_at_once(tmp_path, monkeypatch):
    stand_in(tmp_path, monkeypatch, "time.sleep(60)")
    while not extractor.IDLE.empty():
        extractor.IDLE.get().end()
    begin = time.monotonic()
    outcomes = extract_all(iter([request("a.txt", TEXT.encode()), *[request("bad.txt", b"x")] * 3]), number=4)
    assert next(outcomes)[0].path.name == "a.txt"
    outcomes.close()
    assert time.monotonic() - begin < 15
    while not extractor.IDLE.empty():  # they run the stand-in
        extractor.IDLE.get().end()


def test_persons_are_masked_unless_wanted_and_told_apart_when_both_are():
    plain = extract_one(request("a.txt", TEXT.encode()))
    assert "Exempelsson" not in plain.written
    assert plain.contacts == ()
    both = extract_one(request("a.txt", TEXT.encode(), contacts=True))
    assert both.written == plain.written
    assert "Exempelsson" in str(both.contacts)
    assert "Exempelsson" in extract_one(request("a.txt", TEXT.encode(), masked=False, contacts=True)).written


def test_the_source_is_where_the_file_lies_unless_the_document_tells_its_address():
    assert extract_one(request("a.txt", TEXT.encode(), source="mapp/a.txt")).facts.info.source == "mapp/a.txt"
    page = f"<link rel=canonical href='https://region.example/a'><p>{TEXT}</p>"
    found = extract_one(request("a.html", page.encode(), source="mapp/a.html"))
    assert found.facts.info.source == "https://region.example/a"


def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """A process that does something else with a document whose name begins with «bad», and else what it should."""
    path = tmp_path / "stand_in.py"
    path.write_text(
        "import os, sys, time\nfrom graphkit import documents, extractor_worker\nfrom graphkit.errors import DataError\n"
        "read_bytes = documents.read_bytes\ndef other(data, path, **more):\n"
        f"    if path.name.startswith('bad'):\n        {body}\n    return read_bytes(data, path, **more)\n"
        "documents.read_bytes = other\nsys.exit(extractor_worker.main())\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("PYTHONPATH", str(Path(extractor.__file__).parent.parent))
    monkeypatch.setattr(extractor, "PROGRAM", path)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("time.sleep(60)", r"^bad\.txt: reading it took longer than 1\.5 s: split it"),
        (
            "os.kill(os.getpid(), 11)",
            r"^bad\.txt: the program that reads its format broke down on it \(the system's signal «Segm",
        ),
        ("os._exit(7)", r"broke down on it \(exit code 7\)"),
        (
            "raise IndexError('x')",
            r"graphkit broke down on it \(IndexError in stand_in\.py, line 7\): please report it",
        ),
        ("raise MemoryError", r"needed more than 1 GB of memory"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="signals are told otherwise")
def test_a_process_that_ends_is_one_unreadable_document(tmp_path, monkeypatch, body, told):
    stand_in(tmp_path, monkeypatch, body)
    process = extractor.Process(1.5, extractor.MEMORY)
    try:
        good = process.extract(request("a.txt", TEXT.encode())).written
        with pytest.raises(DocumentError, match=told) as caught:
            process.extract(request("bad.txt", b"x"))
        assert "\n" not in str(caught.value)
        assert process.extract(request("a.txt", TEXT.encode())).written == good
    finally:
        process.end()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system sets no limit to memory")
def test_too_much_memory_is_told_as_such(tmp_path, monkeypatch):
    stand_in(tmp_path, monkeypatch, "bytearray(900_000_000)")
    with pytest.raises(DocumentError, match=r"^bad\.txt: reading it needed more than 0\.3 GB of memory: split it"):
        extract_one(request("bad.txt", b"x"), memory=300_000_000)


def test_a_fault_of_our_own_words_is_no_documents_fault(tmp_path, monkeypatch):
    stand_in(tmp_path, monkeypatch, "raise DataError('lexicon sv.yaml can not be read')")
    with pytest.raises(DataError, match=r"lexicon sv\.yaml"):
        extract_one(request("bad.txt", b"x"), deadline=30)


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed otherwise")
def test_a_process_that_died_while_it_waited_is_started_anew():
    process = extractor.Process(20, extractor.MEMORY)
    try:
        first = process.extract(request("a.txt", TEXT.encode())).written
        os.kill(process.pid, signal.SIGKILL)
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        assert process.extract(request("a.txt", TEXT.encode())).written == first
    finally:
        process.end()


def test_nothing_is_left_behind_when_the_program_ends():
    code = (
        "from pathlib import Path\nfrom graphkit import extractor\n"
        "extractor.extract_one(extractor.Request(path=Path('a.txt'), stem='a', data=b'Sida ger 3 kr.'))\n"
        "process = extractor.IDLE.get(); print(process.pid); extractor.IDLE.put(process)\n"
    )
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    if sys.platform == "linux":
        assert not Path(f"/proc/{done.stdout.strip()}").exists()
