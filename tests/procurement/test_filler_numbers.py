"""A number that is one digit over and over is compared with no other, and is told with its place."""

import pytest

from tests.checks.timed_cases import case_of, findings


def case(number, bank="20-00-00 12345678"):
    return f"""
    parties:
      - {{id: a, name: Oakridge Ltd, identifiers: [{{scheme: GB-COH, id: "{number}"}}], bank_reference: "{bank}"}}
      - {{id: b, name: Elmstead Ltd, identifiers: [{{scheme: GB-COH, id: "{number}"}}]}}
    bids: [{{id: B1, bidder: a}}, {{id: B2, bidder: b}}]
    """


@pytest.mark.parametrize("number", ["00000000", "99999999", "1111111", "3333333", "GB 5555555"])
def test_it_is_set_aside_and_told(number):
    said = [(one.path, one.text) for one in case_of(case(number)).unreadable]
    assert said == [(("parties", at, "identifiers", 0, "id"), number) for at in (0, 1)]
    assert "rivals-with-the-same-people-or-owners" not in findings(case(number))


def test_an_account_of_one_digit_is_told():
    assert [one.path for one in case_of(case("07123456", "00000000")).unreadable] == [("parties", 0, "bank_reference")]


@pytest.mark.parametrize(
    ("number", "outcome"), [("12345678", "review"), ("07123456", "flagged"), ("n/a", None), ("on file", None)]
)
def test_what_is_a_number_is_compared_and_words_are_none(number, outcome):
    assert case_of(case(number)).unreadable == ()
    assert findings(case(number)).get("rivals-with-the-same-people-or-owners", [None])[0] == outcome
