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


GUESSED = ("Nora Quist", "holds a share in", "", "", "Elmstead Ltd", "not declared", "a name only")


def test_a_recorded_tie_speaks_for_a_person_before_one_by_name():
    drawn = drawing({"ties": Table("ties", COLUMNS, (GUESSED, BARE[0]))})
    words = re.findall(r"<text[^>]*>([^<]*)</text>", "".join(drawn.parts))
    assert "not declared" in words
    assert "not declared (name only)" not in words
    alone = "".join(drawing({"ties": Table("ties", COLUMNS, (GUESSED,))}).parts)
    assert "not declared (name only)" in alone


def test_a_tie_by_name_is_drawn_and_counted_apart():
    def looks(row, tag):
        """Return how the line, or the sign, of the one tie is drawn."""
        drawn = "".join(drawing({"ties": Table("ties", COLUMNS, (row,))}).parts)
        return [
            look
            for path, look in re.findall(r'<path d="([^"]*)"([^>]*)><title>', drawn)
            if ("z" in path) == (tag == "sign")
        ]

    recorded = (*GUESSED[:6], "a record")
    for tag in ("line", "sign"):
        assert len(looks(GUESSED, tag)) == len(looks(recorded, tag)) == 1
        assert looks(GUESSED, tag) != looks(recorded, tag)
    assert 'fill="none"' in looks(GUESSED, "sign")[0]
    both = drawing({"ties": Table("ties", COLUMNS, (*BARE, GUESSED))})
    assert "only a name or an address agrees" in "".join(both.parts)
    assert "3 recorded ties and 1 tie by a name or an address alone of 1 person" in " ".join(both.said)
    none = drawing({"ties": Table("ties", COLUMNS, tuple(BARE))})
    assert "only a name or an address agrees" not in "".join(none.parts)
    assert "3 recorded ties of 1 person" in " ".join(none.said)
