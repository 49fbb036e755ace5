"""Odd texts of any size, to see that the time of reading and extraction grows with the size and no faster."""

from __future__ import annotations

from collections.abc import Mapping

PIECES: Mapping[str, str] = {
    # one sign again and again
    "digits": "7",
    "spaces": " ",
    "tabs": "\t",
    "lines": "\n",
    "at signs": "@",
    "commas": ",",
    "full stops": ".",
    "hyphens": "-",
    "dashes": "–",
    "bars": "|",
    "stars": "*",
    "hashes": "#",
    "slashes": "/",
    "colons": ":",
    "quotes": '"',
    "Swedish quotes": "”",
    "angle quotes": "«",
    "quotes and backs": "«»",
    "brackets": "(",
    "brackets and backs": "()",
    "square brackets": "[",
    "underscores": "_",
    "capitals": "A",
    "letters": "a",
    "euro signs": "€",
    "section signs": "§",
    "accents": "a\u0301",
    "combining marks": "\u0301",
    "no-break spaces": "\u00a0",
    "emoji": "🙂",
    # words that rules look for
    "kr": "kr",
    "kr in words": "kr ",
    "och": "och ",
    "kommun": "kommun ",
    "kommuner": "kommuner ",
    "län": "län ",
    "Region": "Region ",
    "projektet": "projektet ",
    "från och med": "från och med ",
    "av": "av ",
    "samt": "Ab, ",
    "till": "till Ab ",
    "som": ", som ",
    "the": "the ",
    "miljoner": "miljoner ",
    "femtio": "femtio ",
    "hundra": "hundra",
    "vardera": "vardera ",
    # numbers, money, dates
    "thousands": "1 000 ",
    "thousands in one number": "1 000",
    "decimals": "1,5 ",
    "points": "1.",
    "years": "2019 ",
    "years in a row": "2019–2020 ",
    "years glued": "2019-",
    "dates": "2019-01-01 ",
    "months": "den 3 maj ",
    "seasons": "våren ",
    "amounts": "5 000 kr ",
    "amounts in words": "fem miljoner kronor ",
    "shares": "50 procent ",
    "ranges": "5–6 miljoner ",
    "phone numbers": "070-123 45 67 ",
    "post codes": "123 45 Umeå ",
    # names
    "capitalised pairs in lines": "Ab Cd\n",
    "capitalised pairs": "Ab Cd ",
    "capitalised words with hyphens": "Ab-, ",
    "hyphenated words": "ab-cd-",
    "tags": "#a",
    "one-letter lines": "a\n",
    "capital lines": "A\n",
    "addresses": "a@b.se ",
    "links": "www.a.se/",
    "abbreviations": "t.ex. ",
    "initials": "A. B. ",
    "bodies": "Region Skåne, ",
    "bodies with och": "Region Skåne och ",
    "counties": "Skåne, Blekinge och ",
    "municipalities": "Umeå kommun ",
    "companies": "Ab AB, ",
    "abbreviations in brackets": "Abc Def (AD) ",
    "persons": "Anna Ek, ",
    "spoken": "säger Anna Ek. ",
    "projects in quotes": "«Ab» ",
    "open quotes": "”Ab ",
    "projektet X": "projektet Ab ",
    "projects on lines": "Projektet Ab\n\n",
    "funded by": "finansieras av Sida ",
    "gives": "Sida ger 5 kr till Ab. ",
    "taking part": "Båda bidrar. ",
    "going in with": "går in med ",
    "in brackets": "(Ab (",
    "owners": "ägs av Ab och ",
    # layout
    "headings with section signs": "§ 1\n\n",
    "numbered headings": "1. Ab\n\n",
    "marked headings": "# Ab\n\n",
    "headings and lines": "# Ab\n\nCd ef.\n\n",
    "list items": "- Ab\n",
    "list items with colons": "- Ab: cd\n",
    "pairs": "Projektägare: Ab\n",
    "labels": "Projektägare:\n",
    "labels and values on lines": "Belopp\n5 kr\n",
    "table rows": "| Ab | 5 |\n",
    "rows of tabs": "Ab\t5\n",
    "sentences": "Ab cd ef. ",
    "lines of dots": "Ab ..... 5\n",
    "bullets": "• ab ",
    "quotations": "> ab\n",
    "tags of HTML": "<b>",
    "entities": "&amp;",
}
"""What each text repeats, by its name."""


def numbered(piece: str, size: int) -> str:
    """The piece with a running number in it, so that no two are equal: what is kept for each name grows too."""
    parts: list[str] = []
    length = 0
    while length < size:
        parts.append(piece.replace("%", _letters(len(parts))))
        length += len(parts[-1])
    return "".join(parts)[:size]


def _letters(number: int) -> str:
    """A number as a word: «Baaa», «Baab» …"""
    word = ""
    for _ in range(4):
        number, last = divmod(number, 26)
        word = chr(ord("a") + last) + word
    return f"B{word}"


NUMBERED: Mapping[str, str] = {
    "different projects in one sentence": "projektet % ",
    "different projects in sentences": "Projektet % ägs av Sida. ",
    "different projects in quotes": "«% ab» ",
    "different bodies": "%s kommun, ",
    "different companies": "% AB, ",
    "different companies in brackets": "% Cde AB (%C), ",
    "different owners": "Projektägare: %\n",
    "different headings": "# %\n\nAb cd.\n\n",
    "different headings with section signs": "§ 1 %\n\n",
    "different names on lines": "% Cd\n",
    "different persons": "Anna % säger. ",
    "different table rows": "| % | Sida | 5 kr |\n",
    "different bullets": "- %: 5 000 kr\n",
    "different abbreviations": "% (BX), ",
    "different places": "i %, ",
}
"""The same with a word that is new each time in the place of «%»."""


LEAD = "Projektet Fyren ägs av Region Gotland.\n\n"
"""A sentence before each odd text: a document of blanks alone would be an empty one."""


def odd_text(name: str, size: int) -> str:
    """The odd text of a name, `size` characters long."""
    if name in NUMBERED:
        return LEAD + numbered(NUMBERED[name], size - len(LEAD))
    piece = PIECES[name]
    return (LEAD + piece * (size // len(piece) + 1))[:size]


NAMES = (*PIECES, *NUMBERED)
