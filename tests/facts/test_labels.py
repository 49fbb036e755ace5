"""What labels and column headings promise."""

import pytest

from graphkit.facts.labels import label_kind, money_label
from graphkit.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Projektägare:", "owner"),
        ("Svensk projektägare", "owner"),
        ("Partner 2:", "partner"),
        ("Övriga finansiärer", "funder"),
        ("Beviljat stöd (tkr)", "grant"),
        ("Sökt belopp (kr)", "applied"),
        ("Utbetalt", "paid"),
        ("Projektets totalkostnad", "budget"),
        ("Rubrik", None),
        ("", None),
    ],
)
def test_a_label_promises_a_kind_of_fact(label, kind):
    assert label_kind(label, load_lexicon("sv")) == kind


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Statliga regionala projektmedel", "grant"),
        ("Beräknad kostnad", "budget"),
        ("Sökt regionalt stöd", None),
        ("Totalt utlyst belopp", None),
        ("Kontakt", None),
    ],
)
def test_a_label_outside_the_lexicon_is_known_by_its_ending(label, kind):
    assert money_label(label, load_lexicon("sv")) == kind


def test_english_labels_may_have_a_word_before_them():
    assert label_kind("Main funder", load_lexicon("en")) == "funder"


def test_labels_of_the_other_language_are_known_too() -> None:
    swedish, english = load_lexicon("sv"), load_lexicon("en")
    assert [label_kind(label, swedish) for label in ("Lead partner", "Project duration", "Funding from")] == [
        "owner",
        "period",
        "funder",
    ]
    assert [label_kind(label, english) for label in ("Projektägare", "Beviljat belopp, kr")] == ["owner", "grant"]
