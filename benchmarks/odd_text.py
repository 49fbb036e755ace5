"""How the time of reading and extraction grows with odd texts: 25, 50 and 100 kB of each, and what doubling costs.

The peer looks for the names of the reference tables by one automaton, and for nothing else: the plain regex for amounts of `extraction.py`
takes minutes for the digits alone.

python benchmarks/odd_text.py [NAME…] [--most 100000]
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from extraction import gazetteer

from graphkit.documents import read_bytes
from graphkit.facts import find_facts

TOP = Path(__file__).resolve().parent.parent
spec = importlib.util.spec_from_file_location("odd_text_baits", TOP / "tests" / "hostile" / "odd_text.py")
assert spec is not None
assert spec.loader is not None
baits = importlib.util.module_from_spec(spec)
spec.loader.exec_module(baits)


def seconds(name: str, size: int) -> float:
    """The processor time of one document."""
    data = baits.odd_text(name, size).encode()
    begin = time.process_time()
    find_facts(read_bytes(data, Path("odd.txt")))
    return time.process_time() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", help="beginnings of names; by default all")
    parser.add_argument("--most", type=int, default=100_000, help="characters of the longest text")
    chosen = parser.parse_args()
    sizes = [chosen.most // 4, chosen.most // 2, chosen.most]
    names = [name for name in baits.NAMES if not chosen.names or name.startswith(tuple(chosen.names))]
    find_facts(read_bytes(b"Projektet Ab finansieras av Sida.", Path("odd.txt")))
    known = gazetteer()
    headings = ["odd text", *(f"{size // 1000} kB, s" for size in sizes), "×", "×", "peer, s"]
    print(_line(headings), flush=True)
    worst = (0.0, "")
    for name in names:
        times = [seconds(name, size) for size in sizes]
        begin = time.process_time()
        text = baits.odd_text(name, sizes[-1])
        sum(1 for _ in known.iter(text))
        peer = time.process_time() - begin
        growth = [f"{later / max(first, 0.02):.1f}" for first, later in pairwise(times)]
        worst = max(worst, (times[-1], name))
        print(_line([name, *(f"{x:.2f}" for x in times), *growth, f"{peer:.2f}"]), flush=True)
    print(f"\n{len(names)} texts; the slowest: {worst[1]}. Below 0.02 s, 0.02 counts in what doubling costs.")


def _line(cells: Sequence[str]) -> str:
    first, *others = cells
    return f"{first:<40}" + "".join(f"{cell:>11}" for cell in others)


if __name__ == "__main__":
    main()
