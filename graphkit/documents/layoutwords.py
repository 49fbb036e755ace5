"""The words that tell how a text is laid out, of all languages at once: a page may mix Swedish, Norwegian and English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from graphkit.lexicon import languages, load_lexicon
from graphkit.reference import load_regions

_BLANKS_AND_MARKS = " \t:.!?…»«\"'”*_"


@cache
def words(group: str) -> frozenset[str]:
    """The words of a group of the lexicon, folded: «layout.buttons»."""
    return frozenset(fold(word) for language in languages() for word in load_lexicon(language).words(group))


@cache
def starts(group: str) -> tuple[str, ...]:
    """The same for beginnings of lines, where a colon at the end counts."""
    found = {word.casefold() for language in languages() for word in load_lexicon(language).words(group)}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def months() -> Mapping[str, int]:
    """Month names and their short forms: «maj» and «May» are 5."""
    found: dict[str, int] = {}
    for language in languages():
        found |= {
            name.casefold(): int(number) for name, number in load_lexicon(language).mapping("documents.months").items()
        }
    return found


@cache
def column_phrases() -> frozenset[str]:
    """Labels and column headers of the facts' own sections of the lexicon («columns.owner»), folded."""
    found: set[str] = set()
    for language in languages():
        for group, entries in load_lexicon(language).groups.items():
            section, _, name = group.partition(".")
            if section == "columns" and name not in ("sum-rows", "refused"):
                found |= {fold(word) for word in entries}
    return frozenset(found | words("documents.fact-labels")) - {""}


@cache
def countries() -> frozenset[str]:
    """The names of countries in all languages, folded."""
    found = [r for r in load_regions() if r.type == "country"]
    return frozenset(fold(name) for r in found for name in (r.name_sv, r.name_en, r.name_local, *r.aliases)) - {""}


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The text as words are compared: lower case, single blanks, no marks around it.

    >>> fold("  Läs mer … "), fold("Kontakt:")
    ('läs mer', 'kontakt')
    """
    return " ".join(text.casefold().split()).strip(_BLANKS_AND_MARKS)


def begins(text: str, group: str) -> bool:
    """True for a line that begins with one of a group's words, as whole words.

    >>> begins("Läs också: Ny bro över älven", "layout.chrome-starts"), begins("Läsningen ökar", "layout.chrome-starts")
    (True, False)
    """
    folded = " ".join(text.casefold().split())
    pattern = _beginning(group)
    return bool(pattern.match(folded))


@cache
def _beginning(group: str) -> re.Pattern[str]:
    return re.compile(
        "(?:" + "|".join(re.escape(word) for word in starts(group)) + r")(?!\w)" if starts(group) else r"(?!)"
    )
