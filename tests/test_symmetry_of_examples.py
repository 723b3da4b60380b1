"""The same for every bidder, tried with the rules' own examples: other names, another order, and the incumbent's mark on another.

Each example with two bidders or more is judged again with the first two called by each other's names everywhere, and with its
bids and parties in the opposite order. What its rule says must be what it said, under the new names. Then the mark of who does
the work today is put on one bidder and on another: only the rules named here may say something else of it.
"""

import copy
import re
from functools import partial

import pytest

from fairaudit.engine.examples import example_case, laws_of
from fairaudit.engine.facts import fill
from fairaudit.engine.judge import judge
from fairaudit.sources.document import FairauditError
from tests.shipped import EXAMPLES, RULES

PLACE = re.compile(r"\[[^\]]*\]")
WORD = re.compile(r"\w+")
ABOUT_THE_INCUMBENT = {
    # Which process of the regime is open hangs on who provides the service today.
    "nhs-psr/process-not-open-on-the-facts",
    # Whoever runs the service has its own data, and is left out of nothing.
    "core/incumbents-data-given-to-some",
    # What these are about: the name and the products of whoever does the work today; other brands are left to the third.
    "core/incumbent-named-in-a-requirement",
    "core/incumbents-product-required",
    "core/brand-without-equivalent",
}
"""The rules that say something else where another party is the one that does the work today."""


def bidders(case):
    """Return what the bidders of an example are called by, in the order of its bids."""
    bids = case.get("bids") if isinstance(case, dict) else None
    found = [one.get("bidder") for one in bids or () if isinstance(one, dict)] if isinstance(bids, list) else []
    return list(dict.fromkeys(one for one in found if isinstance(one, str)))


def named(case):
    """Return the ids of the parties that have a name of their own."""
    parties = case.get("parties") or ()
    return {one.get("id") for one in parties if isinstance(one, dict) and one.get("name")}


def swapped(value, first, second, whole):
    """Return plain values with two words exchanged: where `whole`, only where nothing else stands beside them."""
    if isinstance(value, dict):
        return {key: swapped(one, first, second, whole) for key, one in value.items()}
    if isinstance(value, list):
        return [swapped(one, first, second, whole) for one in value]
    return exchanged(first, second, whole, value) if isinstance(value, str) else value


def exchanged(first, second, whole, text):
    other = {first: second, second: first}
    if whole:
        return other.get(text, text)
    return re.sub(rf"\b(?:{re.escape(first)}|{re.escape(second)})\b", lambda match: other[match[0]], text)


def one_each(case):
    """Whether every bid of an example has an id of its own: of two with one id it is the order that says which is meant."""
    ids = [one.get("id") for one in case["bids"] if one.get("id")]
    return len(ids) == len(set(ids))


def backwards(case):
    """Return an example with its bids and parties in the opposite order."""
    other = copy.deepcopy(case)
    for name in ("bids", "parties"):
        if isinstance(other.get(name), list):
            other[name].reverse()
    return other


def said(rule, example, case, rename=lambda text: text):
    """Return the outcome of a rule and the words of what it says, in any order and without places."""
    try:
        made = example_case(example._replace(case=case), rule.file)
    except FairauditError as error:
        return ("unreadable", type(error).__name__)
    judged = judge(made, rule, "market", laws=laws_of(made, rule))
    found = [
        (str(one.hit.confidence), tuple(sorted(WORD.findall(rename(fill(rule.message, one.values))))))
        for one in judged.hits
    ]
    gaps = {tuple(sorted(WORD.findall(rename(PLACE.sub("", one.reason))))) for one in judged.unassessed}
    return (str(judged.outcome), sorted(found), sorted(gaps))


def with_two(rule):
    """Return the examples of a rule that have two bidders or more."""
    return [one for one in EXAMPLES[rule.name] if len(bidders(one.case)) > 1]


def are_keys(case, first, second):
    """Whether two bidders are called by ids that name nobody, `None` where only one of them is."""
    keys = {one for one in (first, second) if one in named(case) or (len(one) < 4 and one.islower())}
    return None if len(keys) == 1 else bool(keys)


@pytest.mark.parametrize("rule", [one for one in RULES if with_two(one)], ids=lambda one: one.name)
def test_examples_say_the_same_with_names_exchanged(rule):
    for example in with_two(rule):
        first, second, *_ = bidders(example.case)
        keys = are_keys(example.case, first, second)
        if keys is None:
            continue
        before, after = (
            said(rule, example, example.case),
            said(rule, example, swapped(example.case, first, second, keys), partial(exchanged, first, second, keys)),
        )
        # Ids that names stand behind, or that are words themselves, cannot be found again in what is said.
        assert (after[0], len(after[1])) == (before[0], len(before[1])), example.line
        assert keys or after == before, example.line


@pytest.mark.parametrize("rule", [one for one in RULES if with_two(one)], ids=lambda one: one.name)
def test_examples_say_the_same_in_another_order(rule):
    for example in filter(lambda one: one_each(one.case), with_two(rule)):
        assert said(rule, example, backwards(example.case)) == said(rule, example, example.case), example.line


def marked(case, party):
    """Return an example in which one bidder, and nobody else, does the work today."""
    other = copy.deepcopy(case)
    tender = other.setdefault("tender", {})
    others = tender.get("incumbents")
    kept = others[0] if isinstance(others, list) and others and isinstance(others[0], dict) else {}
    tender["incumbents"] = [
        {**{key: one for key, one in kept.items() if key not in ("name", "aliases")}, "party": party}
    ]
    return other


def parties(case):
    """Return what the bidders of an example, or else its parties, are called by."""
    given = case.get("parties") if isinstance(case.get("parties"), list) else []
    ids = [one["id"] for one in given if isinstance(one, dict) and isinstance(one.get("id"), str)]
    return list(dict.fromkeys([*bidders(case), *ids]))


def with_another(case):
    """Return an example in which there is a party more that has a part in nothing."""
    another = {"id": "another", "name": "Zephyr Grove Ltd", "documents": []}
    return {**case, "parties": [*(case.get("parties") or ()), another]}


@pytest.mark.parametrize("pack", sorted({one.pack for one in RULES}))
def test_only_rules_about_the_incumbent_ask_who_it_is(pack):
    moved = set()
    for rule in (one for one in RULES if one.pack == pack):
        for example in EXAMPLES[rule.name]:
            case = example.case
            if not isinstance(case, dict) or not parties(case) or not isinstance(case.get("tender", {}), dict):
                continue
            case = with_another(case)
            first, second, *_ = parties(case)
            if said(rule, example, marked(case, first)) != said(rule, example, marked(case, second)):
                moved.add(rule.name)
    assert moved == {one for one in ABOUT_THE_INCUMBENT if one.startswith(f"{pack}/")}
