"""What came when and what was decided: late bids, defects, refusals, and rivals that are one."""

from itertools import permutations

import pytest

from fairaudit.checks.bidders.refusals.refusals import must_reject
from fairaudit.engine.judge import judge
from fairaudit.procurement.bidders.rivals import admitted, refused, refused_as_late, treatment
from tests.checks.timed_cases import case_of, findings, missing, outcome, rules


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("reject", True),
        ("must-reject", True),
        ("Late tenders will not be considered.", True),
        ("Tenders received late shall be rejected", True),
        ("accept", False),
        ("may be rejected", False),
        ("The buyer may disregard late tenders", False),
        ("will be rejected unless the portal failed", False),
        ("A late tender will not be rejected", False),
        ("ask the officer", False),
    ],
)
def test_only_a_refusal_without_a_choice_is_one(words, expected):
    assert must_reject(case_of({"tender": {"submission": {"late_bids": words}}})) is expected
    assert must_reject(case_of({"bids": []})) is False


@pytest.mark.parametrize(
    ("bid", "expected"),
    [
        ("{id: B, status: valid}", (True, False)),
        ("{id: B, status: pending}", (False, False)),
        ("{id: B, status: late}", (False, True)),
        ("{id: B, status: withdrawn}", (False, False)),
        ("{id: B}", (None, False)),
        ("{id: R, status: late}", (True, False)),
        ("{id: R}", (True, False)),
        ("{id: R, status: rejected}", (False, True)),
        ("{id: W, status: late}", (True, False)),
        ("{bidder: w, lot: '1'}", (True, False)),
        ("{bidder: w, lot: '2'}", (None, False)),
    ],
)
def test_a_bid_is_let_in_by_its_status_or_by_what_was_done_with_it(bid, expected):
    case = case_of(
        f"bids: [{bid}]\nevaluation: {{ranking: [{{bid: R, rank: 1}}]}}\n"
        "awards: [{bid: W}, {suppliers: [w], lot: '1'}, {bid: B, status: cancelled}]"
    )
    assert (admitted(case, case.bids[0]), refused(case, case.bids[0])) == expected


def test_decisions_in_other_words_are_left_to_people():
    words = ("Accepted", "waived by the chair", "REJECTED", "disqualified", "noted", None)
    assert [treatment(one) for one in words] == ["let in", "let in", "turned away", "turned away", None, None]


@pytest.mark.parametrize(
    ("bid", "expected"),
    [
        ("{status: late}", True),
        ("{status: rejected, reason: late}", True),
        ("{status: rejected, reason: Received 4 minutes after the deadline}", True),
        ("{status: excluded, reason: 'Tender arrived past the closing time of 12:00.'}", True),
        ("{status: disqualified, reason: The bidder missed the deadline}", True),
        ("{status: rejected, defects: [{code: late-submission}]}", True),
        ("{status: rejected, defects: [{text: The bid was lodged out of time}]}", True),
        ("{status: rejected, reason: The bid was not late but unsigned}", False),
        ("{status: rejected, reason: Its references came after the deadline}", False),
        ("{status: rejected, reason: A history of late delivery}", False),
        ("{status: excluded, reason: Late payment of taxes}", False),
        ("{status: rejected, reason: Price too high}", False),
        ("{status: rejected, reason: Bid bond received late}", False),
        ("{status: rejected, defects: [{code: cert, reason: came one day late}]}", False),
        ("{status: rejected, defects: [{code: X1, reason: Bid received late}]}", True),
        ("{status: rejected, defects: [{reason: Late}]}", True),
        ("{status: valid, reason: Received after the deadline}", False),
        ("{status: rejected}", False),
    ],
)
def test_a_refusal_is_for_lateness_by_its_status_or_by_its_reason(bid, expected):
    case = case_of(f"bids: [{bid}]")
    assert refused_as_late(case, case.bids[0]) is expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [("timely-bid-refused-as-late", "flagged"), ("bid-refused-as-late-despite-an-outage", "review")],
)
def test_a_bid_refused_as_late_under_another_status_is_looked_at_too(rule, expected):
    said = "received: 2026-03-30T11:59, outage: Invented log, status: rejected, reason: {}"
    text = "tender: {{tender_period: {{end_date: 2026-03-30T12:00}}}}\nbids: [{{{}}}]"
    assert outcome(text.format(said.format("Late")), rule, "evaluation") == expected
    assert outcome(text.format(said.format("Unsigned")), rule, "evaluation") == "passed"


def test_the_same_defect_is_said_once_for_all_bids_that_have_it():
    text = """
        bids:
          - {bidder: alder, defects: [{code: unsigned, decision: rejected}, {code: other, decision: accepted}]}
          - {bidder: birch, defects: [{code: unsigned, decision: accepted}]}
          - {bidder: cedar, defects: [{code: Unsigned, decision: accepted}, {code: other, decision: accepted}]}
    """
    assert findings(text) == {
        "same-defect-decided-unlike": [
            "flagged",
            "bids[0].defects[0].decision: The defect unsigned was decided differently: alder: "
            "rejected, birch: accepted and cedar: accepted; a difference of 1 bid let in.",
        ]
    }


def test_a_bid_with_the_same_defect_twice_is_not_compared_with_itself():
    text = """
        bids:
          - {bidder: alder, defects: [{code: page, decision: accepted}, {code: page, decision: rejected}]}
          - {bidder: birch, defects: []}
    """
    assert outcome(text, "same-defect-decided-unlike") == "passed"


def test_an_outage_excuses_one_late_bid_only_where_the_other_had_none():
    text = """
        tender: {{tender_period: {{end_date: 2026-03-30T12:00}}}}
        bids:
          - {{bidder: alder, status: valid, received: 2026-03-30T12:20{}}}
          - {{bidder: birch, status: late, received: 2026-03-30T12:20{}}}
    """
    log = ", outage: log 17"
    said = {
        pair: outcome(text.format(*pair), "late-bids-treated-unlike")
        for pair in ((log, ""), (log, log), ("", log), ("", ""))
    }
    assert list(said.values()) == ["passed", "flagged", "flagged", "flagged"]


def test_lots_and_rounds_are_fields_of_their_own():
    text = """
        tender: {procurement_method: open, rounds: [{id: "1", end_date: 2026-03-30}, {id: "2", end_date: 2026-05-04}]}
        bids:
          - {bidder: alder, round: "1", status: valid, received: 2026-03-29, value: {amount: 10}}
          - {bidder: birch, round: "1", status: valid, received: 2026-03-29, value: {amount: 12}}
          - {bidder: alder, round: "2", status: valid, received: 2026-05-03, value: {amount: 12}}
          - {bidder: birch, round: "2", status: valid, received: 2026-05-03, value: {amount: 11}}
        complete: [bids]
    """
    assert findings(text) == {}
    assert list(findings(text.replace('bidder: birch, round: "2"', 'bidder: alder, round: "2"'))) == [
        "single-bid-in-an-open-competition"
    ]


def test_prices_are_compared_with_their_currency_and_unit():
    text = """
        bids:
          - {bidder: a, unit: hour, value: {amount: 10.0, currency: EUR}}
          - {bidder: b, unit: UNIT, value: {amount: 10, currency: MONEY}}
    """
    said = [
        outcome(text.replace("UNIT", unit).replace("MONEY", money), "identical-prices-of-rivals")
        for unit, money in (("hour", "EUR"), ("day", "EUR"), ("hour", "GBP"))
    ]
    assert said == ["review", "passed", "passed"]


def kin(first, second):
    return f"parties: [{{id: a, {first}}}, {{id: b, {second}}}]\nbids: [{{bidder: a}}, {{bidder: b}}]"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("people: [p1]", "people: [p1]", "flagged"),
        ("people: [p1]", "people: [p2]", "passed"),
        ("people: [p-1]", "people: [p-1]", "flagged"),
        ("owners: [{party: h}]", "owners: [{party: h, share: 5}]", "flagged"),
        ("owners: [{party: b}]", "owners: []", "flagged"),
        ("owners: [{name: Holt}]", "owners: [{name: holt}]", "passed"),
        ("people: [John Smith]", "people: [John Smith]", "passed"),
        ("owners: [{party: h, share: 4.9}]", "owners: [{party: h, share: 60}]", "passed"),
        ("people: [p1]", "owners: [{person: p1}]", "flagged"),
        ("identifiers: [{scheme: GB-COH, id: '1'}]", "identifiers: [{scheme: GB-COH, id: '1'}]", "flagged"),
        ("identifiers: [{scheme: GB-COH, id: '1'}]", "identifiers: [{scheme: FR-RCS, id: '1'}]", "passed"),
        ("name: A", "people: [p1]", "not-assessed"),
    ],
)
def test_rivals_are_tied_by_what_names_one_person_or_firm(first, second, expected):
    assert outcome(kin(first, second), "rivals-with-the-same-people-or-owners") == expected
    assert (
        outcome(kin(second, first).replace("party: b", "party: a"), "rivals-with-the-same-people-or-owners") == expected
    )


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("owners: [{name: Holt}]", "owners: [{name: holt}]", "review"),
        ("people: [John Smith]", "people: [john  smith]", "review"),
        ("people: [John Smith]", "owners: [{name: John Smith}]", "review"),
        ("people: [John Smith]", "people: [Jane Smith]", "passed"),
        ("people: [p1]", "people: [p1]", "passed"),
        ("name: A", "people: [John Smith]", "not-assessed"),
    ],
)
def test_a_name_in_common_is_never_more_than_a_question(first, second, expected):
    assert outcome(kin(first, second), "rivals-with-people-of-the-same-name") == expected
    assert outcome(kin(second, first), "rivals-with-people-of-the-same-name") == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("contact_point: {telephone: +44 1234 567890}", "contact_point: {telephone: 01234-567890}", "review"),
        ("contact_point: {email: x@gmail.com}", "contact_point: {email: y@gmail.com}", "passed"),
        ("contact_point: {email: x@gmail.com}", "contact_point: {email: X@gmail.com}", "review"),
        ("contact_point: {email: x@fable.example}", "contact_point: {email: y@FABLE.example}", "review"),
        ("addresses: [{street_address: 1 Mill Lane}]", "addresses: [{street_address: 1 Mill Lane}]", "passed"),
        ("addresses: []", "name: B", "not-assessed"),
    ],
)
def test_contact_details_in_common_are_never_more_than_a_question(first, second, expected):
    assert outcome(kin(first, second), "rivals-with-the-same-contact-details") == expected


def test_who_bids_twice_for_a_lot_is_compared_once_and_never_with_itself():
    text = "parties: [{id: a, people: [p1]}, {id: b, people: [p1]}]\nbids: [{bidder: b}, {bidder: a}, {bidder: a}, {bidder: b}]"
    assert findings(text) == {
        "rivals-with-the-same-people-or-owners": [
            "flagged",
            "bids[0].bidder: a and b bid against each other and have in common the person p1.",
        ]
    }


def test_parties_are_missing_only_where_there_are_rivals():
    assert missing("bids: [{bidder: a}, {bidder: b}]", "rivals-with-the-same-people-or-owners") == ["parties"]
    assert outcome("bids: [{bidder: a}]\ncomplete: [bids]", "rivals-with-the-same-people-or-owners") == "passed"
    assert missing("bids: [{bidder: a}]", "rivals-with-the-same-people-or-owners") == ["completeness of bids"]


LATE = "tender: {{time_zone: Europe/London, tender_period: {{end_date: 2026-04-27T12:00}}}}\nbids: [{}]"
A = "{bidder: alder, status: valid, received: 2026-04-27T12:01}"


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ("{bidder: cedar, status: rejected, reason: late, received: '2026-04-27T10:30Z'}", []),
        ("{bidder: alder, status: late, received: 2026-04-27T12:20}", []),
        ("{bidder: birch, status: rejected, reason: No insurance}", []),
        ("{bidder: birch, status: rejected}", []),
        (
            "{bidder: birch, status: rejected, reason: late}, {bidder: cedar, status: late, received: 2026-04-27T11:59}",
            ["possible: birch, as late; whether that is so cannot be told from what is given"],
        ),
        (
            "{bidder: birch, status: late}, {bidder: cedar, status: late, received: 2026-04-27T12:05}",
            ["certain: cedar", "possible: birch, as late; whether that is so cannot be told from what is given"],
        ),
        (
            "{bidder: birch, status: rejected, received: 2026-04-27T12:05}, {bidder: alder, status: late}",
            ["possible: birch"],
        ),
    ],
)
def test_only_a_late_bid_of_another_bidder_was_treated_unlike(others, expected):
    case = case_of(LATE.format(f"{A}, {others}"))
    found = judge(case, rules()["late-bids-treated-unlike"], "evaluation").hits
    said = [f"{one.hit.confidence or 'certain'}: {', '.join(one.hit.facts.others)}{one.hit.facts.how}" for one in found]
    assert sorted(said) == expected


def test_a_refusal_without_a_reason_or_an_arrival_may_have_been_for_lateness():
    text = LATE.format(
        f"{A}, {{bidder: birch, status: rejected}}, {{bidder: cedar, status: rejected, reason: Unsigned}}"
    )
    assert missing(text, "late-bids-treated-unlike", "evaluation") == ["bids[1].received"]
    assert outcome(text, "late-bids-treated-unlike", "evaluation") == "not-assessed"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("decision: cured, reason: It came within two days", "decision: cured, reason: A slip", "birch"),
        ("decision: cured", "decision: accepted", "alder"),
    ],
)
def test_a_defect_refused_by_its_reason_stands_with_one_bid_in_whatever_order_they_stand(one, other, expected):
    words = "code: D1, text: Insurance certificate missing"
    bids = [
        f"{{bidder: alder, defects: [{{{words}, {one}}}]}}",
        f"{{bidder: birch, defects: [{{{words}, {other}}}]}}",
        "{bidder: cedar, status: rejected, reason: Insurance certificate missing}",
    ]
    for ordered in permutations(bids):
        case = case_of(f"{{bids: [{', '.join(ordered)}], complete: [bids]}}")
        hits = judge(case, rules()["same-defect-decided-unlike"], "evaluation").hits
        stands = [case.bids[int(one.hit.at.path[1])].bidder for one in hits if one.hit.key == "d1, by its reason"]
        assert stands == [expected], ordered


def test_of_bids_treated_worst_alike_the_others_are_named_as_that():
    said = "defects: [{code: D1, text: Insurance certificate missing, decision: %s}]"
    bids = [
        f"{{bidder: {one}, {said % what}}}"
        for one, what in (("alder", "rejected"), ("birch", "rejected"), ("cedar", "waived"))
    ]
    case = case_of(f"{{bids: [{', '.join(bids)}], complete: [bids]}}")
    (one,) = judge(case, rules()["same-defect-decided-unlike"], "evaluation").hits
    told = {case.bids[int(at.path[1])].bidder: words for at, words in one.hit.related}
    assert told == {"birch": "the same defect, treated as badly", "cedar": "the same defect"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("name: Tarn Capital LLP, share: 60", "name: TARN CAPITAL LLP, share: 55", "medium"),
        ("name: Tarn Capital LLP, share: 60", "name: TARN CAPITAL LLP, share: 50", "low"),
        ("name: Tarn Capital LLP, share: 60", "name: TARN CAPITAL LLP", "low"),
        ("name: Tarn Capital LLP, share: 60", "name: TARN CAPITAL LLP, share: 55, end_date: 2026-01-05", "low"),
        ("name: Joan Fable, share: 60", "name: Joan Fable, share: 55", "low"),
        ("name: Fen Index Fund Ltd, share: 60", "name: Fen Index Fund Ltd, share: 55", "low"),
    ],
)
def test_one_name_weighs_more_where_it_is_of_a_firm_with_most_of_both(one, other, expected):
    parties = f"[{{id: a, name: Alder Ltd, owners: [{{{one}}}]}}, {{id: b, name: Birch Ltd, owners: [{{{other}}}]}}]"
    for bids in ("{bidder: a}, {bidder: b}", "{bidder: b}, {bidder: a}"):
        case = case_of(f"{{tender: {{published: 2026-03-02}}, parties: {parties}, bids: [{bids}]}}")
        found = judge(case, rules()["rivals-with-people-of-the-same-name"], "evaluation").hits
        assert [(hit.hit.severity or "medium", hit.hit.confidence) for hit in found] == [(expected, "possible")]
