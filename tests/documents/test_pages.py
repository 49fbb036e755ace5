"""The page of a PDF goes with each fact from the reader to the graph."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from graphkit import resources
from graphkit.build import build
from graphkit.graph.local import open_store
from graphkit.workspace import open_workspace

PROOFS = "SELECT ?quote ?page WHERE { ?proof a gk:Evidence ; gk:quote ?quote OPTIONAL { ?proof gk:page ?page } }"


def plain(text: str) -> str:
    return re.sub(r"\W", "", text)


@pytest.mark.parametrize("stem", ["07-beslut-digitra-gavleborg", "29-annual-report-social-economy-west"])
def test_each_quote_of_a_pdf_stands_on_the_page_that_the_graph_tells(tmp_path, stem):
    path = resources.data("samples", "documents", f"{stem}.pdf")
    workspace = open_workspace(tmp_path / "graph", create=True)
    build(workspace, [path])
    document = pypdfium2.PdfDocument(path)
    texts = [plain(document[number].get_textpage().get_text_range()) for number in range(len(document))]
    rows = open_store(workspace.graph()).select(PROOFS).rows
    assert len(rows) > 20
    found = set()
    for quote, page in rows:
        number = int(page.value)
        found.add(number)
        first = plain(re.sub("█+.*", "", quote.value.partition(" | ")[0]))[:25]  # cells stand in the file's own order
        assert first in texts[number - 1]
    assert found <= set(range(1, len(texts) + 1))
    document.close()


def test_other_documents_have_no_pages(tmp_path):
    workspace = open_workspace(tmp_path / "graph", create=True)
    build(workspace, [resources.data("samples", "documents", "04-lycksele-kondopoga.txt")])
    rows = open_store(workspace.graph()).select(PROOFS).rows
    assert rows
    assert {page for _, page in rows} == {None}
