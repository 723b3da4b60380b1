import pytest

from fairaudit.analysis.text.scores.rounding import said_rounding, speaks_of_halves, usual_rounding


@pytest.mark.parametrize(
    ("text", "of", "said"),
    [
        ("Points for price are rounded to whole points. The most points win.", "price", ((0, "half-up"),)),
        ("The price score is rounded to two decimal places.", "price", ((2, "half-up"),)),
        ("Price points will be rounded down to 1 decimal place.", "price", ((1, "down"),)),
        ("Financial scores are rounded up to the nearest whole number.", "price", ((0, "up"),)),
        ("All scores are calculated to 2 d.p.", "price", ((2, "half-up"),)),
        ("Scores are rounded to two decimal places.", "average", ((2, "half-up"),)),
        ("Scores are averaged to two decimals. The most points win.", "average", ((2, "half-up"),)),
        ("The mean of the evaluators' marks is rounded to one decimal.", "average", ((1, "half-up"),)),
        ("Points for price are not rounded to whole points.", "price", ()),
        ("Prices are rounded to whole pounds.", "price", ()),
        ("Quality scores are rounded to whole points.", "price", ()),
        ("Totals are rounded to two decimals.", "average", ()),
        ("Points for price are rounded.", "price", ()),
        ("The most points win.", "price", ()),
        ("Points for price are rounded to the nearest half point.", "price", ((0, "nearest-half"),)),
        (
            "Price points are given in half points: each result is rounded to the nearest 0.5.",
            "price",
            ((0, "nearest-half"),),
        ),
        ("Price scores are rounded to the nearest half.", "price", ((0, "nearest-half"),)),
        ("Points for price are rounded to half a mark.", "price", ((0, "nearest-half"),)),
        ("All scores are rounded to the nearest 0,50.", "price", ((0, "nearest-half"),)),
        ("Points for price are rounded to a multiple of \u00bd.", "price", ((0, "nearest-half"),)),
        ("Points for price are rounded to the nearest quarter point.", "price", ((0, "nearest-quarter"),)),
        ("Financial scores are rounded to steps of 0.25.", "price", ((0, "nearest-quarter"),)),
        # One way only, of something else, or a step of the formula.
        ("Points for price are rounded down to the nearest half point.", "price", ()),
        ("Points for price are rounded up to the next half point.", "price", ()),
        ("Points for price are rounded to the nearest half hour.", "price", ()),
        ("The price share is rounded to the nearest 0.5 %.", "price", ()),
        ("Points for price are calculated by taking off half a point for each per cent.", "price", ()),
        ("Points for price are rounded half up to two decimal places.", "price", ((2, "half-up"),)),
        ("Points for price are rounded half to even to whole points.", "price", ((0, "half-even"),)),
        ("Points for price are rounded half down to whole points.", "price", ((0, "half-down"),)),
        ("Points are given to two decimals; the rest is cut off.", "price", ((2, "down"),)),
        ("Points are given to two decimals. Further decimals are cut off.", "price", ((2, "down"),)),
        ("Points are given to two decimals. The rest of the garden is cut.", "price", ((2, "half-up"),)),
        ("Points for price are rounded up or down to two decimals.", "price", ((2, "half-up"),)),
        ("The price score is rounded to the nearest hundredth.", "price", ((2, "half-up"),)),
        ("Points for price are rounded down to 0.1.", "price", ((1, "down"),)),
        ("Points for price are rounded to the nearest thousandth of a point.", "price", ((3, "half-up"),)),
        ("The price ratio is rounded to the nearest hundredth.", "price", ()),
        ("Points for price are rounded to the nearest 0.1 %.", "price", ()),
        ("Points for price are rounded to the nearest tenth of a pound.", "price", ()),
        ("Scores are averaged and rounded to the nearest tenth.", "average", ()),
    ],
)
def test_what_words_say_of_a_rounding(text, of, said):
    assert said_rounding(text, of) == said


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        ("Points for price are rounded to the nearest half point.", True),
        ("Rounded to the nearest 0.5", True),
        ("Rounded to the nearest 0,5", True),
        ("in steps of ½", True),
        ("Points for price are rounded half up to two places.", False),
        ("Points for price are rounded half to even.", False),
        ("The price weighs 0.55 of all", False),
        ("Points for price are rounded to whole points.", False),
    ],
)
def test_words_that_may_publish_half_points(text, halves):
    assert speaks_of_halves(text) is halves


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("Points for price are rounded to two decimals.", (2, "")),
        ("All points are rounded to two decimals.", (2, "")),
        ("Price scores are rounded to whole points.", (0, "")),
        ("Points are rounded to two decimals (half up).", (2, "half-up")),
        ("Points for price are rounded to one decimal. Points for price are rounded half up to one decimal.", (1, "half-up")),
        # Single scores are written to places and in whole numbers, too.
        ("Weighted scores will be rounded to two decimal places.", (2, "")),
        ("Scores are rounded to two decimal places.", None),
        ("Scores are given in whole numbers.", None),
        ("Points are given in whole numbers.", None),
        ("Points for price are rounded up to two decimals.", None),
        ("All calculations are rounded to two decimals.", None),
    ],
)  # fmt: skip
def test_the_usual_rounding_is_that_of_points(text, usual):
    assert usual_rounding(text) == usual


@pytest.mark.parametrize(
    "text",
    [
        "Tendered prices must be rounded to two decimals.",
        "Bidders must state their prices rounded to two decimal places.",
        "Prices should be stated to two decimals.",
        "Prices tendered are to be rounded to whole pounds; points are given by the formula.",
    ],
)
def test_how_bidders_round_their_prices_says_nothing_of_points(text):
    assert (said_rounding(text, "price"), usual_rounding(text)) == ((), None)
