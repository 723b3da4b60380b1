"""Forty small procurements about time: twenty in which somebody had more of it, and twenty that only look so.

Each is one in which nothing is wrong, with one thing changed; what all rules on deadlines, information and bids say of it
is compared. Beside a case that must be found stands one that must not be.
"""

import pytest

from tests.checks.test_false_alarms_deadlines import procurement
from tests.checks.timed_cases import findings

NAMED = [
    {"id": "alder", "name": "Alder Services Ltd", "people": ["p1"], "addresses": []},
    {"id": "birch", "name": "Birch Care CIC", "people": ["p2"], "addresses": []},
]
LATE_OPENING = {"opened": {"quality": "2026-05-20T14:00"}}


def case(*, tender=None, bids=(), **sections):
    """Return the quiet procurement with fields of the tender, of its two bids in order, and whole sections changed."""
    made = procurement(**sections)
    made["tender"] |= tender or {}
    for bid, changes in zip(made["bids"], bids, strict=False):
        bid |= changes
    return made


def bid(number, bidder, **fields):
    quiet = {"defects": [], "status": "valid", "received": "2026-03-30T11:00", "value": {"amount": str(number)}}
    return {"id": f"B{number}", "bidder": bidder} | quiet | fields


def firms(*keys):
    return [{"id": key, "people": [f"person of {key}"], "addresses": []} for key in keys]


def extension(until="2026-04-02T12:00", date="2026-03-27", **whom):
    return {"kind": "extension", "date": date, "until": until} | whom


def moved(date, to, **fields):
    return {"date": date, "changes": ["deadline"], "from": "2026-03-30T12:00", "to": to} | fields


def document(key, who, at, **fields):
    return {"id": key, "available_at": at, "recipients": who} | fields


TWO_LOTS = {"lots": [{"id": "1"}, {"id": "2"}]}
IN_LOTS = [bid(1, "alder", lot="1"), bid(2, "birch", lot="1"), bid(3, "cedar", lot="2"), bid(4, "dogwood", lot="2")]
FOUR = firms("alder", "birch", "cedar", "dogwood")
ROUNDS = {"rounds": [{"id": "R1", "end_date": "2026-03-30T12:00"}, {"id": "R2", "end_date": "2026-05-04T12:00"}]}
IN_ROUNDS = [
    bid(one, who, round=key, received=f"2026-{day}T11:00")
    for one, who, key, day in (
        (1, "alder", "R1", "03-30"), (2, "birch", "R1", "03-30"), (3, "alder", "R2", "05-04"), (4, "birch", "R2", "05-04"),
    )
]  # fmt: skip


def with_bids(bids, parties, **more):
    return case(bids=(), parties=parties, **more) | {"bids": [dict(one) for one in bids]}


def changed(bids, number, **fields):
    return [one | fields if one["id"] == f"B{number}" else one for one in bids]


FOUND = {
    "a stamp in UTC on a clock an hour ahead is late": (
        case(tender={"time_zone": "Europe/Paris"}, bids=[{"received": "2026-03-30T10:30Z"}]),
        {"late-bid-accepted": "flagged", "late-bid-won": "flagged"},
    ),
    "half an hour late by winter time on the day the clocks go back": (
        case(
            tender={"tender_period": {"end_date": "2026-10-25T12:00"}, "enquiry_period": {"end_date": "2026-10-10"}},
            bids=[{"received": "2026-10-25T12:30Z"}, {"received": "2026-10-25T11:00Z"}],
            evaluation={"opened": {"quality": "2026-10-26T09:00"}},
        ),
        {"late-bid-accepted": "flagged", "late-bid-won": "flagged", "deadline-outside-working-time": "flagged"},
    ),
    "an extension for one of two, who is named and not numbered": (
        case(parties=NAMED, events=[extension(recipients=["ALDER SERVICES LIMITED"])], evaluation=LATE_OPENING),
        {"extension-for-some-bidders": "flagged", "unequal-bid-deadlines": "flagged", "bids-opened-long-after-the-deadline": "flagged"},
    ),
    "an extension for all but one of three": (
        with_bids(
            [bid(1, "alder"), bid(2, "birch"), bid(3, "cedar")], firms("alder", "birch", "cedar"),
            events=[extension(recipients=["alder", "birch"])], evaluation={"opened": {"quality": "2026-04-02T14:00"}},
        ),
        {"extension-for-some-bidders": "flagged", "unequal-bid-deadlines": "flagged"},
    ),
    "a change of the deadline that one of two was told of": (
        case(
            tender={"amendments": [moved("2026-03-27", "2026-04-02T12:00", recipients=["alder"])]},
            evaluation={"opened": {"quality": "2026-04-02T14:00"}},
        ),
        {"unequal-bid-deadlines": "flagged", "change-not-sent-to-all": "flagged"},
    ),
    "more time after an outage for one of those it met": (
        case(
            events=[{"kind": "outage", "date": "2026-03-30T11:30"}, extension("2026-03-31T12:00", "2026-03-30T13:00", bidder="alder")],
            evaluation={"opened": {"quality": "2026-03-31T14:00"}},
        ),
        {"extension-for-some-bidders": "flagged", "unequal-bid-deadlines": "flagged", "extension-after-the-deadline": "review"},
    ),
    "one outage, one late bid let in, one refused": (
        case(bids=[
            {"received": "2026-03-30T12:20", "outage": "log 17"},
            {"received": "2026-03-30T12:10", "outage": "log 17", "status": "late", "reason": "late", "rule_ref": "4.1"},
        ]),
        {"late-bids-treated-unlike": "flagged", "bid-refused-as-late-despite-an-outage": "review"},
    ),
    "a bid that came a minute late": (
        case(bids=[{"received": "2026-03-30T12:01"}]), {"late-bid-accepted": "flagged", "late-bid-won": "flagged"},
    ),
    "a bid the portal had in time, refused by the time of the postroom": (
        case(bids=[{}, {
            "received": "2026-03-30T12:10", "portal_receipt": "2026-03-30T10:59Z", "status": "late", "reason": "late", "rule_ref": "4.1",
        }]),
        {"timely-bid-refused-as-late": "flagged"},
    ),
    "a second version of a document for one of two": (
        case(tender={"documents": [
            document("D1", "all", "2026-03-02T09:00", version="1"), document("D1", ["alder"], "2026-03-10T09:00", version="2"),
        ]}),
        {"document-for-some-bidders": "flagged"},
    ),
    "a document that the second of two had two days after the first": (
        case(events=[
            {"kind": "document", "document": "D7", "bidder": who, "date": f"2026-03-{day}T09:00"}
            for who, day in (("alder", 10), ("birch", 12))
        ]),
        {"document-sent-to-some-bidders": "flagged"},
    ),
    "a question of the tenth, answered the day before the deadline": (
        case(enquiries=[{"date": "2026-03-10", "answer": "Yes", "answered": "2026-03-29T15:00", "recipients": "all", "material": "false"}]),
        {"answer-too-late-to-use": "flagged"},
    ),
    "a question answered on the last day when the deadline had passed": (
        case(enquiries=[{"date": "2026-03-10", "answer": "Yes", "answered": "2026-03-30T15:00", "recipients": "all", "material": "true"}]),
        {"answer-too-late-to-use": "flagged", "material-answer-close-to-the-deadline": "flagged"},
    ),
    "bids opened at the old deadline, though one bidder had another": (
        case(bids=[{"deadline": "2026-03-31T12:00"}]),
        {"unequal-bid-deadlines": "flagged", "bids-opened-before-the-deadline": "flagged"},
    ),
    "bids opened by a stamp in UTC that is before the deadline": (
        case(evaluation={"opened": {"quality": "2026-03-30T10:30Z"}}, bids=[{"received": "2026-03-30T10:00"}, {"received": "2026-03-30T10:00"}]),
        {"bids-opened-before-the-deadline": "flagged"},
    ),
    "two deadlines for one round": (
        with_bids(changed(IN_ROUNDS, 3, deadline="2026-05-05T12:00"), firms("alder", "birch"), tender=ROUNDS, evaluation=LATE_OPENING),
        {"unequal-bid-deadlines": "flagged", "bids-opened-long-after-the-deadline": "flagged"},
    ),
    "a bid late for its own round": (
        with_bids(changed(IN_ROUNDS, 1, received="2026-03-31T11:00"), firms("alder", "birch"), tender=ROUNDS, evaluation={}),
        {"late-bid-accepted": "flagged", "late-bid-won": "flagged"},
    ),
    "a lot extended for one of its two bidders": (
        with_bids(IN_LOTS, FOUR, tender=TWO_LOTS, events=[extension(bidder="cedar", lot="2")], evaluation={"opened": {"quality": "2026-04-02T14:00"}}),
        {"extension-for-some-bidders": "flagged", "unequal-bid-deadlines": "flagged"},
    ),
    "a bid for all lots with more time than each of them": (
        with_bids([*IN_LOTS, bid(5, "elm", deadline="2026-03-30T16:00")], firms("alder", "birch", "cedar", "dogwood", "elm"),
                  tender=TWO_LOTS, evaluation={"opened": {"quality": "2026-03-30T17:00"}}),
        {"unequal-bid-deadlines": "review"},
    ),
    "a deadline moved the day after it had passed, for all": (
        case(
            tender={
                "tender_period": {"start_date": "2026-03-02T09:00", "end_date": "2026-04-02T12:00"},
                "amendments": [moved("2026-03-31T09:00", "2026-04-02T12:00", recipients=["All bidders"])],
            },
            bids=[{"received": "2026-04-01T09:00"}], evaluation={"opened": {"quality": "2026-04-02T14:00"}},
        ),
        {"deadline-moved-after-it-had-passed": "flagged"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FOUND)
def test_what_must_be_found(name):
    made, expected = FOUND[name]
    assert {rule: said[0] for rule, said in findings(made).items()} == expected


SILENT = {
    "a stamp in UTC that is in time by the buyer's clock": case(bids=[{"received": "2026-03-30T11:00:00Z"}]),
    "a stamp an hour later by a clock an hour ahead": case(bids=[{"received": "2026-03-30T12:59:59+02:00"}]),
    "summer time on the day the clocks go back": case(
        tender={"tender_period": {"end_date": "2026-10-26T12:00"}, "enquiry_period": {"end_date": "2026-10-10"}},
        bids=[{"received": "2026-10-25T23:59+01:00"}, {"received": "2026-10-26T11:59:59Z"}],
        evaluation={"opened": {"quality": "2026-10-26T12:00Z"}},
    ),
    "an extension for all bidders, by their names": case(
        parties=NAMED, events=[extension(recipients=["Alder Services Limited", "Birch Care"])],
        evaluation={"opened": {"quality": "2026-04-02T14:00"}},
    ),
    "an extension for all bidders, in those words": case(
        events=[extension(recipients=["all bidders"])], evaluation={"opened": {"quality": "2026-04-02T14:00"}},
    ),
    "an extension announced by letter and by a change of the documents": case(
        tender={"amendments": [moved("2026-03-27", "2026-04-02T12:00", recipients="All")]},
        events=[extension(recipients="all", date="2026-03-31T09:00")],
        bids=[{"received": "2026-04-02T11:59"}], evaluation={"opened": {"quality": "2026-04-02T14:00"}},
    ),
    "more time for all after an outage, given before the deadline": case(
        events=[{"kind": "outage", "date": "2026-03-30T10:00"}, extension("2026-03-31T12:00", "2026-03-30T11:30", recipients="everyone")],
        bids=[{"received": "2026-03-31T11:00"}], evaluation={"opened": {"quality": "2026-03-31T12:00"}},
    ),
    "a late bid that an outage explains beside a later one that it does not": case(bids=[
        {"received": "2026-03-30T12:20", "outage": "log 17"},
        {"received": "2026-03-30T15:10", "status": "late", "reason": "late", "rule_ref": "4.1"},
    ]),
    "a bid of the last minute": case(
        tender={"tender_period": {"end_date": "2026-03-30"}}, bids=[{"received": "2026-03-30T23:59:59"}],
        evaluation={"opened": {"quality": "2026-03-31T09:00"}},
    ),
    "the end of a day written in four ways": with_bids(
        [bid(1, "alder", deadline="2026-03-30T23:59"), bid(2, "birch", deadline="2026-03-30T23:59:59"),
         bid(3, "cedar", deadline="2026-03-31T00:00"), bid(4, "dogwood", deadline="2026-03-30T23:00Z")],
        FOUR, tender={"tender_period": {"end_date": "2026-03-30"}}, evaluation={"opened": {"quality": "2026-03-31T09:00"}},
    ),
    "a bidder who had withdrawn was not told": with_bids(
        [bid(1, "alder"), bid(2, "birch"), bid(3, "cedar", status="withdrawn", deadline="2026-04-02T12:00")],
        firms("alder", "birch", "cedar"), events=[extension(bidder=one) for one in ("alder", "birch")],
        evaluation={"opened": {"quality": "2026-04-02T14:00"}},
    ),
    "a second version that went out one after the other within the hour": case(tender={"documents": [
        document("D1", ["alder"], "2026-03-10T09:00", version="2"), document("D1", ["birch"], "2026-03-10T09:40", version="2"),
    ]}),
    "a document sent to both within half a day, over the change of clocks": case(
        tender={"tender_period": {"end_date": "2026-04-10T12:00"}, "enquiry_period": {"end_date": "2026-04-01"}}, evaluation={"opened": {"quality": "2026-04-10T12:00"}},
        events=[{"kind": "document", "document": "D7", "bidder": who, "date": at} for who, at in (
            ("alder", "2026-03-28T20:00Z"), ("birch", "2026-03-29T09:00"),
        )],
    ),
    "an answer four days before the deadline": case(enquiries=[
        {"date": "2026-03-10", "answer": "Yes", "answered": "2026-03-26T15:00", "recipients": "All suppliers", "material": "false"},
    ]),
    "a late answer to a question that came when questions had closed": case(enquiries=[
        {"date": "2026-03-21", "answer": "Yes", "answered": "2026-03-29T15:00", "recipients": "all", "material": "false"},
    ]),
    "bids opened at the very deadline, in another zone": case(evaluation={"opened": {"quality": "2026-03-30T13:00+02:00"}}),
    "bids opened on the day of the deadline": case(evaluation={"opened": {"quality": "2026-03-30"}}),
    "rounds with deadlines of their own, the second extended": with_bids(
        changed(IN_ROUNDS, 4, received="2026-05-10T11:00"), firms("alder", "birch"), tender=ROUNDS, evaluation={},
        events=[extension("2026-05-11T12:00", "2026-05-02", recipients="all")],
    ),
    "lots with deadlines of their own": with_bids(
        IN_LOTS, FOUR, tender=TWO_LOTS, events=[extension(recipients="all", lot="2")], evaluation={"opened": {"quality": "2026-04-02T14:00"}},
    ),
    "a bid for all lots with the same time as everybody": with_bids(
        [*IN_LOTS, bid(5, "elm")], firms("alder", "birch", "cedar", "dogwood", "elm"), tender=TWO_LOTS,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SILENT)
def test_what_only_looks_so(name):
    assert findings(SILENT[name]) == {}


def test_there_are_forty():
    assert (len(FOUND), len(SILENT)) == (20, 20)
