"""What the picture of what each bidder received shows where several things fall together, and what a pointer finds."""

import re
from itertools import pairwise

import pytest

from fairaudit.reports.pictures import lanes
from fairaudit.reports.pictures.letters import BOLDER, SMALL, width_of
from tests.reports.pictures.sample import table

FIRST, SECOND = "2026-03-02T09:00", "2026-03-20T09:00"


def drawn(*rows, names=("Alder Landscapes Ltd", "Birch"), left=()):
    """Return the picture of what bidders received; a row tells bidder, kind, item, moment and state."""
    counts = [(name, *(0,) * 7, 0, "none", 0, 0, "yes" if name in left else "") for name in names]
    received = [(who, kind, item, when, "", "", state, "events[0]") for who, kind, item, when, state in rows]
    tables = (table("received-by-bidder", *counts), table("received", *received))
    return lanes.drawing({one.name: one for one in tables})


def titles(one):
    return re.findall("<title>([^<]*)</title>", "".join(one.parts))


def words(one):
    return [
        text.strip() for text in re.findall(r"<text[^>]*>(?:<title>[^<]*</title>)?([^<]*)</text>", "".join(one.parts))
    ]


@pytest.fixture
def mixed():
    return drawn(
        ("Birch", "answers", "CQ1", FIRST, "had it"),
        ("Alder Landscapes Ltd", "answers", "CQ1", None, "not among those who had it"),
        ("all bidders", "answers", "CQ2", FIRST, "had it"),
        ("Birch", "clarifications", "Form 4", SECOND, "had it"),
    )


def test_a_mark_names_all_that_falls_together_and_is_underlined_where_something_went_better(mixed):
    said = "Alder Landscapes Ltd, answers: CQ1, not among those who had it; CQ2, had it"
    assert said in titles(mixed)
    lines = [one for one in mixed.parts if one.startswith("<line") and "dash" not in one]
    assert len(lines) == 1
    assert "a line under it where the bidder had something else then that went better" in " ".join(mixed.said)


def test_a_single_cross_has_a_title_of_its_own():
    one = drawn(
        ("Birch", "visits", "Depot", FIRST, "had it"),
        ("Alder Landscapes Ltd", "visits", "Depot", None, "not among those who had it"),
    )
    assert "Alder Landscapes Ltd, visits: Depot, not among those who had it" in titles(one)
    assert not [part for part in one.parts if part.startswith("<line")]


def test_a_clarification_is_called_so_and_a_name_stands_whole_where_there_is_room(mixed):
    assert "clarifications" in words(mixed)
    assert "Alder Landscapes Ltd" in words(mixed)


def test_who_left_has_a_lane_without_what_went_to_those_who_stayed():
    one = drawn(
        ("all bidders", "answers", "CQ1", FIRST, "had it"),
        ("all who stayed", "answers", "CQ2", SECOND, "had it"),
        left=("Birch",),
    )
    assert titles(one) == [
        "Alder Landscapes Ltd, answers: CQ1, had it",
        "Alder Landscapes Ltd, answers: CQ2, had it",
        "Birch, answers: CQ1, had it",
    ]
    assert "Birch (left)" in words(one)
    assert "Who left the contest, or was not invited, has a lane of what went out while it was in." in one.said


def test_that_a_bidder_left_stands_beside_a_name_that_is_cut():
    long = "Brightwater Catering and Hospitality Services Ltd"
    one = drawn(("all bidders", "clarifications", "CQ1", FIRST, "had it"), names=("Birch", long), left=(long,))
    assert [text for text in words(one) if text.startswith("Bright")] == ["Brightwater… (left)"]
    assert long in titles(one)


def places(one):
    return [float(at) for at in re.findall(r'<circle[^>]*cx="([^"]+)"', "".join(one.parts))][1:]


def test_the_hour_that_comes_twice_is_two_hours():
    rows = [("Alder Landscapes Ltd", "2026-10-25T01:30+01:00"), ("Birch", "2026-10-25T01:30+00:00")]
    apart = drawn(*((who, "answers", "CQ1", when, "had it") for who, when in rows))
    assert places(apart)[0] < places(apart)[1]


def test_of_more_bidders_than_a_page_holds_the_worst_and_the_best_off_are_drawn():
    lacking = {f"Bidder {one:02}": one * 7 % 60 for one in range(60)}
    counts = [(name, 5, *(0,) * 6, 0, "none", without, 0, "") for name, without in lacking.items()]
    received = [(name, "answers", "CQ1", FIRST, "", "", "had it", "events[0]") for name in lacking]
    tables = {one.name: one for one in (table("received-by-bidder", *counts), table("received", *received))}
    one = lanes.drawing(tables)
    assert sorted(lacking[name] for name in lacking.keys() - {*words(one)}) == [13, 14, 15, 16, 17, 18, 19]
    assert "Not drawn: 7 more bidders, neither best nor worst off; they stand in the table." in one.said


def test_the_figure_of_a_gap_does_not_run_into_the_next():
    days = [f"2026-03-{day:02}T09:00" for day in range(2, 30)]
    rows = [("Birch", "answers", f"CQ{at}{one}", when, "had it") for at, when in enumerate(days) for one in "ab"]
    rows += [("all bidders", "more time", "Extension", "2026-04-20T09:00", "had it")]
    mine = "Alder Landscapes Ltd"
    gaps = {3, 4, 9}
    for at, when in enumerate(days):
        state = "not among those who had it" if at in gaps else "had it"
        rows += [(mine, "answers", f"CQ{at}{one}", None if at in gaps else when, state) for one in "ab"]
    figures = [
        (float(x), text)
        for part in drawn(*rows).parts
        for x, said, text in re.findall(r'<text x="([^"]+)"[^>]*><title>([^<]*)</title>([^<]*)</text>', part)
        if said.startswith(mine)
    ]
    assert [text for _, text in figures if text.startswith("×")]
    for (left, first), (right, second) in pairwise(figures):
        assert right - left > (width_of(first, SMALL) + width_of(second, SMALL)) / 2 * BOLDER
