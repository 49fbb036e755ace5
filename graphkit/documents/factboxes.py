"""Fact boxes in flattened text: labels with values beside, behind or below them, and names with amounts on alternating lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graphkit.documents import chrome, headings, persons
from graphkit.documents.builder import AFTER_LABEL, BETWEEN_CELLS, Draft
from graphkit.documents.cursor import PAIRS, Cursor
from graphkit.documents.labels import (
    announces_payers,
    is_label,
    is_list_label,
    names_a_field,
    split_amount,
    split_blank,
    split_inline,
    split_label,
    split_run,
    split_sentences,
    split_unknown,
    tells_of_money,
)
from graphkit.documents.layoutwords import countries, fold, words
from graphkit.documents.shapes import VALUES, Line, Shape, bullet, ends_in_amount, shape_of
from graphkit.lexicon import load_lexicon
from graphkit.model import BlockKind

_GLUED = re.compile(r"[A-ZÅÄÖ][a-zåäö]{3,}(?=[A-ZÅÄÖ][a-zåäö])")
_COUNTRY_BEHIND = re.compile(r"^.{2,120}(?:,|\s[–-])\s([^\W\d_][\w ]{2,20}?)(?:\s\([^()]{3,40}\))?[.;]?$")
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s[A-ZÅÄÖ]")
_MOST_VALUES = 40
_MOST_FIGURES = 200


def read_pairs(cursor: Cursor) -> bool:
    """Read labels with their values, if the next line is one."""
    line, below = cursor.line, cursor.ahead()
    if cursor.at_title:
        return False
    inline = split_inline(line.raw)
    if inline:
        return cursor.add_pairs(inline)
    if (labelled := split_sentences(line.text)) and (labelled[0][0] or not bullet(line.text)):
        return _add_sentences(cursor, labelled)
    if run := split_run(line.text):
        return cursor.add_pairs(run)
    known = split_label(line.text) or _split_glued(cursor)
    if known and len(bodies := _bodies(cursor, known[1])) > 1:
        cells = ((known[0], ""), *((body, "") for body in bodies))
        return cursor.add(Draft(kind=BlockKind.PAIR, cells=cells, table=PAIRS), len(bodies))
    if known:
        return cursor.add_pairs([known])
    if (blank := split_blank(line.text)) and has_blank_neighbour(cursor):
        return cursor.add_pairs([blank])
    unknown = split_unknown(line.text)
    heads_text = below is not None and not below.gap and below.shape is Shape.PROSE
    if unknown and not heads_text and (names_a_field(unknown[0]) or _has_labelled_neighbour(cursor, unknown[1])):
        return cursor.add_pairs([unknown])
    return _read_label_above(cursor)


def _add_sentences(cursor: Cursor, parts: Sequence[tuple[str, str]]) -> bool:
    for label, value in parts:
        if label:
            cursor.add_pairs([(label, value)], 0)
        else:
            cursor.add(Draft(text=value), 0)
    cursor.at += 1
    return True


def _bodies(cursor: Cursor, value: str) -> list[str]:
    """A body with its country behind a label, and the like on the lines below: «Partners: Alfa kommun, Sverige», «Beta AS, Norge»."""
    bodies = [value]
    while _with_country(bodies[-1]) and (below := cursor.ahead(len(bodies))) and not below.gap and below.is_short:
        if bullet(below.text) or split_label(below.text) or is_label(below.text) or not _with_country(below.text):
            break
        bodies.append(below.text)
    return bodies


def _with_country(text: str) -> bool:
    return bool(_COUNTRY_BEHIND.search(text)) and fold(_COUNTRY_BEHIND.sub(r"\1", text)) in countries()


def _split_glued(cursor: Cursor) -> tuple[str, str] | None:
    """A label that no word list knows, glued to its value between lines that are glued too: «LeaderområdeNedre Dalälven»."""
    glued = _GLUED.match(cursor.line.text)
    above = cursor.above()
    if not glued or not above or cursor.line.gap or ":" in above.text or not split_label(above.text):
        return None
    return glued.group(), cursor.line.text[glued.end() :]


def has_blank_neighbour(cursor: Cursor) -> bool:
    """True where the line right above or below is another such label: «Projekt X», «Projektägare Y»."""
    above, below = cursor.above(), cursor.ahead()
    near = [above] if above and not cursor.line.gap else []
    near += [below] if below and not below.gap else []
    own = split_blank(cursor.line.text)
    others = [blank for line in near if (blank := split_blank(line.text) or split_label(line.text))]
    return own is not None and any(fold(other[0]) != fold(own[0]) for other in others)


def _has_labelled_neighbour(cursor: Cursor, value: str) -> bool:
    """True where the line above or below is a label with its value too, or the value is a figure or date."""
    above, below = cursor.above(), cursor.ahead()
    near = [above] if above else []
    if below and (not below.gap or cursor.line.gap):
        near.append(below)
    return any(split_label(line.text) or split_unknown(line.text) for line in near) or shape_of(value) in VALUES


def _read_label_above(cursor: Cursor) -> bool:
    """Read a label on a line of its own with its values below: until a blank line, the next label or a sentence."""
    line = cursor.line
    if cursor.ahead() is None or not line.is_short or line.shape is not Shape.TEXT or bullet(line.text):
        return False
    colon = line.text.endswith(":")
    known = is_label(line.text) and not persons.is_contact_heading(line.text)
    if not known and not (colon and len(line.text.split()) <= 5):
        return _read_figures_below(cursor)
    values = _values(cursor, known=known)
    several = len(values) > 1
    boxed = (below := cursor.ahead(1 + len(values))) is not None and not below.gap and _begins_pair(below)
    if not values or (several and is_list_label(line.text)) or (len(values) >= 3 and not (known or boxed)):
        return False
    if several and tells_of_money(line.text):
        if not _is_amount(values[0]) and _is_amount(values[1]) and not (values[0].gap and len(values) == 2):
            return False
        if split_amount(values[0].text) and split_amount(values[1].text):
            return False
    cells = ((line.text.rstrip(": "), ""), *((one.text, "") for one in values))
    sep = AFTER_LABEL if colon and not several else BETWEEN_CELLS
    return cursor.add(Draft(kind=BlockKind.PAIR, cells=cells, table=PAIRS, sep=sep), 1 + len(values))


def _values(cursor: Cursor, *, known: bool) -> list[Line]:
    """The lines that are the values of the label at the next line."""
    label, first = cursor.line, cursor.ahead()
    if (
        first is None
        or (first.gap and not ((label.gap or label.text.endswith(":")) and known))
        or split_label(first.text)
    ):
        return []
    if first.gap:
        return _values_apart(cursor)
    values: list[Line] = []
    while len(values) < _MOST_VALUES and (line := cursor.ahead(1 + len(values))):
        following = cursor.ahead(2 + len(values))
        below = following if following and not following.gap else None
        fits = _may_be_value(line) or (values and below is not None and _is_numbered_value(line, below))
        if not fits or (values and (_ends_values(line, below, values) or persons.has_address(line.text))):
            break
        if not values and below and line.shape is Shape.TEXT and (is_label(line.text) or _begin_box(line, below)):
            return []
        values.append(line)
    after = cursor.ahead(1 + len(values))
    if len(values) > 1 and after and not after.gap and after.shape is Shape.PROSE and not label.text.endswith(":"):
        return values[:1] if known else []
    return values


def _begins_pair(line: Line) -> bool:
    """True for a label, with its value or above it: «Total budget: 40 000 €», «Direction of support:»."""
    return bool(is_label(line.text) or split_label(line.text) or (line.is_short and line.text.endswith(":")))


def _is_numbered_value(line: Line, below: Line) -> bool:
    """True for the number and name of a priority among the values of a box: «2. Clean coasts» above «Direction of support:»."""
    return bool(_NUMBERED.match(line.text)) and line.is_short and line.shape is not Shape.PROSE and _begins_pair(below)


def _begin_box(line: Line, below: Line) -> bool:
    """True for two lines that each have a label of their own without a colon, so that the label above them has no value."""
    own, other = split_blank(line.text), split_blank(below.text)
    return own is not None and other is not None and fold(own[0]) != fold(other[0])


def _ends_values(line: Line, below: Line | None, values: Sequence[Line]) -> bool:
    """True for a line that is no further value, but a label, or words after a figure."""
    if line.gap or split_label(line.text) or split_inline(line.raw):
        return True
    if values[0].shape in VALUES and line.shape not in VALUES:
        return True
    labels_figure = below is not None and below.shape in VALUES and values[-1].shape in VALUES
    return line.shape is Shape.TEXT and (is_label(line.text) or labels_figure)


def _values_apart(cursor: Cursor) -> list[Line]:
    """The values of a label where each stands alone between blank lines: one, further figures, and all bodies below a label of several.

    What stands right above a sentence or a box heads that, unless it is a body or a figure.
    """
    several = fold(cursor.line.text) in words("layout.several-labels")
    values: list[Line] = []
    while len(values) < _MOST_VALUES and (line := cursor.ahead(1 + len(values))):
        following = cursor.ahead(2 + len(values))
        if not line.gap or (following and not following.gap) or not _may_be_value(line) or _is_labelled(line):
            break
        heads = following is not None and (following.shape is Shape.PROSE or _is_labelled(following))
        figure = line.shape in VALUES or ends_in_amount(line.text)
        if values and several and not figure and _asks(line.text):
            break
        if values and not figure and (not several or (heads and not headings.names_a_body(line.text))):
            break
        values.append(line)
    after = cursor.ahead(1 + len(values))
    headed = after is not None and len(values) == 1 and after.gap and bool(split_label(after.text))
    return [] if headed and not several else values


def _asks(text: str) -> bool:
    """True for words that rather ask for a value than are a body: «Del av länet det berör», «Kontakt på museet».

    >>> _asks("Del av länet det berör"), _asks("Kontakt på museet"), _asks("Alviks kommun"), _asks("Skogens vänner")
    (True, True, False, False)
    """
    first, *rest = text.split()
    plain = len(rest) >= 3 and not any(word[0].isupper() or word[0].isdigit() for word in rest)
    return plain or fold(first) in words("layout.contact-headings")


def _is_labelled(line: Line) -> bool:
    return is_label(line.text) or bool(split_label(line.text))


def _may_be_value(line: Line) -> bool:
    return (
        line.is_short
        and (line.shape in VALUES or not bullet(line.text))
        and not line.text.endswith(":")
        and not headings.is_section_sign(line.text)
        and not chrome.is_page_mark(line.text)
    )


def _is_amount(line: Line) -> bool:
    return line.shape in (Shape.AMOUNT, Shape.DASH)


def _read_figures_below(cursor: Cursor) -> bool:
    """Read words and figures on alternating lines, at least twice: payers and sums, or results and numbers."""
    pairs: list[tuple[str, str]] = []
    while len(pairs) < _MOST_FIGURES:
        label, value = cursor.ahead(2 * len(pairs)), cursor.ahead(2 * len(pairs) + 1)
        if not label or not value or label.shape is not Shape.TEXT or not label.is_short or bullet(label.text):
            break
        if value.shape not in VALUES or (value.gap and not label.gap):
            break
        pairs.append((label.text, value.text))
    after_pair = bool(cursor.drafts) and cursor.drafts[-1].table == PAIRS and not cursor.line.gap
    if len(pairs) < (1 if after_pair else 2):
        return False
    return _add_figures(cursor, pairs, lines=2 * len(pairs))


def read_payers(cursor: Cursor) -> bool:
    """Read lines of a name and an amount glued to it or behind it, if there are at least two."""
    pairs: list[tuple[str, str]] = []
    while len(pairs) < _MOST_FIGURES and (line := cursor.ahead(len(pairs))) and not (pairs and line.gap):
        found = None if bullet(line.text) else split_amount(line.text)
        if not found:
            break
        pairs.append(found)
    if len(pairs) < 2 or cursor.at_title:
        return False
    return _add_figures(cursor, pairs, lines=len(pairs))


def _add_figures(cursor: Cursor, pairs: Sequence[tuple[str, str]], *, lines: int) -> bool:
    money = announces_payers(cursor.caption)
    for label, value in pairs:
        cells = ((label, ""), (value, ""))
        is_payer = (
            money
            and not tells_of_money(label)
            and (label.endswith(")") or not is_label(label))
            and shape_of(value) in (Shape.AMOUNT, Shape.DASH)
        )
        if is_payer:
            cursor.drafts.append(
                payer_row(Draft(kind=BlockKind.ROW, cells=cells, table=cursor.tables), cursor.language)
            )
        else:
            cursor.drafts.append(Draft(kind=BlockKind.PAIR, cells=cells, table=PAIRS))
    cursor.tables += 1
    cursor.contacts = False
    cursor.at += lines
    return True


def payer_row(draft: Draft, language: str) -> Draft:
    """A row of two cells below words of money, with the headers that it lacks: who pays, and how much."""
    if len(draft.cells) != 2:
        return draft
    headers = load_lexicon(language).words("layout.funder-headers")
    return replace(draft, cells=tuple((cell, header) for (cell, _), header in zip(draft.cells, headers, strict=True)))
