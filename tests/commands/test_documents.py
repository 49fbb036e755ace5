"""Commands on single documents: facts as files, lists and lines, and their evaluation."""

import json
import re
import shutil
from pathlib import Path

import yaml


def test_facts_are_fact_files_in_the_order_given(graphkit):
    names = ["documents/26-ostgota-vologda.txt", "documents/04-lycksele-kondopoga.txt"]
    as_json = json.loads(graphkit("facts", *names, "--format", "json").out)
    as_yaml = list(yaml.safe_load_all(graphkit("facts", *names).out))
    assert [x["id"] for x in as_json] == [Path(name).stem for name in names]
    assert as_yaml == as_json
    for one in as_json:
        for fact in (*one["projects"], *one["actors"], *one["flows"], *one["roles"]):
            assert fact["evidence"]
            assert all(one["text"][x["start"] : x["end"]] == x["quote"] for x in fact["evidence"])


def test_facts_as_text_show_each_quote(graphkit):
    out = graphkit("facts", "documents/04-lycksele-kondopoga.txt", "--format", "text", "--lang", "sv").out
    assert "Penningflöden" in out
    assert re.search(r"450.000 SEK: Sida → ", out)
    assert "      «" in out


def test_facts_are_written_to_a_folder_one_file_per_document(graphkit, here):
    shutil.copytree(here / "documents", here / "again")
    ended = graphkit("facts", "documents", "again/04-lycksele-kondopoga.txt", "--out", "facts", "--format", "json")
    assert ended.code == 0
    written = sorted(path.name for path in (here / "facts").iterdir())
    assert written == [
        "01-kortfattat-dalarna.json",
        "26-ostgota-vologda.json",
        "again-04-lycksele-kondopoga.json",
        "documents-04-lycksele-kondopoga.json",
    ]
    assert ended.out.splitlines() == [
        f"facts/{name}"
        for name in (
            "01-kortfattat-dalarna.json",
            "documents-04-lycksele-kondopoga.json",
            "26-ostgota-vologda.json",
            "again-04-lycksele-kondopoga.json",
        )
    ]


def test_evaluation_tells_the_headline_and_the_errors(graphkit):
    ended = graphkit("evaluate", "--gold", "gold", "documents", "--per-doc", "--errors")
    assert ended.code == 0
    assert "HEADLINE" in ended.out
    assert "04-lycksele-kondopoga" in ended.out
