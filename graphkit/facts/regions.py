"""Places: known ones in the reading that their surroundings ask for, unknown ones by a word that says what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphkit.facts.gazetteer import Gazetteer, Match, fold, public_code, region_key
from graphkit.facts.passages import Passage
from graphkit.facts.reading import Name
from graphkit.facts.unlisted import adjectives, by_area_word, by_county_word, by_cue, by_halves, by_neighbour
from graphkit.facts.words import Word, follows, word_group

_SIBLING = re.compile(r",\s(?:och |samt |and )?|\s(?:och|samt|and|og|eller|or|respektive)\s|\s?[/–-]\s?|\s&\s")
_MUNICIPAL = re.compile(r"\b(?:kommuner|kommunerna|municipalities)\b[^.!?\n]{0,45}$")
_DASH = "-–/"
_LONGEST_CHAIN = 120
_INSIDE = ("i", "in", "inom")
"""Before a place that a capital behind it makes no name of: a box in running text has «Åtgärder i Dalarna Jnr 4»."""


def find_regions(passage: Passage, gazetteer: Gazetteer) -> Iterator[Name]:
    """All places of a passage, those inside the names of organisations too; the caller takes these out."""
    known = [_directed(passage, name) for name in _known(passage, gazetteer)]
    taken: set[int] = set()
    for name in (
        *by_halves(passage, gazetteer),
        *(name for name in by_area_word(passage) if not gazetteer.region(name.text)),
        *known,
        *by_county_word(passage),
        *by_neighbour(passage, known),
        *by_cue(passage),
        *adjectives(passage, gazetteer),
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
    municipal_end = -1
    for group in _siblings(passage, matches):
        if _follower(passage, group[-1].stop) in word_group("regions.waters"):
            continue  # «Torne och Kalix älvar» are rivers
        county = _county_group(passage, group)
        if not county and _municipal(passage, group, municipal_end):
            municipal_end = group[-1].stop
            yield from (_read(passage, match, county=False, town=False, municipal=True) for match in group)
            continue
        town = not county and any({r.type for r in m.entry.regions} == {"city"} for m in group)
        for match in group:
            beside = county and all(region.type != "county" for region in match.entry.regions)
            municipal = beside and _municipal(passage, [match], municipal_end)
            yield _read(passage, match, county=county, town=town, municipal=municipal)


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


def _municipal(passage: Passage, group: Sequence[Match], last: int) -> bool:
    """Whether a list is one of municipalities: «fem kommuner: Nora och Hällefors», or it goes on from such a list («samt Boden i Norrbotten»)."""
    if not all(any(region.type == "municipality" for region in match.entry.regions) for match in group):
        return False
    gap = passage.between(last, group[0].start) if last >= 0 else "."
    if len(gap) < 45 and not re.search(r"[.!?\n]", gap):
        return True
    before = passage.between(max(passage.start, group[0].start - 70), group[0].start)
    return len(group) > 1 and _MUNICIPAL.search(before) is not None


def _read(passage: Passage, match: Match, *, county: bool, town: bool, municipal: bool = False) -> Name:
    regions = match.entry.regions
    types = {region.type: region for region in reversed(regions)}
    index = passage.index(match.start)
    follower = _follower(passage, match.stop)
    stop, rule, confidence = match.stop, "region.known", 0.9
    written = passage.between(match.start, match.end)
    stem = written.removesuffix(" län")
    foreign_town = match.entry.form in word_group("regions.city-first") and not regions[0].code.startswith("SE")
    if municipal:
        region, type_, rule = types["municipality"], "municipality", "region.municipality-reading"
    elif "county" in types and ((county and not foreign_town) or follower in word_group("regions.county-words")):
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
        region = types["county"] if types["county"].code[:2] in passage.countries else types["macro"]
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
    """Whether capitals stand right beside a place in running text, so that it is rather a part of some name («Fadder Ångermanland»)."""
    words = passage.words
    if passage.text.isupper():
        return False
    before = words[index - 1] if index and words[index].joined and not words[index].first else None
    if before is not None and before.capital and not before.first and before.text not in word_group("actors.no-start"):
        return True
    if before is not None and before.text in _INSIDE:
        return False
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
