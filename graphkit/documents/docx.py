"""Word files: paragraphs, lists and tables in the order of the body; running heads and feet are left out."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from graphkit.documents.builder import Draft, Reading
from graphkit.documents.inline import Gatherer
from graphkit.documents.limits import check_package
from graphkit.documents.marked import marked_drafts
from graphkit.documents.pageinfo import publication_date
from graphkit.documents.sections import Piece, settle
from graphkit.documents.tables import GridCell, read_grid
from graphkit.errors import DocumentError, Message
from graphkit.model import BlockKind
from graphkit.text import normalise, squeeze

RUNNING = "running head or foot"
MAX_BLOCKS = 200_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|rubrik|överskrift|overskrift)\s*(\d)", re.IGNORECASE)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_WRAPPERS = frozenset(_W + tag for tag in ("sdt", "sdtContent", "ins", "smartTag", "customXml"))
_TITLES = ("title", "titel", "rubrik", "dokumentrubrik")
_LISTS = ("list", "lista", "punkt")
_LONGEST_CHAIN = 10
_HEAD = 8  # paragraphs among which the date of issue stands
_NO_TITLES = ("word document", "microsoft word", "untitled", "namnlös", "document", "dokument")
_BROKEN = Message("it is no Word file, or a broken one: open it and save it again as .docx.")
_OLD = b"\xd0\xcf\x11\xe0"


def read_docx(data: bytes) -> Reading:
    """The drafts of a Word file; a DocumentError tells of one that is broken, locked or empty."""
    body, styles, properties, running = _open(data)
    drafts = _drafts(body, _Styles(styles))
    if not any(draft.text or draft.cells for draft in drafts):
        raise DocumentError("it holds no text.")
    heading = next((draft.text for draft in drafts if draft.kind is BlockKind.TITLE), "")
    title = squeeze(normalise(properties[0]))
    return Reading(
        drafts=(*drafts, *(Draft(text=text, reason=RUNNING) for text in running)),
        title=heading or ("" if title.lower().startswith(_NO_TITLES) else title),
        issued=next((found[1] for found in (publication_date(x.text) for x in drafts[:_HEAD]) if found), ""),
        language=properties[1][:2].lower(),
    )


def _drafts(body: Any, styles: _Styles) -> list[Draft]:
    """The drafts of the body in reading order."""
    pieces: list[Piece] = []
    tables = 0
    for element, aside in _blocks(body):
        if len(pieces) > MAX_BLOCKS:
            raise DocumentError("it holds more than {number:,} paragraphs: split it.", number=MAX_BLOCKS)
        if element.tag == _W + "tbl":
            tables += 1
            above = pieces[-1].draft.text if pieces else ""
            drafts = read_grid(_grid(element), table=tables, above=above, aside=aside)
        else:
            drafts = [replace(draft, aside=aside) for draft in _paragraph(element, styles, boxed=aside)]
        pieces += [Piece(draft, 0, main=True) for draft in drafts]
    return [piece.draft for piece in settle(pieces, {0: len(pieces)}, [0])]


def _open(data: bytes) -> tuple[Any, Any, tuple[str, str], tuple[str, ...]]:
    """The file's body and styles, its title and language, and its running heads and feet."""
    if data.startswith(_OLD):
        raise DocumentError("it is an old or a locked Word file: save it as .docx without a password.")
    try:
        check_package(data).close()
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError) as error:
        raise DocumentError(_BROKEN) from error
    import docx

    try:
        document = docx.Document(BytesIO(data))
        properties = (document.core_properties.title or "", document.core_properties.language or "")
        body, styles, running = document.element.body, document.styles.element, _running(document)
    except MemoryError:
        raise
    except Exception as error:
        # A damaged package makes python-docx raise what its parts raise: KeyError, XMLSyntaxError, BadZipFile, zlib.error, AttributeError …
        raise DocumentError(_BROKEN) from error
    if body is None:
        raise DocumentError(_BROKEN)
    return body, styles, properties, running


def _running(document: Any) -> tuple[str, ...]:
    """The running heads and feet, each text once."""
    texts: dict[str, None] = {}
    for section in document.sections:
        for part in (section.header, section.footer, section.first_page_header, section.first_page_footer):
            text = squeeze(" ".join(paragraph.text for paragraph in part.paragraphs))
            texts.setdefault(text[:200])
    return tuple(text for text in texts if text)


def _blocks(body: Any) -> Iterator[tuple[Any, bool]]:
    """The paragraphs and tables of the body in reading order; true for those in a text box, which come after the paragraph that holds it."""
    stack: list[tuple[Iterator[Any], bool]] = [(body.iterchildren(), False)]
    while stack:
        element = next(stack[-1][0], None)
        aside = stack[-1][1]
        if element is None:
            stack.pop()
        elif element.tag in (_W + "p", _W + "tbl"):
            yield element, aside
            if not aside and element.tag == _W + "p":
                boxes = [box for box in element.iter(_W + "txbxContent") if not _is_inside(box, element, _FALLBACK)]
                stack += [(box.iterchildren(), True) for box in reversed(boxes)]
        elif element.tag in _WRAPPERS:
            stack.append((element.iterchildren(), aside))


# --------------------------------------------------------------------------------------------- paragraphs


class _Styles:
    """What each style makes of a paragraph: a title, a heading of a level, a list item, or text. A style takes after the one it is based on."""

    def __init__(self, styles: Any) -> None:
        self._styles = {style.get(_W + "styleId"): style for style in styles.iterchildren(_W + "style")}
        self._known: dict[str, tuple[BlockKind, int]] = {}

    def kind(self, identifier: str) -> tuple[BlockKind, int]:
        """The kind and the level."""
        if identifier not in self._known:
            self._known[identifier] = self._find(identifier)
        return self._known[identifier]

    def _find(self, identifier: str) -> tuple[BlockKind, int]:
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(identifier)
            name = style.find(_W + "name") if style is not None else None
            plain = (name.get(_W + "val") if name is not None else identifier) or ""
            if plain.lower() in _TITLES:
                return BlockKind.TITLE, 1
            if match := _HEADING.match(plain):
                return BlockKind.HEADING, min(int(match.group(1)) + 1, 6)
            if style is None:
                break
            if style.find(f"{_W}pPr/{_W}outlineLvl") is not None:
                return BlockKind.HEADING, min(_number(style.find(f"{_W}pPr/{_W}outlineLvl"), 0) + 2, 6)
            if plain.lower().startswith(_LISTS) or style.find(f"{_W}pPr/{_W}numPr") is not None:
                return BlockKind.LIST_ITEM, 0
            based = style.find(_W + "basedOn")
            identifier = (based.get(_W + "val") or "") if based is not None else ""
        return BlockKind.PARAGRAPH, 0


def _paragraph(element: Any, styles: _Styles, *, boxed: bool) -> list[Draft]:
    """A paragraph's drafts: its style or its outline level says what it is."""
    gatherer = Gatherer()
    _gather(element, gatherer)
    lines = gatherer.take()
    if not lines:
        return []
    style = element.find(f"{_W}pPr/{_W}pStyle")
    kind, level = styles.kind(style.get(_W + "val") or "") if style is not None else (BlockKind.PARAGRAPH, 0)
    outline = element.find(f"{_W}pPr/{_W}outlineLvl")
    if kind is BlockKind.PARAGRAPH and outline is not None and _number(outline, 9) < 9:
        kind, level = BlockKind.HEADING, min(_number(outline, 0) + 2, 6)
    elif kind is BlockKind.PARAGRAPH and element.find(f"{_W}pPr/{_W}numPr") is not None:
        kind = BlockKind.LIST_ITEM
    return marked_drafts(lines, kind=kind, level=level, boxed=boxed)


def _gather(element: Any, gatherer: Gatherer) -> None:
    """The running text of a paragraph, deleted text left out; tabs are wide blanks."""
    for node in element.iter(_W + "t", _W + "tab", _W + "br", _W + "cr", _W + "noBreakHyphen"):
        run = node.getparent()
        if run.tag != _W + "r" or any(_is_inside(node, element, _W + tag) for tag in ("txbxContent", "moveFrom")):
            continue
        if _is_on(run, "vanish"):
            continue  # hidden text, which the page doesn't show
        if node.tag == _W + "t":
            gatherer.add(node.text, bold=_is_on(run, "b"))
        elif node.tag == _W + "tab":
            gatherer.add(" ")
        elif node.tag == _W + "noBreakHyphen":
            gatherer.add("-")
        else:
            gatherer.add_break()


def _is_inside(node: Any, top: Any, tag: str) -> bool:
    for ancestor in node.iterancestors():
        if ancestor is top:
            return False
        if ancestor.tag == tag:
            return True
    return False


def _is_on(run: Any, name: str) -> bool:
    """True for a run that bears a mark, such as `b` for bold letters."""
    mark = run.find(f"{_W}rPr/{_W}{name}")
    return mark is not None and mark.get(_W + "val") not in ("0", "false", "off")


# ------------------------------------------------------------------------------------------------- tables


def _grid(table: Any) -> list[list[GridCell]]:
    """A table's rows; merged cells span, a table in a cell is text of the cell."""
    rows: list[list[GridCell]] = []
    open_cells: dict[int, tuple[int, int]] = {}
    for row in _children(table, "tr"):
        cells: list[GridCell] = []
        column = 0
        repeats = row.find(f"{_W}trPr/{_W}tblHeader") is not None
        before = row.find(f"{_W}trPr/{_W}gridBefore")
        for _ in range(_number(before, 0)):
            cells.append(GridCell(""))
            column += 1
        for cell in _children(row, "tc"):
            width = _number(cell.find(f"{_W}tcPr/{_W}gridSpan"), 1)
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            if merge is not None and merge.get(_W + "val") != "restart" and column in open_cells:
                above, place = open_cells[column]
                rows[above][place] = _taller(rows[above][place])
            else:
                if merge is not None:
                    open_cells[column] = (len(rows), len(cells))
                else:
                    open_cells.pop(column, None)
                cells.append(_cell(cell, width, header=repeats))
            column += width
        rows.append(cells)
    return rows


def _children(parent: Any, name: str) -> Iterator[Any]:
    """The children of that name, those in content controls too."""
    for child in parent.iterchildren():
        if child.tag == _W + name:
            yield child
        elif child.tag == _W + "sdt":
            for content in child.iterchildren(_W + "sdtContent"):
                yield from content.iterchildren(_W + name)


def _cell(cell: Any, width: int, *, header: bool) -> GridCell:
    gatherer = Gatherer()
    for paragraph in cell.iter(_W + "p"):
        _gather(paragraph, gatherer)
        gatherer.add_break()
    lines = gatherer.take()
    bold = bool(lines) and all(line.bold == len(line.text) for line in lines)
    return GridCell("\n".join(line.text for line in lines), header=header, bold=bold, columns=width)


def _taller(cell: GridCell) -> GridCell:
    return GridCell(cell.text, cell.header, cell.bold, cell.columns, cell.rows + 1)


def _number(element: Any, default: int) -> int:
    value = (element.get(_W + "val") or "") if element is not None else ""
    return min(int(value), 200) if value.isascii() and value.isdigit() and len(value) < 6 else default
