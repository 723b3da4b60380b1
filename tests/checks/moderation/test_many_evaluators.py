"""Hundreds of evaluators, of whose rows some are missing, off the scale or given twice: everything is found, with its place."""

import random
from functools import cache

import pytest

from fairaudit.engine.judge import judge
from fairaudit.procurement.model.node import text_of
from tests.checks.scoring_case import case_of, rule
from tests.work import grown

EVALUATORS, BIDS, CRITERIA = 400, 4, 5
SCALE = {"minimum": 0, "maximum": 5, "step": 1}


def made_record(evaluators):
    """The case, and what was done to it: 5 per cent of cells missing, others off the scale or twice."""
    rng = random.Random(41)
    bids = [f"B{index}" for index in range(1, BIDS + 1)]
    asked = [f"Q{index}" for index in range(1, CRITERIA + 1)]
    rows, missing, off, twice = [], {}, [], []
    for number in range(evaluators):
        for bid in bids:
            for one in asked:
                row = {"evaluator": f"e{number}", "bid": bid, "criterion": one, "score": rng.randint(0, 5)}
                fate = rng.random()
                if fate < 0.05:
                    missing.setdefault(f"e{number}", []).append(f"{bid} on {one}")
                    continue
                if fate < 0.055:
                    row["score"] = 7
                    off.append(f"evaluation.individual[{len(rows)}].score")
                rows.append(row)
                if fate > 0.995:
                    rows.append(row | {"score": (row["score"] + 1) % 6})
                    twice.append(f"evaluation.individual[{len(rows) - 1}]")
    case = {
        "complete": ["bids", "evaluation"],
        "tender": {"award_criteria": [{"id": one, "weight": 20, "scale": SCALE} for one in asked]},
        "bids": [{"id": one} for one in bids],
        "evaluation": {
            "panel": [f"e{number}" for number in range(evaluators)],
            "allocation": [{"evaluator": f"e{number}", "criteria": asked} for number in range(evaluators)],
            "individual": rows,
        },
    }
    return case_of(case), missing, off, twice


@cache
def record():
    return made_record(EVALUATORS)


def judged(name):
    return judge(record()[0], rule(name), "market")


def test_every_missing_cell_is_named_with_its_evaluator():
    found = judged("scores-missing")
    assert found.outcome == "flagged"
    assert {one.hit.facts.evaluator: list(one.hit.facts.cells) for one in found.hits} == record()[1]


def test_every_score_off_the_scale_has_its_place():
    found = judged("score-off-its-scale")
    assert [text_of(one.hit.at.path) for one in found.hits] == record()[2]
    assert len(record()[2]) > 20


def test_every_second_score_has_its_place():
    found = judged("scored-twice")
    assert sorted(text_of(one.hit.at.path) for one in found.hits) == sorted(record()[3])
    assert len(record()[3]) > 20


def test_no_bid_stands_out_where_all_lack_about_as_many():
    found = judged("evaluation/bids-not-scored-by-the-same-people")
    assert found.outcome == "passed"


def test_that_nobody_commented_is_said_once():
    found = judged("evaluation/scores-without-comments")
    (hit,) = (one.hit for one in found.hits)
    rows = len(record()[0].evaluation.individual)
    assert (hit.facts.who, hit.facts.number, hit.facts.scored) == ("The members of the panel", rows, rows)
    assert hit.facts.which_scores == ("no comments are recorded",)


RULES = ("scores-missing", "score-off-its-scale", "scored-twice", "evaluation/bids-not-scored-by-the-same-people")


@pytest.mark.parametrize("name", RULES)
def test_the_work_is_in_step_with_the_evaluators(name):
    def made(size):
        case, *_ = made_record(size)
        return lambda: judge(case, rule(name), "market")

    few, many = grown(made, 20)
    assert many < 12 * few
