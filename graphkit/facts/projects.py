"""The names of projects: where rules see a candidate, which candidates hold, and all places of the names that do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphkit.facts.announced import find_announced
from graphkit.facts.anonymous import find_anonymous
from graphkit.facts.authored import find_authored
from graphkit.facts.candidates import LETTER, Candidate, stripped
from graphkit.facts.coined import find_borne, find_coined, find_inner, find_run_ins, find_stages, with_acronyms
from graphkit.facts.described import find_described, find_nameless
from graphkit.facts.extents import quoted_end
from graphkit.facts.forms import find_forms, find_places, find_unnamed
from graphkit.facts.headlines import ELSEWHERE, after_heading_cue, find_headlines, find_title
from graphkit.facts.items import find_item_records, find_told_below
from graphkit.facts.labels import label_kind, matches_label
from graphkit.facts.listings import find_above_people, find_items
from graphkit.facts.misnomers import LONGEST_TOLD
from graphkit.facts.naming import find_after_words
from graphkit.facts.offices import find_office
from graphkit.facts.pages import is_other_page, speaks_of_projects
from graphkit.facts.passages import offsets
from graphkit.facts.reading import Award, Name, Person, Unit
from graphkit.facts.records import find_records
from graphkit.facts.recurring import find_recurring
from graphkit.facts.runlabels import find_run_labels
from graphkit.facts.sieve import Sieve, gives_way
from graphkit.facts.subjects import find_by_shape
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind, Cell, Document

_SURE = 0.7
"""From this score on a rule's words call a thing a project even on a page of another kind, such as a call."""
_SUBJECT = "project.subject"
_ENOUGH = 6
"""How many places of one name by one rule are looked at: all its places are found from its forms anyhow."""


def find_projects(
    document: Document,
    units: Sequence[Unit],
    lexicon: Lexicon,
    actors: Sequence[Name],
    regions: Sequence[Name],
    people: Sequence[Person] = (),
    awards: Sequence[Award] = (),
) -> tuple[Name, ...]:
    """All places where projects are named, sorted; `key` joins the forms of one project's name."""
    text = document.text
    sieve = Sieve(text, lexicon, actors, regions, people)
    told = sieve.keep([*_told(units, lexicon), *_awarded(awards)])
    running = sieve.keep(_running(text, units, lexicon, actors))
    other = is_other_page(text, lexicon)
    spoken = bool(told) or speaks_of_projects(text, units, lexicon)
    running = [c for c in running if (spoken or not _is_weak(c, text)) and not (other and c.rule == _SUBJECT)]
    found = told + [c for c in running if c.score >= _SURE or not other]
    if not other and (found or spoken):
        found += _outside(sieve.keep(find_items(units, lexicon, found, actors)), awards)
        found += sieve.keep(find_above_people(units, lexicon, actors))
        found += sieve.keep(find_authored(units, lexicon, actors))
        listed = sieve.keep([*find_item_records(units, lexicon, actors), *find_told_below(units, lexicon)])
        found += _outside(listed, awards)
        coined = [
            *find_coined(text, units),
            *find_borne(units, lexicon),
            *find_inner(text, units, lexicon),
            *find_run_ins(units, lexicon),
        ]
        found += _outside(sieve.keep(_before_owner(candidate, text, actors) for candidate in coined), awards)
        records = find_records(units, lexicon)
        found += sieve.keep(find_headlines(text, units, records, lexicon, found))
        if not any(c.rule not in ELSEWHERE for c in found):
            found += sieve.keep(find_recurring(text, units, lexicon))[:1]
        found += sieve.keep(find_title(text, units, records, lexicon, found))
        if not found:
            found += sieve.keep(find_office(text, units, lexicon, actors))
        if not found:
            found += sieve.keep(find_described(units, lexicon))
        if not found:
            found += find_nameless(units, lexicon)
    found += sieve.keep(find_stages(text, found))
    names = find_places(text, find_forms(text, with_acronyms(text, found)))
    bodies = {(name.start, name.end) for name in actors if not gives_way(name, "project.short-form")}
    names = [n for n in names if n.rule != "project.short-form" or (n.start, n.end) not in bodies]
    names += find_unnamed(units, lexicon, names)
    if not other and not any(c.rule not in ELSEWHERE for c in found):
        names += find_anonymous(text, units, lexicon, actors, names)
    return tuple(sorted(names, key=lambda n: (n.start, -n.end)))


def _awarded(awards: Sequence[Award]) -> Iterator[Candidate]:
    """The projects of lists of grants."""
    for award in awards:
        if award.project is not None:
            yield Candidate(*award.project, "project.award", 0.9)


def _outside(candidates: Sequence[Candidate], awards: Sequence[Award]) -> list[Candidate]:
    """The candidates that stand in no item whose project is known."""
    named = [award for award in awards if award.project is not None]
    taken = offsets((award.start, award.end) for award in named)
    return [c for c in candidates if c.start not in taken]


def _is_weak(candidate: Candidate, text: str) -> bool:
    """Whether a name is known by a verb behind it alone, or by a clause: «Alfa siktar på», «Alfa, ett bolag i norr, säljer»."""
    return candidate.rule == _SUBJECT and (candidate.score < _SURE or text[candidate.end : candidate.end + 1] == ",")


def _told(units: Sequence[Unit], lexicon: Lexicon) -> Iterator[Candidate]:
    """Names that a label, a column or a decision's heading promises; an acronym belongs to the name in the same box."""
    main: dict[int | None, int] = {}
    heading: int | None = None
    for unit in units:
        if unit.block.kind is BlockKind.PAIR:
            label, *values = unit.block.cells
            kind = label_kind(label.text, lexicon)
            for cell in values if kind in ("project", "project-short") else ():
                start, end = _value(unit, cell, lexicon)
                if not 0 < end - start <= 140 or len(unit.text[start:end].split()) > 18:
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


def _value(unit: Unit, cell: Cell, lexicon: Lexicon) -> tuple[int, int]:
    """The name in a label's value: what stands in quotation marks at its head, else all of it, without a bracket that makes it long."""
    start, end = cell.start - unit.start, cell.end - unit.start
    quoted = quoted_end(unit.text, start, end)
    if quoted:
        return quoted
    start, end = stripped(unit.text, start, end, lexicon)
    bracket = unit.text.find(" (", start, end)
    return (start, bracket) if bracket > 0 and unit.text[end - 1] == ")" and end - start > 110 else (start, end)


def _in_column(unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    for cell in unit.block.cells:
        if label_kind(cell.header, lexicon) == "project" and LETTER.search(cell.text):
            if matches_label(cell.text, lexicon.words("columns.sum-rows")):
                return
            start, end = stripped(unit.text, cell.start - unit.start, cell.end - unit.start, lexicon)
            if 0 < end - start <= LONGEST_TOLD:
                yield Candidate(unit.start + start, unit.start + end, "project.column", 0.93)


def _running(text: str, units: Sequence[Unit], lexicon: Lexicon, actors: Sequence[Name]) -> Iterator[Candidate]:
    seen: Counter[tuple[str, str]] = Counter()
    for unit in units:
        told = unit.block.kind is BlockKind.PAIR and label_kind(unit.block.cells[0].text, lexicon) == "project"
        if unit.block.kind not in (BlockKind.ROW, BlockKind.HEADER_ROW) and not told:
            yield from find_run_labels(unit, lexicon)
            for rule in (find_after_words, find_announced, find_by_shape):
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
            if head and joint in (*lexicon.words("projects.weak-joints"), *lexicon.words("roles.at")):
                return replace(candidate, end=candidate.start + len(head.rstrip(" ,")))
    return candidate


def _before_owner(candidate: Candidate, text: str, actors: Sequence[Name]) -> Candidate:
    """The candidate without the body that follows its comma to its end: «Lundstigen, Alfa byalag» is «Lundstigen»."""
    for name in actors:
        if candidate.start < name.start < candidate.end <= name.end and text[name.start - 2 : name.start] == ", ":
            return replace(candidate, end=name.start - 2)
    return candidate
