"""The process that reads documents and finds their facts, and may be killed at any moment: it is run as a file, by `extractor.py`.

Both ways a message is eight bytes that tell its length, and then as many bytes. First comes a JSON object that tells where modules are
looked for, the user's own words, how much memory may be used and for how long a document may be read; the answer is an empty object. From
then on come two messages for each document, a JSON object (path, stem, source, masked, contacts) and the file's bytes, and one goes back: a JSON object with the fact file, or with
what went wrong. The process ends when its input does.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
import traceback
from pathlib import Path
from typing import IO, Any

GROWN = 400_000_000
"""Bytes of memory at which a process that has answered ends, so that a large document doesn't weigh on the next."""
DOCUMENT, DATA, MEMORY, FAULT = "document", "data", "memory", "fault"
"""What an error is of: the document, graphkit's or the user's own words and tables, too little memory, a rule that broke down."""


def read_message(stream: IO[bytes]) -> bytes | None:
    """The next message; None where the stream ends."""
    head = stream.read(8)
    if len(head) < 8:
        return None
    length = int.from_bytes(head, "big")
    data = stream.read(length)
    return data if len(data) == length else None


def write_message(stream: IO[bytes], data: bytes) -> None:
    """Send a message."""
    stream.write(len(data).to_bytes(8, "big"))
    stream.write(data)
    stream.flush()


def limit_memory(size: int) -> None:
    """Bytes of memory, and no core dumps; where the system can be told so."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (size if hard < 0 else min(size, hard), hard))


def memory_used() -> int:
    """The most bytes of memory that the process has used; 0 where the system doesn't tell.

    On Linux getrusage() also counts what the parent held when it started us.
    """
    try:
        told = Path("/proc/self/status").read_bytes()
        return int(told.partition(b"VmHWM:")[2].split()[0]) * 1024
    except (OSError, IndexError, ValueError):
        pass
    try:
        import resource
    except ImportError:  # Windows
        return 0
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used if sys.platform == "darwin" else used * 1024


def use_own_words(told: dict[str, Any]) -> None:
    """The user's own words, from here on."""
    from graphkit.own import OwnWords, set_own

    set_own(OwnWords(told["folder"], tuple((name, text) for name, text in told["files"])))


def extract(request: dict[str, Any], data: bytes) -> dict[str, Any]:
    """The answer for one document: its fact file, its persons if they are wanted, what was left out, and the seconds of computing that it took."""
    from graphkit.documents import read_bytes
    from graphkit.errors import DocumentError, GraphkitError
    from graphkit.factfiles import dump_facts, facts_to_plain
    from graphkit.facts import find_facts

    begin = time.process_time()
    try:
        document = read_bytes(data, Path(request["path"]), stem=request["stem"], source=request["source"])
        read = time.process_time()
        told = find_facts(document, contacts=True) if request["contacts"] else None
        facts = told if told and not request["masked"] else find_facts(document)
        pieces: dict[str, list[int]] = {}
        for skipped in document.skipped:
            number, length = pieces.get(skipped.reason, (0, 0))
            pieces[skipped.reason] = [number + 1, length + len(skipped.text)]
        return {
            "facts": dump_facts(facts, format="json"),
            "contacts": facts_to_plain(told)["contacts"] if told else [],
            "skipped": [[reason, *pieces[reason]] for reason in sorted(pieces)],
            "seconds": [read - begin, time.process_time() - read],
        }
    except DocumentError as error:
        return {"of": DOCUMENT, "error": error.message.as_plain()}
    except GraphkitError as error:
        return {"of": DATA, "error": error.message.as_plain()}
    except MemoryError:
        return {"of": MEMORY, "error": ""}
    except Exception as error:
        # A rule that breaks down on one document must not take the others with it; the report names the rule's place.
        last = traceback.extract_tb(error.__traceback__)[-1]
        return {"of": FAULT, "error": f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}"}


def main() -> int:
    """Answers until the input ends, or the process has grown large."""
    incoming = sys.stdin.buffer
    outgoing = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's; it closes our input
    hello = json.loads(read_message(incoming) or b"{}")
    sys.path[:] = hello["path"]
    use_own_words(hello["own"])
    extract({"path": "a.txt", "stem": "a", "source": "", "masked": True, "contacts": False}, b"Sida ger 3 kr.")
    limit_memory(hello["memory"])
    write_message(outgoing, b"{}")
    while (request := read_message(incoming)) is not None and (data := read_message(incoming)) is not None:
        if hasattr(signal, "alarm"):
            signal.alarm(hello["seconds"])  # should the parent be gone by then
        answer = extract(json.loads(request), data)
        used = memory_used()
        last = used > GROWN or answer.get("of") == MEMORY
        write_message(outgoing, json.dumps(answer | {"memory": used, "last": last}).encode())
        if hasattr(signal, "alarm"):
            signal.alarm(0)
        if last:
            break
    return 0


if __name__ == "__main__":
    sys.exit(main())
