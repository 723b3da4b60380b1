"""Pictures of an evaluation into a folder."""

from dataclasses import replace
from pathlib import Path

import pytest

from fairaudit.engine.contract.measures import Measure, MeasureTable
from fairaudit.reports import json as json_report
from fairaudit.reports.pictures import files as picture_files
from tests.cli.running import check, fairaudit, files, put
from tests.reports.sample import report

STRIP = MeasureTable("bid-strip", ("bidder", "price"), (("B1", "100"), ("B2", "140")))
MEASURE = Measure("evaluation/prices", "Prices", "shown", "Two prices.", (STRIP,))


def audit(*cases):
    settled = report()
    made = tuple(replace(settled.cases[0], id=one, measures=(MEASURE,)) for one in cases)
    put("audit.json", json_report.render(replace(settled, cases=made)))
    return "audit.json"


def test_a_picture_is_written_as_svg_and_as_png():
    ran = fairaudit("report", audit("EYE-1"), "--figures", "out/pictures")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert files() == ["audit.json", "out/pictures/evaluation-7-bids.png", "out/pictures/evaluation-7-bids.svg"]
    assert (
        Path("out/pictures/evaluation-7-bids.svg")
        .read_text()
        .startswith('<?xml version="1.0" encoding="UTF-8"?>\n<svg')
    )
    assert Path("out/pictures/evaluation-7-bids.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_the_pictures_of_several_cases_are_told_apart():
    fairaudit("report", audit("EYE-1", "../EYE 1"), "--figures", "out")
    assert [one for one in files() if one.endswith("svg")] == [
        "out/1-EYE-1-evaluation-7-bids.svg",
        "out/2-EYE-1-evaluation-7-bids.svg",
    ]


def test_without_the_extra_png_is_left_out_and_that_is_said(monkeypatch):
    def missing(*_):
        raise picture_files.FiguresMissingError(picture_files.MISSING)

    monkeypatch.setattr("fairaudit.cli.figures.png_file", missing)
    ran = fairaudit("report", audit("EYE-1", "B"), "--figures", "out")
    assert (ran.status, ran.err) == (0, f"{picture_files.MISSING}\n")
    assert [one.rpartition(".")[2] for one in files()] == ["json", "svg", "svg"]


def test_where_there_is_nothing_to_draw_that_is_said():
    put("tender.yaml", "tender: {title: X}\n")
    ran = check("tender.yaml", "--figures", "out")
    assert "no picture can be drawn: nothing was measured that has one\n" in ran.err


def test_of_a_case_that_cannot_be_read_that_is_said():
    put("tender.yaml", "tender: [\n")
    ran = check("tender.yaml", "--figures", "out")
    assert ran.status == 2
    assert "no picture can be drawn: the cases could not be read\n" in ran.err


def test_cases_that_cannot_be_read_are_told_from_those_with_nothing_to_draw():
    put("a/tender.yaml", "tender: {title: X}\n")
    put("b/tender.yaml", "tender: [\n")
    ran = check("a", "b", "--figures", "out")
    said = "no picture can be drawn: nothing was measured that has one, and 1 of 2 cases could not be read\n"
    assert said in ran.err


def test_a_folder_with_pictures_of_another_run_is_refused():
    put("out/evaluation-2-residuals.svg", "<svg/>")
    put("out/notes.svg", "<svg/>")
    ran = fairaudit("report", audit("EYE-1"), "--figures", "out")
    assert (ran.status, ran.err) == (
        2,
        "error: --figures: out holds pictures of another run, such as evaluation-2-residuals.svg: move them away, or name "
        "another folder\n",
    )
    assert Path("out/evaluation-2-residuals.svg").read_text() == "<svg/>"


@pytest.mark.parametrize(
    "name",
    [
        "1-evaluation-7-bids.png",
        "2-A-B-evaluation-1-scores-lot-n.svg",
        "evaluation-7-bids-2.svg",
        "people-8-ties-lot-x-3.png",
    ],
)
def test_every_name_that_pictures_have_is_known(name):
    put(f"out/{name}", "")
    assert fairaudit("report", audit("EYE-1"), "--figures", "out").status == 2


@pytest.mark.parametrize("name", ["evaluation-7-bids.svg.bak", "my-evaluation-7-bids.svg", "evaluation-9-x.svg"])
def test_files_of_others_stay_where_they_are(name):
    put(f"out/{name}", "")
    assert fairaudit("report", audit("EYE-1"), "--figures", "out").status == 0
    assert f"out/{name}" in files()


@pytest.mark.parametrize("folder", ["", " "])
def test_a_folder_without_a_name_is_refused(folder):
    said = "error: --figures: no folder is named: write one, such as --figures pictures, or . for this one\n"
    ran = fairaudit("report", audit("EYE-1"), "--figures", folder)
    assert (ran.status, ran.err) == (2, said)
    put("tender.yaml", "tender: {title: X}\n")
    assert said in check("tender.yaml", "--figures", folder).err
    assert files() == ["audit.json", "tender.yaml"]


def test_pictures_are_written_anew_over_their_own():
    for _ in range(2):
        ran = fairaudit("report", audit("EYE-1", "B"), "--figures", "out")
        assert (ran.status, ran.err) == (0, "")


@pytest.mark.parametrize("folder", ["audit.json", "audit.json/below"])
def test_a_folder_that_cannot_be_made_is_one_line(folder):
    ran = fairaudit("report", audit("EYE-1"), "--figures", folder)
    assert ran.status == 2
    assert ran.err.startswith(f"error: --figures: {folder} is no folder: ")
    assert ran.err.count("\n") == 1
