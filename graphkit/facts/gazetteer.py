"""Known names: the forms of the reference tables, found in a text in one pass, longest first and at word boundaries only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

import ahocorasick

from graphkit.facts.words import Word, word_map
from graphkit.reference import (
    ReferenceActor,
    ReferenceRegion,
    load_actors,
    load_ambiguous_names,
    load_ordinary_names,
    load_regions,
)
from graphkit.text import slug

_JOINT = re.compile(r"[-–/](?=\w)")
_NOTE = re.compile(r"\s*\([^)]*\)\s*$")
_GENITIVE = re.compile(r"[:'’´]?s(?!\w)")
_PUBLIC = re.compile(r"SE|[A-Z]{2}-")
_SMALL = frozenset(["i", "på", "för", "och", "of", "the", "and", "in", "till", "från", "af"])
_STOP = frozenset(
    [
        "i",
        "på",
        "för",
        "vid",
        "län",
        "läns",
        "the",
        "of",
        "in",
        "och",
        "and",
        "&",
        "county",
        "ab",
        "aktiebolag",
        "ek",
        "förening",
        "ekonomisk",
        "ltd",
        "oy",
        "oü",
        "as",
    ]
)


def fold(text: str) -> str:
    """Lower case with plain hyphens, letter by letter, so that offsets stay the same.

    >>> fold("ÅRE İ"), len(fold("İ"))
    ('åre İ', 1)
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(small if len(small := char.lower()) == 1 else char for char in text)
    return low.replace("–", "-")


def bare(word: str) -> str:
    """A word in lower case without the genitive's s.

    >>> bare("Norrbottens"), bare("EU:s"), bare("Borås"), bare("gas")
    ('norrbotten', 'eu', 'borå', 'gas')
    """
    word = re.sub(r"[:'’´]s$", "", word.lower())
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


@lru_cache(maxsize=20_000)
def likeness(name: str) -> str:
    """What equal names have in common, whatever the order: no genitives, no small words, no «län», no legal form.

    >>> likeness("Länsstyrelsen i Västerbottens län") == likeness("Länsstyrelsen Västerbotten")
    True
    >>> likeness("University of Oulu") == likeness("Oulu University")
    True
    >>> likeness("Sundsvalls kommun"), likeness("Visit Dalarna AB"), likeness("AB")
    ('kommun sundsvall', 'dalarna visit', 'ab')
    """
    words = re.findall(r"[^\W_]+(?:[:'’´]s\b)?|&|\+", name)
    kept = [bare(word) for word in words if word.lower() not in _STOP]
    return " ".join(sorted(kept or [word.lower() for word in words]))


@dataclass(frozen=True, slots=True)
class Entry:
    """A form of a reference table and what it may stand for; an actor or one or more regions of the same name."""

    form: str
    actor: ReferenceActor | None = None
    regions: tuple[ReferenceRegion, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A known form in a text: `start` to `end` is the form, `stop` the end with its genitive's s."""

    start: int
    end: int
    stop: int
    entry: Entry


class Gazetteer:
    """The forms of actors and regions, ready to be found; `Gazetteer((), regions)` knows no organisation at all."""

    def __init__(self, actors: Iterable[ReferenceActor], regions: Iterable[ReferenceRegion]) -> None:
        self.actors: dict[str, ReferenceActor] = {}
        for actor in actors:
            same = self.actors.setdefault(actor.name, actor)
            self.actors[actor.name] = replace(same, aliases=tuple(dict.fromkeys((*same.aliases, *actor.aliases))))
        self.regions = {region.code: region for region in regions}
        self.ordinary = frozenset(load_ordinary_names())
        self._by_likeness: dict[str, ReferenceActor] = {}
        self._by_form: dict[str, tuple[ReferenceRegion, ...]] = {}
        for actor in self.actors.values():
            for form in (actor.name, *actor.aliases):
                self._by_likeness.setdefault(likeness(form), actor)
        self._actor_finder = _finder({fold(entry.form): entry for entry in reversed(list(self._actor_entries()))})
        self._region_finder = _finder(dict(self._region_entries()))
        self._region_starts = frozenset(form.split()[0] for form in self._by_form)

    def _actor_entries(self) -> Iterator[Entry]:
        for actor in self.actors.values():
            for form in (actor.name, *actor.aliases):
                yield Entry(form, actor)

    def _region_entries(self) -> Iterator[tuple[str, Entry]]:
        ambiguous = load_ambiguous_names()
        forms: dict[str, tuple[str, list[ReferenceRegion]]] = {}
        for region in self.regions.values():
            for form in (region.name_sv, region.name_en, region.name_local, *region.aliases):
                form = _NOTE.sub("", form)
                if len(form) > 1 and form[0].isupper():
                    same = forms.setdefault(fold(form), (form, []))[1]
                    if region not in same:
                        same.append(region)
        for key, (form, regions) in forms.items():
            order = ambiguous.get(key, ())
            regions.sort(key=lambda region: order.index(region.code) if region.code in order else len(order))
            self._by_form[key] = tuple(regions)
            yield key, Entry(form, None, tuple(regions))

    def actor(self, name: str) -> ReferenceActor | None:
        """The reference's actor of this name in any of its forms («Länsstyrelsen i Skåne», «Visit Dalarna»), or None."""
        return self._by_likeness.get(likeness(name))

    def region(self, form: str) -> tuple[ReferenceRegion, ...]:
        """The regions that bear a name, a genitive's s allowed: «Kalmar» is a county and a municipality."""
        form = fold(form)
        return self._by_form.get(form) or (self._by_form.get(form[:-1], ()) if form.endswith("s") else ())

    def begins_region(self, word: str) -> bool:
        """Whether the name of a region may begin with a word, a genitive's s allowed: «Västra»."""
        word = fold(word)
        return word in self._region_starts or (word.endswith("s") and word[:-1] in self._region_starts)

    def find_actors(self, text: str, words: Sequence[Word], offset: int = 0) -> tuple[Match, ...]:
        """The known actors of a text, longest first, none inside another; `words` are those of the text."""
        return _longest(self._spelled(_hits(self._actor_finder, text, words, offset), text, offset))

    def find_regions(self, text: str, words: Sequence[Word], offset: int = 0) -> tuple[Match, ...]:
        """The known regions of a text, longest first, none inside another."""
        return _longest(self._spelled(_hits(self._region_finder, text, words, offset), text, offset))

    def _spelled(self, matches: Iterable[Match], text: str, offset: int) -> Iterator[Match]:
        for match in matches:
            written = text[match.start - offset : match.end - offset]
            if _spelled_like(written, match.entry.form, strict=fold(match.entry.form) in self.ordinary):
                yield match


def _spelled_like(written: str, form: str, *, strict: bool) -> bool:
    """Whether a name is written as a name: «Sida», not «sida»; «RUS» is no «Rus»; «DALARNA» is Dalarna."""
    if written == form:
        return True
    if strict or (len(form) <= 5 and form.isupper()):
        return False
    if written.isupper():
        return len(written) > 3
    if " " not in form:
        return written[0].isupper() == form[0].isupper() and written[1:] == written[1:].lower()
    pairs = zip(written.split(), form.split(), strict=False)
    later = [one[0].isupper() for index, (one, _) in enumerate(pairs) if index and one.lower() not in _SMALL]
    return written[0].isupper() or any(later)


def _finder(entries: dict[str, Entry]) -> Any:
    finder = ahocorasick.Automaton()
    for form, entry in entries.items():
        finder.add_word(form, (len(form), entry))
    if entries:
        finder.make_automaton()
    return finder


def _hits(finder: Any, text: str, words: Sequence[Word], offset: int) -> Iterator[Match]:
    if not len(finder):
        return
    folded = fold(text)
    starts = {word.start - offset for word in words}
    for word in words:
        if not word.text.isalnum():
            starts.update(word.start - offset + part.end() for part in _JOINT.finditer(word.text))
    for last, (length, entry) in finder.iter(folded):
        start, end = last + 1 - length, last + 1
        if start not in starts:
            continue
        stop = end
        if end < len(folded) and (folded[end].isalnum() or folded[end] in ":'’´"):
            genitive = _GENITIVE.match(folded, end)
            if genitive:
                stop = genitive.end()
            elif folded[end].isalnum():
                continue
        yield Match(offset + start, offset + end, offset + stop, entry)


def _longest(matches: Iterable[Match]) -> tuple[Match, ...]:
    found: list[Match] = []
    for match in sorted(matches, key=lambda match: (match.start, -match.stop)):
        if not found or match.start >= found[-1].stop:
            found.append(match)
    return tuple(found)


def public_code(region: ReferenceRegion) -> str | None:
    """The code that facts carry: none for towns, macro regions, foreign municipalities and counties that are no more."""
    if (
        region.type in ("macro", "city")
        or region.valid_to
        or (region.type == "municipality" and not region.code.startswith("SE-"))
        or (region.type == "county" and not _PUBLIC.match(region.code))
    ):
        return None
    return region.code


def actor_key(name: str) -> str:
    """The key of an actor within a document: «actor:region-halland»."""
    return f"actor:{slug(name)}"


def region_key(code_or_name: str) -> str:
    """The key of a region within a document: «region:se122»."""
    return f"region:{slug(code_or_name)}"


@cache
def load_gazetteer(*, actors: bool = True) -> Gazetteer:
    """The gazetteer of the shipped reference tables; without actors it knows places and the EU's funds only, other bodies by their shape."""
    return Gazetteer((*(load_actors() if actors else ()), *_funds()), load_regions())


def _funds() -> Iterator[ReferenceActor]:
    """The EU and its funds: words of the lexicon, not bodies of the table."""
    for form, name in sorted(word_map("actors.funds").items()):
        yield ReferenceActor(
            name=name,
            aliases=(form,),
            type="eu",
            region="",
            valid_from=None,
            valid_to=None,
            successor="",
            organisation_number="",
        )
