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
        "The weights are fixed after bids are opened",
        "The weights will be fixed",
        "The weights will be fixed before bids are opened",
        "The weights are fixed by the panel before bids are opened",
        "The criteria are set before bids are scored",
        "The weights may be changed",
        "The weights are set by the panel at the opening",
        "The weights will be agreed by the panel",
        "The panel agrees on the weights of the criteria",
        "The transition cost is added to the price of all but the present supplier",
        "Two points are added for each apprentice",
        "Two points are added to each answer",
        "Points are taken off for late answers",
        "The score of the chair counts twice",
        "Prices are rebased",
        "Social value is scored only in a tie",
        "Social value counts only where two bids are equal",
        "Q3 is counted only if prices are equal",
        "Low bids are checked and corrected",
        "Bids are corrected for errors",
        "Corrected bids are compared",
        "Whoever has a score of 5 for Q2 gets the contract",
        "Whoever has a score for Q2 of 5 gets the contract",
        "Whoever gets 5 points for Q2 wins",
        "The bidder with a score of 5 for Programme wins",
        "The bid with 20 points for Programme is accepted",
    ],
)
@pytest.mark.parametrize("figures", [Figures(), FIGURES])
def test_what_changes_a_figure_is_for_a_person_to_read(text, figures):
    found = award_words(f"The most points win. {text}.", NAMES, figures)
    assert (found.unread, found.way) == (text, "")


@pytest.mark.parametrize(
    "text",
    [
        "Social value is scored",
        "In a tie the higher score for Social value decides",
        "Lots are drawn only in a tie",
        "Low bids are checked",
        "Q2 counts for 20 points",
        "25 points for Q1, 20 points for Q2, 15 points for Q3 and 40 points for price",
        "The bid with the most points wins, with 40 points for price and 60 points for quality",
        "The contract is awarded to the tender with 40 points for price and 60 points for quality together",
    ],
)
def test_its_plain_twin_is_understood(text):
    assert award_words(f"The most points win. {text}.", NAMES, FIGURES).unread == ""


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("A moderation meeting will be held to agree the final scores", "and adjust them"),
        ("Evaluators record written reasons for their scores", "and may alter them"),
        ("The evaluation panel consists of three officers of the Council", "and the mayor, who scores price"),
        ("The evaluation panel consists of officers from Parks and Finance", "who may weigh other criteria"),
        ("Then the panel agrees one score for each answer, with a reason", "and adds two points"),
        ("Scores are agreed at a moderation meeting chaired by a procurement officer", "who may change them"),
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
        ("The weights are fixed", "by the panel"),
        ("The weights are fixed before bids are opened", "by the mayor, who may vary them"),
        ("The weights were set in advance", "by the mayor, who may vary them"),
        ("The criteria are set before bids are opened", "or after the opening"),
        ("The criteria and their weights are fixed and will not be changed", "but for good reason"),
        ("The weights will not be changed", "unless the panel agrees"),
        ("The weights of the criteria are shown in the table below", "and may be changed"),
        ("The weights are published in the contract notice", "after bids are opened"),
        ("Prices are in pounds without VAT", "and without travel"),
        ("All prices are in pounds", "and are indexed"),
        ("Prices must be stated in pounds, excluding VAT", "and duty"),
        ("The price must be given in figures and words", ", and the higher counts"),
        ("Prices must include all costs", "of the present supplier"),
        ("Bidders must complete the pricing schedule", "or are put last"),
        ("Bids with an abnormally low price are asked for an explanation", "and put last"),
        ("All bidders receive a letter with their scores and reasons", "and ten points"),
        ("Unsuccessful bidders receive feedback on their scores", "and may better them"),
        ("Bidders may ask for feedback on their scores", "and for another score"),
        ("Price envelopes are opened in public", "for three bidders"),
        ("All scores are recorded with reasons", "and doubled"),
        ("Scores are recorded on the score sheet", "and may be changed"),
        ("The scores and reasons are kept with the tender file", "and halved"),
        ("All evaluators score all bids", "of local firms"),
        ("Evaluators declare any conflict of interest before scoring", "and agree on the weights"),
        ("The panel is trained before it scores", "and agrees on the weights"),
    ],
)
def test_a_usual_sentence_on_figures_is_understood_only_from_its_first_word_to_its_last(text, more):
    assert award_words(f"The most points win. {text}.", NAMES, FIGURES).unread == ""
    assert award_words(f"The most points win. {text} {more}.", NAMES, FIGURES).unread
