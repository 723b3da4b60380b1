"""Thousands of people and parties: compared by what agrees, with the same answers as if each were compared with each."""

from collections import Counter
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairaudit.checks.bidders.kinship import kinship
from fairaudit.checks.people.conduct import involvement
from fairaudit.checks.people.declarations import given as declarations
from fairaudit.checks.people.declarations import stakes
from fairaudit.checks.people.spellings import party_names
from fairaudit.checks.people.ties import listed_people, matched, one_tie, relatives, tie_records
from fairaudit.checks.people.ties import to_bidders as ties
from fairaudit.checks.people.ties.tie_kinds import kind_of_tie
from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import load_rules
from fairaudit.procurement.bidders import bidding
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.persons import identity, influence
from fairaudit.sources.shipped import shipped_rules
from tests.checks.conflict_cases import case_from, rules
from tests.work import grown

NAMES = ["Ada Oak", "OAK Ada", "Ada Oak, MBA", "Ben Elm", "Ben", "", "Cy Ash"]
FIRMS = [
    "Alder Ltd",
    "Alder Limited",
    "ALDER",
    "Birch GmbH",
    "Birch",
    "a",
    "The Cedar Co",
    "Dale Care",
    "Dale Care (UK) Ltd",
]
TEXTS = [
    "Shifts for Dale Care.",
    "No connection with Dale Care or Birch.",
    "I know Birch",
    "One of the bidders.",
    "dale care",
]
PLACES = [{"street_address": street, "postal_code": "AB1 2CD"} for street in ("1 High St", "1 HIGH ST.", "2 Low St")]
NUMBERS = [{"scheme": scheme, "id": number} for scheme in ("GB-COH", "X") for number in ("1", "2")]
MAILS = ["ada@a.example", "ADA@a.example ", "ben@b.example", "none"]
KEYS, PARTIES = ["p1", "p2", "p3", "p4"], ["a", "b", "c", "d"]


def some(values, most=2):
    return st.lists(st.sampled_from(values), max_size=most)


def fields(**choices):
    return st.fixed_dictionaries({}, optional=choices)


TIE = fields(
    kind=st.sampled_from(["employment", "shares", "family", "gift", "pension", "loan"]),
    party=st.sampled_from([*PARTIES, "Birch"]),
    name=st.sampled_from(FIRMS),
    person=st.sampled_from(KEYS),
    text=st.sampled_from(TEXTS),
)
PERSON = fields(
    id=st.sampled_from(KEYS),
    name=st.sampled_from(NAMES),
    email=st.sampled_from(MAILS),
    birth_date=st.sampled_from(["1980-01", "1980-02"]),
    identifiers=some(NUMBERS),
    addresses=some(PLACES),
    roles=some([{"role": "evaluator"}, {"role": "drafter"}, {"role": "wizard"}], 1),
    employments=st.lists(TIE, max_size=2),
    interests=st.lists(TIE, max_size=2),
    relatives=st.lists(fields(person=st.sampled_from(KEYS), name=st.sampled_from(NAMES)), max_size=2),
)
PARTY = fields(
    id=st.sampled_from(PARTIES),
    name=st.sampled_from(FIRMS),
    roles=some(["tenderer", "adviser", "consortium member"], 1),
    members=some(PARTIES, 1),
    identifiers=some(NUMBERS),
    people=some([*KEYS, *NAMES]),
    owners=st.lists(
        fields(
            person=st.sampled_from([*KEYS, "Ada Oak"]),
            party=st.sampled_from(PARTIES),
            name=st.sampled_from(NAMES),
            share=st.sampled_from(["5", "100"]),
        )
    ),
    addresses=some(PLACES),
    contact_point=fields(name=st.sampled_from(NAMES), email=st.sampled_from(MAILS)),
)
DECLARATION = fields(person=st.sampled_from([*KEYS, *NAMES]), interests=st.lists(TIE, max_size=1), covers=some(PARTIES))
SCORES = [{"evaluator": who, "bid": bid} for who in ("p1", "p2", "Ada Oak", "Ben Elm") for bid in ("1", "2")]
CASE = st.fixed_dictionaries(
    {
        "people": st.lists(PERSON, max_size=4),
        "parties": st.lists(PARTY, max_size=4),
        "bids": st.lists(
            fields(id=st.sampled_from(["1", "2"]), bidder=st.sampled_from(PARTIES), lot=st.sampled_from(["1", "2"])),
            max_size=3,
        ),
        "declarations": st.lists(DECLARATION, max_size=2),
        "events": some(
            [
                {"kind": "gift", "person": one, "bidder": "a", "date": "2026-01-05"}
                for one in ("p1", "Ada Oak", "Ben Elm")
            ],
            1,
        ),
        "evaluation": fields(panel=some([*KEYS, *NAMES]), individual=some(SCORES)),
        "complete": some(["declarations", "people", "bids"], 3),
    }
)


def known_parties(case):
    """Every party whose id is no other party's too."""
    return [one for one in case.parties if one.id not in identity.several_parties(case)]


def slow_records(case, key, person):
    """Everything recorded about somebody, found by reading every party and every event."""
    if key in identity.several_people(case):
        return
    own = [one for one in case.people if identity.key_of(one) == key] or [one for one in (person,) if one]
    for one in own:
        for tie in one.employments or ():
            yield from one_tie.of_tie(case, tie, "employment")
        for tie in one.interests or ():
            yield from one_tie.of_tie(case, tie, "other")
    for party in known_parties(case):
        for index, one in enumerate(party.people or ()):
            if one == key:
                at = Node((*party.path, "people", index), one)
                yield one_tie.Record("listed", party.id, party.name, at, sure=tie_records._is_key(case, one))
        for owner in party.owners or ():
            if owner.person == key and owner.share != 0:
                sure = tie_records._is_key(case, key)
                size = one_tie.per_cent(owner.share)
                yield one_tie.Record("ownership", party.id, party.name, owner.node, sure=sure, size=size)
    for event in case.events:
        who = identity.whose(case, event.person) if event.person else None
        if who and who == identity.whose(case, key) and kind_of_tie(event.kind) == "gift":
            day = event.date.date if event.date else None
            said = one_tie.received(event.kind or "", day)
            sure = who in (event.person, " ".join(identity.spoken(event.person)))
            yield one_tie.Record("gift", event.bidder, None, event.node, said, day, day, sure=sure)


def slow_standings(case, ids):
    """What each party is to which bidder, found by comparing each party with each."""
    found = {}
    several = identity.several_parties(case)
    for bidder in ids:
        for key, standing in bidding._behind(case, bidder, frozenset(ids)).items():
            if not {bidder, key} & set(several):
                found.setdefault(key, {})[standing] = None
    around = [one for one in case.parties if one.id in found]
    for party in known_parties(case):
        if party.id and party not in around:
            twins = [found[one.id] for one in around if one.id and bidding.same_registration(one, party)]
            found |= {party.id: {standing: None for twin in twins for standing in twin}} if twins else {}
    for party in known_parties(case) if ids else ():
        if party.id and party.id not in found and "consortium member" in (party.roles or ()):
            found[party.id] = {bidding.Standing(party.id, bidding.UNPLACED, sure=False): None}
    return {key: tuple(standings) for key, standings in found.items()}


class Everything(dict):
    """A table in which everything is found under every key."""

    def __init__(self, items):
        super().__init__()
        self.items_ = items

    def get(self, key, default=None):
        return self.items_

    __getitem__ = get


def slow_below(case, top):
    """Every party that another controls, found by asking each again until none is new."""
    found = [top]
    for _ in case.parties:
        for party in known_parties(case):
            held = any(
                one.party in found and one.party not in identity.several_parties(case) and bidding._controls(one)
                for one in party.owners or ()
            )
            if party.id and party.id not in found and held:
                found.append(party.id)
    return dict.fromkeys(found)


def slow_near(case, texts):
    return list(bidding.bidders(case).standings)


def slow_people(case, name):
    return [
        one
        for one in case.people
        if one.name and (matched.same_person_name(one.name, name) or (not identity.spoken(name) and one.name == name))
    ]


def slow_listed(case, name):
    found = []
    for party in known_parties(case):
        for index, one in enumerate(party.people or ()):
            if case.person(one) is None and matched.same_person_name(one, name):
                found.append(listed_people.Listed(party, Node((*party.path, "people", index), one)))
        for owner in party.owners or ():
            if owner.share != 0 and case.person(owner.person) is None and matched.same_person_name(owner.name, name):
                size = "" if owner.share is None else f"{owner.share.normalize():f} per cent of the shares"
                dates = (owner.start_date, owner.end_date)
                found.append(listed_people.Listed(party, owner.node, "ownership", "", *dates, size))
        contact = party.contact_point
        if contact and matched.same_person_name(contact.name, name):
            found.append(listed_people.Listed(party, contact.node, said="is the contact of"))
    return found


def slow_relatives(case):
    found = {}
    for key in {one.key for one in influence.officials(case)} | {influence.key_of(one) for one in case.people}:
        found[key] = [(o, one) for o in case.people for one in o.relatives or () if one.person and one.person == key]
    return found


def slowly(monkeypatch):
    """Take every table away, so that each is compared with each."""
    monkeypatch.setattr(ties, "records_of", slow_records)
    for module in (declarations, involvement, party_names, stakes):
        monkeypatch.setattr(module, "near", slow_near)
    for module in (identity, ties):
        monkeypatch.setattr(module, "bearers_of", slow_people)
    monkeypatch.setattr(bidding, "_below", slow_below)
    monkeypatch.setattr(ties, "listed_named", slow_listed)
    monkeypatch.setattr(relatives, "_claimed", slow_relatives)
    monkeypatch.setattr(bidding, "_standings", slow_standings)
    monkeypatch.setattr(matched.Others, "like", lambda self, person: iter(self.all))
    monkeypatch.setattr(
        kinship, "_holders", lambda case, traits_of: Everything({one.id for one in case.parties} | {"", "another"})
    )


KINSHIP = ("rivals-with-the-same-contact-details", "rivals-with-the-same-people-or-owners")


@cache
def all_rules():
    folder = shipped_rules() / "core"
    return (*rules(), *load_rules([folder / f"{one}.yaml" for one in KINSHIP], "core", "rules/core"))


def everything_said(value):
    case = case_from(value)
    told = {}
    for rule in all_rules():
        one = judge(case, rule, "market")
        told[rule.id] = (one.outcome, one.reason, one.unassessed, [(hit.hit, hit.confidence) for hit in one.hits])
    return told


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CASE)
def test_the_tables_change_no_answer(value):
    quick = everything_said(value)
    with pytest.MonkeyPatch.context() as patched:
        slowly(patched)
        assert everything_said(value) == quick


def crowd(size):
    """A case in which everybody has their own name, number and address, as most people have."""
    people = [
        {
            "id": f"p{one}",
            "name": f"Ada Oak{one:04d}",
            "email": f"p{one}@buyer.example",
            "roles": [{"role": "evaluator" if one % 2 else "drafter"}],
            "addresses": [{"street_address": f"{one} High Street", "postal_code": f"AB{one} 1CD"}],
            "employments": [{"name": f"Elsewhere {one} Ltd"}],
            "interests": [],
            "relatives": [{"name": f"Bea Oak{one:04d}"}],
        }
        for one in range(size)
    ]
    parties = [
        {
            "id": f"f{one}",
            "name": f"Firm {one} Ltd",
            "people": [f"Cy Ash{one:04d}"],
            "contact_point": {"name": f"Di Elm{one:04d}", "email": f"c{one}@f{one}.example"},
            "addresses": [{"street_address": f"{one} Low Street", "postal_code": f"ZZ{one} 1CD"}],
            "identifiers": [{"scheme": "GB-COH", "id": f"{one:08d}"}],
            "owners": [],
        }
        for one in range(size)
    ]
    bids = [{"id": f"b{one}", "bidder": f"f{one}", "status": "valid"} for one in range(size)]
    sections = {"people": people, "parties": parties, "bids": bids, "declarations": []}
    return sections | {"tender": {"published": "2026-01-01"}, "complete": ["declarations", "people"]}


def judged(value):
    case, families = case_from(value), rules()

    def work():
        assert "error" not in {str(judge(case, rule, "market").outcome) for rule in families}

    return work


def scored_and_declared(size):
    """Everybody declares an interest, denies two, steps aside from one bidder, and scores it and the next."""
    value = crowd(size)
    value["declarations"] = [
        {
            "person": f"p{one}" if one % 2 else f"Oak{one:04d}, Ada",
            "covers": [f"f{one}"],
            "date": "2026-02-01",
            "interests": [
                {"text": f"No connection with Firm {one} Ltd or Firm {one + 1} Ltd."},
                {"kind": "shares", "party": f"f{one}"},
            ],
            "recused_from": [f"Firm {one} Limited"],
        }
        for one in range(0, size, 4)
    ]
    value["declarations"] += [{"person": f"p{one}", "covers": "all", "interests": []} for one in range(1, size, 2)]
    value["evaluation"] = {
        "panel": [f"Ada Oak{one:04d}" for one in range(size)],
        "individual": [
            {"evaluator": f"p{one}", "bid": f"b{bid % size}", "at": "2026-03-01"}
            for one in range(size)
            for bid in (one, one + 1)
        ],
        "attendance": [{"people": [f"p{one}", f"p{one + 1}"]} for one in range(size - 1)],
    }
    for one, party in enumerate(value["parties"]):
        party["owners"] = [{"party": f"h{one // 4}"}]
    return value


# Every declaration goes through the list of who bids, in a few steps each; comparing their names takes dozens.
@pytest.mark.parametrize(("made", "at_most"), [(crowd, 12), (scored_and_declared, 18)])
def test_what_agrees_is_looked_up_and_never_compared_each_with_each(made, at_most):
    few, many = grown(lambda size: judged(made(size)), 40)
    assert many < at_most * few


def chain_of_owners(size):
    """Bidders each of whom belongs to the next."""
    return {
        "parties": [
            {"id": f"p{one}", "name": f"Firm Number{one} Ltd", "owners": [{"party": f"p{one + 1}", "share": "100"}]}
            for one in range(size)
        ],
        "bids": [{"id": f"B{one}", "bidder": f"p{one}"} for one in range(size)],
    }


def test_what_stands_behind_a_bidder_is_made_once_however_long_the_chain(monkeypatch):
    def made(size):
        count, slow = Counter(), bidding.Standing
        monkeypatch.setattr(bidding, "Standing", lambda *given, **named: count.update("x") or slow(*given, **named))
        standings = bidding.bidders(case_from(chain_of_owners(size))).standings
        monkeypatch.undo()
        # The last owner of all stands over every bidder.
        assert [one.bidder for one in standings[f"p{size}"]] == [f"p{one}" for one in range(size)]
        return count["x"]

    once, twice = made(40), made(80)
    assert twice <= 2 * once
