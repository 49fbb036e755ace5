"""What projects go on from and belong to: «bygger vidare på X», stages of one name, pre-studies, sub-projects, larger undertakings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graphkit.facts.proofs import proof
from graphkit.facts.reading import Attribute, Name, Reading, Unit
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind

_TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.TITLE)
_CUES = (("follows", "projects.follows"), ("part_of", "projects.part-of"))
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_REACH = 60


def find_relations(reading: Reading, main: str | None) -> Iterator[Attribute]:
    """The predecessors and larger projects that the text states; `main` is the document's own project."""
    for index, unit in enumerate(reading.units):
        if unit.block.kind in _TEXT and reading.projects[index]:
            yield from _by_cue(reading, index, unit, main)
            yield from _sub_projects(reading, index, unit, main)
            yield from _earlier(reading, index, unit, main)
    yield from _unnamed(reading, main)
    yield from _stages(reading)


def _relation(project: str, field: str, target: str, unit: Unit, rule: str, confidence: float) -> Attribute:
    return Attribute(project=project, field=field, value=target, evidence=proof(unit, rule, confidence, field))


def _by_cue(reading: Reading, index: int, unit: Unit, main: str | None) -> Iterator[Attribute]:
    """«X är en fortsättning på Y», «Projektet ingår i Y»: the subject is the project named before the cue, else the one spoken of."""
    names = reading.projects[index]
    for field, words in _CUES:
        for cue in reading.lexicon.pattern(words).finditer(unit.text):
            position = unit.start + cue.end()
            target = next((n for n in names if position <= n.start <= position + _REACH), None)
            if target is None:
                continue
            subjects = [n.key for n in names if n.end <= unit.start + cue.start() and n.key != target.key]
            subject = subjects[0] if subjects else _subject(reading, index, unit, target.key, main)
            if subject is not None and subject != target.key:
                yield _relation(subject, field, target.key, unit, f"relation.{field.replace('_', '-')}", 0.7)


def _subject(reading: Reading, index: int, unit: Unit, target: str, main: str | None) -> str | None:
    """What a sentence without a named subject is about: the page's project for «Det nya projektet», else the one spoken of before."""
    if main != target and reading.lexicon.pattern("relations.new").search(unit.text):
        return main
    if reading.focus[index] != target:
        return reading.focus[index]
    return next((f for f in reversed(reading.focus[: index + 1]) if f is not None and f != target), None)


def _sub_projects(reading: Reading, index: int, unit: Unit, main: str | None) -> Iterator[Attribute]:
    """«delprojekten A och B»: each is part of the page's project."""
    larger = main or reading.focus[index]
    for cue in reading.lexicon.pattern("relations.subs").finditer(unit.text):
        end = unit.start + cue.end()
        for name in reading.projects[index]:
            gap = unit.text[end - unit.start : name.start - unit.start]
            if name.start < end or name.key == larger or larger is None:
                continue
            if not re.fullmatch(r"[\s:,”“\"«»]*(?:(?:och|samt|and|är|heter|are|är:)\s)?[\s”“\"«»]*", gap):
                break
            yield _relation(name.key, "part_of", larger, unit, "relation.sub-project", 0.7)
            end = name.end


def _earlier(reading: Reading, index: int, unit: Unit, main: str | None) -> Iterator[Attribute]:
    """«i förprojektet Y», «Tidigare har museerna drivit Y»: what came before the page's project."""
    if main is None:
        return
    lexicon = reading.lexicon
    for name in reading.projects[index]:
        if name.key == main or name.rule == "project.unnamed":
            continue
        before = unit.text[: name.start - unit.start]
        pre_study = lexicon.regex(r"(?<!\w)(?:<relations.pre-studies>)\s[”“„‘’\"«]?$", re.IGNORECASE).search(before)
        pre_study = pre_study or _EARLIER.search(before)
        opening = lexicon.pattern("relations.earlier").match(before.lstrip("–- "))
        if (pre_study or opening) and not _is_page_of_many(reading):
            yield _relation(main, "follows", name.key, unit, "relation.earlier", 0.55)


_EARLIER = re.compile(
    r"\b(?:earlier|previous|former|preceding|tidigare|förra|föregående|enklare|mindre|simpler)\s(?:[\w-]+\s){0,3}"
    r"\w*(?:projekt\w*|försök\w*|pilot\w*|satsning\w*|variant|version|project|trial|initiative|scheme|study),?\s[”“„‘’\"«]?$",
    re.IGNORECASE,
)


def _is_page_of_many(reading: Reading) -> bool:
    """Whether a page lists projects side by side, so that a pre-study is one among them."""
    rows = {
        n.key
        for unit, names in zip(reading.units, reading.projects, strict=True)
        if unit.block.kind is BlockKind.ROW
        for n in names
    }
    heads = {
        n.key
        for unit, names in zip(reading.units, reading.projects, strict=True)
        if unit.block.kind is BlockKind.HEADING
        for n in names
    }
    return len(rows) > 2 or len(heads) > 2


def _unnamed(reading: Reading, main: str | None) -> Iterator[Attribute]:
    """A predecessor without a name of its own («det första projektet», «förstudien») comes before the document's project."""
    seen: set[str] = set()
    for index, unit in enumerate(reading.units):
        for name in reading.projects[index]:
            if name.rule == "project.unnamed" and main is not None and name.key not in (*seen, main):
                seen.add(name.key)
                yield _relation(main, "follows", name.key, unit, "relation.unnamed-predecessor", 0.6)


# ------------------------------------------------------------------------------------------------- stages


def stage_of(name: str, lexicon: Lexicon) -> tuple[str, int]:
    """A name without its stage, in lower case, and the stage's number; 0 where it tells none.

    >>> from graphkit.lexicon import load_lexicon
    >>> stage_of("Strandängar, etapp 2", load_lexicon("sv")), stage_of("Öringens stig III", load_lexicon("sv")), stage_of("Källa", load_lexicon("sv"))
    (('strandängar', 2), ('öringens stig', 3), ('källa', 0))
    """
    match = lexicon.regex(
        r"(.{3,}?)[\s,:–-]+(?:\(?(?:<relations.stages>)\s(\d{1,2}|[IVX]{1,4})\)?|([IV]{1,3})|(\d)(?:\.0)?)",
        re.IGNORECASE,
    ).fullmatch(name.strip())
    if match:
        written = next(group for group in match.groups()[1:] if group)
        number = int(written) if written.isdigit() else _ROMAN.get(written.casefold(), 0)
        return match.group(1).strip(" ,–-").casefold(), number
    ending = lexicon.regex(r"(.{3,}?)\s(?:<relations.next>)", re.IGNORECASE).fullmatch(name.strip())
    return (ending.group(1).casefold(), 2) if ending else (name.strip().casefold(), 0)


def _stages(reading: Reading) -> Iterator[Attribute]:
    """«Öringens stig II» goes on from «Öringens stig», «etapp 3» from «etapp 2»."""
    forms: dict[str, list[tuple[str, int]]] = {}
    places: dict[str, tuple[Unit, Name]] = {}
    for unit, names in zip(reading.units, reading.projects, strict=True):
        for name in names:
            if name.rule != "project.unnamed":
                forms.setdefault(name.key, []).append(stage_of(name.text, reading.lexicon))
                places.setdefault(name.key, (unit, name))
    for key in forms:
        base, number = max(forms[key], key=lambda form: form[1])
        if number < 2:
            continue
        before = _before(base, number, key, forms)
        if before is not None:
            yield _relation(key, "follows", before, places[key][0], "relation.stage", 0.75)


def _before(base: str, number: int, key: str, forms: dict[str, list[tuple[str, int]]]) -> str | None:
    """The project of the same name with the stage before, or with none."""
    others: Sequence[tuple[int, str]] = [
        (stage, other)
        for other, known in forms.items()
        if other != key
        for name, stage in known
        if stage < number and (name == base or name.startswith(f"{base} – "))
    ]
    return max(others)[1] if others else None
