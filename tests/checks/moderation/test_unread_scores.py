"""Scores that stand in the record and could not be read do not lack; nor do those of strangers and of unpublished criteria."""

from dataclasses import replace

import pytest

from fairaudit.engine.judge import judge
from fairaudit.sources.document import Lost, Unreadable
from tests.checks.scoring_case import case_of, rule

UNEVEN = "evaluation/bids-not-scored-by-the-same-people"
MISSING = "scores-missing"


def given(*left_out, more=(), **record):
    """Two members and three bids on one criterion; cells left out have no score."""
    cells = [
        {"evaluator": who, "bid": bid, "criterion": "Q1"} | ({} if (who, bid) in left_out else {"score": 3})
        for who in ("e1", "e2")
        for bid in ("B1", "B2", "B3")
    ]
    return {
        "complete": ["bids", "evaluation"],
        "tender": {"award_criteria": [{"id": "Q1", "type": "quality", "weight": 100}]},
        "bids": [{"id": "B1"}, {"id": "B2"}, {"id": "B3"}],
        "evaluation": {"panel": ["e1", "e2"], "individual": [*cells, *more]} | record,
    }


def outcome(name, sections, *unread):
    case = replace(case_of(sections), unreadable=tuple(_unreadable(*one) for one in unread))
    return str(judge(case, rule(name), "market").outcome)


def _unreadable(path, text):
    # A row is left out with a score, but for one of sums.
    return Unreadable(path, text, "is no number", lost=Lost() if len(path) == 2 and text != "Total" else None)


INDIVIDUAL = ("evaluation", "individual")
SECOND = (*INDIVIDUAL, 4, "score")


@pytest.mark.parametrize(("lacks", "asked"), [(2, "passed"), (3, "review")])
def test_a_bid_is_asked_about_that_lacks_more_than_twice_as_many_scores_as_half_of_the_others(lacks, asked):
    cells = [
        {"evaluator": "e1", "bid": bid, "criterion": f"Q{at}", "score": 3}
        for bid in ("B1", "B2", "B3")
        for at in range(1, 5)
    ]
    others = [one | {"evaluator": "e2"} for one in cells]
    gaps = {("B1", "Q1"), ("B2", "Q2"), *(("B3", f"Q{at}") for at in range(1, lacks + 1))}
    sections = given()
    sections["tender"]["award_criteria"] = [{"id": f"Q{at}", "type": "quality", "weight": 25} for at in range(1, 5)]
    sections["evaluation"]["individual"] = [
        *cells, *(one for one in others if (one["bid"], one["criterion"]) not in gaps),
    ]  # fmt: skip
    assert outcome(UNEVEN, sections) == asked


@pytest.mark.parametrize("name", [UNEVEN, MISSING])
def test_a_cell_that_could_not_be_read_is_no_missing_score(name):
    sections = given(("e2", "B2"), allocation=[{"evaluator": "e1"}, {"evaluator": "e2"}] if name == MISSING else None)
    sections["evaluation"] = {key: one for key, one in sections["evaluation"].items() if one is not None}
    assert outcome(name, sections) in {"review", "flagged"}
    # Nobody is asked for it, and nobody says that all is there.
    assert outcome(name, sections, (SECOND, "six")) == ("not-assessed" if name == MISSING else "passed")


def test_rows_that_could_not_be_read_leave_open_what_lacks():
    sections = given(("e2", "B2"))
    assert outcome(UNEVEN, sections, (INDIVIDUAL, "Q1 | 3 | 4")) == "not-assessed"
    assert outcome(UNEVEN, sections, (INDIVIDUAL, "Total")) == "review"
    assert outcome(UNEVEN, given(), (INDIVIDUAL, "Q1 | 3 | 4")) == "passed"


AGREED = ("evaluation", "consensus")


def test_an_agreed_score_that_could_not_be_read_is_not_missing():
    sections = given(consensus=[{"bid": one, "criterion": "Q1", "score": 3} for one in ("B1", "B2")])
    sections["evaluation"]["consensus"].append({"bid": "B3", "criterion": "Q1"})
    sections["evaluation"]["individual"][2]["score"] = 5
    name = "evaluation/agreed-scores-missing"
    assert outcome(name, sections) == "flagged"
    assert outcome(name, sections, ((*AGREED, 2, "score"), "3 (ok)")) == "not-assessed"
    assert outcome(name, sections, (AGREED, "B3 | Q1 | 3 (ok)")) == "not-assessed"
    assert outcome(name, sections, (AGREED, "Total")) == "flagged"


@pytest.mark.parametrize(
    "stray",
    [
        {"evaluator": "zed", "bid": "B1", "criterion": "Q1", "score": 4},
        {"evaluator": "e1", "bid": "B1", "criterion": "Q77", "score": 4},
    ],
)
def test_strangers_and_unpublished_criteria_are_other_rules_business(stray):
    assert outcome(UNEVEN, given(more=[stray])) == "passed"
