"""Who is said to be what in a project: «Finansiärerna är, förutom EU, Alfa och Beta», «Projektparterna består av Alfa och Beta»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.facts.clauses import Sentence
from graphkit.facts.groups import Group, object_of
from graphkit.lexicon import Lexicon

_GAP = r"(?:(?:\s+|,\s+)(?!(?:<roles.as>|<roles.negations>)(?!\w))[^\s.,;:!?()]+){0,6}?,?"
_NOUN = r"[\w-]*(?:<roles.owner-titles>|<roles.partner-titles>|<roles.funder-titles>)"
_PREDICATE = rf"(?<!\w)(?P<subject>{_NOUN}(?:\s+(?:<roles.as-well-as>)\s+{_NOUN})?){_GAP}\s+(?:<roles.being>)(?!\w)"
_PREDICATE_LAST = rf"{_PREDICATE}\s*:?\s*$"
_TITLED = rf"(?<=\s)(?P<title>{_NOUN})\s(?=[A-ZÅÄÖÆØ])"
_TAIL = 60
"""Characters at the end of a sentence that may name those whom the next one lists."""
_BUDGET = 300
"""Characters from the heading of a run-in table to its sum."""
_STOPS = re.compile(r"[.;!?,]|\b(?:som|which|that|där)\b")


def find_predicates(sentence: Sentence) -> Iterator[tuple[str, Group, int]]:
    """Each role that a noun with «är» gives, with who has it and where the noun stands.

    The noun may be a compound («projektparterna», «samverkanspartner»); two joined nouns give both roles («partner och medfinansiärer är»).
    """
    yield from _of_these(sentence)
    yield from _of_group(sentence)
    yield from _in_budget(sentence)
    yield from _titled(sentence)
    for match in sentence.lexicon.regex(_PREDICATE, re.IGNORECASE).finditer(sentence.unit.text):
        end = sentence.unit.start + match.end()
        group = object_of(sentence.unit, sentence.groups, end, reach=25)
        if (
            group is None
            or group.before not in ("", "av", "of", "both")
            or _STOPS.search(sentence.between(end, group.start))
        ):
            continue
        for role in _meant(match["subject"], sentence.lexicon):
            yield role, group, sentence.unit.start + match.start()


def _of_these(sentence: Sentence) -> Iterator[tuple[str, Group, int]]:
    """«… tillsammans med fem parter. Dessa är Alfa och Beta»: the role that the end of the sentence before gives."""
    these = sentence.lexicon.regex(r"(?:<roles.these>)\s+(?:<roles.being>)(?!\w)", re.IGNORECASE).match(
        sentence.unit.text
    )
    units = sentence.reading.units
    if these is None or not sentence.index or units[sentence.index - 1].block_index != sentence.unit.block_index:
        return
    group = object_of(sentence.unit, sentence.groups, sentence.unit.start + these.end(), reach=25)
    if group is None or group.before != "":
        return
    tail = units[sentence.index - 1].text[-_TAIL:]
    told = next(_meant(tail, sentence.lexicon), None)
    with_bodies = sentence.lexicon.pattern("roles.bodies").search(tail) and sentence.lexicon.pattern(
        "roles.together-with", "roles.partner-passives", "roles.partner-verbs"
    ).search(tail)
    if told or with_bodies:
        yield told or "partner", group, sentence.unit.start


def _of_group(sentence: Sentence) -> Iterator[tuple[str, Group, int]]:
    """«En industrigrupp står för 9 miljoner. I gruppen ingår Alfa och Beta»: members give what their group gives, else they take part."""
    lexicon = sentence.lexicon
    members = lexicon.regex(
        r"(?:<roles.in>)?\s*(?:<roles.party-groups>)\s+(?:<roles.including>)(?!\w)", re.IGNORECASE
    ).match(sentence.unit.text)
    units = sentence.reading.units
    if members is None or not sentence.index or units[sentence.index - 1].block_index != sentence.unit.block_index:
        return
    group = object_of(sentence.unit, sentence.groups, sentence.unit.start + members.end(), reach=25)
    before = units[sentence.index - 1].text
    if group is not None and group.before in ("", "av", "of"):
        gives = lexicon.pattern("roles.funder-verbs").search(before) and lexicon.pattern("roles.money-nouns").search(
            before
        )
        yield ("funder" if gives else "partner"), group, sentence.unit.start


def _titled(sentence: Sentence) -> Iterator[tuple[str, Group, int]]:
    """«i samverkan mellan projektägare Alfa kommun och samarbetsparterna Beta AB och Gamma museum»: a title right before its bearers."""
    text, start = sentence.unit.text, sentence.unit.start
    for match in sentence.lexicon.regex(_TITLED).finditer(text):
        group = next((g for g in sentence.groups if g.start == start + match.end() and g.names), None)
        role = next(_meant(match["title"], sentence.lexicon), None)
        if group is None or role is None:
            continue
        first = Group(group.names[:1], group.start, group.names[0].end, "")
        yield role, first if role == "owner" else group, start + match.start()


def _in_budget(sentence: Sentence) -> Iterator[tuple[str, Group, int]]:
    """A table of who pays, run into one line: «Finansiering Belopp Alfa kommun 15 % Betastiftelsen 10 % Summa 100 %»."""
    text, start = sentence.unit.text, sentence.unit.start
    for head in sentence.lexicon.regex(r"(?<!\w)(?:<columns.funder>)(?!\w)", re.IGNORECASE).finditer(text):
        if not head.group()[0].isupper():
            continue
        end = sentence.lexicon.regex(r"(?<!\w)(?:<columns.sum-rows>)(?!\w)", re.IGNORECASE).search(
            text, head.end() + 10
        )
        if (
            end is None
            or end.start() - head.end() > _BUDGET
            or re.search(r"[.;!?]\s[A-ZÅÄÖ]", text[head.end() : end.start()])
        ):
            continue
        inside = [g for g in sentence.groups if start + head.end() <= g.start and g.end <= start + end.start()]
        if sum(len(group.keys) for group in inside) > 1 and not sentence.lexicon.pattern("roles.partner-verbs").search(
            text[head.end() : end.start()]
        ):
            yield from (("funder", group, start + head.start()) for group in inside)


def predicate_before(text: str, lexicon: Lexicon) -> str | None:
    """The role that a text gives to what follows it: «owner» for «Projektägare är:»; None for none.

    >>> from graphkit.lexicon import load_lexicon
    >>> predicate_before("Övriga finansiärer i projektet är:", load_lexicon("sv"))
    'funder'
    """
    for match in lexicon.regex(_PREDICATE_LAST, re.IGNORECASE).finditer(text):
        return next(_meant(match["subject"], lexicon), None)
    return None


def _meant(subject: str, lexicon: Lexicon) -> Iterator[str]:
    owner = lexicon.regex(r"(?<!\w)[\w-]*(?:<roles.owner-titles>)(?!\w)", re.IGNORECASE)
    partner = lexicon.regex(r"(?<!\w)[\w-]*(?:<roles.partner-titles>)(?!\w)", re.IGNORECASE)
    funder = lexicon.regex(r"(?<!\w)[\w-]*(?:<roles.funder-titles>)(?!\w)", re.IGNORECASE)
    for role, titles in (("owner", owner), ("partner", partner), ("funder", funder)):
        if titles.search(subject):
            yield role
