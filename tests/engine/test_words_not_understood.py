"""Words that may tell of a measure and are not understood: a question of medium severity at most, which quotes them."""

import pytest

from fairaudit.engine.judge import judge
from tests.checks.conflict_cases import case_from
from tests.checks.scoring_case import rule as core_rule

HEAD = {"parties": [{"id": "b", "name": "Lumen Optics Ltd"}], "bids": [{"bidder": "b"}, {"bidder": "c"}]}


def judged(rule, stage="evaluation", **more):
    verdict = judge(case_from(HEAD | more), core_rule(rule), stage)
    return [
        (one.confidence.value, one.hit.severity, [label for _, label in one.hit.related if "understood" in label])
        for one in verdict.hits
    ]


def quoted(text):
    return ("possible", "medium", [f"not understood, and may answer this: “{text}”"])


def helped(**more):
    return {"participants": ["b"], "drafted": "true", "shared": "false"} | more


@pytest.mark.parametrize("text", ["See file", "Dealt with by the team"])
def test_of_a_record_and_of_a_reason_they_are_quoted(text):
    engagement = {"market_engagement": [helped(mitigation=text)]}
    assert judged("bidder-helped-to-write-the-tender", tender=engagement) == [quoted(text)]
    reason = {"drafters": ["b"], "justifications": [{"of": "tender.drafters[0]", "text": text}]}
    assert judged("bidder-helped-to-write-the-tender", tender=reason) == [quoted(text)]
    shut = [{"party": "b", "ground": "Prior involvement"}]
    talk = {"market_engagement": [{"participants": ["b"], "shared": "false", "mitigation": text}]}
    assert judged("shut-out-before-the-lead-was-evened-out", tender=talk, exclusions=shut) == [quoted(text)]


def test_what_is_plain_keeps_its_severity():
    [(confidence, severity, words)] = judged(
        "bidder-helped-to-write-the-tender", tender={"market_engagement": [helped(mitigation="Nothing was done")]}
    )
    assert (confidence, severity, words) == ("likely", None, [])
    evened = {"market_engagement": [helped(mitigation="The draft was sent to all bidders")]}
    assert judged("bidder-helped-to-write-the-tender", tender=evened) == []
