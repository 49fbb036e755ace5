"""What a name's form says of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """A stretch of words that is shaped like the name of an organisation: words[first:last]."""

    first: int
    last: int
    type: str
    rule: str
    confidence: float
