"""What of a web page is no text of its own: menus, cookie notices, footers, hidden parts. Decided by semantics, never by a site's name."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from graphkit.documents.hiding import is_hidden_by_style
from graphkit.lexicon import languages, load_lexicon

NAVIGATION = "navigation"
HEADER = "page header"
FOOTER = "page footer"
COOKIES = "cookie notice"
HIDDEN = "hidden text"
FORM = "form"
DIALOG = "dialog box"
SHARING = "buttons to share, search or give feedback"
RELATED = "links to other content"
PUBLISHED = "date of publication"

SILENT = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "applet",
        "audio",
        "video",
        "canvas",
        "map",
        "button",
        "select",
        "input",
        "textarea",
        "datalist",
        "output",
        "progress",
        "meter",
        "link",
        "meta",
        "base",
        "img",
        "picture",
        "source",
        "track",
        "param",
        "area",
        "noframes",
        "frameset",
        "head",
    }
)
"""Elements that hold nothing to read, or nothing that a page says: left out without a word."""

_ROLES = {
    "navigation": NAVIGATION,
    "menu": NAVIGATION,
    "menubar": NAVIGATION,
    "tablist": NAVIGATION,
    "toolbar": NAVIGATION,
    "search": FORM,
    "banner": HEADER,
    "contentinfo": FOOTER,
    "dialog": DIALOG,
    "alertdialog": DIALOG,
    "alert": DIALOG,
}
_CLASSES = {
    "cookie-classes": COOKIES,
    "footer-classes": FOOTER,
    "navigation-classes": NAVIGATION,
    "sharing-classes": SHARING,
    "related-classes": RELATED,
}
_BODY = frozenset({"html", "body", "main", "article"})
_SECTIONING = frozenset({"main", "article", "section", "aside", "blockquote", "figure", "table"})
_SHOWN_AGAIN = re.compile(r"block|flex|grid|inline|table|visible|show")
_FORM_TEXT = 600


@cache
def words_of(group: str) -> tuple[str, ...]:
    """The words of a group of the section `documents` in all languages: a page's markup speaks any of them."""
    found: list[str] = []
    for language in languages():
        found += load_lexicon(language).groups.get(f"documents.{group}", ())
    return tuple(dict.fromkeys(found))


@cache
def _hint(group: str) -> re.Pattern[str]:
    """A pattern of the class words of a group: «menu*» is any word that begins so."""
    words = (re.escape(word.removesuffix("*")) + (".*" if word.endswith("*") else "") for word in words_of(group))
    return re.compile("|".join(words))


def class_words(element: Any) -> list[str]:
    """The words of an element's class and id: «site-navigation», «siteNavigation» give «site», «navigation» (and «sitenavigation»)."""
    words: list[str] = []
    for value in (element.get("class"), element.get("id")):
        for token in (value or "")[:500].split():
            parts = re.findall(r"[A-ZÅÄÖ]?[a-zåäö]+|[A-ZÅÄÖ]+", token)
            words += [part.lower() for part in parts]
            if 1 < len(parts) <= 3:
                words.append("".join(parts).lower())
    return words


def hinted(words: list[str], group: str) -> bool:
    """True where one of the class words is of the group."""
    pattern = _hint(group)
    return any(pattern.fullmatch(word) for word in words)


class Boilerplate:
    """Tells of each element of one page why it is no text of its own.

    A hint in a class is no proof: an element that holds the page's main heading or half of its text is never dropped for one.
    """

    def __init__(self, root: Any) -> None:
        self._length = _length(root)
        mains = [heading for heading in root.iter("h1") if not _inside(heading, "header") and not self._hidden(heading)]
        self._headings = mains or list(root.iter("h1"))
        self._header_is_title = not mains

    def reason(self, element: Any) -> str:
        """Why the element is left out with all that it holds, in plain words; empty where it is read."""
        tag = element.tag
        if tag in _BODY:
            return ""
        words = class_words(element)
        if self._hidden(element, words):
            return COOKIES if hinted(words, "cookie-classes") else HIDDEN
        role = (element.get("role") or "").strip().lower()
        reason = self._by_tag(element, tag) or _ROLES.get(role, "")
        if reason in (HEADER, FORM) and self._is_content(element):
            reason = ""
        if reason in ("", DIALOG) and hinted(words, "cookie-classes"):
            return "" if self._is_content(element) else COOKIES
        if reason or not words:
            return reason
        for group, told in _CLASSES.items():
            if hinted(words, group):
                return "" if self._is_content(element) else told
        return ""

    def _by_tag(self, element: Any, tag: str) -> str:
        if tag in ("nav", "menu"):
            return NAVIGATION
        if tag == "dialog":
            return DIALOG
        if tag == "form":
            return FORM
        if tag in ("header", "footer") and not any(x.tag in _SECTIONING for x in element.iterancestors()):
            return HEADER if tag == "header" else FOOTER
        return ""

    def _is_content(self, element: Any) -> bool:
        """True for an element that holds the main heading, or half of the page's text; of a form, much text is enough."""
        if any(heading is element or element in heading.iterancestors() for heading in self._headings[:5]):
            return True
        length = _length(element)
        return length * 2 > self._length or (element.tag == "form" and length > _FORM_TEXT)

    def _hidden(self, element: Any, words: list[str] | None = None) -> bool:
        """True for an element that the page doesn't show; what it folds away until it is pressed is shown."""
        tokens = (element.get("class") or "").split()
        hidden = (
            element.get("hidden") is not None
            or (element.get("aria-hidden") or "").strip().lower() == "true"
            or is_hidden_by_style(element)
        )
        if not hidden and set(tokens) & set(words_of("hidden-classes")):
            hidden = not any(_SHOWN_AGAIN.search(token) for token in tokens)
        if not hidden:
            return False
        folded = hinted(class_words(element) if words is None else words, "folding-classes")
        return not (folded or element.get("role") in ("tabpanel", "region"))


def _inside(element: Any, tag: str) -> bool:
    """True where the element stands in a page-level element of that tag."""
    inside = False
    for ancestor in element.iterancestors():
        if ancestor.tag in ("main", "article"):
            return False
        inside = inside or ancestor.tag == tag
    return inside


def _length(element: Any) -> int:
    """How many characters of text the element holds, blanks not counted twice."""
    return sum(
        len(text.strip())
        for child in element.iter()
        if isinstance(child.tag, str) and child.tag not in SILENT
        for text in (child.text, child.tail if child is not element else "")
        if text
    )
