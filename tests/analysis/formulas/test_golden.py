"""Published and constructed worked examples of the formulas, each with its source."""

import csv
from decimal import Decimal
from fractions import Fraction
from io import StringIO

import pytest

from fairaudit.analysis.formulas import FormulaError, formula_named, overall, points, rounded
from fairaudit.analysis.formulas.absolute import superformula_exponent
from fairaudit.analysis.formulas.kinds import Offer
from fairaudit.analysis.formulas.named import spoiler_price

PRICE_POINTS = """\
source,formula,parameters,weight,prices,places,points
Negometrix US 44001761046,lowest-price-ratio,,70,10000 8000,0,56 70
CCS guidance on digital outcomes,lowest-price-ratio,,1,15000 10000 30000,3,0.667 1.000 0.333
the-egov-blog (crore),lowest-price-ratio,,100,20 40 60,1,100.0 50.0 33.3
impactbids rounded to integers,lowest-price-ratio,,40,100 105 108,0,40 38 37
impactbids before rounding,lowest-price-ratio,,40,100 105 108,3,40.000 38.095 37.037
Bevan Brittan 2019 at 10 %,lowest-price-ratio,,10,85 100,1,10.0 8.5
Bevan Brittan 2019 at 5 %,lowest-price-ratio,,5,15 25,0,5 3
agorapublix 18926,linear-from-lowest,,40,200 235,0,40 33
materialsmanagement.info,linear-from-lowest,,100,100 125 140,0,100 75 60
identity R2 = R3 at n = 2,zero-at-multiple-of-lowest,multiple=2,40,200 235,0,40 33
weka.fr 3146 with n = 3 (identity: 0 at 3 times),zero-at-multiple-of-lowest,multiple=3,40,100 200 300 400,0,40 20 0 0
weka.fr 3146 variant (identity: M = 110),zero-at-multiple-of-reference,multiple=2;estimate=120,40,100 220,4,43.6364 0.0000
DAJ: two bids 1 % apart span it all,high-low,,40,100 101,0,40 0
R5 identity,linear-interpolation,estimate=100,30,80 90 100,0,30 15 0
R6 identity: X at the mean,bilinear,estimate=100;share_at_mean=0.8,50,70 80 90,0,50 40 20
R7 identity: a quarter of the discount,power,estimate=100;exponent=0.5,40,60 90,0,40 20
R8 identity: a point per cent,mean-based,,100,90 100 110,0,60 50 40
Negometrix 9000092065 A = 1.5,logarithmic,multiple=1.5,40,100 150,0,40 0
Negometrix 9000092065 A = 2,logarithmic,multiple=2,40,100 200,0,40 0
Negometrix 9000092065 A = 3,logarithmic,multiple=3,40,100 300,0,40 0
R10 as published place by place,score-by-rank,place_1=40;place_2=30;place_3=15,40,90 100 90 120,0,40 15 40 0
A1 identity,fixed-band,lowest=100;highest=200,40,100 150 200,0,40 20 0
A1 clipped,fixed-band,lowest=100;highest=200;clipped=1,40,50 250,0,40 0
A8 identity,benchmark-price,reference_price=100,40,100 80 125,0,40 50 32
"""

ROWS = list(csv.DictReader(StringIO(PRICE_POINTS)))


def parameters_of(text):
    return {name: Decimal(value) for name, value in (one.split("=") for one in text.split(";") if one)}


@pytest.mark.parametrize("row", ROWS, ids=[one["source"] for one in ROWS])
def test_price_points(row):
    prices = [Fraction(one) for one in row["prices"].split()]
    parameters = parameters_of(row["parameters"])
    if row["formula"] == "score-by-rank":
        parameters["place_4"] = Decimal(0)
    got = [points(row["formula"], one, prices, Fraction(row["weight"]), parameters) for one in prices]
    assert [rounded(one, int(row["places"])) for one in got] == [Decimal(one) for one in row["points"].split()]


def test_a_price_of_zero_is_an_error():
    """Bevan Brittan 2019, 15 %: 10 against 0 has no answer, and is neither 0 nor endless."""
    with pytest.raises(FormulaError, match="has no answer where a price is zero or below"):
        points("lowest-price-ratio", Fraction(10), [Fraction(10), Fraction(0)], Fraction(15))


def test_totals_of_two_bids():
    """Negometrix US 44001761046: weights 60/40/30/70, A 40, 30, 20 at 10,000 and B 32, 20, 22 at 8,000 give 146 and 144."""
    offers = [Offer(Fraction(10_000), Fraction(90)), Offer(Fraction(8_000), Fraction(74))]
    assert overall("lowest-price-ratio", offers, Fraction(70), Fraction(1)) == (146, 144)


def test_the_middle_bid_of_an_even_line_cannot_win():
    """localgovernmentlawyer, scenario 1: 50/50, price and quality 50, 75, 100 give 75, 70.833, 75."""
    offers = [Offer(Fraction(one), Fraction(one, 100)) for one in (50, 75, 100)]
    got = overall("lowest-price-ratio", offers, Fraction(50), Fraction(50))
    assert [str(rounded(one, 3)) for one in got] == ["75.000", "70.833", "75.000"]


def test_the_dearest_and_slowest_bid_wins():
    """I-35W bridge, 2007 (southwestjournal 2007-09, enr.com 32549): (price + days × 200,000) ÷ technical score."""
    bids = {
        "Flatiron": (233_763_000, 437, "91.47"), "Walsh": (219_000_000, 437, "67.88"),
        "McCrossan": (176_938_000, 367, "65.91"), "Ames/Lunda": (178_489_561, 392, "55.98"),
    }  # fmt: skip
    offers = [Offer(Fraction(p), Fraction(t), (("days", Fraction(d)),)) for p, d, t in bids.values()]
    got = overall("cost-plus-time-over-technical", offers, Fraction(1), Fraction(1), {"day_rate": Fraction(200_000)})
    assert {name: str(rounded(one, 2)) for name, one in zip(bids, got, strict=True)} == {
        "Flatiron": "3511129.33", "Walsh": "4513847.97", "McCrossan": "3798179.34", "Ames/Lunda": "4588952.50",
    }  # fmt: skip
    assert formula_named("A-plus-B over technical").best == "lowest"
    with pytest.raises(FormulaError, match="needs the figure `days` of every bid"):
        overall("a-plus-b", [Offer(Fraction(1), Fraction(1))], Fraction(1), Fraction(1), {"day_rate": Fraction(1)})


def test_quality_in_money():
    """Negometrix 9000123966: 80,000 less 60 % of 2,500 is 78,500."""
    got = overall(
        "award-on-value", [Offer(Fraction(80_000), Fraction("0.6"))], Fraction(1), Fraction(1), {"value": Decimal(2500)}
    )
    assert got == (78_500,)


def test_a_coefficient_of_exactly_nine_sevenths():
    """openprocurement/barbecue, docstring: highest shares .15 + .15, reached .1 + .1: 900 counts as 700."""
    offer = Offer(Fraction(900), Fraction("0.2") / Fraction("0.3"))
    assert overall("prozorro", [offer], Fraction(1), Fraction(1), {"highest_share": Decimal("0.3")}) == (700,)


def test_the_exponent_of_a_superformula():
    """The specification's example: Pref 100,000, Qref .70, Pmax 130,000 give n = 1 exactly, since .7 + 1.3 = 2."""
    assert superformula_exponent(Fraction(100_000), Fraction("0.7"), Fraction(130_000)) == 1
    n = superformula_exponent(Fraction(100), Fraction("0.6"), Fraction(130))
    assert 1 < n < 3
    assert abs(float(Fraction("0.6")) ** float(n) + 1.3 ** float(n) - 2) < 1e-12
    given = {
        "reference_price": Decimal(100_000),
        "reference_quality": Decimal("0.7"),
        "highest_price": Decimal(130_000),
    }
    offers = [Offer(Fraction(130_000), Fraction(1)), Offer(Fraction(100_000), Fraction("0.7"))]
    assert overall("superformula", offers, Fraction(1), Fraction(1), given) == (2, 2)


BAND = {"margin": Decimal("0.1"), "decided_by_quality": Decimal(0)}


@pytest.mark.parametrize(
    ("name", "parameters", "expected"),
    [
        ("utility-index", {}, ("0.9", "10/12")),
        ("price-performance-quotient", {}, ("0.007", "1/150")),
        ("price-performance-band", BAND, ("2", "11/6")),
        ("price-performance-band", BAND | {"decided_by_quality": Decimal(1)}, ("1.875", "2")),
        ("price-performance-band", BAND | {"margin": Decimal("0.01")}, ("2", "20/21")),
        ("renormalised-quality", {}, ("92.5", "280/3")),
        ("value-for-money-index", {"factor": Decimal(1000)}, ("7", "20/3")),
        ("price-per-quality-point", {}, ("1000/7", "150")),
        (
            "superformula",
            {"reference_price": Decimal(100), "reference_quality": Decimal("0.5"), "exponent": Decimal(2)},
            ("74/49", "2929/1600"),
        ),
    ],
)
def test_figures_of_price_and_quality_together(name, parameters, expected):
    """Worked out by hand from the expressions of the specification: A 100/.70 and B 120/.80, 50/50 (utility) or 40/60."""
    offers = [Offer(Fraction(100), Fraction("0.70")), Offer(Fraction(120), Fraction("0.80"))]
    weights = (Fraction(50), Fraction(50)) if name == "utility-index" else (Fraction(40), Fraction(60))
    assert overall(name, offers, *weights, parameters) == tuple(map(Fraction, expected))


def test_the_weights_of_the_utility_index_stand_for_what_they_weigh():
    """By hand, 40 for price and 60 for quality, N = 1.5: A 100/.70 gives 1 − .1 · 1.5, B 120/.80 gives 100/120."""
    offers = [Offer(Fraction(100), Fraction("0.70")), Offer(Fraction(120), Fraction("0.80"))]
    assert overall("utility-index", offers, Fraction(40), Fraction(60)) == (Fraction("0.85"), Fraction(5, 6))


@pytest.mark.parametrize(
    ("decided_by_quality", "expected"), [(0, ("2", "11/6", "0.75", "0.5")), (1, ("1.875", "2", "0.75", "0.5"))]
)
def test_offers_below_the_band_count_for_nothing_within_it(decided_by_quality, expected):
    """By hand: A 100/.70 and B 120/.80 are within a tenth; cheaper C 40/.21 and better D 300/1.05 (Z = .00525, .0035) are not."""
    offers = [Offer(Fraction(p), Fraction(q)) for p, q in [(100, "0.70"), (120, "0.80"), (40, "0.21"), (300, "1.05")]]
    got = overall(
        "price-performance-band",
        offers,
        Fraction(1),
        Fraction(1),
        BAND | {"decided_by_quality": Decimal(decided_by_quality)},
    )
    assert got == tuple(map(Fraction, expected))


def test_a_third_bid_turns_the_order_of_two():
    """The specification's witness: 60/40, A 100/.70 (82.000) before B 120/.80 (81.333); C 60/.05 makes it 66, 68, 43."""
    a, b, c = (Offer(Fraction(p), Fraction(q)) for p, q in [(100, "0.70"), (120, "0.80"), (60, "0.05")])
    two = overall("lowest-price-ratio", [a, b], Fraction(40), Fraction(60))
    assert [str(rounded(one, 3)) for one in two] == ["82.000", "81.333"]
    assert overall("lowest-price-ratio", [a, b, c], Fraction(40), Fraction(60)) == (66, 68, 43)


def test_how_low_a_spoiler_must_go():
    """Pmin* = wq (Qj − Qi) ÷ (wp (1/Pi − 1/Pj)): for the two bids above 60 × .1 ÷ (40 × (1/100 − 1/120)) = 90."""
    a, b = Offer(Fraction(100), Fraction("0.70")), Offer(Fraction(120), Fraction("0.80"))
    star = spoiler_price(b, a, Fraction(40), Fraction(60))
    assert star == 90
    for price, ahead in ((star - 1, b), (star + 1, a)):
        got = overall("lowest-price-ratio", [a, b, Offer(price, Fraction(0))], Fraction(40), Fraction(60))
        assert (got[0] > got[1]) is (ahead is a)
    tied = overall("lowest-price-ratio", [a, b, Offer(star, Fraction(0))], Fraction(40), Fraction(60))
    assert tied[0] == tied[1]
    with pytest.raises(FormulaError, match="neither dearer nor worse"):
        spoiler_price(a, b, Fraction(40), Fraction(60))
