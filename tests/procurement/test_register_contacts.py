"""E-mail and phones in registers: the same as somebody of the case has makes a name likely, what a whole house has does not."""

import pytest

from tests.procurement.test_registers import HEAD, listed, opened

REGISTER = "  - {file: officers.csv, kind: officers, scheme: GB-COH, searched: 2026-04-01}\n"
BUYER = HEAD.replace("parties:\n", "parties:\n  - {id: h, name: Vale Hospital, roles: [buyer], contact_point: %s}\n")
OFFICERS = "Company number,Officer name,Role,Appointed on,Email,Phone\n01234567,{},director,2019-01-01,{},{}\n"


@pytest.fixture(autouse=True)
def somewhere(tmp_path, monkeypatch, both_ways):
    monkeypatch.chdir(tmp_path)


def found(mail, phone, entry, *, name="Ada Holt", others=(), head=HEAD, officers=OFFICERS):
    """Return how sure it is that an entry of a register is about an evaluator, and why."""
    rows = [("e1", name, mail, phone), *((f"e{at}", *one) for at, one in enumerate(others, 2))]
    people = "id,name,email,phone,role\n" + "".join(f"{','.join(one)},evaluator\n" for one in rows)
    text = "registers:\n  - {file: people.csv, kind: people}\n" + REGISTER
    case = opened(text, head=head, people_csv=people, officers_csv=officers.format(*entry))
    assert listed(case) == []
    return [(one.who.level, ", ".join(one.who.reasons)) for one in case.matches if one.holds and one.who.key == "e1"]


@pytest.mark.parametrize(
    ("mail", "phone", "entry", "level", "why"),
    [
        ("ada@grove.example", "", ("Ada Holt", "Ada@Grove.example", ""), "likely", "same name, same e-mail address"),
        ("", "020 7946 0123", ("Ada Holt", "", "+44 20 7946 0123"), "likely", "same name, same phone"),
        ("ada.holt@gmail.com", "", ("Ada Holt", "ada.holt@gmail.com", ""), "likely", "same name, same e-mail address"),
        ("ada@grove.example", "", ("Ada Holt", "ah@firm.example; ada@grove.example", ""), "likely",
         "same name, same e-mail address"),
        ("", "020 7946 0123", ("A Holt", "", "020 7946 0123"), "possible", "same surname and initial, same phone"),
        ("ada@grove.example", "", ("Ada Holt", "una@grove.example", ""), "possible", "same name, same domain (grove.example)"),
        ("ada@gmail.com", "", ("Ada Holt", "holt.a@gmail.com", ""), "possible", "same name"),
        ("info@grove.example", "", ("Ada Holt", "info@grove.example", ""), "possible", "same name, same domain (grove.example)"),
        ("tbc@tbc.co.uk", "", ("Ada Holt", "tbc@tbc.co.uk", ""), "possible", "same name"),
        ("", "020 7946 0100", ("Ada Holt", "", "020 7946 0100"), "possible", "same name"),
        ("", "99999999", ("Ada Holt", "", "99999999"), "possible", "same name"),
        ("", "01234 567890", ("Ada Holt", "", "01234 567890"), "possible", "same name"),
        ("", "020 7946 0123 ext 41", ("Ada Holt", "", "020 7946 0123 ext. 77"), "possible", "same name"),
        ("", "020 7946 0123 x41", ("Ada Holt", "", "020 7946 0123 ext. 41"), "likely", "same name, same phone"),
    ],
)  # fmt: skip
def test_the_same_mailbox_or_phone_makes_a_name_likely(mail, phone, entry, level, why):
    assert found(mail, phone, entry) == [(level, why)]


def test_nobody_is_found_by_a_mailbox_or_phone_under_another_name():
    assert found("ada@grove.example", "020 7946 0123", ("Igor Marsh", "ada@grove.example", "020 7946 0123")) == []


@pytest.mark.parametrize(
    "contact", ['{telephone: "020 7946 0123"}', '{email: "tenders@vale.example", telephone: "+44 (0)20 7946 0123"}']
)
def test_the_switchboard_of_the_buyer_says_nothing(contact):
    entry = ("Ada Holt", "", "020 7946 0123")
    assert found("", "020 7946 0123", entry, head=BUYER % contact) == [("possible", "same name")]


def test_the_domain_of_the_buyer_says_nothing():
    entry = ("Ada Holt", "a.marsh@vale.example", "")
    assert found("ada.holt@vale.example", "", entry) == [("possible", "same name, same domain (vale.example)")]
    head = BUYER % '{email: "tenders@vale.example"}'
    assert found("ada.holt@vale.example", "", entry, head=head) == [("possible", "same name")]
    colleague = ("Ben Rook", "ben.rook@vale.example", "")
    assert found("ada.holt@vale.example", "", entry, others=[colleague]) == [("possible", "same name")]


@pytest.mark.parametrize("other", ["Ben Rook", "Ida Holm"])
def test_what_people_of_two_names_have_is_their_house_and_says_nothing(other):
    shared = ("desk.4@vale.example", "020 7946 0123")
    entry = ("Ada Holt", *shared)
    assert found(*shared, entry) == [("likely", "same name, same e-mail address, same phone")]
    assert found(*shared, entry, others=[(other, *shared)]) == [("possible", "same name")]


def test_one_person_who_is_listed_twice_has_a_phone_of_their_own():
    twice = ("Ada Holt", "", "020 7946 0123")
    assert found("", "020 7946 0123", twice, others=[twice]) == [("likely", "same name, same phone")]


def test_entries_that_stand_in_the_case_have_them_too():
    people = "people: [{id: e1, name: Ada Holt, telephone: 020 7946 0123, roles: [{role: evaluator}]}]\n"
    entry = '{company_number: "01234567", name: Ada Holt, telephone: 020 79460123}'
    register = f"registers: [{{kind: officers, scheme: GB-COH, searched: 2026-04-01, records: [{entry}]}}]"
    [match] = [one for one in opened(people + register).matches if one.holds]
    assert (match.who.level, match.who.reasons, match.who.corroborated) == (
        "likely",
        ("same name", "same phone"),
        False,
    )


def test_an_owner_that_is_an_organisation_is_known_by_them_too():
    head = HEAD.replace(
        "name: Cedar Care Ltd,",
        "name: Cedar Care Ltd, contact_point: {email: bids@cedar.example, telephone: 0161 496 0552},",
    )
    table = (
        "Company number,Owner,Role,Email,Telephone,share\n"
        "01234567,Cedar Care Holdings Ltd,corporate owner,,,40\n"
        "01234567,Cedar Care Ltd,corporate owner,,,30\n"
        "01234567,Cedar Care Ltd,corporate owner,legal@cedar.example,0161 496 0552,20\n"
    )
    text = "registers: [{file: owners.csv, kind: owners, scheme: GB-COH, searched: 2026-04-01}]"
    matches = [one for one in opened(text, head=head, owners_csv=table).matches if one.holds and one.who.key == "c"]
    assert [(one.tie.share, one.who.level, one.who.reasons) for one in matches][-2:] == [
        ("30", "possible", ("same name",)),
        ("20", "likely", ("same name", "same domain (cedar.example)", "same phone")),
    ]
