"""Lines about persons in flattened text: a name, a title, a phone number, an address. They stay together as one block."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from graphkit.documents.headings import number_depth
from graphkit.documents.labels import is_contact_label, split_label
from graphkit.documents.layoutwords import fold, words
from graphkit.documents.shapes import Line, Shape, shape_of

MOST_LINES = 9
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}|\(at\)|\[at\]")
_PHONE = re.compile(r"(?<![\d-])(?:\+\d{2,3}[ \d()/-]{7,16}\d|0\d{1,3} ?[-–/] ?\d[\d ]{4,12}\d)(?!\d)")
_NAME = r"[A-ZÅÄÖÆØ][\wéüø'’-]+"
_PERSON = re.compile(rf"{_NAME}(?: (?:{_NAME}|von|af|de|van)){{1,3}}(?:,? \([A-ZÅÄÖ]{{1,3}}\))?")


@lru_cache(maxsize=4096)
def has_address(text: str) -> bool:
    """True for a line with an e-mail address or a phone number.

    >>> has_address("Anna Ek, tel 0950-166 00"), has_address("anna.ek@malung.example"), has_address("2018–2020, 3 500 000 kr")
    (True, True, False)
    """
    return bool(_MAIL.search(text[:400]) or _PHONE.search(text[:400]))


def is_person(text: str) -> bool:
    """True for a line that begins with what looks like a person's name and ends there, or goes on with a title.

    >>> is_person("Eva Bergström, projektledare"), is_person("Rune Skog (S)"), is_person("Region Dalarna"), is_person("Malå kommun")
    (True, True, False, False)
    """
    first, _, rest = text.partition(",")
    if not _PERSON.fullmatch(first.strip()):
        return False
    return _has_title(rest) or (not rest and "(" in text) if rest or "(" in text else False


def _has_title(text: str) -> bool:
    folded = text.casefold()
    return any(title in folded for title in words("layout.person-titles"))


def is_contact_heading(text: str) -> bool:
    """True for a line that announces persons: «Kontakt», «För mer information:», «Vid protokollet»."""
    return len(text) <= 60 and fold(text) in words("layout.contact-headings")


def contact_end(lines: Sequence[Line], at: int, *, announced: bool) -> int:
    """The line after the group of lines about a person that begins at line `at`; `at` itself where there is none.

    Under a heading such as «Kontakt» a short group is believed; elsewhere an address or number must stand in it.
    """
    if not announced and not any(has_address(line.text) for line in lines[at : at + MOST_LINES]):
        return at
    end = at
    while end < len(lines) and end - at < MOST_LINES and (end == at or not lines[end].gap):
        if (end > at and is_contact_heading(lines[end].text) and lines[end].text[0].isupper()) or number_depth(
            lines[end].text
        ):
            break
        if not _may_be_contact(lines[end]) or _is_sentence(lines[end].text):
            break
        end += 1
    group = lines[at:end]
    if not group:
        return at
    addressed = any(has_address(line.text) for line in group)
    if announced:
        return end if addressed or any(_names_a_person(line.text) for line in group) else at
    if not addressed or (end < len(lines) and not lines[end].gap and end - at < MOST_LINES):
        return at + 1 if has_address(lines[at].text) and is_contact_line(lines[at].text) else at
    return end if len(group) > 1 or is_contact_line(group[0].text) else at


def _tells_of_project(text: str) -> bool:
    """Whether a line is one of a project's record, in which who answers for it is but another line: «Sökt belopp: 40 000 kr», «Sökande: Alfa»."""
    labelled = split_label(text)
    if labelled is None or is_contact_label(labelled[0]) or has_address(text):
        return False
    return shape_of(labelled[1]) is Shape.AMOUNT or fold(labelled[0]) in words("layout.record-labels")


def _is_sentence(text: str) -> bool:
    """Whether a line is a sentence of the running text, right above a contact: «Projektet ägs av Alviks kommun.»"""
    return text.endswith(".") and len(text.split()) > 3 and not has_address(text)


def portrait_end(lines: Sequence[Line]) -> int:
    """The line after a name that stands alone with a title or address in the group below it; 0 where the first line is no such name.

    >>> lines = [Line("Eva Bergström", "", True), Line("Projektledare", "", True), Line("0950-166 00", "")]
    >>> portrait_end(lines)
    3
    """
    if len(lines) < 2 or not lines[0].gap or not _PERSON.fullmatch(lines[0].text):
        return 0
    below = lines[1].text
    titled = _has_title(below) and len(below.split()) <= 6 and ":" not in below and lines[1].shape is not Shape.PROSE
    if not titled and not (has_address(below) and len(below) <= 60):
        return 0
    end = 2
    while end < len(lines) and end < MOST_LINES and not lines[end].gap and _may_be_contact(lines[end]):
        end += 1
    return end


def _names_a_person(text: str) -> bool:
    first = re.split(r"[,|;(–]| - ", text, maxsplit=1)[0].strip()
    return bool(_PERSON.fullmatch(first))


def is_contact_line(text: str) -> bool:
    """True for one line that holds a name or a contact label beside an address or number."""
    label = text.partition(":")[0]
    return (
        len(text) <= 200
        and has_address(text)
        and (
            bool(_PERSON.search(text))
            or is_contact_label(label)
            or _has_title(text)
            or bool(_MAIL.fullmatch(text.strip()))
            or len(text) < 60
        )
    )


def _may_be_contact(line: Line) -> bool:
    if len(line.text) > 200 or _tells_of_project(line.text):
        return False
    return line.shape is not Shape.PROSE or has_address(line.text) or len(line.text) < 60
