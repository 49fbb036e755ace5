"""Money in sentences: who gives how much to what; what is a budget; what is neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from graphkit.facts.beneficiaries import receiver_behind
from graphkit.facts.boxes import money_of
from graphkit.facts.budgets import is_budget, is_no_flow
from graphkit.facts.clauses import Sentence, find_cues, is_running_text, is_untold, project_of
from graphkit.facts.givers import Giver, find_giver, shared_out
from graphkit.facts.grants import find_shared, is_unnamed_grant
from graphkit.facts.headlined import find_in_headline
from graphkit.facts.payments import SMALLEST, Found, payments
from graphkit.facts.proofs import proof
from graphkit.facts.reading import Amount, Attribute, Name
from graphkit.facts.sources import Sources, is_page_wide
from graphkit.model import Basis, BlockKind, Flow, Issue

_YEAR_AFTER = re.compile(r"^\W{0,3}(?:under|för|år|in|for|i|during)\s+(?:år\s+)?((?:19|20)\d\d)(?!\s*[-–/]\s*\d|\d)")
_YEAR_BEFORE = re.compile(r"(?:under|för|år|in|for)\s+(?:år\s+)?((?:19|20)\d\d)\W{1,3}(?:\w+\s+){0,2}$")
_BRACKETS = re.compile(r"\([^()]*\)|\b(?:19|20)\d\d\b")
_EXPLAINED = re.compile(
    r"[ ”\"»,]*(?:som |which |,\s(?:ett|en|a|an)\s[^.;]{5,90},\s|(?:med|with)\s[^.,;]{3,60}\s(?:som|as)\s\w+\s)?"
)
"""What may stand between a project's name and its verb: «X, som», «X, ett samarbete mellan A och B,», «X med A som projektägare»."""
_OF_PROJECT = re.compile(r"\s(?:project|initiative)\b(?!\s(?:grant|funding|support|partner|budget))")
_POT = Decimal(10**9)
"""From this sum on, money in a sentence that names no project is a programme's, not one project's."""
_JOINED = re.compile(r"\s\w+(?:s|ed|led|run)\s(?:av|by)\s[^.;]{3,60}?\s(?:och|and)\s$")
"""A verb of its own before the one of getting: «X drivs av Alfa kommun och får …»."""
_BARE = re.compile(r"(?:^|:\s)\W*(?:(?:drygt|cirka|ca|nästan|about|nearly)\s)?$")
"""Before a sum that begins its sentence, or follows a colon."""
_GETS = re.compile(r"\s?[,–—-]?\s(?:får|beviljas|tilldelas|fick)\s(?:\w+\s){0,3}[”\"»]?$")
_TO_PROJECT = re.compile(r"[^,.;]{0,40}\b(till|to|for|för|på)\s+(\w+\s+){0,3}$")


def find_flows(sentences: Sequence[Sentence], sources: Sources) -> Iterator[Found]:
    """The flows and budgets of running text; `sources` tells who gives where a sentence says only who gets."""
    for sentence in sentences:
        if is_running_text(sentence.unit):
            yield from _in_sentence(sentence, sources)
        else:
            yield from find_in_headline(sentence, sources)


def _in_sentence(sentence: Sentence, sources: Sources) -> Iterator[Found]:
    unit, lexicon = sentence.unit, sentence.lexicon
    most = _POT if not sentence.reading.projects[sentence.index] else Decimal("Infinity")
    amounts = [
        a
        for a in sentence.reading.amounts[sentence.index]
        if SMALLEST <= a.amount < most and not a.same_as and not _in_name(sentence, a)
    ]
    refused = bool(lexicon.pattern("flows.refused").search(unit.text))
    previous = unit.start
    for order, amount in enumerate(amounts):
        following = amounts[order + 1].start if order + 1 < len(amounts) else unit.end
        before, after = sentence.between(previous, amount.start), sentence.between(amount.end, following)
        previous = amount.end
        if order and _is_yearly_part(amounts[order - 1], amount):
            continue
        giver = shared_out(sentence, amounts, order, find_giver(sentence, amount, following))
        shared = lexicon.pattern("flows.sharing").search(before[-40:]) and sentence.reading.projects[sentence.index]
        if _is_whole(sentence, amount, after) and (project := project_of(sentence, amount.start)):
            proved = proof(unit, "budget.turnover", 0.65, "budget")
            yield Attribute(project=project, field="budget", value=money_of(amount), evidence=proved)
            continue
        if is_no_flow(before, after, lexicon, giver) or (refused and giver is None) or shared:
            continue
        target = _target(sentence, amount)
        project = target.key if target else project_of(sentence, amount.start)
        whole = lexicon.pattern("flows.whole").search(before[-30:])
        if is_budget(before, after, lexicon, giver) or (whole and giver is not None and giver.funders):
            if project is not None and not is_page_wide(sentence) and not amount.per_year:
                value = money_of(amount)
                proved = proof(unit, "budget.sentence", 0.75, "budget")
                yield Attribute(project=project, field="budget", value=value, evidence=proved)
            if not whole or giver is None:
                continue
        if not _is_applied(before, sentence):
            yield from _paid(
                sentence,
                amount,
                giver or _unsaid(sentence, amount, target, before, after),
                project,
                sources,
                (before, after),
            )


def _is_whole(sentence: Sentence, amount: Amount, after: str) -> bool:
    """Whether an amount is all that a project spends: «Projektet omsätter 8 miljoner», «Älvbron är på 8 miljoner», «the EUR 8 million project»."""
    if is_page_wide(sentence) and not sentence.reading.projects[sentence.index]:
        return False
    if _OF_PROJECT.match(after) or amount.text.casefold().endswith(("projekt", "projektet")):
        return True
    lexicon, ahead = sentence.lexicon, sentence.between(sentence.unit.start, amount.start)
    if lexicon.regex(_IT_SPENDS, re.IGNORECASE).search(ahead):
        return True
    tails = [sentence.between(n.end, amount.start) for n in sentence.reading.projects[sentence.index]]
    return any(lexicon.regex(_NAME_SPENDS, re.IGNORECASE).fullmatch(tail) for tail in tails if tail)


_SPENDS = r"\s+(?:<flows.turnover>)\s+(?:(?:<money.hedges-about>|<flows.sums>)\s+)*$"
_IT_SPENDS = r"(?<!\w)(?:<projects.anaphora>)" + _SPENDS
_NAME_SPENDS = r"[”\"»]?" + _SPENDS


def _in_name(sentence: Sentence, amount: Amount) -> bool:
    """Whether a number is but a part of a project's name: «projektet Ung plats 9.0»."""
    return any(n.start <= amount.start and amount.end <= n.end for n in sentence.reading.projects[sentence.index])


def _is_yearly_part(total: Amount, amount: Amount) -> bool:
    """«6 miljoner under tre år, 2 miljoner om året»: what a total is by the year."""
    return (
        amount.per_year
        and not total.per_year
        and total.currency == amount.currency
        and amount.amount * 2 <= total.amount
    )


def _target(sentence: Sentence, amount: Amount) -> Name | None:
    """«1,1 Mkr till projektet X»: the project right behind the amount."""
    nearer = [n for n in sentence.reading.projects[sentence.index] if amount.end <= n.start <= amount.end + 60]
    gap = sentence.between(amount.end, nearer[0].start) if nearer else ""
    if nearer and (_TO_PROJECT.match(gap) or _GETS.fullmatch(gap)):
        return nearer[0]
    return None


def _is_applied(before: str, sentence: Sentence) -> bool:
    """Whether an amount is only sought: «har sökt 4,5 miljoner kronor»."""
    near, lexicon = before[-70:], sentence.lexicon
    applied = [m.end() for m in lexicon.pattern("flows.applied").finditer(near)]
    granted = [m.end() for m in lexicon.pattern("flows.granted", "roles.receiver-verbs").finditer(near)]
    return bool(applied) and max(applied) >= max(granted, default=0)


def _unsaid(sentence: Sentence, amount: Amount, target: Name | None, before: str, after: str) -> Giver | None:
    """An amount that a sentence gives without a giver: granted to a project, own money, «stödet är».

    None where nothing tells that it flows.
    """
    lexicon = sentence.lexicon
    if lexicon.pattern("flows.own").search(before[-40:]):
        owner = next((g for g in reversed(sentence.groups) if g.end <= amount.start and not g.before and g.names), None)
        if owner and any(owner.end <= a.start < amount.start for a in sentence.reading.amounts[sentence.index]):
            owner = None  # «A (2 miljoner kronor) och egna medel (500 000 kr)»
        return Giver(owner.keys if owner else (), None, "flow.own", 0.6 if owner else 0.5)
    share = lexicon.pattern("flows.share-grants").search(before[-110:]) or lexicon.regex(
        r"[\w-]*(?:<flows.money-endings>)\s+(?:(?:<flows.amounting>)\s+){1,2}(?:(?:<money.hedges-about>)\s+)?$",
        re.IGNORECASE,
    ).search(before[-60:])
    if share or lexicon.pattern("flows.grant-nouns").search(before[-45:]):
        return Giver((), None, "flow.granted", 0.6, granted=True)
    if target is not None:
        return Giver((), None, "flow.to-project", 0.65, granted=True)
    if sentence.reading.projects[sentence.index] and lexicon.regex(
        r"(?<!\w)(?:till|to)\s.*\s(?:<flows.goes>)\s(?:(?:<money.hedges-about>)\s)?$", re.IGNORECASE
    ).search(before[-140:]):
        return Giver((), None, "flow.to-project", 0.6, granted=True)  # «Till projektet X går 21 miljoner»
    receiver = receiver_behind(sentence, amount, sentence.unit.end)
    if receiver is not None and _BARE.search(before):
        return Giver((), receiver, "flow.granted", 0.55, granted=True)  # «Nya spår: 2,3 miljoner kronor till X»
    if _project_gets(sentence, amount):
        return Giver((), None, "flow.granted", 0.6, granted=True)
    if not _rest(sentence, before + after) and sentence.reading.projects[sentence.index]:
        return Giver((), None, "flow.item", 0.55, granted=True)
    return find_shared(sentence, amount, before)


def _project_gets(sentence: Sentence, amount: Amount) -> bool:
    """«Klart vatten får 1,6 miljoner kronor», «Projektet får …»: a project, a verb of getting, the amount."""
    for cue in find_cues(sentence, "roles.receiver-verbs"):
        others = any(cue.end <= other.start < amount.start for other in sentence.reading.amounts[sentence.index])
        if not cue.end <= amount.start <= cue.end + 40 or others:
            continue
        ahead = _JOINED.sub("", sentence.between(sentence.unit.start, cue.start)).rstrip()
        spoken = sentence.lexicon.regex(r"(?<!\w)(?:<projects.anaphora>)$", re.IGNORECASE).search(ahead)
        named = any(
            name.end <= cue.start
            and _EXPLAINED.fullmatch(_JOINED.sub(" ", sentence.between(name.end, cue.start)).rstrip() + " ")
            for name in sentence.reading.projects[sentence.index]
        )
        if spoken or named:
            return True
    return False


def _rest(sentence: Sentence, text: str) -> str:
    """What a line says beside a project's name and an amount: nothing in «Bollar på våra villkor, 500 000 kr.».

    A list's item may say more that changes nothing: «Spel i byn (dnr 12) med ytterligare 500 000 kr för 2016».
    """
    for name in sentence.reading.projects[sentence.index]:
        text = text.replace(name.text, "")
    if sentence.unit.block.kind is BlockKind.LIST_ITEM:
        fillers = sentence.lexicon.words("flows.item-fillers")
        text = " ".join(word for word in _BRACKETS.sub(" ", text).split() if word.strip(".,:;") not in fillers)
    return text.strip(" .,:;–-()")


def _paid(
    sentence: Sentence,
    amount: Amount,
    giver: Giver | None,
    project: str | None,
    sources: Sources,
    around: tuple[str, str],
) -> Iterator[Found]:
    unit = sentence.unit
    if giver is None:
        yield Issue(kind="amount-without-payer", quote=unit.text, start=unit.start, end=unit.end, rule="flow.unplaced")
        return
    if _is_for_unnamed(sentence, around[0]) and giver.funders:
        project = None
    elif giver.recipient is not None and _is_of_other_item(sentence, project):
        project = None  # «Alfa kommun får 300 000 kr», an item behind those that name their projects
    elif giver.funders and giver.recipient is not None and not _is_introduced(sentence, project):
        project = None  # «Alfa kommun får 300 000 kr av Beta», before the page names any project
    elif project is None or (is_page_wide(sentence) and amount.sharing != "each") or is_untold(sentence, project):
        if not is_unnamed_grant(sentence, amount, giver, sources):
            return
        project = None
    from_page = giver.granted and not giver.funders
    if from_page:
        source = sources.giver(project)
        giver = replace(giver, funders=(source,) if source else ())
    for fact in payments(
        unit, project, giver, money_of(amount), amount.sharing == "each", _year(*around), Basis.STATED
    ):
        yield fact
        if from_page and isinstance(fact, Flow):
            yield from sources.roles(fact)


def _is_for_unnamed(sentence: Sentence, before: str) -> bool:
    """Whether money went to a pre-study that has no name: «under en förstudie, som Sida betalade med 150 000 kr»."""
    named = sentence.reading.projects[sentence.index]
    return not named and bool(sentence.lexicon.pattern("flows.unnamed-studies").search(before))


def _is_of_other_item(sentence: Sentence, project: str | None) -> bool:
    """Whether a sentence is an item that names no project, of a list in which the item before it names the one spoken of."""
    reading, unit = sentence.reading, sentence.unit
    if unit.block.kind is not BlockKind.LIST_ITEM or project is None:
        return False
    places = [index for index in range(sentence.index + 1) if any(n.key == project for n in reading.projects[index])]
    last = reading.units[places[-1]] if places else unit
    return last.block.kind is BlockKind.LIST_ITEM and last.block_index != unit.block_index


def _is_introduced(sentence: Sentence, project: str | None) -> bool:
    """Whether a project is named in a sentence, above it or soon below it."""
    units = sentence.reading.projects[: sentence.index + 4]
    return project is not None and any(name.key == project for names in units for name in names)


def _year(before: str, after: str) -> int | None:
    match = _YEAR_AFTER.match(after) or _YEAR_BEFORE.search(before)
    return int(match.group(1)) if match else None
