"""Statements that may be true of two profiles, each with a score and a sentence; the table `FEATURES` says which count for which kind.

At SAME and above two profiles are one entity; from REVIEW on a person is asked; below, nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from rapidfuzz import fuzz

from graphkit.identities.forms import is_abbreviation, is_bare, is_study, is_unnamed, numbers, plain_name, plain_project
from graphkit.identities.mentions import Profile
from graphkit.identities.references import actor_of_slug
from graphkit.identities.wordings import is_place, word_bag
from graphkit.messages import say

SAME = 0.9
REVIEW = 0.6


class Likeness(NamedTuple):
    """How likely it is that two profiles are one entity (0–1), and what a sentence says of it: which statement is true, of what names.

    `shared` is what they have in common besides, with the kind of support that it is: («common-actor», «sida»).
    """

    score: float
    statement: str
    one: str = ""
    other: str = ""
    shared: tuple[str, str] | None = None

    def told(self, lang: str) -> str:
        """The sentence in a language."""
        support = say(f"likeness.{self.shared[0]}", lang, name=self.shared[1]) if self.shared else ""
        return say(f"likeness.{self.statement}", lang, one=self.one, other=self.other) + support

    @property
    def why(self) -> str:
        """The sentence in English."""
        return self.told("en")


Feature = Callable[[Profile, Profile], Likeness | None]


def same_on_sight(one: Profile, other: Profile) -> Likeness | None:
    """They have the same code, are the same listed body, or bear the same name (and were only held apart by a judgement)."""
    return Likeness(1.0, "same") if one.key == other.key else None


def namesakes(one: Profile, other: Profile) -> Likeness:
    """They bear one name, but other owners run them in other years, or a document doesn't say enough to tell which of them it means."""
    return Likeness(0.7, "namesakes", min(one.names | other.names))


def one_is_the_others_abbreviation(one: Profile, other: Profile) -> Likeness | None:
    """One is named by an abbreviation that only the other claims as its short form («ICLD»), and both are of the same kind if that is known."""
    if _other_kinds(one, other):
        return None
    for short, long in ((one, other), (other, one)):
        if common := sorted(name for name in short.names & long.aliases if is_abbreviation(name)):
            doubtful = common[0] in long.disputed or len(common[0]) < _SURE_LETTERS
            return Likeness(0.7 if doubtful else 0.95, "abbreviation", common[0], _shown(long))
    return None


def the_same_words(one: Profile, other: Profile) -> Likeness | None:
    """Both names of bodies of one kind are made of the same words, in Swedish or English: «Vilnius universitet», «University of Vilnius»."""
    if _other_kinds(one, other) or not _bags(one) & _bags(other):
        return None
    sure = one.types == other.types or one.types & other.types
    return Likeness(0.93 if sure else 0.8, "same-words", *_both(one, other))


def one_body_bears_the_others_name(one: Profile, other: Profile) -> Likeness | None:
    """A document gives one body the other's name too; a name of several words makes it sure («Petrozavodsk State University»)."""
    if _other_kinds(one, other):
        return None
    for short, long in ((one, other), (other, one)):
        by_form = {plain_name(name): name for name in short.names if not is_abbreviation(name)}
        if common := sorted(by_form.keys() & {plain_name(name) for name in long.aliases if not is_abbreviation(name)}):
            sure = any(" " in name for name in common) and bool(one.types & other.types)
            return Likeness(0.92 if sure else 0.7, "another-name", by_form[common[0]], _shown(long))
    return None


def nearly_the_same_words(one: Profile, other: Profile) -> Likeness | None:
    """All words of two bodies' names are the same but for the spelling of one, which is no place's name: a person must say."""
    if not one.types & other.types:
        return None
    for mine in _bags(one):
        for its in _bags(other):
            first, second = sorted(set(mine) - set(its)), sorted(set(its) - set(mine))
            if len(mine) != len(its) or len(first) != 1 or len(second) != 1 or len(mine) < _LEAST_WORDS:
                continue
            if fuzz.ratio(first[0], second[0]) >= _SPELLING and not (is_place(first[0]) and is_place(second[0])):
                return Likeness(0.65, "nearly-same", *_both(one, other))
    return None


_SURE_LETTERS = 3
"""Shorter abbreviations stand for too many bodies."""
_LEAST_WORDS = 2
_SPELLING = 85


def _other_kinds(one: Profile, other: Profile) -> bool:
    return bool(one.types and other.types and not one.types & other.types)


def _bags(profile: Profile) -> set[tuple[str, ...]]:
    """The words of a profile's names, each sorted; an abbreviation has none."""
    kind = min(profile.types, default="")
    return {word_bag(name, kind) for name in profile.names if not is_abbreviation(name)}


def one_name_is_the_others_alias(one: Profile, other: Profile) -> Likeness | None:
    """A document calls one by the other's name too; a common actor or year makes it sure."""
    for short, long in ((one, other), (other, one)):
        common = {plain_project(name) for name in short.names} & {plain_project(name) for name in long.aliases}
        if common:
            support = _support(one, other)
            return Likeness(0.95 if support else 0.7, "another-name", _shown(short), _shown(long), support)
    return None


def nearly_the_same_name(one: Profile, other: Profile) -> Likeness | None:
    """Their names are alike; where they differ in spelling only, a common actor or year makes it sure."""
    pairs = [(plain_project(a), plain_project(b)) for a in one.names for b in other.names]
    if max(_alike(*pair) for pair in pairs) < 85:
        return None
    support = _support(one, other)
    spelling = any(differ_in_spelling(*pair) for pair in pairs)
    order = any(one.split() != other.split() and sorted(one.split()) == sorted(other.split()) for one, other in pairs)
    score = 0.9 if (spelling and support) or order else 0.75 if spelling or support else 0.65
    return Likeness(score, "nearly-same", *_both(one, other), support)


def _alike(one: str, other: str) -> float:
    return max(fuzz.token_sort_ratio(one, other), fuzz.ratio(one.replace(" ", ""), other.replace(" ", "")))


def differ_in_spelling(one: str, other: str) -> bool:
    """Whether each word of one plain name has its like in the other: a letter more or less, an ending, a blank.

    >>> differ_in_spelling("hallbara hamnar norr", "hallbar hamnar norra"), differ_in_spelling("sma foretag", "smaforetag")
    (True, True)
    >>> differ_in_spelling("den grona vagen", "grona vagen"), differ_in_spelling("kulturarv utan gran", "kulturarv utan granser")
    (True, True)
    >>> differ_in_spelling("bygdesamling flen", "bygdesamling falun"), differ_in_spelling("delprojekt a", "delprojekt b")
    (False, False)
    """
    if one.replace(" ", "") == other.replace(" ", ""):
        return True
    mine = sorted(set(one.split()) - set(other.split()) - ARTICLES)
    its = sorted(set(other.split()) - set(one.split()) - ARTICLES)
    return len(mine) == len(its) and all(_inflected(a, b) for a, b in zip(mine, its, strict=True))


ARTICLES = frozenset(["den", "det", "de", "the", "en", "ett", "a"])
_ENDING = 3
_STEM = 4


def _inflected(one: str, other: str) -> bool:
    """Whether two words are alike, or one is the other with an ending of up to three letters («gräns», «gränser»)."""
    short, long = sorted((one, other), key=len)
    return fuzz.ratio(one, other) >= 80 or (
        long.startswith(short) and len(short) >= _STEM and len(long) - len(short) <= _ENDING
    )


def _is_listed(profile: Profile) -> bool:
    return actor_of_slug(profile.key[1]) is not None


def _support(one: Profile, other: Profile) -> tuple[str, str] | None:
    if company := sorted(one.company & other.company):
        return "common-actor", company[0]
    if years := sorted(one.years & other.years):
        return "common-year", str(years[0])
    return None


def _both(one: Profile, other: Profile) -> tuple[str, str]:
    """The names that two profiles are shown by, in an order that doesn't depend on which comes first."""
    first, second = sorted((_shown(one), _shown(other)))
    return first, second


def _shown(profile: Profile) -> str:
    return max(profile.names, key=lambda name: (len(name), name))


FEATURES: Mapping[str, tuple[Feature, ...]] = {
    "region": (same_on_sight,),
    "programme": (same_on_sight,),
    "actor": (
        same_on_sight,
        one_is_the_others_abbreviation,
        the_same_words,
        one_body_bears_the_others_name,
        nearly_the_same_words,
    ),
    "project": (same_on_sight, one_name_is_the_others_alias, nearly_the_same_name),
}
"""Which statements count for which kind of entity: a rule of sameness is one function and one line here."""


def compare(one: Profile, other: Profile) -> Likeness | None:
    """The strongest statement that is true of two profiles, unless something rules it out."""
    if one.key != other.key and ruled_out(one, other):
        return None
    if one.kind == "project" and one.key != other.key and one.key[:2] == other.key[:2]:
        return namesakes(one, other)
    found = [likeness for feature in FEATURES[one.kind] if (likeness := feature(one, other))]
    return max(found, key=lambda likeness: (likeness.score, likeness.statement), default=None)


def ruled_out(one: Profile, other: Profile) -> bool:
    """Whether two profiles can't be one: two listed bodies, or projects with other numbers in their names, of which one is the other's

    pre-study or continues it, or of which one document tells both.
    """
    if one.kind == "actor":
        return (_is_listed(one) and _is_listed(other)) or any(map(is_bare, one.names | other.names))
    if one.kind != "project":
        return False
    return (
        {numbers(name) for name in one.names}.isdisjoint(numbers(name) for name in other.names)
        or not one.documents.isdisjoint(other.documents)
        or any(map(is_unnamed, one.names | other.names))
        or any(map(is_study, one.names)) != any(map(is_study, other.names))
        or not one.related.isdisjoint(map(plain_project, other.names))
        or not other.related.isdisjoint(map(plain_project, one.names))
    )
