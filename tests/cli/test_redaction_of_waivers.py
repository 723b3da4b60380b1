"""A redacted report says that a finding was accepted, and not by whom; nor does it quote a comment or cell that may name somebody."""

from pathlib import Path

import pytest

from fairaudit.engine.redaction.cellsquoted import without_quoted
from fairaudit.engine.waivers import signed
from tests.cli.running import fairaudit, put

CASE = """tender:
  id: T1
  title: Ferry tickets
  status: complete
  published: 2026-05-11T09:00
  tender_period: {start_date: 2026-05-11T09:00, end_date: 2026-06-22T12:00}
  submission:
    late_bids: reject
    # fairaudit: accept[bids-opened-before-the-deadline] by Cunegond Wrexham -- agreed with Thaddeus Oakenshaw
    opening: 2026-06-20T12:30 # as Balthasar Quennell asked
  # fairaudit: accept bids-opened by Leopold Marchbanks
  # fairaudit: accept[no-such-rule] by Ignatia Sorrel -- told by Dunstan Applegarth
parties: [{id: pa, name: Alder Ltd, roles: [tenderer]}, {id: pb, name: Birch Ltd, roles: [tenderer]}]
people: [{id: e1, name: Eva Morland, roles: [{role: evaluator}], interests: [{kind: gift, party: pa, date: 2026-06-01}]}]
declarations: [{person: e1, date: 2026-05-12, interests: []}]
bids: [{id: BA, bidder: pa, received: 2026-06-19T10:05, status: valid}, {id: BB, bidder: pb, received: 2026-06-21T10:05, status: valid}]
registers: [{file: staff.csv, kind: people}]
complete: [people, declarations, bids, parties]
"""
STAFF = """id,name,role,tie,party,end_date,Remarks of Zebulon Whitcombe
e2,Finn Odell,evaluator,employment,pa,"left 2019, see Aurelio Quintanar",by Zebulon
"""
SETTINGS = """waivers:
  - rule: undeclared-gift-from-a-bidder
    path: people
    reason: Ottoline Fairweather gave it to charity, says Peregrine Winterbottom
    by: Peregrine Winterbottom
    until: 2027-12-31
"""
NAMES = {"Cunegond", "Wrexham", "Thaddeus", "Oakenshaw", "Balthasar", "Quennell", "Leopold", "Marchbanks", "Ignatia", "Sorrel", "Dunstan", "Applegarth", "Zebulon", "Whitcombe",
         "Aurelio", "Quintanar", "Ottoline", "Fairweather", "Peregrine", "Winterbottom"}  # fmt: skip
KINDS = ("txt", "md", "html", "json", "sarif")


def texts(*asked):
    put("case/tender.yaml", CASE)
    put("case/staff.csv", STAFF)
    put("settings.yaml", SETTINGS)
    run = ("check", "case", "--config", "settings.yaml", "--today", "2026-11-27", "--allow-ci-evaluation", *asked)
    fairaudit(*run, *(one for kind in KINDS for one in ("-o", f"out.{kind}")))
    found = {kind: Path(f"out.{kind}").read_text(encoding="utf-8") for kind in KINDS}
    return {
        one: " ".join(text.split())
        for one, text in (found | {"github": fairaudit(*run, "--format", "github").out}).items()
    }


def named(text):
    return {one for one in NAMES if one.lower() in text.lower()}


def test_the_report_without_redaction_names_who_accepted_and_all_others():
    assert named(texts()["json"]) == NAMES


def test_no_format_names_who_accepted_nor_quotes_why_nor_a_comment_cell_or_heading():
    found = texts("--redact")
    assert {one: named(text) for one, text in found.items()} == {key: set() for key in (*KINDS, "github")}
    said = found["txt"]
    assert "waived: [withheld] (by [Person " in said
    assert "# fairaudit: accept[no-such-rule] by [Person " in found["json"]
    assert 'should be a date such as 2026-03-30, found "[withheld]"' in said
    assert "staff.csv, column [withheld]" in said


def test_somebody_whom_the_case_lists_signs_with_their_label_and_a_post_stays(monkeypatch):
    monkeypatch.setitem(globals(), "CASE", CASE.replace("Ignatia Sorrel", "Eva Morland"))
    monkeypatch.setitem(
        globals(), "SETTINGS", SETTINGS.replace("by: Peregrine Winterbottom", "by: Head of procurement")
    )
    said = texts("--redact")["json"]
    label = said.partition("accept[no-such-rule] by ")[2].partition("]")[0] + "]"
    assert label.startswith("[Person ")
    assert f"{label} (evaluator" in said
    assert '"by": "Head of procurement"' in said


@pytest.mark.parametrize(
    ("comment", "by", "texts"),
    [
        (" fairaudit: accept[a-rule] until 2026-12-31 by A. Berg -- she knows", "A. Berg", {"she knows"}),
        (" fairaudit: accept[a-rule] by nobody -- it is so", None, {"it is so"}),
        (" fairaudit: accept[a-rule] until Ada says so by B. Holt -- it is so", "B. Holt", {"it is so", "Ada says so"}),
        (" fairaudit: accept a rule by B. Holt", None, {" fairaudit: accept a rule by B. Holt"}),
    ],
)
def test_who_signs_a_comment_is_told_from_what_else_it_says(comment, by, texts):
    found = signed(comment)
    assert (found.by, set(found.texts)) == (by, texts)


def test_other_comments_are_no_waivers():
    assert signed(" as agreed with fairaudit by B. Holt") is None


@pytest.mark.parametrize(
    ("reason", "shown"),
    [
        ('should be true or false, found "by Ada"', 'should be true or false, found "[withheld]"'),
        ('names a day that does not exist: "1971-02-30"', 'names a day that does not exist: "[withheld]"'),
        ('found "says "Ada" and Bo"; it is left out', 'found "[withheld]"; it is left out'),
        ('found "a long remark of Ada that was cu…', 'found "[withheld]"'),
        ("should be a date, found a list", "should be a date, found a list"),
    ],
)
def test_what_a_reason_quotes_is_withheld_whole(reason, shown):
    assert without_quoted(reason) == shown
