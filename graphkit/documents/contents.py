"""Tables of contents that a PDF's transcript runs together into a line: they head a report's chapters and state nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.documents.shapes import Line

CONTENTS = "table of contents"
_HEAD = r"(?:\d{1,2}\s)?(?:Innehållsförteckning|Innehåll|Table of [Cc]ontents|Contents)\b"
_DOTTED = re.compile(rf"(?:{_HEAD}[\s:]+)?(?:[^.\n]{{2,120}}\.{{3,}}\s?\d{{1,3}}(?:\s|$)){{3,}}")
_PLAIN = re.compile(rf"{_HEAD}(?=\s)(?!.*[a-zåäö)][.!?]\s+[A-ZÅÄÖ])")
_SHORTEST = 120


def apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, with each dotted table of contents within one on a line of its own.

    >>> text = "Vi tackar alla. Innehåll Bakgrund... 3 Mål... 4 Medel och metod... 6 Kort sagt Projektet gav en bro."
    >>> [line.text for line in apart([Line(text, text, True)])]
    ['Vi tackar alla.', 'Innehåll Bakgrund... 3 Mål... 4 Medel och metod... 6', 'Kort sagt Projektet gav en bro.']
    """
    found: list[Line] = []
    for line in lines:
        start, match = 0, _dotted(line.text)
        if match is None:
            found.append(line)
            continue
        head = re.search(_HEAD, match.group())
        start = match.start() + (head.start() if head else 0)
        pieces = (line.text[:start], line.text[start : match.end()], line.text[match.end() :])
        found += (Line(text, text, True) for piece in pieces if (text := piece.strip()))
    return found


def is_contents(text: str) -> bool:
    """Whether a line is a table of contents: dotted, or headed as one and without any sentence.

    >>> is_contents("Innehåll Bakgrund... 3 Mål... 4 Medel... 6"), is_contents("Innehåll och form är ett i boken.")
    (True, False)
    >>> is_contents("2 Innehållsförteckning Sammanfattning Bakgrund till projektet Syfte Mål Metod Resurser " + "Uppföljning " * 5)
    True
    """
    dotted = _dotted(text)
    if dotted is not None and dotted.end() - dotted.start() >= len(text.rstrip()) - 3:
        return True
    return len(text) >= _SHORTEST and _PLAIN.match(text) is not None


def _dotted(text: str) -> re.Match[str] | None:
    return _DOTTED.search(text) if text.count("...") > 2 else None
