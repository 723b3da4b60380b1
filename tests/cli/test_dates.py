"""`fairaudit dates`: what is due by when, for whom, in text, JSON and as a calendar."""

import json

import pytest
from icalendar import Calendar

from tests.cli.running import fairaudit, put

CASE = """
tender:
  id: D1
  title: Window cleaning
  law: [uk-pa2023]
  buyer: {kind: local authority, country: GB-ENG}
  regime: {above_threshold: true, light_touch: false}
  procurement_method: open
  published: 2026-11-02T09:00
  documents_available: 2026-11-02T09:00
  submission: {electronic: true}
  notices: [{kind: UK6, published: 2026-11-25}]
"""


def dates(*words):
    put("t.yaml", CASE)
    return fairaudit("dates", "t.yaml", "--today", "2026-12-01", "--no-config", *words)


def told(*words):
    [case] = json.loads(dates("--format", "json", *words).out)
    return {one["what"]: one for one in case["dates"]}


def test_a_date_says_by_which_provision_it_was_counted_and_what_was_passed_over():
    one = told()["Standstill ends at midnight"]
    assert (one["day"], one["cite"], one["skipped"]) == (
        "2026-12-07",
        "Procurement Act 2023, s.51(2)",
        ["Saint Andrew's Day (30 November 2026)"],
    )


def test_the_bidder_is_not_shown_the_officers_duties():
    officer, bidder, auditor = told("--for", "officer"), told("--for", "bidder"), told("--for", "auditor")
    assert "Earliest lawful deadline for tenders" in officer
    assert {one["who"] for one in bidder.values()} <= {"bidder", "everybody"}
    assert set(auditor) == set(officer) | set(bidder)


def named(one):
    return f"{one['what']}, only if {one['only_if']}" if one["only_if"] else one["what"]


def test_the_calendar_holds_what_the_text_says():
    ran = dates("--format", "ics")
    events = {str(one["summary"]): one for one in Calendar.from_ical(ran.out).walk("VEVENT")}
    assert {f"D1: {named(one)}": one["day"] for one in told().values()} == {
        name: one["dtstart"].dt.isoformat() for name, one in events.items()
    }
    assert "Saint Andrew's Day" in str(events["D1: Standstill ends at midnight"]["description"])


def test_a_date_that_moved_keeps_its_identity():
    def uids(case):
        put("u.yaml", case)
        ran = fairaudit("dates", "u.yaml", "--today", "2026-12-01", "--no-config", "--format", "ics")
        return [str(one["uid"]) for one in Calendar.from_ical(ran.out).walk("VEVENT")]

    moved = CASE.replace("2026-11-25", "2026-11-26")
    assert moved != CASE
    assert sorted(uids(moved)) == sorted(uids(CASE))


def test_dates_of_one_kind_name_their_bidders_in_every_format_and_not_when_names_are_hidden():
    put(
        "b.yaml",
        CASE
        + """
parties: [{id: alder, name: Alder Works Ltd}, {id: birch, name: Birch Care CIC}]
bids: [{id: B1, bidder: alder}, {id: B2, bidder: birch}]
evaluation: {summaries: [{bid: B1, sent: 2026-11-24}, {bid: B2, sent: 2026-11-25}]}
""",
    )
    words = ("b.yaml", "--today", "2026-12-01", "--no-config", "--for", "bidder")
    claim = "Last day to issue a claim about the assessment"
    for format_ in ("text", "ics"):
        out = fairaudit("dates", *words, "--format", format_).out.replace("\r\n ", "")
        assert f"{claim}, for Alder Works Ltd" in out.replace("\\,", ",")
    [case] = json.loads(fairaudit("dates", *words, "--format", "json").out)
    assert [one["about"] for one in case["dates"] if one["what"] == claim] == ["Alder Works Ltd", "Birch Care CIC"]
    for format_ in ("text", "markdown", "html", "json"):
        out = fairaudit("check", *words, "--redact", "--fail-on", "never", "--format", format_).out
        assert claim in out
        assert "Alder" not in out


def test_without_a_law_that_sets_dates_it_says_what_to_give():
    put("none.yaml", "tender: {id: N1, title: Nothing}")
    ran = fairaudit("dates", "none.yaml", "--today", "2026-12-01", "--no-config")
    assert (ran.status, ran.out) == (
        0,
        "N1: Nothing\n  No law that governs this case sets a date from what is given. Name the law in tender.law or with "
        "--law, and give the steps that are planned or done: tender.published, tender.tender_period, tender.notices, "
        "awards.\n",
    )


def test_a_case_that_cannot_be_read_is_status_2():
    put("bad.yaml", "tender: {value: {amount: many}}")
    assert fairaudit("dates", "bad.yaml", "--today", "2026-12-01", "--no-config").status == 2


BIDDERS = """
tender:
  id: B-1
  title: Grounds maintenance
  law: [uk-pa2023]
  buyer: {name: Marshford District Council, kind: local authority, country: GB-ENG}
  procurement_method: open
  regime: {above_threshold: true, light_touch: false}
  published: 2026-10-01
  tender_period: {end_date: 2026-11-02T12:00}
  notices: [{id: N2, kind: UK6, published: 2026-11-20}]
"""


def test_a_date_that_cannot_be_counted_says_what_would_give_it():
    def listed(text, *words):
        put("t.yaml", text)
        return fairaudit("dates", "t.yaml", "--today", "2026-11-26", "--no-config", *words).out

    for_bidder = listed(BIDDERS, "--for", "bidder")
    assert "No day yet  Last day to issue a claim about the tender documents (bidder)" in for_bidder
    assert "Give tender.documents_available to see it." in for_bidder
    assert "Give evaluation.summaries to see it." in for_bidder
    assert "No day yet" not in listed(BIDDERS, "--for", "officer")
    dated = listed(BIDDERS.replace("  notices:", "  documents_available: 2026-10-01\n  notices:"), "--for", "bidder")
    assert "Friday 30 October 2026  Last day to issue a claim about the tender documents (bidder)" in dated
    assert "Give tender.documents_available" not in dated
    [case] = json.loads(listed(BIDDERS, "--for", "bidder", "--format", "json"))
    assert [(one["what"], one["missing"]) for one in case["undated"]] == [
        ("Last day to issue a claim about the tender documents", ["tender.documents_available"]),
        ("Last day to issue a claim about the assessment", ["evaluation.summaries"]),
    ]


LOTS = """
tender:
  id: D2
  title: Window cleaning
  law: [uk-pa2023]
  buyer: {kind: local authority, country: GB-ENG}
  regime: {above_threshold: true, light_touch: false}
  procurement_method: open
  published: 2026-03-02
  lots: [{id: L1}, {id: L2}]
  notices: [{kind: UK6, published: %s, lots: [L1]}, {kind: UK6, published: %s, lots: [L2]}]
"""


@pytest.mark.parametrize("moved", ["2026-06-20", "2026-05-06", "2026-06-10"])
def test_an_event_stays_that_of_its_lot_when_its_day_passes_that_of_another(moved):
    def uids(*published):
        put("t.yaml", LOTS % published)
        ran = fairaudit("dates", "t.yaml", "--today", "2026-05-01", "--no-config", "--format", "ics")
        events = Calendar.from_ical(ran.out).walk("VEVENT")
        return {
            str(one["uid"]): one.decoded("dtstart").isoformat() for one in events if "Standstill ends" in one["summary"]
        }

    before, after = uids("2026-05-05", "2026-06-10"), uids(moved, "2026-06-10")
    [first] = [uid for uid, day in before.items() if day < "2026-06"]
    # On one day both are one event, which is that of the first lot.
    assert set(after) == ({first} if moved == "2026-06-10" else set(before))
    assert after[first] != before[first]
    assert all(after[uid] == day for uid, day in before.items() if uid in after and uid != first)
