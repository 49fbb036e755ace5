"""Plain text files: bytes -> drafts. What looks like Markdown is read as Markdown, for crawlers write it into .txt files too."""

from __future__ import annotations

from graphkit.documents.builder import Reading
from graphkit.documents.decoding import decode
from graphkit.documents.limits import check_text
from graphkit.documents.lines import read_flattened
from graphkit.documents.markdown import is_marked, read_marked


def read_plain(data: bytes) -> Reading:
    """The drafts of a plain text file in UTF-8, UTF-16 or Windows-1252.

    >>> reading = read_plain("Slåtterängar i norr\\n\\nProjektägare: Malå kommun\\n".encode("cp1252"))
    >>> reading.title, reading.drafts[1].cells
    ('Slåtterängar i norr', (('Projektägare', ''), ('Malå kommun', '')))
    """
    text = check_text(decode(data))
    return read_marked(text) if is_marked(text) else read_flattened(text)
