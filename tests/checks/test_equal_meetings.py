"""Meetings of which each bidder had as many accuse nobody: one question of low severity, about all of them."""

import pytest

from tests.checks.scoring_case import case_of, judge, rule, said

RULE = "core/contact-outside-the-channel"


def met(bidder, day, *, until="11:00", text="Meeting on the specification", **more):
    head = {"kind": "meeting", "bidder": bidder, "date": f"2026-03-{day}T10:00", "until": f"2026-03-{day}T{until}"}
    return {**head, "text": text, **more}


def case(*events, whole=True, **tender):
    return {
        "tender": {"published": "2026-03-02", "tender_period": {"end_date": "2026-04-10T12:00"}, **tender},
        "bids": [{"bidder": one} for one in ("Alder", "Birch", "Cedar")],
        "events": list(events),
        "complete": ["bids"] if whole else [],
    }


def weights(value):
    return [one.hit.severity for one in judge(case_of(value), rule(RULE), "market").hits]


EQUAL = (met("Alder", 10), met("Birch", "09"), met("Cedar", 12))


@pytest.mark.parametrize("turn", [0, 1, 2])
def test_one_question_is_asked_of_all_whoever_was_first(turn):
    value = case(*EQUAL[turn:], *EQUAL[:turn])
    assert weights(value) == ["low"]
    (_, told) = said(RULE, value)
    assert "Alder, Birch and Cedar (meeting) on 9 March 2026 10:00" in told
    assert "the last of them on 12 March 2026 10:00, 3 days later" in told


@pytest.mark.parametrize(
    "last",
    [
        met("Cedar", 12, until="13:00"),
        met("Cedar", 12, text="Meeting on the specification and the price"),
        met("Cedar", 12, channel="dinner"),
        met("Cedar", 12, material=True),
        met("Cedar", "01"),
        # More than a week after the first, however alike.
        met("Cedar", 17),
    ],
)
def test_where_one_was_longer_or_otherwise_each_is_asked_about(last):
    assert "low" not in weights(case(*EQUAL[:2], last))


def test_who_was_met_only_once_its_bid_was_in_was_not_met_alike():
    value = case(*EQUAL)
    for one, day in zip(value["bids"], ("30", "30", "11"), strict=True):
        one["received"] = f"2026-03-{day}T10:00"
    assert weights(value) == [None] * 3
    value["bids"][2]["received"] = "2026-03-13T10:00"
    assert weights(value) == ["low"]


def test_each_of_several_rounds_is_held_against_itself():
    second = [
        {**one, "date": one["date"].replace("03-", "04-"), "until": one["until"].replace("03-", "04-")} for one in EQUAL
    ]
    value = case(*EQUAL, *second)
    value["tender"]["tender_period"]["end_date"] = "2026-05-10T12:00"
    assert weights(value) == ["low"]
    value["events"][-1] = met("Cedar", 28)
    assert weights(value) == [None] * 6


def test_where_somebody_was_not_met_or_met_twice_or_may_not_be_known_each_is_asked_about():
    assert weights(case(*EQUAL[:2])) == [None, None]
    assert weights(case(*EQUAL, met("Alder", 20))) == [None] * 4
    assert weights(case(*EQUAL, whole=False)) == [None] * 3


def test_a_figure_that_was_told_to_each_is_asked_about_of_each():
    assert weights(case(*({**one, "text": "Told that the roof is 400 m2"} for one in EQUAL))) == [None] * 3


def test_who_had_a_call_besides_is_told_of_it():
    value = case(
        *EQUAL, {"kind": "contact", "bidder": "Alder", "date": "2026-03-20", "channel": "telephone", "text": "Scope"}
    )
    assert weights(value) == ["low", None]
