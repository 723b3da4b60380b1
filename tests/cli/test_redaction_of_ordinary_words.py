"""A word of a name that the tender uses as a word stays where it is one; the name and what tells it from others go."""

import re
from pathlib import Path

import pytest
import yaml

from fairaudit.analysis.replacing import Names
from fairaudit.engine.redaction.labels import names_of
from fairaudit.engine.redaction.unlisted import Strangers
from fairaudit.procurement.loading.cases import Extra, open_cases
from tests.cli.running import put

TEXTS = (
    "School catering, tickets and coaches for visits to the harbour",
    "The kiosk of a school stands on the hill; the bank will grant a bond.",
    "The file of morland is sent to brandreth and alderney.",
    "Write to x@catering.example or ask quist.",
)
FIRMS = ("Alderney Tickets Ltd", "Brandreth Coaches Ltd", "Corvane School Catering CIC", "Skerrow Harbour Board")
PEOPLE = ("Ann Hill", "Bob Bond", "Cy Grant", "Eva Morland", "Dora Quist")


@pytest.fixture
def names():
    case = {
        "tender": {"id": "T1", "title": TEXTS[0], "specification": [{"text": one} for one in TEXTS[1:]]},
        "people": [{"id": f"x-{n}", "name": name} for n, name in enumerate(PEOPLE)],
        "parties": [{"id": f"y-{n}", "name": name} for n, name in enumerate(FIRMS)],
    }
    put("case.yaml", yaml.safe_dump(case))
    [opened] = open_cases(Path("case.yaml"), Extra())
    return names_of(opened, frozenset(), lambda title: True, Strangers(opened, frozenset()))


@pytest.mark.parametrize(
    "text",
    [
        TEXTS[0],
        TEXTS[1],
        "Ferry tickets",
        "Catering quality",
        "Meals are hot. Catering staff are trained.",
        "Hill walks are free",
    ],
)
def test_a_word_that_the_tender_uses_stays(names, text):
    assert names.replaced(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Alderney Tickets and Corvane School Catering", "and"),
        ("as alderney and brandreth do", "as and do"),
        ("the file of morland, and ask quist", "the file of and ask"),
        ("ask Mr Hill", "ask Mr"),
        ("Hill said so", "said so"),
        ("Hill", ""),
        ("Ann Hill scored it", "scored it"),
        ("Hill: scored it", "scored it"),
        ("It was said by Catering", "It was said by"),
        ("sent to «Brandreth» today", "sent to «» today"),
    ],
)
def test_names_go(names, text, left):
    assert re.sub(r"\[[^\]]*\]|[:,]", "", names.replaced(text)).split() == left.split()


def test_a_name_takes_its_brackets_along():
    known = Names()
    known.add("Alder (J. Fox)", "Unlisted")
    known.add("(Old) Quist", "Person")
    assert known.replaced("It went to Alder (J. Fox), (Old) Quist (late).") == "It went to [Unlisted], [Person] (late)."
    assert known.replaced("It went there (by Alder, J Fox).") == "It went there (by [Unlisted])."
