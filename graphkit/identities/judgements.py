"""What people decided on sameness: `judgements.csv`, which outlives each rebuild."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decision of a person: `one` and `other` are the same (or are not); each is a slug, a name as written, or «name @ document stem»."""

    kind: str
    one: str
    other: str
    same: bool
    who: str = ""
    why: str = ""
