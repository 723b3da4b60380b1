"""What a text takes back, part by part of its sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.analysis.text import binding, read_prose, standing


def bound(text):
    """Return what is left of a text."""
    return " ".join(binding(text).split()).strip(" .,:;-")


@pytest.mark.parametrize(
    "text",
    [
        "Bidders are not required to hold ISO 9001.",
        "Bidders don't need to hold ISO 9001.",
        "Bidders must not be asked for a letter of consent.",
        "No experience with the Northvale District Council is required.",
        "Suppliers need no office within 10 miles.",
        "It is not necessary to use FoldTrack.",
        "Nothing in this section shall be read as requiring that bidders hold ISO 9001.",
        "The Council abandoned the rule that asked for ISO 9001.",
        "Staff of Halden Eye Care need not be named.",
        "Toro mowers are shown for illustration only.",
        "Membership of the alliance is optional.",
        "Small firms are exempt from audited accounts.",
        "Bidders shall hold ISO 9001. This is not mandatory.",
        "Bidders shall hold ISO 9001. This is not a condition of this tender.",
        "The following are not required:\n- ISO 9001\n- an office in Northvale",
        "No handover is needed.",
        "No need for ISO 9001.",
        "Where no licence is needed.",
    ],
)
def test_nothing_is_left_of_a_text_that_takes_everything_back(text):
    assert bound(text) == ""


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Firms without ISO 9001 need not apply.", "Firms without ISO 9001 need not apply"),
        ("The supplier must not exceed the required limit.", "The supplier must not exceed the required limit"),
        ("No later than the required date, show ISO 9001.", "No later than the required date, show ISO 9001"),
        ("Not all lots are required.", "Not all lots are required"),
        ("Bidders need not hold ISO 9001 but must have a depot.", "but must have a depot"),
        ("Bidders are not required to hold ISO 9001 and shall have a depot.", "and shall have a depot"),
        ("Where a visa is not required, staff must wear a badge.", "staff must wear a badge"),
        (
            "Bidders who are not required to register must hold ISO 9001.",
            "Bidders who are not required to register must hold ISO 9001",
        ),
        (
            "Bidders must hold ISO 9001. This is not a requirement for small firms.",
            "Bidders must hold ISO 9001",
        ),
        (
            "The following are not required:\n- ISO 9001\n\nBidders must have a depot.",
            "Bidders must have a depot",
        ),
        (
            "A no-objection certificate issued by the Board is required.",
            "A no-objection certificate issued by the Board is required",
        ),
        ("Certificates need not be repeated.", "Certificates need not be repeated"),
        ("Full marks where no handover is needed.", "Full marks where no handover is needed"),
        ("No need for mobilisation earns five points.", "No need for mobilisation earns five points"),
        (
            "The present provider needs no handover and scores highest.",
            "The present provider needs no handover and scores highest",
        ),
    ],
)
def test_what_is_asked_for_all_the_same_is_left(text, left):
    assert bound(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Experience with the Council is not required but will be scored.",
        "References are not required except from the Council.",
        "A depot is not required, although it is an advantage.",
    ],
)
def test_what_is_not_required_but_counts_is_unclear(text):
    assert standing(read_prose(text), 0) == "unclear"
    assert binding(text) == text


@given(st.text(alphabet="abc .,:;\n-not required nothing is needs but", max_size=200))
def test_a_text_keeps_its_length_and_never_gains_words(text):
    kept = binding(text)
    assert len(kept) == len(read_prose(text).text)
    assert all(a in (b, " ") for a, b in zip(kept, read_prose(text).text, strict=True))
