import itertools
import re
from html.parser import HTMLParser

import pytest

from fairaudit.engine.contract.report import Moment
from fairaudit.reports.charts.timeline import MOST, svg, undrawn, unlike_deadlines
from tests.reports import golden
from tests.reports.sample import HOSTILE, report
from tests.reports.variants import TRICKS, clinic
from tests.work import grown

WIDTH = 760


def moment(label, start, end=None, lane="", kind="published"):
    return Moment(lane, label, start, end, kind, "tender.published")


class Picture(HTMLParser):
    """The words of a picture with where they stand, and its shapes."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.words, self.shapes, self.tags, self.open = [], [], [], []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.open.append((tag, dict(attrs)))

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.shapes.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if self.open and self.open[-1][0] == "text":
            self.words.append((data, self.open[-1][1]))

    def boxes(self):
        """Where the words of moments stand: left, right and row; a cautious estimate of their width."""
        found = []
        for words, at in self.words:
            if "font-weight" in at or at.get("text-anchor") == "middle":
                continue
            x, length = float(at["x"]), 6.5 * len(words)
            left = x - length if at.get("text-anchor") == "end" else x
            found.append((left, left + length, int(at["y"]), words))
        return found


def test_whole_picture():
    golden.check("timeline.svg", svg(clinic().cases[0].timeline, "2026-04-03"))


def test_a_lane_for_the_procurement_and_one_for_every_bidder():
    drawn = Picture(svg(report().cases[0].timeline[::-1]))
    lanes = [words for words, at in drawn.words if "font-weight" in at]
    assert lanes == ["The procurement", "Northvale", "Brightwater " + HOSTILE.replace("\n", " ")]


def test_words_never_lie_on_words_and_stay_in_the_picture():
    many = [
        moment(f"Something of note {n}", f"2026-03-{1 + n % 9:02}T0{n % 7}:00", lane=("", "A", "B")[n % 3])
        for n in range(60)
    ]
    many += [moment(f"Period {n}", f"2026-03-0{1 + n}", f"2026-03-1{n}", kind="period") for n in range(9)]
    boxes = Picture(svg(many)).boxes()
    assert len(boxes) == 69
    for n, (left, right, row, words) in enumerate(boxes):
        assert left >= 0, words
        assert right <= WIDTH, words
        for other in boxes[n + 1 :]:
            assert row != other[2] or right <= other[0] or other[1] <= left, (words, other)


def test_time_runs_in_one_zone():
    drawn = Picture(
        svg(
            [
                moment("far", "2026-03-01T00:00+00:00"),
                moment("a", "2026-03-30T12:00+01:00"),
                moment("b", "2026-03-30T11:00+00:00"),
                moment("c", "2026-03-30T11:00Z"),
                moment("later", "2026-03-30T23:00-02:00"),
            ]
        )
    )
    places = [at["cx"] for tag, at in drawn.shapes if tag == "circle"]
    assert places[1] == places[2] == places[3]
    assert float(places[4]) > float(places[3]) > float(places[0])


def test_a_day_that_ends_something_ends_at_24():
    end, start = (
        next(at for tag, at in Picture(svg([moment("x", "2026-03-01", "2026-03-11", kind="period"), other])).shapes
             if tag == shape)
        for other, shape in ((moment("y", "2026-03-12"), "rect"), (moment("y", "2026-03-12"), "circle"))
    )  # fmt: skip
    assert float(end["x"]) + float(end["width"]) == pytest.approx(float(start["cx"]), abs=0.2)
    late = Picture(
        svg([moment("d", "2026-03-11", kind="deadline"), moment("y", "2026-03-12"), moment("z", "2026-03-20")])
    )
    diamond = next(at["d"] for tag, at in late.shapes if tag == "path")
    dot = next(at["cx"] for tag, at in late.shapes if tag == "circle")
    assert diamond.startswith(f"M{dot} ")


@pytest.mark.parametrize(
    ("ends", "unlike"),
    [
        (["2026-03-14T12:00"] * 3, []),
        (["2026-03-14T12:00", "2026-03-16T12:00", "2026-03-14T12:00"], ["B1"]),
        (["2026-03-16T12:00", "2026-03-14T12:00"], ["B0"]),
        (["2026-03-14T12:00+00:00", "2026-03-14T13:00+01:00"], []),
        (["2026-03-14T12:00", "2026-03-15", "2026-03-16"], ["B1", "B2"]),
        (["2026-03-14T12:00", "2026-03-14T12:00:30", "2026-03-14T12:00:00"], ["B1"]),
        (["next week", "2026-03-15"], []),
        ([], []),
    ],
)
def test_a_deadline_that_is_not_what_most_bidders_have_is_bold(ends, unlike):
    shared = moment("Tender period ends", "2026-04-01T12:00", kind="deadline")
    own = [moment("Deadline", end, lane=f"B{n}", kind="deadline") for n, end in enumerate(ends)]
    other = moment("Received", "2026-05-01", lane="B0", kind="received")
    assert sorted(one.lane for one in unlike_deadlines([shared, *own, other])) == unlike
    assert svg([shared, *own, other]).count('<g fill="#c2570c" font-weight="bold">') == len(unlike)


def test_seconds_are_shown_where_there_are_any():
    words = [words for words, _ in Picture(svg([moment("Deadline", "2026-03-14T12:00:30", lane="B")])).words]
    assert "Deadline, 14 Mar 2026 12:00:30" in words


def test_what_has_no_date_is_counted_not_drawn():
    moments = [moment("a", "2026-03-01"), moment("b", "soon"), moment("c", ""), moment("d", "2026-02-30")]
    assert undrawn(moments) == 3
    assert "3 more moments not drawn" in svg(moments)
    assert svg(moments[1:]) == ""
    assert svg([]) == ""


@pytest.mark.parametrize(
    "moments",
    [
        [moment("one", "2026-03-01T12:00")],
        [moment("first", "0001-01-01"), moment("last", "9999-12-31", kind="deadline")],
        [moment("zone", "0001-01-01T00:00+14:00"), moment("zone", "9999-12-31T23:59-12:00")],
        [moment("turned round", "2026-03-10", "2026-03-01", kind="period")],
        [moment("w" * 5000, "2026-03-10", lane="l" * 5000)],
        [moment("", "2026-03-10", lane=" ")],
        [moment("no end", "2026-03-10", "whenever", kind="period")],
    ],
)
def test_odd_times_still_make_a_picture(moments):
    drawn = Picture(svg(moments, "2026-03-05"))
    assert [float(at["width"]) > 0 for tag, at in drawn.shapes if tag == "rect"] in ([], [True])
    for _, at in drawn.shapes:
        for name in ("x", "cx", "x1", "x2"):
            assert 0 <= float(at.get(name, 0)) <= WIDTH


def test_ticks_stay_apart():
    for last in ("2026-03-02", "2026-03-20", "2026-07-01", "2027-12-31", "2060-01-01", "9999-01-01"):
        drawn = Picture(svg([moment("a", "2026-03-01"), moment("b", last)]))
        places = sorted(float(at["x"]) for _, at in drawn.words if at.get("text-anchor") == "middle")
        assert 1 <= len(places) <= 7, last
        assert all(after - before > 70 for before, after in itertools.pairwise(places)), (last, places)


def test_the_day_of_the_audit_is_drawn_only_where_it_falls():
    moments = [moment("a", "2026-03-01"), moment("b", "2026-03-31")]
    assert "this audit, 10 Mar 2026" in svg(moments, "2026-03-10")
    assert "this audit" not in svg(moments, "2027-03-10")
    assert "this audit" not in svg(moments, "no day")


def many_moments(count):
    return [moment(f"m{number}", "2026-03-01") for number in range(count)]


def test_very_many_moments_stop_somewhere():
    assert undrawn(many_moments(2000)) == 2000 - MOST
    assert len(Picture(svg(many_moments(2000))).boxes()) == MOST


def test_where_there_is_too_much_deadlines_and_receipts_are_drawn_first():
    events = [moment(f"m{number}", "2026-03-01", kind="event") for number in range(MOST)]
    drawn = Picture(svg([*events, moment("Deadline", "2026-04-01", lane="A", kind="deadline")]))
    assert len(drawn.boxes()) == MOST
    assert "Deadline, 1 Apr 2026" in [words for words, _ in drawn.words]


def test_the_words_of_a_point_never_lie_on_it():
    for day in range(1, 28):
        ends = [moment("first", "2026-03-01", lane="A"), moment("last", "2026-03-28", lane="A")]
        drawn = Picture(svg([*ends, moment("Document: " + "a long title " * 9, f"2026-03-{day:02}T10:27:30")]))
        x = next(float(at["cx"]) for tag, at in drawn.shapes if tag == "circle")
        left, right, _, _ = next(box for box in drawn.boxes() if box[3].startswith("Document"))
        assert right < x or left > x


def test_the_work_is_in_step_with_the_moments():
    def made(count):
        moments = many_moments(count)
        return lambda: svg(moments)

    few, many = grown(made, 2 * MOST)
    assert many < 12 * few


@pytest.mark.parametrize("attack", [HOSTILE, TRICKS, "\"'><script>x</script></svg>", "]]>--><!--"])
def test_hostile_words_stay_words(attack):
    moments = [moment(attack, "2026-03-01", lane=attack), moment("b", attack), moment("c", "2026-03-02", attack)]
    plain = [moment("x", "2026-03-01", lane="x"), moment("b", "x"), moment("c", "2026-03-02", "x")]
    assert Picture(svg(moments, attack, attack)).tags == Picture(svg(plain, "x", "x")).tags
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u206f\ufeff]", svg(moments, attack, "n")
    )


def test_the_picture_says_in_words_what_it_shows():
    out = svg(report().cases[0].timeline, "2026-03-05", "p1")
    assert 'role="img" aria-labelledby="p1-title p1-desc"' in out
    assert "5 moments from 2 March 2026 09:00 (+00:00) on, of the procurement and of 2 bidders." in out


def test_an_hour_that_comes_twice_is_told_with_its_offset():
    drawn = svg(
        [
            moment("first", "2026-10-25T01:30+01:00"),
            moment("second", "2026-10-25T01:45+00:00"),
            moment("once", "2026-10-25T03:00+00:00"),
        ]
    )
    assert re.findall(r">(\w+, 25 Oct[^<]*)<", drawn) == [
        "first, 25 Oct 2026 01:30 (+01:00)",
        "second, 25 Oct 2026 01:45 (+00:00)",
        "once, 25 Oct 2026 03:00",
    ]


@pytest.mark.parametrize("hour", range(24))
def test_bold_words_beside_a_point_stay_in_the_picture_too(hour):
    """A bold letter takes 7.2 units where the page falls back to DejaVu Sans, and others 6.5."""
    usual = [moment("Deadline", "2026-03-14T12:00", lane=f"A{n}", kind="deadline") for n in range(2)]
    own = moment("Deadline", f"2026-03-23T{hour:02}:00:01", lane="B", kind="deadline")
    ends = [moment("x", "2026-03-01"), moment("y", "2026-03-31")]
    drawn = Picture(svg([*usual, own, *ends]))
    ((words, at),) = [one for one in drawn.words if one[0].endswith(":01")]
    x, length = float(at["x"]), 7.25 * len(words)
    assert x + length <= WIDTH if at.get("text-anchor") != "end" else x - length >= 0
