"""Headings as names: whether a heading's shape is a project's name, or one of the usual words that part a page or a record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from graphkit.documents.labels import is_label
from graphkit.facts.candidates import NUMBERING, is_common_start, stripped
from graphkit.facts.labels import label_kind
from graphkit.facts.reading import Unit
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind
from graphkit.text import squeeze

HEADS = (BlockKind.TITLE, BlockKind.HEADING)
MONEY = re.compile(
    r"\d\s*(kr|kronor|mkr|mnkr|tkr|kkr|euro|€|miljon|million|[MTK]?(?:SEK|EUR|NOK|DKK)|USD)|(€|EUR|SEK|NOK|DKK|USD)\s?\d",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[.:]\d\d|(19|20)\d\d$")
_PAGE_TITLE = (
    r"(?:(?:\d{1,4}|<projects.page-adjectives>)\s+)*[\w-]*(?:<projects.page-nouns>)"
    r"(?:\s+(?:<projects.page-tails>)\s.*)?\s*[:.]?$"
)


def may_name(unit: Unit, lexicon: Lexicon, *, marked: bool = False) -> bool:
    """Whether a heading's shape is a name's: short, no question, no headline's verb or sum, none of the usual words for sections.

    With `marked` its place marks it as a name, so that a question or a verb makes no difference: «Vem äger älgen?»
    """
    text = squeeze(unit.text)
    start, end = stripped(text, 0, len(text), lexicon)
    name = text[start:end]
    words, low = name.split(), name.casefold()
    generic = lexicon.words("projects.generic-headings")
    long = is_titled(text)
    if (
        not 1 <= len(words) <= 12 + 4 * marked + 14 * long
        or len(text) > 110 + 30 * marked + 90 * long
        or low in generic
        or text.endswith(("…", "-", ":"))
    ):
        return False
    if (
        label_kind(name, lexicon) is not None
        or (len(words) <= 3 and words[-1].casefold() in generic)
        or re.match(r"(projekt|project)\w*$", low)
        or is_numbered(name, lexicon)
        or is_page_title(name, lexicon)
        or is_section(name, lexicon)
        or lexicon.regex(r"(?:\w+t\s)?[\w-]*(?:<projects.money-heads>)\s+(?:<things.joints>|åt)\s").match(low)
        or lexicon.regex(r".*(?:<projects.announcements>)$").match(low)
    ):
        return False
    if marked and (len(words) > 2 or (len(words) == 2 and name.istitle())):
        return not lexicon.regex(
            r"(?:(?:<projects.anaphora>|om|läs|about|read)\b|(?:mer|more)\s+(?:om|about|on|news|info\w*|from|<projects.plurals>)\b)"
        ).match(low)
    verbs = lexicon.words("projects.headline-verbs")
    asks = text.endswith("?") or (len(words) > 3 and text.endswith("!"))
    return not (
        asks
        or is_common_start(words[0], lexicon)
        or any(word.casefold().strip(",") in verbs and word.islower() for word in words[1:])
        or MONEY.search(name)
        or re.search(r"\bmiljoner\b|\bmillions?\b", low)
    )


def is_titled(text: str) -> bool:
    """Whether a line is a title in full with its short name in brackets, which no sentence is: «Salt Roads of the Coast (SALTROAD KX1001)».

    >>> is_titled("Salt Roads of the Coast (SALTROAD KX1001)"), is_titled("Roads of the Coast (see below)")
    (True, False)
    """
    return bool(_TITLED.match(text))


_TITLED = re.compile(
    r"[^.!?|\n]{8,170}\s\((?=[^()]*[A-ZÅÄÖ][^()]*[A-ZÅÄÖ\d])[\w+-]{3,20}(?:\s[A-Z]{1,4}[\d-]{1,8})?\)$"
)


def is_page_title(name: str, lexicon: Lexicon) -> bool:
    """Whether a heading says what kind of things a page or site shows, and names none: «Våra EU-projekt», «Projekt där Alfa deltar».

    >>> from graphkit.lexicon import load_lexicon
    >>> [is_page_title(x, load_lexicon("sv")) for x in ("Internationellt samarbete", "EU-projekt i kommunen", "Projekt Åkern")]
    [True, True, False]
    """
    return bool(lexicon.regex(_PAGE_TITLE, re.IGNORECASE).match(name))


_NUMBERED = r"(?:<projects.number-headings>)(?:\s*[:.]?\s*(?:nr\.?\s*)?[A-ZÅÄÖ]{0,5}[\s-]?\d[\w/.:–-]*(?:\s.{0,12})?)?$"


def is_numbered(name: str, lexicon: Lexicon) -> bool:
    """Whether a heading is a word and a number, or a date: «Journalnr 2018-44», «Bilaga 2», «2019-04-02».

    >>> from graphkit.lexicon import load_lexicon
    >>> is_numbered("Dnr RUN 2021/123", load_lexicon("sv")), is_numbered("Ådra 2.0", load_lexicon("sv"))
    (True, False)
    """
    return bool(
        lexicon.regex(_NUMBERED, re.IGNORECASE).match(name)
        or re.match(r"(?:\d{4}-\d\d-\d\d|(?:19|20)\d\d\b|\d[\d\s.,–-]*(?:$|\w{1,3}$))", name)
    )


def is_generic(text: str, lexicon: Lexicon) -> bool:
    """Whether a heading is a label or one of the usual words that part what is told of one project: «Bakgrund», «2.1 Finansiering:».

    >>> from graphkit.lexicon import load_lexicon
    >>> is_generic("2.1 Finansiering:", load_lexicon("sv")), is_generic("Älgar och vargar", load_lexicon("sv"))
    (True, False)
    """
    plain = NUMBERING.sub("", squeeze(text), count=1).casefold().strip(" :.")
    return (
        plain in lexicon.words("projects.generic-headings")
        or label_kind(plain, lexicon) is not None
        or is_label(plain)
        or is_section(NUMBERING.sub("", squeeze(text), count=1), lexicon)
    )


_IT = r"(?<![\w-])(?i:<projects.the-project>)(?!\w)(?!\s+[”“„«\"A-ZÅÄÖ#])"
_SECTION = (
    r"(?:(?:<projects.section-adjectives>)\s+)+(?:<projects.section-nouns>)(?:[\s:,].*)?$"
    r"|(?:<projects.section-nouns>)\s+(?:(?:<projects.section-tails>)(?:\s.*)?|(?:och|and)\s+[\w-]+)$"
)


def is_section(name: str, lexicon: Lexicon) -> bool:
    """Whether a heading parts what is told of one project: it speaks of «projektet», or says what kind of thing comes next.

    >>> from graphkit.lexicon import load_lexicon
    >>> heads = ("Vad projektet har gett", "Viktiga effekter på sikt", "Upplägg och genomförande", "Projektet Åkern", "Effekter av torka")
    >>> [is_section(head, load_lexicon("sv")) for head in heads]
    [True, True, True, False, False]
    """
    return bool(lexicon.regex(_IT).search(name) or lexicon.regex(_SECTION, re.IGNORECASE).match(name.strip(" :.?!")))


def find_inner(units: Sequence[Unit], lexicon: Lexicon) -> frozenset[int]:
    """The numbers of the headings inside what is told of one project: usual words, lines that state something, what stands above several parts alike."""
    repeated = find_repeated(units)
    return frozenset(
        index
        for index, unit in enumerate(units)
        if unit.block.kind is BlockKind.HEADING
        and (
            index in repeated
            or is_generic(unit.text, lexicon)
            or (_states(unit, lexicon) and not _is_owned(units, index, lexicon))
        )
    )


def find_repeated(units: Sequence[Unit]) -> frozenset[int]:
    """The numbers of the headings that stand above several sections alike: «Om projektet», or «Delområde» of «Delområde: Nord» and «Delområde: Syd».

    A heading said twice at once is none.
    """
    heads = [(index, squeeze(unit.text).casefold()) for index, unit in enumerate(units) if unit.block.kind in HEADS]
    places: dict[str, list[int]] = {}
    for order, (_, text) in enumerate(heads):
        places.setdefault(text, []).append(order)
    apart = {text for text, orders in places.items() if len(orders) > 1 and orders[-1] - orders[0] >= len(orders)}
    count = Counter(text.split(":")[0] for _, text in heads if ": " in text)
    labels = {label for label, times in count.items() if times > 1 and len(label.split()) <= 3}
    return frozenset(index for index, text in heads if text in apart or text.split(":")[0] in labels)


def _is_owned(units: Sequence[Unit], index: int, lexicon: Lexicon) -> bool:
    """Whether a heading is short and a box below it begins with an owner: «Vinterspår 2014», «Sökande: Alfa kommun»."""
    below = units[index + 1].block if index + 1 < len(units) else None
    if below is None or below.kind is not BlockKind.PAIR or MONEY.search(units[index].text):
        return False
    return len(units[index].text.split()) < 9 and label_kind(below.cells[0].text, lexicon) == "owner"


def _states(unit: Unit, lexicon: Lexicon) -> bool:
    """Whether a heading is rather a line of what stands below: «Växjö kommun beviljas 400 000 kr», a date."""
    verbs = lexicon.words("projects.headline-verbs")
    return bool(MONEY.search(unit.text) or _DATE.search(unit.text)) or any(
        word.strip(",") in verbs for word in unit.text.split()[1:]
    )
