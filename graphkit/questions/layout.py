"""A table drawn in a terminal: aligned columns, cells wrapped to the width that there is, quotes under their rows."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

GAP = 2
NARROWEST = 8
"""A column is not made narrower than this, unless all it holds is."""
LINES = 3
"""A cell has at most so many lines, a quote too; what is longer ends with «…»."""
INDENT = "    "


def width_of(text: str) -> int:
    """How many columns of a terminal a text takes: two for wide characters, none for combining ones.

    >>> width_of("Åland"), width_of("A\\u030aland"), width_of("東京")
    (5, 5, 4)
    """
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def wrap(text: str, width: int, lines: int | None = None) -> list[str]:
    """A text in lines that are no wider than `width`, broken at blanks where there are any; `lines` is how many there may be.

    >>> wrap("Region Västerbotten går in med halva beloppet", 20)
    ['Region Västerbotten', 'går in med halva', 'beloppet']
    >>> wrap("Region Västerbotten går in", 20, lines=1), wrap("Skogstekniska", 8)
    (['Region Västerbotten…'], ['Skogstek', 'niska'])
    """
    rows = [""]
    for word in text.split(" "):
        joined = f"{rows[-1]} {word}" if rows[-1] else word
        if width_of(joined) <= width:
            rows[-1] = joined
            continue
        if rows[-1]:
            rows.append("")
        for char in word:
            if rows[-1] and width_of(rows[-1] + char) > width:
                rows.append("")
            rows[-1] += char
    if lines is not None and len(rows) > lines:
        last = rows[lines - 1]
        while width_of(last) > width - 1:
            last = last[:-1]
        return [*rows[: lines - 1], last.rstrip() + "…"]
    return rows


def draw_table(columns: Sequence[tuple[str, str]], rows: Sequence[Sequence[str]], width: int | None) -> str:
    """Rows under headings; a column is (heading, kind). Keys and columns without any value are left out; a width of None sets no limit.

    Where not even narrow columns find room, each row is a list of «heading: value» lines.
    """
    cleaned = [[_clean(text, columns[i][1]) for i, text in enumerate(row)] for row in rows]
    shown = [i for i in range(len(columns)) if columns[i][1] != "key"]
    used = [i for i in shown if any(row[i] for row in cleaned)] or shown
    beside = [i for i in used if columns[i][1] not in ("quote", "source")]
    below = [i for i in used if i not in beside]
    if not beside:
        beside, below = used, []
    natural = [max(width_of(columns[i][0]), *(width_of(row[i]) for row in cleaned)) for i in beside]
    widths = natural if width is None else _fit(natural, [_rigid(columns[i][1]) for i in beside], width)
    if widths is None:
        return _draw_lists([columns[i][0] for i in used], [[row[i] for i in used] for row in cleaned], width or 80)
    aligned = [columns[i][1] == "number" for i in beside]
    out = _draw_row([columns[i][0] for i in beside], widths, aligned, None)
    out.append((" " * GAP).join("─" * width for width in widths))
    for row in cleaned:
        out += _draw_row([row[i] for i in beside], widths, aligned, None if width is None else LINES)
        out += _draw_proof([(columns[i][1], row[i]) for i in below if row[i]], width)
    return "\n".join(out) + "\n"


def _clean(text: str, kind: str) -> str:
    """One line without control characters, so that no cell can move the cursor; a number keeps its no-break spaces."""
    shown = "".join(" " if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") else char for char in text)
    return shown if kind == "number" else " ".join(shown.split())


def _rigid(kind: str) -> bool:
    return kind in ("number", "year")


def _fit(natural: Sequence[int], rigid: Sequence[bool], width: int) -> list[int] | None:
    """Widths that sum up to what there is: the widest give first; None when there is no room for the narrowest."""
    widths = list(natural)
    room = width - GAP * (len(widths) - 1)
    while sum(widths) > room:
        shrinkable = [i for i in range(len(widths)) if not rigid[i] and widths[i] > min(NARROWEST, natural[i])]
        if not shrinkable:
            return None
        widest = max(shrinkable, key=lambda i: (widths[i], -i))
        widths[widest] -= 1
    return widths


def _draw_row(texts: Sequence[str], widths: Sequence[int], right: Sequence[bool], lines: int | None) -> list[str]:
    cells = [wrap(text, width, lines) for text, width in zip(texts, widths, strict=True)]
    drawn = []
    for number in range(max(map(len, cells))):
        parts = []
        for cell, width, aligned in zip(cells, widths, right, strict=True):
            text = cell[number] if number < len(cell) else ""
            blanks = " " * (width - width_of(text))
            parts.append(blanks + text if aligned else text + blanks)
        drawn.append((" " * GAP).join(parts).rstrip())
    return drawn


def _draw_proof(proofs: Sequence[tuple[str, str]], width: int | None) -> list[str]:
    """The quote of a row and its source: «…» — Title."""
    parts = [f"«{text}»" if kind == "quote" else text for kind, text in proofs]
    if not parts:
        return []
    if width is None:
        return [INDENT + " — ".join(parts)]
    room = max(NARROWEST, width - len(INDENT))
    lines = [line for part in parts[:-1] for line in wrap(part, room, LINES)]
    lines += wrap(("— " if len(parts) > 1 else "") + parts[-1], room, LINES)
    return [INDENT + line for line in lines]


def _draw_lists(headings: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    label = max(map(width_of, headings))
    room = max(NARROWEST, width - label - GAP)
    blocks = []
    for row in rows:
        lines = []
        for heading, text in zip(headings, row, strict=True):
            for number, line in enumerate(wrap(text, room, LINES) if text else []):
                shown = heading if number == 0 else ""
                lines.append(shown + " " * (label - width_of(shown) + GAP) + line)
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"
