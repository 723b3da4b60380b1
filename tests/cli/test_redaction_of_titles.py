"""A title is public, so a redacted one must not show what a label stands for."""

import json
import re
from pathlib import Path

import pytest
import yaml

from tests.cli.running import fairaudit, put

FIRMS = ("Alderbrook Grounds Ltd", "Meals Direct Ltd", "Primary Services Ltd", "Danwood Ricoh Ltd", "J Smith Ltd")


def shown(title, *, description="Mowing and hedges", lots=()):
    """Return the title of the redacted report of a case, and all of the report."""
    case = {
        "tender": {
            "id": "T1",
            "title": title,
            "description": description,
            "buyer": {"id": "buyer", "name": "Thornmere District Council"},
            "lots": [{"id": f"L{at}", "title": one} for at, one in enumerate(lots)],
            "award_criteria": [
                {"id": "Q1", "type": "quality", "weight": 60},
                {"id": "P", "type": "price", "weight": 30},
            ],
        },
        "people": [{"id": "e1", "name": "Mark Price"}],
        "parties": [
            {"id": "buyer", "name": "Thornmere District Council", "roles": ["buyer"]},
            *({"id": f"f{at}", "name": one, "roles": ["tenderer"]} for at, one in enumerate(FIRMS)),
        ],
    }
    put("case.yaml", yaml.safe_dump(case))
    fairaudit("check", "case.yaml", "--today", "2026-11-27", "--redact", "-o", "o.txt", "-o", "o.json")
    text = Path("o.txt").read_text(encoding="utf-8")
    return re.search(r"^case T1  (.*)$", text, re.M)[1], text + Path("o.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Grounds maintenance", "Grounds maintenance"),
        ("School meals for primary schools", "School [withheld] for [withheld] schools"),
        ("Works that Mark Price drafted", "Works that [withheld] drafted"),
        ("Grounds maintenance by Alderbrook Grounds", "Grounds maintenance by [withheld]"),
        ("Alderbrook grounds", "[withheld]"),
        ("Supply of Ricoh printers", "Supply of [withheld] printers"),
        ("Smith repairs", "[withheld] repairs"),
        ("Grounds said no", "[withheld] said no"),
        ("Meals on wheels", "[withheld] on wheels"),
    ],
)
def test_a_title_has_no_label_for_a_word_of_a_name(title, said):
    assert shown(title)[0] == said


def test_a_capital_is_only_the_way_of_titles_where_the_tender_writes_the_word_small():
    assert shown("Parks and Grounds 2026")[0] == "Parks and [withheld] 2026"
    assert shown("Parks and Grounds 2026", description="Mowing of the grounds")[0] == "Parks and Grounds 2026"
    assert shown("Work of Smith", description="A smith is sought")[0] == "Work of [withheld]"


def test_the_buyer_keeps_its_label_which_tells_nothing():
    title, text = shown("Thornmere District Council: grounds maintenance", description="Mowing of the grounds")
    assert re.fullmatch(r"\[Organisation \w+\]: grounds maintenance", title)
    assert "Thornmere" not in text


def test_no_sentence_and_no_lot_shows_the_title_with_a_label():
    title, text = shown("Grounds maintenance", lots=["Supply of Ricoh printers", "Meals"])
    assert title == "Grounds maintenance"
    assert not re.search(r"\] (?:maintenance|printers)(?<!\[withheld\] printers)", text)


def test_no_line_that_is_cut_within_the_title_shows_a_piece_of_it_with_a_label():
    seen = ""
    for ahead in range(0, 36, 3):
        criteria = [{"id": "P", "type": "price", "weight": 30}]
        tender = {"id": "T1", "title": "Grounds maintenance and Ricoh hire", "description": "y" * ahead}
        parties = [{"id": f"f{at}", "name": one, "roles": ["tenderer"]} for at, one in enumerate(FIRMS)]
        put("case.json", json.dumps({"tender": tender | {"award_criteria": criteria}, "parties": parties}))
        seen += fairaudit("check", "case.json", "--today", "2026-11-27", "--redact").out
    assert re.search(r"… (?:\[withheld\]|hire)", seen)
    assert not re.search(r"\[Organisation \w+\] (?:hire|maint)", seen)
