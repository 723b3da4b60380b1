"""Which holders of a list are organisations where no number says so."""

import pytest

from fairaudit.procurement.registers import upwards
from fairaudit.procurement.registers.holderkind import by_name, is_firm_by_name, says_organisation
from tests.procurement.test_registers import opened
from tests.procurement.test_registers_above import judged, somewhere  # noqa: F401

OWNERS = "registers: [{file: owners.csv, kind: owners, name: Owners, scheme: GB-COH, searched: 2026-04-01}]\n"
HEAD = "company_number,company_name,name,share,appointed_on,birth_month,birth_year,kind\n"
JARL = "people: [{id: e1, name: Jarl Emmeth, birth_date: 1984-11, roles: [{role: evaluator}]}]\n"
JARL += "declarations: [{id: d1, person: e1, date: 2026-03-01, covers: all, signed: true, interests: []}]\n"
JARL += "complete: [people, declarations]\n"


@pytest.mark.parametrize(
    "name",
    [
        "Northgate Holdings Ltd",
        "NORTHGATE HOLDINGS LIMITED",
        "Hill Partnership LLP",
        "Müller GmbH & Co. KG",
        "Dupont S.A.",
        "Lund Berg A/S",
        "Nordlys AS",
        "Rosa SpA",
        "Zielona Sp. z o.o.",
        "ООО Ромашка",
    ],
)
def test_a_name_with_a_legal_form_that_is_no_surname_is_an_organisation(name):
    assert is_firm_by_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "Maria Sa",
        "MARIA SA",
        "SÁ, Maria",
        "Rosa Spa",
        "Ivan Ag",
        "Kim Co",
        "Limited",
        "LTD, Ann",
        "Jarl Emmeth",
        "Coop Bank",
    ],
)
def test_any_other_name_is_a_person_s(name):
    assert not is_firm_by_name(name)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("corporate-entity-person-with-significant-control", True),
        ("legal-person-person-with-significant-control", True),
        ("individual-person-with-significant-control", False),
        ("Company", True),
        ("", None),
        ("secured", None),
        ("Company director", None),
        ("Shares in the company", None),
        ("Individual person", False),
        ("Corporate director", True),
    ],
)
def test_what_a_list_says_of_its_holders(kind, said):
    assert says_organisation(kind) is said


def owned(*rows, text=""):
    return opened(text + OWNERS, owners_csv=HEAD + "".join(f"{one}\n" for one in rows))


@pytest.mark.parametrize("second", ["Northgate Holdings Limited", "NORTHGATE HOLDINGS LTD", "Northgate Holdings Ltd"])
def test_one_owner_of_two_rivals_without_a_number_is_asked_about(second):
    verdict = judged(
        owned(
            "01234567,Lumen Optics Ltd,Northgate Holdings Ltd,80,2020-01-01,,,",
            f"07654321,Cedar Care Ltd,{second},90,2020-01-01,,,",
            "09999999,Other Works Ltd,Tilda Moss,100,2020-01-01,4,1971,",
        ),
        "rivals-tied-in-a-register",
    )
    assert verdict.outcome == "review"
    assert "Northgate Holdings" in str(verdict.hits[0].hit.facts)


@pytest.mark.parametrize("kind", ["", "corporate-entity-person-with-significant-control"])
def test_who_holds_an_owner_that_is_known_by_its_name_alone_is_followed(kind):
    case = owned(
        "09445566,Zephyrine Estates Ltd,Jarl Emmeth,100,2020-01-01,11,1984,",
        f"01234567,Lumen Optics Ltd,Zephyrine Estates Ltd,80,2020-01-01,,,{kind}",
        text=JARL,
    )
    verdict = judged(case, "undeclared-indirect-tie-known-by-name-only")
    assert verdict.outcome == "review"
    assert "Zephyrine Estates Ltd" in str(verdict.hits[0].hit.facts)


def test_a_person_whose_list_says_so_stays_one():
    case = owned(
        "01234567,Lumen Optics Ltd,Ida Limited,80,2020-01-01,,,individual-person-with-significant-control",
        text="people: [{id: e1, name: Ida Limited, roles: [{role: evaluator}]}]\n",
    )
    assert {one.tie.holder_is for one in case.matches} == {"person"}


OFFICERS = "registers: [{file: o.csv, kind: officers, name: Officers, scheme: GB-COH, searched: 2026-04-01}]\n"


def listed(role, kind="", born="1984-11", name='"EMMETH, Jarl"'):
    head = "company_number,company_name,name,role,appointed_on,birth_date,kind\n"
    return opened(JARL + OFFICERS, o_csv=f"{head}01234567,Lumen Optics Ltd,{name},{role},2020-01-01,{born},{kind}\n")


@pytest.mark.parametrize(
    ("role", "kind", "born", "name"),
    [
        ("Corporate services director", "", "1984-11", '"EMMETH, Jarl"'),
        ("Director of Corporate Finance", "", "", "Jarl Emmeth"),
        ("Head of corporate affairs", "individual", "", "Jarl Emmeth"),
        ("director", "Corporate director", "1984-11", "Jarl Emmeth"),
        ("Corporate director", "", "", '"EMMETH, Jarl"'),
        ("corporate-director", "individual", "", "Jarl Emmeth"),
    ],
)
def test_whose_job_has_to_do_with_the_corporate_is_a_person(role, kind, born, name):
    case = listed(role, kind, born, name)
    assert [(one.tie.holder_is, one.who.key) for one in case.matches if one.holds] == [("person", "e1")]


@pytest.mark.parametrize("role", ["corporate-nominee-director", "corporate-llp-member", "corporate-secretary"])
def test_who_has_a_post_that_registers_give_to_organisations_is_one(role):
    assert not [one for one in listed(role, born="", name="Jarl Emmeth").matches if one.holds]


@pytest.mark.parametrize("role", ["Corporate services director", "director"])
def test_a_tie_is_told_of_a_director_of_corporate_services_as_of_any_other(role):
    head = "company_number,company_name,name,role,appointed_on,birth_date\n"
    row = f'01234567,Lumen Optics Ltd,"EMMETH, Jarl",{role},2020-01-01,1984-11\n'
    assert judged(opened(JARL + OFFICERS, o_csv=head + row), "undeclared-tie-in-a-register").outcome == "flagged"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("ALDER HOLDING AG", "FIRM"),
        ("Kestrel Holdings Oy", "FIRM"),
        ("Kestrel, Inc.", "FIRM"),
        ("Alder Holding, LLC", "FIRM"),
        ("Kestrel Sp. z o. o.", "FIRM"),
        ("Kestrel Limited (Jersey)", "FIRM"),
        ("Kestrel Oy", "LIKELY"),
        ("Mario SA", "LIKELY"),
        ("MARIO SA", "EITHER"),
        ("Kestrel, S.p.A.", "EITHER"),
        ("HOLT, S.A.", "EITHER"),
        ("HOLT, Co", "PERSON"),
        ("HOLDING, Ann", "PERSON"),
        ("Ada Holt (Jersey)", "PERSON"),
        ("Ada O.", "PERSON"),
    ],
)
def test_what_a_name_says_of_a_holder(name, said):
    assert by_name(name).name == said


@pytest.mark.parametrize("name", ["ALDER HOLDING AG", '"Kestrel, Inc."', "Kestrel Oy", "Kestrel Sp. z o. o.", "ZED AB"])
@pytest.mark.parametrize("turned", [False, True])
def test_who_holds_an_owner_that_its_name_makes_a_firm_is_followed(name, turned):
    rows = [f"01234567,Lumen Optics Ltd,{name},80,2020-01-01,,,", f",{name},Jarl Emmeth,80,2020-01-01,11,1984,"]
    verdict = judged(owned(*(rows[::-1] if turned else rows), text=JARL), "undeclared-indirect-tie-known-by-name-only")
    assert (verdict.outcome, len(verdict.hits)) == ("review", 1)


@pytest.mark.parametrize("number", ["", "09445566"])
def test_a_holder_whom_another_row_is_about_is_a_firm_whatever_it_is_called(number):
    rows = (
        f"{number},Kestrel Foundation,Jarl Emmeth,80,2020-01-01,11,1984,",
        "01234567,Lumen Optics Ltd,Kestrel Foundation,80,,,,",
    )
    case = owned(*rows, text=JARL)
    assert judged(case, "undeclared-indirect-tie-known-by-name-only").outcome == "review"


def test_a_holder_whom_no_other_row_is_about_stays_a_person_by_its_name():
    case = owned(
        "01234567,Lumen Optics Ltd,Tilda Moss,80,2020-01-01,,,", "07654321,Cedar Care Ltd,Tilda Moss,80,2020-01-01,,,"
    )
    assert {one.tie.holder_is for one in case.matches} == {"person"}
    assert not case.open_ends


MOSS = "09999999,TILDA MOSS LTD,Jarl Emmeth,80,2020-01-01,11,1984,"


@pytest.mark.parametrize("number", ["09999999", ""])
@pytest.mark.parametrize(
    ("holder", "firm"), [("Tilda Moss", False), ("Tilda Moss Ltd", True), ("TILDA MOSS LIMITED", True)]
)
def test_a_person_is_not_the_firm_that_is_called_so_but_for_its_legal_form(holder, firm, number):
    held = f"01234567,Lumen Optics Ltd,{holder},80,2020-01-01,,,"
    case = owned(held, number + MOSS.removeprefix("09999999"), text=JARL)
    assert (judged(case, "undeclared-indirect-tie-known-by-name-only").outcome == "review") is firm
    assert bool(case.open_ends) is bool(firm and number)


@pytest.mark.parametrize("turned", [False, True])
def test_a_person_beside_a_firm_of_that_name_above_another_rival_is_nobody_s_firm(turned):
    rows = [
        "01234567,Lumen Optics Ltd,Tilda Moss,80,2020-01-01,,,",
        "07654321,Cedar Care Ltd,Rook Invest Ltd,80,2020-01-01,,,",
        ",ROOK INVEST LTD,TILDA MOSS LTD,80,2020-01-01,,,",
        MOSS.removeprefix("09999999"),
    ]
    case = owned(*(rows[::-1] if turned else rows), text=JARL)
    assert not case.open_ends
    verdict = judged(case, "undeclared-indirect-tie-known-by-name-only")
    assert [one.hit.facts.bidder for one in verdict.hits if "Lumen" in str(one.hit.facts)] == []
    assert ["Cedar" in str(one.hit.facts) for one in verdict.hits] == [True]


def test_an_owner_that_stands_under_a_number_which_nothing_links_it_to_is_said_to_stand_there():
    case = owned("01234567,Lumen Optics Ltd,Tilda Moss Ltd,80,2020-01-01,,,", MOSS)
    told = [
        one.reason for one in judged(case, "rivals-tied-through-others").unassessed if "who holds Tilda" in one.reason
    ]
    assert told == [
        "who holds Tilda Moss Ltd, which holds Lumen Optics Ltd, is known only of one of that name with a number, "
        "and no record says that the two are one"
    ]
    apart = owned("01234567,Lumen Optics Ltd,Tilda Moss Ltd,80,2020-01-01,,,")
    told = [
        one.reason for one in judged(apart, "rivals-tied-through-others").unassessed if "who holds Tilda" in one.reason
    ]
    assert ["stands in no register that was searched" in one for one in told] == [True]


@pytest.mark.parametrize(("name", "either"), [("TILDA SA", True), ("TILDA HOLDING SA", False)])
def test_a_name_that_may_be_a_firm_s_or_a_person_s_is_told(name, either):
    verdict = judged(owned(f"01234567,Lumen Optics Ltd,{name},80,2020-01-01,,,"), "rivals-tied-through-others")
    told = [one.reason for one in verdict.unassessed if name in one.reason]
    assert len(told) == 1
    assert ("may be a firm or a person" in told[0]) is either


@pytest.mark.parametrize("name", ["Mario SA", "MARIO SA", "Mario Sa"])
def test_whoever_is_called_as_somebody_of_the_case_is_compared_with_them(name):
    mario = "people: [{id: e1, name: Mario Sa, roles: [{role: evaluator}]}]\n"
    case = owned(f"01234567,Lumen Optics Ltd,{name},80,2020-01-01,,,", text=mario)
    assert {(one.tie.holder_is, one.others[0].key) for one in case.matches} == {("person", "b"), ("person", "e1")}


def test_many_owners_without_a_birth_date_leave_firms_to_be_asked_about(monkeypatch):
    monkeypatch.setattr(upwards, "MOST_ABOVE", 2)
    rows = [f"01234567,Lumen Optics Ltd,Tilda {one},,2020-01-01,,," for one in ("Ash", "Oak", "Elm")]
    rows += ["01234567,Lumen Optics Ltd,Kestrel Ltd,,2020-01-01,,,", ",Kestrel Ltd,Jarl Emmeth,80,2020-01-01,11,1984,"]
    assert not owned(*rows, text=JARL).open_ends
