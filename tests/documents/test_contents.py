"""Tables of contents that a transcript runs into its text."""

from __future__ import annotations

from graphkit.documents.lines import read_lines

REPORT = (
    "Slutrapport\n\n2 Rapporten är skriven för alla. Innehåll SAMMANFATTNING... 3 OM PROJEKTET... 5 KOPPLINGAR TILL ANDRA... 9 "
    "Sammanfattning Bron är klar, och byn är glad över den.\n\n"
    "3 Innehållsförteckning Sammanfattning Bakgrund till projektet Projektperiod Syfte Mål Metod Resurser Ny verksamhet Egna reflektioner\n\n"
    "4 Innehållet i kursen är nytt. Den ges i byn, och alla som vill får gå den utan att betala någon avgift alls för det, i tre år.\n"
)


def test_a_table_of_contents_is_left_out_and_the_text_around_it_stays():
    drafts = read_lines(REPORT, language="sv")
    left_out = [draft.text for draft in drafts if draft.reason == "table of contents"]
    assert [text.split()[0:2] for text in left_out] == [
        ["Innehåll", "SAMMANFATTNING..."],
        ["3", "Innehållsförteckning"],
    ]
    kept = " ".join(draft.text for draft in drafts if not draft.reason)
    assert "Rapporten är skriven för alla." in kept
    assert "Bron är klar" in kept
    assert "Innehållet i kursen är nytt." in kept
