"""Every field that the design and the record of practice name is read, in each of the spellings they use.

The names below are copied from those documents, not taken from the model: a field the model forgets is missed here.
"""

from decimal import Decimal
from pathlib import Path

import pytest

from fairaudit.procurement.loading.loading import ModelError
from tests.conftest import case_of

WHOLE = (Path(__file__).parent / "every_field.yaml").read_text(encoding="utf-8")

NAMED = """
tender: id title law buyer time_zone classification procurement_method value contract_period published documents_available
tender: enquiry_period tender_period submission incumbents lots selection_criteria award_criteria specification terms
tender: disclosures market_engagement amendments notices
tender: regime route key_criteria existing_contract rounds lot_limits no_lots_reason justifications urgency site_visits
tender: permissions planned_notice sme_record documents market
tender.market: id name turnover capital insurance references reference_value years accounts_years staff certificates
tender.market: locations meets lacks
tender.previous: id title published value selection_criteria specification mandatory_requirements
tender.buyer: id name kind country
tender.classification: scheme id
tender.value: amount currency vat basis includes_options
tender.contract_period: start_date end_date max_extent_date
tender.enquiry_period: start_date end_date
tender.tender_period: start_date end_date
tender.submission: electronic
tender.incumbents: party contract_end products lots in_house
tender.lots: id title value
tender.selection_criteria: id kind minimum years lots text
tender.selection_criteria: treatment minimum_score disqualifies evidence_when equivalents required_by weight_of
tender.award_criteria: id type weight text scale children formula treatment
tender.award_criteria.scale: minimum maximum step better descriptors
tender.award_criteria.formula: name rounding
tender.award_criteria.children: weight_of minimum_score disqualifies evidence_when equivalents required_by
tender.specification: id lots mandatory text
tender.terms: insurance bid_security subcontracting consortia exclusivity payment_days
tender.disclosures: kind document published
tender.market_engagement: date participants shared reason_no_notice shared_documents
tender.amendments: date changes from_ to material recipients
tender.notices: kind submitted published contains stated_end
tender.regime: special above_threshold call_off_of devolved
tender.existing_contract: value provider satisfied_record change_reason
tender.lot_limits: maximum_bid maximum_awarded mechanism
tender.justifications: of text date
tender.urgency: reason
tender.documents: id version available_at sha256 recipients
parties: id name roles identifiers people owners addresses
people: id name roles employments interests
people.roles: role start_date end_date
people.interests: date
declarations: person date signed covers interests mitigation recused_from role_at
declarations.mitigation: actions followed
conflicts_assessment: prepared revised confirmed_in
enquiries: id asked_by date answer answered recipients confidential material
enquiries.confidential: agreed reason
bids: id bidder lot received deadline value status defects round unit variant portal_receipt outage rule_ref
bids.defects: code decision cure_until
events: kind bidder date until
evaluation: panel allocation individual consensus totals ranking opened locked
evaluation: weights_applied criteria_applied method_fixed_at changes attendance access_log abnormally_low summaries
evaluation.opened: quality price
evaluation.allocation: evaluator criteria lots bids
evaluation.individual: evaluator bid criterion lot stage score met comment at by
evaluation.changes: from_ to by at reason evaluator bid criterion lot stage
evaluation.abnormally_low: lot notified answered decision
evaluation.summaries: bid sent scores text lot total rank
representations: received information_requested given decision communicated
awards: id bid lot date entered_into standstill
awards.standstill: kind end
"""


def test_a_case_that_gives_every_field_is_read_without_fault():
    case = case_of(WHOLE)
    lists = [*named()]
    assert len(lists) > 200
    assert [path for path in lists if not any(one is not None for one in at(case.procurement, path.split(".")))] == []
    assert (case.not_read, case.unreadable, case.placeholders) == ((), (), ())
    assert (case.holds_all("bids"), case.holds_all("declarations")) == (True, True)


def named():
    for line in NAMED.strip().splitlines():
        section, _, names = line.partition(":")
        yield from (f"{section}.{name}" for name in names.split())


def at(value, steps):
    """Every value at a path, of all items of the lists on its way."""
    if isinstance(value, tuple) and value:
        return [found for one in value for found in at(one, steps)]
    if not steps:
        return [value]
    return [] if value is None else at(getattr(value, steps[0], None), steps[1:])


def tender_of(text):
    return case_of(f"tender: {{{text}}}").tender


def fault_of(text):
    with pytest.raises(ModelError) as error:
        case_of(text)
    return [str(one) for one in error.value.faults]


@pytest.mark.parametrize(
    ("written", "treatment"),
    [
        ("scored: true", "scored"),
        ("pass_fail: true", "pass-fail"),
        ("passFail: true", "pass-fail"),
        ("information: true", "information"),
        ("scored: false", "unscored"),
        ("scored: false, pass_fail: true", "pass-fail"),
        ("pass_fail: false, information: false", None),
        ("scored: true, treatment: scored", "scored"),
        ("pass_fail: '{{how}}'", None),
    ],
)
def test_flags_are_another_spelling_of_treatment(written, treatment):
    tender = tender_of(f"award_criteria: [{{id: Q, {written}}}], selection_criteria: [{{kind: turnover, {written}}}]")
    assert tender.award_criteria[0].treatment == treatment
    assert tender.selection_criteria[0].treatment == treatment


def test_flags_that_disagree_are_a_fault_at_the_second():
    assert fault_of("tender:\n  award_criteria:\n    - {scored: true, pass_fail: true}") == [
        "tender.yaml:3:22: tender.award_criteria[0].pass_fail: is given as scored and as pass-fail; keep one, and write a "
        "least score as `minimum_score`",
    ]
    assert fault_of("tender: {award_criteria: [{information: perhaps}]}") == [
        "tender.yaml:1:28: tender.award_criteria[0].information: should be true or false",
    ]


@pytest.mark.parametrize(
    ("written", "treatment", "kind"),
    [
        ("type: pass-fail", "pass-fail", None),
        ("type: passFail", "pass-fail", None),
        ("type: Pass/Fail", "pass-fail", None),
        ("type: pass_fail", "pass-fail", None),
        ("type: pass or fail", "pass-fail", None),
        ("type: Pass / fail question", "pass-fail", None),
        ("type: information only", "information", None),
        ("type: For information", "information", None),
        ("type: informationOnly", "information", None),
        ("type: unscored", "unscored", None),
        ("type: not scored", "unscored", None),
        ("type: scored", "scored", None),
        ("type: pass-fail, treatment: Pass/Fail", "pass-fail", None),
        ("type: pass-fail, pass_fail: true", "pass-fail", None),
        ("type: unscored, treatment: information", "information", None),
        ("treatment: Pass/Fail, pass_fail: true", "pass-fail", None),
        ("type: price", None, "price"),
        ("type: quality, treatment: pass-fail", "pass-fail", "quality"),
        ("type: information security", None, "information security"),
        ("type: scored by the panel", None, "scored by the panel"),
        ("type: '{{kind}}'", None, None),
    ],
)
def test_a_type_that_says_how_a_criterion_is_treated_is_its_treatment(written, treatment, kind):
    [criterion] = tender_of(f"award_criteria: [{{id: Q, {written}}}]").award_criteria
    assert (criterion.treatment, criterion.type) == (treatment, kind)


@pytest.mark.parametrize(
    ("written", "at", "said"),
    [
        ("type: pass-fail, treatment: scored", "treatment", "pass-fail and as scored"),
        ("treatment: information, type: Pass/Fail", "type", "information and as pass-fail"),
        ("type: information only, pass_fail: true", "pass_fail", "information and as pass-fail"),
        ("type: unscored, scored: true", "scored", "unscored and as scored"),
    ],
)
def test_a_type_and_a_treatment_that_disagree_are_a_fault(written, at, said):
    [fault] = fault_of(f"tender: {{award_criteria: [{{id: Q, {written}}}]}}")
    assert f"tender.award_criteria[0].{at}: is given as {said}; keep one" in fault


def test_a_condition_for_information_only_binds_nobody():
    one, other = tender_of(
        "selection_criteria: [{information: true}, {treatment: information, mandatory: true}]"
    ).selection_criteria
    assert (one.mandatory, other.mandatory) == (False, True)


@pytest.mark.parametrize(
    ("written", "minimum", "text"),
    [
        ("5000000", (Decimal(5000000), None), None),
        ("{amount: 5000000, currency: GBP}", (Decimal(5000000), "GBP"), None),
        ("{minimum: 5000000, currency: GBP}", (Decimal(5000000), "GBP"), None),
        ("{kind: insurance, minimum: {amount: 5000000, currency: GBP}}", (Decimal(5000000), "GBP"), None),
        ("[{minimum: 5000000, currency: GBP, required_by: award}]", (Decimal(5000000), "GBP"), None),
        ("Cover for what the work can cost", (None, None), "Cover for what the work can cost"),
    ],
)
def test_insurance_of_the_contract_is_read_as_money_as_a_group_and_as_a_list(written, minimum, text):
    [one] = tender_of(f"terms: {{insurance: {written}}}").terms.insurance
    assert (getattr(one.minimum, "amount", None), getattr(one.minimum, "currency", None)) == minimum
    assert one.text == text


def test_money_in_the_terms_keeps_its_located_faults():
    assert fault_of("tender:\n  terms:\n    insurance: {minimum: five, currency: GBP}\n    bid_security: about 2m") == [
        "tender.yaml:3:26: tender.terms.insurance[0].minimum.amount: should be a number such as 2400000 or 12.5, "
        'found "five"',
        "tender.yaml:4:19: tender.terms.bid_security.amount: should be a number such as 2400000 or 12.5, "
        'found "about 2m"',
    ]


def test_bare_texts_stand_for_groups_where_only_one_field_can_be_meant():
    tender = tender_of("key_criteria: [quality, {name: value, weight: 20}], permissions: [Consent of the landlord]")
    assert [(one.name, one.weight) for one in tender.key_criteria] == [("quality", None), ("value", 20)]
    assert tender.permissions[0].text == "Consent of the landlord"
    assert case_of("tender: {permissions: [Consent]}").places[("tender", "permissions", 0, "text")][1][:2] == (1, 24)


def test_a_gift_has_one_day_and_an_employment_has_not():
    case = case_of(
        "people: [{interests: [{kind: Gift, date: 2026-01-20}, {kind: employment, date: 2026-01-20}, "
        "{kind: gift, date: 2026-01-20, end_date: 2026-01-21}]}]"
    )
    gift, employment, other = case.people[0].interests
    assert (str(gift.start_date), str(gift.end_date)) == ("2026-01-20", "2026-01-20")
    assert (employment.start_date, employment.end_date) == (None, None)
    assert str(other.end_date) == "2026-01-21"
    assert case.places[("people", 0, "interests", 0, "end_date")] == case.places[("people", 0, "interests", 0, "date")]


@pytest.mark.parametrize(("written", "met"), [("pass", True), ("Passed", True), ("FAIL", False), ("failed", False)])
def test_pass_and_fail_stand_for_a_score_as_in_tables(written, met):
    [one] = case_of(f"evaluation: {{consensus: [{{bid: B1, criterion: M, score: {written}}}]}}").evaluation.consensus
    assert (one.score, one.met) == (None, met)


def test_a_word_beside_what_was_found_is_no_score():
    [fault] = fault_of("evaluation: {consensus: [{bid: B1, score: pass, met: false}]}")
    assert "evaluation.consensus[0].score: should be a number" in fault


@pytest.mark.parametrize(
    ("written", "when", "words"),
    [("2026-05-10", "2026-05-10", None), ("The decision stands.", None, "The decision stands.")],
)
def test_a_further_decision_is_a_day_or_words(written, when, words):
    [one] = case_of(f"representations: [{{further_decision: {written}}}]").procurement.representations
    assert (one.further_decision and one.further_decision.isoformat(), one.decision) == (when, words)
    assert fault_of("representations: {further_decision: 2026-13-01}") == [
        'tender.yaml:1:37: representations[0].further_decision: names a day that does not exist: "2026-13-01"',
    ]


def test_one_item_stands_for_a_list_only_where_the_model_says_so():
    case = case_of(
        "conflicts_assessment: {revised: 2026-03-30}\nrepresentations: {received: 2026-05-06}\ntender: {terms: {insurance: null}}"
    )
    assert [one.isoformat() for one in case.procurement.conflicts_assessment.revised] == ["2026-03-30"]
    assert case.procurement.representations[0].received.isoformat() == "2026-05-06"
    assert case.tender.terms.insurance is None
    assert fault_of("bids: B1") == [
        "tender.yaml:1:7: bids: should be a list: put `- ` before each item, or brackets around it"
    ]


def test_actions_are_a_text_or_a_list_of_texts():
    one, other, bare = case_of(
        "declarations: [{mitigation: {actions: Scores nothing}}, {mitigation: {actions: [Scores nothing, TBC, Leaves]}}, "
        "{mitigation: Scores nothing}]"
    ).declarations
    assert one.mitigation.actions == bare.mitigation.actions == "Scores nothing"
    assert other.mitigation.actions == "Scores nothing; Leaves"
