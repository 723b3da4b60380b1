"""Whether a value holds tax, from the words that people write."""

import pytest

from fairaudit.law.tax import holds_tax
from fairaudit.procurement.model.common import Value
from fairaudit.procurement.model.node import built


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("included", True), ("Incl. VAT", True), ("VAT included", True), ("gross", True), ("normal rate included", True),
        ("excluded", False), ("Excluded", False), ("net", False), ("net of VAT", False), ("ex VAT", False), ("exclusive", False),
        ("not included", False), ("no VAT", False), ("plus VAT", False), ("before tax", False), ("zzgl. MwSt", False), ("+ VAT", False), ("exVAT", False), ("VAT extra", False), ("inc VAT", True),
        ("not excluded", None), ("excluded here, included in the total", None), ("see form 2", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_words_say_whether_tax_is_in(said: str | None, held: bool | None) -> None:
    assert holds_tax(built(Value, (), {"amount": None, "vat": said})) is held
