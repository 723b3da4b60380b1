"""What the words of a method of award say of how the winner is found, and which are for a person to read."""

import pytest

from fairaudit.analysis.text.award_words import (
    HIGHEST,
    LOWEST,
    QUALITY,
    award_words,
    speaks_of_the_highest,
    speaks_of_the_lowest,
)

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
        "Abnormally low prices, and prices of zero, are asked to be explained.",
        "The most points win; in a tie the tender of a social enterprise is preferred.",
        "The contract goes to the tender with the most points.",
        "Highest scoring tender",
        "Each question is scored 0-5, weighted, and added to the price score. The highest total wins.",
        "Each answer is scored out of 5 and multiplied by its weight.",
        "Best value for money as set out in section 3.",
        "The highest total score out of 100 wins.",
        "Tenders that fail a pass/fail question are rejected. The most points win.",
        "The contract goes to the tender with the most points, provided it passes all pass/fail questions.",
        "The most points win; in a tie the lower price wins; then lots are drawn.",
        "The most points win in each lot; in a tie the lower price wins.",
        "In each lot the tender with the highest total score wins.",
        "For each lot separately, the highest score wins.",
        "Highest total score per lot",
        "Lots are awarded separately. Bidders may bid for one or more lots.",
        "Each question's score is the median of the scores of the three evaluators. The most points win.",
        "Scores are multiplied by their weights and added.",
        "Of the tenders that meet all mandatory requirements the one with the most points wins.",
        "Should two tenders be equal, the winner is drawn by lot before two witnesses.",
        "The budget is fixed at 120,000 pounds, so quality alone decides: the most points win.",
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
        "Bidders may win one lot in each region",
        "Tenders below the minimum score are rejected",
        "Then the cheapest of the three best is chosen",
        "Equal prices within 2 per cent: the higher quality wins",
        "Where prices are equal, the local bidder is preferred",
        "The middle of the three prices wins",
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
        ("The contract goes to the cheapest tender that meets the specification.", LOWEST),
        ("Tenders that pass every question are ranked by price and the lowest price is accepted.", LOWEST),
        ("The lowest price in each lot wins.", LOWEST),
        ("The lowest price wins. Equal prices are decided by drawing lots. Low prices are queried.", LOWEST),
        ("The concession goes to the highest annual fee offered. Equal fees are decided by lot.", HIGHEST),
        ("Quality alone decides.", QUALITY),
        ("The tender with the highest quality score wins.", QUALITY),
        ("The lowest price wins. Quality alone decides in lot 2.", ""),
    ],
)
def test_a_price_alone_that_decides_is_read(text, way):
    assert award_words(text, NAMES).way == way


@pytest.mark.parametrize(
    ("text", "most", "unread"),
    [
        ("No bidder may win more than one lot.", 1, ""),
        ("A bidder may be awarded at most 2 lots.", 2, ""),
        ("No bidder may win more than one lot.", 2, "No bidder may win more than one lot"),
        ("No bidder may win more than one lot.", None, "No bidder may win more than one lot"),
        (
            "No bidder may win more than one lot, the largest first.",
            1,
            "No bidder may win more than one lot, the largest first",
        ),
    ],
)
def test_a_number_of_lots_is_understood_where_it_is_the_limit_that_is_given(text, most, unread):
    assert award_words(text, NAMES, most).unread == unread


def test_words_on_the_lowest_price_are_seen_in_any_sentence():
    assert speaks_of_the_lowest("All with 60 per cent count as equal, and the cheapest of them is chosen.")
    assert not speaks_of_the_lowest("The lowest score wins.")


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
