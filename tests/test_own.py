"""A workspace's own words: they change the facts of that workspace alone, go when they are taken out, and are told where they are wrong."""

import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import yaml

from graphkit.build import build, rule_version
from graphkit.errors import DataError
from graphkit.factfiles import load_facts
from graphkit.graph.local import open_store
from graphkit.identities.references import listed_actor, region_of
from graphkit.lexicon import SHAPES, languages, load_lexicon
from graphkit.model import Facts
from graphkit.own import OwnWords, load_own, own_words, use_own
from graphkit.reference import load_actors, load_regions
from graphkit.workspace import Workspace, open_workspace

TEXT = """Vävstolen

Vävstolen göds av Tråd & Tyg.

Projektet Vävstolen ägs av Hofors kommun och pågår 2011–2013. Projektet Vävstolen genomförs i Fjällbandet.
"""
VERB = "roles:\n  funder-passives: [göds av]\n"
ACTORS = "name,type,region_code\nTråd & Tyg,association,SE313\n"
REGIONS = "code,name_sv,type,parent_code,lat,lon,members\nSE-M-FJALLBANDET,Fjällbandet,macro,SE,62.5,13.1,SE321|SE322\n"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "loom.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return open_workspace(tmp_path / "graph", create=True)


def own(workspace: Workspace, name: str, text: str) -> Path:
    path = workspace.own / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def built(workspace: Workspace, *paths: Path) -> Facts:
    """The facts of the one document after a build."""
    build(workspace, paths)
    return load_facts(workspace.fact_file("loom"))


def asked(workspace: Workspace, pattern: str) -> list[str]:
    rows = open_store(workspace.graph()).select(f"SELECT DISTINCT ?x WHERE {{ {pattern} }} ORDER BY ?x").rows
    return [row[0].value for row in rows]


# ------------------------------------------------------------------------------------- what they change


def test_an_own_verb_gives_a_fact_and_takes_it_away_again_when_it_goes(workspace, document):
    before = built(workspace, document)
    assert not [role for role in before.roles if role.role == "funder"]
    path = own(workspace, "lexicon/sv.yaml", VERB)
    (role,) = [role for role in built(workspace).roles if role.role == "funder"]
    assert role.evidence[0].quote == "Vävstolen göds av Tråd & Tyg."
    path.unlink()
    assert built(workspace) == before


def test_an_own_actor_has_its_type_and_seat(workspace, document):
    own(workspace, "lexicon/sv.yaml", VERB)
    before = built(workspace, document)
    path = own(workspace, "actors.csv", ACTORS)
    (actor,) = [actor for actor in built(workspace).actors if actor.name == "Tråd & Tyg"]
    assert actor.type == "association"
    seat = '?actor skos:prefLabel ?name ; gk:seat ?x FILTER(STR(?name) = "Tråd & Tyg")'
    assert asked(workspace, seat) == ["https://w3id.org/graphkit/id/region/se313"]
    path.unlink()
    assert built(workspace) == before
    assert asked(workspace, seat) == []


def test_an_own_region_has_its_code_place_and_members(workspace, document):
    before = built(workspace, document)
    path = own(workspace, "regions.csv", REGIONS)
    (region,) = [region for region in built(workspace).regions if region.name == "Fjällbandet"]
    assert region.type == "macro"
    members = '?region skos:prefLabel ?name ; gk:member ?x FILTER(STR(?name) = "Fjällbandet")'
    assert [iri.rpartition("/")[2] for iri in asked(workspace, members)] == ["se321", "se322"]
    path.unlink()
    assert built(workspace) == before


def test_an_own_county_gives_facts_its_code(workspace, document):
    own(workspace, "regions.csv", "code;name_sv;type;parent_code\nXF-01;Fjällbandet;county;\n")
    (region,) = [region for region in built(workspace, document).regions if region.name == "Fjällbandet"]
    assert (region.type, region.code) == ("county", "XF-01")


def test_an_own_row_replaces_the_shipped_one_of_its_name_or_code():
    actor, region = load_actors()[0], load_regions()[0]
    files = (
        ("actors.csv", f"name,type\n{actor.name},network\n"),
        ("regions.csv", f"code,name_sv,type\n{region.code},Svitjod,country\n"),
    )
    with use_own(OwnWords("own", files)):
        assert load_actors()[0].type == "network"
        assert load_actors()[0].aliases == ()
        assert load_regions()[0].name_en == "Svitjod"
    assert load_actors()[0] == actor
    assert load_regions()[0] == region


def test_documents_are_read_again_when_own_words_change_and_only_then(workspace, document):
    assert build(workspace, [document]).new == 1
    path = own(workspace, "lexicon/sv.yaml", VERB)
    assert build(workspace).changed == 1
    assert build(workspace).unchanged == 1
    path.write_text("# nothing yet\n", encoding="utf-8")
    assert build(workspace).changed == 1
    (workspace.own / "notes.txt").write_text("of no matter", encoding="utf-8")
    assert build(workspace).unchanged == 1


def test_own_words_add_to_what_is_shipped():
    shipped = load_lexicon("sv")
    text = "roles:\n  funder-passives: [Göds  av]\nmoney:\n  units:\n    Kronmiljoner: 1000000 SEK\n"
    with use_own(OwnWords("own", (("lexicon/sv.yaml", text),))):
        lexicon = load_lexicon("sv")
        assert lexicon.words("roles.funder-passives") == (*shipped.words("roles.funder-passives"), "göds av")
        assert lexicon.mapping("money.units") == {**shipped.mapping("money.units"), "kronmiljoner": "1000000 SEK"}
        assert load_lexicon("en").groups == LEXICONS["en"].groups
    assert load_lexicon("sv").groups == shipped.groups


LEXICONS = {language: load_lexicon(language) for language in languages()}

# --------------------------------------------------------------------------------- one workspace, and another


def test_two_workspaces_in_one_process_do_not_hear_of_each_other(tmp_path, document):
    plain, mine = (open_workspace(tmp_path / name, create=True) for name in ("plain", "mine"))
    own(mine, "lexicon/sv.yaml", VERB)
    own(mine, "actors.csv", ACTORS)
    own(mine, "regions.csv", REGIONS)
    alone = built(plain, document)
    for _ in range(2):
        facts = built(mine, document)
        assert {role.role for role in facts.roles} >= {"owner", "funder"}
        assert asked(mine, '?x gk:actorType ?type ; skos:prefLabel ?name FILTER(STR(?name) = "Tråd & Tyg")')
        assert built(plain) == alone
    assert own_words() == OwnWords()
    assert listed_actor("Tråd & Tyg") is None
    assert region_of("SE-M-FJALLBANDET") is None
    assert build(plain).unchanged == build(mine).unchanged == 1


def test_two_threads_take_turns_with_their_own_words():
    names = [f"Förening {number}" for number in range(6)]
    wrong = []

    def work(name: str) -> None:
        for _ in range(5):
            with use_own(OwnWords(name, (("actors.csv", f"name,type\n{name},association\n"),))):
                mine = [other for other in names if listed_actor(other)]
                if mine != [name]:
                    wrong.append((name, mine))

    threads = [threading.Thread(target=work, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_what_held_before_holds_again_after_an_error():
    with pytest.raises(DataError), use_own(OwnWords("own", (("actors.csv", "name,type\nA,b\n"),))):
        load_actors()
    assert own_words() == OwnWords()
    assert load_actors()


# ------------------------------------------------------------------------------------ what is wrong is told


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("lexicon/sv.yaml", "roles:\n  funder-passives: [a, b\n", r"sv\.yaml, line \d: .+; write «section:»"),
        (
            "lexicon/sv.yaml",
            "role:\n  funder: [x]\n",
            r"sv\.yaml, line 1: there is no section «role»; did you mean roles",
        ),
        ("lexicon/sv.yaml", "roles:\n  funder-pasives: [x]\n", r"line 2: .+ did you mean roles\.funder-passives"),
        ("lexicon/sv.yaml", "roles:\n  funder-passives: göds av\n", r"line 2: «roles\.funder-passives» is a list"),
        ("lexicon/sv.yaml", "roles:\n  funder-passives:\n    - bra av\n    - ''\n", r"line 4: «» is no word"),
        ("lexicon/sv.yaml", "roles:\n  funder-passives: [[x]]\n", r"line 2: «» is no word"),
        ("lexicon/sv.yaml", "- roles\n", r"line 1: write sections"),
        ("lexicon/sv.yaml", "money:\n  units:\n    mille: tusen\n", r"line 3: «tusen» is no value .+ such as 1000 SEK"),
        (
            "lexicon/sv.yaml",
            "actors:\n  tails:\n    gille: gille\n",
            r"line 3: «gille» .+ write one of agency, association",
        ),
        ("lexicon/sv.yaml", "documents:\n  months:\n    göje: 13\n", r"line 3: «13» is no value .+ write one of 1, 10"),
        (
            "lexicon/sv.yml",
            VERB,
            r"sv\.yml: nothing is read from a file of that name here; name it en\.yaml or sv\.yaml",
        ),
        ("actor.csv", ACTORS, r"actor\.csv: nothing is read .+ name it actors\.csv or regions\.csv"),
        ("actors.csv", "name,typ\nA,b\n", r"actors\.csv, line 1: «column» is «typ», which isn't known; write type"),
        ("actors.csv", "name\nA\n", r"line 1: the header lacks «type»; begin the file with name,aliases"),
        ("actors.csv", "name,type\n\n# x\nA,klubb\n", r"line 4: «type» is «klubb», .+ write agency or association"),
        ("actors.csv", "name,type\nA,\n", r"line 2: «type» is empty"),
        ("actors.csv", "name,type\nA,eu\nA,eu\n", r"line 3: «A» stands in line 2 too"),
        ("actors.csv", "name,type\nA,eu,x\n", r"line 2: more cells than columns"),
        ("actors.csv", 'name,type\n"A,eu\n', r"line 2: .+ close each quotation mark"),
        ("actors.csv", "name,type,region_code\nA,eu,SE999\n", r"line 2: «region_code» is «SE999», which isn't known"),
        ("actors.csv", "name,type,successor\nA,eu,A\n", r"line 2: a body can't succeed itself"),
        ("actors.csv", "name,type,successor\nA,eu,Tillvaxtverket\n", r"line 2: .+ write Tillväxtverket"),
        ("actors.csv", "name,type,valid_from\nA,eu,nyss\n", r"line 2: «valid_from» is «nyss»; write a year"),
        ("actors.csv", "name,type,valid_from,valid_to\nA,eu,2010,2000\n", r"line 2: .+ comes after"),
        ("actors.csv", "name,type,org_number\nA,eu,12\n", r"line 2: «org_number» is «12»; write it as"),
        ("regions.csv", "code,name_sv,type\nse-x,X,macro\n", r"regions\.csv, line 2: «code» is «se-x»; write capitals"),
        ("regions.csv", "code,name_sv,type\nSE-M-FJALLET,X,county\n", r"line 2: «code» .+ ISO 3166, NUTS or LAU"),
        ("regions.csv", "code,name_sv,type,lat\nSE-M-X,X,macro,62\n", r"line 2: «lat» and «lon» go together"),
        (
            "regions.csv",
            "code,name_sv,type,lat,lon\nSE-M-X,X,macro,162.0,1\n",
            r"line 2: «lat» is 162\.0; write degrees",
        ),
        ("regions.csv", 'code,name_sv,type,lat,lon\nSE-M-X,X,macro,"62,5",1\n', r"line 2: .+ degrees with a point"),
        (
            "regions.csv",
            "code,name_sv,type,parent_code\nSE-M-X,X,macro,SE-M-X\n",
            r"line 2: the region lies within itself",
        ),
        ("regions.csv", "code,name_sv,type,members\nSE-M-X,X,macro,SE321|SE999\n", r"line 2: «members» is «SE999»"),
    ],
)
def test_a_file_that_is_wrong_stops_the_build_before_anything_changes(workspace, document, name, text, told):
    own(workspace, name, text)
    before = sorted(path.name for path in workspace.folder.iterdir())
    with pytest.raises(DataError, match=told) as caught:
        build(workspace, [document])
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 3
    assert sorted(path.name for path in workspace.folder.iterdir() if path.name != "lock") == before
    assert workspace.version() is None


def test_a_file_in_another_encoding_is_told_with_its_line(workspace, document):
    (workspace.own / "actors.csv").write_bytes("name,type\nTråd & Tyg,association\n".encode("cp1252"))
    with pytest.raises(DataError, match=r"actors\.csv, line 2: this is not UTF-8; save the file as UTF-8"):
        build(workspace, [document])


def test_a_spreadsheets_signs_are_understood(tmp_path):
    (tmp_path / "actors.csv").write_bytes(
        b"\xef\xbb\xbfname;type;region_code;;\r\nTr\xc3\xa5d;association;SE313;;\r\n;;;;\r\n"
    )
    with use_own(load_own(tmp_path)):
        assert (load_actors()[-1].name, load_actors()[-1].region) == ("Tråd", "SE313")


def test_each_shipped_value_has_the_shape_that_own_values_must_have():
    for lexicon in LEXICONS.values():
        for group, (shape, _) in SHAPES.items():
            assert [value for value in lexicon.mapping(group).values() if not re.fullmatch(shape, value)] == []


def test_odd_words_in_any_group_break_no_rule(workspace, document):
    """Signs of regular expressions, capitals, digits: each group and mapping gets such a word, and the document holds it."""
    word = "Qx(7*[å|b"
    for language, lexicon in LEXICONS.items():
        content: dict[str, dict[str, object]] = {}
        for key in lexicon.groups:
            section, _, group = key.partition(".")
            content.setdefault(section, {})[group] = [word, "Zy 3+"]
        for key, values in lexicon.maps.items():
            section, _, group = key.partition(".")
            if values:
                content.setdefault(section, {})[group] = {word: next(iter(values.values()))}
        own(workspace, f"lexicon/{language}.yaml", yaml.safe_dump(content, allow_unicode=True))
    document.write_text(
        TEXT
        + f"\n{word}: {word} 3 {word} {word}\n\nProjektet {word} Sida {word} Zy 3+ 5 {word} 2010 {word} till Dalarna.\n",
        encoding="utf-8",
    )
    report = build(workspace, [document])
    assert report.problems == ()


def test_the_version_of_the_rules_tells_own_words_apart():
    plain = rule_version()
    with use_own(OwnWords("a", (("actors.csv", "name,type\nA,eu\n"),))):
        first = rule_version()
    with use_own(OwnWords("b", (("actors.csv", "name,type\nA,eu\n"),))):
        assert rule_version() == first  # where the workspace lies is of no matter
    assert first != plain == rule_version()


def test_no_module_reads_words_when_it_is_imported():
    """What is read then would stay when other own words hold."""
    code = (
        "import pkgutil, importlib, graphkit, graphkit.lexicon, graphkit.reference\n"
        "for x in pkgutil.walk_packages(graphkit.__path__, 'graphkit.'):\n"
        "    if not x.name.endswith(('__main__', '.worker')): importlib.import_module(x.name)\n"
        "print(graphkit.lexicon.load_lexicon.cache_info().misses, graphkit.reference.load_actors.cache_info().misses,"
        " graphkit.reference.load_regions.cache_info().misses)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "0", "0"]
