"""Usual sentences of British invitations to tender are understood; twins that reward, prefer or change a score are not."""

from decimal import Decimal

import pytest

from fairaudit.analysis.text.award.figures import Figures
from fairaudit.analysis.text.award.words import award_words

NAMES = ("Q1", "Plan", "Q2", "Staff", "P", "Price")
FIGURES = Figures(
    None,
    (Decimal(40), Decimal(20), Decimal(40)),
    ((Decimal(0), Decimal(5)),) * 2,
    2,
    Decimal(40),
    Decimal(40),
)


@pytest.mark.parametrize(
    "text",
    [
        "The contract will be awarded to the bidder submitting the Most Advantageous Tender",
        "Quality questions will be scored by three evaluators independently, followed by a moderation meeting to agree a"
        " consensus score",
        "Evaluators score independently and then agree a consensus score at a moderation meeting",
        "The evaluators will score each question individually and then meet to agree a consensus score",
        "The Most Economically Advantageous Tender will be determined by adding the quality score and the price score",
        "The Authority reserves the right to clarify any aspect of the tender",
        "The Council may seek clarification of any aspect of a bid",
        "The Council reserves the right to cancel the procurement or not to award a contract",
        "The standstill period ends at midnight on the eighth working day",
        "All bidders will receive an assessment summary",
        "Price will be scored relative to the lowest price, which receives the maximum 40 marks",
        "The lowest priced tender will receive the maximum score of 40 and all other tenders will be scored relative to it",
        "The score for each question is divided by 5 and multiplied by its weighting",
        "The weighted score is calculated by dividing the score by the maximum score and multiplying by the weighting",
        "Tenderers are reminded that canvassing leads to exclusion",
        "Questions are answered through the portal until 24 August 2026 and answers are sent to all",
        "Bidders must submit their tender through the portal by 12 noon on 7 September 2026",
        "The evaluation panel will make a recommendation to Cabinet",
        "Where a tender appears abnormally low, the Council will ask the bidder to explain its price",
        "The panel will consist of officers from Parks, Finance and Procurement",
        "Scores will be moderated at a meeting chaired by procurement",
        "Only information in the tender will be evaluated",
        "Answers over the word limit will not be read",
        "Interviews will not be scored",
        "The contract is for two years with an option to extend for one year",
        "The award decision notice will be published on Find a Tender",
        "The bidder with the highest score will be invited to enter into the contract",
    ],
)
def test_usual_sentences_of_an_invitation_are_understood(text):
    assert award_words(f"The most points win. {text}.", NAMES, FIGURES).unread == ""


@pytest.mark.parametrize(
    "text",
    [
        "The contract will be awarded to the bidder submitting the preferred tender",
        "Quality questions will be scored by three evaluators independently, followed by a moderation meeting to choose a winner",
        "Evaluators score independently and then agree a winner at a moderation meeting",
        "The Most Economically Advantageous Tender will be determined by adding the quality score and the local benefit score",
        "The Authority reserves the right to depart from any aspect of the tender",
        "The Council reserves the right to award the contract to the second bidder",
        "The Council may seek clarification of any aspect of a bid and change its scores",
        "Price will be scored relative to the lowest price, which receives the maximum 50 marks",
        "The lowest priced tender will receive the maximum score of 40 and all other tenders none",
        "The score for each question is divided by 10 and multiplied by its weighting",
        "The evaluation panel will make a recommendation to Cabinet, which may choose another bidder",
        "Scores will be moderated at a meeting chaired by the Mayor",
        "The panel will consist of officers from Parks and one bidder",
        "Only information in the tender of the present supplier will be evaluated",
        "Interviews will be scored",
        "Unsuccessful bidders will be given ten points",
        "The bidder with the highest score for Staff will be invited to enter into the contract",
    ],
)
def test_their_twins_that_change_who_wins_are_for_a_person_to_read(text):
    assert award_words(f"The most points win. {text}.", NAMES, FIGURES).unread == text
