"""Kinds of files that hold documents and are not read, and what to do about each."""

from __future__ import annotations

from collections.abc import Mapping

UNREADABLE: Mapping[str, str] = {
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
"""What a suffix stands for, and how to make a document of it that can be read; the words go on from a file's name and a colon."""
