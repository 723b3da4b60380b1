"""The dates a law sets and the rules that hold them ask the same: no date of a duty that a rule says is not there."""

import pytest

import fairaudit.law.regimes  # noqa: F401  # registers the steps that dates count from
from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.law.conditions import NOT
from fairaudit.law.dates import dates_of
from tests.conftest import case_of

PACKS = {pack.name: pack for pack in shipped_packs()}
LAWS = sorted(name for name, pack in PACKS.items() if pack.applies == "law")
APART = {
    # Only suppliers who were asked can be owed time for a change; the row is about the time for tenders itself.
    ("wto-gpa", "tenders", "change-without-adequate-time-under-the-agreement"),
    # Where the Act's time limits hold, the rule asks for a statement in the notice, which Wales regulates by itself.
    ("uk-pa2023", "tendering-period", "short-period-not-stated-in-the-notice"),
    # A debriefing can be asked for without a standstill; the rule is about how a late one makes a standstill longer.
    ("world-bank", "debriefing", "contract-soon-after-a-late-debriefing-under-bank-rules"),
    ("world-bank", "debriefing-request", "contract-soon-after-a-late-debriefing-under-bank-rules"),
}
"""Rules that use the period of a date for something else: pack, period or table, rule."""


def pairs(pack):
    """Yield every date with every rule that counts by its period or table."""
    for row in pack.tables.dates():
        name = row.period or row.table
        for rule in pack.rules:
            # A rule that gives two periods of its law is about both.
            if name in map(str, rule.given_options.values()) and (pack.name, name, rule.id) not in APART:
                yield row, rule


def opposite(condition):
    return condition.removeprefix(NOT) if condition.startswith(NOT) else NOT + condition


@pytest.mark.parametrize("name", LAWS)
def test_a_date_leaves_out_whatever_the_rule_of_its_provision_leaves_out(name):
    lacking = []
    for row, rule in pairs(PACKS[name]):
        if any(opposite(one) in row.applies for one in rule.applies):
            continue  # the rule is about the other kind of contract
        without = [one for one in rule.applies if one.startswith(NOT) and one not in row.applies]
        lacking += [(row.what, rule.id, one) for one in without]
    assert lacking == []


def test_the_test_sees_what_it_is_about():
    found = {(row.what, rule.id) for row, rule in pairs(PACKS["uk-pa2023"])}
    assert ("Last day to publish the contract as modified", "modified-contract-published-late") in found
    assert ("Last day to publish a copy of the contract", "light-touch-copy-of-the-contract-late") in found


USER_CHOICE = """
tender:
  law: [uk-pa2023]
  buyer: {kind: local authority, country: GB-ENG}
  time_zone: Europe/London
  main_procurement_category: services
  procurement_method: direct
  classification: {scheme: CPV, id: "85312000"}
  value: {amount: 6000000, currency: GBP, vat: included}
  direct_award: {ground: %s, explanation: As the family chose}
awards: [{id: A1, date: 2026-03-20, value: {amount: 6000000, currency: GBP}, entered_into: 2026-03-21}]
complete: [tender.notices, awards]
"""


@pytest.mark.parametrize(
    ("ground", "dates"),
    [
        ("Schedule 5 para 15 user choice", set()),
        (
            "Schedule 5 para 5",
            {
                "Last day to publish the transparency notice",
                "Last day to publish the contract details notice",
                "Last day to publish a copy of the contract",
            },
        ),
    ],
)
def test_what_a_user_chose_needs_no_details_notice_and_no_copy(ground, dates):
    pack, case = PACKS["uk-pa2023"], case_of(USER_CHOICE % ground)
    assert {one.what for one in dates_of(case, pack.tables) if one.what.startswith("Last day to publish")} == dates
    rules = {rule.id: rule for rule in pack.rules}
    for rule in ("light-touch-details-notice-late", "light-touch-copy-of-the-contract-late"):
        assert (str(judge(case, rules[rule], "market").outcome) == "not-applicable") is not bool(dates)
