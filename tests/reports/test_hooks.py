"""The hook for pre-commit: whole, and run only on files that say they are tenders."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FILES = (
    r"(^|/)(tender|case|parties|people|declarations|bids|evaluation|awards|enquiries|events|documents)\.(ya?ml|json)$"
)


def hooks():
    return yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_there_is_one_hook():
    assert hooks() == [
        {
            "id": "fairaudit",
            "name": "fairaudit",
            "description": "Audits tenders for a level playing field before they are committed.",
            "entry": "fairaudit check --whole",
            "language": "python",
            "types_or": ["yaml", "json"],
            "files": FILES,
            "require_serial": True,
            "minimum_pre_commit_version": "2.9.2",
        }
    ]


def test_it_calls_a_program_that_is_installed():
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert hooks()[0]["entry"].split()[0] in scripts


@pytest.mark.parametrize("name", ["tender.yaml", "tender.yml", "case.json", "tenders/eye/tender.json", "a/case.yaml"])
def test_tenders_are_audited(name):
    assert re.search(hooks()[0]["files"], name)


@pytest.mark.parametrize(
    "name",
    [
        "package.json",
        "my-tender.yaml",
        "tender.yaml.bak",
        "case.py",
        "testcase.json",
        "tender/notes.yaml",
        "tenderXyaml",
    ],
)
def test_other_files_are_left_alone(name):
    assert not re.search(hooks()[0]["files"], name)
