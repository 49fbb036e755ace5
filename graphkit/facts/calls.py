"""Pages that tell how to apply for money: they describe no project, whatever their titles and boxes look like."""

from __future__ import annotations

from graphkit.lexicon import Lexicon

_ENOUGH = 2


def is_call(text: str, lexicon: Lexicon) -> bool:
    """Whether a text speaks to those who may apply: at least two of the ways in which calls and guides do.

    >>> from graphkit.lexicon import load_lexicon
    >>> is_call("Vem kan söka? Föreningar. Hur mycket kan ni få? Högst hälften.", load_lexicon("sv"))
    True
    >>> is_call("I den tredje utlysningen fick projektet Nya spår 200 000 kronor.", load_lexicon("sv"))
    False
    """
    seen: set[str] = set()
    for match in lexicon.pattern("projects.calls").finditer(text):
        seen.add(" ".join(match.group().casefold().split()))
        if len(seen) >= _ENOUGH:
            return True
    return False
