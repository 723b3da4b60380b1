"""What rules of the Procurement Act say of cases that their examples do not show: the traps, and the edges of what is counted."""

from datetime import date

import pytest

from fairaudit.engine.judge import judge
from fairaudit.engine.packs import shipped_packs
from fairaudit.procurement.node import text_of
from tests.conftest import case_of

PACKS = {pack.name: pack for pack in shipped_packs()}
RULES = {rule.id: rule for rule in PACKS["uk-pa2023"].rules}
COVERED = "buyer: {kind: local authority, country: GB-ENG}, regime: {above_threshold: true, light_touch: false}"
OPEN = f"{COVERED}, procurement_method: open"
SELECTIVE = f"{COVERED}, procurement_method: selective"
LIGHT = "buyer: {kind: local authority, country: GB-ENG}, regime: {above_threshold: true, light_touch: true}"


def said(rule, text, today=date(2027, 6, 1)):
    """Return the outcome of a rule and where its findings or what it could not look at stand."""
    judgement = judge(case_of(text, today=today), RULES[rule], "market")
    places = [text_of(one.hit.at.path) for one in judgement.hits] or [one.path for one in judgement.unassessed]
    return str(judgement.outcome), places


@pytest.mark.parametrize(
    ("deadline", "outcome"),
    [("2026-06-25T12:00", "flagged"), ("2026-06-26T12:00", "passed"), ("2026-06-26", "passed")],
)
def test_the_notice_of_1_june_2026_allows_26_june(deadline, outcome):
    text = (
        f"tender: {{{OPEN}, published: 2026-06-01T09:00, documents_available: 2026-06-01T09:00,"
        f" submission: {{electronic: true}}, tender_period: {{end_date: {deadline}}}, time_zone: Europe/London}}"
    )
    assert said("tendering-period-too-short", text)[0] == outcome


def test_pre_selection_shortens_nothing_for_an_nhs_trust():
    times = (
        "procurement_method: selective, regime: {above_threshold: true, light_touch: false}, preselected: true,"
        " agreed_period: false, expression_of_interest_deadline: 2026-05-01, documents_available: 2026-06-01,"
        " submission: {electronic: true}, published: 2026-04-01,"
        " tender_period: {start_date: 2026-06-01, end_date: 2026-06-15}"
    )
    trust, council = (
        "buyer: {kind: NHS foundation trust, country: GB-ENG}",
        "buyer: {kind: local authority, country: GB-ENG}",
    )
    assert said("tendering-period-too-short", f"tender: {{{trust}, {times}}}")[0] == "flagged"
    assert said("tendering-period-too-short", f"tender: {{{council}, {times}}}")[0] == "passed"


def test_where_suppliers_ask_first_the_notice_does_not_invite_tenders():
    text = (
        f"tender: {{{SELECTIVE}, published: 2026-04-01, expression_of_interest_deadline: 2026-05-01,"
        " submission: {electronic: true}, documents_available: 2026-04-01, tender_period: {end_date: 2026-06-15}}"
    )
    assert said("tendering-period-too-short", text) == ("not-assessed", ["tender"])


def test_school_catering_needs_no_period_no_standstill_and_has_120_days():
    text = """
        tender:
          buyer: {kind: local authority, country: GB-ENG}
          classification: {scheme: CPV, id: "55524000"}
          value: {amount: 900000, currency: GBP}
          procurement_method: open
          published: 2026-06-01
          documents_available: 2026-06-01
          submission: {electronic: true}
          tender_period: {end_date: 2026-06-08}
          notices: [{kind: UK6, published: 2026-07-01}, {kind: UK7, published: 2026-10-28}]
        awards: [{id: A1, entered_into: 2026-07-02}]
    """
    for rule in ("tendering-period-too-short", "contract-signed-in-the-standstill"):
        assert said(rule, text)[0] == "not-applicable"


@pytest.mark.parametrize(
    ("prepared", "published", "outcome"),
    [
        ("2026-03-02T08:00", "2026-03-02T09:00", "passed"),
        ("2026-03-02T10:00", "2026-03-02T09:00", "flagged"),
        # A bare day may have been the hour before.
        ("2026-03-02", "2026-03-02T09:00", "passed"),
        ("2026-03-03", "2026-03-02T09:00", "flagged"),
    ],
)
def test_the_conflicts_assessment_comes_before_the_notice(prepared, published, outcome):
    text = f"tender: {{{OPEN}, published: {published}}}\nconflicts_assessment: {{prepared: {prepared}}}"
    assert said("conflicts-assessment-after-publication", text)[0] == outcome


def test_user_choice_needs_no_notice_and_so_no_conflicts_assessment():
    text = f"tender: {{{LIGHT}, direct_award: {{ground: Sch 5 para 15}}}}\ncomplete: [conflicts_assessment]"
    assert said("conflicts-assessment-missing", text)[0] == "not-applicable"


@pytest.mark.parametrize(
    ("notices", "places"),
    [
        ("{kind: UK6, published: 2026-06-05}, {kind: UK7, published: 2026-06-01}", ["tender.notices[1].published"]),
        ("{kind: UK6, published: 2026-06-05}, {kind: UK7, published: 2026-06-05}", []),
        ("{kind: UK6, lots: ['1'], published: 2026-06-05}, {kind: UK7, lots: ['2'], published: 2026-06-01}", []),
        # A notice published again after a change is no new first notice.
        (
            "{kind: UK4, published: 2026-03-01}, {kind: UK4, published: 2026-03-20}, {kind: UK6, published: 2026-03-10}",
            [],
        ),
        ("{kind: UK12, published: 2026-03-01}, {kind: UK5, published: 2026-04-01}", []),
    ],
)
def test_notices_in_sequence(notices, places):
    assert said("notices-out-of-sequence", f"tender: {{{OPEN}, notices: [{notices}]}}")[1] == places


def test_a_missing_payment_notice_is_no_finding():
    # The regulations' list of what is published leaves out section 70, whose start is not confirmed.
    text = """
        tender:
          buyer: {kind: local authority, country: GB-ENG}
          regime: {above_threshold: true, light_touch: false}
          procurement_method: open
          status: complete
          notices: [{kind: UK4, published: 2026-03-02}, {kind: UK6, published: 2026-06-01}, {kind: UK7, published: 2026-06-25}]
        awards: [{id: A1, entered_into: 2026-06-20}]
        complete: [tender.notices]
    """
    for name in RULES:
        judgement = judge(case_of(text, today=date(2028, 1, 1)), RULES[name], "market")
        words = " ".join((RULES[name].title, RULES[name].message))
        assert "payment notice" not in words
        assert not any("UK8" in str(one.hit.facts) for one in judgement.hits)


def test_conflicts_are_sections_81_to_83():
    cited = {one.cite for rule in RULES.values() if "conflicts-assessment" in rule.id for one in rule.sources}
    assert cited == {
        "Procurement Act 2023, s.83(1), (3) and (4)",
        "Procurement Act 2023, s.83(1)",
        "Procurement Act 2023, s.83(5) and (8)",
        "Procurement Act 2023, s.83(5)(c) and (8)",
    }
    assert not any("s.80" in one.cite and "conflict" in rule.id for rule in RULES.values() for one in rule.sources)


OTHER_LAWS = ("Public Contracts Regulations", "PCR", "2014/24", "Directive", "2023/1348", "Provider Selection", "GPA")


def test_no_rule_names_another_law():
    texts = {
        rule.id: " ".join(
            (rule.title, rule.message, rule.why, rule.fix, rule.ask, *(one.cite for one in rule.sources), *rule.see,
             *(one.note for one in rule.lawful_when))
        )
        for rule in RULES.values()
    }  # fmt: skip
    assert {name: law for name, text in texts.items() for law in OTHER_LAWS if law in text} == {}


def test_rules_rest_on_the_text_or_say_heuristic():
    assert {rule.basis for rule in RULES.values()} <= {"statute", "heuristic"}
    assert {rule.id for rule in RULES.values() if rule.basis == "heuristic" and rule.sources} == set()
    dated = {rule.id for rule in RULES.values() for one in rule.sources if one.from_ != "2025-02-24"}
    assert dated == set()
