"""Penalties: what limits the whole of them, beside what limits one or speaks of something else."""

import pytest

from tests.checks.scoring_case import outcome

PENALTIES = "barriers/penalties-without-a-cap"
LIMITED = (
    "For each missed visit £500 is deducted, but never more than £5,000 a month.",
    "A deduction of £50 per day applies, up to 10 % in all.",
    "A penalty of £100 per day is payable, subject to an overall limit of £5,000.",
    "Service credits of up to 10 % of the monthly charge apply.",
    "A deduction of £50 per day is made, for at most ten days.",
    "A penalty of £200 for each breach is due, no more than five per cent of the year's price.",
    "Liquidated damages of £90 for each week are due, for a maximum of ten weeks.",
    "Liquidated damages are payable at £100 a day; the total limit is £3,000.",
    "A penalty of £40 per failure applies, at most £2,000.",
)
UNLIMITED = (
    "For each missed visit £500 is withheld.",
    "A penalty of £100 per visit applies where a visit is no more than 2 hours late.",
    "A penalty of up to £500 for each failure applies.",
    "A deduction of at most £500 for each failure applies.",
    "A deduction of £50 per day is made, and no more than 20 staff may be absent.",
    "A penalty of £100 for each failure applies, subject to proof.",
    "Service credits of up to 10 % of the monthly charge for each failure apply.",
    "For every late report £50 is charged.",
    "A deduction of £75 for each late bus applies; buses carry at most 60 people.",
)


def terms(text):
    return {
        "complete": ["tender"],
        "tender": {"specification": [], "terms": {"clauses": [{"mandatory": True, "text": text}]}},
    }


@pytest.mark.parametrize("text", LIMITED)
def test_a_limit_of_the_whole_is_one(text):
    assert outcome(PENALTIES, terms(text)) == "passed"


@pytest.mark.parametrize("text", UNLIMITED)
def test_a_limit_of_one_failure_or_of_other_things_is_none(text):
    assert outcome(PENALTIES, terms(text)) == "flagged"


def test_a_limit_in_another_clause_speaks_of_that_clause():
    case = terms(UNLIMITED[0])
    case["tender"]["terms"]["clauses"].append({"text": "A van carries at most 5,000 kilograms."})
    assert outcome(PENALTIES, case) == "flagged"
