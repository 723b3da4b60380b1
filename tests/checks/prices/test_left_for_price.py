"""Which formula gives what totals leave for price, where nothing but totals is recorded."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from fairaudit.analysis.formulas import price_points, rounded
from fairaudit.engine.facts import fill
from fairaudit.engine.judge import judge
from fairaudit.engine.sections.measuring import sentences
from tests.checks.scoring_case import case_of, rule, said

FIT = "evaluation/price-points-by-another-formula"
TOTALS = "totals-that-do-not-recompute"
PRICES = (100, 113, 125, 161)
SCORES = ((3, 4), (4, 5), (5, 2), (2, 2))
WEIGHTS = (30, 30, 40)


def totals_by(name, *, prices=PRICES, scores=SCORES, weights=WEIGHTS, places=2, rounding=None, **parameters):
    """The totals by a formula, rounded at the end, their points for price before as well where a rounding is given."""
    found = []
    for price, row in zip(prices, scores, strict=True):
        quality = sum((Fraction(one, 5) * weight for one, weight in zip(row, weights, strict=False)), Fraction(0))
        given = {key: Fraction(one) for key, one in parameters.items()}
        paid = price_points(name, Fraction(price), [Fraction(one) for one in prices], Fraction(weights[-1]), given)
        found.append(rounded(quality + (paid if rounding is None else Fraction(rounded(paid, rounding))), places))
    return found


def bare(totals, *, prices=PRICES, scores=SCORES, weights=WEIGHTS, rounding=2, section="consensus", **more):
    """A case of which nothing but scores, prices and totals is recorded."""
    formula = {"name": "lowest-price-ratio"} | ({"rounding": {"places": rounding}} if rounding is not None else {})
    scale = {"minimum": 0, "maximum": 5}
    quality = [
        {"id": f"Q{at}", "type": "quality", "weight": one, "scale": scale} for at, one in enumerate(weights[:-1])
    ]
    cells = [
        {"bid": f"B{bid}", "criterion": f"Q{at}", "score": one}
        | ({} if section == "consensus" else {"evaluator": "ann"})
        for bid, row in enumerate(scores)
        for at, one in enumerate(row)
        if one is not None
    ]
    rows = [{"bid": f"B{at}", "total": one} for at, one in enumerate(totals)]
    return {
        "complete": ["bids", "evaluation"],
        "tender": {
            "award_criteria": [*quality, {"id": "P", "type": "price", "weight": weights[-1], "formula": formula}]
        },
        "bids": [{"id": f"B{at}", "value": {"amount": one}} for at, one in enumerate(prices)],
        "evaluation": {section: cells, "totals": rows} | more,
    }


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("high-low", {}),
        ("linear-from-lowest", {}),
        ("mean-based", {}),
        ("high-low", {"places": 0}),
        ("high-low", {"places": 1, "rounding": 0}),
        ("zero-at-multiple-of-lowest", {"multiple": 3}),
        ("logarithmic", {"multiple": 2}),
    ],
)
def test_the_formula_behind_totals_is_named_once(name, given):
    case = bare(totals_by(name, **given))
    outcome, *found = said(FIT, case)
    assert outcome == "flagged", found
    assert len(found) == 1
    assert "(not recorded: what each total leaves for price after quality by the panel's scores)" in found[0]
    assert name in found[0].partition("and all by ")[2]
    # The totals are one matter with it, and not told again each for itself.
    assert said(TOTALS, case)[0] == "not-assessed"


def test_totals_by_the_published_formula_name_none():
    assert said(FIT, bare(totals_by("lowest-price-ratio", rounding=2)))[0] == "not-assessed"


def test_members_means_make_it_a_question():
    outcome, found = said(FIT, bare(totals_by("high-low"), section="individual"))
    assert outcome == "review"
    assert "high-low" in found


@pytest.mark.parametrize("scores", [((3, None), *SCORES[1:]), ((3, 4), (4, 7), *SCORES[2:])])
def test_a_score_that_is_lacking_or_off_its_scale_leaves_nothing_to_tell(scores):
    given = [tuple(one or 4 for one in row) for row in scores]
    assert said(FIT, bare(totals_by("high-low", scores=given), scores=scores))[0] == "not-assessed"


def test_a_slip_beside_another_formula_names_none():
    totals = totals_by("high-low")
    totals[2] += 3
    assert said(FIT, bare(totals))[0] == "not-assessed"
    assert len(said(TOTALS, bare(totals))[1:]) >= 2


def test_other_weights_are_told_as_weights():
    """Exchanged weights explain totals; no formula is made of them."""
    case = bare(totals_by("lowest-price-ratio", weights=(20, 40, 40), rounding=2))
    assert said(FIT, case)[0] == "not-assessed"


def test_two_bids_name_no_formula():
    few = {"prices": PRICES[:2], "scores": SCORES[:2]}
    assert said(FIT, bare(totals_by("high-low", **few), **few))[0] == "not-assessed"


def test_a_parameter_asks_for_one_more_wrong_total():
    few = {"prices": PRICES[:3], "scores": SCORES[:3]}
    case = bare(totals_by("logarithmic", multiple=3, **few), **few)
    assert said(FIT, case)[0] == "not-assessed"


def test_price_points_that_were_forgotten_are_no_formula():
    prices = (100, 210, 260)
    totals = totals_by("lowest-price-ratio", prices=prices, scores=SCORES[:3], rounding=2)
    totals[1:] = [Decimal(54), Decimal(42)]
    assert said(FIT, bare(totals, prices=prices, scores=SCORES[:3]))[0] == "not-assessed"


def test_a_bid_that_is_out_and_has_a_total_is_compared_with():
    case = bare(totals_by("high-low"))
    case["bids"][3]["status"] = "disqualified"
    assert "high-low" in said(FIT, case)[1]


def test_whole_price_points_behind_totals_are_named_as_a_rounding_of_the_published_formula():
    case = bare(totals_by("lowest-price-ratio", rounding=0), rounding=1)
    assert "lowest-price-ratio, rounded to whole points. So" in said(FIT, case)[1]


@pytest.mark.parametrize("places", [0, 1, 2])
@pytest.mark.parametrize("number", [3, 4, 6])
def test_random_slips_name_no_formula(places, number):
    """Slips of whole points in two bids or more: none of 25 records follows from a formula that nobody used."""
    random = Random(places * 10 + number)
    for _ in range(25):
        prices = random.sample(range(80, 200), number)
        scores = [(random.randint(1, 5), random.randint(1, 5)) for _ in prices]
        totals = totals_by("lowest-price-ratio", prices=prices, scores=scores, places=places, rounding=2)
        for at in random.sample(range(number), random.randint(2, number)):
            totals[at] += random.choice((-10, -5, -3, -2, -1, 1, 2, 3, 5, 10))
        case = bare(totals, prices=prices, scores=scores)
        assert said(FIT, case)[0] == "not-assessed", case


def test_half_points_for_price_are_named_where_only_totals_are_recorded():
    prices = (100, 113, 126, 161)
    quality = [sum(Fraction(one, 5) * weight for one, weight in zip(row, WEIGHTS, strict=False)) for row in SCORES]
    paid = [price_points("lowest-price-ratio", Fraction(one), [*map(Fraction, prices)], Fraction(40)) for one in prices]
    halves = [Fraction(rounded(2 * one, 0)) / 2 for one in paid]
    totals = [rounded(some + one, 1) for some, one in zip(quality, halves, strict=True)]
    outcome, *words = said(FIT, bare(totals, prices=prices, rounding=3))
    assert (outcome, len(words)) == ("flagged", 1), words
    assert "and all by lowest-price-ratio, rounded to half points" in words[0], words


def test_totals_beside_a_formula_that_nobody_knows_are_held_against_those_that_are_known():
    case = bare(totals_by("high-low"))
    case["tender"]["award_criteria"][-1]["formula"]["name"] = "house-curve"
    judgement = judge(case_of(case), rule(FIT), "market")
    assert judgement.outcome == "not-assessed"
    assert sentences(judgement, fill) == [
        "The 4 price points (not recorded: what each total leaves for price after quality by the panel's scores) for the "
        "contract follow from high-low; published is house-curve, rounded to 2 places."
    ]
    (reason,) = [one.reason for one in judgement.unassessed if "house-curve" in one.reason]
    assert "; known are lowest-price-ratio, linear-from-lowest, " in reason
    assert reason.endswith("; the record fits high-low")


def test_totals_that_nothing_known_gives_beside_a_strange_formula_say_nothing():
    case = bare([80, "71.3", "66.6", "31.9"])
    case["tender"]["award_criteria"][-1]["formula"]["name"] = "house-curve"
    judgement = judge(case_of(case), rule(FIT), "market")
    assert (judgement.outcome, sentences(judgement, fill)) == ("not-assessed", [])
