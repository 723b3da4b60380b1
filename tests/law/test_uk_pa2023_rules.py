"""What rules of the Procurement Act say of cases that their examples do not show: the traps, and the edges of what is counted."""

from datetime import date

import pytest

from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.procurement.model.node import text_of
from tests.conftest import case_of

PACKS = {pack.name: pack for pack in shipped_packs()}
RULES = {rule.id: rule for rule in PACKS["uk-pa2023"].rules}
COVERED = "buyer: {kind: local authority, country: GB-ENG}, regime: {above_threshold: true, light_touch: false}"
OPEN = f"{COVERED}, procurement_method: open"
SELECTIVE = f"{COVERED}, procurement_method: selective"
NO_PLAN = "\ncomplete: [tender.planned_notice]"
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
    assert said("tendering-period-too-short", text + NO_PLAN)[0] == outcome


def test_a_planned_notice_that_nobody_recorded_makes_a_short_time_a_question():
    text = f"tender: {{{OPEN}, published: 2026-11-02T09:00, tender_period: {{end_date: %s}}, time_zone: Europe/London}}"
    outcomes = [said("tendering-period-too-short", text % end)[0] for end in ("2026-11-20T12:00", "2026-11-11T12:00")]
    assert outcomes == ["review", "flagged"]
    assert said("tendering-period-too-short", text % "2026-11-20T12:00" + NO_PLAN)[0] == "flagged"


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
    assert said("tendering-period-too-short", f"tender: {{{trust}, {times}}}" + NO_PLAN)[0] == "flagged"
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
        "Procurement Act 2023, s.83(2)",
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


def test_rules_rest_on_the_text_or_say_what_they_rest_on():
    assert {rule.basis for rule in RULES.values()} <= {"statute", "guidance", "heuristic"}
    assert {rule.id for rule in RULES.values() if rule.basis == "guidance" and not rule.notes} == set()
    assert {rule.id for rule in RULES.values() if rule.basis == "heuristic" and rule.sources} == set()
    statute = [rule for rule in RULES.values() if rule.basis == "statute"]
    dated = {rule.id for rule in statute for one in rule.sources if one.from_ != "2025-02-24"}
    assert dated == set()


SENTENCES = {
    "audited-accounts-asked-of-everybody": [
        ("Please provide two years of audited accounts.", "flagged"),
        ("Audited financial statements for the last three years are required.", "flagged"),
        ("Accounts that have been audited by a registered auditor must be supplied.", "flagged"),
        ("Your audited annual accounts must show a profit.", "flagged"),
        ("Latest audited accounts, or, if you are exempt from audit, management accounts.", "passed"),
        ("Audited accounts where the supplier is required by the Companies Act 2006 to have them audited.", "passed"),
        ("Accounts for the last two years, audited or unaudited.", "passed"),
        ("Financial accounts for two years.", "passed"),
        ("Audited accounts if available, otherwise a bank letter.", "passed"),
        ("The service must be audited each year by the Council.", "passed"),
        ("Accounts will be audited at the end of the contract.", "passed"),
        ("Newly established suppliers may send a cash flow forecast instead of audited accounts.", "passed"),
    ],
    "insurance-shown-with-the-tender": [
        ("Suppliers must currently hold employer's liability insurance.", "passed"),
        ("Bidders must have public liability insurance of £5m in place at the time of tender.", "flagged"),
        ("Evidence of professional indemnity insurance must be submitted with your tender.", "flagged"),
        ("A copy of your public liability insurance certificate must be enclosed with the bid.", "flagged"),
        ("Insurance must be in place prior to award.", "flagged"),
        ("The supplier must already have cyber insurance.", "flagged"),
        (
            "Bidders must confirm that they hold, or commit to obtain before the contract starts, public liability insurance.",
            "passed",
        ),
        ("Insurance of £5m must be in place before contract commencement.", "passed"),
        ("Public liability insurance of £5m on award of the contract.", "passed"),
        ("The supplier shall maintain insurance throughout the contract.", "passed"),
    ],
    "contract-with-one-authority-required": [
        ("Bidders must hold a current contract with the Council.", "flagged"),
        ("Three previous contracts with Northvale Council.", "flagged"),
        ("Suppliers must have been awarded a contract by this Council in the last five years.", "flagged"),
        ("Only current suppliers may bid.", "flagged"),
        ("You must have previously supplied goods to the Council.", "flagged"),
        ("Three contracts with local authorities of similar size.", "passed"),
        ("Experience with any public body, such as the Council.", "passed"),
        ("Bidders must declare any contract with the Council that was terminated.", "passed"),
        ("The contract with the Council will start in May.", "passed"),
        ("Three contracts with the Council or any other authority.", "passed"),
    ],
    "reliance-on-others-refused": [
        ("Bidders may not rely on the capacity of third parties.", "flagged"),
        ("The supplier itself must hold three years of experience.", "flagged"),
        ("The experience of sub-contractors will not be considered.", "flagged"),
        ("The tenderer alone must meet the turnover threshold.", "flagged"),
        ("Each bidder must meet this condition in its own right.", "flagged"),
        ("Bidders may rely on the capacity of others.", "passed"),
        ("The bidder or its sub-contractors must hold the experience.", "passed"),
        ("Sub-contractors must be named in the tender.", "passed"),
        ("The supplier must provide its own vehicles.", "passed"),
        ("You may rely on other organisations, including a parent company.", "passed"),
    ],
    "only-domestic-suppliers": [
        ("Only UK companies may tender.", "flagged"),
        ("Suppliers must be established in England.", "flagged"),
        ("Bids are open to British firms only.", "flagged"),
        ("Bidders must be incorporated in the UK.", "flagged"),
        ("The supplier must be a UK company.", "flagged"),
        ("Suppliers from the UK or a treaty state.", "passed"),
        ("Data must be held in the UK.", "passed"),
        ("The supplier must be registered for VAT in the UK.", "passed"),
        ("Suppliers must have an office in the UK by contract commencement.", "passed"),
        ("The UK Government expects suppliers to pay on time.", "passed"),
        ("Suppliers must comply with UK law.", "passed"),
    ],
    "qualification-named-without-its-equivalents": [
        ("The manager must hold PRINCE2.", "flagged"),
        ("The firm must be certified to ISO 14001.", "flagged"),
        ("Cyber Essentials Plus is mandatory.", "flagged"),
        ("ISO 9001 or equivalent.", "passed"),
        ("Quality management equivalent to ISO 9001 is accepted.", "passed"),
        ("ISO 9001 is desirable.", "passed"),
        ("Staff must be registered with the Nursing and Midwifery Council.", "passed"),
        ("A NVQ level 3, or an equivalent qualification.", "passed"),
    ],
}
NAMED = (
    "buyer: {name: Northvale Council, kind: local authority, country: GB-ENG},"
    " regime: {above_threshold: true, light_touch: false}, procurement_method: open"
)


@pytest.mark.parametrize(
    ("rule", "text", "outcome"), [(rule, *one) for rule, rows in SENTENCES.items() for one in rows]
)
def test_what_a_condition_of_participation_may_say(rule, text, outcome):
    criterion = f'{{id: S1, kind: other, text: "{text}"}}'
    case = f"tender: {{{NAMED}, selection_criteria: [{criterion}], award_criteria: [], specification: []}}"
    assert said(rule, case)[0] == outcome


def test_the_act_has_no_ceiling_for_turnover():
    # Twice the value of the contract is a number of other laws; here it asks a question and cites nothing.
    rule = RULES["turnover-out-of-proportion"]
    assert (rule.basis, rule.sources) == ("heuristic", ())
    text = f"tender: {{{OPEN}, value: {{amount: 1000000, currency: GBP}}, selection_criteria: [{{kind: turnover, minimum: 9000000, currency: GBP}}]}}"
    assert said("turnover-out-of-proportion", text)[0] == "review"


def test_it_is_insurance_not_accounts_that_may_not_be_asked_for_before_the_award():
    texts = {name: " ".join((RULES[name].title, RULES[name].message, RULES[name].fix)) for name in RULES}
    assert "before the award" not in texts["audited-accounts-asked-of-everybody"]
    assert "before the award" in texts["cover-in-place-before-the-award"]
    assert RULES["cover-in-place-before-the-award"].sources[0].cite == "Procurement Act 2023, s.22(3)(b)"


@pytest.mark.parametrize(
    ("clause", "outcome"),
    [
        ("Tenders demonstrating equivalent quality or performance will not be disadvantaged.", "passed"),
        ("No tender of equivalent quality will be penalised where a product or an origin is named.", "passed"),
        ("Where a product or an origin is named, equivalent products are accepted.", "passed"),
        ("Equivalents will not be accepted where a product or an origin is named.", "flagged"),
        ("Equivalent products are never accepted.", "flagged"),
    ],
)
def test_the_promise_of_the_act_counts_without_the_words_or_equivalent(clause, outcome):
    clauses = (
        f'{{id: "3.1", mandatory: true, text: "Lenses shall be Clarivue® lenses."}}, {{id: "9.1", text: "{clause}"}}'
    )
    assert said("product-named-without-equal-footing", f"tender: {{{OPEN}, specification: [{clauses}]}}")[0] == outcome


@pytest.mark.parametrize(
    ("regime", "outcome", "notes"),
    [
        ("{above_threshold: true, light_touch: true}", "passed", 1),
        ("{above_threshold: true, light_touch: false}", "flagged", 0),
        ("{above_threshold: true}", "review", 0),
    ],
)
def test_proximity_may_count_for_light_touch_services(regime, outcome, notes):
    text = f"""
        tender:
          regime: {regime}
          award_criteria: [{{id: Q1, weight: 10, text: Bidders with an office in the county.}}]
    """
    judgement = judge(case_of(text), RULES["points-for-being-local"], "market")
    assert (str(judgement.outcome), len(judgement.notes)) == (outcome, notes)
    assert not notes or "s.23(6)(c)" in judgement.notes[0].note


@pytest.mark.parametrize(
    ("provision", "section"), [("s.32", "s.32"), ("section 33", "s.33"), ("public service mutuals", "s.33")]
)
def test_what_the_act_lets_be_reserved_passes_with_the_section(provision, section):
    text = f"tender: {{{SELECTIVE}, reserved: {{organisations: some, provision: {provision}}}}}"
    judgement = judge(case_of(text), RULES["competition-closed-to-other-suppliers"], "market")
    assert (str(judgement.outcome), section in judgement.notes[0].note) == ("passed", True)


def test_rounds_are_taken_in_the_order_of_their_start():
    rounds = (
        "{id: R2, start_date: 2026-07-01, bidders: [Alder]}, {id: R1, start_date: 2026-05-01, bidders: [Alder, Birch]}"
    )
    assert said("joined-in-a-later-round", f"tender: {{{SELECTIVE}, rounds: [{rounds}]}}") == ("passed", [])


@pytest.mark.parametrize(
    ("end", "outcome"), [("2030-08-31", "passed"), ("2030-09-01", "review"), ("2030-09-02", "flagged")]
)  # fmt: skip
def test_four_years_from_the_first_of_september_2026(end, outcome):
    text = f"tender: {{{OPEN}, framework: {{period: {{start_date: 2026-09-01, end_date: {end}}}}}}}"
    assert said("framework-runs-too-long", text)[0] == outcome


def modified(*changes, rest="", category="services"):
    return f"""
        tender: {{{OPEN}, main_procurement_category: {category}, published: 2026-06-01{rest}}}
        awards:
          - id: A1
            contract_period: {{start_date: 2026-09-01, end_date: 2029-08-31, max_extent_date: 2031-08-31}}
            modifications: [{", ".join(changes)}]
        complete: [tender.notices, awards]
    """


def by(before, after, more=""):
    return (
        f"{{date: 2027-02-01, value_before: {{amount: {before}, currency: GBP}},"
        f" value_after: {{amount: {after}, currency: GBP}}{more}}}"
    )


KNOWN = ", new_kind: false, favours_supplier: false"
SHIFT = ", new_kind: false, favours_supplier: true"


@pytest.mark.parametrize(
    ("changes", "category", "outcome"),
    [
        # The term is measured by the longest that was provided for on award: 183 of 1,826 days are more than a tenth.
        (["{date: 2027-02-01, end_before: 2031-08-31, end_after: 2032-03-01, new_kind: false, favours_supplier: false}"], "services", "not-assessed"),
        (["{date: 2027-02-01, end_before: 2031-08-31, end_after: 2032-02-28, new_kind: false, favours_supplier: false}"], "services", "passed"),
        ([by(1000000, 1100000, SHIFT)], "services", "passed"),
        ([by(1000000, 1100001, SHIFT)], "services", "flagged"),
        ([by(1000000, 1150000, SHIFT)], "works", "passed"),
        ([by(1000000, 1150001, SHIFT)], "works", "flagged"),
        ([by(1000000, 1000000, ", new_kind: true, favours_supplier: false")], "services", "flagged"),
        # Three small changes together reach the threshold for services of a council.
        ([by(900000, 970000, SHIFT), by(970000, 1040000, SHIFT), by(1040000, 1110000, SHIFT)], "services", "flagged"),
        ([by(900000, 960000, SHIFT), by(960000, 1020000, SHIFT), by(1020000, 1080000, SHIFT)], "services", "passed"),
        ([by(1000000, 9000000, KNOWN)], "services", "passed"),
    ],
)  # fmt: skip
def test_what_may_be_modified_without_a_ground(changes, category, outcome):
    assert said("substantial-modification-without-a-ground", modified(*changes, category=category))[0] == outcome


@pytest.mark.parametrize(
    ("change", "category", "outcome"),
    [
        (by(1000000, 1100000), "services", "passed"),
        (by(1000000, 1100001), "services", "flagged"),
        (by(1000000, 1150000), "works", "passed"),
        (by(1000000, 1150001), "works", "flagged"),
        (by(1000000, 850000), "works", "passed"),
        (by(1000000, 849999), "works", "flagged"),
        # A change of the term by a tenth or less needs no notice either.
        (by(1000000, 1500000, ", end_before: 2031-08-31, end_after: 2031-12-31"), "services", "passed"),
        (by(1000000, 1500000, ", notice_published: 2027-01-31"), "services", "passed"),
        (by(1000000, 1500000, ", notice_published: 2027-02-02"), "services", "flagged"),
        (by(1000000, 1000000), "services", "review"),
    ],
)
def test_when_a_contract_change_notice_is_due(change, category, outcome):
    assert said("contract-change-notice-missing-or-late", modified(change, category=category))[0] == outcome


@pytest.mark.parametrize(
    ("value", "utilities", "outcome"), [(1500000, False, "passed"), (1500001, False, "flagged"), (9000000, True, "not-applicable")]
)  # fmt: skip
def test_half_the_value_is_the_most_on_three_grounds(value, utilities, outcome):
    for ground in ("Sch 8 para 4", "paragraph 5", "Schedule 8(8)"):
        text = modified(by(1000000, value, f", ground: {ground}"))
        if utilities:
            text = text.replace("light_touch: false}", "light_touch: false, utilities: true}")
        assert said("modification-over-half-the-value", text)[0] == outcome


def test_a_later_notice_is_about_a_later_change():
    notices = ", notices: [{kind: UK10, published: 2027-01-11, stated_end: 2027-01-22}, {kind: UK10, published: 2028-01-11, stated_end: 2028-01-22}]"
    assert said("modified-in-a-stated-standstill", modified("{date: 2027-01-25}", rest=notices)) == ("passed", [])
    both = modified("{date: 2027-01-20}", "{date: 2027-01-30}", rest=notices)
    assert said("modified-in-a-stated-standstill", both) == ("review", ["awards[0].modifications[0].date"])


@pytest.mark.parametrize(
    ("end", "signed", "outcome"),
    [
        ("2026-12-07", "2026-12-07", "flagged"),
        ("2026-12-07", "2026-12-08", "passed"),
        # Midnight at the end of the seventh is the beginning of the eighth.
        ("2026-12-08T00:00", "2026-12-08", "passed"),
        ("2026-12-07T24:00", "2026-12-08", "passed"),
        ("2026-12-07T23:59", "2026-12-08", "passed"),
        ("2026-12-07T12:00", "2026-12-07", "not-assessed"),
    ],
)
def test_the_standstill_a_notice_states(end, signed, outcome):
    text = (
        f"tender: {{{LIGHT}, time_zone: Europe/London, notices: [{{kind: UK6, published: 2026-11-25, stated_end: {end}}}]}}\n"
        f"awards: [{{id: A1, entered_into: {signed}}}]"
    )
    assert said("contract-signed-in-a-stated-standstill", text)[0] == outcome


@pytest.mark.parametrize(
    ("end", "outcome"),
    [
        ("2026-12-07", "passed"),
        ("2026-12-06", "flagged"),
        ("2026-12-08T00:00", "passed"),
        ("2026-12-07T00:00", "flagged"),
    ],
)
def test_a_voluntary_standstill_has_eight_working_days(end, outcome):
    text = f"tender: {{{LIGHT}, time_zone: Europe/London, notices: [{{kind: UK6, published: 2026-11-25, stated_end: {end}}}]}}"
    assert said("stated-standstill-too-short", text)[0] == outcome


def test_a_standstill_over_holidays_that_nobody_has_announced_is_only_likely():
    text = f"tender: {{{COVERED}, notices: [{{kind: UK6, published: 2028-11-24}}]}}\nawards: [{{id: A1, entered_into: 2028-12-05}}]"
    judgement = judge(case_of(text, today=date(2027, 6, 1)), RULES["contract-signed-in-the-standstill"], "market")
    assert [str(one.confidence) for one in judgement.hits] == ["likely"]
    assert "the holidays are a projection" in judgement.hits[0].hit.facts.skipped


@pytest.mark.parametrize(
    ("heard", "decided", "outcome"),
    [
        ("2026-06-20", "2026-07-01", "passed"),
        ("2026-07-01", "2026-07-01", "passed"),
        ("2026-07-01T15:00", "2026-07-01T10:00", "flagged"),
        ("2026-07-02", "2026-07-01", "flagged"),
    ],
)
def test_a_supplier_is_heard_before_it_is_excluded(heard, decided, outcome):
    text = f"tender: {{{OPEN}, time_zone: Europe/London}}\nexclusions: [{{party: Alder, ground: Sch 7 para 11, heard: {heard}, decided: {decided}}}]"
    assert said("supplier-excluded-unheard", text)[0] == outcome


def test_summaries_are_compared_lot_by_lot_and_day_by_day():
    text = f"""
        tender: {{{OPEN}, lots: [{{id: "1"}}, {{id: "2"}}]}}
        bids: [{{id: B1, bidder: Alder, lot: "1"}}, {{id: B2, bidder: Birch, lot: "1"}}, {{id: B3, bidder: Cedar, lot: "2"}}]
        evaluation: {{summaries: [{{bid: B1, sent: 2026-11-20}}, {{bid: B2, sent: 2026-11-20}}, {{bid: B3, sent: 2026-11-24}}]}}
    """
    assert said("assessment-summaries-not-at-the-same-time", text) == ("passed", [])


def test_there_are_at_least_forty_five_rules_and_each_says_what_to_mend_and_what_to_ask():
    assert len(RULES) >= 45
    assert {name for name, rule in RULES.items() if not rule.fix or not rule.ask.startswith("Please")} == set()


def test_a_notice_of_the_talk_on_the_day_of_the_tender_notice_may_have_come_first():
    notices = "[{kind: UK2, published: 2026-06-01}, {kind: UK4, published: 2026-06-01}]"
    text = f"tender: {{{OPEN}, market_engagement: [{{date: 2026-03-01}}], notices: {notices}}}"
    assert said("market-engagement-without-a-notice", text) == ("passed", [])


@pytest.mark.parametrize(("end", "outcome"), [("2026-06-25", "flagged"), ("2026-06-26", "passed")])
def test_twenty_five_days_rest_on_no_special_row(end, outcome):
    text = f"""
        tender: {{{OPEN}, published: 2026-06-01, documents_available: 2026-06-01, submission: {{electronic: true}},
                  planned_notice: {{published: 2026-04-01}}, tender_period: {{end_date: {end}}},
                  notices: [{{kind: UK4, published: 2026-06-01, contains: [estimated value]}}]}}
        complete: [tender.notices]
    """
    assert said("short-period-not-stated-in-the-notice", text)[0] == outcome


@pytest.mark.parametrize(
    ("notices", "outcome"),
    [
        ("{kind: UK4, published: 2026-03-02}, {kind: UK12, published: 2026-05-02}, {kind: UK6, published: 2026-05-03}", "flagged"),
        ("{kind: UK5, published: 2026-03-02}, {kind: UK12, published: 2026-05-02}, {kind: UK6, published: 2026-05-03}", "flagged"),
        ("{kind: UK4, published: 2026-03-02}, {kind: UK12, published: 2026-05-02}, {kind: UK4, published: 2026-05-02},"
         " {kind: UK6, published: 2026-06-03}", "passed"),
        ("{kind: UK12, published: 2026-05-02, lots: [a]}, {kind: UK5, published: 2026-05-10, lots: [b]},"
         " {kind: UK6, published: 2026-06-03, lots: [a]}", "flagged"),
        ("{kind: UK12, published: 2026-05-02, lots: [a]}, {kind: UK6, published: 2026-06-03, lots: [b]}", "passed"),
    ],
)  # fmt: skip
def test_an_award_after_the_procurement_was_given_up(notices, outcome):
    text = f"tender: {{{OPEN}, lots: [{{id: a}}, {{id: b}}], notices: [{notices}]}}"
    if "lots: [a]" not in notices:
        text = text.replace("lots: [{id: a}, {id: b}]", "lots: []")
    assert said("award-notice-after-the-procurement-was-ended", text)[0] == outcome


@pytest.mark.parametrize("kind", ["UK13", "dynamic market notice", "UK14 Dynamic market establishment notice"])
def test_only_a_notice_of_it_says_that_a_dynamic_market_is_set_up(kind):
    market = f"tender: {{buyer: {{kind: local authority, country: GB-ENG}}, notices: [{{kind: {kind}, published: 2026-03-02}}]}}"
    assert said("dynamic-market-notices-out-of-sequence", market)[0] == "passed"
    tender = market.replace(kind, "UK4")
    assert said("dynamic-market-notices-out-of-sequence", tender)[0] == "not-applicable"


@pytest.mark.parametrize(
    ("more", "outcome", "places"),
    [
        ("status: active", "review", ["tender.specification[0].text"]),
        ("status: cancelled", "review", ["tender.specification[0].text"]),
        ("notices: [{kind: UK4, published: 2026-03-02}]", "review", ["tender.specification[0].text"]),
        ("status: planned, published: 2026-03-02", "not-applicable", []),
        ("language: en", "not-assessed", ["tender"]),
    ],
)
def test_gaps_count_once_suppliers_were_invited(more, outcome, places):
    text = f"tender: {{{OPEN}, {more}, specification: [{{text: Calls are answered within [insert number] seconds.}}]}}"
    assert said(
        "gaps-in-the-documents-of-an-invitation", text.replace("Calls", '"Calls').replace("seconds.", 'seconds."')
    ) == (
        outcome,
        places,
    )


@pytest.mark.parametrize(
    ("parties", "outcome"),
    [
        ("[{id: p, subcontractors: [q]}, {id: q}]", "flagged"),
        # Who sub-contracts to whom counts only of those that compete.
        ("[{id: p, subcontractors: []}, {id: r, subcontractors: [q]}]", "not-applicable"),
        ("[{id: p}]", "not-assessed"),
        ("[{id: r, subcontractors: []}]", "not-assessed"),
    ],
)
def test_the_debarment_list_is_looked_up_where_somebody_means_to_sub_contract(parties, outcome):
    text = f"tender: {{{OPEN}}}\nparties: {parties}\nbids: [{{id: B1, bidder: p}}]\ncomplete: [tender]"
    assert said("debarment-list-not-looked-up-for-subcontractors", text)[0] == outcome


@pytest.mark.parametrize(("value", "rounds", "outcome"), [
    ("{amount: 299999, currency: GBP}", 3, "review"), ("{amount: 300000, currency: GBP}", 3, "passed"),
    ("{amount: 199999, currency: GBP}", 2, "passed"), ("{amount: 240000}", 3, "review"),
    ("{amount: 240000, currency: EUR}", 3, "not-assessed"),
])  # fmt: skip
def test_rounds_count_against_what_the_contract_is_worth(value, rounds, outcome):
    listed = ", ".join(f"{{id: R{number}}}" for number in range(rounds))
    text = f"tender: {{{SELECTIVE}, value: {value}, rounds: [{listed}]}}"
    assert said("many-rounds-for-a-small-contract", text)[0] == outcome
