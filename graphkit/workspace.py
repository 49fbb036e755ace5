"""A user's folder: sources, fact files, judgements, and versions of the graph with a pointer to the current one.

A change is staged beside what is there; replacing the pointer file commits it, and what was staged is then moved into place. A process
killed at any moment leaves the workspace as it was, or as it is now: the next opening finishes or forgets what was staged, and says so.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TypeVar

from graphkit.errors import GraphkitError, Message, StoreError, UsageError, reason
from graphkit.identities.judgements import COLUMNS
from graphkit.lexicon import languages, load_lexicon
from graphkit.own import load_own, use_own
from graphkit.reference import load_actors, load_regions
from graphkit.sources import Sources, dump_sources, parse_sources
from graphkit.writing import write_text

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

Read = TypeVar("Read")

_TRIES = 200
_PAUSE = 0.02
_VERSION = re.compile(r"v(\d{4,})-[0-9a-f]{12}")


class Workspace:
    """A workspace folder. Reading needs no lock; whoever changes it does so inside `lock()` and ends with `commit()`."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.facts = folder / "facts"
        self.judgements = folder / "judgements.csv"
        self.own = folder / "own"
        self.report = folder / "report.json"
        self.contacts = folder / "contacts.json"
        self._sources = folder / "sources.json"
        self._store = folder / "store"
        self._pointer = folder / "store" / "current"
        self._staging = folder / "staging"
        self.is_new = False
        """Whether the workspace was made just now, and nothing is built in it yet."""
        self.mended = ""
        """What became of a change that was broken off before: «old», it was forgotten; «new», it was finished; empty where there was none."""

    # ------------------------------------------------------------------------------------------- reading

    def sources(self) -> Sources:
        """What was given and read; a StoreError when the file is damaged."""
        try:
            text = self._sources.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise self._damaged(self._sources, reason(error)) from error
        try:
            return parse_sources(text, self.folder)
        except (KeyError, TypeError, ValueError) as error:
            raise self._damaged(self._sources, reason(error)) from error

    def fact_file(self, stem: str) -> Path:
        """The fact file of a document."""
        return self.facts / f"{stem}.json"

    def fact_files(self) -> list[Path]:
        """The fact files of all documents that were read, sorted."""
        return [self.fact_file(x.stem) for x in self.sources().documents if self.fact_file(x.stem).is_file()]

    def version(self) -> str | None:
        """The name of the current version of the graph («v0003-5f1c…»); None before the first build."""
        try:
            name = self._pointer.read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise self._damaged(self._pointer, reason(error)) from error
        if not _VERSION.fullmatch(name):
            raise self._damaged(self._pointer, Message("it names no version"))
        return name

    def graph(self) -> Path:
        """The folder of the current graph; a UsageError before the first build, a StoreError when the version is missing."""
        name = self.version()
        if name is None:
            raise UsageError(
                "{workspace}: nothing is built here yet. Build it: graphkit build FOLDER --store {workspace}",
                workspace=self.folder,
            )
        if not (self._store / name).is_dir():
            raise self._damaged(self._store / name, Message("the folder is missing"))
        return self._store / name

    def read(self, action: Callable[[], Read]) -> Read:
        """What an action reads of one state of the workspace: it is done again when a build has come between."""
        for _ in range(_TRIES):
            self.mend()
            before = self._state()
            if before[1]:
                time.sleep(_PAUSE)  # a build is moving its files into place just now
                continue
            try:
                found = action()
            except (OSError, GraphkitError):
                if self._state() == before:
                    raise
                continue
            if self._state() == before:
                return found
        raise StoreError(
            "the workspace {workspace} is in use: builds follow each other too fast, try again.", workspace=self.folder
        )

    def _state(self) -> tuple[str, bool]:
        """The pointer's content, and whether a change was committed whose files aren't in place yet."""
        pointer = self._pointer.read_text(encoding="utf-8", errors="replace") if self._pointer.is_file() else ""
        try:
            return pointer, (self._staging / "version").read_text(encoding="utf-8") == pointer
        except OSError:
            return pointer, False

    def mend(self) -> None:
        """Finish or forget what a change that was broken off has left, unless a build is under way or nothing may be written here."""
        if self._staging.is_dir():
            with contextlib.suppress(OSError, StoreError), self.lock():
                pass

    def _damaged(self, path: Path, why: Message) -> StoreError:
        mend = (
            Message("run «graphkit build --store {workspace}» to write it anew", workspace=self.folder)
            if self._store in path.parents
            else Message(
                "put it back from a backup, or move {workspace} away (keep its judgements.csv) and build again",
                workspace=self.folder,
            )
        )
        return StoreError("the workspace is damaged at {path} ({reason}): {mend}.", path=path, reason=why, mend=mend)

    @contextmanager
    def own_words(self) -> Iterator[None]:
        """The words, actors and regions of `own/` hold inside. A DataError for a file there that doesn't say what it must."""
        own = load_own(self.own)
        with use_own(own):
            if own.files:  # read at once, not when the first document needs them
                for language in languages():
                    load_lexicon(language)
                load_regions()
                load_actors()
            yield

    # ------------------------------------------------------------------------------------------ changing

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keep other builds out; a StoreError when one is under way. The system frees the lock of a process that died."""
        try:
            file = (self.folder / "lock").open("a", encoding="utf-8")
        except OSError as error:
            raise StoreError(
                "{workspace} can't be written to ({reason}): free it, or name another with --store.",
                workspace=self.folder,
                reason=reason(error),
            ) from error
        with file:
            if not _try_lock(file):
                raise StoreError(
                    "the workspace {workspace} is in use by another build: wait until it is done, then try again.",
                    workspace=self.folder,
                )
            before = self._state()[0]
            try:
                self.mended = self._recover() or self.mended
                yield
            except OSError as error:
                if error.filename is not None and self.folder not in Path(error.filename).parents:
                    raise
                state = Message("as it was") if self._state()[0] == before else Message("the new one")
                raise StoreError(
                    "{workspace} can't be written to ({reason}): free some space there, then build again. The graph "
                    "is {state}.",
                    workspace=self.folder,
                    reason=reason(error),
                    state=state,
                ) from error
            finally:
                if isinstance(sys.exc_info()[1], Exception | KeyboardInterrupt):
                    with contextlib.suppress(OSError):
                        self._recover()  # a full disk gets back what the change had taken
                _unlock(file)

    @contextmanager
    def made_for_this(self) -> Iterator[None]:
        """A workspace that was made for what is done inside goes again when that fails; one that was there, or holds own words, stays."""
        try:
            yield
        except BaseException:
            if self.is_new and not any(self.own.iterdir()) and self.version() is None:
                self._unmake()
            raise
        self.is_new = False

    def _unmake(self) -> None:
        """Take away what `open_workspace` and a build have made here; what others put here stays."""
        for path in (self._staging, self._store):
            shutil.rmtree(path, ignore_errors=True)
        with contextlib.suppress(OSError):
            for file in (self._sources, self.judgements, self.folder / "lock"):
                file.unlink(missing_ok=True)
            for folder in (self.facts, self.own, self.folder):
                folder.rmdir()

    def stage(self) -> Staging:
        """A place beside the workspace's files to write the next state to; what an earlier try left there is gone."""
        shutil.rmtree(self._staging, ignore_errors=True)
        (self._staging / "facts").mkdir(parents=True)
        return Staging(self._staging)

    def commit(self, staging: Staging, fingerprint: str, *, keep_previous: bool) -> str:
        """Make what is staged the workspace's state and tell the new version's name.

        `fingerprint` is the hash of the graph's content. The version before the last is removed; with `keep_previous` false every
        older one is, so that nothing stays of what was taken out.
        """
        previous = self._current_or_none()
        number = 1 + max((int(m.group(1)) for m in map(_VERSION.fullmatch, self._versions()) if m), default=0)
        name = f"v{number:04d}-{fingerprint[:12]}"
        self._store.mkdir(exist_ok=True)
        staging.graph.replace(self._store / name)
        write_text(self._staging / "version", name + "\n")
        write_text(self._pointer, name + "\n")
        self._recover()
        kept = {name, previous if keep_previous else name}
        for old in self._versions():
            if old not in kept:
                shutil.rmtree(self._store / old, ignore_errors=True)
        return name

    def _current_or_none(self) -> str | None:
        try:
            return self.version()
        except StoreError:
            return None  # a damaged pointer is mended by the commit that asks

    def _versions(self) -> list[str]:
        return sorted(x.name for x in self._store.iterdir() if x.is_dir()) if self._store.is_dir() else []

    def _recover(self) -> str:
        """Move what a committed change staged into place («new»); forget what was staged for one that wasn't committed («old»)."""
        if not self._staging.is_dir():
            return ""
        mark = self._staging / "version"
        committed = mark.is_file() and mark.read_text(encoding="utf-8").strip() == self._current_or_none()
        if committed:
            Staging(self._staging).move_into(self)
            for path in sorted(
                self._staging.iterdir()
            ):  # the mark goes last: broken off here, it's still the new state
                if path.is_dir():
                    shutil.rmtree(path, ignore_errors=True)
                elif path != mark:
                    path.unlink()
        mended = "new" if committed else "old" if any(self._staging.iterdir()) else ""
        shutil.rmtree(self._staging, ignore_errors=True)
        return mended


class Staging:
    """The next state of a workspace while it is being written: fact files that are new, the files beside them, the graph."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.facts = folder / "facts"
        self.graph = folder / "graph"

    def fact_file(self, stem: str) -> Path:
        """The staged fact file of a document; there is none for an unchanged one."""
        return self.facts / f"{stem}.json"

    def write_facts(self, stem: str, text: str) -> None:
        """Stage a new or changed fact file; those of unchanged documents stay where they are."""
        write_text(self.fact_file(stem), text)

    def write(self, name: str, text: str) -> None:
        """Stage one of the files beside the facts; an empty text takes the file out."""
        write_text(self.folder / name, text)

    def move_into(self, workspace: Workspace) -> None:
        """Move all that is staged over the workspace's files; broken off, it can be done again. The sources come last."""
        staged = self.folder / "sources.json"
        if not staged.is_file():
            return
        sources = parse_sources(staged.read_text(encoding="utf-8"), workspace.folder)
        wanted = {document.stem for document in sources.documents if not document.problem}
        workspace.facts.mkdir(exist_ok=True)
        for file in sorted(self.facts.iterdir()):
            file.replace(workspace.facts / file.name)
        for file in sorted(workspace.facts.glob("*.json")):
            if file.stem not in wanted:
                file.unlink()
        for name in ("contacts.json", "report.json", "sources.json"):
            file = self.folder / name
            if file.is_file() and file.stat().st_size:
                file.replace(workspace.folder / name)
            elif file.is_file():
                (workspace.folder / name).unlink(missing_ok=True)


def open_workspace(folder: Path, *, create: bool = False) -> Workspace:
    """The workspace of a folder, made when `create` says so; a UsageError when there is none, or the folder is something else."""
    if "://" in str(folder) or str(folder).startswith(("http:/", "https:/")):
        raise UsageError("--store: this command works on a workspace; name its folder, not an endpoint's address.")
    workspace = Workspace(folder)
    is_there = (folder / "sources.json").is_file()
    if is_there:
        workspace.mend()
        if not create:
            return workspace
    elif not create:
        raise UsageError(
            "{folder}: there is no workspace here. Build one (graphkit build FOLDER --store {folder}) or "
            "name another folder with --store.",
            folder=folder,
        )
    elif folder.exists() and (not folder.is_dir() or any(x.name != ".sources.json.new" for x in folder.iterdir())):
        raise UsageError(
            "{folder}: this is no workspace (it has no sources.json). Name a new or empty folder with --store.",
            folder=folder,
        )
    folder.mkdir(parents=True, exist_ok=True)
    workspace.is_new = not is_there
    if not is_there:  # first: from here on the folder is a workspace
        write_text(folder / "sources.json", dump_sources(Sources(), folder))
    workspace.facts.mkdir(exist_ok=True)
    workspace.own.mkdir(exist_ok=True)
    if not workspace.judgements.exists():
        write_text(workspace.judgements, ",".join(COLUMNS) + "\n")
    return workspace


def _try_lock(file: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _unlock(file: IO[str]) -> None:
    if sys.platform == "win32":
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_UN)
