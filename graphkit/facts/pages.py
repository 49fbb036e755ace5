"""What a page is: one that speaks of projects, or one for which a heading or a sum names none: a call, a vacancy, an agenda, accounts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.facts.heads import MONEY
from graphkit.facts.labels import label_kind
from graphkit.facts.reading import Unit
from graphkit.facts.records import BOX_LABELS
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind

_KINDS = {
    "pages.calls": 2,
    "pages.vacancies": 2,
    "pages.accounts": 2,
    "pages.papers": 2,
    "pages.visits": 2,
    "pages.events": 3,
}
"""How many ways of a kind are enough: projects hold conferences, so that events need one more."""
_STEM = 10
"""Letters by which forms of one word are the same: «årsredovisning» and «årsredovisningen» are one way."""
_TIME = re.compile(r"(?<![\d.,:])(?:[01]?\d|2[0-3])[.:][0-5][05](?![\d.:,]\d|\d|\s?(?:%|procent|percent|m|k|tkr|€))")
_TIMES = 5
"""So many times of day, and a word for what is done then, make an agenda."""


_COUNTED = r"(?<![\w,.-])(?:<projects.numbers>|\d{1,3})\s(?:[\w-]+\s){0,2}(?:<projects.several>)(?!\w)"


def counts_several(text: str, lexicon: Lexicon) -> bool:
    """Whether a text counts projects: «27 projekt delar på 11 miljoner».

    >>> from graphkit.lexicon import load_lexicon
    >>> counts_several("27 nya projekt delar på pengarna", load_lexicon("sv")), counts_several("Projekt 27", load_lexicon("sv"))
    (True, False)
    """
    return bool(lexicon.regex(_COUNTED, re.IGNORECASE).search(text))


def is_other_page(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is of a kind that describes no project: in at least two of the ways of calls, vacancies, accounts …, or an agenda.

    >>> from graphkit.lexicon import load_lexicon
    >>> is_other_page("Vem kan söka? Föreningar. Hur mycket kan ni få? Högst hälften.", load_lexicon("sv"))
    True
    >>> is_other_page("I den tredje utlysningen fick projektet Nya spår 200 000 kronor.", load_lexicon("sv"))
    False
    """
    return any(_speaks(text, kind, enough, lexicon) for kind, enough in _KINDS.items()) or _is_agenda(text, lexicon)


def speaks_of_projects(text: str, units: Sequence[Unit], lexicon: Lexicon) -> bool:
    """Whether a word stands for a project, an owner or money that was granted, or labels make a box: without one no heading is a project's name.

    >>> from graphkit.lexicon import load_lexicon
    >>> sv = load_lexicon("sv")
    >>> speaks_of_projects("Byarna fick Leaderpengar.", [], sv), speaks_of_projects("Regionen har sex kommuner.", [], sv)
    (True, False)
    """
    if lexicon.regex(r"<pages.project-words>", re.IGNORECASE).search(text):
        return True
    if lexicon.pattern("roles.owner-nouns", "roles.applicant-nouns").search(text) or _several(lexicon).search(text):
        return True
    receiver = lexicon.pattern("roles.receiver-verbs")
    if any(MONEY.search(unit.text) and receiver.search(unit.text) for unit in units):
        return True
    pairs = (unit.block.cells[0].text for unit in units if unit.block.kind is BlockKind.PAIR)
    return len(BOX_LABELS & {label_kind(label, lexicon) for label in pairs}) > 1


def _several(lexicon: Lexicon) -> re.Pattern[str]:
    """«tre samarbeten», «fyra nya satsningar»."""
    return lexicon.regex(r"(?<!\w)(?:<projects.numbers>)\s(?:\w+\s)?(?:<projects.several>)(?!\w)", re.IGNORECASE)


def _speaks(text: str, kind: str, enough: int, lexicon: Lexicon) -> bool:
    seen: set[str] = set()
    for match in lexicon.pattern(kind).finditer(text):
        seen.add(" ".join(match.group().casefold().split())[:_STEM])
        if len(seen) >= enough:
            return True
    return False


def _is_agenda(text: str, lexicon: Lexicon) -> bool:
    times = {match.group() for match in _TIME.finditer(text)}
    return len(times) >= _TIMES and lexicon.pattern("pages.agendas").search(text) is not None
