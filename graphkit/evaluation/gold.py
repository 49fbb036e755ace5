"""Gold that doesn't say what its author meant: a key that nobody reads, an id that names nothing. Scored silently, it would only lower figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from graphkit.errors import NOTHING, DataError, Message, either
from graphkit.evaluation.likeness import Plain

_EVIDENCE = ("evidence", "implied", "basis")
KEYS: Mapping[str, tuple[str, ...]] = {
    "projects": ("id", "name", "aliases", "start", "end", "budget", "programme", "follows", "part_of", "status"),
    "actors": ("id", "name", "aliases", "type"),
    "regions": ("id", "name", "aliases", "canonical", "type", "code"),
    "roles": ("project", "actor", "role"),
    "flows": ("project", "funder", "recipient", "amount", "currency", "year", "quote", "written", "status"),
    "locations": ("project", "region", "scope"),
    "cooperations": ("regions", "project"),
    "indicators": ("project", "label", "value", "kind", "unit"),
    "contacts": ("name", "actor", "title", "email", "phone"),
}
"""The keys of each section, in the guide's order; each may have its «_alt», and what extraction adds."""
TOP = ("id", "language", "kind", *KEYS, "optional", "document", "issues", "text", "notes")
"""The keys of a file."""
NAMED: Mapping[str, str] = {
    "project": "projects",
    "actor": "actors",
    "funder": "actors",
    "recipient": "actors",
    "region": "regions",
    "regions": "regions",
    "follows": "projects",
    "part_of": "projects",
}
"""The section whose ids a key names."""


def check_gold(gold: Plain, file: str) -> None:
    """A DataError for the first key that is unknown, and for the first id that the file doesn't list."""
    parts = [("", gold)]
    if isinstance(gold.get("optional"), dict):
        parts.append(("optional: ", gold["optional"]))
    for within, part in parts:
        if within:
            _check_keys(part, tuple(KEYS), Message("«optional»"), file)
        else:
            _check_keys(part, TOP, Message("the file"), file)
    entries = [(f"{within}{section}", section, entry) for within, part in parts for section, entry in _entries(part)]
    ids = {
        kind: {str(entry.get("id")) for _, section, entry in entries if section == kind}
        for kind in ("projects", "actors", "regions")
    }
    for place, section, entry in entries:
        known = (*KEYS[section], *(f"{key}_alt" for key in KEYS[section]), *_EVIDENCE)
        _check_keys(entry, known, Message("«{section}»", section=place), file)
        for key, named in _names(entry):
            if named not in ids[NAMED[key]]:
                raise DataError(
                    "gold file {file}: {place} names «{id}» as {key}, which «{section}» doesn't list{near}: add it there, or correct the id.",
                    file=file,
                    place=place,
                    id=named,
                    key=key,
                    section=NAMED[key],
                    near=_near(named, sorted(ids[NAMED[key]])),
                )


def _entries(part: Plain) -> Iterator[tuple[str, Plain]]:
    """Each entry of each section; a cooperation's pair as its `regions`."""
    for section in KEYS:
        for entry in part.get(section) or ():
            if isinstance(entry, list):
                yield section, {"regions": entry}
            elif isinstance(entry, dict):
                yield section, entry


def _names(entry: Plain) -> Iterator[tuple[str, str]]:
    """The ids that an entry names, with the key; null names nothing."""
    for key in NAMED:
        for value in (entry.get(key), entry.get(f"{key}_alt")):
            for named in value if isinstance(value, list) else [value]:
                if named is not None:
                    yield key, str(named)


def _check_keys(part: Plain, known: tuple[str, ...], place: Message, file: str) -> None:
    for key in part:
        if key not in known:
            raise DataError(
                "gold file {file}: «{key}» is no key of {place}{near}: correct it, or take it out.",
                file=file,
                key=key,
                place=place,
                near=_near(str(key), known),
            )


def _near(name: str, known: tuple[str, ...] | list[str]) -> Message:
    near = get_close_matches(name, known, n=2)
    return Message(" (near: {names})", names=either(near)) if near else NOTHING
