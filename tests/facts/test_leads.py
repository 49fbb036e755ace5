"""What a line above a list promises of it."""

import pytest

from graphkit.facts.leads import promised
from graphkit.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("Övriga parter:", "partner"),
        ("Projektet drivs tillsammans med:", "partner"),
        ("Finansiering", "funder"),
        ("Projektet finansieras av:", "funder"),
        ("Projektägare är:", "owner"),
        ("Så går det till:", None),
        ("Nyheter", None),
    ],
)
def test_a_lead_promises_a_kind_of_fact(lead, kind):
    assert promised(lead, load_lexicon("sv")) == kind
