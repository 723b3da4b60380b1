"""Leads say what they are counted in, whatever the published formula is."""

from tests.checks.contest.contest_case import bid, measured, rows, varied, witness


def test_other_formulas_are_out_of_a_hundred_whatever_the_published_one_counts_in():
    plain = varied(witness(), bids=[bid("B1", 100), bid("B2", 120)])
    joint = varied(witness(), bids=[bid("B1", 100), bid("B2", 120)])
    joint["tender"]["award_criteria"][1]["formula"] = {"name": "utility-index"}

    def lead(case):
        found = rows(measured("what-if/first-by-each-formula", case)[1]["formula"])
        return next(row[2:5] for row in found if row[0] == "high-low")

    assert lead(plain) == lead(joint) == ("34", 0, "points")


def test_no_formula_is_tried_in_place_of_one_that_uses_no_weights():
    one = witness()
    one["tender"]["award_criteria"][1]["formula"] = {"name": "price-per-quality-point"}
    [(kind, said)], tables = measured("what-if/first-by-each-formula", one)
    assert (kind, tables) == ("no-weights", {})
    assert "no weights of price and quality are published" in said
    _, places = measured("what-if/places-over-scenarios", varied(one, bids=[bid("B1", 100), bid("B2", 120)]))
    assert not [row for found in places.values() for row in rows(found) if row[0].startswith("by ")]


def test_a_formula_of_one_figure_is_not_called_one_criterion():
    one = witness()
    one["tender"]["award_criteria"][1]["formula"] = {"name": "price-per-quality-point"}
    [(kind, _)], _ = measured("what-if/first-by-other-weights", one)
    assert kind == "one-figure-alone"
