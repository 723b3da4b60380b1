"""Extensions of the time for questions: bids stay due when they were, and whoever was not told had less time to ask."""

import pytest

from tests.checks.timed_cases import missing, outcome

_HEAD = """
tender: {{time_zone: Europe/London, tender_period: {{end_date: 2026-05-04T12:00}}}}
complete: [bids, events]
bids: [{{bidder: alder, received: "{received}", status: valid}}, {{bidder: birch, received: "2026-05-04T10:00", status: valid}}]
events: {events}
"""
_TEXT = "Questions extended to {to}; bid deadline as before"
_WANTED = "events (the same time given to the others)"
_PLACE = "extension-for-some-bidders"


def case(events, received="2026-05-04T09:00"):
    return _HEAD.format(received=received, events=events)


def extension(whom, to="28 April", until="2026-04-28", text=_TEXT):
    return f"{{kind: extension, recipients: [{whom}], date: 2026-04-18, until: {until}, text: '{text.format(to=to)}'}}"


@pytest.mark.parametrize("until", ["2026-05-11", "2026-05-11T12:00"])
def test_a_bid_is_late_by_the_deadline_that_is_said_to_stay(until):
    late = case(f"[{extension('all', '11 May', until)}]", "2026-05-06T13:30")
    assert (
        outcome(late, "late-bid-accepted") == outcome(case("[]", "2026-05-06T13:30"), "late-bid-accepted") == "review"
    )
    vague = case(f"[{extension('all', '11 May', until, 'Questions extended to {to}')}]", "2026-05-06T13:30")
    assert outcome(vague, "late-bid-accepted") == "not-assessed"


@pytest.mark.parametrize(
    "text", [_TEXT, "Deadline for questions extended to {to}", "Site visit deadline extended to {to}"]
)
def test_who_was_not_told_of_more_time_to_ask_is_named(text):
    assert missing(case(f"[{extension('alder', text=text)}]"), _PLACE) == [_WANTED]


@pytest.mark.parametrize(
    "events",
    [
        f"[{extension('all')}]",
        f"[{extension('alder, birch')}]",
        f"[{extension('alder')}, {extension('birch')}]",
        # Longer than others is for the others to be told of.
        f"[{extension('alder')}, {extension('all', '29 April', '2026-04-29')}]",
    ],
)
def test_who_was_told_by_whatever_record_had_as_long(events):
    assert outcome(case(events), _PLACE) == "passed"
    assert missing(case(events), _PLACE) == []


def test_it_is_told_once():
    assert missing(case(f"[{extension('alder')}, {extension('alder')}]"), _PLACE) == [_WANTED]
