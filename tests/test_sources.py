"""What was given and taken out, and the documents found on the disk."""

import errno
from pathlib import Path

import pytest
from hypothesis import given, strategies

from graphkit.errors import UsageError
from graphkit.sources import Sources, check_paths, find_documents, name_stems

SUFFIXES = (".txt", ".html")
A, B = Path("/w/a"), Path("/w/b")


def touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def test_what_lies_below_a_given_folder_is_not_given_twice():
    assert Sources().add([A]).add([A / "x.txt"]).given == (A,)


def test_a_file_that_was_taken_out_of_a_given_folder_stays_out_until_it_is_given_again():
    sources = Sources().add([A]).remove([A / "x.txt"])
    assert (sources.given, sources.removed) == ((A,), (A / "x.txt",))
    assert sources.add([B]).removed == (A / "x.txt",)
    assert sources.add([A / "x.txt"]).removed == ()


def test_taking_out_a_folder_takes_out_what_was_given_below_it():
    sources = Sources().add([A / "x.txt", A / "deep" / "y.txt", B]).remove([A])
    assert (sources.given, sources.removed) == ((B,), ())


def test_a_workspace_holds_what_was_given_and_the_folders_above_it():
    sources = Sources().add([A / "x.txt"])
    assert sources.holds(A / "x.txt")
    assert sources.holds(A)
    assert not sources.holds(B)


def test_folders_are_walked_hidden_files_and_workspaces_passed_over_and_other_files_told(tmp_path):
    touch(tmp_path / "a.txt", tmp_path / "deep" / "er" / "B.HTML", tmp_path / "deep" / "c.zip")
    touch(tmp_path / ".hidden.txt", tmp_path / ".git" / "d.txt", tmp_path / "~$a.txt")
    touch(tmp_path / "graph" / "sources.json", tmp_path / "graph" / "facts" / "e.txt")
    found = find_documents([tmp_path], [], SUFFIXES)
    assert found.documents == (tmp_path / "a.txt", tmp_path / "deep" / "er" / "B.HTML")
    assert found.skipped == (tmp_path / "deep" / "c.zip",)


def test_a_link_that_leads_back_ends_the_walk(tmp_path):
    touch(tmp_path / "a.txt")
    try:
        (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("links can't be made here")
    assert find_documents([tmp_path], [], SUFFIXES).documents == (tmp_path / "a.txt",)


def test_a_file_that_is_given_itself_is_tried_whatever_its_suffix(tmp_path):
    touch(tmp_path / "letter.xyz")
    assert find_documents([tmp_path / "letter.xyz"], [], SUFFIXES).documents == (tmp_path / "letter.xyz",)


def test_a_map_that_graphkit_wrote_is_no_document(tmp_path):
    page = '<!doctype html>\n<html lang="sv">\n<head>\n<meta charset="utf-8">\n<meta name="generator" content="{}">'
    (tmp_path / "map.html").write_text(page.format("graphkit"), encoding="utf-8")
    (tmp_path / "page.html").write_text(page.format("another"), encoding="utf-8")
    found = find_documents([tmp_path], [], SUFFIXES)
    assert (found.documents, found.skipped) == ((tmp_path / "page.html",), (tmp_path / "map.html",))


def test_a_folder_that_cannot_be_opened_is_told_and_the_rest_is_found(tmp_path, monkeypatch):
    touch(tmp_path / "open" / "a.txt")
    touch(tmp_path / "shut" / "b.txt")
    listed = Path.iterdir

    def iterdir(folder):
        if folder.name == "shut":
            raise PermissionError(errno.EACCES, "Permission denied", str(folder))
        return listed(folder)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    found = find_documents([tmp_path], [], SUFFIXES)
    assert found.documents == (tmp_path / "open" / "a.txt",)
    ((folder, why),) = found.closed
    assert folder == tmp_path / "shut"
    assert str(why) == f"{folder}: can't be opened: you have no permission for it."
    assert found.is_closed(tmp_path / "shut" / "b.txt")
    assert not found.is_closed(tmp_path / "open" / "a.txt")


def test_a_folder_whose_names_alone_can_be_read_stops_nothing(tmp_path, monkeypatch):
    touch(tmp_path / "a.txt", tmp_path / "b.txt")
    is_dir = Path.is_dir

    def refused(path):
        if path.name == "a.txt":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return is_dir(path)

    monkeypatch.setattr(Path, "is_dir", refused)
    assert find_documents([tmp_path], [], SUFFIXES).documents == (tmp_path / "a.txt", tmp_path / "b.txt")


def test_a_given_path_that_has_gone_is_told_and_not_where_it_was_removed(tmp_path):
    ((path, why),) = find_documents([tmp_path / "gone"], [], SUFFIXES).closed
    assert (path, str(why)) == (tmp_path / "gone", f"{tmp_path / 'gone'}: it is no longer there.")
    assert not find_documents([tmp_path / "gone"], [tmp_path / "gone"], SUFFIXES).closed


def test_a_path_that_is_not_there_is_told_with_near_names(tmp_path):
    touch(tmp_path / "documents" / "a.txt")
    with pytest.raises(UsageError, match=r"there is no such file or folder \(near: documents\)"):
        check_paths([tmp_path / "document"])


parts = strategies.sampled_from(["a", "b", "A", "å", "a b", "a-b", "å.b"])
paths = strategies.lists(
    strategies.builds(
        lambda folders, name, suffix: Path("/", *folders, name + suffix),
        strategies.lists(parts, max_size=3),
        parts,
        strategies.sampled_from([".txt", ".html"]),
    ),
    unique=True,
    max_size=12,
)


@given(paths, strategies.randoms())
def test_each_document_has_a_name_of_its_own_whatever_the_order(found, random):
    stems = name_stems(found)
    assert len({stem.casefold() for stem in stems.values()}) == len(found)
    assert all(stem and "/" not in stem for stem in stems.values())
    shuffled = list(found)
    random.shuffle(shuffled)
    assert name_stems(shuffled) == stems
