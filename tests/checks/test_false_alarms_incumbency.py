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


RULES = [
    NAMED, PRODUCT, EXPERIENCE, KNOWLEDGE, "transition-cost-scored", "transition-risk-scored", "fast-start-scored",
    "permission-from-buyer-or-rival", "accreditation-by-a-rival", "prior-contract-with-this-buyer",
    "staff-of-the-incumbent-required", "staff-exclusivity-or-no-poaching", "site-access-at-the-incumbents-discretion",
    "points-for-being-local", "place-required-at-bid-time",
]  # fmt: skip


def told(case):
    return [rule for rule in RULES if outcome(rule, case) != "passed"]


@pytest.mark.parametrize(
    "text",
    [
        "The provider shall, with reference to guidance from the Authority, keep a record of visits for the Board.",
        "The contract shall run three years with the Board having the option of two more.",
        "The provider shall survey users on their experience of this service, and patient experience for the Board.",
        "Data already supplied to the Authority shall not be asked for again.",
        "Patients registered with the current provider will be transferred.",
        "Bidders must not solicit or canvass any officer of the Authority.",
        "The provider must follow a competitive, non-competitive or mixed model of care.",
        "Handover certificates shall be signed by the outgoing provider.",
        "Nurses shall work exclusively for the provider during their shift.",
        "The landlord currently provides heating to the Board.",
        "The premises are owned by the existing provider and will close.",
        "The number of staff currently working in the service is 14, as listed in annex D.",
        "The provider shall obtain the consent of each patient.",
        "The provider shall co-operate with existing providers, the regulator and the Board.",
        "The provider shall operate from a clinic within the county.",
    ],
)
def test_ordinary_clauses_are_silent_for_every_rule(text):
    assert told(clause(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Savings over the years of this contract.",
        "Time of response in this service.",
        "Knowledge of building regulations and site safety.",
        "How works are done with minimal disruption to residents.",
        "The risk of change in law, and bank transfer charges.",
        "Continuity of services for patients, and of staff.",
        "How you respond from your office within 2 hours.",
        "How you would gain local knowledge.",
        "Local jobs, local suppliers in your supply chain and apprenticeships.",
        "Understanding of the needs of local patients.",
        "How you will work with the Board.",
        "Relevant experience of the team in comparable services.",
    ],
)
def test_ordinary_questions_are_silent_for_every_rule(text):
    assert told(criterion(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Give the address of your registered office.",
        "Experience of running a clinic in a rural area.",
        "Experience of services located in cities.",
        "A firm established in 2010 or later may bid.",
        "Insurance in place before the contract with the Authority starts.",
        "Contracts with the Board that were terminated must be declared.",
        "A licence from the care regulator.",
        "References from clients of your choice.",
    ],
)
def test_ordinary_selection_criteria_are_silent_for_every_rule(text):
    assert told(selection(text)) == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("references-from-one-client-only", "Provide at least one client reference."),
        ("references-from-public-clients-only", "Works in municipalities or for private clients."),
        ("references-from-one-country-only", "Two contracts worth in the region of 1 million."),
        ("references-in-a-single-contract", "At least one contract of comparable size."),
    ],
)
def test_ordinary_references_are_silent(rule, text):
    assert outcome(rule, tender(selection_criteria=[{"kind": "references", "text": text}])) == "passed"
