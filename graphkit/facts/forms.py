"""The forms of kept project names: which are one project's, and every place where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphkit.facts.candidates import Candidate, occurrences, plain, recurs
from graphkit.facts.headlines import parts
from graphkit.facts.reading import Name, Unit
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind
from graphkit.text import slug, squeeze

_STAGE = re.compile(
    r"(?:\b(?:etapp|fas|phase|steg|del|stage)\s*)?(?:\b[IVX]+|\d+(?:\.\d)?)$|\b(?:next|plus|light)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a project's name: the key and full name of its project, and the rule that gave it."""

    text: str
    key: str
    name: str
    rule: str
    score: float


def find_forms(text: str, found: Sequence[Candidate]) -> tuple[Form, ...]:
    """Each form of the candidates' names; one that begins, shortens or abbreviates another shares its key."""
    best: dict[str, Candidate] = {}
    for candidate in sorted(found, key=lambda c: (-c.score, c.start)):
        best.setdefault(squeeze(text[candidate.start : candidate.end]), candidate)
    acronyms = {form: c.main for form, c in best.items() if c.main is not None}
    groups: list[list[str]] = []
    for form in sorted(best, key=lambda f: (f in acronyms, -best[f].score, -len(f), f)):
        main = acronyms.get(form)
        group = next(
            (
                g
                for g in groups
                if any(_same_project(form, other) or (main is not None and best[other].start == main) for other in g)
            ),
            None,
        )
        if group is None:
            groups.append([form])
        else:
            group.append(form)
    return tuple(form for group in groups for form in _of_group(text, group, best))


def _of_group(text: str, group: Sequence[str], best: dict[str, Candidate]) -> Iterator[Form]:
    full = max(
        (form for form in group if best[form].main is None or len(group) == 1),
        key=lambda form: (len(form.split()) <= 14, len(form), form),
    )
    key = "project:" + (slug(full) or slug(group[0]))
    forms = {form: (best[form].rule, best[form].score) for form in group}
    for form in group:
        for short in _short_forms(form, text):
            forms.setdefault(short, ("project.short-form", best[form].score * 0.95))
    for form, (rule, score) in forms.items():
        yield Form(form, key, full, rule, score)


def _same_project(one: str, other: str) -> bool:
    """Whether two forms name one project: equal but for marks, or one begins the other; «X II» and «X, etapp 2» are other projects.

    >>> _same_project("KÄLLA 2.0 – dricksvatten", "KÄLLA 2.0"), _same_project("Laxens väg", "Laxens väg II")
    (True, False)
    """
    short, long = sorted((one, other), key=lambda form: (len(plain(form)), form))
    if plain(short) == plain(long):
        return True
    if not plain(long).startswith(plain(short) + " "):
        return False
    rest = plain(long)[len(plain(short)) :].strip()
    return not _STAGE.fullmatch(rest)


def _short_forms(form: str, text: str) -> Iterator[str]:
    """Shorter forms of a name that the text uses: before its dash or colon, in its brackets, in brackets behind it, its first word in capitals."""
    for start, end, short in parts(form, 0, len(form)):
        piece = form[start:end].strip()
        if short and len(piece) >= 3 and recurs(text, piece) and (len(piece.split()) > 1 or not piece.islower()):
            yield piece
    yield from re.findall(r"\(([\w-]{2,15})\)", form)
    first = form.split()[0].strip(":,")
    if first.isupper() and len(first) >= 3 and len(form.split()) > 1 and first not in ("THE", "DEN", "DET", "ETT"):
        yield first
    for _, end in occurrences(text, form):
        behind = re.match(
            r"[”\"»]?\s+\((?:kallat |kort |förkortat |in short:? |short:? )?([A-ZÅÄÖ#][\w -]{1,30}?)\)",
            text[end:],
        )
        if behind and not behind.group(1).islower() and not re.search(r"\d{4}", behind.group(1)):
            yield behind.group(1)


def find_places(text: str, forms: Sequence[Form]) -> list[Name]:
    """Every place where a form stands, the longest form first; a genitive's s belongs to no name."""
    names: list[Name] = []
    taken = bytearray(len(text))
    for form in sorted(forms, key=lambda f: (-len(f.text), f.text)):
        pattern = rf"(?<![\w-]){re.escape(form.text)}(?=s?(?!\w))".replace(r"\ ", r"\s+")
        flags = re.IGNORECASE if form.text.isupper() and len(form.text) > 6 else re.NOFLAG
        for match in re.finditer(pattern, text, flags):
            if any(taken[match.start() : match.end()]):
                continue
            taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
            names.append(
                Name(
                    kind="project",
                    start=match.start(),
                    end=match.end(),
                    text=match.group(),
                    key=form.key,
                    name=form.name,
                    type="",
                    rule=form.rule,
                    confidence=form.score,
                )
            )
    return names


def find_unnamed(units: Sequence[Unit], lexicon: Lexicon, names: Sequence[Name]) -> list[Name]:
    """A predecessor without a name of its own, where a sentence gives it a period, or a payer and a year; none where no project is named.

    «Det första projektet pågick 2009–2011» is one; «en förstudie för 90 000 kronor» and «pilotprojektet avslutades 2016» are none.
    """
    found: dict[str, list[Name]] = {}
    worth: set[str] = set()
    for unit in units if names else ():
        for match in lexicon.pattern("projects.unnamed").finditer(unit.text):
            start, end = unit.start + match.start(), unit.start + match.end()
            rest = unit.text[match.end() :]
            if any(n.start <= end + 2 and start <= n.end + 2 for n in names) or _NAMED_NEXT.match(rest):
                continue
            common = re.sub(r"^(det|en|ett|den|a|an|the)\s+", "", match.group(), flags=re.IGNORECASE)
            key = "project:unnamed-" + re.sub(r"studien$", "studie", slug(common))
            found.setdefault(key, []).append(_unnamed(match.group(), start, end, key))
            if unit.block.kind not in (BlockKind.HEADING, BlockKind.TITLE) and _is_worth(unit, lexicon):
                worth.add(key)
    return [name for key in sorted(worth) for name in found[key]]


_NAMED_NEXT = re.compile(r"\s+(?:[”“\"«]|(?:heter|hette|called|by the name of|named|kallad)\b)")
_PERIOD = re.compile(r"\b(?:19|20)\d\d\s?(?:[–-]|till|to|och|and)\s?(?:19|20)\d\d\b")


def _is_worth(unit: Unit, lexicon: Lexicon) -> bool:
    """Whether a sentence gives a project without a name a period, or a year with its beginning or its payer."""
    told = lexicon.pattern("roles.funder-passives", "projects.begun").search(unit.text)
    return bool(_PERIOD.search(unit.text) or (told and re.search(r"\b(19|20)\d\d\b", unit.text)))


def _unnamed(text: str, start: int, end: int, key: str) -> Name:
    return Name(
        kind="project",
        start=start,
        end=end,
        text=text,
        key=key,
        name=text,
        type="",
        rule="project.unnamed",
        confidence=0.5,
    )
