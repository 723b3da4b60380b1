"""Values that several sections share."""

from decimal import Decimal
from typing import Annotated

from fairaudit.analysis.reasons import says_why
from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.scalars import Count, Day, Moment, Number, Size, Text

_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}


class Money(Part):
    """An amount in a currency; the currency may be unsaid, and is then not compared."""

    amount: Number | None = None
    currency: Text | None = None

    @property
    def known(self) -> Decimal | None:
        """The amount, where one is given."""
        return self.amount

    def in_words(self) -> str:
        """Return the amount as people write it, whatever the locale: `£50,000`, `PLN 12.50`."""
        if self.amount is None:
            return "an unknown amount"
        figure = f"{self.amount:,.{0 if self.amount == self.amount.to_integral_value() else 2}f}"
        sign = _SIGNS.get(self.currency or "")
        if sign:
            return f"-{sign}{figure[1:]}" if figure.startswith("-") else sign + figure
        return f"{self.currency} {figure}" if self.currency else figure


class Sum(Money):
    """An amount that is asked or put down, so never below zero."""

    amount: Size | None = None


class Value(Money):
    """A price or the value of a contract, and what it counts; a bid may offer to pay the buyer.

    `amount_gross` is the same with value added tax, where both are known.
    """

    vat: Text | None = None
    amount_gross: Number | None = None
    basis: Text | None = None
    includes_options: Text | None = None


class Estimate(Value):
    """What a buyer thinks a contract is worth: never below zero, though zero where a framework promises nothing."""

    amount: Size | None = None


class Period(Part):
    """A stretch of time; a start date begins at 00:00, an end date ends at 24:00."""

    start_date: Moment | None = None
    end_date: Moment | None = None
    max_extent_date: Moment | None = None
    duration_in_days: Count | None = None


class Justification(Part):
    """A recorded reason for something unusual, and the path it is about."""

    of: Text | None = None
    text: Text | None = None
    date: Day | None = None

    @property
    def says_why(self) -> bool:
        """Whether the text can be a reason."""
        return says_why(self.text)


class Identifier(Part):
    """A number in a register: `GB-COH` and `01234567`."""

    scheme: Text | None = None
    id: Text | None = None
    legal_name: Text | None = None


class Address(Part):
    """A postal address."""

    street_address: Text | None = None
    locality: Text | None = None
    region: Text | None = None
    postal_code: Text | None = None
    country: Text | None = None


class OneOrMore:
    """Marks a list for which its only item may stand by itself."""


ONE_OR_MORE = OneOrMore()
EVERYBODY = "all"
Recipients = Annotated[tuple[Text, ...], EVERYBODY]
"""Who received something: `all`, in whatever words, kept as "all"; or a list of party ids, or of names as people write them."""
