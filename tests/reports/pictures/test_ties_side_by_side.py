"""Several ties of one person to one bidder are drawn side by side, so that none hides another."""

import re

import pytest

from fairaudit.checks.measurement import Table
from fairaudit.reports.pictures.canvas import WIDTH
from fairaudit.reports.pictures.letters import BOLDER, width_of
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


WORDY = "by one record until 31 January 2020 held a share of unknown size in, and by another, which contradicts it, holds in"
SCORED = ("Kaya Pellow", WORDY, "", "", "Cotter Engineering CIC", "declared, and worked on the bid", "a name only")


def _written(rows):
    """Return each text of the picture of some ties: its place across and down, its anchor, its width, and itself."""
    drawn = "".join(drawing({"ties": Table("ties", COLUMNS, tuple(rows))}).parts)
    found = []
    for x, y, looks, said in re.findall(
        r'<text x="([\d.]+)" y="([\d.]+)"([^>]*)>(?:<title>[^<]*</title>)?([^<]*)<', drawn
    ):
        anchor = re.search(r'text-anchor="(\w+)"', looks)
        size = 11 if "font-size" in looks else 12
        wide = width_of(said, size) * (BOLDER if "bold" in looks else 1)
        found.append((float(x), float(y), anchor[1] if anchor else "start", wide, said))
    return found


@pytest.mark.parametrize("declared", ["not declared", "declared, and worked on the bid", "not known whether declared"])
@pytest.mark.parametrize("known", ["a record", "a name only", "records that may be of one person"])
def test_every_word_stands_within_the_picture_and_none_on_another(declared, known):
    rows = [(f"{name} {SCORED[0]}", *SCORED[1:5], declared, known) for name in ("Ada", "Ben", "Maximiliana-Theophila")]
    places = []
    for x, y, anchor, wide, said in _written([*rows, *THROUGH]):
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        assert 0 <= left <= WIDTH - wide, said
        places.append((left, left + wide, y, said))
    for at, (left, right, y, said) in enumerate(places):
        near = [one for one in places[:at] if abs(one[2] - y) < 11 and one[0] < right and left < one[1]]
        assert not near, (said, near)


def test_a_label_that_is_too_wide_goes_on_in_the_next_line():
    said = [one[-1] for one in _written([SCORED])]
    at = said.index("declared, still scored")
    assert said[at + 1] == "(name only)"


def test_what_a_tie_with_nothing_between_is_stands_on_its_line_where_all_of_them_have_room():
    said = " ".join(one[-1] for one in _written([*BARE, SCORED]))
    for one in (*(row[1] for row in BARE), WORDY):
        assert one in said
    # What is between says what a longer way is.
    assert "holds a share in" not in " ".join(one[-1] for one in _written(THROUGH))
    many = [(f"Person {place}", *BARE[0][1:]) for place in range(40)]
    assert "holds a share in" not in " ".join(
        one[-1] for one in _written([*many[:27], (*SCORED[:1], WORDY * 9, *SCORED[2:])])
    )
    told = drawing({"ties": Table("ties", COLUMNS, tuple(many))}).said
    assert "What each tie is, the table tells." not in drawing({"ties": Table("ties", COLUMNS, tuple(many[:5]))}).said
    assert "What each tie is, the table tells." in told
