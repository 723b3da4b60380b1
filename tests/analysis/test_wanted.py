"""What kind of answer a question wants, and which few words are none."""

import pytest

from fairaudit.analysis.messages.wanted import may_be_a_status, only_remarks


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("With John", "Is edging weekly?"), ("Asked the client", "Must the buoys be painted"), ("Received", "May we work at night?"),
        ("Client will advise", "Is there a budget?"), ("En cours", "Can you confirm that hedges are in?"),
        ("Client to advise", "How many ferns are there?"), ("With John", "When does it begin?"), ("New", "What size are the beds?"),
        ("Assigned to M. Hale", "Can you tell us how many trees there are?"),
    ],
)  # fmt: skip
def test_few_words_of_another_kind_may_be_a_status(text: str, asked: str) -> None:
    assert may_be_a_status(text, asked)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Fortnightly.", "Is edging weekly?"), ("Closed", "Is the pool open in winter?"), ("None.", "Must the buoys be painted"),
        ("In the sheds", "May mowers be kept in the shed?"), ("The contractor does.", "Does the council own the bins?"),
        ("12 March", "May we work at Easter?"), ("Birch Parks", "Can you provide the name of the present contractor?"),
        ("Birch Parks", "Please confirm the name of the present contractor."), ("Birch Parks", "Who does it today?"),
        ("Mid May", "When will the outcome be known?"), ("After award", "When does it begin?"), ("As needed", "How often?"),
        ("See email", "How many?"), ("On the portal", "Is there a list of trees?"), ("Steel", "Are they of steel or of wood?"),
        ("With permission", "May we bid with a partner?"), ("Gas", "What heats the pool, and is it old?"), ("Gras", "Was wird geschnitten?"),
        ("Under the lead of the client, and by its own staff", "Is edging weekly?"), ("With John", None), ("Sent", "Can we have the plans?"),
        ("Use Chrome", "We cannot upload; can you help us?"), (None, "Is it so?"),
    ],
)  # fmt: skip
def test_what_may_be_an_answer_is_left_one(text: str | None, asked: str | None) -> None:
    assert not may_be_a_status(text, asked)


def test_a_remark_asks_nothing() -> None:
    assert only_remarks("We found a typo on page 3.")
    assert not only_remarks("Please note that the plan is old; please send the new one.")
    assert not only_remarks("List of trees")
