"""What a page's head, its foot and its lines say of it."""

from __future__ import annotations

import pytest

from graphkit.documents.html import parse_html
from graphkit.documents.pageinfo import PageInfo, find_page_info, publication_date


def info(head: str, body: str = "<h1>Bron</h1>") -> PageInfo:
    return find_page_info(parse_html(f"<html lang='sv-SE'><head>{head}</head><body>{body}</body></html>"), [])


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ('<meta property="og:site_name" content="Region Exempel">', "Region Exempel"),
        ('<meta name="DCTERMS.publisher" content="Region  Exempel">', "Region Exempel"),
        ('<script type="application/ld+json">{"@type":"WebSite","name":"Region Exempel"}</script>', "Region Exempel"),
        ('<script type="application/ld+json">[{"@type":"Article","publisher":{"name":"Sida"}}]</script>', "Sida"),
        ('<script type="application/ld+json">{"@graph":[{"@type":["NGO"],"name":"Byalaget"}]}</script>', "Byalaget"),
        ('<script type="application/ld+json">{broken</script><title>Bron | Malå</title>', "Malå"),
        ("<title>Flis - bron - Region Exempel</title>", "Region Exempel"),
        ("<title>Bron | så byggs den</title>", ""),
        ("<title>Bron</title>", ""),
    ],
)
def test_the_publisher_is_named_by_the_head(head, publisher):
    assert info(head).publisher == publisher


def test_the_logo_names_the_publisher_where_the_head_does_not():
    assert info("", '<img alt="Malå kommun, till startsidan">').publisher == "Malå kommun"


@pytest.mark.parametrize(
    ("head", "body", "issued"),
    [
        ('<meta property="article:published_time" content="2019-04-02T10:00:00+02:00">', "", "2019-04-02"),
        ('<meta name="dcterms.issued" content="2019-04-02">', "", "2019-04-02"),
        ('<script type="application/ld+json">{"datePublished":"2019-04-02"}</script>', "", "2019-04-02"),
        ("", '<time itemprop="datePublished" datetime="2019-04-02">i april</time>', "2019-04-02"),
        ("", '<time datetime="2019-04-02">mötet</time>', ""),
        ('<meta name="date" content="2019-13-40">', "", ""),
    ],
)
def test_the_date_of_issue_is_a_full_date_that_the_page_calls_so(head, body, issued):
    assert info(head, body).issued == issued


def test_the_title_of_the_head_is_without_the_site_and_the_language_is_short():
    found = info("<title>Bron över älven – Region Exempel</title>", "<p>x</p>")
    assert (found.title, found.language) == ("Bron över älven", "sv")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Publicerad: 2011-05-13", ("issued", "2011-05-13")),
        ("Pressmeddelande – 26 april 2024", ("issued", "2024-04-26")),
        ("Nyhet 2012-03-22", ("issued", "2012-03-22")),
        ("Last edited 12 March 2021", ("updated", "2021-03-12")),
        ("Uppdaterad 2023-10-02", ("updated", "2023-10-02")),
        ("Published on May 3, 2021 by the secretariat", ("issued", "2021-05-03")),
        ("Projektet startade 2023-10-02", None),
        ("Slutrapport inlämnad 2021-09-30", None),
        ("Datum för nästa möte med hela den stora styrgruppen är satt till 2021-09-30", None),
        ("Publicerad i maj", None),
    ],
)
def test_a_line_that_says_when_the_page_was_published_and_nothing_more(line, found):
    assert publication_date(line) == found
