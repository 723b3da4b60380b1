"""Both cells of a score that was given twice stand, with their sheets, in every format."""

import json
from datetime import date

import openpyxl
import pytest

from fairaudit import audit, load
from fairaudit.reports.formats import render

CASE = """
tender:
  award_criteria: [{id: Q1, weight: 60, type: quality, scale: {minimum: 0, maximum: 5}}]
parties: [{id: p1, name: Alder Ltd}, {id: p2, name: Birch Ltd}]
bids: [{id: B1, bidder: p1}, {id: B2, bidder: p2}]
people: [{id: e1, name: Anna Berg}]
evaluation: {panel: [e1], individual: [{file: scores.xlsx, sheet: First day}, {file: scores.xlsx, sheet: Second day}]}
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    folder = tmp_path_factory.mktemp("case")
    (folder / "tender.yaml").write_text(CASE, encoding="utf-8")
    book = openpyxl.Workbook()
    book.active.title = "First day"
    later = book.create_sheet("Second day")
    for sheet, rows in ((book.active, [("B1", 3), ("B2", 4)]), (later, [("B1", 5)])):
        sheet.append(("evaluator", "bid", "criterion", "score"))
        for bid, score in rows:
            sheet.append(("e1", bid, "Q1", score))
    book.save(folder / "scores.xlsx")
    today = date(2026, 7, 1)
    return audit(load(folder / "tender.yaml", today=today), today=today, select=("core/scored-twice",))


@pytest.mark.parametrize("name", ["text", "markdown", "html", "json", "sarif"])
def test_both_cells_stand_in_every_format(report, name):
    said = render(report, name).replace("&#39;", "'")
    assert "'First day'!D2" in said
    assert "'Second day'!D2" in said


def test_the_place_beside_a_finding_has_its_own_cell(report):
    [case] = json.loads(render(report, "json"))["cases"]
    found = [one for verdict in case["verdicts"] for one in verdict["findings"] if one["related"]]
    assert [(one["pointer"], [(each["line"], each["pointer"]) for each in one["related"]]) for one in found] == [
        ("'Second day'!D2", [(2, "'First day'!D2")])
    ]
