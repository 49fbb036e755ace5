"""The sample documents without markup: what their gold names must still be in the text."""

from pathlib import Path

import pytest

from graphkit import resources
from graphkit.documents import read_document
from graphkit.factfiles import load_facts
from graphkit.model import BlockKind, Document

DOCUMENTS = sorted(path for path in resources.data("samples", "documents").iterdir() if path.suffix in (".txt", ".md"))
RESOLVED = {
    "46-ks-protokoll-vansbro": {"Malung-Sälens kommun", "Älvdalens kommun"},  # «Vansbro, Malung-Sälen och Älvdalen»
}
"""Names that gold gives in a form that the text only implies."""


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return {path.stem: read_document(path) for path in DOCUMENTS}


def words(text: str) -> str:
    return " ".join(text.casefold().split())


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_names_and_quotes_of_gold_stay_in_the_text(path: Path, documents: dict[str, Document]) -> None:
    document = documents[path.stem]
    gold = load_facts(resources.data("samples", "gold", f"{path.stem}.yaml"))
    text = words(f"{document.text} {document.info.publisher}")
    lost = [
        fact.name
        for fact in (*gold.projects, *gold.actors, *gold.regions)
        if not any(words(form) in text for form in (fact.name, *fact.aliases))
        and fact.name not in RESOLVED.get(path.stem, set())
    ]
    flat = set(text.replace("|", " ").replace(":", " ").split())
    quotes = [evidence.quote for flow in gold.flows for evidence in flow.evidence]
    lost += [quote for quote in quotes if not set(words(quote).replace("|", " ").replace(":", " ").split()) <= flat]
    assert not lost


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_cells_and_blocks_have_their_place_in_the_text(path: Path, documents: dict[str, Document]) -> None:
    document = documents[path.stem]
    assert document.blocks
    assert all(document.text[block.start : block.end] == block.text for block in document.blocks)
    assert all(document.text[cell.start : cell.end] == cell.text for block in document.blocks for cell in block.cells)


@pytest.mark.parametrize(
    ("stem", "rows", "pairs"),
    [
        ("31-projektbank-kalla", 9, 10),
        ("35-lansstyrelsen-lona-halsingland", 7, 0),
        ("37-sfp-smaland-oarna", 7, 0),
        ("47-run-protokoll-vasterbotten", 4, 0),
        ("49-upphandling-utvardering", 3, 7),
        ("55-ltu-snowband", 4, 3),
    ],
)
def test_flattened_tables_have_all_their_rows(stem: str, rows: int, pairs: int, documents: dict[str, Document]) -> None:
    kinds = [block.kind for block in documents[stem].blocks]
    assert (kinds.count(BlockKind.ROW), kinds.count(BlockKind.PAIR)) == (rows, pairs)
