"""Words by which the points for quality are measured against the best bid's."""

import pytest

from fairaudit.analysis.text.scores.rescaled import may_rescale_quality, rescales_quality


@pytest.mark.parametrize(
    ("said", "top"),
    [
        ("The technical scores are rescaled so that the best technical offer receives the full 70 points", 70),
        ("Quality points will be normalised: the highest quality score receives all the points, others pro rata", None),
        ("The best technical offer receives the maximum 70 points, the others in proportion", 70),
        (
            "The highest quality score is scaled up to 60 points and all other quality scores are scaled in the same proportion",
            60,
        ),
        ("Quality points = 60 × bidder’s quality score ÷ highest quality score", 60),
        ("Quality points are rescaled so that the best bid has 60 points and the others in proportion", 60),
        (
            "Si procede alla riparametrazione del punteggio tecnico: alla migliore offerta tecnica è attribuito il punteggio "
            "massimo di 70, alle altre in proporzione",
            70,
        ),
    ],
)
def test_words_that_measure_quality_against_the_best(said: str, top: int | None) -> None:
    found = rescales_quality(said)
    assert found is not None
    assert found.top == top


@pytest.mark.parametrize(
    "said",
    [
        "The technical scores are not rescaled so that the best technical offer receives the full 70 points",
        "The technical scores are rescaled so that the best technical offer receives the full 70 points if it has 40",
        "The best technical offer receives the full 70 points",
        "The highest quality score is scaled up to 60 points",
        "Quality points = 60 × bidder’s quality score ÷ average quality score",
        "Non si procede alla riparametrazione del punteggio tecnico",
        "The lowest price receives the full 30 points, the others in proportion",
    ],
)
def test_words_that_say_something_else(said: str) -> None:
    assert rescales_quality(said) is None


@pytest.mark.parametrize(
    "said",
    [
        "The bid with the highest quality score is awarded the full 60 points and the other bids are scored pro rata",
        "Quality scores are normalised: the highest scoring tender is given the maximum quality score",
        "Quality points are measured against the best bid, which has all of the points for quality",
        "Each tender's technical score is divided by the highest technical score and multiplied by 60",
        "The best technical offer receives the full 70 points",
        "Per ogni criterio la media più alta è riportata a 1 e le altre in proporzione (riparametrazione)",
        "For each criterion the best tender gets full marks and the others in proportion",
        "Each question's scores are set in proportion to the highest score for that question",
    ],
)
def test_words_that_may_measure_quality_against_the_best(said: str) -> None:
    assert may_rescale_quality(said)


@pytest.mark.parametrize(
    "said",
    [
        "The tender with the highest quality score wins a tie",
        "A maximum of 60 points for quality and 40 for price; the highest total wins",
        "Quality points are the score divided by the highest possible score, times the weight",
        "Quality scores are not normalised",
        "The lowest price receives full points and the others in proportion",
        "Quality counts 60 per cent and the lowest price receives the maximum points, others pro rata",
        "Non si procede ad alcuna riparametrazione",
        "Each criterion is scored from 0 to 5, and the tender with the highest total wins",
    ],
)
def test_words_that_measure_nothing_against_the_best(said: str) -> None:
    assert not may_rescale_quality(said)
