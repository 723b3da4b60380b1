"""A file of a case that stands in several: alone it says what was left beside it, `--whole` reads the case."""

import json
import re
from pathlib import Path

import pytest
import yaml

from tests.cli.running import TODAY, fairaudit

TENDER = "tender: {id: T-1, title: Invented}\npeople: [{id: ada, name: Ada Invented, roles: [{role: drafter}]}]\n"
DECLARED = "declarations: [{person: ada, date: 2026-01-02, signed: true}]\n"


@pytest.fixture(autouse=True)
def folder(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "tender.yaml").write_text(TENDER)
        (tmp_path / name / "declarations.yaml").write_text(DECLARED)
        (tmp_path / name / "notes.txt").write_text("Invented")
    (tmp_path / "loose.yaml").write_text(TENDER)


def cases(*words):
    ran = fairaudit("check", *words, "--format", "json", "--no-config", "--today", TODAY, "--fail-on", "never")
    return [([one["file"] for one in case["inputs"]], case["not_read"]) for case in json.loads(ran.out)["cases"]]


ONE = (["one/tender.yaml", "one/declarations.yaml"], ["one/notes.txt"])
TWO = (["two/tender.yaml", "two/declarations.yaml"], ["two/notes.txt"])


@pytest.mark.parametrize(
    ("words", "read"),
    [
        (["one/tender.yaml"], [(["one/tender.yaml"], ["one/declarations.yaml (name its folder to read it too)"])]),
        (["loose.yaml"], [(["loose.yaml"], [])]),
        (["one/declarations.yaml"], [(["one/declarations.yaml"], [])]),
        (["--whole", "one/tender.yaml"], [ONE]),
        (["--whole", "one/declarations.yaml"], [ONE]),
        (["--whole", "one/declarations.yaml", "two/tender.yaml", "one/tender.yaml"], [ONE, TWO]),
        (["--whole", "loose.yaml"], [(["loose.yaml"], [])]),
        (["--whole", "one"], [ONE]),
    ],
)
def test_which_files_are_read(words, read):
    assert cases(*words) == read


def test_a_file_that_is_not_there_is_still_missed():
    ran = fairaudit("check", "--whole", "one/tendre.yaml", "--no-config", "--today", TODAY)
    assert (ran.status, "does not exist" in ran.out + ran.err) == (2, True)


def test_the_hook_asks_for_whole_cases_and_is_run_for_every_file_of_the_examples():
    root = Path(__file__).parents[2]
    [hook] = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    names = [one.name for one in (root / "examples" / "eye-clinic-mended").iterdir()]
    assert hook["entry"] == "fairaudit check --whole"
    assert [one for one in names if not re.search(hook["files"], one)] == []
