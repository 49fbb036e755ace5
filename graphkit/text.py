"""Text as it is stored and compared: normal forms, slugs, sentences. Pure functions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache


def normalise(text: str) -> str:
    """The text in NFC, lines ended by \\n, no-break and other odd spaces as spaces, no control or format characters.

    >>> normalise("A\\u030angermanland\\u00a0och\\u00ad norr\\r\\nen\\u202e rad")
    'Ångermanland och norr\\nen rad'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _ODD.sub(_plain, text))


# Whatever may be a control or format character or an odd space; letters, marks and signs of every script stay untouched.
_ODD = re.compile(
    r"[^\n\t\x20-\x7e\u00a1-\u00ac\u00ae-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2100-\u214f\u2190-\u27bf]"
)


def _plain(match: re.Match[str]) -> str:
    char = match.group()
    category = unicodedata.category(char)
    if category in ("Zl", "Zp"):
        return "\n"
    if category == "Zs":
        return " "
    return "" if category in ("Cc", "Cf", "Cs", "Co", "Cn") else char


def squeeze(text: str) -> str:
    """The text on one line, each run of blanks one space.

    >>> squeeze("  9,8 \\n  miljoner ")
    '9,8 miljoner'
    """
    return " ".join(text.split())


def visible(text: object) -> str:
    """A name as it can be shown on any terminal: control and format characters, and bytes that are no letters, as escapes.

    >>> visible("Årsrapport 2024.pdf"), visible("a\\nb\\x1b[2J\\u202egpj.txt"), visible("caf\\udce9.txt")
    ('Årsrapport 2024.pdf', 'a\\\\nb\\\\x1b[2J\\\\u202egpj.txt', 'caf\\\\xe9.txt')
    """
    return _ODD.sub(_escaped, str(text).replace("\t", "\\t").replace("\n", "\\n"))


def is_unicode(text: object) -> bool:
    """False for a file's name with bytes that are no letters, which no file of ours could hold.

    >>> is_unicode("Örebro.txt"), is_unicode("caf\\udce9.txt")
    (True, False)
    """
    try:
        str(text).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _escaped(match: re.Match[str]) -> str:
    char = match.group()
    if 0xDC80 <= ord(char) <= 0xDCFF:  # how Python tells of a byte in a file's name that is no letter
        return f"\\x{ord(char) - 0xDC00:02x}"
    hidden = unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    return char.encode("unicode_escape").decode("ascii") if hidden else char


@lru_cache(maxsize=10_000)
def slug(text: str) -> str:
    """Lower-case words joined by hyphens, in letters that every IRI holds; empty for a text without letters or digits.

    >>> slug("Region Örebro län"), slug("S:t Petersburg"), slug("#klarnu"), slug("Æbelø – Łódź")
    ('region-orebro-lan', 's-t-petersburg', 'klarnu', 'aebelo-lodz')
    """
    text = text.casefold()
    for letter, plain in (("æ", "ae"), ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ð", "d"), ("þ", "th"), ("ß", "ss")):
        text = text.replace(letter, plain)
    text = unicodedata.normalize("NFKD", text)
    text = "".join(char for char in text if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", "-", text).strip("-")


_ABBREVIATIONS = frozenset(
    [
        "bl.a",
        "t.ex",
        "t.o.m",
        "fr.o.m",
        "m.m",
        "m.fl",
        "f.n",
        "s.k",
        "dvs",
        "d.v.s",
        "ca",
        "kl",
        "nr",
        "tel",
        "tfn",
        "inkl",
        "exkl",
        "resp",
        "ev",
        "osv",
        "etc",
        "jfr",
        "st",
        "kr",
        "mkr",
        "tkr",
        "tills.m",
        "o.d",
        "e.g",
        "i.e",
        "vs",
        "no",
        "approx",
        "incl",
        "dr",
        "mr",
        "ms",
        "prof",
        "ek",
        "för",
        "r.f",
        "u.a",
    ]
)
_CLOSING = frozenset(["kr", "mkr", "tkr", "osv", "etc", "m.m", "m.fl", "för"])
"""Abbreviations that may stand at the end of a sentence: «… 3 mkr. Projektet …»."""
_MILLIONS = frozenset(["mln", "mill", "mio", "mil", "milj", "mn", "bn", "mrd"])
"""Abbreviations of numbers, which a currency may follow: «2,5 mln. EUR»."""
_UNIT_BEHIND = re.compile(r"\s?(?:[A-Z]{3}\b|€)")
_LAST_WORD = re.compile(r"[\w.:]*\Z")
_END = re.compile(r"[.!?…]+[\"”’»)\]]*(?=\s|$)|\n\s*\n|\n(?=\s*[-–•*·]\s)")


def sentences(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of a text, offsets counted from `start`; blanks around sentences belong to none.

    An abbreviation, a number («2 milj. kronor», «den 31. mars») or a lower-case word after the full stop does not end one.

    >>> text = "Sida ger 9,8 milj. kronor, bl.a. till Luga. Länsstyrelsen i Sörmland är ägare."
    >>> [text[a:b] for a, b in sentences(text)]
    ['Sida ger 9,8 milj. kronor, bl.a. till Luga.', 'Länsstyrelsen i Sörmland är ägare.']
    >>> text = "It cost 2,5 mln. EUR. We paid EUR 3 mln. Alfa paid nothing."
    >>> [text[a:b] for a, b in sentences(text)]
    ['It cost 2,5 mln. EUR.', 'We paid EUR 3 mln.', 'Alfa paid nothing.']
    """
    begin = 0
    for match in _END.finditer(text):
        if text[match.start()] != "." or _ends_sentence(text, begin, match.start(), match.end()):
            yield from _trimmed(text, begin, match.end(), start)
            begin = match.end()
    yield from _trimmed(text, begin, len(text), start)


def _ends_sentence(text: str, begin: int, stop: int, end: int) -> bool:
    """Whether the full stop at `stop` ends the sentence that began at `begin`; `end` is behind the stop and its closing marks."""
    word = _LAST_WORD.search(text, max(begin, stop - 30), stop)
    before = word.group().casefold() if word else ""
    after = text[end : end + 10].lstrip(" ")[:1]
    if before in _MILLIONS:
        return after.isupper() and not _UNIT_BEHIND.match(text, end)
    if before in _ABBREVIATIONS:
        return after.isupper() and before in _CLOSING
    if len(before) == 1 and before.isalpha() and after.isupper():
        return False
    if before.isdigit():  # «2 milj.», «31. mars», or the number of a list's item
        return not (after.isdigit() or after.islower() or stop - begin - len(before) <= 2)
    return not after.islower()


def _trimmed(text: str, begin: int, end: int, start: int) -> Iterator[tuple[int, int]]:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        yield start + begin, start + end


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe stands before one that begins like it.

    >>> harmless("=HYPERLINK(A1)"), harmless(" -"), harmless("Sida"), harmless("")
    ("'=HYPERLINK(A1)", "' -", 'Sida', '')
    """
    first = text.lstrip(" ")[:1]
    return f"'{text}" if first and first in "=+-@\t\r\n＝＋－＠" else text
