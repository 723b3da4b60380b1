"""All nine pictures together: what is drawn from which tables, with which words and ids, how large, and in how many steps."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from types import SimpleNamespace

import pytest

from fairaudit.reports import measurewords
from fairaudit.reports.pictures.album import PICTURES, drawn
from tests.reports import golden
from tests.reports.pictures import sample
from tests.reports.pictures.page import page
from tests.reports.pictures.sample import COLUMNS, Measure, Table, table
from tests.work import grown

KEYS = [key for key, _ in PICTURES]
NEVER_ALONE = {
    "iso-scores", "crossings", "low-price-lines", "rank-acceptability-near", "received", "received-by-bidder", "scales",
}  # fmt: skip
SIZES = [(3, 1, 1), (3, 3, 3), (5, 8, 6), (10, 40, 60), (3, 60, 2), (1000, 3, 2)]
DOCS = Path(__file__).parents[3] / "docs" / "pictures.md"


@pytest.fixture(scope="module")
def large():
    return sample.evaluation(10, 40, 60)


def tree(picture):
    return ET.fromstring(picture.svg)


def elements(picture):
    return sum(1 for _ in tree(picture).iter())


@pytest.mark.parametrize("place", range(9), ids=KEYS)
def test_whole_picture(place):
    golden.check(f"{KEYS[place]}.svg", drawn(sample.small())[place].svg)


def test_whole_words():
    said = [f"{one.key}\n{one.title}\n{one.description}\n" for one in drawn(sample.small())]
    golden.check("evaluation-pictures.txt", "\n".join(said))


def test_every_table_of_the_contract_is_drawn_by_one_picture():
    tables = [table.name for one in drawn(sample.small()) for table in one.tables]
    assert sorted(tables) == sorted(COLUMNS)
    assert set(COLUMNS) == set(measurewords.CAPTIONS)
    assert {column for columns in COLUMNS.values() for column in columns} == set(measurewords.LABELS)


def test_the_page_about_the_pictures_names_exactly_these():
    text = DOCS.read_text(encoding="utf-8")
    heads = re.findall(r"^## (\d)\. (.+)\n\n`([\w-]+)`, from (.+)\.$", text, re.MULTILINE)
    pictures = drawn(sample.small())
    assert [(int(n), title, key) for n, title, key, _ in heads] == [
        (n, one.title, one.key) for n, one in enumerate(pictures, 1)
    ]
    assert [re.findall(r"`([\w-]+)`", tables) for *_, tables in heads] == [
        [one.name for one in picture.tables] for picture in pictures
    ]
    assert text.count("- **Shows**") == text.count("- **Read it**") == text.count("- **Does not show**") == 9


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_size_is_well_formed_small_enough_and_stands_on_one_page(size):
    pictures = drawn(sample.evaluation(*size))
    assert [one.key for one in pictures] == KEYS
    for one in pictures:
        root = tree(one)
        assert elements(one) <= 3000, one.key
        assert root.get("viewBox") == f"0 0 760 {root.get('height')}"
        # At 0.23 mm for a unit that is 239 mm, of 259 between the margins of A4.
        assert 60 <= float(root.get("height")) <= 1040, one.key


def test_same_tables_give_the_same_bytes():
    assert drawn(sample.small()) == drawn(sample.small())


def test_places_are_short_numbers_without_a_sign_on_nothing(large):
    for one in drawn(large) + drawn(sample.evaluation(4, 5, 3, seed=3)):
        for element in tree(one).iter():
            for name, value in element.attrib.items():
                for number in (
                    re.findall(r"-?\d+\.?\d*", value) if name in ("x", "y", "d", "cx", "cy", "x1", "r") else ()
                ):
                    assert re.fullmatch(r"-?(0|[1-9]\d*)(\.\d{0,1}[1-9])?", number), (one.key, name, value)
                    assert number != "-0"


def test_every_number_of_a_table_is_in_the_table_of_its_picture():
    evaluation = sample.small()
    given = {one.name: one for one in evaluation[0].tables}
    for picture in drawn(evaluation):
        for shown in picture.tables:
            rows = given[shown.name].rows
            assert shown.number_of == len(rows)
            for row, cells in zip(rows[: measurewords.MOST_ROWS], shown.rows, strict=True):
                for column, value, cell in zip(given[shown.name].columns, row, cells, strict=True):
                    if value is None:
                        assert cell == "not recorded"
                    elif column in measurewords.YES:
                        assert cell == ("yes" if value else "no")
                    elif column == "share":
                        assert float(cell) == pytest.approx(float(value), rel=1e-3)
                    else:
                        assert cell.replace(",", "") == str(value).replace(",", "")


def test_the_order_is_by_picture_and_then_by_lot():
    lots = sample.evaluation(3, 3, 2, lot="A/1") + sample.evaluation(3, 3, 2, seed=2, lot="B")
    keys = [one.key for one in drawn(lots)]
    assert keys == [f"{key}-lot-{lot}" for key in KEYS for lot in ("a-1", "b")]
    assert [one.title for one in drawn(lots)][:2] == [
        "Every score, by criterion and bidder: lot A/1",
        "Every score, by criterion and bidder: lot B",
    ]


def test_lots_whose_names_differ_in_signs_alone_get_keys_of_their_own():
    lots = [Measure((table("bid-strip", ("Northvale", "1"), lot=lot),)) for lot in ("a 1", "a/1", "№")]
    assert [one.key for one in drawn(lots)] == [
        "evaluation-7-bids-lot-a-1", "evaluation-7-bids-lot-a-1-2", "evaluation-7-bids-lot-x",
    ]  # fmt: skip


def test_tables_of_several_rules_come_together_and_equal_ones_once():
    one, two = table("bid-strip", ("Northvale", "100")), table("low-price-lines", ("any", "90"))
    assert [[t.name for t in p.tables] for p in drawn([Measure((one,)), Measure((two,)), Measure((one,))])] == [
        ["bid-strip", "low-price-lines"]
    ]
    other = table("bid-strip", ("Northvale", "120"))
    assert [p.key for p in drawn([Measure((one,)), Measure((other,))])] == [KEYS[6], f"{KEYS[6]}-2"]


@pytest.mark.parametrize("name", sorted(COLUMNS))
def test_a_table_alone_draws_what_it_can_and_never_breaks(name):
    alone = {one.name: one for one in sample.small()[0].tables}[name]
    drawn_from = [t.name for p in drawn([Measure((alone,))]) for t in p.tables]
    assert drawn_from == ([] if name in NEVER_ALONE else [name])


@pytest.mark.parametrize(
    "broken",
    [
        Table("raw-scores", ("criterion", "bidder"), (("a", "b"),)),
        Table("raw-scores", COLUMNS["raw-scores"], ()),
        Table("raw-scores", COLUMNS["raw-scores"], (("a", "b", "c", "good", None), ("a",), ("a", "b", "c", None, "x"))),
        Table("bid-strip", COLUMNS["bid-strip"], (("a", "1e999"), ("b", "nan"), ("c", 10**400), ("d", "inf"))),
        Table("moves", COLUMNS["moves"], (("a", None, None, None, None),)),
        Table("a-table-that-nobody-draws", ("x",), ((1,),)),
    ],
    ids=lambda one: f"{one.name}-{len(one.rows)}",
)
def test_what_cannot_be_drawn_is_left_out(broken):
    assert drawn([Measure((broken,))]) == ()


def odd(evaluation, change):
    """The same tables with every cell changed."""
    return [
        Measure(tuple(Table(t.name, t.columns, tuple(tuple(map(change, t.columns, row)) for row in t.rows)) for t in one.tables))
        for one in evaluation
    ]  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        lambda column, cell: "5" if measurewords.is_number(column) else cell,
        lambda column, cell: None if column in ("panel_score", "panel", "total") else cell,
        lambda column, cell: f"-{cell}" if column in ("score", "price", "total", "quality") else cell,
        lambda column, cell: "0" if column == "share" else cell,
        lambda column, cell: f"{cell}00000000" if measurewords.is_number(column) and cell else cell,
        lambda column, cell: f"{float(cell) / 1e9:.12f}" if measurewords.is_number(column) and cell else cell,
        lambda column, cell: "" if not measurewords.is_number(column) else cell,
    ],
    ids=["all equal", "none of the panel", "below zero", "no share", "very large", "very small", "no names"],
)
def test_odd_values_still_make_pictures(change):
    for one in drawn(odd(sample.small(), change)):
        inside(one)


def inside(picture):
    """Every place of a picture is in the picture."""
    root = tree(picture)
    height = float(root.get("height"))
    for element in root.iter():
        for name in ("x", "cx", "x1", "x2"):
            assert -1 <= float(element.get(name, 0)) <= 761, (picture.key, ET.tostring(element))
        for name in ("y", "cy", "y1", "y2"):
            assert -1 <= float(element.get(name, 0)) <= height + 1, (picture.key, ET.tostring(element))


def test_all_pictures_of_a_large_evaluation_are_drawn_and_the_page_is_small(large):
    assert len(drawn(large)) == 9
    assert len(page(large).encode()) < 1_000_000


def test_the_work_of_all_pictures_is_in_step_with_the_scores():
    def made(criteria):
        evaluation = sample.evaluation(4, 5, criteria)
        return lambda: drawn(evaluation)

    few, many = grown(made, 5)
    assert many < 12 * few


def test_a_long_table_says_where_all_its_rows_are(large):
    text = page(large)
    assert (
        "Every evaluator&#39;s scores, and the panel&#39;s: the first 200 of 24,000 rows (the JSON report has them all)"
        in text
    )
    assert text.count("<td>Menus and nutrition</td>") == 200 + 1  # And once with its scale.


def test_ids_are_unique_on_a_page_with_several_cases():
    text = page(sample.small(), sample.small())
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids)) > 30
    for name in re.findall(r'aria-labelledby="([^"]+)"', text):
        assert set(name.split()) <= set(ids)


def test_nothing_on_the_page_needs_a_style_or_a_script_that_the_policy_stops():
    text = page(sample.small())
    body = text[text.index("<body>") :]
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=|href=|url\(|javascript:", body)


def test_a_case_without_measurements_has_no_pictures():
    assert "<figure" not in page(())
    assert drawn([SimpleNamespace(tables=())]) == ()


def test_a_page_of_very_many_lots_says_what_it_does_not_show():
    lots = [Measure((table("bid-strip", ("Northvale", str(n)), lot=f"L{n}"),)) for n in range(80)]
    text = page(lots)
    assert text.count("<figure ") == measurewords.MOST_PICTURES == 70
    assert "10 more pictures of further lots are not shown; --figures DIR writes every one." in text
