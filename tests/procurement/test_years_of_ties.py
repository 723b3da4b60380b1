"""A year alone where a tie begins or ends is named with its place, and the rest of the case is audited."""

import pytest

from fairaudit.engine.judge import judge
from tests.checks.conflict_cases import rules
from tests.checks.timed_cases import case_of

CASE = """
tender: {{published: 2026-03-02}}
bids: [{{bidder: alder}}, {{bidder: birch}}]
complete: [bids, parties, people, declarations]
people:
- {{id: moss, name: Ada Moss, roles: [{{role: evaluator}}], interests: [{{kind: shares, party: alder, {said}}}]}}
- {{id: fern, name: Dora Fern, roles: [{{role: evaluator}}], employments: [{{party: birch}}]}}
declarations: [{{person: fern, date: 2026-04-11, interests: []}}, {{person: moss, date: 2026-04-11, interests: []}}]
parties: [{{id: alder, name: Alder Ltd, owners: [{{name: Una Holt, {dated}}}]}}, {{id: birch, name: Birch Ltd}}]
"""


def outcome(case, rule):
    [found] = [one for one in rules() if one.id == rule]
    return str(judge(case, found, "market").outcome)


@pytest.mark.parametrize("day", ["start_date", "end_date"])
def test_the_year_of_a_share_is_named_and_the_rest_is_audited(day):
    case = case_of(CASE.format(said=f"{day}: 2014, text: null", dated="share: 40"))
    assert [one.path for one in case.unreadable] == [("people", 0, "interests", 0, day)]
    assert outcome(case, "undeclared-share-in-a-bidder") == "not-assessed"
    assert outcome(case, "undeclared-employment-with-a-bidder") == "flagged"


def test_so_is_the_year_of_an_owner():
    case = case_of(CASE.format(said="text: bought", dated="start_date: 2014"))
    assert [one.path for one in case.unreadable] == [("parties", 0, "owners", 0, "start_date")]


def test_a_share_without_words_is_one():
    case = case_of(CASE.format(said="text: null", dated="share: 40"))
    assert outcome(case, "undeclared-share-in-a-bidder") == "flagged"


@pytest.mark.parametrize("wrong", ["soon", "2014-13-01", "14"])
def test_what_is_no_year_is_a_fault_as_before(wrong):
    with pytest.raises(Exception, match="start_date"):
        case_of(CASE.format(said=f"start_date: '{wrong}'", dated="share: 40"))
