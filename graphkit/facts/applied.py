"""Decisions that grant what was applied for without saying how much: «LAG prioriterar ansökan med sökt belopp»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphkit.facts.boxes import is_from_eu, money_of
from graphkit.facts.clauses import Sentence, find_cues
from graphkit.facts.givers import Giver
from graphkit.facts.labels import label_kind
from graphkit.facts.money import find_amounts
from graphkit.facts.payments import SMALLEST, Found, payments
from graphkit.facts.reading import Amount
from graphkit.facts.sources import Sources, counts_projects, is_page_wide
from graphkit.model import Basis, BlockKind, Flow

_LEADS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING)


def find_as_applied(sentences: Sequence[Sentence], sources: Sources) -> Iterator[Found]:
    """The flows of decisions that grant the amount which a label or sentence before said was sought."""
    sought: dict[str, Amount] = {}
    listed: dict[str, tuple[Sentence, Amount]] = {}
    granted_all = False
    for sentence in sentences:
        project = sentence.reading.focus[sentence.index]
        granted_all = granted_all or _grants_all(sentence)
        if project is None:
            continue
        if granted_all and sentence.unit.block.kind is BlockKind.PAIR:
            for amount in _sought(sentence)[:1]:
                listed.setdefault(project, (sentence, amount))
        granted = sentence.lexicon.pattern("flows.as-applied").search(sentence.unit.text)
        negated = sentence.lexicon.pattern("roles.negations", "flows.refused").search(sentence.unit.text)
        if project in sought and granted and not negated and not _own_amounts(sentence, granted.start()):
            funder = sources.giver(project)
            giver = Giver((funder,) if funder else (), None, "flow.as-applied", 0.6, granted=True)
            money = money_of(sought.pop(project))
            for fact in payments(sentence.unit, project, giver, money, False, None, Basis.IMPLIED):
                yield fact
                if isinstance(fact, Flow):
                    yield from sources.roles(fact)
        else:
            for amount in _sought(sentence)[:1]:
                sought[project] = amount
    decided = {s.reading.focus[s.index] for s in sentences if _is_decided(s)}
    for project, (sentence, amount) in listed.items():
        if project in sought and project not in decided:
            label = sentence.unit.block.cells[0].text
            funder = sources.giver(project, from_eu=is_from_eu(label))
            giver = Giver((funder,) if funder else (), None, "flow.listed-as-applied", 0.55, granted=True)
            yield from payments(sentence.unit, project, giver, money_of(amount), False, None, Basis.STATED)


def _grants_all(sentence: Sentence) -> bool:
    """Whether a sentence says that all projects below it were granted: «fyra projekt prioriterades», «beviljade medel till tre projekt:»."""
    if sentence.unit.block.kind not in _LEADS or not is_page_wide(sentence):
        return False
    text, lexicon = sentence.unit.text, sentence.lexicon
    if lexicon.pattern("roles.negations", "flows.refused", "flows.applied").search(text):
        return False
    colon = text.rstrip().endswith(":")
    return bool((colon or counts_projects(sentence)) and find_cues(sentence, "flows.deciding", "flows.awarding"))


def _is_decided(sentence: Sentence) -> bool:
    """Whether a pair or row says itself what was granted, or that nothing was."""
    cells = sentence.unit.block.cells
    grants = bool(cells) and label_kind(cells[0].text, sentence.lexicon) in ("grant", "status")
    return grants or bool(sentence.lexicon.pattern("flows.refused").search(sentence.unit.text))


def _own_amounts(sentence: Sentence, before: int) -> bool:
    """Whether a decision says an amount of its own before the words for what was sought."""
    return any(a.start < sentence.unit.start + before for a in sentence.reading.amounts[sentence.index])


def _sought(sentence: Sentence) -> list[Amount]:
    """The amounts that a pair «Sökt stöd: 612 000 kr» or a sentence «har ansökt om 85 000 kr» says are sought."""
    unit, lexicon = sentence.unit, sentence.lexicon
    if unit.block.kind is BlockKind.PAIR and len(unit.block.cells) > 1:
        label, value = unit.block.cells[:2]
        if label_kind(label.text, lexicon) != "applied":
            return []
        found = find_amounts(value.text, lexicon.language, offset=value.start)
        return [a for a in found if a.amount >= SMALLEST]
    amounts = [a for a in sentence.reading.amounts[sentence.index] if a.amount >= SMALLEST]
    near = [a for a in amounts if lexicon.pattern("flows.applied").search(sentence.between(a.start - 40, a.start))]
    return near if unit.block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) else []
