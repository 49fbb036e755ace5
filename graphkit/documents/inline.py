"""The running text of a web page's element, gathered piece by piece with what was bold and what was a link."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Any

from graphkit.documents.boilerplate import SILENT

BREAK = "\n"
_BLANKS = re.compile(r"[ \t\r\n\f]+")

BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    }
)
"""Elements that begin and end a line."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt"})
BOLD = frozenset({"b", "strong"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph: its text, how many characters at its beginning are bold, how many of all are links, and how many links."""

    text: str
    bold: int = 0
    linked: int = 0
    links: int = 0


class Gatherer:
    """Collects runs of text until they are taken as lines."""

    def __init__(self) -> None:
        self._runs: list[tuple[str, bool, int]] = []

    def add(self, text: str | None, *, bold: bool = False, link: int = 0) -> None:
        """Add running text; its line breaks are blanks. `link` is a number that differs from link to link, 0 outside."""
        if text:
            self._runs.append((_BLANKS.sub(" ", text), bold, link))

    def add_break(self) -> None:
        """End the line."""
        self._runs.append((BREAK, False, 0))

    def add_lines(self, text: str | None) -> None:
        """Add preformatted text, whose line breaks count."""
        for number, line in enumerate((text or "").split("\n")):
            if number:
                self.add_break()
            self.add(line)

    def take(self) -> list[Line]:
        """The lines gathered so far without empty ones; the gatherer is empty again."""
        lines: list[Line] = []
        run: list[tuple[str, bool, int]] = []
        for piece in [*self._runs, (BREAK, False, 0)]:
            if piece[0] == BREAK:
                line = _line(run)
                if line.text:
                    lines.append(line)
                run = []
            else:
                run.append(piece)
        self._runs = []
        return lines


def _line(runs: list[tuple[str, bool, int]]) -> Line:
    """One line of runs: blanks squeezed as a browser does, the bold beginning and the linked characters counted."""
    text, bold, linked = "", 0, 0
    leading = True
    links = {link for piece, _, link in runs if link and piece.strip()}
    for piece, is_bold, link in runs:
        if not text or text.endswith(" "):
            piece = piece.lstrip(" ")
        text += piece
        if piece.strip():
            leading = leading and is_bold
            bold = len(text.rstrip()) if leading else bold
            linked += len(piece.strip()) if link else 0
    return Line(text.rstrip(), bold, linked, len(links))


def is_silent(element: Any) -> bool:
    """True for an element that holds nothing to read; a button that is a heading's text («accordion») is read."""
    tag = element.tag
    if not isinstance(tag, str):
        return True
    if tag == "button":
        return not any(above.tag in _HEADINGS for above in islice(element.iterancestors(), 3))
    return tag in SILENT


def text_of(element: Any, reason: Any = None) -> str:
    """All text of an element as it is read: blocks and `br` end a line, empty lines are left out.

    `reason` is a function that says of an element inside why it is left out (`Boilerplate.reason`).
    """
    from lxml import etree

    gatherer = Gatherer()
    walker = etree.iterwalk(element, events=("start", "end"))
    skipped: Any = None
    for event, node in walker:
        tag = node.tag
        if event == "start":
            if node is not element and (is_silent(node) or (reason and reason(node))):
                skipped = node
                walker.skip_subtree()
                continue
            if tag in BLOCKS or tag == "br":
                gatherer.add_break()
            (gatherer.add_lines if tag == "pre" else gatherer.add)(node.text)
        else:
            if node is not skipped and tag in BLOCKS:
                gatherer.add_break()
            if node is not element:
                gatherer.add(node.tail)
    return BREAK.join(line.text for line in gatherer.take())
