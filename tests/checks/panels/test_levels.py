"""What is found and what is not where p lies just above the level, and that the level is the one of the simulation."""

from fairaudit.checks.panels import ends, moderation, sameness
from tests.analysis.panels.worlds import LEVEL
from tests.checks.panels.cases import evaluation, heard, judged
from tests.checks.panels.test_rules import MOVED

HALF = [[4, 4], [1, 4], [3, 1]]
"""Two sheets like this, of four: chance makes a pair alike in 6.2 of 100."""
BEST = [
    [[5, 5, 5, 5], [1, 2, 1, 3], [1, 4, 1, 3]],
    [[4, 3, 2, 5], [2, 1, 2, 3], [1, 2, 2, 3]],
    [[3, 2, 3, 4], [5, 3, 3, 1], [3, 1, 1, 1]],
]
"""Evaluator 1 gave B1 all of their best scores, which is so in 7.4 of 100 with all tests together."""


def test_what_chance_makes_in_more_than_five_of_a_hundred_is_not_found():
    others = [[[3, 4], [1, 2], [4, 3]], [[4, 4], [3, 3], [3, 1]]]
    found = judged("sheets-that-are-alike", evaluation([HALF, HALF, *others], (50, 50)))
    assert str(found.tables[0].facts.chance) == "0.062"
    assert (found.outcome, found.hits) == ("not-assessed", [])
    found = judged("best-or-worst-scores-for-one-bid", evaluation(BEST, (25,) * 4))
    assert str(found.tables[0].facts.least) == "0.074"
    assert (found.outcome, found.hits) == ("not-assessed", [])


def test_the_level_of_every_check_is_the_one_that_was_simulated():
    levels = {one.__name__: one._LEVEL for one in (ends, moderation, sameness)}
    assert set(levels.values()) == {LEVEL}, levels


def test_moves_of_two_lots_are_one_family():
    """4.2 of 100 in one lot alone is found; twice as much, where a second lot was tested too, is not."""
    panel = [[5, 4, 5], [1, 2, 2], [2, 2, 2], [3, 2, 3]]
    found = judged("moderation-moves-one-bid-apart", evaluation(MOVED, (40, 35, 25), panel=panel))
    assert (found.outcome, str(found.tables[0].facts.adjusted)) == ("review", "0.042")
    both = evaluation([row * 2 for row in MOVED], (40, 35, 25), panel=panel * 2, lots=["N"] * 4 + ["S"] * 4)
    found = judged("moderation-moves-one-bid-apart", both)
    assert found.hits == []
    assert [(str(one.facts.p), str(one.facts.adjusted), one.facts.tests) for one in found.tables] == [
        ("0.042", "0.083", 2)
    ] * 2


def test_the_p_of_agreement_counts_all_orders_up_to_fifty_thousand_and_else_draws_ten_thousand():
    agreed = [[bid] for bid in (0, 1, 2, 4, 5)]
    scores = [agreed, agreed, agreed, agreed, [[0], [1], [2], [5], [4]]]
    assert "from seed 19720221, 9999 orders)" in heard("agreement-of-the-panel", evaluation(scores))[2][0]
    # Rows of more than six take the turns of a circle, 8 each: 8 ** 5 in all.
    wide = [[bid] for bid in (0, 1, 2, 3, 4, 5, 2, 3)]
    assert "from all 32768 orders)" in heard("agreement-of-the-panel", evaluation([wide] * 5))[2][0]
