"""Rivals under one owner many floors up: control passes through, a minority share does not."""

import itertools

import pytest

from fairaudit.checks.interests.rivals import ways_between
from fairaudit.checks.interests.rows import UNDECLARED, rows_of
from fairaudit.checks.interests.web import web_of
from tests.checks.conflict_cases import case_from

BIDS = [{"id": "B1", "bidder": "a"}, {"id": "B2", "bidder": "b"}]
NUMBERS = {"a": "01234567", "b": "07654321"}


def told(case):
    web = web_of(case)
    return {pair: web.told(way) for pair, way in ways_between(case).items()}


def chain(floors, shares=None, last="75", circle=False):
    """Return a case in which a is held by h1, h1 by h2 and so on, and b by the last of them."""
    names = ["a", *(f"h{one}" for one in range(1, floors + 1))]
    owners = {below: [{"party": above, "share": "80"}] for below, above in itertools.pairwise(names)}
    for below, share in (shares or {}).items():
        owners[below][0]["share"] = share
    owners["b"] = [{"party": names[-1], "share": last}]
    if circle:
        owners[names[-1]] = [{"party": names[1], "share": "60"}]
    called = {one: f"Holding {one.upper()} Ltd" for one in names} | {"a": "Alder Ltd", "b": "Birch Ltd"}
    parties = [{"id": one, "name": name, "owners": owners.get(one, [])} for one, name in called.items()]
    return {"tender": {"id": "T", "published": "2026-05-04"}, "parties": parties, "bids": BIDS}


def in_a_register(floors, scheme="GB-COH"):
    """Return a case whose chain of owners stands in a register."""
    firms = [
        ("Alder Ltd", NUMBERS["a"]),
        *((f"Quarry {one} Holdings Ltd", f"0900{one:04}") for one in range(1, floors + 1)),
    ]
    held = [*itertools.pairwise(firms), (("Birch Ltd", NUMBERS["b"]), firms[-1])]
    records = [
        {
            "company_number": number,
            "company_name": name,
            "name": owner,
            "holder_number": its,
            "role": "owner",
            "share": "80",
        }
        for (name, number), (owner, its) in held
    ]
    parties = [
        {"id": one, "name": name, "identifiers": [{"scheme": scheme, "id": NUMBERS[one]}]}
        for one, name in (("a", "Alder Ltd"), ("b", "Birch Ltd"))
    ]
    register = {
        "kind": "owners",
        "name": "the register",
        "searched": "2026-05-10",
        "scheme": scheme,
        "records": records,
    }
    return {"tender": {"id": "T", "published": "2026-05-04"}, "parties": parties, "bids": BIDS, "registers": [register]}


@pytest.mark.parametrize("floors", [2, 3, 4, 8, 30])
@pytest.mark.parametrize("circle", [False, True])
def test_the_owner_of_both_is_found_however_far_up(floors, circle):
    (words,) = told(case_from(chain(floors, circle=circle))).values()
    if not circle:
        up = ", which ".join(f"is owned 80 per cent by Holding H{one} Ltd" for one in range(1, floors + 1))
        assert words == f"{up}, which owns 75 per cent of Birch Ltd"


def test_whichever_bids_first_the_chain_is_the_same_from_its_side():
    given = chain(6)
    (words,) = told(case_from(given | {"bids": BIDS[::-1]})).values()
    assert words.startswith("is owned 75 per cent by Holding H6 Ltd, which owns 80 per cent of Holding H5 Ltd")
    assert words.endswith("which owns 80 per cent of Alder Ltd")


@pytest.mark.parametrize("below", ["a", "h1", "h3", "h5"])
def test_a_minority_share_ends_a_long_chain(below):
    assert told(case_from(chain(6, {below: "40"}))) == {}


def test_who_is_owned_by_a_minority_is_no_part_of_a_long_chain():
    assert told(case_from(chain(6, last="40"))) == {}


def test_a_chain_that_was_sold_long_ago_is_none():
    given = chain(6)
    given["parties"][3]["owners"][0]["end_date"] = "2020-01-01"
    assert told(case_from(given)) == {}


@pytest.mark.parametrize("floors", [4, 8, 11])
def test_registers_are_read_up_to_the_owner_of_both(floors):
    (words,) = told(case_from(in_a_register(floors))).values()
    assert words.count("is held (“owner”) by") == floors
    assert f"by Quarry {floors} Holdings Ltd, which is entered in the register as “owner” (80 per cent" in words


def test_what_stands_too_far_up_is_said_and_never_passed():
    case = case_from(in_a_register(40))
    assert told(case) == {}
    assert [one.tie.holder for one in case.open_ends if not one.asked] != []


def test_rivals_without_owners_in_common_are_not_tied():
    given = chain(6)
    given["parties"][-1]["owners"] = [{"name": "Somebody Else Ltd", "share": "100"}]
    assert told(case_from(given)) == {}


def of_an_official(floors, shares=None):
    """Return a case in which an official and a director of the last owner of a's chain are directors of one firm."""
    case = chain(floors, shares)
    case["parties"].append({"id": "x", "name": "Xylo Ltd"})
    case["people"] = [
        {"id": "e", "name": "Dora Fern", "roles": [{"role": "evaluator"}], "interests": [{"kind": "directorship", "party": "x"}]},
        {"id": "p", "name": "Ben Reed", "interests": [{"kind": kind, "party": party} for kind, party in (("shares", "x"), ("directorship", f"h{floors}"))]},
    ]  # fmt: skip
    del case["parties"][[one["id"] for one in case["parties"]].index("b")]["owners"]
    return case


def tied(case):
    return {one.bidder: one.through for one in rows_of(case_from(case)) if one.status == UNDECLARED or one.gap}


@pytest.mark.parametrize("floors", [1, 2, 3, 8, 30])
def test_a_tie_of_an_official_goes_on_down_through_control(floors):
    through = ("Xylo Ltd", "Ben Reed", *(f"Holding H{one} Ltd" for one in range(floors, 0, -1)))
    assert tied(of_an_official(floors)) == {"a": through}


def test_no_tie_of_an_official_goes_on_through_a_smaller_share():
    assert tied(of_an_official(4, {"h2": "50"})) == {}
    assert tied(of_an_official(4, {"h2": "51"})) != {}
