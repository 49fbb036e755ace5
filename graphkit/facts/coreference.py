"""Which names of a document mean the same body: short forms, abbreviations in brackets, bare heads and common nouns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

import ahocorasick

from graphkit.facts.gazetteer import likeness, load_gazetteer
from graphkit.facts.passages import offsets
from graphkit.facts.reading import Name
from graphkit.facts.shortforms import as_short_form, by_first_word, of_company, shorter, stands_for
from graphkit.facts.words import word_group, word_map
from graphkit.model import BlockKind, Document
from graphkit.wordpatterns import WordPattern

_BRACKET = re.compile(r"\s?\(([^\W\d_][\w&+-]{1,9})\)|,\s([A-ZÅÄÖ]{2,8})(?=[,.;)\s])")
_GENITIVE = re.compile(r"(?:[:'’]?s)?(?![\w@])")
_WEAK_RULES = ("actor.cue", "actor.contact", "actor.compound")


def resolve(document: Document, actors: Sequence[Name], regions: Sequence[Name]) -> list[Name]:
    """The actors with one key for each body, and the names that only the rest of the document explains."""
    names = _last_words(_same_keys(_in_brackets(document, actors)))
    names = _add(names, _abbreviations(document, names))
    names = _add(names, _short_forms(document, names, regions))
    names = _add(names, _bare_heads(document, names))
    longer = by_first_word(names)
    names = [as_short_form(name, longer) if name.rule == "actor.label" else name for name in names]
    publishers = _publishers(document)
    names = [
        replace(name, rule="actor.publisher", confidence=0.3) if publishers.get(name.start) == name.text else name
        for name in names
    ]
    return sorted(names, key=lambda name: (name.start, name.end))


def _add(names: Sequence[Name], more: Iterable[Name]) -> list[Name]:
    """The names with further ones: a name that a further one explains takes its key, other overlaps keep the name that was there."""
    found = list(more)
    explained = {(name.start, name.name): name for name in found}
    kept = []
    for name in names:
        other = explained.get((name.start, name.name))
        if other is not None and name.rule != "actor.contact":
            name = other if name.canonical is None else name
        kept.append(name)
    kept = [
        x
        for x in kept
        if x.rule not in _WEAK_RULES or x.rule == "actor.contact" or not any(_covers(y, x) for y in found)
    ]
    taken = set(offsets((name.start, name.end) for name in kept))
    for name in found:
        if not taken.intersection(range(name.start, name.end)):
            taken.update(range(name.start, name.end))
            kept.append(name)
    return sorted(kept, key=lambda name: name.start)


def _covers(one: Name, other: Name) -> bool:
    return one.start <= other.start and other.end <= one.end


def _same_keys(names: Sequence[Name]) -> list[Name]:
    """One key for names that differ in genitive, preposition, «län» or legal form only; the reference's key where one has it."""
    keys: dict[str, str] = {}
    forms: dict[str, list[Name]] = {}
    for name in names:
        like = likeness(name.name)
        forms.setdefault(like, []).append(name)
        if name.canonical or like not in keys:
            keys[like] = name.key
    types = {}
    for like, same in forms.items():
        best = max(same, key=lambda name: (name.canonical is not None, name.type != "other", name.confidence))
        types[like] = best.type
    written = {name.name for name in names}
    return [
        replace(
            name,
            key=keys[likeness(name.name)],
            name=_without_genitive(name.name, written),
            type=types[likeness(name.name)] if name.type == "other" else name.type,
        )
        for name in names
    ]


def _last_words(names: Sequence[Name]) -> list[Name]:
    """The names, of which a single word that only a verb shows to be a body is the body whose name ends so: «Lunden» for «SDF Lunden»."""
    longer: dict[str, set[str]] = {}
    known = {name.key: name for name in names}
    for name in names:
        first, _, last = name.name.rpartition(" ")
        if first:
            longer.setdefault(last, set()).add(name.key)
    found = []
    for name in names:
        keys = longer.get(name.name, set()) if name.rule in ("actor.cue", "actor.sibling") else set()
        if len(keys) == 1:
            body = known[next(iter(keys))]
            name = replace(name, key=body.key, type=body.type, canonical=body.canonical)
        found.append(name)
    return found


def _without_genitive(name: str, written: set[str]) -> str:
    for stem in (name[:-2] if name[-2:] in (":s", "'s", "’s") else name, name[:-1] if name.endswith("s") else name):
        if stem != name and (stem in written or name[-2] in ":'’"):
            return stem
    words = name.split()
    if name.endswith("s") and words[-1][:-1].lower() in (
        "kommun",
        "kommune",
        "universitet",
        "förbund",
        "län",
        "verket",
        "styrelsen",
        "rådet",
    ):
        return name[:-1]
    if re.search(
        r"(?:verket|styrelsen|rådet|förbundet|centralen|tinget|stiftelsen|myndigheten|föreningen|universitetet|institutet|fonden)s$",
        name,
    ):
        return name[:-1]
    return name


def _in_brackets(document: Document, names: Sequence[Name]) -> list[Name]:
    """The names, of which one that fills a bracket right behind another of its type is that body's second name: «Naturvårdsbyrån (Nature Agency)»."""
    found: list[Name] = []
    for name in sorted(names, key=lambda name: (name.start, name.end)):
        last = found[-1] if found else None
        if (
            last is not None
            and last.type == name.type
            and last.type not in ("municipality", "region", "county-board", "eu")
            and name.rule not in _WEAK_RULES
            and (last.canonical is None or name.canonical is None)
            and document.text[last.end : name.start] == " ("
            and document.text[name.end : name.end + 1] == ")"
        ):
            name = replace(name, key=last.key, canonical=last.canonical or name.canonical)
        found.append(name)
    return found


# ---------------------------------------------------------------------------------------------- abbreviations


def _abbreviations(document: Document, names: Sequence[Name]) -> Iterator[Name]:
    """Abbreviations that the text introduces («Vårdteknikcentrum Halland (VCH)»), wherever they stand alone."""
    introduced: dict[str, Name] = {}
    countries = load_gazetteer().regions  # «Nord University (NO)» is no abbreviation
    for name in names:
        match = _BRACKET.match(document.text, name.end)
        short = (match.group(1) or match.group(2)) if match else ""
        if short and short not in introduced and short not in countries and stands_for(short, name.name):
            introduced[short] = name
    for name in names:
        if (short := of_company(name.name)) and short not in introduced:
            introduced[short] = name
    yield from _everywhere(document, introduced, "actor.abbreviation", 0.9)


def _everywhere(document: Document, forms: dict[str, Name], rule: str, confidence: float) -> Iterator[Name]:
    if not forms:
        return
    finder = ahocorasick.Automaton()
    for form in forms:
        finder.add_word(form, form)
    finder.make_automaton()
    text = document.text
    found = []
    for last, form in finder.iter(text):
        start = last + 1 - len(form)
        before = text[start - 1] if start else " "
        behind = _GENITIVE.match(text, last + 1)
        if behind and not (before.isalnum() or before in "_-"):
            found.append((start, -len(form), behind.end(), form))
    reached = 0
    for start, _, end, form in sorted(found):
        if start >= reached:
            reached = end
            name = forms[form]
            yield replace(name, start=start, end=end, text=text[start:end], name=form, rule=rule, confidence=confidence)


# ------------------------------------------------------------------------------------------------ short forms


def _short_forms(document: Document, names: Sequence[Name], regions: Sequence[Name]) -> Iterator[Name]:
    """Distinctive beginnings of longer names: «Skärgårdsstiftelsen», «NetPort», «Tekniska verken»."""
    forms: dict[str, Name] = {}
    places = {region.name for region in regions}
    for name in names:
        if name.rule in _WEAK_RULES:
            continue
        for short in shorter(name.name):
            if short not in places and short not in word_map("actors.bare"):
                forms.setdefault(short, name)
    yield from _everywhere(document, forms, "actor.short-form", 0.7)


# -------------------------------------------------------------------------------------- heads and common nouns


def _bare_heads(document: Document, names: Sequence[Name]) -> Iterator[Name]:
    """«Länsstyrelsen» and «kommunen» alone: the body of this kind named nearest before, else the only one that the document names."""
    heads, (table, pattern) = word_map("actors.bare"), _heads()
    sure = [name for name in names if name.rule not in _WEAK_RULES and name.alias]
    taken = offsets((name.start, name.end) for name in names if name.rule not in _WEAK_RULES)
    kinds: dict[str, list[Name]] = {}
    for match in pattern.finditer(document.text):
        if match.start() in taken or document.text.startswith(" of ", match.end()):
            continue  # «the municipality of Alfa» names another
        form = match.group(1)
        head = form if form in heads else form[0].upper() + form[1:]
        alias = head in heads
        if form not in kinds:
            kinds[form] = _of_kind(sure, head, table[form], alias=alias)
        same = kinds[form]
        before = bisect_right(same, match.start(), key=lambda name: name.end)
        if before:
            target = same[before - 1]
        elif same and len({name.key for name in same}) == 1:
            target = same[0]
        else:
            continue
        yield replace(
            target,
            start=match.start(),
            end=match.end(),
            text=match.group(),
            name=form,
            rule="actor.bare-head" if alias else "actor.anaphor",
            alias=(alias and form[0].isupper())
            or (alias and form.lower() in ("länsstyrelsen", "regionförbundet", "landstinget")),
            confidence=(0.8 if before else 0.6) if alias else 0.5,
        )


@cache
def _heads() -> tuple[Mapping[str, str], WordPattern]:
    """The types of bare heads and common nouns, and the pattern that finds them."""
    heads, nouns = word_map("actors.bare"), word_map("actors.anaphors")
    table = {
        **heads,
        **nouns,
        **{head.lower(): type_ for head, type_ in heads.items()},
        **{n.capitalize(): t for n, t in nouns.items() if n.capitalize() not in heads},
    }
    forms = "|".join(re.escape(form) for form in sorted(table, key=lambda f: (-len(f), f)))
    return table, WordPattern(rf"(?-i:(?<!-)({forms})(s?))(?![\w-])", [*table, *(f"{form}s" for form in table)])


def _of_kind(names: Sequence[Name], head: str, type_: str, *, alias: bool) -> list[Name]:
    """The bodies that a head («Länsstyrelsen») or a common noun («kommunen») may mean: by their head, else by their type."""
    stem = head.lower().rstrip("nt")[:8]
    same = [name for name in names if alias and name.name.lower().startswith(stem)]
    if not same and (not alias or head in word_group("actors.general-heads")):
        same = [name for name in names if name.type == type_]
    return same


def _publishers(document: Document) -> dict[int, str]:
    """The first blocks by their start; a name that is all of one of them is the page's publisher, no more."""
    return {block.start: block.text.strip() for block in document.blocks[:4] if block.kind is not BlockKind.ROW}
