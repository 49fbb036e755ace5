"""The user's own words: the files of a workspace's `own/` that add to the shipped lexicon, actors and regions, and which of them hold now.

A process knows one set of own words at a time, at first none. Whatever is cached from words and tables is forgotten when another set comes
to hold, so that two workspaces in one process don't hear of each other; the processes that read documents get theirs at their start.
"""

from __future__ import annotations

import hashlib
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graphkit import resources
from graphkit.errors import DataError, either, reason

TABLES = ("actors.csv", "regions.csv")
_DATA = (".csv", ".yaml", ".yml", ".xlsx", ".ods")


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The own files as they were read: `files` are names below `own/` («lexicon/sv.yaml», «actors.csv») with their texts, sorted."""

    folder: str = ""
    files: tuple[tuple[str, str], ...] = ()

    @property
    def version(self) -> str:
        """The hash of the content; empty where there are no own words."""
        return hashlib.sha256(repr(self.files).encode()).hexdigest()[:16] if self.files else ""

    def text(self, name: str) -> str | None:
        """The text of a file; None where there is none."""
        return dict(self.files).get(name)

    def place(self, name: str) -> str:
        """A file as errors name it."""
        return f"{self.folder}/{name}" if self.folder else name


def load_own(folder: Path) -> OwnWords:
    """The own words of a folder; nothing where there are none. A DataError for a file that can't be read, or whose name says nothing to us.

    Folders other than `lexicon/` are of other parts, and files that hold no data (notes, hidden files) are passed over.
    """
    files = []
    lexicons = tuple(sorted(path.name for path in resources.data("lexicon").glob("*.yaml")))
    for place, known in ((folder, TABLES), (folder / "lexicon", lexicons)):
        for path in sorted(place.iterdir()) if place.is_dir() else ():
            if path.name.startswith((".", "~$")) or path.suffix.lower() not in _DATA or path.is_dir():
                continue
            if path.name not in known:
                raise DataError(
                    "{path}: nothing is read from a file of that name here; name it {names}.",
                    path=path,
                    names=either(known),
                )
            name = path.relative_to(folder).as_posix()
            try:
                text = path.read_bytes().decode("utf-8-sig")
            except UnicodeDecodeError as error:
                line = error.object[: error.start].count(b"\n") + 1
                raise DataError(
                    "{path}, line {line}: this is not UTF-8; save the file as UTF-8.", path=path, line=line
                ) from error
            except OSError as error:
                raise DataError("{path} can't be read: {reason}.", path=path, reason=reason(error)) from error
            if text.strip():
                files.append((name, text))
    return OwnWords(str(folder), tuple(sorted(files))) if files else OwnWords()


_held = OwnWords()
_lock = threading.RLock()


def own_words() -> OwnWords:
    """The own words that hold now."""
    return _held


def set_own(own: OwnWords) -> None:
    """Let own words hold from here on; for a process that serves one workspace in all its life."""
    global _held
    if own != _held:
        _held = own
        _forget()


@contextmanager
def use_own(own: OwnWords) -> Iterator[None]:
    """Let own words hold inside, and what held before afterwards. Another thread that wants others waits."""
    with _lock:
        before = _held
        set_own(own)
        try:
            yield
        finally:
            set_own(before)


def _forget() -> None:
    """Empty all caches of the package: what is cached may come from words, by however many steps."""
    for name, module in sorted(sys.modules.items()):
        if name.partition(".")[0] == __package__:
            for thing in list(vars(module).values()):
                parts = list(vars(thing).values()) if isinstance(thing, type) else []
                for cached in (thing, *parts):
                    if callable(clear := getattr(cached, "cache_clear", None)):
                        clear()
