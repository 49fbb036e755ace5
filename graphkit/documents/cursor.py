"""Where reading stands in the lines of a flattened text, and the drafts that came of them so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graphkit.documents.builder import AFTER_LABEL, Draft
from graphkit.documents.chrome import issued_of
from graphkit.documents.headings import level_of
from graphkit.documents.labels import split_label
from graphkit.documents.layoutwords import begins
from graphkit.documents.shapes import Line
from graphkit.model import BlockKind

PAIRS = -1
"""The table number of pairs until those that follow each other are numbered as one fact box."""


@dataclass
class Cursor:
    """The state of one reading: `lines[at]` comes next, `end` is where the footer begins.

    `caption` is the heading or lead above, which tells the units of a table and whether a list is one of payers; `contacts` is true below a
    heading such as «Kontakt»; `title` is the line of the title; `head` is true for a page that may begin with a menu.
    """

    lines: list[Line]
    end: int
    language: str
    head: bool
    caption: str = ""
    contacts: bool = False
    at: int = 0
    title: int | None = None
    tables: int = 0
    publisher: str = ""
    issued: str = ""
    updated: str = ""
    drafts: list[Draft] = field(default_factory=list)

    @property
    def line(self) -> Line:
        """The line that comes next."""
        return self.lines[self.at]

    @property
    def at_title(self) -> bool:
        """True where the title comes next."""
        return self.at == self.title

    def ahead(self, count: int = 1) -> Line | None:
        """The line `count` lines below the next, or none at the end."""
        number = self.at + count
        return self.lines[number] if number < self.end else None

    def above(self) -> Line | None:
        """The line above the next, or none at the top."""
        return self.lines[self.at - 1] if self.at else None

    def add(self, draft: Draft, lines: int = 1) -> bool:
        """Add the draft of the next lines and go past them; always true."""
        self.drafts.append(draft)
        self.at += lines
        if not draft.reason and draft.kind is not BlockKind.CONTACT:
            self.contacts = False
        return True

    def add_heading(self, text: str, *, apart: bool, lines: int = 1) -> bool:
        """Add a heading, which is the caption of what follows; always true."""
        self.caption = text
        return self.add(Draft(kind=BlockKind.HEADING, text=text, level=level_of(text, apart=apart)), lines)

    def add_pairs(self, pairs: Sequence[tuple[str, str]], lines: int = 1) -> bool:
        """Add pairs of label and value that the source wrote with a colon or glued together; always true."""
        for label, value in pairs:
            self.drafts.append(
                Draft(kind=BlockKind.PAIR, cells=((label, ""), (value, "")), table=PAIRS, sep=AFTER_LABEL)
            )
        self.contacts = False
        self.at += lines
        return True

    def skip(self, lines: Sequence[Line], reason: str) -> None:
        """Note lines as boilerplate, and the dates in them; the cursor stays."""
        for line in lines:
            self.note_date(line.text)
            self.drafts.append(Draft(text=line.text, reason=reason))

    def note_date(self, text: str) -> None:
        """Keep the date of publication, or of the last change, that a line of the page's head or foot tells."""
        if begins(text, "layout.updated"):
            self.updated = self.updated or issued_of(text)
        elif begins(text, "layout.published") or (self.head and len(text) <= 110 and not split_label(text)):
            self.issued = self.issued or issued_of(text)
