"""A bidder's id in capitals with a digit, written in a comment, names that bidder."""

from tests.checks.scoring_case import said

NAMES = "evaluation/comment-names-another-bidder"


def record(reason):
    """A score of Alder's bid with a reason, beside a bidder whose id is `F07`."""
    return {
        "tender": {"award_criteria": [{"id": "Q1", "weight": 100, "scale": {"maximum": 5}}]},
        "parties": [{"id": "a", "name": "Alder Ltd"}, {"id": "F07", "name": "Cedar Ltd"}],
        "bids": [{"id": "B1", "bidder": "a"}, {"id": "B3", "bidder": "F07"}],
        "evaluation": {"consensus": [{"bid": "B1", "criterion": "Q1", "score": 2, "reason": reason}]},
    }


def test_the_id_of_another_bidder_names_it():
    assert said(NAMES, record("A thin plan. F07 plans more visits")) == (
        "review",
        "evaluation.consensus[0].reason: The comment of the panel on B1 (Alder Ltd) for Q1 names another bidder, B3 (Cedar Ltd).",
    )


def test_a_form_of_that_number_names_nobody():
    assert said(NAMES, record("A thin plan. See form F07 of the offer"))[0] != "review"


def shared(reason, on="B1", lot="L1"):
    """A comment on a bid of a lot whose bids have the ids of those of another lot."""
    firms = {"L1": ("a", "b"), "L2": ("c", "a")}
    return {
        "tender": {
            "lots": [{"id": "L1"}, {"id": "L2"}, {"id": "L3"}],
            "award_criteria": [{"id": "Q1", "weight": 100, "scale": {"maximum": 5}}],
        },
        "parties": [{"id": key, "name": f"{name} Ltd"} for key, name in zip("abcd", ("Alder", "Birch", "Cedar", "Dune"), strict=True)],
        "bids": [
            *({"id": f"B{n}", "bidder": who, "lot": of} for of, both in firms.items() for n, who in enumerate(both, 1)),
            {"id": "B9", "bidder": "d", "lot": "L3"},
        ],
        "evaluation": {"consensus": [{"bid": on, "lot": lot, "criterion": "Q1", "score": 2, "reason": reason}]},
    }  # fmt: skip


def test_an_id_that_lots_share_is_the_rivals_of_the_same_lot():
    words = (
        "evaluation.consensus[0].reason: The comment of the panel on L1/B1 (Alder Ltd) for Q1 names another bidder, "
    )
    assert said(NAMES, shared("A thin plan. B2 plans more visits")) == ("review", f"{words}L1/B2 (Birch Ltd).")
    assert said(NAMES, shared("A thinner plan than B2"))[0] == "review"


def test_the_own_id_names_nobody_else_though_another_lot_has_it_too():
    assert said(NAMES, shared("A thin plan. B1 plans few visits"))[0] == "passed"
    assert said(NAMES, shared("A thin plan. B2 plans few visits", on="B2", lot="L2"))[0] == "passed"


def test_an_id_that_only_other_lots_have_may_be_any_of_theirs():
    words = "evaluation.consensus[0].reason: The comment of the panel on B9 (Dune Ltd) for Q1 names another bidder, "
    assert said(NAMES, shared("A thin plan. B2 plans more visits", on="B9", lot="L3")) == (
        "review",
        f"{words}L1/B2 (Birch Ltd) or L2/B2 (Alder Ltd).",
    )
