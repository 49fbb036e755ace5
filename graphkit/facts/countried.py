"""Bodies that a list gives their countries in brackets: «Alfa University (SE), Beta AS (Norway) and the Harbour of Gamma (Estonia)»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from graphkit.documents.layoutwords import countries, fold
from graphkit.reference import load_regions

_BRACKET = re.compile(r"\s\((?:the\s)?([^\W\d_][^()|]{1,40})\)", re.IGNORECASE)
_PARTED = re.compile(r"[,;:•|.)]\s|\s(?:and|och|samt|og)\s(?=[A-ZÅÄÖÆØ])|\s[–—]\s")
_CAPITALS = re.compile(
    r"(?:(?<!\w)[A-ZÅÄÖÆØ&][^\s]*\s?(?:(?:of|for|the|and|in|och|för|i|og|de|la|der|von|du|del)\s)*)*$"
)
_CAPITAL = re.compile(r"(?<!\w)[A-ZÅÄÖÆØ]")
_DASH = re.compile(r"\s[–—]\s")
_LINE = re.compile(r"\W*([^\W\d_][^()|:;]{2,110}?)\s\((?:the\s)?([^\W\d_][^()|,]{1,40})\)[.;,]?\s*$")
_LONGEST = 110
_FEWEST = 3


@lru_cache(maxsize=512)
def find_countried(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each body that a sentence lists with its country behind it; none where there are fewer than three.

    >>> text = "Partners are Alfa University (SE), Beta AS – boats (Norway), Gamma Oy (FI) and others (soon)."
    >>> [text[start:end] for start, end in find_countried(text)]
    ['Alfa University', 'Beta AS', 'Gamma Oy']
    """
    found: list[tuple[int, int]] = []
    last = 0
    for match in _BRACKET.finditer(text):
        if _is_country(match.group(1)):
            found += _before(text, last, match.start())
            last = match.end()
    return tuple(found) if len(found) >= _FEWEST else ()


def find_countried_lines(lines: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Start and end of the bodies of lines that hold a body and its country each («Centrum Alfa (Finland)»), three and more in a row.

    >>> list(find_countried_lines([(0, "Alfa Oy (Finland)"), (20, "Board of B and C (SE)"), (50, "City of D (Estonia)")]))
    [(0, 7), (20, 36), (50, 59)]
    """
    run: list[tuple[int, int]] = []
    for start, text in [*lines, (0, "")]:
        line = _LINE.match(text)
        if line is not None and _is_country(line.group(2)):
            run.append((start + line.start(1), start + line.end(1)))
            continue
        if len(run) >= _FEWEST:
            yield from run
        run = []


def _before(text: str, last: int, end: int) -> list[tuple[int, int]]:
    """What stands between the last bracket and this one, behind the last mark that is followed by a capital; a dash's explanation is none of it."""
    low = max(last, end - _LONGEST)
    dash = _DASH.search(text[low:end])
    end = low + dash.start() if dash else end
    marks = [match.end() for match in _PARTED.finditer(text, low, end) if text[match.end() : match.end() + 1].isupper()]
    capitals = _CAPITALS.search(text, low, end)
    start = marks[-1] if marks else capitals.start() if capitals else low
    capital = _CAPITAL.search(text[start:end])
    return [(start + capital.start(), end)] if capital and end - start - capital.start() > 2 else []


def _is_country(written: str) -> bool:
    return written in _codes() or fold(written.split(",")[-1]) in countries()


@cache
def _codes() -> frozenset[str]:
    return frozenset(region.code for region in load_regions() if region.type == "country")
