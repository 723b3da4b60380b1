"""Tender documents in Markdown and plain text: clauses under their headings, each with its lines."""

import pytest

from fairaudit.procurement.loading.loading import load_case
from fairaudit.sources.files import read_bytes
from tests.work import ends, grown

DOCUMENT = """\
# Eye clinic for Northvale

Contents

[2 Specification](#2-specification)

## 1. Background

The clinic runs today in two places.

## 2. Specification

2.1 Referrals shall be received
through OptiLink.

- Each site shall have a camera.
- Ask <clinic@example.org> or see <https://example.org/x>.

| Part | Number |
|------|--------|
| Lamp | QX-4500 |

### 3. Minimum qualifications

Tenderers shall have a yearly turnover of £2,000,000.

Tenderers shall be well known.

## 4. Award criteria

### 4.1 Staffing (60%)

How you will staff the clinic.

### 4.2 Price (40 per cent)
"""


def read(text, name="t.md"):
    [document] = read_bytes(text.encode(), name)
    return document


def tender(text):
    return read(text).value["tender"]


def test_clauses_stand_under_their_headings_with_their_numbers():
    assert tender(DOCUMENT)["specification"] == [
        {"text": "Contents", "heading": "Eye clinic for Northvale"},
        {"text": "The clinic runs today in two places.", "heading": "Background", "id": "1¶1"},
        {"text": "2.1 Referrals shall be received\nthrough OptiLink.", "heading": "Specification", "id": "2.1"},
        {"text": "Each site shall have a camera.", "heading": "Specification", "id": "2¶2"},
        {"text": "Ask clinic@example.org or see https://example.org/x.", "heading": "Specification", "id": "2¶3"},
        {"text": "Part | Number", "heading": "Specification", "id": "2¶4"},
        {"text": "Lamp | QX-4500", "heading": "Specification", "id": "2¶5"},
    ]


NUMBERED = """\
# Linen

## Specification

36. Linen shall be white.
37) Linen shall be folded.

    Twice.

## 4 Machines

3. Machines shall be quiet.
- Machines shall be clean.

(5.2.1) The machines shall run. 1.5 million sheets a year pass them.

1.5 million sheets shall be washed.
"""


def test_a_clause_is_called_by_the_number_a_reader_looks_it_up_by():
    found = [(one["text"].split(".")[0][:12], one.get("id")) for one in tender(NUMBERED)["specification"]]
    assert found == [
        ("Linen shall ", "Specification (36)"),
        ("Linen shall ", "Specification (37)"),
        ("Twice", None),
        ("Machines sha", "4 (3)"),
        ("Machines sha", "4¶2"),
        ("(5", "5.2.1"),
        ("1", "4¶4"),
    ]


LISTED = """\
# Boats

The Board will look at these award criteria, which weigh the same:

- **Plan:** The Board will
  evaluate the plan.
- **Price**: Prices will be scored.

- **Harbour:** Boats lie in the harbour.
"""


def test_items_that_an_announced_list_names_in_bold_are_award_criteria():
    read_tender = tender(LISTED)
    assert [(one["name"], one["type"], one.get("weight")) for one in read_tender["award_criteria"]] == [
        ("Plan", "quality", None),
        ("Price", "price", None),
    ]
    assert [one["text"][:9] for one in read_tender["specification"]] == ["The Board", "**Harbour"]
    assert read(LISTED).spans[("tender", "award_criteria", 0)][0] == 5


@pytest.mark.parametrize(
    "other",
    [
        LISTED.replace("award criteria", "things"),
        LISTED.replace("- **Price**: Prices will be scored.", ""),
        LISTED.replace("will\n  evaluate", "has\n  seen"),
        LISTED.replace("**", ""),
    ],
)
def test_other_lists_are_no_award_criteria(other):
    assert "award_criteria" not in tender(other)


TABLED = """\
# Boats

| No | Award criterion | Weighting |
|----|-----------------|-----------|
| 1 | Plan | 60% |
| 2 | Pricing | 40 per cent |
| | Total | 100% |
"""


def test_a_table_of_criteria_with_weights_that_make_a_hundred_is_read():
    assert [
        (one["name"], one["type"], one["weight"], one["weight_type"]) for one in tender(TABLED)["award_criteria"]
    ] == [
        ("Plan", "quality", "60", "percentage"),
        ("Pricing", "price", "40", "percentage"),
    ]


@pytest.mark.parametrize(
    "other",
    [
        TABLED.replace("60%", "70%"),
        TABLED.replace("60%", "60"),
        TABLED.replace("Award criterion", "Harbour"),
        TABLED.replace("Weighting", "Tide"),
        TABLED + TABLED,
    ],
)
def test_a_table_that_is_not_surely_all_of_the_criteria_is_not(other):
    assert "award_criteria" not in tender(other)


def test_headings_with_weights_go_before_tables_and_lists():
    headed = "\n## Quality (70%)\n\nA plan.\n\n## Price (30%)\n\nThe sum.\n"
    assert [one["name"] for one in tender(TABLED + LISTED + headed)["award_criteria"]] == ["Quality", "Price"]


def test_a_long_head_over_many_rows_is_looked_at_once():
    with ends():  # in 0.3 s; looked at for each row, it takes minutes
        tender("|" + "a" * 400_000 + "|\n|---|\n" + "| x |\n" * 3_000)


@pytest.mark.parametrize(
    ("column", "told"),
    [
        ("**Standard**", "true"),
        ("Requirements", "true"),
        ("Required item", "true"),
        ("Item", None),
        ("Standard of today", None),
        ("Performance standard", None),
    ],
)
def test_rows_under_a_column_of_what_must_be_met_are_mandatory(column, told):
    rows = tender(f"# Lamps\n\n| {column} | Use |\n|---|---|\n| QX-4500 | Halls |\n\n| Place |\n|---|\n| Hall |\n")
    assert [(one["text"].split(" ")[0], one.get("mandatory")) for one in rows["specification"]] == [
        (column.split(" ")[0], None),
        ("QX-4500", told),
        ("Place", None),
        ("Hall", None),
    ]


def test_conditions_of_taking_part_are_read_with_the_kind_their_words_name():
    assert tender(DOCUMENT)["selection_criteria"] == [
        {"kind": "turnover", "text": "Tenderers shall have a yearly turnover of £2,000,000.", "id": "3¶1"},
        {"kind": "other", "text": "Tenderers shall be well known.", "id": "3¶2"},
    ]


@pytest.mark.parametrize(
    ("heading", "conditions"),
    [
        ("Minimum qualifications", True),
        ("Mandatory eligibility", True),
        ("Requirements for vendors: vendor requirements", True),
        ("Mandatory requirements", False),
        ("Minimum requirements of the boat", False),
    ],
)
def test_requirements_of_the_thing_are_no_conditions_of_taking_part(heading, conditions):
    assert ("selection_criteria" in tender(f"# Boats\n\n## {heading}\n\nA keel.\n")) is conditions


def test_headings_that_end_with_a_weight_are_award_criteria():
    assert tender(DOCUMENT)["award_criteria"] == [
        {
            "name": "Staffing",
            "weight": "60",
            "weight_type": "percentage",
            "type": "quality",
            "text": "How you will staff the clinic.",
            "id": "4.1",
        },
        {"name": "Price", "weight": "40", "weight_type": "percentage", "type": "price", "id": "4.2"},
    ]


def test_one_heading_with_a_weight_is_no_list_of_criteria():
    assert "award_criteria" not in tender("# Discount (10%)\n\nA discount is given.\n")


def test_every_value_has_the_lines_it_stands_in():
    document = read(DOCUMENT)
    lines = DOCUMENT.split("\n")
    spans = document.spans
    assert spans[("tender", "specification", 2, "text")] == (13, 1, 14, len("through OptiLink.") + 1)
    assert spans[("tender", "award_criteria", 0, "weight")][0] == lines.index("### 4.1 Staffing (60%)") + 1
    assert spans[("tender", "award_criteria", 0, "text")][0] == lines.index("How you will staff the clinic.") + 1
    case = load_case(read_bytes(DOCUMENT.encode(), "t.md"))
    assert {path for path in case.places if path[-1] == "text"} >= {("tender", "specification", 0, "text")}


def test_plain_text_is_read_by_its_paragraphs():
    assert tender("One clause.\n\nAnother clause.\n")["specification"] == [
        {"text": "One clause."},
        {"text": "Another clause."},
    ]


@pytest.mark.parametrize("line", ["Scope ........ 12", "---", "1.", "***", "[Scope](#scope)"])
def test_what_is_no_clause_is_left_out(line):
    assert tender(f"# T\n\n{line}\n").get("specification") is None


@pytest.mark.parametrize(
    "text",
    ["> " * 20_000 + "x", "- " * 20_000 + "x", "[" * 50_000, "*" * 100_000, "|a" * 50_000],
    ids=["quotes", "lists", "brackets", "stars", "cells"],
)
def test_hostile_markup_does_not_hang(text):
    with ends():
        read(text)


@pytest.mark.parametrize(
    "part", ["# a\n\nb\n\n", "- a\n", "| a |\n", "> a\n\n"], ids=["headings", "items", "rows", "quotes"]
)
def test_the_work_is_in_step_with_the_document(part):
    def made(count):
        text = "| a |\n|---|\n" * part.startswith("|") + part * count
        return lambda: read(text)

    few, many = grown(made, 25)
    assert many < 12 * few
