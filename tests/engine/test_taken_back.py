"""Clauses that say a thing is not required: no rule that finds it where it is required finds it there."""

import copy
import re
from itertools import pairwise

import pytest

from fairaudit.analysis.text import read_prose
from fairaudit.engine.examples import example_case
from fairaudit.engine.judge import judge
from fairaudit.procurement.model.node import text_of
from tests.shipped import EXAMPLES, RULES

TAKES_BACK = (
    "Nothing in this clause requires that {}",
    "It is not a requirement that {}",
    "There is no requirement that {}",
    "For illustration only, {}",
    "The Authority does not require that {}",
    "Bidders are not required to show that {}",
    "Bidders do not need to show that {}",
    "It is not necessary that {}",
    "The Authority has withdrawn the condition that {}",
    "{} This is not required.",
)
# Why a rule still finds something in such a sentence.
STILL = {
    "core/gaps-left-in-the-tender": "a gap is a gap whatever stands around it",
    "uk-pa2023/gaps-in-the-documents-of-an-invitation": "the same",
    "barriers/old-specification-again": "it compares words, whatever they say",
    "barriers/requirements-in-a-bidders-words": "the same",
    "nhs-psr/continuity-of-the-provider-scored": "it reads criteria by a pattern, and only asks",
    "evaluation/letter-says-another-result": "a letter demands nothing: what stands beside a sentence takes back nothing of it",
    "core/transition-cost-scored": "`other than` makes an exception, and it only asks",
}
# What follows these words is read for itself.
FOR_ITSELF = (" but ", " or must ")
STEP = re.compile(r"(\w+)|\[(\d+)\]")


def value_at(value, path):
    """Return a value deep in an example, `None` where it is not written."""
    for key in path:
        inside = (isinstance(value, dict) and key in value) or (isinstance(value, list) and isinstance(key, int))
        value = value[key] if inside else None
    return value


def rewritten(example, path, pattern):
    """Return an example in which each sentence of one text is put into another."""
    case = copy.deepcopy(example.case)
    text = value_at(case, path)
    prose = read_prose(text)
    edges = [*(prose.spans[at][0] for at in prose.starts), len(text)]
    said = [text[start:end].strip() for start, end in pairwise(edges)]
    value_at(case, path[:-1])[path[-1]] = " ".join(pattern.format(one) for one in said)
    return example._replace(case=case)


def places_said(rule, example):
    """Return the texts in which a rule finds something, whatever it finds."""
    hits = judge(example_case(example, rule.file), rule, "market").hits
    return {text_of(one.hit.at.path) for one in hits}


def texts_of(rule):
    """Yield the examples of a rule and the texts in which it finds something: what they claim is what is found (test_rules.py)."""
    for example in EXAMPLES[rule.name]:
        for place in dict.fromkeys(one.partition(": ")[0] for one in example.finds):
            path = tuple(int(at) if at else name for name, at in STEP.findall(place))
            # What was told to bidders is compared as it was sent, and asks nothing of anybody.
            text = value_at(example.case, path) if path[-1] in ("text", "liability") and path[0] != "events" else None
            if text and not any(words in text for words in FOR_ITSELF):
                yield example, path


TEXTS = [(rule, example, path) for rule in RULES if rule.name not in STILL for example, path in texts_of(rule)]


def test_most_rules_that_read_texts_are_tried():
    assert len({rule.name for rule, _, _ in TEXTS}) > 60


@pytest.mark.parametrize(("rule", "example", "path"), TEXTS, ids=[f"{r.name}:{e.line}:{p[-2]}" for r, e, p in TEXTS])
def test_what_is_taken_back_is_not_found(rule, example, path):
    found = [one for one in TAKES_BACK if text_of(path) in places_said(rule, rewritten(example, path, one))]
    assert found == []


def test_what_is_said_plainly_is_found():
    lost = [
        (rule.name, path)
        for rule, example, path in TEXTS
        if text_of(path) not in places_said(rule, rewritten(example, path, "{}"))
    ]
    assert lost == []
