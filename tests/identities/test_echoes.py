"""Documents that say again what another one says: found whatever their order, and counted once."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest

from graphkit.build import build
from graphkit.documents import read_bytes
from graphkit.facts import find_facts
from graphkit.graph.local import open_store
from graphkit.identities.echoes import Echo, find_echoes, without_echoes
from graphkit.model import Facts
from graphkit.report_lines import Hint, render_report
from graphkit.workspace import open_workspace

BODY = """
<h1>Vävstolen får stöd</h1>
<p>Region Gävleborg finansierar projektet Vävstolen med {amount} kronor. Projektet Vävstolen drivs av Hofors kommun och pågår 2011–2013.</p>
<p>Förstudien kostade 90 000 kronor och betalades av Leader Gästrikebygden. Sju byar deltog, och fyra av dem vill fortsätta med ull och lin.</p>
<p>I vävstugan i Torsåker lär äldre vävare ut sina mönster till unga. Hittills har trettio personer gått kursen, och den ges igen till våren.</p>
<p>Kommunen ställer lokalen till förfogande, och hembygdsföreningen lånar ut vävstolar som har stått på vinden sedan femtiotalet.</p>
{more}
"""
MENUS = ("Start Kultur Näringsliv Bygga Kontakt", "Hem Nyheter Kalender Om föreningen Medlemskap Press")


def page(*, amount: str = "400 000", issued: str = "", address: str = "", menu: str = MENUS[0], more: str = "") -> str:
    links = "".join(f"<a href='/{word}'>{word}</a> " for word in menu.split())
    head = f"<meta property='article:published_time' content='{issued}'>" if issued else ""
    head += f"<link rel='canonical' href='{address}'>" if address else ""
    return f"<html lang=sv><head>{head}</head><body><nav>{links}</nav><main>{BODY.format(amount=amount, more=more)}</main></body></html>"


def facts(stem: str, text: str) -> Facts:
    return find_facts(read_bytes(text.encode(), Path(f"{stem}.html"), stem=stem))


ADDRESS = "https://region.example/vavstolen"
OLD = page(issued="2011-02-01", address=ADDRESS)
NEW = page(
    issued="2012-05-03", address=ADDRESS, amount="450 000", more="<p>Nu har även Sandvikens kommun gått med.</p>"
)


@pytest.mark.parametrize(
    ("pages", "echoes"),
    [
        ([page(), page(menu=MENUS[1])], [("b", "a", "copy")]),
        ([page(), page(menu=MENUS[1], more="<p>Foto: Hofors kommun.</p>")], [("b", "a", "copy")]),
        ([page(issued="2011-02-01"), page(issued="2011-02-03")], [("a", "b", "copy")]),
        ([OLD, NEW], [("a", "b", "older")]),
        ([NEW, OLD], [("b", "a", "older")]),
        ([OLD, NEW, OLD], [("a", "b", "older"), ("c", "b", "older")]),
        ([page(), page(amount="700 000")], [("b", "a", "apart")]),
        ([page(), page().replace("Vävstolen", "Spinnrocken")], []),
        ([page(address=ADDRESS), page(address=ADDRESS, amount="700 000")], [("b", "a", "apart")]),
        ([page(), "<p>Region Gävleborg finansierar projektet Vävstolen med 400 000 kronor.</p>"], []),
    ],
)
def test_what_says_again_what_another_says_is_found_in_any_order(pages, echoes):
    found = [facts(stem, text) for stem, text in zip("abc", pages, strict=False)]
    for order in itertools.permutations(found):
        assert [(x.stem, x.of, x.kind) for x in find_echoes(order)] == echoes


def test_many_copies_of_one_text_echo_one():
    one = facts("a", page())
    many = [replace(one, info=replace(one.info, stem=f"{number:03}", sha256=str(number))) for number in range(120)]
    assert {(x.of, x.kind) for x in find_echoes(many)} == {("000", "copy")}
    assert len(find_echoes(many)) == 119


def test_other_pages_of_a_site_that_gives_all_one_address_are_no_versions():
    other = page(issued="2010-01-01", address=ADDRESS).replace("Vävstolen", "Spinnrocken")
    assert find_echoes([facts("a", OLD), facts("b", other)]) == ()


def test_of_an_older_version_only_that_counts_which_the_newer_says_too():
    old, new = facts("old", OLD), facts("new", NEW)
    kept, whole = without_echoes([old, new], find_echoes([old, new]))
    assert whole == new
    assert {flow.money.amount for flow in kept.flows} < {flow.money.amount for flow in old.flows}
    assert {flow.money.amount for flow in kept.flows} <= {flow.money.amount for flow in new.flows}
    assert [project.name for project in kept.projects] == ["Vävstolen"]
    assert all(old.text[x.start : x.end] == x.quote for fact in kept.roles for x in fact.evidence)


def test_nothing_is_taken_from_documents_that_only_look_alike():
    both = facts("a", page()), facts("b", page(amount="700 000"))
    assert without_echoes(both, find_echoes(both)) == both


FLOWS = "SELECT ?flow ?amount WHERE { ?flow a gk:FundingFlow ; gk:amount ?amount }"
PROOFS = "SELECT ?proof WHERE { ?flow a gk:FundingFlow ; gk:evidence ?proof }"


@pytest.mark.parametrize(
    ("second", "kind"), [(page(menu=MENUS[1], more="<p>Foto: Hofors kommun.</p>"), "copy"), (OLD, "older")]
)
def test_no_fact_counts_twice_and_the_report_tells_so(tmp_path, second, kind):
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.html").write_text(NEW if kind == "older" else page(), encoding="utf-8")
    alone = open_workspace(tmp_path / "alone", create=True)
    first = build(alone, [folder])
    (folder / "b.html").write_text(second, encoding="utf-8")
    both = open_workspace(tmp_path / "both", create=True)
    report = build(both, [folder])
    one, two = (open_store(x.graph()) for x in (alone, both))
    assert sorted(map(str, one.select(FLOWS).rows)) == sorted(map(str, two.select(FLOWS).rows)) != []
    assert len(two.select(PROOFS).rows) > len(one.select(PROOFS).rows) or kind == "older"
    assert (report.facts, report.entities, report.documents) == (first.facts, first.entities, 2)
    assert [(x.stem, x.of, x.kind) for x in report.echoes] == [("b", "a", kind)]
    words = {
        "copy": ("samma text som a", "the same text as a"),
        "older": ("äldre version av a", "an older version of a"),
    }
    for lang, told in zip(("sv", "en"), words[kind], strict=True):
        assert f"  b: {told}" in render_report(report, lang, hint=Hint("graphkit"))


def test_an_echo_is_told_with_its_likeness():
    (echo,) = find_echoes([facts("a", page()), facts("b", page(menu=MENUS[1]))])
    assert echo == Echo(stem="b", of="a", kind="copy", likeness=1.0)
