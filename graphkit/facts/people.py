"""Names of persons: told by a function («landshövding Anna Ek», «Bo Ek, handläggare»), by speech («säger Bo Ek»), or by a contact box."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from graphkit.facts.labels import plain_label
from graphkit.facts.passages import offsets
from graphkit.facts.reading import Name, Person
from graphkit.lexicon import Lexicon, languages, load_lexicon
from graphkit.model import Block, BlockKind, Document
from graphkit.text import slug, squeeze

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĢĪĮĶĹĻĽŁŃŅŇŌŐŘŚŞŠŤŪŮŰŲŹŻŽ"
_CAPITAL = rf"(?!Box\b)[{_UPPER}][^\W\d_]+(?:[-’'][^\W\d_]+)*"
_NAME = re.compile(
    rf"""(?<![\w@./&-]){_CAPITAL}                                     # a given name
    (?:[ ](?:[{_UPPER}]\.|von|af|de|van|der|la|{_CAPITAL})){{0,3}}     # further ones, initials
    [ ]{_CAPITAL}(?![\w@&]|-\w)                                       # a family name""",
    re.VERBOSE,
)
WORD = re.compile(r"[^\W\d_][\w’'-]*")
"""A word as names hold it."""
EMAIL = re.compile(
    r"[\w.+-]{1,64}\s?(?:@|\[at\]|\(at\)|\[a\]|\(a\)|\{at\})\s?[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}", re.IGNORECASE
)
PHONE = re.compile(
    r"""(?<![\w.,/–-])
    (?: (?:\+|00)\d{1,3} [ -]? (?:\(0\)[ ]?)? \d{1,4} (?:[ -]{1,2}\d{2,4}){1,5}     # «+46 (0)70-174 06 95»
      | 0\d{1,3} [ ]?[-–/][ ]? \d{2,3} (?:[ ]?\d{2,4}){1,3}                         # «0980-31 92 14»
      | (?<=tel\.[ ])\d[\d ]{5,12}\d | (?<=tel[ ])\d[\d ]{5,12}\d | (?<=tfn[ ])\d[\d ]{5,12}\d
      | (?<=telefon[ ])\d[\d ]{5,12}\d | (?<=telefon:[ ])\d[\d ]{5,12}\d )
    (?![\d-])""",
    re.VERBOSE | re.IGNORECASE,
)
_PARTY = r"(?:\s\((?:[A-ZÅÄÖ][A-Za-zåäö]{0,3})\))?"
_PIECE_END = re.compile(rf"{_PARTY}\s*(?:$|[,|(.–-])")
_APPOSITION = re.compile(rf"{_PARTY}\s*(?:,|\||–|-{{1,2}}|\(|som är|who is|is the|är)\s*([^,;|.\n()]{{3,80}})")
_BODY = re.compile(rf"\s([^\W\d_]+)\s[{_UPPER}]")
_SAYS = rf"{_PARTY}\s(?:<contacts.saying>)(?!\w)"
_ATTENTION = re.compile(r"\bAtt(?:n|ention)?\.?:\s*$", re.IGNORECASE)
"""Before whom a letter is meant for: «Att: Anna Ek»."""
_NEAR = 150
"""How far the words that tell a person may stand from the name."""
WEAK_ACTORS = ("actor.cue", "actor.label", "actor.labelled", "actor.labelled-again", "actor.contact", "actor.compound")
"""Rules whose names of bodies may be persons'."""


def find_people(document: Document, names: Sequence[Name], lexicon: Lexicon) -> tuple[Person, ...]:
    """All places where a person is named in full, sorted; a name told once is known wherever it stands again."""
    found: list[Person] = []
    bodies = offsets((n.start, n.end) for n in names if n.kind == "actor" and n.rule not in WEAK_ACTORS)
    places = offsets((n.start, n.end) for n in names if n.kind == "region")
    for block in document.blocks:
        for match in _NAME.finditer(block.text):
            span = _stripped(match, lexicon)
            if span is None:
                continue
            start, end = span
            at, stop = block.start + start, block.start + end
            if not bodies.isdisjoint(range(at, stop)):
                continue
            whole = places.issuperset(range(at, stop))
            if whole and not _given(block.text[start:end]):
                continue
            told = _told(block, start, end, lexicon)
            if told is None and _is_bare_name(block.text, start, end, at, places):
                told = ("", "contact.name")
            if told is not None:
                found.append(Person(at, stop, block.text[start:end], *told, block))
    again = (p for p in _again(document, found) if bodies.isdisjoint(range(p.start, p.end)))
    return tuple(sorted([*found, *again], key=lambda p: p.start))


def _is_bare_name(text: str, start: int, end: int, at: int, places: frozenset[int]) -> bool:
    """Whether a given name alone makes a person: «föredragning av Anna Ek», not «i Nora Bergslag»."""
    place = at in places or re.search(r"\b(?:i|in|på)\s$", text[max(0, start - 5) : start])
    return not place and _given(text[start:end])


def _again(document: Document, found: Sequence[Person]) -> Iterator[Person]:
    taken = {p.start for p in found}
    starts = [block.start for block in document.blocks]
    names = {p.name for p in found}
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name.split(" ")[0], set()).add(len(name))
    for word in WORD.finditer(document.text) if names else ():
        start = word.start()
        for length in sorted(lengths.get(word.group(), ())) if start not in taken else ():
            end = start + length
            name = document.text[start:end]
            if name not in names:
                continue
            block = document.blocks[bisect_right(starts, start) - 1]
            after = document.text[end : end + 2]
            whole = not after[:1].isalnum() or (after[:1] == "s" and not after[1:].isalnum())
            if whole and end <= block.end:
                yield Person(start, end, name, "", "contact.name", block)


def _stripped(match: re.Match[str], lexicon: Lexicon) -> tuple[int, int] | None:
    """Where the name begins behind titles and calls: «Docent Anna Ek», «Ring Bo Ek»; None for what can be no name."""
    words = [(m.start() + match.start(), m.group()) for m in re.finditer(r"\S+", match.group())]
    given = [i for i, (_, word) in enumerate(words[:-1]) if word.split("-")[0].casefold() in given_names()]
    first = given[0] if given else 0
    if not given:
        while first < len(words) - 2 and (is_title(words[first][1], lexicon) or _calls(words[first][1], lexicon)):
            first += 1
    kept = words[first:]
    if not 2 <= len(kept) <= (4 if given else 3):
        return None
    if any(_no_name(word, lexicon) for _, word in kept):
        return None
    if not given and any(is_title(word, lexicon) or _calls(word, lexicon) for _, word in kept):
        return None
    return kept[0][0], match.end()


def _given(name: str) -> bool:
    return name.split(" ")[0].split("-")[0].casefold() in given_names()


@cache
def given_names() -> frozenset[str]:
    """The given names of all lexicons: a Swedish text names Finns and Estonians too."""
    return frozenset(
        word.casefold() for language in languages() for word in load_lexicon(language).words("contacts.given-names")
    )


def _calls(word: str, lexicon: Lexicon) -> bool:
    return word.casefold() in lexicon.words("contacts.calls")


def _no_name(word: str, lexicon: Lexicon) -> bool:
    low = word.casefold()
    return low in lexicon.words("contacts.no-names") or low.endswith(lexicon.words("contacts.no-name-endings"))


def is_title(word: str, lexicon: Lexicon) -> bool:
    """Whether a word says what a person does: «projektledare», «landstingsrådet», «Docent».

    >>> sv = load_lexicon("sv")
    >>> [word for word in ("utvecklingschef", "Landstingsrådet", "Region") if is_title(word, sv)]
    ['utvecklingschef', 'Landstingsrådet']
    """
    low = word.casefold().strip(".,:;()")
    return low in lexicon.words("contacts.titles") or low.endswith(lexicon.words("contacts.title-endings"))


def has_title(text: str, lexicon: Lexicon) -> bool:
    """Whether a short piece of text says what a person does: «ordförande i nämnden», «Head of Development»."""
    return len(text) <= 90 and any(is_title(word, lexicon) for word in text.split())


# ---------------------------------------------------------------------------------------- what tells a person


def _told(block: Block, start: int, end: int, lexicon: Lexicon) -> tuple[str, str] | None:
    """The title and rule of a name by what stands around it; None where nothing tells a person."""
    line_start = block.text.rfind("\n", 0, start) + 1
    line_end = block.text.find("\n", end)
    before = block.text[max(line_start, start - _NEAR) : start]
    after = block.text[end : min(end + _NEAR, line_end if line_end >= 0 else len(block.text))]
    title = _title_before(before, lexicon) or _title_after(after, lexicon)
    spoken = _spoken(before, after, lexicon)
    if block.kind is BlockKind.CONTACT:
        return _in_box(block, start, end, before, after, title, lexicon)
    if block.kind is BlockKind.PAIR and block.cells:
        label = block.cells[0]
        if start >= label.end - block.start and contact_label(label.text, lexicon):
            return title or _label_title(label.text, lexicon), "contact.label"
    cell = next((c for c in block.cells if c.start - block.start <= start and end <= c.end - block.start), None)
    if cell is not None and cell.header and (contact_label(cell.header, lexicon) or has_title(cell.header, lexicon)):
        return title or _label_title(cell.header, lexicon), "contact.column"
    if title:
        return title, "contact.title"
    return ("", "contact.speech") if spoken or _ATTENTION.search(before) else None


def contact_label(label: str, lexicon: Lexicon) -> bool:
    """Whether a label promises a person: «Kontaktperson hos ägaren», «Handläggare på Region X», «Ordförande».

    >>> contact_label("Kontaktperson:", load_lexicon("sv")), contact_label("Projektägare", load_lexicon("sv"))
    (True, False)
    """
    words = plain_label(label).split()
    return bool(words) and (words[0] in lexicon.words("contacts.labels") or is_title(words[0], lexicon))


def _label_title(label: str, lexicon: Lexicon) -> str:
    return squeeze(label).strip(" :") if has_title(label, lexicon) else ""


def _in_box(
    block: Block, start: int, end: int, before: str, after: str, title: str, lexicon: Lexicon
) -> tuple[str, str] | None:
    """A name in a contact box: known by its given name, its title, or as all that a line or a piece between commas holds."""
    name = block.text[start:end]
    piece = re.search(r"(?:^|[,:|•–-]\s*)$", before) and _PIECE_END.match(after)
    lines = [line for line in block.text.split("\n") if line.strip() and name not in line]
    if not title and (before + after).strip(" ,|()SMCLV") == "":
        title = next((squeeze(x) for x in lines[:2] if has_title(x, lexicon) and not EMAIL.search(x)), "")
    address = EMAIL.search(block.text)
    own = address is not None and slug(name.split()[-1]) in slug(address.group())
    if _given(name) or title or own or (piece and (address or PHONE.search(block.text))):
        return title, "contact.box"
    return None


def _title_before(before: str, lexicon: Lexicon) -> str:
    """«regional utvecklingsdirektör » before a name; «Projektledare på Östsam: », «The chair of Region Skåne, » too."""
    tail = re.search(r"((?:[^\W\d_][\w-]*\s+){1,4})$", before)
    if tail:
        words = tail.group(1).split()
        if is_title(words[-1], lexicon):
            first = len(words) - 1
            while first and words[first - 1].casefold() in lexicon.words("contacts.title-adjectives"):
                first -= 1
            return " ".join(words[first:])
    lead = re.search(r"(?:^|[.\n(]\s*)(?:[Tt]he\s)?([^\W\d_][^.:;\n]{2,70})[:,]\s*$", before)
    if lead and is_title(lead.group(1).split()[0], lexicon):
        return squeeze(lead.group(1))
    return ""


def _title_after(after: str, lexicon: Lexicon) -> str:
    """«, ordförande i nämnden» after a name; also « (S), …», « som är ordförande i …»."""
    match = _APPOSITION.match(after)
    if match and has_title(match.group(1), lexicon):
        phrase = re.split(r"\s(?:säger|som|who|och|and|says|is|was|är|har|has)\s", match.group(1))[0]
        return squeeze(phrase) if has_title(phrase, lexicon) else ""
    return ""


def _spoken(before: str, after: str, lexicon: Lexicon) -> bool:
    """«säger Bo Ek», «Bo Ek (M) berättar», a dash and a name that ends the line."""
    body = _BODY.match(after)
    if body and is_title(body.group(1), lexicon):
        return False  # «säger Leader Norrs verksamhetsledare Anna Ek»
    if lexicon.regex(r"(?<!\w)(?:<contacts.saying>)\s(?:\w+\s){0,2}$", re.IGNORECASE).search(before):
        return True
    return bool(lexicon.regex(_SAYS, re.IGNORECASE).match(after))
