"""Owners in a circle that only registers tell of: named with their place, and with whoever owns them from outside."""

import json

import pytest

from tests.procurement.test_registers import LUMEN, old, owns
from tests.procurement.test_registers import opened as with_statements
from tests.procurement.test_registers_above import judged, owned


@pytest.fixture(autouse=True)
def somewhere(tmp_path, monkeypatch, both_ways):
    monkeypatch.chdir(tmp_path)


def told(case):
    verdict = judged(case, "owners-in-a-circle")
    return [
        (place_in(case, one.hit.at.path), one.hit.facts.circle, one.hit.facts.above, one.hit.severity)
        for one in verdict.hits
    ]


def place_in(case, path):
    document, (line, *_) = case.places[path]
    return f"{case.documents[document].file}:{line}"


BODS = "registers: [{file: bo.json, kind: bods}]"
ROUND = [
    LUMEN, old("entityStatement", "e2", name="Holding Ltd"), old("personStatement", "p1", names=[{"fullName": "Joan Fable"}]),
    owns("t1", "e1", describedByEntityStatement="e2"), owns("t2", "e2", describedByEntityStatement="e1"),
]  # fmt: skip


def test_a_circle_of_statements_names_who_owns_them_from_outside():
    [(_, names, above, severity)] = told(with_statements(BODS, bo_json=json.dumps(ROUND)))
    assert (names, above) == (("Lumen Optics Ltd", "Holding Ltd"), "and no owner outside it is entered in the register")
    assert severity is None
    more = [*ROUND, owns("t3", "e2", describedByPersonStatement="p1")]
    [(_, names, above, severity)] = told(with_statements(BODS, bo_json=json.dumps(more)))
    assert (above, severity) == ("and outside it stands Joan Fable with 40.5 per cent of Holding Ltd", "low")


def test_a_corporate_director_and_a_share_that_ended_make_no_circle():
    for kind, end in (("boardMember", None), ("shareholding", "2021-01-01")):
        tie = owns("t2", "e2", describedByEntityStatement="e1")
        tie["interests"] = [{"type": kind, "startDate": "2020-01-01"} | ({"endDate": end} if end else {})]
        assert told(with_statements(BODS, bo_json=json.dumps([*ROUND[:4], tie]))) == []


def test_a_circle_in_a_list_of_owners_is_named_with_its_place_and_the_rest_is_audited():
    case = owned(("h", "b"), ("k", "h"), ("h", "k"), ("t", "k", 20))
    [(place, names, above, severity)] = told(case)
    assert names == ("H HOLDINGS LTD", "K HOLDINGS LTD")
    assert (above, severity) == ("and outside it stands T HOLDINGS LTD with 20 per cent of K HOLDINGS LTD", "low")
    assert place == "owners.csv:3"
    # The bidder under the circle is tied to its rival all the same.
    case = owned(("h", "b"), ("k", "h"), ("h", "k"), ("k", "c"))
    assert len(told(case)) == 1
    assert judged(case).outcome == "review"


def test_a_circle_through_the_bidder_itself_is_found():
    [(_, names, _, _)] = told(owned(("h", "b"), ("b", "h")))
    assert sorted(names) == ["H HOLDINGS LTD", "LUMEN OPTICS LTD"]
