"""Tables on a page: lines whose pieces stand in columns, put together to rows by the page's rules or by the distance of its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from graphkit.documents.pagelines import Chunk, PageLine, Rule, join_lines
from graphkit.documents.tables import GridCell

_CLOSE = 3.0
_WRAP = 1.4  # lines of one cell are closer than this, in letter sizes
_PROSE_WORDS = 7
_ATTEMPTS = 4
_Band = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Region:
    """The lines of one table, from `start` up to `end`, and its columns from left to right."""

    start: int
    end: int
    bands: tuple[_Band, ...]


def find_region(lines: Sequence[PageLine], start: int, rules: Sequence[Rule]) -> Region | None:
    """The table that begins at a line, if one does: two lines or more whose pieces stand below each other."""
    if len(lines[start].chunks) < 2:
        return None
    end = start + 1
    last = start
    while end < len(lines) and _belongs(lines, start, last, end, rules):
        if len(lines[end].chunks) > 1:
            last = end
        end += 1
    end = _without_tail(lines, last, end, rules)
    for _ in range(_ATTEMPTS):
        if end - start < 2:
            break
        region = _region(lines, start, end, rules)
        if region:
            return region
        end -= 1
        while end > start and len(lines[end - 1].chunks) < 2:
            end -= 1
    return None


def read_rows(lines: Sequence[PageLine], region: Region, rules: Sequence[Rule]) -> list[list[GridCell]]:
    """The rows of a table as cells; lines of one cell are joined."""
    rows = _by_rules(lines[region.start : region.end], region, rules) or _by_distance(
        lines[region.start : region.end], region
    )
    return [_row(row, region.bands) for row in rows]


# ---------------------------------------------------------------------------------------------- its extent


def _belongs(lines: Sequence[PageLine], start: int, last: int, number: int, rules: Sequence[Rule]) -> bool:
    """True where a line goes on with the table of the lines above."""
    line, above = lines[number], lines[number - 1]
    if abs(line.size - lines[start].size) > 0.2 * lines[start].size or line.y > lines[start].y + line.size:
        return False
    fall = above.y - line.y
    if len(line.chunks) > 1:
        return abs(fall) <= 6 * line.size
    return number - last <= 8 and (_is_ruled(line, rules) or abs(fall) <= _WRAP * line.size)


def _without_tail(lines: Sequence[PageLine], last: int, end: int, rules: Sequence[Rule]) -> int:
    """The end of a table without the paragraph that follows it closely: single pieces stay where they continue a column or stand in the grid."""
    keep = last + 1
    while keep < end:
        line = lines[keep]
        starts = [chunk.x0 for chunk in lines[last].chunks]
        column = next((number for number, x in enumerate(starts) if abs(line.x0 - x) <= _CLOSE), None)
        wide = column is not None and column + 1 < len(starts) and line.x1 > starts[column + 1]
        if not _is_ruled(line, rules) and (column is None or wide or (column == 0 and not line.text[:1].islower())):
            break
        keep += 1
    return keep


def _is_ruled(line: PageLine, rules: Sequence[Rule]) -> bool:
    """True where the line stands between two level rules and two upright ones."""
    x, y = line.x0, line.y + line.size * 0.3
    flat = [rule for rule in rules if rule.y0 == rule.y1 and rule.x0 - _CLOSE <= x <= rule.x1 + _CLOSE]
    upright = [rule for rule in rules if rule.x0 == rule.x1 and rule.y0 - _CLOSE <= y <= rule.y1 + _CLOSE]
    return (
        any(rule.y0 >= y for rule in flat)
        and any(rule.y0 <= y for rule in flat)
        and any(rule.x0 <= x for rule in upright)
        and any(rule.x0 >= x for rule in upright)
    )


def _region(lines: Sequence[PageLine], start: int, end: int, rules: Sequence[Rule]) -> Region | None:
    """The table of these lines, if their pieces stand in at least two columns and are no columns of prose."""
    several = [line for line in lines[start:end] if len(line.chunks) > 1]
    if len(several) < 2:
        return None
    bands = _ruled_bands(several, rules) or _bands(several)
    if len(bands) < 2:
        return None
    words = [len(chunk.words) for line in several for chunk in line.chunks]
    ruled = any(_is_ruled(line, rules) for line in several)
    if not ruled and len(several) > 3 and median(words) >= _PROSE_WORDS:
        return None
    return Region(start, end, tuple(bands))


def _bands(lines: Sequence[PageLine]) -> list[_Band]:
    """Columns: the spans of the lines with the most pieces, overlapping ones merged."""
    most = max(len(line.chunks) for line in lines)
    for count in range(most, 1, -1):
        seeds = [line for line in lines if len(line.chunks) == count]
        if len(seeds) < 2 and count != most and len(lines) > 2:
            continue
        bands: list[_Band] = []
        for x0, x1 in sorted((chunk.x0, chunk.x1) for line in seeds for chunk in line.chunks):
            if bands and x0 < bands[-1][1]:
                bands[-1] = (bands[-1][0], max(bands[-1][1], x1))
            else:
                bands.append((x0, x1))
        if len(bands) == count:
            return bands
    return []


def _ruled_bands(lines: Sequence[PageLine], rules: Sequence[Rule]) -> list[_Band]:
    """Columns between upright rules that pass the lines; none where a table has no such rules, or a piece crosses one."""
    top, bottom = max(line.y for line in lines), min(line.y for line in lines)
    edges: list[float] = []
    for rule in sorted(rules, key=lambda rule: rule.x0):
        passes = rule.x0 == rule.x1 and rule.y0 <= top and rule.y1 >= bottom
        if passes and (not edges or rule.x0 - edges[-1] > _CLOSE):
            edges.append(rule.x0)
    bands = list(pairwise(edges))
    inner = edges[1:-1]
    chunks = [chunk for line in lines for chunk in line.chunks]
    crossing = sum(any(chunk.x0 + _CLOSE < x < chunk.x1 - _CLOSE for x in inner) for chunk in chunks)
    outside = any(not edges[0] - _CLOSE <= chunk.x0 <= edges[-1] for chunk in chunks) if edges else True
    return [] if len(bands) < 2 or outside or crossing * 4 > len(chunks) else bands


# ------------------------------------------------------------------------------------------------ its rows


def _by_rules(lines: Sequence[PageLine], region: Region, rules: Sequence[Rule]) -> list[list[PageLine]]:
    """The lines between level rules, row by row; none where the table has too few of them."""
    left, right = region.bands[0][0], region.bands[-1][1]
    top, bottom = max(line.y for line in lines), min(line.y for line in lines)
    levels: dict[float, float] = {}
    for rule in rules:
        if rule.y0 == rule.y1 and bottom - 40 <= rule.y0 <= top + 40:
            y = next((y for y in levels if abs(y - rule.y0) <= _CLOSE), rule.y0)
            levels[y] = levels.get(y, 0.0) + max(0.0, min(rule.x1, right) - max(rule.x0, left))
    edges = sorted((y for y, length in levels.items() if length >= 0.6 * (right - left)), reverse=True)
    if len(edges) < 3:
        return []
    rows: dict[int, list[PageLine]] = {}
    for line in lines:
        rows.setdefault(sum(y > line.y + line.size * 0.3 for y in edges), []).append(line)
    return [sorted(rows[number], key=lambda line: -line.y) for number in sorted(rows)]


def _by_distance(lines: Sequence[PageLine], region: Region) -> list[list[PageLine]]:
    """The lines row by row: one that is close below and lacks a column continues the row above."""
    several = [line for line in lines if len(line.chunks) > 1]
    falls = [abs(above.y - line.y) for above, line in pairwise(several)]
    pitch = median(falls)
    rows: list[list[PageLine]] = [[lines[0]]]
    for above, line in pairwise(lines):
        fall = abs(above.y - line.y)
        lacks = len(line.chunks) < len(region.bands)
        first = _band_of(line.chunks[0], region.bands) > 0
        if lacks and fall <= _WRAP * line.size and (fall < 0.85 * pitch or first):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _row(lines: Sequence[PageLine], bands: Sequence[_Band]) -> list[GridCell]:
    """The cells of a row; a piece that crosses columns spans them, unless one of its words begins just where a column does."""
    cells: list[list[Chunk]] = [[] for _ in bands]
    spans = [1] * len(bands)
    for line in lines:
        for chunk in line.chunks:
            for piece in _split(chunk, bands):
                first = _band_of(piece, bands)
                last = max([first, *(number for number, band in enumerate(bands) if piece.x1 > band[0] + _CLOSE)])
                cells[first].append(piece)
                spans[first] = max(spans[first], last - first + 1)
    row: list[GridCell] = []
    while len(row) < len(bands):
        number = sum(cell.columns for cell in row)
        if number >= len(bands):
            break
        pieces = cells[number]
        width = 1
        while width < spans[number] and not cells[number + width]:
            width += 1
        text = join_lines([(piece.text, piece.words[-1].soft) for piece in pieces])
        bold = bool(pieces) and all(word.bold for piece in pieces for word in piece.words)
        row.append(GridCell(text, bold=bold, columns=width))
    return row


def _split(chunk: Chunk, bands: Sequence[_Band]) -> list[Chunk]:
    """The chunk cut where one of its words begins with a column, behind a gap that is wider than its other gaps."""
    cuts = [
        number
        for number, word in enumerate(chunk.words)
        if number
        and any(abs(word.x0 - band[0]) <= 1.0 for band in bands[1:])
        and word.x0 - chunk.words[number - 1].x1 > 0.5 * word.size
    ]
    edges = [0, *cuts, len(chunk.words)]
    return [Chunk(chunk.words[a:b], chunk.order) for a, b in pairwise(edges)]


def _band_of(chunk: Chunk, bands: Sequence[_Band]) -> int:
    """The column of a chunk: the one that it overlaps most, else the nearest."""
    return max(
        range(len(bands)),
        key=lambda number: (
            min(chunk.x1, bands[number][1]) - max(chunk.x0, bands[number][0])
            if chunk.x1 - chunk.x0 < 1.5 * (bands[number][1] - bands[number][0])
            else -abs(chunk.x0 - bands[number][0]),
            -number,
        ),
    )
