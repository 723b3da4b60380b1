"""One person under two spellings, and two people under one."""

import pytest

from fairaudit.procurement.persons.identity import (
    ambiguous,
    called_otherwise,
    known_person,
    may_mean,
    person_called,
    ways_written,
    whose,
)
from tests.checks.conflict_cases import case_from

ADA = {"id": "e1", "name": "Ada Holt"}
OTHER = {"id": "q1", "name": "Dr Ada Holt"}
EVALUATOR = ADA | {"roles": [{"role": "evaluator"}]}


@pytest.mark.parametrize("key", ["e1", "Ada Holt", "HOLT, Ada", "HOLT Ada", "Mrs Ada Holt"])
def test_a_name_that_one_person_has_is_theirs(key):
    case = case_from({"people": [ADA, {"id": "e2", "name": "Ben Frost"}]})
    assert (whose(case, key), ambiguous(case, key)) == ("e1", False)


def test_a_name_that_two_people_have_is_nobodys_unless_only_one_has_a_part():
    case = case_from({"people": [ADA, OTHER]})
    assert (whose(case, "Ada Holt"), ambiguous(case, "HOLT, Ada")) == ("ada holt", True)
    assert (whose(case, "e1"), ambiguous(case, "e1")) == ("e1", False)
    case = case_from({"people": [OTHER, EVALUATOR]})
    assert (whose(case, "Ada Holt"), ambiguous(case, "Ada Holt")) == ("e1", False)
    case = case_from({"people": [OTHER | {"roles": [{"role": "approver"}]}, EVALUATOR]})
    assert ambiguous(case, "Ada Holt")


def test_a_name_that_nobody_has_is_the_same_in_every_spelling():
    case = case_from({"people": [{"id": "e2", "name": "Ben Frost"}]})
    assert whose(case, "HOLT, Ada") == whose(case, "Ada Holt") == "ada holt"
    assert not ambiguous(case, "Ada Holt")


def test_an_id_is_compared_as_it_is_written_and_so_is_a_single_word():
    case = case_from({"people": [ADA, {"id": "E1", "name": "Holt"}, {"name": "Ben Frost"}]})
    assert [whose(case, one) for one in ("e1", "E1", "Holt", "holt", "Frost, Ben")] == [
        "e1",
        "E1",
        "E1",
        "holt",
        "Ben Frost",
    ]


def test_one_person_recorded_twice_is_one():
    case = case_from({"people": [ADA, ADA]})
    assert (whose(case, "Ada Holt"), ambiguous(case, "Ada Holt")) == ("e1", False)


def test_a_name_of_two_people_may_mean_either_and_a_name_of_one_means_one():
    case = case_from({"people": [ADA, OTHER, {"id": "e2", "name": "Ben Frost"}]})
    assert [may_mean(case, "Ada Holt", one) for one in ("e1", "q1", "e2")] == [True, True, False]
    assert not may_mean(case, "Ben Frost", "e2")
    assert (known_person(case, "Ada Holt"), known_person(case, "FROST, Ben").id) == (None, "e2")
    assert [person_called(case, one) for one in ("e1", "e2", "Ada Holt", "e9")] == [
        "Ada Holt",
        "Ben Frost",
        "Ada Holt",
        "e9",
    ]


def test_an_id_may_be_a_name_only_where_nobody_is_recorded_under_either():
    case = case_from({"people": [ADA]})
    assert ways_written(case, ["e1", "Ada Holt"]) == frozenset()
    ids, names = ways_written(case, ["e1", "e2"]), ways_written(case, ["Ben Frost"])
    assert [called_otherwise(case, "Ben Frost", one) for one in (ids, names)] == [True, False]
    assert [called_otherwise(case, "e2", one) for one in (ids, names)] == [False, True]
    assert not called_otherwise(case, "e1", names)
