"""Before an award no rule advises to change a score, to put one back or to leave one out: that steers who wins."""

import re

import pytest

from fairaudit.engine.rulefiles.packs import shipped_packs

RULES = {
    one.name: one
    for pack in shipped_packs()
    for one in pack.rules
    if one.stage in ("evaluation", "award") or pack.name in ("evaluation", "what-if")
}
VERBS = (
    "change", "alter", "amend", "correct", "adjust", "revise", "rewrite", "overwrite", "replace", "swap", "exchange", "move",
    "put", "set", "reset", "restore", "revert", "reinstate", "undo", "reverse", "raise", "lift", "lower", "increase", "reduce",
    "cut", "add", "deduct", "subtract", "remove", "delete", "drop", "strike", "cancel", "annul", "withdraw", "exclude",
    "disregard", "ignore", "discard", "discount", "void", "leave", "take", "omit", "skip", "round", "align", "harmonise",
    "average", "rescore", "re-score", "reconsider", "moderate", "weaken", "trim", "cap", "count", "use", "apply",
)  # fmt: skip
"""What one can do to a score so that it, or what it counts, becomes another."""
DONE = (
    "changed", "altered", "amended", "corrected", "adjusted", "revised", "rewritten", "overwritten", "replaced", "swapped",
    "exchanged", "moved", "put", "set", "reset", "restored", "reverted", "reinstated", "undone", "reversed", "raised", "lifted",
    "lowered", "increased", "reduced", "cut", "added", "deducted", "subtracted", "removed", "deleted", "dropped", "struck",
    "cancelled", "annulled", "withdrawn", "excluded", "disregarded", "ignored", "discarded", "discounted", "left", "taken",
    "omitted", "skipped", "rounded", "aligned", "harmonised", "averaged", "rescored", "reconsidered", "trimmed", "capped",
)  # fmt: skip
SCORE = r"(?:scores?|marks?|ratings?|sheets?|figures?|averages?)\b"
ADVISED = re.compile(
    rf"\b(?:{'|'.join(VERBS)})\b(?: [\w’'-]+){{0,4}}? {SCORE}(?! (?:and weight )?as it is\b)"
    rf"|(?<!\bno )\b{SCORE}(?: [\w’'-]+){{0,4}}? (?:is|are|be)(?: (?:then|only|simply|best))? (?:{'|'.join(DONE)})\b",
    re.IGNORECASE,
)
KEEPS = re.compile(r"\b(?:no|not|never)\b", re.IGNORECASE)
TOLD = re.compile(r"\b(?:who|whoever|whether|why|which|what|how|when) (?:[\w’'-]+ ){0,6}?$", re.IGNORECASE)
"""What is asked about a score that was changed is no advice to change it."""
NO_ADVICE = {
    "core/put-out-by-a-minimum-it-met": "set the scores",  # beside the published minimum
    "nhs-psr/scoring-record-too-bare-for-a-review": "Put each evaluator's scores",  # into the record, as they were written
    # A slip of the pen alone, and only as the sheet shows it.
    "evaluation/comment-better-than-its-score": "figure is only corrected",
    "evaluation/comment-worse-than-its-score": "figure is only corrected",
    "evaluation/comment-in-the-words-of-another-band": "figure is only corrected",
}
ASKED = {"core/score-changes-that-do-not-join": "change of the score"}  # which is recorded


def advised(text):
    """Return what a text advises to do to scores."""
    return [
        found[0]
        for found in ADVISED.finditer(text)
        if not KEEPS.search(found[0]) and not TOLD.search(text[: found.start()].rsplit(".", 1)[-1])
    ]


@pytest.mark.parametrize("name", sorted(RULES))
def test_no_fix_is_to_change_a_score(name):
    assert advised(RULES[name].fix) == [one for key, one in NO_ADVICE.items() if key == name]


@pytest.mark.parametrize("name", sorted(RULES))
def test_no_question_is_to_change_a_score(name):
    assert advised(RULES[name].ask) == [one for key, one in ASKED.items() if key == name]


@pytest.mark.parametrize(
    "text",
    [
        "Pause, and have somebody outside the panel put the score back as it stood before the meeting.",
        "Find out whether the allocation was changed, and record it, or leave the score out.",
        "Raise the lowest mark to the mean.",
        "The scores of this evaluator should be disregarded.",
        "Replace the panel's scores with the means.",
        "If so, the mark is struck.",
        "Do not count their scores. Drop the highest score.",
    ],
)
def test_such_advice_is_seen(text):
    assert advised(text)


@pytest.mark.parametrize(
    "text",
    [
        "Change no score. Pause, and have somebody outside the panel read the written reasons for these scores.",
        "Leave every score as it is.",
        "No score is changed.",
        "Ask who changed the score, and why the mark was moved.",
        "Keep the score as it stood beside it.",
    ],
)
def test_what_keeps_a_score_is_no_such_advice(text):
    assert advised(text) == []
