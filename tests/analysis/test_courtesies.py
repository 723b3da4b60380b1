"""Sentences of letters that can say nothing of the evaluation, and those that look like them and have something in them."""

import pytest

from fairaudit.analysis.text.letters.courtesies import is_date, says_nothing
from fairaudit.analysis.text.letters.words import letter_read

NOTHING = (
    "Thank you for taking part.",
    "We would like to thank you for your interest and participation in this procurement.",
    "Thank you once again for your tender",
    "We wish you every success.",
    "We wish you every success in future tenders.",
    "We hope that you will bid again in the future.",
    "We encourage you to take part in our future competitions.",
    "If you have any questions, please do not hesitate to contact us at buying@norwick.example.",
    "Should you have any further queries about this letter, please contact the procurement team.",
    "E-mail: buying@norwick.example",
    "Tel: +44 1632 960 001",
    "The standstill period ends at midnight on 12 March 2026.",
    "The standstill period of ten calendar days begins on 2026-03-03 and ends on 2026-03-13.",
    "We will not sign the contract before 13 March 2026.",
)
SOMETHING = (
    "Thank you for taking part, although your tender came third.",
    "Thank you for your bid, which was the dearest of four.",
    "Thank you for your excellent tender.",
    "We wish you every success as our new contractor.",
    "We wish you every success; your bid was excluded.",
    "We hope that you will bid again with a lower price.",
    "If you have any questions about your score of 45, please contact us.",
    "Please contact us about your exclusion.",
    "E-mail: you scored 45 of 60",
    "Tel: 3rd of 4 bids",
    "The standstill period ends on 12 March 2026, since you came second.",
    "The standstill period does not apply, as yours was the only bid.",
    "We will not sign the contract with you.",
    "The evaluation ended on 12 March 2026.",
)


@pytest.mark.parametrize("sentence", NOTHING)
def test_a_courtesy_is_no_sentence_that_was_not_read(sentence):
    assert says_nothing(sentence)
    letter = letter_read(
        f"2 March 2026\n\nDear Alder Ltd,\n\nYou came third. {sentence}\n\nYours sincerely,\nNorwick Council"
    )
    assert (len(letter.said), letter.unread, letter.why) == (1, 0, "")


@pytest.mark.parametrize("sentence", SOMETHING)
def test_a_courtesy_with_a_fact_in_it_is_still_unread(sentence):
    assert not says_nothing(sentence)
    letter = letter_read(f"Dear Alder Ltd,\n\nYou came third. {sentence}\n\nYours sincerely,\nNorwick Council")
    assert letter.unread >= 1


@pytest.mark.parametrize("sentence", [one for one in NOTHING if " " in one])
def test_a_courtesy_alone_on_its_line_is_no_heading(sentence):
    letter = letter_read(f"{sentence.strip('.')}\n\nYou came third.")
    assert (len(letter.said), letter.unread, letter.why) == (1, 0, "")


@pytest.mark.parametrize(
    "line", ["2 March 2026", "Date: 2026-03-02", "Monday, 2nd March 2026", "02/03/2026", "March 2, 2026"]
)
def test_the_date_of_the_letter_is_no_heading_and_one_further_down_may_be(line):
    assert is_date(line)
    assert letter_read(f"{line}\n\nYou came third.").said
    below = letter_read(f"You came third.\n\n{line}\n\nYou came second.")
    assert [one.what for one in below.said] == ["3"]
    assert below.unread


def test_a_letter_of_courtesies_alone_tells_nothing_that_was_read():
    letter = letter_read("Thank you for taking part. We wish you every success.")
    assert (letter.said, letter.unread) == ((), 0)
    assert letter.why
