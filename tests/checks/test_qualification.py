"""What is asked of a bidder against the size of the contract: edges, currencies, lots, recorded reasons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.scoring_case import facts_of, outcome, said

REFERENCES = "references-worth-more-than-the-contract"


def asked(value=1_000_000, currency="GBP", **requirement):
    return {"tender": {"value": {"amount": value, "currency": currency}, "selection_criteria": [requirement]}}


def references(amount, count=1, currency="GBP"):
    return {"kind": "references", "minimum": count, "minimum_value": {"amount": amount, "currency": currency}}


@pytest.mark.parametrize(
    ("amount", "count", "expected"),
    [
        (750_000, 1, "passed"), (750_001, 1, "review"), (1_000_000, 1, "review"), (1_000_001, 1, "flagged"),
        (600_000, 2, "passed"), (600_001, 2, "review"), (400_000, 3, "passed"), (400_001, 3, "review"),
    ],
)  # fmt: skip
def test_the_ladder_of_references(amount, count, expected):
    assert outcome(REFERENCES, asked(**references(amount, count))) == expected


def test_a_percentage_never_rounds_onto_its_threshold():
    found = facts_of(REFERENCES, asked(value=3_000_000, **references(3_000_001)))
    assert [str(one["percent"]) for one in found] == ["100.00003"]


def test_references_are_compared_with_the_lot_they_are_for():
    case = {
        "tender": {
            "value": {"amount": 2_000_000, "currency": "GBP"},
            "lots": [
                {"id": "1", "value": {"amount": 200_000, "currency": "GBP"}},
                {"id": "2", "value": {"amount": 1_800_000, "currency": "GBP"}},
            ],
            "selection_criteria": [references(900_000) | {"lots": ["2"]}],
        }
    }
    assert outcome(REFERENCES, case) == "passed"


@pytest.mark.parametrize(
    ("name", "at", "over", "requirement"),
    [
        ("many-references", 3, 4, "minimum"),
        ("accounts-of-many-years", 3, 4, "years"),
        ("turnover-over-many-years", 3, "3.5", "years"),
        ("long-experience-of-the-firm", 5, "5.5", "minimum"),
        ("long-experience-of-staff", 8, 9, "years"),
    ],
)
def test_the_threshold_itself_is_fine(name, at, over, requirement):
    kinds = {
        "many-references": "references", "accounts-of-many-years": "accounts", "turnover-over-many-years": "turnover",
        "long-experience-of-the-firm": "experience", "long-experience-of-staff": "experience",
    }  # fmt: skip
    whose = {"of": name.removeprefix("long-experience-of-").removeprefix("the-")} if "experience" in name else {}
    for value, expected in ((at, "passed"), (over, "flagged")):
        assert outcome(name, asked(kind=kinds[name], **{requirement: value}, **whose)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("forbidden", "flagged"), ("Not permitted", "flagged"), ("NO", "flagged"), ("none.", "flagged"), ("false", "flagged"),
        ("No subcontracting of the clinical part", "review"), ("Allowed, but not permitted for Part 2", "review"),
        ("All services must be self-delivered", "review"), ("The bidder may self-deliver or subcontract", "passed"),
        ("Bidders shall not subcontract", "review"), ("Not prohibited", "passed"), ("Not at all prohibited.", "passed"),
        ("Not permitted without the Board's prior consent", "passed"), ("Prohibited unless approved", "passed"),
        ("Not permitted without notice", "review"), ("Not prohibited for cleaning. Prohibited for care", "review"),
        ("allowed", "passed"), ("Permitted up to 30 %", "passed"), ("with consent", "passed"), ("to be agreed", "not-assessed"),
    ],
)  # fmt: skip
def test_what_a_term_on_subcontracting_says(words, expected):
    assert outcome("subcontracting-forbidden", {"tender": {"terms": {"subcontracting": words}}}) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Consortium bids are not acceptable", "flagged"), ("Joint tenders will not be considered.", "flagged"),
        ("No consortia.", "flagged"), ("Single legal entities only", "flagged"), ("Sole bidders only", "flagged"),
        ("Consortia without a lead are not accepted", "review"), ("Not forbidden", "passed"), ("Joint bids", "not-assessed"),
    ],
)  # fmt: skip
def test_what_a_term_on_joint_bids_says(words, expected):
    assert outcome("consortia-forbidden", {"tender": {"terms": {"consortia": words}}}) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("bid", "flagged"), ("at tender submission", "flagged"), ("Before the award", "flagged"),
        ("award", "passed"), ("on award", "passed"), ("before contract start", "passed"), ("if awarded", "passed"),
        ("Commitment with the bid, cover from award", "passed"), ("in good time", "not-assessed"),
        ("with the bid, not on award", "flagged"), ("with the bid rather than on award", "flagged"),
        ("on award, not with the bid", "passed"), ("not with the bid but on award", "passed"),
        ("no later than on award", "passed"), ("not on award", "not-assessed"),
    ],
)  # fmt: skip
def test_when_insurance_must_be_in_place(words, expected):
    assert outcome("insurance-needed-with-the-bid", asked(kind="insurance", required_by=words)) == expected


def test_a_security_without_a_value_of_the_contract_is_not_judged():
    terms = {"terms": {"bid_security": {"amount": 50_000, "currency": "GBP"}}}
    assert said("high-bid-security", {"tender": terms}) == ("not-assessed", "tender.value")
    priced = {"tender": terms | {"value": {"amount": 1_000_000}}}
    assert said("high-bid-security", priced) == ("not-assessed", "tender.value.currency")
    free = {"tender": terms | {"value": {"amount": 0, "currency": "GBP"}}}
    assert said("high-bid-security", free) == ("not-assessed", "tender.value is not above zero")


@given(amount=st.integers(1, 10**9), value=st.integers(1, 10**9), factor=st.integers(1, 1000))
def test_only_the_ratio_counts_never_the_size(amount, value, factor):
    def of(scale):
        terms = {"bid_security": {"amount": amount * scale, "currency": "EUR"}}
        return outcome(
            "high-bid-security", {"tender": {"value": {"amount": value * scale, "currency": "EUR"}, "terms": terms}}
        )

    assert of(1) == of(factor) == ("flagged" if amount * 50 > value else "passed")


def test_turnover_against_the_yearly_value_is_a_heuristic_and_cites_no_law():
    """practice.md §1, danger 1: the laws compare yearly turnover with the contract value, not with its yearly value."""
    from tests.checks.scoring_case import rule

    found = rule("turnover-many-times-the-yearly-value")
    assert (found.basis, str(found.severity), found.sources, found.see) == (
        "heuristic",
        "medium",
        (),
        ("red-flag catalogue QUA-001",),
    )
    period = {"start_date": "2026-09-01", "end_date": "2028-08-31"}
    case = asked(value=2_400_000, kind="turnover", minimum=3_600_000, currency="GBP")
    case["tender"]["selection_criteria"][0] |= {"minimum": {"amount": 3_600_000, "currency": "GBP"}}
    assert outcome(found.id, case | {"tender": case["tender"] | {"contract_period": period}}) == "passed"


def test_undivided_contracts_below_the_floor_or_with_a_reason_are_silent():
    def of(**more):
        tender = {"main_procurement_category": "services", "value": {"amount": 1_000_000, "currency": "EUR"}} | more
        return outcome("contract-not-divided-into-lots", {"complete": ["tender"], "tender": tender})

    assert [
        of(),
        of(value={"amount": 999_999, "currency": "EUR"}),
        of(no_lots_reason="One team must see each patient"),
        of(no_lots_reason=" "),
        of(lots=[{"id": "1"}, {"id": "2"}]),
        of(justifications=[{"of": "tender.lots", "text": "One building"}]),
        of(main_procurement_category="concession"),
    ] == ["flagged", "passed", "passed", "flagged", "passed", "passed", "passed"]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"name": "Employers' liability"}, "passed"), ({"name": "Employer’s Liability"}, "passed"),
        ({"text": "Cover for employers liability"}, "passed"), ({"name": "Public liability"}, "review"),
        ({"name": "Employers' liability", "minimum": 5_000_001}, "review"),
        ({"name": "Employers' liability", "currency": "EUR"}, "review"), ({}, "review"),
    ],
)  # fmt: skip
def test_the_cover_that_british_law_asks_for_is_not_the_buyers_doing(more, expected):
    currency = more.get("currency", "GBP")
    cover = {"kind": "insurance", "minimum": {"amount": more.get("minimum", 5_000_000), "currency": currency}}
    case = asked(value=90_000, currency=currency, **cover | {key: more[key] for key in ("name", "text") if key in more})
    assert outcome("insurance-many-times-the-contract", case) == expected


@pytest.mark.parametrize(
    ("name", "text", "more", "expected"),
    [
        ("turnover-over-many-years", "A turnover of £20m.", {}, "not-assessed"),
        ("turnover-over-many-years", "A turnover of £20m.", {"mandatory": False}, "not-applicable"),
        ("turnover-over-many-years", "A turnover that fits.", {}, "not-applicable"),
        ("turnover-over-many-years", "Staff turnover of 10 per cent.", {}, "not-applicable"),
        ("turnover-over-many-years", "A turnover of £20m.", {"kind": "x-own"}, "not-applicable"),
        ("long-experience-of-the-firm", "Ten years' trading history.", {}, "not-assessed"),
        ("accounts-of-many-years", "Five years of audited accounts.", {}, "not-assessed"),
        ("many-references", "Six references.", {}, "not-assessed"),
        ("certificate-without-equivalent", "ISO 27001.", {}, "not-applicable"),
    ],
)
def test_a_condition_that_calls_itself_other_and_speaks_of_a_kind_is_not_passed_over(name, text, more, expected):
    assert outcome(name, asked(**{"kind": "other", "text": text} | more)) == expected


def test_what_would_let_such_a_condition_be_judged_is_named():
    fields = {"many-references": "minimum", "accounts-of-many-years": "years"}
    for name, text in (
        ("many-references", "Six references."),
        ("accounts-of-many-years", "Five years of audited accounts."),
    ):
        where = "tender.selection_criteria[0]"
        assert said(name, asked(kind="other", text=text)) == (
            "not-assessed",
            f"{where}.kind (that its words ask for)",
            f"{where}.{fields[name]}",
        )
