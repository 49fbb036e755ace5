"""What a web page says of itself: title, publisher, date of publication, language."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from graphkit.documents.boilerplate import FOOTER, words_of
from graphkit.documents.inline import text_of
from graphkit.documents.layoutwords import months
from graphkit.documents.sections import Piece
from graphkit.model import BlockKind
from graphkit.text import normalise, squeeze

_SITE = re.compile(r"\s+[|–—-]\s+|\s+::\s+")
_ISO = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d(?!\d)")
_PUBLISHED = (
    "article:published_time",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "date",
    "pubdate",
    "datepublished",
)
_PUBLISHERS = ("og:site_name", "dcterms.publisher", "dc.publisher", "publisher")
_WEB = re.compile(r"https?://[^\s/\"<>\\^`{|}]{3,200}/[^\s\"<>\\^`{|}]{1,600}", re.IGNORECASE)
_LONGEST_DATE_LINE = 120
_MAX_SCRIPT = 200_000
_HOME = re.compile(
    r",?\s*(?:till startsidan|startsida|to the start page|home page|home|logotyp|logotype|logo|logga)\b.*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PageInfo:
    """What the head and the foot of a page say; empty where they say nothing."""

    title: str = ""
    publisher: str = ""
    issued: str = ""
    language: str = ""
    address: str = ""


def find_page_info(root: Any, pieces: Sequence[Piece]) -> PageInfo:
    """The page's info: the main heading is the title, else what the head names; the publisher is named by head, schema.org, or footer."""
    metas = _metas(root)
    data = list(_linked_data(root))
    head = squeeze(normalise(next((text_of(x) for x in root.iter("title")), "")))
    heading = next((x.draft.text for x in pieces if x.draft.kind is BlockKind.TITLE and not x.draft.reason), "")
    title, suffix = _without_site(head)
    return PageInfo(
        title=squeeze(normalise(heading or metas.get("og:title", "") or title)),
        publisher=_publisher(root, metas, data, pieces, suffix, heading),
        issued=_issued(root, metas, data),
        language=(root.get("lang") or root.get("xml:lang") or metas.get("content-language", ""))[:2].lower(),
        address=_address(root, metas),
    )


def publication_date(text: str, *, dated: bool = False) -> tuple[str, str] | None:
    """«issued» or «updated» and the ISO date, for a line that says when the page was published and nothing more.

    `dated` is true where the markup calls it a date, so that the bare date is enough.

    >>> publication_date("Publicerat 18 december 2023 av sekretariatet"), publication_date("Senast uppdaterad: 2018-02-07")
    (('issued', '2023-12-18'), ('updated', '2018-02-07'))
    >>> publication_date("2010-05-27"), publication_date("2010-05-27", dated=True), publication_date("Datum för mötet är inte satt")
    (None, ('issued', '2010-05-27'), None)
    """
    if len(text) > 2 * _LONGEST_DATE_LINE:
        return None
    text = squeeze(normalise(text))
    if len(text) > _LONGEST_DATE_LINE:
        return None
    found = find_date(text)
    if not found:
        return None
    date, start, end = found
    before, after = text[:start].strip(" :–-|,.").casefold(), text[end:].strip()
    if len(after.split()) > 5 or len(before.split()) > 5:
        return None
    for which, labels in _date_labels():
        if before in labels or before.startswith(tuple(word + " " for word in labels)):
            return which, date
    return ("issued", date) if dated and not before and not after else None


@cache
def _footer_labels() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile("|".join(map(re.escape, labels)), re.IGNORECASE) for _, labels in _date_labels())


def footer_date(text: str) -> str:
    """The date on which a page was published or changed, from its foot: the date behind such a word; empty where there is none.

    >>> footer_date("Region Exempel · Box 1 · Sidan uppdaterades 2009-03-11 av Anna"), footer_date("Org.nr 2009-03-11")
    ('2009-03-11', '')
    """
    for pattern in _footer_labels():
        for match in pattern.finditer(text):
            found = find_date(text[match.end() : match.end() + 30])
            if found and found[1] <= 6:
                return found[0]
    return ""


def find_date(text: str) -> tuple[str, int, int] | None:
    """The first full date of a line, ISO, and where it stands: «2011-05-13», «18 december 2023», «December 18, 2023».

    >>> find_date("Uppdaterad 18 december 2023"), find_date("May 3, 2021"), find_date("13.5.2011"), find_date("2011-45-13")
    (('2023-12-18', 11, 27), ('2021-05-03', 0, 11), ('2011-05-13', 0, 9), None)
    """
    for match in _dates().finditer(text):
        parts = match.groupdict()
        year, month, day = (next(v for k, v in parts.items() if k[0] == letter and v) for letter in "ymd")
        number = months().get(month.casefold().rstrip("."), 0) if not month.isdigit() else int(month)
        try:
            date = datetime.date(int(year), number, int(day))
        except ValueError:
            continue
        return date.isoformat(), match.start(), match.end()
    return None


@cache
def _date_labels() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What comes before a date of change and a date of publication, the longest words first."""
    groups = (("updated", "updated-labels"), ("issued", "issued-labels"))
    return tuple(
        (which, tuple(sorted(words_of(group), key=lambda word: (-len(word), word)))) for which, group in groups
    )


@cache
def _dates() -> re.Pattern[str]:
    month = "|".join(sorted(map(re.escape, months()), key=lambda word: (-len(word), word)))
    return re.compile(
        rf"""
        \b (?: (?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)          # 2011-05-13
        | (?P<d2>\d\d?)(?:st|nd|rd|th|:e|\.)?\s(?P<m2>{month})\.?,?\s(?P<y2>(?:19|20)\d\d)   # 18 december 2023
        | (?P<m3>{month})\.?\s(?P<d3>\d\d?)(?:st|nd|rd|th)?,?\s(?P<y3>(?:19|20)\d\d)         # December 18, 2023
        | (?P<d4>\d\d?)\.(?P<m4>\d\d?)\.(?P<y4>(?:19|20)\d\d)           # 13.5.2011
        ) (?!\d)
        """,
        re.VERBOSE | re.IGNORECASE,
    )


# ----------------------------------------------------------------------------------------------- the head


def _metas(root: Any) -> dict[str, str]:
    """The page's meta lines by name, property or itemprop in lower case; the first of each counts."""
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        content = squeeze(normalise(meta.get("content") or ""))
        if name and content:
            metas.setdefault(name.strip().lower(), content[:500])
    return metas


def _linked_data(root: Any) -> Iterator[dict[str, Any]]:
    """The schema.org things that the page tells of in JSON-LD; what can't be parsed is no data."""
    for script in root.iter("script"):
        text = script.text or ""
        if (script.get("type") or "").strip().lower() != "application/ld+json" or len(text) > _MAX_SCRIPT:
            continue
        try:
            content = json.loads(text)
        except (ValueError, RecursionError):
            continue
        things = content.get("@graph", [content]) if isinstance(content, dict) else content
        for thing in things if isinstance(things, list) else []:
            if isinstance(thing, dict):
                yield thing


def _issued(root: Any, metas: dict[str, str], data: Sequence[dict[str, Any]]) -> str:
    candidates = [metas.get(name, "") for name in _PUBLISHED]
    candidates += [str(thing.get("datePublished") or "") for thing in data]
    candidates += [
        time.get("datetime") or ""
        for time in root.iter("time")
        if time.get("pubdate") is not None or time.get("itemprop") == "datePublished"
    ]
    for candidate in candidates:
        match = _ISO.search(candidate)
        found = find_date(match.group()) if match else None
        if found:
            return found[0]
    return ""


def _address(root: Any, metas: dict[str, str]) -> str:
    """The web address that the page says is its own, without what comes behind «#»; a site's front page is no document's address."""
    links = (x.get("href") or "" for x in root.iter("link") if "canonical" in (x.get("rel") or "").lower().split())
    for address in (*links, metas.get("og:url", "")):
        if match := _WEB.fullmatch(squeeze(address).partition("#")[0]):
            return match.group()
    return ""


def _without_site(title: str) -> tuple[str, str]:
    """A head's title and the site's name behind its last bar or dash: «Nya spår - Region Jönköpings län»."""
    parts = list(_SITE.finditer(title))
    if not parts:
        return title, ""
    return title[: parts[-1].start()], title[parts[-1].end() :]


def _publisher(
    root: Any, metas: dict[str, str], data: Sequence[dict[str, Any]], pieces: Sequence[Piece], suffix: str, heading: str
) -> str:
    for name in _PUBLISHERS:
        if metas.get(name):
            return metas[name]
    for thing in data:
        name = _publisher_of(thing)
        if name:
            return squeeze(normalise(name))[:200]
    logos = (squeeze(_HOME.sub("", normalise(image.get("alt") or ""))) for image in root.iter("img"))
    logo = next((alt for alt in logos if alt), "")
    if suffix[:1].isupper() and suffix != heading:
        return suffix
    footer = next((x.draft.text for x in pieces if x.draft.reason == FOOTER and x.draft.text), "")
    name = re.split(r"\s*[|,•·©]\s*", footer.lstrip("© "))[0]
    if logo and (logo in footer or not name):
        return logo[:200]
    return name if 0 < len(name) <= 80 and not find_date(name) else ""


def _publisher_of(thing: dict[str, Any]) -> str:
    publisher = thing.get("publisher")
    if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
        return str(publisher["name"])
    kinds = thing.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    if {"WebSite", "Organization", "GovernmentOrganization", "NGO"} & {str(kind) for kind in kinds} and isinstance(
        thing.get("name"), str
    ):
        return str(thing["name"])
    return ""
