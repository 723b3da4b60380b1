"""Excerpts and facts: cut where words end and say so, and nothing in them that a screen would obey."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.analysis.unseen import UNSEEN
from fairaudit.engine.audit import Settings, run
from fairaudit.engine.config import Config
from fairaudit.engine.contract.report import Excerpt
from fairaudit.engine.facts import FOREIGN, as_fact, fill, fill_marked
from fairaudit.engine.findings import WIDEST, excerpt
from fairaudit.engine.force import choose
from fairaudit.engine.rulefiles.packs import pack_of, shipped_packs
from fairaudit.procurement.model.common import Money
from fairaudit.procurement.model.node import Node
from tests.conftest import TODAY, case_of
from tests.engine.test_judge import rule
from tests.engine.test_settle import findings
from tests.work import grown

LONG = "    text: " + " ".join(f"word{n}" for n in range(100))


def marked(found):
    return [found.text[start - 1 : end - 1] for start, end in found.marks]


def test_a_line_that_fits_is_shown_whole():
    assert excerpt(["a: 1", "tender: {id: X}"], (2, 14, 2, 15)) == Excerpt("tender: {id: X}", 2, ((14, 15),))


@pytest.mark.parametrize(
    ("word", "before", "after"), [("word0", False, True), ("word50", True, True), ("word99", True, False)]
)
def test_a_long_line_is_cut_between_words_and_says_so(word, before, after):
    at = LONG.index(word) + 1
    found = excerpt([LONG], (1, at, 1, at + len(word)))
    assert marked(found) == [word]
    assert (found.text.startswith("…"), found.text.endswith("…")) == (before, after)
    assert len(found.text) <= WIDEST
    shown = found.text.strip("…").split()
    assert shown == [one for one in LONG.split() if one in shown]


def test_one_word_without_end_is_cut_where_it_must_be():
    found = excerpt(["x" * 500], (1, 250, 1, 260))
    assert (found.text[0], found.text[-1], len(found.text), marked(found)) == ("…", "…", WIDEST, ["x" * 10])


@given(st.text(alphabet="ab \t\u202e", max_size=400), st.integers(1, 410), st.integers(1, 60))
def test_marks_stand_on_what_was_marked_wherever_it_is(line, start, length):
    found = excerpt([line], (1, start, 1, start + length))
    assert len(found.text) <= max(WIDEST, 0)
    assert not UNSEEN.search(found.text)
    for first, last in found.marks:
        assert 1 <= first < last <= len(found.text) + 1
        shown = line[start - 1 : start - 1 + last - first]
        assert UNSEEN.sub(lambda one: " " if one[0] == "\t" else "\ufffd", shown) == found.text[first - 1 : last - 1]
    assert bool(found.marks) == (start <= len(line))


def test_what_hides_or_turns_is_shown_as_a_mark_in_an_excerpt():
    assert excerpt(["a\u202eb\u200b: x"], (1, 7, 1, 8)) == Excerpt("a\ufffdb\ufffd: x", 1, ((7, 8),))


@pytest.mark.parametrize(
    ("value", "fact"),
    [
        ("plain", "plain"),
        ("\x1b[31mred\x1b[0m", "[31mred [0m"),
        ("\u202egnp.exe", "gnp.exe"),
        ("a\u200bb", "a b"),
        (("one\u2066", "two"), ["one", "two"]),
        ({"a\u202eb": "x\ny"}, {"a b": "x y"}),
        (Money(amount=None, currency="G\u202eP"), {"amount": None, "currency": "G P"}),
        ("x" * 500, "x" * 500),
    ],
)
def test_facts_hold_nothing_that_plays_tricks_and_are_whole(value, fact):
    assert as_fact(value) == fact


@pytest.mark.parametrize(
    ("message", "values", "said"),
    [
        ("in the last {years} years", {"years": 1}, "in the last 1 year"),
        ("in the last {years} years", {"years": Decimal("1.0")}, "in the last 1 year"),
        ("in the last {years} years", {"years": Decimal("1.5")}, "in the last 1.5 years"),
        ("{days} working days late", {"days": 1}, "1 working day late"),
        ("{days} days, {times} times", {"days": 1, "times": 2}, "1 day, 2 times"),
        ("{of} years", {"of": Node(("x",), Decimal(1))}, "1 year"),
        ("In clause {place} bidders must", {"place": "1"}, "In clause 1 bidders must"),
        ("{place} dayside", {"place": 1}, "1 dayside"),
        ("{flag} times", {"flag": True}, "yes times"),
    ],
)
def test_one_of_a_thing_is_not_many(message, values, said):
    assert fill(message, values) == said
    assert FOREIGN.sub(r"\1", fill_marked(message, values)) == said


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ((), "nobody"),
        (("Ada",), "Ada"),
        (("Ada", "Ben"), "Ada and Ben"),
        (("Ada", "Ben", "Cleo"), "Ada, Ben and Cleo"),
        (tuple(f"site {n:03}" for n in range(24)), ", ".join(f"site {n:03}" for n in range(23)) + " and site 023"),
        (tuple(f"site {n:03}" for n in range(40)), ", ".join(f"site {n:03}" for n in range(24)) + " and 16 more"),
        (("x" * 300, "y"), "x" * 119 + "… and y"),
    ],
)
def test_a_long_list_says_how_many_more_there_are(names, said):
    assert fill("{who}", {"who": names}) == said


def test_what_was_filled_in_is_marked_and_nothing_else():
    marked = fill_marked("{who} asked {days} days ago", {"who": "Kim", "days": 1})
    assert FOREIGN.findall(marked) == ["Kim", "1"]
    assert FOREIGN.sub("_", marked) == "_ asked _ day ago"
    assert FOREIGN.findall(fill_marked("{who}", {"who": "a\ue001b\ue000c"})) == ["a b c"]


def test_many_findings_in_one_file_take_work_in_step_with_it():
    def made(count):
        lines = "".join(f"    - {{id: S{n}, kind: turnover, minimum: 9, currency: GBP}}\n" for n in range(count))
        case = case_of("tender:\n  value: {amount: 2, currency: GBP}\n  selection_criteria:\n" + lines)
        rules = choose((pack_of("core", "Core", (rule(),)),), Config(), (), ())
        return lambda: findings(run([case], rules, Settings(today=TODAY)))

    assert len(made(50)()) == 50
    few, many = grown(made, 50)
    assert many < 12 * few


def test_a_finding_about_a_whole_list_points_at_the_first_of_its_items_that_it_is_about():
    case = case_of(
        "tender:\n  specification:\n    - text: Meals shall be hot at noon.\n      mandatory: true\n"
        "    - text: Rooms shall be suitable.\n      mandatory: true\n"
    )
    rules = choose(shipped_packs(), Config(), ("core/vague-requirements-without-a-test",), ())
    found = findings(run([case], rules, Settings(today=TODAY)))
    assert [(one.path, one.line) for one in found] == [("tender.specification", 5)]


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (['  "recipients": [', '    "p1",', '    "p2"', "  ],", '  "x": 1'], '  "recipients": ["p1", "p2"],'),
        (['  "terms": {', '    "days": [', "      3", "    ]", "  }"], '  "terms": {"days": [3]}'),
        (["  recipients:", "  - p1", "  - p2", "  text: x"], "  recipients: - p1 - p2"),
        (["  recipients:", "    - p1", "  text: x"], "  recipients: - p1"),
        (["  recipients: [", "    p1]", "  text: x"], "  recipients: [p1]"),
        (["tender:", "  id: X"], "tender:"),
        (['  "recipients": ['], '  "recipients": ['),
        (["  a: 1", "  - b"], "  a: 1"),
    ],
)
def test_a_line_that_only_opens_a_list_is_shown_with_what_is_in_it(lines, shown):
    assert excerpt(lines, (1, 3, 1, 5)) == Excerpt(shown, 1, ((3, 5),))


def test_of_a_long_list_as_much_is_shown_as_of_a_long_line():
    assert len(excerpt(["a: [", *(f"  word{number}," for number in range(500)), "]"], (1, 1, 1, 2)).text) <= WIDEST + 10
