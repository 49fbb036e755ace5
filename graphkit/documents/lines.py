"""Flattened text: pages as a crawler leaves them, one line after the other without markup. Their blocks are found again by shape and place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.documents import chrome, headings, persons
from graphkit.documents.builder import AFTER_LABEL, BETWEEN_CELLS, Draft, Reading
from graphkit.documents.grids import is_rule, is_sum, read_side_by_side, read_stacked
from graphkit.documents.labels import (
    is_contact_label,
    is_label,
    is_list_label,
    label_tail,
    names_a_field,
    split_amount,
    split_inline,
    split_label,
    split_unknown,
    tells_of_money,
)
from graphkit.documents.language import detect_language
from graphkit.documents.layoutwords import begins
from graphkit.documents.paragraphs import joined, split_lines
from graphkit.documents.shapes import VALUES, Line, Shape, bullet, is_prose
from graphkit.lexicon import load_lexicon
from graphkit.model import BlockKind

_MOST_VALUES = 15
_PAIRS = -1
"""Marks pairs until consecutive ones are numbered as one fact box."""


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
    walk = _Walk(joined(split_lines(text)), language or detect_language(text), head=head, below=below)
    walk.run()
    title = next((draft.text for draft in walk.drafts if draft.kind is BlockKind.TITLE), "")
    return Reading(
        drafts=tuple(_numbered(walk.drafts)), title=title, publisher=walk.publisher, issued=walk.issued or walk.updated
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


class _Walk:
    """One way through the lines; each step takes the lines of one block, and the first reading that fits wins."""

    def __init__(self, lines: list[Line], language: str, *, head: bool, below: str = "") -> None:
        self.lines = lines
        self.language = language
        self.drafts: list[Draft] = []
        self.publisher = ""
        self.issued = ""
        self.updated = ""
        self._at = 0
        self._head = head
        self._title: int | None = None
        self._caption = below
        self._contacts = persons.is_contact_heading(below)
        self._tables = 0
        self._end = len(lines)

    def run(self) -> None:
        """Read all lines: the head of the page, its body, its footer."""
        self._end = chrome.footer_start(self.lines) if self._head else len(self.lines)
        if self._head:
            self._read_head()
        steps = (
            self._skip,
            self._skip_related,
            self._read_contact,
            self._read_section,
            self._read_table,
            self._read_pairs,
            self._read_payers,
            self._read_list,
            self._read_heading,
            self._read_paragraph,
        )
        while self._at < self._end:
            for step in steps:
                if step():
                    break
        for line in self.lines[max(self._end, self._at) :]:
            self._note_date(line.text)
            self.drafts.append(Draft(text=line.text, reason=chrome.reason_of(line, head=False) or chrome.FOOTER))

    # ------------------------------------------------------------------------------------------- the head

    def _read_head(self) -> None:
        """Menus and dates above the title, the site's name, the title."""
        rest: list[Line] = []
        at = 0
        kept = 0
        while at < self._end:
            line = self.lines[at]
            if line.shape is Shape.PROSE and not chrome.reason_of(line, head=True):
                break
            menu = chrome.head_menu(self.lines[: self._end], at) if line.gap and not kept else None
            if menu:
                self.publisher = self.publisher or menu[1]
                self._skip_lines(self.lines[at : menu[0]], chrome.NAVIGATION)
                at = menu[0]
                continue
            reason = chrome.reason_of(line, head=True)
            if reason:
                if reason == chrome.NAVIGATION and self._is_site_name(rest, at + 1):
                    self.publisher = self.publisher or rest[0].text
                    self._skip_lines(rest, chrome.NAVIGATION)
                    rest, kept = [], 0
                self._skip_lines([line], reason)
                at += 1
                if at < self._end and not self.lines[at].gap and line.gap:
                    self.lines[at] = replace(self.lines[at], gap=True)
                continue
            if split_label(line.text) or is_label(line.text) or headings.is_section_sign(line.text):
                break
            self._note_date(line.text)
            rest.append(line)
            kept += line.gap
            at += 1
            if kept > 3:
                break
        self.lines = rest + self.lines[at : self._end] + self.lines[self._end :]
        self._end -= at - len(rest)
        self._title = headings.title_at(self.lines[: self._end])
        names = [
            line for number, line in enumerate(rest) if number != self._title and not begins(line.text, "layout.genres")
        ]
        if (
            not self.publisher
            and names
            and names[0] in rest[:2]
            and len(rest) > 1
            and not rest[1].gap
            and names[0].shape is Shape.TEXT
        ):
            self.publisher = names[0].text

    def _is_site_name(self, rest: Sequence[Line], after: int) -> bool:
        """True for the one line above a menu, where a title follows below the menu."""
        if len(rest) != 1 or len(rest[0].text.split()) > 6 or rest[0].shape is not Shape.TEXT:
            return False
        return (
            headings.title_at(
                [line for line in self.lines[after : after + 20] if not chrome.reason_of(line, head=True)]
            )
            is not None
        )

    def _skip_lines(self, lines: Sequence[Line], reason: str) -> None:
        for line in lines:
            self._note_date(line.text)
            self.drafts.append(Draft(text=line.text, reason=reason))

    def _note_date(self, text: str) -> None:
        if begins(text, "layout.updated"):
            self.updated = self.updated or chrome.issued_of(text)
        elif begins(text, "layout.published") or (self._head and len(text) <= 110 and not split_label(text)):
            self.issued = self.issued or chrome.issued_of(text)

    # ------------------------------------------------------------------------------------------ the steps

    def _line(self, ahead: int = 0) -> Line | None:
        number = self._at + ahead
        return self.lines[number] if number < self._end else None

    def _add(self, draft: Draft, lines: int = 1) -> bool:
        self.drafts.append(draft)
        self._at += lines
        if not draft.reason and draft.kind is not BlockKind.CONTACT:
            self._contacts = False
        return True

    def _skip(self) -> bool:
        line = self.lines[self._at]
        if is_rule(line.text):
            return self._add(Draft(text=line.text, reason="rule"))
        if self._at == self._title:
            return False
        reason = chrome.reason_of(line, head=False)
        below = self._line(1)
        if not reason or (is_label(line.text) and below is not None and not below.gap and self._is_figure(below)):
            return False
        if reason == chrome.PUBLISHED:
            self._note_date(line.text)
        return self._add(Draft(text=line.text, reason=reason))

    def _skip_related(self) -> bool:
        end = (
            None
            if self._at == self._title or not self.lines[self._at].gap
            else chrome.related_end(self.lines[: self._end], self._at)
        )
        if end is None:
            return False
        while self._at < end:
            self._add(Draft(text=self.lines[self._at].text, reason=chrome.RELATED))
        return True

    def _read_contact(self) -> bool:
        line = self.lines[self._at]
        if self._at == self._title:
            return False
        if persons.is_contact_heading(line.text) and self._person_follows():
            self._add(self._heading(line, apart=line.gap))
            self._contacts = True
            return True
        label, colon, value = line.text.partition(":")
        if (
            colon
            and value.strip()
            and is_contact_label(label)
            and (persons.has_address(value) or persons.is_person(value.strip()) or len(value) < 60)
        ):
            return self._add(Draft(kind=BlockKind.CONTACT, text=line.text))
        end = persons.contact_end(self.lines[: self._end], self._at, announced=self._contacts)
        if end == self._at:
            return False
        text = "\n".join(one.text for one in self.lines[self._at : end])
        return self._add(Draft(kind=BlockKind.CONTACT, text=text), end - self._at)

    def _person_follows(self) -> bool:
        following = self._line(1)
        return (
            following is not None
            and persons.contact_end(self.lines[: self._end], self._at + 1, announced=True) > self._at + 1
        )

    def _read_section(self) -> bool:
        """An item of minutes; its words may stand on the next line."""
        line, below = self.lines[self._at], self._line(1)
        if not headings.is_section_sign(line.text):
            return False
        bare = len(line.text) <= 8
        if bare and below and not below.gap and headings.may_be_heading(below.text, below.shape):
            joined_line = replace(line, text=f"{line.text} {below.text}")
            return self._add(self._heading(joined_line, apart=True), 2)
        return self._add(self._heading(line, apart=True))

    def _read_table(self) -> bool:
        if self._at == self._title:
            return False
        lines = self.lines[: self._end] if self._end < len(self.lines) else self.lines
        found = read_side_by_side(lines, self._at, self._caption, self._tables) or read_stacked(
            lines, self._at, self._caption, self._tables
        )
        if not found:
            return False
        drafts, end = found
        if all(
            draft.kind is BlockKind.ROW and not any(header for _, header in draft.cells) for draft in drafts
        ) and tells_of_money(self._caption):
            drafts = [self._payer(draft) for draft in drafts]
        self._tables += 1
        self.drafts += drafts
        self._at = end
        self._contacts = False
        return True

    def _payer(self, draft: Draft) -> Draft:
        """A row of two cells below words of money: who pays, and how much."""
        if len(draft.cells) != 2:
            return draft
        headers = load_lexicon(self.language).words("layout.funder-headers")
        return replace(
            draft, cells=tuple((cell, header) for (cell, _), header in zip(draft.cells, headers, strict=True))
        )

    def _read_pairs(self) -> bool:
        line = self.lines[self._at]
        if self._at == self._title:
            return False
        inline = split_inline(line.text, line.raw)
        if inline:
            return self._add_pairs(inline, 1)
        known = split_label(line.text)
        if known:
            return self._add_pairs([known], 1)
        unknown = split_unknown(line.text)
        if unknown and (self._has_labelled_neighbour(unknown[1]) or names_a_field(unknown[0])):
            return self._add_pairs([unknown], 1)
        return self._read_label_above()

    def _has_labelled_neighbour(self, value: str) -> bool:
        """True where the line above or below is a label with its value too, or the value is a figure or date."""
        below = self._line(1)
        above = self.lines[self._at - 1] if self._at else None
        near = [
            one
            for one in (above, below)
            if one is not None and (one is above or not one.gap or self.lines[self._at].gap)
        ]
        labelled = [split_label(one.text) or split_unknown(one.text) for one in near]
        return any(labelled) or Line(value, value).shape in VALUES

    def _add_pairs(self, pairs: Sequence[tuple[str, str]], lines: int) -> bool:
        for label, value in pairs:
            self.drafts.append(
                Draft(kind=BlockKind.PAIR, cells=((label, ""), (value, "")), table=_PAIRS, sep=AFTER_LABEL)
            )
        self._contacts = False
        self._at += lines
        return True

    def _read_label_above(self) -> bool:
        """A label on a line of its own with its values below: until a blank line, the next label or a sentence."""
        line, below = self.lines[self._at], self._line(1)
        if below is None or not line.is_short or line.shape is not Shape.TEXT or bullet(line.text):
            return False
        colon = line.text.endswith(":")
        known = is_label(line.text)
        if not known and not (colon and len(line.text.split()) <= 5):
            return self._read_figure_below()
        values = self._values(known=known)
        if not values or (is_list_label(line.text) and len(values) > 1):
            return False
        if (
            tells_of_money(line.text)
            and len(values) > 1
            and not self._is_amount(values[0])
            and self._is_amount(values[1])
        ):
            return False
        if len(values) >= 3 and not known:
            return False
        cells = ((line.text.rstrip(": "), ""), *((one.text, "") for one in values))
        sep = AFTER_LABEL if colon and len(values) == 1 else BETWEEN_CELLS
        return self._add(Draft(kind=BlockKind.PAIR, cells=cells, table=_PAIRS, sep=sep), 1 + len(values))

    def _values(self, *, known: bool) -> list[Line]:
        """The lines that are the values of the label at the present line."""
        values: list[Line] = []
        label, first = self.lines[self._at], self._line(1)
        if first is None or (first.gap and not (label.gap and known and self._stands_alone(1))):
            return []
        while len(values) < _MOST_VALUES and (line := self._line(1 + len(values))):
            ahead = self._line(2 + len(values))
            if values and (line.gap or split_label(line.text) or split_inline(line.text, line.raw)):
                break
            if (
                values
                and line.shape is Shape.TEXT
                and (
                    is_label(line.text)
                    or (ahead and not ahead.gap and self._is_figure(ahead) and self._is_figure(values[-1]))
                )
            ):
                break
            if not self._may_be_value(line) or (values and self._is_figure(values[0]) and not self._is_figure(line)):
                break
            if not values and is_label(line.text) and ahead and not ahead.gap and line.shape is Shape.TEXT:
                return []
            values.append(line)
        following = self._line(1 + len(values))
        if (
            following
            and not following.gap
            and following.shape is Shape.PROSE
            and not label.text.endswith(":")
            and len(values) > 1
        ):
            return values[:1] if is_label(label.text) else []
        return values

    def _stands_alone(self, ahead: int) -> bool:
        line, following = self._line(ahead), self._line(ahead + 1)
        return line is not None and line.gap and (following is None or following.gap) and not is_label(line.text)

    @staticmethod
    def _is_figure(line: Line) -> bool:
        return line.shape in VALUES

    @staticmethod
    def _is_amount(line: Line) -> bool:
        return line.shape in (Shape.AMOUNT, Shape.DASH)

    @staticmethod
    def _may_be_value(line: Line) -> bool:
        return (
            line.is_short
            and (line.shape in VALUES or not bullet(line.text))
            and not line.text.endswith(":")
            and not headings.is_section_sign(line.text)
        )

    def _read_figure_below(self) -> bool:
        """Words and a figure on alternating lines, at least twice: payers and sums, or results and numbers."""
        count = 0
        while (label := self._line(2 * count)) and (value := self._line(2 * count + 1)):
            if label.shape is not Shape.TEXT or not label.is_short or not self._is_figure(value) or bullet(label.text):
                break
            if value.gap and not label.gap:
                break
            count += 1
        if count < 2 and not (count == 1 and self._after_pair()):
            return False
        pairs = [
            (self.lines[self._at + 2 * number].text, self.lines[self._at + 2 * number + 1].text)
            for number in range(count)
        ]
        self._add_figures(pairs)
        self._at += 2 * count
        return True

    def _after_pair(self) -> bool:
        return bool(self.drafts) and self.drafts[-1].table == _PAIRS and not self.lines[self._at].gap

    def _add_figures(self, pairs: Sequence[tuple[str, str]]) -> None:
        money = tells_of_money(self._caption)
        for label, value in pairs:
            cells = ((label, ""), (value, ""))
            if (
                money
                and not tells_of_money(label)
                and not is_label(label)
                and Line(value, value).shape in (Shape.AMOUNT, Shape.DASH)
            ):
                self.drafts.append(self._payer(Draft(kind=BlockKind.ROW, cells=cells, table=self._tables)))
            else:
                self.drafts.append(Draft(kind=BlockKind.PAIR, cells=cells, table=_PAIRS))
        self._tables += 1
        self._contacts = False

    def _read_payers(self) -> bool:
        """Lines of a name and an amount glued to it or behind it, at least two, or one below words of money."""
        pairs: list[tuple[str, str]] = []
        while (line := self._line(len(pairs))) and not (pairs and line.gap) and not bullet(line.text):
            found = split_amount(line.text)
            if not found:
                break
            pairs.append(found)
        if len(pairs) < 2 or self._at == self._title:
            return False
        self._add_figures(pairs)
        self._at += len(pairs)
        return True

    def _read_list(self) -> bool:
        line = self.lines[self._at]
        mark = bullet(line.text)
        if not mark or self._at == self._title or self._is_talk(line):
            return False
        below = self._line(1)
        numbered = mark.strip("(). ").isalnum()
        if numbered and headings.number_depth(line.text) and not self._goes_on(mark):
            return False
        if numbered and below and not below.gap and split_label(below.text) and len(line.text) <= 80:
            return self._add(self._heading(line, apart=False))
        text = line.text
        while mark and not numbered:
            text = text[len(mark) :]
            mark = bullet(text)
            numbered = bool(mark) and mark.strip("(). ").isalnum()
        return self._add(Draft(kind=BlockKind.LIST_ITEM, text=text))

    def _goes_on(self, mark: str) -> bool:
        """True where the line above or below is a list item of the same kind."""
        above = self.lines[self._at - 1] if self._at else None
        near = [one for one in (above, self._line(1)) if one]
        return any(
            bullet(one.text).strip("0123456789") == mark.strip("0123456789") and bullet(one.text) for one in near
        )

    def _is_talk(self, line: Line) -> bool:
        """True for what somebody says after a dash: a sentence that stands alone."""
        if line.text[0] not in "-–—−" or not is_prose(line.text):
            return False
        below = self._line(1)
        above = self.lines[self._at - 1] if self._at and not line.gap else None
        listed = (below is not None and not below.gap and bullet(below.text)) or (
            above is not None and bullet(above.text)
        )
        return not listed and len(line.text) > 40

    def _read_heading(self) -> bool:
        line, below = self.lines[self._at], self._line(1)
        if self._at == self._title:
            level = 1
            self._caption = line.text
            return self._add(Draft(kind=BlockKind.TITLE, text=line.text, level=level))
        if not headings.may_be_heading(line.text, line.shape) or below is None:
            return False
        if is_sum(line.text) or persons.has_address(line.text):
            return False
        if self._title is not None and self._at < self._title and begins(line.text, "layout.genres"):
            return False
        colon = line.text.endswith(":")
        if colon and (len(line.text.split()) > 7 or not line.text[0].isupper()):
            return False
        announces = (
            below.shape is Shape.PROSE or bullet(below.text) or bool(split_label(below.text)) or is_label(below.text)
        )
        alone = line.gap and below.gap
        first = line.gap and (announces or colon)
        inner = not line.gap and not below.gap and announces and self._after_text()
        if not (alone or first or inner or headings.number_depth(line.text)):
            return False
        self._add(self._heading(line, apart=alone))
        if colon or alone or is_list_label(line.text):
            self._read_plain_items(listed=colon or is_list_label(line.text))
        return True

    def _after_text(self) -> bool:
        """True where the line above ends a sentence or a list, so that a short line below begins something new."""
        above = self.lines[self._at - 1] if self._at else None
        return above is not None and (
            above.shape is Shape.PROSE
            or bool(bullet(above.text))
            or bool(self.drafts and self.drafts[-1].kind is not BlockKind.PARAGRAPH)
        )

    def _heading(self, line: Line, *, apart: bool) -> Draft:
        self._caption = line.text
        return Draft(kind=BlockKind.HEADING, text=line.text, level=headings.level_of(line.text, apart=apart))

    def _read_plain_items(self, *, listed: bool = True) -> None:
        """Items without bullets below a line that ends with a colon, or below a word such as «Mål»: all lines up to a blank one, if short.

        Below any other heading (`listed` is false) all must be shorter still, and begin as items do.
        """
        count = 0
        while (line := self._line(count)) and (not line.gap or not count):
            if (
                bullet(line.text)
                or len(line.text) > 160
                or split_label(line.text)
                or split_amount(line.text)
                or chrome.reason_of(line, head=False)
            ):
                return
            count += 1
        group = self.lines[self._at : self._at + count]
        if count < 2 or any(
            line.shape in VALUES or (line.shape is Shape.PROSE and line.text.count(". ")) for line in group
        ):
            return
        if not listed and not all(headings.may_be_item(line) for line in group):
            return
        for line in group:
            self._add(Draft(kind=BlockKind.LIST_ITEM, text=line.text))

    def _read_paragraph(self) -> bool:
        line = self.lines[self._at]
        tail = label_tail(line.text)
        if tail:
            self.drafts.append(Draft(text=line.text[:tail]))
            return self._add_pairs(split_inline(line.text[tail:], line.text[tail:]), 1)
        announces = line.text.endswith(":")
        self._add(Draft(text=line.text))
        if announces:
            self._caption = line.text
            self._read_plain_items()
        elif line.shape is Shape.PROSE and len(line.text) > 200:
            self._caption = ""
        return True
