"""Records made by a formula of the specification: six bids, what the formula gives them, and another formula published."""

from fractions import Fraction

from fairaudit.analysis.formulas import formula_named, overall, points, rounded
from fairaudit.analysis.formulas.kinds import Offer

PRICES = (80_000, 90_000, 70_000, 120_000, 99_000, 85_000)
SCORES = ("8.6", "9", "7.3", "9.5", "7", "4")
DAYS = (200, 180, 240, 150, 210, 160)
POINTS, TOTALS = "evaluation/price-points-by-another-formula", "evaluation/totals-by-another-formula"


def numbers_of(given):
    return {name: Fraction(value) for name, value in given.items()}


def made_by(name, given, prices=PRICES, scores=SCORES, days=DAYS):
    """What a formula gives each bid: price points out of 40, or its own figure by 60 for quality out of 10."""
    kind, amounts = formula_named(name), [Fraction(one) for one in prices]
    if kind.price_only:
        return [points(name, one, amounts, Fraction(40), numbers_of(given)) for one in amounts]
    unit = 100 if kind.quality == "points" else 1
    offers = [
        Offer(price, Fraction(score) / 10 * unit, (("days", Fraction(day)),))
        for price, score, day in zip(amounts, scores, days, strict=False)
    ]
    return list(overall(name, offers, Fraction(40), Fraction(60), numbers_of(given)))


def case_with(figures, formula, *, part="total", ranks=None, prices=PRICES, scores=SCORES, days=DAYS):
    """A case in which each bid has a recorded figure, and a formula is published: its name, or with its parameters."""
    names = [f"B{at}" for at in range(1, len(prices) + 1)]
    totals = [{"bid": name, part: one} for name, one in zip(names, figures, strict=True)]
    ranking = [{"bid": name, "rank": one} for name, one in zip(names, ranks or (), strict=False)]
    quality = {"id": "Q", "type": "quality", "weight": 60, "scale": {"minimum": 0, "maximum": 10}}
    price = {"id": "P", "type": "price", "weight": 40, "formula": formula}
    return {
        "complete": ["bids", "evaluation"],
        "tender": {"award_criteria": [quality, price]},
        "bids": [
            {"id": name, "status": "valid", "value": {"amount": amount}, "figures": {"days": day}}
            for name, amount, day in zip(names, prices, days, strict=False)
        ],
        "evaluation": {
            "consensus": [
                {"bid": name, "criterion": "Q", "score": one} for name, one in zip(names, scores, strict=False)
            ],
            "totals": totals,
            **({"ranking": ranking} if ranking else {}),
        },
    }


def published(name, given=None):
    return {"name": name} | ({"parameters": {key: str(value) for key, value in given.items()}} if given else {})


def record_by(name, given, places, other="lowest-price-ratio"):
    """The rule that looks for the formula, and a record made by it with another one published."""
    alone = formula_named(name).price_only
    figures = [rounded(one, places) for one in made_by(name, given)]
    rule = POINTS if alone else TOTALS
    return rule, case_with(figures, published(other), part="price" if alone else "total")
