"""Names of changes, documents and data among other words: plainly the thing, only mentioned, or another."""

import pytest

from fairaudit.procurement.received.ledger import ledger_of
from fairaudit.procurement.received.things import known_called, things_mentioned
from tests.checks.timed_cases import case_of

TENDER = """
tender:
  amendments: [{id: A1, text: North quay added, recipients: [Alder]}, {id: A2, recipients: [Alder]}]
  documents:
    - {id: D2, title: Plan, version: "1", available_at: 2026-03-02, recipients: [Alder]}
    - {id: D2, title: Plan, version: "2", available_at: 2026-03-09, recipients: [Alder]}
    - {id: D3, title: Site survey, available_at: 2026-03-02, recipients: [Alder]}
  disclosures: [{kind: cost, document: Cost sheet, recipients: [Alder]}]
"""


def named(document):
    case = case_of(f"{TENDER}events: [{{kind: document, document: {document}, bidder: Birch, date: 2026-03-12}}]\n")
    (event,) = case.events
    return len(known_called(case, event)), len(things_mentioned(case, event))


@pytest.mark.parametrize(
    ("document", "things"),
    [
        ("Amendment A1", 1),
        ("A1 North quay", 1),
        ("Amendments A1 and A2", 2),
        ("Addendum 2.pdf", 1),
        ("D2 Plan v2", 1),
        ("Plan (rev 1)", 1),
        ("Documents D2 and D3", 2),
        ("D2 to D3", 2),
        ("Files D1 to D3 and D7", 2),
        ("Cost sheet (copy).xlsx", 1),
    ],
)
def test_names_among_words_that_explain_them_are_the_thing(document, things):
    assert named(document) == (things, 0)


@pytest.mark.parametrize(
    "document", ["Comments on A1", "Draft of the site survey", "Summary of D3", "Notes on the cost sheet"]
)
def test_among_other_words_they_are_only_mentioned(document):
    assert named(document) == (0, 1)


@pytest.mark.parametrize(
    "document", ["Amendment A3", "Plan v3", "Cleaning plan", "A11", "Survey of staff", "Question 1"]
)
def test_another_thing_is_another(document):
    assert named(document) == (0, 0)


def test_without_a_version_it_is_the_one_that_was_there_when_it_went():
    case = case_of(f"{TENDER}events: [{{kind: publication, document: D2 Plan, recipients: all, date: 2026-03-05}}]\n")
    things = [one for one in ledger_of(case) if any(entry.at.path[0] == "events" for entry in one.item.entries)]
    assert [one.item.name for one in things] == ["Plan 1"]
