"""A tender's own line for abnormally low prices, in words: by hand, and which words are none."""

from fractions import Fraction

import pytest

from fairaudit.analysis.lowprices import Line, LowPriceError
from fairaudit.analysis.ownlowprices import FORM, is_by_the_estimate, own_test

PRICES = [Fraction(60), Fraction(100), Fraction(125)]
"""Of which the mean is 95 and the median 100."""


@pytest.mark.parametrize(
    ("words", "price", "reached"),
    [
        (FORM, 76, False),
        ("20 % below the mean", 76, False),
        ("at least 20% below the average of all bids", 76, True),
        ("25 per cent or more below the median", 75, True),
        ("more than 12.5 % lower than the mean price", "83.125", False),
        ("more-than-30-%-below-the-estimated-value", 140, False),
        ("30 % or more below the budget", 140, True),
    ],
)
def test_a_line_of_the_documents_is_drawn_as_its_words_say(words, price, reached):
    test = own_test(words)
    assert test is not None
    assert test.line(PRICES, Fraction(200)) == Line(Fraction(price), reached)
    assert is_by_the_estimate(words) is ("est" in words or "budget" in words)


@pytest.mark.parametrize(
    "words",
    [
        "20 % below the mean of the other bids",
        "20 below the mean",
        "below the mean",
        "20 % above the mean",
        "20 % below the lowest price",
        "20 % below the mean, unless explained",
        "article 85",
    ],
)
def test_other_words_are_no_line(words):
    assert own_test(words) is None
    assert not is_by_the_estimate(words)


def test_a_line_by_the_estimate_needs_one():
    test = own_test("30 % below the estimate")
    assert test is not None
    assert (test.least, own_test(FORM).least) == (1, 2)
    for estimate in (None, Fraction(0)):
        with pytest.raises(LowPriceError, match="no estimate is given in the terms of the prices"):
            test.line(PRICES, estimate)
