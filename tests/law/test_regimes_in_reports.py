"""A report under one law names no other, in any format: not in what its rules say, nor in what rules of no law do."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from unittest.mock import patch

import pytest

from fairaudit.engine.audit import Settings, run
from fairaudit.engine.config import Config
from fairaudit.engine.contract.report import Audience
from fairaudit.engine.examples import example_case
from fairaudit.engine.request import rules_for
from fairaudit.law.conditions import Answer
from fairaudit.procurement.loading.cases import Extra, open_cases
from fairaudit.reports.formats import FORMATS, render
from tests import shipped
from tests.law.test_regimes_apart import ALLOWED, LAWS, NAMED, PACKS

EXAMPLES = Path(__file__).parents[2] / "examples"
# What the World Bank publishes on red flags is a catalogue; its Procurement Regulations are a law.
NAMES = NAMED | {"world-bank": r"Bank's Procurement Regulations|World Bank Procurement Regulations|\bIPF\b"}
UNLAWFUL = re.compile("|".join(NAMES.values()))


def foreign(law):
    """What names any law but one."""
    return re.compile("|".join(words for name, words in NAMES.items() if name not in {law, *ALLOWED.get(law, ())}))


def found_by(rule):
    """An example that the rule finds, or in which it measures something, where that is all it does."""
    found = [one for one in shipped.EXAMPLES[rule.name] if one.outcome in ("flagged", "review")]
    return (found or shipped.EXAMPLES[rule.name])[0]


@cache
def cases(law):
    """Examples of every rule of a law, and of those of no law in turn, so that each is judged under some law."""
    common = [rule for name in ("core", "barriers") for rule in PACKS[name].rules][LAWS.index(law) :: len(LAWS)]
    made = [example_case(found_by(rule), rule.file) for rule in (*PACKS[law].rules, *common)]
    return [one for one in made if set(one.tender.law or ()) <= {law}]


def audited(some, *laws):
    """The report of some cases, saying everything once.

    What was said of another case in the same words is left out, and so are the lists of words that rules look for.
    """
    settings = Settings(today=date(2026, 6, 1), law=laws, audience=Audience.AUDITOR)
    report = run(some, rules_for(Config(), (), (), ()), settings)
    seen, made = set(), []
    for case in report.cases:
        kept = [
            one
            for one in case.verdicts
            if (one.name, one.reason, one.because, one.unassessed) not in seen or one.findings
        ]
        seen |= {(one.name, one.reason, one.because, one.unassessed) for one in kept}
        made.append(replace(case, verdicts=tuple(kept), options=()))
    return replace(report, cases=tuple(made))


@cache
def settled(law):
    """The report of examples as if the law governed each of them, which few of them say enough to settle."""
    with patch("fairaudit.engine.audit.standing", lambda case, terms: Answer(True, "")):
        return audited(cases(law), law)


@cache
def unbound():
    rules = [rule for name in ("core", "barriers") for rule in PACKS[name].rules]
    made = [example_case(found_by(rule), rule.file) for rule in rules]
    return audited(one for one in made if not one.tender.law)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("law", LAWS)
def test_no_report_under_a_law_names_another(law, format_):
    words = foreign(law)
    text = render(settled(law), format_)
    assert sorted({text[max(0, one.start() - 60) : one.end() + 30] for one in words.finditer(text)}) == []


@pytest.mark.parametrize("law", LAWS)
def test_nor_does_the_report_of_its_example(law):
    report = audited(open_cases(EXAMPLES / f"{law}.yaml", Extra(today=date(2026, 6, 1))))
    assert [(format_, found) for format_ in FORMATS if (found := foreign(law).findall(render(report, format_)))] == []


@pytest.mark.parametrize("law", LAWS)
def test_what_settles_a_law_and_a_rule_as_well_is_said_once(law):
    report = audited(open_cases(EXAMPLES / f"{law}.yaml", Extra(today=date(2026, 6, 1))))
    said = {one.name: one.because.split("; ") for case in report.cases for one in case.verdicts if one.because}
    assert said
    assert {name: parts for name, parts in said.items() if len(parts) != len(set(parts))} == {}


@pytest.mark.parametrize("format_", FORMATS)
def test_a_report_under_no_law_names_none(format_):
    assert UNLAWFUL.findall(render(unbound(), format_)) == []


def test_the_reports_that_are_searched_do_say_something():
    for law in LAWS:
        found = {verdict.pack for case in settled(law).cases for verdict in case.verdicts if verdict.findings}
        assert found >= {law, "core", "barriers"}, law
