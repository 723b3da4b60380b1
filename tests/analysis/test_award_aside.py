"""Sentences of none but usual words that yet say who wins are for a person to read; their harmless twins are understood."""

import pytest

from fairaudit.analysis.text.award.words import award_words

NAMES = ("Q1", "Traffic", "Q2", "Programme", "P", "Price")


@pytest.mark.parametrize(
    "text",
    [
        "Price counts only after quality",
        "Price decides after quality",
        "Price decides before quality",
        "Quality decides and price only after",
        "The ranking is determined by price only",
        "Only the agreed marks for Q1 count",
        "Only the scores for Traffic count",
        "The preferred supplier wins",
        "The preferred bidder is chosen",
        "The winner is the preferred supplier",
        "The ranking is the order of price",
        "The scores of one evaluator are the final scores",
        "The marks are fixed by the council",
        "The score of the panel is added to the total",
        "Points for quality count only for one bid",
        "The contract is awarded based on the weight of one criterion",
        "The winning bidder is selected by the firm",
        "The total is the price",
        "Criteria are set out after the award",
        "The contract goes to both bidders",
        "Scores are combined after the award",
        "The winner is chosen from the remaining bids after moderation",
        "The bid that wins on price and quality is chosen",
    ],
)
def test_usual_words_that_say_who_wins_are_for_a_person_to_read(text):
    found = award_words(f"The most points win; in a tie the higher score for Q1 decides. {text}.", NAMES)
    assert found.unread == text
    assert award_words(f"{text}.", NAMES).unread == text


@pytest.mark.parametrize(
    "text",
    [
        "Price and quality count",
        "Only price and quality count",
        "Only the agreed marks count",
        "The ranking is determined by price and quality",
        "The agreed marks for Q1 count",
        "The supplier with the most points wins",
        "The highest total wins",
        "The preferred supplier is the one with the most points",
        "The agreed scores are the final scores",
        "The scores are agreed by the panel",
        "The scores for price and quality are added to give the total",
        "The contract is awarded to one bidder",
        "The contract is awarded only on the published criteria",
        "The winning bidder is chosen by the published criteria",
        "The total is the sum of price and quality points",
        "Criteria are set out below",
        "The contract goes to the bidder with the most points",
        "Scores are combined after moderation",
    ],
)
def test_their_harmless_twins_are_understood(text):
    assert award_words(f"The most points win; in a tie the higher score for Q1 decides. {text}.", NAMES).unread == ""
