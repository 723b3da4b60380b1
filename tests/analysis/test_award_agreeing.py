"""Usual sentences of a method of award are understood where they agree with what is published, and only as they stand."""

from decimal import Decimal

import pytest

from fairaudit.analysis.text.award.figures import Figures
from fairaudit.analysis.text.award.words import award_words

NAMES = ("Q1", "Traffic", "Q2", "Programme", "Q3", "Social value", "P", "Price")
FIGURES = Figures(
    None,
    (Decimal(25), Decimal(20), Decimal(15), Decimal(40)),
    ((Decimal(0), Decimal(5)),) * 3,
    2,
    Decimal(40),
    Decimal(40),
    agreed=True,
    whole=True,
)


def unread(text, figures=FIGURES):
    return award_words(f"The most points win. {text}.", NAMES, figures).unread


@pytest.mark.parametrize(
    ("text", "more"),
    [
        (
            "The contract will be awarded to the tenderer who submits the most advantageous tender as set out in the award criteria",
            "and is local",
        ),
        ("Evaluators score independently before a moderation meeting", "which may leave out the lowest score"),
        ("Late tenders will not be considered", "but for that of the present supplier"),
        ("Tenders received after the deadline will not be accepted", "unless the chair agrees"),
        ("The Council may reject an abnormally low tender after asking for an explanation", "and rescale prices"),
        ("A mandatory standstill period of 8 working days will apply", "and bids may be improved in it"),
        ("The standstill period will be observed before the contract is signed", "with the cheapest"),
        ("The price will not be known to the quality evaluators", "but for the chair, who adds points"),
        ("Variant bids are not accepted", "except from the present supplier"),
        ("No variants are permitted", "unless cheaper"),
        ("The panel is supported by a procurement officer who does not score", "but may change scores"),
        ("The panel scores each answer from 0 to 5", "and doubles the score for Q1"),
        ("Scores are given from 0 (no answer) to 5 (excellent)", "and squared"),
        ("The quality/price split is 60/40", "before social value"),
        ("The price to quality ratio is 40:60", "for small firms"),
        ("The lowest price will receive the maximum score of 40", "and others none"),
        ("The lowest price is awarded the full points of 40", "and the second lowest half"),
        ("The lowest priced tender scores 40 points and the others are scored in proportion", "to the average"),
        ("Price score = lowest price / tender price x 40", "less 5"),
        ("The price score is 40 x (lowest tendered price / price of the tender)", "squared"),
        ("The maximum score for price is 40", "and for local prices 45"),
        ("Scores will not be averaged", "except for Q1"),
        ("Consensus scores are agreed by discussion and not by averaging", "but for Q1, which is halved"),
        ("Marks are agreed in moderation, never averaged", "but scaled"),
        ("Evaluators give whole marks only", "and the chair may add half a mark"),
        ("Whole marks only will be awarded", "for Q1, half marks for Q2"),
        ("Half marks are not used", "but for local firms"),
    ],
)
def test_a_usual_sentence_is_understood_and_is_not_with_a_word_more(text, more):
    assert unread(text) == ""
    assert unread(f"{text} {more}") == f"{text} {more}"


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The quality/price split is 60/40", "The quality/price split is 40/60"),
        ("The quality/price split is 60/40", "The quality/price split is 0.6/40"),
        ("The quality/price split is 60/40", "The quality/quality split is 60/40"),
        ("The panel scores each answer from 0 to 5", "The panel scores each answer from 1 to 5"),
        (
            "Scores are given from 0 (no answer) to 5 (excellent)",
            "Scores are given from 0 (no answer) to 10 (excellent)",
        ),
        ("Scores are given from 0 (no answer) to 5 (excellent)", "Scores are given from 0 (excellent) to 5 (poor)"),
        (
            "The lowest price will receive the maximum score of 40",
            "The lowest price will receive the maximum score of 50",
        ),
        (
            "The lowest price will receive the maximum score of 40",
            "The highest price will receive the maximum score of 40",
        ),
        ("Price score = lowest price / tender price x 40", "Price score = lowest price / tender price x 30"),
        ("Price score = lowest price / tender price x 40", "Price score = tender price / lowest price x 40"),
        ("Price score = lowest price / tender price x 40", "Price score = average price / tender price x 40"),
        ("The maximum score for price is 40", "The maximum score for price is 60"),
    ],
)
def test_figures_in_a_usual_sentence_are_the_published_ones(text, other):
    assert unread(text) == ""
    assert unread(other) == other
    assert unread(text, Figures()) == text


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Scores will not be averaged", FIGURES._replace(agreed=False)),
        ("Evaluators give whole marks only", FIGURES._replace(whole=False)),
        ("Whole marks only will be awarded", FIGURES._replace(whole=False)),
        # Without places of their own, points for price may be meant as well.
        ("Whole marks only will be awarded", FIGURES._replace(places=None)),
        ("Half marks are not used", FIGURES._replace(places=None)),
        ("The lowest price will receive the maximum score of 40", FIGURES._replace(share=None)),
        ("The quality/price split is 60/40", FIGURES._replace(priced=None)),
        ("The panel scores each answer from 0 to 5", FIGURES._replace(ends=(*FIGURES.ends, (Decimal(0), Decimal(10))))),
    ],
)
def test_a_usual_sentence_that_the_record_does_not_bear_out_is_for_a_person_to_read(text, figures):
    assert unread(text) == ""
    assert unread(text, figures) == text
