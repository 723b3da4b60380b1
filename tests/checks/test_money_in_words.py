"""Money that a text asks of bidders: a deposit or a fee that stands only in a clause or in a condition of taking part."""

import pytest

from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import load_rules
from tests.checks.scoring_case import RULES, case_of
from tests.checks.test_specification import tender

SECURITY, FEE = (
    load_rules([RULES / "barriers" / f"{name}.yaml"], "barriers", "rules/barriers")[0]
    for name in ("security-for-a-bid-in-words", "fee-for-taking-part-in-words")
)
SECURITIES = (
    "A deposit of £30,000 must be paid with the tender",
    "A bid bond of £30,000 must be lodged",
    "Bidders must leave a deposit of £10,000 with their offer.",
    "A tender security of 2% is demanded.",
    "Each offer must come with a bank draft for £2,000.",
    "The tenderer shall post a surety of EUR 8,000.",
    "A bond for £12,000 must be handed in by all who bid.",
    "A sum of £7,500 shall be lodged with the Council when the tender is handed in.",
    "Tenders without a deposit of £300 will be rejected.",
    "Bidders are required to provide security of £30,000.",
    "A refundable deposit of £30,000 must reach us before bids are opened.",
    "Bidders must put down £30,000 with the bid.",
)
FEES = (
    "Bidders must pay a fee of £400 to take part",
    "Bidders must pay £400 before they may take part.",
    "A tender fee of £400 is payable by every bidder.",
    "Taking part costs £400.",
    "Each bidder shall transfer an administration charge of £90.",
    "To obtain the documents, firms must pay £75.",
    "The pack can be bought for £60.",
    "Firms which want to bid must pay £100.",
    "A non-refundable fee of £200 must accompany the tender.",
    "Suppliers must pay an annual subscription to the portal on which tenders are handed in.",
    "The price of the tender documents is £80.",
    "Applicants have to pay £20 for registering.",
    "Participation is subject to payment of £500.",
)
NO_SECURITIES = (
    "The contractor shall provide a performance bond of £100,000.",
    "The supplier must lodge a retention bond within 14 days of award.",
    "The winner must put up a guarantee of £50,000.",
    "Tenants pay a deposit of one month's rent.",
    "Bidders shall describe how they secure the site in their tender.",
    "The bidder must provide security staff for the tender period.",
    "Bidders must guarantee their prices for 90 days.",
    "Tenderers are to provide a security plan with their tender.",
    "The contract deposit, as set out in the tender, is paid to the contractor.",
    "Deposits of silt shall be removed as described in the bid.",
)
NO_FEES = (
    "The contractor shall pay a fee of £20 for each DBS check.",
    "The buyer pays the fee within 30 days.",
    "Bidders must state their fee for each visit.",
    "Bidders must submit a fee proposal.",
    "The tender price shall include all fees and charges.",
    "Suppliers must pay the real living wage.",
    "Pupils may be asked to pay to take part in clubs.",
    "The supplier will be charged for late delivery.",
    "The fees for participation in steering meetings are included.",
    "Bidders must confirm that the payment terms are accepted to take part.",
    "The contractor must pay its subcontractors within 30 days.",
    "The contractor must pay the entry fee to the tip.",
    "Bidders will not be charged to take part.",
)


def said(rule, sections):
    judgement = judge(case_of(sections), rule, "market")
    return str(judgement.outcome), [(one.hit.at.path, one.facts["words"]) for one in judgement.hits]


@pytest.mark.parametrize(("rule", "text"), [(SECURITY, one) for one in SECURITIES] + [(FEE, one) for one in FEES])
def test_money_asked_of_bidders_in_a_text_is_a_question_at_that_text(rule, text):
    clause, condition = tender({"text": text}), tender(selection_criteria=[{"kind": "other", "text": text}])
    for sections, path in (
        (clause, ("tender", "specification", 0, "text")),
        (condition, ("tender", "selection_criteria", 0, "text")),
    ):
        outcome, hits = said(rule, sections)
        assert (outcome, [at for at, _ in hits]) == ("review", [path])


@pytest.mark.parametrize(("rule", "text"), [(SECURITY, one) for one in NO_SECURITIES] + [(FEE, one) for one in NO_FEES])
def test_bonds_of_the_winner_and_payments_under_the_contract_are_none(rule, text):
    assert said(rule, tender({"text": text})) == ("passed", [])


@pytest.mark.parametrize(
    ("rule", "field", "text"), [(SECURITY, "bid_security", SECURITIES[0]), (FEE, "participation_fee", FEES[0])]
)
def test_an_amount_in_its_own_field_leaves_the_text_to_the_rule_about_that(rule, field, text):
    terms = {field: {"amount": 30000, "currency": "GBP"}}
    assert said(rule, tender({"text": text}, terms=terms)) == ("passed", [])


def test_an_amount_is_never_shown_cut_in_two():
    _, [(_, words)] = said(SECURITY, tender({"text": "Tenderers must deposit £1,250.50 before the closing date."}))
    assert words == "Tenderers must deposit £1,250.50"
