"""When two facts are the same for the evaluation: names, numbers, dates and quotes compared as a lenient reader would."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

Plain = Mapping[str, Any]
"""A fact as a fact file holds it; gold is read as such because it carries keys that no prediction has."""

STOP = frozenset({"i", "län", "på", "the", "of", "in", "och", "and", "för", "for", "a", "ab"})
_REGION_STOP = STOP | {
    "kommun",
    "municipality",
    "county",
    "oblast",
    "region",
    "regionen",
    "republic",
    "republiken",
    "fylke",
    "landskap",
    "stad",
    "city",
    "town",
}
_PROJECT_STOP = frozenset({"projekt", "projektet", "project", "the"})
_PROGRAMME_STOP = STOP | {"programmet", "program", "programme"}


def tokens(text: object) -> list[str]:
    """Casefolded words without punctuation and genitive -s.

    >>> tokens("Regionförbundets beslut, S:t Petersburg's"), tokens(None)
    (['regionförbundet', 'beslut', 's', 't', 'petersburg'], [])
    """
    folded = unicodedata.normalize("NFKC", str(text or "")).casefold()
    folded = re.sub(r"[:'’´`]s\b", "", folded)
    folded = re.sub(r"[^\w\s]|_", " ", folded)
    return [word[:-1] if len(word) > 3 and word.endswith("s") else word for word in folded.split()]


def token_set(text: object, stop: Collection[str] = ()) -> frozenset[str]:
    """The words of a text without the stop words; all of them when none is left."""
    every = tokens(text)
    return frozenset(word for word in every if word not in stop) or frozenset(every)


def dice(one: frozenset[str], two: frozenset[str]) -> float:
    """The share of words that two sets have in common: 0 to 1 (Dice 1945)."""
    return 2 * len(one & two) / (len(one) + len(two)) if one and two else 0.0


def _names(entity: object, more: Iterable[str] = ()) -> list[str]:
    if not isinstance(entity, Mapping):
        return []
    aliases = entity.get("aliases") or []
    found = [entity.get("name"), *([aliases] if isinstance(aliases, str) else aliases), *(entity.get(x) for x in more)]
    return [str(name) for name in found if name not in (None, "")]


def _name_likeness(one: list[str], two: list[str], near: Callable[[str, str], float]) -> float:
    best = 0.0
    for first in one:
        for second in two:
            if tokens(first) and tokens(first) == tokens(second):
                return 1.0
            best = max(best, near(first, second))
    return best


def same_actor(gold: Plain, predicted: Plain) -> float:
    """1 for a common name, 0.9 for one that differs in small words only, else 0.

    >>> same_actor({"name": "Länsstyrelsen i Gävleborg"}, {"name": "Länsstyrelsen Gävleborg"})
    0.9
    """
    return _name_likeness(
        _names(gold), _names(predicted), lambda a, b: 0.9 * float(_equal(token_set(a, STOP), token_set(b, STOP)))
    )


def same_region(gold: Plain, predicted: Plain) -> float:
    """By code where both have one, else by name as `same_actor`, words such as «kommun» and «county» left out."""
    one, two = region_code(gold), region_code(predicted)
    if one and two:
        return float(one == two)
    return _name_likeness(
        _names(gold, ("canonical",)),
        _names(predicted, ("canonical",)),
        lambda a, b: 0.9 * float(token_set(a, _REGION_STOP) == token_set(b, _REGION_STOP)),
    )


def same_project(gold: Plain, predicted: Plain) -> float:
    """1 for a common name, else the share of words in common when it is 0.6 or more.

    >>> round(same_project({"name": "Bit för bit i Vologda"}, {"name": "Bit för bit"}), 2)
    0.67
    """

    def near(first: str, second: str) -> float:
        share = dice(token_set(first, _PROJECT_STOP), token_set(second, _PROJECT_STOP))
        return min(share, 0.99) if share >= 0.6 else 0.0

    return _name_likeness(_names(gold), _names(predicted), near)


def _equal(one: frozenset[str], two: frozenset[str]) -> bool:
    return bool(one) and one == two


def region_code(region: object) -> str | None:
    """A region's code in upper case; an unquoted NO (Norway) in YAML is false."""
    code = region.get("code") if isinstance(region, Mapping) else None
    if code is False:
        code = "NO"
    return str(code).strip().upper() if code not in (None, "") else None


def number_of(value: object) -> float | None:
    """The number that a fact file's value means: 3, «3», «3 000», «3,5».

    >>> number_of("3 000,5"), number_of(None), number_of("tre")
    (3000.5, None, None)
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return float(value)
    try:
        return float(str(value).replace("\u00a0", "").replace(" ", "").replace(",", "."))
    except ValueError:
        return None


def same_number(one: object, two: object, tolerance: float = 0.005) -> bool:
    """Whether two numbers, or two ranges, agree to half a per cent."""
    if isinstance(one, (list, tuple)) or isinstance(two, (list, tuple)):
        ranges = isinstance(one, (list, tuple)) and isinstance(two, (list, tuple))
        if not ranges or len(one) != len(two):  # type: ignore[arg-type]
            return False
        return all(same_number(a, b, tolerance) for a, b in zip(one, two, strict=True))  # type: ignore[call-overload]
    first, second = number_of(one), number_of(two)
    if first is None or second is None:
        return False
    return abs(first - second) <= tolerance * max(abs(first), abs(second)) + 1e-9


def date_text(value: object) -> str | None:
    """A date as ISO text, no longer than a day."""
    if value in (None, ""):
        return None
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()[:10]
    return str(value).strip()[:10]


def date_credit(gold: str | None, predicted: str | None) -> float:
    """1 for the same date, 0.5 for one that is right but coarser, else 0.

    >>> date_credit("2020-05", "2020-05"), date_credit("2020-05", "2020"), date_credit("2020", "2020-05")
    (1.0, 0.5, 0.0)
    """
    if gold == predicted:
        return 1.0
    coarser = bool(gold and predicted) and len(predicted or "") < len(gold or "")
    return 0.5 if coarser and (gold or "").startswith(f"{predicted}-") else 0.0


def same_currency(gold: object, predicted: object) -> bool:
    """Whether the currencies agree; gold without one takes any."""
    if gold in (None, ""):
        return True
    return predicted not in (None, "") and str(gold).upper() == str(predicted).upper()


def same_money(gold: object, predicted: object) -> bool:
    """Whether two budgets agree in amount and currency."""
    if not (isinstance(gold, Mapping) and isinstance(predicted, Mapping)):
        return False
    return same_number(gold.get("amount"), predicted.get("amount")) and same_currency(
        gold.get("currency"), predicted.get("currency")
    )


def same_label(gold: object, predicted: object) -> bool:
    """Whether two indicator labels share a word, or the first five letters of a long one."""
    one = [word for word in tokens(gold) if word not in STOP]
    two = [word for word in tokens(predicted) if word not in STOP]
    return any(a == b or (len(a) > 4 and len(b) > 4 and a[:5] == b[:5]) for a in one for b in two)


def same_programme(gold: object, predicted: object) -> bool:
    """Whether half of the words of two programme names agree."""
    one, two = token_set(gold, _PROGRAMME_STOP), token_set(predicted, _PROGRAMME_STOP)
    return bool(one and two) and (one == two or 2 * len(one & two) >= max(len(one), len(two)))


def quote_of(fact: Plain) -> str | None:
    """The quote of a predicted fact: its own, else its first evidence's."""
    evidence = fact.get("evidence")
    if isinstance(evidence, list) and evidence:
        evidence = evidence[0]
    return fact.get("quote") or (evidence.get("quote") if isinstance(evidence, Mapping) else None)


def same_quote(gold: object, predicted: object) -> bool:
    """Whether the predicted quote holds half of the gold quote's words, or lies inside it."""
    one, two = set(tokens(gold)), set(tokens(predicted))
    return bool(one and two) and (2 * len(one & two) >= len(one) or two <= one)


def phone_numbers(value: object) -> set[str]:
    """The telephone numbers of a field as bare digits; several may stand in it.

    >>> sorted(phone_numbers("+46 (0)70-174 06 05 eller 021-12 34"))
    ['0211234', '0701740605']
    """
    if isinstance(value, (list, tuple)):
        value = ", ".join(str(x) for x in value)
    text = re.sub(r"\+\s?46\s?(\(0\))?", "0", str(value or ""))
    parts = re.split(r"[,;/]|\beller\b|\boch\b|\bor\b|\band\b", text)
    return {digits for digits in (re.sub(r"\D", "", part) for part in parts) if digits}


def person_words(name: object) -> frozenset[str]:
    """A person's name as words, without what stands in brackets (a party, a title)."""
    return token_set(re.sub(r"\(.*?\)", " ", str(name or "")))
