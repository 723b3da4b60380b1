"""Several ties of one person to one bidder are drawn side by side, so that none hides another."""

import re

import pytest

from fairaudit.checks.measurement import Table
from fairaudit.reports.pictures.ties import drawing

COLUMNS = ("person", "tie", "onward", "through", "bidder", "declared", "known_by")
BARE = [
    ("Nora Quist", "holds a share in", "", "", "Oakridge Ltd", "not declared", "a record"),
    ("Nora Quist", "was employed by", "", "", "Oakridge Ltd", "too remote to flag", "a record"),
    ("Nora Quist", "has a remote tie (pension) to", "", "", "Oakridge Ltd", "too remote to flag", "a record"),
]
THROUGH = [(*row[:3], "Xenia Quist", *row[4:]) for row in BARE]


@pytest.mark.parametrize("rows", [BARE, THROUGH])
def test_each_tie_has_a_line_of_its_own_and_is_told(rows):
    drawn = drawing({"ties": Table("ties", COLUMNS, tuple(rows))})
    paths = re.findall(r'<path d="([^"]*)"[^>]*><title>', "".join(drawn.parts))
    lines = [one for one in paths if one.count("L") >= 1 and "z" not in one]
    assert len(lines) == len(set(lines)) == (3 if rows is BARE else 6)
    for one in rows:
        assert f"{one[0]} {one[1]} {one[4]}:" in "".join(drawn.parts)
    assert drawing({"ties": Table("ties", COLUMNS, tuple(rows))}).parts == drawn.parts
