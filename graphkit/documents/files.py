"""The bytes of a file: only regular files are opened, and none is read beyond the size that a document may have."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from graphkit.errors import DocumentError, reason
from graphkit.text import is_unicode, visible

MAX_BYTES = 50_000_000

# Opening a named pipe or a terminal would wait for somebody at its other end, or take the terminal over.
_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


def read_file(path: Path) -> bytes:
    """The bytes of a document's file; a DocumentError for what is no file, can't be opened, or is too large.

    A link is followed; a folder, a pipe or a device is refused without being read.
    """
    if not is_unicode(path):
        raise DocumentError("{path}: its name holds bytes that are no letters: rename it.", path=visible(path))
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise DocumentError("{path}: it is no file but a folder, a pipe or a device.", path=visible(path))
        handle = os.open(path, _FLAGS)
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                raise DocumentError("{path}: it is no file but a folder, a pipe or a device.", path=visible(path))
            with open(handle, "rb", closefd=False) as file:
                data = file.read(MAX_BYTES + 1) if status.st_size <= MAX_BYTES else b""
        finally:
            os.close(handle)
    except (OSError, ValueError) as error:
        raise DocumentError("{path}: can't be opened: {reason}.", path=visible(path), reason=reason(error)) from error
    size = max(status.st_size, len(data))
    if size > MAX_BYTES:
        raise DocumentError(
            "{path}: {megabytes} MB, more than the {most} MB that a document may have: split it.",
            path=visible(path),
            megabytes=size // 1_000_000,
            most=MAX_BYTES // 1_000_000,
        )
    return data
