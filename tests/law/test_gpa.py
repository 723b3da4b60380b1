"""The revised Agreement on Government Procurement: every row of its times, what it covers, the days it sets."""

from datetime import date

import pytest

from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.law.conditions import ask, matching
from fairaudit.law.dates import dates_of
from fairaudit.law.regime import standing
from tests.conftest import case_of

(GPA,) = (pack for pack in shipped_packs() if pack.name == "wto-gpa")
OPEN, SELECTIVE = "procurement_method: open", "procurement_method: selective"
ONLINE = "notices: [{kind: tender notice, published: 2026-03-02, url: 'https://tenders.example/1'}]"
PAPER = "notices: [{kind: tender notice, published: 2026-03-02, means: paper}]"
WITH_DOCUMENTS, LATER = "documents_available: 2026-03-02", "documents_available: 2026-03-03"
SENT, POST = "submission: {electronic: true}", "submission: {electronic: false}"
PLAIN = "regime: {commercial: false}"
MARKET = "regime: {commercial: true}"


def planned(day, more=""):
    return (
        f"notices: [{{kind: planned procurement notice, published: {day}{more}}},"
        " {kind: tender notice, published: 2026-03-02, means: paper}]"
    )


def tender(*words, kind="ministry"):
    return f"tender: {{buyer: {{kind: {kind}, country: NZ}}, covered_by: [GPA], {', '.join(words)}}}"


@pytest.mark.parametrize(
    ("words", "kind", "least"),
    [
        ((OPEN, PAPER, LATER, POST, PLAIN), "ministry", 40),
        ((OPEN, ONLINE, LATER, POST, PLAIN), "ministry", 35),
        ((OPEN, PAPER, WITH_DOCUMENTS, POST, PLAIN), "ministry", 35),
        ((OPEN, PAPER, LATER, SENT, PLAIN), "ministry", 35),
        ((OPEN, ONLINE, WITH_DOCUMENTS, POST, PLAIN), "ministry", 30),
        ((OPEN, ONLINE, LATER, SENT, PLAIN), "ministry", 30),
        ((OPEN, PAPER, WITH_DOCUMENTS, SENT, PLAIN), "ministry", 30),
        ((OPEN, ONLINE, WITH_DOCUMENTS, SENT, PLAIN), "ministry", 25),
        # Documents that are kept back are not available electronically, whenever they are there.
        ((OPEN, ONLINE, WITH_DOCUMENTS, SENT, PLAIN, "documents_restricted: Plans of a prison"), "ministry", 30),
        # 40 days to 12 months before.
        ((OPEN, planned("2026-01-21"), LATER, POST, PLAIN), "ministry", 10),
        ((OPEN, planned("2026-01-22"), LATER, POST, PLAIN), "ministry", 40),
        ((OPEN, planned("2025-03-02"), LATER, POST, PLAIN), "ministry", 10),
        ((OPEN, planned("2025-03-01"), LATER, POST, PLAIN), "ministry", 40),
        ((OPEN, planned("2026-01-21", ", contains: []"), LATER, POST, PLAIN), "ministry", 40),
        ((OPEN, PAPER, LATER, POST, PLAIN, "recurring_announced: true"), "ministry", 10),
        ((OPEN, PAPER, LATER, POST, PLAIN, "urgency: {reason: A flood}"), "ministry", 10),
        ((OPEN, ONLINE, WITH_DOCUMENTS, POST, MARKET), "ministry", 13),
        ((OPEN, ONLINE, WITH_DOCUMENTS, SENT, MARKET), "ministry", 10),
        # The notice and the documents must be online at the same time.
        ((OPEN, PAPER, WITH_DOCUMENTS, SENT, MARKET), "ministry", 30),
        ((OPEN, ONLINE, LATER, SENT, MARKET), "ministry", 30),
        # Agreement is for entities of annexes 2 and 3 that selected suppliers, and ten days are theirs without it.
        ((SELECTIVE, PAPER, LATER, POST, PLAIN, "deadline_agreed: true"), "ministry", 40),
        ((SELECTIVE, PAPER, LATER, POST, PLAIN, "deadline_agreed: true"), "municipal authority", 0),
        ((SELECTIVE, PAPER, LATER, POST, PLAIN, "deadline_agreed: false"), "municipal authority", 10),
        ((SELECTIVE, PAPER, LATER, POST, PLAIN, "deadline_agreed: false"), "water utility", 10),
        ((OPEN, PAPER, LATER, POST, PLAIN, "deadline_agreed: true"), "municipal authority", 40),
    ],
)
def test_the_least_time_for_tenders(words, kind, least):
    rows = matching(case_of(tender(*words, kind=kind)), GPA.tables.table("tenders"), date(2026, 3, 2))
    assert (rows.possible, min(row.least for row, _ in rows.certain)) == ((), least)


@pytest.mark.parametrize(("words", "least"), [((), 25), (("urgency: {reason: A flood}",), 10)])
def test_the_least_time_for_requests(words, least):
    rows = matching(case_of(tender(SELECTIVE, *words)), GPA.tables.table("requests"), date(2026, 3, 2))
    assert (rows.possible, min(row.least for row, _ in rows.certain)) == ((), least)


def test_urgency_that_nothing_substantiates_settles_nothing():
    answer = ask(case_of(tender(OPEN, "urgency: {claimed: true}")), "wto-gpa", "urgency-substantiated")
    assert (answer.holds, answer.missing) == (None, ("tender.urgency.reason",))


@pytest.mark.parametrize(
    ("words", "holds", "missing"),
    [
        ("buyer: {country: NZ}, covered_by: [GPA], published: 2026-03-02", True, ()),
        ("buyer: {country: GB-SCT}, covered_by: [GPA], published: 2026-03-02", True, ()),
        ("buyer: {country: DE-BY}, covered_by: [GPA, CETA], published: 2026-03-02", True, ()),
        ("buyer: {country: IN}, covered_by: [GPA], published: 2026-03-02", False, ()),
        ("buyer: {country: NZ}, covered_by: [CPTPP], published: 2026-03-02", False, ()),
        ("buyer: {country: NZ}, covered_by: [], published: 2026-03-02", False, ()),
        # A value settles nothing: the thresholds stand in each Party's annexes.
        ("buyer: {country: NZ}, value: {amount: 9000000}, published: 2026-03-02", None, ("tender.covered_by",)),
        ("buyer: {country: NZ}, covered_by: [GPA], published: 2014-04-05", False, ()),
    ],
)
def test_when_the_agreement_governs(words, holds, missing):
    answer = standing(case_of(f"tender: {{{words}}}"), GPA.terms)
    assert (answer.holds, answer.missing) == (holds, missing)


def test_the_days_the_agreement_sets():
    words = (
        OPEN,
        PLAIN,
        WITH_DOCUMENTS,
        SENT,
        "notices: [{kind: tender notice, published: 2026-03-02, url: 'https://tenders.example/1'},"
        " {kind: award decision notice, submitted: 2026-06-05}]",
        "tender_period: {end_date: 2026-04-15}",
    )
    case = case_of(f"{tender(*words)}\nawards: [{{id: A1, date: 2026-06-03}}]")
    assert [(one.day.isoformat(), one.who, one.what) for one in dates_of(case, GPA.tables)] == [
        (
            "2026-03-12",
            "bidder",
            "Last day to challenge what the notice says where the law of the Party gives the least time",
        ),
        ("2026-03-27", "officer", "Earliest deadline for tenders"),
        (
            "2026-06-15",
            "bidder",
            "Last day to challenge the decision to award where the law of the Party gives the least time",
        ),
        ("2026-08-14", "officer", "Last day to publish the award notice"),
        ("2029-06-03", "officer", "Reports and records of the award are kept at least until this day"),
    ]
