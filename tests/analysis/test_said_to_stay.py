"""What an extension says stays as it was is not what it moves."""

from datetime import date

import pytest

from fairaudit.analysis.messages.extended_things import extends_something_else, extends_validity
from tests.work import ends

OF_VALIDITY = (
    "The validity of tenders is extended to 6 April. The tender deadline remains unchanged.",
    "The validity of tenders is extended to 6 April 2026. The tender deadline remains 30 March 2026, 12:00.",
    "Tender validity is extended until 6 April 2026; the deadline for the receipt of tenders is not affected.",
    "Bid validity extended to 6 April, closing date unchanged.",
    "We extend the validity of your offer to 6 April 2026. The closing date for tenders stays at 30 March 2026.",
    "Please extend the validity of your tender to 6 April. This does not affect the tender deadline.",
    "The validity period is extended to 30 June, but the submission deadline is not extended.",
    "The validity period of all offers is extended to 30 June (submission deadline unchanged).",
    "Validity of bids extended to 30 June. There is no change to the deadline for submission of bids.",
    "Validity of bids extended to 30 June. Bids are still due by 30 March 2026.",
    "Validity of bids extended to 30 June. Tenders must still be received by 12 noon on 30 March.",
    "The tender validity period is extended to 30 June 2026, and the deadline for tenders continues to be 30 March 2026.",
    "The tender validity period is extended to 30 June 2026. The deadline for tenders still applies.",
    "The tender validity period is extended to 30 June 2026. The deadline for tenders is as published.",
    "The tender validity period is extended to 30 June 2026. The closing date and time remain as stated in the invitation to tender.",
    "Bid validity is extended to 30 June 2026 while the closing date for receipt of tenders remains the same.",
    "The tender deadline remains unchanged; the validity of tenders is extended to 30 June 2026.",
    "The deadline for submission of tenders is unchanged and the validity of tenders is extended to 30 June 2026.",
    "While the deadline for bids stays as it is, the validity of bids is extended to 30 June 2026.",
    "Extension of tender validity to 30 June without affecting the tender deadline.",
    "Offers shall remain valid until 30 June 2026. The time limit for receipt of offers is not extended.",
    "Offers shall remain valid until 30 June 2026. The time limit for the receipt of tenders set out in the contract notice continues to apply.",
    "Validity of tenders extended to 30 June 2026. All other tender conditions remain unchanged.",
    "Validity of tenders extended to 30 June 2026. All other dates in the tender timetable remain unchanged.",
    "Thank you for your tender. The validity is extended to 30 June. The tender deadline has not changed.",
    "Tender validity: extended to 30 June 2026. Tender deadline: unchanged.",
    "Bidders are asked to hold their offers open for acceptance until 30 June. The bid deadline of 30 March is unaffected.",
    "The validity of tenders is extended to 30 June; neither the tender deadline nor the opening is affected.",
    "This notice extends the validity of tenders to 30 June only, not the deadline for submission.",
    "The validity of tenders is extended to 30 June. The new date does not alter the tender deadline.",
    "The tender validity period is now 30 June 2026. The tender deadline is still 30 March 2026.",
    "Validity of tenders extended to 30 June. The deadline for receipt of tenders is maintained.",
    "Validity of tenders is extended to 30 June. For the avoidance of doubt, the deadline for tenders is not extended.",
    "Validity of tenders is extended to 30 June. No extension of the tender deadline is granted.",
    "Validity of tenders extended to 30 June. Last day for tenders: 30 March (unchanged).",
    "Validity of tenders extended to 30 June. The tender deadline: still 30 March.",
    "Tender validity extended to 30 June - tender deadline - unchanged.",
    "Validity of tenders extended to 30 June. We are not extending the tender deadline.",
    "Validity of tenders extended to 30 June. Tenders are to be returned by 30 March as before.",
    "The bid validity end date is extended to 30 June. The tender submission date is not being changed.",
    "We have extended the bid validity period. The tender closing date will not be extended.",
    "The validity of all tenders will be extended to 30 June. The time limit for the submission of tenders remains unaltered.",
    "Validity extended to 30 June. The deadline for receipt of tenders remains in force.",
    "Bid validity is extended to 30 June. The tender return date isn't affected.",
    "Bid validity is extended to 30 June. Please note the tender deadline won't change.",
    "Bid validity is extended to 30 June. The extension does not apply to the tender deadline.",
    "Bid validity is extended to 30 June. This is not an extension of the tender deadline.",
    "Bid validity is extended to 30 June. Note that this has no effect on the deadline for submitting bids.",
    "Bid validity is extended to 30 June. You must still submit your bid by 30 March.",
    "Dear bidder, in view of the delay in evaluation we request that you extend the validity of your tender to 30 June 2026. All other terms and conditions of your tender shall remain unchanged.",
    "Bidders are requested to confirm that their tenders remain valid until 30 June 2026. The terms of the tender may not be changed.",
    "In accordance with Article 58 the contracting authority asks tenderers to extend the period of validity of their tenders by 60 days. The date for submission of tenders is not altered.",
    "Validity only: tender validity extended to 30 June; submission deadline as published.",
    "Bid validity extended to 30 June. Deadline for submission stays same.",
    "Bid validity period extended by 30 days; bid due date remains.",
    "Bid validity extended to 30 June, deadline for bids NOT extended.",
    "Bid validity extended to 30 June; for the tender deadline nothing changes.",
    "Bid validity extended to 30 June; nothing changes in the tender deadline.",
    "Bid validity extended to 30 June. No change in the tender deadline.",
    "Bid validity extended to 30 June. It does not give bidders more time to submit.",
    "Bid validity extended to 30 June. Bidders do not have more time to submit their tenders.",
    "Bid validity extended to 30 June. The time for submitting tenders ended on 30 March and is not reopened.",
    "Bid validity extended to 30 June. The tender deadline has passed and is not extended.",
    "Bid validity extended to 30 June. The deadline for tenders expired on 30 March.",
    "Bid validity extended to 30 June. No new tenders may be submitted.",
    "Bid validity extended to 30 June. No bids or changes to bids will be accepted after 30 March.",
    "Bid validity extended to 30 June. You may not change your tender.",
    "We extend the validity of your tender until 30 June 2026 with all its terms unchanged.",
    "Tender extension . The validity of tenders is extended to 30 June. The tender deadline remains unchanged.",
)
"""Each extends how long bids hold; of the time to bid it says at most that it stays, or is over."""
IN_DOUBT = (
    "The deadline for clarification questions is extended to 20 March; the tender deadline is unchanged",
    "The deadline for clarification questions is extended to 20 March 2026. The deadline for submission of tenders remains unchanged.",
    "The deadline for submission of clarification questions is extended to 20 March. All other dates remain unchanged.",
    "Clarification deadline extended to 20 March, bid deadline stays 30 March.",
    "The closing date for queries is now 20 March 2026; the closing date for tenders remains 30 March 2026 at 12:00.",
    "The deadline for raising questions is extended to 20 March. This does not extend the tender deadline.",
    "Questions may be asked until 20 March: the deadline for questions is extended, the tender deadline is not affected.",
    "The period for site visits is extended to 20 March. The bid deadline is not extended.",
    "Time for site visits extended to 20 March. Submissions are still due on 30 March.",
    "Clarification period extended to 20 March; the return date for tenders remains as before.",
    "The deadline for the receipt of requests for clarification is extended to 20 March; the deadline for tenders is not changed.",
    "The deadline for questions is extended to 20 March with no change to the tender deadline.",
    "The deadline for questions is extended to 20 March. Please note that the tender return deadline remains 12 noon on Monday 30 March 2026.",
    "The deadline for questions is extended. The deadline of 30 March for bids stands.",
    "The deadline to submit questions is extended to 20 March. Bid deadline unchanged.",
    "The tender deadline remains unchanged.",
    "The deadline for tenders stays at 30 March 2026.",
    "Extended to 6 April 2026. The deadline for the receipt of tenders is unchanged.",
    "The deadline for submitting clarification questions has been extended to 20 March. Everything else in the tender documents stays the same.",
    "RFT query deadline extended to 20 March 2026. Tender response deadline remains unchanged: 30 March 2026 at 12:00.",
    "The query deadline has been extended to 20 March @ 17:00. The deadline for receipt of tenders is unchanged @ 12:00 on 30 March.",
    "Clarification window extended until 20 March. Submission deadline remains unchanged.",
    "The deadline for clarifications is extended. The deadline for responses remains as per the ITT.",
    "We have extended the time for raising clarification questions to 20 March. The ITT return deadline remains as stated on the portal.",
    "Extension to the clarification deadline: now 20 March. The tender deadline is not being extended as a result.",
    "An additional site visit is offered on 20 March; time for site visits extended. No extension to the tender deadline will be granted.",
    "Site visit period extended to 20 March. Tenderers are reminded that the tender deadline remains 30 March at noon.",
)
"""Each extends the time for questions or visits, or does not say what: that the time to bid stays moves no deadline."""
OF_BIDDING = (
    "the validity remains unchanged, the tender deadline is extended to 6 April",
    "Deadline extended to 6 April, bid validity unchanged",
    "The tender deadline is extended to 6 April; the deadline for questions remains unchanged.",
    "The deadline for questions remains 20 March but the tender deadline is extended to 6 April.",
    "The deadline for bids is extended to 6 April. All other dates remain unchanged.",
    "Extended to 6 April 2026. All other tender conditions remain unchanged.",
    "The tender deadline is extended to 6 April 2026, 12:00. The closing time remains 12 noon.",
    "Extended to 6 April. The closing time stays at 12:00.",
    "The closing date is now 6 April; the closing time remains noon.",
    "The tender deadline is extended to 6 April and will not be extended further.",
    "The tender deadline is extended to 6 April. The deadline will not be extended again.",
    "Extended to 6 April. The deadline for tenders will not be extended any further.",
    "Extended to 6 April 2026. No further extension of the tender deadline will be granted.",
    "The tender deadline for Lot 2 is extended to 6 April. The tender deadline for Lot 1 remains unchanged.",
    "Lot 2 extended to 6 April. The tender deadline for Lot 1 remains unchanged.",
    "The tender will remain open until 6 April.",
    "Bids are still accepted until 6 April.",
    "Tenders can still be submitted by 6 April.",
    "The deadline for tenders, which remained unchanged until today, is extended to 6 April.",
    "The tender deadline stated in the ITT is no longer 30 March but 6 April.",
    "The tender deadline of 30 March is extended to 6 April as announced on the portal.",
    "The tender deadline is 6 April, not 30 March as originally published.",
    "The validity of tenders is not affected; the closing date for tenders moves to 6 April.",
    "The validity period and the scope remain unchanged. The bid submission deadline is extended to 6 April.",
    "Bid validity remains 90 days from the new closing date of 6 April 2026.",
    "Tender period extended by one week. Validity of bids unchanged.",
    "Deadline for submissions extended to 6 April (deadline for clarification questions not extended).",
    "The tender deadline is extended to 6 April. The opening of tenders remains public.",
    "The deadline is extended to 6 April without any change to the tender documents.",
    "The tender deadline is extended. It now stands at 6 April 2026.",
    "The tender deadline now stands at 6 April 2026; questions close on 20 March as before.",
    "Without prejudice to the tender deadline for other lots, lot 2 is extended to 6 April.",
    "The award criteria are unchanged. New deadline for tenders: 6 April.",
    "Because the site could not be visited, the tender deadline is extended to 6 April; the deadline for site visits is not extended.",
    "The tender deadline remains extended to 6 April.",
    "The tender deadline and the validity of tenders are extended to 6 April. The documents are unchanged.",
    "The deadline for questions and the tender deadline are extended to 6 April. Tender documents unchanged.",
    "The validity is unchanged. Tenders may be returned by 6 April as announced today.",
    "Validity as before. Bids are due on 6 April.",
    "The tender deadline is 6 April 2026 as announced in bulletin 3.",
    "The tender deadline does not remain 30 March; it is extended to 6 April.",
    "The original tender deadline no longer applies: bids are due by 6 April. Validity unchanged.",
    "We have agreed not to keep the tender deadline at 30 March. It moves to 6 April.",
    "Not only the validity but the tender deadline is extended to 6 April.",
    "The tender deadline was unchanged so far and is extended to 6 April.",
    "You now have until 6 April to submit. Bid validity is not affected.",
    "Submit by 6 April instead of 30 March. Validity remains the same.",
    "Bid deadline 6 April (was 30 March). Everything else as published.",
    "Bids will still be accepted up to 6 April.",
    "The tender deadline is put back to 6 April; the validity period still runs for 90 days.",
    "Tenders are due 6 April. The deadline for questions is as before.",
    "The time to bid is extended to 6 April. There is no change to the deadline for questions.",
    "Please note that the closing date for receipt of tenders has been extended to 12 noon on Monday 6 April 2026. The validity period of 90 days remains unchanged.",
    "The tender return date has been moved to 6 April 2026. The clarification deadline remains 20 March.",
    "The closing date for this competition has been extended from 30 March to 6 April at 17:00. All other information in the RFT remains the same.",
    "RFT deadline extended to 6 April 2026 @ 12:00 noon (Irish time). Query deadline is unchanged.",
    "Following a number of requests, the authority has decided to extend the tender deadline to 6 April. The deadline for clarification questions has passed and is not extended.",
    "The authority has decided not to extend the clarification period but has extended the tender deadline to 6 April.",
    "The Authority is not extending the clarification period. The ITT response deadline is extended to 6 April.",
    "Tender submission deadline: 6 April 2026, 12:00 (previously 30 March). Clarification deadline: unchanged.",
    "Only the time of tender submission changes; the date is unchanged: extended to 16:00.",
    "The submission date is unchanged, but the submission time is extended from 12:00 to 17:00.",
    "The tender deadline of 30 March is unchanged for lot 1 but extended to 6 April for lot 2.",
    "The time limit for receipt of tenders is extended to 6 April; the opening of tenders stays on the same day as the deadline.",
    "Time limit for receipt of tenders: instead of 30 March read 6 April. Period of validity: unchanged.",
    "Deadline extended by seven days. The contract start date and tender validity are not affected.",
    "Due to portal downtime the bid deadline is extended by 4 hours to 16:00 on 30 March. The date remains unchanged.",
    "The deadline for bids, which stays the same for everyone, is extended to 6 April.",
    "Please keep your bid open for acceptance as before. The bid deadline is extended to 6 April.",
    "Your bid must still be submitted via the portal. Deadline extended to 6 April.",
    "The bid deadline is extended to 6 April; bids must still be submitted by 12:00 on that day.",
    "Extended to 6 April; bids must still be submitted by noon.",
    "Extension of the tender deadline . The validity is extended too. The tender deadline of 30 March remains unchanged.",
)
"""Each moves the deadline for bids, whatever it says stays."""


@pytest.mark.parametrize("text", OF_VALIDITY)
def test_that_the_deadline_stays_beside_more_validity_is_no_time_to_bid(text):
    assert extends_validity(text)
    assert extends_something_else(text)


@pytest.mark.parametrize("text", IN_DOUBT)
def test_that_the_deadline_stays_beside_more_time_for_questions_is_no_time_to_bid(text):
    assert extends_something_else(text)
    assert not extends_validity(text)


@pytest.mark.parametrize("text", OF_BIDDING)
def test_that_something_else_stays_leaves_the_time_to_bid_extended(text):
    assert not extends_something_else(text)
    assert not extends_validity(text)


def test_a_deadline_that_stays_at_the_day_to_which_time_was_given_may_be_what_was_moved():
    text = "The validity of tenders is extended. The tender deadline stands at 6 April 2026."
    assert not extends_validity(text, date(2026, 4, 6))
    assert not extends_something_else(text, date(2026, 4, 6))
    assert extends_validity(text, date(2026, 6, 30))


@pytest.mark.parametrize(
    "text",
    ["not " * 40_000, "the deadline remains " * 10_000, "neither " * 20_000, "not being " * 10_000, ", " * 40_000],
)
def test_words_of_what_stays_over_and_over_are_not_read_for_ever(text):
    with ends():
        extends_something_else(text)
        extends_validity(text)
