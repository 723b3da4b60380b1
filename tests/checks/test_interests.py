"""The graph of interests: what is in it, how strong, what was declared of it, and what faulty records do to it."""

import pytest

from fairaudit.checks.interests.rows import rows_of
from fairaudit.checks.interests.web import web_of
from fairaudit.procurement.model.node import Node
from tests.checks.conflict_cases import case_from, judgements
from tests.checks.timed_cases import findings
from tests.work import grown

MEASURED = "ties-of-people-and-bidders"
BIDDERS = [{"id": "b", "name": "Lumen Optics Ltd"}, {"id": "c", "name": "Clear Lab Ltd"}]


def rows(people, parties=(), **more):
    value = {
        "tender": {"published": "2026-03-02"},
        "people": people,
        "parties": [*({one["id"]: one for one in (*BIDDERS, *parties)}.values())],
        "bids": [{"id": "B1", "bidder": "b"}, {"id": "B2", "bidder": "c"}],
        "complete": ["declarations"],
        **more,
    }
    return [
        (f"{one.official.name} {one.words}", str(one.strength.name), one.status, one.sure)
        for one in rows_of(case_from(value))
    ]


def ada(**more):
    return {"id": "e1", "name": "Ada Holt", "roles": [{"role": "evaluator"}], **more}


def test_every_strength_has_its_place():
    ties = [
        {"party": "b"},
        {"party": "c", "end_date": "2025-01-31"},
    ]
    assert rows([ada(employments=ties, interests=[{"kind": "pension", "party": "c"}])]) == [
        ("Ada Holt is employed by Lumen Optics Ltd", "CURRENT", "not declared", True),
        ("Ada Holt was employed until 31 January 2025 by Clear Lab Ltd", "RECENT", "not declared", True),
        ("Ada Holt has a remote tie (pension) to Clear Lab Ltd", "REMOTE", "too remote to flag", True),
    ]
    long_ago = [{"party": "b", "end_date": "2015-01-31"}]
    relative = {"id": "p1", "name": "Una Holt", "employments": [{"party": "c"}]}
    assert rows([ada(employments=long_ago, relatives=[{"person": "p1", "relation": "sister"}]), relative]) == [
        ("Ada Holt was employed until 31 January 2015 by Lumen Optics Ltd", "REMOTE", "too remote to flag", True),
        ("Ada Holt is related to Una Holt (sister), who is employed by Clear Lab Ltd", "FAMILY", "not declared", True),
    ]


def test_a_relative_told_among_the_interests_of_a_person_is_one_however_it_is_called():
    una = {"id": "p1", "name": "Una Holt", "employments": [{"party": "c"}]}
    for told in (
        {"kind": "family", "person": "p1", "role": "sister"},
        {"kind": "sister", "person": "p1", "role": "sister"},
    ):
        assert rows([ada(interests=[told]), una]) == [
            (
                "Ada Holt is related to Una Holt (sister), who is employed by Clear Lab Ltd",
                "FAMILY",
                "not declared",
                True,
            )
        ]
    # Also where it is a relative's.
    una = {"id": "p1", "name": "Una Holt", "interests": [{"kind": "family", "person": "p2", "role": "brother"}]}
    ben = {"id": "p2", "name": "Ben Moss", "employments": [{"party": "c"}]}
    way = "Una Holt, who is related (brother) to Ben Moss, who is employed by Clear Lab Ltd"
    assert rows([ada(relatives=[{"person": "p1", "relation": "sister"}]), una, ben]) == [
        (f"Ada Holt is related (sister) to {way}", "FAMILY", "not declared", True)
    ]
    # With the firm beside it, it is a tie to the firm, and not said twice.
    firm = {"kind": "family", "person": "p1", "party": "b"}
    assert [one[0] for one in rows([ada(interests=[firm])])] == ["Ada Holt has family at Lumen Optics Ltd"]


def test_a_pension_alone_is_shown_and_remote():
    assert rows([ada(interests=[{"kind": "pension", "party": "b"}])]) == [
        ("Ada Holt has a remote tie (pension) to Lumen Optics Ltd", "REMOTE", "too remote to flag", True)
    ]


def test_a_pension_that_only_a_declaration_tells_of_is_shown_once():
    pension, told = {"kind": "pension", "party": "b"}, ("Ada Holt has a remote tie (pension) to Lumen Optics Ltd",)
    own = [{"person": "e1", "covers": "all", "interests": [pension, pension]}]
    for person in (ada(), ada(interests=[pension])):
        assert [one[:1] for one in rows([person], declarations=own)] == [told]
    value = {"people": [ada()], "parties": BIDDERS, "bids": [{"id": "B1", "bidder": "b"}], "declarations": own}
    assert [(one.status, one.told) for one in rows_of(case_from(value))] == [("too remote to flag", True)]


def test_a_job_at_an_owner_who_is_known_by_name_is_a_job():
    owned = [{"id": "b", "name": "Lumen Optics Ltd", "owners": [{"name": "Holm plc", "share": "60"}]}]
    job = "Ada Holt is recorded with a tie (employment) to somebody with the name of Holm plc"
    assert rows([ada(employments=[{"name": "Holm plc"}])], owned) == [
        (f"{job}, who holds 60 per cent of the shares in Lumen Optics Ltd", "CURRENT", "not declared", False)
    ]


def test_a_pension_is_told_beside_the_work_that_it_is_from():
    ties = [{"party": "b", "end_date": "2015-01-31"}, {"kind": "pension", "party": "b"}]
    assert rows([ada(employments=ties)]) == [
        ("Ada Holt was employed until 31 January 2015 by Lumen Optics Ltd", "REMOTE", "too remote to flag", True),
        ("Ada Holt has a remote tie (pension) to Lumen Optics Ltd", "REMOTE", "too remote to flag", True),
    ]


def test_what_was_declared_and_done_is_told_apart():
    shares, declared = {"kind": "shares", "party": "b"}, {"person": "e1", "covers": "all"}

    def status(declaration, scored):
        individual = [{"evaluator": "e1", "bid": "B1", "criterion": "Q1"}] if scored else []
        found = rows([ada(interests=[shares])], declarations=[declaration], evaluation={"individual": individual})
        return [one[2] for one in found]

    assert status({**declared, "interests": []}, scored=True) == ["not declared"]
    assert status({**declared, "interests": [shares]}, scored=True) == ["declared, and worked on the bid"]
    assert status({**declared, "interests": [shares]}, scored=False) == ["declared"]
    assert status({**declared, "recused_from": ["b"]}, scored=False) == ["declared, and kept apart"]
    assert status({**declared, "recused_from": ["b"]}, scored=True) == ["declared, and worked on the bid"]


def test_nobody_is_kept_apart_who_by_the_records_was_not():
    shares = {"kind": "shares", "party": "b"}
    aside = {"person": "e1", "covers": "all", "date": "2026-06-23", "recused_from": ["b"], "interests": [shares]}
    left = {"actions": "Will not score the bid of Lumen Optics and will leave the room", "followed": "true"}
    kept_out = {key: value for key, value in aside.items() if key != "recused_from"} | {"mitigation": left}

    def status(declaration, **evaluation):
        found = rows([ada(interests=[shares])], declarations=[declaration], evaluation={"individual": [], **evaluation})
        return [one[2] for one in found]

    opened = {"access_log": [{"person": "e1", "bid": "B1", "at": "2026-06-25"}]}
    assert status(aside, **opened) == status(kept_out, **opened) == ["declared, and worked on the bid"]
    assert status(aside, attendance=[{"people": ["e1"], "date": "2026-06-26", "subject": "Moderation of B1"}]) == [
        "declared, and worked on the bid"
    ]
    assert status(aside, attendance=[{"people": ["e1"], "date": "2026-06-26"}]) == ["declared"]
    that_day = {"access_log": [{"person": "e1", "bid": "B1", "at": "2026-06-23T09:00"}]}
    both = aside | {"mitigation": {"actions": "Stepped aside from all bids", "followed": "true"}}
    assert status(aside, **that_day) == status(both, **that_day) == status(kept_out, **that_day) == ["declared"]
    before = {"access_log": [{"person": "e1", "bid": "B1", "at": "2026-06-20"}]}
    assert status(aside, **before) == status(kept_out, **before) == ["declared, and kept apart"]


def test_a_friend_who_is_declared_is_no_share():
    friend = {"person": "e1", "covers": "all", "interests": [{"kind": "friend", "party": "b"}]}
    found = rows([ada(interests=[{"kind": "shares", "party": "b"}])], declarations=[friend])
    assert [one[2] for one in found] == ["not known whether declared"]


def test_a_name_alone_is_never_sure():
    assert rows([ada(employments=[{"name": "LUMEN OPTICS LIMITED"}])])[0][-1] is False


def test_nobody_is_tied_through_the_buyer_or_through_a_rival():
    people = [
        ada(employments=[{"party": "buyer"}, {"party": "c"}]),
        {
            "id": "p1",
            "name": "Ben Reed",
            "interests": [{"kind": "director", "party": "buyer"}, {"kind": "director", "party": "b"}],
        },
    ]
    parties = [{"id": "buyer", "name": "Northvale Council", "roles": ["buyer"]}, {"id": "s", "name": "Spark Ltd"}]
    assert rows(people, parties) == [("Ada Holt is employed by Clear Lab Ltd", "CURRENT", "not declared", True)]


def test_no_way_of_a_person_leads_through_a_rival_to_those_who_control_it():
    joan = {"id": "p1", "name": "Joan Fable", "interests": [{"kind": "director", "party": one} for one in ("b", "c")]}
    people = [ada(employments=[{"party": "c"}]), joan]
    assert rows(people) == [("Ada Holt is employed by Clear Lab Ltd", "CURRENT", "not declared", True)]


def rivals_in_the_table(*owners):
    parties = [{**bidder, "owners": [owner]} for bidder, owner in zip(BIDDERS, owners, strict=True)]
    value = {
        "tender": {"published": "2026-03-02"},
        "people": [ada()],
        "parties": [*parties, {"id": "x", "name": "Xeno Ltd"}],
        "bids": [{"id": "B1", "bidder": "b"}, {"id": "B2", "bidder": "c"}],
    }
    tables = {one.name: one.rows for found in judgements(value)[MEASURED].tables for one in found.tables}
    return tables.get("ties-between-bidders", ())


def test_what_ties_bidders_to_each_other_has_its_own_table():
    owned = {"party": "x", "share": "60"}
    tie = "is owned 60 per cent by Xeno Ltd, which owns 60 per cent of"
    assert rivals_in_the_table(owned, owned) == (("Lumen Optics Ltd", tie, "Clear Lab Ltd", "current"),)


def test_only_who_owns_more_than_half_controls():
    half = {"party": "x", "share": "50"}
    assert rivals_in_the_table(half, half) == ()
    assert len(rivals_in_the_table({"party": "x", "share": "50.01"}, half)) == 1


def test_circles_of_owners_and_ids_given_twice_or_to_nobody_break_nothing():
    parties = [
        {"id": "x", "name": "Xeno Ltd", "owners": [{"party": "y"}], "subcontractors": ["nobody"]},
        {"id": "y", "name": "Yarrow Ltd", "owners": [{"party": "x"}, {"party": "nobody"}]},
        {"id": "x", "name": "Xeno Limited", "owners": [{"party": "x"}]},
    ]
    people = [ada(employments=[{"party": "x"}]), ada(name="Ida Holt"), {"roles": [{"role": "evaluator"}]}]
    assert rows(people, parties) == []
    bonds = web_of(case_from({"people": people, "parties": [*BIDDERS, *parties]})).bonds
    assert {(one.start, one.end) for one in bonds} >= {("o x", "o y"), ("o y", "o x")}


def test_nothing_is_drawn_to_or_from_what_two_have_as_their_id():
    parties = [
        {"id": "x", "name": "Xeno Ltd", "owners": [{"party": "y"}]},
        {"id": "x", "name": "Quartz Ltd", "owners": [{"name": "Joan Fable"}]},
        {"id": "y", "name": "Yarrow Ltd", "owners": [{"person": "e2"}]},
    ]
    people = [
        ada(employments=[{"party": "y"}]),
        {"id": "e1", "name": "Ida Holm", "interests": [{"kind": "directorship", "party": "y"}]},
        {"id": "e2", "name": "Ben Rook", "interests": [{"kind": "directorship", "party": "x"}]},
    ]
    bonds = web_of(case_from({"people": people, "parties": [*BIDDERS, *parties]})).bonds
    assert {(one.start, one.end) for one in bonds if "o y" in (one.start, one.end)} == {
        ("o y", "p e2"),
        ("p e2", "o y"),
    }
    assert [one for one in bonds if {"p e1", "o x"} & {one.start, one.end}] == []


def test_the_work_is_in_step_with_the_firms():
    def made(size):
        parties = [
            {"id": f"f{one}", "name": f"Firm {one} Ltd", "owners": [{"party": f"f{(one * 7 + 1) % size}"}]}
            for one in range(size)
        ]
        people = [ada(id=f"e{one}", name=f"Ada Oak{one}", employments=[{"party": f"f{one * 9}"}]) for one in range(5)]
        case = case_from(
            {"people": people, "parties": parties, "bids": [{"bidder": f"f{one * 9 + 3}"} for one in range(5)]}
        )
        return lambda: rows_of(case)

    few, many = grown(made, 100)
    assert many < 12 * few


def test_two_people_of_one_name_are_two_in_the_table():
    from fairaudit.checks.interests.measured import ties_of_people_and_bidders

    people = [
        ada(birth_date="1980-05", employments=[{"party": "b"}]),
        ada(birth_date="1955-01", interests=[{"kind": "pension", "party": "c"}]) | {"id": "e2"},
    ]
    case = case_from(
        {
            "people": people,
            "parties": BIDDERS,
            "bids": [{"id": "B1", "bidder": "b"}, {"id": "B2", "bidder": "c"}],
            "complete": ["declarations"],
        }
    )
    table, *_ = [table for one in ties_of_people_and_bidders(Node((), None), case) for table in one.table.tables]
    assert [(row[0], row[5], row[7]) for row in table.rows] == [
        ("Ada Holt (e1)", "Lumen Optics Ltd", "not declared"),
        ("Ada Holt (e2)", "Clear Lab Ltd", "too remote to flag"),
    ]


def test_who_may_be_one_person_on_both_sides_is_a_tie_by_itself():
    number = {"identifiers": [{"scheme": "NI", "id": "Q1"}]}
    other = {"id": "k", "name": "A. Holt", "interests": [{"kind": "directorship", "party": "b"}], **number}
    assert rows([ada(**number), other]) == [
        (
            "Ada Holt has the same register number as A. Holt, who is a director of Lumen Optics Ltd",
            "CURRENT",
            "not declared",
            True,
        )
    ]
    left = {**other, "interests": [{"kind": "directorship", "party": "b", "end_date": "2025-06-30"}]}
    assert [one[1:] for one in rows([ada(**number), left])] == [("RECENT", "not declared", True)]
    office = {"id": "b", "addresses": [{"street_address": "4 Mill Lane", "postal_code": "NV1 2AB"}]}
    at_home = {"people": [ada(addresses=office["addresses"])], "parties": [office], "bids": [{"bidder": "b"}]}
    (row,) = rows_of(case_from(at_home))
    assert (row.through, row.strength.name, row.status, row.sure) == ((), "FAMILY", "not known whether declared", False)


def test_a_likeness_hides_no_tie_and_a_declared_tie_is_told_once():
    posts = [{"kind": "directorship", "party": one} for one in ("f", "c")]
    head, firm = {"id": "p1", "name": "Una Wills", "interests": posts}, {"id": "f", "name": "Fen Ltd"}
    likeness = {"id": "k", "name": "Ada Holt", "interests": [{"kind": "directorship", "party": "c"}]}
    own = ada(employments=[{"party": "f"}])
    assert [one[2:] for one in rows([own, head], [firm])] == [("not declared", True)]
    assert [one[2:] for one in rows([own, head, likeness], [firm])] == [
        ("not declared", True),
        ("not declared", False),
    ]
    mail = {"email": "ada@holt.example"}
    same = {"id": "k", "name": "Ada Holt", "interests": [{"kind": "directorship", "party": "b"}], **mail}
    declared = [{"person": "e1", "covers": "all", "interests": [{"kind": "shares", "party": "b"}]}]
    shares = {"kind": "shares", "party": "b"}
    assert [one[2] for one in rows([ada(interests=[shares], **mail), same], declarations=declared)] == ["declared"]


def _marram_and_wherry(named):
    owners = [{"name": "Tarn LLP"}] if named else []
    return {
        "parties": [
            {"id": "m", "name": "Marram Systems Ltd", "owners": owners, "subcontractors": ["k"]},
            {"id": "w", "name": "Wherry Software CIC", "owners": owners},
            {"id": "k", "name": "Kestrel Hosting Ltd", "owners": [{"party": "w", "share": "70"}]},
        ],
        "bids": [{"id": "B1", "bidder": "m"}, {"id": "B2", "bidder": "w"}],
    }


def test_an_owner_by_name_takes_the_place_of_no_recorded_chain():
    recorded = "Wherry Software CIC owns 70 per cent of Kestrel Hosting Ltd, which is a subcontractor of Marram"
    for named in (False, True):
        found = findings(_marram_and_wherry(named))
        assert recorded in str(found.get("rivals-tied-through-others"))
        assert ("rivals-with-people-of-the-same-name" in found) == named


def test_whoever_declares_any_part_of_a_way_declares_it():
    parties = [
        {**BIDDERS[0], "subcontractors": ["k"]},
        {"id": "k", "name": "Kestrel Hosting Ltd", "owners": [{"party": "h"}]},
        {"id": "h", "name": "Halcyon Group plc"},
    ]
    people = [
        ada(relatives=[{"person": "p1", "relation": "sister"}]),
        {"id": "p1", "name": "Una Holt", "employments": [{"party": "h"}]},
    ]
    way = (
        "Ada Holt is related (sister) to Una Holt, who is employed by Halcyon Group plc, which owns Kestrel Hosting Ltd, "
        "which is a subcontractor of Lumen Optics Ltd"
    )
    for told, status in (
        ({"kind": "family", "person": "p1"}, "declared"),
        ({"party": "h"}, "declared"),
        ({"name": "Halcyon Group plc"}, "declared"),
        ({"text": "My sister Una Holt works for Halcyon Group plc"}, "declared"),
        ({"name": "Fenland Society"}, "not declared"),
    ):
        own = [{"person": "e1", "covers": "all", "interests": [told]}]
        assert rows(people, parties, declarations=own) == [(way, "FAMILY", status, True)]


def test_a_way_through_a_remote_or_former_relative_is_shown_as_remote():
    parties = [
        {**BIDDERS[0], "subcontractors": ["k"]},
        {"id": "k", "name": "Kestrel Hosting Ltd", "owners": [{"party": "h"}]},
        {"id": "h", "name": "Halcyon Group plc"},
    ]
    una = {"id": "p1", "name": "Una Holt", "employments": [{"party": "h"}]}
    for relation, said in (
        ("cousin", ("FAMILY", "not declared", True)),
        ("second cousin", ("REMOTE", "too remote to flag", True)),
        ("former wife", ("REMOTE", "too remote to flag", True)),
    ):
        way = (
            f"Ada Holt is related ({relation}) to Una Holt, who is employed by Halcyon Group plc, which owns Kestrel Hosting Ltd, "
            "which is a subcontractor of Lumen Optics Ltd"
        )
        assert rows([ada(relatives=[{"person": "p1", "relation": relation}]), una], parties) == [(way, *said)]


def test_a_way_is_as_strong_as_what_is_recorded_of_its_first_tie_and_of_its_days():
    parties = [
        {**BIDDERS[0], "subcontractors": ["k"]},
        {"id": "k", "name": "Kestrel Hosting Ltd", "owners": [{"party": "h"}]},
        {"id": "h", "name": "Halcyon Group plc"},
    ]
    awards = [{"bid": "B1", "date": "2026-05-04"}]
    for tie, words, said in (
        ({"start_date": "2026-05-04"}, "is employed by", ("CURRENT", "not declared")),
        ({"start_date": "2027-06-01"}, "is employed by", ("REMOTE", "too remote to flag")),
        ({"end_date": "2024-03-02"}, "was employed until 2 March 2024 by", ("RECENT", "not declared")),
        ({"end_date": "2024-03-01"}, "was employed until 1 March 2024 by", ("REMOTE", "too remote to flag")),
        ({"kind": "family"}, "has family at", ("FAMILY", "not declared")),
    ):
        way = (
            f"Ada Holt {words} Halcyon Group plc, which owns Kestrel Hosting Ltd, which is a subcontractor of "
            "Lumen Optics Ltd"
        )
        assert rows([ada(interests=[{"kind": "employment", "party": "h", **tie}])], parties, awards=awards) == [
            (way, *said, True)
        ]


@pytest.mark.parametrize(("first", "second"), [("p1", "p2"), ("p2", "p1")])
def test_of_two_ways_that_are_as_good_the_one_recorded_first_is_told_whatever_anybody_is_called(first, second):
    both = [{"person": first, "relation": "sister"}, {"person": second, "relation": "brother"}]
    people = [ada(relatives=both)]
    people += [{"id": key, "name": f"Holt {key}", "employments": [{"party": "b"}]} for key in (first, second)]
    assert rows(people) == [
        (
            f"Ada Holt is related to Holt {first} (sister), who is employed by Lumen Optics Ltd",
            "FAMILY",
            "not declared",
            True,
        )
    ]
    parties = [
        {**BIDDERS[0], "subcontractors": ["k"]},
        {"id": "k", "name": "Kestrel Hosting Ltd", "owners": [{"party": "h"}]},
        {"id": "h", "name": "Halcyon Group plc"},
    ]
    for one in people[1:]:
        one["employments"] = [{"party": "h"}]
    [found] = rows(people, parties)
    assert found[0].startswith(f"Ada Holt is related (sister) to Holt {first}, who is employed by Halcyon Group plc")


def test_a_way_of_more_than_four_ties_is_none():
    top = [{"id": "h", "name": "Halcyon Group plc"}, {"id": "t", "name": "Topmast Holding plc"}]
    chain = [{"id": "k", "name": "Kestrel Hosting Ltd", "owners": [{"party": "h", "share": "60"}]}, *top]
    chain[1] = {**top[0], "owners": [{"party": "t", "share": "60"}]}
    parties = [{**BIDDERS[0], "subcontractors": ["k"]}, *chain]
    people = [ada(relatives=[{"person": "p1", "relation": "sister"}])]
    at_the_top = {"id": "p1", "name": "Una Holt", "employments": [{"party": "t"}]}
    assert rows([*people, at_the_top], parties) == []
    below = {**at_the_top, "employments": [{"party": "h"}]}
    assert [one[1:] for one in rows([*people, below], parties)] == [("FAMILY", "not declared", True)]


def test_a_tie_by_name_hides_no_recorded_way_to_the_same_bidder():
    chain = {"id": "k", "name": "Kestrel Hosting Ltd", "owners": [{"party": "h", "share": "60"}]}
    top = {"id": "h", "name": "Halcyon Group plc"}
    people = [
        ada(
            relatives=[{"person": "p1", "relation": "sister"}],
            interests=[{"kind": "shares", "name": "Lumen Optics Ltd"}],
        ),
        {"id": "p1", "name": "Una Holt", "employments": [{"party": "h"}]},
    ]
    bidders = [{**BIDDERS[0], "subcontractors": ["k"]}, BIDDERS[1]]
    told = rows(people, parties=[*bidders, chain, top])
    assert [one[2:] for one in told] == [("not declared", False), ("not declared", True)]
    assert "Una Holt, who is employed by Halcyon Group plc" in told[1][0]


def of_one_firm(name, other, kind="shares"):
    people = [
        ada(interests=[{"kind": kind, "name": name}]),
        {"id": "p1", "name": "Ben Reed", "interests": [{"kind": kind, "name": other}]},
    ]
    return rows(people, [{"id": "b", "name": "Lumen Optics Ltd", "people": ["p1"]}])


def test_two_who_name_one_firm_have_a_tie_by_its_name():
    assert of_one_firm("Daneco Ltd", "DANECO LIMITED", "directorship") == [
        (
            "Ada Holt is a director of Daneco Ltd, which has the director Ben Reed, who is listed among the people of "
            "Lumen Optics Ltd",
            "CURRENT",
            "not declared",
            False,
        )
    ]
    assert [one[1:] for one in of_one_firm("Daneco Ltd", "Daneco Ltd")] == [("CURRENT", "not declared", False)]


def test_two_who_need_not_have_met_have_a_remote_tie_at_most():
    assert [one[1] for one in of_one_firm("Daneco Ltd", "Daneco Ltd", "employment")] == ["REMOTE"]
    assert [one[1] for one in of_one_firm("Daneco plc", "Daneco plc")] == ["REMOTE"]
    assert of_one_firm("Daneco Ltd", "Danube Ltd") == of_one_firm("Daneco", "Daneco") == []
