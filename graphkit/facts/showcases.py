"""Sections behind a line that announces projects: «Pågående EU-projekt», «Några av de projekt som fick stöd», «Här är projekten:»."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.facts.heads import HEADS, MONEY, is_page_title
from graphkit.facts.reading import Unit
from graphkit.facts.records import Record
from graphkit.lexicon import Lexicon


def showcased(units: Sequence[Unit], records: Sequence[Record], lexicon: Lexicon) -> frozenset[int]:
    """The heads of the records behind the first line that announces projects: those with a sign, if two have one, or one has an owner's or «Projektet …».

    A page's own title announces as well, but then what stands above its first section is its text.
    """
    first = next((index for index, unit in enumerate(units) if announces(unit, lexicon)), None)
    if first is None:
        return frozenset()
    behind = [r for r in records if r.head > first and units[r.head].block.kind in HEADS and r.score]
    if len(behind) > 1:
        return frozenset(record.head for record in behind)
    strict = units[first].block.kind in HEADS or units[first].text.endswith(":")
    return frozenset(record.head for record in behind if strict and record.owned)


def announces(unit: Unit, lexicon: Lexicon) -> bool:
    """Whether a line says that projects follow; a heading that says what a page shows does, a sentence where it ends with a colon or begins with «Här»."""
    plurals = lexicon.pattern("projects.plurals")
    if unit.block.kind in HEADS:
        shows = is_page_title(unit.text.rstrip(" :"), lexicon) and bool(plurals.search(unit.text))
        headline = MONEY.search(unit.text) is not None
        return not headline and (shows or _announced(unit.text, lexicon))
    close = " ".join(unit.text.split()[-7:])
    if unit.text.endswith(":") and plurals.search(close):
        return True
    here = unit.text.split(maxsplit=1)[0].casefold() in lexicon.words("projects.here")
    return _announced(unit.text, lexicon) or (here and bool(plurals.search(unit.text)))


_GOT = r"(?:<projects.plurals>)\s+(?:som|that|which)\s+(?:[\w-]+\s+)?(?:<roles.receiver-verbs>)(?!\w)"


def _announced(text: str, lexicon: Lexicon) -> bool:
    """Whether a text has one of the usual announcements, or tells of projects that got money: «de projekt som beviljades medel»."""
    return bool(lexicon.pattern("projects.announcements").search(text) or lexicon.regex(_GOT).search(text))
