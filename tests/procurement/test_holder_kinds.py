"""Which holders of a list are organisations where no number says so."""

import pytest

from fairaudit.procurement.registers.holderkind import is_firm_by_name, says_organisation
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


@pytest.mark.parametrize(
    "role", ["corporate-nominee-director", "Corporate secretary", "corporate-llp-member", "Member (corporate)"]
)
def test_who_has_a_post_that_registers_give_to_organisations_is_one(role):
    assert not [one for one in listed(role, born="", name="Jarl Emmeth").matches if one.holds]


@pytest.mark.parametrize("role", ["Corporate services director", "director"])
def test_a_tie_is_told_of_a_director_of_corporate_services_as_of_any_other(role):
    head = "company_number,company_name,name,role,appointed_on,birth_date\n"
    row = f'01234567,Lumen Optics Ltd,"EMMETH, Jarl",{role},2020-01-01,1984-11\n'
    assert judged(opened(JARL + OFFICERS, o_csv=head + row), "undeclared-tie-in-a-register").outcome == "flagged"
