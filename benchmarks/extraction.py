"""How long reading and extraction take per page of 2,500 characters, beside a plain sweep over the same files.

The peer does the least that finds anything: text by lxml, pypdfium2 and python-docx without layout, then the names of the reference
tables by one automaton and amounts of money by one regular expression. It is fast, and its facts have no project, no role and no proof.

    python benchmarks/extraction.py [--rounds 5] [FILE…]
"""

from __future__ import annotations

import argparse
import io
import re
import statistics
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import ahocorasick
import docx
import lxml.html
import pypdfium2
from measuring import median_seconds, print_table

from graphkit import resources
from graphkit.documents import READERS, read_document
from graphkit.facts import find_facts
from graphkit.reference import load_actors, load_regions

PAGE = 2500
MONEY = re.compile(
    r"\d[\d  .,]*\s*(?:kr\b|kronor|SEK|EUR|euro|tkr|kkr|mkr|mnkr|msek|miljoner|million|miljarder)", re.IGNORECASE
)


def plain_text(path: Path) -> str:
    """The text of a file without its layout."""
    data = path.read_bytes()
    match path.suffix.lower():
        case ".html" | ".htm" | ".xhtml":
            return str(lxml.html.fromstring(data).text_content())
        case ".pdf":
            pages = pypdfium2.PdfDocument(data)
            return "\n".join(page.get_textpage().get_text_range() for page in pages)
        case ".docx":
            return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)
        case _:
            return data.decode("utf-8", errors="replace")


def gazetteer() -> ahocorasick.Automaton:
    """All names of the reference tables."""
    automaton = ahocorasick.Automaton()
    for thing in (*load_actors(), *load_regions()):
        names = (thing.name,) if hasattr(thing, "name") else (thing.name_sv, thing.name_en, thing.name_local)
        for name in filter(None, (*names, *thing.aliases)):
            automaton.add_word(name, name)
    automaton.make_automaton()
    return automaton


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, help="documents; by default the samples")
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    files = chosen.files or sorted(resources.data("samples", "documents").iterdir())
    files = [path for path in files if path.suffix.lower() in READERS]
    documents = {path: read_document(path) for path in files}
    pages = {path: max(len(document.text) / PAGE, 0.2) for path, document in documents.items()}
    names = gazetteer()

    def sweep(path: Path) -> int:
        text = plain_text(path)
        return sum(1 for _ in names.iter(text)) + sum(1 for _ in MONEY.finditer(text))

    measured = {
        "reading": lambda path: read_document(path),
        "extraction": lambda path: find_facts(documents[path]),
        "reading + extraction": lambda path: find_facts(read_document(path)),
        "peer: plain text + sweep": sweep,
    }
    per_page = {
        name: [1000 * median_seconds(lambda: action(path), chosen.rounds) / pages[path] for path in files]  # noqa: B023
        for name, action in measured.items()
    }
    peer = statistics.median(per_page["peer: plain text + sweep"])
    print(
        f"{len(files)} documents, {sum(pages.values()):.0f} pages of {PAGE:,} characters, median of {chosen.rounds}\n"
    )
    rows = []
    for name, times in per_page.items():
        middle = statistics.median(times)
        worst = max(zip(times, files, strict=True))
        rows.append([name, f"{middle:.2f}", f"{middle / peer:.1f}", f"{worst[0]:.1f}", worst[1].name])
    print_table(["per page", "median ms", "× peer", "slowest ms", "of"], rows)


if __name__ == "__main__":
    main()
