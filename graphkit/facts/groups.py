"""Actors that stand together («Region Halland och Länsstyrelsen i Halland»), and who is the subject or object of a cue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from graphkit.facts.reading import Name, Unit
from graphkit.facts.words import word_group

_AT = r"(?:i|på|vid|från|in|on|at|from)\s+(?:(?:norra|södra|östra|västra|the)\s+)?[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]+)?"
_JOINS = re.compile(r"[,;/&+(]|\b(och|og|samt|and|respektive|resp|liksom|plus|as well as|along with|med flera)\b")
_BEFORE = re.compile(
    r"(\w+)[\s(\"”“„«»]+(?:[Tt]he\s+|den\s+|det\s+|de\s+|bland\s+annat\s+|bl\.a\.\s+|både\s+|såväl\s+)?$"
)
_OF_PROGRAMME = re.compile(
    r"\b(för|av|inom|i|från|till|of|for|within|from)\s+(?:(?:det|the)\s+)?(?:[a-zåäö]+\s+)?(?:programmet|programme)\s+$"
)
_PREPOSITIONS = re.compile(
    r"""av|från|till|med|hos|för|i|på|vid|mellan|genom|via|åt|mot|enligt|inom|utan|under|över|ur|bakom|utöver|förutom
      | by|from|to|with|of|at|through|between|within|beside|towards|into|for|in|on|besides|than""",
    re.VERBOSE,
)
_WHERE = re.compile(r"i|på|vid|kring|runt|utanför|nära|mellan|inom|hos|in|at|near|around|outside|between|within")
_HEAD_OF = re.compile(
    r"\b(municipalities|municipality|cities|city|towns|counties|kommunerna|länsstyrelserna|universiteten|städerna)\s+(?:of|i)\s+$",
    re.IGNORECASE,
)
_WE_AT = re.compile(r"\b(?:vi|we)\s+(?:på|i|vid|hos|inom|at)\s+(?:the\s+)?$", re.IGNORECASE)
"""Before a body whose people speak: «vi på Alfa kommun driver», «we at Beta»."""
_PLACES = ("actor.place", "actor.municipality-cell")
_ADVERBS = re.compile(
    r"\s*(även|också|dessutom|nu|sedan|i sin tur|bland annat|also|in turn|the|[:–-])?\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Group:
    """Names joined by commas and «och»; `before` is the preposition in front of them, if any. Offsets are the document's.

    A group without names is a body that the text doesn't name («partnerna», «deltagande företag»).
    """

    names: tuple[Name, ...]
    start: int
    end: int
    before: str

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its actors, each once."""
        return tuple(dict.fromkeys(name.key for name in self.names))

    @property
    def genitive(self) -> bool:
        """Whether it ends in a genitive («Trafikverkets»), so that it owns what follows and does nothing itself."""
        return bool(self.names) and is_genitive(self.names[-1])


def is_genitive(name: Name) -> bool:
    """Whether a name stands in the genitive: «Sidas», «EU:s», «Region Skånes», «Vinnova's»."""
    text = name.text
    if text.endswith(("'s", "’s", ":s")):
        return True
    return text.endswith("s") and not name.name.endswith("s") and not name.name.startswith(text)


def find_groups(unit: Unit, names: Sequence[Name], plurals: Sequence[Group] = ()) -> tuple[Group, ...]:
    """The groups of a unit's actors and plural words («de fyra kommunerna»), in order of place; places that something lies at act not."""
    pieces = sorted([*(Group((n,), n.start, n.end, "") for n in names), *plurals], key=lambda g: (g.start, -g.end))
    found: list[Group] = []
    place_end: int | None = None
    for piece in pieces:
        if found and piece.start < found[-1].end:
            continue
        if found and (closed := _bracket_end(unit, found[-1], piece)):
            found[-1] = replace(found[-1], end=closed)
            continue
        before = _before(unit, piece)
        if _is_place(piece) and (_WHERE.fullmatch(before) or (place_end and _is_joined(unit, place_end, piece.start))):
            place_end = piece.end
        elif found and (_is_joined(unit, found[-1].end, piece.start) or _is_fund_of(found[-1], piece)):
            last = found[-1]
            found[-1] = Group((*last.names, *piece.names), last.start, piece.end, last.before)
        else:
            found.append(replace(piece, before=before if _PREPOSITIONS.fullmatch(before) else ""))
    return tuple(found)


def _bracket_end(unit: Unit, group: Group, piece: Group) -> int | None:
    """The end of a bracket that holds but another form of the name before it: «Bygdens Riksförbund (BRF), Alfa AB»."""
    between = unit.text[group.end - unit.start : piece.start - unit.start]
    closes = unit.text[piece.end - unit.start : piece.end - unit.start + 1] == ")"
    same = bool(group.names and piece.names) and group.names[-1].key == piece.names[0].key
    return piece.end + 1 if same and closes and between == " (" else None


def _before(unit: Unit, piece: Group) -> str:
    """The word in front of a name; none in front of «the cities of X and Y», «vi på X»."""
    ahead = unit.text[max(0, piece.start - unit.start - 90) : piece.start - unit.start]
    word = (
        None if _HEAD_OF.search(ahead) or _WE_AT.search(ahead) else _OF_PROGRAMME.search(ahead) or _BEFORE.search(ahead)
    )
    return word.group(1).casefold() if word else ""


def _is_joined(unit: Unit, end: int, start: int) -> bool:
    """Whether nothing but a comma, a conjunction or a place stands between two names."""
    between = unit.text[end - unit.start : start - unit.start]
    return bool(_JOINS.search(between) and _joint().match(between))


@cache
def _joint() -> re.Pattern[str]:
    """What may stand between two joined names: a bracket, a place, a comma, «och», a noun for what follows («and forest companies X»)."""
    bodies = "|".join(sorted(map(re.escape, word_group("roles.bodies")), key=lambda noun: (-len(noun), noun)))
    return re.compile(
        rf"""^[!?]?(?:\s+(?:[A-ZÅÄÖ][a-zåäöé]+(?=\s*[,(])|(?:[a-zåäö]+\s+)?[\w-]*(?:fond|program)(?:en|met)?(?:\s+[A-ZÅÄÖ]\w+)?(?:\s+\d\w?)?))?(?:\s*\([^()\d]{{0,60}}\))?(?:\s*;|(?:\s+{_AT})?\s*[,/&+]?)\s*   # a bracket, a place, a comma
            (?:och|og|samt|and|respektive|resp\.?|liksom|plus|as\ well\ as|along\ with|med\ flera)?\s*
            (?:även|också|the|also|visst|viss|kommunerna|dels|(?:the\s+)?(?:[a-zåäö-]+\s+)?(?:{bodies})|{_AT})?\s*$""",
        re.VERBOSE,
    )


def _is_fund_of(group: Group, piece: Group) -> bool:
    """Whether two names of EU funds stand side by side: «EU:s regionala fond Mål 6», «Interreg Alfa»."""
    if not group.names or not piece.names or group.end + 1 != piece.start:
        return False
    return group.names[-1].type == "eu" == piece.names[0].type


def _is_place(group: Group) -> bool:
    """Whether a name may be a mere place: «i Piteå», «mellan Skellefteå och Karleby»."""
    return bool(group.names) and all(name.rule in _PLACES for name in group.names)


def subject_of(
    unit: Unit, groups: Sequence[Group], cue_start: int, cue_end: int, barriers: Sequence[tuple[int, int]]
) -> Group | None:
    """The group that does what the cue says: the nearest before it that is no object of a preposition, else the one right behind it.

    `barriers` are the places of other verbs: no subject is looked for beyond one, but for a verb that shares it («äger och driver»).
    """
    low = max(
        (end for start, end in barriers if end <= cue_start and not _shares(unit, end, cue_start)), default=unit.start
    )
    before = [g for g in groups if g.end <= cue_start and g.start >= low]
    for group in reversed(before):
        gap = unit.text[group.end - unit.start : cue_start - unit.start]
        if group.before and len(group.names) > 1 and _ADVERBS.fullmatch(gap) and group.names[-1].end == group.end:
            return Group(group.names[-1:], group.names[-1].start, group.end, "")  # «genom A, och B avsätter»
        relative = re.match(r"\s*(?:\([^()]*\))?,?\s+(?:som|vilka|vilken|which|who|that)\b", gap)
        acts = (group.before in ("", "även", "också") or relative) and not group.genitive
        if acts and len(gap) <= 90 and not re.search(r"[;:]\s|\)\s*[.]", gap) and not re.match(r"[’']s?\s", gap):
            return group
    for group in groups:
        if group.start >= cue_end:
            gap = unit.text[cue_end - unit.start : group.start - unit.start]
            if group.before == "" and not group.genitive and _ADVERBS.fullmatch(gap):
                return group
            break
    return before[-1] if before and _acts_for_another(unit, before[-1], cue_start) else None


def _acts_for_another(unit: Unit, group: Group, cue_start: int) -> bool:
    """Whether a body stands within a verb as the one through which another acts: «regeringen har via Sida avsatt»."""
    gap = unit.text[group.end - unit.start : cue_start - unit.start]
    return not gap.strip() and bool(_THROUGH.search(unit.text[: group.start - unit.start]))


_THROUGH = re.compile(r"\b(?:har|hade|has|have|had)\s+(?:via|genom|through)\s+$")


def object_of(unit: Unit, groups: Sequence[Group], cue_end: int, *, reach: int = 40) -> Group | None:
    """The group right behind a cue («finansieras av X och Y»), with at most a few words between."""
    for group in groups:
        if group.start >= cue_end:
            gap = unit.text[cue_end - unit.start : group.start - unit.start]
            if len(gap) <= reach and not re.search(r"[.;]|\b(som|vilket|which|that)\b", gap):
                return group
            return None
    return None


def _shares(unit: Unit, end: int, start: int) -> bool:
    """Whether two verbs are joined by «och» alone, so that they have one subject."""
    return bool(re.fullmatch(r"\s*(?:,|och|and|samt)\s*", unit.text[end - unit.start : start - unit.start]))
