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
