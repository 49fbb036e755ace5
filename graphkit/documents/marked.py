"""The lines of a marked-up paragraph as drafts: a heading, a contact box, lines «Label: value», or just text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.documents.builder import AFTER_LABEL, Draft
from graphkit.documents.contacts import is_contact
from graphkit.documents.inline import Line
from graphkit.documents.labels import is_label
from graphkit.documents.tables import pair
from graphkit.model import BlockKind

_LONGEST_HEADING = 250
_LONGEST_BOLD_HEADING = 80
_LONGEST_LINE = 200
_LONGEST_VALUE = 400
_WORDS = 7
_COLON = re.compile(r"(?P<label>[^\W_][^:\n]{0,78}?)\s*:\s+(?P<value>\S.*)")


def marked_drafts(
    lines: Sequence[Line], *, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0, boxed: bool = False
) -> list[Draft]:
    """The drafts of a paragraph, a heading or a list item; `boxed` says that it stands in a fact box or beside the text.

    >>> [d.cells[0][0] for d in marked_drafts([Line("Ägare: Region Exempel"), Line("Budget: 3 mnkr")])]
    ['Ägare', 'Budget']
    >>> [d.kind.value for d in marked_drafts([Line("Så är det organiserat", bold=21)])]
    ['heading']
    """
    texts = [line.text for line in lines]
    if kind in (BlockKind.TITLE, BlockKind.HEADING):
        text = " ".join(texts)
        return [Draft(kind=kind, text=text, level=level) if len(text) <= _LONGEST_HEADING else Draft(text=text)]
    if is_contact(texts):
        return [Draft(kind=BlockKind.CONTACT, text="\n".join(texts))]
    if kind is BlockKind.PARAGRAPH and len(lines) == 1 and _is_bold_heading(lines[0]):
        return [Draft(kind=BlockKind.HEADING, text=texts[0], level=6)]
    return _with_pairs(lines, kind, boxed)


def split_colon(line: str) -> tuple[str, str] | None:
    """Label and value of a line «Label: value», whatever the label; nothing where it is no such line.

    >>> split_colon("Projekttid: 2016–2019"), split_colon("Så här är det"), split_colon("Se http://exempel.se")
    (('Projekttid', '2016–2019'), None, None)
    """
    match = _COLON.fullmatch(line.strip())
    if not match or len(match["label"].split()) > _WORDS or match["label"].endswith((".", "?", "!")):
        return None
    return match["label"], match["value"]


def is_label_line(line: str, *, bold: int = 0, boxed: bool = False) -> bool:
    """True where «Label: value» is a line of a fact box: its label is bold (the first `bold` characters are), known, or stands in a box.

    >>> is_label_line("Projekttid: 2016–2019"), is_label_line("Resultatet blev tydligt: alla vill fortsätta.")
    (True, False)
    >>> line = "Byar med avtal: tolv"
    >>> is_label_line(line, bold=16), is_label_line(line, boxed=True), is_label_line(line)
    (True, True, False)
    """
    parts = split_colon(line)
    if parts is None or len(parts[1]) > _LONGEST_VALUE:
        return False
    label = parts[0]
    if is_label(label) or len(label) <= bold <= len(label) + 2:
        return True
    return boxed and label[:1].isupper() and len(label.split()) <= 5


def _with_pairs(lines: Sequence[Line], kind: BlockKind, boxed: bool) -> list[Draft]:
    """Pairs where lines are label and value, and the text between them as it is."""
    several = sum(split_colon(line.text) is not None and len(line.text) <= _LONGEST_LINE for line in lines) >= 2
    listed = boxed or (several and all(len(line.text) <= _LONGEST_LINE for line in lines))
    drafts: list[Draft] = []
    rest: list[str] = []
    values: list[str] = []
    waiting = ""
    for number, line in enumerate(lines):
        parts = split_colon(line.text)
        if waiting and not (parts or is_label(line.text)):
            values.append(line.text)
            continue
        if waiting:
            drafts.append(pair(waiting, values, table=None))
            values, waiting = [], ""
        if parts and is_label_line(line.text, bold=line.bold, boxed=listed):
            drafts += [*_text(rest, kind), pair(parts[0], [parts[1]], table=None, sep=AFTER_LABEL)]
            rest = []
        elif number + 1 < len(lines) and _is_label_alone(line, lines[number + 1]):
            drafts += _text(rest, kind)
            rest, waiting = [], line.text
        elif 0 < line.bold < len(line.text) and is_label(line.text[: line.bold]):
            value = line.text[line.bold :].lstrip(" :")
            drafts += [*_text(rest, kind), pair(line.text[: line.bold], [value], table=None, sep=" ")]
            rest = []
        else:
            rest.append(line.text)
    if waiting:
        drafts.append(pair(waiting, values, table=None))
    return drafts + _text(rest, kind)


def _is_label_alone(line: Line, following: Line) -> bool:
    """True for a known label on a line of its own, the value below it."""
    return is_label(line.text) and not is_label(following.text) and len(following.text) <= _LONGEST_LINE


def _is_bold_heading(line: Line) -> bool:
    return line.bold == len(line.text) <= _LONGEST_BOLD_HEADING and line.text[-1] not in ".:;,!" and not line.links


def _text(lines: Sequence[str], kind: BlockKind) -> list[Draft]:
    return [Draft(kind=kind, text="\n".join(lines))] if lines else []
