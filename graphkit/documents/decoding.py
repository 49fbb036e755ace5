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
_KNOWN = re.compile(r"iso8859-|cp125\d|koi8-|mac-|cp437|cp85\d|cp86\d|gb|big5|shift_jis|euc_|iso2022_|tis-620")
_LATIN = {"iso8859-1", "iso8859-15", "cp1252"}
_SAMPLE = 4096


def decode(data: bytes, *, declared: bool = False) -> str:
    """The text of the bytes: by byte order mark or by its zeros (UTF-16), UTF-8, then (if `declared`) by the charset named in the first kilobytes, else Windows-1252.

    A declared Latin-1 is read as Windows-1252, as browsers do; letters that are valid UTF-8 are UTF-8, whatever a page says of itself, since
    Latin text is hardly ever valid UTF-8 by chance. So a file that was put together from both kinds is read rightly too.

    >>> decode("Örebro".encode("utf-8")), decode("Örebro – län".encode("cp1252")), decode("Örebro".encode("utf-16"))
    ('Örebro', 'Örebro – län', 'Örebro')
    >>> decode("Örebro".encode("utf-16-be")), decode("Malå, ".encode() + "Umeå".encode("cp1252"))
    ('Örebro', 'Malå, Umeå')
    >>> decode(b"<meta charset='iso-8859-2'>\\xb1", declared=True)[-1], decode(b"\\xf6\\x81")
    ('ą', 'ö\\ufffd')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if encoding := _by_zeros(data[:_SAMPLE]):
        return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared and (encoding := _declared(data)):
        return data.decode(encoding, errors="replace")
    return data.decode("utf-8", errors=_LATIN_BYTES)


def _by_zeros(data: bytes) -> str:
    """UTF-16 without its mark: every other byte of most letters is zero."""
    half = len(data) // 2
    if half < 4:
        return ""
    first, second = data[0 : 2 * half : 2].count(0), data[1 : 2 * half : 2].count(0)
    if second * 2 > half and first * 10 < half:
        return "utf-16-le"
    return "utf-16-be" if first * 2 > half and second * 10 < half else ""


def _declared(data: bytes) -> str:
    """The encoding that a page declares, if it is one of bytes and no Latin-1; else nothing."""
    match = _DECLARED.search(data[:_SAMPLE])
    if not match:
        return ""
    try:
        name = codecs.lookup(match.group(1).decode("ascii", errors="replace")).name
    except LookupError:
        return ""
    return name if _KNOWN.match(name) and name not in _LATIN else ""


def _latin_bytes(error: UnicodeError) -> tuple[str, int]:
    """What is no UTF-8, as Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


_LATIN_BYTES = "graphkit-latin"
codecs.register_error(_LATIN_BYTES, _latin_bytes)
