"""Lines that say which fund's grants the projects below them get: «Prioriterade projekt inom Socialfonden, totalt 27 miljoner kronor:»."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from graphkit.facts.clauses import Sentence
from graphkit.model import BlockKind


def find_section_givers(sentences: Sequence[Sentence]) -> Mapping[str | None, str]:
    """The fund of the line above, for each project that a page of several names first below such a line."""
    givers: dict[str | None, str] = {}
    named: set[str | None] = set()
    fund: str | None = None
    for sentence in sentences:
        if is_over_projects(sentence):
            fund = _only_fund(sentence)
        project = sentence.reading.focus[sentence.index]
        if fund is not None and project is not None and project not in named:
            givers[project] = fund
        named.add(project)
    return givers if len(givers) > 1 else {}


def is_over_projects(sentence: Sentence) -> bool:
    """Whether a heading or a line that ends with a colon leads to projects that get money, and names none itself."""
    text, kind = sentence.unit.text.rstrip(), sentence.unit.block.kind
    if kind is not BlockKind.HEADING and not (kind is BlockKind.PARAGRAPH and text.endswith(":")):
        return False
    several = sentence.lexicon.regex(r"(?<!\w)[\w-]*(?:<projects.plurals>)(?!\w)", re.IGNORECASE).search(text)
    granted = sentence.lexicon.pattern("awards.grants").search(text)
    return bool(several and granted) and not sentence.reading.projects[sentence.index]


def _only_fund(sentence: Sentence) -> str | None:
    keys = {name.key for name in sentence.reading.actors[sentence.index] if name.type == "eu"}
    return keys.pop() if len(keys) == 1 else None
