"""The order of the stages: documents are read, facts found, names resolved, a graph written, checked, and made the current one."""

from __future__ import annotations

import datetime
import hashlib
import json
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from graphkit import __version__, resources
from graphkit.checks import flaw_lines
from graphkit.documents import READERS, read_file
from graphkit.errors import DataError, DocumentError, Message, UsageError, reason
from graphkit.extractor import Extracted, Request, extract_all
from graphkit.factfiles import dump_facts, load_facts
from graphkit.graph.check import check_graph
from graphkit.graph.local import open_store, write_store
from graphkit.graph.mapping import to_triples
from graphkit.identities.clusters import resolve_and_review
from graphkit.identities.echoes import APART, Echo, find_echoes, without_echoes
from graphkit.identities.judgements import load_judgements
from graphkit.model import Facts
from graphkit.own import own_words
from graphkit.questions.nearness import near_names
from graphkit.reports import Count, Problem, Report, Stage, count_facts, dump_report, to_counts
from graphkit.sources import (
    Source,
    Sources,
    absolute,
    check_paths,
    dump_sources,
    find_documents,
    name_stems,
)
from graphkit.text import visible
from graphkit.workspace import Staging, Workspace

Progress = Callable[[str, int, int], None]
"""Told of each step: the stage («read», «identities», «graph», «check»), how much is done, of how much."""

Contacts = dict[str, object]
"""The content of contacts.json: a document's stem and its contacts as a fact file writes them."""

# What decides how a document is read, beside its own bytes; a change here means that all is read again.
_RULES = (
    "documents",
    "facts",
    "factfiles.py",
    "lexicon.py",
    "model.py",
    "own.py",
    "own_tables.py",
    "reference.py",
    "text.py",
    "wordpatterns.py",
)


def build(
    workspace: Workspace,
    paths: Iterable[Path] = (),
    *,
    contacts: bool = False,
    lang: str = "en",
    progress: Progress | None = None,
) -> Report:
    """Add paths to the workspace's sources, read what is new or changed, and rebuild the graph from all facts; shapes speak `lang`.

    Raises a UsageError for a path that isn't there, a DocumentError when nothing at all could be read, a StoreError when the workspace is
    in use or damaged, a DataError when the workspace's own words or judgements can't be read; the graph is then as it was. (Without
    the user's words facts that they know would go, and nobody would be told.)
    """
    paths = tuple(paths)
    check_paths(paths)
    with workspace.made_for_this(), workspace.lock(), workspace.own_words():
        sources = workspace.sources().add(map(absolute, paths))
        if not sources.given:
            raise UsageError(
                "{workspace}: nothing was given to build from. Name files or folders: graphkit build PATH…",
                workspace=workspace.folder,
            )
        return _Build(workspace, sources, contacts, lang, progress or _quiet).run(may_be_empty=False)


def remove(
    workspace: Workspace, paths: Iterable[Path], *, lang: str = "en", progress: Progress | None = None
) -> Report:
    """Take paths out of the sources and rebuild: nothing of them stays. A UsageError for a path that the workspace doesn't hold."""
    wanted = tuple(paths)
    with workspace.lock(), workspace.own_words():
        sources = workspace.sources()
        for path in wanted:
            if not sources.holds(absolute(path)):
                near = near_names(path.name, [source.path.name for source in sources.documents])
                raise UsageError(
                    "{path}: the workspace {workspace} holds no such document or folder{near}.",
                    path=path,
                    workspace=workspace.folder,
                    near=near,
                )
        contacts = workspace.contacts.is_file()
        left = sources.remove(map(absolute, wanted))
        return _Build(workspace, left, contacts, lang, progress or _quiet).run(may_be_empty=True)


@cache
def rule_version() -> str:
    """The hash of the rules, words and reference tables that turn a document into facts, the workspace's own that hold now among them."""
    package = Path(__file__).parent
    files = [
        *(package / name for name in _RULES if name.endswith(".py")),
        *(file for name in _RULES if not name.endswith(".py") for file in (package / name).rglob("*.py")),
        *resources.data("lexicon").rglob("*.yaml"),
        *resources.data("reference").rglob("*.csv"),
        *resources.data("confidence").rglob("*.csv"),
    ]
    whole = hashlib.sha256(f"{__version__}{own_words().version}".encode())
    for name, content in sorted((f"{file.parent.name}/{file.name}", file.read_bytes()) for file in files):
        whole.update(f"{name}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()[:16]


def _quiet(stage: str, done: int, total: int) -> None:
    """No progress is told."""


@dataclass
class _Build:
    """One build under way; what its stages gather on the way to the report."""

    workspace: Workspace
    sources: Sources
    with_contacts: bool
    lang: str
    progress: Progress
    documents: list[Source] = field(default_factory=list)
    contacts: Contacts = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    tally: Counter[str] = field(default_factory=Counter)
    seconds: dict[str, float] = field(default_factory=dict)

    def run(self, *, may_be_empty: bool) -> Report:
        """All stages; the workspace is changed by the commit at the end, and by nothing before it."""
        found = find_documents(self.sources.given, self.sources.removed, READERS)
        known = {source.path: source for source in self.sources.documents}
        read = frozenset(found.documents)
        closed = frozenset(path for path in known if path not in read and found.is_closed(path))
        gone = sorted(path for path in known if path not in read and path not in closed and not path.exists())
        self.problems += [
            Problem(path=visible(path), message=self._closed(path, why, closed)) for path, why in found.closed
        ]
        staging = self.workspace.stage()
        self._read_all((*found.documents, *sorted(closed)), known, closed, staging)
        if not may_be_empty and (all(source.problem for source in self.documents) or (not found.documents and closed)):
            first = self.problems[0].message if self.problems else Message("no file there has a known suffix.")
            raise DocumentError(
                "nothing could be read of {number:|document|documents}: {first}",
                number=len(found.documents) + len(closed),
                first=first,
            )
        with self._stage("identities"):
            every = self._load_all(staging)
            echoes = find_echoes(every)
            counted = without_echoes(every, echoes)
            resolution, asked = resolve_and_review(counted, load_judgements(self.workspace.judgements))
        with self._stage("graph"):
            triples = list(to_triples(counted, resolution))
            fingerprint = hashlib.sha256("\n".join(sorted(map(str, triples))).encode()).hexdigest()
            write_store(staging.graph, triples)
        with self._stage("check"):
            flaws = check_graph(open_store(staging.graph), lang=self.lang)
        report = Report(
            fingerprint=fingerprint,
            when=_now(),
            new=self.tally["new"],
            changed=self.tally["changed"],
            unchanged=self.tally["unchanged"],
            gone=tuple(map(visible, gone)),
            skipped_files=tuple(map(visible, found.skipped)),
            skipped_texts=_skipped(self.documents),
            echoes=echoes,
            facts=count_facts(_heads(every, echoes)),
            entities=to_counts(Counter(entity.kind for entity in resolution.entities)),
            triples=len(triples),
            issues=to_counts(
                Counter(issue.kind for facts in counted for issue in facts.issues)
                + Counter({"pair-to-judge": len(asked)})
            ),
            problems=tuple(self.problems),
            violations=flaw_lines(flaws, "violation"),
            warnings=flaw_lines(flaws, "warning"),
            stages=tuple(Stage(name=name, seconds=round(seconds, 3)) for name, seconds in self.seconds.items()),
        )
        sources = replace(self.sources, documents=tuple(self.documents))
        staging.write("sources.json", dump_sources(sources, self.workspace.folder))
        staging.write("report.json", dump_report(report))
        staging.write("contacts.json", _json(self.contacts) if self.with_contacts else "")
        stays = {source.path for source in self.documents}
        self.workspace.commit(staging, fingerprint, keep_previous=stays.issuperset(known))
        return report

    # ------------------------------------------------------------------------------------------- reading

    def _read_all(
        self, paths: Sequence[Path], known: dict[Path, Source], closed: Collection[Path], staging: Staging
    ) -> None:
        """Every document has its fact file: that of an earlier build where nothing has changed or its place is closed, else a new one.

        None stays in memory, however many there are.
        """
        stems = name_stems(paths)
        earlier = self._earlier_contacts()
        begin = time.perf_counter()
        read = found = 0.0

        def requests() -> Iterator[Request]:
            for number, path in enumerate(sorted(paths, key=lambda path: stems[path])):
                self.progress("read", number, len(paths))
                if path in closed:
                    self._keep(known[path], stems[path], earlier, staging)
                elif request := self._request(path, stems[path], known.get(path), earlier, staging):
                    yield request

        for request, outcome in extract_all(requests(), number=len(paths)):
            self._take(request, outcome, staging, is_new=request.path not in known)
            if isinstance(outcome, Extracted):
                read, found = read + outcome.read, found + outcome.found
        self.progress("read", len(paths), len(paths))
        self.documents.sort(key=lambda source: source.stem)
        self.problems.sort(key=lambda problem: problem.path)
        # Documents are read side by side: the time by the clock is shared out as the processes spent theirs.
        spent = time.perf_counter() - begin
        self.seconds["read"] = spent * (read / (read + found) if found else 1.0)
        self.seconds["facts"] = spent - self.seconds["read"]

    def _load_all(self, staging: Staging) -> list[Facts]:
        """The facts of all documents, sorted by stem; from here on they are in memory together."""
        files = (
            (staging.fact_file(source.stem), self.workspace.fact_file(source.stem))
            for source in self.documents
            if not source.problem
        )
        return [load_facts(staged if staged.is_file() else kept) for staged, kept in files]

    def _request(
        self, path: Path, stem: str, old: Source | None, earlier: Contacts, staging: Staging
    ) -> Request | None:
        """What must be read of a document; nothing where its facts of an earlier build still hold, or it can't be opened."""
        try:
            data = read_file(path)
        except DocumentError as error:
            message = error.message
            if old and self._keep(old, stem, earlier, staging):
                message = Message("{problem} Its facts of an earlier build are kept.", problem=message)
            self.problems.append(Problem(path=visible(path), message=message))
            return None
        current = old and self._is_current(old, hashlib.sha256(data).hexdigest(), earlier)
        if old and current and self._keep(old, stem, earlier, staging):
            return None
        return Request(path=path, stem=stem, data=data, source=self._place(path), contacts=self.with_contacts)

    def _is_current(self, old: Source, sha256: str, earlier: Contacts) -> bool:
        same = old.sha256 == sha256 and old.rules == rule_version() and not old.problem
        return same and self.workspace.fact_file(old.stem).is_file() and (not self.with_contacts or old.stem in earlier)

    def _keep(self, old: Source, stem: str, earlier: Contacts, staging: Staging) -> bool:
        """Take a document's facts from its fact file of an earlier build; whether there is one that can be read.

        The file is written anew only when the document's name has changed.
        """
        try:
            facts = None if old.problem else load_facts(self.workspace.fact_file(old.stem))
        except DataError:
            facts = None  # damaged: the document is read again
        if facts is None:
            return False
        named = self._named(facts, old.path, stem)
        if named != facts:
            staging.write_facts(stem, dump_facts(named, format="json"))
        self.documents.append(replace(old, stem=stem))
        if self.with_contacts and old.stem in earlier:
            self.contacts[stem] = earlier[old.stem]
        self.tally["unchanged"] += 1
        return True

    def _closed(self, path: Path, why: Message, kept: Iterable[Path]) -> Message:
        """What is told of a place that can't be looked into: whether facts are kept from there, and how to mend it."""
        if any(path == document or path in document.parents for document in kept):
            return Message(
                "{problem} Its facts of an earlier build are kept. Put it back, or take it out: graphkit remove {path}",
                problem=why,
                path=visible(path),
            )
        return why

    def _take(self, request: Request, outcome: Extracted | DocumentError, staging: Staging, *, is_new: bool) -> None:
        """Take in what reading a document gave, or why it gave nothing."""
        path, stem = request.path, request.stem
        sha256 = hashlib.sha256(request.data).hexdigest()
        source = Source(path=path, stem=stem, sha256=sha256, when=_now(), rules=rule_version())
        if isinstance(outcome, DocumentError):
            self.problems.append(Problem(path=visible(path), message=outcome.message))
            self.documents.append(replace(source, problem=outcome.message))
            return
        staging.write_facts(stem, outcome.written)
        self.documents.append(replace(source, skipped=outcome.skipped))
        if self.with_contacts:
            self.contacts[stem] = list(outcome.contacts)
        self.tally["new" if is_new else "changed"] += 1

    def _named(self, facts: Facts, path: Path, stem: str) -> Facts:
        """The facts under the document's name in this workspace."""
        source = facts.info.source
        if not source.startswith(("http://", "https://")):
            source = self._place(path)
        return replace(facts, info=replace(facts.info, stem=stem, source=source))

    def _place(self, path: Path) -> str:
        """Where a document lies below what was given; this is its source unless it tells a web address itself."""
        top = min((x for x in self.sources.given if x == path or x in path.parents), default=path)
        return path.relative_to(top.parent).as_posix()

    def _earlier_contacts(self) -> Contacts:
        if not self.with_contacts or not self.workspace.contacts.is_file():
            return {}
        try:
            plain = json.loads(self.workspace.contacts.read_text(encoding="utf-8"))
        except ValueError as error:
            raise DataError(
                "{file} is damaged ({reason}): delete it and build again.",
                file=self.workspace.contacts,
                reason=reason(error),
            ) from error
        return dict(plain)

    # ---------------------------------------------------------------------------------------------- time

    @contextmanager
    def _stage(self, name: str) -> Iterator[None]:
        self.progress(name, 0, 1)
        begin = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - begin


def _heads(all_facts: Sequence[Facts], echoes: Iterable[Echo]) -> list[Facts]:
    """The facts of the documents that are no echoes, so that nothing is counted twice."""
    left_out = {echo.stem for echo in echoes if echo.kind != APART}
    return [facts for facts in all_facts if facts.info.stem not in left_out]


def _skipped(documents: Iterable[Source]) -> tuple[Count, ...]:
    return to_counts(sum((Counter({x.reason: x.pieces}) for source in documents for x in source.skipped), Counter()))


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def _json(plain: Contacts) -> str:
    return json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
