"""Every rule of information parity tells the difference between the best- and the worst-treated bidder."""

import re
from pathlib import Path

import pytest

from fairaudit.checks.catalogue import Catalogue
from fairaudit.engine.rulefiles.packs import shipped_packs
from tests.shipped import EXAMPLES, run_once

ALIKE = {
    # What is about the time or the record that all bidders have alike, or about one bid alone, compares nobody.
    "answer-too-late-to-use", "mandatory-site-visit-close-to-the-deadline", "mandatory-site-visit-soon-after-publication",
    "what-each-bidder-received", "answer-long-in-coming", "answer-later-than-due-in-an-accelerated-procedure-under-the-directive",
    "answer-later-than-due-in-an-accelerated-procedure-under-the-regulations", "answer-later-than-due-under-the-directive",
    "answer-later-than-due-under-the-regulations", "documents-later-than-the-notice-under-the-directive",
    "documents-later-than-the-notice-under-the-regulations", "assessment-summary-after-the-award-notice",
    "assessment-summary-is-not-the-record", "assessment-summary-missing", "assessment-summary-without-explanations",
    "information-asked-for-in-the-standstill-not-given", "signed-before-information-came",
    "invited-without-details-of-what-is-wanted", "refined-criteria-not-published-again", "data-for-the-winner-only",
    "question-answered-by-word-of-mouth", "question-answered-on-a-visit",
}  # fmt: skip
BESIDE = {
    "deadlines-differ", "extension-for-some", "extended-when-seen", "moved-when-seen", "data-not-disclosed",
    "data-given-to-some", "data-disclosed-late", "talk-material-unpublished", "cure-time-unlike", "defect-decided-unlike",
    "late-bids-treated-unlike", "engagement-unshared", "refused-without-reason", "refused-without-rule",
    "refused-by-ground-not-shown", "refused-by-unknown-rule",
    "extended-when-passed", "moved-when-passed", "excluded-on-unknown-ground",
}  # fmt: skip
"""Checks of other families that compare what bidders had, or ask for what only some can have known."""
OTHER_NAMES = {"late-bids-treated-unlike": "by"}
"""Facts that are the difference under another name: how late."""
PARITY = [
    rule
    for pack in shipped_packs()
    for rule in pack.rules
    if rule.pack not in ("evaluation", "what-if") and (rule.family == "information" or rule.check.name in BESIDE)
]


FACTS = {name: check.facts for name, check in Catalogue().items()}
"""By the code of the checks: a rule that comes from the index has not loaded its check."""


def tells(rule):
    fact = OTHER_NAMES.get(rule.check.name, "difference")
    return fact in FACTS[rule.check.name] and "{" + fact + "}" in rule.message


@pytest.mark.parametrize("rule", PARITY, ids=lambda rule: rule.name)
def test_a_rule_of_parity_tells_the_difference(rule):
    assert (rule.id in ALIKE) is not tells(rule)


def test_what_compares_nobody_names_nobody_as_better_treated():
    alike = [rule for rule in PARITY if rule.id in ALIKE]
    assert {rule.id for rule in alike} == ALIKE
    assert not [rule.id for rule in alike if re.search(r"\{(given_to|left_out|best|worst|others)\}", rule.message)]


def test_who_had_more_time_and_who_had_less_are_called_the_same_by_every_rule_that_measures_it():
    timed = {rule.check.name: FACTS[rule.check.name] for rule in PARITY if "time" in rule.id and rule.id not in ALIKE}
    named = {name for name, facts in timed.items() if {"best", "worst", "difference"} <= set(facts)}
    # Of summaries it tells from when to when they were given, and who had the last.
    assert named == set(timed) - {"summaries-apart"}


APART = re.compile(r"\bdifference of |\b(?:seconds?|minutes?|hours?|days?) (?:late|later|earlier|less|before|after)\b")
NOBODY = re.compile(
    r"to compare with\b|no other bidder is known|no question of another bidder is recorded|\bis not recorded\b|how far "
    r"|sets none of them apart|that (?:was|were) turned away either|not to: nobody"
    r"|no bidder known had fewer|nor has (?:the|any)\b"
)
"""How a finding says that nobody else is known, that the record does not tell how far it is, or that all were treated alike."""


@pytest.mark.parametrize("rule", [one for one in PARITY if one.id not in ALIKE], ids=lambda rule: rule.name)
def test_every_finding_tells_how_far_bidders_are_apart_or_that_nobody_is(rule):
    said = [sentence for one in EXAMPLES[rule.name] if one.finds for sentence in run_once(rule, one).got[1:]]
    assert not [one for one in said if not (APART.search(one) or NOBODY.search(one))]


SENTENCES = dict(
    line.split(" | ", 1)
    for line in Path(__file__).with_name("parity_sentences.txt").read_text(encoding="utf-8").splitlines()
)
"""By rule, what it says of the first of its examples that tells how far bidders are apart, or that finds something."""
COUNTED = re.compile(r"\b(?:\d+|one) [a-z]")
"""A number and what it counts; in a date the month has a capital."""


def said_first(rule):
    """Return the first sentence that counts: where nobody else is known, a finding has nobody to compare with."""
    said = [sentence for one in EXAMPLES[rule.name] if one.finds for sentence in run_once(rule, one).got[1:]]
    return next((one for one in said if COUNTED.search(one)), said[0])


@pytest.mark.parametrize("rule", [one for one in PARITY if one.id not in ALIKE], ids=lambda rule: rule.name)
def test_the_sentence_of_a_rule_of_parity_tells_how_many_or_how_long(rule):
    said = said_first(rule)
    assert said == SENTENCES[rule.name]
    assert COUNTED.search(said)


def test_no_sentence_is_kept_of_a_rule_that_is_gone():
    assert set(SENTENCES) == {one.name for one in PARITY if one.id not in ALIKE}
