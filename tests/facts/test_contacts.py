"""Contacts: whose address is whose, and that persons stay out unless they are asked for."""

from graphkit.documents.builder import Draft, build_document
from graphkit.facts import find_facts
from graphkit.model import BlockKind, Contact, Document, DocumentInfo


def document(*drafts: Draft) -> Document:
    return build_document(DocumentInfo("prov", "prov.txt", "txt", "", "sv"), list(drafts))


def box(text: str) -> Draft:
    return Draft(kind=BlockKind.CONTACT, text=text)


def contacts(*drafts: Draft) -> tuple[Contact, ...]:
    return find_facts(document(*drafts), contacts=True).contacts


def test_a_box_gives_name_title_body_address_and_phone():
    (found,) = contacts(
        box("Berit Almdal\nprojektledare\nRegion Halland\nberit.almdal@regionhalland.example\nTel: 070-174 06 00")
    )
    assert (found.name, found.title, found.actor) == ("Berit Almdal", "projektledare", "region-halland")
    assert (found.email, found.phone) == ("berit.almdal@regionhalland.example", "070-174 06 00")


def test_each_of_two_persons_keeps_the_number_behind_the_name():
    found = contacts(box("Berit Almdal, rektor, 070-174 06 00\nUlf Nybom, ekonom, 070-174 06 01"))
    assert [(c.name, c.phone) for c in found] == [("Berit Almdal", "070-174 06 00"), ("Ulf Nybom", "070-174 06 01")]


def test_an_address_in_a_box_of_its_own_goes_to_the_person_whose_name_it_holds():
    found = contacts(box("Berit Almdal"), box("Ulf Nybom"), box("berit.almdal@prov.example\n0300-17 40 60"))
    assert [(c.name, c.email, c.phone) for c in found] == [
        ("Berit Almdal", "berit.almdal@prov.example", "0300-17 40 60"),
        ("Ulf Nybom", None, None),
    ]


def test_a_label_gives_the_person_and_what_follows():
    pair = Draft(kind=BlockKind.PAIR, cells=(("Kontaktperson", ""), ("Berit Almdal, +46 (0)70-174 06 00", "")))
    (found,) = contacts(pair)
    assert (found.name, found.phone) == ("Berit Almdal", "+46 (0)70-174 06 00")


def test_a_politician_who_is_only_quoted_is_a_contact():
    (found,) = contacts(Draft(text="– Det känns bra, säger kommunalrådet Ulf Nybom (M)."))
    assert (found.name, found.title) == ("Ulf Nybom", "kommunalrådet")


def test_without_being_asked_for_no_contact_is_given():
    assert find_facts(document(box("Berit Almdal\n070-174 06 00"))).contacts == ()
