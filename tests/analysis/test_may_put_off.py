"""What may say no more than that there is no answer yet, and what answers for all its words of that kind."""

import pytest

from fairaudit.analysis.messages.may_put_off import may_put_off
from fairaudit.analysis.messages.put_off import is_still_to_come, may_be_to_come
from tests.work import ends

PUT_OFF = (
    "That is open; ask again in May.",
    "That is still open.",
    "This is not yet decided.",
    "It has not been decided yet, please ask again later.",
    "We do not know yet.",
    "We don't know.",
    "We cannot say at the moment.",
    "No decision yet.",
    "The council has not decided; ask again after Easter.",
    "We'll see.",
    "We need to check with finance.",
    "We are still discussing this internally.",
    "Good question. We will look into it and get back to you.",
    "Under discussion with the client.",
    "Not clear at present, sorry.",
    "Too early to say.",
    "We will let you know.",
    "Please bear with us, we are still waiting for the client.",
    "I am not sure, I will check.",
    "This is up in the air.",
    "To be decided.",
    "Undecided as yet",
    "Still with our lawyers; more will follow.",
    "Thank you for your question. The matter is being considered by the board.",
    "Hello, we are not able to answer this yet. Kind regards",
    "Unfortunately we do not have the answer yet.",
    "Please contact us again next week.",
    "Details to follow.",
    "An answer is being prepared.",
    "Dear bidder, your question is with our technical team.",
    "Let us discuss this at the site visit.",
    "I will phone you about this.",
    "Please clarify your question.",
    "Which year do you mean?",
    "We did not understand your question.",
    "You will hear from us in due course.",
    "Apologies for the delay in answering.",
    "We would rather not answer this.",
    "It depends.",
)
ANSWERS = (
    "Yes",
    "No",
    "No.",
    "See clause 4.2",
    "It is 4 %",
    "It is open on Sundays.",
    "The gate is open from 8:00.",
    "Nine yards.",
    "Night work is allowed.",
    "Hedges are outside this contract",
    "Ask the caretaker.",
    "Contact the site manager for keys.",
    "The budget is not fixed; assume £1.2 million.",
    "Not required.",
    "No decision has been made on phase 2; price phase 1 only.",
    "We do not accept variants.",
    "We do not know the number of bats, but at least 40.",
    "The exact date is not known, expected in June.",
    "Six.",
    "Two tractors and a van.",
    "That is for the contractor to decide.",
    "Nobody.",
    "The road is closed until May.",
    "In May.",
    "Monthly.",
    "Please price both.",
    "To be agreed with the contractor.",
    "The list is in the data room.",
    "The contractor will be told after award.",
    "Work may start in May.",
    "TUPE applies.",
    "It is being replaced next year.",
    "The bridge is being demolished.",
    "They are under way to school at that hour.",
    "The old boiler remains.",
    "The scope will be reduced.",
    "We cannot accept that.",
    "We have not got any mowers.",
    "There is no lift.",
    "Later bids are rejected.",
    "Look at the back of the plan.",
    "Call the school before each visit.",
    "Work in the library will come later.",
    "The manager will check the timesheets.",
    "The council will decide on each change.",
    "We will review the prices every year.",
    "The roof is not final; two options are to be priced.",
    "Waiting time is paid.",
    "The site is under review by English Heritage.",
    "We are working on Sundays.",
    "Working hours are 8 to 5.",
)


@pytest.mark.parametrize("text", PUT_OFF)
def test_what_leaves_everything_open_may_tell_nothing(text):
    assert may_put_off(text) or is_still_to_come(text)


@pytest.mark.parametrize("text", ANSWERS)
def test_what_tells_something_is_no_promise(text):
    assert not may_put_off(text)


def test_what_is_asked_about_is_answered_by_the_word_that_leaves_other_things_open():
    assert not may_put_off("It is pending.", "Is the decision pending?")
    assert not may_put_off("Not yet decided.", "Has the council decided on phase 2?")
    assert not may_put_off("Please call us.", "How do we ask for access?")
    assert not may_put_off("The prices will be reviewed.", "Will the prices be reviewed?")
    assert may_put_off("That is still open.", "What is the budget?")


def test_what_was_asked_about_and_is_said_not_to_be_known_may_tell_nothing():
    assert may_put_off("The budget has not been approved.", "What is the budget for the first year?")
    assert not may_put_off("The bridge has not been approved.", "What is the budget for the first year?")


@pytest.mark.parametrize(
    "text", ["Please be patient.", "A reply is on its way.", "Not answered.", "This question was not answered."]
)
def test_what_answers_nothing_may_be_to_come(text):
    assert may_be_to_come(text)


@pytest.mark.parametrize(
    "text", ["Closed", "Answered.", "Response issued", "Answered to the asker only", "Yes", "See clause 4.2", "-", ""]
)
def test_what_may_say_that_an_answer_went_out_is_not_said_to_be_to_come(text):
    assert not may_be_to_come(text)


def test_nothing_is_no_promise():
    assert not may_put_off("")
    assert not may_put_off(None)


@pytest.mark.parametrize(
    "text", ["it is " * 40_000, "no idea " * 14, "still at the moment " * 7, "open, " * 40_000, "that " * 30]
)
def test_words_of_what_is_open_over_and_over_are_not_read_for_ever(text):
    with ends():
        may_put_off(text)
