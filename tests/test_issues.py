"""What was left open is told as lists in both languages, with quotes, and with the line that decides on names that may be one."""

from graphkit.build import build
from graphkit.factfiles import load_facts
from graphkit.identities.judgements import load_judgements
from graphkit.issues import render_issues
from graphkit.model import Actor, DocumentInfo, Evidence, Facts, Issue, Project
from graphkit.workspace import open_workspace


def document(stem, text="", **more):
    return Facts(info=DocumentInfo(stem, f"{stem}.txt", "txt", "", "sv"), text=text, **more)


def named(project, quote):
    proof = Evidence(start=0, end=len(quote), quote=quote, rule="project.named")
    return Project(id="x", name=project, evidence=(proof,))


PAIR = (
    document("a", projects=(named("Gröna byar, i norr", "Gröna byar, i norr börjar nu."),)),
    document("b", projects=(named("Gröna byar, i norra", "Gröna byar, i norra slutade."),)),
)


def test_names_that_may_be_one_are_told_with_score_reason_both_sentences_and_the_line_that_decides():
    told = render_issues(PAIR, (), "sv")
    assert told.splitlines() == [
        "Kan vara samma (1). Inget slås ihop utan dig: skriv raden i arbetsytans judgements.csv, med yes eller no sist, och bygg igen.",
        "  0,75  «Gröna byar, i norr» och «Gröna byar, i norra» heter nästan likadant",
        "        Gröna byar, i norr: «Gröna byar, i norr börjar nu.» (a)",
        "        Gröna byar, i norra: «Gröna byar, i norra slutade.» (b)",
        '        project,"Gröna byar, i norr","Gröna byar, i norra",yes',
    ]
    assert "  0.75  «Gröna byar, i norr» and «Gröna byar, i norra» are nearly the same name" in render_issues(
        PAIR, (), "en"
    )


def test_the_line_decides_as_it_is_told(tmp_path):
    line = render_issues(PAIR, (), "en").splitlines()[-1].strip()
    for answer in (line, line.replace(",yes", ",no")):
        (tmp_path / "judgements.csv").write_text(f"kind,one,other,same\n{answer}\n", encoding="utf-8")
        assert render_issues(PAIR, load_judgements(tmp_path / "judgements.csv"), "en") == "Nothing was left open."


def test_a_body_of_a_doubtful_abbreviation_is_asked_about_with_where_it_is_named():
    proof = Evidence(start=0, end=3, quote="SN betalar.", rule="actor.x")
    told = render_issues(
        (
            document(
                "a", "Den ena.", actors=(Actor(id="n", name="Stiftelsen Norrvik", aliases=("SN",), type="other"),)
            ),
            document("b", "Den andra.", actors=(Actor(id="s", name="SN", type="other", evidence=(proof,)),)),
        ),
        (),
        "sv",
    )
    assert "«SN» sägs vara kortformen av «Stiftelsen Norrvik»" in told
    assert "        SN: «SN betalar.» (b)" in told
    assert "        Stiftelsen Norrvik (a)" in told


def test_issues_are_tables_by_kind_the_largest_first():
    def issue(kind, quote):
        return Issue(kind=kind, quote=quote, start=0, end=len(quote), rule=f"{kind}.x")

    told = render_issues(
        (
            document("lång-stam", "Den ena.", issues=(issue("unknown-place", "i  Snårdal"),)),
            document("b", "Den andra.", issues=(issue("date-unplaced", "2011"), issue("date-unplaced", "2012"))),
        ),
        (),
        "en",
    )
    assert told == (
        "Times that belong to no project (2)\n"
        "  b  «2011» [date-unplaced.x]\n"
        "  b  «2012» [date-unplaced.x]\n"
        "\n"
        "Unknown place (1)\n"
        "  lång-stam  «i Snårdal» [unknown-place.x]"
    )


def test_where_nothing_was_left_open_it_is_said():
    assert render_issues((), (), "sv") == "Inget lämnades öppet."


def test_a_build_counts_the_pairs_and_leaves_them_apart(tmp_path):
    (tmp_path / "documents").mkdir()
    for name, project in (("a", "Gröna byar i norr"), ("b", "Gröna byar i norra")):
        text = f"Projektet ”{project}”\n\nProjektet ”{project}” ägs av {'Mora' if name == 'a' else 'Bodens'} kommun.\n"
        (tmp_path / "documents" / f"{name}.txt").write_text(text, encoding="utf-8")
    workspace = open_workspace(tmp_path / "graph", create=True)
    report = build(workspace, [tmp_path / "documents"])
    assert {count.kind: count.number for count in report.issues}["pair-to-judge"] == 1
    assert {count.kind: count.number for count in report.entities}["project"] == 2
    told = render_issues([load_facts(path) for path in workspace.fact_files()], (), "en")
    assert "project,Gröna byar i norr,Gröna byar i norra,yes" in told
