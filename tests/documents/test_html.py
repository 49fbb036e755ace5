"""Web pages to blocks: what a reader of the page would keep, and what of it is furniture."""

from __future__ import annotations

import pytest

from graphkit.documents.html import read_html
from graphkit.errors import DocumentError

PAGE = """<!DOCTYPE html>
<html lang="sv"><head><meta charset="utf-8"><title>Flis i byarna - Region Exempel</title>
<style>.x{}</style><script>var meny = "Start";</script></head>
<body class="startpage menu-closed">
<a class="skip" href="#main">Hoppa till innehåll</a>
<div id="cookie-bar"><p>Vi använder kakor.</p><button>Ok</button></div>
<header><img alt="Region Exempel, till startsidan"><nav><ul><li><a href="/">Start</a></li></ul></nav></header>
<div class="breadcrumbs"><a href="/">Start</a> / <a href="/p">Projekt</a></div>
<main id="main">
<h1>Flis i byarna</h1>
<p class="date">2019-05-02</p>
<p>Byarna <b>Övre</b> och <a href="#">Nedre Exempel</a> eldar<br>med flis.</p>
<h2>Pengar</h2>
<table><caption>Finansiering</caption>
<tr><th>Finansiär</th><th>Belopp (tkr)</th></tr>
<tr><td>Malå kommun</td><td>40</td></tr></table>
<p><strong>Projekttid:</strong> 2019–2020<br><strong>Projektägare:</strong> Malå kommun</p>
<ul><li>Tolv pannor<ul><li>varav två stora</li></ul></li></ul>
<div class="share-buttons">Dela på nätet</div>
</main>
<aside class="faktaruta"><h2>Fakta</h2><dl><dt>Program:</dt><dd>Interreg Nord</dd><dt>Parter</dt><dd>Malå kommun</dd><dd>Byggskolan</dd></dl></aside>
<aside><h2>Kontakt</h2><p>Anna Exempel<br>projektledare<br>anna@exempel.se</p><h2>Senaste nytt</h2><ul><li>Snö väntas</li></ul></aside>
<footer><p>Region Exempel, Box 1</p></footer>
</body></html>"""


def test_a_page_becomes_its_blocks(read_page, listing):
    assert listing(read_page(PAGE)) == [
        "title 1: Flis i byarna",
        "paragraph: Byarna Övre och Nedre Exempel eldar / med flis.",
        "heading 2: Pengar",
        "paragraph t0: Finansiering",
        "header-row t0: Finansiär | Belopp (tkr)",
        "row t0: Finansiär=Malå kommun | Belopp (tkr)=40",
        "pair t1: Projekttid | 2019–2020",
        "pair t1: Projektägare | Malå kommun",
        "list-item: Tolv pannor",
        "list-item: varav två stora",
        "heading 2 aside: Fakta",
        "pair t2 aside: Program | Interreg Nord",
        "pair t2 aside: Parter | Malå kommun | Byggskolan",
        "heading 2 aside: Kontakt",
        "contact aside: Anna Exempel / projektledare / anna@exempel.se",
    ]


def test_furniture_is_told_with_its_reason(read_page):
    assert [(piece.reason, piece.text) for piece in read_page(PAGE).skipped] == [
        ("navigation", "Hoppa till innehåll"),
        ("cookie notice", "Vi använder kakor."),
        ("page header", "Start"),
        ("navigation", "Start / Projekt"),
        ("date of publication", "2019-05-02"),
        ("buttons to share, search or give feedback", "Dela på nätet"),
        ("links to other content", "Senaste nytt"),
        ("links to other content", "Snö väntas"),
        ("page footer", "Region Exempel, Box 1"),
    ]


def test_the_head_and_the_foot_tell_what_is_known_of_the_page(read_page):
    info = read_page(PAGE).info
    assert (info.title, info.publisher, info.issued, info.language) == (
        "Flis i byarna",
        "Region Exempel",
        "2019-05-02",
        "sv",
    )


def test_the_label_keeps_its_colon_where_the_page_wrote_one(read_page):
    text = read_page(PAGE).text
    assert "Projekttid: 2019–2020" in text
    assert "Program: Interreg Nord" in text
    assert "Parter | Malå kommun | Byggskolan" in text


@pytest.mark.parametrize(
    "box",
    [
        "<p><strong>Projektägare</strong><br>Region Exempel</p>",
        "<p>Projektägare: Region Exempel</p>",
        "<p><b>Projektägare</b> Region Exempel</p>",
        "<h3>Projektägare</h3><p>Region Exempel</p>",
        "<div><div>Projektägare</div><div>Region Exempel</div></div>",
        "<div><span class='label'>Projektägare</span><span>Region Exempel</span></div>",
        "<table><tr><td>Projektägare</td><td>Region Exempel</td></tr></table>",
        "<table><tr><th>Projektägare</th><td>Region Exempel</td></tr></table>",
        "<dl><dt>Projektägare</dt><dd>Region Exempel</dd></dl>",
        "<ul><li>Projektägare: Region Exempel</li></ul>",
    ],
)
def test_label_and_value_are_a_pair_however_the_page_sets_them(read_page, listing, box):
    found = listing(read_page(f"<h1>Bron</h1><p>Bron byggs.</p><div class='fact-box'>{box}</div>"))
    assert found[2:] == ["pair t0 aside: Projektägare | Region Exempel"]


def test_a_sentence_with_a_colon_is_no_pair(read_page, listing):
    found = listing(read_page("<h1>Bron</h1><p>Resultatet blev tydligt: alla vill bygga.</p>"))
    assert found[1:] == ["paragraph: Resultatet blev tydligt: alla vill bygga."]


def test_a_value_of_several_lines_is_a_pair_of_several_values(read_page, listing):
    found = listing(read_page("<h1>Bron</h1><p><b>Finansiärer</b><br>Malå kommun<br>Sida<br>Budget: 3 mnkr</p>"))
    assert found[1:] == ["pair t0: Finansiärer | Malå kommun | Sida", "pair t0: Budget | 3 mnkr"]


def test_a_bold_line_of_its_own_is_a_heading(read_page, listing):
    found = listing(read_page("<h1>Bron</h1><p><b>Så gick det till</b></p><p><b>Bron är klar.</b></p>"))
    assert found[1:] == ["heading 6: Så gick det till", "paragraph: Bron är klar."]


def test_a_layout_table_is_read_as_a_page_and_the_data_table_in_it_as_rows(read_page, listing):
    page = """<table><tr><td class="leftmenu"><a href="/">Start</a></td><td><h1>Beslut</h1><p>Två projekt får stöd.</p>
    <table><tr><td>Part</td><td>Land</td><td>Stöd</td></tr><tr><td>Åre kommun</td><td>Sverige</td><td>100</td></tr></table>
    </td></tr></table>"""
    assert listing(read_page(page)) == [
        "title 1: Beslut",
        "paragraph: Två projekt får stöd.",
        "header-row t0: Part | Land | Stöd",
        "row t0: Part=Åre kommun | Land=Sverige | Stöd=100",
    ]


def test_folded_parts_are_read_and_hidden_ones_are_not(read_page, listing):
    page = """<h1>Bron</h1><h2><button aria-expanded="false">Mer om pengarna</button></h2>
    <div class="accordion-panel" hidden><p>Sida ger 2 mnkr.</p></div>
    <details><summary>Vad händer sedan?</summary><p>Bron öppnas.</p></details>
    <p hidden>a</p><p aria-hidden="true">b</p><div style="display: none">c</div><span class="sr-only">d</span>"""
    document = read_page(page)
    assert listing(document)[1:] == [
        "heading 2: Mer om pengarna",
        "paragraph: Sida ger 2 mnkr.",
        "heading 5: Vad händer sedan?",
        "paragraph: Bron öppnas.",
    ]
    assert {piece.reason for piece in document.skipped} == {"hidden text"}


def test_a_form_around_the_whole_page_does_not_hide_it(read_page, listing):
    page = "<form id='aspnetForm'><h1>Bron</h1><p>Bron byggs.</p></form><form><label>Sök</label><input></form>"
    assert listing(read_page(page)) == ["title 1: Bron", "paragraph: Bron byggs."]


def test_the_main_heading_counts_even_in_a_page_header(read_page, listing):
    page = "<header><a href='/'>Region Exempel</a><h1>Bron</h1><nav>Start</nav></header><p>Bron byggs.</p>"
    assert listing(read_page(page)) == ["title 1: Bron", "paragraph: Bron byggs."]


def test_linked_partners_are_content_and_link_lists_are_not(read_page, listing):
    links = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("Åre kommun", "Sida", "Byggskolan"))
    page = f"""<main><h1>Bron</h1><h2>Partner</h2><ul>{links}</ul></main>
    <aside><h3>Partner</h3><ul>{links}</ul><h3>Annat på webben</h3><ul>{links}</ul></aside>"""
    found = listing(read_page(page))
    assert found.count("list-item: Åre kommun") == 1
    assert found.count("list-item aside: Åre kommun") == 1
    assert not any("Annat på webben" in line for line in found)


def test_two_contacts_are_two_blocks_and_lines_of_one_person_are_one(read_page, listing):
    page = """<h1>Bron</h1><h2>Kontakt</h2><p>Anna Exempel<br>070-174 06 05</p><p>Bo Exempel<br>projektledare</p>
    <h2>Kontakta oss</h2><p>Eva Exempel</p><p>samordnare</p><p>eva@exempel.se</p>"""
    assert [line for line in listing(read_page(page)) if line.startswith("contact")] == [
        "contact: Anna Exempel / 070-174 06 05",
        "contact: Bo Exempel / projektledare",
        "contact: Eva Exempel / samordnare / eva@exempel.se",
    ]


def test_a_long_description_of_a_term_is_text_under_its_own_heading(read_page, listing):
    answer = "Det beror på hur många som vill vara med och bygga. " * 10
    found = listing(read_page(f"<h1>Frågor</h1><dl><dt>Vad kostar det?</dt><dd>{answer}</dd></dl>"))
    assert found[1] == "heading 6: Vad kostar det?"
    assert found[2].startswith("paragraph: Det beror")


def test_a_page_without_a_main_heading_takes_the_title_of_its_head(read_page, listing):
    page = "<html lang='en'><head><title>The bridge | Example Region</title></head><body><p>It is being built.</p></body></html>"
    document = read_page(page)
    assert listing(document) == ["title 1: The bridge", "paragraph: It is being built."]
    assert (document.info.publisher, document.info.language) == ("Example Region", "en")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "cp1252"])
def test_a_page_is_read_in_its_own_encoding(encoding):
    page = f"<html><head><meta charset='{encoding}'></head><body><h1>Åre ger stöd</h1></body></html>"
    assert read_html(page.encode(encoding)).title == "Åre ger stöd"


def test_entities_of_html_are_letters_and_entities_from_elsewhere_are_not_fetched():
    page = b"""<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><body><p>&Aring;re&nbsp;&amp; &x; kommun</p></body>"""
    (draft,) = (draft for draft in read_html(page).drafts if not draft.reason)
    assert draft.text.startswith("Åre")
    assert draft.text.endswith("& &x; kommun")


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (b"<div>" * 5000 + b"x", "nested deeper than 256"),
        (b"<html><body><script>draw()</script></body></html>", "holds no text"),
        (b"<!-- nothing -->", "holds no text"),
    ],
)
def test_a_page_that_can_not_be_read_says_why(page, told):
    with pytest.raises(DocumentError, match=told):
        read_html(page)


def test_the_foot_may_tell_the_date_and_a_bare_date_below_the_title_is_it(read_page, listing):
    page = "<h1>Bron</h1>{}<p>Bron byggs.</p><footer>Malå kommun · Sidan uppdaterades 2009-03-11</footer>"
    assert read_page(page.format("")).info.issued == "2009-03-11"
    document = read_page(page.format("<p>6 februari 2019</p>"))
    assert document.info.issued == "2019-02-06"
    assert listing(document) == ["title 1: Bron", "paragraph: Bron byggs."]
