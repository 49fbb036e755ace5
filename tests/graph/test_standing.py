"""What acts, and what is disputed (pairs of documents; the pure parts have doctests)."""

import pytest

from graphkit.graph.claims import Attribution, Participation, Place
from graphkit.graph.standing import judge, settle
from graphkit.model import STATUSES


@pytest.mark.parametrize(
    ("status", "acts"),
    [("granted", True), ("running", True), ("ended", True), ("applied", False), ("planned", False), ("refused", False)],
)
def test_only_what_is_granted_or_done_acts(status, acts):
    assert judge([Attribution("project", "bro", "status", status)]).acts("bro") is acts


def test_a_project_without_a_status_acts_and_so_does_what_has_no_project():
    standing = judge([Participation("bro", "sida", "funder")])
    assert standing.acts("bro")
    assert standing.acts(None)


def test_a_refusal_against_a_grant_is_a_dispute_and_the_project_does_not_act():
    standing = judge([Attribution("project", "bro", "status", word) for word in ("granted", "refused")])
    assert not standing.acts("bro")
    assert "bro" not in standing.statuses
    assert standing.limited["bro"] == ("granted", "refused")


def test_each_status_of_the_model_settles_as_itself():
    assert [settle({status}) for status in STATUSES] == list(STATUSES)


def test_excluded_places_and_insiders_are_known():
    standing = judge([Place("bro", "se122", "excluded"), Participation("bro", "sida", "partner")])
    assert standing.excluded == {("bro", "se122")}
    assert standing.insiders == {("bro", "sida")}
