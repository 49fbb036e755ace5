"""Pages as drafts: running heads are left out, headings known by their letters, tables by their columns, the rest is read line by line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from statistics import median

from graphkit.documents.boilerplate import PUBLISHED, words_of
from graphkit.documents.builder import BETWEEN_BLOCKS, Draft, Reading
from graphkit.documents.language import detect_language
from graphkit.documents.lines import read_lines
from graphkit.documents.pageinfo import publication_date
from graphkit.documents.pagelines import Page, PageLine, find_lines, join_lines
from graphkit.documents.pagetables import Region, find_region, read_rows
from graphkit.documents.tables import read_grid
from graphkit.model import BlockKind

RUNNING = "running head or page number"
_LARGER = 1.12
_LONGEST_HEADING = 200
_MARGIN = 0.06
_EDGE = 0.12
_SAMPLE = 40_000
_ITEM = re.compile(r"(?:[•●▪·o*–-]|\(?\d{1,2}[.)]|[a-z]\))\s+\S")
_END = re.compile(r"[.!?:;]['\"”)]*$")


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph that is still to be read, or drafts that are done."""

    page: int
    text: str = ""
    drafts: tuple[Draft, ...] = ()


@dataclass(frozen=True, slots=True)
class _Look:
    """How the letters of a document look: the size of its running text, whether that is bold, the distance of its lines, its headings' looks."""

    size: float
    bold: bool
    leading: float
    headings: tuple[tuple[float, bool], ...] = ()


def read_pages(pages: Sequence[Page], *, title: str = "") -> Reading:
    """The drafts of a document's pages; `title` is the one that the file names, for a document without a heading of its own."""
    lines = [find_lines(page.words) for page in pages]
    running = _running_heads(pages, lines)
    skipped = dict.fromkeys(_squeezed(line.text) for page in lines for line in page if id(line) in running)
    kept = [[line for line in page if id(line) not in running] for page in lines]
    look = _look(kept)
    parts: list[_Text] = []
    for page, page_lines in zip(pages, kept, strict=True):
        parts += _page_parts(page, page_lines, look)
    return _reading(_across_pages(parts), skipped, title)


# -------------------------------------------------------------------------------------------- page by page


def _page_parts(page: Page, lines: Sequence[PageLine], look: _Look) -> list[_Text]:
    """A page's headings, tables and paragraphs in reading order."""
    parts: list[_Text] = []
    paragraph: list[PageLine] = []
    number = 0

    def close() -> None:
        if paragraph:
            parts.append(_Text(page.number, join_lines([(line.text, line.soft) for line in paragraph])))
            paragraph.clear()

    while number < len(lines):
        line = lines[number]
        region = find_region(lines, number, page.rules)
        if region:
            close()
            parts.append(_Text(page.number, drafts=_table(page, lines, region, _above(parts))))
            number = region.end
            continue
        if _is_heading(line, look):
            close()
            end = number + 1
            while end < len(lines) and _same_heading(lines[end - 1], lines[end], look):
                end += 1
            text = join_lines([(x.text, x.soft) for x in lines[number:end]])
            parts.append(_Text(page.number, drafts=(_heading(text, line, look, page),)))
            number = end
            continue
        if paragraph and _begins_paragraph(paragraph[-1], line, look, page):
            close()
        paragraph.append(line)
        number += 1
    close()
    return parts


def _above(parts: Sequence[_Text]) -> str:
    """The text just above a table."""
    return (parts[-1].text or parts[-1].drafts[-1].text) if parts else ""


def _table(page: Page, lines: Sequence[PageLine], region: Region, above: str) -> tuple[Draft, ...]:
    rows = read_rows(lines, region, page.rules)
    return tuple(replace(draft, page=page.number) for draft in read_grid(rows, table=0, above=above))


def _begins_paragraph(above: PageLine, line: PageLine, look: _Look, page: Page) -> bool:
    """True where a line begins a paragraph of its own."""
    fall = above.y - line.y
    if _ITEM.match(line.text) or len(line.chunks) > 1 or len(above.chunks) > 1:
        return True
    if fall < 0:  # the next column
        return bool(_END.search(above.text)) or not line.text[:1].islower()
    if fall > 1.25 * max(look.leading * line.size / look.size, line.size) or abs(line.size - above.size) > 1:
        return True
    short = above.x1 < above.x0 + 0.6 * (page.width - 2 * min(above.x0, page.width / 3))
    return short and not line.text[:1].islower() and not above.soft and abs(line.x0 - above.x0) < line.size


# ------------------------------------------------------------------------------------------------ headings


def _look(pages: Sequence[Sequence[PageLine]]) -> _Look:
    """The look of most letters, and the looks that stand out from it."""
    letters: Counter[tuple[float, bool]] = Counter()
    falls: list[float] = []
    for lines in pages:
        for above, line in zip([None, *lines], lines, strict=False):
            letters[_style(line)] += len(line.text)
            if above is not None and 0 < above.y - line.y < 3 * line.size:
                falls.append((above.y - line.y) / line.size)
    size, bold = max(letters, key=lambda style: (letters[style], style)) if letters else (10.0, False)
    look = _Look(size, bold, (median(falls) if falls else 1.2) * size)
    styles = sorted(
        {_style(line) for lines in pages for line in lines if _is_heading(line, look)},
        key=lambda style: (-style[0], not style[1]),
    )
    return replace(look, headings=tuple(styles))


def _style(line: PageLine) -> tuple[float, bool]:
    return round(line.size * 2) / 2, line.bold


def _is_heading(line: PageLine, look: _Look) -> bool:
    """True for a line in larger or bolder letters than the running text, that is no sentence."""
    stands_out = line.size >= _LARGER * look.size or (line.bold and not look.bold and line.size >= 0.95 * look.size)
    text = line.text
    return (
        stands_out
        and len(text) <= _LONGEST_HEADING
        and any(map(str.isalpha, text))
        and not text.endswith((".", ",", ";"))
    )


def _same_heading(above: PageLine, line: PageLine, look: _Look) -> bool:
    return _is_heading(line, look) and _style(above) == _style(line) and 0 < above.y - line.y <= 1.5 * line.size


def _heading(text: str, line: PageLine, look: _Look, page: Page) -> Draft:
    level = look.headings.index(_style(line)) + 1
    kind = BlockKind.TITLE if level == 1 and page.number == 1 else BlockKind.HEADING
    return Draft(kind=kind, text=text, level=min(level, 6), page=page.number)


# ------------------------------------------------------------------------------------------- running heads


def _running_heads(pages: Sequence[Page], lines: Sequence[Sequence[PageLine]]) -> set[int]:
    """The lines (by identity) that stand at the head or foot of page after page, number a page, or stand small in its margin."""
    edges = [
        (line, page)
        for page, page_lines in zip(pages, lines, strict=True)
        for line in page_lines
        if not _EDGE * page.height < line.y < (1 - _EDGE) * page.height
    ]
    counts = Counter(_shape(line, page) for line, page in edges)
    sizes = Counter(round(line.size * 2) / 2 for page_lines in lines for line in page_lines for _ in line.text)
    body = max(sizes, key=lambda size: (sizes[size], size)) if sizes else 10.0
    heads: set[int] = set()
    for line, page in edges:
        count = counts[_shape(line, page)]
        in_margin = not _MARGIN * page.height < line.y < (1 - _MARGIN) * page.height
        if (
            (count > 1 and count * 2 >= len(pages) - 1)
            or _is_page_number(line.text)
            or (in_margin and line.size < 0.95 * body)
        ):
            heads.add(id(line))
    return heads


_NUMBER = re.compile(r"\b\d+\b")


def _shape(line: PageLine, page: Page) -> tuple[str, int]:
    """A line's text without the page's number, and at which height it stands."""
    number = str(page.number)
    return _NUMBER.sub(lambda match: "#" if match.group() == number else match.group(), _squeezed(line.text)), round(
        line.y / 4
    )


def _is_page_number(text: str) -> bool:
    """True for a line that holds a page's number and at most a running head beside it.

    >>> [_is_page_number(x) for x in ("3", "Sida 1 (2)", "Årsrapport 2015   Page 1 (1)", "– 4 –", "2015", "Page of honour")]
    [True, True, True, True, False, False]
    """
    text = _squeezed(text)
    if re.fullmatch(r"[–—-]?\s?\d{1,3}\s?(?:[(/]\s?\d{1,3}\s?\)?)?\s?[–—-]?", text):
        return True
    return len(text) <= 150 and bool(_page_words().search(text))


@cache
def _page_words() -> re.Pattern[str]:
    words = "|".join(map(re.escape, words_of("page-words")))
    return re.compile(rf"\b(?:{words})\.?\s\d{{1,4}}(?:\s?(?:\(|/|av|of)\s?\d{{1,4}}\)?)?$", re.IGNORECASE)


def _squeezed(text: str) -> str:
    return " ".join(text.split())


# ------------------------------------------------------------------------------------------- the whole text


def _across_pages(parts: Sequence[_Text]) -> list[_Text]:
    """The parts, a paragraph that goes on overleaf put together; it belongs to the page where it begins."""
    joined: list[_Text] = []
    for part in parts:
        above = joined[-1] if joined else None
        if (
            above
            and above.text
            and part.text
            and part.page == above.page + 1
            and part.text[:1].islower()
            and not _END.search(above.text)
        ):
            joined[-1] = _Text(above.page, join_lines([(above.text, False), (part.text, False)]))
        else:
            joined.append(part)
    return joined


def _reading(parts: Sequence[_Text], skipped: dict[str, None], title: str) -> Reading:
    """The drafts of all parts; runs of paragraphs on one page are read together, below the heading above them."""
    dates = {part.text: found for part in parts if part.page == 1 and (found := publication_date(part.text))}
    language = detect_language(" ".join(part.text for part in parts)[:_SAMPLE])
    drafts: list[Draft] = []
    tables = 0
    below = ""
    for (page, done), group in groupby(
        (part for part in parts if part.text not in dates), key=lambda part: (part.page, bool(part.drafts))
    ):
        if done:
            batches = [part.drafts for part in group]
        else:
            text = BETWEEN_BLOCKS.join(part.text for part in group)
            batches = [tuple(read_lines(text, language=language, head=False, below=below))]
        for batch in batches:
            drafts += [replace(x, page=page, table=None if x.table is None else x.table + tables) for x in batch]
            tables += 1 + max((x.table for x in batch if x.table is not None), default=0)
            below = batch[-1].text if batch and batch[-1].kind in (BlockKind.TITLE, BlockKind.HEADING) else ""
    drafts += [Draft(text=text, reason=RUNNING) for text in skipped]
    drafts += [Draft(text=text, reason=PUBLISHED) for text in dates]
    heading = next((draft.text for draft in drafts if draft.kind is BlockKind.TITLE), "")
    issued = [date for which in ("issued", "updated") for told, date in dates.values() if told == which]
    return Reading(drafts=tuple(_one_title(drafts)), title=heading or title, issued=issued[0] if issued else "")


def _one_title(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the first title as the only one."""
    result: list[Draft] = []
    titled = False
    for draft in drafts:
        if draft.kind is BlockKind.TITLE and titled:
            draft = replace(draft, kind=BlockKind.HEADING)
        titled = titled or draft.kind is BlockKind.TITLE
        result.append(draft)
    return result
