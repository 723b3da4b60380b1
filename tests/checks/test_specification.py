"""Names, standards, places, vague words and gaps in what is asked for."""

import pytest

from tests.checks.scoring_case import facts_of, outcome, said

BRAND = "brand-without-equivalent"
STANDARD = "standard-without-equivalent"
CERTIFICATE = "certificate-without-equivalent"
VAGUE = "vague-requirements-without-a-test"
PLACE = "place-required-at-bid-time"
LOCAL = "points-for-being-local"
GAPS = "gaps-left-in-the-tender"


def tender(*clauses, **fields):
    numbered = [{"id": f"1.{index}", "mandatory": True, **one} for index, one in enumerate(clauses, 1)]
    return {"tender": {"specification": numbered, "award_criteria": [], "selection_criteria": [], **fields}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lenses shall be Clarivue® lenses.", "flagged"),
        ("Lenses shall be Clarivue (TM).", "passed"),
        ("Lenses shall be Clarivue(TM).", "flagged"),
        ("Lenses must be Clarivue™.", "flagged"),
        ("Clarivue® lenses.", "flagged"),
        ("The clinic currently has Clarivue® lenses.", "passed"),
        ("The scanner must be of make: Ostrava 900.", "flagged"),
        ("The care model: outreach.", "passed"),
        ("A method protected by patent no. 123 must be used.", "flagged"),
        ("Filters must be QX-4500 filters.", "review"),
        ("Scanners must be Zeiss Cirrus 500 scanners.", "review"),
        ("Care follows the Equality Act 2010 and Annex Part 12.", "passed"),
        ("ISO9001, EN-1234, COVID-19, PM10, UTF-8, KPI-0012 and REQ-0012 must be met.", "passed"),
        ("Mail must go through NHS™ servers.", "passed"),
    ],
)
def test_what_is_a_brand(text, expected):
    assert outcome(BRAND, tender({"text": text})) == expected


@pytest.mark.parametrize("text", ["The scanner must be of a care model.", "The provider shall make available: rooms."])
def test_ordinary_models_and_makes_are_silent(text):
    assert outcome(BRAND, tender({"text": text})) == "passed"


@pytest.mark.parametrize(
    ("more", "expected"),
    [({"part": "terms"}, "flagged"), ({"part": "background"}, "passed"), ({"mandatory": False}, "passed"),
     ({"mandatory": False, "scored": True}, "flagged")],
)  # fmt: skip
def test_which_clauses_are_read_for_brands(more, expected):
    assert outcome(BRAND, tender({"text": "Lenses shall be Clarivue® lenses.", **more})) == expected


def test_products_of_any_party_but_the_incumbent_are_brands():
    parties = [
        {"id": "t1", "name": "Halden Eye Care", "roles": ["incumbent"], "products": ["OptiLink"]},
        {"id": "b2", "name": "Ostrava Optics", "products": ["OptiScan"]},
        {"id": "b3", "name": "Brenner Vision", "products": ["VisioDat"]},
    ]
    texts = ({"text": f"Records must be kept in {one}."} for one in ("OptiLink", "OptiScan", "VisioDat"))
    case = tender(*texts) | {"parties": parties}
    assert [one["words"] for one in facts_of(BRAND, case)] == ["OptiScan", "VisioDat"]


@pytest.mark.parametrize(
    ("accepting", "expected"),
    [
        ({"text": "Equivalent products are accepted.", "heading": "Lenses"}, "passed"),
        ({"text": "Equivalent products are not accepted.", "heading": "Lenses"}, "flagged"),
        ({"text": "Equivalent products are accepted.", "heading": "Frames"}, "flagged"),
        ({"text": "Any product named may be replaced by an equivalent product.", "part": "terms"}, "passed"),
        ({"text": "Wherever a brand is named, an equivalent quality is accepted.", "part": "definitions"}, "passed"),
        ({"text": "Full-time equivalent staff: four.", "heading": "Lenses"}, "flagged"),
    ],
)
def test_where_an_equivalent_counts(accepting, expected):
    case = tender({"text": "Lenses shall be Clarivue® lenses.", "heading": "Lenses"}, {"mandatory": False, **accepting})
    assert outcome(BRAND, case) == expected


@pytest.mark.parametrize(
    ("said_once", "expected"),
    [
        ("Equivalents are accepted throughout.", "passed"),
        ("none", "flagged"),
        ("No equivalents are accepted.", "flagged"),
    ],
)
def test_a_clause_about_equivalents_for_all_documents(said_once, expected):
    assert (
        outcome(BRAND, tender({"text": "Lenses shall be Clarivue® lenses."}, equivalents_clause=said_once)) == expected
    )


@pytest.mark.parametrize(
    "words",
    ["or equivalent", "or its equivalent", "or equal", "or better", "or similar", "or any other product that is equivalent",
     "oder gleichwertig", "ou équivalent", "o equivalente", "lub równoważny", "eller likvärdigt"],
)  # fmt: skip
def test_words_that_accept_an_equivalent(words):
    assert outcome(BRAND, tender({"text": f"Lenses shall be Clarivue® lenses {words}."})) == "passed"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lenses shall comply with BS 2738.", ["BS 2738"]),
        ("Quality shall be managed to BS EN ISO 9001:2015.", ["BS EN ISO 9001"]),
        ("Quality shall be managed to ISO9001.", ["ISO9001"]),
        ("Security shall meet ISO/IEC 27001.", ["ISO/IEC 27001"]),
        ("Providers must hold Cyber Essentials.", ["Cyber Essentials"]),
        ("ISO 9001 or an equivalent standard shall be met.", []),
        ("Standards such as ISO 9001 shall be met.", []),
        ("The isolation room shall be en suite with 12 beds.", []),
        ("Registration with the CQC is required.", []),
    ],
)
def test_standards(text, found):
    assert [one["words"] for one in facts_of(STANDARD, tender({"text": text}))] == found


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"standards": ["ISO 9001"]}, "flagged"),
        ({"standards": ["ISO 9001"], "equivalents": True}, "passed"),
        ({"standards": ["ISO 9001"], "text": "or equivalent"}, "passed"),
        ({"text": "A certificate of quality management."}, "flagged"),
        ({"text": "Statutory registration."}, "passed"),
        ({"standards": ["CQC registration"]}, "passed"),
        ({"standards": ["CQC registration", "ISO 9001"]}, "flagged"),
        ({"name": "ISO 9001", "mandatory": False}, "passed"),
    ],
)
def test_certificates(fields, expected):
    assert outcome(CERTIFICATE, tender(selection_criteria=[{"kind": "certificate", **fields}])) == expected


def test_vague_clauses_are_one_finding_with_their_number():
    case = tender(*({"text": f"Care {one} shall be adequate."} for one in "abcdefg"))
    assert [(one["number"], one["examples"]) for one in facts_of(VAGUE, case)] == [
        (7, ("“adequate” in 1.1", "“adequate” in 1.2", "“adequate” in 1.3"))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Care shall be of high quality.", "flagged"),
        ("Care shall be of high quality, as measured by the survey.", "passed"),
        ("Adequate rooms as set out in annex B are needed.", "passed"),
        ("Calls shall be answered promptly, within 20 seconds.", "passed"),
        ("Rooms shall be modern.", "flagged"),
        ("Modernity matters.", "passed"),
    ],
)
def test_what_is_vague(text, expected):
    assert outcome(VAGUE, tender({"text": text})) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"kind": "location", "place": "Northvale"}, "flagged"),
        ({"kind": "location", "distance_km": 20}, "flagged"),
        ({"kind": "location", "place": "Northvale", "evidence_when": "bid"}, "flagged"),
        ({"kind": "location", "place": "Northvale", "evidence_when": "upon award"}, "passed"),
        ({"kind": "location", "place": "Northvale", "required_by": "contract start"}, "passed"),
        ({"kind": "location", "place": "Northvale", "text": "From the start of the contract."}, "passed"),
        ({"kind": "other", "text": "Bidders have offices in Northvale."}, "flagged"),
        ({"kind": "other", "text": "Bidders have offices in Northvale, or undertake to open one."}, "passed"),
        ({"kind": "other", "text": "Bidders have offices in Northvale.", "evidence_when": "award"}, "passed"),
    ],
)
def test_where_a_bidder_must_be(fields, expected):
    assert outcome(PLACE, tender(selection_criteria=[fields])) == expected


def test_a_place_that_is_not_said_is_not_assessed():
    case = tender(selection_criteria=[{"kind": "location"}])
    assert said(PLACE, case) == ("not-assessed", "tender.selection_criteria[0].place")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bidders with offices in the county.", "flagged"),
        ("Preference is given to local firms.", "flagged"),
        ("Describe how local jobs are created from your offices in the county.", "passed"),
        ("Proximity to patients.", "review"),
        ("How quickly patients are reached.", "passed"),
    ],
)
def test_points_for_a_place(text, expected):
    assert outcome(LOCAL, tender(award_criteria=[{"weight": 5, "text": text}])) == expected


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"title": "{{title}}", "status": "active"}, ["{{title}}"]),
        ({"title": "<name of the service>", "status": "draft"}, ["<name of the service>"]),
        ({"title": "TBC"}, ["TBC"]),
        ({"title": "{{title}}", "status": "template"}, []),
        ({"title": "Eye clinic"}, []),
        ({"specification": [{"text": "Within [X] days, TBA, and within ?? hours."}]}, ["[X] days", "TBA", "?? hours"]),
        ({"specification": [{"text": "TBC or TBC."}]}, ["TBC"]),
    ],
)
def test_gaps(fields, found):
    assert [one["words"] for one in facts_of(GAPS, tender(**fields))] == found


def test_gaps_inside_texts_of_every_part():
    case = tender(
        {"text": "Open on [insert days]."},
        {"text": "Reasonable means {{meaning}}.", "part": "definitions"},
        award_criteria=[{"text": "Plan", "children": [{"text": "By TBD."}]}],
        terms={"clauses": [{"text": "Paid within <number> days."}]},
    )
    assert [one["words"] for one in facts_of(GAPS, case)] == ["[insert days]", "{{meaning}}", "<number>", "TBD"]


@pytest.mark.parametrize("rule", [BRAND, STANDARD])
def test_an_equivalent_refused_here_is_not_accepted_by_a_clause_for_all_documents(rule):
    clause = {"text": "Lenses shall be Clarivue® lenses to BS 2738.", "equivalents": False}
    assert outcome(rule, tender(clause, equivalents_clause="Equivalents are accepted throughout.")) == "flagged"


def test_an_act_with_its_year_is_no_model():
    assert outcome(BRAND, tender({"text": "Care must follow the Mental Health Bill 2024."})) == "passed"


def test_a_recorded_reason_leaves_a_clause_open():
    case = tender({"text": "Care shall be of high quality.", "justification": {"text": "Invented reason"}})
    assert outcome(VAGUE, case) == "passed"


def test_a_location_is_one_finding_whatever_its_text():
    criteria = [{"id": "S1", "kind": "location", "place": "Northvale", "text": "Bidders have offices in Northvale."}]
    assert [one["words"] for one in facts_of(PLACE, tender(selection_criteria=criteria))] == ["Northvale"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All software must be SAPIO.", "review"),
        ("All software must be SAPIO or equivalent.", "passed"),
        ("All software must be SAPIO, no alternatives are accepted.", "flagged"),
        ("All software must be SAPIO compliant.", "passed"),
        ("All software must be SAPIO. Our sapio team helps.", "passed"),
        ("All software must be Open Source.", "passed"),
        ("The pumps shall be Grundig only.", "review"),
        ("The pumps, provided by the Board, shall be Grundig only.", "passed"),
        ("The pumps shall be Class II.", "passed"),
        ("Supervision shall be by a Fellow, without any other equivalent.", "review"),
        ("No alternatives to Form A will be considered by the Board.", "passed"),
    ],
)
def test_a_make_that_a_thing_must_be(text, expected):
    assert outcome(BRAND, tender({"text": text}, buyer={"name": "Northvale Health Board"})) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("other", "flagged"), ("x-own", "flagged"), ("experience", "flagged"), ("certificate", "passed")],
)
def test_certificates_have_a_rule_of_their_own(kind, expected):
    case = tender(selection_criteria=[{"id": "S1", "kind": kind, "text": "Accredited to ISO 27001."}])
    assert outcome(STANDARD, case) == expected


def test_a_product_in_a_certificate_is_one_all_the_same():
    case = tender(
        selection_criteria=[{"id": "S1", "kind": "certificate", "text": "A certificate of skill in OptiLink."}],
        incumbents=[{"products": ["OptiLink"]}],
    )
    assert outcome("incumbents-product-required", case) == "flagged"


@pytest.mark.parametrize(
    ("text", "disclosures", "expected"),
    [
        ("Data must be imported from OptiLink.", [], "review"),
        ("Data must be imported from OptiLink in the format described in Annex 4.", [], "passed"),
        ("Reports must come from OptiLink in the format described in Annex 4.", [], "flagged"),
        ("Data must be imported from OptiLink.", [{"kind": "interfaces", "available": False}], "flagged"),
    ],
)
def test_an_interface_that_a_clause_describes_is_given(text, disclosures, expected):
    case = tender({"text": text}, incumbents=[{"products": ["OptiLink"]}], disclosures=disclosures)
    assert outcome("incumbents-product-required", case) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A diver's certificate under the Diving at Work Regulations 1997", "passed"),
        ("An operational authorisation of the Civil Aviation Authority", "passed"),
        ("A diver's certificate of the guild", "flagged"),
        ("ISO 9001 certificate of a body that the Accreditation Agency recognises", "flagged"),
        ("ISO 9001 certificate, as the Quality Regulations 2009 require", "flagged"),
    ],
)
def test_a_certificate_that_a_statute_demands_has_no_equivalent(text, expected):
    criteria = [{"id": "S1", "kind": "certificate", "text": text}]
    assert outcome(CERTIFICATE, tender(selection_criteria=criteria)) == expected
