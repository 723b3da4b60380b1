"""Postal addresses in one writing."""

import pytest

from fairaudit.procurement.model.common import Address
from fairaudit.procurement.persons.addresses import place_written


def _place(street: str | None, code: str | None, town: str | None = None) -> str:
    return place_written(Address(street_address=street, postal_code=code, locality=town))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("14 Mill Street", "FE1 2AB"), ("14 Mill St", "fe12ab")),
        (("4, Mill Lane", "NV1 2AB"), ("4 mill lane", "nv12ab", "Northvale")),
        (("Hafenstr. 9", "20457"), ("Hafenstra\u00dfe 9", "20457", "Hamburg")),
        (("Flat 2, 9 Harbour Road", "FE1 2AB"), ("9 Harbour Rd., Flat 2", "FE1 2AB")),
        (("9 Harbour Road", None, "Fenwick"), ("9 Harbour Rd", None, "FENWICK")),
        (("12, Quay Street", "HU1 1AA"), ("No. 12 Quay Street", "hu1 1aa")),
        (("First Floor, 12 Quay Street", "HU1 1AA"), ("1st floor 12 Quay Street", "HU1 1AA")),
        (("Ground floor 12 Quay Street", "HU1 1AA"), ("GF, 12 Quay Street", "HU1 1AA")),
        (("Unit 4 Harbour Industrial Estate", "HU1 1AA"), ("Unit 4, Harbour Ind. Est.", "HU1 1AA")),
        (("Hauptstra\u00dfe 5", "10115"), ("Hauptstr. 5", "D-10115")),
        (("Unit 4, Northvale Business Park", "NV1 1AA"), ("Northvale Business Pk, Unit 4", "NV11AA")),
        (("Unit 4, Northvale Business Park", "NV1 1AA"), ("Northvale Business Park Unit 4", "NV1 1AA")),
        (("Unit B, Mill Court, Quay Park", "NV1 1AA"), ("Quay Park, Mill Court, Unit B", "NV1 1AA")),
    ],
)
def test_one_address_in_two_spellings_is_one(one, other):
    assert _place(*one) == _place(*other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("14 Mill Street", "FE1 2AB"), ("15 Mill Street", "FE1 2AB")),
        (("Flat 2, 9 Harbour Road", "FE1 2AB"), ("Flat 3, 9 Harbour Road", "FE1 2AB")),
        (("9 Harbour Road", None, "Fenwick"), ("9 Harbour Road", None, "Hull")),
        (("Unit 4, Northvale Business Park", "NV1 1AA"), ("Northvale Business Park, Unit 5", "NV1 1AA")),
        (("Unit 4, Northvale Business Park", "NV1 1AA"), ("Northvale Business Park, Unit 4", "NV1 1AB")),
        (("Unit B, Mill Court, Quay Park", "NV1 1AA"), ("Quay Park, Mill House, Unit B", "NV1 1AA")),
        (("First Floor, 12 Quay Street", "HU1 1AA"), ("2nd Floor, 12 Quay Street", "HU1 1AA")),
    ],
)
def test_two_addresses_are_two(one, other):
    assert _place(*one) != _place(*other)


@pytest.mark.parametrize(
    "said",
    [
        (None, "NV1 2AB"),
        ("4 Mill Lane", None),
        ("See bid", "NV1 2AB"),
        ("n/a", None, "Hull"),
        ("Main Street", "HU1 1AA"),
        ("Business Park", "HU1 1AA"),
        ("As per SQ response", "HU1 1AA"),
    ],
)
def test_an_address_needs_a_street_and_a_place(said):
    assert _place(*said) == ""


def test_a_house_by_its_name_or_by_a_code_of_its_own_is_a_house():
    assert _place("Rose Cottage, Main Street", "HU1 1AA") != ""
    assert _place("Main Street", "F26 X2Y3") != ""
