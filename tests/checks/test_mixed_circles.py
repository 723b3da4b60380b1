"""An owner circle of which half stands in the case and half in a register is told once, with both places."""

import json

import pytest

from fairaudit.checks.bidders.kinship.owner_circles import owner_circle
from fairaudit.procurement.model.node import Node, text_of
from tests.checks.conflict_cases import case_from

NUMBERS = {"a": "01234567", "h": "07654321", "q": "09000001"}
NAMES = {"a": "Brill Optics Ltd", "h": "Halyard Holdings Ltd", "q": "Quarry Ltd"}


def entry(held, holder, share="60", number=True, **more):
    own = {"company_number": NUMBERS[held], "company_name": NAMES[held].upper(), "name": NAMES[holder].upper()}
    own |= {"holder_number": NUMBERS[holder]} if number else {}
    return own | {"role": "owner corporate", "share": share, **more}


def circles(owners, *records, numbers=True):
    parties = [
        {"id": key, "name": NAMES[key], "owners": [{"party": one, "share": "80"} for one in owners.get(key, ())]}
        | ({"identifiers": [{"scheme": "GB-COH", "id": NUMBERS[key]}]} if numbers else {})
        for key in ("a", "h")
    ]
    register = {"kind": "owners", "name": "the register", "searched": "2026-05-10", "scheme": "GB-COH"}
    given = {
        "tender": {"id": "T", "published": "2026-05-04"},
        "parties": parties,
        "bids": [{"id": "B1", "bidder": "a"}],
        "registers": [{**register, "records": list(records)}],
    }
    return list(owner_circle(Node((), None), case_from(given)))


@pytest.mark.parametrize("first", ["a", "h"])
def test_half_in_the_case_and_half_in_a_register(first):
    other = {"a": "h", "h": "a"}[first]
    (hit,) = circles({first: [other]}, entry(other, first))
    assert sorted(hit.facts.circle) == ["Brill Optics Ltd", "Halyard Holdings Ltd"]
    assert str(hit.facts.above) == "and whether a register has an owner outside it was not looked at"
    assert (hit.confidence, hit.severity) == ("possible", None)
    assert {text_of(hit.at.path), *(text_of(one.path) for one, _ in hit.related)} >= {"registers[0].records[0]"}
    assert ("in the circle, by the register") in [words for _, words in hit.related]


def test_it_may_lead_through_a_firm_that_only_the_register_knows():
    (hit,) = circles({"a": ["h"]}, entry("h", "q"), entry("q", "a"))
    assert hit.facts.circle == ("Brill Optics Ltd", "Halyard Holdings Ltd", "QUARRY LTD")
    assert len(hit.related) == 2


def test_a_name_alone_closes_it_too_as_a_question():
    (hit,) = circles({"a": ["h"]}, entry("h", "a", number=False), numbers=False)
    assert hit.confidence == "possible"


@pytest.mark.parametrize(
    ("owners", "records", "found"),
    [
        ({"a": ["h"], "h": ["a"]}, [entry("h", "a")], 1),
        ({"a": ["h"]}, [entry("h", "a"), entry("a", "h")], 1),
        ({"a": ["h"]}, [entry("h", "a", resigned_on="2020-01-01")], 0),
        ({"a": ["h"]}, [entry("h", "a", "0")], 0),
        ({"a": ["h"]}, [entry("h", "q")], 0),
        ({"a": ["h"]}, [entry("a", "h")], 0),
    ],
)
def test_a_circle_is_told_once_and_only_where_it_closes(owners, records, found):
    assert len(circles(owners, *records)) == found, json.dumps(records)


@pytest.mark.parametrize(("shares", "severity"), [(("8", "5"), "low"), (("8", "60"), None), (("8", "25"), None)])
def test_a_circle_in_which_nobody_holds_a_quarter_of_the_next_is_told_in_a_low_voice(shares, severity):
    up, down = (entry("a", "h", shares[0]), entry("h", "a", shares[1]))
    (hit,) = circles({}, up, down)
    assert hit.severity == severity


def test_what_a_firm_holds_of_itself_without_control_is_no_circle():
    assert circles({}, entry("a", "a", "5")) == []
    assert len(circles({}, entry("a", "a", "60"))) == 1
