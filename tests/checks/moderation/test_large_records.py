"""A record of thousands of single scores with a comment of 30 words each: what is found in it, and in how many steps."""

import pytest

from fairaudit.engine.judge import judge
from tests.checks.moderation.big import big_case
from tests.checks.moderation.records_case import rules
from tests.checks.scoring_case import case_of
from tests.work import grown


def test_of_many_scores_only_what_was_copied_is_asked_about():
    case = case_of(big_case(criteria=6, boilerplate=0.01))
    outcomes = {one.id: str(judge(case, one, "market").outcome) for one in rules()}
    assert {one for one, said in outcomes.items() if said not in ("passed", "not-assessed")} == {
        "same-comment-and-another-score"
    }


@pytest.mark.parametrize("more", ["bids", "criteria"])
def test_the_work_is_in_step_with_the_scores(more):
    def made(size):
        case = case_of(big_case(**{"evaluators": 4, "bids": 3, "criteria": 3, more: size}))
        return lambda: [judge(case, one, "market") for one in rules()]

    few, many = grown(made, 5)
    assert many < 12 * few
