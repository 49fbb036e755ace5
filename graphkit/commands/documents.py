"""Commands on single documents, without a workspace: facts, evaluate."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphkit.commands.options import (
    PATH,
    ProgressLine,
    contacts_option,
    end,
    example,
    lang_option,
    use_own_words,
    words_option,
)
from graphkit.commands.speaking import command
from graphkit.errors import DocumentError, Message, UsageError

if TYPE_CHECKING:
    from graphkit.extraction import Extraction
    from graphkit.model import Facts


@command(epilog=example("graphkit facts documents/04-lycksele-kondopoga.txt --format text"))
@click.argument("files", nargs=-1, required=True, type=PATH, metavar="FILE...")
@click.option("--out", type=PATH, metavar="DIR", help="Write one file per document into this folder.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["yaml", "json", "text"]),
    default="yaml",
    show_default=True,
    help="Fact files (a list of them in JSON), or lines for people.",
)
@words_option
@contacts_option
@lang_option
def facts(files: tuple[Path, ...], out: Path | None, form: str, store: Path | None, contacts: bool, lang: str) -> None:
    """Print the facts of documents, each with the quote that proves it.

    FILEs are documents, or folders of them. With --out each document's facts are a file that bears the document's name, with its folder's
    name before it where two are equal.
    """
    use_own_words(store)
    found = _extract(files, contacts, lang)
    if out:
        _write_files(found.facts, out, form, lang)
    elif form == "json":
        from graphkit.factfiles import facts_to_plain

        click.echo(json.dumps([facts_to_plain(x) for x in found.facts], ensure_ascii=False, indent=1))
    else:
        click.echo(("---\n" if form == "yaml" else "\n").join(_render(x, form, lang) for x in found.facts), nl=False)
    end(found.problems, lang)


def _write_files(all_facts: Sequence[Facts], out: Path, form: str, lang: str) -> None:
    from graphkit.writing import write_text

    out.mkdir(parents=True, exist_ok=True)
    for one in all_facts:
        path = out / f"{one.info.stem}.{'txt' if form == 'text' else form}"
        write_text(path, _render(one, form, lang))
        click.echo(path)


def _render(one: Facts, form: str, lang: str) -> str:
    from graphkit.fact_lines import render_facts
    from graphkit.factfiles import dump_facts

    return render_facts(one, lang) if form == "text" else dump_facts(one, format=form)


@command(
    epilog=example(
        "graphkit evaluate --gold gold documents",
        "graphkit evaluate --calibration --gold gold documents",
        "graphkit evaluate --identities",
    )
)
@click.argument("paths", nargs=-1, type=PATH, metavar="[PATH]...")
@click.option("--gold", type=PATH, metavar="DIR", help="Fact files made by hand, named as the documents.")
@click.option("--per-doc", is_flag=True, help="A line for each document too.")
@click.option("--errors", is_flag=True, help="What was missed and what is false, document by document.")
@click.option(
    "--calibration",
    is_flag=True,
    help="Instead: how well confidences keep their word, and the expected calibration error.",
)
@click.option(
    "--identities",
    is_flag=True,
    help="Instead: how well names are told to be one, on a table of pairs; PATHs are tables of your own.",
)
@words_option
@contacts_option
@lang_option
def evaluate(
    paths: tuple[Path, ...],
    gold: Path | None,
    per_doc: bool,
    errors: bool,
    calibration: bool,
    identities: bool,
    store: Path | None,
    contacts: bool,
    lang: str,
) -> None:
    """Compare the facts found in documents with facts annotated by hand: precision, recall and F1 per kind of fact.

    Without --gold and PATHs the shipped samples are compared. The headline is the micro F1 over the kinds with a star.
    """
    from graphkit import resources
    from graphkit.evaluate import evaluate as compare
    from graphkit.evaluate import render_evaluation

    if calibration and identities:
        raise UsageError("--calibration and --identities are two measures: ask for one at a time.")
    if identities:
        _print_pairs(paths, gold, errors, store, lang)
        return
    if bool(paths) != bool(gold):
        raise UsageError("give both --gold DIR and PATHs, or neither for the shipped samples.")
    use_own_words(store)
    documents = paths or (resources.data("samples", "documents"),)
    found = _extract(documents, contacts, lang)
    evaluation = compare(gold or resources.data("samples", "gold"), {x.info.stem: x for x in found.facts})
    if calibration:
        from graphkit.evaluation.calibration import render_calibration
        from graphkit.evaluation.scoring import POOLED

        tallies = [document.tallies for document in evaluation.documents]
        click.echo(render_calibration(tallies, POOLED, lang), nl=False)
        end(found.problems, lang)
    click.echo(
        render_evaluation(evaluation, per_document=per_doc, errors=errors, contacts=contacts, lang=lang), nl=False
    )
    end(found.problems, lang)


def _print_pairs(paths: Sequence[Path], gold: Path | None, errors: bool, store: Path | None, lang: str) -> None:
    from graphkit import resources
    from graphkit.evaluation.identities import judge_pairs, load_pairs, render_pairs

    if gold:
        raise UsageError("--identities needs no --gold: its tables tell what is one.")
    use_own_words(store)
    pairs = [pair for path in paths or (resources.data("samples", "identities.csv"),) for pair in load_pairs(path)]
    click.echo(render_pairs(judge_pairs(pairs), errors=errors, lang=lang), nl=False)


def _extract(paths: Sequence[Path], contacts: bool, lang: str) -> Extraction:
    from graphkit.extraction import extract

    with ProgressLine(lang) as progress:
        found = extract(paths, contacts=contacts, progress=progress)
    if not found.facts:
        raise DocumentError(
            found.problems[0] if found.problems else Message("{path}: no documents were found there.", path=paths[0])
        )
    return found
