"""Which names are one entity: tables of pairs, and what must hold for any set of documents in any order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.errors import DataError
from graphkit.identities import resolve
from graphkit.identities.clusters import review
from graphkit.identities.judgements import Judgement
from graphkit.model import Actor, DocumentInfo, Facts, Project, Region, Role


def document(stem, *, actors=(), projects=(), regions=(), roles=(), language="sv", sha256="") -> Facts:
    info = DocumentInfo(stem=stem, source=f"{stem}.txt", format="txt", sha256=sha256, language=language)
    return Facts(
        info=info, text="", actors=tuple(actors), projects=tuple(projects), regions=tuple(regions), roles=tuple(roles)
    )


def actor(name, kind="other", *aliases):
    return Actor(id="x", name=name, type=kind, aliases=aliases)


def project(name, *aliases, id="x", **more):
    return Project(id=id, name=name, aliases=aliases, **more)


def region(name, kind="county", code=None):
    return Region(id="x", name=name, type=kind, code=code)


def of_kind(*things) -> list[Facts]:
    """Each thing in a document of its own."""
    keys = {Actor: "actors", Project: "projects", Region: "regions"}
    return [document(f"d{n}", **{keys[type(thing)]: [thing]}) for n, thing in enumerate(things)]


def slugs(*things, judgements=()):
    resolution = resolve(of_kind(*things), judgements)
    return [slug for key, slug in sorted(resolution.of.items(), key=lambda item: item[0][1])]


SAME = [
    (actor("Region Västerbotten", "region"), actor("Region Västerbottens", "region")),
    (actor("Sveriges lantbruksuniversitet", "university"), actor("SLU", "university")),
    (actor("Leksand", "municipality"), actor("Leksands kommun", "municipality")),
    (actor("City of Gothenburg", "municipality"), actor("Göteborgs kommun", "municipality")),
    (actor("AB Trälyftet"), actor("Trälyftet AB", "company")),
    (actor("Coompanion Småbyn ek. för.", "association"), actor("Coompanion Småbyn", "association")),
    (actor("Byarnas Utvecklingscentrum", "association", "BUC"), actor("BUC", "association")),
    (actor("Interreg Aurora 2021–2027", "eu"), actor("Interreg Aurora", "eu")),
    (region("Leningrads län"), region("Leningrad", code="RU-LEN")),
    (region("Sörmland", code="SE122"), region("Södermanlands län")),
    (region("Lycksele kommun", "municipality"), region("Lycksele", "municipality")),
    (region("Åland", "country", "AX"), region("Åland", "county", "FI-01")),
    (region("Finnmark", "county", "NO-20"), region("Finnmark")),
    (region("Karelen", "macro"), region("republiken Karelen", code="RU-KR")),
    (region("Småby skärgård", "city"), region("Småby skärgård", "city")),
    (project("Skogsbron"), project("SKOGSBRON")),
    (project("Skärgårdens smak", start="2009"), project("Skärgårdens  smak", start="2011")),
    (project("Hållbara hamnar i norr", start="2009"), project("Hållbara hamnar i norra", start="2009-05")),
    (project("WERAN Baltic Sea", "WERAN", start="2009"), project("WERAN", end="2009")),
]

OTHER = [
    (actor("Nutek", "agency"), actor("Tillväxtverket", "agency")),
    (actor("Regionförbundet Sörmland", "region"), actor("Region Sörmland", "region")),
    (actor("Länsstyrelsen", "county-board"), actor("Länsstyrelsen", "county-board")),
    (actor("Leader Norr", "association", "LAG"), actor("Leader Syd", "association", "LAG")),
    (actor("Habo kommun", "municipality"), actor("Håbo kommun", "municipality")),
    (actor("Leader", "eu"), actor("Leader Göta Älv", "association")),
    (region("Lycksele", "municipality"), region("Lycksele", "city")),
    (region("Gotland", "county", "SE214"), region("Gotland", "municipality", "SE-0980")),
    (project("Förstudien"), project("Förstudien")),
    (project("Det första projektet"), project("Det första projektet")),
    (project("Laxens väg", start="2009"), project("Laxens väg II", start="2009")),
    (project("Hållbara hamnar i norr"), project("Hållbara hamnar i norra")),
    (project("WERAN Baltic Sea", "WERAN"), project("WERAN")),
    (project("Skogsbron"), project("Skogsbrynet")),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_these_are_one(one, other):
    first, second = slugs(one, other)
    assert first == second


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_these_are_two(one, other):
    first, second = slugs(one, other)
    assert first != second


def test_an_abbreviation_that_two_bodies_claim_joins_neither():
    both = of_kind(
        actor("Byarnas Utbildning", "other", "BUX"), actor("Bankernas Utveckling", "other", "BUX"), actor("BUX")
    )
    assert len(set(resolve(both).of.values())) == 3


def test_what_one_document_tells_apart_is_not_merged_for_its_likeness():
    twins = [
        project("Hållbara hamnar i norr", id="a", start="2009"),
        project("Hållbara hamnar i norra", id="b", start="2009"),
    ]
    assert len(set(resolve([document("d", projects=twins)]).of.values())) == 2


def test_a_continuation_is_not_its_predecessor():
    first = document("a", projects=[project("Bygdens vatten i norr", start="2009")])
    follows = [
        project("Bygdens vatten i norra", id="ny", start="2009", follows=("gammal",)),
        project("Bygdens vatten i norr", id="gammal"),
    ]
    resolution = resolve([first, document("b", projects=follows)])
    assert resolution.of[("project", "a", "x")] == resolution.of[("project", "b", "gammal")]
    assert resolution.of[("project", "a", "x")] != resolution.of[("project", "b", "ny")]


def test_a_common_partner_makes_a_likeness_sure():
    documents = [
        document(
            stem,
            projects=[project(name)],
            actors=[actor("Sida", "agency")],
            roles=[Role(project="x", actor="x", role="funder")],
        )
        for stem, name in (("a", "Hållbara hamnar i norr"), ("b", "Hållbara hamnar i norra"))
    ]
    assert len({slug for (kind, _, _), slug in resolve(documents).of.items() if kind == "project"}) == 1


def test_likeness_without_support_is_left_to_a_person():
    (candidate,) = review(of_kind(project("Hållbara hamnar i norr"), project("Hållbara hamnar i norra")))
    assert (candidate.one, candidate.other) == ("hallbara-hamnar-i-norr", "hallbara-hamnar-i-norra")
    assert candidate.why == "«Hållbara hamnar i norr» and «Hållbara hamnar i norra» are nearly the same name"


def test_the_same_document_under_two_names_gives_the_same_unnamed_project():
    copies = [document(stem, projects=[project("Förstudien")], sha256="ab" * 32) for stem in ("a", "b")]
    assert set(resolve(copies).of.values()) == {"abababababababab-forstudien"}


def test_a_judgement_joins_what_no_rule_joins():
    judgement = Judgement(kind="project", one="Skogsbron", other="Projekt Kalle", same=True)
    assert set(slugs(project("Skogsbron"), project("Projekt Kalle"), judgements=[judgement])) == {"projekt-kalle"}


def test_a_judgement_parts_two_projects_of_one_name_by_their_documents():
    judgement = Judgement(kind="project", one="Kraft @ d0", other="Kraft @ d1", same=False)
    first, second = slugs(project("Kraft"), project("Kraft"), judgements=[judgement])
    assert first != second
    assert first.startswith("kraft-")
    assert second.startswith("kraft-")


def test_a_judgement_outranks_the_reference_table_and_survives_what_is_gone():
    waiting = Judgement(kind="actor", one="Ingen alls", other="Sida", same=True)
    joined = Judgement(kind="actor", one="nutek", other="tillvaxtverket", same=True)
    both = slugs(actor("Nutek", "agency"), actor("Tillväxtverket", "agency"), judgements=[waiting, joined])
    assert len(set(both)) == 1


def test_judgements_that_contradict_each_other_are_told():
    said = [
        Judgement(kind="actor", one="A-verket", other="B-verket", same=True),
        Judgement(kind="actor", one="B-verket", other="C-verket", same=True),
        Judgement(kind="actor", one="A-verket", other="C-verket", same=False),
    ]
    with pytest.raises(DataError, match=r"«.-verket» and «.-verket» are said to be the same and"):
        slugs(actor("A-verket"), actor("B-verket"), actor("C-verket"), judgements=said)


NAMES = st.sampled_from(
    [
        *(
            "Skogsbron",
            "Skogsbron II",
            "SKOGSBRON",
            "Skogbron",
            "WERAN",
            "WERAN Baltic Sea",
            "Förstudien",
            "Sida",
            "SLU",
            "#",
        ),
        *(
            "Sveriges lantbruksuniversitet",
            "Länsstyrelsen",
            "Leksand",
            "Leksands kommun",
            "Byarnas Utvecklingscentrum",
            "BUC",
        ),
    ]
)
KINDS = st.sampled_from(["municipality", "agency", "other", "region"])


@st.composite
def documents(draw) -> list[Facts]:
    found = []
    for number in range(draw(st.integers(1, 5))):
        names = draw(st.lists(NAMES, min_size=1, max_size=4))
        years = draw(st.lists(st.sampled_from([None, "2008", "2009-05"]), min_size=len(names), max_size=len(names)))
        found.append(
            document(
                f"d{number}",
                projects=[
                    Project(id=f"p{n}", name=name, start=years[n], aliases=tuple(names[:n]))
                    for n, name in enumerate(names)
                ],
                actors=[
                    Actor(id=f"a{n}", name=name, type=draw(KINDS), aliases=tuple(names[:1]))
                    for n, name in enumerate(names)
                ],
                regions=[
                    Region(id=f"r{n}", name=name, type=draw(st.sampled_from(["city", "county"])))
                    for n, name in enumerate(names)
                ],
                roles=[Role(project=f"p{n}", actor="a0", role="owner") for n in range(len(names))],
            )
        )
    return found


@settings(max_examples=60, deadline=None)
@given(documents(), st.randoms(use_true_random=False))
def test_resolution_does_not_depend_on_the_order_of_documents_or_of_facts(found, random):
    shuffled = []
    for facts in found:
        parts = {
            kind: random.sample(getattr(facts, kind), k=len(getattr(facts, kind)))
            for kind in ("projects", "actors", "regions")
        }
        shuffled.append(replace(facts, **{kind: tuple(things) for kind, things in parts.items()}))
    random.shuffle(shuffled)
    assert resolve(shuffled) == resolve(found)


@settings(max_examples=60, deadline=None)
@given(documents())
def test_each_thing_is_one_entity_and_each_entity_has_one_slug(found):
    resolution = resolve(found)
    keys = [(entity.kind, entity.slug) for entity in resolution.entities]
    assert len(set(keys)) == len(keys)
    assert {(kind, slug) for (kind, _, _), slug in resolution.of.items()} == set(keys)
    local = {("project", f.info.stem, x.id) for f in found for x in f.projects}
    local |= {("actor", f.info.stem, x.id) for f in found for x in f.actors}
    local |= {("region", f.info.stem, x.id) for f in found for x in f.regions}
    assert set(resolution.of) == local


@settings(max_examples=40, deadline=None)
@given(documents(), NAMES, NAMES, st.booleans())
def test_a_judgement_is_always_honoured(found, one, other, same):
    judgement = Judgement(kind="project", one=f"{one} @ d0", other=f"{other} @ d1", same=same)
    resolution = resolve(found, [judgement])

    def meant(name, stem):
        wanted = [x for f in found if f.info.stem == stem for x in f.projects if x.name == name]
        return {resolution.of[("project", stem, x.id)] for x in wanted}

    sides = meant(one, "d0"), meant(other, "d1")
    if all(sides):
        assert bool(sides[0] & sides[1]) is same


def test_a_candidate_tells_how_a_judgement_means_its_sides_and_where_they_are_named():
    (candidate,) = review(of_kind(project("Hållbara hamnar i norr"), project("Hållbara hamnar i norra")))
    assert candidate.sides == ("Hållbara hamnar i norr", "Hållbara hamnar i norra")
    assert candidate.places == (("d0", "x"), ("d1", "x"))


def test_nobody_is_asked_again_of_what_was_told_apart():
    pair = of_kind(project("Hållbara hamnar i norr"), project("Hållbara hamnar i norra"))
    (candidate,) = review(pair)
    for same in (True, False):
        judgement = Judgement(kind="project", one=candidate.sides[0], other=candidate.sides[1], same=same)
        assert review(pair, [judgement]) == ()


def owned(stem, owner, start):
    return document(
        stem,
        projects=[project("Kustens smak", start=start)],
        actors=[actor(owner, "municipality")] if owner else [],
        roles=[Role(project="x", actor="x", role="owner")] if owner else [],
    )


def projects_of(documents):
    return {stem: slug for (kind, stem, _), slug in resolve(documents).of.items() if kind == "project"}


def test_namesakes_with_other_owners_in_other_years_are_told_apart_and_shown_for_review():
    documents = [owned("a", "Mora kommun", "2004"), owned("b", "Piteå kommun", "2014")]
    assert projects_of(documents) == {"a": "mora-kommun-kustens-smak", "b": "pitea-kommun-kustens-smak"}
    (candidate,) = review(documents)
    assert candidate.sides == ("Kustens smak @ a", "Kustens smak @ b")


def test_one_name_with_two_owners_in_one_year_is_one_project_that_contradicts_itself():
    assert len(set(projects_of([owned("a", "Mora kommun", "2014"), owned("b", "Piteå kommun", "2014")]).values())) == 1


def test_a_document_that_tells_too_little_of_a_namesake_joins_neither():
    documents = [owned("a", "Mora kommun", "2004"), owned("b", "Piteå kommun", "2014"), owned("c", "", None)]
    assert len(set(projects_of(documents).values())) == 3
    assert projects_of([*documents[:2], owned("c", "Mora kommun", None)])["c"] == "mora-kommun-kustens-smak"
    assert projects_of([*documents[:2], owned("c", "", "2014")])["c"] == "pitea-kommun-kustens-smak"


def test_one_owner_with_one_name_years_apart_has_one_project():
    all_three = [
        owned("a", "Mora kommun", "2004"),
        owned("b", "Piteå kommun", "2014"),
        owned("c", "Mora kommun", "2024"),
    ]
    found = projects_of(all_three)
    assert found["a"] == found["c"] != found["b"]
