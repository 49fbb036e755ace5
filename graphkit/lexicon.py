"""The words that rules look for: `data/lexicon/<language>.yaml`, one file per language. Words are data, rules are code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import yaml

from graphkit import resources
from graphkit.errors import DataError


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of one language by section and group: «money.units», «roles.owner-labels».

    >>> load_lexicon("sv").language
    'sv'
    """

    language: str
    groups: Mapping[str, tuple[str, ...]]
    maps: Mapping[str, Mapping[str, str]]

    def words(self, group: str) -> tuple[str, ...]:
        """The words of a group, in the file's order; an unknown group is an error of ours, so a KeyError."""
        return self.groups[group]

    def mapping(self, group: str) -> Mapping[str, str]:
        """A group that gives each word a value: «mkr» -> «1000000»."""
        return self.maps[group]

    @cache  # noqa: B019 - one lexicon per language lives as long as the process
    def pattern(self, *groups: str) -> re.Pattern[str]:
        """The words of groups as one compiled pattern, whole words in any case, longest first."""
        return re.compile(rf"(?<!\w)(?:{'|'.join(self.alternation(group) for group in groups)})(?!\w)", re.IGNORECASE)

    @cache  # noqa: B019
    def alternation(self, group: str) -> str:
        """The words of a group (or the keys of a mapping) as one regex alternation, longest first, blanks of any kind between words."""
        words = self.groups[group] if group in self.groups else tuple(self.maps[group])
        return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda w: (-len(w), w)))


def languages() -> tuple[str, ...]:
    """The languages that have a lexicon, sorted: («en», «sv»)."""
    return tuple(sorted(path.stem for path in resources.data("lexicon").glob("*.yaml")))


@cache
def load_lexicon(language: str) -> Lexicon:
    """The shipped lexicon of a language; a DataError names the line that can't be read."""
    path = resources.data("lexicon", f"{language}.yaml")
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (OSError, yaml.YAMLError) as error:
        raise DataError(f"lexicon {path.name} can't be read: {error}") from error
    groups: dict[str, tuple[str, ...]] = {}
    maps: dict[str, Mapping[str, str]] = {}
    for section, entries in content.items():
        if not isinstance(entries, dict):
            raise DataError(f"lexicon {path.name}: section «{section}» must hold groups of words.")
        for name, words in entries.items():
            key = f"{section}.{name}"
            if isinstance(words, list) and all(isinstance(word, str) for word in words):
                groups[key] = tuple(words)
            elif isinstance(words, dict):
                maps[key] = {str(word): str(value) for word, value in words.items()}
            else:
                raise DataError(
                    f"lexicon {path.name}: «{key}» must be a list of words (quote yes, no, on, off and numbers) or word: value lines."
                )
    return Lexicon(language, groups, maps)
