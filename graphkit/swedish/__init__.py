"""The Swedish of errors and help: tables by noun, each from an English text as it stands in the code to its Swedish; read only when Swedish is spoken."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

TABLES = ("documents", "facts", "questions", "stores", "commands", "click_words")
"""The modules of this folder, each with its TEXTS."""


@cache
def load_texts() -> Mapping[str, str]:
    """All Swedish texts by their English ones."""
    found: dict[str, str] = {}
    for table in TABLES:
        found |= import_module(f"graphkit.swedish.{table}").TEXTS
    return found
