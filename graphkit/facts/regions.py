"""Places: known ones in the reading that their surroundings ask for, unknown ones by a word that says what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphkit.facts.gazetteer import Gazetteer, Match, fold, region_key
from graphkit.facts.passages import Passage
from graphkit.facts.reading import Name
from graphkit.facts.words import Word, follows, word_group, word_map
from graphkit.reference import ReferenceRegion

_SIBLING = re.compile(r",\s(?:och |samt |and )?|\s(?:och|samt|and|og|eller|or|respektive)\s|\s?[/–-]\s?|\s&\s")
_AND = ("och", "samt", "eller", "and", "or", "og", "respektive")
_DASH = "-–/"
_LONGEST_CHAIN = 120


def public_code(region: ReferenceRegion) -> str | None:
    """The code that facts carry: none for towns, macro regions, foreign municipalities and counties that are no more."""
    if (
        region.type in ("macro", "city")
        or region.valid_to
        or (region.type == "municipality" and not region.code.startswith("SE-"))
    ):
        return None
    return region.code


def find_regions(passage: Passage, gazetteer: Gazetteer) -> Iterator[Name]:
    """All places of a passage, those inside the names of organisations too; the caller takes these out."""
    known = [_directed(passage, name) for name in _known(passage, gazetteer)]
    taken: set[int] = set()
    for name in (
        *_by_area_word(passage),
        *known,
        *_by_county_word(passage),
        *_by_neighbour(passage, known),
        *_by_cue(passage),
        *_adjectives(passage, gazetteer),
    ):
        if name.start not in taken and name.end - 1 not in taken:
            taken |= set(range(name.start, name.end))
            yield name


# ------------------------------------------------------------------------------------------------------ known


def _known(passage: Passage, gazetteer: Gazetteer) -> Iterator[Name]:
    matches = [
        m for m in gazetteer.find_regions(passage.text, passage.words, passage.start) if _whole(passage, m, gazetteer)
    ]
    matches = [m for m in matches if not m.entry.form.startswith("Region ")]
    matches = [m for m in matches if fold(m.entry.form) not in gazetteer.ordinary or _beside_cue(passage, m)]
    for group in _siblings(passage, matches):
        county = _county_group(passage, group)
        town = not county and any({r.type for r in m.entry.regions} == {"city"} for m in group)
        for match in group:
            yield _read(passage, match, county=county, town=town)


def _whole(passage: Passage, match: Match, gazetteer: Gazetteer) -> bool:
    """A place that is a part of a hyphenated word counts when all the parts are places: «Oskarshamn–Visby», not «Botnia-Atlantica»."""
    before, after = passage.between(match.start - 1, match.start), passage.between(match.stop, match.stop + 2)
    if (before and before in _DASH) or (len(after) == 2 and after[0] in _DASH and after[1].isalnum()):
        word = _word_at(passage, match.start)
        if word is None or len(word.text) > _LONGEST_CHAIN:
            return False
        parts = re.split(r"[-–/]", word.text)
        return all(gazetteer.region(part) for part in parts)
    return not (len(after) > 0 and after[0] == "-" and (len(after) == 1 or not after[1].isspace()))


def _word_at(passage: Passage, offset: int) -> Word | None:
    index = passage.index_from(offset + 1) - 1
    return passage.words[index] if index >= 0 and offset < passage.words[index].end else None


def _beside_cue(passage: Passage, match: Match) -> bool:
    index = passage.index(match.start)
    if index is None or not index or passage.words[index].first:
        return False
    return passage.words[index - 1].text in word_group("regions.prepositions")


def _siblings(passage: Passage, matches: Sequence[Match]) -> Iterator[list[Match]]:
    group: list[Match] = []
    for match in matches:
        if group and not _SIBLING.fullmatch(passage.between(group[-1].stop, match.start)):
            yield group
            group = []
        group.append(match)
    if group:
        yield group


def _county_group(passage: Passage, group: Sequence[Match]) -> bool:
    """Whether a list is one of counties: «X, Y och Z län», a column «Län», or ambiguous names beside sure ones."""
    after = re.match(r"\s(\w+)", passage.between(group[-1].stop, group[-1].stop + 20))
    if after and after.group(1) in word_group("regions.plural-county"):
        return True
    before = re.search(r"(\w+)\s$", passage.between(max(passage.start, group[0].start - 20), group[0].start))
    if before and before.group(1) in word_group("regions.county-heads"):
        return True
    if passage.header in word_group("regions.county-labels"):
        return True
    sure = [m for m in group if {r.type for r in m.entry.regions} <= {"county"}]
    return bool(sure) and len(group) > 1


def _read(passage: Passage, match: Match, *, county: bool, town: bool) -> Name:
    regions = match.entry.regions
    types = {region.type: region for region in reversed(regions)}
    index = passage.index(match.start)
    follower = _follower(passage, match.stop)
    stop, rule, confidence = match.stop, "region.known", 0.9
    written = passage.between(match.start, match.end)
    stem = written.removesuffix(" län")
    if "county" in types and (county or follower in word_group("regions.county-words")):
        region, type_ = types["county"], "county"
        if (
            follower in word_group("regions.county-words")
            and follower not in ("läns", "region", "Region")
            and stem == written
        ):
            stop = match.stop + 1 + len(follower)
            match = replace(match, end=stop)
            written = passage.between(match.start, stop)
        rule = "region.county-reading"
    elif town and "city" in types:
        region, type_ = types["city"], "city"
    elif passage.header in word_group("regions.municipality-labels") and "municipality" in types:
        region, type_ = types["municipality"], "municipality"
        rule = "region.municipality-reading"
    elif (
        follower in word_group("regions.city-words")
        and ("city" in types or "municipality" in types or "county" in types)
    ) or match.entry.form in word_group("regions.city-first"):
        region, type_ = types.get("city") or types.get("municipality") or types["county"], "city"
    elif len(regions) > 1 and "macro" in types and "county" in types and not county:
        region = types["county"] if passage.finnish else types["macro"]
        type_ = region.type
    elif len(regions) > 1 and "county" in types:
        region, type_ = types["county"], "county"
    else:
        region, type_ = regions[0], regions[0].type
    code = public_code(region)
    if type_ == "county" and any(other.valid_to for other in regions):
        code = None  # a county that a reform has split or joined: the text doesn't say which of the two
    if type_ == "municipality" and rule != "region.municipality-reading" and "kommun" not in written:
        type_ = "municipality" if match.entry.form in word_group("regions.municipality-only") else "city"
    if type_ == "city":
        code = None
    if index is not None and _inside_name(passage, index, match.stop):
        rule, confidence = "region.in-name", 0.4
    return Name(
        kind="region",
        start=match.start,
        end=stop,
        text=passage.between(match.start, stop),
        key=region_key(region.code),
        name=written,
        type=type_,
        rule=rule,
        code=code,
        canonical=(region.name_sv if region.code.startswith("SE") else region.name_en).split(" (")[0],
        confidence=confidence,
    )


def _follower(passage: Passage, end: int) -> str:
    match = re.match(r"\s([^\W\d_]+)", passage.between(end, end + 24))
    return match.group(1) if match else ""


def _inside_name(passage: Passage, index: int, stop: int) -> bool:
    """Whether capitals stand right beside a place in running text, so that it is rather a part of some name («Mentor Medelpad»)."""
    words = passage.words
    before = words[index - 1] if index and words[index].joined and not words[index].first else None
    if before is not None and before.capital and not before.first and before.text not in word_group("actors.no-start"):
        return True
    after = next((word for word in words[index : index + 6] if word.start >= stop), None)
    return after is not None and after.joined and not after.first and after.capital and after.start - stop <= 1


def _directed(passage: Passage, name: Name) -> Name:
    """«sydvästra Finland» is an area of its own, without a code."""
    index = passage.index(name.start)
    if index and follows(passage.words, index) and passage.words[index - 1].text in word_group("regions.directions"):
        start = passage.words[index - 1].start
        text = passage.between(start, name.end)
        directed = f"{passage.words[index - 1].text} {name.name}"
        return replace(
            name,
            start=start,
            text=text,
            name=directed,
            key=region_key(directed),
            type="macro",
            code=None,
            canonical=None,
            rule="region.direction",
        )
    return name


# ---------------------------------------------------------------------------------------------------- unknown


def _name(passage: Passage, first: int, last: int, type_: str, rule: str, confidence: float) -> Name:
    start, end = passage.words[first].start, passage.words[last - 1].end
    text = passage.between(start, end)
    return Name(
        kind="region",
        start=start,
        end=end,
        text=text,
        key=region_key(text),
        name=text,
        type=type_,
        rule=rule,
        confidence=confidence,
    )


def _capitals(words: Sequence[Word], first: int, longest: int = 3) -> int:
    last = first
    while last < len(words) and last - first < longest and words[last].capital and words[last].text[0].isalpha():
        if last > first and (not words[last].joined or words[last].first):
            break
        last += 1
    return last


def _by_county_word(passage: Passage) -> Iterator[Name]:
    words = passage.words
    for index, word in enumerate(words):
        if (
            word.text in ("län", "oblast", "Oblast", "fylke", "County", "Voivodeship", "vojvodskap")
            and word.joined
            and not word.first
        ):
            first = index
            while (
                first > 0
                and index - first < 2
                and words[first].joined
                and not words[first].first
                and words[first - 1].capital
            ):
                first -= 1
            while first < index and words[first].text in word_group("actors.no-start"):
                first += 1
            if first < index:
                yield _name(passage, first, index + 1, "county", "region.county-word", 0.7)


def _by_area_word(passage: Passage) -> Iterator[Name]:
    words = passage.words
    for index, word in enumerate(words):
        if word.text in word_group("regions.area-words") and word.joined and not word.first:
            first = index
            while (
                first > 0
                and index - first < 3
                and words[first].joined
                and not words[first].first
                and words[first - 1].capital
            ):
                first -= 1
            while first < index and words[first].text in word_group("actors.no-start"):
                first += 1
            if first < index:
                yield _name(passage, first, index + 1, "city", "region.area-word", 0.7)
        elif word.capital and word.low.endswith(("trakten", "bygden", "skärgården")) and len(word.text) > 9:
            yield _name(passage, index, index + 1, "city", "region.area-word", 0.6)


def _by_neighbour(passage: Passage, known: Sequence[Name]) -> Iterator[Name]:
    """An unknown capital beside known places: «Storlien eller Funäsdalen», «Limburg, Álava och Pomerania», «Jõgeva i Estland»."""
    words = passage.words
    starts = {name.start: name for name in known}
    for name in known:
        index = passage.index(name.start)
        if index is None or name.rule == "region.in-name":
            continue
        inside = follows(words, index) and words[index - 1].text in ("i", "in") and follows(words, index - 1)
        if inside and index > 1 and not words[index - 2].first and _lone(words, index - 2):
            yield _name(passage, index - 2, index - 1, "city", "region.within", 0.6)
        first = index
        while (before := _listed_before(passage, first)) is not None and words[before].start not in starts:
            yield _name(
                passage, before, before + 1, name.type if name.type == "county" else "city", "region.sibling", 0.5
            )
            first = before
        last = passage.index_from(name.end)
        while (after := _listed_after(passage, last)) is not None and words[after].start not in starts:
            end = _capitals(words, after, 2)
            yield _name(passage, after, end, name.type if name.type == "county" else "city", "region.sibling", 0.5)
            last = end


def _lone(words: Sequence[Word], index: int) -> bool:
    """Whether a word is a capitalised one that no other capital stands beside, so that it is no person's or body's last word."""
    word = words[index]
    if (
        not word.capital
        or not word.text.replace("-", "").isalpha()
        or word.text in word_group("actors.no-start") | word_group("regions.no-places")
    ):
        return False
    if word.text in word_map("actors.bare") or word.text.endswith(tuple(word_map("actors.endings"))):
        return False
    if word.text.isupper() or (follows(words, index) and words[index - 1].capital):
        return False
    return not word.first or index == 0 or len(word.text) > 3


def _listed_before(passage: Passage, index: int) -> int | None:
    words = passage.words
    if index == 0:
        return None
    gap = passage.between(words[index - 1].end, words[index].start)
    if re.fullmatch(r",\s|\s?–\s?", gap) and _lone(words, index - 1):
        return index - 1
    if (
        index > 1
        and words[index - 1].text in _AND
        and follows(words, index)
        and follows(words, index - 1)
        and _lone(words, index - 2)
    ):
        return index - 2
    return None


def _listed_after(passage: Passage, index: int) -> int | None:
    words = passage.words
    if index >= len(words):
        return None
    at = index + 1 if words[index].text in _AND and words[index].joined else index
    if at >= len(words) or not _lone(words, at):
        return None
    gap = passage.between(words[at - 1].end, words[at].start)
    return at if (at > index and gap == " ") or (at == index and gap == ", ") else None


def _by_cue(passage: Passage) -> Iterator[Name]:
    words = passage.words
    for index in range(1, len(words)):
        word, before = words[index], words[index - 1]
        if (
            not word.capital
            or not word.joined
            or word.first
            or not word.text[0].isalpha()
            or word.text in word_group("regions.no-places")
        ):
            continue
        rule, type_, confidence = "", "city", 0.0
        if before.text in word_group("regions.city-heads"):
            rule, confidence = "region.city-word", 0.8
        elif before.low in word_group("regions.strong-prepositions"):
            rule, confidence = "region.preposition", 0.4
        if not rule:
            continue
        last = _capitals(words, index, 3)
        if any(not char.isalpha() and char not in "- :." for char in passage.between(word.start, words[last - 1].end)):
            continue
        if sum(char.isupper() for char in word.text) > 1 and not (
            "-" in word.text or (word.text.isupper() and len(word.text) > 5)
        ):
            continue
        yield _name(passage, index, last, type_, rule, confidence)


def _adjectives(passage: Passage, gazetteer: Gazetteer) -> Iterator[Name]:
    words = passage.words
    table = word_map("regions.adjectives")
    for index, word in enumerate(words[:-1]):
        place = table.get(word.text)
        if place and words[index + 1].joined and words[index + 1].text in word_group("regions.adjective-nouns"):
            regions = gazetteer.region(place)
            if regions:
                region = regions[0]
                yield replace(
                    _name(passage, index, index + 1, region.type, "region.adjective", 0.3),
                    key=region_key(region.code),
                    name=place,
                    code=public_code(region),
                    canonical=(region.name_sv if region.code.startswith("SE") else region.name_en).split(" (")[0],
                    alias=False,
                )
