"""Dates that hang on what a case leaves open: they are given under their condition, with the field that would settle it."""

import json
import textwrap

import pytest

from tests.cli.running import fairaudit, put

OPEN = """
tender:
  id: G1
  law: [uk-pa2023]
  buyer: {name: Dale Council, kind: local authority, country: GB-ENG}
  main_procurement_category: services
  procurement_method: %s
  value: {amount: 900000, currency: GBP, vat: included}
  published: 2026-10-01
  %s
  notices: [{kind: UK4, published: 2026-10-01}, {kind: UK6, published: 2026-11-25}]
awards: [{id: A1, suppliers: [x], entered_into: 2026-12-10}]
parties: [{id: x, name: Elm Ltd}]
"""


def dates(text, who):
    put("o.yaml", text)
    ran = fairaudit("dates", "o.yaml", "--no-config", "--today", "2026-11-26", "--for", who, "--format", "json")
    [case] = json.loads(ran.out)
    return case


def under(case, what):
    """Return the days of a kind, under which condition and by which fields."""
    return [(one["day"], one["only_if"], one["missing"]) for one in case["dates"] if one["what"] == what]


LIGHT = ["tender.regime.light_touch", "tender.classification"]
BINDING, VOLUNTARY = "not exempt from standstill", "exempt from standstill"


@pytest.mark.parametrize("who", ["officer", "bidder", "auditor"])
def test_a_standstill_is_given_under_its_condition_where_the_service_is_not_named(who):
    case = dates(OPEN % ("open", ""), who)
    assert under(case, "Standstill ends at midnight") == [("2026-12-07", BINDING, LIGHT)]
    assert under(case, "Mandatory standstill begins") == [("2026-11-25", BINDING, LIGHT)]
    first = under(case, "First day on which the contract may be entered into")
    assert first == ([] if who == "bidder" else [("2026-12-08", BINDING, LIGHT)])
    claim = under(case, "Last day to issue a claim that holds up the contract")
    assert claim == ([] if who == "officer" else [("2026-12-07", BINDING, LIGHT)])


def test_what_hangs_on_either_answer_is_given_under_each():
    case = dates(OPEN % ("open", ""), "officer")
    assert under(case, "Last day to publish the contract details notice") == [
        ("2027-01-08", "not light touch", LIGHT),
        ("2027-04-08", "light touch", LIGHT),
    ]
    assert under(case, "First day on which a voluntary standstill may end") == [("2026-12-07", VOLUNTARY, LIGHT)]


GROUND = ["tender.direct_award.ground"]
UNKNOWN = [("2026-12-07", BINDING, GROUND)]


@pytest.mark.parametrize(
    ("said", "standstill", "details"),
    [
        ("direct_award: {ground: Only one supplier can do it}", UNKNOWN, ("not user choice", GROUND)),
        ("direct_award: {explanation: Nobody else has the parts}", UNKNOWN, ("not user choice", GROUND)),
        ("direct_award: {ground: Sch 5 para 6}", [("2026-12-07", None, [])], (None, [])),
        ("direct_award: {ground: Sch 5 para 13}", [], (None, [])),
    ],
)
def test_a_direct_award_without_a_known_ground_has_its_dates_under_a_condition(said, standstill, details):
    text = OPEN % ("direct", 'classification: {id: "77314000"}\n  ' + said)
    case = dates(text.replace("kind: UK4", "kind: UK5"), "officer")
    assert under(case, "Standstill ends at midnight") == standstill
    assert under(case, "Last day to publish the contract details notice") == [("2027-01-08", *details)]


def test_the_text_says_the_condition_the_reason_and_the_field():
    put("o.yaml", OPEN % ("open", ""))
    out = fairaudit("dates", "o.yaml", "--no-config", "--today", "2026-11-26", "--for", "bidder").out
    assert "Monday 7 December 2026  Standstill ends at midnight, only if not exempt from standstill (everybody)" in out
    assert (
        "Whether that is so is open: whether it is a light touch contract is not given; give tender.regime.light_touch or "
        "tender.classification" in out
    )
    # The fields that are given are not asked for.
    assert "Give the buyer's country" not in out


def test_nothing_is_under_a_condition_where_all_is_given():
    case = dates(OPEN % ("open", 'classification: {id: "77314000"}\n  market_engagement: []'), "auditor")
    assert [one["what"] for one in case["dates"] if one["only_if"]] == []


def test_an_end_that_cannot_be_counted_names_the_field_and_why():
    text = """
    tender:
      id: G2
      law: [eu-2014-24]
      regime: {above_threshold: true, light_touch: false}
      procurement_method: open
      published: 2026-10-01
      notices: [{kind: award decision notice, submitted: 2026-11-20, means: email}]
    """
    case = dates(textwrap.dedent(text), "officer")
    lacking = {one["what"]: (one["missing"], one["because"]) for one in case["undated"]}
    assert lacking["Standstill ends at midnight"][0] == ["tender.buyer.country"]
    assert "holidays" in lacking["Standstill ends at midnight"][1]


def test_the_working_days_that_were_counted_are_listed():
    case = dates(OPEN % ("open", 'classification: {id: "77314000"}'), "bidder")
    [end] = [one for one in case["dates"] if one["what"] == "Standstill ends at midnight"]
    assert end["days"] == [
        "2026-11-25", "2026-11-26", "2026-11-27", "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-07",
    ]  # fmt: skip
    # Saint Andrew's Day is a holiday in Scotland, and the Act counts those of any part.
    assert end["skipped"] == ["Saint Andrew's Day (30 November 2026)"]


LETTERS = """
tender:
  id: G3
  law: [%s]
  buyer: {name: Gemeente Aa, kind: municipal authority, country: %s}
  regime: {above_threshold: true, light_touch: false}
  procurement_method: open
  published: %s
  notices: [%s]
bids: [{id: B1, bidder: p}, {id: B2, bidder: q}]
"""
BY_WIRE, BY_POST = "sent by electronic means", "sent by other means than electronic ones"
HOW = ["tender.notices[0].means"]


def ends(law, *notices):
    country, day = ("NL", "2026-10-01") if law == "eu-2014-24" else ("GB-ENG", "2024-10-01")
    told = ", ".join(f"{{kind: award decision notice, {one}}}" for one in notices)
    return under(dates(LETTERS % (law, country, day, told), "officer"), "Standstill ends at midnight")


@pytest.mark.parametrize(
    ("law", "day", "by_wire", "by_post"),
    [
        ("eu-2014-24", "2026-11-20", "2026-11-30", "2026-12-07"),
        ("uk-pcr2015", "2024-11-14", "2024-11-25", "2024-11-29"),
    ],
)
def test_a_letter_that_does_not_say_how_it_went_has_an_end_by_each_way(law, day, by_wire, by_post):
    assert ends(law, f"submitted: {day}") == [(by_wire, BY_WIRE, HOW), (by_post, BY_POST, HOW)]
    assert ends(law, f"submitted: {day}, means: email") == [(by_wire, None, [])]
    assert ends(law, f"submitted: {day}, means: letter") == [(by_post, None, [])]


def test_a_letter_that_is_known_keeps_its_end_beside_one_that_is_not_and_may_end_later():
    assert ends("eu-2014-24", "submitted: 2026-11-20", "submitted: 2026-11-23, means: email") == [
        ("2026-12-03", None, []),
        ("2026-12-07", BY_POST, HOW),
    ]
    # One that ends no later than another by any way changes nothing.
    assert ends("eu-2014-24", "submitted: 2026-11-20", "submitted: 2026-11-23, means: letter") == [
        ("2026-12-08", None, []),
    ]


DIRECT = """
tender:
  id: G4
  law: [uk-pa2023]
  status: %s
  buyer: {name: Dale Council, kind: local authority, country: GB-ENG}
  classification: {id: "77314000"}
  main_procurement_category: services
  procurement_method: direct
  value: {amount: 900000, currency: GBP, vat: included}
  direct_award: {ground: %s, explanation: Nobody else makes the parts}
  notices: [%s]
awards: [%s]
parties: [{id: x, name: Elm Ltd}]
"""
UK5 = "{kind: UK5, published: 2026-03-02}"
AWARDED = "{id: A1, suppliers: [x], date: 2026-03-20}"
STOPS = "a question, a letter or a register entry does not stop this time, only proceedings that are issued do"


def days(case):
    return {one["what"]: one["day"] for one in case["dates"]}


def lacking(case):
    return {one["what"]: one["missing"] for one in case["undated"]}


def test_claims_about_a_direct_award_count_from_the_transparency_notice():
    case = dates(DIRECT % ("active", "Sch 5 para 6", UK5, ""), "bidder")
    assert days(case) == {
        "Last day to issue a claim about the direct award": "2026-03-31",
        "Last day on which a court may still allow a claim about the direct award": "2026-06-01",
    }
    # What a direct award does not have is not asked for.
    assert lacking(case) == {}
    before = dates((DIRECT % ("active", "Sch 5 para 6", "", AWARDED)).replace("  notices: []\n", ""), "bidder")
    assert lacking(before) == {"Last day to issue a claim about the direct award": ["tender.notices"]}


def test_the_officer_is_told_that_the_transparency_notice_comes_before_the_award():
    what = "Last day to publish the transparency notice"
    assert days(dates(DIRECT % ("active", "Sch 5 para 6", UK5, AWARDED), "officer"))[what] == "2026-03-20"
    open_ = dates((DIRECT % ("active", "Sch 5 para 6", UK5, "")).replace("awards: []\n", ""), "officer")
    assert lacking(open_)[what] == ["awards[].date"]
    # A user choice contract needs none, and a competition has none.
    choice = dates(DIRECT % ("active", "user choice", UK5, AWARDED), "officer")
    assert what not in days(choice) | lacking(choice)
    open_case = dates(OPEN % ("open", 'classification: {id: "77314000"}'), "officer")
    assert what not in days(open_case) | lacking(open_case)


def test_documents_that_a_direct_award_did_have_still_count():
    text = DIRECT % ("active", "Sch 5 para 6", UK5, "")
    case = dates(text.replace("  notices:", "  documents_available: 2026-03-03\n  notices:"), "bidder")
    assert days(case)["Last day to issue a claim about the tender documents"] == "2026-04-01"


def test_every_claim_under_the_act_says_that_a_letter_stops_nothing():
    told = DIRECT % (
        "complete",
        "Sch 5 para 6",
        UK5,
        "{id: A1, suppliers: [x], date: 2026-03-20, entered_into: 2026-04-10}",
    )
    told += "evaluation: {summaries: [{bid: B1, sent: 2026-03-21}]}\nbids: [{id: B1, bidder: x}]\n"
    claims = [one for one in dates(told, "bidder")["dates"] if "claim" in one["what"]]
    assert len(claims) == 5
    assert [one["what"] for one in claims if STOPS not in one["note"]] == []
