"""Equivalents accepted by the clause next to the one that names a standard or a brand."""

import pytest

from tests.checks.scoring_case import outcome
from tests.checks.test_specification import BRAND, STANDARD, tender

DOORS = {"id": "1", "mandatory": True, "text": "Doors shall conform to BS 476."}
LENSES = {"id": "1", "mandatory": True, "text": "Lenses shall be Clarivue® lenses."}
GATES = {"id": "9", "text": "Gates shall be painted."}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("An equivalent standard is accepted.", "passed"),
        ("Bidders may offer equivalent products.", "passed"),
        ("Doors of an equivalent kind are accepted.", "passed"),
        ("Equivalent to BS 476 is any other code of practice that the bidder shows to be as strict.", "flagged"),
        ("Equivalent fire performance is accepted.", "review"),
        ("Evidence of equivalent certification is accepted.", "review"),
        ("Taps drip. An equivalent standard is accepted.", "review"),
        ("Equivalent taps are accepted.", "flagged"),
        ("Equivalent qualifications of staff are accepted.", "flagged"),
        ("Taps shall be chrome or equivalent.", "flagged"),
        ("No equivalent standard is accepted.", "flagged"),
    ],
)
def test_a_neighbour_speaks_for_a_clause_unless_it_speaks_of_another_thing(words, expected):
    beside = {"id": "2", "text": words}
    assert outcome(STANDARD, tender(DOORS, beside)) == expected
    assert outcome(STANDARD, tender(beside, DOORS)) == expected


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        ((LENSES, {"id": "2", "text": "Or equivalent products may be offered."}), "passed"),
        ((LENSES, GATES, {"id": "2", "text": "Or equivalent products may be offered."}), "flagged"),
        ((LENSES, {"id": "2", "text": "An equivalent standard is accepted."}), "flagged"),
        ((LENSES, {"id": "2", "heading": "Frames", "text": "Equivalent products are accepted."}), "review"),
        ((LENSES, {"id": "2", "heading": "Equivalent products"}), "flagged"),
        (({**LENSES, "equivalents": False}, {"id": "2", "text": "Equivalent products are accepted."}), "flagged"),
    ],
)
def test_a_neighbour_speaks_for_a_brand(clauses, expected):
    assert outcome(BRAND, tender(*clauses)) == expected
