"""The sample documents without markup: their tables and fact boxes are whole, and each block has its place."""

from pathlib import Path

import pytest

from graphkit import resources
from graphkit.documents import read_document
from graphkit.model import BlockKind, Document

DOCUMENTS = sorted(path for path in resources.data("samples", "documents").iterdir() if path.suffix in (".txt", ".md"))


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return {path.stem: read_document(path) for path in DOCUMENTS}


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
        ("32-beslut-cirkulara-kronoberg", 12, 3),
        ("35-lansstyrelsen-lona-halsingland", 7, 0),
        ("37-sfp-smaland-oarna", 7, 0),
        ("38-mikrofonden-adalen", 5, 6),
        ("46-ks-protokoll-vansbro", 5, 0),
        ("47-run-protokoll-vasterbotten", 4, 0),
        ("48-arsredovisning-sormland", 7, 0),
        ("49-upphandling-utvardering", 3, 7),
        ("55-ltu-snowband", 4, 3),
    ],
)
def test_flattened_tables_have_all_their_rows(stem: str, rows: int, pairs: int, documents: dict[str, Document]) -> None:
    assert documents[stem].info.format == "txt"
    kinds = [block.kind for block in documents[stem].blocks]
    assert (kinds.count(BlockKind.ROW), kinds.count(BlockKind.PAIR)) == (rows, pairs)
