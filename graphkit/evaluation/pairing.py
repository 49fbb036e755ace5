"""Which predicted fact answers which gold fact, and the counts that follow from it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from graphkit.evaluation.likeness import Plain

_G = TypeVar("_G")
_P = TypeVar("_P")


@dataclass(frozen=True, slots=True)
class Scores:
    """Precision, recall and F1; none where there was nothing to find or nothing found."""

    precision: float | None
    recall: float | None
    f1: float | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far a predicted fact is right (0 to 1), and its proofs: the rule and confidence of each."""

    right: float
    proofs: tuple[tuple[str, float], ...]

    @property
    def confidence(self) -> float:
        """The confidence of the fact: that of its surest proof."""
        return max(confidence for _, confidence in self.proofs)


@dataclass(slots=True)
class Tally:
    """Right, false and missed facts of one kind, and what each error was. The one value of the package that counts in place."""

    right: float = 0.0
    false: float = 0.0
    missed: float = 0.0
    errors: list[tuple[str, str]] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)

    def judge(self, found: Mapping[str, Any], right: float, fields: Collection[str] = ("",)) -> None:
        """Keep how far a predicted fact is right, with those of its proofs that are for one of some fields; what is unproved is kept not."""
        proofs = [
            (str(proof.get("rule")), float(proof.get("confidence", 1.0)))
            for proof in found.get("evidence") or ()
            if str(proof.get("field") or "") in fields
        ]
        if proofs:
            self.verdicts.append(Verdict(right, tuple(proofs)))

    def add(self, other: Tally) -> None:
        """Count another tally's facts in; its errors stay with it."""
        self.right += other.right
        self.false += other.false
        self.missed += other.missed

    def hit(self) -> None:
        """A fact was found."""
        self.right += 1

    def miss(self, what: object) -> None:
        """A gold fact was not found."""
        self.missed += 1
        self.errors.append(("missed", str(what)))

    def wrong(self, what: object) -> None:
        """A fact was found that gold doesn't hold."""
        self.false += 1
        self.errors.append(("false", str(what)))

    def half(self, what: object) -> None:
        """A fact was found, right but coarser than gold."""
        self.right += 0.5
        self.false += 0.5
        self.missed += 0.5
        self.errors.append(("coarse", str(what)))

    def scores(self) -> Scores:
        """Precision, recall and F1 of what was counted.

        >>> Tally(right=3, false=1, missed=2).scores().precision, Tally().scores()
        (0.75, Scores(precision=None, recall=None, f1=None))
        """
        found, wanted = self.right + self.false, self.right + self.missed
        precision = self.right / found if found else None
        recall = self.right / wanted if wanted else None
        if precision is None and recall is None:
            return Scores(None, None, None)
        return Scores(precision, recall, 2 * self.right / (found + wanted))


def pooled(tallies: Iterable[Tally]) -> Tally:
    """One tally of several."""
    total = Tally()
    for tally in tallies:
        total.add(tally)
    return total


def pairs(gold: Sequence[_G], predicted: Sequence[_P], like: Callable[[_G, _P], float]) -> dict[int, int]:
    """For each paired prediction's index its gold fact's; greedy by likeness, then augmenting paths so that no pair is lost.

    The augmenting step is Kuhn's algorithm for a maximum matching (1955).
    """
    score = {
        (i, j): likeness
        for i, wanted in enumerate(gold)
        for j, found in enumerate(predicted)
        if (likeness := like(wanted, found)) > 0
    }
    of_gold: dict[int, int] = {}
    of_predicted: dict[int, int] = {}
    for (i, j), _ in sorted(score.items(), key=lambda item: (-item[1], item[0])):
        if i not in of_gold and j not in of_predicted:
            of_gold[i], of_predicted[j] = j, i

    def augment(i: int, seen: set[int]) -> bool:
        for j in sorted((j for (a, j) in score if a == i), key=lambda j: -score[i, j]):
            if j in seen:
                continue
            seen.add(j)
            if j not in of_predicted or augment(of_predicted[j], seen):
                of_gold[i], of_predicted[j] = j, i
                return True
        return False

    for i in range(len(gold)):
        if i not in of_gold:
            augment(i, set())
    return of_predicted


def section(facts: object, name: str) -> list[Any]:
    """The entries of a section of a fact file; none where it lacks or is no list."""
    value = facts.get(name) if isinstance(facts, Mapping) else None
    return [x for x in value if x is not None] if isinstance(value, list) else []


def mappings(facts: object, name: str) -> list[Plain]:
    """The entries of a section that are mappings."""
    return [x for x in section(facts, name) if isinstance(x, Mapping)]


def alternatives(fact: Plain, key: str) -> list[Any]:
    """The values of an attribute that gold accepts: its own, and those of «key_alt»."""
    others = fact.get(f"{key}_alt")
    return [fact.get(key), *(others if isinstance(others, list) else [])]


def distinct(facts: Iterable[Plain], key: Callable[[Plain], Hashable]) -> list[Plain]:
    """The first of the facts with each key, in order."""
    kept: dict[Hashable, Plain] = {}
    for fact in facts:
        kept.setdefault(key(fact), fact)
    return list(kept.values())


class Entities:
    """Pairs of gold and predicted entities of one kind. The optional gold ones come last: they count for nothing."""

    def __init__(
        self,
        gold: Sequence[Plain],
        optional: Sequence[Plain],
        predicted: Sequence[Plain],
        like: Callable[[Plain, Plain], float],
    ) -> None:
        ids = {x.get("id") for x in gold}
        self.gold = [*gold, *(x for x in optional if x.get("id") not in ids)]
        self.main = len(gold)
        self.predicted = predicted
        self._like = like
        self.gold_of = pairs(
            range(len(self.gold)),
            predicted,
            lambda i, found: like(self.gold[i], found) * (1.0 if i < self.main else 0.5),
        )
        self._index: dict[str, int] = {}
        for j, found in enumerate(predicted):
            own = found.get("id")
            self._index.setdefault(str(own if own not in (None, "") else found.get("name")), j)
        self._optional_ids = [x.get("id") for x in self.gold[self.main :]]

    def is_optional(self, index: int | None) -> bool:
        """Whether a gold entity's index is an optional one's."""
        return index is not None and index >= self.main

    def is_optional_id(self, gold_id: object) -> bool:
        """Whether a gold id is an optional entity's."""
        return gold_id in self._optional_ids

    def gold_id(self, reference: object) -> object:
        """The gold id that a predicted reference stands for; («unmatched», reference) when there is none."""
        if reference in (None, ""):
            return None
        j = self._index.get(str(reference))
        if j is None:  # by name instead of by id
            likeness = [(self._like(x, {"name": reference}), -i) for i, x in enumerate(self.gold)]
            best = max(likeness, default=(0.0, 0))
            return self.gold[-best[1]].get("id") if best[0] > 0 else ("unmatched", str(reference))
        i = self.gold_of.get(j)
        return self.gold[i].get("id") if i is not None else ("unmatched", str(reference))

    def label(self, gold_id: object) -> str:
        """The name of a gold id for the list of errors; «?» marks an id that gold doesn't have."""
        for entity in self.gold:
            if entity.get("id") == gold_id:
                return str(entity.get("name") or gold_id)
        return "—" if gold_id is None else f"?{gold_id[1]}" if isinstance(gold_id, tuple) else str(gold_id)


def score_entities(tally: Tally, entities: Entities) -> None:
    """Count the entities of one kind; a prediction that answers an optional one is neither right nor false."""
    found = set(entities.gold_of.values())
    for i, gold in enumerate(entities.gold[: entities.main]):
        if i in found:
            tally.hit()
        else:
            tally.miss(gold.get("name"))
    for j, predicted in enumerate(entities.predicted):
        if j not in entities.gold_of:
            tally.wrong(predicted.get("name") or predicted.get("id"))
        if not entities.is_optional(entities.gold_of.get(j)):
            tally.judge(predicted, float(j in entities.gold_of))


def score_wholes(
    tally: Tally,
    gold: Sequence[Plain],
    optional: Sequence[Plain],
    predicted: Sequence[Plain],
    like: Callable[[Plain, Plain], float],
    label: Callable[[Plain], str],
    is_free: Callable[[Plain], bool] = lambda _: False,
    fields: Collection[str] = ("",),
) -> dict[int, int]:
    """Count facts that are compared as wholes, and give each paired prediction's gold index.

    Optional gold facts soak up predictions; `is_free` names predictions that are not punished (they touch an optional entity), `fields` says
    what of a fact its proofs must be for.
    """
    both = [*gold, *optional]
    main = len(gold)
    paired = pairs(range(len(both)), predicted, lambda i, found: like(both[i], found) * (1.0 if i < main else 0.5))
    found = set(paired.values())
    for i, wanted in enumerate(gold):
        if i in found:
            tally.hit()
        else:
            tally.miss(label(wanted))
    for j, fact in enumerate(predicted):
        if j in paired and paired[j] < main:
            tally.judge(fact, 1.0, fields)
        elif j not in paired and not is_free(fact) and not any(like(x, fact) for x in optional):
            tally.wrong(label(fact))
            tally.judge(fact, 0.0, fields)
    return {j: i for j, i in paired.items() if i < main}
