"""What a name's own words say that a thing is: a paper, a meeting, an office, a law. Such a name needs more than its place to be a project's."""

from __future__ import annotations

import re

from graphkit.lexicon import Lexicon

_HEAD = r"^(.{2,}?)(?=\s(?:<things.joints>)\s|\s[–—-]\s|[\s,:(/]*[\d(:,/]|$)"
_SPACED = re.compile(r"(?:\w\s){3}")


def is_other_thing(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is a paper's, an event's, an office's or a rule's, a sentence's, or is set in letters apart.

    >>> from graphkit.lexicon import load_lexicon
    >>> names = ("Årsredovisning 2007 Alfa kommun", "Regional livsmedelsstrategi för Alfa", "Projektledare Betasamarbetet", "Strategisk skog")
    >>> [is_other_thing(name, load_lexicon("sv")) for name in names]
    [True, True, True, False]
    """
    head = lexicon.regex(_HEAD, re.IGNORECASE).match(name)
    words = (head.group(1) if head else name).casefold().strip(" ”“\"'.,").split()
    if not words or _SPACED.match(name) or lexicon.pattern("things.clauses").search(name):
        return True
    return words[-1].endswith(lexicon.words("things.endings")) or words[0].endswith(lexicon.words("things.offices"))
