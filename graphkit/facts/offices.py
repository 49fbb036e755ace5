"""An office or centre that bodies run and pay together, on a page that names no project: «Kontoret finansieras av …»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphkit.facts.candidates import Candidate
from graphkit.facts.extents import standing
from graphkit.facts.reading import Name, Unit
from graphkit.lexicon import Lexicon

_CAPITALS = re.compile(r"(?<![\w-])[A-ZÅÄÖ]{3,}(?![\w])")


def find_office(text: str, units: Sequence[Unit], lexicon: Lexicon, actors: Sequence[Name]) -> Iterator[Candidate]:
    """The office that a page names and then tells who pays or runs: its name, and its initials where they stand alone."""
    paid = next((unit for unit in units if _is_paid(lexicon).search(unit.text)), None)
    endings = tuple(lexicon.words("projects.office-endings"))
    named = [
        name
        for name in actors
        if paid is not None and name.start < paid.end and name.name.casefold().endswith(endings) and " " in name.name
    ]
    if not named:
        return
    office = max(named, key=lambda name: (len(name.text), -name.start))
    yield Candidate(office.start, office.end, "project.office", 0.6)
    for match in _CAPITALS.finditer(text):
        if is_initials(match.group(), office.text) and standing(text, match.group()):
            yield Candidate(match.start(), match.end(), "project.office", 0.55, office.start)
            return


@cache
def _is_paid(lexicon: Lexicon) -> re.Pattern[str]:
    """«Kontoret finansieras av», «Centret drivs av»."""
    paid = "|".join(lexicon.alternation(group) for group in ("roles.funder-passives", "roles.owner-passives"))
    return re.compile(
        rf"(?<!\w)(?:{lexicon.alternation('projects.offices')})\s+(?:\w+\s+)?(?:{paid})(?!\w)", re.IGNORECASE
    )


def is_initials(letters: str, name: str) -> bool:
    """Whether capitals are the first letters of a name's words, small words left out.

    >>> is_initials("NFIC", "Nordic Forest and Information Centre"), is_initials("NIC", "Nordic Forest Centre")
    (True, False)
    """
    return letters == "".join(word[0] for word in name.split() if word[0].isupper())
