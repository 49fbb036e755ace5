"""The top of a flattened page: the site's name, menus, breadcrumbs, dates, and where the title stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.documents import chrome, headings
from graphkit.documents.boilerplate import NAVIGATION
from graphkit.documents.cursor import Cursor
from graphkit.documents.labels import is_label, split_label
from graphkit.documents.layoutwords import begins
from graphkit.documents.shapes import VALUES, Line, Shape, is_capitals

_MOST_GROUPS = 3


def read_head(cursor: Cursor) -> None:
    """Skip what stands above the text and is none of it; the other lines stay for the body, and the title's place is noted."""
    kept: list[Line] = []
    groups = 0
    at = 0
    while at < cursor.end and groups <= _MOST_GROUPS:
        line = cursor.lines[at]
        reason = chrome.reason_of(line, head=True)
        if (
            is_label(line.text)
            and at + 1 < cursor.end
            and not cursor.lines[at + 1].gap
            and cursor.lines[at + 1].shape in VALUES
        ):
            break
        if line.shape is Shape.PROSE and not reason:
            break
        menu = (
            chrome.head_menu(cursor.lines[at : min(cursor.end, at + chrome.LONGEST_MENU + 2)], 0)
            if line.gap and not groups
            else None
        )
        if menu:
            cursor.publisher = cursor.publisher or menu[1]
            cursor.skip(cursor.lines[at : at + menu[0]], NAVIGATION)
            at += menu[0]
        elif reason:
            if reason == NAVIGATION and _is_site_name(kept, cursor.lines[at + 1 : at + 21]):
                cursor.publisher = cursor.publisher or kept[0].text
                cursor.skip(kept, NAVIGATION)
                kept, groups = [], 0
            cursor.skip([line], reason)
            at += 1
            if at < cursor.end and line.gap and not cursor.lines[at].gap:
                cursor.lines[at] = replace(cursor.lines[at], gap=True)
        elif split_label(line.text) or is_label(line.text) or headings.is_section_sign(line.text):
            break
        else:
            cursor.note_date(line.text)
            kept.append(line)
            groups += line.gap
            at += 1
    cursor.lines = kept + cursor.lines[at:]
    cursor.end -= at - len(kept)
    cursor.title = headings.title_at(cursor.lines[: cursor.end])
    cursor.publisher = cursor.publisher or _publisher(kept, cursor.title)
    if cursor.title is None:
        cursor.title = _title_in_head(cursor.lines, len(kept))


def _title_in_head(lines: Sequence[Line], kept: int) -> int | None:
    """The title of a page whose head is one block of lines: the headline right above the text, or a first line in capitals."""
    if not kept or kept >= len(lines):
        return None
    first, last = lines[0], lines[kept - 1]
    block = not any(line.gap for line in lines[1:kept])
    headline = (
        headings.may_be_heading(last.text, last.shape) and not last.text.endswith(":") and last.text.count(" ") >= 2
    )
    if block and headline and lines[kept].shape is Shape.PROSE and not begins(last.text, "layout.genres"):
        return kept - 1 if not headings.names_a_body(last.text) else None
    capitals = is_capitals(first.text) and first.text.count(" ") >= 2
    return (
        0
        if capitals and headings.may_be_title(first.text, first.shape) and not headings.names_a_body(first.text)
        else None
    )


def _is_site_name(kept: Sequence[Line], below: Sequence[Line]) -> bool:
    """True for the one line above a menu, where a title follows below the menu."""
    if len(kept) != 1 or len(kept[0].text.split()) > 6 or kept[0].shape is not Shape.TEXT:
        return False
    return headings.title_at([line for line in below if not chrome.reason_of(line, head=True)]) is not None


def _publisher(kept: Sequence[Line], title: int | None) -> str:
    """The body that a letterhead or minutes name in their first lines."""
    names = [line for number, line in enumerate(kept) if number != title and not begins(line.text, "layout.genres")]
    if not names or names[0] not in kept[:2] or names[0].shape is not Shape.TEXT or len(kept) < 2:
        return ""
    lettered = not kept[1].gap or (title is not None and title > 0 and headings.names_a_body(names[0].text))
    return names[0].text if lettered else ""
