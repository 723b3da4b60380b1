"""How many suppliers of a market can meet every condition, and that what is not known of one never counts against it."""

import pytest

from fairaudit.checks.bidders.market import _meets
from fairaudit.engine.redaction.labels import names_of
from fairaudit.engine.redaction.unlisted import Strangers
from tests.checks.scoring_case import case_of, facts_of, outcome, said

RULE = "few-suppliers-meet-every-condition"
GBP = {"currency": "GBP"}
MILLION = {"amount": 1_000_000, **GBP}
MINE = "tender.market[0]"
ASKED = "tender.selection_criteria[0]"


def market(conditions, *suppliers, complete=True):
    tender = {"selection_criteria": conditions, "market": list(suppliers)}
    return {"tender": tender} | ({"complete": ["tender.market"]} if complete else {})


@pytest.mark.parametrize(
    ("condition", "supplier", "answer"),
    [
        ({"kind": "turnover", "minimum": MILLION}, {"turnover": MILLION}, True),
        ({"kind": "turnover", "minimum": MILLION}, {"turnover": {"amount": 999_999, **GBP}}, False),
        ({"kind": "turnover", "minimum": MILLION}, {}, f"{MINE}.turnover"),
        ({"kind": "turnover", "minimum": MILLION}, {"turnover": {"amount": 5}}, f"{MINE}.turnover.currency"),
        ({"kind": "turnover", "minimum": MILLION}, {"turnover": {"amount": 5, "currency": "EUR"}}, f"{MINE}.meets"),
        ({"kind": "turnover", "minimum": {"amount": 7}}, {"turnover": MILLION}, f"{ASKED}.minimum.currency"),
        ({"kind": "turnover"}, {"turnover": MILLION}, f"{ASKED}.minimum"),
        ({"kind": "turnover", "minimum": MILLION}, {"meets": ["S"]}, True),
        ({"kind": "turnover", "minimum": MILLION}, {"turnover": MILLION, "lacks": ["S"]}, False),
        ({"kind": "capital", "minimum": MILLION}, {"capital": {"amount": 5, **GBP}}, False),
        ({"kind": "insurance", "minimum": MILLION}, {"insurance": {"amount": 5, **GBP}}, f"{ASKED}.evidence_when"),
        (
            {"kind": "insurance", "minimum": MILLION, "evidence_when": "on award"},
            {"insurance": {"amount": 5, **GBP}},
            True,
        ),
        (
            {"kind": "insurance", "minimum": MILLION, "evidence_when": "with the bid"},
            {"insurance": {"amount": 5, **GBP}},
            False,
        ),
        ({"kind": "references", "minimum": 3}, {"references": 2}, False),
        ({"kind": "references", "minimum": 3}, {"references": 3}, True),
        ({"kind": "references"}, {"references": 0}, False),
        ({"kind": "references", "minimum": 3, "years": 3}, {"references": 3}, f"{MINE}.meets"),
        ({"kind": "references", "minimum": 3, "minimum_value": MILLION}, {"references": 3}, f"{MINE}.reference_value"),
        (
            {"kind": "references", "minimum": 1, "minimum_value": MILLION},
            {"references": 3, "reference_value": {"amount": 5, **GBP}},
            False,
        ),
        (
            {"kind": "references", "minimum": 1, "minimum_value": MILLION},
            {"references": 3, "reference_value": MILLION},
            True,
        ),
        # The largest says nothing of the second.
        (
            {"kind": "references", "minimum": 2, "minimum_value": MILLION},
            {"references": 3, "reference_value": MILLION},
            f"{MINE}.meets",
        ),
        ({"kind": "experience", "of": "firm", "minimum": 5}, {"years": 4}, False),
        ({"kind": "experience", "of": "firm", "years": 5}, {"years": 5}, True),
        ({"kind": "experience", "of": "staff", "minimum": 5}, {"years": 4}, f"{MINE}.meets"),
        ({"kind": "experience", "of": "firm", "minimum": 5, "client": "Board"}, {"years": 9}, f"{MINE}.meets"),
        ({"kind": "staff", "minimum": 50}, {"staff": 49}, False),
        ({"kind": "accounts", "years": 3}, {"accounts_years": 2}, False),
        ({"kind": "accounts", "years": 3, "audited": True}, {"accounts_years": 3}, f"{MINE}.meets"),
        ({"kind": "certificate", "standards": ["ISO 9001"]}, {"certificates": ["BS EN ISO 9001:2015"]}, True),
        ({"kind": "certificate", "standards": ["ISO 9001:2015"]}, {"certificates": ["ISO 9001:2008"]}, f"{MINE}.meets"),
        ({"kind": "certificate", "standards": ["ISO 9001"]}, {"certificates": ["ISO 14001"]}, False),
        (
            {"kind": "certificate", "standards": ["ISO 9001"], "equivalents": True},
            {"certificates": ["ISO 14001"]},
            f"{MINE}.meets",
        ),
        ({"kind": "certificate", "standards": ["ISO 9001 or equivalent"]}, {"certificates": []}, f"{MINE}.meets"),
        ({"kind": "certificate", "standards": ["ISO 9001"]}, {}, f"{MINE}.certificates"),
        ({"kind": "location", "place": "Northvale"}, {"locations": ["northvale"]}, True),
        ({"kind": "location", "place": "Northvale"}, {"locations": ["Millbrook"]}, f"{MINE}.meets"),
        ({"kind": "permission", "issued_by": "Harbour Board"}, {}, f"{MINE}.meets"),
        ({"kind": "other", "text": "A depot"}, {"meets": ["T"]}, f"{MINE}.meets (S, or under lacks)"),
    ],
)
def test_what_a_supplier_can_meet(condition, supplier, answer):
    case = case_of(market([{"id": "S", **condition}], {"name": "Alder Works", **supplier}))
    [one], [asked] = case.tender.market, case.tender.selection_criteria
    assert _meets(case, one, asked, True) == answer


def test_a_list_that_is_not_whole_shuts_nobody_out_by_a_certificate_it_leaves_out():
    case = case_of(market([{"id": "S", "kind": "certificate", "standards": ["A 1"]}], {"certificates": ["B 2"]}))
    [one], [asked] = case.tender.market, case.tender.selection_criteria
    assert (_meets(case, one, asked, True), _meets(case, one, asked, False)) == (False, f"{MINE}.meets")


STAFF = [{"id": "S", "kind": "staff", "minimum": 50}]
LARGE, SMALL, UNKNOWN = {"staff": 60}, {"staff": 10}, {"name": "Alder Works"}


@pytest.mark.parametrize(
    ("suppliers", "complete", "expected"),
    [
        ([SMALL, SMALL], True, "flagged"),
        ([LARGE, SMALL], True, "flagged"),
        ([LARGE, SMALL], False, "review"),
        ([LARGE, LARGE, SMALL], True, "review"),
        ([LARGE, UNKNOWN, SMALL], True, "review"),
        ([UNKNOWN, SMALL], True, "flagged"),
        ([LARGE, LARGE, LARGE, SMALL], True, "passed"),
        ([LARGE, LARGE, LARGE, UNKNOWN], True, "passed"),
        ([LARGE, UNKNOWN, UNKNOWN, SMALL], True, "not-assessed"),
        ([UNKNOWN, UNKNOWN], True, "not-assessed"),
        # A small market is no fault of the conditions.
        ([LARGE], True, "passed"),
        ([LARGE, LARGE], True, "passed"),
    ],
)
def test_how_many_must_be_left(suppliers, complete, expected):
    assert outcome(RULE, market(STAFF, *suppliers, complete=complete)) == expected


def test_what_shuts_out_most_at_the_margin_is_named_not_what_shuts_out_most():
    conditions = [*STAFF, {"id": "T", "kind": "references", "minimum": 3}, {"id": "U", "kind": "experience", "of": "firm", "minimum": 9}]  # fmt: skip
    both, one = {"staff": 1, "references": 1, "years": 9}, {"staff": 60, "references": 4, "years": 1}
    case = market(conditions, both, both, both, one, {"staff": 60, "references": 4, "years": 9})
    assert [one["margin"] for one in facts_of(RULE, case)] == ["U (experience) alone shuts out 1 more"]
    case = market(conditions, both, both, {"staff": 60, "references": 4, "years": 9})
    assert [one["margin"] for one in facts_of(RULE, case)] == ["no condition alone shuts out another"]


def test_conditions_that_shut_nobody_out_are_left_out():
    for fields in ({"mandatory": False}, {"information": True}, {"scored": True}):
        assert outcome(RULE, market([STAFF[0] | fields], SMALL, LARGE)) == "passed"
    assert outcome(RULE, market([STAFF[0] | {"mandatory": False, "disqualifies": True}], SMALL, LARGE)) == "flagged"


def test_a_condition_without_an_id_asks_for_one():
    case = market([{"kind": "other", "text": "A depot"}], UNKNOWN, UNKNOWN)
    assert said(RULE, case) == ("not-assessed", f"{ASKED}.id")


def test_very_many_suppliers_and_conditions_are_not_compared():
    conditions = [{"id": f"S{at}", "kind": "staff", "minimum": 50} for at in range(600)]
    assert said(RULE, market(conditions, *[SMALL] * 600)) == (
        "not-assessed",
        "600 suppliers and 600 conditions are too many to compare",
    )


def test_suppliers_of_the_market_are_hidden_in_redacted_reports():
    case = case_of(market(STAFF, {"id": "m1", "name": "Alderwick Optics", "staff": 1}))
    hidden = names_of(case, frozenset(), lambda title: True, Strangers(case, frozenset()))
    label = hidden.label_of("Alderwick Optics")
    assert label.startswith("Supplier ")
    assert hidden.label_of("m1") == label
