"""Of what an extension is, the model of events says once: no rule that reads extensions may forget that of how long bids hold."""

import ast
from copy import deepcopy
from pathlib import Path

import pytest

from fairaudit.checks.catalogue import Catalogue
from fairaudit.engine.judge import judge
from tests.checks.scoring_case import case_of
from tests.shipped import RULES

PACKAGE = Path(__file__).parents[2] / "fairaudit"
ASKED = "what_is_extended"
HOME = "procurement/times/moretime.py"

WITHOUT_ASKING = {
    # By what deadlines there are, each of which is one already, it is only told when it was given.
    "checks/timing/shorter.py": "which deadline was given first",
    # The dates of any extension can contradict each other; whether one took time away is asked where that is found.
    "checks/timing/contradictions.py": "whether it ends before it was given",
    # Bids that hold longer since a portal failed show that it failed as well as more time to bid does.
    "checks/timing/made_up_for.py": "whether an outage is given as the reason",
    # What was received is listed whatever it is of, under the day to which it goes.
    "procurement/received/ledger.py": "who received it, and when",
}
"""Modules that read extensions, whatever these are of, and what they read of them."""


def text_of(module):
    return (PACKAGE / module).read_text(encoding="utf-8")


def modules():
    return sorted(one.relative_to(PACKAGE).as_posix() for one in PACKAGE.rglob("*.py"))


def reads_extensions(source):
    """Whether a module compares the kind of an event with that of extensions."""
    compared = (one for one in ast.walk(ast.parse(source)) if isinstance(one, ast.Compare))
    for one in compared:
        sides = (one.left, *one.comparators)
        words = {each.value for side in sides for each in ast.walk(side) if isinstance(each, ast.Constant)}
        kinds = any(getattr(side, "attr", getattr(side, "id", "")) == "kind" for side in sides)
        if kinds and "extension" in words:
            return True
    return False


def named_from(source, start):
    """Return every name that a function uses, and that the functions of its module use which it calls."""
    functions = {one.name: one for one in ast.parse(source).body if isinstance(one, ast.FunctionDef)}
    found, left = set(), {start}
    while left:
        names = {one.id for one in ast.walk(functions[left.pop()]) if isinstance(one, ast.Name)}
        left |= (names - found) & functions.keys()
        found |= names
    return found


def test_a_module_that_reads_extensions_is_known():
    assert reads_extensions("found = [one for one in events if one.kind == 'extension' and one.until]")
    assert reads_extensions("if kind in ('extension', 'outage'): pass")
    assert not reads_extensions("if one.kind == 'outage' and said == 'extension': pass")
    assert named_from("def f(): g()\ndef g(): return h\ndef k(): return other", "f") == {"g", "h"}


def test_one_module_reads_the_words_of_extensions():
    assert [one for one in modules() if "messages.extended_things import" in text_of(one)] == [HOME]


def test_whoever_reads_extensions_asks_what_they_are_of():
    reading = {one for one in modules() if reads_extensions(text_of(one))}
    assert {one for one in reading if ASKED not in text_of(one)} == set(WITHOUT_ASKING)


@pytest.mark.parametrize("rule", [one for one in RULES if "extension" in one.given.text], ids=lambda one: one.name)
def test_the_check_of_every_rule_on_extensions_asks_what_they_are_of(rule):
    name = rule.check.name.replace("-", "_")
    Catalogue()[rule.check.name]
    homes = [one for one in modules() if one.startswith("checks/") and f"\ndef {name}(" in text_of(one)]
    assert len(homes) == 1
    assert ASKED in named_from(text_of(homes[0]), name)


CASE = {
    "tender": {
        "time_zone": "Europe/London",
        "published": "2026-03-02",
        "tender_period": {"end_date": "2026-03-30T12:00"},
        "submission": {"opening": "2026-03-30T13:00"},
    },
    "parties": [{"id": "a", "name": "Alder Ltd"}, {"id": "b", "name": "Birch Ltd"}],
    "bids": [
        {"id": "B1", "bidder": "a", "received": "2026-03-27T10:00"},
        {"id": "B2", "bidder": "b", "received": "2026-03-30T11:00"},
    ],
    "evaluation": {"access_log": [{"person": "e1", "bid": "B1", "at": "2026-03-30T14:00"}]},
    "complete": ["bids", "events"],
}
EXTENSION = {"kind": "extension", "date": "2026-04-10T09:00", "until": "2026-06-30T12:00"}
OF_VALIDITY = EXTENSION | {"text": "Please extend the validity of your bid."}


def outcomes(*events):
    case = case_of(deepcopy(CASE) | {"events": list(events)}, "2026-07-30")
    return {rule.name: str(judge(case, rule, "market").outcome) for rule in RULES}


def changed_by(event, to):
    """Return what else rules say when an extension is added, but that nothing is wrong with it."""
    without, beside = outcomes(), outcomes(event | {"recipients": to})
    return {name: one for name, one in beside.items() if one not in (without[name], "passed")}


@pytest.mark.parametrize("to", [["a"], ["a", "b"]], ids=["some", "all"])
def test_an_extension_of_how_long_bids_hold_gives_no_rule_anything_to_say(to):
    assert not changed_by(OF_VALIDITY, to)


def test_another_extension_of_the_same_bids_gives_many_rules_something_to_say():
    assert set(changed_by(EXTENSION, ["a"])) >= {
        "core/extension-after-a-bid-was-seen", "core/extension-after-the-deadline", "core/extension-for-some-bidders",
    }  # fmt: skip
