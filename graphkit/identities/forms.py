"""Names in the form in which they are compared, and the document that an unnamed thing stays with. Pure functions."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graphkit.lexicon import languages, load_lexicon
from graphkit.model import DocumentInfo
from graphkit.text import slug


def document_key(info: DocumentInfo) -> str:
    """What makes a document the same under two file names: its bytes; a fact file written by hand has only its stem."""
    return info.sha256[:16] if info.sha256 else slug(info.stem)


def slug_of(name: str) -> str:
    """A name's slug, in which a plus counts: Leader and Leader+ are two programmes.

    >>> slug_of("Leader+"), slug_of("Granhälsan 60+")
    ('leader-plus', 'granhalsan-60-plus')
    """
    return slug(name.replace("+", " plus "))


@cache
def _words(group: str) -> frozenset[str]:
    """A lexicon group of all languages as slugs: a Swedish document names English bodies, and the other way round."""
    return frozenset(
        slug(word) for language in languages() for word in load_lexicon(language).words(f"identities.{group}")
    )


@cache
def _longest_first(group: str) -> tuple[str, ...]:
    return tuple(sorted(_words(group), key=lambda word: (-len(word), word)))


def _without(name: str, group: str) -> str:
    """A slug without the words of a group, unless nothing would be left."""
    left = f"-{name}-"
    for word in _longest_first(group):
        left = left.replace(f"-{word}-", "-")
    return left.strip("-") or name


@lru_cache(maxsize=200_000)
def plain_name(name: str) -> str:
    """A name as words in lower case without accents, stop words, legal form and genitive s; two equal ones are the same name.

    >>> plain_name("Lycksele kommuns"), plain_name("Coompanion Nord ek. för."), plain_name("Länsstyrelsen i Örebro län")
    ('lycksele kommun', 'coompanion nord', 'lansstyrelsen orebro lan')
    >>> plain_name("AB"), plain_name("I och för")
    ('ab', 'i och for')
    """
    words = _without(slug_of(name), "legal-forms").split("-")
    kept = [word for word in words if word not in _words("stop-words")]
    return " ".join(map(_nominative, kept or words))


@lru_cache(maxsize=200_000)
def plain_project(name: str) -> str:
    """A project's plain name without the word «project» at either end, unless nothing else is left; Roman numbers as others.

    >>> plain_project("Projektet Ängsverkstan"), plain_project("Ängsverkstan-projektet"), plain_project("Projektet")
    ('angsverkstan', 'angsverkstan', 'projektet')
    >>> plain_project("Öringens stig II")
    'oringen stig 2'
    """
    words = plain_name(name).split()
    words[1:] = [_ROMAN_NUMBERS.get(word, word) for word in words[1:]]
    left = list(words)
    while left and left[0] in _words("project-words"):
        left.pop(0)
    while left and left[-1] in _words("project-words"):
        left.pop()
    return " ".join(left if left and not all(word.isdigit() for word in left) else words)


def is_study(name: str) -> bool:
    """Whether a project is what goes before another one, by its name.

    >>> is_study("Förstudie Ängsbron"), is_study("Ängsbron – feasibility study"), is_study("Ängsbron")
    (True, True, False)
    """
    plain = f"-{slug(name)}-"
    return any(f"-{word}-" in plain for word in _words("study-words"))


def _nominative(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


_HEADS = {
    "municipality": "municipality-heads",
    "county": "county-heads",
    "eu": "programme-heads",
    "programme": "programme-heads",
}


def core_name(name: str, kind: str) -> str:
    """A plain name without the words that only tell its kind; for funds and programmes without their years too.

    >>> core_name("Leksands kommun", "municipality") == core_name("City of Leksand", "municipality") == "leksand"
    True
    >>> core_name("Leningrads län", "county"), core_name("Interreg Aurora 2021–2027", "eu")
    ('leningrad', 'interreg aurora')
    >>> core_name("Interreg Central Baltic Programme", "programme"), core_name("Västerbottens läns landsting", "region")
    ('interreg central baltic', 'vasterbotten lans landsting')
    """
    if kind not in _HEADS:
        return plain_name(name)
    if kind in ("eu", "programme"):
        name = split_years(name)[0]
    return plain_name(_without(slug_of(name), _HEADS[kind]))


_YEARS = re.compile(r"[\s,(]*\b((?:19|20)\d\d)\s?[-–—/]\s?((?:19|20)\d\d)\b\)?\s*$")


def split_years(name: str) -> tuple[str, tuple[int, int] | None]:
    """A programme's name and the years at its end.

    >>> split_years("Interreg Aurora 2021–2027"), split_years("Leader")
    (('Interreg Aurora', (2021, 2027)), ('Leader', None))
    """
    found = _YEARS.search(name)
    if not found or not found.start():
        return name, None
    return name[: found.start()], (int(found[1]), int(found[2]))


def is_unnamed(name: str) -> bool:
    """Whether a project is only pointed at, so that its name says nothing outside its document.

    >>> [is_unnamed(name) for name in ("Det första projektet", "förstudien", "The pilot", "Förstudie Skärgård", "Ängsbron")]
    [True, True, True, False, False]
    """
    return all(word in _words("unnamed") or word.isdigit() for word in slug(name).split("-"))


def is_bare(name: str) -> bool:
    """Whether an actor's name is the kind of body alone, which means another body in the next document.

    >>> is_bare("Länsstyrelsen"), is_bare("the County"), is_bare("Länsstyrelsen Dalarna")
    (True, True, False)
    """
    return slug(name) in _words("bare-heads")


def is_abbreviation(name: str) -> bool:
    """Whether a name is one word of two to seven letters, most of them capitals.

    >>> [is_abbreviation(name) for name in ("ICLD", "Sida", "LTU", "EUs", "ESF-rådet", "VÄSTERBOTTEN")]
    [True, False, True, True, False, False]
    """
    return 2 <= len(name) <= 7 and name.isalnum() and sum(letter.isupper() for letter in name) * 2 > len(name)


_ROMAN_NUMBERS = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
}


def numbers(name: str) -> tuple[str, ...]:
    """The numbers in a name, Roman ones after its first word too: what tells «Öringens stig II» from «Öringens stig».

    >>> numbers("Öringens stig II"), numbers("Ådra 2.0"), numbers("I Skogen"), numbers("Etapp 3")
    (('2',), ('2', '0'), (), ('3',))
    """
    first, *rest = slug(name).split("-")
    found = [first] if first.isdigit() else []
    return tuple(found + [_ROMAN_NUMBERS.get(word, word) for word in rest if word.isdigit() or word in _ROMAN_NUMBERS])
