"""What documents that try to break their reader come to: verdict, seconds, memory; each in a process of its own.

python benchmarks/hostile.py [NAME…]
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from measuring import print_table

from graphkit.errors import DocumentError
from graphkit.extractor import DEADLINE, MEMORY, Process, Request

TOP = Path(__file__).resolve().parent.parent


def corpus() -> list[tuple[str, bytes]]:
    """The hostile documents that the tests make, and a peaceful one to compare with."""
    spec = importlib.util.spec_from_file_location("make", TOP / "tests" / "hostile" / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make"] = module
    spec.loader.exec_module(module)
    peaceful = TOP / "data" / "samples" / "documents" / "04-lycksele-kondopoga.txt"
    return [(peaceful.name, peaceful.read_bytes()), *((one.name, one.make()) for one in module.HOSTILE)]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", help="beginnings of names; by default all")
    chosen = parser.parse_args()
    rows = []
    for name, data in corpus():
        if chosen.names and not name.startswith(tuple(chosen.names)):
            continue
        process = Process(DEADLINE, MEMORY)
        process.start()
        begin = time.perf_counter()
        try:
            found = process.extract(Request(path=Path(name), stem="a", data=data))
            verdict = f"read ({len(found.facts.flows)} flows)"
            parts = [f"{found.read:.2f}", f"{found.found:.2f}"]
        except DocumentError as error:
            verdict, parts = str(error).removeprefix(f"{name}: "), ["", ""]
        seconds = time.perf_counter() - begin
        process.end()
        rows.append([name, verdict[:78], *parts, f"{seconds:.2f}", f"{process.memory_used / 1e6:.0f}"])
        print(".", end="", file=sys.stderr, flush=True)
    print("", file=sys.stderr)
    print_table(["document", "verdict", "reading s", "facts s", "all s", "MB"], rows)


if __name__ == "__main__":
    main()
