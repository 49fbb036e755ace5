"""Files that are replaced when they are whole; what can't be written is told by the name that was given."""

import errno
import sys
from pathlib import Path

import pytest

from graphkit.writing import replacing, write_bytes, write_text


def test_a_link_stays_a_link_and_its_file_is_replaced(tmp_path):
    real, link = tmp_path / "real.html", tmp_path / "link.html"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    write_text(link, "new")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"


@pytest.mark.skipif(sys.platform == "win32", reason="no such devices")
def test_a_pipe_or_device_is_written_as_it_is():
    write_text(Path("/dev/null"), "gone")
    assert not Path("/dev/null").is_file()


def test_bytes_are_written_as_they_are(tmp_path):
    write_bytes(tmp_path / "a.bin", b"\r\n\x00\xff")
    assert (tmp_path / "a.bin").read_bytes() == b"\r\n\x00\xff"


def test_what_is_broken_off_leaves_the_old_file_and_nothing_beside_it(tmp_path):
    write_text(tmp_path / "a.txt", "old")
    with pytest.raises(OSError, match="disk") as caught, replacing(tmp_path / "a.txt") as file:  # noqa: PT012
        file.write("half")
        raise OSError(errno.ENOSPC, "no disk")
    assert caught.value.filename == str(tmp_path / "a.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "old"


def test_a_file_that_cannot_be_made_is_named_as_it_was_given(tmp_path):
    with pytest.raises(FileNotFoundError) as caught:
        write_text(tmp_path / "nowhere" / "a.txt", "x")
    assert caught.value.filename == str(tmp_path / "nowhere" / "a.txt")
