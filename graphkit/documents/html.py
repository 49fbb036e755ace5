"""HTML pages: a structural reader on lxml that keeps fact boxes, tables and headings, and leaves menus, notices and footers out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from graphkit.documents.boilerplate import FOOTER, PUBLISHED, Boilerplate, class_words, hinted
from graphkit.documents.builder import Draft, Reading
from graphkit.documents.decoding import decode
from graphkit.documents.htmltables import is_data_table, read_cells
from graphkit.documents.inline import BLOCKS, BOLD, Gatherer, is_silent, text_of
from graphkit.documents.limits import MAX_ELEMENTS, check_markup
from graphkit.documents.marked import marked_drafts
from graphkit.documents.pageinfo import PageInfo, find_page_info, footer_date, publication_date
from graphkit.documents.sections import Piece, settle
from graphkit.documents.tables import pair, read_grid
from graphkit.errors import DocumentError
from graphkit.model import BlockKind

_LONGEST_SKIPPED = 200
_HEAD = 40  # pieces among which the title and the date stand
_DOCTYPE = re.compile(r"<!DOCTYPE[^<>\[]*(?:\[[^\]]*\]\s*)?>", re.IGNORECASE)
_LONGEST_VALUE = 400
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 5, "legend": 5}
_BOXES = frozenset(
    {"section", "div", "aside", "article", "td", "th", "fieldset", "details", "figure", "center", "form"}
)


def read_html(data: bytes) -> Reading:
    """The drafts of a page and what its head says; a DocumentError tells of a page without text, too deep or too large."""
    root = parse_html(decode(data, declared=True))
    boilerplate = Boilerplate(root)
    page = _Page(root, boilerplate)
    pieces = settle(page.read(), page.ends, page.parents)
    info = find_page_info(root, pieces)
    drafts = tuple(_titled([piece.draft for piece in pieces], info))
    if not any(not draft.reason for draft in drafts):
        raise DocumentError(
            "the page holds no text: it may be filled by a script when it is opened; save it from a browser instead."
        )
    return Reading(
        drafts=drafts,
        title=info.title,
        publisher=info.publisher,
        issued=info.issued or page.published or page.updated or _footer_date(pieces),
        language=info.language,
        source=info.address,
    )


def _footer_date(pieces: Sequence[Piece]) -> str:
    dates = (footer_date(piece.draft.text) for piece in pieces if piece.draft.reason == FOOTER)
    return next((date for date in dates if date), "")


def parse_html(text: str) -> Any:
    """The element tree of a page; nothing is fetched, no entity beyond HTML's own is resolved."""
    from lxml import etree

    text = _DOCTYPE.sub("", check_markup(text.replace("\0", "")), count=1)
    parser = etree.HTMLParser(
        recover=True, huge_tree=False, no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except etree.XMLSyntaxError as error:
        raise DocumentError("the page can't be parsed: {words}.", words=error.msg) from error
    for entry in parser.error_log:
        if entry.type_name == "ERR_RESOURCE_LIMIT" or "XML_PARSE_HUGE" in entry.message:
            raise DocumentError(
                "the page is nested deeper than 256 elements or holds a text of over 10 MB: save it as plain text."
            )
    if root is None:
        raise DocumentError("the page holds no text.")
    return root


def _titled(drafts: list[Draft], info: PageInfo) -> list[Draft]:
    """The drafts with one title: the page's own main heading, else the one in its head."""
    for number, draft in enumerate(drafts):
        if draft.kind is BlockKind.TITLE and not draft.reason:
            later = [
                replace(x, kind=BlockKind.HEADING) if x.kind is BlockKind.TITLE else x for x in drafts[number + 1 :]
            ]
            return drafts[: number + 1] + later
    return [Draft(kind=BlockKind.TITLE, text=info.title, level=1), *drafts] if info.title else drafts


@dataclass(frozen=True, slots=True)
class _Place:
    """What holds for the text at a point of the page."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    bold: bool = False
    link: int = 0
    aside: bool = False
    boxed: bool = False
    contact: bool = False
    main: bool = False
    dated: bool = False
    box: int = 0


class _Page:
    """One walk over a page, without recursion: elements open and close places, text is gathered and flushed where a block begins or ends."""

    def __init__(self, root: Any, boilerplate: Boilerplate) -> None:
        self._root = root
        self._boilerplate = boilerplate
        self._gatherer = Gatherer()
        self._pieces: list[Piece] = []
        self._tables = 0
        self.parents = [0]
        self.ends: dict[int, int] = {}
        self.published = ""
        self.updated = ""

    def read(self) -> list[Piece]:
        """The pieces of the page in reading order, boilerplate among them with its reason."""
        from lxml import etree

        places = [_Place()]
        walker = etree.iterwalk(self._root, events=("start", "end"))
        closed: Any = None
        for count, (event, element) in enumerate(walker):
            if count > 2 * MAX_ELEMENTS:
                raise DocumentError(
                    "the page holds more than {number:,} elements: split it or save it as plain text.",
                    number=MAX_ELEMENTS,
                )
            if event == "start":
                if self._read_whole(element, places[-1]):
                    closed = element
                    walker.skip_subtree()
                    continue
                places.append(self._open(element, places[-1]))
            else:
                if element is not closed:
                    self._close(element, places.pop())
                if element is not self._root:
                    place = places[-1]
                    self._gatherer.add(element.tail, bold=place.bold, link=place.link)
        self._flush(places[-1])
        self.ends[0] = len(self._pieces)
        return self._pieces

    # ------------------------------------------------------------------------------------------- elements

    def _read_whole(self, element: Any, place: _Place) -> bool:
        """True for an element that is done with as a whole: boilerplate, a table, a list of terms."""
        tag = element.tag
        if is_silent(element):
            return True
        if element is self._root:
            return False
        reason = self._boilerplate.reason(element)
        if reason:
            if element.tag in BLOCKS:
                self._flush(place)
            self._skip(reason, text_of(element))
            return True
        if tag == "table" and is_data_table(element):
            self._flush(place)
            self._read_table(element, place)
            return True
        if tag == "dl":
            self._flush(place)
            self._read_terms(element, place)
            return True
        return False

    def _open(self, element: Any, place: _Place) -> _Place:
        tag = element.tag
        if tag in BLOCKS:
            self._flush(place)
        elif tag == "br":
            self._gatherer.add_break()
        words = class_words(element)
        if tag in _BOXES:
            self.parents.append(place.box)
            place = replace(place, box=len(self.parents) - 1)
        if tag in ("main", "article") or element.get("role") == "main":
            place = replace(place, main=True)
        if tag in BOLD:
            place = replace(place, bold=True)
        elif tag == "a" and element.get("href") is not None:
            place = replace(place, link=id(element))
        elif tag in _HEADINGS:
            level = _HEADINGS[tag]
            place = replace(place, kind=BlockKind.TITLE if level == 1 else BlockKind.HEADING, level=level, bold=False)
        elif tag == "li":
            place = replace(place, kind=BlockKind.LIST_ITEM)
        elif tag == "aside" or element.get("role") in ("complementary", "note"):
            place = replace(place, aside=True)
        if words and tag not in ("html", "body"):
            place = self._hinted(words, place, tag)
        if tag == "pre":
            self._gatherer.add_lines(element.text)
        else:
            self._gatherer.add(element.text, bold=place.bold, link=place.link)
        return place

    @staticmethod
    def _hinted(words: list[str], place: _Place, tag: str) -> _Place:
        if tag not in _BOXES and tag not in ("p", "ul", "ol", "address", "span", "li", "header"):
            return place
        facts = hinted(words, "fact-classes")
        return replace(
            place,
            aside=place.aside or facts or hinted(words, "aside-classes"),
            boxed=place.boxed or facts,
            contact=place.contact or tag == "address" or hinted(words, "contact-classes"),
            dated=place.dated or hinted(words, "date-classes"),
        )

    def _close(self, element: Any, place: _Place) -> None:
        tag = element.tag
        if tag in BLOCKS:
            self._flush(place)
        elif tag == "span" and hinted(class_words(element), "label-classes"):
            self._gatherer.add_break()
        if tag in _BOXES:
            self.ends[place.box] = len(self._pieces)

    # --------------------------------------------------------------------------------------------- pieces

    def _flush(self, place: _Place) -> None:
        """Make pieces of the text gathered so far."""
        lines = self._gatherer.take()
        if not lines:
            return
        text = " ".join(line.text for line in lines)
        found = publication_date(text, dated=place.dated or self._near_title())
        if found:
            which, date = found
            self.published = self.published or (date if which == "issued" else "")
            self.updated = self.updated or (date if which == "updated" else "")
            self._skip(PUBLISHED, text)
            return
        linked = sum(line.linked for line in lines)
        links = sum(line.links for line in lines)
        for draft in marked_drafts(lines, kind=place.kind, level=place.level, boxed=place.boxed or place.aside):
            self._put(replace(draft, aside=place.aside), place, linked, links)

    def _near_title(self) -> bool:
        """True next to the title, where a bare date is the date of publication."""
        told = [piece.draft for piece in self._pieces if not piece.skipped] if len(self._pieces) < _HEAD else []
        return bool(told) and any(draft.kind is BlockKind.TITLE for draft in told[-2:])

    def _put(self, draft: Draft, place: _Place, linked: int = 0, links: int = 0) -> None:
        self._pieces.append(Piece(draft, place.box, place.main, place.contact, linked, links))

    def _skip(self, reason: str, text: str) -> None:
        """Tell of a piece that is left out; a long one is cut."""
        text = " ".join(text.split())
        if len(text) > _LONGEST_SKIPPED:
            text = text[:_LONGEST_SKIPPED] + "…"
        self._pieces.append(Piece(Draft(text=text, reason=reason), 0))

    def _read_table(self, table: Any, place: _Place) -> None:
        aside = place.aside or place.boxed or hinted(class_words(table), "fact-classes")
        caption = next((text_of(child) for child in table.iterchildren("caption")), "")
        self._tables += 1
        for draft in read_grid(
            read_cells(table, self._boilerplate), table=self._tables, caption=caption, above=self._above(), aside=aside
        ):
            self._put(draft, place)

    def _above(self) -> str:
        """The text just above a table."""
        return self._pieces[-1].draft.text if self._pieces and not self._pieces[-1].skipped else ""

    def _read_terms(self, terms: Any, place: _Place) -> None:
        """A list of terms: each is a label with its values; a long description is a paragraph under its own heading."""
        self._tables += 1
        label, values = "", list[str]()
        for element in [*terms.iter("dt", "dd"), None]:
            if element is not None and element.tag == "dd" and label:
                values.append(text_of(element, self._boilerplate.reason))
                continue
            values = [value for value in values if value]
            if label and values and sum(map(len, values)) <= _LONGEST_VALUE:
                self._put(pair(label, values, table=self._tables, aside=place.aside or place.boxed), place)
            elif label:
                self._put(Draft(kind=BlockKind.HEADING, text=label, level=6, aside=place.aside), place)
                for value in values:
                    self._put(Draft(text=value, aside=place.aside), place)
            values = []
            label = text_of(element, self._boilerplate.reason) if element is not None else ""
