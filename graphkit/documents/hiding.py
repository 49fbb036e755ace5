"""Text that a page holds and doesn't show, as its own `style` tells: away from the page, without size, in the colour of its ground."""

from __future__ import annotations

import re
from typing import Any

_NOT_SHOWN = re.compile(
    r"""
    display\s*:\s*none | visibility\s*:\s*hidden
    | (?<![\w-])(?:left|top|text-indent)\s*:\s*-\d{3,}(?:px|em|rem|pt)   # moved away from the page
    | (?<![\w-])(?:width|height)\s*:\s*0(?:px)?\s*;.*overflow\s*:\s*hidden
    | clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01]
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_NO_SIZE = re.compile(r"(?<![\w-])font-size\s*:\s*0(?:px|em|rem|pt|%)?\s*(?:;|!|$)", re.IGNORECASE)
_COLOUR = re.compile(
    r"(?<![\w-])(?P<which>color|background(?:-color)?)\s*:\s*(?P<value>#[0-9a-f]{3,8}|rgba?\([^()]{1,40}\)|[a-z]+)",
    re.IGNORECASE,
)
_WHITE = frozenset({"white", "#fff", "#ffffff", "#ffff", "#ffffffff", "rgb(255,255,255)", "rgba(255,255,255,1)"})
_LONGEST = 2_000


def is_hidden_by_style(element: Any) -> bool:
    """True for an element that its own style hides.

    White letters are hidden where they stand on white, and where nothing around them may have another ground: a style sheet could give one to
    any element with a class or an id, so that those are believed.

    >>> from lxml.html import fromstring
    >>> [is_hidden_by_style(fromstring(f"<p style='{style}'>x</p>")) for style in ("color:#fff;background:white", "color:white", "color:red")]
    [True, True, False]
    """
    style = (element.get("style") or "")[:_LONGEST]
    if not style:
        return False
    if _NOT_SHOWN.search(style):
        return True
    if _NO_SIZE.search(style) and not len(element):
        return True
    colours = {match["which"].lower()[:5]: _plain(match["value"]) for match in _COLOUR.finditer(style)}
    ground = colours.get("backg", "")
    if ground:
        return colours.get("color", "") == ground
    return colours.get("color", "") == "white" and not any(map(_may_have_a_ground, (element, *element.iterancestors())))


def _plain(colour: str) -> str:
    colour = re.sub(r"\s", "", colour.lower())
    return "white" if colour in _WHITE else colour


def _may_have_a_ground(element: Any) -> bool:
    if element.get("class") or element.get("id") or element.get("bgcolor") or element.get("background"):
        return True
    return "background" in (element.get("style") or "")[:_LONGEST].lower()
