"""The page on tables says what is true: its examples are read, and its words are those of the model."""

import re
from pathlib import Path

import pytest

from fairaudit.procurement.loading.cases import Extra, open_cases
from fairaudit.procurement.model.scoretables import ScoreTable
from fairaudit.procurement.model.shape import fields_of
from fairaudit.procurement.tabled.longform import FIELDS

PAGE = (Path(__file__).parents[2] / "docs" / "tables.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```\n\n```csv\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize(
    ("place", "scores"),
    [
        (0, ["e1 B1 Q1 4.5 2026-03-14T09:30", "e1 B2 Q1 3 2026-03-14T09:50", "e2 B1 Q1 4 2026-03-15"]),
        (1, ["e1 B1 Q1 4 None", "e1 B2 Q1 3 None", "e1 B1 Q2 5 None"]),
    ],
)
def test_the_examples_are_read(place, scores):
    case, table = EXAMPLES[place]
    Path("case.yaml").write_text(case, encoding="utf-8")
    Path("scores.csv").write_text(table, encoding="utf-8")
    [read] = open_cases(Path("case.yaml"), Extra())
    found = [
        f"{one.evaluator} {one.bid} {one.criterion} {one.score} {one.at and one.at.isoformat()}"
        for one in read.evaluation.individual
    ]
    assert (found, read.unreadable, len(EXAMPLES)) == (scores, (), 2)


def test_every_field_of_a_table_is_explained():
    words = set(re.findall(r"[a-z_]+", PAGE))
    assert {*fields_of(ScoreTable), *FIELDS} - words == set()
