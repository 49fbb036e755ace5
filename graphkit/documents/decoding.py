"""The text of bytes whose encoding nobody vouches for."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_LATIN = {"iso8859-1", "latin-1", "ascii", "iso8859-15", "cp1252"}


def decode(data: bytes, *, declared: bool = False) -> str:
    """The text of the bytes: by byte order mark, then (if `declared`) by the charset named in the first kilobytes, UTF-8, else Windows-1252.

    A declared Latin-1 is read as Windows-1252, as browsers do; bytes that are valid UTF-8 with letters beyond ASCII are UTF-8, whatever a
    page says of itself, since Latin text is hardly ever valid UTF-8 by chance.

    >>> decode("Örebro".encode("utf-8")), decode("Örebro – län".encode("cp1252")), decode("Örebro".encode("utf-16"))
    ('Örebro', 'Örebro – län', 'Örebro')
    >>> decode(b"<meta charset='iso-8859-2'>\\xb1", declared=True)[-1], decode(b"\\xf6\\x81")
    ('ą', 'ö\\ufffd')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    return data.decode(_declared(data) if declared else "cp1252", errors="replace")


def _declared(data: bytes) -> str:
    """The encoding that a page declares, if it is a text encoding that Python knows; else Windows-1252."""
    match = _DECLARED.search(data[:4096])
    if not match:
        return "cp1252"
    try:
        name = codecs.lookup(match.group(1).decode("ascii", errors="replace")).name
        "a".encode(name)
    except (LookupError, UnicodeError):
        return "cp1252"
    return "cp1252" if name in _LATIN else name
