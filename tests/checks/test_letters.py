"""Letters that tell a bidder its scores are compared with the record from the day they are written, award or none."""

import json
from datetime import date

import pytest

from fairaudit import audit

CASE = {
    "complete": ["bids", "evaluation"],
    "tender": {"award_criteria": [{"id": "Q1", "type": "quality", "weight": 60}]},
    "bids": [{"id": "B1", "bidder": "b1"}],
    "evaluation": {
        "consensus": [{"bid": "B1", "criterion": "Q1", "score": 3}],
        "summaries": [{"bid": "B1", "sent": "2026-05-21", "scores": {"Q1": 1}}],
    },
}


@pytest.mark.parametrize("awards", [[], [{"id": "A1", "bid": "B1", "date": "2026-05-20"}]])
def test_a_letter_needs_no_recorded_award_to_be_compared(tmp_path, awards):
    path = tmp_path / "case.json"
    path.write_text(json.dumps(CASE | ({"awards": awards} if awards else {})))
    told = json.loads(audit(str(path), today=date(2026, 11, 27)).to("json"))["cases"][0]["verdicts"]
    said = {one["rule"]: [each["message"] for each in one["findings"]] for one in told if one["pack"] == "evaluation"}
    assert said["summary-is-not-the-record"] == ["The letter to B1 (b1) says 1 for Q1, and the record says 3."]


def _confidences(tmp_path, later, lots=False):
    case = json.loads(json.dumps(CASE))
    first = case["evaluation"]["summaries"][0] | ({"lot": "1"} if lots else {})
    case["evaluation"]["summaries"] = [first, {"bid": "B1", "sent": "2026-05-23"} | later]
    if lots:
        case["tender"]["lots"] = [{"id": "1"}, {"id": "2"}]
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case))
    told = json.loads(audit(str(path), today=date(2026, 11, 27)).to("json"))["cases"][0]["verdicts"]
    found = next(one for one in told if one["rule"] == "summary-is-not-the-record" and one["pack"] == "evaluation")
    return [one["confidence"] for one in found["findings"]]


def test_a_wrong_letter_is_a_question_once_a_later_one_has_the_right_figure(tmp_path):
    assert _confidences(tmp_path, {"scores": {"Q1": 3}}) == ["possible"]


@pytest.mark.parametrize("later", [{"scores": {"Q1": 2}}, {"scores": {"Q1": 2}, "text": "Our figures are below."}])
def test_a_wrong_letter_after_a_wrong_one_puts_nothing_right(tmp_path, later):
    assert _confidences(tmp_path, later) == ["certain", "certain"]


@pytest.mark.parametrize("later", [{"rank": 1}, {"sent": None, "scores": {"Q1": 3}}])
def test_a_letter_on_something_else_or_without_a_date_puts_nothing_right(tmp_path, later):
    assert _confidences(tmp_path, later) == ["certain"]


def test_a_letter_for_another_lot_puts_nothing_right(tmp_path):
    assert _confidences(tmp_path, {"lot": "2", "scores": {"Q1": 3}}, lots=True) == ["certain"]
