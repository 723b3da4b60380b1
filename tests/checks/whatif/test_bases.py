"""What scenarios are compared with, and bids that come back without anybody having scored them."""

from tests.checks.contest.contest_case import SCALE, bid, measured, rows, score, varied, witness


def test_what_moderation_did_is_not_blamed_on_leaving_out_an_evaluator():
    criteria = [{"id": "Q", "weight": 100, "scale": dict(SCALE)}]
    members = [score(one, "Q", value, evaluator=f"e{at}") for one, value in (("B1", 8), ("B2", 5)) for at in range(4)]
    agreed = [score("B1", "Q", 5), score("B2", "Q", 8)]
    one = {"tender": {"award_criteria": criteria}, "evaluation": {"individual": members, "consensus": agreed}}
    [(kind, said)], tables = measured("what-if/places-over-scenarios", one)
    assert (kind, "In all 4 scenarios first place is as in" in said) == ("holds-beside-sheets", True)
    assert "bidder B comes first when the record is worked out again, and bidder A by the mean of all sheets" in said
    found = rows(tables["ranks-over-scenarios"])
    assert found[0] == ("worked out again", "bidder A", 2, None)
    assert found[2] == ("mean of all sheets", "bidder A", 1, None)
    assert {one[3] for one in found if one[0].startswith("without evaluator")} == {"mean of all sheets"}


def test_an_unscored_bid_that_could_win_leaves_it_open():
    one = varied(witness(), bids=[bid("B1", 100), bid("B2", 120), bid("B3", 95, status="late")])
    (kind, said), _ = measured("what-if/first-with-each-bid-back", one)[0]
    assert (kind, "bidder C was not scored, and would come first from 66.67 per cent" in said) == (
        "none-worked-out",
        True,
    )


def test_by_a_formula_of_one_figure_it_is_looked_up_how_good_it_would_have_to_be():
    one = varied(witness(), bids=[bid("B1", 100), bid("B2", 140), bid("B3", 20, status="late")])
    one["tender"]["award_criteria"][1]["formula"] = {"name": "price-per-quality-point"}
    found, tables = measured("what-if/first-with-each-bid-back", one)
    assert found[0][0] == "none-worked-out"
    # 20 ÷ 1.4 is 100 ÷ 7.
    assert rows(tables["bids-out"]) == [("bidder C", "late", 0, "20", None, "14")]


def test_the_published_formula_is_not_another_under_an_alias():
    one = witness()
    one["tender"]["award_criteria"][1]["formula"] = {"name": "qcbs"}
    _, tables = measured("what-if/first-by-each-formula", one)
    assert "lowest-price-ratio" not in [row[0] for row in rows(tables["formula"])]
    one["tender"]["award_criteria"][1]["formula"] = {"name": "zero-at-n-times-lowest", "parameters": {"multiple": 2}}
    _, tables = measured("what-if/first-by-each-formula", one)
    (linear,) = [row for row in rows(tables["formula"]) if row[0] == "linear-from-lowest"]
    assert (linear[1], linear[5]) == ("not tried", "with a multiple of 2 it is the published formula")


def test_no_score_falls_below_the_lowest_of_its_scale():
    scale = {"minimum": 1, "maximum": 5, "step": 1}
    one = {
        "tender": {
            "award_criteria": [{"id": "Q", "weight": 60, "scale": scale}, {"id": "R", "weight": 40, "scale": scale}]
        },
        "evaluation": {
            "consensus": [score("B1", "Q", 3), score("B1", "R", 5), score("B2", "Q", 3), score("B2", "R", 1)],
        },
    }
    said = [text for kind, text in measured("what-if/near-tie", one)[0] if kind.startswith(("rises", "falls"))]
    assert not any("3 steps worse" in text for text in said)
