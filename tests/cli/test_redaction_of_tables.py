"""A redacted report of a case with tables names nobody: not by a cell, nor by a sheet or file that is called after somebody."""

import csv
from pathlib import Path

import openpyxl
import pytest

from fairaudit.engine.audit import Settings, run
from fairaudit.engine.contract.report import Audience
from fairaudit.procurement.loading.cases import Extra, open_cases
from tests.cli.test_redaction import FORMATS, TODAY, render, rules, unquote, words_in

CASE = """
tender:
  id: T1
  award_criteria: [{id: Q1, weight: 100, scale: {minimum: 0, maximum: 5, step: 1}}]
parties: [{id: p1, name: Quobel Ltd}, {id: p2, name: Thiwen Ltd}]
people: [{id: e1, name: Zardov Grixley}, {id: e2, name: Pexmi Rushan}]
bids: [{id: B1, bidder: p1}, {id: B2, bidder: p2}]
evaluation:
  panel: [e1, e2]
  individual: [{file: grixley.csv}, {file: matrix.xlsx, layout: matrix}]
"""
ROWS = [
    ["evaluator", "bidder", "criterion", "score", "comment", "by"],
    ["Zardov Grixley", "Quobel Ltd", "Q1", "9", "Grixley likes Quobel", "Pexmi Rushan"],
    ["Zardov Grixley", "Thiwen", "Q1", "1", "", ""],
    ["Zardov Grixley", "Thiwen Ltd", "Q1", "4 (says Rushan)", "", ""],
    ["Zardov Grixley", "Thiwen Ltd", "Q1", "4.5", "Grixley's own", "Mx Rushan"],
    ["Zardov Grixley", "Thiwen Ltd", "Q7 of Quobel", "4", "", ""],
]
NAMES = ("Quobel", "Thiwen", "Zardov", "Grixley", "Pexmi", "Rushan")


def texts(redact):
    with Path("grixley.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(ROWS)
    book = openpyxl.Workbook()
    book.active.title = "Pexmi Rushan"
    for row in (["", "Quobel Ltd", "Thiwen Ltd"], ["Q1", 7, "=Zardov!B2"]):
        book.active.append(row)
    book.save("matrix.xlsx")
    Path("tender.yaml").write_text(CASE, encoding="utf-8")
    settings = Settings(TODAY, audience=Audience.AUDITOR, redact=redact)
    report = run(open_cases(Path("tender.yaml"), Extra(today=TODAY)), rules(), settings)
    return {one: unquote(render(report, one)) for one in FORMATS}


def named(text):
    return {one for one in NAMES if one.lower() in text.casefold()}


def test_the_report_without_redaction_names_everybody():
    assert named(texts(redact=False)["json"]) == set(NAMES)


@pytest.mark.parametrize("format_", list(FORMATS))
def test_the_redacted_report_names_nobody(format_):
    text = texts(redact=True)[format_]
    assert named(text) == set()
    assert "withheld" in words_in(text) or format_ not in ("text", "json")
