"""What rules of the Provider Selection Regime say of cases that their examples do not show."""

import pytest

from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.procurement.model.node import text_of
from tests.checks.timed_cases import case_of

RULES = {rule.id: rule for pack in shipped_packs() if pack.name == "nhs-psr" for rule in pack.rules}
ROUTE = "tender: {route: Competitive Process}"


def said(rule, text, today=None):
    """Return the outcome of a rule and where its findings stand, or else what it lacks."""
    judgement = judge(case_of(text, today), RULES[rule], "market")
    places = [text_of(one.hit.at.path) for one in judgement.hits]
    return str(judgement.outcome), sorted(places or [name for one in judgement.unassessed for name in one.missing])


MET, UNMET = "conditions: [{criterion: S1, met: true}]", "conditions: [{criterion: S1, met: false}]"


@pytest.mark.parametrize(
    ("bids", "award", "expected"),
    [
        (f"{{id: B1, bidder: a, {UNMET}}}", "{bid: B1}", ("flagged", ["awards[0]"])),
        (f"{{id: B1, bidder: a, {UNMET}}}, {{id: B2, bidder: b, {MET}}}", "{bid: B2}", ("passed", [])),
        (f"{{id: B1, bidder: a, {UNMET}}}", "{bid: B1, status: cancelled}", ("passed", [])),
        # A provider that bids for two lots may meet the criteria of one of them only.
        (
            f"{{bidder: a, lot: '1', {UNMET}}}, {{bidder: a, lot: '2', {MET}}}",
            "{suppliers: [a], lot: '2'}",
            ("passed", []),
        ),
        (
            f"{{bidder: a, lot: '1', {UNMET}}}, {{bidder: a, lot: '2', {MET}}}",
            "{suppliers: [a], lot: '1'}",
            ("flagged", ["awards[0]"]),
        ),
        (
            f"{{bidder: a, lot: '1', {UNMET}}}, {{bidder: a, lot: '2', {MET}}}",
            "{suppliers: [a]}",
            ("not-assessed", ["awards[0].bid"]),
        ),
        (f"{{bidder: a, {UNMET}}}", "{suppliers: [a, b]}", ("not-assessed", ["awards[0].bid"])),
    ],
)
def test_whoever_wins_meets_the_criteria(bids, award, expected):
    text = f"{ROUTE}\nbids: [{bids}]\nawards: [{award}]"
    assert said("provider-that-does-not-meet-the-criteria-wins", text) == expected


@pytest.mark.parametrize(
    ("change", "today", "expected"),
    [
        ("date: 2026-05-04, ground: urgent, notice_submitted: 2026-06-03", None, "passed"),
        ("date: 2026-05-04, ground: urgent, notice_submitted: 2026-06-04", None, "flagged"),
        ("date: 2026-05-04, ground: Regulation 14, notice_submitted: 2026-06-04", None, "flagged"),
        ("date: 2026-05-04, ground: succession, notice_submitted: 2026-06-04", None, "passed"),
        ("date: 2026-05-04, ground: reg 14 (3), notice_submitted: 2026-06-04", None, "passed"),
        ("date: 2026-05-04, ground: urgent", "2026-06-03", "passed"),
        ("date: 2026-05-04, ground: urgent", "2026-06-04", "flagged"),
        ("ground: urgent, notice_submitted: 2026-06-04", None, "not-assessed"),
    ],
)
def test_the_notice_of_an_urgent_modification_is_due_within_thirty_days(change, today, expected):
    text = f"awards: [{{id: A1, modifications: [{{{change}}}]}}]\ncomplete: [awards]"
    assert said("urgent-modification-notice-not-sent-in-time", text, today)[0] == expected


@pytest.mark.parametrize(
    ("considered", "expected"),
    [
        ("[a, b]", "passed"),
        ("[a]", "review"),
        # One provider named twice is one provider.
        ("[a, a]", "review"),
        ("[]", "review"),
    ],
)
def test_more_than_one_provider_is_looked_at(considered, expected):
    text = f"tender: {{route: MSP, most_suitable: {{considered: {considered}}}}}"
    assert said("one-provider-looked-at-for-the-most-suitable", text)[0] == expected


@pytest.mark.parametrize("kind", ["repeat", "repeated steps", "repetition", "return to an earlier step"])
def test_a_decision_to_repeat_steps_is_known_by_the_words_for_it(kind):
    text = f"{ROUTE}\nbids: [{{bidder: a}}, {{bidder: b}}]\nevents: [{{kind: {kind}, bidder: a}}]"
    assert said("provider-not-told-of-repeated-steps", text) == ("flagged", ["events[0].recipients"])
