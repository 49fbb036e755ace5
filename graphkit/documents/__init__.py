"""Documents: the bytes of a file become a title, headings, paragraphs, rows, pairs and contact boxes, and what was left out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from graphkit.documents.builder import Reading, build_document
from graphkit.errors import DocumentError
from graphkit.model import BlockKind, Document, DocumentInfo

MAX_BYTES = 50_000_000

READERS = {
    ".docx": "docx:read_docx",
    ".htm": "html:read_html",
    ".html": "html:read_html",
    ".markdown": "markdown:read_markdown",
    ".md": "markdown:read_markdown",
    ".pdf": "pdf:read_pdf",
    ".txt": "plain:read_plain",
    ".xhtml": "html:read_html",
}
"""The reader of each suffix, as module of this folder and function; a module is imported when its first document is read."""

_UNREADABLE = {
    ".doc": "an old Word file: save it as .docx or .pdf",
    ".dot": "an old Word file: save it as .docx or .pdf",
    ".rtf": "a rich text file: save it as .docx or .pdf",
    ".odt": "an OpenDocument file: save it as .docx or .pdf",
    ".pages": "a Pages file: export it as .docx or .pdf",
    ".eml": "an e-mail: save its text as .txt or its page as .html",
    ".msg": "an e-mail: save its text as .txt or its page as .html",
    ".mht": "a web archive: save the page as .html",
    ".mhtml": "a web archive: save the page as .html",
    ".ppt": "a presentation: export it as .pdf",
    ".pptx": "a presentation: export it as .pdf",
    ".zip": "an archive: unpack it first",
    ".gz": "an archive: unpack it first",
    ".7z": "an archive: unpack it first",
    ".jpg": "a picture: only documents with text can be read",
    ".jpeg": "a picture: only documents with text can be read",
    ".png": "a picture: only documents with text can be read",
    ".gif": "a picture: only documents with text can be read",
    ".tif": "a picture: only documents with text can be read",
    ".tiff": "a picture: only documents with text can be read",
}


def read_document(path: Path, *, stem: str | None = None) -> Document:
    """The document in a file: its blocks, its text, and what is known of it. A DocumentError says in a line why a file can't be read.

    `stem` is the document's id, by default the file's name without its suffix.
    """
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise DocumentError(
                f"{path}: {size // 1_000_000} MB is more than the {MAX_BYTES // 1_000_000} MB that a document may have: split it."
            )
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{path}: can't be opened: {error.strerror or error}.") from error
    return read_bytes(data, path, stem=stem)


def read_bytes(data: bytes, path: Path, *, stem: str | None = None) -> Document:
    """The same for bytes that are at hand; `path` tells the format and is the document's source."""
    suffix = path.suffix.lower()
    reader = _reader(path, suffix)
    if not data.strip():
        raise DocumentError(f"{path}: the file is empty.")
    try:
        reading = reader(data)
    except DocumentError as error:
        raise DocumentError(f"{path}: {error}") from error
    # The language is told by the text, so the text is laid out first.
    info = DocumentInfo(
        stem=path.stem if stem is None else stem,
        source=path.as_posix(),
        format=suffix.removeprefix("."),
        sha256=hashlib.sha256(data).hexdigest(),
        language="",
        title=reading.title,
        publisher=reading.publisher,
        issued=reading.issued,
    )
    return _with_language(build_document(info, reading.drafts), reading)


def _with_language(document: Document, reading: Reading) -> Document:
    """The document with its language, and with its title block's text where the format names no title."""
    from dataclasses import replace

    from graphkit.documents.language import detect_language

    title = document.info.title or next((b.text for b in document.blocks if b.kind is BlockKind.TITLE), "")
    language = detect_language(document.text, hint=reading.language)
    return replace(document, info=replace(document.info, language=language, title=title))


def _reader(path: Path, suffix: str) -> Callable[[bytes], Reading]:
    """The reader of a suffix; a DocumentError names the formats that can be read."""
    if suffix not in READERS:
        known = ", ".join(READERS)
        told = _UNREADABLE.get(suffix)
        raise DocumentError(
            f"{path}: {told}." if told else f"{path}: unknown format «{suffix}»; documents are {known}."
        )
    module, _, name = READERS[suffix].partition(":")
    reader: Callable[[bytes], Reading] = getattr(import_module(f"graphkit.documents.{module}"), name)
    return reader
