"""Boxes on one line behind their head: «Alfa strand – Huvudpartner: Malå kommun. Partner: Åsele kommun.», in lists of such lines."""

from __future__ import annotations

import re

from graphkit.documents.builder import Draft
from graphkit.documents.cursor import PAIRS, Cursor
from graphkit.documents.labels import is_label, split_label, split_sentences
from graphkit.documents.shapes import Line, bullet, is_prose
from graphkit.model import BlockKind
from graphkit.text import sentences

_HEADED = re.compile(r"([A-ZÅÄÖÆØ0-9«”\"].{1,69}?)\s[–—-]\s(?=[^\W\d_])")
_NEAR = 6


def read_headed_box(cursor: Cursor) -> bool:
    """Read the next line as a heading and its labels with their values, if a line near it is of that form too."""
    found = None if cursor.at_title else split_headed(cursor.line.text)
    if found is None or not _has_neighbour(cursor):
        return False
    head, pairs = found
    cursor.drafts.append(Draft(kind=BlockKind.HEADING, text=head, level=3))
    for label, value in pairs:
        cursor.drafts.append(Draft(kind=BlockKind.PAIR, cells=((label, ""), (value, "")), table=PAIRS))
    cursor.at += 1
    cursor.caption, cursor.contacts = head, False
    return True


def split_headed(text: str) -> tuple[str, list[tuple[str, str]]] | None:
    """The head and the labels with their values of a line; none where words stand between that no label leads.

    >>> split_headed("Alfa strand – Huvudpartner: Malå kommun. Partner: Åsele kommun.")
    ('Alfa strand', [('Huvudpartner', 'Malå kommun.'), ('Partner', 'Åsele kommun.')])
    >>> split_headed("Alfa strand – Partner: Malå kommun"), split_headed("Alfa strand – en ny led: den är lång")
    (('Alfa strand', [('Partner', 'Malå kommun')]), None)
    """
    match = _HEADED.match(text)
    if match is None or ":" not in text or bullet(text) or is_label(match.group(1)) or is_prose(match.group(1)):
        return None
    rest = text[match.end() :]
    labelled = split_label(rest)
    parts = split_sentences(rest) or ([labelled] if labelled and not _goes_on(labelled[1]) else [])
    return (match.group(1), parts) if parts and all(label for label, _ in parts) else None


def _goes_on(value: str) -> bool:
    """Whether words follow a value's full stop."""
    return sum(1 for _ in sentences(value)) > 1


def _has_neighbour(cursor: Cursor) -> bool:
    near = cursor.lines[max(0, cursor.at - _NEAR) : min(cursor.end, cursor.at + _NEAR + 1)]
    return any(_is_headed(line) for line in near if line is not cursor.line)


def _is_headed(line: Line) -> bool:
    return split_headed(line.text) is not None
