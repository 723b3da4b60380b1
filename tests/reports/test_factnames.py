"""What facts are called where they stand alone, and that somebody thought of every one of them."""

from dataclasses import replace

import pytest

from fairaudit.checks.catalogue import Catalogue
from fairaudit.reports import factwords, markdown
from fairaudit.reports.factnames import LABELS, fact_name, told_facts
from tests.reports.sample import finding, report, verdict

CASE = report().cases[0]
VERBS = {
    "accounts",
    "beside",
    "by_rounding",
    "claimed",
    "comes",
    "counted",
    "deciding",
    "asked_late",
    "doubt",
    "had",
    "have",
    "how_published",
    "if_so",
    "is_alone",
    "later",
    "may_be",
    "may_be_out",
    "of_these",
    "of_those",
    "in_time",
    "in_turn",
    "likely",
    "published_words",
    "reached",
    "reasoned",
    "short_of",
    "shown",
    "skipped",
    "source",
    "stand",
    "together",
    "turned",
    "unpublished",
    "unread_words",
    "were",
    "what_else",
    "without_sheet",
}
"""Facts that only bend a sentence: no report lists them."""
PLAIN = {
    "adviser", "aim", "amount", "amounts", "bid", "bidder", "bidders", "condition", "criteria", "criterion", "days",
    "deadline", "defect", "difference", "divisions", "end", "evaluator", "formula", "framework", "ground",
    "holiday", "holidays", "id", "limit", "lot", "lots", "minimum", "notice", "outage", "party", "people", "period",
    "person", "price", "provider", "provision", "rivals", "roles", "round", "scale", "score", "scores", "standards",
    "start", "supplier", "suppliers", "tie", "total", "value", "weight", "who", "winner", "working_days", "years",
}  # fmt: skip
"""Facts whose own names say what they are."""


def test_every_fact_has_a_name_that_says_what_it_is():
    # Of a fact that is new here, decide whether its own name stands alone in a report; if not, give it a label.
    names = {name for _, check in Catalogue().items() for name in check.facts} - VERBS
    assert names == (set(LABELS) - {"to"}) | PLAIN
    assert not set(LABELS) & PLAIN


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("by", {"count": 7200, "unit": "second"}, "by how much: 2 hours"),
        ("after", {"count": 86400, "unit": "second"}, "how long after: 1 day"),
        ("after", "the award notice", "after what: the award notice"),
        ("after", "4", "value afterwards: 4"),
        ("before", {"amount": "6", "currency": "GBP"}, "value before: £6"),
        ("before", ["B1", "B2"], "what stands before it: B1 and B2"),
        ("of", {"amount": "6", "currency": "GBP"}, "amount it is about: £6"),
        ("steps", 3, "how many steps the circle has: 3"),
        ("worst", "Alder", "who had the shortest time: Alder"),
        ("published", "2026-03-01", "when it was published: 1 March 2026"),
        ("published", "40", "weight that was published: 40"),
        ("to", "x", "compared with: x"),
        ("price_ahead", "£2,295", "best of their prices: £2,295"),
        ("last_deadline", "2026-03-01", "last deadline: 1 March 2026"),
    ],
)
def test_a_fact_is_called_what_makes_sense_alone(name, value, shown):
    assert f"{fact_name(name, value)}: {factwords.fact_in_words(value)}" == shown
    assert f"**Fact, {shown.replace(': ', ':** ', 1)}" in markdown.render(
        report(cases=(replace(CASE, verdicts=(verdict(findings=(finding(facts={name: value}),)),)),))
    )


def test_a_fact_that_says_nothing_is_told_nowhere():
    assert told_facts({"most": "", "bid": "B1", "known": False}) == [("bid", "B1"), (fact_name("known", False), False)]


def test_a_tie_does_not_break_off_before_whom_it_leads_to():
    said = "is related to Joan Fable (sister), who is listed among the people of"
    assert dict(told_facts({"tie": said, "party": "Lumen", "bidder": "Lumen"}))["tie"] == f"{said} Lumen"
    through = {"tie": "is related (sister) to Joan Fable", "bidder": "Lumen", "strength": "family"}
    assert dict(told_facts(through))["tie"] == "is related (sister) to Joan Fable"


def test_what_somebody_did_does_not_break_off_before_the_bid_it_was_done_to():
    assert dict(told_facts({"part": "gave 1 score to", "bid": "B2"}))["which part"] == "gave 1 score to B2"
    assert dict(told_facts({"part": "scored", "bid": "B2"}))["which part"] == "scored"
