"""Clauses of messages, and whether they take back what they speak of."""

import pytest

from fairaudit.analysis.clauses import clauses, says_not


@pytest.mark.parametrize(
    "text",
    [
        "Please note that there will be no site visit for this tender",
        "Site visits are not offered to all bidders",
        "The data room stays closed until 1 April",
        "The data room will not open to all before 1 April",
        "The visit was to be offered to all bidders",
        "The visit of 10 March is cancelled",
        "Nobody may visit the site",
    ],
)
def test_a_clause_takes_back_what_it_speaks_of(text):
    assert says_not(text)


@pytest.mark.parametrize(
    "text",
    [
        "A visit is offered to all bidders",
        "The visit is not mandatory",
        "No appointment is needed to visit",
        "Register no later than 5 March",
        "Bidders who cannot come on 10 March may visit on 12 March",
        "Bidders may visit the site and need not register",
        "The data room is open to all until 1 April",
        "Those that do not visit will not be disadvantaged",
    ],
)
def test_a_no_beside_something_else_takes_nothing_back(text):
    assert not says_not(text)


def test_what_follows_but_or_a_stop_is_read_for_itself():
    found = clauses("No visit is planned, but all may come on request. St. 4 is shut; the quay is open")
    assert [says_not(one) for one in found][:2] == [True, False]
    assert found[-1] == "the quay is open"
