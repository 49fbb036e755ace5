"""In which language a text is written: Swedish or English, by their frequent words."""

from __future__ import annotations

import re
from functools import cache

from graphkit.lexicon import languages, load_lexicon

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 40_000
_ENOUGH = 3


def detect_language(text: str, *, hint: str = "") -> str:
    """The language of a text («sv», «en») by its function words; `hint` (what the format says of itself) decides where these are too few.

    >>> detect_language("Projektet drivs av Region Exempel och pågår till hösten."), detect_language("The partners are funded by the ERDF.")
    ('sv', 'en')
    >>> detect_language("Interreg", hint="en"), detect_language("Interreg"), detect_language("The aim of the project is clear.", hint="sv")
    ('en', 'sv', 'en')
    >>> detect_language("Lead partner: Almi\\nDuration: 2020–2022")
    'en'
    """
    counts = dict.fromkeys(_function_words(), 0)
    for match in _WORD.finditer(text[:_SAMPLE].casefold()):
        for language, words in _function_words().items():
            counts[language] += match.group() in words
    best = max(sorted(counts, key=lambda language: (language != "sv", language)), key=lambda language: counts[language])
    hinted = hint[:2].lower()
    if counts[best] < _ENOUGH and hinted not in counts:
        labels = _labels(text[:_SAMPLE].casefold())
        return max(sorted(counts, key=lambda one: (one != best, one)), key=lambda one: counts[one] + labels[one])
    if hinted in counts and (counts[best] < _ENOUGH or counts[best] == counts[hinted]):
        return hinted
    return best


def _labels(text: str) -> dict[str, int]:
    """How many lines begin with a language's own labels of fact boxes: all that a card without a sentence tells of its language."""
    written = [line.partition(":")[0].strip() for line in text.split("\n")]
    return {language: sum(line in labels for line in written) for language, labels in _fact_labels().items()}


@cache
def _fact_labels() -> dict[str, frozenset[str]]:
    return _own("documents.fact-labels")


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return _own("documents.function-words")


def _own(group: str) -> dict[str, frozenset[str]]:
    """The words of a group in each language, without those that all languages have."""
    words = {language: frozenset(load_lexicon(language).words(group)) for language in languages()}
    shared = frozenset.intersection(*words.values())
    return {language: found - shared for language, found in words.items()}
