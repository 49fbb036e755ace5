"""Commands on a workspace: what they report, in whose language, and what is removed."""

import json
import re

import pytest


def test_a_report_names_documents_facts_and_time_in_the_users_language(graphkit):
    swedish = graphkit("build", "--lang", "sv")
    assert "Dokument      3: 0 nya, 0 ändrade, 3 som förut" in swedish.out
    assert "Inga problem." in swedish.out
    english = graphkit("build", "--lang", "en")
    assert "Documents     3: 0 new, 0 changed, 3 as before" in english.out
    assert "The graph is in graph." in english.err


def test_the_locale_chooses_the_language(graphkit, monkeypatch):
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    assert "Inga problem." in graphkit("build").out


def test_what_was_left_open_is_shown_with_its_quote(graphkit):
    ended = graphkit("check", "--issues")
    assert ended.code == 0
    headings = [line for line in ended.out.splitlines() if line and not line.startswith(" ")]
    assert all(re.match(r"[^«(]+\(\d+\)", line) for line in headings)
    assert re.search(r"^  \S+ +«.+» \[\S+\]$", ended.out, re.MULTILINE)


def test_a_removed_document_is_out_of_the_answers(graphkit):
    assert "Kondopoga" in graphkit("query", "cooperations").out
    assert graphkit("remove", "documents/04-lycksele-kondopoga.txt").code == 0
    assert "Kondopoga" not in graphkit("query", "cooperations").out


def test_a_first_build_that_fails_leaves_no_workspace_behind(graphkit, here):
    (here / "empty").mkdir()
    ended = graphkit("build", "empty", "--store", "new")
    assert ended.code == 3
    assert "nothing could be read of 0 documents: no file there has a known suffix." in ended.err
    assert not (here / "new").exists()
    (here / "kept").mkdir()
    assert graphkit("build", "empty", "--store", "kept").code == 3
    assert graphkit("build", "documents", "--store", "kept").code == 0


def test_a_folder_that_has_vanished_keeps_its_facts_and_is_told(graphkit, here):
    (here / "more").mkdir()
    (here / "more" / "loom.txt").write_text(
        "Vävstolen\n\nProjektet Vävstolen ägs av Hofors kommun.\n", encoding="utf-8"
    )
    assert graphkit("build", "more").code == 0
    (here / "documents").rename(here / "elsewhere")
    ended = graphkit("build", "--lang", "sv")
    assert ended.code == 1
    assert re.search(
        r"documents: finns inte kvar. Fakta därifrån .+ Lägg tillbaka den, eller ta bort den: graphkit remove",
        ended.out,
    )
    assert "Dokument      4: 0 nya, 0 ändrade, 4 som förut" in ended.out
    assert "Kondopoga" in graphkit("query", "cooperations").out
    checked = graphkit("check")
    assert checked.code == 1
    assert "documents: it is no longer there. Its facts of an earlier build are kept." in checked.out
    (here / "more").rename(here / "nowhere")
    ended = graphkit("build")
    assert ended.code == 3
    assert "nothing could be read of 4 documents" in ended.err
    assert "Kondopoga" in graphkit("query", "cooperations").out
    (here / "elsewhere").rename(here / "documents")
    assert graphkit("remove", "more").code == 0
    assert graphkit("check").code == 0


@pytest.mark.parametrize("content", ["{", None, "[]"])
def test_a_damaged_fact_file_is_told_by_check_and_mended_by_the_next_build(graphkit, here, content):
    file = here / "graph" / "facts" / "04-lycksele-kondopoga.json"
    whole = file.read_text(encoding="utf-8")
    if content is None:
        file.unlink()
    else:
        file.write_text(content, encoding="utf-8")
    ended = graphkit("check")
    assert ended.code == 1
    assert re.search(r"fact file 04-lycksele-kondopoga.+ Build again: its document is then read anew\.", ended.out)
    ended = graphkit("build")
    assert ended.code == 0
    assert "3: 0 new, 1 changed, 2 as before" in ended.out
    assert file.read_text(encoding="utf-8") == whole
    assert graphkit("check").code == 0


def test_a_report_of_problems_is_told_in_each_language_and_read_by_programs(graphkit, here):
    (here / "documents" / "scan.pdf").write_bytes(b"nonsense")
    assert graphkit("build").code == 1
    assert "scan.pdf: it is no PDF file, or a broken one" in graphkit("check").out
    assert "scan.pdf: det är ingen pdf-fil, eller en trasig" in graphkit("check", "--lang", "sv").out
    report = json.loads((here / "graph" / "report.json").read_text(encoding="utf-8"))
    assert [x["message"].partition(": ")[2] for x in report["problems"]] == [
        "it is no PDF file, or a broken one: open it and save it again."
    ]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_what_breaks_a_shape_is_told_in_the_language_of_the_build(graphkit, monkeypatch, lang):
    asked = []
    monkeypatch.setattr("graphkit.build.check_graph", lambda _store, *, lang: asked.append(lang) or ())
    assert graphkit("build", "--lang", lang).code == 0
    assert graphkit("remove", "documents/04-lycksele-kondopoga.txt", "--lang", lang).code == 0
    assert asked == [lang, lang]
