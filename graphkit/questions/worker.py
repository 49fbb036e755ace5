"""The process that asks an embedded store one query and may be killed at any moment: it is run as a file, by `runner.py`.

It imports pyoxigraph and nothing of graphkit, so that it starts in some 20 ms. In: a JSON object with folder, query, prefixes, seconds and
bytes. Out: a line «rows», «graph» or «boolean», then SPARQL JSON or N-Triples; or nothing, with one line on standard error and REFUSED.
"""

from __future__ import annotations

import json
import signal
import sys
from typing import Any

import pyoxigraph as ox

REFUSED = 3
"""The exit code when the query or the store is at fault, as standard error says."""
TOO_LARGE = 4
"""The exit code when the answer is larger than was asked for."""
MEMORY = 4 * 1024**3
"""Bytes of memory that a query may use, where the system can be told so."""


class TooLarge(Exception):  # noqa: N818 - it is a limit reached, not an error of the query's
    """The answer has more bytes than the runner takes."""


class Bounded:
    """Standard output up to a number of bytes."""

    def __init__(self, limit: int) -> None:
        self.left = limit

    def write(self, data: bytes) -> int:
        self.left -= len(data)
        if self.left < 0:
            raise TooLarge
        return sys.stdout.buffer.write(data)

    def flush(self) -> None:
        sys.stdout.buffer.flush()


def limit_process(seconds: int) -> None:
    """Memory, core dumps, and an alarm that ends the process should its parent be gone by then; where the system knows them."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY if hard < 0 else min(MEMORY, hard), hard))


def answer(request: dict[str, Any], out: Bounded) -> None:
    """Asks the query and writes the answer."""
    found = ox.Store.read_only(request["folder"]).query(request["query"], prefixes=request["prefixes"])
    match found:
        case ox.QuerySolutions():
            out.write(b"rows\n")
            found.serialize(out, ox.QueryResultsFormat.JSON)  # type: ignore[arg-type]
        case ox.QueryTriples():
            out.write(b"graph\n")
            found.serialize(out, ox.RdfFormat.N_TRIPLES)  # type: ignore[arg-type]
        case _:
            out.write(b"boolean\n")
            out.write(json.dumps(bool(found)).encode())
    out.flush()


def main() -> int:
    """Reads the request, answers, and says how it went."""
    request = json.loads(sys.stdin.buffer.read())
    limit_process(request["seconds"])
    try:
        answer(request, Bounded(request["bytes"]))
    except TooLarge:
        return TOO_LARGE
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return REFUSED
    return 0


if __name__ == "__main__":
    sys.exit(main())
