"""What a workspace was given: files and folders, the documents found in them, and what reading each one gave."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graphkit.errors import NOTHING, Message, UsageError, reason
from graphkit.questions.nearness import near_names
from graphkit.text import is_unicode, slug, visible


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedText:
    """Boilerplate of one kind in a document: how many pieces, how many characters."""

    reason: str
    pieces: int
    characters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document of the workspace. `path` is absolute; `rules` is the version of the rules that read it, `when` the time (UTC).

    `problem` says in one line why the document gives no facts; empty for one that was read. `layout` is a published table's.
    """

    path: Path
    stem: str
    sha256: str
    kind: str = "document"
    layout: str | None = None
    when: str = ""
    rules: str = ""
    problem: Message = NOTHING
    skipped: tuple[SkippedText, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """`given` are the files and folders as named by the user, `removed` what was taken out again; both absolute and sorted."""

    given: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()
    documents: tuple[Source, ...] = ()

    def add(self, paths: Iterable[Path]) -> Sources:
        """The sources with these paths given too; what was removed below them comes back."""
        paths = tuple(paths)
        removed = (x for x in self.removed if not any(_inside(x, path) for path in paths))
        given = {*self.given, *(path for path in paths if not self._covers(path))}
        return replace(self, given=tuple(sorted(given)), removed=tuple(sorted(removed)))

    def remove(self, paths: Iterable[Path]) -> Sources:
        """The sources without these paths and all that lies below them; they stay out when the folder above is read again."""
        paths = tuple(paths)
        given = tuple(x for x in self.given if not any(_inside(x, path) for path in paths))
        kept = Sources(given=given)
        removed = {path for path in (*self.removed, *paths) if kept._covers(path)}
        return replace(self, given=given, removed=tuple(sorted(removed)))

    def holds(self, path: Path) -> bool:
        """Whether the path is something given, a document, or a folder above one of them."""
        return any(_inside(x, path) for x in (*self.given, *(document.path for document in self.documents)))

    def _covers(self, path: Path) -> bool:
        return any(_inside(path, given) for given in self.given)


def _inside(path: Path, folder: Path) -> bool:
    return path == folder or folder in path.parents


# --------------------------------------------------------------------------------------------- sources.json


def dump_sources(sources: Sources, folder: Path) -> str:
    """The content of the sources.json of the workspace `folder`; paths beside the workspace are written relative to it, so that both can be moved."""
    plain = {
        "given": [_written(path, folder) for path in sources.given],
        "removed": [_written(path, folder) for path in sources.removed],
        "documents": [
            {
                "path": _written(x.path, folder),
                "stem": x.stem,
                "sha256": x.sha256,
                "kind": x.kind,
                "layout": x.layout,
                "when": x.when,
                "rules": x.rules,
                "problem": x.problem.as_plain() if x.problem else "",
                "skipped": [{"reason": y.reason, "pieces": y.pieces, "characters": y.characters} for y in x.skipped],
            }
            for x in sources.documents
        ],
    }
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def parse_sources(text: str, folder: Path) -> Sources:
    """The sources of a sources.json; KeyError, TypeError or ValueError when it doesn't say what it must."""
    plain = json.loads(text)
    return Sources(
        given=tuple(_read(x, folder) for x in plain["given"]),
        removed=tuple(_read(x, folder) for x in plain["removed"]),
        documents=tuple(
            Source(
                path=_read(x["path"], folder),
                stem=x["stem"],
                sha256=x["sha256"],
                kind=x["kind"],
                layout=x["layout"],
                when=x["when"],
                rules=x["rules"],
                problem=Message.from_plain(x["problem"]),
                skipped=tuple(SkippedText(**y) for y in x["skipped"]),
            )
            for x in plain["documents"]
        ),
    )


def _written(path: Path, folder: Path) -> str:
    beside = absolute(folder).parent
    return Path(os.path.relpath(path, absolute(folder))).as_posix() if beside in path.parents else path.as_posix()


def _read(written: str, folder: Path) -> Path:
    return absolute(folder / written)


def absolute(path: Path) -> Path:
    """The path from the root, without «..»; links are left as they are, so that a file keeps the name that the user gave."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links, absolute() keeps «..»


# ---------------------------------------------------------------------------------------------- files on disk


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The documents below the given paths, and the files there that no reader knows; both sorted.

    `closed` are given paths that aren't there any more, and folders that can't be opened, each with the reason: what lies below is not known.
    """

    documents: tuple[Path, ...] = ()
    skipped: tuple[Path, ...] = ()
    closed: tuple[tuple[Path, Message], ...] = ()

    def is_closed(self, path: Path) -> bool:
        """Whether a path is, or lies below, what can't be looked into."""
        return any(_inside(path, closed) for closed, _ in self.closed)


def check_paths(paths: Iterable[Path]) -> None:
    """A UsageError, with near names, for the first path that isn't there."""
    for path in paths:
        if not is_unicode(path):
            raise UsageError("{path}: its name holds bytes that are no letters: rename it.", path=visible(path))
        try:
            mode = path.stat().st_mode
        except OSError as error:
            raise _not_there(path, error) from error
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            raise UsageError(
                "{path}: this is no file or folder but a pipe or a device: save what comes out of it as a file, and give that.",
                path=visible(path),
            )


def _not_there(path: Path, error: OSError) -> UsageError:
    if path.is_symlink() and isinstance(error, FileNotFoundError):
        return UsageError(
            "{path}: this link leads to {target}, which isn't there: mend the link, or give the file itself.",
            path=visible(path),
            target=visible(path.readlink()),
        )
    if not isinstance(error, FileNotFoundError | NotADirectoryError):
        return UsageError("{path}: can't be opened: {reason}.", path=visible(path), reason=reason(error))
    try:
        beside = [x.name for x in path.parent.iterdir()] if path.parent.is_dir() else []
    except OSError:
        beside = []  # that folder may be gone through, but not looked into
    return UsageError(
        "{path}: there is no such file or folder{near}.", path=visible(path), near=near_names(path.name, beside)
    )


def find_documents(given: Iterable[Path], removed: Sequence[Path], suffixes: Iterable[str]) -> Found:
    """Walk the given paths. A file that is given itself counts whatever its suffix; hidden files, other workspaces and what was removed don't."""
    known = frozenset(suffixes)
    documents: set[Path] = set()
    skipped: set[Path] = set()
    closed: dict[Path, Message] = {}
    for path in given:
        try:
            is_folder = stat.S_ISDIR(path.stat().st_mode)
        except FileNotFoundError:
            closed[path] = Message("{path}: it is no longer there.", path=visible(path))
            continue
        except OSError as error:
            closed[path] = Message("{path}: can't be opened: {reason}.", path=visible(path), reason=reason(error))
            continue
        if not is_folder:
            documents.add(path)
            continue
        for file in _walk(path, set(), closed):
            (documents if file.suffix.lower() in known and not _is_own(file) else skipped).add(file)

    def kept(path: Path) -> bool:
        return not any(_inside(path, gone) for gone in removed)

    return Found(
        documents=tuple(sorted(filter(kept, documents))),
        skipped=tuple(sorted(filter(kept, skipped - documents))),
        closed=tuple(sorted((path, why) for path, why in closed.items() if kept(path))),
    )


def _is_own(file: Path) -> bool:
    """Whether a file is a map that graphkit wrote, which would only say again what the documents said."""
    if file.suffix.lower() != ".html":
        return False
    try:
        with file.open("rb") as opened:
            return b'<meta name="generator" content="graphkit"' in opened.read(2000)
    except OSError:
        return False


def _walk(folder: Path, seen: set[tuple[int, int]], closed: dict[Path, Message]) -> Iterator[Path]:
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in seen or (folder / "sources.json").is_file():
            return  # a link that leads back, or a workspace, whose files are ours
        seen.add((status.st_dev, status.st_ino))
        paths = sorted(folder.iterdir())
    except OSError as error:
        closed[folder] = Message("{path}: can't be opened: {reason}.", path=visible(folder), reason=reason(error))
        return
    for path in paths:
        if path.name.startswith((".", "~$")):
            continue  # hidden, or the lock file that a word processor puts beside an open document
        if _is_folder(path):
            yield from _walk(path, seen, closed)
        else:
            yield path  # a link that leads nowhere, or a pipe, is told by the reader of files


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False  # names may be listed there, and nothing opened: the reader of files tells so


def name_stems(paths: Sequence[Path]) -> dict[Path, str]:
    """A name for each document: its stem, with the folders above it where two are equal, with the suffix where these are equal too.

    >>> stems = name_stems([Path("/a/beslut.pdf"), Path("/b/beslut.pdf"), Path("/b/Karta.md"), Path("/b/karta.txt"), Path("/b/om.txt")])
    >>> [stems[path] for path in sorted(stems)]
    ['a-beslut', 'b-Karta-md', 'b-beslut', 'b-karta-txt', 'om']
    """
    places = Counter(map(_place, paths))
    names = {path: _name(path, 0, suffix=False) for path in paths}
    deepest = max((len(path.parts) for path in paths), default=0)
    depth = 0
    while clash := sorted(_clashing(names)):
        depth += 1
        for number, path in enumerate(clash, start=1):
            names[path] = _name(path, depth, suffix=places[_place(path)] > 1)
            if depth > deepest:
                names[path] += f"-{number}"  # twins in signs only: «a b.txt», «a-b.txt»
    return names


def _name(path: Path, depth: int, *, suffix: bool) -> str:
    folders = path.parts[1:-1][-depth:] if depth else ()
    name = unicodedata.normalize("NFC", "-".join([*folders, path.name.replace(".", "-") if suffix else path.stem]))
    whole = os.fsencode(name)
    if len(whole) <= _LONGEST_STEM:
        return name
    # A fact file's name is the stem with a suffix, and systems take 255 bytes at most.
    return whole[: _LONGEST_STEM - 20].decode("utf-8", errors="ignore") + "-" + hashlib.sha256(whole).hexdigest()[:12]


_LONGEST_STEM = 200


def _clashing(names: dict[Path, str]) -> list[Path]:
    """The paths whose names are equal once they stand in an IRI or on a disk that doesn't tell case apart."""
    keys = {path: slug(name) or name.casefold() for path, name in names.items()}
    count = Counter(keys.values())
    return [path for path in names if count[keys[path]] > 1]


def _place(path: Path) -> tuple[Path, str]:
    """Equal for two files of one folder whose names differ in the suffix alone."""
    return path.parent, slug(path.stem)
