"""The sentences of every lexicon, read by every rule that uses it: what should be found is, and nothing else."""

import json
from collections import Counter

import pytest

from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.lexicons import ABOUT, lexicon, lexicon_names, sentences_of
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.procurement.loading.loading import load_case
from fairaudit.sources.files import read_bytes

LEAST = 15
RULES = [rule for pack in shipped_packs() for rule in pack.rules]
LISTS = {"selection_criteria": [], "award_criteria": [], "specification": []}
USES = [(name, rule) for name in lexicon_names() for rule in RULES if name in rule.lexicons]


def told(entry):
    """Return a sentence, the tender fields it stands among in place of the usual ones, and the rules that differ about it."""
    return (entry["text"], entry.get("in"), entry.get("not", [])) if isinstance(entry, dict) else (entry, None, [])


def case_with(sentences, text, where):
    """Return the tender of a lexicon in which nothing but one sentence stands."""
    [(name, fields)] = (where or sentences["in"]).items()
    tender = {"id": "X", **LISTS, **sentences.get("tender", {}), name: [{"id": "1", **fields, "text": text}]}
    return load_case(read_bytes(json.dumps({"tender": tender}).encode(), "t.json"), None)


def found_by(rule, sentences, text, where):
    """Whether a rule finds something in a sentence, whichever law governs."""
    case = case_with(sentences, text, where)
    judgement = judge(case, rule._replace(applies=()), "market", None)
    assert judgement.outcome in ("flagged", "review", "passed", "not-applicable"), (text, judgement.reason)
    return bool(judgement.hits)


def differing(rule, sentences):
    """Return the sentences about which a rule says something else than the lexicon does."""
    wrong = []
    for kind in ("hits", "misses"):
        for entry in sentences[kind]:
            text, where, exceptions = told(entry)
            expected = (kind == "hits") != (bool({rule.id, rule.check.name} & set(exceptions)))
            if found_by(rule, sentences, text, where) != expected:
                wrong.append(f"{kind}: {text}")
    return wrong


@pytest.mark.parametrize(("name", "rule"), USES, ids=[f"{name}-{rule.id}" for name, rule in USES])
def test_a_rule_finds_the_hits_of_its_lexicons_and_no_miss(name, rule):
    assert differing(rule, sentences_of(name)) == []


@pytest.mark.parametrize("name", lexicon_names())
def test_a_lexicon_has_sentences_enough_of_both_kinds_all_different(name):
    sentences = sentences_of(name)
    assert set(sentences) - {"tender"} == {"in", "hits", "misses"}
    texts = {kind: [told(one)[0] for one in sentences[kind]] for kind in ("hits", "misses")}
    assert {kind: len(some) for kind, some in texts.items() if len(some) < LEAST} == {}
    said = Counter(" ".join(one.lower().split()) for some in texts.values() for one in some)
    assert [one for one, times in said.items() if times > 1] == []


@pytest.mark.parametrize("name", lexicon_names())
def test_rules_that_differ_about_a_sentence_are_rules_of_the_lexicon(name):
    known = {called for rule in RULES if name in rule.lexicons for called in (rule.id, rule.check.name)}
    named = {rule for kind in ("hits", "misses") for entry in sentences_of(name)[kind] for rule in told(entry)[2]}
    assert named <= known


@pytest.mark.parametrize("name", lexicon_names())
def test_every_group_of_a_lexicon_is_an_option_of_a_rule_that_uses_it(name):
    options = {option.name for rule in RULES if name in rule.lexicons for option in rule.check.options}
    assert options
    assert [group for group in lexicon(name).groups if group not in options] == []
    assert set(ABOUT) & options == set()
