"""Documents: the bytes of a file become a title, headings, paragraphs, rows, pairs and contact boxes, and what was left out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from graphkit.documents.builder import Reading, build_document
from graphkit.documents.docx import read_docx
from graphkit.documents.files import MAX_BYTES, read_file
from graphkit.documents.html import read_html
from graphkit.documents.kinds import UNREADABLE
from graphkit.documents.language import detect_language
from graphkit.documents.limits import check_kind
from graphkit.documents.markdown import read_markdown
from graphkit.documents.pdf import read_pdf
from graphkit.documents.plain import read_plain
from graphkit.errors import DocumentError
from graphkit.model import BlockKind, Document, DocumentInfo
from graphkit.text import visible

__all__ = ["MAX_BYTES", "READERS", "read_bytes", "read_document", "read_file"]

READERS: Mapping[str, Callable[[bytes], Reading]] = {
    ".docx": read_docx,
    ".htm": read_html,
    ".html": read_html,
    ".markdown": read_markdown,
    ".md": read_markdown,
    ".pdf": read_pdf,
    ".txt": read_plain,
    ".xhtml": read_html,
}
"""The reader of each suffix; the libraries behind them are loaded when the first document of a format is read."""


def read_document(path: Path, *, stem: str | None = None) -> Document:
    """The document in a file: its blocks, its text, and what is known of it. A DocumentError says in a line why a file can't be read.

    `stem` is the document's id, by default the file's name without its suffix.
    """
    return read_bytes(read_file(path), path, stem=stem)


def read_bytes(data: bytes, path: Path, *, stem: str | None = None, source: str = "") -> Document:
    """The same for bytes that are at hand; `path` tells the format. The document's source is the address that it tells itself, else `source`, else `path`."""
    name = visible(path)
    suffix = path.suffix.lower()
    if suffix not in READERS:
        told = UNREADABLE.get(suffix)
        known = ", ".join(READERS)
        if told:
            raise DocumentError("{name}: {told}.", name=name, told=told)
        raise DocumentError(
            "{name}: unknown format «{suffix}»; documents are {known}.",
            name=name,
            suffix=visible(suffix),
            known=known,
        )
    if not data.strip():
        raise DocumentError("{name}: the file is empty.", name=name)
    try:
        check_kind(data, suffix)
        reading = READERS[suffix](data)
    except DocumentError as error:
        raise DocumentError("{name}: {error}", name=name, error=error) from error
    info = DocumentInfo(
        stem=path.stem if stem is None else stem,
        source=reading.source or source or path.as_posix(),
        format=suffix.removeprefix("."),
        sha256=hashlib.sha256(data).hexdigest(),
        language="",
        title=reading.title,
        publisher=reading.publisher,
        issued=reading.issued,
    )
    document = build_document(info, reading.drafts)
    if not document.blocks:
        raise DocumentError("{name}: it holds no text beside menus and notices.", name=name)
    # The language is told by the laid-out text, and the title by its block where the format names none.
    title = info.title or next((block.text for block in document.blocks if block.kind is BlockKind.TITLE), "")
    language = detect_language(document.text, hint=reading.language)
    return replace(document, info=replace(info, language=language, title=title))
