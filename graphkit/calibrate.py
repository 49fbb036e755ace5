"""Measures how sure each rule is, and writes `data/confidence/`: `python -m graphkit.calibrate [FOLDER]…`.

A FOLDER holds `documents/` and `gold/`; without one the samples and `tests/unseen` are measured. Documents whose number is an odd multiple of
three are left out of the measure, and only reported on: no rule was written on most of them. Run it again whenever rules have changed.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from pathlib import Path

from graphkit import resources
from graphkit.errors import DataError
from graphkit.evaluate import load_gold
from graphkit.evaluation.calibration import render_calibration
from graphkit.evaluation.pairing import Tally, Verdict
from graphkit.evaluation.scoring import POOLED, score_document
from graphkit.extraction import extract
from graphkit.factfiles import facts_to_plain
from graphkit.facts.confidence import DOUBTFUL, SURE, WHOLE, Scale, density_of, family_of, load_scale

DRAWN = 6.0
"""A rule's share is drawn towards its family's as if by so many more facts, and a family's towards its kind's."""
DENSITIES = (0.0, 3.0, 4.5, 6.0, 8.0)
"""From how many roles and flows per 1,000 characters on a document is of the next class."""
STILL = 2.0
"""A class's factor is drawn towards 1 as if by so many facts of even odds."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A document's verdicts by kind of fact, and its density."""

    stem: str
    density: float
    tallies: Mapping[str, Tally]

    @property
    def is_measured(self) -> bool:
        """Whether the document's number is no odd multiple of three; one without a number is measured."""
        number = re.match(r"\d+", self.stem)
        return not number or int(number[0]) % 6 != 3


def judge(folder: Path) -> Iterator[Judged]:
    """The verdicts on the documents of a folder that have gold."""
    gold = load_gold(folder / "gold")
    for facts in extract([folder / "documents"]).facts:
        if facts.info.stem in gold:
            tallies = score_document(gold[facts.info.stem], facts_to_plain(facts))
            yield Judged(facts.info.stem, density_of(facts), tallies)


Counts = dict[tuple[str, str], tuple[int, float]]


def count_rules(judged: Iterable[Judged]) -> Counts:
    """How many facts each kind's rules gave, and how many of them are right; families and kinds are counted too."""
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for document in judged:
        for kind in POOLED:
            for verdict in document.tallies[kind].verdicts:
                for rule in sorted({rule for rule, _ in verdict.proofs}):
                    found[kind, rule].append(verdict.right)
                    found[kind, family_of(rule)].append(verdict.right)
                    found[kind, WHOLE].append(verdict.right)
                    found[WHOLE, WHOLE].append(verdict.right)
    return {key: (len(values), sum(values)) for key, values in sorted(found.items())}


def fit_rules(counts: Counts) -> dict[tuple[str, str], float]:
    """The share of right facts of each rule, drawn towards that of its family, its kind, and all (a hierarchical Laplace estimate)."""
    fitted: dict[tuple[str, str], float] = {}
    for key in sorted(counts, key=_depth):
        number, right = counts[key]
        kind, rule = key
        around = ((kind, family_of(rule)), (kind, WHOLE), (WHOLE, WHOLE))
        parent = next((fitted[x] for x in around if x in fitted and x != key), 0.5)
        share = (right + DRAWN * parent) / (number + DRAWN)
        fitted[key] = min(max(share, DOUBTFUL), SURE)
    return dict(sorted(fitted.items()))


def _depth(key: tuple[str, str]) -> tuple[int, tuple[str, str]]:
    kind, rule = key
    return (kind != WHOLE) + (rule != WHOLE) + (not rule.endswith(WHOLE)), key


Class = tuple[float, int, float, float]


def fit_densities(judged: Sequence[Judged], rules: Mapping[tuple[str, str], float]) -> list[Class]:
    """For each class of density its least, its facts, how many are right, and the factor on the odds under which as many are right as promised.

    Newton's method on the likelihood of one number; a denser class never has the smaller factor.
    """
    found: list[Class] = []
    plain = Scale(rules, ())
    for place, least in enumerate(DENSITIES):
        limit = DENSITIES[place + 1] if place + 1 < len(DENSITIES) else float("inf")
        verdicts = [
            (kind, verdict)
            for document in judged
            if least <= document.density < limit
            for kind in POOLED
            for verdict in document.tallies[kind].verdicts
        ]
        odds = [(log(p / (1 - p)), x.right) for kind, x in verdicts for p in [_promised(plain, kind, x)]]
        shift = 0.0
        for _ in range(30):
            shares = [(1 / (1 + exp(-(logit + shift))), right) for logit, right in odds]
            slope = sum(right - share for share, right in shares) - STILL * shift / 2
            shift += slope / (sum(share * (1 - share) for share, _ in shares) + STILL / 2)
        factor = max(round(exp(shift), 2), found[-1][3] if found else 0.0)
        found.append((least, len(verdicts), sum(verdict.right for _, verdict in verdicts), factor))
    return found


def _promised(scale: Scale, kind: str, verdict: Verdict) -> float:
    return min(max(max(scale.confidence(kind, rule, 0.0) for rule, _ in verdict.proofs), DOUBTFUL), SURE)


def write_tables(
    folder: Path,
    counts: Counts,
    rules: Mapping[tuple[str, str], float],
    densities: Sequence[Class],
) -> None:
    """Write `rules.csv` and `densities.csv`."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "rules.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("kind", "rule", "facts", "right", "confidence"))
        for key, confidence in rules.items():
            number, right = counts[key]
            rows.writerow((*key, number, f"{right:g}", f"{confidence:.3f}"))
    with (folder / "densities.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("from", "facts", "right", "factor"))
        rows.writerows(
            (f"{least:g}", number, f"{right:g}", f"{factor:g}") for least, number, right, factor in densities
        )


def main(folders: Sequence[Path]) -> None:
    """Measure, write, and report on both parts with the new tables."""
    home = resources.home()
    given = list(folders) or [resources.data("samples"), home / "tests" / "unseen"]
    judged = {folder: list(judge(folder)) for folder in given}
    measured = [document for group in judged.values() for document in group if document.is_measured]
    counts = count_rules(measured)
    if not counts:
        raise DataError("no facts could be measured: give folders that hold documents and their gold.")
    rules = fit_rules(counts)
    write_tables(resources.data("confidence"), counts, rules, fit_densities(measured, rules))
    load_scale.cache_clear()
    scale = load_scale()
    for title, group in [
        ("measured on", measured),
        *(
            (f"not measured on, {folder.name}", [x for x in documents if not x.is_measured])
            for folder, documents in judged.items()
        ),
        ("not measured on, all", [x for documents in judged.values() for x in documents if not x.is_measured]),
    ]:
        print(f"{title}: {len(group)} documents")
        print(render_calibration([rescaled(document, scale) for document in group], POOLED))


def rescaled(document: Judged, scale: Scale) -> dict[str, Tally]:
    """A document's verdicts with the confidences of a scale."""
    return {
        kind: Tally(
            verdicts=[
                Verdict(x.right, tuple((rule, scale.confidence(kind, rule, document.density)) for rule, _ in x.proofs))
                for x in tally.verdicts
            ]
        )
        for kind, tally in document.tallies.items()
    }


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
