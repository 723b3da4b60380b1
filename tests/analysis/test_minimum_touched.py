"""Words that take from a published minimum without denying it, and usual words beside them that do not."""

import time

import pytest

from fairaudit.analysis.text.minimums.follows import (
    keeps_to_another,
    minimum_binds,
    minimum_loosened,
    minimum_touched,
    minimum_unclear,
    takes_back,
)

_TOUCHED = (
    "Missing the minimum triggers a clarification meeting, not exclusion",
    "Anyone under the minimum carries on in the competition",
    "The minimum gives orientation only",
    "The minimum helps bidders to gauge the level expected",
    "The minimum carries no sanction",
    "The quality minimums are soft targets",
    "The minimum level of 3 is not applied in this round",
    "Minimum quality levels are a guide",
    "The bar of 3 is soft",
    "Bids under the line stay in",
    "A weak answer does not put a bid out",
    "A bid may be weak in one question and still win",
    "The required 3 is waived where the price is low",
    "Scores of 2 are tolerated on one question",
    "One score of 2 is allowed",
    "A bid may have one 2",
    "A 2 on one question is acceptable if the other is at 4",
    "The panel may let a bid through with a lower score",
    "Bids that fall a point short are let through",
    "Exclusion for low scores is at our discretion",
    "We do not exclude for low scores",
    "We reserve the right to keep weak bids in",
    "A single 2 is no obstacle",
    "Scores that are not quite there are forgiven",
    "A bid with 2 for the question goes forward",
)


@pytest.mark.parametrize("text", _TOUCHED)
def test_words_on_low_scores_and_bids_that_stay_are_for_a_person_to_read(text):
    read = (minimum_touched, minimum_loosened)
    assert text in {one(f"The most points win. {text}. Late bids are rejected.") for one in read}
    assert minimum_binds(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Half marks are allowed",
        "Scores of half a point are not allowed",
        "A bid that is not compliant is not scored",
        "Scores are accepted by the panel once moderated",
        "Poor answers get few points",
        "Evaluators may not change a score after the prices are opened",
        "An answer that meets the need gets 3 or more",
        "Meals must meet the minimum food standards",
        "The minimum contract period is two years",
        "The minimum level of insurance is 5 million",
        "A minimum of three references is required",
        "Incomplete bids are rejected",
        "How low scores for comfort are made good, and which are accepted",
        "Abnormally low bids are rejected",
        "Bids below the minimum of 3 are excluded",
        "Only tenders with a score of 3 or more go forward",
        "The highest score wins",
        "A full answer wins high marks",
        "Evidence from other contracts is accepted and scored",
        "The answer is scored for how well it passes on savings",
    ],
)
def test_usual_words_and_plain_ones_do_not_touch_a_minimum(text):
    assert minimum_touched(f"The most points win. {text}.") is None
    assert minimum_loosened(text) is None


@pytest.mark.parametrize(
    ("sentence", "back"),
    [
        ("This does not apply to the question", True),
        ("Exceptions are decided by the head of procurement", True),
        ("The rule is waived if fewer than three bids are left", True),
        ("New firms are exempt", True),
        ("They may still be ranked if the panel so wishes", True),
        ("That is the rule where more than four bids come in", True),
        ("This applies to each question", False),
        ("They will not be ranked", False),
        ("They may ask for feedback", False),
        ("They are told why", False),
        ("No exceptions are made", False),
        ("This does not apply to the price", False),
        ("The other bids are ranked by their points", False),
    ],
)
def test_a_sentence_after_one_on_a_minimum_may_take_it_back(sentence, back):
    assert takes_back("Bids below the minimum of 3 are excluded", sentence) == back
    assert not takes_back("The contract runs for two years", sentence)


def test_a_minimum_may_be_kept_to_what_another_criterion_needs():
    before = "Bids below the minimum of 3 are excluded"
    assert keeps_to_another(before, "This holds for Method alone")
    assert not keeps_to_another(before, "This holds for Method")
    assert not keeps_to_another("The contract runs for two years", "This holds for Method alone")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("From 2028 on, bids below the minimum of 3 are excluded", False),
        ("If more than five bids come in, bids below the minimum of 3 are excluded", False),
        ("Once the pilot year is over, bids below the minimum of 3 are excluded", False),
        ("Bids below the minimum of 3 are excluded from the shortlist for interviews", False),
        ("Bids below the minimum of 3 are excluded as a rule", False),
        ("Bids below the minimum of 3 are excluded in principle", False),
        ("Bids from large firms below the minimum of 3 are excluded", False),
        ("Bids with a mean below 3 are excluded", False),
        ("Bids below the minimum of 3 from any one evaluator are excluded", False),
        ("If a bid scores below 3 for any question, it is excluded", True),
        ("Where a bid does not reach the minimum, it is rejected", True),
        ("If fewer than 3 points are reached, the bid is rejected", True),
        ("Bids below the minimum of 3 are excluded from the competition", True),
        ("Bids below the minimum of 3 are excluded from further evaluation", True),
        ("Bids below the minimum of 3 are excluded by Northmere Council", True),
        ("For each question, bids below 3 are rejected", True),
    ],
)
def test_only_words_that_are_known_plainly_put_a_bid_out(text, plain):
    assert minimum_binds(f"The most points win. {text}.") == (text if plain else None)
    assert (minimum_unclear(text) is None) == plain


def test_endless_sentences_are_read_in_pieces():
    """Read whole they took most of a second each; only hanging would miss the time allowed."""
    begun = time.process_time()
    for endless in ("low score weak accept let bid through " * 600, "if , below minimum " * 1500):
        assert minimum_binds(endless) is None
        assert minimum_touched(endless) or minimum_loosened(endless)
        assert not takes_back(endless, "The contract runs for two years")
        assert not takes_back(endless, endless)
    assert time.process_time() - begun < 10
