"""Who knew what and when: answers, changes, documents, visits, talks."""

import pytest

from fairaudit.analysis.messages.of_no_use import said_of_use
from fairaudit.checks.information.answers.left_out import left_out
from fairaudit.engine.judge import judge
from fairaudit.procurement.received.ledger import ledger_of
from fairaudit.procurement.times.deadlines import Unclear
from tests.checks.timed_cases import case_of, findings, missing, outcome, rules

TWO = "bids: [{bidder: alder}, {bidder: birch}]"


@pytest.mark.parametrize(
    ("text", "reached", "lots", "expected"),
    [
        (TWO, {"all"}, (), ()),
        (TWO, {"alder"}, (), ("birch",)),
        (TWO, {"alder", "birch", "cedar"}, (), ()),
        (
            "bids: [{bidder: alder, lot: '1'}, {bidder: birch, lot: '2'}, {bidder: cedar}]",
            {"alder"},
            ("1",),
            ("cedar",),
        ),
        ("bids: [{bidder: alder}, {bidder: birch, status: withdrawn}]", {"alder"}, (), "completeness of bids"),
        ("bids: [{bidder: alder}]\ncomplete: [bids]", {"alder"}, (), ()),
        ("bids: []", {"alder"}, (), ()),
        ("tender: {title: Invented}", {"alder"}, (), "who bids or is registered is not known"),
        ("parties: [{id: birch, roles: [Registrant]}, {id: cedar, roles: [adviser]}]", {"alder"}, (), ("birch",)),
        # Whoever bids only for another lot is not also a registrant of this one.
        (
            "parties: [{id: birch, roles: [tenderer]}]\n"
            "bids: [{bidder: alder, lot: '1'}, {bidder: birch, lot: '2'}, {bidder: cedar, lot: '1'}]",
            {"alder"},
            ("1",),
            ("cedar",),
        ),
    ],
)
def test_who_was_left_out_is_asked_of_bidders_known_and_of_nobody_else(text, reached, lots, expected):
    found = left_out(case_of(text), reached, lots)
    assert (found.reason if isinstance(found, Unclear) else found) == expected


def test_the_asker_is_neither_left_out_nor_said_to_have_had_the_answer():
    text = TWO + "\nenquiries: [{asked_by: birch, answer: Invented answer, recipients: [alder]}]"
    assert outcome(text, "answer-not-sent-to-all") == "passed"
    assert findings(text.replace("birch, answer", "cedar, answer"))["answer-not-sent-to-all"] == [
        "flagged",
        "enquiries[0].recipients: The answer went to alder, to birch not at all, as far as is recorded: a difference of 1 answer.",
    ]

    alone = TWO + "\nenquiries: [{asked_by: birch, answer: Invented answer, recipients: []}]"
    assert findings(alone)["answer-not-sent-to-all"] == [
        "review",
        "enquiries[0].recipients: The answer went to nobody, to alder not at all, as far as is recorded: a difference of 1 answer "
        "if whoever asked had it, which is not recorded.",
    ]


def test_who_asked_is_in_the_table_of_what_each_received_as_not_recorded():
    text = (
        "bids: [{bidder: alder}, {bidder: birch}, {bidder: cedar}]\ncomplete: [events, bids]\n"
        "enquiries: [{asked_by: birch, answer: Invented answer, recipients: [alder]}]"
    )
    (received,) = ledger_of(case_of(text))
    assert (tuple(received.had), received.without, received.asked) == (("alder",), ("cedar",), ("birch",))


@pytest.mark.parametrize(
    ("question", "severity"),
    [("We cannot upload a file of 40 MB, what shall we do?", "low"), ("May staff work at night?", None)],
)
def test_help_with_the_portal_is_of_little_weight(question, severity):
    text = f"{TWO}\nenquiries: [{{asked_by: alder, question: '{question}', answer: Please see below, recipients: [alder]}}]"
    (hit,) = judge(case_of(text), rules()["answer-not-sent-to-all"], "market").hits
    assert hit.hit.severity == severity


def test_confidential_needs_an_agreement():
    text = TWO + "\nenquiries: [{asked_by: alder, answer: Yes, recipients: [alder], confidential: {agreed: true}}]"
    assert outcome(text, "answer-not-sent-to-all") == "passed"
    assert outcome(text.replace("true", "false"), "answer-not-sent-to-all") == "flagged"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2026-03-10T09:00", "2026-03-10T20:59", "passed"),
        ("2026-03-10T09:00", "2026-03-10T21:01", "flagged"),
        ("2026-03-10", "2026-03-10T23:00", "passed"),
        ("2026-03-10", "2026-03-11", "flagged"),
    ],
)
def test_what_is_sent_by_hand_may_take_half_a_day(first, second, expected):
    event = "{{kind: answer, topic: '7', bidder: {}, date: {}}}"
    text = f"{TWO}\nevents: [{event.format('alder', first)}, {event.format('birch', second)}]"
    assert outcome(text, "answer-sent-to-some-first") == expected


def test_another_document_or_lot_does_not_make_up_for_one():
    text = (
        TWO + "\nevents: [{kind: document, document: D1, bidder: alder}, {kind: document, document: D2, bidder: birch}]"
    )
    assert findings(text)["document-sent-to-some-bidders"] == [
        "flagged",
        "events[0]: A document (D1) went to alder, to birch not at all, as far as is recorded: a difference of 1 document.",
        "events[1]: A document (D2) went to birch, to alder not at all, as far as is recorded: a difference of 1 document.",
    ]


def test_bidders_who_open_the_documents_when_they_like_are_not_treated_unequally():
    text = """
        tender: {documents_available: 2026-03-02T09:00}
        bids: [{bidder: alder}, {bidder: birch}]
        events: [{kind: access, bidder: alder, date: 2026-03-02T09:01}, {kind: access, bidder: birch, date: 2026-03-25}]
    """
    assert findings(text) == {}
    assert list(findings(text.replace("02T09:01", "02T08:59"))) == ["document-seen-before-publication"]


def test_a_question_that_came_too_late_need_not_be_answered():
    text = """
        tender: {enquiry_period: {end_date: 2026-03-20T12:00}, tender_period: {end_date: 2026-03-30T12:00}}
        enquiries: [{date: 2026-03-20T12:01, question: Invented question}]
        complete: [enquiries]
    """
    assert outcome(text, "question-left-unanswered", today="2026-03-31") == "passed"
    in_time = text.replace("12:01", "12:00")
    assert outcome(in_time, "question-left-unanswered", today="2026-03-30") == "passed"
    assert outcome(in_time, "question-left-unanswered", today="2026-03-31") == "flagged"


def test_talks_are_looked_at_from_publication_to_award():
    text = """
        tender: {published: 2026-03-02}
        events: [{kind: contact, bidder: alder, date: DAY, channel: telephone}]
        awards: [{date: 2026-05-04, lot: '1'}, {date: 2026-06-01, lot: '2'}]
    """
    said = {day: outcome(text.replace("DAY", day), "contact-outside-the-channel") for day in DAYS}
    assert list(said.values()) == ["passed", "flagged", "flagged", "passed"]


DAYS = ("2026-03-01", "2026-03-03", "2026-05-20", "2026-06-03")


def test_every_mandatory_visit_must_be_late_before_one_is_flagged():
    visits = "[{date: 2026-03-23, mandatory: true}, {date: 2026-03-27, mandatory: true}]"
    text = f"tender: {{tender_period: {{end_date: 2026-03-30}}, site_visits: {visits}}}"
    assert outcome(text, "mandatory-site-visit-close-to-the-deadline") == "passed"
    assert len(findings(text.replace("03-23", "03-24"))["mandatory-site-visit-close-to-the-deadline"]) == 3


def test_a_clarification_is_compared_with_bids_of_the_same_lot_that_kept_their_defect():
    text = """
        bids:
          - {bidder: alder, lot: "1", defects: [{code: unsigned}]}
          - {bidder: birch, lot: "1", defects: [{code: unsigned, cure_until: 2026-04-08}]}
          - {bidder: cedar, lot: "2", defects: [{code: unsigned}]}
          - {bidder: dogwood, lot: "1", defects: [{code: unsigned, decision: waived}]}
          - {bidder: elm, lot: "1", defects: []}
        events: [{kind: cure, bidder: alder, lot: "1", topic: Unsigned}]
    """
    assert outcome(text, "clarification-with-some-bidders") == "passed"
    assert findings(text.replace("decision: waived", "decision: failed"))["clarification-with-some-bidders"] == [
        "flagged",
        "events[0]: alder could clear up Unsigned; dogwood, with the same defect, could not: a difference of 1 clarification.",
    ]
    assert missing(text.replace("defects: []", "status: valid"), "clarification-with-some-bidders") == [
        "bids[4].defects"
    ]


VISITS = "tender: {published: 2026-03-02T09:00, tender_period: {end_date: 2026-04-10T12:00}, site_visits: [SITE]}"


@pytest.mark.parametrize(
    ("visits", "expected"),
    [
        (["2026-03-03"], "is 1 day after publication (2 March 2026 09:00)."),
        (["2026-03-02T14:00"], "is on the day of publication (2 March 2026 09:00)."),
        (["2026-03-04T15:00"], "is 2 days 6 hours after publication (2 March 2026 09:00)."),
        (["2026-03-02T08:00"], "is before publication (2 March 2026 09:00)."),
        (["2026-03-07"], None),
        (["2026-03-03", "2026-03-07"], None),
    ],
)
def test_a_visit_bidders_must_make_soon_after_publication(visits, expected):
    text = VISITS.replace("SITE", ", ".join(f"{{date: {one}, mandatory: true}}" for one in visits))
    found = findings(text).get("mandatory-site-visit-soon-after-publication", ["passed", None])
    assert (found[1] is None) is (expected is None)
    assert (found[1] or "").endswith(expected or "")
    free = text.replace("mandatory: true", "mandatory: false")
    assert outcome(free, "mandatory-site-visit-soon-after-publication") == "passed"


def test_a_visit_without_a_date_may_be_the_one_that_leaves_time():
    text = VISITS.replace("SITE", "{date: 2026-03-03, mandatory: true}, {mandatory: true}")
    for rule in ("mandatory-site-visit-soon-after-publication", "mandatory-site-visit-close-to-the-deadline"):
        assert missing(text, rule) == ["tender.site_visits[1].date"]


def test_an_answer_sent_to_all_by_their_names_is_sent_to_all():
    text = """
        parties: [{id: alder, name: Alder Services Ltd}, {id: birch, name: Birch Care CIC}]
        bids: [{bidder: alder}, {bidder: birch}]
        enquiries: [{answer: Yes, recipients: [Alder Services Limited, SECOND]}]
    """
    name = "answer-not-sent-to-all"
    assert outcome(text.replace("SECOND", "birch care cic"), name) == "passed"
    assert outcome(text.replace("SECOND", "Elm Works"), name) == "flagged"
    assert missing(text.replace("SECOND", "Birch"), name) == ["enquiries[0].recipients[1] (in other words)"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Thank you, your question was received and will be answered to all.", "nothing"),
        ("Your tender was received at 10.06 on 9 April 2026.", "nothing"),
        ("Unfortunately we cannot share any further information.", "nothing"),
        ("Please see the answer to Q4, which is on the portal for all.", "points"),
        ("See the answer to Q4: it is two lorries", "holds"),
        ("Thank you for your question. Night work is allowed.", "holds"),
        ("No bid has been received.", "holds"),
        ("We have received 2 other bids.", "holds"),
        ("Your bid was received. The budget is 400000.", "holds"),
        ("We cannot disclose the budget, it is below 90 thousand", "holds"),
        ("We cannot provide parking.", "holds"),
        ("We cannot discuss this here, call me", "holds"),
        ("", "holds"),
    ],
)
def test_a_receipt_says_nothing_and_a_receipt_that_answers_does(said, expected):
    assert said_of_use(said) == expected


OPEN = "tender: {procurement_method: open, time_zone: Europe/London, tender_period: {end_date: 2026-04-10T12:00}}"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", "passed"),
        ("{kind: negotiation, recipients: all, date: 2026-04-25T10:00}", "review"),
    ],
)
def test_after_the_deadline_nothing_is_owed_unless_bids_may_still_change(more, expected):
    sent = "{kind: document, document: Plan, bidder: alder, date: 2026-04-20T10:00}"
    text = f"{OPEN}\n{TWO}\nevents: [{sent}, {more}]" if more else f"{OPEN}\n{TWO}\nevents: [{sent}]"
    assert outcome(text, "document-sent-to-some-bidders") == expected


def test_a_receipt_does_not_start_the_time_of_an_answer():
    receipt = "{kind: answer, topic: Q4, bidder: alder, date: 2026-03-10, text: Your question was received.}"
    answer = "{kind: answer, topic: Q4, recipients: %s, date: 2026-03-14, text: Nine lorries.}"
    text = f"{TWO}\nevents: [{receipt}, {answer % 'all'}]"
    assert outcome(text, "answer-sent-to-some-first") == "passed"
    assert outcome(text.replace("recipients: all", "recipients: [birch]"), "answer-sent-to-some-first") == "flagged"


@pytest.mark.parametrize(
    ("told", "severity"),
    [
        ("text: Service review of the running contract", "low"),
        ("topic: Running contract, text: Monthly review of invoices", "low"),
        ("text: Quarterly monitoring of the existing grounds contract", "low"),
        ("topic: Running contract, text: The budget for the tender is tight", None),
        ("topic: Running contract, text: What the new contract will need", None),
        ("topic: Running contract, text: The roof is 400 m2", None),
        ("topic: Running contract, text: Monthly review, material: true", None),
        ("text: Monthly review of invoices", None),
        ("text: Wished a merry Christmas", "low"),
        ("text: Wished a merry Christmas and told of the budget", None),
        ("text: Wished a merry Christmas, material: true", None),
    ],
)
@pytest.mark.parametrize("bidder", ["Alder", "Birch"])
def test_a_contact_about_a_running_contract_or_a_courtesy_by_its_words_is_of_little_weight(told, severity, bidder):
    incumbent = "incumbents: [{name: Alder}]"
    case = f"tender: {{published: 2026-03-02, {incumbent}}}\nevents: [{{kind: contact, bidder: {bidder}, date: 2026-03-10, channel: telephone, {told}}}]"
    (hit,) = judge(case_of(case), rules()["contact-outside-the-channel"], "market").hits
    assert hit.hit.severity == severity


def test_an_event_without_a_date_is_told_as_seen():
    case = case_of(
        f"{TWO}\ntender: {{published: 2026-03-02}}\nevents: [{{kind: meeting, bidder: alder, channel: lunch}}]"
    )
    (one,) = judge(case, rules()["contact-outside-the-channel"], "market").unassessed
    assert (one.path, one.missing, one.seen) == ("events[0].date", ("events[0].date",), True)
