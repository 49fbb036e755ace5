"""Short forms of bodies' names: initials, names without their place or legal form, the first word of a longer name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graphkit.facts.reading import Name
from graphkit.facts.words import word_group, word_map, words_of

_LONG = 17
"""Letters of a word that is a body's short form even if it is but a common noun: «Samordningsförbundet»."""


def of_company(name: str) -> str:
    """What a company of several words may be called by its initials: «BEMAB» for «Bodens Energi & Miljö AB»; empty for others.

    >>> of_company("Bodens Energi & Miljö AB"), of_company("Boda AB"), of_company("Region Halland")
    ('BEMAB', '', '')
    """
    words = name.removesuffix(" AB").split() if name.endswith(" AB") else []
    initials = "".join(word[0] for word in words if word[0].isupper())
    return f"{initials}AB" if len(initials) > 2 and all(word[0].isupper() or len(word) < 4 for word in words) else ""


def stands_for(short: str, name: str) -> bool:
    """Whether an abbreviation is made of a name's letters, the first one first.

    >>> stands_for("VBU", "Västerbergslagens utbildningsförbund"), stands_for("TMF", "Trä- och Möbelföretagen")
    (True, True)
    >>> stands_for("S", "Anna Exempel"), stands_for("RUS", "Region Skåne")
    (False, False)
    """
    if len(short) < 2 or sum(char.isupper() for char in short) < 2 or len(name) <= len(short):
        return False
    initials = [word.text[0] for word in words_of(name) if word.capital]
    if len(short) > 2 and sorted(initials) == sorted(short):
        return True
    letters = iter(name.lower())
    return short[0].lower() == name[0].lower() and all(
        any(char == letter for letter in letters) for char in short.lower() if char.isalpha()
    )


def by_first_word(names: Sequence[Name]) -> Mapping[str, Name | None]:
    """The only body whose name of several words begins with each word; None where there are two."""
    found: dict[str, Name | None] = {}
    for name in names:
        first, _, rest = name.name.partition(" ")
        if rest:
            known = found.setdefault(first, name)
            if known is not None and known.key != name.key:
                found[first] = None
    return found


def as_short_form(name: Name, longer: Mapping[str, Name | None]) -> Name:
    """A labelled name of one word with the key of the only body whose name begins with it: «Alfa», where a text tells of «Alfa Science Center»."""
    if " " in name.text or len(name.text) < 4 or name.rule == "actor.labelled-place":
        return name
    body = longer.get(name.text)
    if body is None:
        return name
    return replace(name, key=body.key, name=body.name, type=body.type, canonical=body.canonical)


def shorter(name: str) -> Iterator[str]:
    """Forms by which a text may call a body after its full name.

    >>> list(shorter("Skärgårdsstiftelsen i Stockholms län")), list(shorter("NetPort Science Park AB")), list(shorter("Region Halland"))
    (['Skärgårdsstiftelsen'], ['NetPort Science Park', 'NetPort'], [])
    """
    legal = word_map("actors.legal")
    words = words_of(name)
    stem = name
    for index, word in enumerate(words):
        if index and word.text in legal:
            stem = name[: words[index - 1].end]
            yield stem
            break
    for index, word in enumerate(words):
        if (
            index
            and word.text in ("i", "på", "för", "in")
            and (index > 1 or words[0].text not in word_map("actors.bare") or len(words[0].text) > 15)
        ):
            yield name[: words[index - 1].end]
            break
    first = words[0].text if words else ""
    if (
        len(words) > 1
        and len(first) > 4
        and first not in word_map("actors.heads")
        and first not in word_group("actors.no-start")
    ):
        odd = any(char.isupper() or char.isdigit() for char in first[1:]) and not first.isupper()
        low = first.lower()
        ending = low.endswith(tuple(word_map("actors.endings"))) and any(
            low.endswith(ending) and (len(first) > len(ending) + 3 or len(first) >= _LONG)
            for ending in word_map("actors.endings")
        )
        if odd or ending:
            yield first
