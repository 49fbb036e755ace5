"""Who gives an amount in a sentence, and who gets it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graphkit.facts.beneficiaries import (
    GIVING,
    beneficiary,
    gives_back,
    is_close,
    is_item_owner,
    receiver_behind,
    receives_next,
    recipient_of,
)
from graphkit.facts.clauses import Cue, Sentence, find_cues, is_committee, is_infinitive, subject_at
from graphkit.facts.gaps import gap_pattern, is_fund_money, is_gift_of, own_pattern
from graphkit.facts.groups import Group
from graphkit.facts.reading import Amount
from graphkit.facts.sources import is_passive

_AND_THEN = re.compile(r",?\s(?:och|medan|men|and|while)\s")
_CLAUSE = re.compile(r"[.;]|\b(och|men|medan|and|while|but)\b")


@dataclass(frozen=True, slots=True)
class Giver:
    """Who gives an amount: actors' keys (several give it together unless each), who gets it, and the rule that saw it.

    Without funders the text doesn't name the giver: «partnerna», or the body that the whole page speaks of when `granted`.
    """

    funders: tuple[str, ...]
    recipient: str | None
    rule: str
    confidence: float
    granted: bool = False


def find_giver(sentence: Sentence, amount: Amount, following: int) -> Giver | None:
    """The giver by the nearest of: «A från G», «G med A», «Gs A», the subject of a giving verb, the other side of a receiving verb.

    `following` is where the next amount starts.
    """
    recipient = recipient_of(sentence, amount)
    found = _find(sentence, amount, following, recipient)
    if found is not None and found.recipient is None and (receiver := receiver_behind(sentence, amount, following)):
        return replace(found, recipient=receiver if receiver not in found.funders else None)
    return found


def _find(sentence: Sentence, amount: Amount, following: int, recipient: str | None) -> Giver | None:
    return (
        _given_back(sentence, amount)
        or _being_money(sentence, amount, recipient)
        or _behind(sentence, amount, following, recipient)
        or _ahead(sentence, amount, recipient)
        or _by_verb(sentence, amount, following, recipient)
        or _financed_by(sentence, amount, recipient)
        or (Giver((), recipient, "flow.received", 0.6, granted=True) if recipient else None)
    )


def shared_out(sentence: Sentence, amounts: Sequence[Amount], order: int, giver: Giver | None) -> Giver | None:
    """«A och B får 186 500 respektive 61 500 euro»: of as many bodies as amounts, the one that an amount belongs to."""
    first = last = order
    respectively = sentence.lexicon.pattern("flows.respectively")
    while first > 0 and respectively.search(sentence.between(amounts[first - 1].end, amounts[first].start)):
        first -= 1
    while last + 1 < len(amounts) and respectively.search(sentence.between(amounts[last].end, amounts[last + 1].start)):
        last += 1
    count = last - first + 1
    if count == 1:
        return giver
    whole = find_giver(sentence, amounts[first], amounts[first].end)
    if whole is not None and len(whole.funders) == count:
        return replace(whole, funders=(whole.funders[order - first],))
    for cue in find_cues(sentence, "roles.receiver-verbs"):
        group = subject_at(sentence, cue)
        if cue.end <= amounts[first].start and group is not None and len(group.keys) == count:
            source = _giver_of_gift(sentence, cue, amounts[last].end)
            keys = source.keys if source else ()
            return Giver(keys, group.keys[order - first], "flow.shared-out", 0.65, granted=source is None)
    return giver


def _given_back(sentence: Sentence, amount: Amount) -> Giver | None:
    """«X får 400 000 kr från Y och lägger till 90 000 kr»: the second sum is X's."""
    for cue in find_cues(sentence, "roles.receiver-verbs"):
        if cue.end <= amount.start and gives_back(sentence, cue, amount):
            group = subject_at(sentence, cue)
            if group is not None and len(group.keys) == 1:
                return Giver(group.keys, None, "flow.giver-verb", 0.75)
    return None


def _being_money(sentence: Sentence, amount: Amount, recipient: str | None) -> Giver | None:
    """«varav 400 000 euro är EU-stöd», «och 90 000 euro är norska medel»: what an amount is said to be, and whose."""
    after = sentence.between(amount.end, sentence.unit.end)
    match = sentence.lexicon.regex(
        r"\s(?:<flows.being>)\s+(?P<of>\w+\s+){0,2}?[\w:-]*(?:<flows.money-endings>)(?!\w)", re.IGNORECASE
    ).match(after)
    if match is None:
        return None
    limit = amount.end + match.end()
    inside = next((g for g in sentence.groups if amount.end <= g.start < limit), None)
    source = next((g for g in sentence.groups if limit <= g.start <= limit + 8), None)
    if source is not None and source.before in sentence.lexicon.words("roles.giver-prepositions"):
        inside = source
    keys = inside.keys if inside is not None and inside.names else ()
    abroad = sentence.lexicon.pattern("flows.abroad").search(match.group())
    return Giver(keys, recipient, "flow.said-to-be", 0.7, granted=not keys and not abroad)


def _behind(sentence: Sentence, amount: Amount, following: int, recipient: str | None) -> Giver | None:
    """«400 000 kr från G», «2 miljoner kommer från G», «beviljades 2 mkr av G»."""
    behind = next((g for g in sentence.groups if amount.end <= g.start < following), None)
    if behind is not None and behind.before in ("i", "in") and is_fund_money(sentence, amount, behind):
        return Giver(behind.keys, recipient, "flow.amount-from", 0.75)
    if behind is None or behind.before not in sentence.lexicon.words("roles.giver-prepositions"):
        return None
    if behind.before == "of" and not behind.names:
        return None  # «SEK 300 000 of the partners' share»
    gap = re.sub(r"^\s(?:of which|varav)\b", "", sentence.between(amount.end, behind.start))
    pays = sentence.lexicon.pattern("roles.funder-passives").search(gap)
    passive = re.search(r"\w+as\s+(?:av|by)\b", gap)
    if sentence.lexicon.pattern("flows.part-of", "flows.part-words", "roles.owner-passives").search(gap):
        return None
    if len(gap) > 60 or _CLAUSE.search(gap) or re.search(r"\d", gap) or (passive and not pays):
        return None
    if behind.before in ("genom", "through") and recipient is None:
        return None
    return Giver(behind.keys, recipient, "flow.amount-from", 0.85)


def _ahead(sentence: Sentence, amount: Amount, recipient: str | None) -> Giver | None:
    """«G 400 000 kr», «G med 400 000 kr», «G: 400 000», «Gs bidrag är 400 000 kr»."""
    ahead = next((g for g in reversed(sentence.groups) if g.end <= amount.start), None)
    if ahead is None:
        return None
    gap = sentence.between(ahead.end, amount.start)
    if ahead.genitive:
        own = own_pattern(sentence.lexicon.language).fullmatch(gap)
        return Giver(ahead.keys, recipient, "flow.giver-genitive", 0.75) if own else None
    if recipient is not None and recipient in ahead.keys:
        return None
    if len(ahead.keys) == 1 and is_item_owner(sentence, ahead, amount):
        return Giver((), ahead.keys[0], "flow.item", 0.6, granted=True)
    if ahead.before in sentence.lexicon.words("roles.giver-prepositions") and is_gift_of(sentence, ahead, gap):
        return Giver(ahead.keys, recipient, "flow.giver-genitive", 0.75)
    if ahead.before in sentence.lexicon.words("roles.giver-prepositions") and _comes(sentence, gap):
        return Giver(ahead.keys, recipient, "flow.amount-from", 0.8)
    if len(ahead.keys) == 1 and not gap.strip() and (cue := receives_next(sentence, ahead, amount)):
        source = _giver_of_gift(sentence, cue, amount.end)
        keys = source.keys if source else ()
        return Giver(keys, ahead.keys[0], "flow.received", 0.65, granted=source is None)
    if gap_pattern(sentence.lexicon.language).fullmatch(gap) and not _stands_for_receiver(sentence, ahead, gap):
        giver = _parallel(sentence, ahead) if not gap.strip() and len(ahead.keys) == 1 else None
        if giver is not None:
            return Giver(giver.keys, ahead.keys[0], "flow.giver-verb", 0.75)
        return Giver(ahead.keys, recipient, "flow.giver-amount", 0.8)
    return None


def _parallel(sentence: Sentence, group: Group) -> Group | None:
    """«G ger X 300 000 kr, Y 200 000 kr»: G, for Y gets its amount as X does."""
    for cue in find_cues(sentence, "roles.funder-verbs"):
        first = next((g for g in sentence.groups if g.start >= cue.end), None)
        gives = first is not None and first is not group and first.end < group.start and first.before == ""
        if gives and first is not None and is_close(sentence.between(cue.end, first.start)):
            number = any(0 <= a.start - first.end <= 3 for a in sentence.reading.amounts[sentence.index])
            giver = subject_at(sentence, cue) if number else None
            if giver is not None and giver is not first:
                return giver
    return None


def _comes(sentence: Sentence, gap: str) -> bool:
    """«Från G kommer 400 000 kr»."""
    coming = sentence.lexicon.pattern("flows.coming").match(gap.strip())
    return coming is not None and len(gap.strip()) - coming.end() <= 12


def _stands_for_receiver(sentence: Sentence, group: Group, gap: str) -> bool:
    """«X har gett Y 15 000 euro»: the group right before the amount is who gets it, for a giver and a verb stand before it."""
    for cue in find_cues(sentence, *GIVING):
        near = 0 <= group.start - cue.end <= 3
        if near and (is_committee(sentence, cue.start) or is_infinitive(sentence, cue)):
            return True  # «Nämnden beviljar G 400 000 kr», «att bevilja G 400 000 kr»
    if re.sub(r"\s*(?:i|på|in)\s+[A-ZÅÄÖ]\w+", "", gap).strip():
        return False
    before = [g for g in sentence.groups if g.end <= group.start]
    between = sentence.between(before[-1].end, group.start) if before else ""
    if before and any(before[-1].end <= a.start < group.start for a in sentence.reading.amounts[sentence.index]):
        return False
    verbs = list(sentence.lexicon.pattern("roles.funder-verbs").finditer(between))
    return bool(verbs) and is_close(between[verbs[-1].end() :])


def _by_verb(sentence: Sentence, amount: Amount, following: int, recipient: str | None) -> Giver | None:
    """The nearest verb of giving or getting before the amount, else a verb in two parts around or behind it."""
    cues = find_cues(sentence, *GIVING, "roles.receiver-verbs")
    barriers = tuple((cue.start, cue.end) for cue in cues)
    receiving = sentence.lexicon.pattern("roles.receiver-verbs")
    for cue in reversed([c for c in cues if c.end <= amount.start]):
        if is_passive(sentence, cue):
            continue
        if receiving.fullmatch(cue.words):
            giver = _giver_of_gift(sentence, cue, amount.end)
            if giver is None and recipient is None:
                continue
            return Giver(
                giver.keys if giver else (), recipient, "flow.received", 0.75 if giver else 0.65, granted=giver is None
            )
        if re.search(r"[.;]", sentence.between(cue.end, amount.start)):
            continue
        if is_committee(sentence, cue.start) or (
            is_infinitive(sentence, cue) and subject_at(sentence, cue, barriers) is None
        ):
            gets = next((g for g in sentence.groups if cue.end <= g.start <= cue.end + 3 and len(g.keys) == 1), None)
            return Giver((), gets.keys[0] if gets else recipient, "flow.granted", 0.65, granted=True)
        group = _next_subject(sentence, cue, amount)
        group = group or subject_at(sentence, cue, tuple(b for b in barriers if b != (cue.start, cue.end)))
        if group is not None:
            return Giver(group.keys, beneficiary(sentence, cue.end, amount, group), "flow.giver-verb", 0.85)
    for cue in cues:
        if _is_inverted(sentence, amount, cue) and (group := _right_behind(sentence, cue)) is not None:
            return Giver(group.keys, recipient, "flow.giver-verb", 0.75)
        if cue.inside is not None and amount.end <= cue.start < following:
            group = subject_at(sentence, cue)
            if group is not None and len(sentence.between(amount.end, cue.start)) <= 30:
                return Giver(group.keys, recipient, "flow.giver-verb", 0.75)
    return None


def _next_subject(sentence: Sentence, cue: Cue, amount: Amount) -> Group | None:
    """«G ger 640 000 kronor, och H dubblerar nästan med 600 000»: H, whose clause begins behind the amount that the verb has."""
    before = [a for a in sentence.reading.amounts[sentence.index] if cue.end <= a.start < amount.start]
    for group in sentence.groups if before else ():
        inside = before[-1].end <= group.start and group.end <= amount.start and group.before == "" and group.names
        if inside and _AND_THEN.fullmatch(sentence.between(before[-1].end, group.start)) and not group.genitive:
            return group
    return None


def _is_inverted(sentence: Sentence, amount: Amount, cue: Cue) -> bool:
    """«resten, 24 000 euro, tar G»: a giver's verb right behind the amount, its subject behind it."""
    if cue.start < amount.end or sentence.lexicon.pattern("roles.receiver-verbs").fullmatch(cue.words):
        return False
    return not sentence.between(amount.end, cue.start).strip(" ,)–-")


def _right_behind(sentence: Sentence, cue: Cue) -> Group | None:
    behind = next((g for g in sentence.groups if g.start >= cue.end), None)
    if behind is None or not behind.names or behind.before or behind.genitive:
        return None
    return None if sentence.between(cue.end, behind.start).strip() not in ("", "the", "även", "också") else behind


def _giver_of_gift(sentence: Sentence, cue: Cue, end: int) -> Group | None:
    prepositions = sentence.lexicon.words("roles.giver-prepositions")
    for group in sentence.groups:
        near = cue.start < group.start <= end + 60 and group.names and not group.names[0].rule.endswith("place")
        apart = sentence.lexicon.pattern("roles.owner-passives", "roles.partner-passives")
        if near and group.before in prepositions and not apart.search(sentence.between(end, group.start)):
            return group
    return None


def _financed_by(sentence: Sentence, amount: Amount, recipient: str | None) -> Giver | None:
    """«finansieras av G med 400 000 kr»: no other group stands between."""
    for match in sentence.lexicon.pattern("roles.funder-passives").finditer(
        sentence.unit.text[: amount.start - sentence.unit.start]
    ):
        position = sentence.unit.start + match.end()
        group = next(
            (g for g in sentence.groups if position <= g.start <= position + 30 and g.end <= amount.start), None
        )
        own = group and sentence.lexicon.pattern("flows.own").search(sentence.between(group.end, amount.start))
        if group is not None and not own and not any(group.end <= g.start <= amount.start for g in sentence.groups):
            return Giver(group.keys, recipient, "flow.financed-by", 0.8)
    return None


def implied(giver: Giver) -> Giver:
    """The giver of an amount that had to be worked out: less sure."""
    return replace(giver, rule=f"{giver.rule}-implied", confidence=round(giver.confidence * 0.9, 2))
