"""Documents are read, and their facts found, by processes of their own: a document that takes too long or too much ends its process, and no more.

The processes live on from document to document, for starting one takes longer than reading a page; they end with the program.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from graphkit import extractor_worker as worker
from graphkit.errors import DataError, DocumentError, GraphkitError, Message
from graphkit.factfiles import parse_facts
from graphkit.model import Facts
from graphkit.own import OwnWords, own_words
from graphkit.sources import SkippedText
from graphkit.text import visible

DEADLINE = 20.0
"""Seconds that reading a document and finding its facts may take together."""
MEMORY = 1_000_000_000
"""Bytes of memory that they may use, where the system can be told so."""
PROGRAM = Path(worker.__file__)
"""The file that a process runs."""
FEW = 12
"""So many documents are read by one process; two would take longer to start than they save."""
_START = 60.0
_PATIENCE = 2.0
_ROUND = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A document that is to be read: its bytes, and what it is called. `source` is where it comes from, unless it tells so itself.

    `masked` says that persons are masked in the facts; with `contacts` they are told apart from these.
    """

    path: Path
    stem: str
    data: bytes
    source: str = ""
    masked: bool = True
    contacts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What a document gave: its facts, the same as the text of a fact file, its contacts as a fact file writes them, what was left out.

    `read` and `found` are seconds of computing, `memory` the most bytes that the process has used; 0 where the system doesn't tell.
    """

    facts: Facts
    written: str
    contacts: tuple[object, ...]
    skipped: tuple[SkippedText, ...]
    read: float
    found: float
    memory: int = 0


def extract_one(
    request: Request, *, deadline: float = DEADLINE, memory: int = MEMORY, own: OwnWords | None = None
) -> Extracted:
    """What one document gives, with the user's own words that hold now unless others are named.

    A DocumentError says in a line why it gives nothing, a DataError that words can't be read.
    """
    own = own_words() if own is None else own
    if (deadline, memory) != (DEADLINE, MEMORY):
        process = Process(deadline, memory, own)
        try:
            return process.extract(request)
        finally:
            process.end()
    return _extract(request, own, set())


def _extract(request: Request, own: OwnWords, busy: set[Process]) -> Extracted:
    """What one document gives, by a process that waits for work; while it works it is one of the busy."""
    process = _idle(own)
    busy.add(process)
    try:
        return process.extract(request)
    finally:
        busy.discard(process)
        IDLE.put(process)


def _idle(own: OwnWords) -> Process:
    """A process that waits for work and knows these own words, or a new one; those that know others end."""
    while True:
        try:
            process = IDLE.get_nowait()
        except queue.Empty:
            return Process(DEADLINE, MEMORY, own)
        if process.own == own:
            return process
        process.end()


def extract_all(requests: Iterable[Request], *, number: int) -> Iterator[tuple[Request, Extracted | DocumentError]]:
    """The same for many, in their order; `number` says how many they are about. No more requests are drawn than can be worked on."""
    own = own_words()
    busy: set[Process] = set()
    hands = min(2, os.cpu_count() or 1) if number > FEW else 1
    with ThreadPoolExecutor(max_workers=hands, thread_name_prefix="extractor") as pool:
        waiting: deque[tuple[Request, Future[Extracted]]] = deque()
        try:
            for request in requests:
                waiting.append((request, pool.submit(_extract, request, own, busy)))
                if len(waiting) > hands + 1:
                    yield _outcome(*waiting.popleft())
            while waiting:
                yield _outcome(*waiting.popleft())
        finally:
            # Nobody waits for these any more: the work was broken off (Ctrl-C), or an error of our own words ended it.
            left = [future for _, future in waiting if not future.cancel()]
            while left:  # in rounds: a process that has only just been asked starts after the first
                for process in tuple(busy):
                    process.kill()
                left = list(wait(left, timeout=_ROUND).not_done)


def _outcome(request: Request, future: Future[Extracted]) -> tuple[Request, Extracted | DocumentError]:
    try:
        return request, future.result()
    except DocumentError as error:
        return request, error


@dataclass(frozen=True, slots=True)
class _Ended:
    """How a process ended, in words, and the most bytes of memory that it used."""

    how: Message
    memory: int


class Process:
    """One process, started when it is first asked, and anew when it has ended. It reads with one set of the user's own words."""

    def __init__(self, deadline: float, memory: int, own: OwnWords | None = None) -> None:
        self.deadline = deadline
        self.memory = memory
        self.own = own_words() if own is None else own
        self.memory_used = 0
        """The most bytes that the process has used, as far as it has told."""
        self._process: subprocess.Popen[bytes] | None = None
        self._late = False

    @property
    def pid(self) -> int:
        """The system's number of the process; 0 when none runs."""
        return self._process.pid if self._process else 0

    def extract(self, request: Request) -> Extracted:
        """What a document gives; the process is killed when it is late."""
        if self._process is not None and self._process.poll() is not None:
            self.end()
        if self._process is None:
            self.start()
        told = {
            "path": str(request.path),
            "stem": request.stem,
            "source": request.source,
            "masked": request.masked,
            "contacts": request.contacts,
        }
        answer = self._ask([json.dumps(told).encode(), request.data], self.deadline)
        self.memory_used = answer["memory"] if answer else 0
        if answer is None or answer.get("last"):
            ended = self.end()
            if answer is None:
                self.memory_used = ended.memory
                raise DocumentError("{path}: {why}", path=visible(request.path), why=self._why(ended))
        match answer.get("of"):
            case worker.DOCUMENT:
                raise DocumentError(Message.from_plain(answer["error"]))
            case worker.DATA:
                raise DataError(Message.from_plain(answer["error"]))
            case worker.MEMORY:
                raise DocumentError("{path}: {why}", path=visible(request.path), why=self._too_much)
            case worker.FAULT:
                raise DocumentError(
                    "{path}: graphkit broke down on it ({words}): please report it, with the document.",
                    path=visible(request.path),
                    words=answer["error"],
                )
        return Extracted(
            facts=parse_facts(answer["facts"], name=request.stem, json_text=True),
            written=answer["facts"],
            contacts=tuple(answer["contacts"]),
            skipped=tuple(SkippedText(reason=x, pieces=y, characters=z) for x, y, z in answer["skipped"]),
            read=answer["seconds"][0],
            found=answer["seconds"][1],
            memory=answer["memory"],
        )

    @property
    def _too_much(self) -> Message:
        return Message(
            "reading it needed more than {gigabytes:g} GB of memory: split it, or save it in another format.",
            gigabytes=self.memory / 1e9,
        )

    def _why(self, ended: _Ended) -> Message:
        if self._late:
            return Message(
                "reading it took longer than {seconds:g} s: split it, or save it in another format.",
                seconds=self.deadline,
            )
        if ended.memory > 0.6 * self.memory:
            return self._too_much
        return Message(
            "the program that reads its format broke down on it ({how}): save it in another format.", how=ended.how
        )

    def start(self) -> None:
        """Start the process; extract() does so itself where it must."""
        # -P: the working folder isn't looked into for modules. The file is run by its path, and told where we found ours.
        command = [sys.executable, "-P", str(PROGRAM)]
        self._process = subprocess.Popen(  # noqa: S603 - our own file
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        hello = {"path": sys.path, "memory": self.memory, "seconds": int(self.deadline) + 5, "own": asdict(self.own)}
        if self._ask([json.dumps(hello).encode()], _START) is None:
            ended = self.end()
            raise GraphkitError("the process that reads documents can't be started ({how}).", how=ended.how)

    def _ask(self, messages: Iterable[bytes], seconds: float) -> dict[str, Any] | None:
        """The answer to messages; None when the process ended without one, by itself or because it was late."""
        process = self._process
        assert process is not None
        assert process.stdin is not None
        assert process.stdout is not None
        self._late = False
        timer = threading.Timer(seconds, self._kill_late, [process])
        timer.daemon = True
        timer.start()
        try:
            for message in messages:
                worker.write_message(process.stdin, message)
            answer = worker.read_message(process.stdout)
        except OSError:  # the process is gone
            answer = None
        finally:
            timer.cancel()
            timer.join()
        return None if answer is None else dict(json.loads(answer))

    def kill(self) -> None:
        """End the process at once, whatever it does; the document that it reads then gives nothing."""
        if process := self._process:
            process.kill()

    def _kill_late(self, process: subprocess.Popen[bytes]) -> None:
        self._late = True
        process.kill()

    def end(self) -> _Ended:
        """End the process if it hasn't ended, and tell how it did."""
        process, self._process = self._process, None
        if process is None:
            return _Ended(Message("it was never started"), 0)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        timer = threading.Timer(_PATIENCE, process.kill)
        timer.daemon = True
        timer.start()
        memory = _wait(process)
        timer.cancel()
        timer.join()
        code = process.returncode
        how = (
            Message("exit code {code}", code=code)
            if code >= 0
            else Message("the system's signal «{name}»", name=signal.strsignal(-code) or -code)
        )
        return _Ended(how, memory)


def _wait(process: subprocess.Popen[bytes]) -> int:
    """Wait for the end of a process; the most bytes that it used, 0 where the system doesn't tell, or where we used more ourselves."""
    if sys.platform == "win32" or process.returncode is not None:
        process.wait()
        return 0
    import resource

    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    # What a process has used is counted from before it began to run our file, when it was a copy of this one.
    if usage.ru_maxrss <= resource.getrusage(resource.RUSAGE_SELF).ru_maxrss:
        return 0
    return usage.ru_maxrss if sys.platform == "darwin" else usage.ru_maxrss * 1024


IDLE: queue.SimpleQueue[Process] = queue.SimpleQueue()
"""The processes that wait for work."""


@atexit.register
def _end_all() -> None:
    """End the processes that wait for work."""
    while True:
        try:
            process = IDLE.get_nowait()
        except queue.Empty:
            return
        process.end()
