"""How notices, invitations and letters went, which procedure is run, and what words stand for: traps that count."""

from datetime import date

import pytest

from fairaudit.checks.contracts.change_grounds import ground_of
from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.law.moments import add_steps, happened
from fairaudit.law.procedures import procedure_of
from fairaudit.law.sendings import letters, means_of
from fairaudit.procurement.model.node import text_of
from tests.conftest import case_of

RULES = {rule.id: rule for pack in shipped_packs() if pack.applies == "law" for rule in pack.rules}
COVERED = "buyer: {kind: local authority, country: GB-ENG}, regime: {above_threshold: true, light_touch: false}"


def outcome(rule, text, today=date(2026, 3, 5)):
    judgement = judge(case_of(text, today=today), RULES[rule], "market")
    return str(judgement.outcome), [name for one in judgement.unassessed for name in one.missing]


@pytest.mark.parametrize(
    ("words", "means"),
    [("e-mail", "electronic"), ("by email through the portal", "electronic"), ("Fax", "electronic"),
     ("registered post", "other"), ("by hand", "other"), ("letter", "other"), ("pigeon", None), ("", None)],
)  # fmt: skip
def test_how_a_letter_went(words, means):
    text = f"tender: {{notices: [{{kind: standstill letter, submitted: 2024-06-03, means: '{words}'}}]}}"
    [notice] = case_of(text).tender.notices
    assert means_of(notice) == means


def test_a_letter_that_is_only_published_stands_beside_one_that_was_sent():
    text = "tender: {notices: [{kind: notice of decision, published: 2024-06-03}, {kind: alcatel letter, submitted: 2024-06-05}]}"
    assert [one.sent.when.isoformat() for one in letters(case_of(text))] == ["2024-06-03", "2024-06-05"]


def test_what_each_bidder_was_told_stands_in_only_where_no_notice_is_recorded():
    summaries = (
        "evaluation: {summaries: [{bid: B1, sent: 2024-06-07}, {bid: B2}]}\nbids: [{id: B1, bidder: a, lot: '2'}]"
    )
    [one] = letters(case_of(summaries))
    assert (one.recipients, one.sent.lots, one.means) == (("a",), ("2",), None)
    both = f"tender: {{notices: [{{kind: standstill letter, submitted: 2024-06-03}}]}}\n{summaries}"
    assert [text_of(one.sent.at.path) for one in letters(case_of(both))] == ["tender.notices[0].submitted"]


SELECTIVE = "procurement_method: selective, published: 2024-06-03"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            f"tender: {{{SELECTIVE}, second_stage: {{invitation_date: 2024-07-15}}}}",
            ["tender.second_stage.invitation_date"],
        ),
        (
            f"tender: {{{SELECTIVE}}}\nevents: [{{kind: invitation, date: 2024-07-15}}, {{kind: invited, date: 2024-07-16}}]",
            ["events[1].date"],
        ),
        (f"tender: {{{SELECTIVE}, tender_period: {{start_date: 2024-07-15}}}}", ["tender.tender_period.start_date"]),
        # A period that begins with the notice is that of the requests.
        (f"tender: {{{SELECTIVE}, tender_period: {{start_date: 2024-06-03}}}}", []),
        (f"tender: {{{SELECTIVE}}}", []),
        ("tender: {procurement_method: open, published: 2024-06-03}", ["tender.published"]),
    ],
)
def test_when_tenders_were_invited(text, where):
    assert [text_of(one.at.path) for one in happened(case_of(text), "invitation-sent")] == where


@pytest.mark.parametrize(
    ("published", "expected"),
    # Due by 17 July: within five days of it the notice may still have been sent in time.
    [("2024-07-17", "passed"), ("2024-07-18", "review"), ("2024-07-22", "review"), ("2024-07-23", "flagged")],
)
def test_a_notice_may_have_been_sent_some_days_before_it_was_published(published, expected):
    text = f"tender: {{{COVERED}, procurement_method: open, notices: [{{kind: contract award notice, published: {published}}}]}}"
    text += "\nawards: [{entered_into: 2024-06-17}]"
    assert outcome("award-notice-sent-late-under-the-regulations", text)[0] == expected


@pytest.mark.parametrize(
    ("words", "procedure"),
    [
        ("procurement_method: open", "open procedure"),
        ("procurement_method: limited", "direct award"),
        ("procurement_method: selective", None),
        ("procurement_method: selective, procurement_method_details: restricted", "restricted procedure"),
        ("procurement_method_details: neg-w-call", "competitive procedure with negotiation"),
        ("procurement_method_details: neg-wo-call", "direct award"),
        ("procurement_method_details: Negotiated without a prior call for competition", "direct award"),
        ("procurement_method_details: Competitive dialogue with negotiations", "competitive dialogue"),
        ("procurement_method_details: Innovation partnership", "innovation partnership"),
        # What contradicts the method settles nothing.
        ("procurement_method: selective, procurement_method_details: Open to all", None),
        ("title: Lamps", None),
    ],
)
def test_which_procedure_it_is(words, procedure):
    assert procedure_of(case_of(f"tender: {{{words}}}")) == procedure


@pytest.mark.parametrize(
    ("words", "ground"),
    [
        ("ground: Additional services", "additional"), ("ground: Unforeseen circumstances", "unforeseen"),
        ("ground: Circumstances that could not have been foreseen", "unforeseen"), ("ground: Review clause", "review-clause"),
        ("ground: De minimis", "small"), ("ground: Insubstantial", "not-substantial"), ("ground: 72(1)(d)", "succession"),
        ("ground: Merger of the contractor", "succession"), ("ground: It was handy", "other"), ("provided_for: true", "review-clause"),
        ("reason: Rain", None),
    ],
)  # fmt: skip
def test_the_ground_of_a_change(words, ground):
    [change] = case_of(f"awards: [{{modifications: [{{{words}}}]}}]").awards[0].modifications
    assert ground_of(change) == ground


def test_a_turnover_under_a_dynamic_system_is_measured_by_its_orders_only():
    asked = "selection_criteria: [{kind: turnover, minimum: {amount: 900000, currency: GBP}}]"
    rule = "turnover-above-twice-the-contract-under-the-regulations"
    system = "buyer: {country: GB-ENG}, regime: {above_threshold: true, light_touch: false, dynamic_market: true}"
    text = f"tender: {{{system}, value: {{amount: 100000, currency: GBP}}, {asked}"
    assert outcome(rule, text + "}") == ("not-assessed", ["tender.framework.concurrent_value"])
    assert outcome(rule, text + ", framework: {concurrent_value: {amount: 100000, currency: GBP}}}")[0] == "flagged"


def test_an_answer_to_a_question_that_came_too_late_is_nobodys_fault():
    late = "enquiry_period: {end_date: 2024-06-14}, tender_period: {end_date: 2024-06-28}"
    rule = "answer-later-than-due-under-the-regulations"
    for asked, expected in (("2024-06-14", "flagged"), ("2024-06-15", "passed")):
        text = f"tender: {{{COVERED}, procurement_method: open, published: 2024-05-20, {late}}}"
        text += f"\nenquiries: [{{date: {asked}, answered: 2024-06-25, material: true}}]"
        assert outcome(rule, text)[0] == expected


def test_days_off_that_are_not_known_are_asked_for_only_where_they_matter():
    tender = (
        "procurement_method: open, submission: {electronic: true}, notices: [{kind: contract notice, submitted: %s}]"
    )
    rule = "too-little-time-for-tenders-under-the-directive"
    regime = "buyer: {kind: council, country: DE}, regime: {above_threshold: true, light_touch: false}"
    for sent, end, expected in (
        # The thirtieth day, 30 May 2024, is a holiday in some parts of Germany.
        ("2024-04-30", "2024-05-29", ("flagged", [])),
        ("2024-04-30", "2024-05-30", ("not-assessed", ["tender.buyer.country (in other words)"])),
        ("2024-04-30", "2024-06-05", ("passed", [])),
        # 3 July 2024 is none in any.
        ("2024-06-03", "2024-07-02", ("flagged", [])),
        ("2024-06-03", "2024-07-03", ("passed", [])),
    ):
        text = f"tender: {{{regime}, {tender % sent}, tender_period: {{end_date: {end}}}}}\ncomplete: [tender.notices]"
        assert outcome(rule, text) == expected


def test_a_step_has_one_meaning():
    with pytest.raises(ValueError, match="there is a step `contract` already"):
        add_steps({"contract": None})
