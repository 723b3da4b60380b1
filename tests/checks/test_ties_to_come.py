"""An entry of a register that ends on a day still to come holds today, and is told so."""

from datetime import date

import pytest

from fairaudit.checks.people.ties.register_ties import words_of
from fairaudit.procurement.registers.matches import RegisteredTie


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 5, 4), "is entered as “director” (since 1 May 2019 until 1 January 2027) of"),
        (date(2027, 5, 4), "was entered until 1 January 2027 as “director” of"),
        (None, "was entered until 1 January 2027 as “director” of"),
    ],
)
def test_an_end_still_to_come_ends_nothing(today, said):
    tie = RegisteredTie(
        "directorship",
        "director",
        "",
        date(2019, 5, 1),
        date(2027, 1, 1),
        "Ada Holt",
        "person",
        "",
        "",
        (),
        "Lumen Ltd",
        "1",
    )
    assert words_of(tie, today=today) == said
