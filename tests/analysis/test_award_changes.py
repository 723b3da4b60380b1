"""Sentences of a method of award that change a figure, or leave one open, are never read as harmless; their plain twins are."""

from decimal import Decimal

import pytest

from fairaudit.analysis.text.award_figures import Figures
from fairaudit.analysis.text.award_words import award_words

NAMES = ("Q1", "Traffic", "Q2", "Programme", "Q3", "Social value", "P", "Price")
FIGURES = Figures(
    None,
    (Decimal(25), Decimal(20), Decimal(15), Decimal(40)),
    ((Decimal(0), Decimal(5)),) * 3,
    2,
    Decimal(40),
    Decimal(40),
)


@pytest.mark.parametrize(
    "text",
    [
        "The lowest price receives 40 points and others none",
        "Travel costs of the Council are added to each price",
        "Up to ten points are added for early completion",
        "Price points are halved for bids above the estimate",
        "Quality points are halved",
        "Scores for Q1 are doubled",
        "Each score is squared",
        "The total is the product of quality and price points",
        "Social value is for information only",
        "Price is for comparison only",
        "The panel may adjust scores for risk",
        "The panel may change any score",
        "The panel may vary the weights",
        "Weights will be fixed after bids are opened",
        "The weights are set by the panel at the opening",
        "The weights will be agreed by the panel",
        "The panel agrees on the weights of the criteria",
        "The transition cost is added to the price of all but the present supplier",
        "Two points are added for each apprentice",
        "Two points are added to each answer",
        "Points are taken off for late answers",
        "The score of the chair counts twice",
        "Prices are rebased",
    ],
)
@pytest.mark.parametrize("figures", [Figures(), FIGURES])
def test_what_changes_a_figure_is_for_a_person_to_read(text, figures):
    found = award_words(f"The most points win. {text}.", NAMES, figures)
    assert (found.unread, found.way) == (text, "")


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("A moderation meeting will be held to agree the final scores", "and adjust them"),
        ("Evaluators record written reasons for their scores", "and may alter them"),
        ("The evaluation panel consists of three officers of the Council", "and the mayor, who scores price"),
        ("Abnormally low prices are asked to be explained", "and count as the mean"),
        ("Abnormally low prices, and prices of zero, are asked to be explained", "and put last"),
        ("Low prices are queried", "and raised"),
        ("Prices are fixed for the contract period", "but for two firms"),
        ("Prices are compared over the whole term of the contract", "with an allowance for travel"),
        ("The price is the total of the pricing schedule", "less travel"),
        ("Prices must be quoted in pounds sterling", "and are indexed"),
        ("All bidders are paid the published price", "and a bonus"),
        ("Price points are based on prices before the addition of VAT", "and of duty"),
        ("Price envelopes will be opened after the quality evaluation has been completed", "for three bidders"),
        ("The results will be notified to all tenderers at the same time", "and scores may be changed"),
        ("The weights set out below are published", "and set by the panel after the opening"),
        ("The quality score and price score are added to give the final score", "of local firms"),
    ],
)
def test_a_usual_sentence_on_figures_is_understood_only_from_its_first_word_to_its_last(text, more):
    assert award_words(f"The most points win. {text}.", NAMES, FIGURES).unread == ""
    assert award_words(f"The most points win. {text} {more}.", NAMES, FIGURES).unread
