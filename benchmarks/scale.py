"""A build of 250, 500 and 1,000 pages: time, memory before identities, one process beside two, and the same output of both.

Each page is put together from paragraphs of the samples, about 2,500 characters long, no two alike. The peer reads the same files in one
process, and does the least that finds anything (see `extraction.py`). Each figure comes from a process of its own.

    python benchmarks/scale.py [--most 1000] [--whole]
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from durability import elsewhere
from extraction import MONEY, PAGE, gazetteer, plain_text
from measuring import print_table

from graphkit import extractor, resources
from graphkit.build import build
from graphkit.documents import READERS, read_document
from graphkit.extractor_worker import memory_used
from graphkit.workspace import open_workspace


class _EnoughError(Exception):
    """Everything that was to be measured is done."""


def write_pages(folder: Path, number: int) -> None:
    """Pages of paragraphs that stand in the samples, the same ones each time."""
    chance = random.Random(number)
    samples = sorted(path for path in resources.data("samples", "documents").iterdir() if path.suffix in READERS)
    paragraphs = sorted(
        {block.text for path in samples for block in read_document(path).blocks if len(block.text) > 40}
    )
    folder.mkdir()
    for page in range(number):
        text = f"Sida {page} av {number}\n\n"
        while len(text) < PAGE:
            text += f"{chance.choice(paragraphs)}\n\n"
        (folder / f"page-{page:04d}.txt").write_text(text, encoding="utf-8", newline="\n")


def read_all(pages: Path, *, side_by_side: bool) -> tuple[float, float, str]:
    """Seconds until all is read, megabytes that this process then has used at most, and the hash of all fact files."""
    if not side_by_side:
        extractor.FEW = sys.maxsize
    folder = pages.parent / f"{pages.name}-{side_by_side}"
    begin = time.perf_counter()
    told: list[float] = []

    def stop(stage: str, _: int, __: int) -> None:
        if stage == "identities":
            told.extend((time.perf_counter() - begin, memory_used() / 1e6))
            raise _EnoughError

    with suppress(_EnoughError):
        build(open_workspace(folder, create=True), [pages], progress=stop)
    whole = hashlib.sha256()
    for file in sorted((folder / "staging" / "facts").glob("*.json")):
        whole.update(file.name.encode() + file.read_bytes())
    return told[0], told[1], whole.hexdigest()


def whole_build(pages: Path, *, side_by_side: bool) -> tuple[float, float, str]:
    """The same for a build to its end; the hash is of the graph."""
    if not side_by_side:
        extractor.FEW = sys.maxsize
    begin = time.perf_counter()
    report = build(open_workspace(pages.parent / f"{pages.name}-whole-{side_by_side}", create=True), [pages])
    return time.perf_counter() - begin, memory_used() / 1e6, report.fingerprint


def sweep(pages: Path) -> tuple[float, float, str]:
    """The same for the peer."""
    begin = time.perf_counter()
    known = gazetteer()
    found = 0
    for path in sorted(pages.iterdir()):
        text = plain_text(path)
        found += sum(1 for _ in known.iter(text)) + sum(1 for _ in MONEY.finditer(text))
    return time.perf_counter() - begin, memory_used() / 1e6, str(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--most", type=int, default=1000, help="pages of the largest build")
    parser.add_argument("--whole", action="store_true", help="the smallest number is also built to its end, twice")
    chosen = parser.parse_args()
    actions: dict[str, Callable[[Path], tuple[float, float, str]]] = {
        "one process": lambda pages: read_all(pages, side_by_side=False),
        "two processes": lambda pages: read_all(pages, side_by_side=True),
        "peer: plain text + sweep": sweep,
    }
    rows, same = [], []
    with tempfile.TemporaryDirectory() as folder:
        for number in (chosen.most // 4, chosen.most // 2, chosen.most):
            pages = Path(folder) / f"{number}"
            write_pages(pages, number)
            hashes = []
            for name, action in actions.items():
                seconds, megabytes, result = elsewhere(lambda action=action, pages=pages: action(pages))
                per_page = f"{1000 * seconds / number:.1f}"
                rows.append([name, f"{number:,}", f"{seconds:.1f}", per_page, f"{megabytes:.0f}"])
                hashes.append(result)
                print(".", end="", file=sys.stderr, flush=True)
            same.append(hashes[0] == hashes[1])
        if chosen.whole:
            pages = Path(folder) / f"{chosen.most // 4}"
            whole = [elsewhere(lambda two=two: whole_build(pages, side_by_side=two)) for two in (False, True)]
            same.append(whole[0][2] == whole[1][2])
    print(f"\n{os.cpu_count()} cores; until the facts of all pages are on disk, before identities\n")
    print_table(["by", "pages", "s", "ms a page", "peak MB"], rows)
    print(f"\nOne process and two give the same bytes: {'yes' if all(same) else 'NO'}")


if __name__ == "__main__":
    main()
