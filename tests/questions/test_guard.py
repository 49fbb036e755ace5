"""What the guard lets through and what it refuses; each refusal is a QueryError, never a dead process."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.errors import QueryError
from graphkit.questions.catalogue import load_catalogue
from graphkit.questions.guard import MAX_DEPTH, MAX_LENGTH, MAX_STEPS, check_query

LET_THROUGH = {
    "a word in a text": "SELECT * WHERE { ?s ?p 'SERVICE <x> { LOAD }' }",
    "a word in a long text": 'SELECT * WHERE { ?s ?p """a "quoted" FROM <file:x>""" }',
    "a word in a comment": "SELECT * WHERE { ?s ?p ?o } # SERVICE <http://x/> {} FROM <y>",
    "a word in an IRI": "SELECT * WHERE { ?s <http://example.org/service/from#load> ?o }",
    "an IRI with a word in a function": "SELECT * WHERE { ?s ?p ?o FILTER(?o = <http://example.org/service#x>) }",
    "an IRI in a list of values": "SELECT * WHERE { ?s ?p ?o FILTER(?o IN (<http://a/from#x>, <http://a/service#y>)) }",
    "a word as a variable": "SELECT ?from ?service WHERE { ?from ?service $load }",
    "a word as a local name": "PREFIX ex: <http://example.org/> SELECT * WHERE { ?s ex:service ex:from }",
    "a comparison": "SELECT * WHERE { ?s ?p ?o FILTER(?o < 5 && 3 > ?s) }",
    "a path": "PREFIX e: <http://e/> SELECT * WHERE { ?s (e:a|^e:b)*/e:c+/!e:d ?o ; e:e? 'x'@sv-SE, 1.5e3, true . }",
    "a property list": "SELECT * WHERE { [ <http://e/p#x> ?o ] FILTER(EXISTS { ?o <http://e/q#y> ?z }) }",
    "windows line ends": "SELECT *\r\nWHERE { # comment\r\n ?s ?p ?o }",
    "a byte order mark": "\ufeffASK { ?s ?p ?o }",
    "brackets in a text": "SELECT * WHERE { ?s ?p '" + "{" * 5000 + "' }",
    "deep, but not too deep": "SELECT * " + "{" * MAX_DEPTH + "?s ?p ?o" + "}" * MAX_DEPTH,
    "a subquery": "SELECT * WHERE { { SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?s HAVING (COUNT(*) > 1) } }",
    "construct": "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "describe": "DESCRIBE <http://example.org/x>",
    "a letter escape": "SELECT * WHERE { ?s ?p '\\u00e5' }",
}

REFUSED = {
    "another server": "SELECT * WHERE { SERVICE <http://x/> { ?s ?p ?o } }",
    "another server in odd case": "SELECT * WHERE { sErViCe SILENT <http://x/> { ?s ?p ?o } }",
    "another server after a comment": "SELECT * WHERE { # harmless\n SERVICE <http://x/> { ?s ?p ?o } }",
    "another server after a comment that a carriage return ends": "SELECT * WHERE { # harmless\rSERVICE <http://x/> {} }",
    "another server after a text": "SELECT * WHERE { ?s ?p '#' . SERVICE <http://x/> { ?s ?p ?o } }",
    "another server after an escaped quote": r"SELECT * WHERE { ?s ?p 'a\'' . SERVICE <http://x/> { ?s ?p '' } }",
    "another server after a long text": "SELECT * WHERE { ?s ?p '''it's ''' . SERVICE <http://x/> { ?s ?p ?o } }",
    "another server in a text that isn't closed": 'SELECT * WHERE { ?s ?p """ SERVICE "\n<http://x/> {} }',
    "another server in escapes": "SELECT * WHERE { \\u0053ERVICE <http://x/> { ?s ?p ?o } }",
    "another server in long escapes": "SELECT * WHERE { \\U00000053\\U00000045RVICE <http://x/> {} }",
    "an escape that ends a text": "SELECT * WHERE { ?s ?p '\\u0027 . SERVICE <http://x/> {} } #' }",
    "an escape that begins a line": "SELECT * WHERE { # \\u000A SERVICE <http://x/> {} \n }",
    "a long s, which is an S in capitals": "SELECT * WHERE { \u017fERVICE <http://x/> { ?s ?p ?o } }",
    "a dotless i": "SELECT * WHERE { SERV\u0131CE <http://x/> { ?s ?p ?o } }",
    "a word without blanks around it": "SELECT * WHERE { ?s ?p 1SERVICE<http://x/>{?s ?p ?o} }",
    "a word glued to another": "SELECT * WHERE { ?s ?p trueSERVICE<http://x/>{?s ?p ?o} }",
    "a word after a dot": "PREFIX : <http://e/> SELECT * WHERE { ?s :p :o.SERVICE<http://x/>{?s ?p ?o} }",
    "a word as a prefix": "PREFIX : <http://x/> SELECT * WHERE { SERVICE:y { ?s ?p ?o } }",
    "a comparison that looks like an IRI": "SELECT * WHERE { ?s ?p ?a, ?b FILTER(?a<?b)SERVICE?x#>\n{ ?s ?p ?o } }",
    "a comment within what looks like an IRI": 'SELECT * WHERE { ?s ?p ?a FILTER(?a<?b#>"""\n)SERVICE ?x {} #"""\n }',
    "brackets within what looks like an IRI": "SELECT * WHERE { ?s ?p ?a FILTER(?a<1&&((((((((?a>2))))))))) }",
    "a file": "SELECT * FROM <file:///etc/passwd> WHERE { ?s ?p ?o }",
    "a file, glued": "SELECT *FROM<file:///etc/passwd>{ ?s ?p ?o }",
    "a file, glued to ASK": "ASKFROM<file:///etc/passwd>{ ?s ?p ?o }",
    "a named file": "SELECT * FROM NAMED <file:///etc/passwd> WHERE { GRAPH ?g { ?s ?p ?o } }",
    "load": "LOAD <file:///etc/passwd>",
    "load after a query": "SELECT * WHERE { ?s ?p ?o } ; LOAD <file:///etc/passwd>",
    "insert": "INSERT DATA { <a:a> <a:b> <a:c> }",
    "delete": "DELETE WHERE { ?s ?p ?o }",
    "with": "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "clear": "PREFIX a: <b:> CLEAR ALL",
    "drop": "drop silent default",
    "an unknown word": "EXPLAIN SELECT * WHERE { ?s ?p ?o }",
    "nothing": "  # only a comment",
    "too deep braces": "SELECT * WHERE {" + "{" * 3200 + "}" * 3200 + "}",
    "too deep brackets": "SELECT * WHERE { ?s ?p " + "[?p " * 3200 + "1" + "]" * 3200 + " }",
    "too deep parentheses": "SELECT * WHERE { FILTER(" + "(" * 9000 + "1" + ")" * 9000 + ") }",
    "too many denials": "SELECT * WHERE { FILTER(" + "!" * 20_000 + "true) }",
    "too many sums": "SELECT * WHERE { ?s ?p ?o FILTER(" + "+".join(["1"] * 20_000) + " = ?o) }",
    "too many optional parts": "SELECT * WHERE { " + "OPTIONAL { ?s ?p 1 } " * 3000 + "}",
    "too long": "SELECT * WHERE { ?s ?p '" + "x" * MAX_LENGTH + "' }",
    "a bracket that isn't closed": "SELECT * WHERE { ?s ?p ?o",
    "a bracket that closes nothing": "SELECT * WHERE { ?s ?p ?o } }",
    "brackets that cross": "SELECT * WHERE { FILTER(?s } )",
    "a text over two lines": "SELECT * WHERE { ?s ?p 'a\nb' }",
    "a name without end": "SELECT * WHERE { " + "a-" * 40_000,
    "names joined by dots": "SELECT * WHERE { " + "count." * 15_000,
    "a text of quotes": "SELECT * WHERE { " + '"""' + '"a' * 40_000,
    "a control character": "SELECT * WHERE { ?s ?p\x00 ?o }",
}


@pytest.mark.parametrize("name", LET_THROUGH)
def test_a_query_that_only_reads_is_let_through(name: str):
    assert check_query(LET_THROUGH[name]).form in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


@pytest.mark.parametrize("name", REFUSED)
def test_a_query_that_could_do_harm_is_refused_in_one_line(name: str):
    with pytest.raises(QueryError) as refusal:
        check_query(REFUSED[name])
    assert "\n" not in str(refusal.value)


def test_a_refusal_names_the_line_and_the_reason():
    with pytest.raises(QueryError, match=r"^line 3: «Service» is refused: a query may not call other servers\.$"):
        check_query("SELECT *\nWHERE {\n Service <http://x/> {} }")


@pytest.mark.parametrize("query", load_catalogue(), ids=lambda query: query.name)
def test_the_guard_lets_the_catalogue_through(query):
    assert check_query(query.sparql).inside > 0


def test_the_place_for_parameters_is_after_the_querys_own_where():
    checked = check_query("# WHERE {\nSELECT * WHERE { { SELECT ?s WHERE { ?s ?p ?o } } }")
    assert checked.text[: checked.inside] == "# WHERE {\nSELECT * WHERE {"
    assert check_query("SELECT * { { SELECT ?s WHERE { ?s ?p ?o } } }").inside == -1


def test_many_steps_are_counted_but_values_are_not():
    check_query("SELECT * WHERE { VALUES ?o { " + "<a:b> " * (MAX_STEPS + 1) + "} ?s ?p ?o }")


@given(st.text(max_size=300))
def test_any_text_is_judged_without_a_bug(text: str):
    try:
        checked = check_query(text)
    except QueryError:
        return
    assert "\r" not in checked.text


@given(
    st.lists(
        st.sampled_from(
            ["SERVICE", "{", "}", "<a:b>", "'", '"', "#", "\n", "?x", "SELECT * ", "(", ")", "<", "\\", " "]
        )
    )
)
def test_a_call_to_another_server_never_gets_to_an_engine(parts: list[str]):
    """Whatever surrounds the word: what the guard lets through, Oxigraph never takes for a SERVICE."""
    import pyoxigraph as ox

    text = "".join(parts)
    try:
        checked = check_query(text)
    except QueryError:
        return
    stripped = checked.text.replace("SERVICE", "_ERVICE")
    outcomes = []
    for sparql in (checked.text, stripped):
        try:
            ox.Store().query(sparql)
            outcomes.append(True)
        except SyntaxError:
            outcomes.append(False)
    assert outcomes[0] == outcomes[1]
