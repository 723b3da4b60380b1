"""Devolved Welsh authorities are under the Act, and under regulations of their own that are not read: nothing cites England's."""

from datetime import date
from pathlib import Path

import pytest

from fairaudit.engine.audit import Settings, run
from fairaudit.engine.config import Config
from fairaudit.engine.force import choose
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.law.conditions import ask
from tests.conftest import case_of

PACKS = shipped_packs()
ACT = "uk-pa2023"
EXAMPLE = (Path(__file__).parents[2] / "examples" / "uk-pa2023.yaml").read_text(encoding="utf-8")
CITING = {
    rule.id: rule for pack in PACKS if pack.name == ACT for rule in pack.rules
    if any("2024/692" in one.cite for one in rule.sources)
}  # fmt: skip


def test_every_rule_that_cites_the_regulations_is_under_the_same_condition():
    assert len(CITING) > 15
    assert {name for name, rule in CITING.items() if rule.applies[-1] != "not under-welsh-regulations"} == set()


def outcomes(buyer, more=""):
    text = EXAMPLE.replace("country: GB-ENG}", f"country: {buyer}}}").replace("tender:\n", f"tender:\n{more}", 1)
    case = case_of(text, today=date(2026, 11, 26))
    report = run([case], choose(PACKS, Config(), (), ()), Settings(date(2026, 11, 26)))
    return {one.rule: (one.outcome, one.reason or "") for one in report.cases[0].verdicts if one.pack == ACT}


def test_nothing_is_found_in_wales_under_the_regulations_of_england():
    england, wales = outcomes("GB-ENG"), outcomes("GB-WLS")
    assert {one for one in CITING if england[one][0] in ("flagged", "review")}
    judged = {one for one in CITING if england[one][0] != "not-applicable"}
    assert {wales[one][0] for one in judged} == {"not-assessed"}
    assert all("Procurement (Wales) Regulations 2024" in wales[one][1] for one in judged)
    # What the Act itself asks for is asked in Wales too.
    assert wales["contract-signed-in-the-standstill"] == england["contract-signed-in-the-standstill"]


@pytest.mark.parametrize(
    ("buyer", "holds"),
    [
        ("buyer: {country: GB-WLS}, regime: {devolved: wales}", True),
        ("buyer: {country: GB-WLS}, regime: {devolved: none}", False),
        ("buyer: {country: GB-WLS}", None),
        ("buyer: {country: GB-ENG}, regime: {devolved: Wales}", True),
        # Nothing speaks of Wales.
        ("buyer: {country: GB-ENG}", False),
        ("buyer: {country: GB-NIR}", False),
        ("buyer: {country: GB}", False),
        ("title: Mats", False),
    ],
)
def test_who_is_under_the_regulations_of_wales(buyer, holds):
    answer = ask(case_of(f"tender: {{{buyer}}}"), ACT, "under-welsh-regulations")
    assert answer.holds is holds
    assert (answer.missing == ("tender.regime.devolved",)) is (holds is None)
