"""What words say of value added tax in the prices that are compared."""

import pytest

from fairaudit.analysis.text.award.tax import GROSS, NET, OPEN, tax_basis_said
from fairaudit.analysis.text.award.words import award_words


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
        ("Prices are compared net of tax.", OPEN),
        ("The lowest price, not including VAT, wins.", NET),
        ("The lowest price with VAT excluded wins.", NET),
        ("The lowest price wins.", ""),
        ("Prices are stated excluding VAT.", OPEN),
        ("Prices must be stated with and without VAT.", OPEN),
        ("Prices are compared including VAT unless the bidder is exempt.", OPEN),
        ("Prices are compared without regard to VAT.", OPEN),
        ("Tenders without tax arrears are evaluated.", ""),
        ("The lowest net present value wins.", ""),
        ("Prices are compared including VAT. The lowest price excluding VAT wins.", OPEN),
        ("Price points are worked out on prices excluding VAT.", NET),
        ("The comparison is made without VAT.", NET),
        ("Price (without VAT)", NET),
        ("Prices are evaluated on a VAT-exclusive basis.", NET),
        ("The budget is 150,000 pounds including VAT.", OPEN),
        ("Prices above 150,000 with VAT score 0.", OPEN),
        ("Prices are in pounds and include all taxes and levies such as the apprenticeship levy.", OPEN),
        ("The figure includes taxes on wages.", OPEN),
        ("Payment: monthly, net price plus VAT.", OPEN),
        ("Whole-life cost, evaluated as net present value.", ""),
        ("Prices are compared per square metre of net floor area.", ""),
        ("Price points are based on prices before the addition of VAT.", OPEN),
        ("VAT is not considered in the evaluation of prices.", OPEN),
        ("The price includes all duties and taxes other than VAT.", OPEN),
        ("Prices shall be exclusive of VAT, which is payable in addition.", OPEN),
        ("Bidders submit prices including VAT in Form 2. The comparison is made without VAT.", OPEN),
        ("Total price over the contract, exclusive of value added tax.", NET),
        ("Price (exclusive of Value Added Tax) over the full term of 24 months.", NET),
        ("Price in pounds ex VAT.", NET),
        ("Price excl. of V.A.T.", NET),
        ("The price net of sales tax counts.", NET),
        ("Price (before tax).", NET),
        ("Tendered sum (VAT exclusive).", NET),
        ("Price w/o VAT.", NET),
        ("Total amount for three years, before GST.", NET),
        ("The evaluated price is the ex-VAT price.", NET),
        ("Price excluding VAT counts.", NET),
        ("Prices without VAT are compared.", NET),
        ("Net price (VAT exclusive)", NET),
        ("Gross price (VAT inclusive).", GROSS),
        ("The lowest price including VAT gets full points.", GROSS),
        ("Tender amount inclusive of VAT.", GROSS),
        ("Net price (VAT inclusive).", OPEN),
        ("Total price excl. VAT. Prices are compared including VAT.", OPEN),
        ("The budget is 150,000 pounds before VAT.", OPEN),
        ("Total price; contract value about 110,000 including VAT", OPEN),
        ("The estimated contract amount excl. VAT is 110,000.", OPEN),
        ("Estimated price excl. VAT", OPEN),
        ("Maximum price incl. VAT", OPEN),
        ("Hourly rate ex VAT", OPEN),
        ("Price per hour excl. VAT", OPEN),
        ("Price before the addition of VAT", OPEN),
        ("Total price, VAT to be shown separately", OPEN),
        ("Total price, taxes included.", OPEN),
    ],
)
def test_the_basis_that_words_name(text, basis):
    assert tax_basis_said([text]) == basis


@pytest.mark.parametrize("text", ["The lowest price including VAT wins.", "The lowest price (excl. VAT) wins"])
def test_the_way_is_read_beside_tax(text):
    words = award_words(text, ("P", "Price"))
    assert (words.way, words.unread) == ("lowest price", "")
