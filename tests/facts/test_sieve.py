"""Which candidates for projects' names hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graphkit.documents import read_bytes
from graphkit.facts import find_facts
from graphkit.facts.candidates import Candidate
from graphkit.facts.reading import Name, Person
from graphkit.facts.sieve import Sieve
from graphkit.lexicon import load_lexicon
from graphkit.model import Block, BlockKind

TEXT = "Projektet Anna Ek startar. Ylva Boberg leder arbetet."


def sieve(*names: str) -> Sieve:
    block = Block(kind=BlockKind.PARAGRAPH, start=0, end=len(TEXT), text=TEXT)
    people = [Person(TEXT.index(n), TEXT.index(n) + len(n), n, "", "contact.name", block) for n in names]
    return Sieve(TEXT, load_lexicon("sv"), (), (), people)


def candidate(name: str, rule: str) -> Candidate:
    return Candidate(TEXT.index(name), TEXT.index(name) + len(name), rule, 0.7)


def test_a_persons_name_is_no_project() -> None:
    assert sieve("Ylva Boberg").keep([candidate("Ylva Boberg", "project.recurring")]) == []


def test_a_project_may_bear_a_persons_name_where_the_text_calls_it_a_project() -> None:
    found = candidate("Anna Ek", "project.noun-before")
    assert sieve("Anna Ek").keep([found]) == [found]


@pytest.mark.parametrize("name", ["Projektet", "arbetet"])
def test_a_common_word_is_no_project(name: str) -> None:
    assert sieve().keep([candidate(name, "project.subject")]) == []


@pytest.mark.parametrize("name", ["684.500 kronor", "SEK 2 miljoner", "SEK | 4417"])
def test_an_amount_or_a_row_of_cells_is_no_project(name: str) -> None:
    text = f"Projektet {name} startar."
    found = Candidate(10, 10 + len(name), "project.noun-before", 0.85)
    assert Sieve(text, load_lexicon("sv"), (), (), ()).keep([found]) == []


@pytest.mark.parametrize("name", ["Regionala utvecklingsnämnden", "Kvarkensamarbetet"])
def test_a_board_or_a_cooperation_as_such_is_no_project(name: str) -> None:
    text = f"{name} startade 1993."
    assert Sieve(text, load_lexicon("sv"), (), (), ()).keep([Candidate(0, len(name), "project.subject", 0.7)]) == []


def test_a_heading_above_a_box_may_hold_what_looks_like_a_person() -> None:
    found = candidate("Ylva Boberg leder", "project.boxed")
    assert sieve("Ylva Boberg").keep([found]) == [found]
    assert sieve("Ylva Boberg leder").keep([found]) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("3. KAN PROJEKTET FÅ STÖD AV FLERA?", "Svaret är nej."),
        ("Projekt Längd:", "Två till fyra år."),
        ("Ni har läst ”Guide till Projekt Stöd” först och vet mer.", "Alla kan söka."),
        ("Beviljat leaderstöd 2014-2020", "Pengarna är slut."),
        ("EU-projekt", "Ett EU-projekt ger mer. Varje EU-projekt kräver en plan."),
    ],
)
def test_captions_and_questions_name_no_project(projects: Callable[..., list[str]], lines: tuple[str, ...]) -> None:
    assert projects(*lines) == []


def test_years_behind_a_name_are_a_programmes_unless_the_text_calls_it_a_project() -> None:
    text = "Fiber i byarna 2018-2020 fick stöd."
    one, two = (Candidate(0, 24, rule, 0.8) for rule in ("project.noun-before", "project.subject"))
    assert Sieve(text, load_lexicon("sv"), (), (), ()).keep([one, two]) == [one]


def test_a_name_in_which_a_long_text_breaks_off_is_none(projects: Callable[..., list[str]]) -> None:
    assert projects("Vi arbetar vidare. " * 90 + "I projektet Hav och hamn deltar tre byar. I projektet Vä") == [
        "Hav och hamn"
    ]


@pytest.mark.parametrize(("rule", "kept"), [("project.ranked", 1), ("project.recurring", 0)])
def test_one_word_of_a_body_is_outdone_by_words_that_count_a_project(rule: str, kept: int) -> None:
    start = TEXT.index("Anna Ek")
    body = Name(
        kind="actor",
        start=start,
        end=start + 7,
        text="Anna Ek",
        key="a",
        name="Anna Ek",
        type="other",
        rule="actor.tail",
        confidence=0.6,
    )
    assert len(Sieve(TEXT, load_lexicon("sv"), (body,), (), ()).keep([candidate("Anna Ek", rule)])) == kept


def test_a_name_with_its_short_form_is_a_project_where_the_text_says_so() -> None:
    text = (
        "News\n\nThe board has approved a project in the north. Bothnian Road Trip (BOR), a tourism project on old roads, starts now.\n\n"
        "BOR is led by Alfa kommun.\n"
    )
    facts = find_facts(read_bytes(text.encode(), Path("page.txt")))
    assert [(x.name, x.aliases) for x in facts.projects] == [("Bothnian Road Trip", ("BOR",))]
    assert [x.name for x in facts.actors] == ["Alfa kommun"]
