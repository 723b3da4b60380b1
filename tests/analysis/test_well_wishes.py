"""Which contacts are courtesies alone: every word is one of a greeting, of wishes or of an anniversary."""

import pytest

from fairaudit.analysis.messages.well_wishes import only_courtesies


@pytest.mark.parametrize(
    "text",
    [
        "Greeted at a trade fair",
        "Said hello at the fair and shook hands",
        "Greeted Mr Moss of Alder at a conference; the tender was not discussed",
        "Congratulations on your 50th anniversary",
        "Merry Christmas and a happy new year!",
        "Season's greetings",
        "Wished happy Easter",
        "Condolences on the death of your founder",
    ],
)
def test_a_courtesy_alone(text):
    assert only_courtesies((text,), ("Alder",))


@pytest.mark.parametrize(
    "text",
    [
        "Greeted at a trade fair; the budget was mentioned",
        "Happy Easter! The roof is 400 m2.",
        "Happy Easter 12",
        "Happy with your bid",
        "Congratulations",
        "Congratulations on your award",
        "Wished good luck with the tender",
        "Met at a trade fair",
        "The tender was not discussed",
        "Greeted Birch",
        "Shook hands on it",
        "",
    ],
)
def test_more_than_a_courtesy(text):
    assert not only_courtesies((text,), ("Alder",))


def test_who_sat_together_did_more_than_greet():
    assert not only_courtesies(("Wished happy Easter",), (), "lunch")
    assert only_courtesies(("Wished happy Easter",), (), "telephone")
