"""The programme that frames a project: named with it, in a compound («ett Central Baltic-projekt»), or once for all projects of a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from graphkit.facts.focus import is_aside, project_at
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Attribute, Name, Reading, Unit
from graphkit.lexicon import load_lexicon
from graphkit.model import BlockKind
from graphkit.text import squeeze

_TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.TITLE)
_HEADS = (BlockKind.HEADING, BlockKind.TITLE)
_UNION = re.compile(
    r"EU(:s)?|EU-kommissionen|(the )?European Union|Europeiska unionen|European Commission", re.IGNORECASE
)
_FUND = re.compile(r"fond|fund|ERUF|ESF|ERDF|EJFLU|EAFRD|EU-|kommission|commission", re.IGNORECASE)
_FIRST = 8
"""How many units a page's opening has, where the money of all its projects may be told."""


def find_programmes(reading: Reading) -> Iterator[Attribute]:
    """The programmes of a document's projects; what a sentence says of one goes before what the page says of all."""
    told: set[str] = set()
    for index, unit in enumerate(reading.units):
        if unit.block.kind in _TEXT:
            for attribute in (*_in_sentence(reading, index, unit), *_by_phrase(reading, index, unit)):
                told.add(attribute.project)
                yield attribute
    page = _of_page(reading)
    if page is not None:
        value, unit = page
        for key in _own_projects(reading):
            if key not in told:
                yield _attribute(key, value, unit, "programme.page", 0.45)


def _attribute(project: str, value: str, unit: Unit, rule: str, confidence: float) -> Attribute:
    return Attribute(
        project=project, field="programme", value=value, evidence=proof(unit, rule, confidence, "programme")
    )


def is_programme(name: Name) -> bool:
    """Whether a name is a programme's: Interreg Nord, Leader; not a fund's, and not the Union's."""
    return name.type == "eu" and not _UNION.fullmatch(name.text) and not _FUND.search(name.text)


def _in_sentence(reading: Reading, index: int, unit: Unit) -> Iterator[Attribute]:
    """A programme named with a project frames it, also where it is said to pay; a fund does only behind «inom», «ur»."""
    frames = reading.lexicon.regex(r"(?:<projects.frames>)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
    for name in reading.actors[index]:
        project = project_at(unit, reading.projects[index], name.start, reading.focus[index])
        if name.type != "eu" or project is None or _UNION.fullmatch(name.text):
            continue
        if any(n.start < name.end and name.start < n.end for n in reading.projects[index]):
            continue
        framed = frames.search(unit.text[: name.start - unit.start]) is not None
        compound = re.match(r"[-–\s]?(?:projekt|project)", unit.text[name.end - unit.start :]) is not None
        near = reading.projects[index] or reading.lexicon.pattern("projects.anaphora").search(unit.text)
        money = bool(reading.amounts[index])
        if (framed and (near or money)) or (not _FUND.search(name.text) and (near or money or compound)):
            confidence = 0.65 if framed or compound else 0.55
            yield _attribute(project, fullest(reading, name), unit, "programme.named", confidence)


def _by_phrase(reading: Reading, index: int, unit: Unit) -> Iterator[Attribute]:
    """«det regionala strukturfondsprogrammet för Norra Mellansverige», «Landsbygdsprogrammet»."""
    project = reading.focus[index]
    if project is None:
        return
    for match in _phrases(reading.lexicon.language).finditer(unit.text):
        yield _attribute(project, squeeze(match.group()), unit, "programme.phrase", 0.5)


@cache
def _phrases(language: str) -> re.Pattern[str]:
    words = load_lexicon(language).alternation("programmes.phrases")
    return re.compile(
        rf"(?<!\w)(?:{words})(?!\w)(?:\s(?:för|i|for|in)\s(?!Sverige|Sweden)[A-ZÅÄÖ]\w+(?:(?:\s(?:och|and))?\s[A-ZÅÄÖ]\w+){{0,3}})?"
    )


def fullest(reading: Reading, name: Name) -> str:
    """The longest form in which the text names a programme or fund: «Europeiska regionala utvecklingsfonden» for «Regionalfonden»."""
    forms = {squeeze(n.text) for of_unit in reading.actors for n in of_unit if n.key == name.key and n.alias}
    return max(forms or {squeeze(name.text)}, key=lambda form: (len(form), form))


# ------------------------------------------------------------------------------------------ a page's programme


def _of_page(reading: Reading) -> tuple[str, Unit] | None:
    """The programme of all projects: the only one that the page names apart from any single project, or the source of all its money."""
    named = _source(reading)
    if named is not None:
        return named
    counts: Counter[str] = Counter()
    general: dict[str, tuple[Name, Unit]] = {}
    several = len(_own_projects(reading)) > 1
    for index, unit in enumerate(reading.units):
        for name in reading.actors[index]:
            inside = any(n.start < name.end and name.start < n.end for n in reading.projects[index])
            if is_programme(name) and not inside and " " in name.name.replace("-", " "):
                counts[name.key] += 1
                if not several or unit.block.kind in _HEADS or index < _FIRST or reading.focus[index] is None:
                    general.setdefault(name.key, (name, unit))
    if not counts:
        return None
    rivals = {key: max((counts[k] for k in counts if not _same_words(k, key)), default=0) for key in counts}
    best = max(counts, key=lambda key: (-rivals[key], counts[key], key in general, len(key), key))
    if best not in general or counts[best] < 3 * rivals[best]:
        return None
    name, unit = general[best]
    return fullest(reading, name), unit


def _same_words(one: str, other: str) -> bool:
    """Whether the words of one key are all among the other's: «Interreg» and «Interreg Aurora Programme» are one programme on a page.

    >>> _same_words("actor:interreg", "actor:interreg-aurora"), _same_words("actor:interreg-nord", "actor:interreg-aurora")
    (True, False)
    """
    words = [set(key.partition(":")[2].split("-")) for key in (one, other)]
    return words[0] <= words[1] or words[1] <= words[0]


def _source(reading: Reading) -> tuple[str, Unit] | None:
    """«Pengarna kommer från … program Framåt tillsammans», «Stödet kommer från Jordbruksfonden», in the page's opening."""
    lexicon = reading.lexicon
    for index, unit in enumerate(reading.units[:_FIRST]):
        if unit.block.kind not in _TEXT or reading.projects[index]:
            continue
        cue = lexicon.pattern("programmes.sources").search(unit.text)
        if cue is None:
            continue
        noun = lexicon.regex(
            r"(?<!\w)(?:<programmes.nouns>)\s+([A-ZÅÄÖ][^.,;:()\n]{2,60}?)(?=[.,;:()\n]|\s(?:<programmes.stops>)\s|$)"
        ).search(unit.text[cue.end() :])
        if noun:
            return squeeze(noun.group(1)), unit
        funds = [n for n in reading.actors[index] if n.type == "eu" and n.start >= unit.start + cue.end()]
        funds = [n for n in funds if not _UNION.fullmatch(n.text)]
        if len({n.key for n in funds}) == 1:
            return fullest(reading, funds[0]), unit
    return None


def _own_projects(reading: Reading) -> tuple[str, ...]:
    """The projects that the page is about: not what they go on from or belong to."""
    found: dict[str, None] = {}
    for index, unit in enumerate(reading.units):
        for name in reading.projects[index]:
            if name.rule != "project.unnamed" and not is_aside(unit, name) and not _is_other(reading, unit, name):
                found.setdefault(name.key)
    others = _others(reading)
    return tuple(key for key in found if key not in others)


def _others(reading: Reading) -> frozenset[str]:
    keys = set()
    for index, unit in enumerate(reading.units):
        for name in reading.projects[index]:
            if _is_other(reading, unit, name):
                keys.add(name.key)
    return frozenset(keys)


def _is_other(reading: Reading, unit: Unit, name: Name) -> bool:
    before = unit.text[max(0, name.start - unit.start - 50) : name.start - unit.start]
    cues: Sequence[re.Match[str]] = list(
        reading.lexicon.pattern("projects.follows", "projects.part-of", "projects.before").finditer(before)
    )
    return bool(cues) and len(before) - cues[-1].end() <= 45
