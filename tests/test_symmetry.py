"""The same rules for every bidder: exchange what the bidders are called, and the findings are exchanged and nothing else.

A procurement with two to four bidders is made up, with bids, scores, events, enquiries and declarations. Then ids and names
are given to other bidders, everywhere at once, so that whoever was first in the alphabet, or the incumbent, or the winner,
is called something else. What every rule of `core` and `barriers` says must be what it said, under the new names.
"""

import json
import re
from functools import cache
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairaudit.checks.measurement import Measurement
from fairaudit.engine.examples import laws_of
from fairaudit.engine.facts import fill
from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.procurement.model.node import text_of
from tests.checks.timed_cases import case_of

NAMES = ("Alder Works", "Birch Ltd", "Cedar Care", "Dogwood Clinics")
IDS = ("t1", "t2", "t3", "t4")
PEOPLE = ("p1", "p2", "p3")
PASSAGE = (
    "Each person is seen within nine days of referral, two pictures of each eye are taken with a camera that needs no drops, "
    "and a reading centre grades them on a scale of five before the person leaves."
)
WORD = re.compile(r"\w+")

bidders = st.sampled_from(IDS)
days = st.sampled_from(
    ["2026-03-05", "2026-03-20T10:00", "2026-03-30T12:00", "2026-03-30T12:30", "2026-04-02", "2026-04-20T09:00"]
)
some = st.lists(bidders, max_size=3, unique=True)
recipients = st.one_of(st.just("all"), some)
event = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(
            [
                "extension",
                "access",
                "site-visit",
                "contact",
                "clarification",
                "cure",
                "meeting",
                "gift",
                "answer",
                "document",
                "presentation",
                "opening",
            ]
        ),
        "bidder": bidders,
        "date": days,
    },
    optional={
        "until": days,
        "recipients": recipients,
        "person": st.sampled_from(PEOPLE),
        "channel": st.sampled_from(["portal", "telephone"]),
        "topic": st.sampled_from(["prices", "staff"]),
        "document": st.sampled_from(["D1", "data-room"]),
        "material": st.booleans(),
    },
)
enquiry = st.fixed_dictionaries(
    {"asked_by": bidders, "date": days},
    optional={
        "id": st.just("Q7"),
        "question": st.sampled_from(["May vans stand on the yard?", f"May {NAMES[0]} begin at seven?"]),
        "answered": days,
        "answer": st.sampled_from(["Yes.", "No.", f"{NAMES[1]} may begin at seven."]),
        "recipients": recipients,
        "material": st.booleans(),
    },
)
defect = st.fixed_dictionaries(
    {"code": st.sampled_from(["unsigned", "no-form"]), "decision": st.sampled_from(["cured", "waived", "rejected"])},
    optional={"cure_until": days},
)
bid = st.fixed_dictionaries(
    {
        "received": days,
        "status": st.sampled_from(["valid", "rejected", "late", "withdrawn", "disqualified"]),
        "value": st.fixed_dictionaries({"amount": st.sampled_from([0, 90, 100, 120]), "currency": st.just("GBP")}),
    },
    optional={"defects": st.lists(defect, max_size=2), "reason": st.just("It was late."), "deadline": days},
)
document = st.fixed_dictionaries(
    {"id": st.just("D1"), "text": st.sampled_from([f"We offer this: {PASSAGE}", "Something else altogether."])},
    optional={"author": bidders, "date": st.sampled_from(["2025-06-01", "2026-03-05"])},
)
tie = st.fixed_dictionaries(
    {"party": bidders, "kind": st.sampled_from(["employment", "shareholding", "gift", "family", "directorship"])},
    optional={"start_date": st.just("2025-01-01")},
)
person = st.fixed_dictionaries({"interests": st.lists(tie, max_size=2), "employments": st.lists(tie, max_size=1)})
declaration = st.fixed_dictionaries(
    {"person": st.sampled_from(PEOPLE), "date": days, "signed": st.booleans()},
    optional={"covers": recipients, "interests": st.lists(tie, max_size=1), "recused_from": some},
)
score = st.sampled_from([0, 1, 2, 3, 4, 5, 6])


@st.composite
def procurements(draw):
    """Return a made-up procurement as plain values, and how many bidders it has."""
    count = draw(st.integers(2, 4))
    ids = IDS[:count]
    keep = {one: ids[index % count] for index, one in enumerate(IDS)}
    bids = [{"id": f"bid-{one}", "bidder": one, **draw(bid)} for one in ids]
    parties = [
        {
            "id": one,
            "name": NAMES[index],
            "roles": ["tenderer"],
            "documents": [draw(document)],
            **draw(st.fixed_dictionaries({}, optional={"contact_point": st.just({"telephone": "020 7946 0123"})})),
        }
        for index, one in enumerate(ids)
    ]
    people = [
        {"id": key, "name": name, "roles": [{"role": "evaluator"}], **draw(person)}
        for key, name in zip(PEOPLE, ("Ann Yew", "Bob Oak", "Cy Elm"), strict=True)
    ]
    scores = [
        {"evaluator": who, "bid": f"bid-{one}", "criterion": "Q", "score": draw(score), "at": "2026-04-10T10:00"}
        for who in PEOPLE
        for one in ids
    ]
    order = draw(st.permutations(ids))
    value = {
        "complete": draw(
            st.sampled_from([[], ["tender", "bids", "events", "enquiries", "declarations", "evaluation"]])
        ),
        "tender": {
            "time_zone": "Europe/London",
            "buyer": {"name": "Northvale Health Board", "country": "GB-ENG"},
            "published": "2026-03-02T09:00",
            "tender_period": {"end_date": "2026-03-30T12:00"},
            "incumbents": [
                {"party": draw(bidders), "products": ["OptiLink"], "holds": draw(st.sampled_from([[], ["S1"]]))}
            ],
            "award_criteria": [
                {"id": "Q", "type": "quality", "weight": 60, "scale": {"minimum": 0, "maximum": 5, "step": 1}},
                {"id": "P", "type": "price", "weight": 40, "formula": {"name": "lowest-price-ratio"}},
            ],
            "selection_criteria": [{"id": "S1", "kind": "permission", "issued_by": draw(bidders)}],
            "specification": [
                {
                    "id": "1",
                    "mandatory": True,
                    "text": f"All users are referred by {draw(st.sampled_from(NAMES[:count]))}.",
                },
                {"id": "2", "mandatory": True, "text": PASSAGE},
            ],
            "market_engagement": [
                {
                    "date": "2026-01-10",
                    "participants": draw(some),
                    "shared": draw(st.booleans()),
                    "shared_documents": ["Draft volumes"],
                }
            ],
            "documents": [{"id": "D1", "available_at": "2026-03-02T09:00", "recipients": draw(recipients)}],
        },
        "parties": parties,
        "people": people,
        "bids": bids,
        "events": draw(st.lists(event, max_size=5)),
        "enquiries": draw(st.lists(enquiry, max_size=3)),
        "declarations": draw(st.lists(declaration, max_size=3)),
        "evaluation": {
            "panel": list(PEOPLE),
            "individual": scores,
            "totals": [{"bid": f"bid-{one}", "total": draw(st.sampled_from([40, 60, 80]))} for one in ids],
            "ranking": [{"bid": f"bid-{one}", "rank": rank} for rank, one in enumerate(order, 1)],
        },
        "awards": [{"id": "A1", "suppliers": [draw(st.sampled_from(ids))], "date": "2026-04-20"}],
    }
    return renamed(value, keep), count


def renamed(value, names):
    """Return plain values with words replaced, all at once; a bid is called after its bidder."""
    if isinstance(value, dict):
        return {key: renamed(one, names) for key, one in value.items()}
    if isinstance(value, list):
        kept = [renamed(one, names) for one in value]
        texts = all(isinstance(one, str) for one in kept)
        return list(dict.fromkeys(kept)) if texts else kept
    return reworded(value, names) if isinstance(value, str) else value


def reworded(text, names):
    pattern = "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True))
    return re.sub(rf"\b(?:{pattern})\b", lambda match: names[match[0]], text) if names else text


def exchange(order):
    """Return which name and id each bidder gets."""
    pairs = [(IDS[index], IDS[to]) for index, to in enumerate(order)]
    pairs += [(NAMES[index], NAMES[to]) for index, to in enumerate(order)]
    return dict(pairs)


@cache
def own_rules():
    return [rule for pack in shipped_packs() if pack.applies == "always" for rule in pack.rules]


def said(value, names=None, rules=None):
    """Return what every rule says, place by place, its words under other names and in any order."""
    case, found = case_of(json.dumps(value)), set()
    for rule in rules or own_rules():
        judged = judge(case, rule, "market", laws=laws_of(case, rule))
        assert str(judged.outcome) != "error", (rule.name, judged.reason)
        for one in judged.hits:
            message = reworded(fill(rule.message, one.values), names or {})
            words = tuple(sorted(WORD.findall(message)))
            found.add((rule.name, str(judged.outcome), text_of(one.hit.at.path), words))
        for one in judged.tables:
            for table in one.tables if isinstance(one, Measurement) else ():
                found |= {
                    (rule.name, table.name, "", tuple(sorted(map(str, cells)))) for cells in renamed_rows(table, names)
                }
        for unseen in judged.unassessed:
            reason = tuple(sorted(WORD.findall(reworded(unseen.reason, names or {}))))
            found.add((rule.name, "not assessed", unseen.path, reason))
    return found


def renamed_rows(table, names):
    """Return the rows of a table under other names."""
    return [[reworded(cell, names or {}) if isinstance(cell, str) else cell for cell in row] for row in table.rows]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(procurements(), st.data())
def test_other_names_for_the_bidders_change_nothing_but_the_names(made, data):
    value, count = made
    order = data.draw(st.sampled_from(list(permutations(range(count)))))
    names = exchange(order)
    before, after = said(value, names), said(renamed(value, names))
    assert sorted(after - before) == []
    assert sorted(before - after) == []


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (f"As {NAMES[1]} asked, nine vans.", "flagged"),
        (f"Dear {NAMES[1]}, nine.", "flagged"),
        (f"{NAMES[1]} may park.", "review"),
    ],
)
def test_a_name_of_one_word_is_a_name_as_one_of_two_is(answer, outcome):
    value = {
        "parties": [{"id": IDS[at], "name": NAMES[at]} for at in (0, 1)],
        "bids": [{"bidder": IDS[0]}, {"bidder": IDS[1]}],
        "enquiries": [{"asked_by": IDS[1], "answer": answer, "recipients": "all"}],
    }
    names = exchange((1, 0))
    rules = [one for one in own_rules() if one.id == "asker-named-in-an-answer"]
    assert said(value, names, rules) == said(renamed(value, names), None, rules)
    assert {one[1] for one in said(value, names, rules)} == {outcome}
