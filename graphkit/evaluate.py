"""Extraction against gold: precision, recall and F1 per kind of fact, over whole sets of documents."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from graphkit.errors import DataError, reason
from graphkit.evaluation.case import KINDS
from graphkit.evaluation.gold import check_gold
from graphkit.evaluation.likeness import Plain
from graphkit.evaluation.pairing import Scores, Tally, pooled
from graphkit.evaluation.scoring import HEADLINE, POOLED, score_document
from graphkit.factfiles import Loader, facts_to_plain
from graphkit.messages import say
from graphkit.model import Facts


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """The counts of one document, by kind of fact."""

    stem: str
    tallies: Mapping[str, Tally]

    def headline(self) -> Tally:
        """The headline kinds as one."""
        return pooled(self.tallies[kind] for kind in HEADLINE)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What an evaluation counted: per document (sorted by stem), and the stems that lack a prediction or gold."""

    documents: tuple[DocumentScore, ...]
    without_prediction: tuple[str, ...] = ()
    without_gold: tuple[str, ...] = ()

    def total(self, kind: str) -> Tally:
        """The counts of one kind over all documents."""
        return pooled(document.tallies[kind] for document in self.documents)

    def micro(self, kinds: Sequence[str] = HEADLINE) -> Scores:
        """The scores of several kinds counted as one."""
        return pooled(self.total(kind) for kind in kinds).scores()

    def macro(self, kinds: Sequence[str] = HEADLINE) -> float | None:
        """The mean F1 of the kinds that gold or predictions hold."""
        values = [f1 for kind in kinds if (f1 := self.total(kind).scores().f1) is not None]
        return sum(values) / len(values) if values else None

    def per_document(self) -> float:
        """The mean of the documents' headline F1; a document with nothing to find and nothing found is right."""
        values = [document.headline().scores().f1 for document in self.documents]
        return sum(1.0 if value is None else value for value in values) / len(values)


def evaluate(gold_dir: Path, predictions: Mapping[str, Facts]) -> Evaluation:
    """The predicted facts, by stem, against the gold files of a folder; raises DataError where there is no gold to read.

    A gold document without a prediction counts as empty, a prediction without gold not at all.
    """
    gold = load_gold(gold_dir)
    documents = tuple(
        DocumentScore(stem, score_document(facts, facts_to_plain(predictions[stem]) if stem in predictions else {}))
        for stem, facts in gold.items()
    )
    return Evaluation(
        documents,
        without_prediction=tuple(sorted(set(gold) - set(predictions))),
        without_gold=tuple(sorted(set(predictions) - set(gold))),
    )


def load_gold(folder: Path) -> dict[str, Plain]:
    """The gold files of a folder by stem, sorted; as mappings, since gold has keys that no prediction has (`optional`, `*_alt`)."""
    if not folder.is_dir():
        raise DataError(
            "gold folder {folder} isn't there: give the folder that holds the gold fact files.", folder=folder
        )
    gold: dict[str, Plain] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in (".yaml", ".yml", ".json"):
            gold[path.stem] = _gold_file(path)
    if not gold:
        raise DataError(
            "gold folder {folder} holds no fact files: it needs one .yaml or .json per document.", folder=folder
        )
    return gold


def _gold_file(path: Path) -> Plain:
    try:
        text = path.read_text(encoding="utf-8")
        as_json = path.suffix.lower() == ".json"
        plain = json.loads(text) if as_json else yaml.load(text, Loader=Loader)  # noqa: S506 - Loader is a SafeLoader
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise DataError("gold file {file} can't be read: {reason}.", file=path.name, reason=reason(error)) from error
    if plain is None:
        return {}
    if not isinstance(plain, dict):
        raise DataError("gold file {file}: one document (a mapping) per file is wanted.", file=path.name)
    check_gold(plain, path.name)
    return plain


def render_evaluation(
    evaluation: Evaluation,
    *,
    per_document: bool = False,
    errors: bool = False,
    contacts: bool = False,
    lang: str = "en",
) -> str:
    """The evaluation as a table, ended by a line break; headline kinds bear a star.

    `per_document` adds a line for each document, `errors` what was missed, false or too coarse in it, `contacts` the row of persons. Kinds are told by the keys of a fact file.
    """
    kinds = KINDS if contacts else POOLED
    lines = [say("evaluate.no-prediction", lang, stem=stem) for stem in evaluation.without_prediction]
    lines += [say("evaluate.no-gold", lang, stem=stem) for stem in evaluation.without_gold]
    if per_document or errors:
        for document in evaluation.documents:
            tally = document.headline()
            lines.append(
                f"{document.stem:40s} {say('evaluate.headline', lang)} {_named(tally.scores())}   {_counts(tally)}"
            )
            if errors:
                lines += [
                    f"    {kind:16s} {say(f'evaluate.{what}', lang):7s} {error}"
                    for kind in kinds
                    for what, error in document.tallies[kind].errors
                ]
        lines.append("")
    lines.append(f"{say('evaluate.kind', lang):18s}{'P':>7s}{'R':>7s}{'F1':>7s}{'tp':>9s}{'fp':>8s}{'fn':>8s}")
    for kind in kinds:
        tally = evaluation.total(kind)
        scores = tally.scores()
        star = "  *" if kind in HEADLINE else ""
        lines.append(
            f"{kind:18s} {_figure(scores.precision)} {_figure(scores.recall)} {_figure(scores.f1)} "
            f"{tally.right:8g} {tally.false:7g} {tally.missed:7g}{star}"
        )
    for name, group in (("all", POOLED), ("headline-kinds", HEADLINE)):
        scores = evaluation.micro(group)
        lines.append(
            f"{say(f'evaluate.{name}', lang):18s} {_figure(scores.precision)} {_figure(scores.recall)}  "
            f"{say('evaluate.means', lang, micro=_figure(scores.f1), macro=_figure(evaluation.macro(group)))}"
        )
    lines.append(say("evaluate.per-document", lang, mean=_figure(evaluation.per_document())))
    return "\n".join(lines) + "\n"


def _figure(value: float | None) -> str:
    return "   –  " if value is None else f"{value:6.3f}"


def _named(scores: Scores) -> str:
    return f"P {_figure(scores.precision)} R {_figure(scores.recall)} F1 {_figure(scores.f1)}"


def _counts(tally: Tally) -> str:
    return f"tp {tally.right:g} fp {tally.false:g} fn {tally.missed:g}"
