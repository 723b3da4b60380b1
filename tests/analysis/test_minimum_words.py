"""Words by which a bid must reach a minimum score, and words that are near them and say none."""

import time
from decimal import Decimal

import pytest

from fairaudit.analysis.text.minimums.follows import (
    minimum_binds,
    minimum_insisted,
    minimum_left_open,
    minimum_loosened,
    minimum_unclear,
    minimum_without_force,
)
from fairaudit.analysis.text.minimums.spoken import minimum_spoken
from fairaudit.analysis.text.minimums.words import minimum_said, worse_said

DOUBTFUL = (
    "A bid below the minimum is excluded unless the bidder decides otherwise",
    "A bid below the minimum is excluded unless an error is put right",
)
"""A minimum has its force by these, but for what is not understood of them."""


@pytest.mark.parametrize(
    "text",
    [
        "Bids that score below 3 for this question are rejected",
        "Pass mark 3",
        "Any tender scoring 2 or less is disqualified",
        "Tenders must score at least 60% of the quality points to be considered",
        "A minimum of 3 in each quality criterion is required",
        "Tenders with fewer than 40 quality points are excluded",
        "A score below 3 means exclusion",
        "Tenders must reach at least 3 here or will not be considered further",
        "The quality threshold is half of the points",
        "Minimum 3 of 5",
        "Threshold 3",
        "At least 36 of the 60 points",
        "Bidders must score at least 3",
        "Any tender not achieving 3 will not be considered further",
        "Bids scoring 0, 1 or 2 are excluded",
        "Below three the tender is out",
        "Only tenders with 36 or more of the 60 quality points go on to price",
        "Bids with less than half of the quality points go no further",
        "Any score of 2 or lower on a question rules the tender out",
        "Each question needs a 3 at least",
        "The quality hurdle is 36 points",
        "Responses rated poor (2 or less) will be discarded",
        "Bids that score less than 36 points for quality will be deselected",
        "A bid with fewer than 30 points for quality is not taken further",
        "Only bids that attain 60 per cent of the quality points have their price envelope opened",
        "Only tenders that achieve two thirds of the quality points are invited to present",
        "Bids with 2 or less for any question are ruled out",
        "A bid must reach 50% of the quality points to be considered",
        "A minimum of 50 % must be reached on every quality question",
        "A minimum of 3 must be reached on every quality question",
        "A bid needs at least 36 of the 60 quality points to go forward",
        "Three of five points have to be achieved in each question",
        "A bid with a score of one for any question is out",
        "A bid scored one or zero for any question is not taken further",
        "A score of 0 or 1 for any question means exclusion",
        "A score of 2 or less means that the bid is rejected",
        "A score of 0 rules the bid out",
        "A tender with a score of 0 in Method fails",
        "Bids scored 0 or 1 are left out of the ranking and will be excluded",
        "Bidders are required to achieve 60% of the marks available for quality",
    ],
)
def test_a_minimum_that_words_set_is_found(text: str) -> None:
    assert minimum_said(f"Shift plans for each park. {text}. The most points win.") == text


@pytest.mark.parametrize(
    "text",
    [
        "There is no minimum score",
        "At least 3 gardeners per park are required",
        "A minimum of two staff on each shift is required",
        "Bids below the minimum wage of 12 are rejected",
        "The lowest price gets 40 points and others fewer in proportion",
        "A score of 3 meets the need",
        "At least 3 references are described",
        "Minimum of 3 staff on shift",
        "Scores below 3 are not a reason for exclusion",
        "A score below 3 may lead to a clarification",
        "At least 60% of waste is recycled",
        "Bidders should get answers in 3 days",
        "All bids must reach us by 12:00",
        "Agreement on 5 criteria must be reached by the panel",
        "A minimum of 30 days must be met",
        "Bids go forward in alphabetical order",
        "Each tender needs 3 references at least",
        "Bids that reach the portal less than 3 minutes late are rejected",
        "Bidders must obtain the documents within 2 weeks",
        "Only the three bids with the most points are invited to present",
        "Only the points for the 2 questions are published",
        "Scores are from 0 (no answer) to 5; bids are ranked by points",
        "What a score of one for any question means is set out below",
        "A score of three for each question is usual",
        "A score of 2 means that parts are left out",
        "A score of 2 or less means that parts are left out",
        "A score of 3 is awarded where nothing is left out",
        "A score of 1 means that the answer fails to show how lorries pass",
        "A score of 1 stands for an answer that fails to name parts",
        "Score 1 = parts are left out",
        "Answers scored 0 or 1 have parts that are excluded from the works",
        "An answer scored 2 fails to show some of the routes",
    ],
)
def test_other_words_on_numbers_set_none(text: str) -> None:
    assert minimum_said(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("How routes are planned. A bid that scores worse than 3 is excluded.", {"3"}),
        ("Bids scored worse than 2.5 (1 is best) go no further", {"2.5"}),
        ("Higher than 4 means exclusion", {"4"}),
        ("A bid that scores worse than 3 is not excluded.", set()),
        ("A bid that scores worse than 3 may be excluded.", set()),
        ("A bid that scores worse than 3 loses a point.", set()),
        ("Bids that arrive later than 3:00 are rejected", set()),
        ("Prices higher than 3:1 of the mean are rejected", set()),
        ("Bids below 3 are excluded", set()),
    ],
)
def test_words_by_which_a_worse_score_is_out(text, found):
    assert worse_said(text) == {Decimal(one) for one in found}


@pytest.mark.parametrize(
    "text",
    [
        "A bid that scores less than the minimum may be excluded",
        "The Council reserves the right to exclude bids below the minimum score",
        "The Council is entitled to reject any bid below the minimum score",
        "The buyer has the right to set aside bids that score below 3",
        "A bid below the minimum is excluded unless the panel decides otherwise",
        "Bids that score below 3 are rejected, except where the Council determines otherwise",
        "Exclusion of bids below the minimum score is at the discretion of the Council",
        "Bids below the minimum score are excluded at the Council's sole discretion",
        "Bids below the minimum score will normally be excluded",
        "The panel may waive the minimum score",
        "The minimum score may be waived",
        "The Council need not exclude bids below the minimum score",
        "The Council is not bound to reject a bid below the minimum",
        "The Council does not have to exclude bids below the minimum score",
        "Bids below the minimum score are excluded unless the Council agrees otherwise",
        "Bids below the minimum score are excluded unless the panel considers them capable",
        "Bids below the minimum score go no further unless the Council accepts them",
        "Unless the Council decides otherwise, bids below the minimum score are excluded",
        "At its discretion the Council rejects bids below the minimum score",
        "The Council has full discretion to exclude bids below the minimum score",
        "The panel decides whether a bid below the minimum score is excluded",
        "Failure to reach the minimum may lead to exclusion",
        "A bid below the minimum risks exclusion",
        "A bid below the minimum score is liable to exclusion",
        "A bid scoring below 2 is rejected without further notice, at the discretion of the Council",
        "Where a Tenderer scores 2 or less for any question, the Authority reserves the right to reject the tender",
        "The Authority reserves the right to exclude any bid scoring 0, 1 or 2 for a question",
        "Any tender given 2 or lower for any question may be rejected",
    ],
)
def test_words_that_leave_open_whether_a_bid_below_a_minimum_is_out(text):
    assert minimum_left_open(f"The most points win. {text}.") == text
    assert minimum_without_force(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "A bid scoring below the minimum is not excluded",
        "Bids below the minimum score will not be rejected",
        "A bid scoring below the minimum cannot be excluded",
        "A score below 3 is not a reason for exclusion",
        "A score below the minimum does not lead to exclusion",
        "The minimum is for guidance",
        "The minimum scores are only meant as an indication",
        "The threshold for Method is indicative",
        "The minimum score of 3 is for guidance only",
        "Bids below the minimum are not automatically excluded",
        "A bid that does not reach the minimum is not excluded",
        "A bid below the minimum is not excluded from the competition",
        "A bid below the minimum is not excluded for that reason alone",
        "A bid below the minimum is not excluded, but gets no points for the question",
    ],
)
def test_words_by_which_a_minimum_puts_nobody_out(text):
    assert minimum_without_force(f"The most points win. {text}.") == text
    assert minimum_left_open(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Bids below the minimum score are excluded and clarifications are asked at the discretion of the Council",
        "The Council reserves the right to ask questions, and bids below the minimum score are excluded",
        "The Council is entitled to reject late bids, and bids below the minimum score are excluded",
        "The exclusion of bids below the minimum score is not at the discretion of the Council",
        "A bid below the minimum is excluded unless the bidder decides otherwise",
        "A bid below the minimum is excluded unless an error is put right",
        "Bids below the minimum score are not considered",
        "No bid below the minimum score is admitted",
        "A bid below the minimum may not be awarded",
        "The minimum is not for guidance: bids below it are excluded",
        "The Council is not entitled to keep a bid below the minimum score",
        "The minimum turnover is for guidance",
        "Bids below the minimum score are not only excluded but also sent back",
        "A bid that meets the minimum score will not be rejected",
        "Bids with the minimum for each question are not excluded",
        "A bid at or above the threshold is not excluded",
        "A bid above the minimum is never excluded",
        "Bids not below the minimum score will not be excluded",
        "Bids below the minimum score will not be excluded without a hearing",
        "Bids below the minimum score are never dropped quietly but rejected",
        "Bids below the minimum score are not dropped but rejected",
        "A bid below the minimum is not excluded until the panel has met",
        "A bidder below the minimum score is not excluded from the debriefing",
        "The minimum score is given as a guide in section 4; bids below it are excluded",
        "The minimum score is for guidance. Bids below it are excluded",
        "The panel may not waive the minimum score",
        "The Council has no discretion: bids below the minimum score are excluded",
        "Bids below the minimum score must be rejected",
        "Bids below the minimum score shall be rejected, and the panel may ask the others to present",
        "The panel decides whether a bid is below the minimum and then it is excluded",
    ],
)
def test_other_words_leave_a_minimum_its_force(text):
    assert minimum_left_open(text) is None
    assert minimum_without_force(text) is None
    assert (minimum_loosened(text) is not None) == (text in DOUBTFUL)


@pytest.mark.parametrize(
    "text",
    [
        "No bid is excluded for falling below the minimum of 3",
        "Nobody is excluded for a score below 3",
        "Nobody with a score below 3 is excluded",
        "No bid below the minimum score is rejected",
        "No bid will be rejected because of a score below the minimum",
        "The minimum of 3 is not binding",
        "Bids below the minimum of 3 remain in the evaluation",
        "A bid below the minimum of 3 stays in and gets no points for the question",
        "A minimum of 3 is given as guidance only",
        "The minimum of 3 is only a target",
        "The minimum of 3 applies only to bids for more than one lot",
        "There is no minimum score",
        "Falling below the minimum has no consequence",
        "Bids stay in whatever their scores, and none is excluded",
        "Bids below the minimum score for two or more questions are excluded",
        "A bid below the minimum score is excluded unless an error is put right",
        "In lot 2 a bid below the minimum score is excluded",
        "The pass mark is not used to exclude bids",
        "The threshold does not put any bid out",
    ],
)
def test_words_that_deny_or_limit_a_minimum_are_for_a_person_to_read(text):
    assert minimum_loosened(f"The most points win. {text}. Late bids are rejected.") == text
    assert minimum_unclear(text) == text
    assert minimum_binds(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "A bid that is below the minimum is invited to improve its answer",
        "Bids scoring below 3 will be asked to clarify",
        "Bids below the minimum of 3 are marked down by five points",
        "The minimum score is a matter for the committee",
        "The minimum of 3 is a guide",
    ],
)
def test_words_that_say_something_else_of_a_minimum_are_for_a_person_to_read(text):
    assert minimum_unclear(f"The most points win. {text}.") == text
    assert minimum_loosened(text) is None
    assert minimum_binds(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "The minimum score for each question is 3",
        "The minimum for each question is 3",
        "Each quality question has a pass mark of 3",
        "A minimum of 3 applies to each question",
        "Bids must reach the minimum score for each question",
        "A bid that does not reach the minimum is excluded from the competition",
        "The quality threshold is 60 per cent of the points for quality",
        "Minimum score per question: 3",
        "The lowest acceptable score is 3",
        "Bids that miss it are rejected",
        "A score of 2 means that major parts are missing and the bid is rejected",
        "A bid with major gaps in any answer is rejected",
        "Unless a bid scores 3 on every question it is rejected",
        "A score below 3 means that the answer has gaps",
        "Late bids are rejected and not scored",
        "Answers of fewer than 3 pages score lower",
        "A minimum of two staff on each shift is required",
        "Staff are paid no less than the minimum wage",
        "At least three evaluators score each question",
    ],
)
def test_words_that_do_no_more_than_state_a_minimum_take_nothing_from_it(text):
    assert minimum_unclear(f"The most points win. {text}.") is None


@pytest.mark.parametrize(
    "text",
    [
        "The minimum for each question is 3",
        "A minimum of 3 applies to each question",
        "The lowest acceptable score is 3",
        "3 is the lowest score with which a bid may win",
        "Any bid with a 2 is excluded",
        "Scores of 1 or 2 mean that the bid fails",
        "A score of 2 is a fail",
        "A score of 2 for any question will result in the bid being rejected",
        "Where a bid scores 2 for a question, it is excluded",
        "Every question has to be answered at level 3 or better",
        "Bids that get less than 3 for the question will not be ranked",
        "Bids need 3 or more for every question",
        'A bid that is scored below "meets the need" on any question is rejected',
        "A bid with major gaps in any answer is rejected",
        'A grade of "major gaps" or worse on any question rules the bid out',
        'To be considered a bid must be graded at least "meets the need" on every question',
        "A score of 2 stands for major gaps, which exclude a bid",
        "A score of 2 means that major parts are missing and the bid is rejected",
        "A bid that fails a question is excluded",
        "Bids below the minimum of 3 are out",
        "Each answer needs 3 or better",
        "Nobody with fewer than 3 for a question can win",
        "Tenders not attaining a 3 in every quality criterion are non-compliant",
        "Bidders must achieve a satisfactory score (3) or above in all quality questions",
        "Quality questions are pass/fail at 3",
        "Bidders must score at least 'Satisfactory' on each question",
        "Any answer scored Poor will lead to the rejection of the tender",
        "A 'fail' for any question means the tender is not taken further",
    ],
)
def test_a_minimum_in_whatever_words_is_found(text):
    assert minimum_spoken(f"How routes are planned. {text}. The most points win.") == text


@pytest.mark.parametrize(
    "text",
    [
        "There is no minimum score",
        "A score of 2 means that parts of the answer are left out",
        "A score below 3 means that the answer has gaps",
        "A score of 2 is given where parts of the answer are missing or excluded",
        "Answers of fewer than 3 pages score lower",
        "Answers scored 0 or 1 have parts that are excluded from the works",
        "Late bids are rejected and not scored",
        "A bid that does not answer every question is rejected",
        "A bid that fails a mandatory question is excluded",
        "Bids below the minimum wage of 12 are rejected",
        "Staff are paid no less than the minimum wage",
        "A minimum of two staff on each shift is required",
        "At least three evaluators score each question",
        "What a score of one for any question means is set out below",
        "The bid with the most points wins",
        "In a tie the higher score for quality decides",
        "Minimum of 3 staff on shift",
        "Abnormally low bids are rejected",
        "Energy use stays under the threshold of the standard",
        "Noise stays below 60 dB at the nearest window",
        "The number of staff must not fall below the minimum in the specification",
        "Which items are excluded from the price, and how quality is kept when staff are out",
    ],
)
def test_other_words_speak_of_no_minimum(text):
    assert minimum_spoken(text) is None


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Bids below the minimum score are excluded", True),
        ("Bids that do not reach the threshold will be rejected", True),
        ("A score below 3 means exclusion", True),
        ("Bids below it are not considered further", True),
        ("Bids below the minimum score may be excluded", False),
        ("Bids below the minimum score are excluded unless the Council agrees otherwise", False),
        ("Bids below the minimum score are not excluded", False),
        ("A score below 3 does not mean exclusion", False),
        ("A bid that meets the minimum score will not be rejected", False),
    ],
)
def test_plain_words_put_a_bid_below_a_minimum_out(text, plain):
    assert minimum_binds(f"The most points win. {text}.") == (text if plain else None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Bids that score below 3 are rejected", True),
        ("Bids below the minimum are excluded", True),
        ("Nobody is excluded for a score below 3", False),
        ("A minimum score of 3 is given as guidance only", False),
        ("A bid that scores below 3 is not rejected", False),
    ],
)
def test_words_that_insist_on_a_minimum(text, said):
    assert minimum_insisted(f"The most points win. {text}.") == (text if said else None)


def test_a_sentence_without_an_end_is_read_in_pieces_and_still_found():
    """Twenty thousand characters took more than a minute; now well under a second, which only hanging would miss."""
    endless = "minimum below less than three points " * 600
    begun = time.process_time()
    assert minimum_said(endless) is None
    assert None not in (minimum_spoken(endless), minimum_unclear(endless))
    assert minimum_binds(endless) is None
    assert time.process_time() - begun < 10
    said = "tenders that score below 3 are rejected"
    assert said in (minimum_said(f"{'whatever else there is ' * 60}, {said}, {'and so on ' * 90}") or "")
