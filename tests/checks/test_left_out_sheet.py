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


def two_criteria(first, second, recorded):
    """A bid scored by three for two criteria of 30 points each."""
    case = record()
    own = case["tender"]["award_criteria"][0]
    case["tender"]["award_criteria"][0] = own | {"weight": 30}
    case["tender"]["award_criteria"].insert(1, own | {"id": "R", "weight": 30})
    case["evaluation"]["individual"] = [
        {"bid": "X", "criterion": key, "evaluator": f"e{at}", "score": score}
        for key, scores in (("Q", first), ("R", second))
        for at, score in enumerate(scores, 1)
    ]
    case["evaluation"]["totals"] = [{"bid": "X", "quality": recorded, "price": 40, "total": recorded + 40}]
    return case


def test_it_is_not_told_where_one_score_of_somebody_else_left_out_gives_the_figure_too():
    """20 points; 21 without all that Ann gave, and without the 1 that Bo gave for the first criterion."""
    plain, open_ = two_criteria((1, 1, 1), (1, 2, 2), 18), two_criteria((1, 1, 2), (2, 1, 3), 21)
    assert said(TOTALS, plain)[1].endswith("it is 16; without the scores of Ann Birk it is 18.")
    assert said(TOTALS, open_)[1].endswith("it is 20.")


def test_that_the_member_stepped_aside_is_told():
    case = record(X=42)
    case["declarations"] = [{"person": "e3", "recused_from": ["X"]}]
    assert said(TOTALS, case)[1].endswith("; without the scores of Cy Tarr, who stepped aside from it, it is 42.")
