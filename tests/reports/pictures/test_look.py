"""How the pictures look, as far as it can be computed: contrast, words that lie on words, and what is said by shape too."""

import itertools
import math
import random
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from functools import cache
from types import SimpleNamespace

import pytest

from fairaudit.reports.pictures import residuals
from fairaudit.reports.pictures.album import drawn
from fairaudit.reports.pictures.canvas import BLUE, GREY, ORANGE, PALETTE, Sheet
from fairaudit.reports.pictures.files import svg_file
from fairaudit.reports.pictures.letters import BOLDER, named, width_of
from fairaudit.reports.pictures.scales import across, amount, scale
from tests.reports.pictures import sample
from tests.reports.pictures.sample import Measure, table
from tests.reports.test_html import contrast

PAPERS = {"white": "#ffffff", "dark": "#14171a"}
INKS = {"white": "#1c2126", "dark": "#e9e6df"}
SIZES = [(3, 1, 1), (3, 4, 5), (5, 8, 6), (10, 40, 60), (4, 25, 13), (1000, 5, 3)]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("colour", [*PALETTE, GREY])
def test_every_colour_stands_out_from_every_paper(colour, paper):
    assert contrast(colour, PAPERS[paper]) >= 3


SEEN_AS = {
    "protanopia": ((0.1523, 1.0526, -0.2049), (0.1145, 0.7863, 0.0992), (-0.0039, -0.0481, 1.0520)),
    "deuteranopia": ((0.3673, 0.8606, -0.2280), (0.2801, 0.6725, 0.0474), (-0.0118, 0.0429, 0.9689)),
    "tritanopia": ((1.2555, -0.0767, -0.1788), (-0.0784, 0.9308, 0.1476), (0.0047, 0.6914, 0.3039)),
}
"""What the colour blind see of red, green and blue light: Machado, Oliveira & Fernandes (2009), full severity."""
TO_XYZ = ((0.4339, 0.3762, 0.1899), (0.2126, 0.7152, 0.0722), (0.0177, 0.1095, 0.8728))
"""From red, green and blue light (sRGB) to the primaries of CIE, as parts of white."""


def times(matrix, values):
    return [sum(part * value for part, value in zip(row, values, strict=True)) for row in matrix]


def lab(colour, seen_as):
    """A colour as CIE L*, a*, b*, in which 1 is about the least difference that is seen side by side."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    light = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    seen = [min(max(one, 0), 1) for one in times(seen_as, light)]
    x, y, z = (one ** (1 / 3) if one > 0.008856 else 7.787 * one + 16 / 116 for one in times(TO_XYZ, seen))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("blindness", SEEN_AS)
def test_the_colours_of_bidders_are_told_apart_by_the_colour_blind(blindness):
    seen = {colour: lab(colour, SEEN_AS[blindness]) for colour in PALETTE}
    assert [pair for pair in itertools.combinations(PALETTE, 2) if math.dist(*(seen[one] for one in pair)) < 10] == []


def test_no_other_colour_is_drawn():
    used = {colour for one in drawn(sample.evaluation(5, 9, 13)) for colour in re.findall(r"#[0-9a-f]{6}", one.svg)}
    assert used <= {*PALETTE, GREY}


def over(colour, paper, solid):
    """The colour that is seen where one lies on another and lets some of it through."""
    parts = [(int(colour[n : n + 2], 16), int(paper[n : n + 2], 16)) for n in (1, 3, 5)]
    return "#" + "".join(f"{round(a * solid + b * (1 - solid)):02x}" for a, b in parts)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("colour", [BLUE, ORANGE])
def test_numbers_can_be_read_on_the_strongest_cell(colour, paper):
    assert contrast(INKS[paper], over(colour, PAPERS[paper], residuals.STRONGEST)) >= 4.5


@pytest.mark.parametrize("paper", PAPERS)
def test_the_panel_s_bar_stands_out_from_the_dots_it_lies_on(paper):
    assert contrast(INKS[paper], BLUE) >= 3


def boxes(picture):
    """The room that the words of a picture take, as a browser without better faces sets them: left, top, right, bottom, words."""
    found = []
    for element in ET.fromstring(picture.svg).iter("{http://www.w3.org/2000/svg}text"):
        if element.get("transform"):
            continue
        words = (element[-1].tail if len(element) else element.text) or ""
        size = int(element.get("font-size", 12))
        wide = 0.97 * width_of(words, size) * (BOLDER if element.get("font-weight") else 1)
        x, y = float(element.get("x")), float(element.get("y"))
        left = x - wide * {"start": 0, "middle": 0.5, "end": 1}[element.get("text-anchor", "start")]
        found.append((left, y - size * 0.62, left + wide, y + 1, words))
    return found


@cache
def pictures(size):
    return drawn(sample.evaluation(*size))


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("place", range(9))
def test_words_never_lie_on_words_and_stay_in_the_picture(size, place):
    one = pictures(size)[place]
    height = float(re.search(r'height="([\d.]+)"', one.svg)[1])
    found = boxes(one)
    assert found
    for left, top, right, bottom, words in found:
        assert left >= -1, words
        assert right <= 761, words
        assert top >= 0, words
        assert bottom <= height, words
    for box, other in itertools.combinations(found, 2):
        apart = box[2] <= other[0] or other[2] <= box[0] or box[3] <= other[1] or other[3] <= box[1]
        assert apart, (box, other)


def texts_of(picture):
    """Where the words of a picture stand that have no title of their own."""
    found = {}
    for element in ET.fromstring(picture.svg).iter("{http://www.w3.org/2000/svg}text"):
        words = (element[-1].tail if len(element) else element.text) or ""
        found.setdefault(words, []).append((float(element.get("x")), float(element.get("y"))))
    return found


def test_no_mark_of_a_tie_hides_another():
    ways = [
        ("Eva", "", "Alderney", "not declared"), ("Finn", "", "Brandreth", "declared"), ("Dora", "", "Brandreth", "not declared"),
        ("Gita", "Holm", "Alderney", "declared"), ("Gita", "Holm", "Corvane", "declared, and kept apart"),
    ]  # fmt: skip
    rows = [(who, "x", "directs", "", via, firm, "current", how, "a record", "", "") for who, via, firm, how in ways]
    (one,) = drawn([Measure((table("ties", *rows),))])
    titled = re.findall(
        r'<(?:path d="M|circle cx=")([\d.]+)(?: |" cy=")([\d.]+)[^>]*><title>[^<]*: [^<]*</title></(?:path|circle)>',
        one.svg,
    )
    marks = [(float(x), float(y)) for x, y in titled if 199 < float(x) < 288]
    assert len(marks) >= len(ways)
    for mark, other in itertools.combinations(marks, 2):
        assert max(abs(mark[0] - other[0]), abs(mark[1] - other[1])) >= 9, (mark, other)


def test_no_name_of_those_who_share_a_rank_stands_beside_the_dots_of_another():
    ranks = {"the record": (1, 1, 3, 4), "without evaluator 1": (1, 2, 3, 4), "last": (1, 2, 2, 2)}
    rows = [(at, name, rank) for at, own in ranks.items() for name, rank in zip("ABCD", own, strict=True)]
    (one,) = drawn([Measure((table("ranks-over-scenarios", *rows),))])
    dots = {float(y) for y in re.findall(r'<circle cx="[\d.]+" cy="([\d.]+)"', one.svg)}
    second = texts_of(one)["B"][0][1] - 4
    assert second not in dots
    assert texts_of(one)["C"][1][1] - 4 not in dots - {texts_of(one)["B"][1][1] - 4}


def test_a_curve_runs_through_no_name_that_has_room_elsewhere():
    bids = [
        ("B1 (Alder Works)", 375000, 44, 63, 1),
        ("B2 (Birchmoor Ltd)", 453000, 57, 62, 2),
        ("B3", 353000, 36, 44, 3),
    ]
    curve = [("63", price, 44 + (price - 375000) * 14.5 / 78000) for price in range(353000, 453001, 5000)]
    (one,) = drawn([Measure((table("score-and-price", *bids), table("iso-scores", *curve)))])
    drew = re.search(r'<path d="([^"]+)"[^>]*><title>total', one.svg)[1]
    line = [tuple(map(float, at.split())) for at in re.findall(r"[\d.]+ [\d.]+", drew)]
    names = [box for box in boxes(one) if box[4].startswith("B")]
    assert len(names) == len(bids)
    for left, top, right, bottom, words in names:
        assert not any(left < x < right and top < y < bottom for x, y in between(line)), words


def test_no_total_stands_on_the_curve_of_another():
    bids = [("B2", 188500, 60, "97.39", 1), ("B1", 181000, 56.4, "95.34", 2), ("B3", 176200, 12, "52", 3)]
    lines = {"97.39": 57.4, "95.34": 55.4, "52": 12}
    curves = [
        (total, price, level + (price - 176200) * 2.6 / 12300)
        for total, level in lines.items()
        for price in range(176200, 188501, 1230)
    ]
    (one,) = drawn([Measure((table("score-and-price", *bids), table("iso-scores", *curves)))])
    placed = re.findall(r'<path d="([^"]+)"[^>]*><title>total ([\d.]+)', one.svg)
    totals = [box for box in boxes(one) if box[4] in lines]
    assert len(totals) == len(placed) == len(lines)
    for left, top, right, bottom, words in totals:
        for path, total in placed:
            points = [tuple(map(float, at.split())) for at in re.findall(r"[\d.]+ [\d.]+", path)]
            assert total == words or not any(left < x < right and top < y < bottom for x, y in between(points)), words


def test_lines_that_would_read_as_a_double_one_are_drawn_once_with_both_totals():
    bids = [("B1", 181000, 56.4, "95.34", 1), ("B2", 188500, 57.8, "95.24", 2), ("B3", 176200, 12, "52", 3)]
    lines = {"95.34": 55.4, "95.24": 55.3, "52": 12}
    curves = [
        (total, price, level + (price - 176200) * 2.6 / 12300)
        for total, level in lines.items()
        for price in range(176200, 188501, 1230)
    ]
    (one,) = drawn([Measure((table("score-and-price", *bids), table("iso-scores", *curves)))])
    assert re.findall(r"<title>total ([\d., ]+)<", one.svg) == ["95.34, 95.24", "52"]
    assert "Lines that all but coincide are drawn as one, with the total of each." in one.description
    assert "with no length" not in one.description


def test_nothing_of_a_key_touches_the_edge_of_the_picture():
    (one,) = drawn([Measure((table("residuals", ("e1", "B1", 50, 1, True), ("e2", "B1", 50, -1, False)),))])
    assert min(float(x) for x in re.findall(r'<rect x="([\d.]+)"', one.svg)) >= 3


def between(line):
    """Points of a line, a tenth of each of its pieces apart."""
    for (x, y), (far, low) in itertools.pairwise(line):
        yield from ((x + (far - x) * at / 10, y + (low - y) * at / 10) for at in range(11))


def test_names_that_differ_late_in_a_long_word_are_cut_so_that_they_can_be_told_apart():
    names = [f"Wilhelmina Featherstonehaugh-Cholmondeley-{one} of Somewhere" for one in "ABC"]
    sheet = Sheet(names)
    assert len({sheet.fitting(one, 150) for one in names}) == 3


def test_a_change_of_first_place_is_told_by_colour_shape_dash_and_words():
    moved = table(
        "moves", ("Northvale", "80", "70", 1, 2), ("Kestrel", "75", "82", 2, 1), ("Oakfield", "60", "61", 3, 3)
    )
    (one,) = drawn([Measure((moved,))])
    assert "First place changes: Northvale by the evaluators' means, Kestrel by the panel's scores." in one.description
    assert one.svg.count('stroke-dasharray="7 3"') == 1
    assert "Kestrel 82 (first)" in one.svg
    assert "Northvale 80 (first)" in one.svg
    same = table("moves", ("Northvale", "80", "70", 1, 1), ("Kestrel", "75", None, 2, None))
    (other,) = drawn([Measure((same,))])
    assert "First on both sides: Northvale." in other.description
    assert "For 1 of 2 only one of the two is recorded, so no line is drawn." in other.description
    assert "stroke-dasharray" not in other.svg


def test_figures_of_quality_alone_are_not_called_totals():
    moved = table("moves", ("Northvale", "80", "70", 1, 2), ("Kestrel", "75", "82", 2, 1))
    rows = tuple((*row, "quality alone, of 100") for row in moved.rows)
    (one,) = drawn([Measure((replace(moved, columns=(*moved.columns, "counting"), rows=rows),))])
    assert (
        "a bidder's figure of quality alone, of 100, since price is not counted, by the evaluators'" in one.description
    )
    assert "weighted total" not in one.description


def test_the_sign_of_a_residual_is_told_by_a_triangle_and_a_sign_too():
    cells = table("residuals", ("e1", "A", "5", "0.5", 1), ("e2", "A", "4", "-0.5", 0), ("e1", "B", "4", "0.001", 0))
    (one,) = drawn([Measure((cells,))])
    texts = [box[4] for box in boxes(one)]
    assert {"+0.50", "−0.50", "0"} <= set(texts)
    assert one.description.endswith("The box is the cell that was tested: e1 for A, +0.5.")
    key, data = 2, 2
    assert len(re.findall(r'<path d="M[^"]+" fill="currentColor"/>', one.svg)) == key + data


def test_a_crossing_in_front_is_bold_and_one_behind_is_not():
    lines = [(w, name, str(at(w)), None, 0) for w in (0, 50, 100) for name, at in FANS.items()]
    # Where no table says what leads, the totals do.
    both = (table("price-weights", *lines), table("crossings", ("50", "A", "B", None), ("25", "C", "D", None)))
    (one,) = drawn([Measure(both)])
    assert "bold where first place changes (at a weight of 50)" in one.description
    assert "The greatest total goes, from left to right, to A, then B." in one.description
    rings = re.findall(r'r="([\d.]+)" fill="none" stroke="([^"]+)"', one.svg)
    assert sorted(rings) == [("3", GREY), ("5.5", "currentColor")]


FANS = {
    "A": lambda w: 90 - w / 5,
    "B": lambda w: 70 + w / 5,
    "C": lambda w: 30 + w / 10,
    "D": lambda w: 35 - w / 10,
}


def test_prices_below_a_line_are_triangles():
    both = (
        table("bid-strip", ("A", "100"), ("B", "79.5"), ("C", "80")),
        table("low-price-lines", ("20 % below", "80")),
    )
    (one,) = drawn([Measure(both)])
    assert "1 of 3 bids lies below the line (triangles)." in one.description
    assert one.svg.count(f'fill="{ORANGE}"') == 1
    assert one.svg.count(f'fill="{BLUE}"') == 2
    # The cheapest stands at the top, and its price is bold.
    assert re.findall(r'font-weight="bold">([^<]*)<', one.svg) == ["79.50"]
    assert one.svg.index(f'fill="{ORANGE}"') < one.svg.index(f'fill="{BLUE}"')


def test_prices_of_nothing_are_said_to_count_towards_no_line():
    lines = table("low-price-lines", ("20 % below", "80"))
    (one,) = drawn([Measure((table("bid-strip", ("A", "100"), ("B", "0"), ("C", "-1")), lines))])
    assert " 2 prices of 0 or below count towards none of them. " in one.description


def test_scenarios_with_the_same_ranks_share_a_column():
    def ranks(scenario, order):
        return [(scenario, name, place + 1) for place, name in enumerate(order)]

    rows = [*ranks("record", "ABC"), *ranks("without e1", "ABC"), *ranks("without e2", "BAC"), *ranks("late bid", "AB")]
    (one,) = drawn([Measure((table("ranks-over-scenarios", *rows),))])
    assert (
        "First in column 1: A. Of 3 other scenarios, another bidder comes first in 1: alone in 1 (*); these are bold."
        in one.description
    )
    assert "Scenarios with the same ranks share a column: 4 scenarios, 3 columns." in one.description
    texts = [box[4] for box in boxes(one)]
    assert [one for one in texts if "alike" in one] == ["record (and 1 more alike)"]
    assert texts.count("2*") == 2
    assert " Also in column 1: without e1." in one.description


def test_a_line_far_from_all_prices_leaves_these_apart_and_is_told():
    strip = table("bid-strip", ("A", "100000"), ("B", "100400"), ("C", "101000"))
    (one,) = drawn([Measure((strip, table("low-price-lines", ("poland-mean", "70000"), ("near", "99000"))))])
    assert "Not drawn, since far below all prices, which could not be told apart beside it: poland-mean at 70,000." in (
        one.description
    )
    assert len(upright_lines(one)) == 1
    assert not [box for box in boxes(one) if box[4] == "70,000"]


def test_first_place_that_another_has_alone_is_told_from_one_that_is_shared():
    def ranks(scenario, **places):
        return [(scenario, name, place) for name, place in places.items()]

    rows = [
        *ranks("record", A=1, B=2, C=3), *ranks("without e1", A=2, B=1, C=3), *ranks("without e5", A=1, B=1, C=3),
        *ranks("without e2", A=3, B=1, C=1), *ranks("late bid", A=1, B=2, C=3),
    ]  # fmt: skip
    (one,) = drawn([Measure((table("ranks-over-scenarios", *rows),))])
    assert (
        "First in column 1: A. Of 4 other scenarios, another bidder comes first in 3: alone in 1 (*), with others in 1 (*), "
        "level with who was first in 1 (=); these are bold."
    ) in one.description
    assert {"2*", "3=", "4*"} <= {box[4] for box in boxes(one)}
    marks = re.findall(r'<circle cx="([\d.]+)" cy="44" r="5"|<path d="M([\d.]+) 39h10', one.svg)
    places = sorted(float(circle or square) + (0 if circle else 5) for circle, square in marks)
    assert min(far - near for near, far in itertools.pairwise(places)) >= 10, "marks that are level stand side by side"
    level = [*ranks("record", A=1, B=1), *ranks("without e1", A=1, B=2), *ranks("late bid", A=1, B=1, C=3)]
    (one,) = drawn([Measure((table("ranks-over-scenarios", *level),))])
    assert (
        "First in column 1: A and B. Of 2 other scenarios, in 1 only some of those who share first place are still first (=);"
        in one.description
    )
    (one,) = drawn([Measure((table("ranks-over-scenarios", *ranks("record", A=1), *ranks("late bid", A=1, B=2)),))])
    assert "First in column 1: A. So it is in the 1 other scenario." in one.description


def test_curves_end_at_the_frame():
    steep = [("50", str(x), str(x * x)) for x in range(-20, 21)]
    bids = [("A", "0", "10", "1", 2), ("B", "10", "20", "2", 1)]
    (one,) = drawn([Measure((table("score-and-price", *bids), table("iso-scores", *steep)))])
    curve = re.search(r'<path d="M([^"]+)"[^>]+stroke-dasharray', one.svg)[1]
    points = [tuple(map(float, point.split())) for point in curve.split("L")]
    assert all(56 <= x <= 696 and 40 <= y <= 480 for x, y in points)
    assert points[0][1] in (40, 480) or points[0][0] == 56
    assert points[-1][1] in (40, 480) or points[-1][0] == 696


def test_bars_are_in_the_order_of_first_places_and_say_them():
    rows = [("A", 1, "0.004"), ("A", 2, "0.996"), ("B", 1, "0.996"), ("B", 2, "0.004")]
    (one,) = drawn([Measure((table("rank-acceptability", *rows),))])
    texts = [box[4] for box in boxes(one)]
    assert [text for text in texts if text in ("A", "B") or "%" in text] == ["B", ">99 %", "A", "<1 %"]


def test_ranks_in_bars_are_told_by_stripes_and_numbers_and_no_part_is_faint():
    rows = [("A", 1, "0.5"), ("A", 2, "0.3"), ("A", 3, "0.15"), ("A", 4, "0.05")]
    (one,) = drawn([Measure((table("rank-acceptability", *rows),))])
    texts = [box[4] for box in boxes(one)]
    assert [text for text in texts if text in ("1", "2", "3", "4")] == ["2", "3"]
    assert "opacity" not in one.svg
    striped = re.findall(rf'<path d="([^"]+)" fill="none" stroke="{BLUE}"', one.svg)
    key_of_second, key_of_third, second, third = (len(path.split("M")) - 1 for path in striped)
    assert second / 0.3 > 1.8 * third / 0.15
    assert key_of_second > key_of_third > 1


def test_what_weights_near_the_published_ones_gave_is_said_with_how_near():
    rows = [("A", 1, "0.5"), ("B", 1, "0.5"), ("A", 2, "0.5"), ("B", 2, "0.5")]
    near = [("B", 1, "0.004", 10), ("A", 1, "0.996", 10), ("B", 2, "0.996", 10)]
    (one,) = drawn([Measure((table("rank-acceptability", *rows), table("rank-acceptability-near", *near)))])
    said = "Not drawn: with every weight within 10 % of its own, first place goes to A (>99 %), B (<1 %); "
    assert said in one.description
    assert "from all that add up to 100" in one.description
    assert [one.name for one in one.tables] == ["rank-acceptability", "rank-acceptability-near"]


def test_the_greatest_total_goes_by_exact_ranks_where_totals_look_equal():
    lines = [(0, "A", "75", 1, 0), (0, "B", "65", 2, 0), (40, "A", "85", 1, 1), (40, "B", "79", 2, 1)]
    level = [(100, "A", "100", 1, 0), (100, "B", "100", 2, 0)]
    (one,) = drawn([Measure((table("price-weights", *lines, *level),))])
    assert "At every weight that is drawn A has the greatest total." in one.description
    assert "published: 40" in [box[4] for box in boxes(one)]


def test_crossings_without_a_ring_are_counted():
    lines = [(w, name, str(at(w)), None, 0) for w in (0, 50, 100) for name, at in FANS.items()]
    both = (table("price-weights", *lines), table("crossings", ("50", "A", "B", 1)))
    (one,) = drawn([Measure(both)])
    assert "1 more crossing further down has no ring." in one.description
    behind = (both[0], table("crossings", ("25", "C", "D", 0)))
    (one,) = drawn([Measure(behind)])
    assert "A ring marks where two lines cross, first place changes at none. 1 more crossing" in one.description


def test_a_dot_is_larger_where_several_gave_the_same_score():
    given = [("Q", "Northvale", f"evaluator {at}", value, None) for at, value in enumerate((2, 4, 4, 4), 1)]
    (one,) = drawn([Measure((table("raw-scores", *given),))])
    alone, several = [float(size) for size in re.findall(r'<circle [^>]*r="([\d.]+)"', one.svg)][-2:]
    assert several > 1.5 * alone


def test_a_curve_goes_through_the_dot_of_its_bid():
    bids = table("score-and-price", ("A", 100, 40, 80, 1), ("B", 120, 45, 78, 2), ("C", 160, 30, 55, 3))
    curve = table("iso-scores", (80, 100, 40), (80, 130, 46), (80, 160, 50))
    (one,) = drawn([Measure((bids, curve))])
    [(x, y)] = re.findall(r'<path d="M([\d.]+) ([\d.]+)L[^"]*"[^>]*stroke-dasharray', one.svg)
    [diamond] = re.findall(r'<path d="M([\d.]+) ([\d.]+)l7 7l-7 7', one.svg)
    assert (float(x), float(y)) == pytest.approx((float(diamond[0]), float(diamond[1]) + 7), abs=0.02)


def test_a_bar_is_as_long_as_the_share_of_first_places():
    shares = table("rank-acceptability", ("A", 1, "0.75"), ("A", 2, "0.25"), ("B", 1, "0.25"), ("B", 2, "0.75"))
    (one,) = drawn([Measure((shares,))])
    solid = [float(wide) for wide in re.findall(rf'width="([\d.]+)" height="18" fill="{BLUE}"', one.svg)]
    assert solid[0] == pytest.approx(3 * solid[1], abs=0.05)
    [whole] = {
        float(wide) for wide in re.findall(rf'width="([\d.]+)" height="18" fill="none" stroke="{GREY}"', one.svg)
    }
    assert solid[0] == pytest.approx(0.75 * whole, abs=0.05)


def test_a_file_of_its_own_has_its_styles_for_light_and_dark():
    text = svg_file(drawn(sample.small())[3])
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" ')
    assert text.count("<style>") == 1
    assert "color:#1c2126;background:#ffffff" in text
    assert "prefers-color-scheme:dark" in text
    assert "color:#e9e6df;background:#14171a" in text
    ET.fromstring(text.split("\n", 1)[1])


def test_a_file_of_its_own_says_where_its_table_is():
    for one in drawn(sample.small()):
        assert "The table has the same numbers." in one.svg
        text = svg_file(one)
        assert "The table has the same numbers." not in text
        assert (
            "The table with its numbers stands below this picture in the HTML report, and whole in the JSON report."
            in text
        )


def test_the_diamond_is_the_bid_in_the_first_place_whichever_end_of_the_totals_wins():
    lowest = [("F", "233", "91", "3511", 1), ("M", "176", "65", "3798", 2), ("A", "178", "55", "4588", 3)]
    (one,) = drawn([Measure((table("score-and-price", *lowest),))])
    assert "The diamond comes first, with the lowest total, 3,511: F." in one.description
    assert "No formula" not in one.description
    assert "No curves of equal total are drawn, since none could be worked out." in one.description
    unranked = [(*row[:-1], None) for row in lowest]
    (one,) = drawn([Measure((table("score-and-price", *unranked),))])
    assert "comes first" not in one.description


def scatter(quality):
    """Five bids with curves through some of them, as the lowest-price ratio gives them."""
    prices = {"B1": 92_000, "B2": 119_000, "B3": 109_000, "B4": 121_000, "B5": 106_000}
    points = {one: quality[one] + 40 * 92_000 / price for one, price in prices.items()}
    rows = [
        (f"{one} (Company {one[1]} of Somewhere Ltd)", price, quality[one], str(points[one]))
        for one, price in prices.items()
    ]
    ranked = [(*row, place) for place, row in enumerate(sorted(rows, key=lambda row: -float(row[3])), 1)]
    low, high = min(points.values()), max(points.values())
    curves = [
        (f"{total:.2f}", str(x), str(total - 40 * 92_000 / x))
        for total in (low, (low + high) / 2, high)
        for x in range(92_000, 121_001, 500)
    ]
    return drawn([Measure((table("score-and-price", *ranked), table("iso-scores", *curves)))])[0]


@pytest.mark.parametrize(
    "quality",
    [{"B1": 26, "B2": 30, "B3": 22, "B4": 22, "B5": 30}, dict.fromkeys(("B1", "B2", "B3", "B4", "B5"), 30)],
    ids=["low", "flat"],
)
def test_every_bid_of_a_few_has_its_name_and_totals_of_curves_yield(quality):
    one = scatter(quality)
    assert "want of room" not in one.description
    texts = [box[4] for box in boxes(one)]
    assert sorted(text[:2] for text in texts if text[:1] == "B") == ["B1", "B2", "B3", "B4", "B5"]
    dots = [(float(x), float(y)) for x, y in re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="4.5"', one.svg)]
    assert len(dots) == 4
    for left, top, right, bottom, words in boxes(one):
        assert not [one for one in dots if left < one[0] < right and top < one[1] < bottom], words


def test_a_name_at_a_distance_has_a_line_to_its_dot():
    rows = [(name, str(100_000 + 40 * n), "30", "70", n + 1) for n, name in enumerate("ABCD")]
    rows += [("E", "100800", "30", "70", 5), ("F", "140000", "44", "60", 6)]
    (one,) = drawn(
        [Measure((table("score-and-price", *[(f"{row[0]} Company of Somewhere Ltd", *row[1:]) for row in rows]),))]
    )
    leaders = upright_lines(one)
    assert leaders
    at = {float(x) for x in re.findall(r'cx="([\d.]+)"', one.svg)} | {
        float(x) for x in re.findall(r'd="M([\d.]+) ', one.svg)
    }
    assert {x for x, _, _ in leaders} <= at


def test_the_axis_of_a_criterion_is_its_published_scale():
    scores = [("Q", name, "e1", score, None) for name, score in (("A", "3"), ("B", "2"))]
    low = [("R", name, "e1", score, None) for name, score in (("A", "3"), ("B", "2"))]
    scales = table("scales", ("Q", "0", "10", "higher"), ("R", "1", "6", "lower"))
    (one,) = drawn([Measure((table("raw-scores", *scores, *low), scales))])
    texts = [box[4] for box in boxes(one)]
    assert {"0", "10", "1", "6"} <= set(texts)
    # Whole steps between the ends are marked where their labels have room: the axis goes on past the scores.
    assert {"2", "3", "4", "5", "8"} <= set(texts)
    assert "Low scores are the good ones for R: there better is further left." in one.description
    (bare,) = drawn([Measure((table("raw-scores", *scores),))])
    assert "No scale is known, so each axis goes as far as the scores." in bare.description


@pytest.mark.parametrize(
    ("least", "most", "marked"),
    [("0", "5", "012345"), ("0", "1", "01"), ("0.5", "1", ["0.5", "1"])],
)
def test_whole_steps_of_an_axis_are_marked_and_no_others(least, most, marked):
    scores = [("Q", name, "e1", score, None) for name, score in (("A", most), ("B", least))]
    (one,) = drawn([Measure((table("raw-scores", *scores), table("scales", ("Q", least, most, "higher"))))])
    assert sorted(box[4] for box in boxes(one) if box[4][0].isdigit()) == sorted(marked)


def test_an_axis_of_a_hundred_points_is_marked_at_round_steps_that_do_not_touch():
    scores = [(f"Q{at}", name, "e1", score, None) for at in range(8) for name, score in (("A", "61"), ("B", "40"))]
    scales = table("scales", *((f"Q{at}", "0", "100", "higher") for at in range(8)))
    (one,) = drawn([Measure((table("raw-scores", *scores), scales))])
    labels = [box[4] for box in boxes(one) if box[4].isdigit()]
    assert 3 <= len(set(labels)) <= 8
    assert {"0", "100"} <= set(labels)


def test_the_panel_s_score_is_drawn_where_no_single_score_is_there_and_what_is_missing_is_counted():
    some = [("Q", "A", "e1", "3", "4"), ("Q", "B", None, None, "2"), ("R", "A", "e1", "5", None)]
    (one,) = drawn([Measure((table("raw-scores", *some),))])
    assert one.svg.count('stroke-width="2.5"') == 1 + 2, "two bars and the key"
    assert one.description == (
        "Each dot is a score that an evaluator gave; where several gave the same, the dot is larger. "
        "For 1 of 2 scores of the panel none is recorded that can be compared. "
        "The upright bar is the panel's own score. For 1 of 2 none is recorded. "
        "For 1 of 4 pairs of bidder and criterion no score at all is recorded. "
        "No scale is known, so each axis goes as far as the scores."
    )
    (alone,) = drawn([Measure((table("raw-scores", *some[1:2]),))])
    assert "<circle" not in alone.svg
    assert alone.description == (
        "No evaluator's own score is recorded that can be compared, so there are no dots. "
        "The upright bar is the panel's own score. No scale is known, so each axis goes as far as the scores."
    )
    rows = [row for table in one.tables for row in table.rows]
    assert ("Q", "B", "not recorded", "not recorded", "2") in rows


def upright_lines(picture):
    """The upright lines of a picture: place, top and bottom."""
    lines = re.findall(r'<line x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)"', picture.svg)
    return [(float(x), float(y), float(low)) for x, y, far, low in lines if x == far]


TESTS = [
    "poland-mean",
    "spain-four-or-more",
    "world-bank-guide",
    "tenth-below-mean",
    "robust-distance",
    "a long name " * 6,
]


@pytest.mark.parametrize("seed", range(60))
def test_no_line_of_a_test_crosses_the_words_of_another(seed):
    roll = random.Random(seed)
    spread = roll.choice((10, 2_000, 300_000))
    bids = [("A", "100000"), ("Brightwater Catering", str(100_000 + roll.randint(0, 90_000))), ("C", "190000")]
    lines = [(name, str(roll.randint(90_000, 90_000 + spread))) for name in roll.sample(TESTS, roll.randint(1, 6))]
    (one,) = drawn([Measure((table("bid-strip", *bids), table("low-price-lines", *lines)))])
    found = boxes(one)
    assert len(upright_lines(one)) == len(lines)
    for x, top, bottom in upright_lines(one):
        struck = [words for left, up, right, low, words in found if left < x < right and top < low and up < bottom]
        assert struck == [], x
    for box, other in itertools.combinations(found, 2):
        assert box[2] <= other[0] or other[2] <= box[0] or box[3] <= other[1] or other[3] <= box[1], (box, other)
    assert all(left >= -1 and right <= 761 for left, _, right, _, _ in found)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.5, "0.5"),
        (2.5, "2.5"),
        (0.0000191387, "0.00001914"),
        (-0.0123456, "−0.01235"),
        (3.2e-9, "3.2 × 10^−9"),
        (0, "0"),
    ],
)
def test_no_number_is_shown_as_nothing_that_is_none(value, text):
    assert amount(value) == text


def test_scenarios_change_first_place_against_what_they_are_compared_with():
    def ranks(scenario, base, **places):
        return [(scenario, name, str(place), base) for name, place in places.items()]

    rows = [
        *ranks("record", None, A=2, B=1), *ranks("mean", None, A=1, B=2), *ranks("without e1", "mean", A=1, B=2),
        *ranks("without e2", "mean", A=2, B=1), *ranks("without Q", "record", A=2, B=1),
    ]  # fmt: skip
    columns = ("scenario", "bidder", "rank", "compared_with")
    (one,) = drawn(
        [Measure((SimpleNamespace(name="ranks-over-scenarios", lot="", columns=columns, rows=tuple(rows)),))]
    )
    assert (
        "2 scenarios are compared with mean (column 2), first in which: A; the others with column 1. First in column 1: B. Of 3 "
        "other scenarios, another bidder comes first in 1: alone in 1 (*); these are bold."
    ) in one.description
    assert {"1", "2", "3*"} <= {box[4] for box in boxes(one)}
    assert "4*" not in {box[4] for box in boxes(one)}


def test_names_that_share_a_rank_stand_in_no_other_row():
    names = {"A": 1, "B": 1, "C": 1, "D": 4, "E": 5}
    rows = [(scenario, name, rank) for scenario in ("record", "late bid") for name, rank in names.items()]
    rows += [("without Q", name, rank) for rank, name in enumerate("EDCBA", 1)]
    (one,) = drawn([Measure((table("ranks-over-scenarios", *rows),))])
    heights = {text: y for x, y, *_, text in boxes(one) if text in names and x < 380}
    dots = [float(y) for y in re.findall(r'<circle cx="170" cy="([\d.]+)" r="3"', one.svg)]
    assert len(set(heights.values())) == 5
    assert min(abs(y - heights["D"]) for y in dots) < 16
    assert max(heights[name] for name in "ABC") < heights["D"] < heights["E"]


def test_words_at_the_ticks_of_an_axis_never_touch_nor_leave_the_picture():
    draw = random.Random(1)
    for _ in range(400):
        low = 10 ** draw.uniform(0, 14)
        sheet, on = (
            Sheet(),
            scale([low, low * (1 + 10 ** draw.uniform(-9, 1))], draw.choice([56.0, 200.0]), 696.0, room=0.05),
        )
        across(sheet, on, 0, 100, label="price")
        found = re.findall(r'<text x="([-\d.]+)" y="115"[^>]*>([^<]*)<', "".join(sheet.parts))
        ends = sorted((float(x) - width_of(text, 11) / 2, float(x) + width_of(text, 11) / 2) for x, text in found)
        assert all(one[1] < after[0] for one, after in itertools.pairwise(ends))
        assert ends[0][0] > -0.1
        assert ends[-1][1] < 760


LONG = [f"Maximiliana-Josephine Featherstonehaugh-Cholmondeley van der {one}" for one in (
    "Aarhus", "Bergen", "Calais", "Dundee", "Exeter", "Fulham", "Galway", "Hawick", "Ilford", "Jarrow", "Kelso", "Ludlow",
)]  # fmt: skip


def test_slanted_names_of_evaluators_stay_on_the_picture():
    rows = [(one, "Northvale", "3", str(at + 1), 0) for at, one in enumerate(LONG)]
    (picture,) = drawn([Measure((table("residuals", *rows),))])
    slanted = [one for one in ET.fromstring(picture.svg).iter() if "rotate" in one.get("transform", "")]
    assert len(slanted) == 11
    for one in slanted:
        turn = float(re.match(r"rotate\((-?[\d.]+)", one.get("transform"))[1])
        way = -1 if one.get("text-anchor") == "end" else 1
        shown = one[-1].tail if len(one) else one.text
        far = way * width_of(shown)
        assert 0 <= float(one.get("x")) + far * math.cos(math.radians(turn)) <= 760
        assert float(one.get("y")) + far * math.sin(math.radians(turn)) >= 0


def test_names_of_columns_that_share_one_still_differ():
    """Pairs of evaluators without whom the ranks are alike: three columns, each with the first name of two."""
    orders = [("A", "B", "C"), ("A", "C", "B"), ("B", "A", "C"), ("C", "A", "B")]
    scenarios = [
        ("the record", orders[0]),
        *((f"without {one}", orders[1 + at % 3]) for at, one in enumerate(LONG[:6])),
    ]
    rows = [(name, bidder, rank) for name, order in scenarios for rank, bidder in enumerate(order, 1)]
    (picture,) = drawn([Measure((table("ranks-over-scenarios", *rows),))])
    shown = [
        one[-1].tail if len(one) else one.text for one in ET.fromstring(picture.svg).iter() if one.tag.endswith("text")
    ]
    columns = [one for one in shown if one.endswith("(and 1 more alike)")]
    assert len(columns) == len(set(columns)) == 3
    also = re.findall(r"n column \d: (without .*?)(?:;|\.(?: |$))", picture.description)
    assert len(also) == len(set(also)) == 3


def test_a_name_within_a_sentence_keeps_its_end():
    said = [named(one) for one in LONG]
    assert len(set(said)) == len(LONG)
    assert all(width_of(one) <= 430 for one in said)
    assert named("Northvale") == "Northvale"
    assert said[0].startswith("Maximiliana-Josephine Feather")
    assert said[0].endswith("van der Aarhus")
