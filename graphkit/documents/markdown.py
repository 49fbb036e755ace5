"""Markdown: bytes -> drafts. Front matter, headings, lists, tables and emphasis are read; what lies between is read as flattened text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphkit.documents import chrome, persons
from graphkit.documents.boilerplate import NAVIGATION, RELATED
from graphkit.documents.builder import Draft, Reading
from graphkit.documents.decoding import decode
from graphkit.documents.grids import with_unit
from graphkit.documents.limits import check_text
from graphkit.documents.lines import read_flattened
from graphkit.documents.sidebyside import is_rule
from graphkit.documents.tables import GridCell, read_grid
from graphkit.model import BlockKind
from graphkit.text import normalise

_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s+|$)(.*?)\s*#*$")
_ITEM = re.compile(r"\s{0,12}(?:[-*+•]|\d{1,3}[.)])\s+(?=\S)")
_STACKED_MARK = re.compile(r"[-*+•]\s+(?=\S)")
_QUOTE = re.compile(r"\s{0,3}>\s?")
_IMAGE = re.compile(r"!\[([^\[\]]{0,300})\]\([^()\s]{0,500}(?:\s\"[^\"]{0,200}\")?\)")
_LINK = re.compile(r"\[([^\[\]]{0,300})\]\([^()\s]{0,500}(?:\s\"[^\"]{0,200}\")?\)")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)?[^<>\s]{3,200})>")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,1000}?\S|\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*\\])([*_])(?=[^\s*_])([^*_]{1,1000}?)(?<=[^\s\\])\1(?![\w*])")
_BREAK = re.compile(r"<br\s*/?>|\\$", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~>])")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_META = re.compile(r"([A-Za-z_-]{2,30}):\s*(.*)$")
_MARKS = re.compile(r"^ {0,3}#{1,6}\s+\S|\*\*\S[^*\n]{0,300}\*\*|^\|?[ \t]*:?-{3,}:?[ \t]*\|", re.MULTILINE)
_ISSUED_KEYS = ("date", "published", "publicerad", "datum", "issued", "updated", "uppdaterad", "modified", "lastmod")
_ADDRESS_KEYS = ("source", "url", "canonical", "link")
_MOST_COLUMNS = 60


def read_markdown(data: bytes) -> Reading:
    """The drafts of a Markdown file, and what its front matter says of title, publisher, date and language.

    >>> reading = read_markdown(b"# Flis\\n\\n**Budget:** 3 mnkr\\n\\n| Bidragsgivare | Belopp |\\n|---|---|\\n| Sida | 2 mnkr |\\n")
    >>> for draft in reading.drafts:
    ...     print(draft.kind, draft.text or draft.cells)
    title Flis
    pair (('Budget', ''), ('3 mnkr', ''))
    header-row (('Bidragsgivare', ''), ('Belopp', ''))
    row (('Sida', 'Bidragsgivare'), ('2 mnkr', 'Belopp'))
    """
    return read_marked(check_text(decode(data)))


def is_marked(text: str) -> bool:
    """True for a text that is Markdown without saying so: two headings, bold words or rules of tables at least.

    >>> is_marked("## Mål\\n\\n**Sida** betalar.\\n"), is_marked("Mål\\n\\nSida betalar # 2.")
    (True, False)
    """
    return sum(1 for _, _ in zip(_MARKS.finditer(text), range(2), strict=False)) == 2


def read_marked(text: str) -> Reading:
    """The same for a text at hand."""
    lines = normalise(text).split("\n")
    meta, first = _front_matter(lines)
    page = _Page(lines[first:])
    page.read()
    drafts = _renumbered(page.groups)
    issued = next((date for key in _ISSUED_KEYS if (date := chrome.issued_of(meta.get(key, "")))), "")
    titles = [draft.text for draft in drafts if draft.kind is BlockKind.TITLE and not draft.reason]
    return Reading(
        drafts=tuple(drafts),
        title=meta.get("title", "") or (titles[0] if titles else ""),
        publisher=meta.get("publisher", "") or page.publisher,
        issued=issued or page.issued,
        language=meta.get("language", "") or meta.get("lang", ""),
        source=next((x for key in _ADDRESS_KEYS if (x := meta.get(key, "")).startswith(("http://", "https://"))), ""),
    )


def plain_text(text: str) -> str:
    """The words of a line of Markdown without links' addresses, emphasis and escapes; what a picture shows is none where it stands alone.

    >>> plain_text("Se [projektet](/p) **Varma hus**, *etapp 2* och 2\\\\*3")
    'Se projektet Varma hus, etapp 2 och 2*3'
    """
    text = "" if _IMAGE.fullmatch(text.strip()) else _IMAGE.sub(r"\1", text)
    text = _LINK.sub(r"\1", text)
    text = _ADDRESS.sub(r"\1", text)
    for _ in range(2):
        text = _STRONG.sub(r"\2", text)
        text = _EMPHASIS.sub(r"\2", text)
    text = _BREAK.sub(" ", text)
    return _ESCAPE.sub(r"\1", _TAG.sub("", text)).replace("`", "")


def _front_matter(lines: Sequence[str]) -> tuple[dict[str, str], int]:
    """The «key: value» lines between «---» at the top, and the line after them."""
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if not lines or lines[start].strip() != "---":
        return {}, 0
    meta: dict[str, str] = {}
    for number in range(start + 1, min(start + 60, len(lines))):
        if lines[number].strip() == "---":
            return meta, number + 1
        match = _META.match(lines[number])
        if match:
            meta[match.group(1).lower()] = match.group(2).strip().strip("\"'")
        elif lines[number].strip() and lines[number][0] not in " -\t":
            break
    return {}, 0


def _renumbered(groups: Sequence[Sequence[Draft]]) -> list[Draft]:
    """The drafts of all parts, their tables counted through."""
    result: list[Draft] = []
    count = 0
    for drafts in groups:
        tables = [draft.table for draft in drafts if draft.table is not None]
        result += [draft if draft.table is None else replace(draft, table=draft.table + count) for draft in drafts]
        count += max(tables) + 1 if tables else 0
    return result


class _Page:
    """The parts of a Markdown page; text between marked parts is gathered and read as flattened text."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.groups: list[list[Draft]] = []
        self.publisher = ""
        self.issued = ""
        self._loose: list[str] = []
        self._heading = ""
        self._titled = False
        self._marked = any(_HEADING.match(line) and plain_text(line).strip("# ") for line in lines)

    def read(self) -> None:
        """Read all lines from the top."""
        at = 0
        while at < len(self.lines):
            line = self.lines[at]
            if (heading := _HEADING.match(line)) and plain_text(heading.group(2)).strip():
                self._flush()
                self._add_heading(len(heading.group(1)), plain_text(heading.group(2)).strip())
                at += 1
            elif self._is_table(at):
                self._flush()
                at = self._add_table(at)
            elif _ITEM.match(line) and not is_rule(line.strip()):
                self._flush()
                at = self._add_items(at)
            elif is_rule(line.strip()) and self._is_underlined(line):
                title = self._loose.pop()
                self._flush()
                self._add_heading(1 if line.strip().startswith("=") else 2, title)
                at += 1
            else:
                self._add_loose(line)
                at += 1
        self._flush()

    def _is_underlined(self, line: str) -> bool:
        """True for a rule right below a line of text, which makes that line a heading."""
        return (
            line.strip()[0] in "=-"
            and bool(self._loose)
            and bool(self._loose[-1].strip())
            and len(self._loose[-1]) <= 120
            and self._loose[-2:-1] in ([], [""])
        )

    def _add_loose(self, line: str) -> None:
        if is_rule(line.strip()):
            self._loose += ["", ""]
            return
        links = _LINK.findall(line)
        if (
            len(links) >= 3
            and len(_LINK.sub("", line).strip(" |·•>›»/-–—\\")) <= 20
            and _LINK.match(line.lstrip(" *_>"))
        ):
            self._flush()
            self.groups.append([Draft(text=plain_text(line), reason=NAVIGATION)])
            return
        self._loose.append(plain_text(_QUOTE.sub("", line)).strip() if line.strip() else "")

    def _flush(self) -> None:
        """Read the gathered text as flattened text under the present heading."""
        text = "\n".join(_unwrapped(self._loose))
        self._loose = []
        if not text.strip():
            return
        reading = read_flattened(text, head=not self._heading and not self._marked, below=self._heading)
        self.groups.append(list(reading.drafts))
        self.publisher = self.publisher or reading.publisher
        self.issued = self.issued or reading.issued

    def _add_heading(self, level: int, text: str) -> None:
        self._heading = text
        title = not self._titled
        self._titled = True
        kind = BlockKind.TITLE if title else BlockKind.HEADING
        self.groups.append([Draft(kind=kind, text=text, level=1 if title else max(level, 2))])

    def _add_items(self, at: int) -> int:
        """The items of a list with their continued lines; links to other pages under a heading that announces them are no text."""
        items: list[str] = []
        linked: list[bool] = []
        while at < len(self.lines):
            line = self.lines[at]
            mark = _ITEM.match(line)
            if mark:
                body = line[mark.end() :]
                while inner := _STACKED_MARK.match(body):
                    body = body[inner.end() :]
                items.append(plain_text(body))
                linked.append(bool(_LINK.fullmatch(body.strip())))
            elif line.strip() and line[:1] in " \t" and items:
                items[-1] += " " + plain_text(line.strip())
            else:
                break
            at += 1
        related = all(linked) and chrome.announces_links(self._heading)
        if related and self.groups and self.groups[-1] and self.groups[-1][-1].kind is BlockKind.HEADING:
            self.groups[-1][-1] = replace(self.groups[-1][-1], reason=RELATED)
        contact = persons.is_contact_heading(self._heading)
        for item in items:
            kind = BlockKind.CONTACT if contact and persons.has_address(item) else BlockKind.LIST_ITEM
            self.groups.append([Draft(kind=kind, text=item, reason=RELATED if related else "")])
        return at

    def _is_table(self, at: int) -> bool:
        below = self.lines[at + 1].strip() if at + 1 < len(self.lines) else ""
        return "|" in self.lines[at] and "-" in below and "|" in below and is_rule(below)

    def _add_table(self, at: int) -> int:
        rows: list[list[str]] = []
        for number in range(at, len(self.lines)):
            line = self.lines[number].strip()
            if "|" not in line:
                break
            if not is_rule(line):
                rows.append(list(_cells(line)))
            at = number + 1
        width = len(rows[0])
        heads = with_unit(rows[0], rows[1:], self._heading) if any(rows[0]) else rows[0]
        grid = [[GridCell(head, header=True) for head in heads]]
        grid += [[GridCell(cell) for cell in (row + [""] * width)[: max(width, len(row))]] for row in rows[1:]]
        drafts = read_grid(grid, table=0)
        if drafts and drafts[0].kind is BlockKind.HEADER_ROW:
            drafts[0] = replace(drafts[0], cells=tuple((cell, "") for cell in rows[0]))
        self.groups.append(drafts)
        return at


def _cells(line: str) -> Iterator[str]:
    for cell in line.strip().strip("|").split("|", _MOST_COLUMNS)[:_MOST_COLUMNS]:
        yield plain_text(cell).strip()


def _unwrapped(lines: Sequence[str]) -> Iterator[str]:
    """The lines, those of one wrapped paragraph joined where a line ends in the middle of a sentence."""
    held = ""
    for line in lines:
        if held and line and not held.endswith((".", "!", "?", ":", ";")) and line[0].islower():
            held = f"{held} {line}"
            continue
        if held:
            yield held
        held = line
        if not line:
            yield ""
    if held:
        yield held
