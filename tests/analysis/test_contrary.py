"""Two texts that stand for one answer: those that cannot both be right, and those that say the same in other words."""

import pytest

from fairaudit.analysis.messages.contrary import is_contrary


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Three tractors and a van", "Two tractors and a van"),
        ("3 tractors and a van", "Two tractors and a van."),
        ("None are handed over.", "Two tractors and a van."),
        ("No vehicles will be handed over.", "The council hands over two tractors."),
        ("The depot may not be used.", "Yes, the depot may be used."),
        ("The depot may be used.", "Bidders may not use the depot."),
        ("Yes", "No"),
        ("Forty two lawns", "Forty three lawns"),
        ("We won't hand over keys", "Keys are handed over on the first day"),
        ("Nothing", "A store room"),
        ("Twenty one vans, by our letter of 3 March", "Thirty vans, by our letter of 3 March"),
        ("The contract cannot be extended.", "The contract can be extended twice."),
    ],
)
def test_they_cannot_both_be_right(text, answer):
    assert is_contrary(text, answer)
    assert is_contrary(answer, text)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("2 tractors", "Two tractors"),
        ("42 lawns", "Forty two lawns in the summer months."),
        ("Yes, bidders may use the depot", "The depot may be used"),
        ("Not before May.", "No, not before May"),
        ("From May", "Not before May"),
        ("By 5 May", "No later than 5 May"),
        ("Two tractors. They need not be garaged at the depot.", "Two tractors."),
        ("The depot may be used.", "No, the depot may be used."),
        ("The one at the depot", "Two tractors at the depot"),
        ("One of the two tractors", "Two tractors"),
        ("No problem: two tractors", "Two tractors"),
        ("Weekly", "Every week"),
        ("Answer to question 3: two tractors", "Two tractors"),
        ("", "Two tractors"),
        ("This one, and one of them", "Both vans"),
        ("Yes, by our letter of 3 March", "Yes, by our letter of 4 March"),
    ],
)
def test_they_may_say_the_same(text, answer):
    assert not is_contrary(text, answer)
