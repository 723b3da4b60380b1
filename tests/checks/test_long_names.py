"""Bidders with long names, as consortia and trusts have: a message that puts names and figures together leaves none of them off."""

import re

import pytest

from tests.checks.scoring_case import said
from tests.checks.test_scoring import PRICE, QUALITY, evaluated
from tests.shipped import EXAMPLES

LONG = {
    "Alder": "Alder Integrated Facilities and Environmental Services (West) Limited",
    "Birch": "Birch Community Health and Social Care Partnership of the North CIC",
    "Cedar": "Cedar Heritage Woodland and Estates Management Company (No. 2) plc",
}


def lengthened(value):
    if isinstance(value, dict):
        return {key: lengthened(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [lengthened(one) for one in value]
    return re.sub(r"\b(Alder|Birch|Cedar)\b", lambda found: LONG[found[0]], value) if isinstance(value, str) else value


@pytest.mark.parametrize(
    "name",
    [
        "core/buyer-behind-a-bidder",
        "core/more-lots-awarded-than-the-limit",
        "core/rivals-tied-in-a-register",
        "core/same-defect-decided-unlike",
        "evaluation/prices-nearly-equal",
    ],
)
def test_no_example_with_long_names_is_cut(name):
    found = [
        words
        for example in EXAMPLES[name]
        if example.outcome in ("flagged", "review")
        for words in said(name, lengthened(example.case))[1:]
    ]
    assert any(len(words) > 200 for words in found)
    assert [words for words in found if "…" in words] == []


def test_two_first_bids_and_low_prices_are_named_in_full():
    case = evaluated(
        [QUALITY, PRICE],
        {at: {"bidder": LONG[at], "value": {"amount": price}} for at, price in zip(LONG, (100, 100, 40), strict=True)},
        {("Alder", "Q"): 5, ("Birch", "Q"): 5, ("Cedar", "Q"): 1},
        {"Alder": 76, "Birch": 76, "Cedar": 90},
    )
    (words,) = said("evaluation/another-bid-first-when-worked-out-again", case)[1:]
    assert LONG["Birch"] in words
    assert LONG["Alder"] in words
    case["bids"] += [{"id": f"D{at}", "bidder": f"D{at}", "value": {"amount": 100 + at}} for at in range(3)]
    (words,) = said("evaluation/low-prices-marked", case)[1:]
    assert "…" not in words
    assert "tenth-below-mean" in words
