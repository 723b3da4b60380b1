"""An extension for all, a portal outage, a UTC stamp read as late or unequal; and data of a later stage called missing.

Each case that must stay silent stands beside one that must not, and what all three families say is compared, not one rule.
"""

from copy import deepcopy

import pytest

from fairaudit.engine.judge import judge
from tests.checks.timed_cases import case_of, findings, missing, outcome, rules


def procurement(**changes):
    """Return a procurement of which everything these families ask for is recorded, and nothing is wrong with it."""
    quiet = {"defects": [], "status": "valid"}
    return deepcopy(
        {
            "tender": {
                "buyer": {"name": "Northvale Council", "country": "GB-ENG"},
                "time_zone": "Europe/London",
                "procurement_method": "open",
                "published": "2026-03-02T09:00",
                "documents_available": "2026-03-02T09:00",
                "enquiry_period": {"end_date": "2026-03-20"},
                "tender_period": {"start_date": "2026-03-02T09:00", "end_date": "2026-03-30T12:00"},
                "submission": {"late_bids": "Late tenders will be rejected."},
                "amendments": [],
                "documents": [],
                "site_visits": [],
            },
            "parties": [
                {"id": "alder", "people": ["p1"], "addresses": []},
                {"id": "birch", "people": ["p2"], "addresses": []},
            ],
            "enquiries": [],
            "bids": [
                {"id": "B1", "bidder": "alder", "received": "2026-03-30T11:40", "value": {"amount": "10"}} | quiet,
                {"id": "B2", "bidder": "birch", "received": "2026-03-30T11:55", "value": {"amount": "11"}} | quiet,
            ],
            "events": [],
            "evaluation": {"opened": {"quality": "2026-03-30T14:00"}},
            "exclusions": [],
            "awards": [{"bid": "B1"}],
            "complete": ["bids", "events", "enquiries"],
        }
        | changes
    )


def first_bid(**changes):
    """Return the procurement with something else about the first bid."""
    case = procurement()
    case["bids"][0] |= changes
    return case


def opened_later(case):
    """Return a case whose bids were opened after the longest deadline used here."""
    case["evaluation"] = {"opened": {"quality": "2026-04-02T14:00"}}
    return case


def test_where_nothing_is_wrong_every_rule_of_these_families_stays_silent():
    case = case_of(procurement())
    judged = {name: str(judge(case, rule, "market").outcome) for name, rule in rules().items()}
    # No register was searched, and nobody says who the subcontractors are.
    open_ = {"rivals-tied-in-a-register": "not-assessed", "rivals-with-the-same-subcontractor": "not-assessed"}
    assert {name: said for name, said in judged.items() if said not in ("passed", "not-applicable")} == open_


def test_an_extension_for_all_is_silent_however_it_was_sent():
    case = procurement(
        events=[{"kind": "extension", "recipients": "all", "date": "2026-03-27", "until": "2026-04-02T12:00"}]
    )
    assert findings(opened_later(case)) == {}
    case["events"] = [
        {"kind": "extension", "bidder": one, "date": "2026-03-27", "until": "2026-04-02T12:00"}
        for one in ("alder", "birch")
    ]
    assert findings(case) == {}
    case["events"] = []
    case["tender"]["amendments"] = [
        {
            "date": "2026-03-27",
            "changes": ["tender_period.end_date"],
            "to": "2026-04-02T12:00",
            "from": "2026-03-30T12:00",
            "recipients": "all",
        }
    ]
    assert findings(case) == {}


def test_an_extension_for_one_is_not():
    one = [{"kind": "extension", "bidder": "alder", "date": "2026-03-27", "until": "2026-04-02T12:00"}]
    assert findings(opened_later(procurement(events=one))) == {
        "extension-for-some-bidders": [
            "flagged",
            "events[0].until: alder had until 2 April 2026 12:00 to bid, birch had not: a difference of 3 days.",
        ],
        "unequal-bid-deadlines": [
            "flagged",
            "events[0].until: birch had to bid by 30 March 2026 12:00, 3 days earlier than alder (2 April 2026 12:00).",
        ],
    }


def test_a_bid_in_time_by_the_extension_for_all_is_not_late():
    case = opened_later(first_bid(received="2026-04-01T10:00"))
    case["events"] = [{"kind": "extension", "recipients": "all", "date": "2026-03-27", "until": "2026-04-02T12:00"}]
    assert findings(case) == {}
    case["events"] = []
    assert sorted(findings(case)) == ["late-bid-accepted", "late-bid-won"]


@pytest.mark.parametrize("stamp", ["2026-03-30T11:00:00Z", "2026-03-30T12:59+02:00", "2026-03-30T12:00"])
def test_a_stamp_in_another_zone_is_not_late(stamp):
    assert findings(first_bid(received=stamp)) == {}


@pytest.mark.parametrize("stamp", ["2026-03-30T11:00:01Z", "2026-03-30T13:00:01+02:00", "2026-03-30T12:00:01"])
def test_a_second_after_the_same_instant_is(stamp):
    assert sorted(findings(first_bid(received=stamp))) == ["late-bid-accepted", "late-bid-won"]


@pytest.mark.parametrize("stamp", ["2026-03-30T11:00Z", "2026-03-30T13:00+02:00", "2026-03-30T12:00"])
def test_one_instant_in_two_spellings_is_one_deadline(stamp):
    assert findings(first_bid(deadline=stamp)) == {}


def test_the_same_hour_in_two_zones_is_not_one_deadline():
    assert list(findings(first_bid(deadline="2026-03-30T12:00Z"))) == ["unequal-bid-deadlines"]


def test_days_on_which_the_clocks_change_are_compared_by_instants():
    case = first_bid(deadline="2026-03-29T00:30Z", received="2026-03-28T09:00")
    case["tender"]["tender_period"]["end_date"] = "2026-03-29T00:30"
    case["bids"][1]["received"] = "2026-03-28T09:00"
    assert "unequal-bid-deadlines" not in findings(case)
    case["bids"][0]["deadline"] = "2026-03-29T02:00"
    assert findings(case)["unequal-bid-deadlines"] == [
        "flagged",
        "bids[0].deadline: birch had to bid by 29 March 2026 00:30, 30 minutes earlier than alder (29 March 2026 02:00).",
    ]


def test_a_portal_outage_is_noted_and_not_held_against_the_bidder():
    case = first_bid(received="2026-03-30T12:50", outage="no upload from 11:30 to 12:45")
    assert findings(case) == {}
    noted = judge(case_of(case), rules()["late-bid-accepted"], "market").notes
    assert [one.note for one in noted] == ["an outage of the portal is recorded for this bid"]
    assert findings(first_bid(received="2026-03-30T12:50", portal_receipt="2026-03-30T11:59")) == {}


def test_a_late_bid_without_an_outage_is():
    assert sorted(findings(first_bid(received="2026-03-30T12:50"))) == ["late-bid-accepted", "late-bid-won"]


def test_a_late_bid_is_only_a_question_where_the_documents_do_not_refuse_it():
    case = first_bid(received="2026-03-30T12:50")
    case["tender"]["submission"] = {"late_bids": "The buyer may disregard late tenders."}
    assert {outcome for outcome, *_ in findings(case).values()} == {"review"}


def test_a_draft_is_not_asked_for_what_comes_later():
    draft = {"tender": procurement()["tender"]}
    case = case_of(draft)
    judged = {name: judge(case, rule, "tender") for name, rule in rules().items()}
    later = {
        one.reason
        for one in judged.values()
        if str(one.outcome) == "not-applicable" and one.rule.stage not in ("template", "tender")
    }
    assert {name for name, one in judged.items() if str(one.outcome) == "not-assessed"} == set()
    assert later == {
        f"judged from stage {one} on; this case is at stage tender" for one in ("bidding", "evaluation", "award")
    }


def test_what_comes_later_is_named_once_it_is_due():
    draft = {"tender": procurement()["tender"]}
    assert outcome(draft, "answer-not-sent-to-all", "bidding") == "not-assessed"
    assert missing(draft, "answer-not-sent-to-all", "bidding") == ["enquiries"]
    assert missing(draft, "late-bid-accepted", "evaluation") == ["bids"]
    assert missing(procurement(awards=None, bids=[{"bidder": "alder", "received": "2026-04-02"}]), "late-bid-won") == [
        "awards"
    ]


def test_absence_is_evidence_only_where_everything_is_there():
    asked = [{"asked_by": "alder", "date": "2026-03-10", "question": "Invented question"}]
    assert list(findings(procurement(enquiries=asked))) == ["question-left-unanswered"]
    assert findings(procurement(enquiries=asked, complete=["bids"])) == {}
    assert missing(procurement(enquiries=asked, complete=["bids"]), "question-left-unanswered") == [
        "completeness of enquiries"
    ]
    refused = first_bid(status="rejected")
    assert findings(refused)["refusal-without-a-reason"][0] == "flagged"
    assert findings(refused | {"complete": []})["refusal-without-a-reason"][0] == "review"
