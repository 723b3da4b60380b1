"""Reports to files: several at once, whole or not at all, the same bytes every time, and nobody's name where redacted."""

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import BAD, GOOD, check, fairaudit, files, found, put, write

EVERY = ("audit.txt", "audit.md", "audit.html", "audit.json", "audit.sarif")
ENDINGS = [word for name in EVERY for word in ("-o", name)]
BIDDING = BAD + "bids: [{id: B1}]\ncomplete: [bids]\n"


def texts():
    return {name: Path(name).read_text(encoding="utf-8") for name in EVERY}


def test_one_run_writes_every_format():
    write(t_yaml=BAD)
    ran = check("t.yaml", *ENDINGS)
    assert ran.status == 1
    assert files() == sorted([*EVERY, "t.yaml"])
    written = texts()
    assert written["audit.txt"] == ran.out
    for name in ("markdown", "html", "json", "sarif"):
        ending = {"markdown": "md"}.get(name, name)
        assert written[f"audit.{ending}"] == check("t.yaml", "--format", name).out, name
    assert all("£6 is 3 times £2." in one for one in written.values())


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        (("-q",), True),
        (("-q", "--format", "json"), True),
        (("-q", "--format", "github"), True),
        (("-q", "-o", "a.md"), False),
        (("-q", "-o", "a.md", "--format", "json"), True),
        (("-o", "a.md"), True),
    ],
)
def test_quiet_silences_the_summary_beside_written_reports_and_nothing_else(words, printed):
    write(t_yaml=BAD)
    ran = check("t.yaml", *words)
    assert (ran.status, ran.err) == (1, "")
    asked = words[words.index("--format") :] if "--format" in words else ()
    assert ran.out == (check("t.yaml", *asked).out if printed else "")


def test_endings_of_the_same_format_give_the_same_file():
    write(t_yaml=BAD)
    check(
        "t.yaml",
        *[
            word
            for name in ("a.htm", "a.HTML", "a.markdown", "a.md", "a.sarif.json", "a.sarif")
            for word in ("-o", name)
        ],
    )
    read = {name: Path(name).read_text(encoding="utf-8") for name in files() if name != "t.yaml"}
    assert read["a.htm"] == read["a.HTML"]
    assert read["a.markdown"] == read["a.md"]
    assert read["a.sarif.json"] == read["a.sarif"]


def test_two_runs_write_the_same_bytes():
    write(t_yaml=BIDDING)
    runs = []
    for _ in range(2):
        check("t.yaml", *ENDINGS, "--allow-ci-evaluation")
        runs.append(texts())
    assert runs[0] == runs[1]


def test_another_process_writes_the_same_bytes():
    write(t_yaml=BIDDING)
    check("t.yaml", *ENDINGS, "--allow-ci-evaluation")
    first = texts()
    for seed in ("1", "2"):
        words = ["check", "--rules", "mine", "--select", "mine", "--today", "2026-03-05", "t.yaml", *ENDINGS, "-q"]
        run = subprocess.run(
            [sys.executable, "-c", "from fairaudit.cli import main; main()", *words, "--allow-ci-evaluation"],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (run.returncode, run.stdout, run.stderr) == (1, "", "")
        assert texts() == first


def test_a_report_is_readable_by_whom_the_umask_allows():
    write(t_yaml=GOOD)
    before = os.umask(0o027)
    try:
        check("t.yaml", "-o", "audit.json")
    finally:
        os.umask(before)
    assert stat.S_IMODE(os.stat("audit.json").st_mode) == 0o640


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("-o", "nowhere/audit.html"), "--output: nowhere/audit.html cannot be written: No such file or directory"),
        (("-o", "t.yaml/audit.html"), "--output: t.yaml/audit.html cannot be written: Not a directory"),
        (("-o", "folder.html"), "--output: folder.html cannot be written: Is a directory"),
        (
            ("-o", "audit.exe"),
            "audit.exe: has an ending that is no format; use one of .htm, .html, .ics, .json, .markdown, .md, .sarif, .txt",
        ),
    ],
)  # fmt: skip
def test_where_one_report_cannot_be_written_no_other_is_touched(words, line):
    write(t_yaml=BAD, audit_json="what stood here before")
    os.mkdir("folder.html")
    for order in (("-o", "audit.json", *words), (*words, "-o", "audit.json")):
        ran = check("t.yaml", *order)
        assert (ran.status, ran.out, ran.errors) == (2, "", [f"error: {line}"])
        assert files() == ["audit.json", "t.yaml"]
        assert Path("audit.json").read_text(encoding="utf-8") == "what stood here before"


def test_an_unwritable_folder_is_said():
    # The system's own folder of processes takes no file from anybody, not even from the superuser.
    write(t_yaml=GOOD)
    ran = check("t.yaml", "-o", "/proc/audit.json")
    assert (ran.status, ran.out) == (2, "")
    assert ran.errors == ["error: --output: /proc/audit.json cannot be written: No such file or directory"]


def test_a_case_that_could_not_be_read_still_has_its_report():
    write(t_yaml="tender: [", g_yaml=BAD)
    ran = check("t.yaml", "g.yaml", *ENDINGS)
    assert ran.status == 2
    for name, text in texts().items():
        assert "did not find expected" in text, name


@pytest.mark.parametrize("words", [("-o", "audit.sarif"), ("--format", "sarif"), ("--format", "github")])
def test_formats_for_ci_refuse_a_case_that_bidders_have_entered(words):
    write(t_yaml=BIDDING)
    ran = check("t.yaml", *words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.errors == [
        "error: t.yaml: is at stage bidding (the case holds bids): logs and alerts of CI are read by people who may not "
        "see bids and scores, so this format is refused; write a text, Markdown, HTML or JSON report to a protected "
        "place, or give --allow-ci-evaluation if everyone who can read this CI may see them"
    ]
    assert files() == ["t.yaml"]
    ran = check("t.yaml", *words, "--allow-ci-evaluation")
    assert ran.status == 1
    write(t_yaml=BAD)
    assert check("t.yaml", *words).status == 1


def test_a_refusal_is_told_before_anything_is_written():
    write(t_yaml=BIDDING)
    assert check("t.yaml", "-o", "audit.json", "-o", "audit.sarif").status == 2
    assert files() == ["t.yaml"]


def test_a_report_renders_again_to_the_same_bytes():
    write(t_yaml=BIDDING, broken_yaml="tender: [")
    assert check("t.yaml", "broken.yaml", *ENDINGS, "--allow-ci-evaluation", "--for", "auditor").status == 2
    first = texts()
    again = [word for name in EVERY for word in ("-o", f"again/{name}")]
    os.mkdir("again")
    ran = fairaudit("report", "audit.json", *again, "--allow-ci-evaluation")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    os.chdir("again")
    assert texts() == first
    assert fairaudit("report", "audit.json").out == first["audit.txt"]
    for name in ("markdown", "html", "json", "sarif"):
        ending = {"markdown": "md"}.get(name, name)
        assert (
            fairaudit("report", "audit.json", "--format", name, "--allow-ci-evaluation").out == first[f"audit.{ending}"]
        )


def test_rendering_again_refuses_what_check_refuses():
    write(t_yaml=BIDDING)
    check("t.yaml", "-o", "audit.json")
    for words in (("-o", "audit.sarif"), ("--format", "github")):
        ran = fairaudit("report", "audit.json", *words)
        assert (ran.status, ran.out, len(ran.errors)) == (2, "", 1)
    assert files() == ["audit.json", "t.yaml"]


NAMES = ("Aurelia Quillfeather", "Quillfeather", "Aurelia", "aurelia@moorgate.example", "Moorgate Optics", "moorgate",
         "Brackenbury Vision", "brackenbury", "Zedekiah Thorne", "Thorne", "OptiLink")  # fmt: skip
PEOPLED = """tender:
  id: EYE-9
  title: Community eye clinic, now run by Moorgate Optics
  value: {amount: 2, currency: GBP}
  incumbents: [{party: moorgate, products: [OptiLink]}]
  selection_criteria:
    - {id: S1, kind: turnover, minimum: 6, currency: GBP, text: As Aurelia Quillfeather asked for.} # Aurelia Quillfeather
  specification:
    - {id: "4.2", text: Through Optilink.}
parties:
  - id: moorgate
    name: Moorgate Optics
    products: [OptiLink]
    contact_point: {name: Zedekiah Thorne, email: aurelia@moorgate.example}
  - {id: brackenbury, name: Brackenbury Vision}
people:
  - {id: quill, name: Aurelia Quillfeather, roles: [{role: evaluator}]}
bids:
  - {id: B1, bidder: moorgate}
  - {id: B2, bidder: brackenbury}
enquiries:
  - {id: "1", asked_by: brackenbury, question: Why does Aurelia Quillfeather ask?, recipients: [moorgate]}
events:
  - {kind: extension, bidder: brackenbury, date: 2026-03-01, until: 2026-03-02, reason: Zedekiah Thorne said so}
complete: [bids]
"""  # fmt: skip


@pytest.mark.parametrize("rules", [("--select", "mine"), ("--select", "mine", "--select", "core")])
def test_redacted_reports_name_nobody(rules):
    write(t_yaml=PEOPLED)
    words = ("t.yaml", *rules, "--allow-ci-evaluation", "--for", "auditor")
    open_ = check(*words, *ENDINGS)
    for name, text in texts().items():
        assert "Brackenbury Vision" in text or "Moorgate Optics" in text, name
    closed = check(*words, "--redact", *ENDINGS)
    github = check(*words, "--redact", "--format", "github")
    assert closed.status == open_.status
    for name, text in {**texts(), "the terminal": closed.out, "github": github.out}.items():
        assert [one for one in NAMES if one in text] == [], name
    assert re.search(r"\[Organisation [a-z]\d[a-z]\]", texts()["audit.json"])


def test_redacted_reports_keep_every_finding():
    write(t_yaml=PEOPLED)
    plain, closed = (check("t.yaml", *words, "--format", "json").report for words in ((), ("--redact",)))
    assert len(found(plain)) == len(found(closed)) == 4
    assert closed["redacted"] is True
    assert closed["cases"][0]["counts"] == plain["cases"][0]["counts"]
    assert (
        len({one["fingerprint"] for one in _findings(closed)} | {one["fingerprint"] for one in _findings(plain)}) == 8
    )


def test_the_name_of_a_file_is_redacted_as_well():
    put("Aurelia Quillfeather/moorgate.yaml", PEOPLED)
    out = check("Aurelia Quillfeather", "--redact", "--format", "json").out
    assert [one for one in NAMES if one in out] == []


def _findings(report):
    return [one for case in report["cases"] for verdict in case["verdicts"] for one in verdict["findings"]]
