"""Files that hold either what they held or all of what is new, whatever happens while they are written."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


def write_text(path: Path, text: str) -> None:
    """Write a file so that it holds either what it held or all of the new text."""
    with replacing(path) as file:
        file.write(text)


def write_bytes(path: Path, data: bytes) -> None:
    """The same for bytes."""
    with replacing(path) as file:
        file.buffer.write(data)


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A file to write that takes the old one's place only when it is whole; a link stays a link, and a device or pipe is written as it is.

    An OSError names the file as it was given, not the one beside it.
    """
    path = path.resolve() if path.is_symlink() else path
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        return
    beside = path.with_name(f".{path.name}.new")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        if error.filename in (None, str(beside)):  # people know the file that they named
            raise OSError(error.errno, error.strerror, str(path)) from error
        raise
