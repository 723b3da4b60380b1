from decimal import Decimal

import pytest

from fairaudit.analysis.rounding import on_step


@pytest.mark.parametrize(
    ("value", "lowest", "step", "expected"),
    [
        ("3", "0", "1", True),
        ("3.5", "0", "1", False),
        ("3.5", "0.5", "1", True),
        # More digits than decimals of the usual precision can divide.
        ("4", "0", "0.000000000000000000000000000001", True),
        ("999999999999999999999999999999", "0", "0.000000000000000000000000000003", True),
        ("4", "0", "0.000000000000000000000000000003", False),
    ],
)
def test_a_figure_stands_on_a_step_however_fine_the_steps_are(value, lowest, step, expected):
    assert on_step(Decimal(value), Decimal(lowest), Decimal(step)) is expected
