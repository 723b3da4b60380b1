"""What a law in force allows, a rule of no law does not hold against anybody: one test for each pack, and where none helps."""

import pytest

from fairaudit.engine.examples import laws_of
from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.procurement.loading.loading import load_case
from fairaudit.sources.document import Document
from fairaudit.sources.yaml import read_yaml

RULES = {rule.id: rule for pack in shipped_packs() if pack.name == "core" for rule in pack.rules}
WINDOW, DAYS = "tender-window-too-short", "few-working-days-to-bid"
ANSWER = "material-answer-close-to-the-deadline"
PLANNED = (
    "notices: [{kind: planned procurement notice, published: 2026-01-12}, {kind: tender notice, published: 2026-03-02}],"
    " published: 2026-03-02, tender_period: {end_date: 2026-03-12}"
)
RESTRICTED = (
    "procurement_method: selective, procurement_method_details: Restricted procedure, published: 2024-04-02,"
    " second_stage: {invitation_date: 2024-06-03}, tender_period: {start_date: 2024-06-03, end_date: 2024-06-14}"
)
COUNCIL = "buyer: {kind: local authority, country: %s}, regime: {above_threshold: true, light_touch: false}"
ACT = f"law: [uk-pa2023], {COUNCIL % 'GB-ENG'}"
DIRECTIVE = f"law: [eu-2014-24], {COUNCIL % 'NL'}"
REGULATIONS = f"law: [uk-pcr2015], {COUNCIL % 'GB-ENG'}"
AGREEMENT = "law: [wto-gpa], buyer: {kind: ministry, country: JP}, covered_by: [GPA]"


def said(rule, tender, rest=""):
    text = f"{{tender: {{{tender}}}{rest}}}"
    tree = read_yaml(text, "case.yaml")
    case = load_case((Document("case.yaml", "", text, tree.value, tree.spans),), None)
    judged = judge(case, RULES[rule], "market", laws=laws_of(case, RULES[rule]))
    return str(judged.outcome), [one.note for one in judged.notes]


@pytest.mark.parametrize("rule", [WINDOW, DAYS])
@pytest.mark.parametrize(
    ("tender", "row"),
    [
        (
            f"{ACT}, time_zone: Europe/London, procurement_method: open, {PLANNED}",
            "a qualifying planned procurement notice was issued: at least 10 days (Procurement Act 2023, s.54(4))",
        ),
        (
            f"{DIRECTIVE}, time_zone: Europe/Amsterdam, {RESTRICTED}",
            "a restricted procedure of an authority that is not central government: at least 10 days"
            " (Directive 2014/24/EU, art 28(4))",
        ),
        (
            f"{REGULATIONS}, time_zone: Europe/London, {RESTRICTED}",
            "a restricted procedure of an authority that is not central government: at least 10 days"
            " (Public Contracts Regulations 2015, reg 28(8))",
        ),
        (
            f"{AGREEMENT}, procurement_method: open, {PLANNED}",
            "a notice of planned procurement 40 days to 12 months before: at least 10 days"
            " (Agreement on Government Procurement 2012, art XI:4(a) and 6)",
        ),
    ],
    ids=["uk-pa2023", "eu-2014-24", "uk-pcr2015", "wto-gpa"],
)
def test_a_row_of_the_law_in_force_makes_a_short_time_lawful(rule, tender, row):
    assert said(rule, tender) == ("passed", [f"the law in force allows this time: {row}"])
    # The same time with no law named is held against the heuristic alone.
    assert said(rule, tender.partition(", ")[2]) == ("flagged", [])


@pytest.mark.parametrize("law", ["nhs-psr", "world-bank"])
def test_a_law_that_sets_no_time_makes_none_lawful(law):
    outcome, notes = said(WINDOW, f"law: [{law}], procurement_method: open, {PLANNED}")
    assert outcome in ("flagged", "review")
    assert notes == []


def test_a_law_that_does_not_govern_allows_nothing():
    elsewhere = ACT.replace("GB-ENG", "GB-SCT")
    assert said(WINDOW, f"{elsewhere}, procurement_method: open, {PLANNED}") == ("flagged", [])


def test_a_time_that_is_one_day_short_of_the_row_is_found():
    short = PLANNED.replace("03-12", "03-11")
    assert said(WINDOW, f"{ACT}, procurement_method: open, {short}", ", complete: [tender.planned_notice]") == (
        "flagged",
        [],
    )


def test_a_light_touch_contract_has_no_number_that_makes_a_time_lawful():
    light = ACT.replace("light_touch: false", "light_touch: true")
    assert said(WINDOW, f"{light}, procurement_method: open, {PLANNED}") == ("review", [])


def test_what_is_open_under_the_law_is_for_a_person():
    open_ = "procurement_method: open, published: 2026-03-02, tender_period: {end_date: 2026-03-12}"
    assert said(WINDOW, f"{ACT}, {open_}") == ("review", [])
    assert said(WINDOW, f"{ACT}, {open_}", ", complete: [tender.planned_notice]") == ("flagged", [])


@pytest.mark.parametrize("law", [DIRECTIVE, REGULATIONS])
def test_an_answer_is_held_against_the_day_the_law_sets(law):
    tender = f"{law}, procurement_method: open, published: 2024-05-03, tender_period: {{end_date: 2024-06-20}}"
    asked = ", enquiries: [{date: 2024-06-05, answered: %s, material: true}]"
    outcome, notes = said(ANSWER, tender, asked % "2024-06-13")
    assert outcome == "passed"
    assert "6 days before the time limit for tenders" in notes[0]
    assert said(ANSWER, tender, asked % "2024-06-16") == ("flagged", [])
    urgent = f"{tender}, urgency: {{reason: Invented flood}}"
    outcome, notes = said(ANSWER, urgent, asked % "2024-06-16")
    assert outcome == "passed"
    assert "4 days before the time limit for tenders" in notes[0]


def test_an_act_without_a_last_day_for_answers_changes_nothing():
    tender = f"{ACT}, procurement_method: open, published: 2026-03-02, tender_period: {{end_date: 2026-04-30}}"
    asked = ", enquiries: [{date: 2026-03-10, answered: 2026-04-22, material: true}]"
    assert said(ANSWER, tender, asked) == ("flagged", [])
