"""A redacted report of an evaluation names nobody, in any format, in any picture, nor in the name of a file."""

import csv
import re
from pathlib import Path

import pytest
import yaml

from tests.cli.running import fairaudit, put

EXAMPLE = Path(__file__).parents[2] / "examples" / "evaluation"
ASKED = ("--today", "2026-11-26", "--names", "--scenario", "--redact", "--figures", "figures")
FORMATS = ("text", "markdown", "html", "json")

UNLISTED = """
tender:
  id: RX
  lots: [{id: Pfefferkorn-lot, title: x}, {id: L2, title: y}]
  award_criteria:
    - {id: Q1, type: quality, weight: 60, scale: {minimum: 0, maximum: 5, step: 1}}
    - {id: P, type: price, weight: 40, formula: {name: lowest-price-ratio}}
bids:
  - {id: Pfefferkorn Bau GmbH, lot: Pfefferkorn-lot, value: {amount: 100000}}
  - {id: Ulmenhof AG, lot: Pfefferkorn-lot, value: {amount: 110000}}
  - {id: Distelfink KG, lot: Pfefferkorn-lot, value: {amount: 120000}}
evaluation:
  locked: true
  panel: [Gerlinde Moosbrugger, Kuno Trattner]
  individual: {file: sheet.csv}
"""
SHEET = [
    ["evaluator", "bidder", "criterion", "score", "comment"],
    *(
        [who, firm, "Q1", score, "Better than Ulmenhof."]
        for who, scores in (("Gerlinde Moosbrugger", "433"), ("Kuno Trattner", "241"))
        for firm, score in zip(("Pfefferkorn Bau GmbH", "Ulmenhof AG", "Distelfink KG"), scores, strict=True)
    ),
    ["Kuno Trattner", "Nobody Firm Ltd", "Q1", "2", ""],
    ["Kuno Trattner", "Distelfink KG", "Q9", "2 (Trattner)", ""],
]


def outputs(case, format_):
    """Return the report and every picture that is a text, and the names of all files."""
    said = fairaudit("check", case, *ASKED, "--format", format_).out
    drawn = sorted(Path("figures").iterdir())
    assert drawn
    return [
        said,
        *(one.read_text(encoding="utf-8") for one in drawn if one.suffix == ".svg"),
        *(one.name for one in drawn),
    ]


def named(names, texts):
    words = {word.casefold() for name in names for word in re.findall(r"[^\W\d_]{4,}", name)}
    return {word for word in words for text in texts if re.search(rf"(?<![^\W\d_]){word}(?![^\W\d_])", text.casefold())}


@pytest.mark.parametrize("format_", FORMATS)
def test_the_example_names_neither_a_bidder_nor_an_evaluator(format_):
    bids = yaml.safe_load((EXAMPLE / "bids.yaml").read_text(encoding="utf-8"))
    names = [one["name"] for one in bids["people"]]
    names += [one["name"] for one in bids["parties"] if one["roles"] == ["tenderer"]]
    # What is no name by itself stands in the documents, too.
    ordinary = {"catering", "group", "kitchens", "foods", "cooperative", "meals", "fold"}
    texts = outputs(EXAMPLE, format_)
    assert named(names, texts) - ordinary == set()
    assert not [name for name in names for text in texts if name.casefold() in text.casefold()]


@pytest.mark.parametrize("format_", FORMATS)
def test_ids_that_are_names_and_cells_that_nobody_knows_are_hidden(format_):
    put("case.yaml", UNLISTED)
    with Path("sheet.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(SHEET)
    names = ["Pfefferkorn", "Ulmenhof", "Distelfink", "Moosbrugger", "Gerlinde", "Trattner", "Kuno", "Nobody Firm"]
    texts = outputs("case.yaml", format_)
    assert not [name for name in names for text in texts if name.casefold() in text.casefold()]


def test_pictures_name_evaluators_only_where_names_are_asked_for():
    bids = yaml.safe_load((EXAMPLE / "bids.yaml").read_text(encoding="utf-8"))
    judges = [one["name"] for one in bids["people"] if any(role["role"] == "evaluator" for role in one["roles"])]

    def told(folder, *asked):
        fairaudit("check", EXAMPLE, "--today", "2026-11-26", "--scenario", "--figures", folder, *asked)
        drawn = "".join(one.read_text(encoding="utf-8") for one in Path(folder).glob("*.svg"))
        return [name for name in judges if name in drawn]

    assert told("numbered") == []
    assert told("named", "--names") == judges


def test_names_of_cases_that_are_names_of_people_stand_in_no_name_of_a_file():
    tender = yaml.safe_load((EXAMPLE / "tender.yaml").read_text(encoding="utf-8"))
    for folder, key in (("one", "Amara Quill, Larkfield"), ("two", "Bruno Halse")):
        for file in EXAMPLE.iterdir():
            put(f"{folder}/{file.name}", file.read_text(encoding="utf-8"))
        put(f"{folder}/tender.yaml", yaml.safe_dump(tender | {"tender": tender["tender"] | {"id": key}}))
    fairaudit("check", "one", "two", "--today", "2026-11-26", "--redact", "--figures", "figures")
    files = [one.name for one in Path("figures").iterdir()]
    assert any(one.startswith("2-") for one in files)
    assert named(["Amara Quill", "Larkfield", "Bruno Halse"], files) == set()


def test_the_full_stop_of_a_bidder_goes_from_the_end_of_a_reason():
    """Of a firm that a bid writes `plc.`, and the register of parties without the stop."""
    asked = ("--today", "2026-11-26", "--redact", "--allow-ci-evaluation", "--format")
    for file in EXAMPLE.iterdir():
        text = file.read_text(encoding="utf-8").replace("Larkfield Meals CIC", "Larkfield Meals plc")
        put(f"stopped/{file.name}", text.replace("bidder: larkfield,", 'bidder: "Larkfield Meals plc.",'))
    for format_ in ("sarif", "html", "json"):
        said = fairaudit("check", "stopped", *asked, format_).out
        ends = re.findall(r"nothing is recorded about the bidder \[Organisation \w+\](..)", said)
        assert ends
        assert not [one for one in ends if one.startswith(".")]
