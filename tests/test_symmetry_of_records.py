"""The same rules for every bidder, with every pack, under each law, and with all that registers and parties say of them.

A procurement of `test_symmetry` is filled up: addresses, owners, officers, subcontractors, numbers, bank references and contacts
that bidders share or do not, lists of officers and owners that were searched, and the law that governs it. Then the bidders
exchange what they are called: what every shipped rule says must be what it said, under the new names.
"""

from functools import cache
from itertools import permutations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from fairaudit.engine.rulefiles.packs import shipped_packs
from tests.test_symmetry import IDS, NAMES, exchange, own_rules, procurements, renamed, said

LAWS = [pack.name for pack in shipped_packs() if pack.applies == "law"]
STAFF = {"k1": "Dee Ash", "k2": "Eli Fir", "k3": "Flo Bay"}
PANEL = {"p1": "Ann Yew", "p2": "Bob Oak", "p3": "Cy Elm"}
BORN = ("1970-01", "1981-05")
COUNTRIES = {"eu-2014-24": "NL", "world-bank": "KE", "wto-gpa": "NZ"}

held = st.sampled_from([*STAFF.values(), *PANEL.values(), "Grove Holdings plc"])
place = st.sampled_from([
    {"street_address": "4 Mill Lane", "locality": "Northvale", "postal_code": "NV1 2AB"},
    {"street_address": "9 Quay Street", "locality": "Skerrow", "postal_code": "SK4 7XY"},
])  # fmt: skip
owner = st.one_of(
    st.fixed_dictionaries({"person": st.sampled_from([*STAFF, *PANEL])}, optional={"share": st.sampled_from([3, 30, 60])}),
    st.fixed_dictionaries({"party": st.sampled_from(["grove", *IDS[:2]])}, optional={"share": st.sampled_from([30, 60])}),
)  # fmt: skip
contact = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(list(STAFF.values())),
        "email": st.sampled_from(["bids@grove.example", "tenders@alone.example"]),
        "telephone": st.sampled_from(["020 7946 0123", "020 7946 0456"]),
    },
)
more = st.fixed_dictionaries(
    {},
    optional={
        "addresses": st.lists(place, max_size=1),
        "people": st.lists(st.sampled_from([*STAFF, "p1"]), max_size=2, unique=True),
        "owners": st.lists(owner, max_size=2),
        "subcontractors": st.lists(st.sampled_from(["grove", "spruce", *IDS[:2]]), max_size=2, unique=True),
        "bank_reference": st.sampled_from(["account 1", "account 2"]),
        "contact_point": contact,
        "sole_trader": st.booleans(),
    },
)
entry = st.fixed_dictionaries(
    {"name": held, "bidder": st.integers(0, 3), "role": st.sampled_from(["director", "secretary", "member"])},
    optional={
        "birth_date": st.sampled_from(BORN),
        "resigned_on": st.just("2020-01-31"),
        "address": st.just("4 Mill Lane"),
        "postal_code": st.just("NV1 2AB"),
        "share": st.sampled_from([30, 60]),
        "holder_number": st.just("09090909"),
        "officer_id": st.sampled_from(["o1", "o2"]),
    },
)


@st.composite
def filled(draw, law):
    """Return a procurement under a law, with parties and registers filled up, and how many bidders it has."""
    value, count = draw(procurements())
    value["tender"] |= {"law": [law], "covered_by": ["GPA"], "status": "complete"}
    value["tender"]["buyer"]["country"] = COUNTRIES.get(law, "GB-ENG")
    for number, one in enumerate(value["parties"]):
        one |= draw(more) | {"identifiers": [{"scheme": "GB-COH", "id": f"0123456{number}"}]}
    value["parties"] += [{"id": "grove", "name": "Grove Holdings plc"}, {"id": "spruce", "name": "Spruce Cabling Ltd"}]
    value["people"] += [{"id": key, "name": name, "birth_date": BORN[0]} for key, name in STAFF.items()]
    for one in value["people"][:3]:
        one |= draw(st.fixed_dictionaries({}, optional={"birth_date": st.sampled_from(BORN), "addresses": st.lists(place, max_size=1)}))  # fmt: skip
    value["registers"] = [
        {"kind": kind, "name": f"List of {kind}", "searched": "2026-04-01", "scheme": "GB-COH", "records": rows}
        for kind in ("officers", "owners")
        if (rows := [_row(one, count) for one in draw(st.lists(entry, max_size=4))])
    ]
    return value, count


def _row(entry, count):
    """Return an entry of a register about one of the bidders."""
    at = entry["bidder"] % count
    kept = {name: one for name, one in entry.items() if name != "bidder"}
    return {"company_number": f"0123456{at}", "company_name": NAMES[at], **kept}


@cache
def rules(law):
    """Return every shipped rule but those of other laws."""
    return [rule for pack in shipped_packs() if pack.applies != "law" or pack.name == law for rule in pack.rules]


@pytest.mark.parametrize("law", LAWS)
def test_other_names_for_the_bidders_change_nothing_but_the_names(law):
    @settings(
        max_examples=4,
        deadline=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(filled(law), st.data())
    def exchanged(made, data):
        value, count = made
        order = data.draw(st.sampled_from([one for one in permutations(range(count)) if list(one) != sorted(one)]))
        names = exchange(order)
        before, after = said(value, names, rules(law)), said(renamed(value, names), rules=rules(law))
        assert sorted(after - before) == []
        assert sorted(before - after) == []

    exchanged()


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_whichever_two_bidders_share_an_officer_in_a_register_both_are_told(order):
    shared = {"name": "WREN, Joan", "birth_date": "1970-02", "role": "director", "appointed_on": "2020-01-01"}
    rows = [_row({"bidder": at, **shared}, 3) for at in (0, 1)]
    rows.append(_row({"bidder": 2, "name": "FABLE, Finn", "role": "director"}, 3))
    value = {
        "tender": {"published": "2026-03-02"},
        "parties": [
            {"id": IDS[at], "name": NAMES[at], "identifiers": [{"scheme": "GB-COH", "id": f"0123456{at}"}]} for at in range(3)
        ],
        "bids": [{"bidder": IDS[at]} for at in range(3)],
        "registers": [{"kind": "officers", "name": "Officers", "searched": "2026-04-01", "scheme": "GB-COH", "records": rows}],
    }  # fmt: skip
    names = exchange(order)
    rule = [one for one in own_rules() if one.id == "rivals-tied-in-a-register"]
    before, after = said(value, names, rule), said(renamed(value, names), rules=rule)
    assert (after, [one[1] for one in after]) == (before, ["flagged"])
