"""Names behind labels that a flattened form or decision has within a paragraph: «Projektets namn Nya spår Beviljad summa …»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.facts.candidates import Candidate
from graphkit.facts.extents import quoted_end
from graphkit.facts.labels import label_kind
from graphkit.facts.reading import Unit
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind

_KINDS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_LONGEST = 170
_MOST_WORDS = 22
_LABEL_WORDS = 3
_END = re.compile(r"[;|\n]|\s?\.{3}|\.(?=\s|$)|\s[A-ZÅÄÖ][\wåäö ]{2,30}:\s")
_CAPITAL = re.compile(r"(?<=\s)[A-ZÅÄÖ]\S*")


def find_run_labels(unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """The name behind a project's label in running text, up to the next label, capital that begins a form's word, or mark."""
    if unit.block.kind not in _KINDS:
        return
    for label in lexicon.regex(
        r"(?<![\w-])(?:(?:<projects.run-labels>)(?:\s\([^()]{3,40}\))?\s*:?|(?:<projects.colon-labels>)\s*:)\s+(?=[”“„«\"A-ZÅÄÖ#\d])"
    ).finditer(unit.text):
        quoted = quoted_end(unit.text, label.end(), len(unit.text))
        start, end = quoted or (label.end(), _end(unit.text, label.end(), lexicon))
        if end - start > 3 and len(unit.text[start:end].split()) <= _MOST_WORDS:
            yield Candidate(unit.start + start, unit.start + end, "project.run-label", 0.86)


def _end(text: str, start: int, lexicon: Lexicon) -> int:
    """Where the value ends that begins at a place."""
    mark = _END.search(text, start)
    end = min(mark.start() if mark else len(text), start + _LONGEST)
    for capital in _CAPITAL.finditer(text, start, end):
        words = text[capital.start() : end].split()[:_LABEL_WORDS]
        starts = words[0].rstrip(":") in lexicon.words("projects.name-breaks")
        if starts or any(label_kind(" ".join(words[:n]), lexicon) for n in range(len(words), 0, -1)):
            end = capital.start()
            break
    return start + len(text[start:end].rstrip(" ,:–-"))
