"""A build's report as lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from graphkit.documents.kinds import UNREADABLE
from graphkit.identities.echoes import Echo
from graphkit.messages import grouped, kind_name, say, seconds
from graphkit.reports import Count, Report
from graphkit.text import visible

SHOWN = 10
"""How many lines of a list are shown before «and more»."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What a user types to ask for more: the command as it was called, and « --store …» unless the workspace is the default."""

    command: str
    store: str = ""


def render_report(report: Report, lang: str, *, hint: Hint, whole: bool = False) -> str:
    """What a build did. Lists are cut after a few lines unless the `whole` report is wanted."""
    return "\n".join(_lines(report, lang, hint, None if whole else SHOWN))


def render_coverage(report: Report, lang: str, *, hint: Hint) -> str:
    """The same of the last build as `check` tells it: when it was, and all lists in full."""
    built = say("check.current", lang, when=report.when.replace("T", " ").removesuffix("+00:00") + " UTC")
    return f"{built}\n{render_report(replace(report, stages=()), lang, hint=hint, whole=True)}"


def render_flaws(violations: Sequence[str], warnings: Sequence[str], lang: str) -> str:
    """What is wrong with a graph of which there is no report."""
    told = [
        *_list("report.violations", violations, lang, None),
        *_list("report.warnings", warnings, lang, None),
    ]
    return "\n".join(told or [say("report.clean", lang)])


def _lines(report: Report, lang: str, hint: Hint, shown: int | None) -> Iterator[str]:
    numbers = {name: grouped(getattr(report, name), lang) for name in ("documents", "new", "changed", "unchanged")}
    yield say("report.documents", lang, **numbers)
    yield say("report.facts", lang, counts=_counts(report.facts, lang))
    yield say("report.entities", lang, counts=_counts(report.entities, lang))
    if report.stages:
        stages = (f"{say(f'stage.{stage.name}', lang)} {seconds(stage.seconds, lang)}" for stage in report.stages)
        yield say("report.time", lang, total=seconds(report.seconds, lang), stages=", ".join(stages))
    if report.skipped_texts:
        yield say("report.boilerplate", lang, counts=_counts(_first(report.skipped_texts, shown), lang))
    if report.issues:
        yield say("report.issues", lang, counts=_counts(report.issues, lang), command=hint.command, store=hint.store)
    if report.skipped_files:
        names = sorted({_name(path, lang) for path in report.skipped_files})
        told = ", ".join(names[:shown]) + (" …" if shown and len(names) > shown else "")
        yield say("report.skipped-files", lang, number=grouped(len(report.skipped_files), lang), names=told)
    yield from _list("report.echoes", [_echo(echo, lang) for echo in report.echoes], lang, shown)
    yield from _list("report.gone", report.gone, lang, shown)
    yield from _list("report.problems", [problem.message.in_language(lang) for problem in report.problems], lang, shown)
    yield from _list("report.violations", report.violations, lang, shown)
    yield from _list("report.warnings", report.warnings, lang, shown)
    if not (report.gone or report.problems or report.violations or report.warnings):
        yield say("report.clean", lang)


def _name(path: str, lang: str) -> str:
    """A file's name, and what to do about it where it may hold a document: «beslut.doc (an old Word file: save it as .docx or .pdf)»."""
    name = path.rpartition("/")[2]
    told = UNREADABLE.get(PurePath(name).suffix.lower())
    return f"{name} ({told.in_language(lang)})" if told else name


def _echo(echo: Echo, lang: str) -> str:
    percent = f"{echo.likeness:.0%}" if lang == "en" else f"{echo.likeness:.0%}".replace("%", "\N{NO-BREAK SPACE}%")
    return say(f"echo.{echo.kind}", lang, stem=visible(echo.stem), of=visible(echo.of), percent=percent)


def _list(key: str, entries: Sequence[str], lang: str, shown: int | None) -> Iterator[str]:
    if not entries:
        return
    yield say(key, lang, number=grouped(len(entries), lang))
    for entry in entries[:shown]:
        yield f"  {entry}"
    if shown and len(entries) > shown:
        yield say("report.more", lang, number=grouped(len(entries) - shown, lang))


def _first(counts: tuple[Count, ...], shown: int | None) -> tuple[Count, ...]:
    """The largest few, unless all are to be shown."""
    return counts if shown is None else counts[: shown // 2]


def _counts(counts: Iterable[Count], lang: str) -> str:
    return (
        " · ".join(f"{grouped(x.number, lang)} {kind_name(x.kind, x.number, lang)}" for x in counts if x.number) or "0"
    )
