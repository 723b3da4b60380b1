"""The strongest short ways through a graph of ties, held against trying every way there is."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairaudit.analysis.ties.strength import Strength, months_before, strength_on
from fairaudit.analysis.ties.ways import Step, Way, strongest_ways
from tests.work import grown

NODES = tuple("abcdefg")
graphs = st.lists(
    st.builds(Step, st.sampled_from(NODES), st.sampled_from(NODES), st.integers(min_value=1, max_value=4)), max_size=18
)
some = st.lists(st.sampled_from(NODES), min_size=1, max_size=4)


def every_way(steps, start, end, most):
    """Every way that goes to no node twice, of at most so many steps, with the best step between each two nodes."""
    waiting = [((start,), (), 5)]
    while waiting:
        nodes, places, strength = waiting.pop()
        if nodes[-1] == end:
            if places:
                yield Way(nodes, places, strength)
            continue
        if len(places) < most:
            for after in NODES:
                between = [
                    (-one.strength, place)
                    for place, one in enumerate(steps)
                    if (one.start, one.end) == (nodes[-1], after)
                ]
                if between and after not in nodes:
                    least, place = min(between)
                    waiting.append(((*nodes, after), (*places, place), min(strength, -least)))


@settings(max_examples=400, deadline=None)
@given(graphs, some, some, st.integers(min_value=0, max_value=5))
def test_the_ways_are_the_best_of_all_there_are(steps, sources, targets, most):
    expected = {}
    for start in dict.fromkeys(sources):
        for end in dict.fromkeys(targets):
            ways = list(every_way(steps, start, end, most)) if start != end else []
            if ways:
                expected[start, end] = min(ways, key=lambda one: (-one.strength, len(one.steps), one.nodes))
    found = strongest_ways(steps, sources, targets, most)
    assert found == expected
    assert list(found) == list(expected)


@settings(max_examples=200, deadline=None)
@given(graphs, some, some, st.randoms(use_true_random=False))
def test_the_order_of_the_ties_changes_no_way(steps, sources, targets, random):
    shuffled = list(steps)
    random.shuffle(shuffled)
    told, again = (
        {pair: (way.nodes, way.strength) for pair, way in strongest_ways(some_, sources, targets, 4).items()}
        for some_ in (steps, shuffled)
    )
    assert told == again


def test_firms_that_own_each_other_in_a_circle_are_gone_through_once():
    circle = [Step("p", "a", 4), Step("a", "b", 4), Step("b", "c", 4), Step("c", "a", 4), Step("c", "t", 4)]
    assert strongest_ways(circle, ["p"], ["t"], 8) == {("p", "t"): Way(("p", "a", "b", "c", "t"), (0, 1, 2, 4), 4)}
    assert strongest_ways(circle, ["p"], ["t"], 3) == {}


def test_a_longer_way_that_is_stronger_comes_first():
    ties = [Step("p", "t", 1), Step("p", "x", 4), Step("x", "t", 3)]
    assert strongest_ways(ties, ["p"], ["t"], 4)["p", "t"] == Way(("p", "x", "t"), (1, 2), 3)


def test_the_work_is_in_step_with_the_ties():
    def made(size):
        ties = [
            Step(f"n{one}", f"n{(one * step + 7) % size}", one % 4 + 1) for one in range(size) for step in (3, 5, 11)
        ]
        ends = [f"n{one}" for one in range(20, 30)]
        return lambda: strongest_ways(ties, [f"n{one}" for one in range(5)], ends, 6)

    assert made(100)()
    few, many = grown(made, 100)
    assert many < 12 * few


DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("day", "end", "lasting", "expected"),
    [
        (DAY, None, Strength.CURRENT, Strength.CURRENT),
        (DAY, date(2026, 3, 2), Strength.CURRENT, Strength.CURRENT),
        (DAY, date(2026, 3, 1), Strength.CURRENT, Strength.RECENT),
        (DAY, date(2024, 3, 2), Strength.CURRENT, Strength.RECENT),
        (DAY, date(2024, 3, 1), Strength.CURRENT, Strength.REMOTE),
        (DAY, date(2026, 3, 1), Strength.FAMILY, Strength.FAMILY),
        (DAY, date(2026, 3, 1), Strength.REMOTE, Strength.REMOTE),
        (None, date(1990, 1, 1), Strength.CURRENT, Strength.RECENT),
        (None, None, Strength.FAMILY, Strength.FAMILY),
    ],
)
def test_strength_hangs_on_the_day_it_is_counted_back_from(day, end, lasting, expected):
    assert strength_on(day, end, 24, lasting) is expected


def test_months_before_the_end_of_a_short_month():
    assert months_before(date(2026, 3, 31), 1) == date(2026, 2, 28)
