"""Criteria are public, so no label stands in the name of one for a word that is somebody's name as well."""

import re
from pathlib import Path

import pytest
import yaml

from tests.cli.running import fairaudit, put


def shown(*criteria):
    """Return the redacted report, as text and JSON, of a case whose criteria do not sum to 100."""
    case = {
        "tender": {
            "id": "T1",
            "title": "Meals",
            "award_criteria": [{"weight": 45, "id": key, "name": name, "type": type_} for key, name, type_ in criteria],
        },
        "people": [{"id": "e1", "name": "Grace Price"}, {"id": "e2", "name": "Ivor Depot"}],
        "parties": [{"id": "care", "name": "Caremove Ltd", "roles": ["tenderer"]}],
    }
    put("case.yaml", yaml.safe_dump(case))
    fairaudit("check", "case.yaml", "--today", "2026-11-27", "--redact", "-o", "o.txt", "-o", "o.json")
    return " ".join("".join(Path(one).read_text(encoding="utf-8") for one in ("o.txt", "o.json")).split())


@pytest.mark.parametrize(
    ("key", "name", "type_", "said"),
    [
        ("P", "Price", "price", "P (Price)"),
        ("Q", "Quality of care on the day", "quality", "Q (Quality of care on the day)"),
        ("Q", "Depot and vans", "quality", "Q ([withheld] and vans)"),
        ("P", "Grace Price and costs", "price", "P ([withheld] and costs)"),
    ],
)
def test_a_criterion_has_no_label_for_a_word_that_is_a_name_too(key, name, type_, said):
    text = shown((key, name, type_))
    assert said in text
    assert not re.search(
        r"(?:\[(?:Person|Organisation)[^\[\]]*\] (?:and|on)|(?:P|of) \(?\[(?:Person|Organisation))", text
    )
