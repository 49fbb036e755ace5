"""From drafts to a document: every reader hands its pieces here, and the text is laid out in one place.

A reader says what each piece is; offsets, blank lines between blocks, bars between cells and the normal form are settled here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graphkit.model import Block, BlockKind, Cell, Document, DocumentInfo, Skipped
from graphkit.text import normalise

BETWEEN_BLOCKS = "\n\n"
BETWEEN_CELLS = " | "
AFTER_LABEL = ": "


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A piece of a document before it has a place in the text.

    Rows and pairs have `cells`, each a text and its column's header (empty for a label, a value or a header row's own cells); all other
    kinds have `text`. `sep` stands between the cells: «: » where the source wrote «Label: value». A draft with a `reason` is boilerplate:
    it becomes an entry of `Document.skipped` and no block.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    text: str = ""
    cells: tuple[tuple[str, str], ...] = ()
    level: int = 0
    table: int | None = None
    aside: bool = False
    page: int | None = None
    sep: str = BETWEEN_CELLS
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader gives for the bytes of a file: the drafts, and what the format itself says of title, publisher, date, language and web address."""

    drafts: tuple[Draft, ...]
    title: str = ""
    publisher: str = ""
    issued: str = ""
    language: str = ""
    source: str = ""


def build_document(info: DocumentInfo, drafts: Iterable[Draft]) -> Document:
    """The document of these drafts: `text[block.start:block.end] == block.text` for each block, and the same for each cell.

    A draft without any text is left out, and so is an empty cell (its neighbours carry their own headers). Tables are numbered from 0 in the
    order in which they come, whatever numbers the drafts bear.

    >>> info = DocumentInfo("a", "a.txt", "txt", "", "sv")
    >>> pair = Draft(kind=BlockKind.PAIR, cells=(("Budget", ""), ("3 mnkr", "")), table=7, sep=": ")
    >>> document = build_document(info, [Draft(text="Ett\\u00a0 projekt. "), pair])
    >>> document.text, document.blocks[1].cells[1].start, document.blocks[1].table
    ('Ett projekt.\\n\\nBudget: 3 mnkr', 22, 0)
    """
    blocks: list[Block] = []
    skipped: list[Skipped] = []
    parts: list[str] = []
    position = 0
    numbers: dict[int, int] = {}
    for draft in drafts:
        block = _block(draft, position + (len(BETWEEN_BLOCKS) if parts else 0))
        if block is None:
            continue
        if draft.reason:
            skipped.append(Skipped(draft.reason, block.text))
            continue
        if draft.table is not None:
            block = replace(block, table=numbers.setdefault(draft.table, len(numbers)))
        parts.append(block.text)
        blocks.append(block)
        position = block.end
    return Document(info, BETWEEN_BLOCKS.join(parts), tuple(blocks), tuple(skipped))


def tidy(text: str) -> str:
    """The text as a block holds it: normal form, single blanks, line breaks kept, no empty line.

    >>> tidy(" Anna\\u00a0 Ek \\r\\n\\n  projektledare ")
    'Anna Ek\\nprojektledare'
    """
    lines = (" ".join(line.split()) for line in normalise(text).split("\n"))
    return "\n".join(line for line in lines if line)


def _block(draft: Draft, start: int) -> Block | None:
    """The block of a draft that begins at `start`; none where the draft holds no text."""
    cells: list[Cell] = []
    if draft.cells:
        place = start
        for text, header in draft.cells:
            text = tidy(text)
            if not text:
                continue
            place += len(draft.sep) if cells else 0
            cells.append(Cell(place, place + len(text), text, tidy(header)))
            place += len(text)
        text = draft.sep.join(cell.text for cell in cells)
    else:
        text = tidy(draft.text)
    if not text:
        return None
    return Block(
        kind=draft.kind,
        start=start,
        end=start + len(text),
        text=text,
        level=draft.level,
        cells=tuple(cells),
        table=draft.table,
        aside=draft.aside,
        page=draft.page,
    )
