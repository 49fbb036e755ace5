"""Lists whose lines begin with counties: «Skåne: 13 000 kr», «Jönköping: 10 000 kr», «Kalmar: 4 000 kr», of which some are towns' names too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.facts.gazetteer import Gazetteer, public_code, region_key
from graphkit.facts.reading import Name
from graphkit.model import Block, BlockKind, Document

_FEWEST = 3
_LISTED = (BlockKind.PAIR, BlockKind.ROW)


def read_county_lists(document: Document, regions: Sequence[Name], gazetteer: Gazetteer) -> list[Name]:
    """The places, with those that head the lines of a list as counties where at least half of all heads are counties and nothing else."""
    heads: dict[int, list[Name]] = {}
    at = {name.start: name for name in regions}
    for block in document.blocks:
        name = at.get(block.start)
        if block.kind in _LISTED and block.table is not None and name is not None and is_head(block, name):
            heads.setdefault(block.table, []).append(name)
    again: dict[int, Name] = {}
    for names in heads.values():
        counties = sum(name.type == "county" for name in names)
        if counties >= _FEWEST and 2 * counties >= len(names):
            again |= {name.start: _as_county(name, gazetteer) for name in names if name.type != "county"}
    return [again.get(name.start, name) for name in regions]


def is_head(block: Block, name: Name) -> bool:
    """Whether a place is all that the first cell of a block holds."""
    return bool(block.cells) and name.text == block.cells[0].text.strip(" :")


def _as_county(name: Name, gazetteer: Gazetteer) -> Name:
    region = next((region for region in gazetteer.region(name.text) if region.type == "county"), None)
    if region is None:
        return name
    canonical = (region.name_sv if region.code.startswith("SE") else region.name_en).split(" (")[0]
    rule, code = "region.county-reading", public_code(region)
    return replace(name, type="county", key=region_key(region.code), code=code, canonical=canonical, rule=rule)
