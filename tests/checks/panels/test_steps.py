"""How large a departure is in steps of the scale, and that a slight one is no grave thing however rare."""

from datetime import date
from decimal import Decimal

import pytest

from fairaudit.engine.audit import Settings, run
from fairaudit.engine.config import Config
from fairaudit.engine.contract.report import Outcome, Severity
from fairaudit.engine.force import choose
from fairaudit.engine.rulefiles.packs import shipped_packs
from tests.checks.panels.cases import SCALE, evaluation, judged
from tests.checks.panels.test_rules import FAVOUR
from tests.checks.scoring_case import case_of

RULE = "evaluator-departs-for-one-bid"
AGREED = [
    [2, 3, 1, 4, 2, 3, 3, 2],
    [3, 3, 2, 2, 2, 1, 3, 2],
    [1, 2, 2, 3, 4, 3, 2, 2],
    [2, 2, 3, 3, 1, 2, 4, 3],
    [3, 1, 2, 2, 3, 3, 2, 1],
]
EIGHT = (12.5,) * 8


def panel(more, on):
    """Five who agree on all but what the first gives the second bid: so much more on so many criteria."""
    return [
        [
            [one + (more if (who, bid) == (0, 1) and at < on else 0) for at, one in enumerate(row)]
            for bid, row in enumerate(AGREED)
        ]
        for who in range(5)
    ]


def departure(scores, **more):
    (hit,) = judged(RULE, evaluation(scores, EIGHT, **more)).hits
    return hit.hit.facts.departure, hit.hit.severity


def test_a_departure_is_told_in_steps_and_a_slight_one_asks_for_low_severity():
    assert departure(panel(1, 5)) == ("8.0 points of 100 (0.4 of one step on average over 8 criteria) above", "low")
    (hit,) = judged(RULE, evaluation(FAVOUR)).hits
    assert (hit.hit.facts.departure, hit.hit.severity) == (
        "48.8 points of 100 (2.4 steps on one criterion) above",
        None,
    )


def test_two_steps_on_every_criterion_of_one_bid_stand_out_where_all_else_agrees():
    """Dealings that spread them over all, but for one evaluator, have the same normed residual and are smaller."""
    (hit,) = judged(RULE, evaluation(panel(2, 8), EIGHT)).hits
    facts = hit.hit.facts
    assert (hit.hit.key, facts.bid, facts.p) == ("e1|B2|", "B2", Decimal("0.0001"))
    assert facts.departure == "25.6 points of 100 (1.3 steps on average over 8 criteria) above"
    assert hit.hit.severity is None


def test_a_declared_step_is_the_one_that_counts():
    quarters = {**SCALE, "step": 0.25}
    assert departure(panel(1, 5), scale=quarters) == (
        "8.0 points of 100 (1.6 steps on average over 8 criteria) above",
        None,
    )
    # Four points of a hundred on every criterion, where a step is twenty.
    wide = [[[20 * one for one in row] for row in own] for own in panel(1, 5)]
    tens = {"minimum": 0, "maximum": 100, "step": 20}
    assert departure(wide, scale=tens) == (
        "8.0 points of 100 (0.4 of one step on average over 8 criteria) above",
        "low",
    )


def test_where_there_is_no_one_step_the_points_stand_alone_and_the_severity_stays():
    halved = [[[one / 2 for one in row] for row in own] for own in panel(1, 5)]
    assert departure(halved) == ("4.0 points of 100 above", None)
    sections = evaluation(panel(1, 5), EIGHT)
    sections["tender"]["award_criteria"][0]["scale"] = {"minimum": 0, "maximum": 10}
    (hit,) = judged(RULE, sections).hits
    assert "step" not in hit.hit.facts.departure
    assert hit.hit.severity is None


@pytest.mark.parametrize(
    ("sections", "severity"),
    [(evaluation(panel(1, 5), EIGHT), Severity.LOW), (evaluation(FAVOUR), Severity.MEDIUM)],
)
def test_the_finding_has_that_severity(sections, severity):
    packs = choose(tuple(one for one in shipped_packs() if one.name == "evaluation"), Config(), (), ())
    (case,) = run([case_of(sections)], packs, Settings(date(2026, 3, 5))).cases
    (said,) = [one for one in case.verdicts if one.rule == RULE]
    assert (said.outcome, [one.severity for one in said.findings]) == (Outcome.REVIEW, [severity])
