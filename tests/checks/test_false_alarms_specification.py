"""False alarms that get a tool uninstalled: each beside the case that must not stay silent."""

import pytest

from fairaudit.checks.texts import nearby
from tests.checks.scoring_case import outcome
from tests.checks.test_specification import BRAND, CERTIFICATE, PLACE, STANDARD, VAGUE, tender


@pytest.mark.parametrize(
    "text",
    [
        "Referrals shall be received through the e-Referral Service.",
        "The provider shall be registered with the CQC.",
        "Food shall be prepared according to HACCP.",
        "Our current system is Clarivue®.",
        "Results shall be coded in SNOMED CT™ and sent over FHIR®.",
        "Care shall follow COVID-19 guidance and the Care Act 2014.",
    ],
)
def test_statutory_and_existing_names_are_no_brands(text):
    assert outcome(BRAND, tender({"text": text})) == "passed"


def test_a_brand_that_must_be_delivered_is_one():
    assert outcome(BRAND, tender({"text": "Results shall be kept in Clarivue®."})) == "flagged"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Tenders of equivalent quality or performance will not be disadvantaged.", "passed"),
        ("Equivalents will not be accepted.", "flagged"),
        ("No equivalent is accepted, and bids with one are penalised.", "flagged"),
    ],
)
def test_not_disadvantaged_is_no_denial(words, wanted):
    assert outcome(BRAND, tender({"text": "Results shall be kept in Clarivue®."}, equivalents_clause=words)) == wanted


@pytest.mark.parametrize(
    "fields",
    [
        {"equivalents_clause": "Equivalent standards are accepted throughout."},
        {"terms": {"clauses": [{"text": "Any standard named includes an equivalent standard."}]}},
    ],
)
def test_a_standard_is_silent_where_equivalents_are_accepted_elsewhere(fields):
    assert outcome(STANDARD, tender({"text": "Quality shall be managed to BS EN ISO 9001."}, **fields)) == "passed"


LENSES = {"text": "Lenses shall comply with BS 2738.", "mandatory": True}
SECTION = "Standards in this section may be met by an equivalent."


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        ([{"id": "1", "heading": "Standards (or equivalent)"}, {"id": "1.1", **LENSES}], "passed"),
        ([{"id": "1.1", "heading": "Standards (or equivalent)", **LENSES}], "passed"),
        ([{"heading": "Standards (or equivalent)"}, LENSES, LENSES], "passed"),
        ([{"heading": "Standards (or equivalent)"}, LENSES, {"heading": "Lenses", **LENSES}], "flagged"),
        ([{"heading": "Standards", "text": SECTION}, {"heading": "standards ", **LENSES}], "passed"),
        ([{"heading": "Standards", "text": SECTION}, {"heading": "Lenses", **LENSES}], "flagged"),
        ([{"id": "1", "text": SECTION}, {"id": "1.1", **LENSES}], "passed"),
        ([{"id": "1", "text": SECTION}, {"id": "1.1", "heading": "Lenses", **LENSES}], "passed"),
        ([{"id": "1", "text": SECTION}, {"id": "1.2.3", **LENSES}], "passed"),
        ([{"id": "1", "text": SECTION}, {"id": "2.1", **LENSES}], "flagged"),
        ([{"id": "1", "text": SECTION}, {"id": "11.1", **LENSES}], "flagged"),
        ([{"id": "1", "heading": "Standards (no equivalents)"}, {"id": "1.1", **LENSES}], "flagged"),
        ([{"id": "1.2", "text": "Frames to BS 9 or equivalent."}, {"id": "1.1", **LENSES}], "flagged"),
        ([{"id": "1.2", "heading": "Frames to BS 9 or equivalent"}, {"id": "1.1", **LENSES}], "flagged"),
        ([{"id": "1.2", "text": "Bidders may propose equivalent standards."}, {"id": "1.1", **LENSES}], "passed"),
    ],
)
def test_a_section_that_accepts_equivalents_speaks_for_its_clauses(clauses, expected):
    assert outcome(STANDARD, {"tender": {"award_criteria": [], "specification": clauses}}) == expected


def test_sections_are_worked_out_once_for_all_clauses(monkeypatch):
    """Thousands of clauses of one section took hours when each was compared with all the others."""
    seen = []
    monkeypatch.setattr(nearby, "_accepting", lambda clauses: seen.append(len(clauses)) or (set(), set()))
    clauses = [{"id": f"1.{n}", "text": f"Lenses shall comply with BS {n}.", "mandatory": True} for n in range(1, 200)]
    assert outcome(STANDARD, {"tender": {"award_criteria": [], "specification": clauses}}) == "flagged"
    assert seen == [199, 0]


def test_a_standard_without_any_equivalent_is_not():
    assert outcome(STANDARD, tender({"text": "Quality shall be managed to BS EN ISO 9001."})) == "flagged"


@pytest.mark.parametrize(
    "text",
    ["Registration with the Care Quality Commission.", "A licence required by law.", "Entry in the trade register."],
)
def test_statutory_registrations_are_silent(text):
    assert outcome(CERTIFICATE, tender(selection_criteria=[{"kind": "certificate", "text": text}])) == "passed"


@pytest.mark.parametrize(
    "clause",
    [
        {"text": "The parties shall act in a reasonable way.", "part": "terms"},
        {"text": "Appropriate care must mean suitable care.", "part": "definitions"},
        {"text": "High quality care must have been given since 2015.", "part": "background"},
        {"text": "Care of high quality would be welcome.", "mandatory": False},
        {"text": "Reasonable care shall be given, as defined in clause 2."},
    ],
)
def test_vague_words_in_boilerplate_are_silent(clause):
    assert outcome(VAGUE, tender(clause)) == "passed"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Contractor must give reasonable notice.", "passed"),
        ("The Contractor must give reasonable notice to modern standards.", "flagged"),
        ("The Contractor must give reasonable training.", "flagged"),
        ("The Contractor must hold its professional licences.", "passed"),
        ("The Contractor must promptly notify the Board.", "passed"),
        ("The Contractor must promptly repair the boats.", "flagged"),
        ("Letters will be sent, and may be replaced by calls as needed.", "passed"),
        ("Letters will be sent as needed.", "flagged"),
    ],
)
def test_only_the_words_that_have_a_meaning_are_silent(text, expected):
    assert outcome(VAGUE, tender({"text": text})) == expected


def test_vague_conditions_of_taking_part_are_found_and_wishes_are_not():
    def conditions(**fields):
        return tender(selection_criteria=[{"kind": "other", **fields}])

    assert outcome(VAGUE, conditions(text="Tenderers must be modern.")) == "flagged"
    assert outcome(VAGUE, conditions(text="Modern tenderers.", mandatory=True)) == "flagged"
    assert outcome(VAGUE, conditions(text="Modern tenderers.", disqualifies=True)) == "flagged"
    assert outcome(VAGUE, conditions(text="Modern tenderers.")) == "passed"
    assert outcome(VAGUE, conditions(text="Tenderers must be modern.", mandatory=False)) == "passed"


def test_vague_words_that_must_be_met_are_not():
    assert outcome(VAGUE, tender({"text": "Care shall be of high quality."})) == "flagged"


def test_the_place_of_the_service_is_no_place_of_the_bidder():
    assert outcome(PLACE, tender({"text": "The clinic shall be located within the county."})) == "passed"
    assert outcome(PLACE, tender({"text": "Bidders shall be located within the county."})) == "review"


@pytest.mark.parametrize(
    "text",
    [
        "La prestación se hará en 30 días y en 2026.",
        "The isolation room shall be en suite.",
        "The delivery model: outreach clinics on 24 days.",
        "The provider shall make: a plan, a list.",
        "The Annual Report 2025 and Key Performance Indicator 12 must be met.",
        "Postcodes NV1 2AB and rooms B12 shall be served.",
    ],
)
def test_ordinary_words_are_no_brand_and_no_standard(text):
    assert [outcome(rule, tender({"text": text})) for rule in (BRAND, STANDARD)] == ["passed", "passed"]


def test_a_european_standard_is_one():
    assert outcome(STANDARD, tender({"text": "Beds shall comply with EN 60601."})) == "flagged"
