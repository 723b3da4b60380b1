"""What only says that something is still to come, and what tells something of the contract although it sounds alike."""

import time

import pytest

from fairaudit.analysis.messages.promises import points_to_a_letter
from fairaudit.analysis.messages.put_off import answers
from fairaudit.analysis.messages.yet_to_come import is_yet_to_come

_ASKED = "Which vehicles are to be handed over?"
_PROMISES = (
    "The list of vehicles will be issued in the week before the deadline.",
    "A list will follow.",
    "The schedule of vehicles is being compiled and will be shared with bidders nearer the time.",
    "This will be made available in the data room shortly.",
    "Our fleet manager is looking into this.",
    "Awaiting input from the fleet manager.",
    "Bulletin 2 will deal with this.",
    "We expect to have the list by 27 March.",
    "An updated list will be published next week.",
    "The details shall be released once our solicitors have approved them.",
    "Details to follow.",
    "Further information will be provided to all bidders in due course.",
    "We are compiling a list, which will be circulated shortly.",
    "The list is not yet available.",
    "The council will publish the details next week.",
    "We hope to publish an answer by Friday.",
    "Our fleet team is checking this with the depot.",
    "We are waiting for figures from the depot.",
    "The next bulletin will contain the answer.",
    "A full vehicle list shall be made available via the portal as soon as possible.",
    "We'll share the list when it is ready.",
    "The list is with our solicitors for approval.",
    "Thank you for your question. A list will be uploaded to the portal on 20 March.",
    "The inventory is being finalised by our fleet manager and will be issued before the site visit.",
    "The schedule will be published no later than 20 March.",
    "These details are being checked.",
    "An answer to this question will be posted in the data room tomorrow.",
    "The information requested will be released to tenderers in May.",
    "A list and photographs will be distributed to all suppliers shortly.",
    "We intend to issue the vehicle register by the end of the week.",
    "A clarification on vehicles will be issued.",
    "Unfortunately the list is still being prepared. It will be issued next week.",
    "Details will be confirmed in the next circular.",
    "Our colleagues in fleet are looking into this and we will come back to you.",
    "The vehicle list will be added to the data room by 20 March 2026.",
    "This information is currently being gathered.",
    "We are seeking this information from the fleet manager.",
    "We will look into this.",
    "Please note that the details will be released shortly.",
    "The list follows next week.",
    "Information will be available after the site visit.",
    "We plan to share details with all bidders at the site visit.",
    "The site visit will cover this.",
    "The list should be available next week.",
    "We will check with the fleet manager and will issue a list shortly.",
    "We are still collating this information. We aim to circulate it by 24 March.",
    "Full details will be supplied separately.",
    "A breakdown will be sent out to everyone shortly.",
    "Data on the vehicles is being collected.",
    "The fleet manager has been asked; a list will follow.",
    "The authority intends to release a list of vehicles ahead of the deadline.",
    "An addendum will be issued to address this.",
    "An addendum will set out the vehicles.",
    "The figures are not yet ready.",
    "We are in the process of compiling a list.",
    "We are working on a list.",
    "The list is in preparation.",
    "The requested list will be uploaded once complete.",
    "The council's fleet team will confirm the details by 20 March.",
    "Our surveyor is still preparing the drawings; these will be issued by Friday.",
    "This information will be released in due course.",
    "It is being checked with our legal team.",
    "To be issued in due course.",
    "Will be published on the portal shortly.",
    "Will follow shortly.",
    "Vehicle list to be issued.",
    "We are obtaining this information from the incumbent.",
    "The TUPE information is awaited from the incumbent.",
    "We have asked the fleet manager for a list and will publish it shortly.",
    "Bidders will be provided with a list shortly.",
    "Bidders will receive a list before the deadline.",
    "All bidders will be notified of the details in due course.",
    "Please await the next bulletin.",
    "You will be sent a list next week.",
    "Please see forthcoming bulletin.",
    "The answer will be in the next bulletin.",
    "There will be a list in the data room next week.",
    "A list is on its way.",
    "A list is coming soon.",
)
_ANSWERS = (
    "The contractor will be given a list of plants at the start of the contract.",
    "The supplier will publish the timetable each spring.",
    "The winning bidder will receive the keys on 1 May.",
    "Vehicles will be handed over at the start.",
    "Mowing will be done weekly.",
    "No list will be given.",
    "Two tractors. A full list will follow.",
    "Two tractors; a full list will follow.",
    "A list will be issued to the contractor.",
    "A list of the vehicles will be provided at handover.",
    "The list is in the data room.",
    "Two tractors will be made available.",
    "The vehicles will be shared with other depots.",
    "The vehicles will be released on 1 May.",
    "The timetable will be published in spring.",
    "A plan will be provided by the contractor.",
    "The details are to be provided in the tender.",
    "Details should be sent with the bid.",
    "The list will be updated monthly.",
    "The schedule will be issued on award.",
    "Those on the list in annex 2 will be handed over.",
    "The list will be given to the successful tenderer only.",
    "A report will be issued within 5 days.",
    "Reports will be sent to the client.",
    "Data will be shared under the processing agreement.",
    "The fleet manager will hand them over.",
    "Our fleet manager is preparing the vehicles.",
    "They will be provided.",
    "It will be provided by the council.",
    "The council will provide all vehicles.",
    "We expect to hand over three vans.",
    "Drawings will be handed over with the keys.",
    "A copy will be kept at the depot.",
    "The vans awaiting repair.",
    "None, all are leased.",
    "The next visit will be in April.",
    "Plans will be provided on request.",
    "The list will not be shared with bidders.",
    "Only those listed in annex 2.",
    "The depot's list will be handed over when work starts.",
    "The list will be updated when plants die.",
    "The council will issue instructions to the contractor.",
    "Bidders will be told of each change.",
    "We will provide two vans and a list.",
    "The operator will issue a list to passengers.",
    "A list will be displayed at the gate.",
    "Information will be sent to residents.",
    "A newsletter will be sent to all residents.",
    "It will be issued by the depot.",
    "Keys will be issued on 1 April.",
    "Vehicles will be provided in April.",
    "They will be released in May.",
    "The list of vehicles is published on our website.",
    "Bidders will be provided with lunch.",
    "Bidders will be shown the vehicles at the site visit.",
    "The surveys will be carried out by the council.",
    "The data will be held by the council.",
    "The vehicles are being prepared for handover.",
    "All vehicles will be available from 1 May.",
    "A plan of each site will be issued to the supplier.",
    "The details of the vehicles are in Annex C.",
    "The schedule of vehicles in annex C will apply.",
    "The figures in the list will be adjusted yearly.",
    "The document will be amended by deed.",
    "The council's plan will be followed.",
    "The plan will be reviewed after two years.",
    "The plan will be reviewed.",
    "The statement will be checked on site.",
    "The drawings will be provided to scale.",
    "The data will be provided in Excel.",
    "A list of three vans will be issued.",
    "We are looking into replacing the vans, but for now the two tractors are handed over.",
    "Our consultant will prepare the drawings.",
    "The contractor shall update the list.",
    "Vehicle checks will be recorded and shared with the council.",
    "The schedule will follow the school year.",
    "Answers will be scored out of 5.",
    "The list will be available to the contractor on day one.",
    "Documents are to be uploaded to the portal.",
    "The plan shall be sent to the council within 10 days.",
    "It will be confirmed by the winning bidder.",
    "The reports will be shared with the council.",
    "The survey will be completed in May.",
    "The register will be updated by the depot.",
    "A schedule is to be supplied with the tender.",
)
_NASTY = (
    "we will ", "the list of ", "will be issued ", "a list and ", "being ", "and will be shared with bidders ", "once our ",
    "is not yet ", "to be ", "see my email of ", "as we already answered you to the ", "bulletin 2 will ", "next week ",
)  # fmt: skip


@pytest.mark.parametrize("text", _PROMISES)
def test_what_only_promises_is_no_answer(text: str) -> None:
    assert answers(text, _ASKED) is None


@pytest.mark.parametrize("text", _ANSWERS)
def test_what_tells_of_the_contract_is_an_answer(text: str) -> None:
    assert answers(text, _ASKED) is True


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("When will the list be published?", "The list will be published on 20 March."),
        ("How will bidders be told of changes?", "Updates will be issued through the portal."),
        ("Will a plan of the drains be provided?", "A plan of the drains will be provided."),
        ("Is the list being updated?", "The list is being updated."),
        ("Will bidders see the list of staff?", "The list will be issued in the week before the deadline."),
        ("What will the contractor be given?", "Plans and drawings will be provided."),
        ("Do we need our own water?", "It will be provided."),
        ("Who draws up the list?", "The list will be provided by the council."),
        ("What happens after a flood?", "A report will be issued within 5 days."),
        ("Has the roof been checked?", "This is being checked."),
        ("Is the gym open?", "It will be available all day."),
        ("Are references needed?", "Details shall be provided."),
        ("How do we learn of road closures?", "Details will be published in the newsletter each week."),
    ],
)
def test_what_is_asked_about_the_papers_themselves_is_answered(asked: str, text: str) -> None:
    assert answers(text, asked) is True


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("Can you provide the TUPE list?", "A TUPE list will follow."),
        ("Please share the drawings of the drains.", "Drawings will be uploaded shortly."),
        ("Could the list of vehicles be shared?", "The list will be shared shortly."),
        ("Which vans are provided?", "A list of the vans will be issued next week."),
        ("Must the buoys be painted", "Details will be provided."),
    ],
)
def test_a_promise_is_not_what_was_requested(asked: str, text: str) -> None:
    assert answers(text, asked) is None


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Please see the answer we gave by email.", True), ("We have answered this by email.", True),
        ("As discussed by phone.", True), ("This was answered by email on 12 March.", True),
        ("See the drawings we sent by email.", False), ("Two vans, as confirmed by email.", False),
        ("We confirmed by letter that two vans are handed over.", False), ("Answers must be sent by email.", False),
    ],
)  # fmt: skip
def test_an_answer_given_elsewhere(text: str, only: bool) -> None:
    assert points_to_a_letter(text) is only


@pytest.mark.parametrize("piece", _NASTY)
def test_no_text_keeps_the_reading_at_work(piece: str) -> None:
    began = time.process_time()
    for text in (piece * 5, piece * 5000, ". ".join([piece] * 500), piece * 10 + "x"):
        is_yet_to_come(text, piece * 1000)
        points_to_a_letter(text)
    assert time.process_time() - began < 5
