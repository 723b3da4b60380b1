"""OCDS section by section: what each field becomes, and what is left unknown."""

import copy

import pytest

from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import load_rules
from fairaudit.procurement.loading.loading import load_case
from fairaudit.procurement.model.node import text_of
from fairaudit.sources.shipped import shipped_rules
from tests.sources.ocds_cases import CRITERIA, RECORDS, case, document, release


def test_what_ocds_does_not_say_stays_unknown():
    read_case = case(release(tender={"documents": [], "lots": []}, bids={"details": []}, awards=[], parties=[]))
    for section in ("bids", "awards", "parties", "enquiries", "events", "people"):
        assert getattr(read_case.procurement, section) is None
    assert read_case.tender.lots is None
    assert read_case.tender.documents is None


def test_the_tender():
    read_case = case(
        release(
            tender={
                "id": 7,
                "status": "planning",
                "legalBasis": {"scheme": "CELEX", "id": "32014L0024"},
                "procurementMethod": "limited",
                "mainProcurementCategory": "services",
                "value": {"amount": 100000.50, "amountGross": 120000.6, "currency": "GBP"},
                "contractPeriod": {"startDate": "2024-06-01", "durationInDays": 720, "maxExtentDate": "2027-06-01"},
                "enquiryPeriod": {"endDate": "2024-03-20T12:00:00.123456Z"},
                "tenderPeriod": {"startDate": "2024-03-01T09:00:00Z", "endDate": "2024-04-02T12:00:00.0+01:00"},
                "datePublished": "2024-02-29T23:00:00Z",
                "submissionTerms": {"electronicSubmissionPolicy": "notAllowed", "languages": ["en", "cy"]},
                "contractTerms": {"performanceTerms": "Pays the living wage."},
                "participationFees": [{"type": ["submission"], "value": {"amount": 10, "currency": "GBP"}}],
                "awardCriteriaDetails": "Best value",
            }
        )
    )
    tender = read_case.tender
    assert read_case.unreadable == ()
    assert (tender.id, tender.status, tender.law, tender.procurement_method) == (
        "7",
        "planned",
        ("eu-2014-24",),
        "limited",
    )
    assert (str(tender.value.amount), tender.value.vat) == ("100000.5", "excluded")
    assert str(tender.value.amount_gross) == "120000.6"
    assert tender.contract_period.duration_in_days == 720
    assert tender.enquiry_period.end_date.isoformat() == "2024-03-20T12:00+00:00"
    assert tender.tender_period.end_date.isoformat() == "2024-04-02T12:00+01:00"
    assert tender.published.isoformat() == "2024-02-29T23:00+00:00"
    assert tender.submission.electronic is False
    assert tender.submission.languages == ("en", "cy")
    assert (tender.terms.clauses[0].text, tender.terms.clauses[0].part) == ("Pays the living wage.", "terms")
    assert str(tender.terms.participation_fee.amount) == "10"
    assert tender.award_method == "Best value"


@pytest.mark.parametrize(
    ("changes", "published"),
    [
        ({}, "2024-03-01T09:00+00:00"),
        ({"tag": ["tenderUpdate"]}, None),
        ({"tag": ["planning", "tender"]}, "2024-03-01T09:00+00:00"),
        ({"awards": [{"id": "1"}]}, None),
        ({"contracts": [{"id": "1"}]}, None),
        ({"tender": {"tenderPeriod": {"startDate": "2024-02-01T00:00:00Z"}}}, None),
        ({"tender": {"tenderPeriod": {"startDate": "2024-03-02T00:00:00Z"}}}, "2024-03-01T09:00+00:00"),
        ({"tender": {"datePublished": "2024-02-27"}}, "2024-02-27"),
        ({"tender": {"documents": [{"documentType": "tenderNotice", "datePublished": "2024-02-28"}]}}, "2024-02-28"),
    ],
)
def test_the_date_of_a_release_is_the_publication_only_of_a_tender_notice(changes, published):
    found = case(release() | changes).tender.published
    assert (found.isoformat() if found else None) == published


def test_criteria_move_to_the_tender_with_their_lots():
    one = document(release(tender=CRITERIA))
    award = one.value["tender"]["award_criteria"]
    assert award == [
        {"type": "cost", "minimum_score": "3"},
        {"name": "Quality", "type": "quality", "text": "Weighting: 60", "weight": "60", "lots": ["L1"]},
        {"type": "price", "weight": "0.4", "weight_type": "fraction", "lots": ["L2"]},
        {"type": "quality", "lots": ["L2"]},
        {"type": "cost", "text": "Quality 60%, Price 40%", "lots": ["L2"]},
        {"type": "price", "weight": "55", "weight_type": "percentage", "lots": ["L1", "L2"]},
    ]
    assert one.value["tender"]["selection_criteria"] == [
        {"name": "suitability"},
        {"name": "technical", "text": "Two references", "minimum": "2", "lots": ["L1"], "kind": "references"},
        {"text": "See the documents"},
        {"text": "Registered charities only"},
    ]
    criterion = "/tender/lots/0/awardCriteria/criteria/0"
    assert one.pointers["tender", "award_criteria", 1, "weight"] == f"{criterion}/description"
    assert [note.path for note in one.unreadable] == [
        ("tender", "award_criteria", 3, "weight"),
        ("tender", "award_criteria", 4, "weight"),
    ]
    assert load_case((one,)).unreadable == one.unreadable


def test_bare_numbers_from_one_on_are_an_order_and_no_weights():
    def read(*texts):
        criteria = [{"description": one} for one in texts]
        found = case(release(tender={"awardCriteria": {"criteria": criteria}})).tender.award_criteria
        return [(str(one.weight), one.weight_type) for one in found]

    assert read("2", "1", "3") == [("2", "ranking"), ("1", "ranking"), ("3", "ranking")]
    assert read("95", "5") == [("95", None), ("5", None)]
    assert read("1%", "2%") == [("1", "percentage"), ("2", "percentage")]
    assert read("1") == [("1", None)]


def test_a_lot_without_an_id_keeps_its_criteria_to_itself():
    one = document(release(tender={"lots": [{"awardCriteria": {"criteria": [{"description": "30"}]}}]}))
    assert one.value["tender"]["lots"] == [{"id": "1"}]
    assert one.value["tender"]["award_criteria"] == [{"weight": "30", "lots": ["1"]}]


def test_items_lend_their_classification_only_where_they_agree():
    def classified(*ids):
        items = [{"relatedLot": "1", "classification": {"scheme": "CPV", "id": one}} for one in ids]
        return case(release(tender={"items": items, "lots": [{"id": "1"}, {"id": "2"}]})).tender

    assert classified("85121281", "85121281").classification.id == "85121281"
    assert classified("85121281").lots[0].classification.id == "85121281"
    assert classified("85121281").lots[1].classification is None
    assert classified("85121281", "85000000").classification is None


def test_every_other_code_that_items_name_is_kept_once_for_the_tender_and_for_its_lot():
    items = [
        {"relatedLot": "1", "classification": {"scheme": "CPV", "id": "85121281"}, "additionalClassifications": OTHERS},
        {
            "relatedLot": "2",
            "classification": {"scheme": "CPV", "id": "90910000"},
            "additionalClassifications": OTHERS[:1],
        },
    ]
    tender = case(release(tender={"items": items, "lots": [{"id": "1"}, {"id": "2"}, {"id": "3"}]})).tender

    def codes(part):
        others = part.additional_classifications
        return (part.classification and part.classification.id), others and [one.id for one in others]

    assert codes(tender) == (None, ["85121281", "33122000", "79342300", "90910000"])
    assert [codes(lot) for lot in tender.lots] == [
        ("85121281", ["33122000", "79342300"]),
        ("90910000", ["33122000"]),
        (None, None),
    ]
    bare = case(release(tender={"items": [{"id": "1", "classification": {"scheme": "CPV", "id": "85121281"}}]})).tender
    assert codes(bare) == ("85121281", None)


OTHERS = [{"scheme": "CPV", "id": "33122000"}, {"scheme": "CPV", "id": "79342300"}]


def test_terms_of_taking_part():
    tender = case(
        release(
            tender={
                "communication": {"documentAvailabilityPeriod": {"startDate": "2024-03-05T09:00:00Z"}},
                "lotDetails": {"noLotsDivisionRationale": "One machine"},
                "submissionTerms": {"depositsGuarantees": "A deposit of 5 per cent"},
                "subcontractingTerms": {"description": "Not allowed"},
                "guarantees": [
                    {"type": "bid", "value": {"amount": 5000, "currency": "EUR"}},
                    {"type": "performance", "value": {"amount": 9000, "currency": "EUR"}},
                ],
            }
        )
    ).tender
    assert tender.documents_available.isoformat() == "2024-03-05T09:00+00:00"
    assert tender.no_lots_reason == "One machine"
    assert [(one.text, one.part) for one in tender.terms.clauses] == [("A deposit of 5 per cent", "terms")]
    assert tender.terms.subcontracting == "Not allowed"
    assert (str(tender.terms.bid_security.amount), tender.terms.bid_security.currency) == ("5000", "EUR")


def test_amendments():
    amendments = [
        {"id": "1", "date": "2024-03-05T00:00:00Z", "rationale": "More time"},
        {"changes": [{"property": "tender/tenderPeriod/endDate", "former_value": "2024-04-01"}]},
        {"unstructuredChanges": [{"oldValue": {"date": "2024-04-01"}, "newValue": {"date": "2024-04-08"}}]},
        {"changes": [{"property": "title", "former_value": {"a": 1}}, {"property": "value.amount"}]},
    ]
    found = case(release(tender={"amendments": amendments})).tender.amendments
    assert [(one.text, one.changes, one.from_, one.to) for one in found] == [
        ("More time", None, None, None),
        (None, ("tender_period.end_date",), "2024-04-01", None),
        (None, None, "2024-04-01", "2024-04-08"),
        (None, ("title", "value.amount"), None, None),
    ]
    old = case(release(tender={"amendment": {"date": "2024-03-05T00:00:00Z", "rationale": "More time"}}))
    assert old.tender.amendments[0].text == "More time"


def test_bids_awards_and_contracts():
    read_case = case(release(**copy.deepcopy(RECORDS)))
    first, joint = read_case.bids
    assert (first.id, first.bidder, first.lot, first.status) == ("B1", "s1", "L1", "valid")
    assert str(first.value.amount) == "90"
    assert first.received.isoformat() == "2024-04-01T10:00+00:00"
    assert (joint.bidder, joint.lot) == ("s2", None)
    [award] = read_case.awards
    assert (award.bid, award.lot, award.suppliers, award.number_of_bids) == ("B1", "L1", ("s1",), 3)
    assert award.entered_into.isoformat() == "2024-05-20"
    assert award.standstill.end.isoformat() == "2024-05-12T23:59:59+01:00"
    assert {text_of(note.path): note.text for note in read_case.unreadable} == {
        "bids[1].bidder": "s2",
        "bids[1].lot": '["L1", "L2"]',
        "awards": "2024-05-21",
    }


def test_parties():
    read_case = case(release(**copy.deepcopy(RECORDS)))
    alpha = read_case.party("s1")
    assert alpha.roles == ("supplier", "tenderer")
    assert [(one.scheme, one.id) for one in alpha.identifiers] == [("GB-COH", "01234567"), ("GB-CHC", "99")]
    assert [(one.name, one.party, one.share and str(one.share)) for one in alpha.owners] == [
        ("A. Owner", None, None),
        ("Holding", "h1", "67.00"),
    ]
    assert alpha.addresses[0].country == "DK"
    assert alpha.contact_point.email == "desk@example.org"
    assert [(one.id, one.roles) for one in read_case.parties[1:]] == [("s2", ("tenderer",)), ("s3", ("tenderer",))]


def test_ocds_1_0_organisations_are_found_where_they_act():
    organisation = {"identifier": {"scheme": "GB-COH", "id": "1"}, "name": "Alpha", "address": {"countryName": "UK"}}
    read_case = case(
        release(
            buyer={"name": "Board", "address": {"countryName": "United Kingdom"}},
            awards=[{"id": "1", "suppliers": [organisation]}],
        )
    )
    assert read_case.tender.buyer.country == "GB"
    assert read_case.awards[0].suppliers == ("GB-COH-1",)
    assert [(one.id, one.name, one.roles) for one in read_case.parties] == [
        ("Board", "Board", ("buyer",)),
        ("GB-COH-1", "Alpha", ("supplier",)),
    ]


@pytest.mark.parametrize(
    ("tenderers", "number", "suppliers", "count"),
    [
        (["a", "b"], 2, ["a"], 2),
        (["a", "b"], None, ["a"], 2),
        (["a", "b"], 2, ["a", "b"], None),
        (["a"], 1, ["a"], None),
        ([], 5, ["a"], 5),
        ([], 1, ["a"], None),
        ([], 0, ["a"], None),
        ([], None, ["a"], None),
    ],
)
def test_tenderers_count_only_where_they_do_not_repeat_the_suppliers(tenderers, number, suppliers, count):
    value = release(
        tender={"tenderers": [{"id": one} for one in tenderers], "numberOfTenderers": number},
        awards=[{"id": "1", "suppliers": [{"id": one} for one in suppliers]}],
    )
    read_case = case(value)
    assert read_case.awards[0].number_of_bids == count
    assert [one.id for one in read_case.parties if "tenderer" in one.roles] == (tenderers if count else [])


def test_a_count_for_the_whole_tender_is_not_the_count_of_one_award_among_several():
    awards = [{"id": "1", "relatedLots": ["L1"]}, {"id": "2", "relatedLots": ["L2"]}]
    statistics = [{"measure": "bids", "value": 9}, {"measure": "bids", "value": 4, "relatedLots": ["L2"]}]
    read_case = case(release(awards=awards, bids={"statistics": statistics}, tender={"numberOfTenderers": 9}))
    assert [one.number_of_bids for one in read_case.awards] == [None, 4]
    read_case = case(release(awards=[{"id": "1"}, {"id": "2"}], bids={"statistics": statistics}))
    assert [one.number_of_bids for one in read_case.awards] == [None, None]
    read_case = case(release(awards=[{"id": "1"}], bids={"statistics": statistics}))
    assert [one.number_of_bids for one in read_case.awards] == [9]


def test_enquiries():
    enquiries = [
        {
            "id": "1",
            "date": "2024-03-02T00:00:00Z",
            "author": {"id": "b"},
            "title": "Hours",
            "description": "Which hours?",
            "answer": "Nine to five",
            "dateAnswered": "2024-03-04T00:00:00Z",
            "relatedLot": "1",
        },
        {"title": "Parking"},
    ]
    first, second = case(release(tender={"enquiries": enquiries})).enquiries
    assert (first.asked_by, first.question, first.answer, first.lots) == ("b", "Which hours?", "Nine to five", ("1",))
    assert first.answered.isoformat() == "2024-03-04T00:00+00:00"
    assert second.question == "Parking"
    assert case(release(tender={"hasEnquiries": False})).procurement.enquiries is None


@pytest.mark.parametrize(
    ("address", "country"),
    [
        ({"countryName": "United Kingdom"}, "GB"),
        ({"countryName": "ENGLAND"}, "GB-ENG"),
        ({"country": "GB", "countryName": "Grande-Bretagne"}, "GB"),
        ({"countryName": "UK"}, "GB"),
        ({"countryName": "Denmark"}, "DK"),
        ({"countryName": "Dänemark"}, None),
        ({"countryName": "Guinea"}, None),
        ({"countryName": ""}, None),
    ],
)
def test_a_country_is_read_only_where_it_is_sure(address, country):
    value = release(buyer={"id": "1"}, parties=[{"id": "1", "name": "Board", "address": address}])
    assert case(value).tender.buyer.country == country


def test_one_bid_counted_for_an_award_is_a_single_bid():
    [rule] = load_rules([shipped_rules() / "core" / "single-bid-in-an-open-competition.yaml"], "core", "rules/core")
    for number, outcome in ((1, "flagged"), (2, "passed")):
        statistics = [{"measure": "bids", "value": number}]
        awards = [{"id": "1", "suppliers": [{"id": "a", "name": "Alder"}]}]
        value = release(tender={"procurementMethod": "open"}, bids={"statistics": statistics}, awards=awards)
        assert str(judge(case(value), rule, "market").outcome) == outcome
