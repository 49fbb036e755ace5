"""The report of a build: what was read, what it gave, what was skipped, what is wrong, and how long it took."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from graphkit.errors import Message, StoreError, reason
from graphkit.identities.echoes import Echo
from graphkit.model import Facts

FACT_KINDS = (
    "projects",
    "actors",
    "regions",
    "roles",
    "flows",
    "budgets",
    "periods",
    "locations",
    "cooperations",
    "indicators",
)
"""The kinds that a report counts, in its order; a budget or a period is a project's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A document that gave no facts (or only those of an earlier build), and why, in a line."""

    path: str
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many there are of a kind: of fact, issue or boilerplate."""

    kind: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """How long a stage of a build took."""

    name: str
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build did. `read` = `new` + `changed` documents; `gone` are files that are no longer on the disk, `skipped_files` those that no reader knows.

    `echoes` are documents that say again what another one says. `fingerprint` is the hash of the graph's triples, sorted; `entities` counts what the names of all documents resolve to, `facts` what the documents say; `triples` is the graph's size.
    """

    fingerprint: str
    when: str
    new: int
    changed: int
    unchanged: int
    gone: tuple[str, ...]
    skipped_files: tuple[str, ...]
    skipped_texts: tuple[Count, ...]
    facts: tuple[Count, ...]
    entities: tuple[Count, ...]
    triples: int
    issues: tuple[Count, ...]
    problems: tuple[Problem, ...]
    violations: tuple[str, ...]
    warnings: tuple[str, ...]
    stages: tuple[Stage, ...]
    echoes: tuple[Echo, ...] = ()

    @property
    def documents(self) -> int:
        """How many documents the graph rests on."""
        return self.new + self.changed + self.unchanged

    @property
    def exit_code(self) -> int:
        """0, or 1 when the report lists a document that could not be read, or a broken shape."""
        return 1 if self.problems or self.violations else 0

    @property
    def seconds(self) -> float:
        """How long all stages took."""
        return sum(stage.seconds for stage in self.stages)


def count_facts(all_facts: Sequence[Facts]) -> tuple[Count, ...]:
    """How many facts of each kind these documents state, in the order of FACT_KINDS."""
    count: Counter[str] = Counter()
    for facts in all_facts:
        for kind in FACT_KINDS:
            if kind == "budgets":
                count[kind] += sum(project.budget is not None for project in facts.projects)
            elif kind == "periods":
                count[kind] += sum(bool(project.start or project.end) for project in facts.projects)
            else:
                count[kind] += len(getattr(facts, kind))
    return tuple(Count(kind=kind, number=count[kind]) for kind in FACT_KINDS)


def to_counts(count: Counter[str]) -> tuple[Count, ...]:
    """A counter's content, largest first."""
    return tuple(Count(kind=kind, number=n) for kind, n in sorted(count.items(), key=lambda x: (-x[1], x[0])))


def dump_report(report: Report) -> str:
    """The content of report.json."""
    plain = asdict(replace(report, problems=()))
    plain["problems"] = [{"path": x.path, **x.message.as_plain()} for x in report.problems]
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def load_report(path: Path) -> Report:
    """The report of the last build; a StoreError when it is missing or damaged."""
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
        return Report(
            **plain
            | {key: tuple(plain[key]) for key in ("gone", "skipped_files", "violations", "warnings")}
            | {key: tuple(Count(**x) for x in plain[key]) for key in ("skipped_texts", "facts", "entities", "issues")}
            | {
                "echoes": tuple(Echo(**x) for x in plain["echoes"]),
                "problems": tuple(_problem(x) for x in plain["problems"]),
                "stages": tuple(Stage(**x) for x in plain["stages"]),
            }
        )
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise StoreError(
            "the report {path} can't be read ({reason}): run «graphkit build --store {folder}» to write it anew.",
            path=path,
            reason=reason(error),
            folder=path.parent,
        ) from error


def _problem(plain: Mapping[str, Any]) -> Problem:
    return Problem(path=plain["path"], message=Message.from_plain(plain if "text" in plain else plain["message"]))
