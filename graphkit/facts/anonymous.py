"""A page's own project that no name is given: «Om projektet», «Projektet finansieras av Alfa», «ett LEADER-projekt»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graphkit.facts.forms import Form
from graphkit.facts.heads import HEADS, MONEY
from graphkit.facts.labels import label_kind
from graphkit.facts.pages import counts_several
from graphkit.facts.reading import Name, Unit
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind
from graphkit.text import slug

_TOLD = frozenset(["owner", "period", "budget", "funder", "start", "end"])
_FEWEST = 2
_FUNDED = re.compile(r"(?<![\w-])[A-ZÅÄÖ]{2,}[\w+]*-projektet(?![\w-])")
_OF_FUND = re.compile(r"(?<![\w-])[A-ZÅÄÖ]{2,}[\w+]*-projekt(?![\w-])")
"""What such a project is called by its fund: «LEADER-projektet»."""


def find_anonymous(
    text: str, units: Sequence[Unit], lexicon: Lexicon, actors: Sequence[Name], named: Sequence[Name]
) -> Iterator[Name]:
    """The places of a project that a page speaks of as «projektet» alone, where it tells who pays or runs it, for how much or how long.

    None on a page that counts several projects, tells how to apply, or has a name for one before it speaks of «projektet».
    """
    it = lexicon.regex(r"(?<![\w-])(?:[A-ZÅÄÖ]{2,}-)?(?i:<projects.the-one>)(?!\w)(?!\s+[”“„«\"A-ZÅÄÖ#\d])")
    on_it = [(unit, match) for unit in units if (match := it.search(unit.text))]
    if (
        len(on_it) < _FEWEST - _is_owned(units, actors, lexicon)
        or not on_it
        or any(name.start < on_it[0][0].end for name in named)
        or _is_of_many(text, lexicon)
    ):
        return
    starts = [name.start for name in actors]
    if not (
        _is_costed(units, lexicon)
        or _is_owned(units, actors, lexicon)
        or any(_proves(unit, starts, lexicon) for unit, _ in on_it)
    ):
        return
    if not _tells(units, on_it, lexicon):
        return
    unit, match = next(((u, m) for u, m in on_it if u.block.kind not in HEADS), on_it[0])
    places = [(unit.start + match.start(), unit.start + match.end())]
    funded = _FUNDED.search(text) or _OF_FUND.search(text)
    if funded and funded.span() not in places:
        places.insert(0, funded.span())
    name = text[slice(*places[0])]
    for start, end in sorted(places):
        form = Form(text[start:end], "project:unnamed-" + slug(name), name, "project.anonymous", 0.5)
        yield Name(
            kind="project",
            start=start,
            end=end,
            text=form.text,
            key=form.key,
            name=form.name,
            type="",
            rule=form.rule,
            confidence=form.score,
        )


def _is_of_many(text: str, lexicon: Lexicon) -> bool:
    """Whether a page counts several projects, or tells how to apply for money."""
    return counts_several(text, lexicon) or bool(lexicon.pattern("pages.calls").search(text))


def _proves(unit: Unit, actors: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether a line on «projektet» tells who pays or runs it, by name, or its sum; what it shall or may do proves nothing."""
    if lexicon.pattern("projects.modals").search(unit.text):
        return False
    named = any(unit.start <= start < unit.end for start in actors)
    does = lexicon.pattern(
        "roles.owner-passives", "roles.funder-passives", "roles.owner-nouns", "roles.partner-passives"
    )
    return bool((named and does.search(unit.text)) or MONEY.search(unit.text))


def _is_owned(units: Sequence[Unit], actors: Sequence[Name], lexicon: Lexicon) -> bool:
    """Whether a sentence says which body is «projektägare», on a page of several lines on a project."""
    owner = lexicon.pattern("roles.owner-nouns", "roles.owner-apposition")
    starts = [name.start for name in actors]
    owned = any(
        owner.search(u.text)
        and any(u.start <= at < u.end for at in starts)
        and not lexicon.pattern("projects.modals").search(u.text)
        for u in units
    )
    return owned and sum(1 for u in units if _PROJECT.search(u.text)) > _FEWEST


_PROJECT = re.compile(r"proje[ck]t", re.IGNORECASE)


def _is_costed(units: Sequence[Unit], lexicon: Lexicon) -> bool:
    """Whether a line says «projektbudget» with a sum."""
    words = lexicon.pattern("projects.own-budgets")
    return any(words.search(unit.text) and MONEY.search(unit.text) for unit in units)


def _tells(units: Sequence[Unit], on_it: Sequence[tuple[Unit, re.Match[str]]], lexicon: Lexicon) -> bool:
    """Whether the page is about the one project: a heading or the first lines speak of it, or a label tells its period, owner or budget."""
    headed = any(unit.block.kind in HEADS for unit, _ in on_it)
    labelled = any(
        u.block.kind is BlockKind.PAIR and label_kind(u.block.cells[0].text, lexicon) in _TOLD for u in units
    )
    several = sum(1 for u in units if _PROJECT.search(u.text)) > _FEWEST
    return headed or labelled or several
