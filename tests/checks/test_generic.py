"""`values-differ` and `unique` go by what a value means, not by how it is written."""

import pytest

from tests.engine.test_judge import rule, said

RULE = """id: by-value
title: By value
family: bids
stage: bidding
severity: high
confidence: certain
basis: heuristic
given: GIVEN
needs: []
check: CHECK
with: {items: ITEMS, of: OF}
message: "Found."
why: w
fix: f
ask: a
sources: []
examples:
  flagged: [{case: {tender: {}}, finds: []}]
  passed: [{case: {tender: {}}}]
"""


def outcome(check, of, values, zone="", kind="bid"):
    text = RULE.replace("CHECK", check).replace("OF", of)
    if kind == "bid":
        text = text.replace("GIVEN", "case").replace("ITEMS", "case.bids")
        bids = ", ".join(f"{{id: B{i}, {of}: {one}}}" for i, one in enumerate(values))
        told = f"tender: {{title: Eye clinic{zone}}}\nbids: [{bids}]"
    else:
        text = text.replace("GIVEN", "tender").replace("ITEMS", "award_criteria")
        items = ", ".join(f"{{id: C{i}, {of}: {one}}}" for i, one in enumerate(values))
        told = f"tender: {{award_criteria: [{items}]}}\nbids: []"
    return said(told, rule(text), stage="bidding")


LONDON = ", time_zone: Europe/London"


@pytest.mark.parametrize(
    ("of", "values", "zone", "expected"),
    [
        ("deadline", ["2026-03-30T12:00+01:00", "2026-03-30T11:00Z"], "", "passed"),
        ("deadline", ["2026-03-30T12:00+01:00", "2026-03-30T12:00Z"], "", "flagged"),
        ("deadline", ["2026-03-30T12:00", "2026-03-30T11:00Z"], LONDON, "passed"),
        ("deadline", ["2026-03-30T12:00", "2026-03-30T12:00Z"], LONDON, "flagged"),
        ("deadline", ["2026-03-30T12:00", "2026-03-30T12:00:00"], "", "passed"),
        ("deadline", ["2026-03-30T12:00", "2026-03-30T13:00"], "", "flagged"),
        ("deadline", ["2026-03-30T12:00", "2026-03-30T12:00Z"], "", "not-assessed"),
        ("deadline", ["2026-03-30T12:00", "2026-04-02T12:00Z"], "", "flagged"),
        ("deadline", ["2026-03-30T12:00", "2026-03-30T12:00Z", "2026-03-30T13:00Z"], "", "flagged"),
        ("deadline", ["2026-03-30", "2026-03-30T12:00"], LONDON, "not-assessed"),
        ("deadline", ["2026-03-30", "2026-03-31"], "", "flagged"),
        ("value", ["{amount: 100, currency: GBP}", "{amount: 100.00, currency: GBP}"], "", "passed"),
        ("value", ["{amount: 100, currency: GBP}", "{amount: 101, currency: GBP}"], "", "flagged"),
        ("value", ["{amount: 100, currency: GBP}", "{amount: 100, currency: EUR}"], "", "flagged"),
        ("value", ["{amount: 100, currency: GBP}", "{amount: 117, currency: EUR}"], "", "not-assessed"),
        ("value", ["{amount: 100, currency: GBP}", "{amount: 100}"], "", "not-assessed"),
        ("bidder", ["Acorn", "Birch"], "", "flagged"),
        ("bidder", ["Acorn", "Acorn"], "", "passed"),
    ],
)
def test_values_differ_only_where_they_mean_different_things(of, values, zone, expected):
    for order in (values, values[::-1]):
        assert outcome("values-differ", of, order, zone)[0] == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [(["0.3", "0.30"], "passed"), (["30", "30.0", "30.00"], "passed"), (["0.3", "0.31"], "flagged")],
)
def test_numbers_are_compared_as_numbers(values, expected):
    assert outcome("values-differ", "weight", values, kind="criterion")[0] == expected


@pytest.mark.parametrize(
    ("of", "values", "zone", "expected", "places"),
    [
        ("deadline", ["2026-03-30T12:00+01:00", "2026-03-30T11:00Z"], "", "flagged", []),
        ("deadline", ["2026-03-30T12:00", "2026-03-30T11:00Z"], LONDON, "flagged", []),
        ("deadline", ["2026-03-30T12:00+01:00", "2026-03-30T12:00Z"], "", "passed", []),
        ("deadline", ["2026-03-30T12:00", "2026-03-30T12:00Z"], "", "not-assessed", ["bids[0].deadline"]),
        ("value", ["{amount: 100, currency: GBP}", "{amount: 100.0, currency: GBP}"], "", "flagged", []),
        ("value", ["{amount: 100, currency: GBP}", "{amount: 100, currency: EUR}"], "", "passed", []),
    ],
)
def test_what_means_the_same_is_repeated(of, values, zone, expected, places):
    found, _, unassessed = outcome("unique", of, values, zone)
    assert (found, [path for path, _ in unassessed]) == (expected, places)


def test_a_number_written_otherwise_is_repeated():
    assert outcome("unique", "weight", ["0.3", "0.4", "0.30"], kind="criterion")[:2] == (
        "flagged",
        ["tender.award_criteria[2].weight: Found."],
    )
