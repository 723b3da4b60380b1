"""A law nobody has rules for is said out loud, and a core rule is no graver than the law allows."""

import json

import pytest

from fairaudit.engine.config import Config
from fairaudit.engine.force import choose
from fairaudit.engine.rulefiles.packs import shipped_packs
from tests.cli.running import check, fairaudit, put

CASE = "tender: {law: [nhs-psr, invented-act], title: X, award_criteria: [{id: Q, weight: 60}, {id: P, weight: 60}]}\n"
SAID = 'no pack called "invented-act"'


@pytest.mark.parametrize("format_", ["text", "markdown", "html", "json", "sarif", "github"])
def test_a_law_without_a_pack_is_said_in_every_format(format_):
    put("t.yaml", CASE)
    out = " ".join(check("t.yaml", "--format", format_).out.replace("\\", "").replace("&#34;", '"').split())
    assert SAID in out


def test_it_is_a_verdict_that_is_not_assessed():
    put("t.yaml", CASE.replace("nhs-psr, ", ""))
    (case,) = json.loads(check("t.yaml", "--format", "json").out)["cases"]
    (verdict,) = [one for one in case["verdicts"] if one["rule"] == "law-without-pack"]
    assert (verdict["outcome"], verdict["reason"].split(";")[0]) == ("not-assessed", SAID)
    assert [one["path"] for one in verdict["unassessed"]] == ["tender.law[0]"]


def test_no_law_and_no_verdict_about_it():
    put("t.yaml", "tender: {title: X}\n")
    assert "law-without-pack" not in check("t.yaml", "--format", "json").out


def test_under_the_selection_regime_a_core_rule_is_at_most_high():
    rules = choose(shipped_packs(), Config(), (), ())
    severities = {
        law: {str(one.severity) for one in rules.under(frozenset(law)).standings if one.rule.pack == "core"}
        for law in ((), ("nhs-psr",))
    }
    assert severities[()] - severities[("nhs-psr",)] == {"critical"}


LAWLESS = """
tender:
  law: [nhs-psr]
  buyer: {{name: Northvale, kind: ICB, country: {country}}}
  award_criteria: [{{id: Q, weight: 60}}, {{id: P, type: price, weight: 40}}]
evaluation: {{criteria_applied: [Q, P, Z]}}
complete: [tender, evaluation]
"""


def test_a_core_rule_is_judged_where_the_law_that_would_stand_in_for_it_does_not_govern():
    put("t.yaml", LAWLESS.format(country="GB-SCT"))
    [case] = json.loads(fairaudit("check", "t.yaml", "--format", "json", "--no-config", "--fail-on", "never").out)[
        "cases"
    ]
    said = {one["pack"]: one["outcome"] for one in case["verdicts"] if one["rule"] == "undisclosed-criterion-applied"}
    assert said == {"core": "flagged", "nhs-psr": "not-applicable"}
    assert case["not_in_force"] == []
