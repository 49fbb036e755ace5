"""What users are told is there in both languages, and says the same things."""

import string

import pytest

from graphkit.documents import boilerplate
from graphkit.messages import LANGUAGES, MESSAGES, default_language, known, say
from graphkit.model import ACTOR_TYPES, REGION_TYPES, ROLES, SCOPES, STATUSES, Basis
from graphkit.reports import FACT_KINDS


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", MESSAGES)
def test_each_text_is_there_in_both_languages_and_fills_in_the_same_names(key):
    assert tuple(MESSAGES[key]) == LANGUAGES
    assert all(text.strip() for text in MESSAGES[key].values())
    assert names(MESSAGES[key]["sv"]) == names(MESSAGES[key]["en"])


def test_each_word_of_the_model_is_known():
    words = {*ACTOR_TYPES, *REGION_TYPES, *ROLES, *SCOPES, *STATUSES, *map(str, Basis)} - {"works-in", "stated"}
    assert not {word for word in words if not known(f"word.{word}")}
    assert not {kind for kind in FACT_KINDS if not known(f"kind.{kind}")}


def test_each_reason_for_leaving_text_out_is_known():
    reasons = {value for name, value in vars(boilerplate).items() if name.isupper() and isinstance(value, str)}
    assert "navigation" in reasons
    assert not {reason for reason in reasons if not known(f"kind.{reason}")}


def test_an_unknown_text_is_an_error_of_ours():
    with pytest.raises(KeyError):
        say("report.nothing", "sv")
    with pytest.raises(KeyError):
        say("report.clean", "fi")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "sv_FI"}, "sv"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "sv_SE"}, "sv"),
        ({"LANG": "sv_SE.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "", "LC_ALL": ""}, "en"),
        ({"LANG": "fi_FI"}, "en"),
        ({}, "en"),
    ],
)
def test_the_locale_says_which_language_is_spoken(environment, language):
    assert default_language(environment) == language
