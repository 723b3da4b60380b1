"""The lines of a file are those that splitting its text gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.engine.filelines import Lines


@given(st.text("ab\n\r"), st.slices(8))
def test_lines_are_those_of_the_text_split(text, part):
    split = text.split("\n")
    lines = Lines(text)
    assert list(lines) == split
    assert lines[part] == split[part]
    assert (lines[-1], len(lines)) == (split[-1], len(split))


def test_there_is_no_line_behind_the_last():
    with pytest.raises(IndexError):
        Lines("a\nb")[2]
