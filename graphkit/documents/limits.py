"""What is looked at before a parser sees a document: is it what its name says, and can it be read with the time and memory that it may have?"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from graphkit.errors import DocumentError, Message

MAX_CHARACTERS = 2_000_000
"""Characters of a text; a report of five hundred pages has about as many, and more are not read in the time that a document may take."""
MAX_LINE = 1_000_000
"""Characters of one line."""
MAX_ELEMENTS = 500_000
MAX_MARKUP = 20_000_000
"""Characters of a page with its markup, pictures that are written into it apart."""
MAX_ATTRIBUTE = 1_000_000
MAX_ENTRIES = 5_000
MAX_UNPACKED = 300_000_000
MAX_PART = 40_000_000
"""Bytes of one XML part of a Word file, unpacked."""
MAX_RATIO = 200
"""How many times larger than packed an XML part may be, if it is larger than a megabyte."""
MAX_OBJECTS = 500_000
MAX_STREAM = 200_000_000
"""Bytes of one stream of a PDF, unpacked."""

_MEGABYTE = 1_000_000
_CHUNK = 64_000
_DEFLATE = 1032  # what deflate can shrink at most
_SIGNS = (
    (b"%PDF-", Message("a PDF file"), ".pdf"),
    (b"PK\x03\x04", Message("a zip archive, such as a Word file"), ".docx"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Message("an old Office file, such as .doc"), ""),
    (b"{\\rtf", Message("a rich text file"), ""),
    (b"\x89PNG", Message("a picture"), ""),
    (b"\xff\xd8\xff", Message("a picture"), ""),
    (b"GIF8", Message("a picture"), ""),
    (b"\x1f\x8b", Message("a packed file"), ""),
    (b"SQLite format 3", Message("a database"), ""),
)
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html[\s>])", re.I | re.S
)
_MAIL = re.compile(
    rb"(?:(?:Return-Path|Received|Delivered-To|From|To|Cc|MIME-Version|Date|Subject|Message-ID|X-[\w-]+): [^\n]*\n(?:[ \t][^\n]*\n)*){3}",
    re.I,
)
_OLD = frozenset({".docx", ".doc"})


def check_kind(data: bytes, suffix: str) -> None:
    """A DocumentError for a file whose bytes are of another kind than its name says, and that no reader of its name could read."""
    head = data[:8000].lstrip(b"\xef\xbb\xbf")
    for sign, kind, right in _SIGNS:
        if head.lstrip()[: len(sign)] == sign and right != suffix and suffix not in _OLD:
            raise DocumentError(
                "it is {kind}, not a {suffix} file: {mend}", kind=kind, suffix=suffix, mend=_mend(right)
            )
    if suffix in (".pdf", ".docx") and _PAGE.match(head):
        raise DocumentError("it is a web page, not a {suffix} file: rename it to end in .html.", suffix=suffix)
    if suffix in (".txt", ".md", ".markdown") and _PAGE.match(head):
        raise DocumentError("it is a web page, not a {suffix} file: rename it to end in .html.", suffix=suffix)
    if suffix in (".txt", ".md", ".markdown") and _MAIL.match(head):
        raise DocumentError("it is an e-mail with its head: save the text of the letter alone.")


def _mend(right: str) -> Message:
    return (
        Message("rename it to end in {right}.", right=right)
        if right
        else Message("only documents with text can be read.")
    )


def check_text(text: str) -> str:
    """The text, unless it is too long, has a line that is too long, or is no text: more than a tenth of it control characters."""
    if len(text) > MAX_CHARACTERS:
        raise DocumentError("it holds more than {number:,} characters: split it.", number=MAX_CHARACTERS)
    longest = max(map(len, text.splitlines()), default=0)
    if longest > MAX_LINE:
        raise DocumentError(
            "it has a line of more than {number:,} characters: it is data, or a text without its line breaks.",
            number=MAX_LINE,
        )
    odd = sum(map(text.count, _ODD))
    if odd * 10 > len(text):
        raise DocumentError("it holds no text but other data: save what it shows as text.")
    return text


_ODD = ("\ufffd", *(chr(number) for number in range(32) if chr(number) not in "\t\n\v\f\r\x1a"))


def check_markup(text: str) -> str:
    """The page without pictures that are written into it (`data:`), unless it is too large to be parsed."""
    text = _DATA.sub("", text)
    if len(text) > MAX_MARKUP:
        raise DocumentError(
            "the page holds more than {megabytes} MB of markup: split it or save it as plain text.",
            megabytes=MAX_MARKUP // _MEGABYTE,
        )
    if text.count("<") > 2 * MAX_ELEMENTS + 1000:
        raise DocumentError(
            "the page holds more than {number:,} elements: split it or save it as plain text.", number=MAX_ELEMENTS
        )
    if _LONG_TAG.search(text):
        raise DocumentError("the page holds a tag of more than a megabyte: save it as plain text.")
    return text


_DATA = re.compile(r"data:[\w.+/;=-]{1,200},[\w+/=%.-]{200,}")
_LONG_TAG = re.compile(rf"<[a-zA-Z][^<>]{{{MAX_ATTRIBUTE},}}")


def check_package(data: bytes) -> zipfile.ZipFile:
    """The archive of a Word file, unless its parts are too many or too large, shrunk beyond belief, or define entities of their own."""
    archive = zipfile.ZipFile(BytesIO(data))
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise DocumentError("it holds more than {number:,} parts: open it and save it again.", number=MAX_ENTRIES)
    if len({entry.filename for entry in entries}) < len(entries):
        raise DocumentError("it holds parts of the same name: open it and save it again.")
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise DocumentError("it unpacks to more than {megabytes} MB: split it.", megabytes=MAX_UNPACKED // _MEGABYTE)
    for entry in entries:
        is_xml = entry.filename.lower().endswith((".xml", ".rels"))
        if is_xml and entry.file_size > MAX_PART:
            raise DocumentError(
                "its part {part!r} unpacks to more than {megabytes} MB: split it.",
                part=entry.filename[:60],
                megabytes=MAX_PART // _MEGABYTE,
            )
        if is_xml and entry.file_size > max(_MEGABYTE, MAX_RATIO * entry.compress_size):
            raise DocumentError("it is packed beyond belief (a zip bomb): it is not opened.")
        if is_xml and _DOCTYPE.search(archive.read(entry)):
            raise DocumentError("it defines entities of its own, as no Word file does: it is not opened.")
    return archive


_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\0!\0(?:D\0O\0C|E\0N\0T)|\0<\0!\0(?:D\0O\0C|E\0N\0T)")


def check_pdf(data: bytes) -> None:
    """A DocumentError for a PDF with too many objects, or with a stream that unpacks to too much."""
    if data.count(b" obj") > MAX_OBJECTS:
        raise DocumentError("it holds more than {number:,} objects: print it to a new PDF.", number=MAX_OBJECTS)
    for stream in _large_streams(data):
        unpacked = 0
        unpacker = zlib.decompressobj()
        try:
            for start in range(0, len(stream), _CHUNK):
                unpacked += len(unpacker.decompress(stream[start : start + _CHUNK]))
                if unpacked > MAX_STREAM:
                    break
        except zlib.error:
            continue  # another filter, or a broken stream: pdfium says so itself
        if unpacked > MAX_STREAM:
            raise DocumentError(
                "it holds a stream that unpacks to more than {megabytes} MB: it is not opened.",
                megabytes=MAX_STREAM // _MEGABYTE,
            )


def _large_streams(data: bytes) -> Iterator[memoryview]:
    """The streams that could unpack to too much, should they be packed with deflate."""
    view = memoryview(data)
    at = data.find(b"stream")
    while at >= 0:
        end = data.find(b"endstream", at)
        end = len(data) if end < 0 else end
        start = at + len(b"stream")
        while start < end and data[start] in b"\r\n":
            start += 1
        if (end - start) * _DEFLATE > MAX_STREAM and data[start] & 0x0F == 8:  # deflate says so in its first byte
            yield view[start:end]
        at = data.find(b"stream", end + len(b"endstream"))
