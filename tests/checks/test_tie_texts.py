"""What the words beside a tie take back of it, and what a relation denies."""

import pytest

from fairaudit.checks.people.ties.tie_kinds import read_tie
from fairaudit.checks.people.ties.tie_past import said_to_be_over
from fairaudit.checks.people.ties.tie_texts import far_kin, no_kin, refused_plainly, taken_back, vague
from fairaudit.procurement.model.parties import Tie


def _tie(kind, text):
    return Tie(kind=kind, text=text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("shares", "sold in 2018"),
        ("shares", "none held"),
        ("shares", "Shares of this firm: none"),
        ("family", "no family member works there"),
        ("gift", "a hamper, refused and returned the same day"),
        ("gift", "Offered two tickets to the races; declined"),
        ("gift", "sent back by courier"),
        ("hospitality", "a dinner, paid for by herself in full"),
        ("donation", "She gives 5 pounds a month"),
        ("donation", None),
        ("directorship", "resigned in 2019"),
        ("shares", "all sold in 2024"),
        ("shares", "sold half in 2023, the rest in 2024"),
        ("shares", "no longer held"),
        ("shares", "Held by her until she sold them"),
        ("shares", "She may have sold them"),
        ("shares", "former shareholder"),
        ("shares", "held until 2019"),
        ("shares", "bought in 2010 and held until 2019"),
        ("shares", "a gift, kept until 2019"),
        ("shares", "transferred to his brother in 2019"),
        ("shares", "none"),
        ("shares", "Holding given up in 2020"),
        ("shares", "Transferred to her brother in 2015"),
        ("shares", "Given to her brother in 2015"),
        ("shares", "Sold by her in 2019"),
        ("shares", "Left in 2019"),
        ("shares", "Held by her brother"),
        ("shares", "Bought by her husband for his son"),
        ("shares", "Vanguard LifeStrategy fund"),
        ("shares", "Through NEST (workplace pension)"),
        ("shares", "Verkauft 2019"),
        ("shares", "Vendu en 2018"),
        ("shares", "May be hers"),
        ("shares", "Held as nominee for another"),
    ],
)
def test_words_that_take_a_tie_back_leave_a_question(kind, text):
    assert taken_back(_tie(kind, text))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("shares", "not sold"),
        ("shares", "Left to her by an uncle"),
        ("shares", "Bought in the staff scheme, some sold"),
        ("shares", "ended up with 200 shares by marriage"),
        ("shares", "No longer able to sell: locked in until 2030"),
        ("shares", "a past director's gift"),
        ("shares", "Sold half of them in 2024"),
        ("shares", "will be sold in 2027"),
        ("shares", "sold to her by a former director"),
        ("shares", "sold 100 of 300"),
        ("shares", "bought 2010-2015 in the staff plan"),
        ("shares", "purchased 2010-2015 in the staff plan"),
        ("shares", "came to her 2010-2015 by inheritance"),
        ("shares", "held since 2018"),
        ("shares", "not declared"),
        ("shares", None),
        ("shares", "1,000 ordinary shares (5%), left to her by her late father's brother"),
        ("shares", "Sold to her by a friend in May 2019"),
        ("shares", "Given to her by her sister; declared to the register"),
        ("shares", "Inherited from an aunt, jointly with her husband"),
        ("shares", "Held in a nominee account since 2018"),
        ("shares", "Not yet sold; will sell after the award"),
        ("gift", "a hamper, never returned"),
        ("gift", "two tickets"),
        ("donation", "received from the firm for the garden"),
        ("directorship", "no longer paid"),
        ("loan", "sold"),
    ],
)
def test_other_words_take_nothing_back(kind, text):
    assert not taken_back(_tie(kind, text))


def test_a_name_of_the_case_beside_a_share_is_understood():
    assert taken_back(_tie("shares", "200 shares in Lumen Optics plc"))
    assert not taken_back(_tie("shares", "200 shares in Lumen Optics plc"), names=frozenset({"lumen", "optics"}))
    assert not taken_back(Tie(kind="shares", name="Lumen Optics", text="200 shares in Lumen Optics plc"))
    assert taken_back(Tie(kind="shares", role="Aktionär bis 2019"))
    assert not taken_back(Tie(kind="shares", role="founder and majority shareholder"))


def test_a_gift_returned_is_none_and_one_not_returned_is_one():
    assert read_tie("returned gift").denied
    assert read_tie("gift, returned").denied
    assert read_tie("gift, not returned").kind == "gift"


@pytest.mark.parametrize("relation", ["none", "no relation", "not related, same surname only", "Unrelated", "n/a"])
def test_a_denied_relation_is_none(relation):
    assert no_kin(relation)


@pytest.mark.parametrize("relation", ["former wife", "late husband", "former classmate", "third cousin", "ex-husband"])
def test_a_remote_or_former_relation_is_far(relation):
    assert far_kin(relation)
    assert not no_kin(relation)


@pytest.mark.parametrize("relation", ["brother", "wife", "half-sister", "lodger", "non-resident parent", None])
def test_a_relation_is_one(relation):
    assert not no_kin(relation)
    assert not far_kin(relation)


@pytest.mark.parametrize(
    "text",
    [
        "Theatre tickets offered and declined", "Invitation to the races, not accepted", "Hamper, returned the same day",
        "Offered two tickets to the races; declined", "a hamper, refused and returned the same day", "Sent back at once",
        "Bottle of wine, politely declined.", "Offered by the sales manager. Refused.",
    ],
)  # fmt: skip
def test_a_gift_is_plainly_refused_where_nothing_else_is_said(text):
    assert refused_plainly("gift", text)
    assert not refused_plainly("shareholding", text)


@pytest.mark.parametrize(
    "text",
    [
        None, "", "Theatre tickets", "not returned", "a hamper, never returned", "Tickets; hamper returned", "hamper returned, tickets",
        "lunch declined but tickets accepted", "returned after the award", "will be returned", "to be returned", "half of it returned",
        "returned when the audit asked", "one bottle refused, the rest returned later", "wasn't returned", "declined at first, then taken",
        "returned from the trip", "could not be refused", "reimbursed", "hamper refused; a voucher instead",
    ],
)  # fmt: skip
def test_a_gift_is_a_question_where_a_doubt_is_left(text):
    assert not refused_plainly("gift", text)


@pytest.mark.parametrize(
    "text",
    [
        "Left in 2008", "Worked there 2001-2004", "Previously employed", "until March 2010", "until 2009", "trainee (2003-2005)",
        "Employed by them until March 2010", "I was an apprentice there 25 years ago", "former director", "ex-chairman",
        "Worked there as a student", "Employed in 2007", "ran their office, 1999 to 2003", "from Mar 2001 to Jun 2004",
        "summer job in 1999", "01/2001-06/2004", "until 31 March 2010", "used to work there",
    ],
)  # fmt: skip
def test_words_and_past_years_end_a_tie(text):
    assert said_to_be_over(text, 2026)
    assert taken_back(Tie(text=text), "employment", 2026)
    assert taken_back(Tie(kind="directorship", role=text), year=2026)


@pytest.mark.parametrize(
    "text",
    [
        "until 2030", "2019-2028", "2019-2026", "Left in 2008, rejoined in 2015", "has worked there for 10 years",
        "has worked there since 2010", "was appointed in 2019", "joined after she left the Council",
        "Director since 2015, formerly secretary", "has not resigned", "works there", "until further notice", "2019 - present",
        "employed since 2007", "chief engineer", "Was elected to the board in 2019", "has never left", "currently on leave", None,
    ],
)  # fmt: skip
def test_a_tie_that_goes_on_is_not_over(text):
    assert not said_to_be_over(text, 2026)


def test_a_day_settles_what_words_leave_open():
    assert not taken_back(Tie(kind="employment", text="Left in 2008", end_date="2026-03-31"))


@pytest.mark.parametrize(
    "text",
    [
        "Met their engineer once at a trade fair in 2017", "I once heard their director speak", "I use their product at home",
        "My son's school friend's father works there", "We exchanged e-mails on the present contract as part of my job",
    ],
)  # fmt: skip
def test_vague_words_of_no_named_kind_are_a_question(text):
    assert vague(_tie("other", text))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("other", "My brother works there"), ("other", "I hold shares in it"), ("other", "They owe me money"),
        ("other", "I have a financial interest in the firm"), ("employment", "Met their engineer once"), ("other", None),
        ("close friend", "of their director"), ("other", "My wife is their director"),
    ],
)  # fmt: skip
def test_words_that_name_a_tie_are_not_vague(kind, text):
    assert not vague(_tie(kind, text))


@pytest.mark.parametrize(("role", "over"), [("former director", True), ("director", False), ("secretary", False)])
def test_a_role_in_a_register_may_say_that_it_is_over(role, over):
    assert said_to_be_over(role) is over
