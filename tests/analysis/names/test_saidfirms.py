"""Whether a name in somebody's own words may mean a firm."""

import pytest

from fairaudit.analysis.names.saidfirms import may_mean, names_said


def meant(said, name):
    return any(may_mean(one, other) for one in names_said(said) for other in names_said(name))


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Marram Systems plc", "Marram Systems Ltd"),
        ("Marram Systems GmbH", "Marram Systems Ltd"),
        ("Marram Systems Group plc", "Marram Systems Ltd"),
        ("Marram Systems Holdings (UK) Ltd", "Marram Systems Ltd"),
        ("MarramSystems", "Marram Systems Ltd"),
        ("Marram System Ltd", "Marram Systems Ltd"),
        ("Maram Systms plc", "Marram Systems Ltd"),
        ("Tarno Ltd", "Tarno Group plc"),
        ("Lanterne LLP", "Lanterne Optics Ltd"),
        ("Lanterne Care Ltd", "Lanterne AG"),
    ],
)
def test_another_form_a_group_or_a_letter_is_a_question(said, name):
    assert meant(said, name)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Marram Bakery Ltd", "Marram Systems Ltd"),
        ("Northern Systems", "Marram Systems Ltd"),
        ("Eastern Systems Ltd", "Western Systems Ltd"),
        ("Northern Ltd", "Northern Optics Ltd"),
        ("Alder Care 2 Ltd", "Alder Care 3 Ltd"),
        ("Oxbridge University Hospitals", "Oxbridge Ltd"),
        ("Care Ltd (Leeds office)", "Care Ltd"),
        ("Alder Cars Ltd", "Alder Care Ltd"),
        ("Group", "Holdings"),
    ],
)
def test_firms_that_share_one_common_word_are_two(said, name):
    assert not meant(said, name)
