"""What was done about an interest: somebody set apart or beside, or a promise that changes nothing."""

import pytest

from fairaudit.analysis.measures import sets_apart


@pytest.mark.parametrize(
    "text",
    [
        "A second reader",
        "Ivo Brandt scored the bid as well, independently reviewed by audit",
        "Did not score the bid of Alder",
        "Left the room when Alder was discussed",
        "The shares were sold in January",
        "No access to the bid of Alder",
        "An independent observer sat in",
        "Moved to lot 2",
        "stepped out of the drafting",
        "Finn Odell stands aside for Brandreth",
        "Steps aside from the bid of Alder",
        "is standing down from the panel",
        "He recuses himself from lot 2",
        "Every score was given twice",
        "She took no part in the scoring of price",
        "Replaced by her deputy",
        "Kept out of scoring",
        "Did not score B1",
        "did not score because of the conflict",
        "He will not take part in the evaluation of Alder",
        "She won't take part in the scoring of B1",
        "Has taken no part",
        "does not score Alder, though she reads the others",
        "was not allowed to see the prices",
        "Was not given the papers of Alder",
        "didn't open the bid of Alder",
        "Cannot see the scores of Alder",
        "cannot vote",
        "Without a vote on lot 2",
        "saw no price before the scores were locked",
        "scored none of the bids of Alder",
        "not present when Alder was discussed",
        "Was not involved in the scoring of B1",
        "No contact with the evaluators",
        "neither scored nor discussed B1",
        "No scoring of B1 by her",
    ],
)
def test_somebody_kept_away_or_put_beside(text):
    assert sets_apart(text)


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "none",
        "Will be careful",
        "Reminded of the code of conduct",
        "Signed an undertaking of confidentiality",
        "Will stay independent and fair",
        "He promised to be objective and professional",
        "Noted by the chair",
        "No second reader was appointed",
        "Declared at the first meeting",
        "The holding is small",
        "No action was thought necessary",
        "Not considered to be a conflict",
        "The chair cannot see any conflict.",
        "I don't see a problem.",
        "We do not see a problem.",
        "We do not see a problem with the bid.",
        "I do not see her bid as a problem",
        "Cannot see why this matters",
        "Cannot see how she could have scored otherwise",
        "She can't be influenced; she scored as usual.",
        "He hasn't been involved",
        "He has no role in Alder",
        "No conflict present.",
        "No conflict: present at every meeting",
        "No concern: he marked the bids in good faith.",
        "Not an issue: she has scored fairly for years",
        "No issue to discuss.",
        "There was no need to decide anything",
        "The chair could not decide what to do, so she scored.",
        "No one else could have scored it.",
        "She did not score it higher than the others",
        "could not avoid scoring the bid",
        "The conflict was not present at the meeting",
        "No part of this worries the panel",
        "She does not stand aside",
        "There is no need to step aside",
        "The panel did not assess the conflict",
    ],
)
def test_a_promise_leaves_everything_in_the_same_hands(text):
    assert not sets_apart(text)


def test_scores_that_were_set_aside_are_no_longer_in_the_same_hands():
    assert sets_apart("Her scores of BB were set aside and Ivo Tarn scored it anew")
    assert not sets_apart("She set aside some time to be careful")
