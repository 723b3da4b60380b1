"""Shares and posts of which it is not plain that they lasted: no rule about them says passed, and none accuses."""

import pytest

from tests.checks.scoring_case import outcome

SHARE = "core/undeclared-share-in-a-bidder"
OTHER = "core/undeclared-other-interest-in-a-bidder"
OWN = "evaluation/scored-the-bid-of-their-own-firm"
RIVALS = "core/rivals-tied-through-others"


def case(*interests, **more):
    people = [{"id": "e1", "name": "Ada Holt", "roles": [{"role": "evaluator"}], "interests": list(interests)} | more]
    names = {"b": "Lumen Optics Ltd", "c": "Cedar Care Ltd"}
    return {
        "tender": {"published": "2026-03-02"},
        "people": people,
        "parties": [{"id": key, "name": name, "people": [], "owners": []} for key, name in names.items()],
        "bids": [{"id": "B1", "bidder": "b"}, {"id": "B2", "bidder": "c"}],
        "evaluation": {"individual": [{"evaluator": "e1", "bid": "B1", "criterion": "Q1", "score": 3, "at": "2026-04-21"}]},
        "complete": ["people", "declarations", "parties", "bids"],
    }  # fmt: skip


def shares(text, party="b"):
    return {"kind": "shares", "party": party, "text": text}


@pytest.mark.parametrize(
    "text",
    [
        "Sold, but bought back in 2024", "Sold 2027", "Disposed of 10%", "Verkauft 2019", "Holding given up in 2020",
        "Pension fund of which he is trustee holds 12 per cent", "Vanguard LifeStrategy fund",
    ],
)  # fmt: skip
def test_where_the_words_beside_a_share_are_asked_about_no_rule_about_shares_passes(text):
    value = case(shares(text))
    assert [outcome(one, value) for one in (OTHER, SHARE, OWN)] == ["review", "not-assessed", "not-assessed"]


def test_a_share_in_plain_words_is_one_and_one_that_was_declared_passes():
    value = case(shares("200 shares in Lumen Optics, left to her by an aunt"))
    assert [outcome(one, value) for one in (SHARE, OWN)] == ["flagged", "flagged"]
    value = case(shares("Verkauft 2019"))
    value["declarations"] = [{"person": "e1", "covers": "all", "interests": [{"kind": "shares", "party": "b"}]}]
    assert outcome(SHARE, value) == "passed"


@pytest.mark.parametrize("kind", ["directorship", "shares", "employment"])
def test_who_is_known_to_have_belonged_to_a_bidder_on_one_day_alone_is_not_passed(kind):
    assert outcome(OWN, case({"kind": kind, "party": "b", "date": "2026-03-20"})) == "not-assessed"
    assert outcome(OWN, case({"kind": kind, "party": "c", "date": "2026-03-20"})) == "passed"


@pytest.mark.parametrize(
    ("text", "said"),
    [("Held by his fund in Jersey", "review"), ("Sold in 2018", "passed"), ("Held since 2015", "passed")],
)
def test_a_share_of_a_relative_in_unclear_words_is_a_question(text, said):
    value = case(relatives=[{"person": "h1", "relation": "husband"}])
    value["people"].append({"id": "h1", "name": "Ben Holt", "interests": [shares(text)]})
    assert outcome(OTHER, value) == said
    assert (outcome("core/undeclared-family-tie-to-a-bidder", value) == "flagged") == (text == "Held since 2015")


@pytest.mark.parametrize(("text", "said"), [("Held by a fund in Jersey", "review"), ("Sold in 2018", "passed")])
def test_rivals_whose_common_owner_stands_in_unclear_words_are_a_question(text, said):
    value = case()
    value["people"].append({"id": "o1", "name": "Ben Moor", "interests": [shares(text), shares(text, "c")]})
    assert outcome(RIVALS, value) == said
