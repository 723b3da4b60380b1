"""What was seen and could not be judged stands in sight in every report for people, before what is only lacking."""

import json
from dataclasses import replace

import pytest

from fairaudit.engine.contract.report import Outcome, Unlooked
from fairaudit.engine.findings import _ordered
from fairaudit.engine.rulefiles.paths import Unjudged
from fairaudit.reports import html, markdown, text
from fairaudit.reports import json as as_json
from fairaudit.reports.outline import seen
from tests.reports.sample import report, verdict

TOLD = "Ada Invented was employed by Grubworks, a bidder"
TIE = Unlooked("people[0]", f"completeness of declarations: {TOLD}", ("declarations",), True)
BIRTH = Unlooked("people[1]", "Ben <Invented> has the name of an owner", (), True)
PLAIN = Unlooked("declarations", "declarations is not given", ("declarations",))


def silent(rule, *places):
    return verdict(rule=rule, outcome=Outcome.NOT_ASSESSED, findings=(), unassessed=places, missing=())


def shown(*verdicts):
    return report(cases=(replace(report().cases[0], verdicts=verdicts),))


RULES = [silent(f"r{number}", PLAIN) for number in range(30)]
SEEN = shown(*RULES, silent("name", TIE, BIRTH), silent("job", TIE))


def test_a_thing_is_told_once_with_every_rule_that_asked():
    told = [(one.reason, one.missing, [it.rule for it in one.verdicts]) for one in seen(SEEN.cases[0])]
    assert told == [(TIE.reason, ("declarations",), ["name", "job"]), (BIRTH.reason, (), ["name"])]


@pytest.mark.parametrize("render", [lambda it: text.render(it, False, 400), markdown.render, html.render])
def test_it_stands_before_what_is_only_lacking_and_in_the_first_sentence(render):
    page = render(SEEN)
    assert "Seen, but not judged for want of data: 2 things, listed below." in page
    place = page.index(f"{TOLD}. To have it judged, give declarations.")
    assert place < page.lower().index("give declarations and 32 rules can be judged")
    assert "completeness of declarations" not in page[: place + len(TOLD)]
    assert "Ben <Invented>" not in html.render(SEEN)


@pytest.mark.parametrize("render", [lambda it: text.render(it, False), markdown.render, html.render])
def test_nothing_is_said_where_nothing_was_seen(render):
    assert "but not judged for want" not in render(shown(*RULES))


def test_it_is_in_the_json_report_and_comes_back():
    places = json.loads(as_json.render(SEEN))["cases"][0]["verdicts"][30]["unassessed"]
    assert [one["seen"] for one in places] == [True, True]
    assert seen(as_json.read(as_json.render(SEEN)).cases[0]) == seen(SEEN.cases[0])


def test_of_too_many_places_those_where_something_was_seen_are_kept():
    many = [Unjudged(f"bids[{number:04}]", "r") for number in range(3000)]
    late = Unjudged("people[0]", "a tie", (), True)
    kept = _ordered([*many, late])
    assert (len(kept) < 3000, kept[0]) == (True, late)
