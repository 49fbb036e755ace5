"""What a person sees and does, in a real browser with the network off."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graphkit.graph.local import memory_store
from graphkit.graph.mapping import to_triples
from graphkit.identities import resolve
from graphkit.maps import placing
from graphkit.maps.network import render_network
from graphkit.model import DocumentInfo, Evidence, Facts, Location, Project, Region

pytestmark = pytest.mark.browser

BRIDGE_LINE = "actor/umea-kommun~actor/vasa-stad"
DRAWN = """() => {
  const canvas = document.querySelector("#picture canvas");
  const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  let drawn = 0;
  for (let i = 3; i < data.length; i += 4) if (data[i] > 40) drawn += 1;
  return drawn;
}"""


def ids_of(page: Any) -> dict[str, str]:
    """The things' ids by name, as the page has them."""
    return {x["name"]: x["id"] for x in page.evaluate("JSON.parse(document.getElementById('data').textContent).things")}


def line_between(page: Any, one: str, other: str, view: str = "actors") -> str:
    ids = ids_of(page)
    views = page.evaluate("JSON.parse(document.getElementById('data').textContent).views")
    edges = next(x for x in views if x["name"] == view)["edges"]
    return next(x["id"] for x in edges if {x["from"], x["to"]} == {ids[one], ids[other]})


def press(page: Any, id: str) -> None:
    spot = page.evaluate("id => graphkit.where(id)", id)
    page.mouse.click(spot["x"], spot["y"])


def soon(page: Any, holds: Callable[[], bool]) -> bool:
    """Whether something comes true within three seconds; the page's policy forbids the browser's own waiting on words."""
    for _ in range(60):
        if holds():
            return True
        page.wait_for_timeout(50)
    return False


def panel(page: Any) -> str:
    return page.locator("#panel").inner_text()


def test_the_picture_is_drawn_within_its_frame(open_page: Any, html: str) -> None:
    page = open_page(html).page
    assert page.evaluate(DRAWN) > 2000
    frame = page.locator("#picture").bounding_box()
    assert frame["height"] < 720
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_a_press_on_a_line_shows_the_sentence_that_proves_it(open_page: Any, html: str) -> None:
    page = open_page(html).page
    press(page, line_between(page, "Umeå kommun", "Vasa stad"))
    marks = page.locator("#panel mark").all_inner_texts()
    assert "Vasa stad är partner i projektet." in marks
    assert "Umeå kommun och Vasa stad fortsätter ihop i Tåget norrut." in marks
    assert "2 gemensamma projekt" in panel(page)
    first = page.locator("#panel figure", has_text="Vasa stad är partner i projektet.").first
    assert "Bron över viken drivs av Umeå kommun" in first.locator("blockquote").inner_text()
    assert "Bron över viken · Umeå kommun · 2019-03-08 · bron.html" in first.locator("figcaption").inner_text()


def test_a_quote_is_copied_with_all_that_finds_it_again(open_page: Any, html: str) -> None:
    page = open_page(html).page
    press(page, line_between(page, "Umeå kommun", "Vasa stad"))
    page.evaluate("() => { navigator.clipboard.writeText = async (text) => { globalThis.taken = text; }; }")
    page.locator("#panel figure", has_text="Vasa stad är partner i projektet.").first.locator("button").click()
    assert soon(page, lambda: page.locator("#told").inner_text() == "Kopierat")
    assert page.evaluate("taken") == (
        "”Vasa stad är partner i projektet.” Bron över viken. Umeå kommun, 2019-03-08. bron.html"
    )
    page.evaluate("() => { navigator.clipboard.writeText = async () => { throw new Error('denied'); }; }")
    page.evaluate(
        "document.addEventListener('copy', () => { globalThis.taken = String(document.activeElement.value); })"
    )
    page.locator("#panel .copy").first.click()
    assert soon(page, lambda: "Bron över viken" in page.evaluate("taken"))
    assert page.evaluate("document.querySelectorAll('textarea').length") == 0


def test_places_that_share_a_project_are_told_as_derived(open_page: Any) -> None:
    text = "Leden går i Gotland och i Karelen."
    quote = (Evidence(start=0, end=len(text), quote=text, rule="test.by-hand"),)
    facts = Facts(
        info=DocumentInfo("leden", "leden.txt", "txt", "d" * 64, "sv", title="Leden"),
        text=text,
        projects=(Project(id="leden", name="Leden", evidence=quote),),
        regions=(
            Region(id="gotland", name="Gotland", type="county", code="SE214", evidence=quote),
            Region(id="karelen", name="Karelen", type="county", code="RU-KR", evidence=quote),
        ),
        locations=(
            Location(project="leden", region="gotland", evidence=quote),
            Location(project="leden", region="karelen", evidence=quote),
        ),
    )
    drawn = render_network(memory_store(to_triples([facts], resolve([facts]))), lang="sv", title="Leden")
    page = open_page(drawn, hash="#view=regions").page
    assert "gemensamma projekt (härlett)" in page.locator("#lines").inner_text()
    row = page.locator("#table tbody tr").first
    assert "härlett" in row.inner_text()
    row.locator("button").click()
    assert "Ingen av texterna säger rakt ut att de samarbetar." in panel(page)


def test_of_many_projects_the_ties_are_drawn_and_the_rest_when_one_is_chosen(
    open_page: Any, store: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(placing, "FOLD_LIMIT", 3)
    page = open_page(render_network(store, lang="sv", title="Provkarta"), hash="#view=projects").page
    assert "binder ihop" in page.locator("#about").inner_text()
    ids = ids_of(page)
    drawn = "graphkit.labels().map((box) => box.id)"
    assert ids["Sida"] not in page.evaluate(drawn)
    assert re.search(r"\d visas när deras projekt väljs", page.locator("#count").inner_text())
    press(page, ids["Bron över viken"])
    assert soon(page, lambda: ids["Sida"] in page.evaluate(drawn))
    page.locator("#panel .close").click()
    assert soon(page, lambda: ids["Sida"] not in page.evaluate(drawn))


def test_a_press_on_a_node_shows_its_money_in_readable_words(open_page: Any, html: str) -> None:
    page = open_page(html, hash="#view=money").page
    press(page, ids_of(page)["Sida"])
    assert "Sida betalar 9,8 mnkr till Umeå kommun för projektet" in panel(page)
    assert page.locator("#panel abbr").first.get_attribute("title") == "9 800 000 SEK («9,8 miljoner kronor»)"


def test_an_implied_amount_is_told_apart_and_its_line_is_dashed(open_page: Any, html: str) -> None:
    page = open_page(html, hash="#view=money").page
    line = line_between(page, "Länsstyrelsen i Västerbottens län", "Umeå kommun", "money")
    press(page, line)
    assert page.locator("#panel .basis.implied").first.inner_text() == "utläst"
    assert "streckad" in page.locator("#lines").inner_text()


def test_the_search_box_finds_a_name_with_keys_alone(open_page: Any, html: str) -> None:
    page = open_page(html).page
    page.locator("#search").focus()
    page.keyboard.type("vasa st")
    assert page.locator("#hits [role=option]").first.inner_text().startswith("Vasa stad")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == "Vasa stad"
    assert "focus=actor" in page.evaluate("location.hash")
    page.locator("#search").fill("finns inte alls")
    assert "Ingen träff" in page.locator("#hits").inner_text()


def test_filters_change_picture_table_and_count_and_go_into_the_address(open_page: Any, html: str) -> None:
    page = open_page(html).page
    before = page.locator("#table tbody tr").count()
    page.locator("#programme").select_option(label="Interreg Botnia")
    assert page.locator("#table tbody tr").count() == 1 < before
    assert "Visar 2 av" in page.locator("#count").inner_text()
    address = page.evaluate("location.hash")
    assert "programme=Interreg+Botnia" in address
    shared = open_page(html, hash=address).page
    assert shared.locator("#programme").input_value() == "Interreg Botnia"
    assert shared.locator("#table tbody tr").count() == 1
    page.locator("#reset").click()
    assert page.locator("#table tbody tr").count() == before
    assert page.evaluate("location.hash") == ""


def test_years_leave_out_undated_projects_and_say_so(open_page: Any, html: str) -> None:
    page = open_page(html).page
    page.locator("#from").fill("2020")
    assert "2 projekt utan årtal räknas bort" in page.locator("#count").inner_text()
    assert page.locator("#table tbody tr").count() == 1
    page.locator("#undated").check()
    assert page.locator("#table tbody tr").count() > 1
    page.locator("#from").fill("2030")
    page.locator("#undated").uncheck()
    assert page.locator("#empty").is_visible()


def test_roles_and_types_are_ticked_off(open_page: Any, html: str) -> None:
    page = open_page(html).page
    page.locator("#roles input[value=partner]").uncheck()
    assert page.locator("#table tbody tr").inner_text() == "Inga rader passar filtren."
    page.locator("#roles input[value=partner]").check()
    page.locator("#types input[value=company]").uncheck()
    assert page.locator("#table tbody tr").count() == 1


def test_a_row_opens_the_same_evidence_as_the_line(open_page: Any, html: str) -> None:
    page = open_page(html).page
    row = page.locator("#table tbody tr", has_text="Vasa stad").first
    row.locator("button").focus()
    page.keyboard.press("Enter")
    assert page.locator("#panel mark").count() > 0
    assert page.locator("#table tr[aria-current]").count() == 1
    assert page.evaluate("document.activeElement.id") == "panel"
    assert "Vasa stad" in page.locator("#told").inner_text()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.closest('tr').textContent").startswith("Umeå kommun")
    assert page.locator("#panel h2").inner_text() == "Börja här"


def test_the_table_sorts_by_any_column(open_page: Any, html: str) -> None:
    page = open_page(html).page
    header = page.locator("#table th button", has_text="Från")
    header.click()
    assert page.locator("#table th[aria-sort=ascending] button").inner_text() == "Från"
    rising = list(dict.fromkeys(page.locator("#table tbody td:first-child").all_inner_texts()))
    assert len(rising) == 3
    assert rising[-1] == "Umeå kommun"
    header.click()
    assert page.locator("#table th[aria-sort=descending] button").inner_text() == "Från"
    falling = list(dict.fromkeys(page.locator("#table tbody td:first-child").all_inner_texts()))
    assert falling == rising[::-1]


def test_tab_reaches_everything_in_reading_order_and_shows_where_it_is(open_page: Any, html: str) -> None:
    page = open_page(html).page
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        here = page.evaluate(
            "() => { const e = document.activeElement; return [e.id || e.dataset.view || e.dataset.table || e.closest('[id]')?.id || e.className, getComputedStyle(e).outlineStyle]; }"
        )
        seen.append(here[0])
        assert here[1] != "none", f"no mark of focus on {here[0]}"
    order = [
        "skip",
        "actors",
        "money",
        "regions",
        "projects",
        "search",
        "programme",
        "from",
        "reset",
        "picture",
        "fit",
        "panel",
        "links",
        "csv",
    ]
    assert [name for name in dict.fromkeys(seen) if name in order] == order


def test_the_picture_listens_to_keys(open_page: Any, html: str) -> None:
    page = open_page(html).page
    page.locator("#picture").focus()
    there = page.evaluate("id => graphkit.where(id).x", ids_of(page)["Vasa stad"])
    page.keyboard.press("ArrowRight")
    assert page.evaluate("id => graphkit.where(id).x", ids_of(page)["Vasa stad"]) < there


def test_the_wheel_scrolls_the_page_until_the_picture_is_in_use(open_page: Any, html: str) -> None:
    page = open_page(html, height=600).page
    frame = page.locator("#picture").bounding_box()
    page.mouse.move(frame["x"] + 30, frame["y"] + 30)
    page.mouse.wheel(0, 200)
    assert soon(page, lambda: page.evaluate("scrollY") > 0)
    page.evaluate("scrollTo(0, 0)")
    page.locator("#picture").focus()
    apart = "([a, b]) => Math.abs(graphkit.where(a).x - graphkit.where(b).x)"
    ends = [ids_of(page)[name] for name in ("Umeå kommun", "Vasa stad")]
    before = page.evaluate(apart, ends)
    page.mouse.wheel(0, 200)
    assert soon(page, lambda: page.evaluate(apart, ends) < before)
    assert page.evaluate("scrollY") == 0


def test_hostile_names_stay_text(open_page: Any, html: str) -> None:
    opened = open_page(html)
    page = opened.page
    ids = ids_of(page)
    name = next(name for name in ids if name.startswith("</script>"))
    page.locator("#search").fill("bolaget")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == " ".join(name.split())
    press(page, line_between(page, name, "Vasa stad"))
    assert page.title() == "Provkarta"
    assert page.locator("img[src=x]").count() == 0


def test_what_is_seen_is_downloaded_as_harmless_csv(open_page: Any, html: str) -> None:
    page = open_page(html).page
    with page.expect_download() as caught:
        page.locator("#csv").click()
    text = Path(caught.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0][:4] == ["Från", "Koppling", "Till", "Projekt"]
    assert len(rows) == 1 + page.locator("#table tbody tr").count()
    cells = [cell for row in rows for cell in row]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    assert caught.value.suggested_filename == "provkarta-actors.csv"


def test_the_picture_is_saved_as_png(open_page: Any, html: str) -> None:
    page = open_page(html).page
    with page.expect_download() as caught:
        page.locator("#save").click()
    assert Path(caught.value.path()).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("view", ["actors", "money", "regions", "projects"])
@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
def test_no_two_names_in_the_picture_cover_each_other(
    open_page: Any, html: str, view: str, size: tuple[int, int]
) -> None:
    page = open_page(html, hash=f"#view={view}", width=size[0], height=size[1]).page
    boxes = page.evaluate("graphkit.labels()")
    assert boxes
    for i, one in enumerate(boxes):
        for other in boxes[:i]:
            apart = one["left"] >= other["right"] or other["left"] >= one["right"]
            assert apart or one["top"] >= other["bottom"] or other["top"] >= one["bottom"], (one["id"], other["id"])
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_a_refused_project_is_told_but_never_drawn(open_page: Any, html: str) -> None:
    page = open_page(html).page
    page.locator("#search").fill("drömhamnen")
    page.keyboard.press("Enter")
    assert "avslaget" in panel(page)
    assert page.locator("#panel .denied").count() == 2
    assert page.locator("#table tbody tr", has_text="Drömhamnen").count() == 0


def test_past_the_limit_the_page_says_what_it_draws(
    open_page: Any, store: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(placing, "PICTURE_LIMIT", 3)
    page = open_page(render_network(store, lang="sv", title="Provkarta")).page
    assert "Bilden visar de 3 mest sammankopplade; tabellen visar alla." in page.locator("#count").inner_text()
    assert page.locator("#table tbody tr").count() == 6


def test_the_printed_page_holds_the_picture_as_an_image(open_page: Any, html: str) -> None:
    page = open_page(html).page
    assert page.pdf().startswith(b"%PDF")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#print-picture").get_attribute("src").startswith("data:image/png")
    page.emulate_media(media="print")
    assert page.locator("#print-picture").is_visible()
    assert not page.locator("#search").is_visible()


def test_the_page_speaks_english_too(open_page: Any, store: Any, texts: dict[str, str]) -> None:
    page = open_page(render_network(store, lang="en", title="Test map", texts=texts), hash="#view=money").page
    press(page, ids_of(page)["Sida"])
    assert "Sida pays SEK 9.8 million" in panel(page)
    assert page.evaluate("document.documentElement.lang") == "en"
    shown = page.locator("body").inner_text()
    assert not re.search(r"\b(Visar|kopplingar|Återställ|utläst|Belägg)\b", shown)
