"""A small evaluation to vary, and what rules measure of it: sentences by kind, and tables by name."""

from copy import deepcopy

from fairaudit.engine.facts import fill
from fairaudit.engine.judge import judge
from fairaudit.engine.sections.measuring import sentences
from tests.checks.scoring_case import case_of, rule

SCALE = {"minimum": 0, "maximum": 10, "step": 1}


def witness(**evaluation):
    """The rank reversal of the scoring note: A (100, 7 of 10) before B (120, 8 of 10) until C (60) is compared with."""
    return {
        "tender": {
            "award_criteria": [
                {"id": "Q", "type": "quality", "weight": 60, "scale": dict(SCALE)},
                {"id": "P", "type": "price", "weight": 40, "formula": {"name": "lowest-price-ratio"}},
            ]
        },
        "bids": [bid("B1", 100), bid("B2", 120)],
        "evaluation": {"consensus": [score("B1", "Q", 7), score("B2", "Q", 8)], **evaluation},
    }


def bid(key, amount, **more):
    return {"id": key, "value": {"amount": amount}, **more}


def score(key, criterion, value, **more):
    return {"bid": key, "criterion": criterion, "score": value, **more}


def varied(sections, **changes):
    """A deep copy with some sections replaced."""
    return {**deepcopy(sections), **changes}


def measured(name, sections):
    """What a rule measures: the kind and the sentence of each measurement, and every table by its name."""
    judgement = judge(case_of(sections), rule(name), "market")
    assert judgement.outcome != "error", judgement.reason
    said = sentences(judgement, fill)
    tables = {one.name: one for found in judgement.tables for one in found.tables}
    return [(one.kind, text) for one, text in zip(judgement.tables, said, strict=True)], tables


def rows(table):
    """The rows of a table with its numbers as text."""
    return [tuple(one if one is None or isinstance(one, int) else str(one) for one in row) for row in table.rows]
