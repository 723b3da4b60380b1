"""Houses whose street is written with a slip: which are one, which are others, and what that makes of people and firms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.analysis.names.candidates import candidates, pairs
from fairaudit.analysis.names.described import Described
from fairaudit.analysis.names.likeness import compared
from fairaudit.analysis.names.streets import CODE, HOUSE, SLIPPED, STREET, place_of, read_address, shared
from fairaudit.analysis.names.streetslips import slipped

HOME, AMISS = "12 Wharfdale Road, Northvale, NV1 2AB", "12 Wharfdael Road, Northvale, NV1 2AB"


def person(name, *addresses, **records):
    return Described("person", (name,), addresses=addresses, **records)


def firm(name, *addresses):
    return Described("organisation", (name,), addresses=addresses)


def said(one, other):
    found = compared(one, other)
    assert compared(other, one) == found
    return tuple(found) if found else None


ONE_HOUSE = [
    # One flat, one flat told; one town written in two ways, with its quarter, or left out; a postal code that is of one street.
    ("Flat 2, 14 Harrington Gardens, Kirkton, 10115", "14 Harrington Gardens, Flat 2, Kirkton, 10115", HOUSE),
    ("Flat 2, 14 Harrington Gardens, Kirkton, 10115", "14 Harrington Gardens, Kirkton, 10115", HOUSE),
    ("Dorfstr. 5, Altendorf, 10115", "Dorfstraße 5, 10115 Altendrof", HOUSE),
    ("Dorfstr. 5, Altendorf, 10115", "Dorfstraße 5, 10115 Altendorf-Mitte", HOUSE),
    ("Dorfstr. 5, Altendorf, 10115", "Dorfstraße 5, 10115", HOUSE),
    ("Dorfstr. 5, Altendorf, 10115, Germany", "Dorfstraße 5, 10115, Germany", HOUSE),
    ("Dorfstr. 5, Gut Sonnenhof, Altendorf, 10115", "Dorfstraße 5, Altenhof, 10115", HOUSE),
    ("5 Mill Lane, Horsforth, NV1 2AB", "5 Mill Lane, Northvale, NV1 2AB", HOUSE),
    ("5 Mill Lane, Horsforth, Northvale", "5 Mill Lane, Northvale", HOUSE),
    # Blanks alone.
    ("57 Brackley S treet, Northvale, NV1 2AB", "57 Brackley Street, Northvale, NV1 2AB", HOUSE),
    ("57 Brackleystreet, Northvale, NV1 2AB", "57 Brackley Street, Northvale, NV1 2AB", HOUSE),
    ("57 Brackley St, Sedge moor, 3178", "57 Brackley Street, Sedgemoor, 3718", HOUSE),
    ("Müllerstraße 3, 10115 Ort", "Muellerstr. 3, 10115 Ort", HOUSE),
    ("Ålborgvej 3, 8000 Ort", "Aalborgvej 3, 8000 Ort", HOUSE),
    # A letter or two.
    (HOME, AMISS, SLIPPED),
    ("16 Larkshiredstreet, Rose Ay, VIC 6207", "16 Larkshir e Street, Rose Bay, VIC 6207", SLIPPED),
    ("57 Brackley Tstreet, NV1 2AB", "57 Brackleystreet, NV1 2AB", SLIPPED),
    ("9 Saltermarket Way, 10115 Ort", "9 Saltermakret Way, 10115 Ort", SLIPPED),
    ("9 Brackenridgemoor Way, 10115 Ort", "9 Brakcenridgmoor Way, 10115 Ort", SLIPPED),
    ("Schönbrunnerstraße 3, 10115 Ort", "Schoenbrunerstr. 3, 10115 Ort", SLIPPED),
    ("Friedrichstraße 3, 10115 Ort", "Freidrichstr. 3, 10115 Ort", SLIPPED),
    ("Rue Montparnasse 8, 75014 Paris", "Rue Montparnase 8, 75014 Paris", SLIPPED),
    ("Calle Velazquez 8, 28001 Madrid", "Calle Velasquez 8, 28001 Madrid", SLIPPED),
    # In the kind of street, also of a short one.
    ("24 Tarrer Place, Sedgemoor, NSW 3178", "24 Tarrer Poace, Sedgemoor, NSW 3718", SLIPPED),
    ("12 Oak Road, NV1 2AB", "12 Oak Raod, NV1 2AB", SLIPPED),
    # A flat that one of them leaves out; a country that one of them tells.
    ("Flat 2, 12 Wharfdale Road, NV1 2AB", "12 Wharfdael Road, NV1 2AB", SLIPPED),
    ("12 Wharfdale Road, Northvale, England", "12 Wharfdael Road, Northvale", SLIPPED),
]
OTHER_HOUSES = [
    # Two flats of one house, and one street name in two towns.
    ("Flat 2, 14 Harrington Gardens, Kirkton, 10115", "Flat 3, 14 Harrington Gardens, Kirkton, 10115", STREET),
    ("Flat 2, 14 Harrington Gardens, Kirkton, NV1 2AB", "14 Harrington Gardens, Flat 3, Kirkton, NV1 2AB", STREET),
    ("Dorfstr. 5, Altendorf, 10115", "Dorfstr. 5, Neukirch, 10115", CODE),
    # Two towns of one county.
    ("12 High Street, Bath, Somerset, BA1 1AA", "12 High Street, Wells, Somerset, BA5 2TT", 0),
    ("12 High Street, Bath, Somerset", "12 High Street, Wells, Somerset", 0),
    ("12 Main Street, Springfield, Illinois", "12 Main Street, Peoria, Illinois, 61602", 0),
    ("Dorfstr. 5, 10115 Altendorf, Germany", "Dorfstraße 5, 10115 Altenhof, Germany", CODE),
    ("Dorfstr. 5, Altendorf, 10115", "Dorfstr. 7, Neukirch, 10115", CODE),
    ("Dorfstrase 5, Altendorf, 10115", "Dorfstraße 5, Neukirch, 10115", CODE),
    ("Flat 2, 5 Mill Lane, Northvale", "Flat 2, 5 Mill Lane, Sedgemoor", 0),
    ("5 Mill Lane, Northvale, England", "5 Mill Lane, Sedgemoor, England", 0),
    # Short names differ in a letter.
    ("12 Oak Road, NV1 2AB", "12 Oat Road, NV1 2AB", CODE),
    ("12 Oak Road, NV1 2AB", "12 Elm Road, NV1 2AB", CODE),
    ("12 Mill Road, NV1 2AB", "12 Hill Road, NV1 2AB", CODE),
    ("12 Church Mill Road, NV1 2AB", "12 Church Mall Road, NV1 2AB", STREET),
    ("Eichenweg 3, 10115 Ort", "Eschenweg 3, 10115 Ort", STREET),
    ("Lerchenweg 3, 10115 Ort", "Lärchenweg 3, 10115 Ort", STREET),
    # Numbers never slip, in whatever signs.
    ("12 1st Avenue, NV1 2AB", "12 2nd Avenue, NV1 2AB", CODE),
    ("12 Wharfdale Road, NV1 2AB", "21 Wharfdael Road, NV1 2AB", STREET),
    ("12a Wharfdale Road, NV1 2AB", "12 Wharfdael Road, NV1 2AB", STREET),
    ("Wharfdale Road, NV1 2AB", "Wharfdael Road, NV1 2AB", STREET),
    ("12 West 121st Street, NV1 2AB", "12 West 112th Street, NV1 2AB", CODE),
    ("Rue Alfonso XII 8, 28001 Ort", "Rue Alfonso XIII 8, 28001 Ort", STREET),
    ("Corso Umberto Emanuele II 8, 10121 Ort", "Corso Umberto Emanuele 8, 10121 Ort", STREET),
    ("8 Brackenridgemoor XXIV, NV1 2AB", "8 Brackenridgemoor XXVI, NV1 2AB", STREET),
    ("12 Gelina Road, NV1 2AB", "12 Gelinda Road, NV1 2AB", STREET),
    ("12 Great Old Church Mill Road, NV1 2AB", "12 Great Old Church Mall Raod, NV1 2AB", STREET),
    # More than a letter in a word of less than fourteen.
    ("9 Saltermarkets Way, 10115 Ort", "9 Saltermrakest Way, 10115 Ort", STREET),
    # They begin otherwise.
    ("12 Barkersfield Road, NV1 2AB", "12 Parkersfield Road, NV1 2AB", STREET),
    ("12 Old Barkersfield Road, NV1 2AB", "12 Old Parkersfield Road, NV1 2AB", STREET),
    ("12 Place Wharfdale, NV1 2AB", "12 Wharfdale Place, NV1 2AB", CODE),
    # A word more.
    ("12 Brackenridgemoor Up Road, NV1 2AB", "12 Brackenridgemoor Road, NV1 2AB", STREET),
    # Sides, and letters that stand alone.
    ("12 North Wharfdale Road, NV1 2AB", "12 South Wharfdale Road, NV1 2AB", STREET),
    ("12 Upper Wharfdale Road, NV1 2AB", "12 Lower Wharfdale Road, NV1 2AB", CODE),
    ("12 Wharfdale Road North, NV1 2AB", "12 Wharfdale Road South, NV1 2AB", STREET),
    ("12 Brackenridgenorth, NV1 2AB", "12 Brackenridgesouth, NV1 2AB", STREET),
    ("12 N Wharfdale Road, NV1 2AB", "12 S Wharfdale Road, NV1 2AB", STREET),
    ("12 Wharfdale Road B, NV1 2AB", "12 Wharfdale Road D, NV1 2AB", STREET),
    ("12 Wharfdale Road B, NV1 2AB", "12 Wharfdale Road, NV1 2AB", STREET),
    # Another kind, or none.
    ("12 Wharfdale Road, NV1 2AB", "12 Wharfdale Row, NV1 2AB", CODE),
    ("12 Wharfdale Grove, NV1 2AB", "12 Wharfdale Drive, NV1 2AB", STREET),
    ("12 Wharfdale Road, NV1 2AB", "12 Wharfdale, NV1 2AB", STREET),
    ("12 Brackenridgemoor Rd, NV1 2AB", "12 Brackenridgemoor, NV1 2AB", STREET),
    ("12 Church Lane, NV1 2AB", "12 Church Land, NV1 2AB", STREET),
    # Another flat, another place.
    ("Flat 2, 12 Wharfdale Road, NV1 2AB", "Flat 3, 12 Wharfdael Road, NV1 2AB", STREET),
    ("12 Wharfdale Road, Northvale, NV1 2AB", "12 Wharfdael Road, Northvale, NV9 7QX", STREET),
    ("12 Wharfdale Road, Northvale, England", "12 Wharfdael Road, Hexmoor, England", 0),
    ("12 Wharfdale Road, Northvale", "12 Wharfdael Road, Hexmoor", 0),
    ("12 Wharfdale Road", "12 Wharfdael Road", 0),
]


@pytest.mark.parametrize(("one", "other", "what"), [*ONE_HOUSE, *OTHER_HOUSES])
def test_what_two_addresses_with_a_slip_share(one, other, what):
    assert shared(read_address(one), read_address(other)) == what
    assert shared(read_address(other), read_address(one)) == what


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        # The same name: as likely as in one street, and certain only beside a whole birth date.
        (person("Ada Quill", HOME), person("Ada Quill", AMISS), ("likely", ("same name", "same address but for a letter or two"))),
        (person("John Smith", HOME), person("John Smith", AMISS), ("possible", ("same name", "same address but for a letter or two"))),
        (person("Ada Quill", HOME, birth="1980-05-17"), person("Ada Quill", AMISS, birth="1980-05-17"), ("certain", ("same name", "same birth date", "same address but for a letter or two"))),
        # Of a name that differs it asks for more than the house does.
        (person("Ada Farrow", HOME), person("Ada Farrew", HOME), ("likely", ("names differ by one letter (Farrew, Farrow)", "same address"))),
        (person("Ada Farrow", HOME), person("Ada Farrew", AMISS), ("possible", ("names differ by one letter (Farrew, Farrow)", "same address but for a letter or two"))),
        # A name that contradicts is outweighed beside a whole birth date, as it is by the house itself.
        (person("Anna Quill", HOME, birth="1980-05-17"), person("Peter Quill", AMISS, birth="1980-05-17"), ("possible", ("same birth date", "same address but for a letter or two", "the names differ (Anna Quill, Peter Quill)"))),
        (firm("Alder GmbH", HOME), firm("Alder AG", AMISS), ("possible", ("same name, but another legal form (ag, gmbh)", "same address but for a letter or two"))),
    ],
)  # fmt: skip
def test_what_a_house_with_a_slip_makes_of_two_records(one, other, found):
    assert said(one, other) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Relatives, neighbours, and who has nothing but the house.
        (person("Anna Quill", HOME), person("Ben Quill", AMISS)),
        (person("Anna Quill", HOME, birth="1980-05-17"), person("Peter Quill", AMISS, birth="1980-05-18")),
        (person("Anna Quill", "12 Mill Road, NV1 2AB", birth="1980-05-17"), person("Peter Birk", "12 Hill Road, NV1 2AB", birth="1980-05-17")),
        (person("Anna Quill", HOME), Described("person", addresses=(AMISS,))),
        (firm("Alder Optics Ltd", HOME), firm("Birch Paving Ltd", AMISS)),
    ],
)  # fmt: skip
def test_whom_a_house_with_a_slip_does_not_make_one(one, other):
    assert said(one, other) is None


def test_the_house_with_a_slip_makes_a_candidate_where_no_word_of_the_names_does():
    one, other = person("Thomas Oldershaw", HOME), person("Tomsa Olershw", AMISS)
    assert said(one, other)[0] == "possible"
    assert list(candidates([one], [other])) == [(0, other)]
    assert list(pairs([other, one])) == [(0, 1)]
    # The street of a letter elsewhere.
    assert list(candidates([one], [person("Tomsa Olershw", "12 Oak Road, NV1 2AB")])) == []


def test_an_address_that_many_share_tells_nothing_with_a_slip_either():
    common = frozenset({place_of(read_address(HOME))})
    assert compared(person("Ada Quill", HOME), person("Ada Quill", AMISS), common).level == "possible"


STREETS = st.text("abcdehilnorst 12", min_size=1, max_size=24).map(lambda text: tuple(text.split())).filter(bool)


@given(STREETS, STREETS)
def test_which_street_comes_first_changes_nothing(one, other):
    assert slipped(one, other) == slipped(other, one)
    assert slipped(one, one)


@given(STREETS, st.integers(0, 30))
def test_a_blank_more_changes_nothing(words, at):
    spaced = " ".join(words)
    at %= len(spaced)
    assert slipped(words, tuple(f"{spaced[:at]} {spaced[at:]}".split()))


@given(STREETS, STREETS)
def test_streets_with_other_digits_are_never_one(one, other):
    digits = ["".join(filter(str.isdigit, "".join(words))) for words in (one, other)]
    if digits[0] != digits[1]:
        assert not slipped(one, other)
