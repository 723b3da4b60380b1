"""Lots of many bids: what holds for the whole lot is worked out once, not for each of its bids."""

from fairaudit.checks.scoring.totals import totals
from tests.checks.contest.formula_records import case_with, published
from tests.checks.scoring_case import said


def test_which_bids_may_count_another_way_is_looked_at_once_a_bid(monkeypatch):
    asked, maybe_out = [], totals.maybe_out
    monkeypatch.setattr(totals, "maybe_out", lambda *about: asked.append(about[-1]) or maybe_out(*about))
    prices = [80_000 + 700 * at for at in range(20)]
    figures = [str(60 + at * 7 % 20) for at in range(20)]
    case = case_with(figures, published("lowest-price-ratio"), prices=prices, scores=["7"] * 20, days=(100,) * 20)
    outcome, *_ = said("evaluation/another-bid-first-when-worked-out-again", case)
    assert outcome == "flagged"
    # Once for each bid, and a few times more for the lot as a whole.
    assert len(asked) < 30
