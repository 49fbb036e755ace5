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
    r"(?:\b(?:etapp|fas|phase|steg|del|stage)\s*)?(?:\b[IVX]+|\d+(?:[. ]\d)?)$|\b(?:next|plus|light)$", re.IGNORECASE
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
    groups = _Groups()
    for form in sorted(best, key=lambda f: (f in acronyms, -best[f].score, -len(f), f)):
        groups.add(form, best[form])
    return tuple(form for group in groups.members for form in _of_group(text, group, best))


class _Groups:
    """Forms sorted into projects: equal but for marks, or one the beginning of the other; «X II» and «X, etapp 2» are other projects.

    >>> groups = _Groups()
    >>> for form in ("ÅDRA 2.0 – brunnsvatten", "ÅDRA 2.0", "Öringens stig", "Öringens stig II"):
    ...     groups.add(form, Candidate(0, 1, "project.label", 1.0))
    >>> groups.members
    [['ÅDRA 2.0 – brunnsvatten', 'ÅDRA 2.0'], ['Öringens stig'], ['Öringens stig II']]
    """

    def __init__(self) -> None:
        self.members: list[list[str]] = []
        self._equal: dict[str, int] = {}
        self._begun: dict[str, int] = {}
        self._starts: dict[int, int] = {}

    def add(self, form: str, candidate: Candidate) -> None:
        """Put a form into the first group that it belongs to, else into one of its own."""
        name = plain(form)
        beginnings = list(_beginnings(name))
        known = [self._equal.get(name), self._begun.get(name), *(self._equal.get(short) for short in beginnings)]
        if candidate.main is not None:
            known.append(self._starts.get(candidate.main))
        index = min((group for group in known if group is not None), default=len(self.members))
        if index == len(self.members):
            self.members.append([])
        self.members[index].append(form)
        self._equal.setdefault(name, index)
        self._starts.setdefault(candidate.start, index)
        for short in beginnings:
            self._begun.setdefault(short, index)


def _beginnings(name: str) -> Iterator[str]:
    """The shorter names that a plain name begins with, but for its stage alone: «oringens stig» has none in «oringens stig ii»."""
    words = name.split()
    for length in range(1, len(words)):
        if not _STAGE.fullmatch(" ".join(words[length:])):
            yield " ".join(words[:length])


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


def _short_forms(form: str, text: str) -> Iterator[str]:
    """Shorter forms of a name that the text uses: before its dash or colon, in its brackets, in brackets behind it, its first word in capitals."""
    for start, end, short in parts(form, 0, len(form)):
        piece = form[start:end].strip()
        if short and len(piece) >= 3 and recurs(text, piece) and (len(piece.split()) > 1 or not piece.islower()):
            yield piece
    yield from re.findall(r"\(([\w-]{2,15})\)", form)
    first = form.split()[0].strip(":,")
    coined = first.isupper() or _COINED.fullmatch(first)
    if coined and len(first) >= 3 and len(form.split()) > 1 and first not in ("THE", "DEN", "DET", "ETT"):
        yield first
    for _, end in occurrences(text, form):
        behind = re.match(
            r"[”\"»]?\s+\((?:kallat |kort |förkortat |in short:? |short:? )?([A-ZÅÄÖ#][\w -]{1,30}?)\)",
            text[end:],
        )
        if behind and not behind.group(1).islower() and not re.search(r"\d{4}", behind.group(1)):
            yield behind.group(1)

        if apposed := _APPOSED.match(text, end):  # «”Hand i hand över havet” – HaHav Link – som …»
            yield apposed.group(1)


_APPOSED = re.compile(
    r"[”\"»]?\s[–-]\s((?:[A-ZÅÄÖ]{3,}|[A-ZÅÄÖ][a-zåäöé]+[A-ZÅÄÖ]\w*)(?:\s[A-ZÅÄÖ]\w+)?)(?:\s[–-]\s(?=[a-zåäö])|,\s(?=(?:som|which)\s))"
)
_COINED = re.compile(r"(?=[^\W\d_]*[A-ZÅÄÖ])\w*[A-ZÅÄÖ\d]\w*[A-ZÅÄÖ\d]\w*|[A-ZÅÄÖ][a-zåäöé]+[A-ZÅÄÖ\d]\w*")
"""A word with a second capital or a figure inside: «BioPort», «Hav4Alla»."""


def find_places(text: str, forms: Sequence[Form]) -> list[Name]:
    """Every place where a form stands, the longest form first; a genitive's s belongs to no name, and long capitals stand for any case."""
    names: list[Name] = []
    taken = bytearray(len(text))
    flat = text.replace("\n", " ")
    low = flat.lower() if len(flat.lower()) == len(flat) else flat
    for form in sorted(forms, key=lambda f: (-len(f.text), f.text)):
        shouted = form.text.isupper() and len(form.text) > 6
        for start, end in _whole(low, form.text.lower()) if shouted else _whole(flat, form.text):
            if taken.find(1, start, end) < 0:
                taken[start:end] = b"\1" * (end - start)
                names.append(_name(text[start:end], start, form))
    return names


def _whole(text: str, name: str) -> Iterator[tuple[int, int]]:
    """The places where a name stands as whole words, or with a genitive's s behind it."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        before = text[start - 1] if start else " "
        behind = text[end : end + 2].removeprefix("s")[:1]
        if not (before.isalnum() or before in "-_" or behind.isalnum() or behind == "_"):
            yield start, end
        start = text.find(name, start + 1)


def _name(text: str, start: int, form: Form) -> Name:
    return Name(
        kind="project",
        start=start,
        end=start + len(text),
        text=text,
        key=form.key,
        name=form.name,
        type="",
        rule=form.rule,
        confidence=form.score,
    )


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
            form = Form(match.group(), key, match.group(), "project.unnamed", 0.5)
            found.setdefault(key, []).append(_name(match.group(), start, form))
            if unit.block.kind not in (BlockKind.HEADING, BlockKind.TITLE) and _is_worth(unit, lexicon):
                worth.add(key)
    return [name for key in sorted(worth) for name in found[key]]


_NAMED_NEXT = re.compile(r"\s+(?:[”“„‘’\"«]|(?:heter|hette|called|by the name of|named|kallad)\b)")
_PERIOD = re.compile(r"\b(?:19|20)\d\d\s?(?:[–-]|till|to|och|and)\s?(?:19|20)\d\d\b")


def _is_worth(unit: Unit, lexicon: Lexicon) -> bool:
    """Whether a sentence gives a project without a name a period, or a year with its beginning or its payer."""
    told = lexicon.pattern("roles.funder-passives", "projects.begun").search(unit.text)
    return bool(_PERIOD.search(unit.text) or (told and re.search(r"\b(19|20)\d\d\b", unit.text)))
