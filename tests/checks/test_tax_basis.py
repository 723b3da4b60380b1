"""Prices that are recorded with value added tax and without: which are compared, and that nothing hangs on how they are recorded."""

import pytest

from fairaudit.engine.judge import judge
from tests.checks.scoring_case import case_of, outcome, rule, said

TOTALS = "core/totals-that-do-not-recompute"
FIRST = "core/first-place-not-to-the-lowest-price"
ANOTHER_FIRST = "evaluation/another-bid-first-when-worked-out-again"
FITS = "evaluation/price-points-by-another-formula"
ALIKE = "core/prices-with-and-without-tax"
RULES = (TOTALS, "core/ranking-against-the-totals", "core/award-not-to-the-best", FIRST)

NET, GROSS = (432, 405, 470), (518.4, 405, 564)
BEHIND = 30
"""Points for quality of the second bid with which it comes behind by either amounts."""
BY_NET, BY_GROSS, BY_NEITHER = (37.5, 40, 34.47), (31.25, 40, 28.72), (30, 40, 20)


def bids(*values):
    return [
        {"id": f"B{at}", "status": "valid", "value": {"currency": "EUR", **one}} for at, one in enumerate(values, 1)
    ]


BOTH = bids(*({"amount": net, "vat": "excluded", "amount_gross": gross} for net, gross in zip(NET, GROSS, strict=True)))
ONLY_GROSS = bids(*({"amount": one, "vat": "included"} for one in GROSS))
ONLY_NET = bids(*({"amount": one, "vat": "excluded"} for one in NET))


def scored(words, points, given, second=42):
    quality = (48, second, 48)
    totals = [
        {"bid": f"B{at}", "quality": one, "price": price, "total": round(one + price, 2)}
        for at, (one, price) in enumerate(zip(quality, points, strict=True), 1)
    ]
    order = sorted(totals, key=lambda one: -one["total"])
    formula = {"name": "lowest-price-ratio", "rounding": {"places": 2}}
    return {
        "complete": ["bids"],
        "tender": {
            "award_method": f"The most points win. {words}",
            "award_criteria": [
                {"id": "Q", "weight": 60, "scale": {"minimum": 0, "maximum": 5}},
                {"id": "P", "type": "price", "weight": 40, "formula": formula},
            ],
        },
        "bids": given,
        "evaluation": {
            "consensus": [
                {"bid": f"B{at}", "criterion": "Q", "score": one} for at, one in enumerate((4, second / 12, 4), 1)
            ],
            "totals": totals,
            "ranking": [{"bid": one["bid"], "rank": at} for at, one in enumerate(order, 1)],
        },
        "awards": [{"bid": order[0]["bid"]}],
    }  # fmt: skip


def by_price(words, first, given):
    return {
        "tender": {"award_method": words, "award_criteria": [{"id": "P", "type": "price", "weight": 100}]},
        "bids": given,
        "evaluation": {"ranking": [{"bid": first, "rank": 1}, {"bid": "B2" if first == "B1" else "B1", "rank": 2}]},
        "awards": [{"bid": first}],
    }


SAYS = "Prices are compared including VAT."


@pytest.mark.parametrize("points", [BY_GROSS, BY_NEITHER])
@pytest.mark.parametrize("name", RULES)
def test_a_record_held_to_prices_with_tax_is_judged_as_if_only_those_were_recorded(points, name):
    assert outcome(name, scored(SAYS, points, BOTH)) == outcome(name, scored(SAYS, points, ONLY_GROSS))


@pytest.mark.parametrize(("points", "found"), [(BY_GROSS, "passed"), (BY_NET, "flagged"), (BY_NEITHER, "flagged")])
def test_words_that_name_prices_with_tax_hold_the_record_to_them(points, found):
    name = TOTALS if points == BY_NEITHER else FITS
    assert outcome(name, scored(SAYS, points, BOTH)) == found


@pytest.mark.parametrize(("points", "found"), [(BY_NET, "passed"), (BY_GROSS, "flagged")])
def test_words_that_name_prices_without_tax_hold_the_record_to_them(points, found):
    assert outcome(FITS, scored("Prices are compared excluding VAT.", points, BOTH)) == found


@pytest.mark.parametrize(("points", "found"), [(BY_NET, "passed"), (BY_GROSS, "passed"), (BY_NEITHER, "review")])
def test_where_no_words_name_a_basis_the_record_tells_or_it_is_a_question(points, found):
    assert outcome(TOTALS, scored("", points, BOTH, BEHIND)) == found


TURNED = (
    TOTALS,
    "core/award-not-to-the-best",
    ANOTHER_FIRST,
    FITS,
)


@pytest.mark.parametrize("points", [BY_NET, BY_GROSS])
@pytest.mark.parametrize("name", TURNED)
def test_nothing_passes_where_silent_documents_leave_open_who_is_first(points, name):
    assert outcome(name, scored("", points, BOTH)) == "not-assessed"
    assert outcome(name, scored("", points, BOTH, BEHIND)) == "passed"


def test_the_reason_names_who_is_first_by_which_amounts():
    judgement = judge(case_of(scored("", BY_GROSS, BOTH)), rule(ANOTHER_FIRST), "market")
    told = "it decides who comes first: B1 by the prices without tax, B2 by those with it"
    assert any(told in one.reason for one in judgement.unassessed)


def ranked(first):
    order = sorted(("B1", "B2", "B3"), key=lambda one: one != first)
    return [{"bid": one, "rank": at} for at, one in enumerate(order, 1)]


@pytest.mark.parametrize(("points", "wrong"), [(BY_NET, "B2"), (BY_GROSS, "B1")])
def test_a_first_place_by_the_other_amounts_is_a_question_where_documents_are_silent(points, wrong):
    case = scored("", points, BOTH)
    case["evaluation"]["ranking"] = ranked(wrong)
    assert outcome(ANOTHER_FIRST, case) == "review"
    case["evaluation"]["ranking"] = ranked("B3")
    assert outcome(ANOTHER_FIRST, case) == "flagged"


@pytest.mark.parametrize(("second", "found"), [(42, "not-assessed"), (30, "passed")])
def test_open_words_hold_back_who_is_first_only_where_it_may_turn(second, found):
    case = scored("", BY_NET, BOTH, second)
    case["tender"]["award_criteria"][1]["text"] = "Total price, VAT to be shown separately"
    assert outcome(ANOTHER_FIRST, case) == found
    assert outcome(TOTALS, case) == "not-assessed"


@pytest.mark.parametrize(
    ("words", "points", "counted", "kind"),
    [
        ("Prices are compared excluding VAT.", BY_GROSS, "without", "with"),
        (SAYS, BY_NET, "with", "without"),
    ],
)
def test_points_from_the_other_amounts_are_told_once_with_their_cause(words, points, counted, kind):
    found, told = said(FITS, scored(words, points, BOTH))
    assert found == "flagged"
    assert f"rounded to 2 places, from the prices {counted} tax, and all by the same from those {kind} tax" in told
    assert outcome(TOTALS, scored(words, points, BOTH)) == "not-assessed"


@pytest.mark.parametrize("words", ["Prices are compared excluding VAT.", SAYS])
def test_points_from_neither_amounts_have_no_such_cause(words):
    assert "from the prices" not in " ".join(said(FITS, scored(words, BY_NEITHER, BOTH)))


@pytest.mark.parametrize(
    ("words", "found"), [("The lowest price wins.", "not-assessed"), ("The lowest price excl. VAT wins.", "passed")]
)
@pytest.mark.parametrize("name", ["evaluation/low-prices-marked", "evaluation/low-price-not-queried"])
def test_no_price_is_low_by_amounts_that_may_not_count(name, words, found):
    case = by_price(words, "B2", LOWER)
    case["tender"]["low_price_test"] = "tenth-below-mean"
    assert outcome(name, case) == found


def test_a_figure_says_which_prices_it_comes_from():
    told = " ".join(said(TOTALS, scored(SAYS, BY_NEITHER, BOTH)))
    assert "the formula lowest-price-ratio and the prices with tax it is 31.3" in told
    asked = " ".join(said(TOTALS, scored("", BY_NEITHER, BOTH)))
    assert "and the prices without tax (which were compared is not said) it is 37.5" in asked


def test_prices_without_tax_say_little_where_words_name_those_with_it():
    assert outcome(TOTALS, scored(SAYS, BY_NET, ONLY_NET)) == "passed"
    assert outcome(TOTALS, scored(SAYS, BY_GROSS, ONLY_NET)) == "review"


def test_one_bid_without_its_amount_with_tax_is_asked_for():
    given = [*BOTH[:2], ONLY_NET[2]]
    assert outcome(TOTALS, scored(SAYS, BY_GROSS, given)) == "not-assessed"
    assert outcome(ALIKE, scored(SAYS, BY_GROSS, given)) == "passed"


EXEMPT, TAXED = (
    {"amount": net, "vat": "excluded", "amount_gross": gross} for net, gross in ((432, 432), (405, 498.15))
)
LOWER = bids(EXEMPT, TAXED)


@pytest.mark.parametrize(
    ("words", "first", "found"),
    [
        ("The lowest price wins. Prices are compared with VAT.", "B1", "passed"),
        ("The lowest price wins. Prices are compared with VAT.", "B2", "flagged"),
        ("The lowest price including VAT wins.", "B1", "passed"),
        ("The lowest price including VAT wins.", "B2", "flagged"),
        ("The lowest price excluding VAT wins.", "B1", "flagged"),
        ("The lowest price excluding VAT wins.", "B2", "passed"),
        ("The lowest price wins.", "B1", "not-assessed"),
        ("The lowest price wins.", "B2", "not-assessed"),
    ],
)  # fmt: skip
def test_the_lowest_price_by_the_basis_that_words_name(words, first, found):
    assert outcome(FIRST, by_price(words, first, LOWER)) == found


def test_the_dearest_by_both_amounts_is_sure():
    given = bids(*({"amount": one, "vat": "excluded", "amount_gross": one * 2} for one in (100, 90)))
    assert outcome(FIRST, by_price("The lowest price wins.", "B1", given)) == "flagged"


@pytest.mark.parametrize(
    ("words", "formula", "found"),
    [
        ("", {"name": "fixed-band", "parameters": {"lowest": 300, "highest": 600}}, "not-assessed"),
        (
            "Prices are compared without VAT.",
            {"name": "fixed-band", "parameters": {"lowest": 300, "highest": 600}},
            "flagged",
        ),
        ("", {"name": "lowest-price-ratio"}, "passed"),
    ],
)
def test_one_rate_for_all_tells_by_amounts_that_a_formula_names(words, formula, found):
    """By the band the prices are worth 40 and 24 points without tax, and 32 and 12.8 with it, by which another bid is first."""
    given = bids(*({"amount": net, "vat": "excluded", "amount_gross": net * 1.2} for net in (300, 420)))
    case = scored(words, (32, 12.8, 0), given)
    case["evaluation"]["consensus"] = [
        {"bid": "B1", "criterion": "Q", "score": 2},
        {"bid": "B2", "criterion": "Q", "score": 3.5},
    ]
    points = (32, 12.8) if "parameters" in formula else (40, 28.57)
    totals = [
        {"bid": bid, "quality": quality, "price": price, "total": round(quality + price, 2)}
        for bid, quality, price in zip(("B1", "B2"), (24, 42), points, strict=True)
    ]
    case["evaluation"] |= {"totals": totals, "ranking": [{"bid": "B1", "rank": 1}, {"bid": "B2", "rank": 2}]}
    case["tender"]["award_criteria"][1]["formula"] = formula | {"rounding": {"places": 2}}
    assert outcome(TOTALS, case) == found


OPEN = "VAT is not considered in the evaluation of prices."


@pytest.mark.parametrize(
    ("points", "found"), [(BY_NET, "not-assessed"), (BY_GROSS, "not-assessed"), (BY_NEITHER, "review")]
)
def test_words_of_tax_that_name_no_basis_plainly_let_nothing_pass(points, found):
    assert outcome(TOTALS, scored(OPEN, points, BOTH)) == found


@pytest.mark.parametrize("first", ["B1", "B2"])
def test_the_lowest_price_is_open_where_words_of_tax_name_no_basis_plainly(first):
    words = "The lowest price wins. Prices shall be exclusive of VAT, which is payable in addition."
    assert outcome(FIRST, by_price(words, first, LOWER)) == "not-assessed"


def test_who_comes_behind_all_others_by_both_amounts_is_sure():
    given = bids(
        *(
            {"amount": net, "vat": "excluded", "amount_gross": gross}
            for net, gross in ((120, 130), (100, 123), (110, 112))
        )
    )
    assert outcome(FIRST, by_price("The lowest price wins.", "B1", given)) == "flagged"


def test_noughts_of_a_bid_that_is_out_do_not_hide_the_basis():
    case = scored("", BY_GROSS, [*BOTH, {**BOTH[2], "id": "B4", "status": "rejected"}], BEHIND)
    case["evaluation"]["totals"].append({"bid": "B4", "quality": 0, "price": 0, "total": 0})
    assert outcome(TOTALS, case) == "passed"


def test_a_dearer_bid_is_none_where_tax_decides_which_is_dearer():
    case = scored("", (30, 25, 20), LOWER)
    case["tender"]["award_criteria"][1].pop("formula")
    assert outcome("evaluation/dearer-bid-with-more-price-points", case) == "not-assessed"
