"""Why an element of a page is left out."""

from __future__ import annotations

import pytest

from graphkit.documents.boilerplate import Boilerplate, class_words
from graphkit.documents.html import parse_html

FILLER = "<p>Byarna eldar med flis och sparar olja.</p>" * 5


def reason(markup: str) -> str:
    """The reason for the element with the id x on a page with some text."""
    root = parse_html(f"<html><body><main><h1>Flis</h1>{FILLER}</main>{markup}</body></html>")
    (element,) = root.xpath("//*[@id='x']")
    return Boilerplate(root).reason(element)


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ("<nav id='x'>Start</nav>", "navigation"),
        ("<div id='x' role='navigation'>Start</div>", "navigation"),
        ("<div id='x' class='main-menu'>Start</div>", "navigation"),
        ("<div id='x' class='mainMenu'>Start</div>", "navigation"),
        ("<ul id='x' class='brödsmulor'><li>Start</li></ul>", "navigation"),
        ("<header id='x'>Logga</header>", "page header"),
        ("<footer id='x'>Box 1</footer>", "page footer"),
        ("<div id='x' class='sidfot'>Box 1</div>", "page footer"),
        ("<article><footer id='x'>Malå den 2 maj</footer></article>", ""),
        ("<section><header id='x'>Pengar</header></section>", ""),
        ("<div id='x' class='cookie-consent'>Ok</div>", "cookie notice"),
        ("<div id='x' role='dialog'>Ok</div>", "dialog box"),
        ("<form id='x'><label>Sök</label></form>", "form"),
        ("<div id='x' class='related-news'>Snö</div>", "links to other content"),
        ("<p id='x' class='sr-only'>dold</p>", "hidden text"),
        ("<p id='x' class='hidden md:block'>syns på bred skärm</p>", ""),
        ("<p id='x' style='visibility:hidden'>dold</p>", "hidden text"),
        ("<div id='x' class='tab-panel' aria-hidden='true'>text</div>", ""),
        ("<div id='x' class='sv-text-portlet'>text</div>", ""),
        ("<article id='x' class='menu'>text</article>", ""),
    ],
)
def test_an_element_is_left_out_for_what_it_is(markup, told):
    assert reason(markup) == told


def test_a_hint_does_not_hide_the_main_heading_or_half_of_the_page():
    root = parse_html(
        f"<body><div id='x' class='menu-area'><h1>Flis</h1></div><div id='y' class='nav'>{FILLER}</div></body>"
    )
    boilerplate = Boilerplate(root)
    assert [boilerplate.reason(root.xpath(f"//*[@id='{name}']")[0]) for name in "xy"] == ["", ""]


def test_class_words_are_told_apart_however_they_are_joined():
    (element,) = parse_html("<p class='site-Navigation skip_link' id='leftMenu'>x</p>").iter("p")
    words = class_words(element)
    assert {"site", "navigation", "sitenavigation", "skip", "link", "skiplink", "left", "menu", "leftmenu"} == set(
        words
    )
