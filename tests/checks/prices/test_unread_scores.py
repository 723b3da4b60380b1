"""Points for price that follow from prices alone are judged though an agreed score of quality could not be read."""

import json
from datetime import date

import pytest

from fairaudit.api import audit

CASE = """
tender:
  status: complete
  award_criteria:
    - {id: Q, type: quality, weight: 60, scale: {minimum: 0, maximum: 5}}
    - {id: P, type: price, weight: 40, formula: {name: lowest-price-ratio, rounding: {places: 2}}}
bids: [{id: B1, value: {amount: 100}}, {id: B2, value: {amount: 120}}, {id: B3, value: {amount: 150}}]
complete: [bids, evaluation]
evaluation:
  consensus_tables: [{file: agreed.csv}]
  totals:
    - {bid: B1, quality: 48, price: 40, total: 88}
    - {bid: B2, quality: 36, price: 33.33, total: 69.33}
    - {bid: B3, quality: 36, price: 26.67, total: 62.67}
"""


@pytest.mark.parametrize(
    "rule", ["price-points-by-another-formula", "price-points-rounded-without-saying-so", "price-scored-off-the-formula",
             "price-points-by-a-bid-that-is-out"],
)  # fmt: skip
def test_a_cell_of_quality_holds_no_price_back(tmp_path, rule):
    (tmp_path / "case.yaml").write_text(CASE)
    (tmp_path / "agreed.csv").write_text("bidder,criterion,score\nB1,Q,4\nB2,Q,3*\nB3,Q,3\n")
    report = json.loads(audit(str(tmp_path), today=date(2026, 11, 27)).to("json"))
    outcomes = {one["rule"].rpartition("/")[2]: one["outcome"] for one in report["cases"][0]["verdicts"]}
    assert outcomes["totals-that-do-not-recompute"] == "not-assessed"
    assert outcomes[rule] == "passed"
