"""Documents in the graph."""

from dataclasses import replace

DOCUMENT = "SELECT ?p ?o { ?d a gk:Document ; ?p ?o } ORDER BY ?p ?o"


def told(store):
    return {(row[0].value.rsplit("/")[-1].rsplit("#")[-1], row[1].value) for row in store.select(DOCUMENT).rows}


def test_a_document_tells_title_source_publisher_date_language_and_checksum(facts_of, store_of):
    facts = facts_of(sha256="cd" * 32)
    facts = replace(facts, info=replace(facts.info, publisher="Region Sörmland", issued="2009-05"))
    assert told(store_of(facts)) == {
        ("type", "https://w3id.org/graphkit/ontology#Document"),
        ("title", "Kvinnor bygger broar"),
        ("prefLabel", "Kvinnor bygger broar"),
        ("source", "nyhet.txt"),
        ("publisher", "Region Sörmland"),
        ("issued", "2009-05"),
        ("language", "sv"),
        ("sha256", "cd" * 32),
    }


def test_a_document_without_a_title_is_called_by_its_stem(facts_of, store_of):
    facts = facts_of()
    assert ("title", "nyhet") in told(store_of(replace(facts, info=replace(facts.info, title="", sha256=""))))


def test_a_date_that_is_none_is_left_out(facts_of, store_of):
    facts = facts_of()
    facts = replace(facts, info=replace(facts.info, issued="i våras"))
    assert "issued" not in {name for name, _ in told(store_of(facts))}
