"""Whom a list of recipients means."""

import pytest

from fairaudit.procurement.kinds import means_everybody
from tests.checks.timed_cases import case_of


@pytest.mark.parametrize(
    "text",
    [
        "all", "All", "ALL", "all bidders", "All Tenderers", "all suppliers", "all_bidders", "everyone", "Everybody",
        "to all", "all of the bidders", "all registered suppliers", "All interested parties", "all companies",
        "published to all on the portal", "all economic operators", "all participants.",
    ],
)  # fmt: skip
def test_these_words_say_all(text):
    assert means_everybody(text)
    case = case_of({"enquiries": [{"recipients": text}, {"recipients": [text]}, {"recipients": ["alder", text]}]})
    assert [one.recipients for one in case.enquiries] == [("all",), ("all",), ("alder", "all")]


@pytest.mark.parametrize(
    "text",
    [
        "all bidders but Birch",
        "all local suppliers",
        "all shortlisted bidders",
        "Allbright Ltd",
        "all but one",
        "",
        "overall",
    ],
)
def test_these_do_not(text):
    assert not means_everybody(text)
