"""Kinds of files that hold documents and are not read, and what to do about each."""

from __future__ import annotations

from collections.abc import Mapping

from graphkit.errors import Message

UNREADABLE: Mapping[str, Message] = {
    ".doc": Message("an old Word file: save it as .docx or .pdf"),
    ".dot": Message("an old Word file: save it as .docx or .pdf"),
    ".rtf": Message("a rich text file: save it as .docx or .pdf"),
    ".odt": Message("an OpenDocument file: save it as .docx or .pdf"),
    ".pages": Message("a Pages file: export it as .docx or .pdf"),
    ".eml": Message("an e-mail: save its text as .txt or its page as .html"),
    ".msg": Message("an e-mail: save its text as .txt or its page as .html"),
    ".mht": Message("a web archive: save the page as .html"),
    ".mhtml": Message("a web archive: save the page as .html"),
    ".ppt": Message("a presentation: export it as .pdf"),
    ".pptx": Message("a presentation: export it as .pdf"),
    ".zip": Message("an archive: unpack it first"),
    ".gz": Message("an archive: unpack it first"),
    ".7z": Message("an archive: unpack it first"),
    ".jpg": Message("a picture: only documents with text can be read"),
    ".jpeg": Message("a picture: only documents with text can be read"),
    ".png": Message("a picture: only documents with text can be read"),
    ".gif": Message("a picture: only documents with text can be read"),
    ".tif": Message("a picture: only documents with text can be read"),
    ".tiff": Message("a picture: only documents with text can be read"),
}
"""What a suffix stands for, and how to make a document of it that can be read; the words go on from a file's name and a colon."""
