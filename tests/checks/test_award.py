"""The award against the record: who stood before the winner, and whether the contract waited."""

import pytest

from fairaudit.engine.rulefiles.packs import shipped_packs
from tests.checks.scoring_case import outcome, said

BEST = "award-not-to-the-best"


def awarded(*bids, ranks=(("B1", 1), ("B2", 2), ("B3", 3)), **more):
    return {
        "evaluation": {"ranking": [{"bid": bid, "rank": rank} for bid, rank in ranks]},
        "awards": [{"id": f"A{index}", "bid": bid} for index, bid in enumerate(bids)],
    } | more


@pytest.mark.parametrize(
    ("winners", "expected"),
    [
        (["B1"], "passed"),
        (["B2"], "flagged"),
        (["B1", "B2"], "passed"),
        (["B1", "B3"], "flagged"),
        (["B9"], "not-assessed"),
    ],
)
def test_whoever_stands_before_a_winner_is_a_winner_or_out(winners, expected):
    assert outcome(BEST, awarded(*winners)) == expected


@pytest.mark.parametrize("status", ["withdrawn", "rejected", "disqualified", "excluded", "late"])
def test_bids_out_of_the_contest_are_passed_over(status):
    assert outcome(BEST, awarded("B2", bids=[{"id": "B1", "status": status}])) == "passed"
    assert outcome(BEST, awarded("B2", bids=[{"id": "B1", "status": "valid"}])) == "flagged"


def test_a_limit_on_lots_makes_it_a_question():
    assert outcome(BEST, awarded("B2", tender={"lot_limits": {"maximum_awarded": 1}})) == "review"


def of_two_lots(holder="B1", bidder="alder", **more):
    """Return two lots of which one bidder may win one; lot 2 goes to B5, which is second to B4, a bid of `bidder`."""
    bids = [{"id": "B1", "bidder": "alder", "lot": "1"}, {"id": "B2", "bidder": "birch", "lot": "1"}]
    bids += [{"id": "B4", "lot": "2"} | ({"bidder": bidder} if bidder else {})]
    bids += [{"id": "B5", "bidder": "cedar", "lot": "2"}]
    ranks = [{"bid": bid, "lot": lot, "rank": rank} for bid, lot, rank in (("B1", "1", 1), ("B2", "1", 2))]
    ranks += [{"bid": "B4", "lot": "2", "rank": 1}, {"bid": "B5", "lot": "2", "rank": 2}]
    awards = [{"id": "A1", "bid": holder, "lot": "1"}] if holder else []
    tender = {"lots": [{"id": "1"}, {"id": "2"}], "lot_limits": {"maximum_awarded": more.pop("most", 1)}}
    awards = [{**one, "date": day} for one, day in zip(awards, more.pop("first_on", ()), strict=False)] or awards
    awards.append({"id": "A2", "bid": "B5", "lot": "2", "date": "2026-05-06"})
    return {"tender": tender, "bids": bids, "evaluation": {"ranking": ranks}, "awards": awards, **more}


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (of_two_lots(), "not-assessed"),  # By which order it keeps which lot is not published.
        (of_two_lots(first_on=["2026-05-06"]), "not-assessed"),
        (of_two_lots(first_on=["2026-05-09"]), "review"),  # It had no lot yet when it was passed over.
        (of_two_lots(bidder="dale"), "flagged"),  # Who was passed over has won nothing.
        (of_two_lots(most=2), "flagged"),
        (of_two_lots(bidder=None), "review"),
        (of_two_lots(holder=None), "review"),  # Whether alder was awarded lot 1 is not recorded.
        (of_two_lots(holder=None, complete=["awards"]), "flagged"),
        (of_two_lots(holder=None, bidder="dale"), "flagged"),  # It has no bid for another lot.
    ],
)
def test_a_limit_on_lots_explains_what_it_reaches(case, expected):
    assert outcome(BEST, case) == expected


def test_a_recorded_reason_makes_it_lawful():
    reason = {"of": "awards[A0].bid", "text": "B1 could not show its licence"}
    assert outcome(BEST, awarded("B2", tender={"justifications": [reason]})) == "passed"


def test_equal_ranks_are_equal():
    assert outcome(BEST, awarded("B2", ranks=(("B1", 1), ("B2", 1)))) == "passed"


def test_the_lowest_total_wins_where_price_alone_decides():
    def of(winner, method):
        totals = [{"bid": "B1", "total": 900}, {"bid": "B2", "total": 1000}]
        tender = {"award_method": method}
        return outcome(
            BEST, {"tender": tender, "evaluation": {"totals": totals}, "awards": [{"id": "A", "bid": winner}]}
        )

    assert [of("B1", "priceOnly"), of("B2", "priceOnly"), of("B2", "ratedCriteria"), of("B1", "ratedCriteria")] == [
        "passed", "flagged", "passed", "flagged",
    ]  # fmt: skip


def test_an_award_is_compared_within_its_lot():
    case = {
        "bids": [
            {"id": one, "bidder": one.lower(), "lot": lot} for one, lot in (("B1", "1"), ("B2", "1"), ("B3", "2"))
        ],
        "evaluation": {"ranking": [{"bid": "B1", "rank": 1}, {"bid": "B2", "rank": 2}, {"bid": "B3", "rank": 1}]},
        "awards": [{"id": "A1", "suppliers": ["b2"], "lot": "1"}, {"id": "A2", "suppliers": ["b3"], "lot": "2"}],
    }
    assert said(BEST, case) == (
        "flagged",
        "awards[0]: B2 (b2) won from place 2 by the ranking, while B1 (b1) stands before it and is not recorded as out of the contest.",
    )


def test_winning_another_lot_excuses_nothing():
    ranks = [{"bid": bid, "lot": lot, "rank": rank} for lot in "12" for bid, rank in (("B1", 1), ("B2", 2))]
    awards = [{"id": "A1", "bid": "B1", "lot": "1"}, {"id": "A2", "bid": "B2", "lot": "2"}]
    assert outcome(BEST, {"evaluation": {"ranking": ranks}, "awards": awards}) == "flagged"


def test_a_supplier_with_several_bids_is_not_guessed():
    case = {
        "bids": [{"id": "B1", "bidder": "alder"}, {"id": "B2", "bidder": "alder"}],
        "evaluation": {"ranking": [{"bid": "B1", "rank": 1}]},
        "awards": [{"id": "A1", "suppliers": ["alder"]}],
    }
    assert said(BEST, case) == ("not-assessed", "awards[0].bid")


@pytest.mark.parametrize(
    ("signed", "end", "expected"),
    [
        ("2026-05-10", "2026-05-11", "flagged"),
        ("2026-05-11", "2026-05-11", "flagged"),
        ("2026-05-12", "2026-05-11", "passed"),
        ("2026-05-11", "2026-05-11T00:00", "passed"),
        ("2026-05-11", "2026-05-11T23:59", "not-assessed"),
        ("2026-05-11", "2026-05-12T00:00", "flagged"),
        ("2026-05-12", "2026-05-11T23:59Z", "not-assessed"),
        ("2026-05-13", "2026-05-11T23:59Z", "passed"),
    ],
)
def test_a_day_is_judged_only_where_no_time_could_change_it(signed, end, expected):
    awards = [{"id": "A1", "entered_into": signed, "standstill": {"end": end}}]
    assert outcome("signed-before-the-standstill-ended", {"awards": awards}) == expected


def test_with_a_time_zone_the_end_in_another_offset_is_exact():
    awards = [{"id": "A1", "entered_into": "2026-05-12", "standstill": {"end": "2026-05-11T22:59Z"}}]
    case = {"tender": {"time_zone": "Europe/London"}, "awards": awards}
    assert outcome("signed-before-the-standstill-ended", case) == "passed"


def test_a_law_reads_the_same_exceptions_from_a_limit_on_lots_as_the_core():
    rules = {f"{pack.name}/{one.id}": one for pack in shipped_packs() for one in pack.rules}
    for name in ("more-lots-awarded-than-the-limit", "more-lots-tendered-for-than-the-limit"):
        assert rules[f"core/{name}"].given_options == rules[f"uk-pa2023/{name}"].given_options
