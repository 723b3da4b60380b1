"""A tender against the one before it: how many things are mandatory, and which limits are tighter."""

import pytest

from tests.checks.scoring_case import facts_of, outcome, said

MORE, TIGHTER = "more-is-mandatory-than-before", "limits-tighter-than-before"


def clauses(yes, unsaid=0):
    return [{"id": f"C{at}", "text": "a", "mandatory": True} for at in range(yes)] + [
        {"id": f"D{at}", "text": "a"} for at in range(unsaid)
    ]


def specified(now, then):
    return {"tender": {"specification": now, "previous": {"specification": then}}}


@pytest.mark.parametrize(
    ("now", "then", "expected"),
    [
        ((10,), (8,), "passed"),
        ((11,), (8,), "flagged"),
        ((2,), (1,), "passed"),
        ((3,), (1,), "flagged"),
        ((2,), (0,), "flagged"),
        ((8,), (11,), "passed"),
        ((11,), (8, 1), "not-assessed"),
        ((12,), (8, 1), "flagged"),
        ((10, 1), (8,), "not-assessed"),
        ((8, 2), (8,), "passed"),
        ((11, 2), (8, 3), "not-assessed"),
    ],
)
def test_how_many_more_are_found_and_what_is_not_said_is_open(now, then, expected):
    assert outcome(MORE, specified(clauses(*now), clauses(*then))) == expected


def test_only_sections_that_both_give_are_counted():
    case = specified(clauses(4), clauses(4))
    case["tender"]["selection_criteria"] = [{"id": f"S{at}"} for at in range(9)]
    assert outcome(MORE, case) == "passed"
    case["tender"]["previous"]["mandatory_requirements"] = 4
    assert facts_of(MORE, case) == [{"before": 4, "now": 13}]


def limits(new, old, **values):
    """A tender with one condition, beside the one it had before."""
    values = {name: {"amount": values[name], "currency": "GBP"} for name in values}
    previous = {"selection_criteria": [{"id": "S", **old}]}
    if "then" in values:
        previous["value"] = values["then"]
    tender = {"selection_criteria": [{"id": "S", **new}], "previous": previous}
    return {"tender": tender | ({"value": values["now"]} if "now" in values else {})}


def money(amount, currency="GBP"):
    return {"amount": amount, "currency": currency}


@pytest.mark.parametrize(
    ("kind", "field", "then", "now", "expected"),
    [
        ("references", "minimum", 2, 3, "flagged"),
        ("references", "minimum", 3, 2, "passed"),
        ("references", "years", 5, 3, "flagged"),
        ("references", "years", 3, 5, "passed"),
        ("experience", "minimum", 3, 5, "flagged"),
        ("experience", "years", 3, 5, "flagged"),
        ("staff", "minimum", 10, 11, "flagged"),
        ("staff", "minimum", 10, 10, "passed"),
        ("accounts", "years", 2, 3, "flagged"),
        ("turnover", "years", 2, 3, "flagged"),
        ("location", "distance_km", 50, 20, "flagged"),
        ("location", "distance_km", 20, 50, "passed"),
        ("turnover", "minimum", money(1), money(2), "review"),
        ("capital", "minimum", money(1), money(2), "review"),
        ("insurance", "minimum", money(2), money(1), "passed"),
        ("references", "minimum_value", money(1), money(2), "review"),
        ("turnover", "minimum", money(1), money(2, "EUR"), "not-assessed"),
    ],
)
def test_what_is_tighter(kind, field, then, now, expected):
    assert outcome(TIGHTER, limits({"kind": kind, field: now}, {"kind": kind, field: then})) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [(100, "flagged"), (149, "flagged"), (150, "passed"), (200, "passed"), (50, "flagged")]
)
def test_an_amount_that_grew_no_faster_than_the_contract_is_in_step_with_it(value, expected):
    now, then = ({"kind": "turnover", "minimum": money(amount)} for amount in (300, 200))
    assert outcome(TIGHTER, limits(now, then, now=value, then=100)) == expected


def test_a_smaller_contract_makes_no_unchanged_amount_tighter():
    same = {"kind": "turnover", "minimum": money(300)}
    assert outcome(TIGHTER, limits(same, same, now=50, then=100)) == "passed"


def conditions(now, then):
    return {"tender": {"selection_criteria": now, "previous": {"selection_criteria": then}}}


def staff(key, minimum, **more):
    return {"kind": "staff", "minimum": minimum} | ({"id": key} if key else {}) | more


@pytest.mark.parametrize(
    ("now", "then", "expected"),
    [
        # The only one of its kind is the same condition, whatever it is called.
        ([staff("A", 9)], [staff("B", 5)], ("flagged", "A (staff): the least number of staff was 5")),
        ([staff("A", 9), staff("B", 5)], [staff("B", 5)], ("passed",)),
        ([staff("A", 9), staff("B", 6)], [staff("B", 5)], ("flagged", "B (staff): the least number of staff was 5")),
        ([staff("", 9), staff("B", 5)], [staff("B", 5)], ("not-assessed", "tender.selection_criteria[0].id")),
        ([staff("A", 9)], [staff("", 5), staff("B", 5)], ("not-assessed", "tender.previous.selection_criteria[0].id")),
        ([staff("A", 9)], [staff("A", 5, mandatory=False)], ("passed",)),
        ([staff("A", 9, mandatory=False)], [staff("A", 5)], ("passed",)),
        ([staff("A", 9)], [], ("passed",)),
    ],
)
def test_which_condition_is_compared_with_which(now, then, expected):
    answer = said(TIGHTER, conditions(now, then))
    assert (answer[0], len(answer)) == (expected[0], len(expected))
    assert all(one in two for one, two in zip(expected, answer, strict=True))
