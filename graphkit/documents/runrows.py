"""Tables whose rows a PDF ran together, with single blanks between the cells: «Sökande Projekt Belopp», «Alfa IF Bollar för alla 10 000»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.documents.builder import Draft
from graphkit.documents.grids import is_sum, table_drafts
from graphkit.documents.labels import is_label
from graphkit.documents.layoutwords import fold, words
from graphkit.documents.shapes import Line, Shape

_LONGEST_HEADER = 80
_FEWEST = 2
_FIGURE = re.compile(r"\s(\d{1,3}(?:[ .]\d{3})+|\d{3,9})(?:\s?(?:kr|kronor|SEK|€|EUR))?$")
_CAPITAL = re.compile(r"(?<=\s)[”“\"]?(?:[A-ZÅÄÖÆØ][\w-]*|[#@]\w+)")
_NOUNS = ("Projekt", "Projektet", "Förstudie", "Project")


def read_run_rows(lines: Sequence[Line], at: int, caption: str, table: int) -> tuple[list[Draft], int] | None:
    """The table whose header line stands at a line and whose rows are the lines below that end in a figure; none where it names not who, what and how much."""
    heads = split_header(lines[at].text)
    owners = [number for number, head in enumerate(heads) if fold(head) in words("columns.owner")]
    projects = [number for number, head in enumerate(heads) if fold(head) in words("projects.labels")]
    if len(heads) != 3 or owners not in ([0], [1]) or projects not in ([0], [1]) or owners == projects:
        return None
    rows: list[list[str]] = []
    end = at + 1
    while end < len(lines) and lines[end].shape is not Shape.PROSE and (figure := _FIGURE.search(lines[end].text)):
        text = lines[end].text[: figure.start()]
        cells = [text, ""] if is_sum(text) else split_row(text, owner_first=owners == [0])
        rows.append([*cells, lines[end].text[figure.start() :].strip()])
        end += 1
    told = [row for row in rows if row[1]]
    return (table_drafts(heads, rows, caption, table), end) if len(told) >= _FEWEST else None


def split_header(text: str) -> list[str]:
    """The labels that a line is made of; empty for another line.

    >>> split_header("Sökande Projekt Beviljat belopp"), split_header("Sökande bygger vidare")
    (['Sökande', 'Projekt', 'Beviljat belopp'], [])
    """
    if len(text) > _LONGEST_HEADER or not 3 <= len(text.split()) <= 8:
        return []
    labels: list[str] = []
    rest = text.split()
    while rest:
        count = next((count for count in range(min(3, len(rest)), 0, -1) if _heads(rest, count)), 0)
        if not count:
            return []
        labels.append(" ".join(rest[:count]))
        rest = rest[count:]
    return labels


def _heads(words_left: Sequence[str], count: int) -> bool:
    """Whether the next words are one label: a capital begins it, and the label behind it, and none stands within it."""
    first, *more = words_left[:count]
    behind = words_left[count : count + 1]
    capitals = (
        first[0].isupper() and all(word[0].isupper() for word in behind) and not any(w[0].isupper() for w in more)
    )
    label = " ".join(words_left[:count])
    return capitals and (is_label(label) or fold(label) in words("projects.labels"))


def split_row(text: str, *, owner_first: bool) -> list[str]:
    """Who and what of a row, parted where the second begins with a capital: its last one, or the last row of them where it is a body.

    >>> split_row("Alviks IS Fotboll på lika villkor", owner_first=True), split_row("Smart skog Region Halland", owner_first=False)
    (['Alviks IS', 'Fotboll på lika villkor'], ['Smart skog', 'Region Halland'])
    """
    starts = [match.start() for match in _CAPITAL.finditer(text)]
    if not starts:
        return [text, ""]
    at = starts[-1]
    for start in reversed(starts[:-1]):
        before = text[start:at].split()
        if len(before) != 1 or (owner_first and before[0] not in _NOUNS):
            break
        at = start
    return [text[:at].rstrip(), text[at:]]
