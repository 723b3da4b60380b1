"""Figures of two answers: those that differ, those that are one however they are written, and those that leave it open."""

import pytest

from fairaudit.analysis.messages.figures import other_figures
from fairaudit.analysis.messages.references import answered, only_refers


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ref 118 of 12 March 2026. Nine yards.", "Ref 118 of 12 March 2026. Eleven yards."),
        ("Mowing begins on 4 May 2026.", "Mowing begins on 18 May 2026."),
        ("By 3 pm.", "By 14:00"),
        ("41.2 hectares", "14.2 hectares"),
        ("14.", "18."),
        ("£50,000 a year.", "£80,000 a year"),
        ("50%", "60 per cent"),
        ("two hundred lawns", "300 lawns"),
        ("On Monday", "On Tuesday"),
        ("in June", "in July 2026"),
        ("Starts in May", "Starts in June"),
        ("The number of yards is seven", "Nine yards"),
        ("Two tractors and a van", "Three tractors and a van"),
        ("Certificates dated 1 May 2026 or later", "Certificates dated 1 June 2026 or later"),
        ("The bulletin will be published on 4 May", "The bulletin will be published on 8 May"),
        ("References: 3", "References: 5"),
        ("04/05/2026", "05/04/2026"),
        ("30 June 2026", "30 June 2027"),
        ("Nine yards.", "Seven yards, of three hectares."),
        ("The version is 2", "The version is 3"),
        ("10-12 vans", "10 to 14 vans"),
        ("Open from 9:00 to 17:00", "Open from 9:00 to 18:00"),
    ],
)
def test_they_differ(first, second):
    assert other_figures(first, second) is True
    assert other_figures(second, first) is True


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "As in our letter of 12 March 2026, nine yards must be mown.",
            "As in our letter of 13 March 2026, nine yards must be mown.",
        ),
        ("Nine yards must be mown, see page 14 of the specification.", "Nine yards (specification, p. 15)."),
        ("Our ref. PR/2026/118. Nine yards.", "Our ref. PR/2026/119. Nine yards."),
        ("Mowing begins on 4 May 2026.", "Mowing begins on 04/05/2026."),
        ("Mowing begins on 4 May 2026.", "Mowing begins on 2026-05-04."),
        ("By 3 pm.", "By 15:00."),
        ("By noon", "by 12:00"),
        ("£1.2 million", "£1,200,000"),
        ("50%", "half"),
        ("forty two lawns", "42 lawns"),
        ("one hundred and five lawns", "105 lawns"),
        ("Bids by 10 April 2026, 12:00", "Bids by 10 April 2026 at noon"),
        ("Bulletin 3: nine", "Bulletin 4: nine"),
        ("CQ1: nine yards", "Question 7. Nine yards"),
        ("The keys. Call 0113 496 0000", "The keys. Call 0113 496 1111"),
        ("Reference no. 5: yes", "Reference no. 6: yes"),
        ("Your email of 3 March refers. 3 vans may park", "Your email of 4 March refers. 3 vans may park"),
        ("May 4", "4th of May"),
        ("04/05/2026", "5 April 2026"),
        ("3 days", "three working days"),
        ("One of the two tractors", "Two tractors"),
        ("Three to five vans", "3-5 vans"),
        ("Letter no 4 of 3 March. Nine yards.", "Letter no 5 of 4 March. Nine yards."),
        ("Answered by letter of 3 March at 14:05: 9 yards", "Answered by letter of 3 March at 16:05: 9 yards"),
        ("Keys are handed out on 1 May", "Vans may park, 3 at most"),
        ("The yard 3 may be used", "The yard 3 may be used"),
        ("Open from 9:00 to 17:00", "Open from 9 am to 5 pm"),
    ],
)
def test_they_are_one_or_are_of_no_substance(first, second):
    assert other_figures(first, second) is False
    assert other_figures(second, first) is False


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Three vans, of 3.5 t.", "Five vans, of 3.5 t, three of them electric."),
        ("24 hours", "1 day"),
        ("£4,000 a month", "£48,000 a year"),
        ("£50,000 excluding VAT", "£60,000 including VAT"),
        ("Three vans", "two vans by day and one by night"),
        ("Nine yards in 3 parks", "Yards: nine; parks: three"),
        ("12 March 2026: nine yards", "13 March 2026: nine yards"),
        ("See clause 4.2: nine", "See clause 4.3: nine"),
        ("Nine yards. 12 March 2026", "Nine yards. 14 March 2026"),
        ("Use drawing 3.", "Use drawing 4."),
    ],
)
def test_they_may_be_one(first, second):
    assert other_figures(first, second) is None
    assert other_figures(second, first) is None


@pytest.mark.parametrize(
    "text", ["As in our letter of 12 March.", "See page 14 of the specification.", "Please see clause 4.2"]
)
def test_what_only_refers_is_kept_whole(text):
    assert only_refers(text)
    assert answered(text) != answered(text.translate(str.maketrans("1234567890", "2345678901")))


@pytest.mark.parametrize(("text", "said"), [("Nine, page 14", ("nine",)), ("Dear Alder, yes. Our ref: 12/A", ("yes",))])
def test_what_an_answer_refers_to_is_no_part_of_it(text, said):
    assert not only_refers(text)
    assert answered(text) == said
