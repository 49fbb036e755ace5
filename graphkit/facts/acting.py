"""Which bodies count though no fact is told of them: not those that are but a place, a fund's programme, a publisher or a contact's employer."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.facts.reading import Name
from graphkit.lexicon import Lexicon

_LEAST = 0.35
_NO_FACT = (
    "actor.contact",
    "actor.publisher",
    "actor.board",
    "actor.fund",
    "actor.place",
    "actor.compound",
    "actor.or-place",
    "actor.municipality-cell",
)
"""Rules whose names are facts only where a role or a flow needs them."""
_NEAR = 14


def is_acting(names: Sequence[Name], text: str, lexicon: Lexicon) -> bool:
    """Whether a body is named as one at all: by a sure name somewhere, and not only as where something lies."""
    if all(is_mere_place(name, text, lexicon) for name in names):
        return False
    return any(
        n.alias and n.confidence >= _LEAST and (n.rule not in _NO_FACT or is_named_fund(n, lexicon)) for n in names
    )


def is_named_fund(name: Name, lexicon: Lexicon) -> bool:
    """Whether a body of the EU bears the name of a fund or of the Commission, not that of a programme: «Europeiska socialfonden», not «Interreg»."""
    return name.rule == "actor.fund" and name.text.casefold().endswith(lexicon.words("actors.fund-endings"))


def is_mere_place(name: Name, text: str, lexicon: Lexicon) -> bool:
    """Whether a municipality is but where something lies: «ett lantbruk i Alfa kommun»."""
    before = text[max(0, name.start - _NEAR) : name.start]
    return name.type == "municipality" and bool(lexicon.regex(r"(?<!\w)(?:<roles.in>)\s+(?:the\s+)?$").search(before))
