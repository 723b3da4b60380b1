"""What could not be judged names the field whose value would change that: never one that is given already."""

import copy
from datetime import date

import pytest

from fairaudit.engine.judge import judge
from fairaudit.procurement.loading.loading import load_case
from fairaudit.procurement.wanted import in_list, stored, wanted
from fairaudit.reports.outline import Gap
from fairaudit.reports.wording import give, would_help
from fairaudit.sources.document import Document, FairauditError
from tests.checks.scoring_case import said
from tests.conftest import case_of
from tests.shipped import EXAMPLES, RULES

CASE = """
tender:
  value: {currency: GBP}
  contract_period: {start_date: 2026-09-01, end_date: 2029-08-31}
  tender_period: {end_date: 2026-03-30}
  disclosures: [{kind: cost}]
  law: [nhs-psr]
  award_criteria: [{id: Q, scale: {minimum: 0}, formula: {parameters: {a: 1}}}]
people: [{id: e1, roles: [{role: evaluator}, {start_date: 2026-01-01}]}]
bids: [{id: B1, received: 2026-03-30T11:00}]
evaluation: {opened: {price: 2026-04-01}, weights_applied: {Q: 60}}
enquiries: []
complete: [bids]
"""


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (("tender.published",), ("tender.published",)),
        (("tender.value",), ("tender.value.amount",)),
        (("tender.value", "tender.contract_period"), ("tender.value.amount",)),
        (("tender.contract_period",), ("tender.contract_period (in full)",)),
        (("tender.tender_period.end_date",), ("tender.tender_period.end_date (with its time of day)",)),
        (
            ("bids[0].received", "tender.tender_period.end_date"),
            ("tender.tender_period.end_date (with its time of day)",),
        ),
        (("tender.disclosures",), ("completeness of tender.disclosures",)),
        (("evaluation.weights_applied",), ("completeness of evaluation.weights_applied",)),
        (("declarations",), ("declarations",)),
        (("completeness of declarations",), ("declarations",)),
        (("completeness of tender.disclosures",), ("completeness of tender.disclosures",)),
        (("enquiries",), ("completeness of enquiries",)),
        (("completeness of enquiries",), ("completeness of enquiries",)),
        (("bids",), ("bids (what it lacks)",)),
        (("tender.law", "tender.value"), ("tender.value.amount",)),
        (("people[0].roles",), ("people[0].roles[1].role",)),
        (("tender.award_criteria[0].scale",), ("tender.award_criteria[0].scale.maximum",)),
        (("tender.award_criteria[0].formula",), ("tender.award_criteria[0].formula.name",)),
        (("evaluation.opened",), ("evaluation.opened.quality",)),
        (("awards[].standstill.end",), ("awards[].standstill.end",)),
        (("evaluation.ranking (bid B2)",), ("evaluation.ranking (bid B2)",)),
        ((), ()),
    ],
)
def test_what_is_wanted_is_named_against_what_is_given(named, said):
    assert wanted(case_of(CASE), named) == said


def test_items_of_a_list_are_named_where_the_others_are_given():
    case = case_of(CASE)
    assert in_list(case, "bids", "bid B2") == "bids (bid B2)"
    assert in_list(case, "awards", "A1") == "awards"
    assert (stored(case, "bids[0].id"), stored(case, "bids[4].id"), stored(case, "no path!")) == ("B1", None, None)


def paths(value, path=()):
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, one in items:
        yield (*path, step)
        yield from paths(one, (*path, step))


def without(value, path):
    spoilt = copy.deepcopy(value)
    at = spoilt
    for step in path[:-1]:
        at = at[step]
    del at[path[-1]]
    return spoilt


def shape(value):
    """What fields and items there are, whatever stands in them."""
    if isinstance(value, dict):
        return tuple(sorted((name, shape(one)) for name, one in value.items()))
    return tuple(map(shape, value)) if isinstance(value, list) else type(value).__name__


def cases(rule):
    """The cases of a rule's examples, and each of them with one thing taken away: what is left of one shape once."""
    seen = set()
    for example in EXAMPLES[rule.name]:
        today = date.fromisoformat(example.today) if example.today else None
        spoilt = (without(example.case, path) for path in paths(example.case))
        left = (value for value in spoilt if (known := shape(value)) not in seen and not seen.add(known))
        for value in (example.case, *left):
            try:
                yield load_case((Document(file="case", sha256="", text="", value=value, spans={}),), today)
            except FairauditError:
                continue


UNHELPFUL = ("(in full)", "(another value)", "(what it lacks)")


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_no_rule_asks_for_what_is_given(rule):
    wrong = set()
    for case in cases(rule):
        judgement = judge(case, rule, "market")
        assert judgement.outcome != "error", judgement.reason
        for place in judgement.unassessed:
            # A law asks for amounts, notices and records as they must be: that one is given and not enough is an answer.
            vague = UNHELPFUL if rule.pack == "core" else ()
            wrong |= {
                one for one in place.missing if stored(case, one) not in (None, ()) or (vague and one.endswith(vague))
            }
    assert wrong == set()


DATA = {"kind": "interfaces", "document": "D1"}
INCUMBENT = {"incumbents": [{"party": "t1", "products": ["OptiLink"]}], "main_procurement_category": "services"}


@pytest.mark.parametrize(
    ("given", "complete", "expected"),
    [
        ({}, [], ("not-assessed", "tender.disclosures")),
        ({"disclosures": [DATA]}, [], ("not-assessed", "completeness of tender.disclosures")),
        ({"disclosures": [DATA]}, ["disclosures"], "review"),
        ({}, ["disclosures"], "review"),
    ],
)
def test_data_not_disclosed_asks_for_the_word_under_complete_only(given, complete, expected):
    answer = said("incumbents-data-not-disclosed", {"tender": {**INCUMBENT, **given}, "complete": complete})
    assert (answer if answer[0] == "not-assessed" else answer[0]) == expected


def test_a_missing_score_is_named_by_its_criterion_and_bid():
    scale = {"minimum": 0, "maximum": 5}
    parts = [{"id": "Q1.1", "weight": 50}, {"id": "Q1.2", "weight": 50}]
    criteria = [{"id": "Q1", "weight": 100, "scale": scale, "children": parts}]
    scores = [{"bid": bid, "criterion": "Q1.1", "score": 4} for bid in ("B1", "B2")]
    scores += [{"bid": "B1", "criterion": "Q1.2", "score": 4}]
    totals = [{"bid": "B1", "total": 80}, {"bid": "B2", "total": 80}]
    case = {
        "tender": {"award_criteria": criteria},
        "bids": [{"id": "B1"}, {"id": "B2"}],
        "evaluation": {"consensus": scores, "totals": totals},
    }
    assert said("totals-that-do-not-recompute", case) == (
        "not-assessed",
        "evaluation.consensus (criterion Q1.2, bid B2)",
    )


def test_reports_say_what_to_do_about_each():
    assert would_help(("completeness of bids", "completeness of tender.disclosures", "regime", "tender.value")) == (
        "settle which regime applies, give tender.value and name bids and tender.disclosures under `complete` "
        "(if that is all there is)"
    )
    assert give(Gap(("completeness of bids",), ())) == (
        "Name bids under `complete` (if that is all there is) and 0 rules can be judged"
    )
