"""What a build left open, as lists for people: what rules saw and could not place, and the names that may be one thing, for a person to judge."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from graphkit.identities.clusters import Candidate, review
from graphkit.identities.echoes import find_echoes, without_echoes
from graphkit.identities.judgements import Judgement
from graphkit.messages import decimal, grouped, kind_name, say
from graphkit.model import Evidence, Facts, Issue
from graphkit.text import squeeze, visible


def render_issues(all_facts: Sequence[Facts], judgements: Sequence[Judgement], lang: str) -> str:
    """All that was left open, kind by kind, and how to decide on what may be one; a line that says so where nothing was."""
    counted = without_echoes(all_facts, find_echoes(all_facts))
    of_kind: dict[str, list[tuple[str, Issue]]] = {}
    for facts in counted:
        for issue in facts.issues:
            of_kind.setdefault(issue.kind, []).append((facts.info.stem, issue))
    lines: list[str] = []
    for kind, found in sorted(of_kind.items(), key=lambda item: (-len(item[1]), item[0])):
        lines += [*_issues(kind, found, lang), ""]
    if candidates := review(counted, judgements):
        lines += _candidates(candidates, counted, lang)
    return "\n".join(lines).strip() or say("check.no-issues", lang)


def _issues(kind: str, found: Sequence[tuple[str, Issue]], lang: str) -> Iterator[str]:
    """The issues of a kind as a table: document, quote, rule."""
    name = kind_name(kind, len(found), lang)
    yield f"{name[:1].upper()}{name[1:]} ({grouped(len(found), lang)})"
    width = max(len(visible(stem)) for stem, _ in found)
    for stem, issue in found:
        yield f"  {visible(stem):{width}s}  «{squeeze(issue.quote)}» [{issue.rule}]"


def _candidates(candidates: Sequence[Candidate], all_facts: Sequence[Facts], lang: str) -> Iterator[str]:
    """Each pair with its score, the sentence of each name, and the line by which a person decides."""
    by_stem = {facts.info.stem: facts for facts in all_facts}
    yield say("check.candidates", lang, number=grouped(len(candidates), lang))
    for candidate in candidates:
        yield f"  {decimal(candidate.score, lang)}  {candidate.likeness.told(lang)}"
        for side, (stem, local) in zip(candidate.sides, candidate.places, strict=True):
            quote = _quote(by_stem, candidate.kind, stem, local)
            yield (
                f"        {side}: «{squeeze(quote)}» ({visible(stem)})"
                if quote
                else f"        {side} ({visible(stem)})"
            )
        yield f"        {_line(candidate)}"


def _line(candidate: Candidate) -> str:
    """The line of judgements.csv that joins the pair; with «no» it parts them for good.

    Names that hold a comma stand in quotation marks, as the file wants it.
    """
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow((candidate.kind, *candidate.sides, "yes"))
    return text.getvalue()


def _quote(by_stem: Mapping[str, Facts], kind: str, stem: str, local: str) -> str:
    """The sentence that names a thing in a document; a programme's local id is its name."""
    facts = by_stem[stem]
    proofs: tuple[Evidence, ...] = ()
    match kind:
        case "programme":
            project = next((x for x in facts.projects if x.programme == local), None)
            proofs = tuple(x for x in project.evidence if x.field == "programme") if project else ()
        case "actor":
            proofs = next((x.evidence for x in facts.actors if x.id == local), ())
        case "region":
            proofs = next((x.evidence for x in facts.regions if x.id == local), ())
        case _:
            proofs = next((x.evidence for x in facts.projects if x.id == local), ())
    return proofs[0].quote if proofs else ""
