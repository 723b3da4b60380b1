"""What is told of a contact: errands and how to come to a visit, however long and odd the words."""

import subprocess
import sys

import pytest

from fairaudit.analysis.messages.errands import is_about_coming

_COMING = (
    "visit slot",
    "their slot for the visit",
    "please meet the caretaker in front of the",
    "please bring",
    "minutes late for the visit",
)
_TAILS = ("abc " * 60, "a" * 150, "day" * 50, "1" * 150, "monday10" * 20, "a-b-" * 50, "at on is " * 30)


def test_times_and_places_of_a_visit():
    assert is_about_coming(("Visit slot on Tuesday 3 March at 10:30",))
    assert is_about_coming(
        ("Your slot for the site visit is 9.15 on Friday. Please meet at the main gate. Please bring boots.",)
    )


@pytest.mark.parametrize(
    "text", ["Visit slot on Tuesday; the budget is 40,000", "Please meet at the gate", "The visit"]
)
def test_more_or_less_than_that(text):
    assert not is_about_coming((text,))


def test_no_text_keeps_a_pattern_at_work():
    # In a process of its own, since a pattern that is at work cannot be told to stop.
    starts = (*_COMING, "your question about", "we asked for a request relating to", "receipt")
    texts = [f"{start} {tail}{end}" for start in starts for tail in _TAILS for end in ("!", " \u00a7")]
    # What stands after a closing is read as a signature.
    texts += [f"Thank you. Regards, {tail} ?" for tail in ("www." * 40, "a@" * 60, "0 " * 20 + "1" * 90, "Ab" * 60)]
    program = (
        "from fairaudit.analysis.messages.errands import *; from fairaudit.analysis.messages.to_one import is_a_note\n"
        f"for text in {texts!r}: is_about_coming((text,)), is_an_errand((text,)), is_a_note(text, None)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=20)
