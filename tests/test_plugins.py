"""Checks from installed packages: found by name, told apart, blamed by name. Nothing that merely lies about ever runs.

The package of `tests/plugin` is laid into a temporary folder as an installer would, and another process looks there.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import BAD, TOO_MUCH, Ran, files, found, put, write

SAMPLE = Path(__file__).parent / "plugin"
CASE = """tender:
  id: ACME-1
  market_engagement: [{date: 2026-01-12, participants: [a]}]
  specification:
    - {id: "1", text: One two three four five six seven.}
bids: [{id: B1, bidder: a}, {id: B2, bidder: b}]
"""
BROKEN = "raise RuntimeError('no licence')\n"


def install(site, module="acme_checks", distribution="acme-checks", version="1.0", name="acme", code=None):
    """Lay a package into a folder as an installer does: its code, and a record that names its entry point."""
    if code is None:
        shutil.copytree(SAMPLE / "acme_checks", Path(site, module))
    else:
        put(f"{site}/{module}.py", code)
    info = f"{site}/{distribution.replace('-', '_')}-{version}.dist-info"
    put(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n")
    put(f"{info}/entry_points.txt", f"[fairaudit.checks]\n{name} = {module}\n")
    put(f"{info}/INSTALLER", "a test\n")


def fairaudit(*words, sites=("site",), cwd=None):
    """Run the command line in another process that also looks for packages in some folders."""
    paths = [str(Path(one).resolve()) for one in sites]
    run = subprocess.run(
        [Path(sys.executable).with_name("fairaudit"), *words],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([*paths, str(SAMPLE.parents[1])])},
        cwd=cwd,
        capture_output=True,
        check=False,
        timeout=60,
    )
    return Ran(run.returncode, run.stdout.decode(), run.stderr.decode())


def rules():
    """Copy the sample's rules, and return the words that judge by them alone."""
    shutil.copytree(SAMPLE / "rules", "rules", dirs_exist_ok=True)
    return ("--rules", "rules", "--select", "rules", "--today", "2026-03-05")


def test_a_rule_from_anywhere_may_use_a_check_that_comes_with_fairaudit():
    write(t_yaml=BAD)
    put("far/away/too-much.yaml", TOO_MUCH)
    ran = fairaudit("check", "t.yaml", "--rules", "far/away/too-much.yaml", "--select", "local", "--format", "json")
    assert (ran.status, found(ran.report)) == (1, ["BAD-1 too-much flagged t.yaml:6 £6 is 3 times £2."])
    assert ran.report["plugins"] == []


def test_a_rule_uses_a_check_of_an_installed_package_and_the_report_names_it():
    install("site")
    write(t_yaml=CASE)
    ran = fairaudit("check", "t.yaml", *rules(), "--format", "json")
    assert (ran.status, ran.err) == (1, "")
    assert found(ran.report) == [
        "ACME-1 talk-with-some-bidders flagged t.yaml:3 1 of 2 bidders took part.",
        "ACME-1 wordy-clause flagged t.yaml:5 The clause has 7 words, more than 6.",
    ]
    assert ran.report["plugins"] == ["acme-checks 1.0"]


def test_a_package_whose_checks_no_rule_uses_is_neither_named_nor_imported():
    install("site", code=BROKEN)
    write(t_yaml=BAD)
    put("mine/too-much.yaml", TOO_MUCH)
    ran = fairaudit("check", "t.yaml", "--rules", "mine", "--select", "mine", "--format", "json")
    assert (ran.status, ran.err, ran.report["plugins"]) == (1, "", [])


def test_the_examples_of_the_samples_rules_hold():
    install("site")
    rules()
    ran = fairaudit("test", "rules")
    assert (ran.status, ran.out, ran.err) == (0, "2 rules, 7 examples: 7 hold, 0 do not\n", "")


def test_a_rule_whose_package_is_not_installed_is_located():
    write(t_yaml=CASE)
    ran = fairaudit("check", "t.yaml", *rules(), sites=())
    assert (ran.status, ran.out) == (2, "")
    assert ran.errors == [
        "error: rules/talk-with-some-bidders.yaml:10:8: there is no check `acme.asks-to-meet`; "
        "is the package that brings it installed?",
        "error: rules/wordy-clause.yaml:10:8: there is no check `acme.longer-than`; "
        "is the package that brings it installed?",
    ]


def test_two_packages_under_one_name_are_both_named():
    install("site")
    install("other", "rival_checks", "rival-checks", "2.1", code="")
    write(t_yaml=CASE)
    ran = fairaudit("check", "t.yaml", *rules(), "-o", "audit.json", sites=("site", "other"))
    assert (ran.status, ran.out) == (2, "")
    assert ran.errors == [
        "error: acme-checks 1.0 and rival-checks 2.1: both bring checks under the name `acme`; uninstall one of them"
    ]
    assert not Path("audit.json").exists()


CANNOT = "its checks cannot be imported: "
MEND = "; mend or uninstall the package"


@pytest.mark.parametrize(
    ("code", "line"),
    [
        (BROKEN, CANNOT + "RuntimeError: no licence"),
        ("import nowhere_at_all", CANNOT + "ModuleNotFoundError: No module named 'nowhere_at_all'"),
        ("def (", CANNOT + "SyntaxError: invalid syntax (acme_checks.py, line 1)"),
        ("import sys\nsys.exit(0)", CANNOT + "SystemExit: 0"),
        (
            "from fairaudit.checks import check\n@check\ndef longer_than(node, case, *, of, limit):\n    yield\n",
            "its check `acme.longer-than` cannot be used: TypeError: longer_than must return Found[…] "
            "of a named tuple or dataclass of facts",
        ),
    ],
)  # fmt: skip
def test_a_package_that_cannot_be_imported_is_blamed_by_name(code, line):
    install("site", code=code)
    write(t_yaml=CASE)
    ran = fairaudit("check", "t.yaml", *rules(), "-o", "audit.json")
    assert (ran.status, ran.out) == (2, "")
    assert ran.errors == [f"error: acme-checks 1.0: {line}{MEND}"]
    assert not Path("audit.json").exists()


def test_an_entry_point_that_names_no_module_is_blamed_by_name():
    install("site", module="acme_checks", code="wrong = 1\n")
    put("site/acme_checks-1.0.dist-info/entry_points.txt", "[fairaudit.checks]\nacme = acme_checks:wrong\n")
    write(t_yaml=CASE)
    ran = fairaudit("check", "t.yaml", *rules())
    assert (ran.status, ran.errors) == (2, ["error: acme-checks 1.0: the entry point `acme` should name a module"])


def test_a_check_that_raises_leaves_the_other_rules_standing():
    code = (SAMPLE / "acme_checks/__init__.py").read_text().replace("words = len(of.value.split())", "words = 1 // 0")
    install("site", code=code)
    write(t_yaml=CASE)
    ran = fairaudit("check", "t.yaml", *rules(), "--format", "json", "--fail-on", "never")
    assert ran.status == 2
    outcomes = {one["rule"]: (one["outcome"], one["reason"]) for one in ran.report["cases"][0]["verdicts"]}
    assert outcomes["talk-with-some-bidders"] == ("flagged", None)
    assert outcomes["wordy-clause"] == (
        "error",
        "the check acme.longer-than failed: ZeroDivisionError: integer division or modulo by zero",
    )


TOLD = "the reason of an Unassessed should be a text, and what is missing a tuple of texts"


def spoilt(line):
    """Install the sample with a line of its own in the check of lengths, and return what a run of it left."""
    code = (SAMPLE / "acme_checks/__init__.py").read_text().replace("words = len(of.value.split())", line)
    install("site", code=code)
    write(t_yaml=CASE)
    return fairaudit("check", "t.yaml", *rules(), "--format", "json", "--fail-on", "never")


def outcomes(ran):
    """Return the outcome and reason of the two rules of the sample."""
    found = {one["rule"]: (one["outcome"], one["reason"]) for one in ran.report["cases"][0]["verdicts"]}
    return found["talk-with-some-bidders"], found["wordy-clause"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("import sys; sys.exit(0)", "SystemExit: 0"),
        ("raise GeneratorExit", "GeneratorExit: "),
        ("raise BaseException('enough')", "BaseException: enough"),
        ("raise type('Mute', (Exception,), {'__str__': lambda self: 1 // 0})()", "Mute"),
    ],
)
def test_no_check_ends_a_run(line, said):
    ran = spoilt(line)
    assert (ran.status, ran.err) == (2, "")
    assert outcomes(ran) == (("flagged", None), ("error", f"the check acme.longer-than failed: {said}"))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "yield Hit(of, Length(1), related=('a',)); return",
            "ValueError: not enough values to unpack (expected 2, got 1)",
        ),
        (
            "yield Hit(of, Length(type('Odd', (), {'__str__': lambda self: 1 // 0})())); return",
            "ZeroDivisionError: integer division or modulo by zero",
        ),
        (
            "yield Hit(Node(('tender', 'nowhere'), 1), Length(1)); return",
            "LookupError: there is no place `tender.nowhere`",
        ),
        ("yield Hit(Node(('bids', 2), 1), Length(1)); return", "LookupError: there is no place `bids[2]`"),
        ("yield Unassessed(Node(('x',), 1), 'why'); return", "LookupError: there is no place `x`"),
        ("yield Unassessed(of, 7); return", f"TypeError: {TOLD}"),
        ("yield Unassessed(of, 'why', 'bids'); return", f"TypeError: {TOLD}"),
        ("yield 'a hit'; return", "AttributeError: 'str' object has no attribute 'at'"),
    ],
)
def test_what_a_check_yields_and_nobody_can_word_is_an_error_of_its_rule_alone(line, said):
    ran = spoilt(line)
    assert (ran.status, ran.err) == (2, "")
    assert outcomes(ran) == (("flagged", None), ("error", f"the check acme.longer-than failed: {said}"))


def test_an_example_that_cannot_be_worded_does_not_hold():
    spoilt("yield Hit(of, Length(type('Odd', (), {'__str__': lambda self: 1 // 0})())); return")
    ran = fairaudit("test", "rules")
    assert (ran.status, ran.err, "Traceback" in ran.out) == (1, "", False)
    assert "said:    the check acme.longer-than failed: ZeroDivisionError" in ran.out


def test_an_interrupt_ends_a_run_and_never_reads_as_clean_or_as_findings():
    ran = spoilt("raise KeyboardInterrupt")
    assert (ran.status in (2, 130), ran.out) == (True, "")


RUNS = "from pathlib import Path\nPath(__file__).with_name('it-ran').touch()\n"


def test_python_lying_beside_a_tender_or_a_rule_never_runs():
    write(case__tender_yaml=CASE)
    shutil.copytree(SAMPLE / "rules", "case/rules")
    for folder in ("case", "case/rules"):
        for name in ("acme_checks", "acme", "conftest", "sitecustomize", "tender", "rules", "yaml", "fairaudit_checks"):
            put(f"{folder}/{name}.py", RUNS)
        put(f"{folder}/__init__.py", RUNS)
    before = files()
    ran = fairaudit("check", ".", "--rules", "rules", sites=(), cwd="case")
    assert (ran.status, len(ran.errors)) == (2, 2)
    assert "there is no check `acme.longer-than`" in ran.errors[1]
    shutil.rmtree("case/rules")
    ran = fairaudit("check", ".", "--format", "json", "--fail-on", "never", sites=(), cwd="case")
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out)["plugins"] == []
    assert files() == [one for one in before if not one.startswith("case/rules/")]
