"""What of flattened text is no text of its own: menus word by word, breadcrumbs, buttons, cookie words, links to other pages, footers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from graphkit.documents.boilerplate import COOKIES, FOOTER, NAVIGATION, PUBLISHED, RELATED, SHARING
from graphkit.documents.labels import is_label
from graphkit.documents.layoutwords import begins, fold, months, words
from graphkit.documents.shapes import Line, Shape, bullet, is_date
from graphkit.wordpatterns import PhrasePattern

PAGE_MARK = "page number"
LONGEST_MENU = 60
_PARTS = re.compile(r"\s+[|·•›»>/]\s+|\s{2,}|\t+|\s[|]|[|]\s")
_CRUMBS = re.compile(r"\s+[›»>/]\s+|\s*(?:›|»)\s*")
_PAGE = re.compile(
    r"(?:sida|sidan|sid|s|page|side)\.?\s*\d{1,4}(?:\s*(?:\(|/|av|of)\s*\d{1,4}\)?)?|\d{1,4}\s*\(\d{1,4}\)|-\s?\d{1,4}\s?-",
    re.IGNORECASE,
)
_PLAYING = re.compile(r"\d{1,2}[:.]\d\d min(?:uter)?|lästid:? \d+ min.*", re.IGNORECASE)
_FILE = re.compile(r"[\w.()%-]+\.(?:jpe?g|png|gif|svg|webp|pdf|docx?|xlsx?|pptx?)", re.IGNORECASE)
_POSTAL = re.compile(r"(?<![\d-])(?:SE-|S-|FI-|AX-|N-)?\d{3} ?\d{2} (?:[A-ZÅÄÖ][a-zåäö]+|[A-ZÅÄÖ]{3,})")
_MONEY = re.compile(
    r"\d\s?(?:kr\b|kronor|tkr|mkr|mnkr|sek\b|euro?\b|€|nok\b|miljoner|million)|[€£]\s?\d|(?:sek|eur|nok)\s\d",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s?.{0,80}", re.IGNORECASE)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)")
_NAMED = re.compile(
    r"(?<!\d)(\d{1,2})\.?(?:st|nd|rd|th)? (?:of )?([^\W\d_]{3,12})\.?,? (\d{4})(?!\d)|([^\W\d_]{3,12})\.? (\d{1,2}),? (\d{4})(?!\d)"
)


@lru_cache(maxsize=4096)
def reason_of(line: Line, *, head: bool) -> str:
    """Why a line is boilerplate, in plain words; empty for text. `head` is true above the page's first running text.

    >>> reason_of(Line("Till toppen", ""), head=False), reason_of(Line("Sida 3 (7)", ""), head=False)
    ('buttons to share, search or give feedback', 'page number')
    >>> reason_of(Line("Hem | Nyheter | Kontakt", "Hem | Nyheter | Kontakt"), head=False), reason_of(Line("Kommunen betalar.", ""), head=False)
    ('navigation', '')
    """
    text = line.text
    if len(text) > 260 or _MONEY.search(text):
        return ""
    if fold(text.strip("[]()")) in words("layout.buttons"):
        return SHARING
    if is_page_mark(text):
        return PAGE_MARK
    if _PLAYING.fullmatch(text):
        return SHARING
    if _FILE.fullmatch(text):
        return RELATED
    if is_date_line(text, head=head):
        return PUBLISHED
    if is_menu(line, head=head):
        return NAVIGATION
    if _COPYRIGHT.fullmatch(text):
        return FOOTER
    if len(text) <= 160 and begins(text, "layout.chrome-starts"):
        return RELATED if begins(text, "layout.related") else SHARING
    if _tells_of_cookies(text):
        return COOKIES
    return ""


def is_page_mark(text: str) -> bool:
    """True for a page number: «Sida 3 (7)», «14 (31)»."""
    return len(text) <= 40 and bool(_PAGE.fullmatch(text))


def _tells_of_cookies(text: str) -> bool:
    return any(word in words("layout.cookie-words") for word in re.findall(r"[^\W\d_]+", text.casefold()))


def is_menu(line: Line, *, head: bool) -> bool:
    """True for a line of several links: «Hem   Nyheter   Kontakt», «Start / Nyheter / Regional tillväxt».

    >>> is_menu(Line("", "Projektbank / Pågående projekt"), head=True), is_menu(Line("", "Anna Ek | projektledare | 070-1"), head=False)
    (True, False)
    """
    if not line.raw or len(line.raw) > 400:
        return False
    parts = [part for part in _PARTS.split(line.raw.strip()) if part.strip()]
    if len(parts) < 2 or any(len(part.split()) > 5 or "@" in part for part in parts):
        return False
    known = sum(_is_menu_word(part) for part in parts)
    digits = sum(any(char.isdigit() for char in part) for part in parts)
    if len(parts) >= 3 and known >= 2 and known * 2 >= len(parts):
        return True
    if not head or digits:
        return False
    crumbs = len(_CRUMBS.split(line.raw.strip())) == len(parts)
    return (
        (crumbs and len(parts) >= 2 and known >= 1) or (crumbs and len(parts) >= 3) or (len(parts) >= 4 and known >= 1)
    )


def _is_menu_word(text: str) -> bool:
    folded = fold(text)
    return (
        folded in words("layout.menu-words")
        or folded in words("layout.buttons")
        or folded.startswith(("om ", "about "))
    )


def is_date_line(text: str, *, head: bool) -> bool:
    """True for a line that only tells when the page was published or changed; a bare date does so above the text only.

    >>> is_date_line("Publicerad 08.02.2024 06:45", head=False), is_date_line("12.4.2024", head=True), is_date_line("Start 2009", head=True)
    (True, True, False)
    """
    if len(text) > 110 or not any(char.isdigit() for char in text):
        return False
    if begins(text, "layout.published") or begins(text, "layout.updated"):
        return bool(issued_of(text)) and len(text) <= 80 and text.count(" ") <= 9
    if not head or not issued_of(text):
        return False
    return is_date(text) or any(is_date(part.strip()) for part in text.split("|")[1:])


def issued_of(text: str) -> str:
    """The first full date of a text in ISO form; empty where there is none.

    >>> issued_of("Publicerat tisdag 3 mars 2015 kl 06.32"), issued_of("Published: October 17, 2023"), issued_of("2015")
    ('2015-03-03', '2023-10-17', '')
    """
    text = text[:400]
    if match := _ISO.search(text):
        return _valid(match.group(1), match.group(2), match.group(3))
    if match := _NUMERIC.search(text):
        return _valid(match.group(3), match.group(2), match.group(1))
    for match in _NAMED.finditer(text):
        day, name, year = (
            (match.group(1), match.group(2), match.group(3))
            if match.group(1)
            else (match.group(5), match.group(4), match.group(6))
        )
        month = months().get(name.casefold())
        if month:
            return _valid(year, str(month), day)
    return ""


def _valid(year: str, month: str, day: str) -> str:
    return (
        f"{year}-{int(month):02d}-{int(day):02d}"
        if 1 <= int(month) <= 12 and 1 <= int(day) <= 31 and 1900 <= int(year) <= 2100
        else ""
    )


def head_menu(lines: Sequence[Line], at: int) -> tuple[int, str] | None:
    """The end of a menu at the top of a page, one word or two to a line, and the name of the site that stands in it; none where there is none.

    >>> lines = [Line("Region Skåne", "", True), Line("Hem", ""), Line("Nyheter", ""), Line("Om oss", "")]
    >>> head_menu(lines, 0)
    (4, 'Region Skåne')
    """
    end = at + 1
    while end < len(lines) and end - at <= LONGEST_MENU and not lines[end].gap:
        end += 1
    group = lines[at:end]
    if len(group) < 2 or len(group) > LONGEST_MENU or any(_is_content(line) for line in group):
        return None
    known = [_is_menu_word(line.text) or is_menu(line, head=True) for line in group]
    single = sum(" " not in line.text for line in group)
    if not (sum(known) >= 2 or (sum(known) and (len(group) == 2 or single >= 2))):
        return None
    names = [line.text for line, is_known in zip(group, known, strict=True) if not is_known]
    return end, " ".join(names[:2] if names[1:] and known[0] else names[:1])


def _is_content(line: Line) -> bool:
    """True for a line that is too long or says too much for a menu."""
    text = line.text
    if is_menu(line, head=True):
        return False
    return (
        len(text.split()) > 5
        or line.shape is not Shape.TEXT
        or ":" in text
        or bool(bullet(text))
        or bool(re.search(r"\d\d", text))
    )


def announces_links(heading: str) -> bool:
    """True for a heading above links to other pages: «Mer om våra vänorter», «Relaterad information», «See also».

    >>> announces_links("Läs också"), announces_links("Mål")
    (True, False)
    """
    return begins(heading, "layout.related") or begins(heading, "layout.link-headings")


def related_end(lines: Sequence[Line], at: int) -> int | None:
    """The line after a list of links to other pages whose heading is line `at`; none where `at` is no such heading or text follows.

    >>> lines = [Line("Senaste inläggen", "", True), Line("Frukost om hamnar", ""), Line("Lediga lokaler", "")]
    >>> related_end(lines, 0)
    3
    """
    if (
        len(lines[at].text) > 60
        or lines[at].shape is not Shape.TEXT
        or not begins(lines[at].text, "layout.related")
        or _MONEY.search(lines[at].text)
    ):
        return None
    end = at + 1
    while end < len(lines) and end - at <= 40 and _is_link(lines[end]) and not (end > at + 1 and lines[end].gap):
        end += 1
    whole = end == len(lines) or lines[end].gap
    return end if end > at + 1 and whole else (at + 1 if end == len(lines) else None)


def _is_link(line: Line) -> bool:
    text = line.text
    if len(text) > 110 or line.shape in (Shape.AMOUNT,) or _MONEY.search(text) or "@" in text or is_label(text):
        return False
    return line.shape is not Shape.PROSE


def footer_start(lines: Sequence[Line]) -> int:
    """The first line of the footer or of the cookie text that ends the page; `len(lines)` where there is none.

    A footer is the last lines with a postal address, a switchboard or the like; a cookie text runs from its heading to the end.
    """
    start = len(lines)
    paid = max((number for number, line in enumerate(lines) if _MONEY.search(line.text)), default=-1)
    for number in range(len(lines) * 2 // 5, len(lines)):
        text = lines[number].text
        cookies = _tells_of_cookies(text)
        if cookies and lines[number].gap and len(text) <= 90 and number > paid:
            start = number
            break
    for number in range(max(len(lines) - 6, len(lines) * 2 // 3), start):
        if _is_ruled(lines[number].text) and number > paid:
            start = number
            break
    last = start
    while last and start - last < 8 and _is_footer(lines[last - 1]):
        last -= 1
    return last


def _is_ruled(text: str) -> bool:
    return len(text) >= 3 and not text.strip("-–—_=* ")


@cache
def _footer_words() -> PhrasePattern:
    return PhrasePattern(words("layout.footer-words"))


def _is_footer(line: Line) -> bool:
    text = line.text
    if len(text) > 200 or _MONEY.search(text) or ("@" in text and not _POSTAL.search(text)):
        return False
    folded = text.casefold()
    marked = _footer_words().search(folded) is not None
    return bool(_POSTAL.search(text)) or marked or bool(reason_of(line, head=False)) or _is_ruled(text)
