"""Lists in flattened text, with bullets and without."""

from __future__ import annotations

from graphkit.documents import chrome, headings
from graphkit.documents.builder import Draft
from graphkit.documents.cursor import Cursor
from graphkit.documents.grids import is_header
from graphkit.documents.labels import split_amount, split_label
from graphkit.documents.shapes import VALUES, Line, Shape, bullet, is_prose
from graphkit.model import BlockKind

_MOST_ITEMS = 60


def read_list(cursor: Cursor) -> bool:
    """Read one list item, or the lettered line that heads labelled lines: «a) Journalnr 2018-1107»."""
    line, below = cursor.line, cursor.ahead()
    mark = bullet(line.text)
    if not mark or cursor.at_title or _is_talk(cursor):
        return False
    if _is_numbered(mark):
        if headings.number_depth(line.text) and not _goes_on(cursor, mark):
            return False
        if below and not below.gap and len(line.text) <= 80 and _heads(line, mark, below):
            return cursor.add_heading(line.text, apart=False)
    text = line.text
    while mark and not _is_numbered(mark):
        text = text[len(mark) :]
        mark = bullet(text)
    return cursor.add(Draft(kind=BlockKind.LIST_ITEM, text=text))


def _heads(line: Line, mark: str, below: Line) -> bool:
    """True for a numbered line above labelled lines, and for a lettered one above the text that it heads: «b) Nya vägar»."""
    if split_label(below.text):
        return True
    lettered = mark.strip("(). ").isalpha() and line.text[len(mark)].isupper()
    return (
        lettered and line.shape is Shape.TEXT and not line.text.endswith((".", ",", ";")) and below.shape is Shape.PROSE
    )


def _is_numbered(mark: str) -> bool:
    return mark.strip("(). ").isalnum()


def _goes_on(cursor: Cursor, mark: str) -> bool:
    """True where the line above or below is a list item of the same kind."""
    kind = mark.strip("0123456789")
    near = [bullet(line.text) for line in (cursor.above(), cursor.ahead()) if line]
    return any(other and other.strip("0123456789") == kind for other in near)


def _is_talk(cursor: Cursor) -> bool:
    """True for what somebody says after a dash: a sentence that stands alone."""
    line, below = cursor.line, cursor.ahead()
    if line.text[0] not in "-–—−" or len(line.text) <= 20 or not is_prose(line.text):
        return False
    above = None if line.gap else cursor.above()
    listed = (below is not None and not below.gap and bullet(below.text)) or (above is not None and bullet(above.text))
    return not listed


def counts_below(cursor: Cursor) -> bool:
    """True where a few words stand above lines that begin with a figure or a small letter, or a question above short answers."""
    words = cursor.line.text
    below: list[Line] = []
    while (line := cursor.ahead(1 + len(below))) and not line.gap and len(below) <= _MOST_ITEMS:
        below.append(line)
    if len(below) < 2 or any(line.shape is not Shape.TEXT or len(line.text) > 120 for line in below):
        return False
    counted = all(line.text[0].isdigit() or line.text[0].islower() for line in below)
    return (counted or words.endswith("?")) and len(words) <= 60 and not any(char.isdigit() for char in words)


def read_plain_items(cursor: Cursor, *, listed: bool = True) -> None:
    """Items without bullets below a line that ends with a colon, or below a word such as «Mål»: all lines up to a blank one, if short.

    Below any other heading (`listed` is false) all must be shorter still, and begin as items do.
    """
    group: list[Line] = []
    while (line := cursor.ahead(len(group))) and (not line.gap or not group):
        if bullet(line.text) or len(line.text) > 160 or chrome.reason_of(line, head=False):
            return
        if split_label(line.text) or split_amount(line.text) or line.shape in VALUES:
            return
        group.append(line)
        if len(group) > _MOST_ITEMS:
            return
    if len(group) < 2 or any(line.shape is Shape.PROSE and ". " in line.text for line in group):
        return
    if sum(is_header(line.text) for line in group) >= (2 if listed else 1):
        return
    if listed or all(headings.may_be_item(line) for line in group):
        for line in group:
            cursor.add(Draft(kind=BlockKind.LIST_ITEM, text=line.text))
