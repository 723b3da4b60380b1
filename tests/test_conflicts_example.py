"""The example of conflicts: one tie undeclared, one declared and ignored, three too remote, one namesake; nothing else is found."""

import json
import re
import subprocess
import sys
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from fairaudit import audit, load
from fairaudit.reports.formats import render

TODAY = date(2026, 7, 1)
EXAMPLE = Path(__file__).parents[1] / "examples" / "conflicts"
UNDECLARED = (
    "Osric Dane (evaluator) is related (sister) to Thea Dane, who is employed by Halcyon Group plc, which owns 60 per cent of "
    "Kestrel Hosting Ltd, which is a subcontractor of Wherry Software CIC, and no declaration given names any of it."
)
IGNORED = (
    "Petra Lund declared an interest in Quillon Data Ltd and scored its bid; no measure that was followed is recorded."
)
SCORED_HER_OWN = (
    "Petra Lund holds a share of unknown size in Quillon Data Ltd, and gave 1 score to B2 (Quillon Data Ltd)."
)
FOUND = {
    ("core/declared-interest-and-still-scored", "flagged", "declarations[2]", IGNORED),
    ("core/undeclared-indirect-tie-to-a-bidder", "review", "people[1].relatives[0]", UNDECLARED),
    ("evaluation/scored-the-bid-of-their-own-firm", "flagged", "evaluation.individual[4].evaluator", SCORED_HER_OWN),
}
SAID = (
    "People with influence: 6; bidders: 3; recorded ties between them: 5. Not declared: 1; not known whether declared: 0; declared, "
    "and worked on the bid all the same: 1; declared, or declared and kept apart: 0; too remote to flag: 3."
)
TIES = """
person | part | tie | onward | through | bidder | strength | declared | known_by | since | until
Osric Dane | evaluator | is related (sister) to Thea Dane | who is employed by Halcyon Group plc, which owns 60 per cent of Kestrel Hosting Ltd, which is a subcontractor of | Thea Dane; Halcyon Group plc; Kestrel Hosting Ltd | Wherry Software CIC | family or personal | not declared | a record | 2023-01-09 |
Petra Lund | evaluator | holds a share of unknown size in |  |  | Quillon Data Ltd | current | declared, and worked on the bid | a record | 2021-07-01 |
Ruben Oake | evaluator | was employed until 31 December 2019 by |  |  | Marram Systems Ltd | remote | too remote to flag | a record | 1996-05-01 | 2019-12-31
Ruben Oake | evaluator | has a remote tie (pension) to |  |  | Marram Systems Ltd | remote | too remote to flag | a record |  |
Ruben Oake | evaluator | has a tie (professional-membership) to Society of Cataloguers | which is shared with Anselm Croft, who is employed by | Society of Cataloguers; Anselm Croft | Quillon Data Ltd | remote | too remote to flag | a record | 2018-01-08 |
"""
"""The table beside the picture: who has which part, through whom they are tied to which bidder, how, and since when."""


WHY = {"text": r"^ +(?:\x1b\[\d+m)*= why: ", "markdown": r"^- \*\*Why:\*\* ", "html": "<dt>Why</dt>"}
"""What stands once in every finding."""


@cache
def report():
    return audit(load(EXAMPLE, today=TODAY), today=TODAY)


def found(case):
    return {
        (v["pack"] + "/" + v["rule"], v["outcome"], f["path"], f["message"])
        for v in case["verdicts"]
        for f in v["findings"]
    }


def test_json_holds_exactly_these_findings_and_ties():
    case = json.loads(render(report(), "json"))["cases"][0]
    assert found(case) == FOUND
    ties, remote, undated = [one for one in case["measures"] if one["rule"] == "core/ties-of-people-and-bidders"]
    assert ties["said"] == SAID
    assert remote["said"] == (
        "Shown, and too remote to flag: Ruben Oake was employed until 31 December 2019 by Marram Systems Ltd, Ruben Oake "
        "has a remote tie (pension) to Marram Systems Ltd and Ruben Oake, through Society of Cataloguers and Anselm Croft, to Quillon Data Ltd."
    )
    assert undated["tables"][0]["rows"] == [
        ["Halcyon Group plc", "owns 60 per cent of Kestrel Hosting Ltd", "conflicts/people.yaml:23"]
    ]
    (table,) = ties["tables"]
    assert [" | ".join(row).rstrip() for row in (table["columns"], *table["rows"])] == TIES.strip().splitlines()


@pytest.mark.parametrize("format_", ["text", "markdown", "html"])
def test_a_report_for_people_holds_exactly_these_findings(format_):
    shown = render(report(), format_)
    words = plain(shown)
    for *_, message in FOUND:
        assert plain(message) in words
    assert len(re.findall(WHY[format_], shown, re.MULTILINE)) == len(FOUND)
    assert plain(SAID) in words
    assert "Sela Birch" not in words


def plain(text):
    """Return a text without the marks of a format, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", text)).replace("\\", "").replace("*", "").split())


def test_the_picture_draws_the_ties_and_marks_the_undeclared_one_by_more_than_colour():
    page = render(report(), "html")
    (drawing,) = re.findall(r"<svg[^>]*people-8-ties.*?</svg>", page, re.DOTALL)
    assert "Ties between people with influence and bidders</title>" in drawing
    assert "<desc" in drawing
    undeclared = [one for one in re.findall(r"<path[^>]*>", drawing) if 'stroke-dasharray="9 5"' in one]
    assert len(undeclared) == 3  # to what is between, on to the bidder, and in the key
    assert re.findall(r'font-weight="bold">(?:<title>.*?</title>)?(not declared|declared, still scored)<', drawing) == [
        "not declared", "declared, still scored",
    ]  # fmt: skip
    for name in (
        "Osric Dane",
        "Thea Dane",
        "Halcyon Group plc",
        "Kestrel Hosting Ltd",
        "Wherry Software CIC",
        "Ruben Oake",
    ):
        assert f">{name}</text>" in drawing
    assert "Sela Birch" not in drawing


def test_a_namesake_whose_birth_month_is_not_known_is_a_question(tmp_path):
    for file in EXAMPLE.iterdir():
        text = file.read_text(encoding="utf-8").replace("birth_date: 1957-08, ", "")
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    again = json.loads(render(audit(load(tmp_path, today=TODAY), today=TODAY), "json"))["cases"][0]
    assert found(again) - FOUND == {
        (
            "core/official-sharing-a-name-or-address-with-a-bidder", "review", "people[4]",
            "Sela Birch (evaluator) has the same name as Sela Birch, who is a director of Marram Systems Ltd, a bidder: whether "
            "that is chance, one person or one household is a question; no declaration given names it.",
        )
    }  # fmt: skip
    assert found(again) >= FOUND


NAMES = (
    "Imani",
    "Osric",
    "Petra",
    "Ruben",
    "Sela",
    "Tomas",
    "Thea ",
    "Anselm",
    "Gray",
    "Marram",
    "Quillon",
    "Wherry",
    "Halcyon",
)
NAMES += ("Kestrel", "Cataloguers", "Fenwick")


def test_redacted_no_format_and_no_picture_names_anybody(tmp_path):
    outputs = [tmp_path / f"r.{kind}" for kind in ("json", "html", "md", "txt")]
    told = [word for one in outputs for word in ("-o", str(one))]
    drawn = tmp_path / "figures"
    arguments = [
        "check",
        str(EXAMPLE),
        "--fail-on",
        "never",
        "--today",
        "2026-07-01",
        "--redact",
        "--figures",
        str(drawn),
        *told,
    ]
    command = [sys.executable, "-c", "from fairaudit.cli import main; main()", *arguments]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    files = [*outputs, *drawn.glob("*.svg")]
    assert "people-8-ties.svg" in [one.name for one in files]
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert [one for one in NAMES if one in text] == [], file.name
        assert "[Person " in text or file.name == "evaluation-7-bids.svg"
