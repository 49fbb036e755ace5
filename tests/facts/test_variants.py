"""The same words, whatever their letters, line ends and blanks are made of, give the same facts; and words that say nothing take none away."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.documents import read_bytes
from graphkit.factfiles import facts_to_plain
from graphkit.facts import find_facts
from graphkit.model import Facts

SENTENCES = (
    "Projektet Fårö fyr ägs av Region Gotland och pågår 2019–2021.",
    "Sida bidrar med 1 250 000 kronor till projektet Fårö fyr.",
    "Tillväxtverket beviljar Östersunds kommun 400 000 kr för projektet ”Älv och å”.",
    "I projektet Älv och å deltar Härjedalens kommun, Åre kommun och Länsstyrelsen i Jämtlands län.",
    "Arbetet sker i Värmland och Östfold, och regionerna samarbetar över gränsen.",
    "Totalbudgeten för Fårö fyr är 3,5 miljoner kronor.",
    "Målet är 40 nya företag i Örnsköldsvik.",
    "Projektägare: Malå kommun",
    "Projektet startade den 1 mars 2020 och avslutas i december 2022.",
    "Ansökan från Föreningen Ödlan om 75 000 kronor avslogs.",
)
NEUTRAL = ("Det regnade hela veckan.", "Kaffe serveras efteråt.", "Läs gärna mer i nästa brev.")
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map("\n\n".join)


def facts_of(data: bytes) -> Facts:
    facts = find_facts(read_bytes(data, Path("a.txt")))
    return replace(facts, info=replace(facts.info, sha256=""))


VARIANTS = {
    "letters and accents apart": lambda text: unicodedata.normalize("NFD", text).encode(),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "line ends of old Macs": lambda text: text.replace("\n", "\r").encode(),
    "a byte order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0").encode(),
    "narrow no-break spaces in numbers": lambda text: text.replace("1 250 000", "1\u202f250\u202f000").encode(),
    "soft hyphens": lambda text: text.replace("kommun", "kom\u00admun").encode(),
    "a line end at the end": lambda text: f"{text}\n".encode(),
}


@pytest.mark.parametrize("variant", VARIANTS)
@settings(max_examples=12, deadline=None)
@given(text=TEXTS)
def test_the_same_words_give_the_same_facts(variant: str, text: str) -> None:
    assert facts_of(VARIANTS[variant](text)) == facts_of(text.encode())


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, more=st.lists(st.sampled_from(NEUTRAL), min_size=1, max_size=4).map("\n\n".join))
def test_neutral_text_at_the_end_takes_no_fact_away(text: str, more: str) -> None:
    """How sure a fact is may change a little: that is told from the whole document too."""
    shorter, longer = stated(text), stated(f"{text}\n\n{more}")
    for kind, facts in shorter.items():
        assert not [fact for fact in facts if fact not in longer[kind]], kind


def stated(text: str) -> dict[str, list[Any]]:
    """The facts by kind, without how sure they are."""
    plain = facts_to_plain(facts_of(text.encode()))
    kinds = ("projects", "actors", "regions", "roles", "flows", "locations", "cooperations", "indicators")
    for kind in kinds:
        for fact in plain[kind]:
            for proof in fact["evidence"]:
                del proof["confidence"]
    return {kind: plain[kind] for kind in kinds}


@settings(max_examples=30, deadline=None)
@given(text=TEXTS)
def test_a_second_reading_gives_the_same(text: str) -> None:
    assert facts_of(text.encode()) == facts_of(text.encode())
