"""Lines that a page's width broke, joined again: text from a PDF, an e-mail or a typewriter-like page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graphkit.documents.labels import glued_at, is_label, split_label
from graphkit.documents.shapes import Line, Shape, bullet, is_capitals
from graphkit.text import normalise, squeeze

WIDEST_PAGE = 150
_ENDS = (".", "!", "?", ":", ";", "…", ".”", '."', ".)")
_WIDE = re.compile(r"\S(?:\t|\s{3,}|\s\|\s)\S")
_NUMBERED = re.compile(r"(?:§\s?\d|\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+[A-ZÅÄÖ])")
_HYPHEN = re.compile(r"[a-zåäö]{2}-$")
_AND = ("och ", "eller ", "samt ", "and ", "or ", "respektive ", "resp", "till ")


def split_lines(text: str) -> list[Line]:
    """The lines with words of a text, each with what it needs to be judged; a form feed counts as a blank line.

    >>> [(line.text, line.gap) for line in split_lines("Mål\\n\\u00a0\\n 14   sjöar\\nTvå hamnar")]
    [('Mål', True), ('14 sjöar', True), ('Två hamnar', False)]
    """
    lines: list[Line] = []
    gap = True
    for raw in normalise(text.replace("\f", "\n\n").replace("\v", "\n")).split("\n"):
        squeezed = squeeze(raw)
        if squeezed.count("|") == 1:  # a cell of a table that stands alone
            squeezed = squeezed.strip("| ")
            raw = raw.replace("|", " ").strip()
        cut = glued_at(squeezed)
        if cut:
            lines += [Line(squeezed[:cut], squeezed[:cut], gap), Line(squeezed[cut:], squeezed[cut:])]
        elif squeezed:
            lines.append(Line(squeezed, raw.rstrip(), gap))
        gap = not squeezed
    return lines


def joined(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that continue the line above joined to it.

    >>> wrapped = "Bron över älven ska rustas upp under våren och sedan\\nöppnas för cyklister."
    >>> [line.text for line in joined(split_lines(wrapped))]
    ['Bron över älven ska rustas upp under våren och sedan öppnas för cyklister.']
    """
    width = page_width(lines)
    result: list[Line] = []
    last: Line | None = None
    parts: list[str] = []
    for line in lines:
        if (
            last is not None
            and not line.gap
            and _continues(last, line, width, open_item=bool(parts and bullet(parts[0])))
        ):
            parts[-1:] = (
                [parts[-1][:-1] + line.text] if _is_hyphenated(parts[-1], line.text) else [parts[-1], line.text]
            )
        else:
            _close(result, parts)
            parts = [line.text]
            result.append(line)
        last = line
    _close(result, parts)
    return result


def _close(result: list[Line], parts: Sequence[str]) -> None:
    """Put the parts of a joined line together, once: a long paragraph is not copied for each of its lines."""
    if len(parts) > 1 or (parts and result and result[-1].text != parts[0]):
        text = " ".join(parts)
        result[-1] = replace(result[-1], text=text, raw=text)


def page_width(lines: Iterable[Line]) -> int:
    """The width at which a page breaks its lines; 0 for a page whose lines are whole paragraphs.

    A page breaks lines when most of its long lines are about equally long and end in the middle of a sentence.
    """
    lengths = sorted(len(line.text) for line in lines if len(line.text) >= 40 and not _WIDE.search(line.raw))
    if len(lengths) < 4:
        return 0
    width = lengths[len(lengths) * 9 // 10]
    if width > WIDEST_PAGE:
        return 0
    full = [line.text for line in lines if width * 0.75 <= len(line.text) <= width * 1.2]
    broken = sum(not text.endswith(_ENDS) for text in full)
    return width if broken * 2 > len(full) and len(full) * 3 >= len(lengths) else 0


def _continues(above: Line, line: Line, width: int, *, open_item: bool) -> bool:
    """True where a line goes on with the sentence of the line above."""
    if bullet(line.text) or _NUMBERED.match(line.text) or _WIDE.search(line.raw) or _WIDE.search(above.raw):
        return False
    if (
        line.text[0].islower()
        and len(above.text) >= 50
        and not above.text.endswith((*_ENDS, "–"))
        and above.shape not in (Shape.AMOUNT, Shape.DATE)
    ):
        return True
    if _is_hyphenated(above.text, line.text) and len(above.text) >= 40:
        return True
    if not width or len(above.text) < width * 0.7 or is_capitals(above.text) != is_capitals(line.text):
        return False
    if split_label(line.text) or is_label(line.text) or above.text.endswith(":"):
        return False
    if above.text.endswith(_ENDS):
        return len(above.text) >= width * 0.8 and len(line.text) > 20 and not open_item
    return True


def _is_hyphenated(above: str, below: str) -> bool:
    return bool(_HYPHEN.search(above)) and below[:1].islower() and not below.startswith(_AND)
