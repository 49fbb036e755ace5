"""How well confidences keep their word: of facts with a confidence of 0.8, eight in ten should be right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphkit.evaluation.pairing import Tally, Verdict
from graphkit.messages import say

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The facts of one tenth of the scale: how many, their mean confidence, and the share of them that are right."""

    least: float
    number: int
    confidence: float
    right: float

    @property
    def gap(self) -> float:
        """How much more is right than was promised."""
        return self.right - self.confidence


@dataclass(frozen=True, slots=True)
class Calibration:
    """The occupied bins of a set of facts, lowest first."""

    bins: tuple[Bin, ...]

    @property
    def number(self) -> int:
        """How many facts were judged."""
        return sum(x.number for x in self.bins)

    @property
    def error(self) -> float:
        """The expected calibration error: the bins' gaps, each by its share of the facts (Naeini, Cooper and Hauskrecht, 2015)."""
        return sum(abs(x.gap) * x.number for x in self.bins) / self.number if self.bins else 0.0


def calibrate(verdicts: Sequence[Verdict]) -> Calibration:
    """The reliability of verdicts' confidences, in tenths.

    >>> half_right = [Verdict(1.0, (("a.b", 0.75),)), Verdict(0.0, (("a.b", 0.75),)), Verdict(1.0, (("a.c", 0.9),))]
    >>> [(x.least, x.number, x.confidence, x.right) for x in calibrate(half_right).bins]
    [(0.7, 2, 0.75, 0.5), (0.9, 1, 0.9, 1.0)]
    >>> round(calibrate(half_right).error, 2)
    0.2
    """
    of_bin: dict[int, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        of_bin[min(int(verdict.confidence * BINS + 1e-9), BINS - 1)].append(verdict)
    return Calibration(
        tuple(
            Bin(
                place / BINS,
                len(group),
                sum(verdict.confidence for verdict in group) / len(group),
                sum(verdict.right for verdict in group) / len(group),
            )
            for place, group in sorted(of_bin.items())
        )
    )


def verdicts_of(tallies: Sequence[Mapping[str, Tally]], kinds: Sequence[str]) -> list[Verdict]:
    """All verdicts on facts of some kinds, document by document."""
    return [verdict for tally in tallies for kind in kinds for verdict in tally[kind].verdicts]


def render_calibration(tallies: Sequence[Mapping[str, Tally]], kinds: Sequence[str], lang: str = "en") -> str:
    """The reliability of the facts of some kinds as a table, then each kind by itself, ended by a line break."""

    def header(first: str, last: str) -> str:
        facts, mean, right, gap = (say(f"calibration.{word}", lang) for word in ("facts", "mean", "right", last))
        return f"{say(first, lang):14s}{facts:>7s}{mean:>8s}{right:>8s}{gap:>9s}"

    whole = calibrate(verdicts_of(tallies, kinds))
    lines = [header("calibration.confidence", "gap")]
    for x in whole.bins:
        bounds = say("calibration.bin", lang, least=f"{x.least:.1f}", most=f"{x.least + 1 / BINS:.1f}")
        lines.append(f"{bounds:14s}{x.number:7d}{x.confidence:8.3f}{x.right:8.3f}{x.gap:+9.3f}")
    told = {"error": f"{whole.error:.3f}", "number": whole.number, "bins": len(whole.bins)}
    lines += [say("calibration.sum", lang, **told), "", header("evaluate.kind", "error")]
    for kind in kinds:
        if one := verdicts_of(tallies, [kind]):
            mean, right = (sum(values) / len(one) for values in ([x.confidence for x in one], [x.right for x in one]))
            lines.append(f"{kind:14s}{len(one):7d}{mean:8.3f}{right:8.3f}{calibrate(one).error:9.3f}")
    text = "\n".join(lines) + "\n"
    return re.sub(r"(?<=\d)\.(?=\d)", ",", text) if lang == "sv" else text
