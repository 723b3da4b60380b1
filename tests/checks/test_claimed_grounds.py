"""What a change of a contract is said to rest on, in the words people write under `ground`."""

import pytest

from fairaudit.checks.contracts.claimed_grounds import claimed
from fairaudit.procurement.model.records import Modification


@pytest.mark.parametrize(
    ("ground", "expected"),
    [
        (None, None),
        ("none", None),
        ("No ground was recorded", None),
        ("Sch 8 para 1", "permitted"),
        ("Schedule 8, 8", "permitted"),
        ("Sch 8 para 9", "transfer"),
        ("Sch 8 para 25", "unknown"),
        ("s.74(3)", "not-substantial"),
        ("s.74(1)(c)", "small"),
        ("not substantial", "not-substantial"),
        ("an insubstantial change", "not-substantial"),
        ("below-threshold modification, s.74(4)", "small"),
        ("a minor change", "small"),
        ("Provided for in clause 12", "permitted"),
        ("extension option in clause 3", "permitted"),
        ("a known risk came true", "permitted"),
        ("could not have been foreseen", "permitted"),
        ("unforeseeable circumstances", "permitted"),
        ("novation to the parent company", "transfer"),
        ("we were happy with the service", "unknown"),
        ("additional time was needed", "unknown"),
        ("the budget of the year", "unknown"),
    ],
)
def test_what_is_claimed(ground: str | None, expected: str | None) -> None:
    assert claimed(Modification(ground=ground)) == expected


def test_what_the_contract_provides_for_needs_no_words() -> None:
    assert claimed(Modification(provided_for=True)) == "permitted"
