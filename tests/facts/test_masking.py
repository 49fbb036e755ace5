"""What is said of persons is masked at equal length; bodies and places are not."""

import pytest

from graphkit import resources
from graphkit.documents import read_document
from graphkit.documents.builder import Draft, build_document
from graphkit.factfiles import dump_facts, load_facts
from graphkit.facts import find_facts
from graphkit.model import BlockKind, Document, DocumentInfo

SAMPLES = sorted(resources.data("samples", "documents").iterdir())


def document(*texts: str) -> Document:
    return build_document(DocumentInfo("prov", "prov.txt", "txt", "", "sv"), [Draft(text=text) for text in texts])


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("– Bra, säger Ulf Nybom, rektor.", "– Bra, säger █████████, rektor."),
        ("Ring 0300-17 40 60 eller +46 70 174 06 00.", "Ring █████████████ eller ████████████████."),
        (
            "Skriv till ulf.nybom[at]prov.example senast 2024-05-01.",
            "Skriv till █████████████████████████ senast 2024-05-01.",
        ),
        ("Region Halland ger 250 000 kronor, dnr 2019-174.", "Region Halland ger 250 000 kronor, dnr 2019-174."),
    ],
)
def test_names_addresses_and_numbers_are_masked_and_nothing_else(text, masked):
    assert find_facts(document(text)).text == masked


def test_a_family_name_alone_is_masked_where_the_person_is_known():
    text = find_facts(document("Rektor Berit Almdal hälsar välkommen.", "Sedan tog Almdal till orda.")).text
    assert "Almdal" not in text
    assert text.endswith("Sedan tog ██████ till orda.")


def test_quotes_and_offsets_hold_on_the_masked_text():
    facts = find_facts(document("Projektet Ljus i skogen ägs av Region Halland, säger Ulf Nybom."))
    proofs = [e for fact in (*facts.projects, *facts.actors, *facts.roles) for e in fact.evidence]
    assert proofs
    assert all(facts.text[e.start : e.end] == e.quote and "Nybom" not in e.quote for e in proofs)


def test_with_contacts_the_text_is_as_it_was():
    assert "Ulf Nybom" in find_facts(document("– Bra, säger Ulf Nybom."), contacts=True).text


def test_a_contact_box_is_masked_too():
    box = Draft(kind=BlockKind.CONTACT, text="Berit Almdal\n0300-17 40 60")
    facts = find_facts(build_document(DocumentInfo("prov", "prov.txt", "txt", "", "sv"), [box]))
    assert facts.text == "████████████\n█████████████"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_value_of_a_sample_s_contacts_is_in_its_fact_file(path):
    gold = load_facts(resources.data("samples", "gold") / f"{path.stem}.yaml")
    written = dump_facts(find_facts(read_document(path)))
    values = [value for c in gold.contacts for value in (c.name, c.email, c.phone) if value]
    assert not [value for value in values if value in written]
