"""The World Bank's Procurement Regulations: the standstill and its exceptions, debriefings, the days they set."""

from datetime import date

import pytest

from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.law.dates import dates_of
from fairaudit.law.regime import standing
from fairaudit.sources.shipped import shipped_rules
from fairaudit.sources.yaml import read_yaml
from tests.conftest import case_of

(BANK,) = (pack for pack in shipped_packs() if pack.name == "world-bank")
RULES = {rule.id.removesuffix("-under-bank-rules"): rule for rule in BANK.rules}
TOLD = "notices: [{kind: notification of intention to award, submitted: 2026-03-30}]"
FILES = sorted((shipped_rules() / "world-bank").glob("*bank-rules.yaml"))
TODAY = date(2026, 5, 1)


def procurement(more="", tender="", notices=TOLD):
    return case_of(
        "tender: {buyer: {country: KE}, procurement_method: open, published: 2026-02-02, "
        f"{notices}{', ' if tender else ''}{tender}}}\n{more}",
        today=TODAY,
    )


def outcome(rule, case):
    return str(judge(case, RULES[rule], "market").outcome)


def signed(day, tender="", award="", notices=TOLD):
    return procurement(f"awards: [{{id: A1, entered_into: {day}{award}}}]", tender, notices)


# Good Friday and Easter Monday are no business days in Kenya.
@pytest.mark.parametrize(
    ("day", "tender", "award", "expected"),
    [
        ("2026-04-15", "", "", "flagged"),
        ("2026-04-16", "", "", "passed"),
        ("2026-03-31", "", ", number_of_bids: 1", "not-applicable"),
        ("2026-03-31", "", ", number_of_bids: 2", "flagged"),
        ("2026-03-31", "regime: {call_off_of: FW-3}", "", "not-applicable"),
        ("2026-03-31", "direct_award: {ground: Only one maker}", "", "not-applicable"),
        ("2026-03-31", "urgency: {claimed: true, recognised: true}", "", "not-applicable"),
        ("2026-03-31", "urgency: {claimed: true, recognised: false}", "", "flagged"),
        # The buyer's own claim of urgency settles nothing.
        ("2026-03-31", "urgency: {claimed: true}", "", "not-assessed"),
    ],
)
def test_the_standstill_and_its_exceptions(day, tender, award, expected):
    assert outcome("contract-in-the-standstill", signed(day, tender, award)) == expected


def test_the_last_notification_counts_and_only_that_of_the_same_lot():
    two = (
        "notices: [{kind: notification of intention to award, submitted: 2026-03-30},"
        " {kind: notification of intention to award, submitted: 2026-03-31}]"
    )
    assert outcome("contract-in-the-standstill", signed("2026-04-16", notices=two)) == "flagged"
    apart = two.replace("2026-03-31}", '2026-03-31, lots: ["2"]}')
    assert outcome("contract-in-the-standstill", signed("2026-04-16", "", ', lot: "1"', apart)) == "passed"
    # It counts from sending, not from publication.
    published = TOLD.replace("submitted: 2026-03-30", "submitted: 2026-03-30, published: 2026-04-08")
    assert outcome("contract-in-the-standstill", signed("2026-04-16", notices=published)) == "passed"


@pytest.mark.parametrize(
    ("asked", "given", "late", "contract", "hurried"),
    [
        ("2026-04-02", "2026-04-13", "passed", "2026-04-16", "passed"),
        ("2026-04-02", "2026-04-14", "flagged", "2026-04-21", "flagged"),
        ("2026-04-02", "2026-04-14", "flagged", "2026-04-22", "passed"),
        # Signed before the debriefing came at all.
        ("2026-04-02", "2026-04-28", "flagged", "2026-04-20", "flagged"),
        # The third business day after the notification is 2 April; 7 April is the fourth.
        ("2026-04-07", "2026-04-28", "passed", "2026-04-20", "passed"),
    ],
)
def test_debriefings(asked, given, late, contract, hurried):
    case = procurement(
        f"representations: [{{party: b, information_requested: {asked}, given: {given}}}]\n"
        f"awards: [{{id: A1, entered_into: {contract}}}]"
    )
    assert outcome("debriefing-late", case) == late
    assert outcome("contract-soon-after-a-late-debriefing", case) == hurried


def test_without_a_country_or_a_notification_debriefings_are_not_judged():
    asked = "representations: [{party: b, information_requested: 2026-04-02, given: 2026-04-28}]"
    for case, missing in (
        (procurement(asked, notices="title: Pumps"), ("tender.notices",)),
        (case_of(f"tender: {{procurement_method: open, {TOLD}}}\n{asked}", today=TODAY), ("tender.buyer.country",)),
    ):
        for rule in ("debriefing-late", "contract-soon-after-a-late-debriefing"):
            judged = judge(case, RULES[rule], "market")
            assert (str(judged.outcome), judged.unassessed[0].missing) == ("not-assessed", missing)


def test_the_days_the_regulations_set():
    case = procurement("representations: [{party: b, information_requested: 2026-04-02}]")
    assert [(one.day.isoformat(), one.who, one.what) for one in dates_of(case, BANK.tables)] == [
        ("2026-04-02", "bidder", "Last day to ask for a debriefing"),
        ("2026-04-13", "officer", "Last day to give the debriefing that was asked for"),
        ("2026-04-15", "everybody", "Standstill ends at midnight"),
        ("2026-04-16", "officer", "First day on which the contract may be signed"),
    ]


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("buyer: {country: KE}, published: 2026-02-02", True),
        ("buyer: {country: PE}, published: 2025-03-01", True),
        ("buyer: {country: KE}, published: 2025-02-28", False),
    ],
)
def test_when_they_govern(words, holds):
    assert standing(case_of(f"tender: {{{words}}}"), BANK.terms).holds is holds


def test_every_rule_is_guidance_and_says_that_its_text_was_not_read_at_first_hand():
    assert {rule.basis for rule in BANK.rules} == {"guidance"}
    notes = {one: read_yaml(one.read_text(encoding="utf-8"), one.name).value.get("notes") for one in FILES}
    assert all("read in a secondary source" in one or "text was not read" in one for one in notes.values())
    # What is from memory alone is never flagged, and every way to mend sends to the edition that binds.
    remembered = {one.stem for one, said in notes.items() if "from memory" in said}
    assert remembered == {rule.id for rule in BANK.rules if str(rule.confidence) == "possible"}
    assert all("edition that the loan agreement names" in rule.fix for rule in BANK.rules)
