"""`evaluate` measures confidences and sameness too."""

import re


def test_confidences_are_measured_on_given_documents_in_both_languages(graphkit):
    ended = graphkit("evaluate", "--calibration", "--gold", "gold", "documents", "--lang", "en")
    assert ended.code == 0
    assert re.search(
        r"^expected calibration error 0\.\d{3} over \d+ facts in \d+ occupied bins$", ended.out, re.MULTILINE
    )
    swedish = graphkit("evaluate", "--calibration", "--gold", "gold", "documents", "--lang", "sv")
    assert re.search(r"^förväntat kalibreringsfel 0,\d{3} över \d+ fakta", swedish.out, re.MULTILINE)


def test_sameness_is_measured_on_the_shipped_pairs_or_on_one_s_own(graphkit, tmp_path):
    assert re.search(
        r"^all +3\d\d +\d+ +[01]\.\d{3} +[01]\.\d{3}",
        graphkit("evaluate", "--identities", "--lang", "en").out,
        re.MULTILINE,
    )
    table = tmp_path / "pairs.csv"
    table.write_text(
        "part,left_kind,left,left_type,left_context,right_kind,right,right_type,right_context,same,why\n"
        "own,actor,Mora kommun,municipality,,actor,Mora kommuns,municipality,,no,a wrong answer\n",
        encoding="utf-8",
    )
    ended = graphkit("evaluate", "--identities", str(table), "--errors", "--lang", "sv")
    assert ended.code == 0
    assert "fel     Mora kommun | Mora kommuns: a wrong answer" in ended.out


def test_two_measures_at_once_and_gold_beside_pairs_are_wrong_usage(graphkit):
    assert graphkit("evaluate", "--calibration", "--identities").code == 2
    assert graphkit("evaluate", "--identities", "--gold", "gold").code == 2
