"""Labels of fact boxes in flattened text: which words are a label, and how label and value stand on one line."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graphkit.documents.layoutwords import column_phrases, fold, months, starts, words
from graphkit.documents.shapes import Shape, is_prose, shape_of
from graphkit.text import sentences

LONGEST_LABEL = 60
_LONGEST_BLANK = 110
_LONGEST_LABELLED = 5000
_WORD = re.compile(r"[^\W\d_]+(?:[-:][^\W\d_]+)*")
_UNIT = re.compile(r"\s*\(([^()]{1,25})\)$")
_UNKNOWN_LABEL = re.compile(r"[^\W_a-zåäö#–•-][^:.!?;|•]{1,38}")
_WIDE = re.compile(r"(?:\s{2,}|\t|\s\|\s|;\s)")
_AMOUNT_BEHIND = re.compile(
    r"""
    (?<=[a-zåäöæøA-ZÅÄÖ).,])\s?                 # the name, glued or with a blank
    (?=
      (?:(?:SEK|EUR|NOK|DKK|€)\s?)?
      \d[\d .,]*                               # 1 290 000
      (?:[^\W\d_]{1,8}\.?|€|%)?                # kr, mnkr, mill.
      (?:\s[^\W\d_]{1,8}){0,2}$                # NOK
    )
    """,
    re.VERBOSE,
)
_DASHED = re.compile(r"([^\W\d_][^:–—\d]{1,40}?)\s+[-–—]\s+(?=.{0,20}\d)(\S.{2,60})$")
_MONEY_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4096)
def is_label(text: str) -> bool:
    """True for a line made of words that name fields of a fact box or columns of a table.

    >>> [is_label(x) for x in ("Svensk projektägare", "Belopp (kr)", "Geografiskt område:", "Av vem:", "Torsby kommun", "Total cost")]
    [True, True, True, True, False, True]
    """
    if len(text) > LONGEST_LABEL:
        return False
    folded = fold(_UNIT.sub("", text.rstrip(": ")))
    return folded in column_phrases() or _is_made_of_label_words(folded)


def _is_made_of_label_words(folded: str) -> bool:
    found = _WORD.findall(folded)
    if not 1 <= len(found) <= 6 or any(char.isdigit() for char in folded):
        return False
    heads, modifiers = words("layout.label-heads"), words("layout.label-modifiers")
    return any(word in heads for word in found) and all(word in heads or word in modifiers for word in found)


def names_a_field(text: str) -> bool:
    """True for a label of which a word at least is known: «National co-financing in Sweden»."""
    found = _WORD.findall(text.casefold())
    return len(found) <= 6 and any(word in words("layout.label-heads") for word in found)


def is_list_label(text: str) -> bool:
    """True for a label under which several aims or results stand: «Mål», «Achievements:»."""
    return fold(text) in words("layout.list-labels")


def is_contact_label(text: str) -> bool:
    """True for a label whose value is a person, a phone number or an address."""
    return fold(text) in words("layout.contact-headings") or fold(text) in words("documents.contact-labels")


def tells_of_money(text: str) -> bool:
    """True for words that announce payers and sums: «Så finansieras projektet», «Funding».

    >>> tells_of_money("SÅ BETALADES DET"), tells_of_money("Medlemmar"), tells_of_money("Så fördelar sig kostnaden")
    (True, False, True)
    """
    stems = starts("layout.money-stems")
    return any(word.startswith(stems) for word in _MONEY_WORD.findall(text.casefold()))


@lru_cache(maxsize=4096)
def announces_payers(text: str) -> bool:
    """True for words of money that announce who pays, not what it costs.

    >>> announces_payers("Finansiering (tkr)"), announces_payers("Kostnader, svensk del (tkr)"), announces_payers("Beviljade bidrag")
    (True, False, False)
    """
    first = _MONEY_WORD.search(text.casefold())
    costs = first and first.group().startswith(starts("layout.cost-stems"))
    return tells_of_money(text) and not costs and not _announces_grants(text)


def _announces_grants(text: str) -> bool:
    """True for words that rather announce who got money than who paid: «Projekt som tilldelades medel:», «Beviljade bidrag»."""
    found = _MONEY_WORD.findall(text.casefold())
    pays = any(word.startswith(starts("layout.payer-stems")) for word in found)
    return not pays and any(word in words("layout.granted") for word in found)


@lru_cache(maxsize=4096)
def split_label(text: str) -> tuple[str, str] | None:
    """A known label and its value on one line, with a colon or glued together; none where the line is no such thing.

    >>> split_label("Projektägare: Coompanion Sörmland"), split_label("ProjektägareCoompanion Sörmland")
    (('Projektägare', 'Coompanion Sörmland'), ('Projektägare', 'Coompanion Sörmland'))
    >>> split_label("Projektperiod2019–2021"), split_label("Projektägaren är nöjd: allt är klart")
    (('Projektperiod', '2019–2021'), None)
    >>> split_label("Start – 20/09/2019"), split_label("Start – så går det till")
    (('Start', '20/09/2019'), None)
    """
    label, colon, value = text.partition(":")
    if colon and value.strip() and value[0] in " \t" and is_label(label):
        return label.strip(), value.strip()
    dashed = _DASHED.match(text)
    if dashed and shape_of(dashed.group(2)) in (Shape.AMOUNT, Shape.DATE) and is_label(dashed.group(1)):
        return dashed.group(1), dashed.group(2)
    match = _glued().match(text)
    return (match.group(1).strip(), text[match.end() :].strip(": ")) if match else None


def split_blank(text: str) -> tuple[str, str] | None:
    """A label that a box may have without a colon, and its value behind a blank: «Projektägare Alfa ek. för.».

    >>> split_blank("Projektägare Alfa ekonomisk förening"), split_blank("Projektägaren är nöjd"), split_blank("Region Skåne")
    (('Projektägare', 'Alfa ekonomisk förening'), None, None)
    >>> split_blank("Projektets löptid maj 2016 - mars 2017"), split_blank("Bidrag från Vinnova 300 000 kronor")
    (('Projektets löptid', 'maj 2016 - mars 2017'), ('Bidrag från', 'Vinnova 300 000 kronor'))
    >>> split_blank("INSATSOMRÅDE Arbete"), split_blank("Insatsområde Arbete")
    (('INSATSOMRÅDE', 'Arbete'), None)
    """
    if len(text) > _LONGEST_BLANK or text.endswith((".", "?", "!")):
        return None
    if match := _blank().match(text):
        return match.group(1), text[match.end() :].strip()
    ends = [match.start() for match in _BLANK_BEFORE_VALUE.finditer(text)]
    ends = [end for end in ends if " " in text[:end] or (end > 3 and text[:end].isupper() and not text[end:].isupper())]
    end = next((end for end in ends if end <= LONGEST_LABEL and _is_made_of_label_words(fold(text[:end]))), 0)
    return (text[:end], text[end:].strip()) if end and _begins_value(text[end:].strip()) else None


_BLANK_BEFORE_VALUE = re.compile(r"[ \t]+(?=\S)")


def _begins_value(text: str) -> bool:
    """Whether a value begins: with a capital, a figure or a month.

    >>> _begins_value("december 2016"), _begins_value("Alfa AB"), _begins_value("är slut")
    (True, True, False)
    """
    return text[0].isupper() or text[0].isdigit() or text[0] in '#€"”' or text.split()[0].casefold() in months()


@cache
def _blank() -> re.Pattern[str]:
    """A label in the lexicon's `layout.blank-labels`, with a capital or figure behind its blank."""
    labels = sorted(words("layout.blank-labels"), key=lambda word: (-len(word), word))
    return re.compile(rf"((?i:{'|'.join(map(re.escape, labels))}))[ \t]+(?=[A-ZÅÄÖÆØ0-9#€\"”])")


_INNER_CAPITAL = re.compile(r"(?<=[a-zåäöéæø)])[A-ZÅÄÖÆØ][a-zåäöæø]")
_BEFORE_VALUE = re.compile(r"([^\d:.]{3,40}?)(?::\s|\s(?=[€\d]))")
_LONGEST_GLUED = 400


def glued_at(text: str) -> int:
    """Where a label with its figure or colon begins that is glued to the words before it; 0 where none is.

    >>> text = "Nya vägar i bergenTotal budget 774 218 €"
    >>> text[glued_at(text):], glued_at("ProjektägareAlfa: 2 mnkr"), glued_at("McArthur: 12 vägar")
    ('Total budget 774 218 €', 0, 0)
    """
    for match in _INNER_CAPITAL.finditer(text[:_LONGEST_GLUED]):
        label = _BEFORE_VALUE.match(text, match.start())
        if label and is_label(label.group(1)) and not is_label(text[: match.start()]):
            return match.start()
    return 0


@cache
def _glued() -> re.Pattern[str]:
    """A label that ends where a capital or a figure begins without a blank: «BudgetCirka 3 mnkr»."""
    known = {word for word in column_phrases() | words("layout.label-heads") if len(word) >= 4 and word[-1].isalpha()}
    alternation = "|".join(re.escape(word) for word in sorted(known, key=lambda word: (-len(word), word)))
    modifiers = "|".join(
        re.escape(word) for word in sorted(words("layout.label-modifiers"), key=lambda word: (-len(word), word))
    )
    named = "|".join(re.escape(name) for name in sorted(months()))
    return re.compile(
        rf"""
        ((?:(?i:{modifiers})\ ){{0,3}}   # Svensk, Total
        (?i:{alternation})
        (?:\s?\([^()]{{1,20}}\))?)                    # (kr)
        (?<=[a-zåäöæø)])
        (?=[A-ZÅÄÖÆØ0-9#€"”](?![A-ZÅÄÖ]*$)|(?:{named})\b)   # what follows begins a value
        """,
        re.VERBOSE,
    )


def split_unknown(text: str) -> tuple[str, str] | None:
    """A label that no word list knows, and its value: short, with a capital, and the value no sentence.

    >>> split_unknown("Antal sjöar: 14"), split_unknown("Vi frågade: vad händer nu? Ingen visste.")
    (('Antal sjöar', '14'), None)
    """
    label, colon, value = text.partition(": ")
    if (
        not colon
        or not value.strip()
        or len(label.split()) > 5
        or not _UNKNOWN_LABEL.fullmatch(label)
        or is_prose(value.strip())
    ):
        return None
    return label, value.strip()


def split_inline(raw: str) -> list[tuple[str, str]]:
    """Several labels with their values on one line, parted by wide blanks or bars; empty where there are fewer than two.

    >>> split_inline("Total: 902 000,00 €   ERDF: 676 500,00 €")
    [('Total', '902 000,00 €'), ('ERDF', '676 500,00 €')]
    """
    if raw.count(":") < 2 or len(raw) > 2000:
        return []
    parts = [part.strip() for part in _WIDE.split(raw.strip()) if part.strip()]
    found = [split_label(part) or split_unknown(part) for part in parts]
    if len(parts) >= 2 and all(found):
        return [pair for pair in found if pair]
    return []


_LABEL_BEHIND = re.compile(r"(?<=\S) (?=[^\W\d_a-zåäöæø])")
_MOST_LABEL_WORDS = 5


def split_run(text: str) -> list[tuple[str, str]]:
    """Known labels with their values that one line runs together with single blanks; empty where the line does not begin with one of two.

    >>> split_run("Programstöd: 41 150 Total budget: 66 300")
    [('Programstöd', '41 150'), ('Total budget', '66 300')]
    >>> split_run("Ägare: Region Alfa Budget: 300 000 kr"), split_run("Mål: Alla får bo kvar")
    ([('Ägare', 'Region Alfa'), ('Budget', '300 000 kr')], [])
    """
    if text.count(": ") < 2 or len(text) > _LONGEST_LABELLED:
        return []
    pieces = text.split(": ")
    if not is_label(pieces[0]):
        return []
    label, found = pieces[0], []
    for piece in pieces[1:-1]:
        starts_at = [match.end() for match in _LABEL_BEHIND.finditer(piece)][-_MOST_LABEL_WORDS:]
        start = next((start for start in starts_at if is_label(piece[start:])), None)
        if start is None:
            return []
        found.append((label, piece[:start].strip(" ,;|")))
        label = piece[start:]
    return [*found, (label, pieces[-1].strip())]


def split_sentences(text: str) -> list[tuple[str, str]]:
    """A text with several sentences of the form «Label: value» in parts: labels with values, and ("", prose) between; empty for other texts.

    >>> split_sentences("En bro byggs om. Svensk ägare: Åre kommun. Period: 2016–2018. Alla är glada.")
    [('', 'En bro byggs om.'), ('Svensk ägare', 'Åre kommun.'), ('Period', '2016–2018.'), ('', 'Alla är glada.')]
    """
    if text.count(":") < 2 or len(text) > _LONGEST_LABELLED:
        return []
    parts: list[tuple[str, str]] = []
    for start, end in sentences(text):
        labelled = split_label(text[start:end])
        if labelled:
            parts.append(labelled)
        elif parts and not parts[-1][0]:
            parts[-1] = ("", f"{parts[-1][1]} {text[start:end]}")
        else:
            parts.append(("", text[start:end]))
    return parts if sum(bool(label) for label, _ in parts) >= 2 else []


def split_amount(text: str) -> tuple[str, str] | None:
    """A name with an amount glued to it or behind it: «Kramfors kommun240 000 kr», «Region Dalarna: 2 mnkr», «Sida 300 000 SEK».

    >>> split_amount("Kramfors kommun240 000 kr"), split_amount("Region Dalarna: 2 mnkr"), split_amount("Leader 2030")
    (('Kramfors kommun', '240 000 kr'), ('Region Dalarna', '2 mnkr'), None)
    """
    if len(text) > 120:
        return None
    label, colon, value = text.rpartition(": ")
    if colon and shape_of(value.strip()) is Shape.AMOUNT and not is_prose(label):
        return label.strip(), value.strip()
    match = _AMOUNT_BEHIND.search(text)
    if not match or not match.start():
        return None
    label, value = text[: match.start()].strip(" :,"), text[match.end() :].strip()
    glued = not match.group()
    figure = shape_of(value)
    if figure is not Shape.AMOUNT or is_prose(label) or not label or fold(label) in words("layout.units"):
        return None
    return (label, value) if glued or not value.isdigit() else None
