"""Titles and headings that name projects, and list items that begin with a project's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graphkit.facts.candidates import Candidate, is_common_start, plain, recurs, stripped
from graphkit.facts.labels import label_kind
from graphkit.facts.leads import find_leads
from graphkit.facts.reading import Unit
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind
from graphkit.text import squeeze

_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_BOX_LABELS = ("owner", "period", "budget", "grant", "partner", "start", "funder")
_MONEY = re.compile(
    r"\d\s*(kr|kronor|mkr|mnkr|tkr|kkr|euro|€|miljon|million|SEK|EUR|NOK)|(€|EUR|SEK|NOK)\s?\d", re.IGNORECASE
)


def after_heading_cue(unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«§ 58 Ansökan om projektmedel: X», «Medfinansiering av X»: the name behind what a decision's heading is about."""
    words = lexicon.alternation("projects.heading-cues")
    cue = re.match(
        rf"(?:§\s*\d+\s*|\d+[.)]\s*|[a-z]\)\s*)?(?:[\w ]{{0,30}}?)\b(?:{words})(?:\s*[,:–-]\s*|\s+(?=[”“\"]))(?=\S)",
        unit.text,
        re.IGNORECASE,
    )
    if cue is None:
        cue = re.match(
            rf"(?:§\s*\d+\s*|\d+[.)]\s*)?(?:{lexicon.alternation('projects.heading-prepositions')})\s+(?=[A-ZÅÄÖ#”“\"])",
            unit.text,
            re.IGNORECASE,
        )
    if cue:
        start, end = stripped(unit.text, cue.end(), len(unit.text), lexicon)
        if 2 < end - start <= 110:
            yield Candidate(unit.start + start, unit.start + end, "project.heading-cue", 0.85)


def find_items(units: Sequence[Unit], lexicon: Lexicon) -> Iterator[Candidate]:
    """«Här är fyra av projekten:», then items that begin with a name: up to the first full stop, dash, colon, comma or bracket."""
    leads = find_leads(units, lexicon)
    projects = lexicon.pattern("projects.plurals")
    seen: set[int] = set()
    for unit, lead in zip(units, leads, strict=True):
        first = unit.block_index not in seen
        seen.add(unit.block_index)
        if unit.block.kind is not BlockKind.LIST_ITEM or not first or not projects.search(lead):
            continue
        head = re.match(r"[”“\"«]?([A-ZÅÄÖ#@\d][^.,:;()\n]{2,80}?)[”“\"»]?(?=\s[–—-]\s|[.,:;(]|$)", unit.block.text)
        if head and len(head.group(1).split()) <= 9 and not is_common_start(head.group(1).split()[0], lexicon):
            yield Candidate(unit.block.start + head.start(1), unit.block.start + head.end(1), "project.item", 0.65)


def find_headlines(
    text: str, units: Sequence[Unit], lexicon: Lexicon, found: Sequence[Candidate]
) -> Iterator[Candidate]:
    """A title or heading that names a project: because the text takes it up as a name, or because its section speaks of one."""
    sections = [(unit, _signals(body, lexicon)) for unit, body in _sections(units) if _may_name(unit, lexicon)]
    known = {plain(text[c.start : c.end]) for c in found}
    taken: set[int] = set()
    for unit, _ in sections:
        for candidate in _taken_up(text, unit, lexicon, known):
            taken.add(unit.start)
            yield candidate
    speaking: dict[int, list[Unit]] = {}
    for unit, signals in sections:
        if signals >= 2 or unit.start in taken:
            speaking.setdefault(unit.block.level, []).append(unit)
    for unit, signals in sections:
        if unit.start in taken or unit.block.kind is BlockKind.TITLE:
            continue
        siblings = len(speaking.get(unit.block.level, ()))
        start, end = stripped(unit.text, 0, len(unit.text), lexicon)
        if (signals >= 2 and siblings >= 2) or (signals >= 1 and siblings >= 1 and unit.text[start:end].isupper()):
            yield Candidate(unit.start + start, unit.start + end, "project.section", 0.6)


def find_title(units: Sequence[Unit], lexicon: Lexicon, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The page's title, where a fact box or «projektet» speaks of a project that nothing else names."""
    title = next((unit for unit in units if unit.block.kind is BlockKind.TITLE), None) or next(
        (unit for unit in units if unit.block.kind is BlockKind.HEADING), None
    )
    if title is None or not _may_name(title, lexicon):
        return
    boxes = {label_kind(u.block.cells[0].text, lexicon) for u in units if u.block.kind is BlockKind.PAIR} & set(
        _BOX_LABELS
    )
    boxed = len(boxes) >= 2 and not any(c.score >= 0.7 for c in found)
    spoken = not found and sum(1 for u in units if lexicon.pattern("projects.anaphora").search(u.text)) >= 2
    if boxed or spoken:
        start, end = stripped(title.text, 0, len(title.text), lexicon)
        yield Candidate(title.start + start, title.start + end, "project.title", 0.6)


def _taken_up(text: str, unit: Unit, lexicon: Lexicon, known: set[str]) -> Iterator[Candidate]:
    start, end = stripped(unit.text, 0, len(unit.text), lexicon)
    if start >= end:
        return
    for first, last, short in parts(unit.text, start, end):
        name = unit.text[first:last]
        if plain(name) in known or _stands_below(text, name, short):
            yield Candidate(
                unit.start + start, unit.start + end, "project.heading", 0.85 if plain(name) in known else 0.8
            )
            return


def _stands_below(text: str, name: str, short: bool) -> bool:
    """Whether a heading, or its first part, stands elsewhere in the text as a name; a person's name and a lone common word do not count."""
    words = name.split()
    if len(name) < 3 or (not short and len(words) < 2):
        return False
    if all(word[:1].isupper() and word[1:].islower() for word in words) and len(words) <= 3 and not short:
        return False
    return recurs(text, name, 3 if short else 2) and (name.isupper() or words[-1][:1].isupper() or len(words) > 1)


def _sections(units: Sequence[Unit]) -> list[tuple[Unit, list[Unit]]]:
    """Each heading with the units below it, down to the next heading of any level."""
    sections: list[tuple[Unit, list[Unit]]] = []
    for unit in units:
        if unit.block.kind in _HEADS:
            sections.append((unit, []))
        elif sections:
            sections[-1][1].append(unit)
    return sections


def _signals(body: Sequence[Unit], lexicon: Lexicon) -> int:
    """How many signs there are that a section tells of one project: an owner's label or noun, a period, a budget, money."""
    owner = lexicon.pattern("roles.owner-nouns", "roles.owner-apposition")
    score = 0
    for unit in body:
        boxed = unit.block.kind is BlockKind.PAIR and label_kind(unit.block.cells[0].text, lexicon) in _BOX_LABELS
        score += 2 * boxed + bool(owner.search(unit.text)) + bool(_MONEY.search(unit.text))
    return score


def _may_name(unit: Unit, lexicon: Lexicon) -> bool:
    """Whether a heading's shape is a name's: short, no question, no headline's verb or sum, none of the usual words for sections."""
    text = squeeze(unit.text)
    start, end = stripped(text, 0, len(text), lexicon)
    name = text[start:end]
    words, low = name.split(), name.casefold()
    generic = lexicon.words("projects.generic-headings")
    if not 1 <= len(words) <= 12 or len(text) > 110 or low in generic or text.endswith(("?", "…", "!")):
        return False
    if (
        label_kind(name, lexicon) is not None
        or (len(words) <= 3 and words[-1].casefold() in generic)
        or re.match(r"(projekt|project)\w*$", low)
    ):
        return False
    if is_common_start(words[0], lexicon) or re.match(r"(bilaga|protokoll|fakta|kontakt)\b", low):
        return False
    verbs = lexicon.words("projects.headline-verbs")
    return (
        not any(word.casefold().strip(",") in verbs and word.islower() for word in words[1:])
        and not _MONEY.search(name)
        and not re.search(r"\bmiljoner\b", low)
    )


def parts(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """A heading, then what stands before its dash, colon, bracket or comma: «ÖBN – öppna data», «SNOWBAND: Clean Urban Snow»."""
    yield start, end, False
    for cut in re.finditer(r"\s[–—-]\s|:\s|\s\(|,\s", text[start:end]):
        yield start, start + cut.start(), True
