"""The index of the shipped rules says what the files say, and where the checks are; a wrong one costs time, never an answer."""

import json
import os
import shutil
import subprocess
import sys

import fairaudit
from fairaudit.analysis.text.language import ENGLISH
from fairaudit.checks.catalogue import Catalogue, import_module_of_checks
from fairaudit.engine.rulefiles.index import RuleIndex, index_texts
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.sources.shipped import shipped_rules

CATALOGUE = Catalogue()


def test_the_index_of_a_wheel_holds_every_rule_without_its_examples_and_the_module_of_its_check():
    texts = index_texts(shipped_rules())
    wrong = []
    for pack in shipped_packs():
        entries = json.loads(texts[pack.name])
        for rule in pack.rules:
            entry = entries[rule.sha256] if not rule.lexicons else _entry_called(entries, rule.id)
            # Not the rule's own: of one that was known before this run the check is imported when it is run.
            check = CATALOGUE[rule.check.name]
            where = {
                "module": check.run.__module__.removeprefix("fairaudit.checks."),
                "plain": not check.options and not check.compares_bidders,
            }
            if entry["value"]["id"] != rule.id or "examples" in entry["value"] or not where.items() <= entry.items():
                wrong.append(rule.name)
        assert len(entries) == len(pack.rules)
    assert wrong == []


def _entry_called(entries, name):
    """Return the entry of a rule whose hash also covers the words of a lexicon."""
    return next(one for one in entries.values() if one["value"]["id"] == name)


def test_examples_are_those_of_the_file_whether_or_not_the_rule_came_from_the_index():
    [core] = [pack for pack in shipped_packs() if pack.name == "core"]
    rule = next(one for one in core.rules if one.id == "brand-without-equivalent")
    first = rule.examples[0]
    assert (first.outcome, first.case["tender"]["specification"][0]["text"]) == (
        "flagged",
        "Lenses shall be Clarivue® lenses.",
    )
    line = (shipped_rules() / "core" / "brand-without-equivalent.yaml").read_text().splitlines()[first.line - 1]
    assert line.strip().startswith('- case: {tender: {specification: [{id: "3.1"')


def test_a_stale_hint_is_no_fault():
    import_module_of_checks("a_module_that_was_renamed")
    import_module_of_checks("../os")
    assert Catalogue()["late-bid-accepted"].name == "late-bid-accepted"


def test_an_entry_whose_module_was_moved_is_made_anew(tmp_path):
    index = RuleIndex(tmp_path, "core")
    entry = {"value": {"id": "one"}, "plain": False}
    index.made = {
        "gone": entry | {"module": "a_module_that_was_renamed"},
        "there": entry | {"module": "bidders.late_bids"},
        "none": entry | {"module": ""},
    }
    assert [index.known(one) is not None for one in index.made] == [False, True, True]


RUN_WITH_A_STALE_HINT = """
from fairaudit.checks.catalogue import later
later("late-bid-won", "a_module_that_was_renamed").run(None, None)
"""


def test_a_check_that_is_imported_when_it_is_run_is_found_where_it_was_moved_to():
    # In a process of its own: here the checks are all there.
    subprocess.run([sys.executable, "-c", RUN_WITH_A_STALE_HINT], check=True, cwd=ROOT)


def test_a_check_that_is_none_is_said_to_be_none():
    assert "no-such-check" not in Catalogue()


ROOT = shipped_rules().parent
COMMANDS = (("rules",), *(("check", f"examples/{one.name}") for one in sorted((ROOT / "examples").glob("*.yaml"))))


def test_a_copy_that_knows_its_index_says_what_one_says_that_reads_every_file(tmp_path):
    # The byte code comes along, so that no run compiles every module; the index does not.
    shutil.copytree(ROOT / "fairaudit", tmp_path / "fairaudit", ignore=shutil.ignore_patterns("*.pyc.*"))
    for folder in ("rules", "examples"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))

    def say(*words, keep):
        # An installed copy has its index and its byte code; this environment may forbid both.
        env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        env |= {"PYTHONPATH": str(tmp_path)} | ({} if keep else {"PYTHONDONTWRITEBYTECODE": "1"})
        options = ("--today", "2026-06-01", "--no-config") if words[0] == "check" else ()
        command = [sys.executable, "-m", "fairaudit", *words, *options]
        run = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=env, check=False)
        return run.returncode, run.stdout, run.stderr

    read = {words: say(*words, keep=False) for words in COMMANDS}
    assert not (tmp_path / "rules" / "__pycache__").exists()
    assert {status for status, _, errors in read.values() if not errors} <= {0, 1}
    # Listing the rules reads those of every pack.
    say("rules", keep=True)
    kept = {one.name for one in (tmp_path / "rules" / "__pycache__").iterdir()}
    names = (*(pack.name for pack in shipped_packs()), f"lexicons-{ENGLISH}")
    assert kept == {f"{name}-{fairaudit.__version__}.json" for name in names}
    assert {words: say(*words, keep=True) for words in COMMANDS} == read
