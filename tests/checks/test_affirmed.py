"""What tempers a term counts only where the text does not deny it."""

import pytest

from fairaudit.analysis.text import read_prose
from fairaudit.checks.texts.corpus import affirmed

CAPS, NO_CAPS = ("cap|capped|limit",), ("not|never capped", "no|without a|any? cap|limit")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Credits are capped at ten per cent.", True),
        ("Credits are not capped.", False),
        ("Deductions are made without any limit.", False),
        ("There is no limit on reports, and a cap on deductions.", True),
        ("The lids are green.", False),
    ],
)
def test_a_denied_word_affirms_nothing(text, says):
    assert affirmed(read_prose(text), CAPS, NO_CAPS) is says
