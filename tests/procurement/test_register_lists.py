"""Lists of officers as registers write them: months in words, organisations by number alone, members of a society."""

from datetime import date

import pytest

from fairaudit.procurement.registers.dates import birth_of, iso_of
from fairaudit.procurement.registers.holders import one_holders
from fairaudit.procurement.registers.matches import RegisteredTie
from fairaudit.procurement.registers.officers import kind_of_post
from fairaudit.sources.tables.grid import Odd
from tests.procurement.test_registers import listed, opened

ADA = "people: [{id: e1, name: Ada Holt, birth_date: 1980-05, roles: [{role: evaluator}]}]\n"
REGISTER = "registers: [{file: officers.csv, kind: officers, scheme: GB-COH, searched: 2026-04-01}]"
TABLE = "Company number,Officer name,Role,Appointed on,Date of birth\n01234567,Ada Holt,director,2019-01-01,{}\n"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("December 1985", "1985-12"),
        ("Nov 1985", "1985-11"),
        ("Sept. 1985", "1985-09"),
        ("3 May 1985", "1985-05-03"),
        ("05/1985", "1985-05"),
        ("1985-05-09", "1985-05-09"),
    ],
)
def test_a_month_of_birth_is_read_in_words(text, read):
    assert birth_of(text, None) == read


@pytest.mark.parametrize("text", ["Winter 1985", "not known", "May"])
def test_a_birth_date_that_is_none_is_odd(text):
    assert isinstance(birth_of(text, None), Odd)


def test_a_day_with_its_month_in_words_needs_no_order():
    assert iso_of("1 January 2019", None) == "2019-01-01"


def test_an_organisation_by_its_number_alone_is_the_party_with_that_number(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    case = opened(ADA + REGISTER, officers_csv=TABLE.format("May 1980"))
    assert [(one.who.level, [other.level for other in one.others]) for one in case.matches if one.holds] == [
        ("likely", ["likely"])
    ]


def test_another_month_in_words_ends_the_match_and_one_that_is_none_is_listed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert not [one for one in opened(ADA + REGISTER, officers_csv=TABLE.format("November 1980")).matches if one.holds]
    assert any(
        "birth date is no day" in one for one in listed(opened(ADA + REGISTER, officers_csv=TABLE.format("Yule 1980")))
    )


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("partial_date_of_birth", "1957-08"),
        ("date_of_birth_month", "1957-08"),
        ("month_of_birth,year_of_birth", "8,1957"),
        ("date_of_birth.month,date_of_birth.year", "August,1957"),
        ("dob", "08/1957"),
        ("Birthdate", "1957-08"),
        ("Officer's date of birth", "1957-08"),
        ("DOB (mm/yyyy)", "08/1957"),
        ("Month and year of birth", "August 1957"),
        ("Full Date of Birth,Partial Date of Birth", ",1957-08"),
        ("date_of_birth,partial_date_of_birth", ",1957-08"),
    ],
)
def test_a_birth_month_ends_a_match_under_whichever_head_it_stands(tmp_path, monkeypatch, head, cell):
    monkeypatch.chdir(tmp_path)
    table = TABLE.replace("Date of birth", head).format
    case = opened(ADA + REGISTER, officers_csv=table(cell))
    assert not [one for one in case.matches if one.holds]
    assert listed(case) == []


@pytest.mark.parametrize("head", ["Country of birth", "Name at birth", "Birth year", "Partner's date of birth"])
def test_what_else_is_told_of_a_birth_is_no_birth_date(tmp_path, monkeypatch, head):
    monkeypatch.chdir(tmp_path)
    case = opened(ADA + REGISTER, officers_csv=TABLE.replace("Date of birth", head).format("1957-08"))
    assert [one.who.level for one in case.matches if one.holds] == ["possible"]


HOME = "addresses: [{street_address: 4 Mill Lane, locality: Northvale, postal_code: NV1 2AB}]"


@pytest.mark.parametrize(
    ("known", "heads", "cells", "holder", "level", "reasons"),
    [
        ("identifiers: [{scheme: officer, id: X712}]", "Officer name,Officer number", "A Holt,X712", "A Holt", "likely",
         ("same surname and initial", "same identifier")),
        (HOME, "Officer name,Address line 1,Town,Postcode", "Ada Holt,4 Mill Ln,Northvale,NV1 2AB", "Ada Holt", "likely",
         ("same name", "same address")),
        (HOME, "Officer name,Postcode", "Ada Holt,NV1 2AB", "Ada Holt", "possible", ("same name", "same postal code")),
        ("birth_date: 1980-05", "Surname,Forenames,Year of birth,Month of birth", "Holt,Ada Mary,1980,5", "Holt, Ada Mary", "likely",
         ("same name, and one has more words (Ada Holt, Ada Mary Holt)", "same birth month")),
    ],
)  # fmt: skip
def test_what_a_row_tells_of_its_holder_is_compared(tmp_path, monkeypatch, known, heads, cells, holder, level, reasons):
    monkeypatch.chdir(tmp_path)
    table = f"Company number,Role,Appointed on,Ceased on,{heads}\n01234567,director,2019-01-01,2020-06-30,{cells}\n"
    case = opened(ADA.replace("birth_date: 1980-05", known) + REGISTER, officers_csv=table)
    [held] = [one for one in case.matches if one.holds]
    assert (held.tie.holder, held.who.level, held.who.reasons) == (holder, level, reasons)
    assert (str(held.tie.start), str(held.tie.end)) == ("2019-01-01", "2020-06-30")


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("ordinary member", "other"),
        ("member", "other"),
        ("llp-designated-member", "directorship"),
        ("board member", "directorship"),
        ("corporate-member", "directorship"),
        ("secretary", "listed"),
    ],
)
def test_a_member_of_a_society_is_no_director(role, kind):
    assert kind_of_post(role) == kind


def tie(holder, born="", key=""):
    return RegisteredTie("directorship", "director", "", None, None, holder, "person", key, born, (), "Firm", "1")


@pytest.mark.parametrize(
    ("one", "other", "sure"),
    [
        (tie("VANCE, Ottilie", "1970-02"), tie("VANCE, Ottilie Jane", "1970-02"), True),
        (tie("VANCE, Ottilie", "1970-02"), tie("Ottilie Vance", "1970-02-03"), True),
        (tie("VANCE, O.", "1970-02"), tie("VANCE, Ottilie", "1970-02"), False),
        (tie("VANCE, Ottilie"), tie("VANCE, Ottilie Jane"), False),
        (tie("VANCE, Ottilie", "1970-02"), tie("VANCE, Ottilie Jane", "1970-03"), None),
        (tie("VANCE, Ottilie"), tie("VANCE, Otto"), None),
        # So many are called Smith that a letter or an initial tells nothing there.
        (tie("SMITH, J."), tie("SMITH, Joan"), None),
        # A register may have one person under two ids, and says by two ids that there are two.
        (tie("VANCE, Ottilie", "1970-02", "A"), tie("VANCE, Ottilie", "1970-02", "B"), False),
        (tie("VANCE, Ottilie", "", "A"), tie("VANCE, Ottilie", "", "B"), None),
        (tie("VANCE, Ottilie", "", "A"), tie("OTT, Wanda", "", "A"), True),
    ],
)
def test_two_spellings_are_one_holder_where_more_than_a_name_says_so(one, other, sure):
    found = {(each.places, each.others): each.sure for each in one_holders([(0, one), (0, other)])}
    assert found.get(((0,), (1,)), found.get(((0, 1), (0, 1)))) is sure


def test_one_holder_may_stand_in_two_registers():
    found = list(one_holders([(0, tie("VANCE, Ottilie", "1970-02", "A")), (1, tie("Vance, Ottilie", "1970-02"))]))
    assert [(one.places, one.others, one.sure) for one in found if one.places != one.others] == [((0,), (1,), True)]


@pytest.mark.parametrize(
    ("name", "role", "kind"),
    [
        ("Cedar Care", "corporate-director", "party"),
        ("Cedar Care", "Corporate secretary", "party"),
        ("Cedar Care", "director", "person"),
        ("Cedar Care Ltd", "director", "party"),
    ],
)
def test_a_role_or_a_legal_form_may_say_that_its_holder_is_an_organisation(tmp_path, monkeypatch, name, role, kind):
    monkeypatch.chdir(tmp_path)
    table = f"Company number,Officer name,Role,Appointed on\n01234567,{name},{role},2019-01-01\n"
    case = opened(REGISTER, officers_csv=table)
    held = {(one.tie.holder_is, one.who.key) for one in case.matches if one.holds}
    assert held == ({("party", "c")} if kind == "party" else set())


def test_a_post_that_nobody_holds_is_no_officer(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    table = "Company number,Officer name,Role\n01234567,Vacant,director\n07654321,VACANT,director\n01234567,Ada Holt,director\n"
    case = opened(ADA + REGISTER, officers_csv=table)
    assert ({one.tie.holder for one in case.matches}, listed(case)) == (
        {"Ada Holt"},
        [f"officers.csv:{line}: names nobody as holder of the post; the row is left out" for line in (2, 3)],
    )


ONE_ROW = ("01234567", "LUMEN OPTICS LTD", "Holt", "Ada", "director", "2019-01-01", "2025-12-31", "1980", "05",
           "4 Mill Lane", "Northvale", "NV1 2AB")  # fmt: skip
PARTED = [
    "company_number,company_name,surname,forenames,role,appointed_on,resigned_on,birth_year,birth_month,address,locality,postal_code",
    "CompanyNumber,CompanyName,Last name,Forename,Officer role,Appointment date,Resignation date,Year of birth,Month of birth,"
    "Street address,Town,Postcode",
    "Company no,Company,Family name,First name,Appointment type,Appointed,Resigned,Date of birth year,Date of birth month,"
    "Address line 1,City,Post code",
    "Registration number,Organisation,Officer surname,First names,Position,Date appointed,Date resigned,DOB year,DOB month,"
    "Address 1,Post town,ZIP",
    "CRN,Organization,name_elements.surname,name_elements.forename,Nature of control,Start date,End date,date_of_birth.year,"
    "date_of_birth.month,address.address_line_1,address.locality,address.postal_code",
    "Organisation number,Entity name,Surname,Given name,Natures of control,Notified on,Ceased on,birth year,birth month,"
    "Service address,Town,Postal code",
    "Number,Organisation name,Surname,Given names,Interest,From,Ceased,birth year,birth month,Correspondence address,City,Postcode",
]  # fmt: skip
IN_ONE = ["Officer name", "Officer", "Person name", "Full name", "Owner", "Owner name", "PSC name", "Person", "name"]


def in_a_list(heads, cells):
    """Return the ties of a list of one row, and what of it was not read."""
    row = ",".join(f'"{one}"' for one in cells)
    case = opened(ADA + REGISTER, officers_csv=f"{heads}\n{row}\n")
    return [(one.who.key, one.who.level, one.tie) for one in case.matches], case.not_read


@pytest.mark.parametrize("heads", PARTED)
def test_a_list_says_the_same_under_any_of_the_usual_heads(tmp_path, monkeypatch, heads):
    monkeypatch.chdir(tmp_path)
    tie = RegisteredTie(
        "directorship", "director", "", date(2019, 1, 1), date(2025, 12, 31), "Holt, Ada", "person", "", "1980-05",
        ("4 Mill Lane, Northvale, NV1 2AB",), "LUMEN OPTICS LTD", "01234567", "gbcoh:1234567",
    )  # fmt: skip
    assert in_a_list(heads, ONE_ROW) == ([("e1", "likely", tie), ("b", "certain", tie)], ())


@pytest.mark.parametrize("head", IN_ONE)
def test_a_holder_is_named_under_any_of_the_usual_heads(tmp_path, monkeypatch, head):
    monkeypatch.chdir(tmp_path)
    cells = ("01234567", "LUMEN OPTICS LTD", "Holt, Ada", "director", "2019-01-01", "1980-05")
    found, not_read = in_a_list(f"Company number,Company name,{head},Role,Appointed on,Date of birth", cells)
    assert [(key, level, tie.holder) for key, level, tie in found] == [
        ("e1", "likely", "Holt, Ada"),
        ("b", "certain", "Holt, Ada"),
    ]
    assert not_read == ()
