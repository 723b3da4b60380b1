"""The numbers of rules about time, information and ties hold to the unit: what lies on a limit passes, one beyond is found."""

import json

import pytest

from fairaudit.engine.judge import judge
from tests.checks.timed_cases import case_of
from tests.shipped import RULES

BY_ID = {one.id: one for one in RULES if one.pack == "core"}
TWO = "bids: [{bidder: Alder}, {bidder: Birch}]"
DUE = "tender_period: {end_date: 2026-03-30T12:00}"
OUT = "published: 2026-03-02T12:00"
LIMITS = [
    ("access-to-documents-for-unequal-times", f"""{TWO}
events:
  - {{kind: access, document: data room, bidder: Alder, date: 2026-03-05T10:00, until: 2026-03-09T10:00}}
  - {{kind: access, document: data room, bidder: Birch, date: 2026-03-05T10:00, until: 2026-03-@}}""", "08T10:00", "08T09:59"),
    ("answer-not-sent-to-all", f"""{TWO}
enquiries:
  - {{id: Q1, question: How many vans?, answer: Nine vans., answered: 2026-03-10T08:00, recipients: [Alder]}}
events: [{{kind: answer, topic: Q1, recipients: [Birch], date: 2026-03-10T@}}]""", "20:00", "20:01"),
    ("answer-sent-to-some-first", f"""{TWO}
events:
  - {{kind: answer, topic: "7", bidder: Alder, date: 2026-03-10T08:00}}
  - {{kind: answer, topic: "7", recipients: all, date: 2026-03-10T@}}""", "20:00", "20:01"),
    ("answer-too-late-to-use", f"""tender: {{{DUE}}}
enquiries: [{{date: 2026-03-10, answered: 2026-03-@}}]""", "27T23:59", "28"),
    ("bids-opened-long-after-the-deadline", f"""tender: {{{DUE}}}
evaluation: {{opened: {{quality: 2026-04-@}}}}""", "06", "07"),
    ("change-not-sent-to-all", f"""{TWO}
tender: {{amendments: [{{id: A1, date: 2026-03-12T08:00, text: North quay added, recipients: [Alder]}}]}}
events: [{{kind: document, document: A1, recipients: [Birch], date: 2026-03-12T@}}]""", "20:00", "20:01"),
    ("document-for-some-bidders", f"""{TWO}
tender: {{documents: [{{id: D2, title: Plan, available_at: 2026-03-12T09:00, recipients: [Alder]}}]}}
events: [{{kind: document, document: D2, recipients: [Birch], date: 2026-03-12T@}}]""", "10:00", "10:01"),
    ("document-published-close-to-the-deadline", f"""tender: {{{OUT}, {DUE}, documents: [{{id: D9, available_at: 2026-03-@}}]}}""", "24T23:59", "25"),
    ("document-seen-before-publication", """tender: {time_zone: Europe/London, published: 2026-03-02}
events:
  - {kind: document, bidder: Alder, document: D7, date: 2026-03-10T08:00}
  - {kind: document, recipients: all, document: D7, date: 2026-03-10T@}""", "20:00", "20:01"),
    ("document-sent-to-some-bidders", f"""{TWO}
events:
  - {{kind: document, document: D9, bidder: Alder, date: 2026-03-10T08:00}}
  - {{kind: document, document: D9, bidder: Birch, date: 2026-03-10T@}}""", "20:00", "20:01"),
    ("documents-later-than-the-tender-period", """tender: {published: 2026-03-02T09:00, documents_available: 2026-03-03T@}""", "09:00", "09:01"),
    ("documents-opened-later-to-some", f"""{TWO}
events:
  - {{kind: access, document: data room, bidder: Alder, date: 2026-03-05T10:00}}
  - {{kind: access, document: data room, bidder: Birch, date: 2026-03-07T@}}""", "10:00", "10:01"),
    ("enquiries-closing-close-to-the-deadline", f"""tender: {{{DUE}, enquiry_period: {{end_date: 2026-03-@}}}}""", "24T23:59", "25"),
    ("enquiries-closing-early", f"""tender: {{{OUT}, {DUE}, enquiry_period: {{end_date: 2026-03-16T@}}}}""", "12:00", "11:00"),
    ("extension-told-later-to-some", f"""{TWO}
tender: {{time_zone: Europe/London, {DUE}}}
events:
  - {{kind: extension, date: 2026-03-17T08:00, until: 2026-04-02T12:00, recipients: [Alder]}}
  - {{kind: extension, date: 2026-03-17T@, until: 2026-04-02T12:00, recipients: [Birch]}}""", "20:00", "20:01"),
    ("few-working-days-to-bid", """tender:
  {buyer: {country: GB-ENG}, time_zone: Europe/London, published: 2026-06-01, tender_period: {end_date: 2026-06-@T12:00}}""", "22", "19"),
    ("incumbents-data-given-to-some", f"""{TWO}
tender: {{disclosures: [{{kind: activity-data, document: D1, published: 2026-03-10T08:00, recipients: [Alder]}}]}}
events: [{{kind: document, document: D1, bidder: Birch, date: 2026-03-10T@}}]
complete: [bids]""", "20:00", "20:01"),
    ("mandatory-site-visit-close-to-the-deadline", f"""tender: {{{DUE}, site_visits: [{{date: 2026-03-@, mandatory: true}}]}}""", "23T23:59", "24"),
    ("mandatory-site-visit-soon-after-publication", f"""tender: {{{OUT}, {DUE}, site_visits: [{{date: 2026-03-@, mandatory: true}}]}}""", "07", "06T23:59"),
    ("material-answer-close-to-the-deadline", """tender: {published: 2026-03-12T12:00, tender_period: {end_date: 2026-03-30T12:00}}
enquiries: [{answer: Nine., answered: 2026-03-@, material: true}]""", "24T12:00", "25T00:00"),
    ("material-answer-close-to-the-deadline", """tender: {published: 2026-03-20T12:00, tender_period: {end_date: 2026-04-29T12:00}}
enquiries: [{answer: Nine., answered: 2026-04-17T@, material: true}]""", "12:00", "12:01"),
    ("material-change-close-to-the-deadline", """tender:
  {published: 2026-03-12T12:00, tender_period: {end_date: 2026-03-30T12:00},
   amendments: [{date: 2026-03-@, changes: [specification], material: true}]}""", "24T12:00", "25T00:00"),
    ("material-change-close-to-the-deadline", """tender:
  {published: 2026-03-20T12:00, tender_period: {end_date: 2026-04-29T12:00},
   amendments: [{date: 2026-04-17T@, changes: [specification], material: true}]}""", "12:00", "12:01"),
    ("material-message-close-to-the-deadline", f"""tender: {{{DUE}}}
events: [{{kind: answer, topic: Q7, material: true, date: 2026-03-@, recipients: all}}]""", "24T23:59", "25T00:00"),
    ("unequal-time-to-present", """events:
  - {kind: presentation, bidder: Alder, date: 2026-04-08T10:00, until: 2026-04-08T10:45}
  - {kind: presentation, bidder: Birch, date: 2026-04-08T13:00, until: 2026-04-08T13:@}""", "55", "56"),
    ("unequal-time-to-answer-a-clarification", f"""{TWO}
events:
  - {{kind: clarification, bidder: Alder, topic: unsigned form, date: 2026-04-14T10:00, until: 2026-04-16T10:00}}
  - {{kind: clarification, bidder: Birch, topic: unsigned form, date: 2026-04-14T10:00, until: 2026-04-16T@}}""", "22:00", "22:01"),
    ("tender-window-too-short", """tender: {published: 2026-03-02T12:00, tender_period: {end_date: 2026-03-@}}""", "17T00:01", "17T00:00"),
    ("lead-evened-out-late", """tender:
  {time_zone: Europe/London, published: 2026-03-02T09:00, tender_period: {end_date: 2026-03-22T09:00},
   documents: [{id: D9, title: Draft, available_at: 2026-03-07T@}],
   market_engagement: [{participants: [b], shared_documents: [D9]}]}
parties: [{id: b, name: Lumen Optics Ltd}]
bids: [{bidder: b}]""", "09:00", "09:01"),
    ("presentations-weeks-apart", f"""{TWO}
events:
  - {{kind: presentation, bidder: Alder, date: 2026-04-01T10:00}}
  - {{kind: presentation, bidder: Birch, date: 2026-04-@T10:00}}""", "08", "09"),
    ("unequal-time-on-the-site", f"""{TWO}
events:
  - {{kind: site-visit, bidder: Alder, date: 2026-04-01T10:00, until: 2026-04-01T11:00}}
  - {{kind: site-visit, bidder: Birch, date: 2026-04-01T13:00, until: 2026-04-01T13:@}}""", "31", "30"),
    ("drafter-sits-on-the-panel", """people: [{id: a, name: Ada Holt, roles: [{role: drafter}]}]
evaluation: {panel: [a@]}""", "", ", b"),
    ("panel-of-fewer-than-three", "evaluation: {panel: [a, b@]}", ", c", ""),
    ("panel-of-more-than-seven", "evaluation: {panel: [a, b, c, d, e, f, g@]}", "", ", h"),
    ("conflicts-assessment-of-long-before", """tender: {published: 2026-03-02}
conflicts_assessment: {prepared: 2025-03-@}""", "02", "01"),
]  # fmt: skip


def outcome(rule, case, today="2026-07-01"):
    text = case if isinstance(case, str) else json.dumps(case)
    return str(judge(case_of(text, today), BY_ID[rule], "award").outcome)


@pytest.mark.parametrize(("rule", "text", "on", "beyond"), LIMITS, ids=[one[0] for one in LIMITS])
def test_what_lies_on_a_limit_passes_and_one_beyond_is_found(rule, text, on, beyond):
    assert outcome(rule, text.replace("@", on)) == "passed"
    assert outcome(rule, text.replace("@", beyond)) in ("flagged", "review")


OPTICS = {"id": "b", "name": "Lumen Optics Ltd", "identifiers": [{"scheme": "GB-COH", "id": "01234567"}]}
SINCE = {"party": "b", "start_date": "2015-01-01"}


def ada(declared=(), *, interests=(), registered=None, born=None, scored=False, **more):
    """A case of an evaluator, of whom interests are recorded, declared, or entered in a register."""
    person = {"id": "e1", "name": "Ada Holt", "roles": [{"role": "evaluator", "start_date": "2026-03-20"}]}
    person |= {"interests": list(interests)} | ({"birth_date": born} if born else {})
    entry = {
        "company_number": "01234567",
        "company_name": "LUMEN OPTICS LIMITED",
        "name": "HOLT, Ada",
        "role": "director",
    }
    entry |= {"appointed_on": "2015-01-01", "resigned_on": registered} | ({"birth_date": born} if born else {})
    register = {"kind": "officers", "name": "R", "searched": "2026-04-20", "scheme": "GB-COH", "records": [entry]}
    given = [{"evaluator": "e1", "bid": "B1", "criterion": "Q", "score": 3, "at": "2026-04-10"}]
    return {
        "tender": {"published": "2026-03-02"},
        "parties": [OPTICS],
        "bids": [{"id": "B1", "bidder": "b"}],
        "people": [person],
        "declarations": [{"person": "e1", "date": "2026-03-25", "covers": "all", "interests": list(declared), **more}],
        "evaluation": {"individual": given} if scored else {"panel": ["e1"]},
        "registers": [register] if registered else [],
        "complete": ["declarations"],
    }


def held(kind, **more):
    return lambda end: ada(interests=[{"kind": kind, **SINCE, "end_date": end, **more}])


def given(pounds):
    return lambda day: ada(
        interests=[{"kind": "gift", "party": "b", "date": day, "value": {"amount": pounds, "currency": "GBP"}}]
    )


def told(scored, **more):
    return lambda end: ada([{"kind": "employment", **SINCE, "end_date": end}], scored=scored, **more)


def rivals_scored(end):
    case = told(True)(end)
    given = [{**case["evaluation"]["individual"][0], "bid": "B2"}]
    given += [{**case["evaluation"]["individual"][0], "evaluator": "e9"}]
    rival = {
        "parties": [OPTICS, {"id": "c", "name": "Cedar Care Ltd"}],
        "bids": [*case["bids"], {"id": "B2", "bidder": "c"}],
    }
    return case | rival | {"evaluation": {"individual": given}}


def declared_late(end):
    case = told(True)(end)
    before = {**case["declarations"][0], "date": "2026-03-22", "interests": []}
    return case | {"declarations": [before, {**case["declarations"][0], "date": "2026-04-20"}]}


def declared_gift(day):
    gift = {"kind": "gift", "party": "b", "date": day, "value": {"amount": 9, "currency": "GBP"}}
    return ada([gift], scored=True)


KEPT_OUT = {"mitigation": {"actions": "excluded from the bid of Lumen Optics Ltd", "followed": True}}
LATELY = [
    ("undeclared-employment-with-a-bidder", held("employment"), "flagged"),
    ("undeclared-directorship-of-a-bidder", held("directorship"), "flagged"),
    ("undeclared-share-in-a-bidder", held("shares"), "review"),
    ("undeclared-advice-to-a-bidder", held("consultancy"), "flagged"),
    ("undeclared-gift-from-a-bidder", given(900), "flagged"),
    ("undeclared-small-gift-from-a-bidder", given(9), "review"),
    ("undeclared-loan-or-job-offer", held("loan"), "flagged"),
    ("undeclared-other-interest-in-a-bidder", held("other", text="A stall at its fair"), "review"),
    ("undeclared-family-tie-to-a-bidder", held("family"), "review"),
    ("undeclared-tie-in-a-register", lambda end: ada(registered=end, born="1980-05"), "flagged"),
    ("undeclared-tie-in-a-register-by-name", lambda end: ada(registered=end), "review"),
    ("undeclared-tie-known-by-name-only", held("directorship", party=None, name="Lumen Optics Ltd"), "review"),
    ("declared-interest-and-still-scored", told(True), "flagged"),
    ("declared-interest-without-a-measure", told(False), "flagged"),
    ("declared-small-gift-and-still-scored", declared_gift, "review"),
    ("rivals-scored-despite-an-interest", rivals_scored, "review"),
    ("interest-declared-after-acting", declared_late, "flagged"),
    ("kept-out-and-still-took-part", told(True, **KEPT_OUT), "review"),
]


@pytest.mark.parametrize(("rule", "made", "expected"), LATELY, ids=[one[0] for one in LATELY])
def test_a_tie_that_ended_counts_for_twenty_four_months_to_the_day(rule, made, expected):
    assert [outcome(rule, made(end)) for end in ("2024-03-02", "2024-03-01")] == [expected, "passed"]


def begun(kind, **more):
    return lambda start: ada(interests=[{"kind": kind, "party": "b", "start_date": start, **more}])


def entered(born=None):
    def made(start):
        case = ada(registered="2028-01-01", born=born)
        register = case["registers"][0]
        entry = {name: value for name, value in register["records"][0].items() if name != "resigned_on"}
        return case | {
            "registers": [{**register, "searched": "2027-12-01", "records": [entry | {"appointed_on": start}]}]
        }

    return made


AFTERWARDS = [
    ("undeclared-employment-with-a-bidder", begun("employment")),
    ("undeclared-directorship-of-a-bidder", begun("directorship")),
    ("undeclared-share-in-a-bidder", begun("shares")),
    ("undeclared-advice-to-a-bidder", begun("consultancy")),
    ("undeclared-other-interest-in-a-bidder", begun("other", text="A stall at its fair")),
    ("undeclared-family-tie-to-a-bidder", begun("family")),
    ("undeclared-tie-in-a-register", entered("1980-05")),
    ("undeclared-tie-in-a-register-by-name", entered()),
    ("undeclared-tie-known-by-name-only", begun("directorship", party=None, name="Lumen Optics Ltd")),
]


@pytest.mark.parametrize(("rule", "made"), AFTERWARDS, ids=[one[0] for one in AFTERWARDS])
def test_a_tie_that_began_after_the_award_is_asked_about_for_twelve_months_to_the_day(rule, made):
    awarded = {"awards": [{"bid": "B1", "suppliers": ["b"], "date": "2026-05-04"}], "declarations": []}
    found = [outcome(rule, made(start) | awarded, "2028-01-01") for start in ("2027-05-04", "2027-05-05")]
    assert found == ["review", "passed"]
