"""What words say of value added tax in the prices that are compared."""

import pytest

from fairaudit.analysis.text.award_words import award_words
from fairaudit.analysis.text.tax_words import GROSS, NET, tax_basis_said


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("The most points win. Prices are compared including VAT.", GROSS),
        ("The lowest price wins. Prices are compared with VAT.", GROSS),
        ("Prices are stated excluding VAT and compared including VAT.", GROSS),
        ("The lowest gross price wins.", GROSS),
        ("Prices are ranked gross.", GROSS),
        ("Cena brutto", GROSS),
        ("Der Bruttopreis inkl. MwSt. wird gewertet.", GROSS),
        ("The lowest price excl. VAT wins.", NET),
        ("Prices are compared net of tax.", NET),
        ("The lowest price, not including VAT, wins.", NET),
        ("The lowest price with VAT excluded wins.", NET),
        ("The lowest price wins.", ""),
        ("Prices are stated excluding VAT.", ""),
        ("Prices must be stated with and without VAT.", ""),
        ("Prices are compared including VAT unless the bidder is exempt.", ""),
        ("Prices are compared without regard to VAT.", ""),
        ("Tenders without tax arrears are evaluated.", ""),
        ("The lowest net present value wins.", ""),
        ("Prices are compared including VAT. The lowest price excluding VAT wins.", ""),
    ],
)
def test_the_basis_that_words_name(text, basis):
    assert tax_basis_said([text]) == basis


@pytest.mark.parametrize("text", ["The lowest price including VAT wins.", "The lowest price (excl. VAT) wins"])
def test_the_way_is_read_beside_tax(text):
    words = award_words(text, ("P", "Price"))
    assert (words.way, words.unread) == ("lowest price", "")
