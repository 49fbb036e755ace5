"""The names of projects: by label and column, by a noun before them, by quotation marks, by headings, as a subject.

A candidate says where a name stands and which rule saw it; `find_projects` keeps those that hold, gives equal names one key
and finds every other place where a kept name stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphkit.facts.extents import name_end, quoted_end
from graphkit.facts.labels import label_kind, matches_label
from graphkit.facts.reading import Name, Unit
from graphkit.lexicon import Lexicon
from graphkit.model import BlockKind, Document
from graphkit.text import slug, squeeze

_BRACKET = re.compile(r"\s*\(([^()]{2,40})\)\s*$")
_PROGRAMME = re.compile(
    r"^(interreg|program|erasmus|horizon|horisont)\b|(programmet|programme|fonden|fund)\b(?!\s+\w+\s+\w+)|\b20\d\d\s?[-–]\s?20[23]\d$",
    re.I,
)
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a project's name may stand; `score` from 0 to 1 says how sure the rule is; `other` is a second form of the name."""

    start: int
    end: int
    rule: str
    score: float
    alias_of: int | None = None


def find_projects(
    document: Document, units: Sequence[Unit], lexicon: Lexicon, actors: Sequence[Name], regions: Sequence[Name]
) -> tuple[Name, ...]:
    """All places where projects are named, sorted; `key` joins the forms of one project's name."""
    text = document.text
    found = [c for c in _candidates(document, units, lexicon) if _holds(c, text, lexicon, actors, regions)]
    found += [c for c in _from_headings(document, units, lexicon, found) if _holds(c, text, lexicon, actors, regions)]
    forms = _forms(text, found)
    names = _occurrences(document, forms)
    names += _unnamed(units, lexicon, names)
    return tuple(sorted(names, key=lambda n: (n.start, -n.end)))


# --------------------------------------------------------------------------------------------- candidates


def _candidates(document: Document, units: Sequence[Unit], lexicon: Lexicon) -> Iterator[Candidate]:
    text = document.text
    for unit in units:
        kind = unit.block.kind
        if kind is BlockKind.PAIR:
            yield from _labelled(unit, lexicon)
        elif kind is BlockKind.ROW:
            yield from _in_column(unit, lexicon)
        elif kind in (BlockKind.HEADING, BlockKind.TITLE):
            yield from _after_heading_cue(unit, lexicon)
        if kind not in (BlockKind.ROW, BlockKind.HEADER_ROW):
            yield from _after_noun(text, unit, lexicon)
            yield from _after_naming(text, unit, lexicon)
            yield from _after_follows(text, unit, lexicon)
            yield from _decided(text, unit, lexicon)
            yield from _lower_case(text, unit)
            yield from _subjects(text, unit, lexicon)
            yield from _quoted(text, unit)


def _stripped(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """Without quotation marks around and a kind of project in brackets behind: «Hammarby våtmark (förstudie)»."""
    while start < end and text[start] in " ”“\"«»'*•–-":
        start += 1
    while end > start and text[end - 1] in " ”“\"«»'*.,;:–-":
        end -= 1
    prefix = re.match(
        rf"(?:{lexicon.alternation('projects.heading-prefixes')})\s*:\s+(?=\S)", text[start:end], re.IGNORECASE
    )
    if prefix:
        start += prefix.end()
    bracket = _BRACKET.search(text[start:end])
    if bracket and bracket.group(1).casefold() in lexicon.words("projects.brackets"):
        end = start + bracket.start()
    return start, end


def _labelled(unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    label, *values = unit.block.cells
    if label_kind(label.text, lexicon) not in ("project", "project-short"):
        return
    for cell in values:
        start, end = _stripped(unit.block.text, cell.start - unit.start, cell.end - unit.start, lexicon)
        if 0 < end - start <= 140 and len(cell.text.split()) <= 16:
            yield Candidate(unit.start + start, unit.start + end, "project.label", 0.95)


def _in_column(unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    for cell in unit.block.cells:
        if label_kind(cell.header, lexicon) == "project" and _LETTER.search(cell.text):
            if matches_label(cell.text, lexicon.words("columns.sum-rows")):
                return
            start, end = _stripped(unit.text, cell.start - unit.start, cell.end - unit.start, lexicon)
            if 0 < end - start <= 140:
                yield Candidate(unit.start + start, unit.start + end, "project.column", 0.93)


def _after_heading_cue(unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    cue = re.match(
        rf"(?:§\s*\d+\s*|\d+[.)]\s*|[a-z]\)\s*)?(?:[\w ]{{0,30}}?)\b(?:{lexicon.alternation('projects.heading-cues')})\s*[:–-]\s*(?=\S)",
        unit.text,
        re.I,
    )
    if cue:
        start, end = _stripped(unit.text, cue.end(), len(unit.text), lexicon)
        if 2 < end - start <= 110:
            yield Candidate(unit.start + start, unit.start + end, "project.heading-cue", 0.85)


def _extent(text: str, position: int, limit: int, lexicon: Lexicon) -> tuple[int, int, bool] | None:
    """Start, end and whether in quotation marks, of the name that begins at a position (blanks before it are passed)."""
    while position < limit and text[position] in " \n":
        position += 1
    quoted = quoted_end(text, position, limit)
    if quoted:
        return *quoted, True
    end = name_end(text, position, limit, lexicon)
    return None if end is None or end - position < 2 else (position, end, False)


def _after_noun(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«projektet X», «projektet och kontoret X», «projekten X och Y», «the X project»."""
    nouns = lexicon.alternation("projects.nouns")
    for cue in re.finditer(
        rf"(?<!\w)(?:\w+-)?(?:{nouns})(?:\s+(?:och|and|med)\s+\w+)?[:,]?\s+(?:med namnet\s+|kallat\s+|called\s+)?(?=[”“\"«»#@\d]|[A-ZÅÄÖÆØ]|\w[A-ZÅÄÖ])",
        unit.text,
        re.I,
    ):
        start = unit.start + cue.end()
        if not (
            text[start].isupper()
            or text[start] in '”“"«»#@'
            or text[start].isdigit()
            or text[start + 1 : start + 2].isupper()
        ):
            continue
        if text[start].isdigit() and re.match(r"\d+\s|\d{4}", text[start : start + 6]):
            continue
        reach = _extent(text, start, unit.end, lexicon)
        if reach:
            yield Candidate(reach[0], reach[1], "project.noun-before", 0.9 if reach[2] else 0.85)
            if cue.group().strip().casefold().split()[0] in lexicon.words("projects.plural-nouns"):
                yield from _coordinated(text, reach[1] + reach[2], unit, lexicon)
    if lexicon.language == "en":
        for match in re.finditer(r"\b[Tt]he ((?:[A-Z0-9#][\w&+:–-]*\s){1,6})(?:project|initiative|pilot)\b", unit.text):
            yield Candidate(unit.start + match.start(1), unit.start + match.end(1) - 1, "project.noun-after", 0.8)
    for match in re.finditer(r"(?<![\w.])((?:[A-ZÅÄÖ0-9#][\w&+]*[\s-]?){1,4}?)-?(?:projektet|prosjektet)\b", unit.text):
        name = match.group(1).strip(" -")
        if (
            len(name) > 2
            and slug(name) not in ("eu", "eruf", "esf", "interreg", "leader", "life")
            and match.group(1)[-1:] in "- "
        ):
            yield Candidate(
                unit.start + match.start(1), unit.start + match.start(1) + len(name), "project.noun-after", 0.55
            )


def _coordinated(text: str, position: int, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """The further names of «projekten X, Y och Z»."""
    while joint := re.match(r"\s*(?:,|och|samt|and|&)\s+(?=[”“\"«A-ZÅÄÖ#@])", text[position : unit.end]):
        reach = _extent(text, position + joint.end(), unit.end, lexicon)
        if reach is None:
            return
        yield Candidate(reach[0], reach[1], "project.noun-before", 0.75)
        position = reach[1] + reach[2]


def _after_naming(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«projektet heter X», «leden, som kallas X», «a pilot by the name of X»."""
    for cue in re.finditer(
        rf"(?<!\w)(?:{lexicon.alternation('projects.naming')})\s+(?:det\s+|för\s+|projektet\s+)?", unit.text, re.I
    ):
        reach = _extent(text, unit.start + cue.end(), unit.end, lexicon)
        if reach:
            yield Candidate(reach[0], reach[1], "project.named", 0.75)


def _after_follows(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«bygger vidare på X», «a continuation of X»."""
    for cue in re.finditer(
        rf"(?<!\w)(?:{lexicon.alternation('projects.follows')})\s+(?:där\s+)?(?:projektet\s+|förstudien\s+|the\s+|det\s+)?",
        unit.text,
        re.I,
    ):
        reach = _extent(text, unit.start + cue.end(), unit.end, lexicon)
        if reach:
            yield Candidate(reach[0], reach[1], "project.followed", 0.72)


def _decided(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """«sade nej till X»: what is decided on by name is a project, if the name is no common noun."""
    for cue in lexicon.pattern("projects.said-yes", "projects.said-no").finditer(unit.text):
        reach = _extent(text, unit.start + cue.end(), unit.end, lexicon)
        if reach:
            yield Candidate(reach[0], reach[1], "project.decided", 0.6)


def _lower_case(text: str, unit: Unit) -> Iterator[Candidate]:
    """A name that keeps its small first letter at the head of a sentence, and stands elsewhere too: «kust i kris räddar …»."""
    if unit.block.kind in (BlockKind.LIST_ITEM, BlockKind.PAIR) or not unit.text[:1].islower():
        return
    words = unit.text.split()
    for length in range(min(6, len(words)), 1, -1):
        name = " ".join(words[:length]).rstrip(".,:;")
        if unit.text.startswith(name) and len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text)) >= 2:
            yield Candidate(unit.start, unit.start + len(name), "project.lower-case", 0.65)
            return


def _subjects(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[Candidate]:
    """A name at the head of a sentence before a verb that projects are the subject of; it counts where the name recurs."""
    verbs = lexicon.alternation("projects.subject-verbs")
    match = re.match(
        rf"[”“\"«]?([A-ZÅÄÖÆØ#@\d](?:[^.,;:?!\n]|:\s(?=[A-ZÅÄÖ])|(?<=\d)\.(?=\d)){{1,80}}?)[”“\"»]?(?:,\s[^.,;]{{3,60}},)?\s+(?:{verbs})(?!\w)",
        unit.text,
    )
    if match is None:
        return
    name = match.group(1)
    words = name.split()
    if len(words) > 8 or words[0].casefold() in _PRONOUNS or not _LETTER.search(name):
        return
    strong = bool(
        re.match(
            r"\s*(är|is)\s+(ett|en|det|a|an|the)\s+(\w+\s+){0,2}(\w*projekt(?:et)?|\w*samarbete|project|initiative|cooperation)\b",
            unit.text[match.end(1) :].lstrip('”"»'),
        )
    )
    if strong or _mid_sentence(text, name):
        yield Candidate(
            unit.start + match.start(1), unit.start + match.end(1), "project.subject", 0.7 if strong else 0.5
        )


def _quoted(text: str, unit: Unit) -> Iterator[Candidate]:
    """A name in quotation marks that stands elsewhere too, without them: «Ur detta har ”Nya vägar” fötts»."""
    for mark in re.finditer(r"[”“\"«](?=[A-ZÅÄÖ#@\d])", unit.text):
        reach = quoted_end(text, unit.start + mark.start(), unit.end)
        if reach is None:
            continue
        name = text[slice(*reach)]
        if (
            len(name.split()) <= 8
            and name[-1] not in ".,!?"
            and len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text)) >= 2
        ):
            yield Candidate(reach[0], reach[1], "project.quoted", 0.7)


def _mid_sentence(text: str, name: str) -> bool:
    """Whether a name stands with its capital inside a sentence or alone on a heading's line, so that it is no mere first word."""
    return bool(re.search(rf"[a-zåäöéæø,”\"]\s{re.escape(name)}(?!\w)|(?:\n\n|^){re.escape(name)}\n\n", text))


_PRONOUNS = frozenset(
    [
        "det", "den", "de", "vi", "han", "hon", "nu", "här", "där", "detta", "projektet", "arbetet", "i", "inom", "utöver", "enligt", "även", "genom", "utan", "via", "hos", "vid", "kring", "detta", "på", "under", "för", "när", "the", "this", "it", "we", "he", "she", "in", "on", "they", "our", "projektets",
        "satsningen", "hela", "syftet", "målet", "stödet", "budgeten", "kommunen", "regionen", "länsstyrelsen", "regionförbundet", "programmet", "en", "ett", "alla", "båda", "efter", "sedan", "a", "an", "av", "med", "som", "om",
        "från", "till", "förstudien", "totalt", "både", "samtliga", "verksamheten", "insatsen", "parterna", "partnerskapet", "styrelsen", "nämnden", "föreningen", "företaget", "ansökan", "utlysningen", "bidraget",
    ]
)  # fmt: skip


# ------------------------------------------------------------------------------------------------ headings


def _from_headings(
    document: Document, units: Sequence[Unit], lexicon: Lexicon, found: Sequence[Candidate]
) -> Iterator[Candidate]:
    """A title or heading that names a project: because its section speaks of one, or because the text takes it up as a name."""
    text = document.text
    sections = _sections(units)
    known = {_plain(text[c.start : c.end]) for c in found}
    speaking = [(unit, _signals(body, lexicon, anaphora=False)) for unit, body in sections]
    siblings: dict[int, int] = {}
    for unit, signals in speaking:
        if signals >= 2 and _may_name(unit, lexicon):
            siblings[unit.block.level] = siblings.get(unit.block.level, 0) + 1
    for order, (unit, signals) in enumerate(speaking):
        if not _may_name(unit, lexicon):
            continue
        whole = _stripped(unit.text, 0, len(unit.text), lexicon)
        for start, end, short in _parts(unit.text, *whole):
            name = unit.text[start:end]
            if _plain(name) in known:
                yield Candidate(unit.start + whole[0], unit.start + whole[1], "project.heading", 0.85)
                break
            if (short or " " in name) and _taken_up(text, name, unit, 2 if short else 1):
                yield Candidate(unit.start + whole[0], unit.start + whole[1], "project.heading", 0.8)
                break
        else:
            name = unit.text[whole[0] : whole[1]]
            title = order == 0 or unit.block.kind is BlockKind.TITLE
            if title and not found and _signals([u for u in units if u is not unit], lexicon) >= 3:
                yield Candidate(unit.start + whole[0], unit.start + whole[1], "project.title", 0.6)
            elif not title and signals >= 2 and (siblings.get(unit.block.level, 0) >= 2 or name.isupper()):
                yield Candidate(unit.start + whole[0], unit.start + whole[1], "project.section", 0.6)


def _sections(units: Sequence[Unit]) -> list[tuple[Unit, list[Unit]]]:
    """Each heading with the units below it, down to the next heading of any level."""
    sections: list[tuple[Unit, list[Unit]]] = []
    for unit in units:
        if unit.block.kind in (BlockKind.TITLE, BlockKind.HEADING):
            sections.append((unit, []))
        elif sections:
            sections[-1][1].append(unit)
    return sections


def _signals(body: Sequence[Unit], lexicon: Lexicon, *, anaphora: bool = True) -> int:
    """How many signs there are that a section tells of one project: «projektet», an owner's label, a period, a budget."""
    score = 0
    standing = lexicon.pattern("projects.anaphora")
    owner = lexicon.pattern("roles.owner-nouns", "roles.owner-apposition")
    money = re.compile(r"\d\s*(kr|kronor|mkr|mnkr|tkr|kkr|euro|€|miljon|million|SEK|EUR|NOK)", re.I)
    for unit in body:
        if unit.block.kind is BlockKind.PAIR and label_kind(unit.block.cells[0].text, lexicon) in (
            "owner",
            "period",
            "budget",
            "grant",
            "partner",
        ):
            score += 2
        score += (
            (anaphora and bool(standing.search(unit.text)))
            + bool(owner.search(unit.text))
            + bool(money.search(unit.text))
        )
    return score


def _may_name(unit: Unit, lexicon: Lexicon) -> bool:
    text = squeeze(unit.text)
    words = text.split()
    plain = text.casefold().strip(" :.")
    if (
        not 1 <= len(words) <= 12
        or len(text) > 110
        or plain in lexicon.words("projects.generic-headings")
        or text.endswith(("?", "…", "!"))
    ):
        return False
    if label_kind(text, lexicon) is not None or re.match(r"(§|\d+[.)]|bilaga|protokoll|fakta|kontakt|om )", plain):
        return False
    verbs = frozenset(lexicon.words("projects.stop-words"))
    headline = any(
        word.casefold().strip(",") in verbs and word.islower() and word not in _NOT_VERBS for word in words[1:]
    )
    return not headline and not re.search(r"\d\s*(kronor|miljon|euro|million|mkr)|\bmiljoner\b", text, re.I)


_NOT_VERBS = frozenset(
    [
        "med",
        "utan",
        "under",
        "genom",
        "mellan",
        "som",
        "där",
        "när",
        "från",
        "via",
        "ihop",
        "tillsammans",
        "to",
        "by",
        "with",
        "in",
        "from",
        "through",
        "between",
        "for",
        "ur",
        "nu",
        "inte",
        "sätter",
        "också",
        "även",
        "samt",
    ]
)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The whole heading, then what stands before its dash, colon or bracket: «ÖBN – öppna data», «SNOWBAND: Clean Urban Snow»."""
    yield start, end, False
    for cut in re.finditer(r"\s[–—-]\s|:\s|\s\(|,\s", text[start:end]):
        yield start, start + cut.start(), True


def _taken_up(text: str, name: str, unit: Unit, times: int) -> bool:
    """Whether a heading, or its first part, is used as a name elsewhere in the text so many times."""
    if len(name) < 3 or name.casefold() in _PRONOUNS:
        return False
    words = name.split()
    if all(word[:1].isupper() and word[1:].islower() for word in words) and 1 < len(words) <= 3 and times == 1:
        return False  # a person's name looks like this; a noun before it must tell
    outside = text[: unit.start] + " " + text[unit.end :]
    recurs = len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", outside)) >= times
    return recurs and (name.isupper() or words[-1][:1].isupper() or len(words) > 1)


# -------------------------------------------------------------------------------------- filters and merging


def _holds(candidate: Candidate, text: str, lexicon: Lexicon, actors: Sequence[Name], regions: Sequence[Name]) -> bool:
    """Whether a candidate may stay: not a body's, place's or programme's name (unless a label says so), no common noun, no long text."""
    name = text[candidate.start : candidate.end]
    plain = _plain(name)
    if len(plain) < 2 or not _LETTER.search(name) or len(name) > 150 or "\n" in name:
        return False
    if candidate.rule in ("project.label", "project.column"):
        return label_kind(name, lexicon) is None
    low = name.casefold()
    if _PROGRAMME.search(name) or low in _PRONOUNS or low in lexicon.words("projects.generic-headings"):
        return False
    if " " not in name and name[1:].islower() and re.search(rf"(?<!\w){re.escape(low)}(?!\w)", text):
        return False  # a common noun at the head of a sentence
    inside = [n for n in actors if n.start < candidate.end and candidate.start < n.end]
    if any(n.start <= candidate.start and n.end >= candidate.end for n in inside):
        return (
            candidate.rule == "project.noun-before"
            and candidate.score >= 0.85
            and not any(
                n.type in ("region", "municipality", "county-board", "agency", "eu", "university") for n in inside
            )
        )
    return not any(
        n.start <= candidate.start and n.end >= candidate.end for n in regions if n.rule != "region.adjective"
    )


def _plain(name: str) -> str:
    return slug(name).replace("-", " ")


def _forms(text: str, found: Sequence[Candidate]) -> dict[str, tuple[str, str, float]]:
    """Each form of a kept name with its key, rule and confidence; a form that begins or shortens another shares its key."""
    best: dict[str, Candidate] = {}
    for candidate in sorted(found, key=lambda c: (-c.score, c.start)):
        best.setdefault(squeeze(text[candidate.start : candidate.end]), candidate)
    full = sorted(best, key=lambda form: (-best[form].score, -len(form), form))
    groups: list[list[str]] = []
    for form in full:
        group = next((g for g in groups if any(_same_project(form, other) for other in g)), None)
        if group is None:
            groups.append([form])
        else:
            group.append(form)
    forms: dict[str, tuple[str, str, float]] = {}
    for group in groups:
        key = "project:" + slug(max(group, key=lambda form: (len(form.split()) <= 12, len(form), form)))
        for form in group:
            forms[form] = (key, best[form].rule, best[form].score)
        for form in list(group):
            for short in _short_forms(form, text):
                forms.setdefault(short, (key, "project.short-form", best[form].score * 0.95))
    return forms


def _same_project(one: str, other: str) -> bool:
    """Whether two forms name one project: equal but for marks, or one begins the other up to a dash, colon, bracket or capital."""
    a, b = sorted((_plain(one), _plain(other)), key=len)
    if a == b:
        return True
    long = one if _plain(one) == b else other
    short = other if long == one else one
    if (
        not b.startswith(a + " ")
        or re.search(r"(?:etapp|fas|phase|steg|del)?\s*(?:[IVX]+|\d+)$", long)
        and not re.search(r"(?:[IVX]+|\d+)$", short)
        and len(long.split()) <= len(short.split()) + 2
    ):
        return False
    return bool(re.match(r"\s*[–—:(,-]|\s", long[len(short) :]))


def _short_forms(form: str, text: str) -> Iterator[str]:
    """Shorter forms of a name that the text uses: before its dash or colon, in its brackets, an acronym."""
    for start, end, short in _parts(form, 0, len(form)):
        piece = form[start:end].strip()
        if (
            short
            and len(piece) >= 3
            and len(re.findall(rf"(?<!\w){re.escape(piece)}(?!\w)", text)) >= 2
            and piece.casefold() not in _PRONOUNS
        ):
            yield piece
    bracket = re.search(r"\(([\w-]{2,15})\)", form)
    if bracket:
        yield bracket.group(1)
    first = form.split()[0]
    if first.isupper() and len(first) >= 3 and len(form.split()) > 1 and first not in ("THE",):
        yield first
    after = re.search(rf"{re.escape(form)}[”\"»]?\s+\(([A-ZÅÄÖ][\w-]{{1,14}})\)", text)
    if after and not after.group(1).islower():
        yield after.group(1)


def _occurrences(document: Document, forms: dict[str, tuple[str, str, float]]) -> list[Name]:
    """Every place where a form of a kept name stands, longest form first; full names by key."""
    text = document.text
    names: list[Name] = []
    taken = bytearray(len(text))
    longest: dict[str, str] = {}
    for form, (key, rule, _) in forms.items():
        if rule != "project.short-form" and len(form) > len(longest.get(key, "")):
            longest[key] = form
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        key, rule, score = forms[form]
        pattern = rf"(?<![\w-]){re.escape(form)}(?:s(?!\w)|(?!\w))".replace(r"\ ", r"\s+")
        flags = re.I if form.isupper() and len(form) > 6 else 0
        for match in re.finditer(pattern, text, flags):
            if any(taken[match.start() : match.end()]):
                continue
            taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
            end = (
                match.start() + len(form)
                if match.group().endswith("s") and len(match.group()) == len(form) + 1
                else match.end()
            )
            names.append(
                Name(
                    kind="project",
                    start=match.start(),
                    end=end,
                    text=text[match.start() : end],
                    key=key,
                    name=longest.get(key, form),
                    type="",
                    rule=rule,
                    confidence=score,
                )
            )
    return names


def _unnamed(units: Sequence[Unit], lexicon: Lexicon, names: Sequence[Name]) -> list[Name]:
    """A predecessor or pre-study without a name of its own, where its sentence gives it a year, a payer or a result."""
    pattern = re.compile(rf"(?<!\w)(?:{lexicon.alternation('projects.unnamed')})(?!\w)", re.I)
    found: dict[str, list[Name]] = {}
    worth: set[str] = set()
    funder = re.compile(rf"(?<!\w)(?:{lexicon.alternation('roles.funder-passives')})(?!\w)", re.I)
    for unit in units:
        for match in pattern.finditer(unit.text):
            start, end = unit.start + match.start(), unit.start + match.end()
            if any(n.start <= end + 1 and start <= n.end for n in names):
                continue
            plain = _plain(re.sub(r"^(det|en|ett|den|a|an|the)\s+", "", match.group(), flags=re.I))
            plain = re.sub(r"(studien|studie)$", "studie", plain)
            key = f"project:unnamed-{plain.replace(' ', '-')}"
            found.setdefault(key, []).append(
                Name(
                    kind="project",
                    start=start,
                    end=end,
                    text=unit.text[match.start() : match.end()],
                    key=key,
                    name=match.group(),
                    type="",
                    rule="project.unnamed",
                    confidence=0.5,
                )
            )
            if unit.block.kind not in (BlockKind.HEADING, BlockKind.TITLE) and (
                re.search(r"\b(19|20)\d\d\b", unit.text) or funder.search(unit.text)
            ):
                worth.add(key)
    return [name for key in sorted(worth) for name in found[key]] if names else []
