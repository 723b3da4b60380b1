"""False alarms that get a tool uninstalled: each beside the case that must not stay silent."""

import pytest

from tests.checks.scoring_case import outcome
from tests.checks.test_incumbency import EXPERIENCE, KNOWLEDGE, NAMED, PRODUCT, clause, criterion, selection, tender


@pytest.mark.parametrize(
    "text",
    [
        "Our current system is OptiLink.",
        "The clinic currently works with OptiLink.",
        "Referrals must come through the e-Referral Service.",
        "The provider shall be registered with the CQC and follow HACCP.",
    ],
)
def test_existing_and_national_systems_are_no_requirement_for_a_product(text):
    assert outcome(PRODUCT, clause(text)) == "passed"


def test_a_product_that_must_be_used_is_one():
    assert outcome(PRODUCT, clause("The clinic currently works with OptiLink, and so must the provider.")) == "flagged"


def test_an_interface_that_is_published_is_silent_and_one_that_is_kept_is_not():
    asked = clause("The system must interface with OptiLink.")
    asked["tender"]["disclosures"] = [{"kind": "interfaces", "document": "D7", "available": True}]
    assert outcome(PRODUCT, asked) == "passed"
    asked["tender"]["disclosures"] = [{"kind": "interfaces", "available": False}]
    assert outcome(PRODUCT, asked) == "flagged"


@pytest.mark.parametrize(
    "text",
    [
        "Experience and qualifications of the staff who will deliver the service.",
        "The team's experience of comparable eye clinics.",
        "CVs of the manager and two nurses.",
    ],
)
def test_experience_of_staff_is_silent(text):
    case = criterion(text)
    assert [outcome(rule, case) for rule in (EXPERIENCE, KNOWLEDGE, "staff-of-the-incumbent-required")] == [
        "passed"
    ] * 3


def test_experience_of_the_firm_with_this_buyer_is_not():
    assert outcome(EXPERIENCE, criterion("The firm's experience of working with this Board.")) == "flagged"


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Halden Eye Care will hand over the records on the last day.", None),
        ("Staff of Halden Eye Care will transfer under TUPE.", None),
        ("Halden Eye Care is responsible until midnight.", "Transition"),
        ("The provider shall receive images from the archive of Halden Eye Care through its interface.", None),
        ("Halden Eye Care must give notice to its staff.", "Staff transfer (TUPE)"),
    ],
)
def test_an_incumbent_in_a_handover_or_as_the_seller_of_an_interface_is_silent(text, heading):
    assert outcome(NAMED, clause(text, **({"heading": heading} if heading else {}))) == "passed"


def test_an_incumbent_whose_experience_is_needed_is_not_even_under_transition():
    text = "The provider must have experience of working with Halden Eye Care."
    assert outcome(NAMED, clause(text, heading="Transition")) == "flagged"


@pytest.mark.parametrize("part", ["background", "definitions"])
def test_background_and_definitions_are_silent(part):
    case = clause("Halden Eye Care must be understood as the present provider, with OptiLink.", part=part)
    assert [outcome(rule, case) for rule in (NAMED, PRODUCT, EXPERIENCE)] == ["passed"] * 3


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Trust Ltd", "Bidders must earn the trust of patients and of the Trust."),
        ("Circle", "Circle the answer. A circle of friends must be kept."),
        ("Community Eye Service", "Experience of a community eye service."),
        ("ACE", "Bidders must face, replace and place Ace marks."),
    ],
)
def test_names_that_are_words_do_not_match_the_words(name, text):
    case = selection(text)
    case["tender"]["incumbents"] = [{"name": "Halden Eye Care"}, {"name": "Halden", "aliases": [name]}]
    assert outcome(NAMED, case) == "passed"


def test_the_buyers_name_is_not_the_incumbents():
    case = tender(
        buyer={"name": "Halden Health Board"},
        incumbents=[{"name": "Halden"}],
        specification=[{"mandatory": True, "text": "References from Halden Health Board must be sent."}],
    )
    assert outcome(NAMED, case) == "passed"


@pytest.mark.parametrize(
    ("rule", "silent", "told"),
    [
        ("transition-risk-scored", "How the mobilisation plan keeps risk low.", "Mobilisation risk."),
        ("transition-cost-scored", "Quality of the mobilisation plan.", "Mobilisation costs."),
        ("fast-start-scored", "Quality and realism of the mobilisation plan.", "Shortest mobilisation."),
    ],
)
def test_the_quality_of_a_mobilisation_plan_may_be_scored(rule, silent, told):
    assert (outcome(rule, criterion(silent)), outcome(rule, criterion(told))) == ("passed", "flagged")


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (
            "permission-from-buyer-or-rival",
            "The provider shall not assign without the written consent of the Authority.",
        ),
        ("staff-exclusivity-or-no-poaching", "The provider shall not employ staff with convictions for violence."),
        ("prior-contract-with-this-buyer", "The contract with the Board lasts three years."),
        ("site-access-at-the-incumbents-discretion", "The provider shall give the Board access to its premises."),
        ("accreditation-by-a-rival", "Plans shall be approved by the Authority."),
    ],
)
def test_ordinary_terms_are_silent(rule, text):
    assert outcome(rule, clause(text)) == "passed"
