"""Common beliefs about the law that its texts contradict, one test for each that no test of a law's own rules holds.

That conflicts are sections 81 to 83, that section 54 knows no four days, that the Act caps no turnover, bans no audited
accounts and asks for no literal “or equivalent”, and that the two English standstills differ, is tested with those rules.
"""

import json
from datetime import date

import pytest

from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.procurement.loading.loading import load_case
from fairaudit.sources.files import read_bytes
from tests.checks.conflict_cases import judgements

RULES = [rule for pack in shipped_packs() for rule in pack.rules]
RELEASE = {
    "ocid": "ocds-trap-1",
    "id": "1",
    "date": "2026-06-01T09:00:00Z",
    "tag": ["tender"],
    "initiationType": "tender",
    "buyer": {"id": "b", "name": "Northvale Council"},
    "parties": [{"id": "b", "name": "Northvale Council", "roles": ["buyer"], "address": {"countryName": "GB"}}],
    "tender": {
        "id": "t",
        "title": "Eye clinic",
        "status": "active",
        "legalBasis": {"id": "2023/54", "scheme": "UKPGA"},
    },
}


def read(release):
    return load_case(read_bytes(json.dumps(release).encode(), "release.json"), date(2026, 7, 1))


def conflicts_said(case):
    """Return what every rule about conflicts of interest says of a case."""
    rules = [rule for rule in RULES if rule.family == "conflicts" and rule.pack in ("core", "uk-pa2023")]
    return {rule.name: str(judge(case, rule, "market").outcome) for rule in rules}


def test_details_of_risks_in_a_notice_say_nothing_of_conflicts():
    told = RELEASE | {
        "tender": RELEASE["tender"]
        | {"riskDetails": "No conflict of interest is known. Bidders may not rely on volumes."}
    }
    risky = read(told)
    assert conflicts_said(risky) == conflicts_said(read(RELEASE))
    assert conflicts_said(risky)["uk-pa2023/conflicts-assessment-missing"] == "not-assessed"


@pytest.mark.parametrize(
    "kind", ["pension", "deferred pension", "pension from a former employer", "occupational pension"]
)
def test_a_pension_from_an_earlier_employer_is_too_remote_to_be_a_conflict(kind):
    """Siemens Mobility v High Speed Two [2023] EWHC 2768 (TCC): all claims were dismissed."""
    value = {
        "people": [{"id": "e1", "name": "Ada Holt", "roles": [{"role": "evaluator"}]}],
        "parties": [{"id": "a", "name": "Alder Trains Ltd", "roles": ["tenderer"]}],
        "bids": [{"id": "B1", "bidder": "a"}],
        "declarations": [],
        "complete": ["declarations", "people", "bids", "parties"],
    }
    tie = {"kind": kind, "party": "a"}
    for field in ("interests", "employments"):
        person = value["people"][0] | {field: [tie]}
        said = judgements(value | {"people": [person]})
        assert {
            name for name, one in said.items() if str(one.outcome) == "flagged" and name.startswith("undeclared")
        } == set()
    employed = value["people"][0] | {"employments": [{"party": "a", "start_date": "2024-01-01"}]}
    assert str(judgements(value | {"people": [employed]})["undeclared-employment-with-a-bidder"].outcome) == "flagged"


def test_no_rule_rests_on_a_court_that_dismissed_the_action():
    dismissed = ("T-10/17", "Proof IT", "EWHC 2768", "Siemens")
    cited = {
        (rule.name, one.cite) for rule in RULES for one in rule.sources for words in dismissed if words in one.cite
    }
    assert cited == set()


def test_the_first_judgment_under_the_act_is_cited_for_no_more_than_it_decided():
    """Parkingeye v Velindre University NHS Trust [2026] EWHC 1019 (TCC) decided on lifting a suspension under section 102."""
    told = [rule for rule in RULES if any("Parkingeye" in one.cite for one in rule.sources)]
    assert [rule.name for rule in told if rule.basis == "case-law"] == []
    wrong = [
        one.cite
        for rule in told
        for one in rule.sources
        if "Parkingeye" in one.cite and "EWHC 1019 (TCC)" not in one.cite
    ]
    assert wrong == []
