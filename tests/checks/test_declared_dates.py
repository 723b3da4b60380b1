"""A declaration dated after the day of the audit holds a slip of the pen, and nobody without a name or an id is called None."""

from datetime import date

import pytest

from fairaudit.engine.judge import judge
from fairaudit.procurement.loading.loading import load_case
from fairaudit.sources.document import Document
from tests.checks.conflict_cases import judgements, rules


@pytest.mark.parametrize(
    ("today", "outcome", "missing"),
    [
        ("2026-05-04", "not-assessed", [("declarations[0].date (the right one)",)]),
        ("2026-07-01", "flagged", []),
        (None, "flagged", []),
    ],
)
def test_a_declaration_that_is_still_to_come_is_not_called_late(today, outcome, missing):
    value = {
        "people": [{"id": "e1", "name": "Ada Holt", "roles": [{"role": "evaluator"}]}],
        "bids": [{"id": "B1", "bidder": "b"}],
        "declarations": [{"person": "e1", "date": "2026-06-30", "interests": []}],
        "evaluation": {"access_log": [{"person": "e1", "bid": "B1", "at": "2026-04-22T09:20"}]},
    }
    document = Document(file="case.yaml", sha256="", text="", value=value, spans={(): (1, 1, 1, 1)})
    case = load_case((document,), date.fromisoformat(today) if today else None)
    judgement = judge(case, next(one for one in rules() if one.id == "declaration-after-access-to-bids"), "market")
    assert (str(judgement.outcome), [one.missing for one in judgement.unassessed]) == (outcome, missing)


def test_somebody_without_a_name_or_an_id_is_called_by_the_place_of_the_record():
    value = {
        "people": [{"id": "e1", "roles": [{"role": "evaluator"}]}, {"employments": [{"party": "b"}]}],
        "bids": [{"id": "B1", "bidder": "b"}],
        "declarations": [{"person": "e1", "interests": []}],
    }
    said = [one.reason for one in judgements(value)["declaration-of-interests-missing"].unassessed]
    assert said == ["what part people[1] had is not known"]
