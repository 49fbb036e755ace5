"""Contact boxes: short lines with an address or a telephone number among them. Pure functions, shared by the formats with markup."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.documents.labels import is_contact_label, is_label

_MAIL = re.compile(r"[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\]|\(a\))\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w/-])(?:\+\d{2}|0)[\d\s()–-]{6,18}\d(?!\w)")
_LONGEST_LINE = 80
_LONGEST_BOX = 400


def has_address(text: str) -> bool:
    """True where the text holds an e-mail address or a telephone number.

    >>> has_address("anna@exempel.se"), has_address("Tel 070-174 06 05"), has_address("2016-10-01--2019-09-30"), has_address("3 000 000")
    (True, True, False, False)
    """
    return bool(_MAIL.search(text) or _PHONE.search(text))


def is_contact(lines: Sequence[str]) -> bool:
    """True for the lines of a contact box: short ones, an address or number among them, and no label of a fact box.

    >>> is_contact(["Anna Exempel, projektledare", "Region Exempel", "070-174 06 05"]), is_contact(["Ring 070-174 06 05."])
    (True, True)
    >>> is_contact(["Växeln på 010-242 00 00 tog under året emot drygt tolv tusen samtal, vilket är fler än någonsin förr."])
    False
    """
    text = "\n".join(lines)
    if not lines or len(text) > _LONGEST_BOX or not has_address(text):
        return False
    if any(_is_fact(line) for line in lines):
        return False
    rest = _PHONE.sub("", _MAIL.sub("", text))
    return max(map(len, rest.split("\n"))) <= _LONGEST_LINE


def _is_fact(line: str) -> bool:
    label, colon, value = line.partition(":")
    return bool(colon and value.strip()) and is_label(label) and not is_contact_label(label)
