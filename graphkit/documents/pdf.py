"""PDF files: words with their places by pdfium; lines, tables and headings are then found by geometry."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from itertools import islice
from typing import Any

from graphkit.documents.builder import Reading
from graphkit.documents.limits import MAX_CHARACTERS, check_pdf
from graphkit.documents.pageflow import read_pages
from graphkit.documents.pagelines import Page, Rule, Word
from graphkit.errors import DocumentError, Message, reason
from graphkit.text import normalise, squeeze

MAX_PAGES = 3_000
_BOLD = 600
_MAX_OBJECTS = 20_000
_MAX_RULES = 1_000  # a page with more is a drawing, not a table
_THIN = 2.5
_SOFT_HYPHENS = ("\x02", "\ufffe", "\u00ad")
_NO_TITLES = ("(anonymous)", "(unspecified)", "untitled", "microsoft word", "namnlös", "presentation", "dokument")
_FAULTS = {
    "password": Message("it is locked with a password: save it without one."),
    "format": Message("it is no PDF file, or a broken one: open it and save it again."),
    "security": Message("its protection is of a kind that can't be read: save it without one."),
}


def read_pdf(data: bytes) -> Reading:
    """The drafts of a PDF, each with its page; a DocumentError tells of a file that is locked, broken, or holds pictures of text only."""
    check_pdf(data)
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        told = str(error).lower()
        raise DocumentError(
            next((text for word, text in _FAULTS.items() if word in told), _FAULTS["format"])
        ) from error
    try:
        pages = list(_pages(document))
        title = squeeze(normalise(document.get_metadata_value("Title")))
    except pypdfium2.PdfiumError as error:
        raise DocumentError("a page is broken ({reason}): open it and save it again.", reason=reason(error)) from error
    finally:
        document.close()
    words = [word.text for page in pages for word in page.words]
    if not words:
        raise DocumentError("it holds no text, only pictures of it: run it through text recognition (OCR) first.")
    unknown = sum(text.count("\ufffd") for text in words)
    if unknown * 3 > sum(map(len, words)):
        raise DocumentError("its fonts don't say which letters they draw: run it through text recognition (OCR) first.")
    return read_pages(pages, title="" if title.lower().startswith(_NO_TITLES) else title)


def _pages(document: Any) -> Iterator[Page]:
    total = 0
    if len(document) > MAX_PAGES:
        raise DocumentError("it has more than {number:,} pages: split it.", number=MAX_PAGES)
    for number in range(len(document)):
        page = document[number]
        try:
            textpage = page.get_textpage()
            try:
                total += textpage.count_chars()
                if total > MAX_CHARACTERS:
                    raise DocumentError("it holds more than {number:,} characters: split it.", number=MAX_CHARACTERS)
                turn = _Turn(page.get_rotation(), *page.get_mediabox()[2:])
                words = tuple(_words(textpage, turn))
            finally:
                textpage.close()
            width, height = page.get_size()
            rules = tuple(islice(_rules(page, turn), _MAX_RULES + 1)) if words else ()
            yield Page(number + 1, width, height, words, rules if len(rules) <= _MAX_RULES else ())
        finally:
            page.close()


class _Turn:
    """From a page's own coordinates to those in which it is read, for a page that is shown turned."""

    def __init__(self, degrees: int, width: float, height: float) -> None:
        self._degrees, self._width, self._height = degrees % 360, width, height

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        if self._degrees == 90:
            return y, self._width - x
        if self._degrees == 180:
            return self._width - x, self._height - y
        if self._degrees == 270:
            return self._height - y, x
        return x, y


def _words(textpage: Any, turn: _Turn) -> Iterator[Word]:
    """The words of a page in the order in which the file draws them."""
    from pypdfium2 import raw

    handle = textpage.raw
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    matrix = raw.FS_MATRIX()
    letters: list[str] = []
    begin = (0.0, 0.0)
    end = (0.0, 0.0)
    size, bold = 0.0, False

    def word() -> Word:
        text = "".join(letters)
        soft = text.endswith(_SOFT_HYPHENS)
        for hyphen in _SOFT_HYPHENS:
            text = text.replace(hyphen, "")
        return Word(text, begin[0], max(end[0], begin[0]), begin[1], size, bold, soft)

    for number in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(handle, number)
        letter = chr(code) if 0 < code < 0x110000 else "\ufffd"
        if letter.isspace():
            if letters:
                yield word()
                letters = []
            continue
        if not raw.FPDFText_GetCharBox(handle, number, left, right, bottom, top):
            continue
        if not letters:
            raw.FPDFText_GetCharOrigin(handle, number, x, y)
            raw.FPDFText_GetMatrix(handle, number, matrix)
            begin = turn(x.value, y.value)
            size = raw.FPDFText_GetFontSize(handle, number) * (math.hypot(matrix.c, matrix.d) or 1.0)
            bold = raw.FPDFText_GetFontWeight(handle, number) >= _BOLD
        letters.append(letter)
        corners = (turn(left.value, bottom.value), turn(right.value, top.value))
        end = (max(corner[0] for corner in corners), 0.0)
    if letters:
        yield word()


def _rules(page: Any, turn: _Turn) -> Iterator[Rule]:
    """The straight lines that a page draws: the rules of its tables. A box gives its four sides."""
    from pypdfium2 import raw

    for count, item in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3)):
        if count >= _MAX_OBJECTS:
            return
        left, bottom, right, top = item.get_bounds()
        (x0, y0), (x1, y1) = turn(left, bottom), turn(right, top)
        x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        thin, flat = x1 - x0 <= _THIN, y1 - y0 <= _THIN
        if flat and not thin:
            yield Rule(x0, y0, x1, y0)
        elif thin and not flat:
            yield Rule(x0, y0, x0, y1)
        elif not thin:
            yield from (Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1))
