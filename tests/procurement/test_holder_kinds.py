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
