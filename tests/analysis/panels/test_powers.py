"""What three tests of a panel could have found: the table, and the size that stands for one that was not simulated."""

import csv
import runpy
from fractions import Fraction
from pathlib import Path

import pytest

from fairaudit.analysis.panels import powers
from fairaudit.analysis.panels.powers import Power, power

ROOT = Path(__file__).parents[3]
SOUGHT = ("moved", "ends", "alike")


def rows():
    with Path(powers.__file__).with_name("patterns.csv").open(encoding="ascii") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("sought", SOUGHT)
def test_a_size_that_was_simulated_is_told_as_it_is(sought):
    for row in rows():
        size = [int(row[one]) for one in ("evaluators", "bidders", "criteria")]
        assert power(sought, *size) == Power(Fraction(row[sought]), int(row["panels"]), *size)


@pytest.mark.parametrize(
    ("asked", "told"),
    [((6, 7, 6), (5, 6, 5)), ((40, 50, 60), (10, 12, 8)), ((1, 2, 1), (2, 3, 1)), ((9, 3, 4), (7, 3, 3))],
)
def test_the_nearest_size_within_stands_for_one_that_was_not_simulated(asked, told):
    assert power("moved", *asked)[2:] == told


def test_what_is_too_small_is_never_found():
    assert {power("alike", people, 12, 8).found for people in (1, 2)} == {0}  # two sheets dealt out tell nothing
    assert power("alike", 5, 5, 1).found == 0  # five cells
    assert power("ends", 2, 12, 8).found == 0
    assert power("ends", 10, 12, 1).found == 0  # one best score is none too many
    assert power("moved", 5, 5, 1).found == 0  # five moves


@pytest.mark.slow
def test_the_table_is_what_the_script_makes():
    made = runpy.run_path(str(ROOT / "bench" / "patterns.py"), run_name="patterns")["powers"]
    for size in ((3, 4, 5), (4, 5, 2)):
        assert [Fraction(str(one)) for one in made(size)] == [power(one, *size).found for one in SOUGHT]
