"""`judgements.csv`: what it may say, and how a bad line is told."""

import pytest

from graphkit.errors import DataError
from graphkit.identities.judgements import Judgement, load_judgements, read_judgements

HEADER = "kind,one,other,same,who,why"


def test_a_file_is_read_in_its_order_with_comments_and_empty_lines_passed_over(tmp_path):
    path = tmp_path / "judgements.csv"
    path.write_text(
        f'\ufeff{HEADER}\n# förbunden\nactor,Nutek,Tillväxtverket,no,Anna,olika verk\n\nproject,"A, B","A och B",ja,,\n',
        encoding="utf-8",
        newline="\n",
    )
    assert load_judgements(path) == (
        Judgement(kind="actor", one="Nutek", other="Tillväxtverket", same=False, who="Anna", why="olika verk"),
        Judgement(kind="project", one="A, B", other="A och B", same=True),
    )


def test_no_file_is_no_judgements(tmp_path):
    assert load_judgements(tmp_path / "judgements.csv") == ()


def test_columns_may_stand_in_any_order_and_more_may_follow():
    (judgement,) = read_judgements(["same,kind,other,one,when", "yes,region,se122,Sörmland,2024"])
    assert (judgement.one, judgement.other, judgement.same) == ("Sörmland", "se122", True)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["kind,one,other"], "line 1: the header lacks «same»"),
        ([HEADER, "person,A,B,yes"], "line 2: unknown kind «person»; write one of actor, programme, project, region"),
        ([HEADER, "", "actor,A,B,maybe"], "line 3: «same» is «maybe»; write yes or no"),
        ([HEADER, "actor,A,,yes"], "line 2: two different names are wanted"),
        ([HEADER, "actor,A,A,no"], "line 2: two different names are wanted"),
        ([HEADER, "actor,A, B,yes,me,because, of that"], "line 2: more cells than columns"),
    ],
)
def test_a_bad_line_is_told_by_its_number_and_how_to_mend_it(lines, message):
    with pytest.raises(DataError, match=message):
        read_judgements(lines)


def test_a_file_that_is_no_text_is_told_by_name(tmp_path):
    (tmp_path / "judgements.csv").write_bytes(b"\xff\xfe\x00k")
    with pytest.raises(DataError, match=r"judgements\.csv can't be read"):
        load_judgements(tmp_path / "judgements.csv")
