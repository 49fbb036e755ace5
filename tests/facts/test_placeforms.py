"""Shorter forms of places: own sentences."""

import pytest

from graphkit.documents.builder import Draft, build_document
from graphkit.facts import find_facts
from graphkit.model import DocumentInfo


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("The project Ljus works in the Almdal River Valley.", "It clears the Almdal River too."), 1),
        (("The project Ljus works in Veliky Novgorod.", "The project helps Novgorod."), 1),
        (("The project Ljus works in Veliky Novgorod.", "The project helps the Novgorod oblast."), 2),
        (("The project Ljus works in Almdal River.", "The project helps Storljus River."), 2),
    ],
)
def test_a_shorter_form_of_a_place_is_that_place(texts, found):
    drafts = [Draft(text=text) for text in texts]
    assert len(find_facts(build_document(DocumentInfo("prov", "prov.txt", "txt", "", "en"), drafts)).regions) == found
