"""Whether a sentence asks for a thing or shuts it out; near misses side by side, each but for a few words the other."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.analysis.text import find, how_asked, read_prose, shuts_out
from tests.work import grown

SHUT_OUT = [
    ("CareRota", "The contractor shall not use CareRota after 1 April."),
    ("CareRota", "CareRota may not be used after the handover."),
    ("iso #", "If a bidder has no ISO 9001, it may show other proof."),
    ("CareRota", "The contractor may use a map in place of CareRota."),
    ("CareRota", "Bidders must show that they do not rely on CareRota."),
    ("CareRota", "The contractor may offer a system that does not use CareRota."),
    ("CareRota", "Neither paper nor CareRota may be used."),
    ("CareRota", "The contractor shall not use paper, nor may it use CareRota."),
    ("CareRota", "Bidders need neither paper nor CareRota."),
    ("CareRota", "CareRota may not be used for this contract."),
    ("CareRota", "The contractor shall not use CareRota."),
    ("CareRota", "CareRota may not be used."),
    ("CareRota", "The contractor must not copy CareRota."),
    ("CareRota", "The contractor shall use software other than CareRota."),
    ("CareRota", "Nothing in this contract depends on CareRota."),
    ("CareRota", "The contractor may use CareRota."),
    ("CareRota", "CareRota or any other system that does the same may be used."),
    ("CareRota", "CareRota, which is used today, may not be used."),
    ("CareRota", "CareRota and TicketLive may not be used."),
    ("CareRota", "The contractor must not, at any time, use CareRota."),
    ("CareRota", "The contractor must never use, copy or show CareRota."),
    ("CareRota", "CareRota is prohibited."),
    ("CareRota", "No bidder may use CareRota."),
    ("CareRota", "Bidders that do not use CareRota may bid."),
    ("CareRota", "The contractor must use a system that does not need CareRota."),
    ("CareRota", "Laptops other than CareRota are welcome."),
    ("CareRota", "Software other than CareRota shall be used."),
    ("CareRota", "The mowers must not be CareRota."),
    (
        "references ... from the council",
        "References from the Council are not accepted, so that all bidders stand alike.",
    ),
    ("references ... from the council", "References from the Council will not be counted."),
    ("from council", "At least one reference must not be from Council."),
    ("must|shall ... be|come from|with council", "At least one reference must not be from Council."),
    ("experience ... with northvale council", "Experience of working with Northvale Council is not an advantage."),
    ("contracts with council", "Contracts with Council count no more than contracts with others."),
    ("work for the council", "Work for the Council in the past does not count for or against a bidder."),
    ("same client", "References must not all be from the same client."),
    ("letter of support from the council", "A letter of support from the Council will be disregarded."),
    ("letter of support", "No letter of support from the present operator may be attached."),
    ("knowledge of the current service", "How the bidder avoids relying on knowledge of the current service."),
    ("local knowledge", "Local knowledge earns no points."),
    ("depot within", "A bidder must not have a depot within 100 metres of a school."),
    ("age of the firm", "Turnover and age of the firm are not looked at."),
    ("ten years experience", "A bidder with ten years' experience has no advantage over one with two."),
    ("iso #", "The contractor shall not claim to be ISO 9001 certified unless it is."),
    ("membership of ... alliance", "Membership of the Northvale Care Alliance gives no advantage."),
    ("members of ... alliance", "Members and non-members of the Northvale Care Alliance may bid alike."),
    (
        "member of ... alliance",
        "A bidder that is not a member of the Alliance may join after the award, free of charge.",
    ),
    ("member of ... alliance", "A bidder that is not a member of the Alliance may bid."),
    ("council", "clients other than the Council"),
    ("iso #", "Bidders without ISO 9001 may bid."),
    ("iso #", "Certificates under ISO 9001 bring no points."),
    ("contract with council", "A bidder that holds a supervision contract with Council is excluded."),
]
ASKED_FOR = [
    ("CareRota", "The contractor shall not use CareRota after 6 pm."),
    ("CareRota", "CareRota must not be used after hours."),
    ("years of trading", "Ten years of trading, and late bids are not accepted."),
    ("years of trading", "Nothing else will do: ten years of trading."),
    ("years of trading", "Ten years of trading are a condition, which may not be waived."),
    ("office in", "Bidders are not accepted if they have no office in the borough."),
    ("office in", "Bidders will be excluded if they do not have an office in the borough."),
    ("office in", "If the bidder has no office in the borough, it will be excluded."),
    ("office in", "If the bidder has no office in the borough, it must open one."),
    ("iso #", "A bid will be rejected where the bidder does not hold ISO 9001."),
    ("CareRota", "We will reject bids that do not include CareRota."),
    ("CareRota", "The Council rejects any bid that does not use CareRota."),
    ("CareRota", "The Council will reject bids without CareRota."),
    ("CareRota", "Points will be deducted for systems without CareRota."),
    ("CareRota", "Points are deducted where CareRota is not used."),
    ("CareRota", "The contractor pays a penalty where it does not use CareRota."),
    ("CareRota", "A bid is rejected if CareRota is not used."),
    ("CareRota", "The Council will not consider bidders that have not used CareRota."),
    ("experience with the council", "Experience elsewhere is not accepted in place of experience with the Council."),
    ("iso #", "ISO 9001 is not considered enough."),
    ("iso #", "Nobody without ISO 9001 may bid."),
    ("iso #", "No bidder who lacks ISO 9001 may bid."),
    ("contract with", "No firm has a chance without a contract with the Council."),
    ("CareRota", "The contractor may use CareRota and no other system."),
    ("CareRota", "The contractor may use CareRota but nothing else."),
    ("CareRota", "CareRota alone may be used."),
    ("CareRota", "CareRota, and no other system, may be used."),
    ("CareRota", "Bidders must show that they can use CareRota."),
    ("CareRota", "Staff can use CareRota from the first day."),
    ("local knowledge", "Local knowledge brings no fewer than ten points."),
    ("experience with the council", "Experience with the Council gives more points, no experience gives none."),
    ("CareRota", "CareRota must be used and not be replaced."),
    ("CareRota", "The contractor shall not refuse CareRota."),
    ("CareRota", "No later than 1 May the contractor must use CareRota."),
    ("CareRota", "No exceptions: CareRota must be used."),
    ("CareRota", "No exceptions are made to the use of CareRota."),
    ("CareRota", "CareRota must not be taken out of service."),
    ("CareRota", "CareRota must not be used for private purposes."),
    ("CareRota", "Staff must not use CareRota without a password."),
    ("CareRota", "Staff shall not use CareRota on Sundays."),
    ("CareRota", "The Council may require CareRota."),
    ("CareRota", "Bidders may be asked for CareRota."),
    ("CareRota", "The contractor may have to use CareRota."),
    ("CareRota", "The Council may choose CareRota for all routes."),
    ("CareRota", "It is not allowed to work without CareRota."),
    ("CareRota", "Work without CareRota is not allowed."),
    ("CareRota", "Never work without CareRota."),
    ("CareRota", "CareRota must be used; no other may be used."),
    ("CareRota", "CareRota must be used and no other may be used."),
    ("CareRota", "CareRota must be used, and other systems may not be used."),
    ("CareRota", "CareRota must be used, other systems are not accepted."),
    ("CareRota", "The contractor must use CareRota and shall not copy it."),
    ("CareRota", "No system other than CareRota may be used."),
    ("CareRota", "The contractor shall not use any system other than CareRota."),
    ("CareRota", "The contractor shall not use any system but CareRota."),
    ("CareRota", "No software but CareRota may be used."),
    ("CareRota", "Only CareRota may be used."),
    ("CareRota", "The contractor may only use CareRota."),
    ("CareRota", "Bidders may bid only if they use CareRota."),
    ("CareRota", "A bidder may bid if it uses CareRota."),
    ("CareRota", "The contractor shall not replace CareRota."),
    ("CareRota", "The contractor shall not stop using CareRota."),
    ("CareRota", "CareRota shall not be replaced."),
    ("CareRota", "The contractor shall not start without CareRota."),
    ("CareRota", "The contractor shall not start work before CareRota is installed."),
    ("CareRota", "Bidders who do not use CareRota will not be considered."),
    ("CareRota", "Bids without CareRota are rejected."),
    ("CareRota", "Bidders not using CareRota are excluded."),
    ("CareRota", "CareRota must not fail."),
    ("CareRota", "CareRota is not optional."),
    ("CareRota", "The system must not be inferior to CareRota."),
    ("CareRota", "The system must not be incompatible with CareRota."),
    ("CareRota", "No alternative to CareRota is accepted."),
    ("CareRota", "Equivalents of CareRota are not accepted."),
    ("CareRota", "Laptops other than CareRota are refused."),
    ("CareRota", "Laptops other than CareRota will not be accepted."),
    ("CareRota", "Software other than CareRota must not be offered."),
    ("CareRota", "The system must be CareRota, which may not be changed."),
    ("CareRota", "The contractor must use CareRota, that may not be copied."),
    ("CareRota", "No bid will be opened that does not use CareRota."),
    ("CareRota", "Bidders must not be insolvent and use CareRota."),
    ("CareRota", "CareRota is the only system that may be used."),
    ("CareRota", "The contractor shall make no change to CareRota."),
    ("CareRota", "The contractor must not use paper and must use CareRota."),
    ("CareRota", "The contractor must use CareRota and may not use paper."),
    ("CareRota", "Paper is not accepted and CareRota must be used."),
    ("CareRota", "Where paper is not used, CareRota must be used."),
    ("CareRota", "It is not enough to use CareRota on some days."),
    ("CareRota", "The contractor shall not let others use CareRota."),
    ("iso #", "Bidders must not have less than ISO 9001."),
    ("from outside the county", "Bidders from outside the county will not be considered."),
    ("ten years experience", "Bidders with fewer than ten years' experience will not be considered."),
    ("ten years experience", "Bidders must have no fewer than ten years' experience."),
    ("office in the borough", "Bidders that are not registered must have an office in the borough."),
    ("office in", "Bidders without an office in the borough must open one before they bid."),
    ("office in", "Bidders must have an office in Lindhaven when they bid, and all are treated equally."),
    ("office in", "Bidders must have an office in the city and get no help with the rent."),
    ("member of ... alliance", "A firm that is not a member of the Alliance may not bid."),
    ("member of ... alliance", "A firm that is not a member of the Alliance may bid only if it joins first."),
    ("member of ... alliance", "A firm that is not a member of the Alliance will not be considered."),
    ("members of ... alliance", "Members of the Alliance may bid."),
    ("experience with the council", "Experience with the Council is worth more than other work."),
    (
        "contract with council",
        "Bidders must hold a contract with Council and are judged on the same terms as all others.",
    ),
    (
        "references from the council",
        "References from clients who are not the Council are not accepted; references from the Council are.",
    ),
    ("references from the council", "Bids without references from the Council lose ten points."),
    ("references from the council", "Bidders that give no references from the Council get no points."),
    ("references from the council", "No bid without references from the Council will be accepted."),
    (
        "references from the council",
        "Two references from the Council, which must not be older than three years, are needed.",
    ),
    ("references from the council", "References from the Council must not be older than three years."),
]


@pytest.mark.parametrize(("phrase", "text"), SHUT_OUT)
def test_what_is_forbidden_left_out_or_only_allowed_is_not_asked_for(phrase, text):
    prose = read_prose(text)
    assert {how_asked(prose, one) for one in find(prose, (phrase,))} == {"released"}


@pytest.mark.parametrize(("phrase", "text"), ASKED_FOR)
def test_what_is_asked_for_in_other_words_is_asked_for(phrase, text):
    prose = read_prose(text)
    assert {how_asked(prose, one) for one in find(prose, (phrase,))} == {"bound"}


def test_a_phrase_with_its_own_not_is_about_what_is_forbidden():
    prose = read_prose("Subcontractors may not be used.")
    assert {how_asked(prose, one) for one in find(prose, ("subcontractors ... not be used",))} == {"bound"}
    assert {how_asked(prose, one) for one in find(prose, ("subcontractors",))} == {"released"}


words = st.lists(
    st.sampled_from(
        [
            "X",
            "not",
            "no",
            "must",
            "may",
            "be",
            "used",
            "other",
            "than",
            ",",
            "and",
            "that",
            "without",
            ".",
            "but",
            "nor",
            "only",
        ]
    ),
    max_size=30,
)


@given(words, st.data())
def test_any_sentence_is_read(some, data):
    prose = read_prose(" ".join(some))
    if prose.words:
        start = data.draw(st.integers(0, len(prose.words) - 1))
        end = data.draw(st.integers(start + 1, prose.sentence_of(start)[1]))
        assert shuts_out(prose, start, end) in (True, False)


@pytest.mark.parametrize(
    "part", ["must not use CareRota and ", "CareRota may not be used, ", "CareRota ", "that which CareRota no not "]
)
def test_a_sentence_without_an_end_takes_work_in_step_with_its_length(part):
    numbers = itertools.count()

    def made(count):
        # Another text each time: of a text that was read before, its statements are remembered.
        prose = read_prose(f"bid{next(numbers)} " + part * count)
        found = find(prose, ("CareRota",))
        return lambda: [how_asked(prose, one) for one in found]

    # Longer than the part of a sentence that is read around a word.
    few, many = grown(made, 200, times=4)
    assert many < 6 * few
