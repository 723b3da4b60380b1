"""Moves, marks, sheets, severity, several tests at once: whole answers, and other libraries or brute force as oracles."""

from fractions import Fraction
from itertools import permutations, product
from math import atan, comb, cos, pi, sqrt
from statistics import stdev

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fairaudit.analysis.estimable import NotEstimable
from fairaudit.analysis.panels.chances import fisher_at_least, holm
from fairaudit.analysis.panels.leaders import leaders, ranks
from fairaudit.analysis.panels.marks import (
    alike,
    could_be_one,
    expected_alike,
    expected_nearly_alike,
    for_one_bidder,
    nearly_alike,
    others_agree,
    spread,
)
from fairaudit.analysis.panels.moves import direction
from fairaudit.analysis.panels.severity import additive, is_crossed, severities, student
from fairaudit.analysis.reshuffling import largest_departure, reshuffled, sum_of_squares

HALF = Fraction(1, 2)


def test_fishers_tea():
    """Fisher, The Design of Experiments (1935), chapter 2: all four of eight cups right, 1 in 70; three or more, 17 in 70."""
    assert fisher_at_least(4, 4, 4, 8) == Fraction(1, 70)
    assert fisher_at_least(3, 4, 4, 8) == Fraction(17, 70)


@given(st.integers(0, 8), st.integers(0, 8), st.integers(0, 8))
def test_fishers_chances_add_up(first, second, more):
    whole = max(first, second) + more
    least = max(0, first + second - whole)
    assert fisher_at_least(least, first, second, whole) == 1
    most = min(first, second)
    assert fisher_at_least(most, first, second, whole) * comb(whole, second) == comb(first, most) * comb(
        whole - first, second - most
    )


def test_counts_that_cannot_be_are_refused():
    with pytest.raises(ValueError, match="no table has such counts"):
        fisher_at_least(5, 4, 4, 8)


def test_holm_on_his_rule():
    """The least is multiplied by all, the next by one less, and none falls below one before it."""
    chances = [Fraction(1, 100), Fraction(4, 100), Fraction(3, 100), Fraction(1, 200)]
    assert holm(chances) == [Fraction(3, 100), Fraction(6, 100), Fraction(6, 100), Fraction(2, 100)]
    assert holm([Fraction(1, 100)], family=30) == [Fraction(30, 100)]
    assert holm([HALF, HALF]) == [1, 1]


ROWS = st.integers(3, 4).flatmap(
    lambda wide: st.lists(st.lists(st.integers(-3, 3), min_size=wide, max_size=wide), min_size=1, max_size=3)
)


@pytest.mark.parametrize("statistic", [largest_departure, sum_of_squares])
@given(rows=ROWS)
def test_all_orders_are_all_orders(statistic, rows):
    """Every order of every row, the first among them, counted one by one."""
    assume(len(rows) * len(rows[0]) <= 9)
    shifted = [[one - min(row) for one in row] for row in rows]
    observed = statistic(tuple(map(sum, zip(*shifted, strict=True))))
    found = [
        statistic(tuple(map(sum, zip(*orders, strict=True)))) >= observed
        for orders in product(*(list(permutations(row)) for row in shifted))
    ]
    assert reshuffled(rows, statistic).p == Fraction(sum(found), len(found))


def test_drawn_orders_come_near_all_orders():
    rows = [[4, 1, 0, 0, -1], [3, 0, 1, 0, 0], [0, 1, 0, 2, 0]]
    exact = reshuffled(rows, largest_departure)
    drawn = reshuffled(rows, largest_departure, enumerated=0)
    assert (exact.all_of_them, exact.orders) == (True, 120**2)
    assert (drawn.all_of_them, drawn.seed) == (False, 19720221)
    assert float(drawn.p) == pytest.approx(float(exact.p), rel=0.35)
    assert reshuffled(rows, largest_departure, enumerated=0) == drawn


def test_drawing_ends_once_the_answer_is_plain():
    rows = [[(7 * row * at + 3 * at * at) % 11 for at in range(8)] for row in range(1, 7)]
    found = reshuffled(rows, sum_of_squares)
    assert found.orders < 9_999
    assert found.p == Fraction(100, found.orders)


def test_long_rows_turn_in_circles_and_one_that_stands_out_is_found():
    rows = [[9 if at == 5 else (at * row) % 4 for at in range(12)] for row in range(1, 7)]
    found = reshuffled(rows, largest_departure)
    assert found == (Fraction(1, 10_000), 9_999, False, 19720221)


def test_numbers_too_fine_for_a_word_are_still_ordered():
    rows = [[Fraction(one + 1, 10**9 + 7 * row) for one in (0, 3, 1)] for row in range(4)]
    assert 0 < reshuffled(rows, largest_departure).p <= 1


def test_moves_of_one_bidder_apart():
    moves = [[2, 0, 0, 0], [1, 0, -1, 0], [2, 0, 1, 0], [2, -1, 0, 0]]
    found = direction([list(map(Fraction, row)) for row in moves])
    assert (found.bidder, found.departure) == (0, Fraction(7) - Fraction(6, 4))
    assert found.chance.p <= Fraction(2, 100)


@pytest.mark.parametrize(
    ("moves", "reason"),
    [
        ([], "too small: 3 bidders and 6 moved scores are needed"),
        ([[1, 2], [1, 2], [1, 2]], "too small: 3 bidders and 6 moved scores are needed"),
        ([[1, 2, 0], [0, 2, 1]], "too small: 3 bidders and 6 moved scores are needed"),
        ([[1, 1, 1], [2, 2, 2]], "not estimable: every bidder was moved alike"),
    ],
)
def test_moves_that_are_not_tested_say_why(moves, reason):
    with pytest.raises(NotEstimable) as raised:
        direction([list(map(Fraction, row)) for row in moves])
    assert str(raised.value) == reason


def test_leaders_and_ranks_share_equal_places():
    totals = [Fraction(80), Fraction(90), Fraction(90), Fraction(70)]
    assert (leaders(totals), ranks(totals), leaders([])) == ((1, 2), [3, 1, 1, 4], ())


def marked(*bidders):
    """Cells of each bidder, as strings: who gave a mark (x), who gave another score (.), who gave none (a space)."""
    return [[{at: one == "x" for at, one in enumerate(cell) if one != " "} for cell in cells] for cells in bidders]


def test_the_only_one_who_gives_a_mark_gives_it_to_one_bidder():
    """Six cells of one mark each: that all are one given person's comes about in (1/4)^6, of their own scores in 1/C(30, 6)."""
    other = ["...."] * 6
    cells = marked(other, other, [".x.."] * 6, other, other)
    assert for_one_bidder(cells) == [(1, 2, 6, Fraction(1, 4**6))]
    assert could_be_one(cells) == 4


def test_a_bidder_who_earns_marks_of_all_is_no_pattern():
    cells = marked(["xxxx"] * 6, ["...."] * 6, ["...."] * 6)
    assert [one.p for one in for_one_bidder(cells)] == [1] * 4
    cells = marked(["xxx."] * 6, ["..x."] * 6, ["...."] * 6)
    assert [(one.evaluator, one.p > HALF / 10) for one in for_one_bidder(cells)] == [(0, True), (1, True)]


def test_an_evaluator_who_gives_many_marks_is_no_pattern():
    assert for_one_bidder(marked(["x..."] * 6, ["x..."] * 6, ["...."] * 6)) == []
    few = marked(["x..........", "x.........."], ["..........."])
    assert for_one_bidder(few) == [(0, 0, 2, fisher_at_least(2, 2, 2, 3))]  # of three scores two are at the end


def test_one_mark_or_none_is_not_looked_at():
    assert for_one_bidder(marked(["x..."], ["...."], ["...."])) == []
    assert for_one_bidder([]) == []
    assert could_be_one(marked(["x...", "...."], ["x..."])) == 0


def test_whoever_gave_no_score_is_dealt_none():
    cells = marked(["x. ", "x .", "x.."], [" ..", " ..", "..."])
    assert for_one_bidder(cells) == [(0, 0, 3, Fraction(1, 4))]  # 1/2 · 1/2 · 1/3 dealt out, and 3 of 4 own scores
    assert could_be_one(cells) == 3


@given(st.lists(st.lists(st.booleans(), min_size=3, max_size=3), min_size=2, max_size=4))
def test_the_chance_of_marks_is_what_dealing_out_gives(rows):
    """Other bidders without marks, so many that the evaluator's own scores explain nothing."""
    found = for_one_bidder([[dict(enumerate(row)) for row in rows], *([[dict.fromkeys(range(3), False)] * 40] * 2)])
    orders = list(product(*(list(permutations(row)) for row in rows)))
    for one in found:
        extreme = sum(sum(row[one.evaluator] for row in order) >= one.marks for order in orders)
        own = fisher_at_least(one.marks, one.marks, len(rows), len(rows) + 80)
        assert one.p == max(own, Fraction(extreme, len(orders)))


def test_sheets_that_are_nearly_alike_and_how_many_chance_makes():
    sheets = [(1, 2, 4), (1, 2, 3), (2, 2, 3), (2, 3, 3)]
    assert nearly_alike(sheets, 1) == [(0, 1, 1), (1, 2, 1), (2, 3, 1)]
    assert expected_nearly_alike(sheets, 0) == expected_alike(sheets)
    assert expected_nearly_alike(sheets, 3) == 6  # every pair
    cells = [list(permutations(cell)) for cell in zip(*sheets, strict=True)]
    dealt = [
        len(nearly_alike(rows, 1)) + len(alike(rows))
        for one in product(*cells)
        for rows in [list(zip(*one, strict=True))]
    ]
    assert expected_nearly_alike(sheets, 1) == Fraction(sum(dealt), len(dealt))


def test_sheets_that_are_alike_and_how_many_chance_makes():
    sheets = [(3, 4, 2), (3, 4, 2), (3, 4, 1)]
    assert alike(sheets) == [(0, 1)]
    assert expected_alike(sheets) == 3 * Fraction(1) * 1 * Fraction(1, 3)
    assert expected_alike([(1, 2), (1, 3)]) == 0
    assert expected_alike([(1, 2), (1, 2)]) == 1  # with two, dealing out tells nothing


@given(st.lists(st.lists(st.integers(0, 2), min_size=2, max_size=2), min_size=2, max_size=3))
def test_the_expected_number_of_pairs_is_what_dealing_out_gives(sheets):
    cells = [list(permutations(cell)) for cell in zip(*sheets, strict=True)]
    dealt = [len(alike(list(zip(*one, strict=True)))) for one in product(*cells)]
    assert expected_alike(sheets) == Fraction(sum(dealt), len(dealt))


def test_spread_of_a_sample():
    assert (spread([1.0]), spread([]), spread([1.0, 3.0])) == (0.0, 0.0, pytest.approx(2**0.5))


UNITS = [{0: 3, 1: 4}, {1: 5, 2: 3}, {0: 2, 2: 2}, {0: 1, 1: 2, 2: 0}]


def test_severities_are_departures_from_those_who_scored_the_same():
    found = severities([{0: 1, 1: 3}, {0: 2, 1: 2}, {2: 5}], 3, [0, 1, 2])
    assert [one and (one.mean, one.units) for one in found] == [(-HALF, 2), (HALF, 2), None]
    assert found[0].within is None  # two bids


def test_the_range_of_a_severity_is_students_over_bids_and_not_over_scores():
    ahead = [(4, 2), (3, 1), (-2, 2), (0, 0)]  # of each bid on two criteria, so much is evaluator 1 above evaluator 2
    units = [{0: 5 + one, 1: 5} for pair in ahead for one in pair]
    first, second = severities(units, 2, [at for at, pair in enumerate(ahead) for _ in pair])
    own = [sum(pair) / 4 for pair in ahead]
    assert first.mean == Fraction(10, 16) == -second.mean
    assert first.within == pytest.approx(3.1824 * stdev(own) / 2) == second.within


@pytest.mark.parametrize("freedom", [1, 2, 7, 30, 31, 39, 400])
def test_the_points_of_student_leave_a_fortieth_above(freedom):
    edge, steps = atan(student(freedom) / sqrt(freedom)), 4000
    # With t = √ν tan a the density is cos(a) to the power ν - 1, over the whole of half a turn.
    inside, whole = (
        sum(cos((at + 0.5) * end / steps) ** (freedom - 1) for at in range(steps)) * end / steps
        for end in (edge, pi / 2)
    )
    assert (1 - inside / whole) / 2 == pytest.approx(0.025, abs=3e-6)


def test_what_is_crossed():
    assert is_crossed([{0: 1, 1: 2}, {0: 3, 1: 4}], 2)
    assert not is_crossed([{0: 1, 1: 2}, {0: 3}], 2)


def test_the_additive_model_finds_what_was_put_in():
    severity = [-2, 0, 2]
    units = [{at: truth + severity[at] for at in people} for truth, people in ((5, (0, 1)), (3, (1, 2)), (7, (0, 2)))]
    assert additive(units, 3) == severity


@given(st.lists(st.dictionaries(st.integers(0, 2), st.integers(0, 5), min_size=1), min_size=1, max_size=6))
def test_the_additive_model_is_least_squares(units):
    try:
        found = additive(units, 3)
    except NotEstimable:
        assert not connected(units)
        return
    assert connected(units)
    assert sum(found) == 0
    least = left(units, found)
    for at, by in product(range(3), (Fraction(1, 7), Fraction(-1, 7))):
        moved = [one + (by if place == at else 0) for place, one in enumerate(found)]
        assert left(units, moved) >= least


def connected(units):
    """Whether all three evaluators hang together by units they share."""
    group, grown = {0}, set()
    while group != grown:
        grown = set(group)
        group |= {at for unit in units if set(unit) & group for at in unit}
    return group == {0, 1, 2}


def left(units, severity):
    total = Fraction(0)
    for unit in units:
        own = [one - severity[at] for at, one in unit.items()]
        mean = Fraction(sum(own), len(own))
        total += sum((one - mean) ** 2 for one in own)
    return total


def test_too_many_people_are_not_solved():
    with pytest.raises(NotEstimable, match="more than 30 evaluators"):
        additive([], 31)


def test_how_far_the_others_agree_once_severity_is_taken_out():
    """The third is a step harder throughout but for one cell of four; the fourth agrees with nobody."""
    sheets = [[3, 2, 4, 3], [3, 2, 4, 3], [2, 1, 3, 3], [5, 0, 2, 5]]
    assert others_agree(sheets[:3], (0, 1)) == Fraction(3, 4)
    assert others_agree(sheets[:2], (0, 1)) == 0
    assert others_agree([[one + 1 for one in sheets[0]], *sheets[1:3]], (0, 1)) == Fraction(3, 4)
    assert others_agree(sheets, (0, 1)) < Fraction(1, 2)
