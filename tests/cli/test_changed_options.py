"""A number that the settings changed: every report says which is in force, whose it is, and what the rule's own file has."""

import json
import re

import pytest

from fairaudit.engine.rulefiles.packs import shipped_packs
from tests.cli.running import fairaudit, put

SHORT = """
tender:
  id: S1
  published: 2026-03-02
  tender_period: {end_date: 2026-03-19T12:00}
"""
SETTINGS = "rules: {core/tender-window-too-short: {with: {at_least: 20}}}\n"


def checked(format_):
    put("s.yaml", SHORT)
    put("own.yaml", SETTINGS)
    words = ("s.yaml", "--config", "own.yaml", "--today", "2026-03-03", "--fail-on", "never", "--format", format_)
    return " ".join(fairaudit("check", *words).out.split())


def test_the_text_gives_the_value_in_force_whose_it_is_and_the_rules_own():
    out = checked("text")
    assert "= fix: Give at least 20 days" in out
    assert out.count("at_least is 20, set by own.yaml; the rule's own is 15") == 2
    assert "fifteen" not in out


@pytest.mark.parametrize("format_", ["markdown", "html"])
def test_other_reports_give_the_rules_own_beside_it(format_):
    assert re.search(r"own\.yaml; the rule(?:'|&#39;)s own is 15", checked(format_))


def test_only_the_option_that_was_changed_is_said_to_be():
    [case] = json.loads(checked("json"))["cases"]
    assert {
        (one["rule"], one["name"], one["value"], one["own"], one["from"]) for one in case["options"] if one["own"]
    } == {("core/tender-window-too-short", "at_least", "20", "15", "own.yaml")}
    beside = [one for one in case["options"] if one["rule"] == "core/material-answer-close-to-the-deadline"]
    assert {one["from"] for one in beside} == {"core"}


def test_of_two_options_the_one_that_stays_is_the_packs():
    put("s.yaml", SHORT)
    put("two.yaml", "rules: {core/material-answer-close-to-the-deadline: {with: {at_least: 9}}}\n")
    ran = fairaudit(
        "check", "s.yaml", "--config", "two.yaml", "--today", "2026-03-03", "--fail-on", "never", "--format", "json"
    )
    [case] = json.loads(ran.out)["cases"]
    name = "core/material-answer-close-to-the-deadline"
    found = {one["name"]: (one["from"], one["own"] is None) for one in case["options"] if one["rule"] == name}
    assert found == {
        "at_least": ("two.yaml", False),
        "share": ("core", True),
        "given_back": ("core", True),
        "slight": ("core", True),
        "at_most_hours": ("core", True),
    }


NUMBERS = {
    "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven", "8": "eight", "9": "nine", "10": "ten",
    "12": "twelve", "15": "fifteen", "20": "twenty", "30": "thirty",
}  # fmt: skip


def test_no_rule_of_no_law_writes_its_number_into_what_it_says():
    spelt = []
    for pack in shipped_packs():
        for rule in pack.rules if pack.applies != "law" else ():
            for name, value in rule.given_options.items():
                word = NUMBERS.get(str(value))
                said = " ".join((rule.message, rule.fix, rule.ask))
                if word and name.startswith("at_") and re.search(rf"\b(?:{value}|{word})\b", said, re.IGNORECASE):
                    spelt.append((rule.name, name, word))
    assert spelt == []
