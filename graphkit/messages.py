"""What users are told, in Swedish and English.

What commands print stands in `texts.py` under a key, in both languages. Errors and the help of commands stand in English where they are raised or
described, and are looked up by that text in `graphkit/swedish/`, so that a text that was changed is one that lacks its Swedish.
"""

from __future__ import annotations

import os
import string
import sys
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from graphkit.texts import MESSAGES

LANGUAGES = ("sv", "en")


def say(key: str, lang: str, **values: object) -> str:
    """A text in a language, its names filled in; an unknown key or language is an error of ours, so a KeyError.

    >>> say("report.more", "sv", number=3)
    '  … och 3 till'
    """
    return fill(MESSAGES[key][lang], lang, values)


def in_language(english: str, lang: str) -> str:
    """A text of an error or of help in a language; what has no Swedish (a newer click's own words) stays English."""
    if lang == "en":
        return english
    from graphkit.swedish import load_texts

    return load_texts().get(english, english)


def fill(text: str, lang: str, values: Mapping[str, object]) -> str:
    """A text with its names filled in: `{n:,}` groups thousands, `{n:|file|files}` counts things, `{x:g}` writes a number, each as the language does.

    >>> fill("{n:|file|files}, {size:,}", "en", {"n": 1, "size": 11700}), fill("{n:|fil|filer}, {x:g} s", "sv", {"n": 3, "x": 0.5})
    ('1 file, 11,700', '3 filer, 0,5 s')
    """
    return _Filling(lang).vformat(text, (), values)


class _Filling(string.Formatter):
    def __init__(self, lang: str):
        self.lang = lang

    def format_field(self, value: Any, format_spec: str) -> Any:
        if format_spec.startswith("|"):
            _, one, many = format_spec.split("|")
            return f"{grouped(value, self.lang)} {one if value == 1 else many}"
        if format_spec == ",":
            return grouped(value, self.lang)
        if format_spec == "g":
            return f"{value:g}".replace(".", "," if self.lang == "sv" else ".")
        return super().format_field(value, format_spec)


def known(key: str) -> bool:
    """Whether there is such a text; for words that data may extend, such as kinds."""
    return key in MESSAGES


def kind_name(kind: str, number: int, lang: str) -> str:
    """What a kind of fact, issue or boilerplate is called, one of it or many; what rules name themselves and no text knows stays as it is.

    >>> kind_name("actors", 1, "en"), kind_name("actors", 2, "sv"), kind_name("new-kind", 2, "sv")
    ('actor', 'aktörer', 'new-kind')
    """
    key = f"one.{kind}" if number == 1 else f"kind.{kind}"
    return say(key, lang) if known(key) else kind


def grouped(number: int, lang: str) -> str:
    """A whole number with its thousands apart: a no-break space in Swedish, a comma in English.

    >>> grouped(11700000, "en"), grouped(1234, "sv") == "1\\N{NO-BREAK SPACE}234"
    ('11,700,000', True)
    """
    return f"{number:,}" if lang == "en" else f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


def amount(number: Decimal, currency: str, lang: str) -> str:
    """An amount of money as people read it; öre only where there are any.

    >>> amount(Decimal("9800000"), "SEK", "en"), amount(Decimal("12.5"), "EUR", "en"), amount(Decimal("5"), "", "sv")
    ('9,800,000 SEK', '12.50 EUR', '5')
    """
    whole, _, fraction = (f"{number:.2f}" if number % 1 else f"{number:.0f}").partition(".")
    text = grouped(int(whole), lang) + ((("." if lang == "en" else ",") + fraction) if fraction else "")
    return f"{text} {currency}".strip()


def decimal(number: float, lang: str) -> str:
    """A score with two decimals.

    >>> decimal(0.7149, "sv"), decimal(1, "en")
    ('0,71', '1.00')
    """
    return f"{number:.2f}".replace(".", "," if lang == "sv" else ".")


def seconds(number: float, lang: str) -> str:
    """A time as people read it.

    >>> seconds(3.14, "sv"), seconds(0.004, "en"), seconds(75.0, "en")
    ('3,1 s', '4 ms', '75 s')
    """
    text = f"{number * 1000:.0f} ms" if number < 0.1 else f"{number:.1f} s" if number < 60 else f"{number:.0f} s"
    return text.replace(".", ",") if lang == "sv" else text


def default_language(environment: Mapping[str, str] | None = None) -> str:
    """The language of the user's locale where we speak it, else English.

    >>> default_language({"LANG": "sv_SE.UTF-8"}), default_language({"LANG": "sv_SE.UTF-8", "LC_ALL": "C"}), default_language({})
    ('sv', 'en', 'en')
    """
    if environment is None:
        environment = os.environ
        if sys.platform == "win32" and not any(environment.get(x) for x in ("LC_ALL", "LC_MESSAGES", "LANG")):
            import locale

            environment = {"LANG": locale.getlocale()[0] or ""}
    name = next((environment[x] for x in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(x)), "")
    return "sv" if name.casefold().startswith(("sv", "swedish")) else "en"
