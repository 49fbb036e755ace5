"""Headings without a mark: a short line without a full stop that stands apart, or right above the text that it announces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.documents.labels import is_label, split_label
from graphkit.documents.layoutwords import begins, fold, words
from graphkit.documents.shapes import VALUES, Line, Shape, bullet, is_capitals

LONGEST_HEADING = 110
LONGEST_NUMBERED = 160
"""Characters of a heading with a number before it, which may be the long title of a project."""
_PARAGRAPH_SIGN = re.compile(r"§+\s*\d{1,4}\b")
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})(\.?)\s+\S")
_SUM_AT_END = re.compile(r"\d\s*(?:kr|kronor|tkr|mkr|mnkr|SEK|euro|EUR|€|NOK|miljoner kronor)\.?$", re.IGNORECASE)
_TALK = re.compile(r"[-–—−”\"»]\s?\S")


def is_section_sign(text: str) -> bool:
    """True for a line that begins an item of minutes: «§ 58», «§ 97 Ansökan om projektmedel: Gruvan»."""
    return bool(_PARAGRAPH_SIGN.match(text)) and len(text) <= 160


def number_depth(text: str) -> int:
    """How deep a numbered heading lies: 1 for «2. Om projektet», 2 for «2.1 Bakgrund», 0 for other lines.

    >>> number_depth("2. Om projektet"), number_depth("2.1 Bakgrund"), number_depth("14 hektar"), number_depth("3 000 resenärer")
    (1, 2, 0, 0)
    """
    match = _NUMBER.match(text)
    if not match or not text[match.end() - 1].isalpha() or not text[match.end() - 1].isupper():
        return 0
    depth = match.group(1).count(".") + 1
    return depth if depth > 1 or match.group(2) else 0


def may_be_heading(text: str, shape: Shape) -> bool:
    """True for a line that could be a heading by its looks alone.

    >>> may_be_heading("Så bidrar byarna", Shape.TEXT), may_be_heading("och sedan vidare", Shape.TEXT)
    (True, False)
    """
    numbered = bool(number_depth(text)) and " " in text
    longest = LONGEST_NUMBERED if numbered else LONGEST_HEADING
    if shape in VALUES or (shape is Shape.PROSE and not numbered) or len(text) > longest:
        return False
    if text[-1] in ".,;" or _TALK.match(text):
        return False
    if bullet(text) and not number_depth(text):
        return False
    if states_grant(text):
        return False
    if text[0] in "([" or "." in text.partition("@")[2] or not any(char.isalpha() for char in text):
        return False
    return not text[0].islower() and text.count("|") == 0


def states_grant(text: str) -> bool:
    """True for a line that says who gets how much, which stands below a heading and is none: «Alfa kommun beviljas 505 000 kr».

    >>> states_grant("Alfa kommun beviljas 505 000 kr"), states_grant("Miljoner till byarna")
    (True, False)
    """
    return bool(_SUM_AT_END.search(text)) and any(
        word in words("layout.grant-verbs") for word in fold(text).split()[1:]
    )


def may_be_item(line: Line) -> bool:
    """True for a line that could be an item of a list without bullets: a few words, no label, no sentence."""
    text = line.text
    return (
        line.shape is Shape.TEXT
        and len(text) <= 90
        and not text.endswith((":", ".", "?"))
        and not bullet(text)
        and not number_depth(text)
    )


def may_be_title(text: str, shape: Shape) -> bool:
    """True for a line that could be the document's title: a heading, or a longer headline, also one that begins with a small letter."""
    if shape in VALUES or len(text) > 200 or bullet(text) or "@" in text or text[-1] in ",;:" or _TALK.match(text):
        return False
    if shape is Shape.PROSE and (text[-1] == "." or len(text) > 160):
        return False
    return any(char.isalpha() for char in text) and text[0] not in "([" and fold(text) not in words("layout.genres")


def names_a_body(text: str) -> bool:
    """True for a few words that name a public body or a site, and so no document: «Region Skåne», «Malå kommun».

    >>> names_a_body("Region Skåne"), names_a_body("Malå kommun"), names_a_body("Region Skåne satsar på flis i byarna")
    (True, True, False)
    """
    found = fold(text).split()
    heads = words("layout.bodies")
    return 1 < len(found) <= 4 and (found[0] in heads or found[-1] in heads)


def _is_title_too(lines: Sequence[Line]) -> bool:
    line, below = lines[0], lines[1]
    return (
        line.gap
        and below.gap
        and may_be_title(line.text, line.shape)
        and split_label(line.text) is None
        and not is_label(line.text)
    )


def title_at(lines: Sequence[Line]) -> int | None:
    """The line that is the title: the first that stands alone above the text, else the first that names a kind of document («Protokoll 2024-05-08»).

    Nothing below the first sentence, label or section of minutes can be the title.
    """
    genre = None
    for at, line in enumerate(lines[:40]):
        alone = line.gap and (at + 1 == len(lines) or lines[at + 1].gap)
        if begins(line.text, "layout.genres"):
            genre = at if genre is None and fold(line.text) not in words("layout.genres") else genre
            continue
        if (
            is_section_sign(line.text)
            or number_depth(line.text)
            or split_label(line.text)
            or is_label(line.text)
            or line.text.endswith(":")
        ):
            break
        if alone and at + 1 < len(lines) and may_be_title(line.text, line.shape):
            if names_a_body(line.text) and at + 2 < len(lines) and _is_title_too(lines[at + 1 : at + 3]):
                continue
            return at
        if line.shape is Shape.PROSE:
            break
    if genre is not None:
        return genre
    first = lines[0] if lines else None
    headed = (
        first is not None
        and len(lines) > 1
        and may_be_heading(first.text, first.shape)
        and split_label(first.text) is None
    )
    return 0 if headed and lines[1].shape is Shape.PROSE else None


def level_of(text: str, *, apart: bool) -> int:
    """The depth of a heading by its shape: 2 for a section of minutes, «2. …», capitals set apart and what stands apart; 3 for others."""
    if is_section_sign(text):
        return 2
    depth = number_depth(text)
    if depth:
        return min(1 + depth, 6)
    return 2 if apart or (is_capitals(text) and apart) else 3
