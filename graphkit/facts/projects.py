"""The names of projects: where rules see a candidate, which candidates hold, and all places of the names that do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphkit.facts.calls import is_call
from graphkit.facts.candidates import LETTER, Candidate, is_common_start, plain, stripped
from graphkit.facts.coined import find_coined, find_inner, find_run_ins, find_stages, with_acronyms
from graphkit.facts.extents import standing
from graphkit.facts.forms import find_forms, find_places, find_unnamed
from graphkit.facts.headlines import ELSEWHERE, after_heading_cue, find_headlines, find_items, find_title
from graphkit.facts.labels import label_kind, matches_label
from graphkit.facts.naming import find_after_words
from graphkit.facts.reading import Name, Unit
from graphkit.facts.sections import MONEY, is_numbered
from graphkit.facts.subjects import find_by_shape, find_recurring
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind, Document

_PROGRAMME = re.compile(
    r"^(interreg|program|erasmus|horizon|horisont)\b|(programmet|programme|fonden|fund)\b(?!\s+\w+\s+\w+)|\b20\d\d\s?[-–]\s?20[23]\d$",
    re.IGNORECASE,
)
_BODIES = ("region", "municipality", "county-board", "agency", "eu", "university")
_ENOUGH = 6
"""How many places of one name by one rule are looked at: all its places are found from its forms anyhow."""
_TOLD = ("project.label", "project.column", "project.short-label")


def find_projects(
    document: Document, units: Sequence[Unit], lexicon: Lexicon, actors: Sequence[Name], regions: Sequence[Name]
) -> tuple[Name, ...]:
    """All places where projects are named, sorted; `key` joins the forms of one project's name."""
    text = document.text
    told = [c for c in _told(units, lexicon) if _holds(c, text, lexicon, actors, regions)]
    found = told + [c for c in _running(text, units, lexicon, actors) if _holds(c, text, lexicon, actors, regions)]
    if not is_call(text, lexicon):
        found += [c for c in find_items(units, lexicon, found) if _holds(c, text, lexicon, actors, regions)]
        coined = [*find_coined(text, units), *find_inner(text, units, lexicon), *find_run_ins(units, lexicon)]
        found += [c for c in coined if _holds(c, text, lexicon, actors, regions)]
        found += [c for c in find_headlines(text, units, lexicon, found) if _holds(c, text, lexicon, actors, regions)]
        if not any(c.rule not in ELSEWHERE for c in found):
            found += [c for c in find_recurring(text, units, lexicon) if _holds(c, text, lexicon, actors, regions)][:1]
        found += [c for c in find_title(text, units, lexicon, found) if _holds(c, text, lexicon, actors, regions)]
    found += [c for c in find_stages(text, found) if _holds(c, text, lexicon, actors, regions)]
    names = find_places(text, find_forms(text, with_acronyms(text, found)))
    names += find_unnamed(units, lexicon, names)
    return tuple(sorted(names, key=lambda n: (n.start, -n.end)))


def _told(units: Sequence[Unit], lexicon: Lexicon) -> Iterator[Candidate]:
    """Names that a label, a column or a decision's heading promises; an acronym belongs to the name in the same box."""
    main: dict[int | None, int] = {}
    heading: int | None = None
    for unit in units:
        if unit.block.kind is BlockKind.PAIR:
            label, *values = unit.block.cells
            kind = label_kind(label.text, lexicon)
            for cell in values if kind in ("project", "project-short") else ():
                start, end = stripped(unit.text, cell.start - unit.start, cell.end - unit.start, lexicon)
                if not 0 < end - start <= 140 or len(cell.text.split()) > 16:
                    continue
                if kind == "project":
                    main[unit.block.table] = unit.start + start
                    yield Candidate(unit.start + start, unit.start + end, "project.label", 0.95)
                else:
                    yield Candidate(
                        unit.start + start,
                        unit.start + end,
                        "project.short-label",
                        0.9,
                        main.get(unit.block.table, heading),
                    )
        elif unit.block.kind is BlockKind.ROW:
            yield from _in_column(unit, lexicon)
        elif unit.block.kind in (BlockKind.HEADING, BlockKind.TITLE):
            for candidate in after_heading_cue(unit, lexicon):
                heading = candidate.start
                yield candidate


def _in_column(unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    for cell in unit.block.cells:
        if label_kind(cell.header, lexicon) == "project" and LETTER.search(cell.text):
            if matches_label(cell.text, lexicon.words("columns.sum-rows")):
                return
            start, end = stripped(unit.text, cell.start - unit.start, cell.end - unit.start, lexicon)
            if 0 < end - start <= 140:
                yield Candidate(unit.start + start, unit.start + end, "project.column", 0.93)


def _running(text: str, units: Sequence[Unit], lexicon: Lexicon, actors: Sequence[Name]) -> Iterator[Candidate]:
    seen: Counter[tuple[str, str]] = Counter()
    for unit in units:
        told = unit.block.kind is BlockKind.PAIR and label_kind(unit.block.cells[0].text, lexicon) == "project"
        if unit.block.kind not in (BlockKind.ROW, BlockKind.HEADER_ROW) and not told:
            for rule in (find_after_words, find_by_shape):
                for candidate in rule(text, unit, lexicon):
                    known = (candidate.rule, text[candidate.start : candidate.end])
                    seen[known] += 1
                    if seen[known] <= _ENOUGH:
                        yield _before_body(candidate, text, actors, lexicon)


def _before_body(candidate: Candidate, text: str, actors: Sequence[Name], lexicon: Lexicon) -> Candidate:
    """The candidate without the body that «med», «från», «till» joins to it: «Nya spår till Region Alfa» is «Nya spår»."""
    for name in actors:
        if candidate.start < name.start < candidate.end:
            before = text[candidate.start : name.start].rstrip()
            head, _, joint = before.rpartition(" ")
            if head and joint in lexicon.words("projects.weak-joints"):
                return replace(candidate, end=candidate.start + len(head.rstrip(" ,")))
    return candidate


def _holds(candidate: Candidate, text: str, lexicon: Lexicon, actors: Sequence[Name], regions: Sequence[Name]) -> bool:
    """Whether a candidate may stay: not a body's, place's or programme's name (unless a label says so), no common noun, no long text."""
    name = text[candidate.start : candidate.end]
    low = name.casefold()
    if len(plain(name)) < 2 or not LETTER.search(name) or len(name) > 150 or "\n" in name:
        return False
    if candidate.rule in _TOLD:
        return _may_be_told(name, lexicon)
    if is_common_start(name, lexicon) or low in lexicon.words("projects.funds") + lexicon.words(
        "projects.generic-headings"
    ):
        return False
    own = candidate.rule in ("project.title", "project.fact-heading", "project.boxed")
    if is_numbered(name, lexicon) or (_PROGRAMME.search(name) and not own and candidate.rule != "project.umbrella"):
        return False
    if " " not in name and name[0] != "#" and name[1:].islower() and standing(text, low):
        return False  # a common noun at the head of a sentence
    if any(
        n.start <= candidate.start and n.end >= candidate.end
        for n in regions
        if n.rule not in ("region.adjective", "region.preposition")
    ):
        return False
    if candidate.rule == "project.inner" and any(
        n.start < candidate.end and candidate.start < n.end
        for n in (*actors, *regions)
        if n.rule != "region.of-project"
    ):
        return False
    if _only_names(candidate, text, [*actors, *regions]):
        return False
    weak = {"actor.beside-place"} | ({"actor.fund"} if candidate.rule == "project.umbrella" else set())
    inside = [n for n in actors if n.start <= candidate.start and n.end >= candidate.end and n.rule not in weak]
    sure = own or (candidate.rule in ("project.noun-before", "project.related") and candidate.score >= 0.85)
    return not inside or (sure and not any(n.type in _BODIES for n in inside))


def _may_be_told(name: str, lexicon: Lexicon) -> bool:
    """Whether a label's or column's value can be a name: no other label, no sum, no refusal, no sentence, no amount."""
    low, words = name.casefold(), name.split()
    if name.startswith("(") and name.endswith(")"):
        return False
    if label_kind(name, lexicon) is not None or matches_label(name, lexicon.words("columns.refused")):
        return False
    if words[0].casefold().rstrip(":") in lexicon.words("columns.sum-rows") and len(words) < 5:
        return False
    if low in lexicon.words("projects.generic-headings") or MONEY.search(name):
        return False
    verbs = frozenset(lexicon.words("projects.headline-verbs")) - {"har", "has", "have"}
    sentence = len(words) > 8 and any(word in verbs for word in words[1:])
    return not sentence and not (words[0][:1].islower() and set(words) & verbs)


def _only_names(candidate: Candidate, text: str, names: Sequence[Name]) -> bool:
    """Whether nothing but joined bodies and places stands in a candidate: «Lycksele och Kondopoga»."""
    spans = {(n.start, n.end) for n in names if candidate.start <= n.start and n.end <= candidate.end}
    outer = [s for s in sorted(spans) if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]
    rest = list(text[candidate.start : candidate.end])
    for start, end in outer:
        rest[start - candidate.start : end - candidate.start] = " " * (end - start)
    return len(outer) > 1 and not re.sub(r"\b(och|and|samt|i|in)\b|[\s,–-]", "", "".join(rest))
