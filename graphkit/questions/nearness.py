"""Names as people write them: compared without case, diacritics and hyphens; what is near is told, not taken for granted."""

from __future__ import annotations

from collections.abc import Iterable

from graphkit.errors import NOTHING, Message
from graphkit.text import slug

NEAR = 60
"""How alike (0-100) a name must be to be told as near."""


def likeness(name: str, other: str) -> float:
    """How alike two names are, 0 to 100, whatever their case and diacritics.

    >>> likeness("vasterbotten", "Västerbotten"), round(likeness("Vesterboten", "Västerbotten"))
    (100.0, 87)
    """
    from rapidfuzz.fuzz import ratio

    return float(ratio(slug(name), slug(other)))


def nearest(name: str, known: Iterable[str], *, count: int = 3) -> tuple[str, ...]:
    """The known names that are most like a name, best first; names that begin like it count as near.

    >>> nearest("fundng", ["actors", "funding", "funders"])
    ('funding', 'funders')
    """
    asked = slug(name)
    scored = []
    for other in sorted(set(known)):
        begins = len(asked) >= 3 and any(word.startswith(asked) for word in (slug(other), *slug(other).split("-")))
        if (score := max(likeness(name, other), 90.0 if begins else 0.0)) >= NEAR:
            scored.append((-score, other))
    return tuple(other for _, other in sorted(scored)[:count])


def near_names(name: str, known: Iterable[str]) -> Message:
    """The near names as a part of an error's line, or nothing.

    >>> str(near_names("fundng", ["actors", "funding"])), str(near_names("xyz", ["actors"]))
    (' (near: funding)', '')
    """
    near = nearest(name, known)
    return Message(" (near: {names})", names=", ".join(near)) if near else NOTHING
