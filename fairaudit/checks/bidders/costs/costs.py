"""What a requirement costs in working days and in money, and sums of both that never take what is not known for nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from fairaudit.frozen import Frozen
from fairaudit.procurement.model.common import Money
from fairaudit.sources.document import Path

NOTHING = Decimal(0)


class Rates(Frozen):
    """Working days and prices for one of each thing; `None` where nobody knows. Guarantees and cover in per cent."""

    reference: Decimal
    certificate: Decimal
    permission: Decimal
    accounts: Decimal
    visit: Decimal
    condition: Decimal
    answer: Decimal
    guarantee_rate: Decimal
    cover_rate: Decimal
    certificate_price: Decimal
    permission_price: Decimal | None
    visit_price: Decimal | None
    sample: Decimal | None
    sample_price: Decimal | None
    mobilisation: Decimal | None
    mobilisation_price: Decimal | None
    licence: Decimal | None
    licence_price: Decimal | None


class Cost(Frozen):
    """Working days and an amount; `None` is not known, 0 is nothing."""

    days: Decimal | None
    money: Decimal | None
    currency: str | None = None


class Item(Frozen):
    """One requirement: what it is and which, the lots it is about (none means all), how often, and the cost of each.

    `names` are what a case may call it by; `has` is how many of them the present provider has by what it is or does today,
    and `why` says so.
    """

    what: str
    which: str
    path: Path
    each: Cost
    times: int = 1
    lots: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    has: int = 0
    why: str = ""

    def cost(self, had: int = 0) -> Cost:
        """Return what it costs somebody who has `had` of them already."""
        left = max(0, self.times - had)
        if not left:
            return Cost(NOTHING, NOTHING, self.each.currency)
        days, money, currency = self.each
        return Cost(None if days is None else days * left, None if money is None else money * left, currency)


class Total(Frozen):
    """A sum: days, an amount for each currency, and how many requirements are in neither because nobody knows."""

    days: Decimal
    money: tuple[Money, ...]
    unknown_days: int
    unknown_money: int


@dataclass
class Tally:
    """A sum in the making."""

    days: Decimal = NOTHING
    money: dict[str | None, Decimal] = field(default_factory=dict)
    unknown_days: int = 0
    unknown_money: int = 0

    def add(self, cost: Cost, sign: int = 1) -> None:
        """Add a cost, or with -1 take it away."""
        self.days += sign * (cost.days or NOTHING)
        if cost.money:
            self.money[cost.currency] = self.money.get(cost.currency, NOTHING) + sign * cost.money
        self.unknown_days += sign * (cost.days is None)
        self.unknown_money += sign * (cost.money is None)

    def also(self, other: "Tally") -> "Tally":
        """Return this sum and another."""
        both = Tally(self.days, dict(self.money), self.unknown_days, self.unknown_money)
        both.days += other.days
        for currency, amount in other.money.items():
            both.money[currency] = both.money.get(currency, NOTHING) + amount
        both.unknown_days += other.unknown_days
        both.unknown_money += other.unknown_money
        return both

    def total(self) -> Total:
        """Return the sum, currencies in order of their names."""
        amounts = sorted((one for one in self.money.items() if one[1]), key=lambda pair: pair[0] or "")
        money = tuple(Money(amount=amount, currency=currency) for currency, amount in amounts)
        return Total(self.days, money, self.unknown_days, self.unknown_money)


class Sums:
    """Sums in the making, one for each sort of requirement."""

    def __init__(self) -> None:
        self.by_sort: dict[str, Tally] = {}

    def add(self, what: str, cost: Cost, sign: int = 1) -> None:
        """Add the cost of a requirement of a sort, or with -1 take it away."""
        self.by_sort.setdefault(what, Tally()).add(cost, sign)

    def also(self, *others: "Sums") -> "Sums":
        """Return these sums and others, added up sort by sort."""
        both = Sums()
        for one in (self, *others):
            for what, tally in one.by_sort.items():
                both.by_sort[what] = both.by_sort.get(what, Tally()).also(tally)
        return both

    def parts(self) -> tuple[tuple[str, Total], ...]:
        """Return the sum of each sort."""
        return tuple((what, one.total()) for what, one in self.by_sort.items())

    def total(self) -> Total:
        """Return the sum of all."""
        whole = Tally()
        for one in self.by_sort.values():
            whole = whole.also(one)
        return whole.total()


def sums(costs: Iterable[tuple[str, Cost]]) -> Sums:
    """Return the sums of the costs of some sorts."""
    made = Sums()
    for what, cost in costs:
        made.add(what, cost)
    return made
