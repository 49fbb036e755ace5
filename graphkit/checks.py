"""What is wrong with a workspace: the last build's problems, fact files that are damaged since, and what the shapes forbid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graphkit.errors import DataError, Message
from graphkit.factfiles import load_facts
from graphkit.graph.check import Violation, check_graph
from graphkit.graph.local import open_store
from graphkit.reports import Problem, Report, load_report
from graphkit.text import squeeze, visible
from graphkit.workspace import Workspace


def check_workspace(workspace: Workspace, *, lang: str) -> Report:
    """The last build's report, with the graph's shapes checked anew and told in a language."""
    flaws, report, damaged = workspace.read(
        lambda: (
            check_graph(open_store(workspace.graph()), lang=lang),
            load_report(workspace.report),
            _damaged_facts(workspace),
        )
    )
    return replace(
        report,
        violations=flaw_lines(flaws, "violation"),
        warnings=flaw_lines(flaws, "warning"),
        problems=(*report.problems, *damaged),
    )


def _damaged_facts(workspace: Workspace) -> tuple[Problem, ...]:
    """The documents whose stored facts are missing or can't be read; the next build reads these documents again."""
    problems = []
    for source in workspace.sources().documents:
        if source.problem:
            continue
        file = workspace.fact_file(source.stem)
        try:
            load_facts(file)
        except DataError as error:
            message = Message("{problem} Build again: its document is then read anew.", problem=error)
            problems.append(Problem(path=visible(source.path), message=message))
    return tuple(problems)


def flaw_lines(flaws: Iterable[Violation], severity: str) -> tuple[str, ...]:
    """What shapes of a severity forbid, a line each."""
    return tuple(flaw_line(flaw) for flaw in flaws if flaw.severity == severity)


def flaw_line(flaw: Violation) -> str:
    """What a shape forbids, as a line that leads to the document and its quote."""
    value = f" = {flaw.value}" if flaw.value else ""
    origin = f" ({flaw.document}: «{squeeze(flaw.quote)}»)" if flaw.document else ""
    return f"{flaw.name}{value}: {flaw.message}{origin}"
