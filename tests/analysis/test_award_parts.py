"""What the patterns of a method of award are made of stands in one module: no other of them writes a part again."""

import ast
from pathlib import Path

import pytest

from fairaudit.analysis.text.award import parts as award_parts

TEXT = Path(award_parts.__file__).parent
PARTS = {name: one for name, one in vars(award_parts).items() if name[0].isupper() and isinstance(one, str)}
LONG = 20
"""Of how many characters a part is that nobody writes twice by chance."""


def texts(source):
    """Return every text of a module, with those that stand in it between what is filled in."""
    return [
        one.value for one in ast.walk(ast.parse(source)) if isinstance(one, ast.Constant) and isinstance(one.value, str)
    ]


def test_a_part_that_is_written_again_is_found():
    assert any(award_parts.BIDDERS in one for one in texts(f'X = rf"(?:all )?{award_parts.BIDDERS} {{IS}} told"'))
    assert not any(award_parts.BIDDERS in one for one in texts('X = rf"(?:all )?{BIDDERS} {IS} told"'))


OTHER_TEXTS = ("envelopes", "fixed_prices", "tax")
"""Modules that read other texts than a method of award, in words of their own."""
OTHERS = sorted(one.name for one in TEXT.glob("*.py") if one.stem not in ("__init__", "parts", *OTHER_TEXTS))


def test_the_words_of_an_award_are_read_in_several_modules():
    assert len(OTHERS) > 8


@pytest.mark.parametrize("module", OTHERS)
def test_no_part_is_written_again(module):
    said = texts((TEXT / module).read_text(encoding="utf-8"))
    assert {name for name, part in PARTS.items() if len(part) >= LONG and any(part in one for one in said)} == set()


def test_every_part_is_used():
    others = [(TEXT / one).read_text(encoding="utf-8") for one in OTHERS]
    assert {name for name in PARTS if not any(name in one for one in others)} == set()
