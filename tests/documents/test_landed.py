"""Tables without figures whose rows end with countries."""

from graphkit.documents.lines import read_lines
from graphkit.model import BlockKind

HEADS = "Project no:\n\nProject Title\n\nLead Partner\n\nParticipating countries\n\n\n"


def rows(text: str) -> list[list[tuple[str, str]]]:
    return [list(draft.cells) for draft in read_lines(text, head=False) if draft.kind is BlockKind.ROW]


def test_a_row_ends_with_its_countries_and_a_number_may_be_missing() -> None:
    found = rows(
        HEADS + "Reindeer and roads\n\nCouncil of Kainuu\n\nFinland, Norway\n\n\n"
        "BIRO – Birch roads\n\nAlfa Research AS\n\nNorway, Sweden and Russia\n\n\nSnow harbours\n\nBeta museum\n\nSweden, Fin"
    )
    assert found == [
        [
            ("Reindeer and roads", "Project Title"),
            ("Council of Kainuu", "Lead Partner"),
            ("Finland, Norway", "Participating countries"),
        ],
        [
            ("BIRO – Birch roads", "Project Title"),
            ("Alfa Research AS", "Lead Partner"),
            ("Norway, Sweden and Russia", "Participating countries"),
        ],
    ]


def test_rows_of_unlike_length_are_no_table() -> None:
    assert not rows(
        HEADS + "Reindeer and roads\n\nFinland, Norway\n\n\nBirch roads\n\nAlfa AS\n\nBeta AS\n\nNorway, Sweden\n"
    )
