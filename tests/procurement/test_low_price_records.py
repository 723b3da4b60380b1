"""Records of low prices by the lot that they are about: what was decided in one lot says nothing of another."""

import pytest

from fairaudit.checks.scoring.compared.out_elsewhere import out_elsewhere
from fairaudit.procurement.low_price_records import is_asked, low_price_records, unasked_in
from tests.checks.scoring_case import case_of

LOTS = {"tender": {"lots": [{"id": "1"}, {"id": "2"}]}}


def case_with(*records, bids=({"id": "B1", "bidder": "alder"},)):
    return case_of(LOTS | {"bids": list(bids), "evaluation": {"abnormally_low": list(records)}})


def test_a_rejection_in_one_lot_puts_a_bid_out_of_that_lot_alone():
    case = case_with({"bid": "B1", "lot": "1", "decision": "rejected"})
    assert [said for _, said in out_elsewhere(case, "B1", "1")] == ["a price that was rejected as abnormally low"]
    assert out_elsewhere(case, "B1", "2") == ()


def test_a_rejection_of_an_unsaid_lot_may_put_it_out_of_either():
    case = case_with({"bid": "B1", "decision": "rejected"})
    assert all(out_elsewhere(case, "B1", lot) for lot in "12")


def test_a_bid_of_one_lot_is_meant_by_its_id():
    case = case_with({"bid": "B1", "lot": "2", "decision": "rejected"}, bids=[{"id": "B1", "lot": "1"}])
    assert len(low_price_records(case, "B1", "1")) == 1


def test_bids_that_share_an_id_are_told_apart_by_the_lot_of_the_record():
    bids = [{"id": "B1", "lot": "1"}, {"id": "B1", "lot": "2"}]
    case = case_with({"bid": "B1", "lot": "2", "notified": "2026-03-02"}, bids=bids)
    assert not case.unreadable
    assert low_price_records(case, "1/B1") == ()
    assert [is_asked(one) for one in low_price_records(case, "2/B1")] == [True]


@pytest.mark.parametrize("turned", [False, True])
def test_a_question_is_owed_for_each_lot_in_whatever_order_they_are_recorded(turned):
    asked, silent = (
        {"bid": "B1", "lot": "1", "notified": "2026-03-02"},
        {"bid": "B1", "lot": "2", "decision": "rejected"},
    )
    case = case_with(*((silent, asked) if turned else (asked, silent)))
    found, without_lot = unasked_in(case, case.bids[0])
    assert (found.lot, without_lot) == ("2", None)


def test_a_record_without_its_lot_may_tell_of_any():
    case = case_with({"bid": "B1", "notified": "2026-03-02"}, {"bid": "B1", "lot": "2", "decision": "rejected"})
    found, without_lot = unasked_in(case, case.bids[0])
    assert (found.lot, is_asked(without_lot)) == ("2", True)


def test_a_question_may_be_told_in_the_words_of_the_decision():
    told = case_with({"bid": "B1", "decision": "asked to explain; reply accepted"}, {"bid": "B1", "decision": "kept"})
    assert [is_asked(one) for one in low_price_records(told, "B1")] == [True, False]
