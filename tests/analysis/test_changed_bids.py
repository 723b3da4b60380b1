"""Which clauses say that a part of a bid is handed in again, replaced or added to, and which only ask or put in order."""

import pytest

from fairaudit.analysis.messages.changed import tells_of_a_change


@pytest.mark.parametrize(
    "clause",
    [
        "You may resubmit section 3 with more detail",
        "Supplied four further pages on staffing",
        "Please resubmit section 3",
        "Alder was allowed to supplement its method statement",
        "Further pages on staffing were accepted",
        "Replacement section 4 received",
        "Alder sent additional information on its depot",
        "You may supply more detail on staffing",
        "Please send a revised price schedule",
    ],
)
def test_a_part_is_handed_in_again_or_added_to(clause):
    assert tells_of_a_change(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "Please resubmit the file, it could not be opened",
        "Please provide further information on your rates",
        "Please send the missing certificate",
        "How would you replace the contract manager?",
        "replacement planting",
        "You may not resubmit any part",
        "Please explain the additional staff in section 2",
        "Alder confirmed that no further documents would be sent",
        "Provided more than one answer",
    ],
)
def test_a_question_or_what_puts_in_order_changes_nothing(clause):
    assert not tells_of_a_change(clause)
