"""The words that rules look for: `data/lexicon/<language>.yaml`, one file per language. Words are data, rules are code.

A workspace's `own/lexicon/<language>.yaml` adds words to the same sections and groups.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import yaml

from graphkit import resources
from graphkit.errors import DataError, Message, either, reason
from graphkit.own import own_words
from graphkit.wordpatterns import PhrasePattern, WordPattern, alternation

_GROUP = re.compile(r"<([a-z]+\.[a-z-]+)>")


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

    @cache  # noqa: B019 - one lexicon per language lives as long as the process, or until other own words hold
    def pattern(self, *groups: str) -> WordPattern:
        """The words of groups as one compiled pattern, whole words in any case, longest first."""
        return PhrasePattern(word for group in groups for word in self.longest_first(group))

    @cache  # noqa: B019
    def regex(self, template: str, flags: int = 0) -> re.Pattern[str]:
        """A regex with groups of words in it, compiled once: each «<section.group>» stands for the group's alternation.

        >>> load_lexicon("sv").regex(r"(?:<money.halves>)$").search("två och en halv").group()
        'och en halv'
        """
        return re.compile(_GROUP.sub(lambda match: self.alternation(match.group(1)), template), flags)

    @cache  # noqa: B019
    def alternation(self, group: str) -> str:
        """The words of a group (or the keys of a mapping) as one regex alternation, longest first, blanks of any kind between words."""
        return alternation(self.longest_first(group))

    def longest_first(self, group: str) -> list[str]:
        """The words of a group, or the keys of a mapping."""
        words = self.groups[group] if group in self.groups else tuple(self.maps[group])
        return sorted(words, key=lambda word: (-len(word), word))


def languages() -> tuple[str, ...]:
    """The languages that have a lexicon, sorted: («en», «sv»)."""
    return tuple(sorted(path.stem for path in resources.data("lexicon").glob("*.yaml")))


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of a language with the own words that hold now; a DataError names the line that can't be read."""
    shipped = _load_shipped(language)
    name = f"lexicon/{language}.yaml"
    text = own_words().text(name)
    return shipped if text is None else _Adding(shipped, own_words().place(name)).read(text)


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # seven times faster where the C library is there


def _load_shipped(language: str) -> Lexicon:
    path = resources.data("lexicon", f"{language}.yaml")
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), _LOADER) or {}  # noqa: S506 - both are safe
    except (OSError, yaml.YAMLError) as error:
        raise DataError("lexicon {file} can't be read: {reason}.", file=path.name, reason=reason(error)) from error
    groups: dict[str, tuple[str, ...]] = {}
    maps: dict[str, Mapping[str, str]] = {}
    for section, entries in content.items():
        if not isinstance(entries, dict):
            raise DataError(
                "lexicon {file}: section «{section}» must hold groups of words.", file=path.name, section=section
            )
        for name, words in entries.items():
            key = f"{section}.{name}"
            if isinstance(words, list) and all(isinstance(word, str) for word in words):
                groups[key] = tuple(words)
            elif isinstance(words, dict):
                maps[key] = {str(word): str(value) for word, value in words.items()}
            else:
                raise DataError(
                    "lexicon {file}: «{key}» must be a list of words (quote yes, no, on, off and numbers) or word: "
                    "value lines.",
                    file=path.name,
                    key=key,
                )
    return Lexicon(language, groups, maps)


# ------------------------------------------------------------------------------------------------ own words

_NUMBER = r"\d{1,12}(?:\.\d{1,6})?"
SHAPES: Mapping[str, tuple[str, Message]] = {
    "money.currencies": ("[A-Z]{3}", Message("a currency of three capitals, such as SEK")),
    "money.magnitudes": (_NUMBER, Message("a number, such as 1000000")),
    "money.units": (rf"{_NUMBER} [A-Z]{{3}}", Message("a number and a currency, such as 1000 SEK")),
    "money.numerals": (_NUMBER, Message("a number")),
    "money.fractions": (r"\d{1,6}/[1-9]\d{0,5}", Message("a fraction, such as 1/3")),
    "indicators.tens": (_NUMBER, Message("a number")),
    "dates.lengths": (r"[1-9]\d{0,3}", Message("a number of months")),
    "dates.relative": (r"-?\d{1,2}|last \d{1,2}", Message("a number of years from now, such as -1")),
    "actors.plural-heads": (
        r"[^{}]*\{\}[^{}]*",
        Message("a name with {sign} where the place stands, such as {sign} kommun", sign="{}"),
    ),
    "actors.plural-tails": (
        r"[^{}]*\{\}[^{}]*",
        Message("a name with {sign} where the place stands, such as {sign} kommun", sign="{}"),
    ),
    "actors.funds": (r".*\w.*", Message("the fund's name")),
    "regions.adjectives": (r".*\w.*", Message("the region's name")),
}
"""What a value must look like in groups that take new values, as a regex and in words; in all others it is one of the shipped values."""


class _Adding:
    """A lexicon to which an own file's words are added; whatever that file says otherwise is a DataError with its line."""

    def __init__(self, shipped: Lexicon, place: str):
        self.shipped = shipped
        self.place = place
        self.groups = dict(shipped.groups)
        self.maps = dict(shipped.maps)

    def read(self, text: str) -> Lexicon:
        try:
            top = yaml.compose(text, yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = mark.line + 1 if mark else 1
            problem = " ".join((error.problem or "it is no YAML").split())
            raise self._wrong(
                line,
                Message("{problem}; write «section:», below it two blanks and «group: [word, word]»", problem=problem),
            ) from error
        except yaml.YAMLError as error:
            raise self._wrong(1, Message("{words}; write plain text", words=" ".join(str(error).split()))) from error
        sections = {key.partition(".")[0] for key in (*self.groups, *self.maps)}
        for section, entries in self._entries(top, Message("sections, such as «flows:»")):
            self._known(section, section.value, sections, "section")
            for group, words in self._entries(
                entries, Message("groups of words below «{section}:»", section=section.value)
            ):
                key = f"{section.value}.{group.value}"
                self._known(group, key, {*self.groups, *self.maps}, "group")
                if key in self.maps:
                    self.maps[key] = {**self.maps[key], **dict(self._pairs(key, words))}
                else:
                    self.groups[key] = tuple(dict.fromkeys((*self.groups[key], *self._words(key, words))))
        return Lexicon(self.shipped.language, self.groups, self.maps)

    def _words(self, key: str, node: yaml.Node) -> Iterator[str]:
        if not isinstance(node, yaml.SequenceNode):
            raise self._wrong(_line(node), Message("«{key}» is a list; write [word, word]", key=key))
        lower = _are_lower(self.shipped.groups[key])
        for item in node.value:
            yield self._word(item, lower=lower)

    def _pairs(self, key: str, node: yaml.Node) -> Iterator[tuple[str, str]]:
        shipped = self.shipped.maps[key]
        lower = _are_lower(shipped)
        values = sorted({*shipped.values(), *_load_values(key)})
        for word, value in self._entries(node, Message("word: value lines below «{key}:»", key=key)):
            written = self._word(value, lower=False)
            shape, wanted = SHAPES.get(
                key, ("|".join(map(re.escape, values)), Message("one of {names}", names=", ".join(values)))
            )
            if not re.fullmatch(shape, written):
                raise self._wrong(
                    _line(value),
                    Message(
                        "«{written}» is no value of «{key}»; write {wanted}", written=written, key=key, wanted=wanted
                    ),
                )
            yield self._word(word, lower=lower), written

    def _word(self, node: yaml.Node, *, lower: bool) -> str:
        word = " ".join(unicodedata.normalize("NFC", node.value).split()) if isinstance(node, yaml.ScalarNode) else ""
        if not any(letter.isalnum() or letter in "$£€" for letter in word):
            raise self._wrong(
                _line(node), Message("«{word}» is no word; write one with a letter, or in quotation marks", word=word)
            )
        return word.casefold() if lower else word

    def _entries(self, node: yaml.Node | None, wanted: Message) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
        if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
            return  # nothing but comments
        if not isinstance(node, yaml.MappingNode):
            raise self._wrong(_line(node), Message("write {wanted}", wanted=wanted))
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise self._wrong(_line(key), Message("write {wanted}", wanted=wanted))
            yield key, value

    def _known(self, node: yaml.Node, name: str, names: set[str], kind: str) -> None:
        if name not in names:
            near = difflib.get_close_matches(name, sorted(names), n=3, cutoff=0.5)
            if near:
                told = Message("; did you mean {names}?", names=either(near))
            elif kind == "section":
                told = Message("; write one of the shipped lexicon's sections")
            else:
                told = Message("; write one of the shipped lexicon's groups")
            lacking = Message("there is no section") if kind == "section" else Message("there is no group")
            raise self._wrong(
                _line(node), Message("{lacking} «{name}»{told}", lacking=lacking, name=name, told=told), end=""
            )

    def _wrong(self, line: int, what: Message, *, end: str = ".") -> DataError:
        return DataError("{file}, line {line}: {what}{end}", file=self.place, line=line, what=what, end=end)


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _are_lower(words: tuple[str, ...] | Mapping[str, str]) -> bool:
    """Whether a group's words are all in lower case: rules then look them up so, and own words must follow."""
    return all(word == word.casefold() for word in words)


@cache
def _load_values(key: str) -> frozenset[str]:
    """The values of a mapping in the shipped lexicons of all languages."""
    return frozenset(value for language in languages() for value in _load_shipped(language).maps.get(key, {}).values())
