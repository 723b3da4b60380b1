"""What the Procurement Regulations 2024 ask notices to hold: each line of the list is asked for, and its own words are understood."""

import pytest

from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.law.conditions import NOT, known_conditions
from fairaudit.law.contents import items, understood
from tests.conftest import case_of

PACK = "uk-pa2023"
RULES = {rule.id: rule for pack in shipped_packs() if pack.name == PACK for rule in pack.rules}
ITEMS = items(PACK, "notice-contents")
BUYER = "buyer: {kind: local authority, country: GB-ENG}"
BIDS = "bids: [{id: B1, bidder: Alder Ltd, status: valid}, {id: B2, bidder: Birch Ltd, status: valid}]\nawards: [{bid: B1}]"
# Cases in which everything the list of a regulation asks for under a topic is due, but for what only another case can owe.
TOLD = {
    "tender-notice-lacks-what-suppliers-need": (
        "procurement_method: open, regime: {above_threshold: true, light_touch: false}, lots: [{id: a}, {id: b}],"
        " lot_limits: {maximum_bid: 1}, specification: [{text: Open at eight.}], selection_criteria: [{text: A licence.}],"
        " published: 2026-03-02, documents_available: 2026-03-02",
        {"open-statement", "subject", "value", "submission", "award-criteria", "lots", "lot-limits", "documents",
         "specifications", "conditions"},
    ),
    "tender-notice-lacks-formal-contents": (
        "procurement_method: open, regime: {above_threshold: true, light_touch: true}, covered_by: [GPA]",
        {"authority", "title", "identifier", "special-regime", "languages", "agreement", "award-date"},
    ),
    "flexible-tender-notice-lacks-what-suppliers-need": (
        "procurement_method: selective, regime: {above_threshold: true, light_touch: false}, lots: [],"
        " expression_of_interest_deadline: 2026-04-02, second_stage: {minimum_candidates: 2, maximum_candidates: 4}, specification: [],"
        " reserved: {provision: s.32}, selection_criteria: [], published: 2026-03-02, documents_available: 2026-03-09",
        {"flexible-statement", "subject", "value", "process", "requests", "supplier-limit", "supplier-minimum", "reservation",
         "award-criteria", "later-documents"},
    ),
    "framework-tender-notice-lacks-what-suppliers-need": (
        "procurement_method: open, regime: {above_threshold: true, light_touch: false}, lots: [],"
        " framework: {suppliers: 3}, specification: [], selection_criteria: [], published: 2026-03-02,"
        " documents_available: 2026-03-02",
        {"open-statement", "subject", "value", "submission", "award-criteria", "documents", "call-off-process",
         "framework-term", "framework-users", "supplier-number"},
    ),
    "award-notice-lacks-required-contents": (
        "procurement_method: open, regime: {above_threshold: true, light_touch: true}, lots: [{id: a}, {id: b}],"
        " reserved: {provision: s.33}",
        {"authority", "title", "identifier", "subject", "supplier", "decision-date", "lots", "special-regime", "value",
         "procedure", "reservation", "entry-date"},
    ),
    "award-notice-silent-on-the-other-tenders": (
        "procurement_method: open, regime: {above_threshold: true, light_touch: false}, value: {amount: 9000000}",
        {"tender-numbers", "unsuccessful"},
    ),
    "award-notice-silent-on-remedies": (
        "procurement_method: open, regime: {above_threshold: true, light_touch: false}",
        {"summaries", "standstill"},
    ),
}  # fmt: skip


def said(rule, tender, contains):
    """Return the outcome of a rule for a notice with some contents, and what it says is not there."""
    kind = "UK6" if rule.startswith("award") else "UK4"
    notices = f"notices: [{{kind: {kind}, published: 2026-03-02, contains: [{', '.join(contains)}]}}]"
    judgement = judge(case_of(f"tender: {{{BUYER}, {tender}, {notices}}}\n{BIDS}"), RULES[rule], "market")
    return str(judgement.outcome), [hit.hit.facts.lacking for hit in judgement.hits]


def test_every_line_of_the_list_can_be_answered_in_its_own_words():
    known = known_conditions(PACK)
    for one in ITEMS:
        assert one.content in understood(PACK, [one.words]).contents, one
        assert {name.removeprefix(NOT) for name in one.when} <= known


@pytest.mark.parametrize("rule", TOLD)
def test_a_notice_that_holds_all_passes_and_one_that_holds_nothing_is_flagged_for_all(rule):
    tender, due = TOLD[rule]
    assert said(rule, tender, sorted(due)) == ("passed", [])
    outcome, lacking = said(rule, tender, [])
    assert outcome == "flagged"
    assert {one.content for one in ITEMS if one.words in lacking[0].split("; ")} == due


@pytest.mark.parametrize(("rule", "left_out"), [(rule, one) for rule, (_, due) in TOLD.items() for one in sorted(due)])
def test_what_is_left_out_is_all_that_is_named(rule, left_out):
    tender, due = TOLD[rule]
    outcome, lacking = said(rule, tender, sorted(due - {left_out}))
    names = {one.words for one in ITEMS if one.content == left_out}
    assert outcome == "flagged"
    assert set(lacking[0].split("; ")) <= names


def test_words_that_are_not_understood_make_it_a_question():
    tender, due = TOLD["award-notice-silent-on-remedies"]
    assert said("award-notice-silent-on-remedies", tender, [*sorted(due - {"standstill"}), "a pause"])[0] == "review"


def test_a_stated_end_of_the_standstill_is_told():
    tender, _ = TOLD["award-notice-silent-on-remedies"]
    text = f"tender: {{{BUYER}, {tender}, notices: [{{kind: UK6, stated_end: 2026-12-07, contains: [summaries]}}]}}"
    assert str(judge(case_of(text), RULES["award-notice-silent-on-remedies"], "market").outcome) == "passed"
