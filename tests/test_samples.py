"""The samples: each document has its gold, and gold says nothing that its document doesn't."""

import re

import pytest

from graphkit import resources
from graphkit.documents import read_document
from graphkit.evaluate import load_gold
from graphkit.factfiles import load_facts
from graphkit.model import ACTOR_TYPES, REGION_TYPES, ROLES, SCOPES, STATUSES
from graphkit.text import normalise, squeeze

DOCUMENTS = {path.stem: path for path in sorted(resources.data("samples", "documents").iterdir())}
GOLD = load_gold(resources.data("samples", "gold"))
SECTIONS = ("projects", "actors", "regions", "roles", "flows", "locations", "cooperations", "indicators", "contacts")


def flat(text):
    """On one line, without the marks that part the cells of a row."""
    return squeeze(normalise(str(text)).replace(" | ", " ")).casefold()


def is_in(name, text):
    """As words: «Umeå» does not stand in «Umeåborna», but a genitive does («Orsas»), and a label may be glued to its value."""
    return re.search(rf"(?<!\w){re.escape(flat(name))}|{re.escape(flat(name))}(?!\w)", text) is not None


def both(stem, section):
    """The facts of a section, the optional ones too."""
    gold = GOLD[stem]
    return [*(gold.get(section) or ()), *((gold.get("optional") or {}).get(section) or ())]


@pytest.fixture(scope="module")
def texts():
    read = {stem: read_document(path) for stem, path in DOCUMENTS.items()}
    return {
        stem: flat("\n".join([document.info.title, document.text, *(piece.text for piece in document.skipped)]))
        for stem, document in read.items()
    }


def test_each_document_has_gold_and_each_gold_file_a_document():
    assert sorted(DOCUMENTS) == sorted(GOLD)


@pytest.mark.parametrize("stem", sorted(GOLD))
def test_gold_keeps_to_the_schema(stem):
    gold = GOLD[stem]
    optional = gold.get("optional") or {}
    assert gold["id"] == stem
    assert gold["language"] in ("sv", "en")
    assert set(optional) <= set(SECTIONS)
    assert all(section in gold for section in SECTIONS)
    assert {x["type"] for x in both(stem, "actors")} <= set(ACTOR_TYPES)
    assert {x["type"] for x in both(stem, "regions")} <= set(REGION_TYPES)
    assert {x["role"] for x in both(stem, "roles")} <= set(ROLES)
    assert {x["scope"] for x in both(stem, "locations") if "scope" in x} <= set(SCOPES)
    assert {x["status"] for x in both(stem, "projects") if "status" in x} <= set(STATUSES)
    assert not [x for x in gold["locations"] if x.get("scope") == "excluded"], "an excluded region is optional"
    facts = load_facts(resources.data("samples", "gold", f"{stem}.yaml"))
    assert len(facts.flows) == len(gold["flows"])


@pytest.mark.parametrize("stem", sorted(GOLD))
def test_the_ids_that_gold_refers_to_are_its_own(stem):
    projects, actors, regions = ({x["id"] for x in both(stem, kind)} for kind in ("projects", "actors", "regions"))

    def check(fact, key, known):
        for value in [fact.get(key), *(fact.get(f"{key}_alt") or ())]:
            assert value is None or value in known, fact

    for role in both(stem, "roles"):
        check(role, "project", projects)
        check(role, "actor", actors)
    for flow in both(stem, "flows"):
        check(flow, "project", projects)
        check(flow, "funder", actors)
        check(flow, "recipient", actors)
    for location in both(stem, "locations"):
        check(location, "project", projects)
        check(location, "region", regions)
    for pair in both(stem, "cooperations"):
        assert len(pair) == 2
        assert set(pair) <= regions
    for indicator in both(stem, "indicators"):
        check(indicator, "project", projects)
    for contact in both(stem, "contacts"):
        check(contact, "actor", actors)
    for project in both(stem, "projects"):
        assert {*(project.get("follows") or ()), *(project.get("part_of") or ())} <= projects


@pytest.mark.parametrize("stem", sorted(GOLD))
def test_a_funder_of_a_flow_has_the_funder_role(stem):
    funders = {(x["project"], x["actor"]) for x in both(stem, "roles") if x["role"] == "funder"}
    flows = [x for x in GOLD[stem]["flows"] if x["funder"] and x["project"]]
    assert not [x for x in flows if (x["project"], x["funder"]) not in funders]


@pytest.mark.parametrize("stem", sorted(GOLD))
def test_names_and_quotes_of_gold_stand_in_the_document(stem, texts):
    text = texts[stem]
    quotes = [x["quote"] for x in both(stem, "flows") if x.get("quote")]
    # A reader parts a label glued to its value («Kramfors kommun240 000 kr») into two cells: blanks don't count.
    bare = text.replace(" ", "")
    assert not [quote for quote in quotes if flat(quote).replace(" ", "") not in bare]
    for kind in ("projects", "actors", "regions", "contacts"):
        for entity in both(stem, kind):
            names = [entity["name"], *(entity.get("aliases") or ())] if "name" in entity else []
            missing = [name for name in names if not is_in(name, text)]
            # «Flens» in «Strängnäs, Flens och Katrineholms kommuner» is «Flens kommun»: one of the two forms stands in the text.
            assert not missing or (entity.get("type") == "municipality" and len(missing) < len(names)), missing


def test_the_demo_shows_both_cooperations_and_the_implied_money():
    codes = {stem: {x["id"]: x["code"] for x in gold["regions"]} for stem, gold in GOLD.items()}
    pairs = {frozenset(codes[s].get(x) for x in pair) for s, gold in GOLD.items() for pair in gold["cooperations"]}
    assert {frozenset({"SE122", "RU-LEN"}), frozenset({"SE331", "RU-KR"})} <= pairs
    office = GOLD["62-kontoret-i-petrozavodsk"]["flows"]
    assert [(x["amount"], bool(x.get("implied"))) for x in office] == [(163000, False), (163000, True), (163000, True)]
    weran = {(x["amount"], x["currency"]) for x in GOLD["61-weran-sormland-leningrad"]["flows"]}
    assert weran == {(9800000, "SEK"), (200000, "EUR"), (50000, "SEK")}
    (olofstrom,) = GOLD["64-entreprenorskap-i-olofstrom"]["flows"]
    assert (olofstrom["funder"], olofstrom["amount"]) == ("region-blekinge", 3080000)
