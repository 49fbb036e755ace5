"""Lists whose lines begin with counties: own rows."""

from graphkit.documents.builder import Draft, build_document
from graphkit.facts.names import find_names
from graphkit.model import BlockKind, DocumentInfo


def kinds(*heads: str) -> dict[str, str]:
    rows = [Draft(kind=BlockKind.PAIR, cells=((head, ""), ("40 sidor", "")), table=1) for head in heads]
    names = find_names(build_document(DocumentInfo("prov", "prov.txt", "txt", "", "sv"), rows))
    return {name.name: name.type for name in names if name.kind == "region"}


def test_a_name_of_town_and_county_among_counties_is_the_county_s():
    assert kinds("Skåne", "Kalmar", "Halland", "Blekinge")["Kalmar"] == "county"


def test_a_name_of_town_and_county_among_towns_is_the_town_s():
    assert kinds("Nora", "Kalmar", "Laholm", "Halland")["Kalmar"] == "city"
