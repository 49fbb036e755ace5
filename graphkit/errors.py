"""What can go wrong, in one sentence each: what, where, how to mend it, in both languages. A bug stays a traceback."""

from __future__ import annotations

import errno
import json
from collections.abc import Mapping, Sequence
from typing import Any

from graphkit.messages import fill, in_language


class Message:
    """A sentence, or a part of one, that can be told in each language: an English text with `{names}`, and what these stand for.

    The Swedish text is looked up by the English one (`graphkit/swedish/`); a test finds what is missing there. Values may be messages themselves.

    >>> told = Message("there is no query «{name}»{near}: «graphkit queries» lists them.", name="actor", near=Message(" (near: {names})", names="actors"))
    >>> str(told)
    'there is no query «actor» (near: actors): «graphkit queries» lists them.'
    >>> told.in_language("sv")
    'det finns ingen fråga «actor» (liknar: actors): «graphkit queries» visar dem som finns.'
    """

    __slots__ = ("text", "values")

    def __init__(self, text: str, /, **values: object) -> None:
        self.text = text
        self.values = {
            name: error.message if isinstance(error := value, GraphkitError) else value
            for name, value in values.items()
        }

    @classmethod
    def quoted(cls, text: str) -> Message:
        """Words that are not ours (a server's, a name), the same in each language."""
        return cls("{words}", words=text)

    def in_language(self, lang: str) -> str:
        """The message as one line of a language."""
        values = {name: x.in_language(lang) if isinstance(x, Message) else x for name, x in self.values.items()}
        return fill(in_language(self.text, lang), lang, values)

    def __str__(self) -> str:
        return self.in_language("en")

    def __repr__(self) -> str:
        return f"Message({str(self)!r})"

    def __bool__(self) -> bool:
        return bool(self.text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and self.as_plain() == other.as_plain()

    def __hash__(self) -> int:
        return hash(str(self))

    def as_plain(self) -> dict[str, Any]:
        """The message as JSON knows it: in English for people, and as the text and values that other languages are made from."""
        values = {
            name: x.as_plain() if isinstance(x, Message) else x if isinstance(x, int | float) else str(x)
            for name, x in self.values.items()
        }
        return {"message": str(self), "text": self.text, "values": values}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any] | str) -> Message:
        """The message that `as_plain` wrote; a mere text, as earlier versions wrote it, stays as it is. KeyError or TypeError for what is neither."""
        if isinstance(plain, str):
            return cls.quoted(plain) if plain else cls("")
        return cls(
            plain["text"],
            **{name: cls.from_plain(x) if isinstance(x, dict) else x for name, x in plain["values"].items()},
        )


NOTHING = Message("")


class GraphkitError(Exception):
    """The base of all errors that a user can mend; its message is one line for that user, English where nobody asks for another language."""

    exit_code = 3

    def __init__(self, message: str | Message, /, **values: object) -> None:
        self.message = message if isinstance(message, Message) else Message(message, **values)
        super().__init__(str(self.message))


class UsageError(GraphkitError):
    """A path that isn't there, an unknown query, parameter or name."""

    exit_code = 2


class DocumentError(GraphkitError):
    """A document that can't be read; one such document never stops a build."""


class DataError(GraphkitError):
    """A table, lexicon, judgement or fact file of the project or the user that doesn't say what it must."""


class QueryError(GraphkitError):
    """A query that the guard or the engine refuses."""

    exit_code = 2


class StoreError(GraphkitError):
    """A workspace that is damaged or in use."""


class EndpointError(StoreError):
    """A SPARQL endpoint that refuses or doesn't answer in time."""

    exit_code = 4


_REASONS: Mapping[str, Message] = {
    "ENOENT": Message("it isn't there"),
    "EACCES": Message("you have no permission for it"),
    "EPERM": Message("you have no permission for it"),
    "EEXIST": Message("a file of that name is in the way"),
    "ENOTDIR": Message("a part of the path is a file, not a folder"),
    "EISDIR": Message("it is a folder"),
    "ENOSPC": Message("the disk is full"),
    "EDQUOT": Message("your share of the disk is full"),
    "EROFS": Message("that disk can only be read"),
    "ENAMETOOLONG": Message("its name is too long"),
    "ELOOP": Message("its links lead round in a circle"),
    "EBUSY": Message("another program holds it"),
    "ETXTBSY": Message("another program holds it"),
    "EMFILE": Message("too many files are open at once"),
    "ENFILE": Message("too many files are open at once"),
    "EIO": Message("the disk fails"),
    "ECONNREFUSED": Message("nothing answers there"),
    "ETIMEDOUT": Message("nothing answers there"),
    "EHOSTUNREACH": Message("no way leads there"),
    "ENETUNREACH": Message("no way leads there"),
}


def reason(error: BaseException) -> Message:
    """Why something can't be opened, read or written, as part of a sentence; foreign words are quoted where there are none of ours.

    >>> str(reason(PermissionError(errno.EACCES, "Permission denied"))), str(reason(OSError(errno.EXDEV, "Invalid cross-device link")))
    ('you have no permission for it', 'the system says «Invalid cross-device link»')
    >>> str(reason(json.JSONDecodeError("Expecting value", "[1,\\n]", 4)))
    'line 2 is not understood'
    """
    match error:
        case OSError() if known := _REASONS.get(errno.errorcode.get(error.errno or 0, "")):
            return known
        case OSError():
            return Message("the system says «{words}»", words=" ".join(str(error.strerror or error).split()))
        case UnicodeDecodeError():
            return Message("it is not UTF-8")
        case json.JSONDecodeError():
            return Message("line {line} is not understood", line=error.lineno)
        case KeyError():
            return Message("«{name}» is missing", name=error.args[0])
        case TypeError() | AttributeError():
            return Message("a value is of the wrong kind")
    if mark := getattr(error, "problem_mark", None):  # YAML's errors, without its library
        return Message("line {line} is not understood", line=mark.line + 1)
    return Message("«{words}»", words=" ".join(str(error).split()) or type(error).__name__)


def either(names: Sequence[str | Message]) -> Message:
    """Names to choose from, as part of a sentence.

    >>> str(either(["csv", "json", "xlsx"])), either(["csv", "json"]).in_language("sv")
    ('csv or json or xlsx', 'csv eller json')
    """
    found = Message("{name}", name=names[0])
    for name in names[1:]:
        found = Message("{one} or {other}", one=found, other=name)
    return found
