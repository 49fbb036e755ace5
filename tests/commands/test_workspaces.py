"""Commands on a workspace: its own words, what contradicts, and what a build that was broken off has left."""

import pytest

from graphkit.cli import main

TEXT = "Vävstolen\n\nVävstolen göds av Tråd & Tyg. Projektet Vävstolen ägs av Hofors kommun.\n\n24 personer kom, varav 10 kvinnor och 15 män.\n"


@pytest.fixture
def graphkit(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    (tmp_path / "loom.txt").write_text(TEXT, encoding="utf-8")

    def run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as end:
            main([*arguments])
        printed = capsys.readouterr()
        return end.value.code, printed.out, printed.err

    return run


def test_facts_and_builds_know_a_workspaces_own_words(graphkit, tmp_path):
    assert graphkit("build", "loom.txt")[0] == 0
    before = graphkit("facts", "loom.txt", "--format", "text")[1]
    assert "funder: Tråd & Tyg" not in before
    (tmp_path / "graph" / "own" / "lexicon").mkdir()
    words = tmp_path / "graph" / "own" / "lexicon" / "sv.yaml"
    words.write_text("roles:\n  funder-passives: [göds av]\n", encoding="utf-8")
    assert "funder: Tråd & Tyg → Vävstolen" in graphkit("facts", "loom.txt", "--format", "text")[1]
    assert graphkit("build")[0] == 0
    assert "Tråd & Tyg" in graphkit("query", "funders")[1] + graphkit("query", "participants")[1]
    words.write_text("roles:\n  funder-pasives: [göds av]\n", encoding="utf-8")
    for command in (["build"], ["facts", "loom.txt"]):
        code, out, err = graphkit(*command)
        assert (code, out, err.count("\n")) == (3, "", 1)
        assert "sv.yaml, line 2: there is no group «roles.funder-pasives»; did you mean roles.funder-passives" in err
    assert graphkit("facts", "loom.txt", "--store", "none")[0] == 2


def test_contradictions_are_no_errors(graphkit):
    graphkit("build", "loom.txt")
    code, out, err = graphkit("check", "--contradictions", "--lang", "en")
    assert (code, err) == (0, "")
    assert out == (
        "personer kom: 10 + 15 is 25, but 24 is written.\n"
        "  «24 personer kom, varav 10 kvinnor och 15 män.» (Vävstolen)\n"
    )
    code, out, err = graphkit("check", "--contradictions", "--lang", "sv", "--store", "memory:", "--from", "loom.txt")
    assert (code, out) == (0, "Inget säger emot något annat.\n")
    assert "Summor prövas bara" in err
    assert graphkit("check", "--contradictions", "--issues")[0] == 2


def test_a_build_that_was_broken_off_is_told_once(graphkit, tmp_path):
    graphkit("build", "loom.txt")
    (tmp_path / "graph" / "staging" / "facts").mkdir(parents=True)
    assert "The workspace is as it was before it: build again." in graphkit("check")[2]
    assert graphkit("check")[2] == ""
