"""Names in the form in which they are compared, and the document that an unnamed thing stays with. Pure functions."""

from __future__ import annotations

from functools import cache, lru_cache

from graphkit.lexicon import languages, load_lexicon
from graphkit.model import DocumentInfo
from graphkit.text import slug


def document_key(info: DocumentInfo) -> str:
    """What makes a document the same under two file names: its bytes; a fact file written by hand has only its stem."""
    return info.sha256[:16] if info.sha256 else slug(info.stem)


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(slug(word) for language in languages() for word in load_lexicon(language).words(group))


@lru_cache(maxsize=100_000)
def plain_name(name: str) -> str:
    """A name as words in lower case without accents, stop words, legal form and genitive s; two equal ones are the same name.

    >>> plain_name("Lycksele kommuns"), plain_name("Coompanion Nord ek. för."), plain_name("Länsstyrelsen i Örebro län")
    ('lycksele kommun', 'coompanion nord', 'lansstyrelsen orebro lan')
    >>> plain_name("AB")
    'ab'
    """
    joined = f"-{slug(name)}-"
    for form in sorted(_words("identities.legal-forms"), key=lambda form: (-len(form), form)):
        joined = joined.replace(f"-{form}-", "-")
    stop = _words("identities.stop-words")
    words = [word for word in joined.strip("-").split("-") if word and word not in stop]
    return " ".join(map(_nominative, words or slug(name).split("-")))


def _nominative(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def is_unnamed(name: str) -> bool:
    """Whether a project is only pointed at, so that its name says nothing outside its document.

    >>> [is_unnamed(name) for name in ("Det första projektet", "förstudien", "The pilot", "Förstudie Skärgård", "Skogsbron")]
    [True, True, True, False, False]
    """
    words = slug(name).split("-")
    return all(word in _words("identities.unnamed") or word.isdigit() for word in words)


def is_abbreviation(name: str) -> bool:
    """Whether a name is one word of two to seven letters, most of them capitals.

    >>> [is_abbreviation(name) for name in ("ICLD", "Sida", "LTU", "EUs", "ESF-rådet", "VÄSTERBOTTEN")]
    [True, False, True, True, False, False]
    """
    return 2 <= len(name) <= 7 and name.isalnum() and sum(letter.isupper() for letter in name) * 2 > len(name)
