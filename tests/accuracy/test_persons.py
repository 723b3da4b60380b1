"""Precision and recall of matched names on labelled lists, and docs/accuracy.md says the figures."""

from functools import cache
from pathlib import Path

import pytest

from tests.accuracy.labels import shown
from tests.accuracy.persons import DATA, NUMBERED, fake_1000, febrl_3, figures, rows, shuffled, together

PAGE = (Path(__file__).parents[2] / "docs" / "accuracy.md").read_text(encoding="utf-8").splitlines()
LISTS = {"fake 1000": fake_1000, "FEBRL 3": febrl_3, "FEBRL 3 with its number": lambda: febrl_3(NUMBERED)}
BOTH, TOGETHER = ("fake 1000", "FEBRL 3"), "both together"

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="the names that were labelled are no part of the project and not beside it"
)


@cache
def measured(name):
    return together([measured(one) for one in BOTH]) if name == TOGETHER else figures(LISTS[name]())


@pytest.mark.parametrize("name", LISTS)
def test_nineteen_in_twenty_that_are_likely_or_better_are_right(name):
    assert measured(name).precision("likely") >= 0.95


def test_four_in_five_pairs_are_possible_or_better():
    assert measured("FEBRL 3").recall("possible") >= 0.8
    assert measured(TOGETHER).recall("possible") >= 0.8


def test_four_in_five_pairs_are_found_of_those_whose_birth_months_do_not_contradict():
    found = measured("fake 1000")
    right, _ = found.up_to("possible")
    assert right / (found.true - found.contradicted) >= 0.8


@pytest.mark.parametrize("name", BOTH)
def test_the_order_of_the_file_changes_no_figure(name):
    assert figures(shuffled(LISTS[name](), 7)) == measured(name)


def lines():
    """Yield every line of figures that the page must hold."""
    for name in (*LISTS, TOGETHER):
        yield from rows(name, measured(name))
    for name in (*BOTH, TOGETHER):
        found = measured(name)
        left, (right, _) = found.true - found.contradicted, found.up_to("possible")
        yield (
            f"| {name} | {found.true} | {found.contradicted} | {shown(left / found.true)} | {right} | {shown(right / left)} |"
        )


def test_the_page_says_what_was_measured():
    assert [one for one in lines() if one not in PAGE] == []
