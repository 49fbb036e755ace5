"""Maps and exports."""


def test_a_map_is_one_file_that_holds_the_quotes(graphkit, here):
    ended = graphkit("map", "network", "--out", "maps/map.html", "--title", "Vår karta")
    assert ended.code == 0
    assert ended.out == "maps/map.html\n"
    page = (here / "maps" / "map.html").read_text(encoding="utf-8")
    assert "Vår karta" in page
    ended = graphkit("build", "maps", "documents")
    assert "Files of kinds that are not read (1): map.html" in ended.out
    assert "450 kkr" in page


def test_exports_are_the_same_graph_on_stdout_and_in_a_file(graphkit, here):
    lines = graphkit("export", "--format", "nt").out
    assert graphkit("export", "--format", "nt", "--out", "graph.nt").out == "graph.nt\n"
    assert (here / "graph.nt").read_text(encoding="utf-8") == lines
    assert lines.splitlines() == sorted(set(lines.splitlines()))
    assert "@prefix gk:" in graphkit("export", "--format", "ttl").out
