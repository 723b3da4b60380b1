"""What rests on names alone, in the case or in a register, is a question of medium weight at most."""

import json
from datetime import date
from pathlib import Path

from fairaudit import audit, load
from fairaudit.engine.rulefiles.rule import Severity
from tests.shipped import RULES

TODAY = date(2026, 7, 1)
CASE = """tender: {id: T1, title: Eye clinic, published: 2026-03-02, tender_period: {end_date: 2026-04-13T12:00}}
parties:
  - {id: b, name: Lumen Optics Ltd, contact_point: {name: "HOLT, Ada"}, owners: [{name: Ben Rook, share: 60}], people: [x]}
  - {id: c, name: Cedar Care Ltd, contact_point: {name: Ada Holt}, owners: [{name: Ben Rook, share: 60}]}
bids: [{id: B1, bidder: b, status: valid}, {id: B2, bidder: c, status: valid}]
people:
  - id: e1
    name: Ada Holt
    roles: [{role: evaluator, start_date: 2026-03-20}]
    relatives: [{name: Ben Rook, relation: brother}]
    employments: [{name: Lumen Optics Limited, start_date: 2020-01-01}]
  - {id: x, name: A. Holt}
declarations: [{person: e1, date: 2026-04-20, signed: true, covers: all, interests: []}]
registers:
  - kind: officers
    name: Register of companies
    searched: 2026-04-25
    records:
      - {company_name: LUMEN OPTICS LIMITED, name: "HOLT, Ada", role: director, appointed_on: 2020-01-01}
      - {company_name: CEDAR CARE LIMITED, name: "HOLT, Ada", role: director, appointed_on: 2020-01-01}
complete: [declarations, people, parties, bids]
"""


def test_names_alone_are_questions_of_medium_weight_at_most():
    Path("case.yaml").write_text(CASE, encoding="utf-8")
    [case] = json.loads(audit(load(Path("case.yaml"), today=TODAY), today=TODAY).to("json"))["cases"]
    found = {
        (verdict["rule"], verdict["outcome"], one["severity"])
        for verdict in case["verdicts"]
        for one in verdict["findings"]
    }
    assert sorted(found) == [
        ("official-sharing-a-name-or-address-with-a-bidder", "review", "medium"),
        ("rivals-tied-in-a-register", "review", "medium"),
        ("rivals-with-people-of-the-same-name", "review", "low"),
        ("undeclared-tie-in-a-register-by-name", "review", "medium"),
        ("undeclared-tie-known-by-name-only", "review", "medium"),
    ]


def test_every_rule_on_names_alone_weighs_no_more_than_medium():
    by_name = {one.id: one.severity for one in RULES if one.given_options.get("by") == "name"}
    assert by_name == {
        "official-sharing-a-name-or-address-with-a-bidder": Severity.MEDIUM,
        "undeclared-indirect-tie-known-by-name-only": Severity.MEDIUM,
        "undeclared-tie-in-a-register-by-name": Severity.MEDIUM,
        "undeclared-tie-known-by-name-only": Severity.MEDIUM,
    }
