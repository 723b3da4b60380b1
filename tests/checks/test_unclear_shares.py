"""Shares and posts of which it is not plain that they lasted: no rule about them says passed, and none accuses."""

import pytest

from tests.checks.scoring_case import outcome
from tests.checks.scoring_case import said as heard

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


@pytest.mark.parametrize(
    "interest",
    [
        {"value": {"amount": 0, "currency": "GBP"}}, {"text": "0"}, {"text": "0%"}, {"text": "£0.00"}, {"role": "zero shares"},
        {"text": "0 per cent of the shares", "value": {"amount": 0, "currency": "GBP"}},
    ],
)  # fmt: skip
def test_a_share_of_nothing_is_none(interest):
    value = case({"kind": "shareholding", "party": "b"} | interest, relatives=[])
    assert [outcome(one, value) for one in (SHARE, OTHER, OWN)] == ["passed"] * 3


@pytest.mark.parametrize(
    "interest",
    [
        {"text": "held since 2015", "value": {"amount": 0, "currency": "GBP"}},
        {"text": "0", "value": {"amount": 500, "currency": "GBP"}},
        {"text": "0", "role": "owner"},
    ],
)
def test_nothing_beside_a_word_of_more_is_a_question(interest):
    value = case({"kind": "shareholding", "party": "b"} | interest, relatives=[])
    assert [outcome(one, value) for one in (SHARE, OTHER)] == ["not-assessed", "review"]


def test_a_share_that_is_worth_something_or_not_said_to_be_nothing_is_one():
    for more in ({"value": {"amount": 10, "currency": "GBP"}}, {"text": "10%"}, {"text": "0.5%"}, {}):
        assert outcome(SHARE, case({"kind": "shareholding", "party": "b"} | more)) == "flagged", more


@pytest.mark.parametrize("kind", ["shareholding", "ownership-of-shares-25-to-50-percent"])
@pytest.mark.parametrize(
    "text",
    [
        "25-50%", "more than 25% but not more than 50%", "between 25% and 50%", "25% to 50%, left to her by an aunt",
        "75% or more", "over 75 per cent", "not less than 75%", "5% of the shares", "not more than 5%",
    ],
)  # fmt: skip
def test_a_share_in_words_for_a_band_is_one_and_is_told_in_them(kind, text):
    value = case({"kind": kind, "party": "b", "text": text})
    assert outcome(SHARE, value) == "flagged"
    (_, found) = heard(SHARE, value)
    assert f"holds a share (“{text}”) in Lumen Optics Ltd" in found


@pytest.mark.parametrize(
    "text", ["sold all but 25% or more", "25-50%, held by his fund in Jersey", "not 25%", "30 or more"]
)
def test_what_else_is_said_beside_a_band_is_read_as_before(text):
    said = "flagged" if text == "30 or more" else "not-assessed"
    assert outcome(SHARE, case(shares(text))) == said


@pytest.mark.parametrize(("amount", "said"), [(0, "passed"), (10, "flagged")])
def test_a_share_of_nothing_that_was_declared_is_no_interest_to_act_on(amount, said):
    value = case(relatives=[])
    tie = {"kind": "shares", "party": "b", "value": {"amount": amount, "currency": "GBP"}}
    value["declarations"] = [{"person": "e1", "covers": "all", "date": "2026-03-20", "interests": [tie]}]
    assert outcome("core/declared-interest-and-still-scored", value) == said


@pytest.mark.parametrize(
    "interest",
    [
        {"kind": "sole owner", "party": "b", "value": {"amount": 0}},
        {"kind": "share options", "party": "b", "value": {"amount": 0}},
        {"kind": "shareholding", "party": "b", "text": "0 % today, sold in 2019"},
    ],
)
def test_what_may_be_more_than_nothing_though_it_is_worth_nothing_now_neither_passes_nor_accuses(interest):
    value = case(interest)
    assert [outcome(one, value) for one in (OTHER, SHARE, OWN)] == ["review", "not-assessed", "not-assessed"]
