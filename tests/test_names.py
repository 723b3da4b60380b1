"""Names in one form: what is the same name, and what is another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.analysis.names import (
    OrganisationName,
    extends_name,
    mentions,
    names_as_a_name,
    organisation_name,
    person_name,
    same_birth,
    same_mailbox,
    same_organisation_name,
    same_person_name,
)

SAME_PEOPLE = [
    ("Ada Holt", "ADA HOLT"),
    ("Ada Holt", "HOLT, Ada"),
    ("Ada Holt", "HOLT Ada"),
    ("Ada Holt", "Dr. Ada Holt, PhD"),
    ("Ada Holt", "Prof. Dr Ada Holt MBE"),
    ("Ada Holt", "Ａｄａ Ｈｏｌｔ"),
    ("José Núñez", "Jose Nunez"),
    ("José Núñez", "Jose\u0301 Nun\u0303ez"),
    ("Søren Ødegård", "Soren Odegard"),
    ("Łukasz Żak", "lukasz zak"),
    ("Anne-Marie O'Brien", "Anne Marie O’Brien"),
    ("Patrick O'Brien", "Patrick OBrien"),
    ("J.R. Smith", "J R Smith"),
    ("Martin King Jr.", "King, Martin, Junior"),
    ("DE LA CRUZ Ana", "Ana de la Cruz"),
    ("ИВАНОВ, Пётр", "Петр Иванов"),
]
OTHER_PEOPLE = [
    ("Ada Holt", "Ada Holtz"),
    ("Ada Holt", "Ada M. Holt"),
    ("Ada Holt", "Holt Ada"),
    ("Martin King Jr", "Martin King"),
    ("Martin King Jr", "Martin King Sr"),
    ("Holt", "Holt"),
    ("", ""),
    ("Ada Holt", None),
    ("Müller Jan", "Mueller Jan"),
    ("राम सिंह", "रम सिंह"),
]


@pytest.mark.parametrize(("first", "second"), SAME_PEOPLE)
def test_the_same_name_of_a_person(first, second):
    assert same_person_name(first, second)
    assert same_person_name(second, first)


@pytest.mark.parametrize(("first", "second"), OTHER_PEOPLE)
def test_another_name_of_a_person(first, second):
    assert not same_person_name(first, second)
    assert not same_person_name(second, first)


SAME_FIRMS = [
    ("Lumen Optics Ltd", "LUMEN OPTICS LIMITED"),
    ("Lumen Optics Ltd.", "The Lumen Optics Ltd"),
    ("Lumen Optics", "Lumen Optics Ltd"),
    ("Müller & Söhne GmbH & Co. KG", "Muller and Sohne GmbH & Co KG"),
    ("Ottica Chiara S.p.A.", "Ottica Chiara SpA"),
    ("Ottica Chiara S.r.l.", "OTTICA CHIARA SRL"),
    ("Clarté S.A.S.", "Clarte SAS"),
    ("Wzrok Sp. z o.o.", "WZROK sp z oo"),
    ("Oko s.r.o.", "OKO sro"),
    ("Øje A/S", "Oje AS"),
    ("Silmä Oy", "Silma OY"),
    ("Visión, S.L.", "Vision SL"),
    ("Visão Lda.", "Visao LDA"),
    ("Zicht B.V.", "Zicht BV"),
    ("ООО Взгляд", "Взгляд, ООО"),
    ("Sight Pty. Ltd.", "Sight Pty Limited"),
    ("Sight Co., Ltd.", "Sight Company Limited"),
    ("Sight, Inc.", "Sight Incorporated"),
]
OTHER_FIRMS = [
    ("Lumen Optics Ltd", "Lumen Optics LLP"),
    ("Lumen Optics Ltd", "Lumen Optic Ltd"),
    ("Lumen Optics GmbH", "Lumen Optics AG"),
    ("Lumen", "Lumen Optics"),
    ("", ""),
    ("...", "---"),
    (None, "Lumen Optics"),
]


@pytest.mark.parametrize(("first", "second"), SAME_FIRMS)
def test_the_same_name_of_an_organisation(first, second):
    assert same_organisation_name(first, second)
    assert same_organisation_name(second, first)


@pytest.mark.parametrize(("first", "second"), OTHER_FIRMS)
def test_another_name_of_an_organisation(first, second):
    assert not same_organisation_name(first, second)
    assert not same_organisation_name(second, first)


def test_a_legal_form_alone_stays_a_name():
    assert organisation_name("Limited") == OrganisationName(("limited",))
    assert organisation_name("The") == OrganisationName(("the",))
    assert organisation_name("Company Ltd") == OrganisationName(("company",), "ltd")


def test_a_text_mentions_an_organisation_only_in_whole_words():
    assert mentions("My brother works at LUMEN optics, in sales", "Lumen Optics Ltd")
    assert not mentions("My brother works at Lumen Opticsworld", "Lumen Optics Ltd")
    assert not mentions("Optics and Lumen", "Lumen Optics Ltd")
    assert not mentions("anything", "")
    assert not mentions(None, "Lumen Optics Ltd")


def test_birth_dates_agree_as_far_as_both_are_written():
    assert same_birth("1980-05", "1980-05-17") is True
    assert same_birth("1980-05-17", "1980-05-18") is False
    assert same_birth("1980-05", "1981-05-17") is False
    assert same_birth(None, "1980-05") is None


def test_a_mailbox_is_one_whatever_the_case_and_needs_an_at():
    assert same_mailbox("Ada@Holt.example", " ada@holt.example ")
    assert not same_mailbox("n/a", "n/a")
    assert not same_mailbox(None, None)
    assert not same_mailbox("ada@holt.example", "ben@holt.example")
    assert same_mailbox("Ada.Holt+work@googlemail.com", "adaholt@gmail.com")
    assert not same_mailbox("ada.holt@outlook.com", "adaholt@outlook.com")
    assert not same_mailbox("bids+ada@holt.example", "bids+ben@holt.example")


@given(st.text(max_size=40))
def test_any_text_can_be_normalised_and_names_itself(text):
    assert person_name(text) == person_name(text.strip())
    assert same_person_name(text, text) == (len(person_name(text)) > 1)
    assert same_organisation_name(text, text) == bool(organisation_name(text).core)


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_of_names_has_no_direction(first, second):
    assert same_person_name(first, second) == same_person_name(second, first)
    assert same_organisation_name(first, second) == same_organisation_name(second, first)


@pytest.mark.parametrize(
    ("text", "extends"),
    [
        ("Alder Services Ltd (Leeds office)", True),
        ("Alder Services (UK) Ltd", True),
        ("The Alder Services Limited, Leeds", True),
        ("ALDER SERVICES LEEDS", True),
        ("Alder Services", False),
        ("Alder Services Limited", False),
        ("Alder Services LLP (Leeds office)", False),
        ("Alder Services (UK) LLP", False),
        ("North Alder Services Ltd", False),
        ("Alder", False),
    ],
)
def test_a_branch_carries_the_name_of_its_firm_and_more(text, extends):
    assert extends_name(text, "Alder Services Ltd") is extends
    assert not extends_name("Alder (Leeds office)", "Alder Ltd"), "one word is too little"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Agency shifts for Alder Services", True),
        ("for ALDER SERVICES LTD, as a nurse", True),
        ("for Alder Services as a nurse", True),
        ("for Alder Services while at Birch LLP", True),
        ("agency shifts for alder services", False),
        ("Alder services", False),
        ("for Alder Services LLP", False),
        ("for Alder", False),
        ("", False),
    ],
)
def test_a_sentence_names_a_firm_with_capitals(text, named):
    assert names_as_a_name(text, "Alder Services Ltd") is named
    assert not names_as_a_name("for Alder", "Alder Ltd"), "one word is too little"


def test_small_words_of_a_name_need_no_capitals():
    assert names_as_a_name("shifts at House of the Elms", "House of the Elms CIC")
    assert not names_as_a_name("shifts at house of the Elms", "House of the Elms CIC")
