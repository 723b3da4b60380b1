"""Every finding on real texts has a label given by hand, and docs/accuracy.md says what the labels add up to."""

from datetime import date
from pathlib import Path

import pytest

from fairaudit import audit
from fairaudit.engine.rulefiles.packs import shipped_packs
from tests.accuracy.labels import labels, misses, row, shown, wilson

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"
PAGE = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
FOUND = labels("findings.tsv")
TEXTS = [one for one in FOUND if one.file.startswith("texts/")]
NOTICES = [one for one in FOUND if not one.file.startswith("texts/")]
BEFORE = labels("before.tsv")
ELSEWHERE = labels("elsewhere.tsv")
# One finding of these objects to several places, and each of them is judged.
MANY_PLACES = {"core/vague-requirements-without-a-test"}

there = pytest.mark.skipif(
    not (DATA / "texts").is_dir(), reason="the texts that were labelled are no part of the project and not beside it"
)


def found(pattern):
    """Return every place that findings object to, as labels without a verdict."""
    for file in sorted(DATA.glob(pattern)):
        for case in audit(file, today=date(2026, 6, 1)).cases:
            for verdict in case.verdicts:
                for one in verdict.findings:
                    yield from places(file.relative_to(DATA).as_posix(), f"{verdict.pack}/{verdict.rule}", one)


def places(file, rule, finding):
    if rule in MANY_PLACES:
        for one in finding.related:
            yield (file, one.line, rule, finding.outcome, one.label.strip("“”"))
    else:
        words = finding.facts.get("words", finding.facts.get("standards", ""))
        yield (file, finding.line, rule, finding.outcome, words)


@there
@pytest.mark.parametrize(("pattern", "labelled"), [("texts/*/*.md", TEXTS), ("ocds/*/*.json", NOTICES)])
def test_what_is_found_is_what_was_labelled(pattern, labelled):
    assert sorted(found(pattern)) == sorted(one.place for one in labelled)


@there
def test_what_is_listed_as_missed_is_not_found():
    seen = {(file, line, rule) for file, line, rule, _, _ in found("texts/*/*.md")}
    assert [one for one in misses() if (one.file, one.line, one.rule) in seen] == []
    for one in misses():
        assert (DATA / one.file).read_text(encoding="utf-8").splitlines()[one.line - 1].strip()


def test_nine_in_ten_findings_on_the_texts_are_right():
    assert sum(one.right for one in TEXTS) / len(TEXTS) >= 0.9


@pytest.mark.parametrize("table", [FOUND, BEFORE, ELSEWHERE])
def test_every_label_is_whole(table):
    rules = {f"{rule.pack}/{rule.id}" for pack in shipped_packs() for rule in pack.rules}
    assert {one.verdict for one in table} <= {"right", "wrong"}
    assert {one.outcome for one in table} <= {"flagged", "review"}
    assert [one for one in table if one.rule not in rules or len(one.reason.split()) > 30 or not one.reason] == []
    assert len({one.place for one in table}) == len(table)


def test_every_miss_names_a_rule_or_says_that_there_is_none():
    rules = {f"{rule.pack}/{rule.id}" for pack in shipped_packs() for rule in pack.rules}
    assert {one.rule for one in misses()} - rules <= {"(no rule)"}
    assert all(one.places > 0 and one.what and one.why for one in misses())


def test_the_interval_is_the_one_that_was_published():
    """Brown, Cai and DasGupta (Statistical Science 16, 2001) give the ends for none and all of n as z²/(n+z²)."""
    low, high = wilson(20, 20)
    assert (shown(low), shown(high)) == ("0.84", "1.00")
    low, high = wilson(5, 10)
    assert (shown(low), shown(high)) == ("0.24", "0.76")


def tables():
    """Yield every line of figures that the page must hold."""
    yield row("texts", TEXTS)
    yield row("notices", NOTICES)
    yield row("texts, before anything was mended", BEFORE)
    yield row("documents nothing was mended on, first run", ELSEWHERE)
    for rule in sorted({one.rule for one in TEXTS}):
        yield row(f"`{rule}`", [one for one in TEXTS if one.rule == rule])
    for file in sorted({one.file for one in TEXTS} | {one.file for one in misses()}):
        right = sum(one.right for one in TEXTS if one.file == file)
        wrong = sum(not one.right for one in TEXTS if one.file == file)
        missed = sum(one.places for one in misses() if one.file == file)
        yield f"| {file.removeprefix('texts/')} | {right} | {wrong} | {missed} |"
    right, missed = sum(one.right for one in TEXTS), sum(one.places for one in misses())
    yield f"Of {right + missed} places, {right} were found: {shown(right / (right + missed))}."
    lists = [one for one in misses() if one.places > 1]
    rows = [one for one in TEXTS if any((one.file, one.rule) == (it.file, it.rule) for it in lists)]
    right, missed = right - len(rows), missed - sum(one.places for one in lists)
    yield f"Without the rows of that list, {right} of {right + missed}: {shown(right / (right + missed))}."
    for one in misses():
        yield f"| {one.file.removeprefix('texts/')}:{one.line} | {one.what} | {named(one)} | {one.why} |"


def named(miss):
    return "none" if miss.rule == "(no rule)" else f"`{miss.rule}`"


def test_the_page_says_what_the_labels_add_up_to():
    lines = PAGE.splitlines()
    assert [one for one in tables() if not any(one in line for line in lines)] == []
