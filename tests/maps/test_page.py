"""The file: all in one, nothing let in, the same bytes."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import io
import json
import re
import tarfile
from pathlib import Path

import pytest

import graphkit.maps
from graphkit.errors import DataError
from graphkit.maps import page
from graphkit.maps.page import own_script, render_page, script_json
from graphkit.maps.picture import Picture

ASSETS = Path(graphkit.maps.__file__).parent / "assets"


def blocks(html: str, tag: str) -> list[tuple[str, str]]:
    return re.findall(rf"<{tag}([^>]*)>(.*?)</{tag}>", html, re.DOTALL)


def policy(html: str) -> dict[str, list[str]]:
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert found
    text = found.group(1).replace("&#39;", "'")
    return {rule.split()[0]: rule.split()[1:] for rule in text.split("; ")}


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_policy_lets_in_exactly_the_inline_blocks(html: str) -> None:
    rules = policy(html)
    assert rules["default-src"] == ["'none'"]
    scripts = [text for attributes, text in blocks(html, "script") if "json" not in attributes]
    assert sorted(rules["script-src"]) == sorted(digest(text) for text in scripts)
    assert digest(blocks(html, "style")[0][1]) in rules["style-src"]
    assert rules["img-src"] == ["data:"]
    assert not any("unsafe" in word or "http" in word or "*" in word for words in rules.values() for word in words)


def test_nothing_is_fetched_from_anywhere(html: str) -> None:
    markup = re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.DOTALL)
    assert not re.search(r"""\b(?:src|href|action|poster|data)\s*=\s*["'](?!#)""", markup)
    assert "@import" not in html
    assert not re.search(r"url\(\s*[\"']?https?:", html)


def test_no_markup_carries_style_or_handlers(html: str) -> None:
    markup = re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.DOTALL)
    assert not re.search(r"<[^>]+\s(?:style|on\w+)\s*=", markup)


def test_the_data_block_holds_hostile_names_as_data(html: str) -> None:
    text = next(text for attributes, text in blocks(html, "script") if "json" in attributes)
    assert not re.search("[<>&\u2028\u2029]", text)
    data = json.loads(text)
    assert any(thing["name"].startswith("</script><img") for thing in data["things"])


def test_a_hostile_title_is_escaped(picture: Picture) -> None:
    import dataclasses

    html = render_page(dataclasses.replace(picture, title="</title><script>alert(1)</script>"))
    assert "<script>alert(1)" not in html
    assert "&lt;/title&gt;&lt;script&gt;" in html


def test_the_footer_is_honest(picture: Picture) -> None:
    html = render_page(picture, accuracy="roller 0,71, flöden 0,64")
    assert "Byggd av 3 dokument" in html
    assert "minst ett ordagrant citat" in html
    assert "roller 0,71, flöden 0,64" in html
    assert "avslag.pdf" in html


def test_line_separators_cannot_end_a_line_of_script() -> None:
    assert "\u2028" not in script_json({"a": "\u2028\u2029"})


def test_the_vendored_library_is_the_one_of_the_manifest() -> None:
    manifest = json.loads((ASSETS / "manifest.json").read_text(encoding="utf-8"))
    script = (ASSETS / manifest["file"]).read_bytes()
    assert hashlib.sha256(script).hexdigest() == manifest["sha256"]
    assert manifest["version"] in script[:400].decode()
    assert "MIT" in manifest["licence"]
    assert "Permission is hereby granted" in (ASSETS / manifest["licence_file"]).read_text(encoding="utf-8")


def test_another_library_than_the_manifests_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    read = page._asset
    monkeypatch.setattr(page, "_asset", lambda name: read(name) + " " if name.endswith(".min.js") else read(name))
    page._manifest.cache_clear()
    with pytest.raises(DataError, match=r"renew\.py"):
        page._manifest()
    page._manifest.cache_clear()


def test_the_page_runs_its_own_modules_as_one() -> None:
    script = own_script()
    assert not re.search(r"^(?:import|export)\b", script, re.MULTILINE)
    names = re.findall(r"^(?:async )?(?:function|const|let|class) (\w+)", script, re.MULTILINE)
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_the_renewal_script_makes_the_same_files_of_an_archive_without_any_network(tmp_path: Path) -> None:
    manifest = json.loads((ASSETS / "manifest.json").read_text(encoding="utf-8"))
    package = json.dumps({"version": manifest["version"], "license": manifest["licence"]}).encode()
    members = {
        "package/package.json": package,
        "package/standalone/umd/vis-network.min.js": (ASSETS / manifest["file"]).read_bytes(),
        "package/LICENSE-MIT": (ASSETS / manifest["licence_file"]).read_bytes(),
    }
    with tarfile.open(tmp_path / "vis-network.tgz", "w:gz") as archive:
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    found = importlib.util.spec_from_file_location("renew", ASSETS / "renew.py")
    assert found
    assert found.loader
    renew = importlib.util.module_from_spec(found)
    found.loader.exec_module(renew)
    out = tmp_path / "out"
    out.mkdir()
    renew.main(str(tmp_path / "vis-network.tgz"), out)
    for name in (manifest["file"], manifest["licence_file"], "manifest.json"):
        assert (out / name).read_bytes() == (ASSETS / name).read_bytes(), name
    with tarfile.open(tmp_path / "vis-network.tgz", "w:gz"):
        pass
    with pytest.raises(SystemExit, match=r"holds no package\.json"):
        renew.main(str(tmp_path / "vis-network.tgz"), out)
