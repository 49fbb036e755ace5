"""Where the shipped ontology, queries and data lie: in the checkout, else inside the installed package."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graphkit.errors import DataError

_PACKAGE = Path(__file__).resolve().parent


@cache
def home() -> Path:
    """The folder that holds `ontology/`, `queries/` and `data/`: the wheel's copy, else the checkout's top."""
    for folder in (_PACKAGE / "shipped", _PACKAGE.parent):
        if (folder / "ontology").is_dir() and (folder / "data" / "reference").is_dir():
            return folder
    raise DataError("graphkit's own data is missing beside {folder}: install the package again.", folder=_PACKAGE)


def ontology(name: str) -> Path:
    """An ontology file: «graphkit.ttl», «vocabulary.ttl», «shapes.ttl»."""
    return home() / "ontology" / name


def queries() -> Path:
    """The folder of the shipped queries."""
    return home() / "queries"


def data(*parts: str) -> Path:
    """A file or folder below `data/`: «data("reference", "regions.csv")»."""
    return home().joinpath("data", *parts)
