"""Documents made on the spot: a PDF of words at places, a Word file of a few blocks, and a listing of what was read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.model import Block, Document

Text = tuple[float, float, float, str]
"""Left end, baseline, size (negative: bold) and text."""


def _line(block: Block) -> str:
    told = f"{block.kind.value} {block.level}" if block.level else block.kind.value
    if block.table is not None:
        told += f" t{block.table}"
    if block.aside:
        told += " aside"
    if block.page:
        told += f" p{block.page}"
    cells = " | ".join(f"{cell.header}={cell.text}" if cell.header else cell.text for cell in block.cells)
    return f"{told}: {cells or block.text}".replace("\n", " / ")


@pytest.fixture
def listing() -> Callable[[Document], list[str]]:
    """Each block of a document as a line: kind, level, table, then its cells with their headers, or its text."""
    return lambda document: [_line(block) for block in document.blocks]


@pytest.fixture
def read_page() -> Callable[[str], Document]:
    """Reads the inside of a page's body (or a whole page)."""

    def read(html: str) -> Document:
        whole = html if "<body" in html else f"<!DOCTYPE html><html lang='sv'><body>{html}</body></html>"
        return read_bytes(whole.encode("utf-8"), Path("page.html"))

    return read


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    """Makes a PDF of pages, each a list of texts and a list of rules (x0, y0, x1, y1), on A4 of 595 by 842 points."""
    return _pdf


def _pdf(
    pages: Sequence[Sequence[Text]], *, rules: Sequence[tuple[float, float, float, float]] = (), title: str = ""
) -> bytes:
    fonts = "<< /F1 3 0 R /F2 4 0 R >>"
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica{} /Encoding /WinAnsiEncoding >>"
    numbers = [6 + 2 * number for number in range(len(pages))]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{number} 0 R' for number in numbers)}] /Count {len(pages)} >>",
        font.format(""),
        font.format("-Bold"),
        f"<< /Title ({title}) >>",
    ]
    for number, texts in zip(numbers, pages, strict=True):
        parts = [f"{x0} {y0} m {x1} {y1} l S" for x0, y0, x1, y1 in rules]
        for x, y, size, text in texts:
            escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            parts.append(f"BT /F{2 if size < 0 else 1} {abs(size)} Tf {x} {y} Td ({escaped}) Tj ET")
        stream = "\n".join(parts)
        page = f"/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font {fonts} >>"
        objects.append(f"<< {page} /Contents {number + 1} 0 R >>")
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    out = BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252"))
    start = out.tell()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode("ascii"))
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()
