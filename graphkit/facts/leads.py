"""What a line above a list or table promises of it: «Övriga parter:», a heading «Finansiering», «fördelade så här (tkr):»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.facts.labels import label_kind
from graphkit.facts.predicates import predicate_before
from graphkit.facts.reading import Unit
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind

_CUES = (
    ("owner", ("roles.owner-nouns",)),
    ("funder", ("roles.funder-passives",)),
    ("partner", ("roles.partner-passives", "roles.partner-leads")),
)
_HEADS = (BlockKind.HEADING, BlockKind.TITLE)


_last: list[tuple[Sequence[Unit], str, tuple[str, ...]]] = []
"""The units last asked for, their language and their leads: four finders ask for the same page's in turn."""


def find_leads(units: Sequence[Unit], lexicon: Lexicon) -> tuple[str, ...]:
    """For each unit the text that leads to it: the last heading, or the last sentence that ends with a colon or a bracket."""
    for known, language, leads in _last:
        if known is units and language == lexicon.language:
            return leads
    found = _find_leads(units, lexicon)
    _last[:] = [(units, lexicon.language, found)] if isinstance(units, tuple) else []
    return found


def _find_leads(units: Sequence[Unit], lexicon: Lexicon) -> tuple[str, ...]:
    leads: list[str] = []
    lead = ""
    over: tuple[int, str] = (0, "")
    for unit in units:
        if unit.block.kind is BlockKind.HEADING:
            level = unit.block.level or 1
            leads.append(over[1] if over[0] and level > over[0] else "")
            if promised(unit.text.rstrip(), lexicon) in ("partner", "owner"):
                over = (level, unit.text.rstrip())
            elif level <= over[0]:
                over = (0, "")
        else:
            leads.append(lead)
        text = unit.text.rstrip()
        line = unit.block.kind is BlockKind.PARAGRAPH
        if numbered := _numbered_party(unit, lexicon):
            lead = numbered
        elif unit.block.kind in _HEADS or (
            line and (text.endswith((":", "):", ")", ":*")) or label_kind(text, lexicon))
        ):
            lead = text
        elif unit.block.kind is BlockKind.PARAGRAPH and not is_line(unit):
            lead = ""
    return tuple(leads)


def _numbered_party(unit: Unit, lexicon: Lexicon) -> str:
    """The label of a pair that only counts the parties, above the labels of each: «Partner: 2»; empty for others."""
    cells = unit.block.cells
    if unit.block.kind is not BlockKind.PAIR or len(cells) != 2 or not cells[1].text.strip(" #.:").isdigit():
        return ""
    return cells[0].text if label_kind(cells[0].text, lexicon) in ("owner", "partner") else ""


def promised(lead: str, lexicon: Lexicon) -> str | None:
    """The kind of fact that the items under a lead give: «partner» for «Övriga parter:», «The partners are:»; None where it says none.

    >>> from graphkit.lexicon import load_lexicon
    >>> promised("Övriga parter:", load_lexicon("sv")), promised("Projektet drivs tillsammans med:", load_lexicon("sv"))
    ('partner', 'partner')
    >>> promised("Många deltar i dessa fyra delprojekt:", load_lexicon("sv"))
    """
    kind = label_kind(lead, lexicon)
    if kind is not None or not lead.endswith(":") or _counts_projects(lead, lexicon):
        return kind
    tail = lead[-70:]
    found = [
        (match.end(), role)
        for role, groups in _CUES
        for group in groups
        for match in lexicon.pattern(group).finditer(tail)
    ]
    return max(found)[1] if found else predicate_before(tail, lexicon)


def _counts_projects(lead: str, lexicon: Lexicon) -> bool:
    """Whether the items under a lead are projects, whoever takes part in them."""
    return bool(
        lexicon.regex(r"\b(?:\d{1,2}|<projects.numbers>)\s+[\w-]*(?:<projects.plurals>)\s*:$", re.IGNORECASE).search(
            lead[-70:]
        )
    )


def is_line(unit: Unit) -> bool:
    """Whether a unit is a line of a list: an item, or a short paragraph of one unit without a full stop."""
    if unit.block.kind is BlockKind.LIST_ITEM:
        return True
    short = unit.block.kind is BlockKind.PARAGRAPH and len(unit.text) <= 90 and unit.text == unit.block.text
    return short and not unit.text.rstrip().endswith((".", "!", "?", ":"))
