"""What decides between bids with equal totals, read from the words of the method of award."""

import pytest

from fairaudit.analysis.text.tie_rules import Step, tie_rule

NAMES = ("A", "Q1", "Method", "P", "Price")


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("The most points win; in a tie the higher score for Q1 decides.", [("criterion", "Q1")]),
        ("In the event of a tie, the tender with the highest score for Quality wins", [("quality", "")]),
        ("If scores are equal, the tender with the lower price is preferred.", [("price", "")]),
        ("In case of equal points the cheapest tender wins", [("price", "")]),
        ("The lowest price decides in the event of a tie.", [("price", "")]),
        ("If two tenders have the same total score, lots will be drawn.", [("lot", "")]),
        (
            "Ties are broken by the highest quality score, then the lowest tendered price, then by lot.",
            [("quality", ""), ("price", ""), ("lot", "")],
        ),
        (
            "If tied, the highest score for Method wins. If still tied, the lowest price.",
            [("criterion", "Method"), ("price", "")],
        ),
    ],
)
def test_plain_words_are_read(text, steps):
    found = tie_rule(text, NAMES)
    assert found is not None
    assert found.steps == tuple(Step(kind, name) for kind, name in steps)


@pytest.mark.parametrize(
    "text",
    [
        "In a tie the buyer may decide by the lower price.",
        "In a tie the bidder with the largest turnover wins.",
        "In a tie the tender not having the lowest price loses.",
        "In a tie the higher score of a tender decides.",
        "In a tie the lower price or the higher score for Q1 decides.",
        "In a tie the lowest price and the highest score for Method decide.",
        "In a tie the lower price wins. If still tied, the panel interviews both.",
        "Ties are decided by the panel.",
    ],
)
def test_what_is_not_plain_is_for_a_person_to_read(text):
    found = tie_rule(text, NAMES)
    assert found is not None
    assert found.steps == ()


def test_words_that_say_nothing_of_ties_are_no_rule():
    assert tie_rule("The tender with the lowest price wins.", NAMES) is None
    assert tie_rule("", NAMES) is None
