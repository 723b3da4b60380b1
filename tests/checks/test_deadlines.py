"""Until when each bidder could bid, whatever order the records stand in; and what follows from it for everybody alike."""

import re
from copy import deepcopy
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairaudit.checks.bidders.outages import came_during
from fairaudit.checks.timing.in_words import time_left
from fairaudit.engine.judge import judge
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.times.beginnings import documents_from, opening_of, window_start
from fairaudit.procurement.times.deadlines import (
    Limit,
    Unclear,
    deadline_before,
    deadline_for,
    deadline_of,
    later,
    receipt_of,
)
from fairaudit.procurement.times.lateness import Lateness, lateness
from fairaudit.procurement.times.spans import days_until
from tests.checks.timed_cases import case_of, facts, findings, missing, outcome, rules

NOON = "tender_period: {end_date: 2026-03-30T12:00}"


def deadlines(text):
    """Return the deadline of every bid as written, and where it comes from, or what is missing."""
    case = case_of(text)
    return [shown(deadline_of(case, bid)) for bid in case.bids]


def shown(limit):
    return limit.missing if isinstance(limit, Unclear) else (limit.when.isoformat(), text_of(limit.at.path))


def test_a_deadline_says_where_it_comes_from():
    text = f"""
        tender: {{{NOON}, lots: [{{id: "1"}}, {{id: "2"}}]}}
        bids:
          - {{bidder: alder, lot: "1"}}
          - {{bidder: birch, lot: "1", deadline: 2026-03-31T12:00}}
          - {{bidder: cedar, lot: "2"}}
          - {{bidder: dogwood, lot: "2", deadline: 2026-03-31T12:00}}
        events:
          - {{kind: extension, bidder: alder, until: 2026-04-01T12:00}}
          - {{kind: extension, recipients: all, lot: "2", until: 2026-04-02T12:00}}
          - {{kind: extension, bidder: cedar, until: 2026-04-01T12:00}}
    """
    assert deadlines(text) == [
        ("2026-04-01T12:00", "events[0].until"),
        ("2026-03-31T12:00", "bids[1].deadline"),
        ("2026-04-02T12:00", "events[1].until"),
        ("2026-04-02T12:00", "events[1].until"),
    ]


def test_the_latest_instant_counts_and_not_the_latest_spelling():
    text = f"""
        tender: {{time_zone: Europe/London, {NOON}}}
        bids: [{{bidder: alder}}]
        events:
          - {{kind: extension, recipients: all, until: 2026-03-30T14:30+04:00}}
          - {{kind: extension, recipients: all, until: 2026-03-30T11:30Z}}
          - {{kind: extension, recipients: all, until: 2026-03-30T15:00+06:00}}
    """
    assert deadlines(text) == [("2026-03-30T11:30+00:00", "events[1].until")]


@pytest.mark.parametrize("stored", ["2026-03-30T12:00", "2026-04-02T12:00", "2026-04-09T12:00"])
def test_amendments_move_the_deadline_whichever_of_them_the_tender_already_shows(stored):
    text = f"""
        tender:
          tender_period: {{end_date: {stored}}}
          amendments:
            - {{date: 2026-03-25, changes: [tender_period.end_date], from: 2026-04-02T12:00, to: 2026-04-09T12:00}}
            - {{date: 2026-03-20, changes: [tender.tender_period.end_date], from: 2026-03-30T12:00, to: 2026-04-02T12:00}}
        bids: [{{bidder: alder}}]
    """
    assert deadlines(text) == [("2026-04-09T12:00", "tender.amendments[0].to")]


def test_a_deadline_that_fits_no_recorded_change_is_not_guessed():
    text = """
        tender:
          tender_period: {end_date: 2026-05-01}
          amendments: [{date: 2026-03-20, changes: [tender_period], from: 2026-03-30, to: 2026-04-02}]
        bids: [{bidder: alder}]
    """
    assert deadlines(text) == [("tender.amendments (the change to the deadline that counts)",)]


def test_who_was_not_told_of_a_change_keeps_the_old_deadline():
    change = (
        "{date: 2026-03-20, changes: [tender_period.end_date], to: 2026-04-02, recipients: [alder], from: 2026-03-30}"
    )
    text = "tender: {{tender_period: {{end_date: 2026-04-02}}, amendments: [{}]}}\nbids: [{{bidder: alder}}, {{bidder: birch}}]"
    assert deadlines(text.format(change)) == [
        ("2026-04-02", "tender.amendments[0].to"),
        ("2026-03-30", "tender.amendments[0].from"),
    ]
    silent = change.replace(", from: 2026-03-30", "")
    assert deadlines(text.format(silent))[1] == ("tender.amendments[0].from",)


def test_rounds_have_deadlines_of_their_own():
    text = f"""
        tender: {{{NOON}, rounds: [{{id: "1", end_date: 2026-03-30T12:00}}, {{id: "2", end_date: 2026-05-04}}, {{id: "3"}}]}}
        bids: [{{bidder: alder, round: "1"}}, {{bidder: alder, round: "2"}}, {{bidder: alder, round: "3"}}, {{bidder: alder}}]
    """
    assert deadlines(text) == [
        ("2026-03-30T12:00", "tender.rounds[0].end_date"),
        ("2026-05-04", "tender.rounds[1].end_date"),
        ("tender.rounds[2].end_date",),
        ("bids[3].round",),
    ]


def test_an_extension_for_nobody_named_makes_earlier_deadlines_unsure_and_no_others():
    text = f"""
        tender: {{{NOON}}}
        bids: [{{bidder: alder}}, {{bidder: birch, deadline: 2026-04-05}}]
        events: [{{kind: extension, until: 2026-04-01T12:00}}]
    """
    assert deadlines(text) == [("events[0].recipients",), ("2026-04-05", "bids[1].deadline")]


def test_without_a_zone_times_with_and_without_offset_are_not_compared():
    text = f"tender: {{{NOON}}}\nbids: [{{bidder: alder, received: 2026-03-30T11:30Z}}]"
    case = case_of(text)
    assert lateness(case, case.bids[0]) == Unclear(
        "the order of two moments depends on a time zone that is not given", ("tender.time_zone",)
    )
    far = case_of(text.replace("30T11:30Z", "28T11:30Z"))
    assert lateness(far, far.bids[0]) is None
    # Nowhere on earth was it in time; how late at least is told by the zone that is kindest to the bidder.
    late = case_of(text.replace("30T11:30Z", "31T01:00Z"))
    found = lateness(late, late.bids[0])
    assert isinstance(found, Lateness)
    assert (found.by, found.at_least) == (timedelta(hours=1), True)


def late_by(deadline, received, zone="Europe/London"):
    case = case_of(
        f"tender: {{time_zone: {zone}, tender_period: {{end_date: {deadline}}}}}\nbids: [{{bidder: a, received: {received}}}]"
    )
    late = lateness(case, case.bids[0])
    return late.missing if isinstance(late, Unclear) else late and int(late.by.total_seconds())


@pytest.mark.parametrize(
    ("deadline", "received", "seconds"),
    [
        ("2026-03-30T12:00", "2026-03-30T12:00", None),
        ("2026-03-30T12:00", "2026-03-30T12:00:01", 1),
        ("2026-03-30T12:00", "2026-03-30T11:00:00Z", None),
        ("2026-03-30T12:00", "2026-03-30T11:00:01Z", 1),
        ("2026-03-30T12:00", "2026-03-30T12:30:00+02:00", None),
        ("2026-03-30", "2026-03-30T23:59", None),
        ("2026-03-30", "2026-03-31T00:00", None),
        ("2026-03-30", "2026-03-31T00:00:30", 30),
        ("2026-03-30", "2026-03-30", None),
        ("2026-03-30T12:00", "2026-03-29", None),
        ("2026-03-30T12:00", "2026-03-30", ("bids[0].received",)),
        ("2026-03-30T12:00", "2026-03-31", 12 * 3600),
        # The night the clocks go forward has no 01:30; the day has 23 hours.
        ("2026-03-29T00:59:59", "2026-03-29T02:00", 1),
        ("2026-10-25T03:00", "2026-10-25T03:00Z", None),
        # It has 01:30 twice in autumn: written alike may be an hour late, and the least that is certain is told.
        ("2026-10-25T01:30", "2026-10-25T01:30", ("bids[0].received (with its offset)",)),
        ("2026-10-25T01:30Z", "2026-10-25T01:30Z", None),
        ("2026-10-25T01:30", "2026-10-25T00:59", None),
        ("2026-10-25T01:30", "2026-10-25T02:45", 75 * 60),
        ("2026-10-25T00:30", "2026-10-25T01:10", 40 * 60),
        ("2026-10-25T03:00", "2026-10-25T03:00:01Z", 1),
        ("2026-03-30", "2026-03-31", 24 * 3600),
    ],
)
def test_a_bid_is_late_by_instants(deadline, received, seconds):
    assert late_by(deadline, received) == seconds


def test_the_earlier_of_two_receipts_counts():
    text = """
        bids:
          - {bidder: a, received: 2026-03-30T14:00, portal_receipt: 2026-03-30T11:58}
          - {bidder: b, received: 2026-03-30T11:00, portal_receipt: 2026-03-30T11:58}
          - {bidder: c}
    """
    case = case_of(text)
    assert [shown(receipt_of(case, bid)) for bid in case.bids] == [
        ("2026-03-30T11:58", "bids[0].portal_receipt"),
        ("2026-03-30T11:00", "bids[1].received"),
        ("bids[2].received",),
    ]


def test_the_first_opening_is_the_recorded_one_before_the_announced_one():
    text = "tender: {submission: {opening: 2026-03-30T13:00}}\n"
    assert shown(opening_of(case_of(text))) == ("2026-03-30T13:00", "tender.submission.opening")
    text += "evaluation: {opened: {price: 2026-04-10, quality: 2026-03-30T14:00}}"
    assert shown(opening_of(case_of(text))) == ("2026-03-30T14:00", "evaluation.opened.quality")


def test_documents_are_read_from_the_first_moment_a_bidder_could():
    text = """
        tender:
          documents_available: 2026-03-02T09:00
          documents:
            - {id: D1, available_at: 2026-02-27, recipients: [alder]}
            - {id: D2, available_at: 2026-03-12, recipients: all}
        events:
          - {kind: access, bidder: birch, date: 2026-02-20}
          - {kind: document, bidder: cedar, document: D2, date: 2026-03-20}
    """
    case = case_of(text)
    assert [shown(documents_from(case, one)) for one in ("alder", "birch", "cedar", None)] == [
        ("2026-02-27", "tender.documents[0].available_at"),
        ("2026-02-20", "events[0].date"),
        ("2026-03-02T09:00", "tender.documents_available"),
        ("2026-03-02T09:00", "tender.documents_available"),
    ]
    assert shown(documents_from(case, "cedar", "D2")) == ("2026-03-12", "tender.documents[1].available_at")
    assert shown(documents_from(case_of("bids: []"), "cedar")) == ("tender.documents_available",)


def test_a_window_begins_when_the_tender_is_out_and_the_documents_are_there():
    both = "tender: {published: 2026-03-02T09:00, documents_available: 2026-03-05}"
    assert shown(window_start(case_of(both))) == ("2026-03-05", "tender.documents_available")
    assert shown(window_start(case_of("tender: {tender_period: {start_date: 2026-03-02}}")))[0] == "2026-03-02"
    assert shown(window_start(case_of("tender: {title: Invented}"))) == ("tender.published",)
    stated = "tender: {published: 2026-03-02, tender_period: {start_date: 2026-03-09T08:00}}"
    assert shown(window_start(case_of(stated))) == ("2026-03-09T08:00", "tender.tender_period.start_date")
    sooner = "tender: {published: 2026-03-02, tender_period: {start_date: 2026-02-20}}"
    assert shown(window_start(case_of(sooner))) == ("2026-03-02", "tender.published")


def test_everything_about_one_unfair_case():
    text = """
        tender:
          time_zone: Europe/London
          procurement_method: open
          published: 2026-03-02T09:00
          documents_available: 2026-03-02T09:00
          enquiry_period: {end_date: 2026-03-20}
          tender_period: {start_date: 2026-03-02T09:00, end_date: 2026-03-30T12:00}
          submission: {late_bids: reject}
          amendments: []
          documents: []
          site_visits: []
        enquiries: []
        parties:
          - {id: alder, name: Alder Ltd, people: [], addresses: []}
          - {id: birch, name: Birch CIC, people: [], addresses: []}
        bids:
          - {id: B1, bidder: alder, received: 2026-03-31T13:00, status: valid, defects: [], value: {amount: 10}}
          - {id: B2, bidder: birch, received: 2026-03-30T11:59, status: valid, defects: [], value: {amount: 11}}
        events: [{kind: extension, bidder: alder, date: 2026-03-29, until: 2026-03-31T12:00}]
        evaluation: {opened: {quality: 2026-03-30T14:00}}
        awards: [{bid: B1}]
        complete: [bids, events]
    """
    assert findings(text) == {
        "unequal-bid-deadlines": [
            "flagged",
            "events[0].until: Birch CIC had to bid by 30 March 2026 12:00, 1 day earlier than Alder "
            "Ltd (31 March 2026 12:00).",
        ],
        "extension-for-some-bidders": [
            "flagged",
            "events[0].until: Alder Ltd had until 31 March 2026 12:00 to bid, Birch CIC had not: a difference of 1 day.",
        ],
        "bids-opened-before-the-deadline": [
            "flagged",
            "evaluation.opened.quality: Bids were opened on 30 March 2026 14:00, 22 hours before the "
            "last deadline (31 March 2026 12:00).",
        ],
        "late-bid-accepted": [
            "flagged",
            "bids[0].received: The bid of Alder Ltd came on 31 March 2026 13:00, 1 hour after its "
            "deadline (31 March 2026 12:00), and was let in.",
        ],
        "late-bid-won": [
            "flagged",
            "bids[0].received: The winning bid of Alder Ltd came on 31 March 2026 13:00, 1 hour "
            "after its deadline (31 March 2026 12:00).",
        ],
        "bid-accepted-after-opening": [
            "flagged",
            "bids[0].received: The bid of Alder Ltd came on 31 March 2026 13:00, after bids had been "
            "opened on 30 March 2026 14:00, and was let in.",
        ],
    }


def test_before_the_opening_rules_about_bids_do_not_apply():
    text = f"tender: {{{NOON}}}"
    assert outcome(text, "unequal-bid-deadlines", "bidding") == "not-applicable"
    assert outcome(text, "extension-for-some-bidders", "bidding") == "not-assessed"
    assert missing(text, "unequal-bid-deadlines") == ["bids"]


TIMES = st.sampled_from(
    [
        "2026-03-29T12:00",
        "2026-03-30T12:00",
        "2026-03-30T11:00Z",
        "2026-03-30T13:00+02:00",
        "2026-03-31",
        "2026-03-31T17:00",
        "2026-03-31T23:59",
        "2026-04-01T00:00",
        "2026-04-01T12:00",
    ]
)
BIDDERS = ("alder", "birch", "cedar", "dogwood")
EVENTS = st.lists(
    st.one_of(
        st.fixed_dictionaries(
            {"kind": st.sampled_from(["extension"]), "bidder": st.sampled_from(BIDDERS), "until": TIMES, "date": TIMES}
        ),
        st.fixed_dictionaries(
            {
                "kind": st.sampled_from(["extension", "document", "site-visit"]),
                "recipients": st.just("all"),
                "until": TIMES,
            }
        ),
        st.fixed_dictionaries(
            {
                "kind": st.sampled_from(["document", "access", "contact", "answer", "clarification", "site-visit"]),
                "bidder": st.sampled_from(BIDDERS),
                "date": TIMES,
                "document": st.just("D1"),
                "topic": st.just("unsigned"),
                "channel": st.just("telephone"),
            }
        ),
    ),
    max_size=4,
)
DEFECTS = st.lists(
    st.fixed_dictionaries(
        {"code": st.just("unsigned"), "decision": st.sampled_from(["accepted", "rejected", "cured"])},
        optional={"cure_until": TIMES},
    ),
    max_size=1,
)
BID = st.fixed_dictionaries(
    {
        "received": TIMES,
        "status": st.sampled_from(["valid", "late", "rejected", "withdrawn"]),
        "defects": DEFECTS,
        "value": st.sampled_from([{"amount": "10", "currency": "GBP"}, {"amount": "11", "currency": "GBP"}]),
    },
    optional={
        "lot": st.sampled_from(["1", "2"]),
        "deadline": TIMES,
        "outage": st.just("log 17"),
        "portal_receipt": TIMES,
    },
)


@st.composite
def procurements(draw):
    bids = [{"bidder": one, "id": f"bid of {one}"} | draw(BID) for one in BIDDERS]
    recipients = st.one_of(st.just("all"), st.lists(st.sampled_from(BIDDERS), unique=True))
    return {
        "tender": {
            "time_zone": "Europe/London",
            "procurement_method": "open",
            "published": "2026-03-02",
            "documents_available": "2026-03-02",
            "tender_period": {"end_date": draw(TIMES)},
            "submission": {"late_bids": draw(st.sampled_from(["reject", "may be accepted"]))},
            "lots": [{"id": "1"}, {"id": "2"}],
            "site_visits": [{"date": "2026-03-10", "mandatory": "true", "bidders": draw(recipients)}],
            "documents": [{"id": "D1", "available_at": "2026-03-02", "recipients": draw(recipients)}],
        },
        "parties": [{"id": one, "people": [draw(st.sampled_from(["p1", one]))], "addresses": []} for one in BIDDERS],
        "enquiries": [{"answered": "2026-03-10", "answer": "yes", "recipients": draw(recipients)}],
        "bids": bids,
        "events": draw(EVENTS),
        "evaluation": {"opened": {"quality": "2026-04-01T12:00"}},
        "awards": [{"bid": f"bid of {draw(st.sampled_from(BIDDERS))}"}],
        "complete": ["bids"],
    }


def renamed(value, names):
    """Return a value with every bidder renamed."""
    if isinstance(value, dict):
        return {key: renamed(one, names) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(renamed(one, names) for one in value)
    return re.sub("|".join(names), lambda match: names[match[0]], value) if isinstance(value, str) else value


@settings(max_examples=150, deadline=None)
@given(procurements(), st.permutations(BIDDERS))
def test_renaming_the_bidders_renames_them_in_the_findings_and_changes_nothing_else(case, names):
    swap = dict(zip(BIDDERS, names, strict=True))
    before = [
        (rule, out, sure, tuple(sorted(renamed(words, swap)))) for rule, out, sure, words in facts(deepcopy(case))
    ]
    assert facts(renamed(case, swap)) == sorted(before)


@settings(max_examples=150, deadline=None)
@given(procurements(), st.randoms(use_true_random=False))
def test_the_order_of_bids_and_events_says_nothing(case, chance):
    shuffled = deepcopy(case)
    for section in ("bids", "events", "parties"):
        chance.shuffle(shuffled[section])
    assert facts(shuffled) == facts(case)


@settings(max_examples=200, deadline=None)
@given(procurements(), st.randoms(use_true_random=False))
def test_a_deadline_never_depends_on_the_order_of_events(case, chance):
    shuffled = deepcopy(case)
    chance.shuffle(shuffled["events"])
    first, second = case_of(deepcopy(case)), case_of(shuffled)
    for one, other in zip(first.bids, second.bids, strict=True):
        mine, theirs = deadline_of(first, one), deadline_of(second, other)
        assert isinstance(mine, Unclear) == isinstance(theirs, Unclear)
        if not isinstance(mine, Unclear):
            assert first.clock.exact(mine.when, True) == second.clock.exact(theirs.when, True)
    # What names an event by its place in the list names another place of the same.
    assert re.sub(r"\d+(?=\])", "", shown(deadline_for(first))[0]) == re.sub(
        r"\d+(?=\])", "", shown(deadline_for(second))[0]
    )


NAMES = {"alder": "Alder Services Ltd", "birch": "Birch Care CIC", "cedar": "Cedar", "dogwood": "Dogwood & Sons plc"}
SPELT = {"alder": "ALDER SERVICES LIMITED", "birch": "Birch Care", "cedar": "cedar", "dogwood": "Dogwood and Sons PLC"}


@settings(max_examples=150, deadline=None)
@given(procurements())
def test_recipients_may_be_called_by_their_names(case):
    for party in case["parties"]:
        party["name"] = NAMES[party["id"]]
    called = deepcopy(case)
    for record in (*called["tender"]["documents"], *called["enquiries"]):
        if record["recipients"] == "all":
            record["recipients"] = ["All bidders"]
        else:
            record["recipients"] = [SPELT[one] for one in record["recipients"]]
    for event in called["events"]:
        if "bidder" in event:
            event["recipients"] = [SPELT[event.pop("bidder")]]
    assert facts(called) == facts(case)


def between(first, second, zone="Europe/London"):
    case = case_of(
        f"tender: {{time_zone: {zone}, tender_period: {{end_date: {first}}}}}\nbids: [{{bidder: a, deadline: {second}}}]"
    )
    tender = case.tender.tender_period
    found = later(
        case.clock,
        Limit(tender.end_date, tender.field("end_date")),
        Limit(case.bids[0].deadline, case.bids[0].field("deadline")),
    )
    return found.missing if isinstance(found, Unclear) else int(found.total_seconds())


VAGUE = ("tender.tender_period.end_date",)


@pytest.mark.parametrize(
    ("first", "second", "seconds"),
    [
        ("2026-03-30T12:00", "2026-03-30T16:00", 4 * 3600),
        ("2026-03-30T16:00", "2026-03-30T12:00", -4 * 3600),
        ("2026-03-30T12:00", "2026-03-30T12:00:00", 0),
        # As a late bid is: 12:00:30 is 30 seconds after 12:00.
        ("2026-03-30T12:00", "2026-03-30T12:00:30", 30),
        ("2026-03-30T12:00:29", "2026-03-30T12:00:30", 1),
        ("2026-03-30T12:00", "2026-03-30T12:01", 60),
        ("2026-03-30T23:59", "2026-03-30T23:59:59", 0),
        ("2026-03-30T23:59:59", "2026-03-31T00:00", 0),
        ("2026-03-30T23:59", "2026-03-31T00:01", 60),
        ("2026-03-30", "2026-03-30T23:59", 0),
        ("2026-03-30", "2026-03-31T00:00", 0),
        ("2026-03-30", "2026-03-30T22:59Z", 0),
        ("2026-03-30", "2026-03-30T17:00", VAGUE),
        ("2026-03-30", "2026-03-30T16:00Z", VAGUE),
        ("2026-03-30", "2026-03-30T00:00", VAGUE),
        ("2026-03-30", "2026-03-31T12:00", 12 * 3600),
        ("2026-03-30", "2026-03-31", 24 * 3600),
        ("2026-03-30", "2026-03-30", 0),
        # The day on which the clocks go forward has 23 hours.
        ("2026-03-28T12:00", "2026-03-29T12:00", 23 * 3600),
        ("2026-10-24T12:00", "2026-10-25T12:00", 25 * 3600),
        ("2026-10-25T12:00", "2026-10-25T12:00Z", 0),
    ],
)
def test_two_deadlines_are_one_or_not(first, second, seconds):
    assert between(first, second) == seconds


def test_a_deadline_of_the_last_minute_of_a_day_is_not_held_against_its_seconds():
    assert late_by("2026-03-30T23:59", "2026-03-30T23:59:30") == ("tender.tender_period.end_date",)
    assert late_by("2026-03-30T23:59", "2026-03-31T00:00:00") == 60
    assert late_by("2026-03-30T12:59", "2026-03-30T12:59:30") == 30


def days(start, end, foreign=False):
    case = case_of(f"tender: {{time_zone: Europe/London, published: {start}, tender_period: {{end_date: {end}}}}}")
    case = replace(case, documents=tuple(one._replace(foreign=foreign) for one in case.documents))
    tender = case.tender
    limit = Limit(tender.tender_period.end_date, tender.tender_period.field("end_date"))
    return days_until(case, tender.published, limit), time_left(case, tender.published, limit, 14)


@pytest.mark.parametrize(
    ("start", "end", "counted", "words"),
    [
        ("2026-03-02T09:00", "2026-03-17T12:00", 15, "15 days 3 hours"),
        ("2026-03-02T16:00", "2026-03-16T08:00", 14, "13 days 16 hours"),
        ("2026-03-02T23:00", "2026-03-17T00:00", 14, "14 days 1 hour"),
        ("2026-03-02", "2026-03-17T00:00", 14, "14 days"),
        ("2026-03-02", "2026-03-16", 14, "14 days"),
        ("2026-03-02T09:00", "2026-03-16T24:00", 14, "14 days 15 hours"),
        # Midnight at both ends is how days are written as moments.
        ("2026-03-02T00:00", "2026-03-17T00:00", 15, "15 days"),
        ("2026-03-27T00:00", "2026-03-30T00:00", 3, "3 days"),
        # Three days by the calendar and by the clock on the wall, and 71 hours go by.
        ("2026-03-27T12:00", "2026-03-30T12:00", 3, "2 days 23 hours"),
        ("2026-03-30T10:00", "2026-03-30T12:40", 0, "2 hours 40 minutes"),
        ("2026-03-30T12:00:00", "2026-03-30T12:00:20", 0, "less than a minute"),
        ("2026-03-30T13:00", "2026-03-30T12:00", 0, "no time"),
    ],
)
def test_days_are_counted_by_the_calendar_and_told_as_time_passes(start, end, counted, words):
    assert days(start, end) == (counted, words)


@pytest.mark.parametrize("end", ["2026-03-17T00:00", "2026-03-17T00:00Z", "2026-06-17T00:00Z", "2026-06-16T23:00Z"])
def test_the_midnight_of_a_register_is_a_day_without_an_hour(end):
    start = end[:8] + "02T14:33"
    assert days(start, end, foreign=True) == (15, "14 days")


MOVES = """
    tender:
      tender_period: {end_date: 2026-04-13T12:00}
      amendments:
        - {date: 2026-04-08, changes: [deadline], from: 2026-04-07T12:00, to: 2026-04-10T12:00}
        - {date: 2026-04-09, changes: [specification]}
        - {date: 2026-04-11T09:00, changes: [deadline], from: 2026-04-10T12:00, to: 2026-04-13T12:00}
    events: [{kind: extension, recipients: [alder], date: 2026-04-09, until: 2026-04-12T12:00}]
"""


def test_what_was_moved_later_does_not_make_an_earlier_move_timely():
    case = case_of(MOVES)
    one, spec, two = case.tender.amendments
    [event] = case.events
    before = {key: shown(deadline_before(case, key)) for key in (one, spec, two, event)}
    assert list(before.values()) == [
        ("2026-04-07T12:00", "tender.amendments[0].from"),
        ("2026-04-10T12:00", "tender.amendments[0].to"),
        ("2026-04-10T12:00", "tender.amendments[2].from"),
        ("2026-04-10T12:00", "tender.amendments[0].to"),
    ]
    assert shown(deadline_before(case, two, "alder")) == ("2026-04-12T12:00", "events[0].until")
    assert findings(MOVES.replace("recipients: [alder]", "recipients: all"))["deadline-moved-after-it-had-passed"] == [
        "flagged",
        "tender.amendments[0].date: The deadline was moved on 8 April 2026 (3 days later), when it (7 April 2026 12:00) had passed. It went to: "
        "not recorded; not to: not recorded. Whose bid was in by then: not recorded.",
    ]


def test_bids_that_a_late_extension_made_timely_are_named_with_it():
    text = """
        tender: {tender_period: {end_date: 2026-03-30T12:00}, submission: {late_bids: reject}}
        bids:
          - {bidder: alder, received: 2026-03-31T09:00, status: valid}
          - {bidder: birch, received: 2026-03-30T11:00, status: valid}
          - {bidder: cedar, received: 2026-04-03T09:00, status: late}
        events: [{kind: extension, recipients: all, date: 2026-03-31T08:00, until: 2026-04-01T12:00}]
    """
    case = case_of(text)
    [hit] = judge(case, rules()["extension-after-the-deadline"], "market").hits
    assert [(text_of(node.path), words) for node, words in hit.hit.related] == [
        ("tender.tender_period.end_date", "the deadline that had passed"),
        ("bids[0].received", "came when the deadline had passed"),
    ]


def test_an_extension_goes_to_the_last_round_it_reaches():
    text = """
        tender:
          tender_period: {end_date: 2026-03-30T12:00}
          rounds: [{id: "1", end_date: 2026-03-30T12:00}, {id: "2", end_date: 2026-05-04T12:00}]
        bids: [{bidder: alder, round: "1"}, {bidder: alder, round: "2"}]
        events: [{kind: extension, recipients: all, until: 2026-05-11T12:00}]
    """
    assert deadlines(text) == [
        ("2026-03-30T12:00", "tender.rounds[0].end_date"),
        ("2026-05-11T12:00", "events[0].until"),
    ]
    assert shown(deadline_for(case_of(text)))[0] == "2026-03-30T12:00"
    assert deadlines(text.replace("2026-05-11", "2026-04-02")) == [
        ("2026-04-02T12:00", "events[0].until"),
        ("2026-05-04T12:00", "tender.rounds[1].end_date"),
    ]


def test_a_deadline_stored_as_it_was_is_moved_by_a_change_that_says_only_to_when():
    text = """
        tender: {tender_period: {end_date: 2026-03-30T12:00}, amendments: [{date: 2026-03-20, changes: [deadline], to: DAY}]}
        bids: [{bidder: alder}]
    """
    assert deadlines(text.replace("DAY", "2026-04-02T12:00")) == [("2026-04-02T12:00", "tender.amendments[0].to")]
    assert deadlines(text.replace("DAY", "2026-03-27T12:00")) == [
        ("tender.amendments (the change to the deadline that counts)",)
    ]


def test_an_announced_opening_is_none_once_the_deadline_has_moved_beyond_it():
    text = """
        tender: {tender_period: {end_date: 2026-03-30T12:00}, submission: {opening: 2026-03-30T14:00}}
        bids: [{bidder: alder, status: valid, received: 2026-03-30T15:00}]
        events: [{kind: extension, recipients: all, date: 2026-03-27, until: DAY}]
    """
    assert missing(text.replace("DAY", "2026-03-31"), "bid-accepted-after-opening") == ["evaluation.opened"]
    assert outcome(text.replace("DAY", "2026-03-30T13:00"), "bid-accepted-after-opening") == "review"


def test_an_opening_is_overtaken_by_an_extension_told_to_each_bidder_by_a_record_of_its_own():
    text = """
        tender: {tender_period: {end_date: 2026-03-30T12:00}, submission: {opening: 2026-03-30T14:00}}
        bids:
          - {id: B1, bidder: alder, status: valid, received: 2026-03-30T15:00}
          - {id: B2, bidder: birch, status: valid, received: 2026-03-30T10:00}
        events:
          - {kind: extension, bidder: alder, date: 2026-03-27, until: DAY}
          - {kind: extension, bidder: birch, date: 2026-03-27, until: DAY}
    """
    moved, nearer = text.replace("DAY", "2026-03-31"), text.replace("DAY", "2026-03-30T13:00")
    assert missing(moved, "bid-accepted-after-opening") == ["evaluation.opened"]
    assert missing(moved, "bids-opened-before-the-deadline") == ["evaluation.opened"]
    assert outcome(nearer, "bid-accepted-after-opening") == "review"
    assert outcome(nearer, "bids-opened-before-the-deadline") == "passed"


LOTLESS = """
    tender: {tender_period: {end_date: 2026-03-30T12:00}, lots: [{id: "1"}, {id: "2"}]}
    bids: [{bidder: alder, lot: "1"}, {bidder: birch, lot: "2", deadline: SECOND}, {bidder: cedar, deadline: OWN}]
    events: []
"""


@pytest.mark.parametrize(
    ("second", "own", "expected"),
    [
        ("2026-03-30T12:00", "2026-03-30T12:00", "passed"),
        ("2026-03-30T12:00", "2026-03-30T16:00", "review"),
        ("2026-03-30T12:00", "2026-03-29T12:00", "review"),
        ("2026-04-02T12:00", "2026-04-02T12:00", "not-assessed"),
        ("2026-04-02T12:00", "2026-04-01T12:00", "not-assessed"),
        ("2026-04-02T12:00", "2026-04-03T12:00", "review"),
        ("2026-04-02T12:00", "2026-03-29T12:00", "review"),
    ],
)
def test_a_bid_without_a_lot_is_compared_with_those_of_every_lot(second, own, expected):
    assert outcome(LOTLESS.replace("SECOND", second).replace("OWN", own), "unequal-bid-deadlines") == expected


def test_a_bidder_does_not_compete_with_itself_in_another_lot():
    text = LOTLESS.replace("SECOND", "2026-03-30T12:00").replace("OWN", "2026-03-30T16:00")
    own = text.replace("bidder: birch, lot", "bidder: cedar, lot").replace("bidder: alder, lot", "bidder: cedar, lot")
    assert outcome(own + "    complete: [bids]\n", "unequal-bid-deadlines") == "passed"


@pytest.mark.parametrize(
    ("deadline", "granted", "earlier"),
    [
        # The clocks go forward on 29 March 2026 and back on 25 October 2026.
        ("2026-03-28T12:00", "2026-03-29T12:00", "23 hours"),
        ("2026-10-24T12:00", "2026-10-25T12:00", "1 day 1 hour"),
        ("2026-10-25T01:30+01:00", "2026-10-25T01:30+00:00", "1 hour"),
        ("2026-03-29T00:59:59Z", "2026-03-29T02:00:30", "31 seconds"),
        ("2026-03-30T12:00:00Z", "2026-03-30T13:00:00", None),
        ("2026-03-30T12:00:01Z", "2026-03-30T13:00:02+01:00", "1 second"),
        ("2026-03-30T12:00", "2026-03-30T07:00-04:00", None),
    ],
)
def test_deadlines_are_compared_to_the_second_whatever_the_zone_and_the_clock_change(deadline, granted, earlier):
    found = findings(
        {
            "tender": {"time_zone": "Europe/London", "tender_period": {"end_date": deadline}},
            "bids": [{"id": "B1", "bidder": "Alder", "deadline": granted}, {"id": "B2", "bidder": "Birch"}],
            "events": [],
        }
    ).get("unequal-bid-deadlines")
    assert (found is None) == (earlier is None)
    assert earlier is None or f", {earlier} earlier than Alder (" in found[1]


def test_an_extension_until_a_day_before_it_was_given_leaves_the_deadline_open_unless_it_moves_it():
    text = f"""
        tender: {{{NOON}}}
        bids: [{{bidder: alder}}, {{bidder: birch}}]
        events:
          - {{kind: extension, bidder: alder, date: 2026-03-20T10:00, until: 2026-03-19T12:00}}
          - {{kind: extension, bidder: birch, date: 2026-04-01T10:00, until: 2026-03-31T12:00}}
    """
    assert deadlines(text) == [("events[0].until",), ("2026-03-31T12:00", "events[1].until")]


def test_an_outage_that_ends_before_it_begins_still_excuses_what_came_on_its_day():
    text = f"""
        tender: {{{NOON}}}
        bids: [{{id: B1, bidder: alder, received: 2026-03-30T12:30, status: late}}, {{id: B2, bidder: birch, status: valid}}]
        events: [{{kind: outage, date: 2026-03-30T11:00, until: 2026-03-30T10:00}}]
    """
    case = case_of(text)
    assert [came_during(case, bid) for bid in case.bids] == [True, False]
