"""Which suppliers are on the market for a tender, and what is known of each."""

from fairaudit.procurement.model.common import Sum
from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.scalars import Count, Size, Text


class MarketSupplier(Part):
    """A supplier that could do the work, as far as it is known; what is not given leaves a condition open.

    `meets` and `lacks` name conditions of taking part by their ids, where no other field can say whether they are met.
    """

    id: Text | None = None
    name: Text | None = None
    turnover: Sum | None = None
    capital: Sum | None = None
    insurance: Sum | None = None
    references: Count | None = None
    """How many contracts like this one it can show."""
    reference_value: Sum | None = None
    """The value of the largest of them."""
    years: Size | None = None
    """How long it has done such work."""
    accounts_years: Size | None = None
    """Of how many years it has accounts."""
    staff: Count | None = None
    certificates: tuple[Text, ...] | None = None
    locations: tuple[Text, ...] | None = None
    meets: tuple[Text, ...] | None = None
    lacks: tuple[Text, ...] | None = None
