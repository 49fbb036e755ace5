"""What projects go on from and belong to: own sentences."""

import pytest

from graphkit.documents.builder import Draft, build_document
from graphkit.facts import find_facts
from graphkit.model import BlockKind, DocumentInfo

OPENING = "Projektet Lövbro ägs av Region Halland. Projektet Lövbro pågår 2031–2033."


def relations(*texts: str) -> set[tuple[str, str, str]]:
    drafts = [Draft(kind=BlockKind.TITLE, level=1, text="Lövbro"), *(Draft(text=text) for text in texts)]
    found = find_facts(build_document(DocumentInfo("prov", "prov.txt", "txt", "", "sv"), drafts))
    return {
        (project.id, field, target)
        for project in found.projects
        for field, targets in (("follows", project.follows), ("part_of", project.part_of))
        for target in targets
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Projektet är en fortsättning på projektet Älvfyr.", {("lovbro", "follows", "alvfyr")}),
        ("Det nya projektet ingår i satsningen Älvfyr.", {("lovbro", "part_of", "alvfyr")}),
        ("Idén prövades i förprojektet Älvfyr.", {("lovbro", "follows", "alvfyr")}),
        (
            "I delprojekten ”Snickra nytt” och ”Segla lugnt” deltar skolor.",
            {("snickra-nytt", "part_of", "lovbro"), ("segla-lugnt", "part_of", "lovbro")},
        ),
    ],
)
def test_a_sentence_says_what_came_before_and_what_is_larger(text, found):
    assert relations(OPENING, text) == found


def test_a_later_stage_follows_the_earlier_one_of_the_same_name():
    drafts = [
        Draft(kind=BlockKind.ROW, cells=((name, "Projekt"), ("400 000", "Beviljat stöd (kr)")))
        for name in ("Strandviol, etapp 1", "Strandviol, etapp 2", "Strandviol, etapp 3")
    ]
    found = find_facts(build_document(DocumentInfo("prov", "prov.txt", "txt", "", "sv"), drafts))
    assert {(p.id, p.follows) for p in found.projects} == {
        ("strandviol-etapp-1", ()),
        ("strandviol-etapp-2", ("strandviol-etapp-1",)),
        ("strandviol-etapp-3", ("strandviol-etapp-2",)),
    }
