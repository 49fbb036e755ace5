"""What a web page's pieces are in the light of the headings above them: a menu, a contact box, a fact box, or text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from graphkit.documents.boilerplate import COOKIES, NAVIGATION, RELATED, words_of
from graphkit.documents.builder import Draft
from graphkit.documents.contacts import has_address
from graphkit.documents.labels import is_label
from graphkit.documents.tables import pair
from graphkit.model import BlockKind

_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_TEXTS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_LINK_SHARE = 0.8
_LONGEST_VALUE = 200
_LONGEST_CONTACT = 300
_CONTACT_LINE = 90
_FAR = 1_000  # pieces below a heading that are looked at


@dataclass(slots=True)
class Piece:
    """A draft with what the page's markup says of it: its box (a number), and how many of its letters are links."""

    draft: Draft
    box: int
    main: bool = False
    contact: bool = False
    linked: int = 0
    links: int = 0

    @property
    def skipped(self) -> bool:
        """True for boilerplate."""
        return bool(self.draft.reason)

    @property
    def is_links(self) -> bool:
        """True where nearly all of the text is links."""
        letters = len(re.sub(r"[\s|/·•»>,.–-]", "", self.draft.text))
        return (
            self.links > 0 and letters > 0 and len_without_blanks(self.linked, self.draft.text) >= _LINK_SHARE * letters
        )

    def skip(self, reason: str) -> None:
        """Make it boilerplate."""
        text = self.draft.text or " ".join(text for text, _ in self.draft.cells)
        self.draft = Draft(text=text[:200], reason=reason)


def len_without_blanks(linked: int, text: str) -> int:
    """The linked characters, without the share of blanks that the text holds."""
    return linked - round(linked * sum(map(str.isspace, text)) / max(len(text), 1))


def settle(pieces: list[Piece], ends: Mapping[int, int], parents: Sequence[int]) -> list[Piece]:
    """The pieces with menus and link lists marked as boilerplate, contact boxes and pairs of label and value recognised.

    `ends` says before which piece each box ends, `parents` in which box each lies.
    """
    spans = _Spans(pieces, ends, parents)
    _skip_navigation(pieces, spans)
    _find_contacts(pieces, spans)
    _skip_orphans(pieces, spans)
    return _number_pairs(_join_pairs(pieces))


class _Spans:
    """Which pieces each heading governs: those up to the next heading of its level or above, within its box."""

    def __init__(self, pieces: Sequence[Piece], ends: Mapping[int, int], parents: Sequence[int]) -> None:
        self._pieces, self._ends, self._parents = pieces, ends, parents

    def below(self, number: int, *, deeper: bool = False) -> range:
        """The pieces below a heading; with `deeper` those below its sub-headings too."""
        box = self._pieces[number].box
        while box and self._ends.get(box, len(self._pieces)) <= number + 1:
            box = self._parents[box]
        end = min(self._ends.get(box, len(self._pieces)), len(self._pieces), number + _FAR)
        level = self._pieces[number].draft.level
        for other in range(number + 1, end):
            draft = self._pieces[other].draft
            if draft.kind in _HEADS and not draft.reason and (not deeper or draft.level <= level):
                return range(number + 1, other)
        return range(number + 1, end)


# --------------------------------------------------------------------------------------------- navigation


def _skip_navigation(pieces: list[Piece], spans: _Spans) -> None:
    """Mark what leads elsewhere: boxes under a heading such as «Senaste nytt», lists and paragraphs of links, notices without markup."""
    has_main = any(piece.main for piece in pieces)
    title = next((number for number, piece in enumerate(pieces) if piece.draft.kind is BlockKind.TITLE), 0)
    for number, piece in enumerate(pieces):
        draft = piece.draft
        if draft.reason:
            continue
        if draft.kind in _HEADS:
            if _plain(draft.text) in _headings("navigation-headings"):
                below = spans.below(number, deeper=True)
                inside = [pieces[n] for n in below if not pieces[n].skipped]
                if draft.aside or (inside and all(x.is_links for x in inside)):
                    for x in [*inside, piece]:
                        x.skip(RELATED)
        elif draft.kind in _TEXTS:
            if draft.text.casefold().startswith(words_of("cookie-phrases")):
                piece.skip(COOKIES)
            elif piece.is_links and (_leads_on(piece) or (number < title and draft.kind is BlockKind.PARAGRAPH)):
                piece.skip(NAVIGATION)
    _skip_link_lists(pieces, has_main)


def _leads_on(piece: Piece) -> bool:
    """True for a paragraph of links that says no more than where they lead."""
    text = piece.draft.text
    several = piece.links > 1 and piece.draft.kind is BlockKind.PARAGRAPH and len(text) <= 60 * piece.links
    return several or text.casefold().lstrip("»>«←→ ").startswith(words_of("link-words"))


def _skip_link_lists(pieces: list[Piece], has_main: bool) -> None:
    """Mark lists of nothing but links beside the text (or anywhere on a page that doesn't mark its main part).

    A list under a label such as «Partner» or a sentence that ends with a colon is content, whatever its links.
    """
    start = 0
    while start < len(pieces):
        end = start
        while end < len(pieces) and pieces[end].draft.kind is BlockKind.LIST_ITEM and not pieces[end].skipped:
            end += 1
        run = pieces[start:end]
        if run and all(piece.is_links for piece in run):
            above = next((pieces[n].draft for n in range(start - 1, -1, -1) if not pieces[n].skipped), Draft())
            introduced = above.text.endswith(":") or is_label(above.text)
            beside = run[0].draft.aside or not (run[0].main or has_main)
            if beside and not introduced and (run[0].draft.aside or len(run) >= 3):
                for piece in run:
                    piece.skip(NAVIGATION)
        start = max(end, start + 1)


# ----------------------------------------------------------------------------------------------- contacts


def _find_contacts(pieces: list[Piece], spans: _Spans) -> None:
    """Make contact boxes of what stands under «Kontakt» or in a box of that class; lines of one person become one block."""
    for number, piece in enumerate(pieces):
        if piece.draft.kind in _HEADS and not piece.skipped and _is_contact_heading(piece.draft.text):
            for other in spans.below(number):
                pieces[other].contact = True
    start = 0
    while start < len(pieces):
        end = start
        while end < len(pieces) and _is_contact_line(pieces[end]):
            end += 1
        if end - start > 1 and any(has_address(piece.draft.text) for piece in pieces[start:end]):
            text = "\n".join(piece.draft.text for piece in pieces[start:end])
            pieces[start].draft = replace(pieces[start].draft, kind=BlockKind.CONTACT, text=text)
            for piece in pieces[start + 1 : end]:
                piece.draft = Draft()
        start = max(end, start + 1)
    for piece in pieces:
        draft = piece.draft
        if piece.contact and draft.kind in _TEXTS and not draft.reason and len(draft.text) <= _LONGEST_CONTACT:
            lines = draft.text.split("\n")
            if has_address(draft.text) or (len(lines) > 1 and max(map(len, lines)) <= _CONTACT_LINE):
                piece.draft = replace(draft, kind=BlockKind.CONTACT)


def _is_contact_line(piece: Piece) -> bool:
    draft = piece.draft
    text = draft.text
    return (
        piece.contact
        and draft.kind in (*_TEXTS, BlockKind.CONTACT)
        and not draft.reason
        and 0 < len(text) <= 60
        and "\n" not in text
    )


def _is_contact_heading(text: str) -> bool:
    plain = _plain(text)
    return any(plain == word or plain.startswith(word + " ") for word in words_of("contact-headings"))


# ----------------------------------------------------------------------------------------- boxes and pairs


def _skip_orphans(pieces: list[Piece], spans: _Spans) -> None:
    """Mark headings beside the text below which nothing is left."""
    for number in range(len(pieces) - 1, -1, -1):
        draft = pieces[number].draft
        if draft.kind is BlockKind.HEADING and draft.aside and not draft.reason:
            below = spans.below(number, deeper=True)
            if not any(pieces[n].draft.text or pieces[n].draft.cells for n in below if not pieces[n].skipped):
                pieces[number].skip(NAVIGATION)


def _join_pairs(pieces: list[Piece]) -> list[Piece]:
    """Label and value in two blocks of their own («Projektägare» above «Region Exempel») as one pair."""
    joined: list[Piece] = []
    number = 0
    while number < len(pieces):
        piece = pieces[number]
        following = pieces[number + 1] if number + 1 < len(pieces) else None
        if following is not None and _is_label_of(piece, following):
            piece.draft = replace(pair(piece.draft.text, [following.draft.text], table=None), aside=piece.draft.aside)
            number += 1
        joined.append(piece)
        number += 1
    return joined


def _is_label_of(piece: Piece, following: Piece) -> bool:
    label, value = piece.draft, following.draft
    if label.reason or value.reason or not label.text or value.kind is not BlockKind.PARAGRAPH or not value.text:
        return False
    if label.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or not is_label(label.text):
        return False
    sentence = value.text.endswith((".", ":", "!", "?"))
    return (
        not sentence and len(value.text) <= _LONGEST_VALUE and not is_label(value.text) and label.aside == value.aside
    )


def _number_pairs(pieces: list[Piece]) -> list[Piece]:
    """Give neighbouring pairs without a table one number, so that they are known as one fact box."""
    number = max((piece.draft.table for piece in pieces if piece.draft.table is not None), default=0)
    last: Piece | None = None
    for piece in pieces:
        if piece.draft.kind is BlockKind.PAIR and piece.draft.table is None:
            if last is None or last.draft.kind is not BlockKind.PAIR or last.draft.aside != piece.draft.aside:
                number += 1
            piece.draft = replace(piece.draft, table=number)
        if piece.draft.text or piece.draft.cells:
            last = piece
    return pieces


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s&-]", " ", text).split()).casefold()


@cache
def _headings(group: str) -> frozenset[str]:
    return frozenset(words_of(group))
