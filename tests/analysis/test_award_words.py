"""What the words of a method of award say of how the winner is found, and which are for a person to read."""

import pytest

from fairaudit.analysis.text.award_words import HIGHEST, LOWEST, award_words, speaks_of_the_highest

NAMES = ("Q1", "Method", "P", "Price", "Quality")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "priceOnly",
        "MEAT",
        "Most economically advantageous tender",
        "The most economically advantageous tender wins.",
        "Best price-quality ratio",
        "The contract goes to the tender with the best ratio of quality and price.",
        "Quality 60 %, price 40 %.",
        "60 % quality and 40 % price",
        "Quality (60%) and price (40%)",
        "The contract is awarded to the tenderer with the most points.",
        "Points for quality and price are added, and the highest total wins.",
        "Tenders are scored from 0 to 5 on each question.",
        "The mean of the evaluators' scores",
        "Abnormally low tenders are asked for an explanation.",
        "The most points win; in a tie the tender of a social enterprise is preferred.",
    ],
)
def test_words_that_say_no_more_than_the_criteria_leave_nothing_open(text):
    assert award_words(text, NAMES).unread == ""


@pytest.mark.parametrize(
    "text",
    [
        "Of the tenders with at least 70 of 100 points for quality the one with the lowest price wins",
        "Of the tenders with 70 points the one with the lowest price wins",
        "The price is divided by the points for quality; the lowest price per point wins",
        "Points for quality are rescaled so that the best tender for quality has the full 60",
        "Scores of 3 or less count as 0",
        "The total is the number of penalty points; the tender with the fewest wins",
        "Tenders within two points of the leading tender count as tied, and of these the lower price wins",
        "Totals that differ by less than 2 % are regarded as equal; then the lower price decides",
        "The highest and the lowest score of the panel are left out",
        "The tender with the highest price is put out",
        "Das wirtschaftlich günstigste Angebot",
        "En caso de empate gana la oferta de menor precio",
    ],
)
def test_words_that_may_say_more_are_for_a_person_to_read(text):
    found = award_words(text, NAMES)
    assert (found.unread, found.way) == (text, "")


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("The lowest price wins.", LOWEST),
        ("The highest fee offered to the buyer wins.", HIGHEST),
        ("The tender that pays the most to the buyer wins.", HIGHEST),
        ("The scrap is sold to the highest bidder.", HIGHEST),
        ("The lowest price wins. No bidder may win more than one lot.", ""),
        ("The highest total wins.", ""),
    ],
)
def test_a_price_alone_that_decides_is_read(text, way):
    assert award_words(text, NAMES).way == way


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("The concession goes to the highest annual fee offered. Equal fees are decided by lot.", True),
        ("The lease is let to the highest bidder after negotiation.", True),
        ("The highest score wins.", False),
        ("The lowest price wins.", False),
    ],
)
def test_words_on_the_highest_price_are_seen_in_any_sentence(text, says):
    assert speaks_of_the_highest(text) is says


@pytest.mark.parametrize(
    "text",
    [
        "The contract will be awarded to the lowest-priced compliant tender.",
        "The contract will be awarded to the lowest evaluated responsive bid.",
        "The lowest priced valid tender wins.",
    ],
)
def test_usual_words_for_the_lowest_price_are_understood(text):
    assert award_words(text, []).way == LOWEST
