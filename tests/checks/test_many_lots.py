"""Many lots and many criteria: what is worked out for a lot holds for every lot for which the same criteria count."""

import pytest

from fairaudit.checks.scoring.criteria.of_lots import lots_apart, sibling_groups, weights_in_full
from fairaudit.checks.scoring.criteria.tree import scored_leaves
from fairaudit.engine.judge import judge
from tests.checks.scoring_case import case_of, rule
from tests.work import grown

RULES = (
    "weight-that-nothing-anchors", "price-decides-more-or-less-than-its-weight", "price-counts-little",
    "weights-that-do-not-add-up", "criterion-without-weight", "no-weights-published",
)  # fmt: skip


def tender(count, named):
    lots = [{"id": str(at)} for at in range(count)]
    criteria = [{"id": f"c{at}", "weight": 5, **({"lots": [str(at)]} if named else {})} for at in range(count)]
    return case_of({"tender": {"lots": lots, "award_criteria": criteria}})


def test_lots_are_alike_where_the_same_criteria_count():
    criteria = [
        {"id": "price", "weight": 60},
        {"id": "plan", "weight": 40, "lots": ["1", "3"]},
        {"id": "team", "weight": 20, "lots": ["2", "4"]},
        {"id": "tests", "weight": 20, "lots": ["4", "2"]},
    ]
    case = case_of({"tender": {"lots": [{"id": one} for one in "1234"], "award_criteria": criteria}})
    assert lots_apart(case) == ("1", "2")
    for lot, asked in (("1", ["price", "plan"]), ("3", ["price", "plan"]), ("4", ["price", "team", "tests"])):
        assert [one.criterion.id for one, _ in weights_in_full(case, lot)] == asked
    assert [one.lots for one in sibling_groups(case)] == [("1", "3"), ("2", "4")]


@pytest.mark.parametrize("named", [False, True])
def test_many_lots_take_work_in_step_with_them(named):
    def made(count):
        case = tender(count, named)
        return lambda: [judge(case, rule(name), "market").outcome for name in RULES]

    assert "error" not in made(50)()
    few, many = grown(made, 50)
    assert many < 12 * few


def test_asking_for_the_leaves_at_every_criterion_takes_no_longer_the_more_there_are():
    case = tender(50, named=False)
    assert scored_leaves(case) is scored_leaves(case)
