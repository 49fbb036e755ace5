"""Short names with the title that they stand for: «TANGEN – Tång som gödsel på öarna», «IceSafe: Safer Bridges in Cold Climates»."""

from __future__ import annotations

import re
from functools import cache

from graphkit.facts.candidates import is_common_start
from graphkit.lexicon import Lexicon

_SHORT = re.compile(
    r"#?(?=[\w+.&-]*[A-ZÅÄÖ\d][\w+.&-]*[A-ZÅÄÖ\d])(?=\S*[A-ZÅÄÖ])[\w+&-][\w+.&-]{1,18}(?:\s(?:[IVX]{1,4}|\d(?:\.\d)?))?"
)
"""One word with a second capital or a figure inside, as short names have."""
_TITLE = re.compile(r"(?:\s[–—-]\s|:\s)([A-ZÅÄÖÆØ\d”“\"][^.:;()\n|]{6,140}?)(?=\.\s|\.$|:\s|;|\s\(|\n|$|\s\|)")
_MOST_WORDS = 22
_ARTICLES = ("a", "an", "the", "new", "en", "ett")


def titled_end(text: str, start: int, limit: int, lexicon: Lexicon) -> int | None:
    """Where a title ends that a short name at `start` stands for; None where none follows its dash or colon.

    >>> from graphkit.lexicon import load_lexicon
    >>> sv, text = load_lexicon("sv"), "TANGEN – Tång som gödsel på öarna. Ägare: Alfa kommun."
    >>> text[: titled_end(text, 0, len(text), sv)], titled_end("TANGEN – Projektet ska ge gödsel.", 0, 33, sv)
    ('TANGEN – Tång som gödsel på öarna', None)
    """
    short = _SHORT.match(text, start, limit)
    title = _TITLE.match(text, short.end(), limit) if short else None
    if title is None or not _is_title(title.group(1), lexicon):
        return None
    return title.end(1)


def _is_title(title: str, lexicon: Lexicon) -> bool:
    """Whether words are a title: not too many, no verb among them, and none that begins sentences but an article."""
    words = title.split()
    if not 2 <= len(words) <= _MOST_WORDS:
        return False
    first = words[1] if words[0].casefold() in _ARTICLES else words[0]
    if is_common_start(first, lexicon) or first.casefold() in _verbs(lexicon):
        return False
    return not any(word.strip(",") in _verbs(lexicon) for word in words[1:])


@cache
def _verbs(lexicon: Lexicon) -> frozenset[str]:
    """The first words of what a text says that projects do, and the verbs of headlines."""
    does = {line.split()[0] for line in lexicon.words("projects.subject-verbs")}
    return frozenset(does | {*lexicon.words("projects.headline-verbs")}) - _NOUNS


_NOUNS = frozenset(["links", "tests", "works", "focus", "shares", "supports", "test", "lär"])
"""What is a noun in titles as often as a verb."""
