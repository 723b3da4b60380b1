"""What rules of the Agreement on Government Procurement say of cases that their examples do not show."""

import pytest

from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.procurement.model.node import text_of
from tests.conftest import case_of

RULES = {rule.id: rule for pack in shipped_packs() if pack.name == "wto-gpa" for rule in pack.rules}
COVERED = "buyer: {name: Northvale Ministry of Works, kind: ministry, country: NZ}, covered_by: [GPA]"
OPEN = f"{COVERED}, procurement_method: open"


def said(rule, text):
    """Return the outcome of a rule and where its findings or what it could not look at stand."""
    judgement = judge(case_of(text), RULES[f"{rule}-under-the-agreement"], "market")
    places = [text_of(one.hit.at.path) for one in judgement.hits]
    return str(judgement.outcome), sorted(places or [name for one in judgement.unassessed for name in one.missing])


@pytest.mark.parametrize(
    ("stated", "judged", "expected"),
    [
        ("[{id: S1}]", "[{criterion: S1, met: true}]", ("passed", [])),
        ("[{id: S1, name: Yearly turnover}]", "[{criterion: yearly-turnover, met: true}]", ("passed", [])),
        ("[{id: S1}]", "[{criterion: S2, met: true}]", ("flagged", ["bids[0].conditions[0].criterion"])),
        # One finding for each condition, however many were judged by it.
        (
            "[{id: S1}]",
            "[{criterion: S2, met: true}, {criterion: s2, met: true}, {criterion: S3, met: false}]",
            ("flagged", ["bids[0].conditions[0].criterion", "bids[0].conditions[2].criterion"]),
        ),
        ("[]", "[{criterion: S1, met: true}]", ("flagged", ["bids[0].conditions[0].criterion"])),
        # A condition without a name is another rule's business.
        ("[{id: S1}]", "[{met: false}]", ("passed", [])),
        ("[{name: Turnover}]", "[{criterion: S1, met: true}]", ("not-assessed", ["tender.selection_criteria[0].id"])),
    ],
)
def test_suppliers_are_judged_by_the_conditions_that_were_stated(stated, judged, expected):
    text = f"tender: {{{OPEN}, selection_criteria: {stated}}}\nbids: [{{id: B1, bidder: Alder, conditions: {judged}}}]"
    assert said("condition-not-specified-in-advance", text) == expected


def test_a_condition_may_be_a_permission_or_an_award_criterion_with_its_parts():
    stated = (
        "selection_criteria: [], permissions: [{id: P1}],"
        " award_criteria: [{id: Q, children: [{id: Q1, minimum_score: 2}]}]"
    )
    judged = "[{criterion: P1, met: true}, {criterion: Q1, met: true}, {criterion: Q2, met: true}]"
    text = f"tender: {{{OPEN}, {stated}}}\nbids: [{{id: B1, bidder: Alder, conditions: {judged}}}]"
    assert said("condition-not-specified-in-advance", text) == ("flagged", ["bids[0].conditions[2].criterion"])


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Bidders shall be incorporated in Switzerland.", "flagged"),
        ("Only national companies may send offers.", "flagged"),
        ("The bidder must be a British firm.", "flagged"),
        ("The bidder must be registered within our territory.", "flagged"),
        ("Suppliers must be headquartered in the United States.", "flagged"),
        ("Locally owned firms or others may send offers.", "passed"),
        ("The bidder must be registered in the trade register of its seat.", "passed"),
        ("Bidders shall be established in Switzerland or in another Party.", "passed"),
        ("The supplier must be registered in New Zealand by the start of the contract.", "passed"),
        ("Only suppliers with a valid licence may send offers.", "passed"),
    ],
)
def test_a_country_is_no_condition(text, outcome):
    case = f"tender: {{{OPEN}, selection_criteria: [{{text: {text}}}], award_criteria: [], specification: []}}"
    assert said("only-domestic-suppliers", case)[0] == outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Lifts shall meet DIN 15306.", "review"),
        ("Lifts shall meet BS7671.", "review"),
        ("Lifts shall meet GOST 22011.", "review"),
        ("Lifts shall meet DIN EN 81, ISO 8100 and EN 12015.", "passed"),
        ("Tools such as 3000 watt drills must be supplied.", "passed"),
        ("DIN 15306 is not required.", "passed"),
    ],
)
def test_a_national_standard_is_a_question(text, outcome):
    case = f"tender: {{{OPEN}, specification: [{{id: '1', mandatory: true, text: \"{text}\"}}]}}"
    assert said("national-standard-named", case)[0] == outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The portal must be cloud based.", "review"),
        ("The code shall be written in Java.", "review"),
        ("The chairs must have exactly these measurements.", "review"),
        ("The portal may be cloud based.", "passed"),
        ("The chairs must carry 150 kg.", "passed"),
        ("New valves must be of the same dimensions as the old ones so that they match the flanges.", "passed"),
    ],
)
def test_a_design_is_a_question(text, outcome):
    case = f"tender: {{{OPEN}, specification: [{{id: '1', mandatory: true, text: {text}}}]}}"
    assert said("design-prescribed", case)[0] == outcome


@pytest.mark.parametrize(
    ("contains", "outcome"),
    [
        ("[description, dates, expressing an interest, address]", "passed"),
        (
            "[Description of the works; deadline for tenders, How to express your interest, link to the documents]",
            "passed",
        ),
        ("[description, dates, address]", "flagged"),
        # One that holds nothing shortens nothing, so nothing can hang on it.
        ("[]", "not-applicable"),
    ],
)
def test_a_planned_notice_must_hold_what_shortens_the_time(contains, outcome):
    text = f"tender: {{{OPEN}, published: 2026-06-01, planned_notice: {{published: 2026-04-01, contains: {contains}}}}}"
    assert said("planned-notice-lacks-what-shortens-the-time", text)[0] == outcome


@pytest.mark.parametrize(
    ("bid", "outcome"),
    [
        ("status: valid, received: 2026-04-10", "passed"),
        ("received: 2026-04-10", "not-assessed"),
        ("status: valid", "flagged"),
        ("status: invited", "not-applicable"),
        ("status: withdrawn", "not-applicable"),
    ],
)
def test_the_time_of_receipt_of_a_tender_that_came_is_recorded(bid, outcome):
    text = f"tender: {{{OPEN}, submission: {{electronic: true}}}}\nbids: [{{bidder: a, {bid}}}]\ncomplete: [bids]"
    assert said("time-of-receipt-not-recorded", text)[0] == outcome
