"""Organisations that only a label or a column tells: «Projektägare: Skogslotsen», a municipality's bare name under «Kommun»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphkit.facts.countried import find_countried, find_countried_lines
from graphkit.facts.labels import is_pair_row, label_kind, matches_label, row_kinds
from graphkit.facts.leads import find_leads, is_line, promised
from graphkit.facts.money import find_amounts
from graphkit.facts.pairs import kind_of_pair
from graphkit.facts.passages import offsets
from graphkit.facts.plausible import is_no_body
from graphkit.facts.reading import Name, Unit, unknown_body
from graphkit.facts.shortforms import as_short_form, by_first_word
from graphkit.facts.words import places_of
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind, Cell, Document
from graphkit.text import slug

_KINDS = ("owner", "partner", "funder")
_SPLIT = re.compile(r"\s*(?:;|\n|\s[·|]\s|,(?!\s*(?:och|trafik|migrations))|\s+(?:och|samt|and|&)\s+(?=[A-ZÅÄÖ]))\s*")
_CODE = re.compile(r"[A-Z]{2}")
"""A country's code beside a body's name: «VTT · FI»."""
_ADDRESS = re.compile(r"(?:vägen|gatan|torget|gränd|plan|street|road)\b|^Box\b|^\d{3} ?\d{2}\b", re.IGNORECASE)
_BARE = re.compile(
    r"\s*\([^()]*\)\s*$|\s*[,:–-]?\s*\d[\d\s.,]*(?:(?:%|procent|per cent|kr|kronor|euro|€|[tm]n?kr|[kt]?SEK|EUR|miljoner|av|of)(?!\w).*)?$"
)


def find_labelled(
    document: Document, units: Sequence[Unit], lexicon: Lexicon, actors: Sequence[Name], regions: Sequence[Name]
) -> tuple[Name, ...]:
    """Names of actors that stand where a label or column heading promises one, and nowhere else look like one; with their other places."""
    found: dict[str, Name] = {}
    longer = by_first_word(actors)
    leads = find_leads(units, lexicon)
    taken = set(offsets((n.start, n.end) for n in actors))
    for unit, lead in zip(units, leads, strict=True):
        for kind, cell in _promising(unit, lead, lexicon):
            if kind != "funder" and (whole := _one_body(cell, actors, regions)):
                found[f"{whole.key}@{whole.start}"] = whole
                continue
            for start, end in _pieces(document.text, cell):
                if not taken.isdisjoint(range(start, end)):
                    continue
                name = _name(document.text, start, end, kind, lexicon, regions)
                if name is not None:
                    name = as_short_form(name, longer)
                    found.setdefault(f"{name.key}@{start}", name)
        for start, end in find_countried(unit.text):
            start, end = unit.start + start, unit.start + end
            if taken.isdisjoint(range(start, end)):
                found.setdefault(f"@{start}", _actor(document.text[start:end], start, end))
    known = {(n.start, n.end) for n in actors}
    lines = [(unit.start, unit.text) for unit in units if is_line(unit)]
    for start, end in find_countried_lines(lines):
        rest = document.text.rfind(", ", start, end) + 2  # «Anna Ek, Alfa kommun (Sverige)»
        if (start, end) not in known and (rest, end) not in known:
            found.setdefault(f"@{start}", _actor(document.text[start:end], start, end))
    labelled = sorted(found.values(), key=lambda n: n.start)
    taken |= offsets((n.start, n.end) for n in labelled)
    seen: set[str] = set()
    for name in list(labelled):
        if name.rule == "actor.labelled-place" or name.key in seen:
            continue
        seen.add(name.key)
        for start in places_of(name.text, document.text):
            end = start + len(name.text)
            if taken.isdisjoint(range(start, end)):
                other = Name(
                    kind="actor",
                    start=start,
                    end=end,
                    text=name.text,
                    key=name.key,
                    name=name.name,
                    type=name.type,
                    rule="actor.labelled-again",
                    confidence=0.6,
                )
                labelled.append(other)
                taken.update(range(start, end))
    return tuple(sorted(labelled, key=lambda n: n.start))


def _promising(unit: Unit, lead: str, lexicon: Lexicon) -> Iterator[tuple[str, Cell]]:
    if unit.block.kind in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH) and is_line(unit):
        kind = promised(lead, lexicon)
        if kind in ("owner", "partner") and len(unit.text.split()) <= 9:
            yield str(kind), Cell(unit.start, unit.end, unit.text)
    if is_pair_row(unit.block, lexicon):
        kind = kind_of_pair(unit.block, lead, lexicon)
        if kind in _KINDS:
            for cell in unit.block.cells[1:]:
                yield str(kind), cell
    elif unit.block.kind is BlockKind.ROW:
        if any(matches_label(cell.text, lexicon.words("columns.sum-rows")) for cell in unit.block.cells[:2]):
            return
        for cell, kind in zip(unit.block.cells, row_kinds(unit.block, lexicon), strict=True):
            if kind in _KINDS:
                yield str(kind), cell


def _one_body(cell: Cell, actors: Sequence[Name], regions: Sequence[Name]) -> Name | None:
    """The only body of a line that ends with its country, where commas are a part of its name: «Centre for Trade, Transport and Tourism, Finland»."""
    line = _WITH_COUNTRY.match(cell.text)
    if line is None or ", " not in line.group(1) or len(line.group(1).split()) > 16:
        return None
    inside = [n for n in regions if cell.start <= n.start < cell.end and n.type == "country"]
    start, end = cell.start, cell.start + line.end(1)
    known = [n for n in actors if start <= n.start < end and not n.rule.startswith("actor.label")]
    places = [
        n for n in regions if start < n.start and n.end == end and line.group(1)[: n.start - start].endswith(", ")
    ]
    if len(inside) != 1 or inside[0].start < end or known or places or not _JOINED_END.search(line.group(1)):
        return None
    return _actor(cell.text[: line.end(1)], start, end)


_WITH_COUNTRY = re.compile(r"([^\W\d_].{5,120}?)(?:,\s|\s\()[^\W\d_][\w ]{2,20}\)?(?:\s\([^()]{3,40}\))?[.;]?$")
_BRACKETED = re.compile(r"\([^()]*\)")
_JOINED_END = re.compile(r", (?:\w+, )*\w+(?: \w+){0,2} (?:and|och|og) ")


def _actor(name: str, start: int, end: int) -> Name:
    return unknown_body(name, start, end, "actor.labelled", 0.7)


def _pieces(text: str, cell: Cell) -> Iterator[tuple[int, int]]:
    position = cell.start
    brackets = [match.span() for match in _BRACKETED.finditer(cell.text)]
    outside = [s for s in _SPLIT.finditer(cell.text) if not any(first < s.start() < last for first, last in brackets)]
    for separator in [*outside, None]:
        end = cell.end if separator is None else cell.start + separator.start()
        bare = text[position:end]
        while (shorter := _BARE.sub("", bare)) != bare:
            bare = shorter
        start = position + len(bare) - len(bare.lstrip(" •*–-"))
        stop = position + len(bare.rstrip(" .:,;"))
        if stop > start:
            yield start, stop
        position = end if separator is None else cell.start + separator.end()


def _name(text: str, start: int, end: int, kind: str, lexicon: Lexicon, regions: Sequence[Name]) -> Name | None:
    name = text[start:end]
    words = name.split()
    if (
        not 1 <= len(words) <= 9
        or len(name) < 2
        or not (name[0].isupper() or name[0] == "#")
        or _CODE.fullmatch(name)
        or find_amounts(name, lexicon.language)
    ):
        return None
    if is_no_body(name) or text[end : end + 1] == ":":
        return None  # «Org. nr:» is a label of its own
    if lexicon.pattern("roles.unnamed-givers").match(name) or _ADDRESS.search(name):
        return None
    if (
        label_kind(name, lexicon) is not None
        or matches_label(name, lexicon.words("columns.sum-rows"))
        or matches_label(name, lexicon.words("columns.refused"))
    ):
        return None
    place = next((n for n in regions if n.start <= start and n.end >= end), None)
    if place is not None:
        if place.type in ("municipality", "city") and kind in ("owner", "partner"):
            body = _actor(name, start, end)
            key = f"actor:{slug(place.name)}-kommun"
            return replace(body, key=key, type="municipality", rule="actor.labelled-place", confidence=0.6)
        return None
    return _actor(name, start, end)
