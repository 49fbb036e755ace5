"""Who owns, takes part in and pays for a project, as sentences say it: active, passive and nominal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graphkit.facts.authored import find_authors
from graphkit.facts.clauses import Cue, Sentence, find_cues, is_running_text, is_untold, project_of, subject_at
from graphkit.facts.collective import of_several
from graphkit.facts.countried import find_countried
from graphkit.facts.groups import Group, object_of
from graphkit.facts.predicates import find_predicates
from graphkit.facts.proofs import proof
from graphkit.facts.receivers import find_drawn, find_receivers
from graphkit.model import BlockKind, Role

_ACTIVE = (
    ("owner", ("roles.owner-verbs", "roles.owner-split"), 0.8),
    ("funder", ("roles.funder-verbs", "roles.funder-split"), 0.6),
    ("partner", ("roles.partner-verbs", "roles.partner-split"), 0.65),
)
_PASSIVE = (
    ("owner", "roles.owner-passives", 0.85),
    ("owner", "roles.owner-nouns", 0.9),
    ("owner", "roles.applicant-nouns", 0.8),
    ("funder", "roles.funder-passives", 0.75),
    ("partner", "roles.partner-passives", 0.75),
)
_VERBS = (
    *(g for _, groups, _ in _ACTIVE for g in groups),
    *(g for _, g, _ in _PASSIVE if g != "roles.applicant-nouns"),
    "roles.receiver-verbs",
)
_APPOSED = re.compile(r"\s*\(\s*|\s*,\s+(?:som är\s+|who is\s+|which is\s+)?|\s+(?:som|as)\s+(?:the\s+)?")
_OWNING = ("municipality", "region", "university", "company", "association", "school", "county-board")
_AROUND = 2
"""How many sentences back a body may be named beside which another works."""
_BOXED = (BlockKind.ROW, BlockKind.HEADER_ROW, BlockKind.PAIR)


def find_roles(sentences: Sequence[Sentence], known: Sequence[object] = ()) -> Iterator[Role]:
    """The roles that running text states; ids are the keys of the reading's names. `known` are the facts that boxes and money gave."""
    found = [*_in_text(sentences)]
    owned = {fact.project for fact in (*known, *found) if isinstance(fact, Role) and fact.role == "owner"}
    yield from found
    for sentence in sentences:
        if sentence.unit.block.kind not in _BOXED and sentence.groups and not of_several(sentence):
            yield from find_drawn(sentence)
            yield from find_authors(sentence)
            for find in (find_receivers, _doing_together, _employing):
                yield from (role for role in find(sentence) if role.project not in owned)


def _doing_together(sentence: Sentence) -> Iterator[Role]:
    """«Det ska X ta reda på tillsammans med Y»: X owns a project that nobody else is said to own."""
    for cue in find_cues(sentence, "roles.together-with"):
        other = object_of(sentence.unit, sentence.groups, cue.end)
        before = [g for g in sentence.groups if g.end <= cue.start and g.before == "" and not g.genitive]
        if other is not None and before and len(before[-1].keys) == 1:
            yield from _roles(sentence, before[-1], "owner", "role.owner-together", 0.5, cue.start)


def _employing(sentence: Sentence) -> Iterator[Role]:
    """«säger A B, projektledare på X»: X owns a project that nobody else is said to own."""
    for cue in sentence.lexicon.regex(r"(?<!\w)(?:<roles.leaders>)\s+(?:<roles.at>)\s").finditer(sentence.unit.text):
        position = sentence.unit.start + cue.end()
        group = next((g for g in sentence.groups if position <= g.start <= position + 4 and len(g.keys) == 1), None)
        if group is not None:
            yield from _roles(sentence, group, "owner", "role.owner-employer", 0.5, position)


def _in_text(sentences: Sequence[Sentence]) -> Iterator[Role]:
    for sentence in sentences:
        if not sentence.groups or not (sentence.unit.block.kind not in _BOXED or is_running_text(sentence.unit)):
            continue
        focus = sentence.reading.focus[sentence.index]
        if focus is None or is_untold(sentence, focus) or of_several(sentence):
            continue
        yield from _named_after(sentence)
        yield from _subjects(sentence)
        yield from _appositions(sentence)
        yield from _genitives(sentence)
        yield from _after_colon(sentence)
        for role, group, start in find_predicates(sentence):
            yield from _roles(sentence, group, role, f"role.{role}-predicate", 0.75, start)
        yield from _countried(sentence)


def _countried(sentence: Sentence) -> Iterator[Role]:
    """«Alfa University (SE), Beta AS (Norway) and Gamma Ltd (FI) will test …»: those that a list gives their countries take part."""
    spans = find_countried(sentence.unit.text)
    if not spans or find_cues(sentence, "roles.funder-passives", "roles.funder-verbs"):
        return
    start = sentence.unit.start
    for group in sentence.groups:
        for name in group.names:
            if any(start + first <= name.start and name.end <= start + last for first, last in spans):
                one = Group((name,), name.start, name.end, "")
                yield from _roles(sentence, one, "partner", "role.partner-countried", 0.7, name.start)


def _named_after(sentence: Sentence) -> Iterator[Role]:
    """«ägs av X», «Projektägare är X», «finansieras av X och Y», «tillsammans med X»."""
    for role, words, confidence in _PASSIVE:
        for cue in find_cues(sentence, words):
            group = object_of(sentence.unit, sentence.groups, cue.end)
            if group is None or (role == "owner" and not _names_the_body(sentence, group, cue)):
                continue
            if role == "funder" and sentence.between(cue.start - 4, cue.start) == " om ":
                continue  # «söker om stöd från X», «råd om stöd från X»
            if role == "funder" and _is_sought(sentence, cue):
                continue
            if words == "roles.applicant-nouns" and sentence.between(cue.end, group.start).strip(" :"):
                continue
            if words == "roles.owner-passives" and not _whole(sentence, cue):
                role = "partner"
            yield from _roles(sentence, group, role, f"role.{role}-named-after", confidence, cue.start)


def _subjects(sentence: Sentence) -> Iterator[Role]:
    """«X leder», «X och Y deltar», «I Z bidrar även X», «ihop driver de två länen projektet»."""
    barriers = tuple((cue.start, cue.end) for cue in find_cues(sentence, *_VERBS))
    for role, words, confidence in _ACTIVE:
        for cue in find_cues(sentence, *words):
            group = subject_at(sentence, cue, tuple(b for b in barriers if b != (cue.start, cue.end)))
            if group is None or (role == "funder" and not _of_money(sentence, cue)):
                continue
            if role == "partner" and (_gives(sentence, cue.start) or _is_funding(sentence, cue)):
                continue
            if role != "funder" and _is_money(sentence, group):
                continue
            meant = _meant(sentence, cue) if role == "owner" else role
            if meant == "partner" and not _in_company(sentence, cue):
                continue
            if meant is not None and not (meant == "funder" and _is_yearly(sentence)):
                yield from _roles(sentence, group, meant, f"role.{meant}-subject", confidence, cue.start)


def _appositions(sentence: Sentence) -> Iterator[Role]:
    """«X (lead partner)», «X, som är projektägare», «med X som projektägare»."""
    for role in ("owner", "partner"):
        for cue in find_cues(sentence, f"roles.{role}-apposition"):
            for group in sentence.groups:
                for name in group.names:
                    gap = sentence.between(name.end, cue.start)
                    if name.start < group.start or name.end > cue.start or not _APPOSED.fullmatch(gap):
                        continue
                    joint = gap.strip() in ("som", "as", "as the") and name.end == group.end
                    meant = group if joint else Group((name,), name.start, name.end, "")
                    yield from _roles(sentence, meant, role, f"role.{role}-apposition", 0.8, group.start)


def _genitives(sentence: Sentence) -> Iterator[Role]:
    """«Alfa kommuns projekt ”X” får …»: the body that a project is said to be of; funds and agencies have others' projects."""
    for project in sentence.reading.projects[sentence.index]:
        for group in sentence.groups:
            gap = sentence.between(group.end, project.start) if group.genitive and group.end < project.start else ""
            of = sentence.lexicon.regex(r"\s(?:\w+\s){0,2}?[\w-]*(?:<projects.sure-kinds>)\s[”“\"»]?").fullmatch(gap)
            if of and group.names[-1].type in _OWNING:
                one = Group(group.names[-1:], group.names[-1].start, group.end, "")
                evidence = (proof(sentence.unit, "role.owner-genitive", 0.65),)
                yield Role(project=project.key, actor=one.keys[0], role="owner", evidence=evidence)


def _after_colon(sentence: Sentence) -> Iterator[Role]:
    """«Sex kommuner testar mallarna: A, B i X län samt C»: those behind the colon do what stands before it."""
    colon = re.search(r":\s", sentence.unit.text)
    named = [group for group in sentence.groups if group.names]
    if colon is None or any(group.end <= sentence.unit.start + colon.start() for group in named):
        return
    before = sentence.unit.text[: colon.start()]
    cues = [
        (m.end(), role)
        for role, words in (
            ("partner", "roles.partner-verbs"),
            ("partner", "roles.partner-leads"),
            ("funder", "roles.funder-verbs"),
            ("owner", "roles.owner-verbs"),
        )
        for m in sentence.lexicon.pattern(words).finditer(before)
    ]
    if cues and sentence.lexicon.pattern("roles.bodies").search(before):
        for group in named:
            yield from _roles(sentence, group, max(cues)[1], "role.after-colon", 0.6, group.start)


# ------------------------------------------------------------------------------------------- what counts


def _names_the_body(sentence: Sentence, group: Group, cue: Cue) -> bool:
    """Whether a passive's object is the body itself, no part or person of it («leds av en styrgrupp med X»), and of no other verb."""
    goes_on = sentence.between(cue.end, group.start).lstrip().startswith(("och ", "and "))
    return not goes_on and group.before in ("", "av", "by", "från", "from", cue.words.rpartition(" ")[2])


def _is_sought(sentence: Sentence, cue: Cue) -> bool:
    """«har sökt ytterligare pengar från X»: what is only asked for proves no payer."""
    return bool(
        sentence.lexicon.regex(r"(?<!\w)(?:<flows.applied>)\s+(?:\w+\s+){0,2}$", re.IGNORECASE).search(
            sentence.between(cue.start - 50, cue.start)
        )
    )


def _whole(sentence: Sentence, cue: Cue) -> bool:
    """Whether what is led or done by a body is the project: no evaluation, measurement or part."""
    before = sentence.between(sentence.unit.start, cue.start)
    return not sentence.lexicon.pattern("roles.part-nouns").search(before[-40:])


def _in_company(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb of anybody's work («arbetar», «öppnar») is one of the project's: beside its name, a word for it, or other bodies."""
    if cue.words not in sentence.lexicon.words("roles.loose-partner-verbs") + sentence.lexicon.words(
        "roles.loose-owner-verbs"
    ):
        return True
    if sentence.reading.projects[sentence.index] or sentence.lexicon.pattern("projects.anaphora").search(
        sentence.unit.text
    ):
        return True
    reading, block = sentence.reading, sentence.unit.block_index
    same = (i for i in range(max(0, sentence.index - _AROUND), sentence.index + 2) if i < len(reading.units))
    near = [i for i in same if reading.units[i].block_index == block]
    return len({name.key for i in near for name in reading.actors[i] if name.type != "eu"}) > 1


def _is_yearly(sentence: Sentence) -> bool:
    """Whether a giver's sentence tells of what is given every year, and of no project: «Regeringen har avsatt 9 miljoner per år»."""
    named = sentence.reading.projects[sentence.index] or sentence.lexicon.pattern("projects.anaphora").search(
        sentence.unit.text
    )
    return not named and bool(
        sentence.lexicon.pattern("money.yearly-after", "money.yearly-before").search(sentence.unit.text)
    )


def _of_money(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb that may mean other things («står för», «ger») has money as its object here."""
    if cue.words not in sentence.lexicon.words("roles.loose-funder-verbs"):
        return True
    if any(cue.end <= amount.start <= cue.end + 60 for amount in sentence.reading.amounts[sentence.index]):
        return True
    if sentence.lexicon.regex(r"(?<!\w)(?:<roles.money-nouns>)\s+$", re.IGNORECASE).search(
        sentence.between(cue.start - 25, cue.start)
    ):
        return True  # «resten betalar X»
    return bool(sentence.lexicon.pattern("roles.money-nouns").search(sentence.between(cue.end, cue.end + 60)))


def _is_funding(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb of partners is one of givers too, and has money as its object: «står för hälften»."""
    verbs = sentence.lexicon.pattern("roles.funder-verbs")
    joined = sentence.lexicon.regex(r"\s+(?:och|and)\s+(?:<roles.funder-verbs>)(?!\w)")
    if cue.words.endswith(" med") and joined.match(sentence.between(cue.end, cue.end + 40)):
        return True  # «är med och finansierar»
    return verbs.fullmatch(cue.words) is not None and _of_money(sentence, cue)


def _is_money(sentence: Sentence, group: Group) -> bool:
    """Whether a group is but the first part of a word for money: «EU-pengarna gör nytta»."""
    return sentence.between(group.end, group.end + 1) == "-"


def _meant(sentence: Sentence, cue: Cue) -> str | None:
    """What a verb of owning makes of its subject: the owner of the project, the partner that does a part of it, or nothing of it."""
    if _of_project(sentence, cue):
        return "owner"
    part = sentence.lexicon.pattern("roles.part-nouns").search(sentence.between(cue.end, cue.end + 60))
    return "partner" if part or cue.words not in sentence.lexicon.words("roles.holding-verbs") else None


def _of_project(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb that may mean a part («ansvarar för», «sköter») has the whole project as its object."""
    if cue.words not in sentence.lexicon.words("roles.loose-owner-verbs"):
        return True
    near = sentence.between(cue.end, cue.end + 45)
    if sentence.lexicon.pattern("projects.anaphora", "roles.whole-nouns").search(near):
        return True
    amounts = sentence.reading.amounts[sentence.index]
    if cue.words in sentence.lexicon.words("roles.applying-verbs"):
        return any(cue.end <= amount.start <= cue.end + 30 for amount in amounts)
    names = sentence.reading.projects[sentence.index]
    relative = any(cue.start - 140 <= name.end <= cue.start for name in names) and re.search(
        r"(?:,|\b(?:projekt|projects?))\s+(?:som|vilket|which|that)\s+(?:\S+\s+){0,20}$",
        sentence.between(sentence.unit.start, cue.start),
    )
    return bool(relative) or any(cue.end <= name.start <= cue.end + 30 for name in names)


def _gives(sentence: Sentence, start: int) -> bool:
    """Whether a partner's verb is one of giving: an amount follows it, and no actor after that."""
    amounts = [a for a in sentence.reading.amounts[sentence.index] if start < a.start < start + 120]
    return bool(amounts) and not any(name.start > start for name in sentence.reading.actors[sentence.index])


def _roles(sentence: Sentence, group: Group, role: str, rule: str, confidence: float, position: int) -> Iterator[Role]:
    low, high = min(group.start, position), max(group.end, position)
    window = sentence.between(low - 30, high + 60)
    doubts = ("roles.negations",) if rule.endswith("named-after") else ("roles.wishes", "roles.negations")
    if role != "owner" and sentence.lexicon.pattern(*doubts).search(window):
        return
    if sentence.lexicon.pattern("roles.perhaps").search(sentence.between(position - 16, position)):
        return  # «gärna med stöd från X»
    project = project_of(sentence, high)
    if project is None:
        return
    for name in {name.key: name for name in reversed(group.names)}.values():
        if role != "partner" or name.type != "eu":
            yield Role(project=project, actor=name.key, role=role, evidence=(proof(sentence.unit, rule, confidence),))
