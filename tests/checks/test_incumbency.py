"""What only the present provider can meet, know or obtain: names, products, this buyer, data, permissions."""

import pytest

from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import load_rules
from tests.checks.scoring_case import RULES, case_of, facts_of, outcome, said

NAMED = "incumbent-named-in-a-requirement"
PRODUCT = "incumbents-product-required"
EXPERIENCE = "experience-with-this-buyer-only"
KNOWLEDGE = "incumbents-knowledge-scored"
DATA = "incumbents-data-not-disclosed"
LATE = "incumbents-data-published-late"
SOME = "incumbents-data-given-to-some"
PERMISSION = "permission-from-buyer-or-rival"
ACCREDITED = "accreditation-by-a-rival"


def tender(**fields):
    whole = {
        "buyer": {"name": "Northvale Health Board", "aliases": ["NHB"]},
        "incumbents": [{"name": "Halden Eye Care Ltd", "aliases": ["HEC"], "products": ["OptiLink"]}],
        "selection_criteria": [],
        "award_criteria": [],
        "specification": [],
    }
    return {"tender": whole | fields}


GOODS = {"main_procurement_category": "goods"}


def lasting(until):
    return {"contract_period": {"start_date": "2026-09-01", "end_date": until}}


def selection(text, **more):
    return tender(selection_criteria=[{"id": "S1", "kind": "other", "text": text, **more}])


def clause(text, **more):
    return tender(specification=[{"id": "1", "mandatory": True, "text": text, **more}])


def criterion(text, **more):
    return tender(award_criteria=[{"id": "Q1", "weight": 10, "text": text, **more}])


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (selection("A statement from HEC."), "flagged"),
        (selection("Statement from Hec."), "passed"),
        (selection("Experience of working with HALDEN EYE CARE LTD."), "flagged"),
        (selection("Experience with Haldenstein Eye Care."), "passed"),
        (clause("The service shall match the one provided by Halden Eye Care."), "flagged"),
        (clause("Urgent cases shall be sent to Halden Eye Care."), "review"),
        (clause("The provider shall be anyone other than Halden Eye Care."), "passed"),
        (criterion("Your partnership with Halden Eye Care."), "flagged"),
        (criterion("Your partnership with Halden Eye Care.", treatment="information"), "passed"),
        (criterion("Your partnership with Halden Eye Care.", weight=0), "passed"),
        (selection("Experience with HEC.", mandatory=False), "passed"),
        (selection("Experience with HEC.", mandatory=False, disqualifies=True), "flagged"),
        (selection("Experience with HEC.", justification={"text": "Invented reason"}), "passed"),
    ],
)
def test_an_incumbent_that_is_named(case, expected):
    assert outcome(NAMED, case) == expected


def test_one_finding_for_each_clause_however_often_the_name_stands_in_it():
    case = clause("Experience with HEC. Experience of HEC. References from Halden Eye Care.")
    assert [one["words"] for one in facts_of(NAMED, case)] == ["Experience with HEC"]


def test_the_surest_words_of_a_criterion_are_told():
    case = tender(award_criteria=[{"id": "Q1", "name": "Halden Eye Care", "text": "Your partnership with HEC."}])
    assert said(NAMED, case) == (
        "flagged",
        "tender.award_criteria[0].text: In award criterion Q1 the firm that does the work today is named: "
        "“partnership with HEC”.",
    )


def test_every_incumbent_is_looked_for():
    case = selection("Experience with Ostrava Optics.")
    case["tender"]["incumbents"].append({"party": "p2"})
    case["parties"] = [{"id": "p2", "name": "Ostrava Optics"}]
    assert outcome(NAMED, case) == "flagged"


def test_a_bidder_that_is_no_incumbent_may_be_named_as_far_as_this_rule_goes():
    case = selection("Experience with Ostrava Optics.") | {"parties": [{"id": "p2", "name": "Ostrava Optics"}]}
    assert outcome(NAMED, case) == "passed"


def test_a_name_that_could_be_any_word_is_not_looked_for():
    case = selection("Experience with the Trust.")
    case["tender"]["incumbents"] = [{"name": "Trust"}]
    assert said(NAMED, case) == ("not-assessed", "tender.incumbents[0].name (in other words)")


@pytest.mark.parametrize(
    ("sentence", "extra", "expected"),
    [
        ("Referrals shall be received through OptiLink.", {}, "flagged"),
        ("Referrals shall be received through optilink.", {}, "flagged"),
        ("Referrals shall be received through OptiLink or equivalent.", {}, "passed"),
        ("Referrals shall be received through OptiLink; equivalents are not accepted.", {}, "flagged"),
        ("Referrals shall be received through OptiLink, no equivalent.", {}, "flagged"),
        ("Referrals shall be received through OptiLink.", {"equivalents": True}, "passed"),
        ("Referrals shall be received through a system such as OptiLink.", {}, "review"),
        ("OptiLink is in use today.", {}, "passed"),
        ("The current system, OptiLink, shall be used.", {}, "flagged"),
        ("The system shall replace OptiLink.", {}, "passed"),
        ("The system shall integrate with OptiLink.", {}, "review"),
        ("Referrals will come through OptiLink.", {"mandatory": None}, "flagged"),
        ("Referrals come through OptiLink.", {"mandatory": None}, "review"),
        ("Referrals come through OptiLink.", {"mandatory": None, "heading": "Current systems"}, "passed"),
    ],
)
def test_a_product_of_an_incumbent(sentence, extra, expected):
    fields = {key: value for key, value in ({"mandatory": True} | extra).items() if value is not None}
    case = tender(specification=[{"id": "1", "text": sentence, **fields}])
    assert outcome(PRODUCT, case) == expected


@pytest.mark.parametrize(
    ("disclosures", "complete", "expected"),
    [
        ([{"kind": "interfaces", "available": True}], [], "passed"),
        ([{"kind": "interface-description", "document": "D1"}], [], "passed"),
        ([{"kind": "interfaces", "available": False}], [], "flagged"),
        ([{"kind": "activity-data", "available": True}], ["tender.disclosures"], "flagged"),
        ([], [], "review"),
    ],
)
def test_an_interface_to_a_product(disclosures, complete, expected):
    case = clause("The system shall exchange data with OptiLink.") | {"complete": complete}
    case["tender"]["disclosures"] = disclosures
    assert outcome(PRODUCT, case) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two references from NHB.", "flagged"),
        ("Two contracts with this Board in the last three years.", "flagged"),
        ("Two contracts with this Board, or a comparable body.", "passed"),
        ("Two contracts with a body such as this Board.", "passed"),
        ("Experience in the current service.", "flagged"),
        ("Experience in this service area.", "passed"),
        ("Experience with this Board is not required.", "passed"),
        ("Experience of presenting to boards.", "passed"),
        ("The manager's experience with this Board.", "review"),
    ],
)
def test_experience_with_this_buyer(text, expected):
    assert outcome(EXPERIENCE, selection(text)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"kind": "references", "client": "this Board"}, "flagged"),
        ({"kind": "references", "client": "Northvale Health Board or a comparable body"}, "passed"),
        ({"kind": "references", "client": "any"}, "passed"),
        ({"kind": "experience", "client": "NHB", "of": "firm"}, "flagged"),
        ({"kind": "experience", "client": "NHB", "of": "staff"}, "review"),
        ({"kind": "references", "client": "NHB", "mandatory": False}, "passed"),
    ],
)
def test_the_client_of_a_reference(fields, expected):
    assert outcome(EXPERIENCE, tender(selection_criteria=[fields])) == expected


def test_field_and_text_of_one_criterion_are_one_finding():
    criteria = [{"id": "S1", "kind": "references", "client": "NHB", "text": "Two references from this Board."}]
    assert said(EXPERIENCE, tender(selection_criteria=criteria)) == (
        "flagged",
        "tender.selection_criteria[0].client: In selection criterion S1 only experience with this buyer or this "
        "contract counts: “NHB”.",
    )


@pytest.mark.parametrize(
    ("fields", "weight"),
    [
        ({"weight": 10}, "weight 10"),
        ({"weight": 12.50, "weight_type": "percentage"}, "weight 12.5 per cent"),
        ({"weight": 100, "weight_type": "points"}, "weight 100 points"),
        ({}, "weight not stated"),
        ({"treatment": "pass-fail"}, "pass or fail"),
    ],
)
def test_the_weight_of_knowledge_is_told(fields, weight):
    case = tender(award_criteria=[{"id": "Q1", "text": "Local knowledge.", **fields}])
    assert [one["weight"] for one in facts_of(KNOWLEDGE, case)] == [weight]


def test_children_are_read_at_every_depth():
    nested = {"id": "A", "children": [{"id": "B", "children": [{"id": "C", "weight": 3, "text": "Site knowledge."}]}]}
    assert [one["place"] for one in facts_of(KNOWLEDGE, tender(award_criteria=[nested]))] == ["award criterion C"]


@pytest.mark.parametrize(
    ("fields", "kinds"),
    [
        ({}, [("activity-data", "cost", "staff-transfer", "assets", "performance", "interfaces")]),
        (
            {"title": "Savings on the present costs"},
            [("cost",), ("activity-data", "staff-transfer", "assets", "performance", "interfaces")],
        ),
        (
            {"description": "Staff transfer under TUPE; the existing equipment is taken over."},
            [("staff-transfer", "assets"), ("activity-data", "cost", "performance", "interfaces")],
        ),
        (
            {"description": "TUPE does not apply. Data is moved out of OptiLink."},
            [("interfaces",), ("activity-data", "cost", "staff-transfer", "assets", "performance")],
        ),
        (
            {"main_procurement_category": "works"},
            [("assets",), ("activity-data", "cost", "staff-transfer", "performance", "interfaces")],
        ),
        (
            GOODS | lasting("2029-08-31") | {"title": "Toner in the current volumes"},
            [("activity-data",), ("cost", "assets", "performance", "interfaces")],
        ),
        (GOODS | lasting("2026-12-31"), []),
        (GOODS, []),
        (
            {"incumbents": [{"name": "Halden Eye Care"}]},
            [("activity-data", "cost", "staff-transfer", "assets", "performance")],
        ),
    ],
)
def test_which_data_is_asked_for(fields, kinds):
    case = tender(disclosures=[], **fields) | {"complete": ["tender.disclosures"]}
    assert [one["kind"] for one in facts_of(DATA, case)] == kinds


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        ((), "review"),
        (("Prices are based on the current volumes.",), "flagged"),
        (("The provider is paid each month.",), "review"),
    ],
)
def test_data_that_no_text_builds_on_is_only_a_question(clauses, expected):
    case = tender(disclosures=[], specification=[{"text": one} for one in clauses])
    assert outcome(DATA, case | {"complete": ["tender.disclosures"]}) == expected


def test_goods_of_which_nobody_says_how_long_they_are_bought_are_not_judged():
    case = tender(disclosures=[], **GOODS) | {"complete": ["tender.disclosures"]}
    missing = ("tender.contract_period.end_date", "tender.contract_period.start_date")
    assert said(DATA, case) == ("not-assessed", *missing)


def test_missing_data_is_no_evidence_where_the_list_is_not_complete():
    assert said(DATA, tender(disclosures=[])) == ("not-assessed", "completeness of tender.disclosures")


@pytest.mark.parametrize(
    ("published", "end", "changed", "expected"),
    [
        ("2026-03-02", "2026-03-30", None, "passed"),
        ("2026-03-05", "2026-03-30", None, "passed"),
        ("2026-03-06", "2026-03-30", None, "flagged"),
        ("2026-03-06", "2026-03-30", "2026-03-06", "passed"),
        ("2026-03-06", "2026-03-30", "2026-03-05", "flagged"),
        ("2026-03-20", "2026-03-30", "2026-03-21", "flagged"),
        ("2026-03-04", "2026-03-05", None, "passed"),
        ("2026-03-05", "2026-03-05", None, "flagged"),
    ],
)
def test_when_data_is_late(published, end, changed, expected):
    amendments = [{"date": changed, "changes": ["tender_period.end_date"]}] if changed else []
    case = tender(
        time_zone="Europe/London",
        documents_available="2026-03-02",
        tender_period={"end_date": end},
        disclosures=[{"kind": "activity-data", "published": published}],
        amendments=amendments,
    )
    assert outcome(LATE, case) == expected


def test_late_data_is_the_same_with_and_without_a_zone():
    def case(**zone):
        return tender(
            documents_available="2026-03-02",
            tender_period={"end_date": "2026-03-30"},
            disclosures=[{"kind": "tupe", "published": "2026-03-12"}],
            **zone,
        )

    assert said(LATE, case(time_zone="Europe/London"))[0] == said(LATE, case())[0] == "flagged"


@pytest.mark.parametrize(("first", "second"), [("b1", "b2"), ("b2", "b1")])
def test_swapping_bidders_swaps_who_is_told_of(first, second):
    names = {"b1": "Halden Eye Care", "b2": "Ostrava Optics"}
    parties = [{"id": key, "name": name} for key, name in names.items()]
    case = tender(disclosures=[{"kind": "tupe", "recipients": [first]}], incumbents=[]) | {"parties": parties}
    case |= {"bids": [{"bidder": first}, {"bidder": second}], "complete": ["bids"]}
    assert [one["recipients"] for one in facts_of(SOME, case)] == [(names[first],)]


@pytest.mark.parametrize("rival", ["Ostrava Optics", "Brenner Vision"])
def test_any_bidder_that_accredits_others_is_told_of(rival):
    roles = {"Ostrava Optics": ["tenderer"], "Brenner Vision": ["tenderer"]}
    case = selection(f"Technicians certified by {rival}.")
    case["parties"] = [{"id": name[:2], "name": name, "roles": one} for name, one in roles.items()]
    assert [one["words"] for one in facts_of(ACCREDITED, case)] == [f"certified by {rival}"]


@pytest.mark.parametrize(
    ("issued_by", "expected"),
    [
        ("Northvale Health Board", "flagged"), ("HEC", "flagged"), ("t1", "flagged"), ("the current provider", "flagged"),
        ("b2", "flagged"), ("Ostrava Optics", "flagged"), ("National Care Regulator", "passed"), ("x9", "passed"),
    ],
)  # fmt: skip
def test_who_gives_a_permission(issued_by, expected):
    case = tender(selection_criteria=[{"kind": "permission", "issued_by": issued_by}])
    case["tender"]["incumbents"][0]["party"] = "t1"
    case["parties"] = [{"id": "b2", "name": "Ostrava Optics", "roles": ["tenderer"]}]
    assert outcome(PERMISSION, case) == expected


def test_a_permission_listed_by_the_tender_is_read():
    case = tender(permissions=["Letter of support from the current provider"])
    assert said(PERMISSION, case) == (
        "flagged",
        "tender.permissions[0]: In the permissions asked for bidders need what the buyer, the present provider or a "
        "rival may refuse: “Letter of support from the current provider”.",
    )


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("transition-cost-scored", "One-off costs of moving the service to a new provider.", "flagged"),
        ("transition-cost-scored", "Transition costs are excluded.", "passed"),
        ("transition-risk-scored", "Risk of disruption from a change of provider.", "flagged"),
        ("transition-risk-scored", "Describe the risks of the transition.", "passed"),
        ("fast-start-scored", "Ability to start delivering the service immediately.", "flagged"),
        ("fast-start-scored", "Speed of answer.", "passed"),
        ("staff-of-the-incumbent-required", "The people who currently work in the service, with their names.", "flagged"),
        ("staff-of-the-incumbent-required", "How you will take on staff who currently work in the service under TUPE.", "passed"),
    ],
)  # fmt: skip
def test_what_is_scored(rule, text, expected):
    assert outcome(rule, criterion(text)) == expected


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("prior-contract-with-this-buyer", "Only current suppliers may bid.", "flagged"),
        ("prior-contract-with-this-buyer", "Bidders must be an existing supplier to NHB.", "flagged"),
        ("prior-contract-with-this-buyer", "Bidders must hold a contract with NHB or another public body.", "passed"),
        ("staff-exclusivity-or-no-poaching", "Experts must be available exclusively to one bidder.", "flagged"),
        ("staff-exclusivity-or-no-poaching", "Nobody may be refused.", "passed"),
        ("site-access-at-the-incumbents-discretion", "Visits are subject to the agreement of HEC.", "flagged"),
        ("site-access-at-the-incumbents-discretion", "Visits are subject to weather.", "passed"),
    ],
)
def test_what_is_asked(rule, text, expected):
    assert outcome(rule, selection(text)) == expected


@pytest.mark.parametrize(
    ("rule", "field", "value", "expected"),
    [
        ("references-from-one-client-only", "client", "Port Ministry", "flagged"),
        ("references-from-one-client-only", "client", "ANY", "passed"),
        ("references-from-one-client-only", "client", "NHB", "passed"),
        ("references-from-public-clients-only", "client_kind", "public", "flagged"),
        ("references-from-public-clients-only", "client_kind", "public or private", "passed"),
        ("references-from-one-country-only", "countries", ["GB"], "flagged"),
        ("references-from-one-country-only", "countries", ["GB", "IE"], "passed"),
        ("references-from-one-country-only", "countries", [], "passed"),
        ("references-in-a-single-contract", "single_contract", True, "flagged"),
        ("references-in-a-single-contract", "single_contract", False, "passed"),
    ],
)
def test_what_references_are_limited_to(rule, field, value, expected):
    assert outcome(rule, tender(selection_criteria=[{"kind": "references", field: value}])) == expected


def test_a_sure_name_of_a_criterion_comes_before_a_doubtful_text():
    case = tender(award_criteria=[{"id": "Q1", "name": "Partnership with HEC", "text": "How you involve HEC."}])
    assert [one["words"] for one in facts_of(NAMED, case)] == ["Partnership with HEC"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Halden Eye Care runs three clinics.", "passed"), ("Halden Eye Care must be consulted.", "review")],
)
def test_a_clause_that_obliges_nobody_may_name_the_incumbent(text, expected):
    assert outcome(NAMED, tender(specification=[{"id": "1", "text": text}])) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Experience with the Board.", "flagged"), ("Experience with the council.", "passed")],
)
def test_the_buyer_is_called_by_the_kind_of_body_it_is(text, expected):
    assert outcome(EXPERIENCE, selection(text)) == expected


def test_data_that_nobody_received_is_not_given():
    case = tender(
        main_procurement_category="goods", disclosures=[{"kind": "cost", "available": True, "recipients": []}]
    )
    assert [(one["kind"], one["state"]) for one in facts_of(DATA, case)] == [(("cost",), "recorded as not available")]


@pytest.mark.parametrize(("to", "expected"), [("2026-04-10", "passed"), ("2026-03-29", "flagged")])
def test_a_deadline_that_was_shortened_gives_no_time_back(to, expected):
    amendment = {"date": "2026-03-06", "changes": ["tender.tender_period.end_date"], "from": "2026-03-30", "to": to}
    case = tender(
        documents_available="2026-03-02",
        tender_period={"end_date": to},
        disclosures=[{"kind": "activity-data", "published": "2026-03-06"}],
        amendments=[amendment],
    )
    assert outcome(LATE, case) == expected


@pytest.mark.parametrize(("client", "expected"), [("HEC", "flagged"), ("NHB", "flagged"), ("any bank", "passed")])
def test_with_whom_a_prior_contract_is_asked_for(client, expected):
    case = tender(selection_criteria=[{"kind": "prior-contract", "client": client}])
    assert outcome("prior-contract-with-this-buyer", case) == expected


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (clause("The provider must use Halden's depot."), "review"),
        (clause("The provider must use Halden's depot.", justification={"text": "Invented reason"}), "passed"),
        (clause("Halden lenses must be used."), "passed"),
        (clause("The provider must use Halden's depot and halden wool."), "passed"),
        (clause("The provider must use Haldens depot."), "passed"),
    ],
)
def test_an_incumbent_called_for_short_is_a_question(case, expected):
    assert outcome(NAMED, case) == expected


def test_what_the_buyer_is_called_is_no_firm():
    case = clause("The provider must use Halden's depot.")
    case["tender"]["buyer"] = {"name": "Halden Health Board"}
    assert outcome(NAMED, case) == "passed"


def test_a_competitor_called_for_short_is_a_question():
    parties = {"parties": [{"id": "p2", "name": "Ostrava Optics Ltd"}, {"id": "p3", "name": "Brenta Services Ltd"}]}
    bids = {"bids": [{"id": "B2", "bidder": "p2"}, {"id": "B3", "bidder": "p3"}]}
    assert outcome(ACCREDITED, selection("Technicians accredited by Brenta.") | parties | bids) == "review"
    assert outcome(ACCREDITED, selection("Technicians accredited by Brenta.") | parties) == "passed"
    assert outcome(ACCREDITED, selection("Technicians accredited by Ostrava Optics.") | parties | bids) == "flagged"


@pytest.mark.parametrize(
    ("who", "expected"),
    [("Halden Eye Care", "flagged"), ("Halden", "review"), ("halden", "review"), ("Ostrava", "passed")],
)
def test_a_field_may_call_an_incumbent_for_short(who, expected):
    permission = tender(selection_criteria=[{"id": "S1", "kind": "permission", "issued_by": who}])
    assert outcome(PERMISSION, permission) == expected
    contract = tender(selection_criteria=[{"id": "S1", "kind": "prior-contract", "client": who}])
    assert outcome("prior-contract-with-this-buyer", contract) == expected


@pytest.mark.parametrize(
    ("rule", "field", "value", "expected"),
    [
        ("references-from-one-client-only", "client", "any public body", "passed"),
        ("references-from-one-client-only", "client", "Public bodies", "passed"),
        ("references-from-one-client-only", "client", "n/a", "passed"),
        ("references-from-one-client-only", "client", "All Saints Trust", "flagged"),
        ("references-from-one-client-only", "client", "Eastmere Teaching Hospitals", "flagged"),
        ("references-from-one-country-only", "countries", ["worldwide"], "passed"),
        ("references-from-one-country-only", "countries", ["EU"], "passed"),
        ("references-from-one-country-only", "countries", ["England"], "flagged"),
    ],
)
def test_a_client_or_country_that_limits_nothing_is_none_in_particular(rule, field, value, expected):
    assert outcome(rule, tender(selection_criteria=[{"kind": "references", field: value}])) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bidders must have been awarded a contract by Eastmere City Council.", "review"),
        ("Two references from the Ministry of Ports.", "review"),
        ("Bidders must have been awarded a contract by Northvale Health Board.", "passed"),
        ("Bidders must have carried out contracts for NHS Trusts.", "passed"),
        ("Bidders need not have held a contract with Eastmere City Council.", "passed"),
        ("Bidders must have worked to the Environment Agency's guidance.", "passed"),
    ],
)
def test_one_authority_named_in_a_text(text, expected):
    assert outcome("references-from-one-client-only", selection(text)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"client": "us"}, "flagged"),
        ({"text": "The bidder has had a contract with us before."}, "flagged"),
        ({"text": "The bidder must be known from earlier years."}, "not-assessed"),
        ({"text": "A contract with any public body."}, "passed"),
        ({"text": "The bidder must be known.", "mandatory": False}, "passed"),
    ],
)
def test_a_prior_contract_in_words(fields, expected):
    case = tender(selection_criteria=[{"id": "S1", "kind": "prior-contract", **fields}])
    assert outcome("prior-contract-with-this-buyer", case) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Experience only counts if gained at Northvale.", "review"),
        ("Experience only counts if gained with the Northvale Health Board.", "flagged"),
        ("Experience only counts if gained at northvale.", "passed"),
        ("The clinic shall be in Northvale.", "passed"),
    ],
)
def test_what_the_buyer_is_called_for_short_is_a_question(text, expected):
    criteria = [{"id": "S1", "kind": "experience", "text": text}]
    assert outcome(EXPERIENCE, tender(selection_criteria=criteria)) == expected


TRANSFER = RULES / "barriers" / "staff-transfer-liabilities-not-disclosed.yaml"
STAFF = {"kind": "staff-transfer", "document": "D4", "recipients": "all"}


@pytest.mark.parametrize(
    ("disclosures", "expected"),
    [
        ([STAFF], "review"),
        ([STAFF, {"kind": "pensions", "available": True}], "passed"),
        ([STAFF, {"kind": "pensions", "available": False}], "flagged"),
        ([{"kind": "staff-transfer", "available": True}], "flagged"),
        ([{"kind": "staff-transfer", "document": "D4", "available": False}], "flagged"),
        ([{"kind": "costs", "document": "D4"}], "flagged"),
    ],
)
def test_a_document_about_the_staff_may_tell_of_their_pensions(disclosures, expected):
    clauses = [{"id": "11", "mandatory": True, "text": "TUPE will apply to the nurses."}]
    case = case_of({**tender(specification=clauses, disclosures=disclosures), "complete": ["tender"]})
    [rule] = load_rules([TRANSFER], "barriers", "rules/barriers")
    assert judge(case, rule, "market").outcome == expected
