"""YAML stays text, keeps its places, and refuses what could lie about either."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.sources.document import SourceError
from fairaudit.sources.json import read_json
from fairaudit.sources.yaml import read_comments, read_yaml


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("country: NO", {"country": "NO"}),
        ("opens: 16:00", {"opens": "16:00"}),
        ("code: 01234", {"code": "01234"}),
        ("version: 3.10", {"version": "3.10"}),
        ("day: 2026-02-30", {"day": "2026-02-30"}),
        ("money: 1_000", {"money": "1_000"}),
        ("yes: on", {"yes": "on"}),
        ("flag: true", {"flag": "true"}),
        ("a: null\nb: ~\nc:\nd: NULL", {"a": None, "b": None, "c": None, "d": None}),
        ("a: 'null'\nb: \"~\"\nc: ''", {"a": "null", "b": "~", "c": ""}),
        ("text: |\n  one\n  two\n", {"text": "one\ntwo\n"}),
        ("{a: [1, {b: 2}]}", {"a": ["1", {"b": "2"}]}),
        ("\ufeffa: 1", {"a": "1"}),
        ("a: 😀", {"a": "😀"}),
    ],
)
def test_scalars_stay_text(text, value):
    assert read_yaml(text.lstrip("\ufeff"), "t.yaml").value == value


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\nb: 2\na: 3", "t.yaml:3:1: gives the key 'a' twice; the first is on line 1: keep one"),
        ("a: &x 1", "t.yaml:1:4: defines the anchor &x; write the value out where it is needed"),
        ("a: *x", "t.yaml:1:4: uses the alias *x; write the value out, so that every finding has one place"),
        ("<<: {a: 1}", "t.yaml:1:1: uses the merge key <<; write the fields out"),
        (
            "a: !!python/object/apply:os.system [id]",
            "t.yaml:1:4: uses the tag tag:yaml.org,2002:python/object/apply:os.system; "
            "remove it: the model knows what each field is",
        ),
        ("? [x]\n: 1", "t.yaml:1:3: has a list where a field name should stand; write one name"),
        (
            "title: {{ title }}",
            't.yaml:1:9: this placeholder needs quotes: write "{{ name }}", '
            "because YAML takes bare braces for a mapping",
        ),
        ("? a: 1\n: b", "t.yaml:1:3: has a group of fields where a field name should stand; write one name"),
        ("? ? ? a", "t.yaml:1:3: has a group of fields where a field name should stand; write one name"),
        (
            "{x: 1, " + "k" * 2000 + ": 1}",
            "t.yaml:1:2008: has a field name of more than 1,024 characters, which YAML does not read; write a short one",
        ),
        ("a: 1\n---\nb: 2", "t.yaml:2:1: holds a second document after `---`; put it in a file of its own"),
        ("# nothing but this", "t.yaml:1:1: is empty; it holds nothing but comments"),
        ("a: [1", "t.yaml:2:1: is not valid YAML here: did not find expected ',' or ']'"),
        ("a: b: c", "t.yaml:1:5: is not valid YAML here: mapping values are not allowed in this context"),
        ('x: 1\na: "\x01"', "t.yaml:2:5: holds a control character that text may not hold; remove it"),
        ("[" * 1000, "t.yaml:1:66: is nested more than 64 levels deep"),
        ("a: [" + "{b: [" * 40 + "]}" * 40 + "]", "t.yaml:1:164: is nested more than 64 levels deep"),
    ],
)
def test_what_is_refused_says_where_and_what_to_write(text, message):
    with pytest.raises(SourceError) as error:
        read_yaml(text, "t.yaml")
    assert str(error.value) == message


def test_every_key_and_value_has_its_place():
    tree = read_yaml("tender:\n  id: X-1\n  lots:\n    - id: '1'\n      value: {amount: 5}\n", "t.yaml")
    assert tree.spans == {
        (): (1, 1, 1, 7),
        ("tender",): (1, 1, 1, 7),
        ("tender", "id"): (2, 7, 2, 10),
        ("tender", "lots"): (3, 3, 3, 7),
        ("tender", "lots", 0): (4, 7, 4, 9),
        ("tender", "lots", 0, "id"): (4, 11, 4, 14),
        ("tender", "lots", 0, "value"): (5, 7, 5, 12),
        ("tender", "lots", 0, "value", "amount"): (5, 23, 5, 24),
    }
    assert tree.keys[("tender", "lots", 0, "value")] == (5, 7, 5, 12)


def test_comments_are_real_comments():
    text = 'a: 1 # first\n# second\nb: "# no"\nc: |\n  # no\nd: 2\n# last\n'
    assert [(one.line, one.text) for one in read_comments(text)] == [(1, "first"), (2, "second"), (7, "last")]


REFUSED_END = (
    "holds the invisible character {}, as texts pasted from elsewhere do; YAML ends a line there and an editor does not, "
    "so all further lines would be counted wrong: delete it and write a space or a new line instead "
    "(inside double quotes {} stands for it)"
)


@pytest.mark.parametrize(
    ("mark", "name", "escape"),
    [
        ("\u2028", "U+2028 (line separator)", r"`\L`"),
        ("\u2029", "U+2029 (paragraph separator)", r"`\P`"),
        ("\u0085", "U+0085 (next line)", r"`\N`"),
        ("\r", "U+000D (a carriage return without a line feed)", r"`\r`"),
    ],
)
def test_line_ends_that_no_editor_shows_are_refused_wherever_they_stand(mark, name, escape):
    """Each moves every later line, and lets a comment turn into data behind it."""
    for text, place in [
        (f'a: 1\nb: "x{mark}y"', "2:6"),
        (f"a: 1\n# checked {mark}b: 2", "2:11"),
        (f"a: |\r\n  one{mark}  two", "2:6"),
        (f"{mark}a: 1", "1:1"),
    ]:
        with pytest.raises(SourceError) as error:
            read_yaml(text, "t.yaml")
        assert str(error.value) == f"t.yaml:{place}: {REFUSED_END.format(name, escape)}"


def test_written_as_escapes_and_beside_line_feeds_such_line_ends_stay():
    assert read_yaml(r'a: "1\L2\P3\N4\r5"', "t.yaml").value == {"a": "1\u20282\u20293\x854\r5"}
    windows = "a: 1 # one\r\n# two\r\nb: |\r\n  x\r\n  y\r\nc: 2 # three\r\n"
    assert read_yaml(windows, "t.yaml").value == {"a": "1", "b": "x\ny\n", "c": "2"}
    assert [(one.line, one.text) for one in read_comments(windows)] == [(1, "one"), (2, "two"), (6, "three")]


TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=12)
VALUES = st.recursive(
    st.none() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)


@given(VALUES)
def test_json_reads_back_what_was_written(value):
    import json

    assert read_json(json.dumps(value), "t.json").value == value
    assert read_json(json.dumps(value, ensure_ascii=False, indent=2), "t.json").value == value


@given(VALUES)
def test_yaml_reads_back_what_was_written(value):
    import yaml

    text = yaml.safe_dump(value, allow_unicode=True, default_style='"')
    # Nulls are written quoted with this style, so only values without them come back as they were.
    expected = yaml.load(text, Loader=yaml.BaseLoader)
    assert _texts(read_yaml(text.replace("!!null ", ""), "t.yaml").value) == _texts(expected)


def _texts(value):
    if isinstance(value, dict):
        return {key: _texts(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_texts(one) for one in value]
    return value
