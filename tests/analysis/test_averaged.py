"""Words on averaging: what says plainly that the members' scores are averaged, what leaves it open, and how means are rounded."""

from fractions import Fraction

import pytest

from fairaudit.analysis.text.scores.averaged import (
    Averaging,
    average_said,
    averages_scores,
    mean_rounding,
    plain_mean_rounding,
    unread_averaging,
    unread_mean_rounding,
)
from fairaudit.analysis.text.scores.averaging import Which

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
    "Each question is scored by three evaluators and the arithmetic mean counts. The most points win.",
    "Each question is marked by three evaluators; their mean is the score. The most points win.",
    "Points of the jury members are added up and divided by their number. The most points win.",
    "Three assessors mark each answer and the average is carried forward. The most points win.",
    "The scores of the three evaluators are averaged for each question. The highest total wins.",
    "Scores are not agreed but averaged.",
    "Evaluators do not confer, and the mean of their marks is the score.",
    "The score is not the mean of the evaluators' marks but their median.",
    "Three officers score each bid on their own. The mean of the three scores is used.",
    "The panel's mark for each question is the average of the individual marks.",
    "Only the mean of the evaluators' marks counts.",
    "Every juror gives 0 to 10 points; the mean is the score.",
    "The midpoint of the two evaluators' marks is the score.",
    "Each answer is marked by two assessors and the mark is the midpoint.",
    "The final score equals the simple average of the three assessors' scores.",
    "The marks of the assessors are summed and divided by three.",
    "Each evaluator marks alone. Their marks are averaged.",
    "The median of the individual marks is the panel's mark.",
    "Nothing but the mean of the members' marks counts.",
    "For every question the average of what the evaluators gave becomes the score.",
    "Mean of evaluators' scores, per question.",
    "The average is taken of the marks of the evaluators, and it is not rounded.",
    "The score for each question will be the average of the scores awarded by the evaluators.",
    "Members score independently, and the arithmetic average of their scores is used for the ranking.",
    "All three evaluators score every question, and the middle mark counts.",
    "Individual marks are averaged, without discussion.",
    "No moderation takes place; marks of the evaluators are averaged.",
    "The three assessors' marks are averaged arithmetically.",
)
_OPEN = (
    "Scores are averaged and the panel then agrees a consensus score with reasons.",
    "If the panel cannot agree, the average of the evaluators' scores counts.",
    "The mean of the individual scores is only the starting point of the moderation meeting.",
    "A bid needs an average score of at least 3 from the evaluators.",
    "Scores are averaged. The panel then moderates to a consensus.",
    "In a tie the bid with the higher average score of the evaluators wins.",
    "If the evaluators differ by more than two marks they talk; else the mean of their marks counts.",
    "The mean of the evaluators' marks is only the starting point for moderation.",
    "The panel agrees one score. The mean of the evaluators' marks is noted.",
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
    "The panel agrees one score for each question by consensus; averages are not used. The most points win.",
    "Averaging of scores is prohibited. The most points win.",
    "No averaging. The most points win.",
    "A bare average is not used.",
    "The score is not the mean of the evaluators' marks.",
    "Scores may not be averaged.",
    "Marks are agreed in moderation, never averaged.",
    "The panel must agree a score; it does not simply take the average.",
    "The evaluators agree one score instead of averaging.",
    "The panel shall not rely on the arithmetic mean of the marks.",
    "Averages of the evaluators' marks are no substitute for agreement.",
    "The consensus score is not an average of the individual scores.",
    "The panel votes by means of coloured cards. The most points win.",
    "5 is excellent, 3 average, 1 poor.",
    "Bids more than 20% below the average price are queried.",
    "The average price gets 20 points.",
    "The total is the average of the scores for all questions.",
    "The most points win.",
    "Points for quality and price are added up. The highest sum wins.",
    "This means that the highest score wins.",
    "Marks mean the following: 0 is poor.",
    "A score of 3 means average.",
    "Prices are compared with the mean of all bids.",
)
_UNREAD = (
    "Der Mittelwert der Bewertungen zählt.",
    "Es zählt das arithmetische Mittel der Punkte der Jury.",
    "La moyenne des notes des évaluateurs est retenue.",
    "La nota será el promedio de los evaluadores.",
    "La media de las puntuaciones.",
    "Il punteggio è la media dei punteggi dei commissari.",
    "Liczy się średnia ocen członków komisji.",
    "The average counts.",
    "Scores are smoothed towards the mean by the chair.",
    "It is not forbidden to average.",
    "Average marks of the evaluators are not shown to bidders.",
    "The sum of the evaluators' marks is the score.",
    "The evaluators' marks are combined.",
    "The scores of the evaluators are averaged over all questions.",
    "The chair adds a correction to the mean.",
    "The mean or the median of the marks counts.",
    "Each evaluator's mark is blended with the average of the tender round.",
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


@pytest.mark.parametrize("text", _UNSAID)
def test_a_method_that_denies_averaging_or_averages_something_else_says_no_average(text):
    assert averages_scores(text) in (Averaging.UNSAID, Averaging.UNREAD)
    assert bool(unread_averaging(text)) is (averages_scores(text) is Averaging.UNREAD)


@pytest.mark.parametrize("text", _UNREAD)
def test_a_word_of_averaging_that_is_not_understood_is_for_a_person_to_read_and_quoted(text):
    assert averages_scores(text) is Averaging.UNREAD
    assert [one in text for one in unread_averaging(text)] == [True]


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("Each question is marked by three evaluators; their mean is the score.", Which.MEAN),
        ("Three assessors mark each answer. The median counts.", Which.MEDIAN),
        ("The score is not the mean of the evaluators' marks but their median.", Which.MEDIAN),
        ("Each answer is marked by two assessors and the mark is the midpoint.", Which.MIDPOINT),
        ("The mean or the median of the evaluators' marks counts.", None),
        ("The panel agrees one score; averages are not used.", None),
    ],
)
def test_which_average_counts_is_read(text, which):
    assert average_said([text]) is which


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


@pytest.mark.parametrize(
    ("text", "exact", "rounded"),
    [
        ("Scores of evaluators are averaged and rounded to the nearest whole number.", "7/2", ["4"]),
        ("Scores of evaluators are averaged and rounded to whole numbers.", "7/2", ["4"]),
        ("The mean of the evaluators' scores, rounded to integers.", "13/4", ["3"]),
        ("Scores of evaluators are averaged and rounded to the nearest whole number.", "5/2", ["3", "2"]),
        ("The mean of the scores of the evaluators, rounded to one decimal place, is the score.", "10/3", ["3.3"]),
        ("Scores are averaged to 1 d.p.", "10/3", ["3.3"]),
        ("Evaluators' scores are averaged. The average is rounded down to one decimal.", "11/3", ["3.6"]),
    ],
)
def test_a_rounding_of_one_bids_mean_is_read_without_doubt(text, exact, rounded):
    assert plain_mean_rounding(text).of(Fraction(exact)) == tuple(map(Fraction, rounded))
    assert unread_mean_rounding(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Scores of evaluators are averaged, weighted and rounded to two decimals.",
        "Scores of evaluators are averaged and rounded to the nearest whole number where they differ.",
        "Scores of evaluators are averaged and rounded to the nearest whole number, halves down.",
        "Scores of evaluators for all criteria are averaged and rounded to one decimal.",
        "The average of the evaluators' scores is rounded up to the next whole number.",
        "The median of the evaluators' scores, rounded to a whole number, counts.",
    ],
)
def test_a_rounding_that_may_be_of_something_else_or_another_way_is_unread(text):
    assert plain_mean_rounding(text) is None
    assert [one in text for one in unread_mean_rounding(text)] == [True]


def test_a_mean_that_is_not_rounded_leaves_nothing_unread():
    text = "The mean of the evaluators' scores is not rounded."
    assert (plain_mean_rounding(text), unread_mean_rounding(text)) == (None, ())


def test_means_in_what_is_scored_are_no_mean_of_the_members():
    method, criterion = "Scores are averaged to one decimal.", "The average response time, rounded to whole hours"
    assert plain_mean_rounding(method, criterion).unit == Fraction(1, 10)
    assert unread_mean_rounding(method, criterion) == ()
