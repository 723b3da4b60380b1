"""A mean that follows once one member's scores of a bid are left out is told so, by whose: it is the likeliest slip."""

from tests.checks.scoring_case import facts_of, outcome, said
from tests.checks.test_scoring import PRICE, QUALITY, TOTALS, evaluated

SHEETS = {"X": (3, 4, 5), "Y": (2, 4, 3), "Z": (4, 4, 4)}


def record(**quality):
    """Means are 4, 3 and 4 of 5, so 48, 36 and 48 points; everybody has 40 for the price."""
    given = {"X": 48, "Y": 36, "Z": 48} | quality
    totals = {bid: {"quality": one, "price": 40, "total": one + 40} for bid, one in given.items()}
    case = evaluated([QUALITY, PRICE], dict.fromkeys(SHEETS, 100), {}, totals, ("bids", "evaluation"))
    del case["evaluation"]["consensus"]
    case["people"] = [{"id": f"e{at}", "name": name} for at, name in enumerate(("Ann Birk", "Bo Sole", "Cy Tarr"), 1)]
    case["evaluation"] |= {
        "panel": ["e1", "e2", "e3"],
        "individual": [
            {"bid": bid, "criterion": "Q", "evaluator": f"e{at}", "score": score}
            for bid, own in SHEETS.items()
            for at, score in enumerate(own, 1)
        ],
    }
    return case


def test_whose_scores_were_left_out_is_told():
    words = said(TOTALS, record(X=42))[1]
    assert words.endswith("from the mean of the individual scores it is 48; without the scores of Cy Tarr it is 42.")


def test_it_is_not_told_where_two_sheets_or_none_give_the_figure():
    """Without either of two who gave Y alike it would be the same; nobody's absence gives 45."""
    alike = record(Y=30)
    alike["evaluation"]["individual"][4]["score"] = 3
    alike["evaluation"]["individual"][3]["score"] = 3
    for case in (record(X=45), alike):
        assert outcome(TOTALS, case) == "review"
        assert not any(one.get("without_sheet") for one in facts_of(TOTALS, case))
