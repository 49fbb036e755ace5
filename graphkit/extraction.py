"""Facts of single documents, outside a workspace."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graphkit.documents import READERS, read_file
from graphkit.errors import DocumentError, Message
from graphkit.extractor import Extracted, Request, extract_all
from graphkit.model import Facts
from graphkit.sources import absolute, check_paths, find_documents, name_stems


@dataclass(frozen=True, slots=True)
class Extraction:
    """The facts of the documents that could be read, in the order given, and a line for each that could not."""

    facts: tuple[Facts, ...]
    problems: tuple[Message, ...]


def extract(
    paths: Sequence[Path], *, contacts: bool = False, progress: Callable[[str, int, int], None] | None = None
) -> Extraction:
    """The facts of files and folders, each document under a name of its own. A UsageError for a path that isn't there."""
    check_paths(paths)
    found = [find_documents([path], (), READERS) for path in paths]
    files = {absolute(file): file for one in found for file in one.documents}  # what is given twice is read once
    stems = name_stems(list(files))
    problems: list[Message] = [why for one in found for _, why in one.closed]
    facts: list[Facts] = []

    def requests() -> Iterator[Request]:
        for whole, file in files.items():
            try:
                data = read_file(file)
            except DocumentError as error:
                problems.append(error.message)
                continue
            yield Request(path=file, stem=stems[whole], data=data, masked=not contacts, contacts=contacts)

    for _, outcome in extract_all(requests(), number=len(files)):
        if isinstance(outcome, Extracted):
            facts.append(outcome.facts)
        else:
            problems.append(outcome.message)
        if progress:
            progress("read", len(facts) + len(problems), len(files))
    return Extraction(tuple(facts), tuple(problems))
