"""Decisions that grant what was applied for without saying how much: «LAG prioriterar ansökan med sökt belopp»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphkit.facts.boxes import money_of
from graphkit.facts.clauses import Sentence
from graphkit.facts.givers import Giver
from graphkit.facts.labels import label_kind
from graphkit.facts.money import find_amounts
from graphkit.facts.payments import SMALLEST, Found, payments
from graphkit.facts.reading import Amount
from graphkit.facts.sources import Sources
from graphkit.model import Basis, BlockKind, Flow


def find_as_applied(sentences: Sequence[Sentence], sources: Sources) -> Iterator[Found]:
    """The flows of decisions that grant the amount which a label or sentence before said was sought."""
    sought: dict[str, Amount] = {}
    for sentence in sentences:
        project = sentence.reading.focus[sentence.index]
        if project is None:
            continue
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
