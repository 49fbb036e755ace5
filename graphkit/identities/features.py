"""Statements that may be true of two profiles, each with a score and a sentence; the table `FEATURES` says which count for which kind.

At SAME and above two profiles are one entity; from REVIEW on a person is asked; below, nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from rapidfuzz import fuzz

from graphkit.identities.forms import is_abbreviation, is_unnamed, numbers, plain_name
from graphkit.identities.mentions import Profile

SAME = 0.9
REVIEW = 0.6


class Likeness(NamedTuple):
    """How likely it is that two profiles are one entity (0–1), and the sentence that says why."""

    score: float
    why: str


Feature = Callable[[Profile, Profile], Likeness | None]


def same_on_sight(one: Profile, other: Profile) -> Likeness | None:
    """They have the same code, are the same listed body, or bear the same name (and were only held apart by a judgement)."""
    return Likeness(1.0, "same name or code") if one.key == other.key else None


def one_is_the_others_abbreviation(one: Profile, other: Profile) -> Likeness | None:
    """One is named by an abbreviation that only the other claims as its short form («ICLD»), and both are of the same kind if that is known."""
    if one.types and other.types and not one.types & other.types:
        return None
    for short, long in ((one, other), (other, one)):
        if common := sorted(name for name in short.names & long.aliases if is_abbreviation(name)):
            score = 0.7 if common[0] in long.disputed else 0.95
            return Likeness(score, f"«{common[0]}» is given as the short form of «{_shown(long)}»")
    return None


def one_name_is_the_others_alias(one: Profile, other: Profile) -> Likeness | None:
    """A document calls one by the other's name too; a common actor or year makes it sure."""
    for short, long in ((one, other), (other, one)):
        common = {plain_name(name) for name in short.names} & {plain_name(name) for name in long.aliases}
        if common:
            support = _support(one, other)
            score = 0.95 if support else 0.7
            return Likeness(score, f"«{_shown(short)}» is another name of «{_shown(long)}»{support}")
    return None


def nearly_the_same_name(one: Profile, other: Profile) -> Likeness | None:
    """Their names are alike; where they differ in spelling only, a common actor or year makes it sure."""
    pairs = [(plain_name(a), plain_name(b)) for a in one.names for b in other.names]
    if max(_alike(*pair) for pair in pairs) < 85:
        return None
    support = _support(one, other)
    spelling = any(differ_in_spelling(*pair) for pair in pairs)
    score = 0.9 if spelling and support else 0.75 if spelling or support else 0.65
    return Likeness(score, f"«{_shown(one)}» and «{_shown(other)}» are nearly the same name{support}")


def _alike(one: str, other: str) -> float:
    return max(fuzz.token_sort_ratio(one, other), fuzz.ratio(one.replace(" ", ""), other.replace(" ", "")))


def differ_in_spelling(one: str, other: str) -> bool:
    """Whether each word of one plain name has its like in the other: a letter more or less, an ending, a blank.

    >>> differ_in_spelling("hallbara hamnar norr", "hallbar hamnar norra"), differ_in_spelling("sma foretag", "smaforetag")
    (True, True)
    >>> differ_in_spelling("kraftsamling flen", "kraftsamling falun"), differ_in_spelling("delprojekt a", "delprojekt b")
    (False, False)
    """
    if one.replace(" ", "") == other.replace(" ", ""):
        return True
    mine = sorted(set(one.split()) - set(other.split()))
    its = sorted(set(other.split()) - set(one.split()))
    return len(mine) == len(its) and all(fuzz.ratio(a, b) >= 80 for a, b in zip(mine, its, strict=True))


def _support(one: Profile, other: Profile) -> str:
    if company := sorted(one.company & other.company):
        return f", and {company[0]} takes part in both"
    if years := sorted(one.years & other.years):
        return f", and both are dated {years[0]}"
    return ""


def _shown(profile: Profile) -> str:
    return max(profile.names, key=lambda name: (len(name), name))


FEATURES: Mapping[str, tuple[Feature, ...]] = {
    "region": (same_on_sight,),
    "programme": (same_on_sight,),
    "actor": (same_on_sight, one_is_the_others_abbreviation),
    "project": (same_on_sight, one_name_is_the_others_alias, nearly_the_same_name),
}
"""Which statements count for which kind of entity: a rule of sameness is one function and one line here."""


def compare(one: Profile, other: Profile) -> Likeness | None:
    """The strongest statement that is true of two profiles, unless something rules it out."""
    if one.key != other.key and ruled_out(one, other):
        return None
    found = [likeness for feature in FEATURES[one.kind] if (likeness := feature(one, other))]
    return max(found, default=None)


def ruled_out(one: Profile, other: Profile) -> bool:
    """Whether two profiles can't be one: other numbers in their names, one continues the other, or one document tells of both."""
    if one.kind != "project":
        return False
    return (
        {numbers(name) for name in one.names}.isdisjoint(numbers(name) for name in other.names)
        or not one.documents.isdisjoint(other.documents)
        or any(map(is_unnamed, one.names | other.names))
        or not one.related.isdisjoint(map(plain_name, other.names))
        or not other.related.isdisjoint(map(plain_name, one.names))
    )
