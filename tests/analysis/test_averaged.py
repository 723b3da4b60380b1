"""Words on averaging: what says plainly that the members' scores are averaged, what leaves it open, and how means are rounded."""

from fractions import Fraction

import pytest

from fairaudit.analysis.text.averaged import Averaging, averages_scores, mean_rounding

_PLAIN = (
    "For each question, the score of a bid is the arithmetic mean of the scores given by all evaluators, rounded to two places. The most points win; in a tie the higher score for Q1 decides.",
    "The most points win. The quality score is the mean of the scores of all evaluators.",
    "Scores are averaged to two decimals",
    "Scores are averaged to two decimal places.",
    "Each evaluator scores alone; the evaluators' scores for each question are then averaged.",
    "The average of the individual scores counts, rounded to the nearest 0.5.",
    "The average score of the panel is used.",
    "Individual scores will be averaged, with no moderation or consensus.",
    "The mean across all evaluators is taken, rounded down to one decimal.",
    "The final mark is the mean of what the members of the panel gave.",
    "The mean of the panel members' marks, to 2 d.p., is multiplied by the weight.",
    "The median of the evaluators' scores counts.",
    "The highest and lowest score are left out and the rest of the evaluators' scores averaged.",
    "After moderation, the mean of the members' scores counts.",
    "The score is the average of the marks of the three assessors and is not discussed.",
    "The score is the average of the evaluators' marks, rather than an agreed score.",
    "Scores of the panel are added and divided by the number of evaluators.",
    "Averages are taken of the scores of evaluators. Means are rounded half up to one decimal place.",
)
_OPEN = (
    "Scores are averaged and the panel then agrees a consensus score with reasons.",
    "If the panel cannot agree, the average of the evaluators' scores counts.",
    "The mean of the individual scores is only the starting point of the moderation meeting.",
    "A bid needs an average score of at least 3 from the evaluators.",
    "Scores are averaged. The panel then moderates to a consensus.",
    "In a tie the bid with the higher average score of the evaluators wins.",
)
_UNSAID = (
    "The panel agrees one consensus score; scores are not averaged.",
    "The panel agrees one score. An average of the individual scores is never used.",
    "No average of evaluators' scores is taken; consensus is reached.",
    "Price points are the mean of all bids divided by the price.",
    "The quality score is the average of the scores for all questions.",
    "The average question score is multiplied by 60.",
    "Averaging of scores is prohibited.",
    "Averaging the scores of evaluators is strictly forbidden.",
    "Evaluators must refrain from averaging scores.",
    "Consensus scores are agreed rather than averaging individual scores.",
    "Lowest price wins. Prices 20 % below the average of bids are explained.",
    "Most points win. What the scores mean is stated for the evaluators in annex 2.",
    "The mean of the prices is rounded to two places.",
    "The members average five years of experience.",
    "The provider's mean patient rating over three years is scored.",
    "Die Punkte werden vom Gremium vergeben.",
)


@pytest.mark.parametrize("text", _PLAIN)
def test_words_say_plainly_that_scores_are_averaged(text):
    assert averages_scores(text) is Averaging.PLAIN


@pytest.mark.parametrize("text", _OPEN)
def test_a_condition_a_start_or_an_agreement_beside_it_leaves_it_open(text):
    assert averages_scores(text) is Averaging.OPEN


@pytest.mark.parametrize("text", _UNSAID)
def test_what_is_denied_or_is_of_prices_or_questions_says_nothing(text):
    assert averages_scores(text, of_members=True) is Averaging.UNSAID


def test_words_elsewhere_on_an_agreement_leave_it_open():
    text = "The score is the mean of the scores of all evaluators."
    assert averages_scores(text, "The panel agrees one score.") is Averaging.OPEN
    assert averages_scores(text, "No consensus meeting is held.") is Averaging.PLAIN


@pytest.mark.parametrize(
    ("text", "exact", "rounded"),
    [
        ("The mean of the evaluators' scores, rounded to two places, counts", "8/3", ["2.67"]),
        ("Scores are averaged to 1 d.p.", "13/4", ["3.3", "3.2"]),
        ("Means are rounded half up to one decimal place", "13/4", ["3.3"]),
        ("The average is rounded up to the nearest whole number", "13/4", ["4"]),
        ("The average is rounded down to one decimal", "13/4", ["3.2"]),
        ("The average score is rounded to the nearest 0.5", "13/4", ["3.5", "3"]),
        ("The average score is rounded to the nearest half", "10/3", ["3.5"]),
    ],
)
def test_the_rounding_of_a_mean_is_read(text, exact, rounded):
    assert mean_rounding([text]).of(Fraction(exact)) == tuple(map(Fraction, rounded))


@pytest.mark.parametrize(
    "texts",
    [
        ["The mean of the evaluators' scores counts"],
        ["Price points are rounded to two places"],
        ["The mean counts, and points for prices are rounded to two places"],
        ["Means are rounded to one place", "The mean is rounded to two places"],
    ],
)
def test_no_rounding_is_read_where_none_is_said_of_means_or_two_are(texts):
    assert mean_rounding(texts) is None
