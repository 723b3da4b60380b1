"""JSON as RFC 8259 has it, no more; numbers keep their lexeme, or are the plain decimal of it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.sources.document import SourceError
from fairaudit.sources.json import read_json


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": 0.10}', {"a": "0.10"}),
        ("[-0, 12345678901234567890123]", ["-0", "12345678901234567890123"]),
        ("[1e5, 7.5E1, 7.50e+1, -2.5e-3, 0e0, 0.1E2]", ["100000", "75", "75.0", "-0.0025", "0", "10"]),
        ("[1e59, 1e60, 1e-59, 1e-60]", ["1" + "0" * 59, "1e60", "0." + "0" * 58 + "1", "1e-60"]),
        (
            "[1e9999, 1e999999999, -1E-999999999, 1e99999999999999999999]",
            ["1e9999", "1e999999999", "-1E-999999999", "1e99999999999999999999"],
        ),
        ('["1e2", "7.5E1"]', ["1e2", "7.5E1"]),
        ('{"a": true, "b": null}', {"a": "true", "b": None}),
        ('"\\ud83d\\ude00"', "😀"),
        ('{\n\t"a" : [ ]\r\n}', {"a": []}),
    ],
)
def test_values(text, value):
    assert read_json(text, "t.json").value == value


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"a": 1, "a": 2}', "t.json:1:10: gives the key 'a' twice; the first is on line 1: keep one"),
        ("[1,]", "t.json:1:4: has ']' where a JSON value should stand"),
        (
            '{"a": "\\ud83d"}',
            "t.json:1:7: holds half of a surrogate pair (\\ud800 to \\udfff); write the whole character",
        ),
        ("NaN", "t.json:1:1: is not a JSON value: 'NaN'"),
        ("01", "t.json:1:1: is not a JSON value: '01'"),
        ('{"a":', "t.json:1:6: ends in the middle; is the file cut off?"),
        ("[1] x", "t.json:1:5: has something after the end of the JSON value; remove it"),
        ("{a: 1}", "t.json:1:2: expects a field name in double quotes: has 'a' where a JSON value should stand"),
        ("[" * 100000, "t.json:1:66: is nested more than 64 levels deep"),
        ("[" + "9" * 5000 + "]", "t.json:1:2: is a number of 5000 characters; no amount is that long"),
        ('"\n"', "t.json:1:2: is not valid JSON text here: Invalid control character at"),
        ('{"a" 1}', "t.json:1:6: expects `:` after the field name 'a'"),
        ('{"a": 1 "b": 2}', "t.json:1:9: expects `,` or `}`: has '\"' where a JSON value should stand"),
    ],
)
def test_what_is_refused_says_where(text, message):
    with pytest.raises(SourceError) as error:
        read_json(text, "t.json")
    assert str(error.value) == message


@given(st.text(max_size=40))
def test_agrees_with_the_library_on_what_is_json(text):
    """Differential: whatever the standard library refuses we refuse, NaN and lone surrogates besides."""
    try:
        json.loads(text)
        theirs = True
    except ValueError:
        theirs = False
    try:
        read_json(text, "t.json")
        ours = True
    except SourceError:
        ours = False
    assert ours <= theirs


@given(
    st.recursive(
        st.integers() | st.booleans() | st.none() | st.floats(allow_nan=False, allow_infinity=False),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abc", min_size=1), inner),
    )
)
def test_every_scalar_stands_where_its_span_says(value):
    text = json.dumps(value, indent=1)
    tree = read_json(text, "t.json")
    lines = text.split("\n")
    for path, (line, column, end_line, end_column) in tree.spans.items():
        at = value
        for step in path:
            at = at[step]
        if not isinstance(at, dict | list) and at is not None:
            assert lines[line - 1][column - 1 : end_column - 1] == json.dumps(at)
            assert line == end_line
