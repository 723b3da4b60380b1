"""The counter of steps sees loops in every way they are written, and leaves a tracer that was there as it was."""

import sys

import pytest

from tests.work import ends, grown, steps


def nested(some):
    for one in some:
        for other in some:
            assert other is not None or one


def drained(some):
    left = list(some) * len(some)
    while left:
        left.pop()


EACH_WITH_EACH = {
    "loops": nested,
    "on one line": lambda some: [one for one in some for other in some if one < other],
    "a comprehension in a loop": lambda some: [{other for other in some if other < one} for one in some],
    "asked until one holds": lambda some: [any(other < 0 for other in some) for _ in some],
    "a key of our own": lambda some: [max(some, key=lambda other: -other) for _ in some],
    "until nothing is left": drained,
}


@pytest.mark.parametrize("work", EACH_WITH_EACH.values(), ids=EACH_WITH_EACH)
def test_comparing_each_with_each_is_seen(work):
    few, many = grown(lambda size: lambda: work(range(size)), 20)
    assert many > 40 * few


def test_going_through_once_is_in_step():
    few, many = grown(lambda size: lambda: [one + 1 for one in range(size)], 20)
    assert 6 * few < many < 9 * few


def test_the_same_work_takes_the_same_steps():
    assert len({steps(lambda: nested(range(9))) for _ in range(3)}) == 1


def test_a_tracer_that_was_there_is_there_again_even_after_a_fault():
    def tracer(frame, event, argument):
        return None

    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        with pytest.raises(ZeroDivisionError):
            steps(lambda: 1 / 0)
        after = sys.gettrace()
    finally:
        sys.settrace(before)
    assert after is tracer


def test_what_all_but_hangs_is_told():
    with pytest.raises(AssertionError, match="no measure of speed"), ends(seconds=0):
        sum(range(100_000))
