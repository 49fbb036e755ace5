"""Flattened text: pages as a crawler leaves them, one line after the other without markup. Their blocks are found again by shape and place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from graphkit.documents import chrome, contents, headings, persons
from graphkit.documents.boilerplate import FOOTER, PUBLISHED, RELATED
from graphkit.documents.builder import Draft, Reading
from graphkit.documents.cards import heads_record, read_cards
from graphkit.documents.cursor import Cursor
from graphkit.documents.factboxes import has_blank_neighbour, payer_row, read_pairs, read_payers
from graphkit.documents.grids import is_sum, read_stacked, unit_of
from graphkit.documents.headedboxes import read_headed_box
from graphkit.documents.labelruns import read_label_run
from graphkit.documents.labels import (
    announces_payers,
    is_contact_label,
    is_label,
    is_list_label,
    split_amount,
    split_blank,
    split_label,
)
from graphkit.documents.landed import read_landed
from graphkit.documents.language import detect_language
from graphkit.documents.layoutwords import begins, fold, words
from graphkit.documents.lists import counts_below, read_list, read_plain_items
from graphkit.documents.pageheads import read_head
from graphkit.documents.paragraphs import joined, split_lines
from graphkit.documents.runrows import read_run_rows
from graphkit.documents.shapes import VALUES, Line, Shape, bullet
from graphkit.documents.sidebyside import is_rule, read_side_by_side
from graphkit.documents.spaced import read_spaced
from graphkit.documents.stacks import read_stack
from graphkit.documents.transcripts import unrolled
from graphkit.model import BlockKind


def read_lines(text: str, *, language: str = "", head: bool = True, below: str = "") -> list[Draft]:
    """The drafts of a flattened text: headings, paragraphs, list items, pairs, rows, contacts; boilerplate has a reason.

    `head` is false for text that goes on from an earlier page or block, where neither menu nor title is looked for; `below` is then the
    heading under which it stands. Without a `language` the text tells its own.

    >>> for draft in read_lines("Flis i skogen\\n\\nProjektägare\\nMalå kommun\\n\\nByarna eldar med flis. Det fungerar."):
    ...     print(draft.kind, draft.text or draft.cells)
    title Flis i skogen
    pair (('Projektägare', ''), ('Malå kommun', ''))
    paragraph Byarna eldar med flis. Det fungerar.
    """
    return list(read_flattened(text, language=language, head=head, below=below).drafts)


def read_flattened(text: str, *, language: str = "", head: bool = True, below: str = "") -> Reading:
    """The same with the site's name as publisher, the title and the date of publication, where the text tells them."""
    lines = unrolled(contents.apart(joined(split_lines(text))))
    cursor = Cursor(
        lines=lines,
        end=chrome.footer_start(lines) if head else len(lines),
        language=language or detect_language(text),
        head=head,
        caption=below,
        contacts=persons.is_contact_heading(below),
    )
    if head:
        read_head(cursor)
    footer = cursor.lines[cursor.end :]
    del cursor.lines[cursor.end :]
    while cursor.at < cursor.end:
        next(step for step in _STEPS if step(cursor))
    for line in footer:
        cursor.skip([line], chrome.reason_of(line, head=False) or FOOTER)
    title = next((draft.text for draft in cursor.drafts if draft.kind is BlockKind.TITLE), "")
    return Reading(
        drafts=tuple(_numbered(cursor.drafts)),
        title=title,
        publisher=cursor.publisher,
        issued=cursor.issued or cursor.updated,
    )


def _numbered(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with tables counted from 0; pairs that follow each other are one fact box, whatever boilerplate lies between."""
    result: list[Draft] = []
    number = -1
    last: int | None = None
    for draft in drafts:
        if draft.table is not None:
            number += draft.table != last
            last = draft.table
            draft = replace(draft, table=number)
        elif not draft.reason:
            last = None
        result.append(draft)
    return result


# -------------------------------------------------------------------------------------------------- the steps


def _skip(cursor: Cursor) -> bool:
    """Boilerplate of one line; a label such as «Start» with its value below is none."""
    line, below = cursor.line, cursor.ahead()
    if is_rule(line.text):
        return cursor.add(Draft(text=line.text, reason="ruled line"))
    if contents.is_contents(line.text):
        return cursor.add(Draft(text=line.text, reason=contents.CONTENTS))
    reason = "" if cursor.at_title else chrome.reason_of(line, head=False)
    if not reason or (is_label(line.text) and below is not None and not below.gap and below.shape in VALUES):
        return False
    if reason == PUBLISHED:
        cursor.note_date(line.text)
    return cursor.add(Draft(text=line.text, reason=reason))


def _skip_related(cursor: Cursor) -> bool:
    apart = cursor.line.gap or bool(cursor.drafts and cursor.drafts[-1].reason)
    end = chrome.related_end(cursor.lines, cursor.at) if apart and not cursor.at_title else None
    if end is None:
        return False
    cursor.skip(cursor.lines[cursor.at : end], RELATED)
    cursor.at = end
    return True


def _read_contact(cursor: Cursor) -> bool:
    line = cursor.line
    if cursor.at_title:
        return False
    lines = cursor.lines[cursor.at : cursor.at + 2 * persons.MOST_LINES]
    if (
        persons.is_contact_heading(line.text)
        and line.text[0].isupper()
        and persons.contact_end(lines, 1, announced=True) > 1
    ):
        cursor.add_heading(line.text, apart=line.gap)
        cursor.contacts = True
        return True
    label, colon, value = line.text.partition(":")
    if colon and value.strip() and is_contact_label(label) and (persons.has_address(value) or len(value) < 60):
        return cursor.add(Draft(kind=BlockKind.CONTACT, text=line.text))
    blank = split_blank(line.text)
    if blank and not is_contact_label(blank[0]) and has_blank_neighbour(cursor):
        return False  # a project's box that ends with who answers for it
    if fold(line.text) in words("columns.owner") | words("columns.partner") and line.text.endswith(":"):
        return False  # a party of a project, whoever answers for it below its name
    end = persons.contact_end(lines, 0, announced=cursor.contacts) or persons.portrait_end(lines)
    if not end:
        return False
    return cursor.add(Draft(kind=BlockKind.CONTACT, text="\n".join(one.text for one in lines[:end])), end)


def _read_section(cursor: Cursor) -> bool:
    """An item of minutes; its words may stand on the line below the sign."""
    line, below = cursor.line, cursor.ahead()
    if not headings.is_section_sign(line.text):
        return False
    if len(line.text) <= 8 and below and not below.gap and headings.may_be_heading(below.text, below.shape):
        return cursor.add_heading(f"{line.text} {below.text}", apart=True, lines=2)
    return cursor.add_heading(line.text, apart=True)


def _read_table(cursor: Cursor) -> bool:
    if cursor.at_title:
        return False
    found = read_side_by_side(cursor.lines, cursor.at, cursor.caption, cursor.tables)
    if not found:
        grids = (read(cursor.lines, cursor.at, cursor.caption, cursor.tables) for read in _GRIDS)
        found = max((grid for grid in grids if grid), key=lambda grid: grid[1], default=None)
    if not found:
        return False
    drafts, cursor.at = found
    bare = all(draft.kind is BlockKind.ROW and not any(header for _, header in draft.cells) for draft in drafts)
    if bare and announces_payers(cursor.caption):
        drafts = [payer_row(draft, cursor.language) for draft in drafts]
    cursor.drafts += drafts
    cursor.tables += 1
    cursor.contacts = False
    return True


def _read_heading(cursor: Cursor) -> bool:
    line, below = cursor.line, cursor.ahead()
    if cursor.at_title:
        cursor.caption = line.text
        return cursor.add(Draft(kind=BlockKind.TITLE, text=line.text, level=1))
    if (
        not headings.may_be_heading(line.text, line.shape)
        or below is None
        or is_sum(line.text)
        or persons.has_address(line.text)
    ):
        return False
    if (
        cursor.title is not None
        and cursor.at < cursor.title
        and (begins(line.text, "layout.genres") or headings.names_a_body(line.text))
    ):
        return False
    colon = line.text.endswith(":")
    if colon and len(line.text.split()) > 7:
        return False
    paired = line.gap and _is_heading_pair(cursor)
    announces = paired or _may_be_announced(below)
    counts = line.gap and not below.gap and counts_below(cursor)
    alone = line.gap and below.gap
    inner = not line.gap and not below.gap and announces and _ends_something(cursor)
    alone = alone or heads_record(cursor)
    if not (alone or inner or (line.gap and (announces or colon or counts)) or headings.number_depth(line.text)):
        return False
    cursor.add_heading(line.text, apart=alone or paired)
    listed = colon or counts or is_list_label(line.text)
    if listed or alone:
        read_plain_items(cursor, listed=listed)
    return True


def _may_be_announced(line: Line) -> bool:
    """True for what a heading stands right above: a sentence, a bullet, a label, a name with its amount."""
    text = line.text
    if line.shape is Shape.PROSE or text.endswith(".") or bullet(text) or is_label(text):
        return True
    return bool(split_label(text)) or bool(split_amount(text))


def _is_heading_pair(cursor: Cursor) -> bool:
    """True where a second heading and then a sentence follow without a blank line: a country's name above the headline of an item."""
    below, text = cursor.ahead(), cursor.ahead(2)
    if below is None or text is None or below.gap or text.gap:
        return False
    return (
        headings.may_be_heading(below.text, below.shape) and not below.text.endswith(":") and text.shape is Shape.PROSE
    )


def _ends_something(cursor: Cursor) -> bool:
    """True where the line above ends a sentence, a list or a box, so that a short line below begins something new."""
    above = cursor.above()
    if above is None or not cursor.drafts:
        return False
    return above.shape is Shape.PROSE or bool(bullet(above.text)) or cursor.drafts[-1].kind is not BlockKind.PARAGRAPH


def _read_paragraph(cursor: Cursor) -> bool:
    line = cursor.line
    cursor.add(Draft(text=line.text))
    if line.text.endswith(":"):
        cursor.caption = line.text
        read_plain_items(cursor)
    elif line.shape is Shape.TEXT and unit_of(line.text):
        cursor.caption = line.text
    elif line.shape is Shape.PROSE and len(line.text) > 200:
        cursor.caption = ""
    return True


_GRIDS = (read_stacked, read_spaced, read_landed, read_run_rows)
_STEPS: tuple[Callable[[Cursor], bool], ...] = (
    _skip,
    _skip_related,
    _read_contact,
    _read_section,
    read_stack,
    _read_table,
    read_cards,
    read_headed_box,
    read_label_run,
    read_pairs,
    read_payers,
    read_list,
    _read_heading,
    _read_paragraph,
)
"""What is tried at each line, in this order; the first that fits reads the line, and the last fits always."""
