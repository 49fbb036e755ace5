"""Maps: tables become one HTML file that opens offline. `MAPS` lists them; each module is imported when its map is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphkit.graph.store import Store


def _network(store: Store, *, lang: str, title: str, texts: Mapping[str, str] | None = None, accuracy: str = "") -> str:
    from graphkit.maps.network import render_network

    return render_network(store, lang=lang, title=title, texts=texts, accuracy=accuracy)


MAPS: dict[str, Callable[..., str]] = {"network": _network}
"""Each map by name: `MAPS[name](store, lang=…, title=…, texts=…, accuracy=…)` gives one HTML file.

`texts` are the documents' stored texts by `document_key` of their info; `accuracy` is a sentence of figures for the footer.
"""
