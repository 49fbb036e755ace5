"""Patterns that are tried only where one of their first words stands, against the plain regex."""

import re

from hypothesis import given
from hypothesis import strategies as st

from graphkit.lexicon import load_lexicon
from graphkit.wordpatterns import WordPattern

WORDS = ["bidra", "bidrar", "bidrar med", "går in med", "med-finansiär", "s.k."]
REGEX = r"(?:går\s+in\s+med|med-finansiär|bidrar\s+med|bidrar|bidra|s\.k\.)(?!\w)"
PIECES = st.sampled_from(
    ["bidra", "BIDRAR", "med", "går in", "med-", "finansiär", "s.k.", " ", "\n", "_", "3", "å", "€", "in"]
)


@given(st.lists(PIECES, max_size=25).map("".join), st.integers(0, 30))
def test_the_matches_are_those_of_the_plain_regex(text: str, pos: int) -> None:
    plain, quick = re.compile(rf"(?<!\w){REGEX}", re.IGNORECASE), WordPattern(REGEX, WORDS)
    assert [m.span() for m in quick.finditer(text, pos)] == [m.span() for m in plain.finditer(text, pos)]
    assert (quick.search(text, pos) is None) == (plain.search(text, pos) is None)
    assert (quick.match(text, pos) is None) == (plain.match(text, pos) is None)


def test_words_that_begin_with_a_sign_are_found_too() -> None:
    pattern = WordPattern("(?:€|euro)", ["€", "euro"])
    assert [match.group() for match in pattern.finditer("5 € eller 7 Euro")] == ["€", "Euro"]


def test_a_long_text_is_searched_like_a_short_one() -> None:
    text = "Sida bidrar med pengar. " * 1000
    assert len(list(WordPattern(REGEX, WORDS).finditer(text))) == 1000


def test_every_group_of_the_lexicon_is_found_in_its_own_words() -> None:
    for language in ("sv", "en"):
        lexicon = load_lexicon(language)
        for group in (*lexicon.groups, *lexicon.maps):
            for word in lexicon.groups.get(group, tuple(lexicon.maps.get(group, ()))):
                if re.search(r"\w$", word):
                    assert lexicon.pattern(group).search(f"({word.upper()})") is not None, (group, word)
