"""Gifts so small that they are a courtesy: up to an amount in their own currency, which the rule, or who runs it, sets."""

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from fairaudit.checks.people.ties import Ground, Link, in_time, links_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import Money
from fairaudit.procurement.node import Node
from fairaudit.procurement.parties import Tie

COURTESIES = ("GBP 25", "EUR 30", "USD 30")
"""Up to which amount a gift is a courtesy where a rule says nothing else; a heuristic."""


def courtesy(case: Case, value: Money | None, limits: tuple[str, ...]) -> str:
    """Return the limit that a value does not pass, in words, empty where it passes it or that cannot be said.

    A value without a currency is in that of the contract, or, where nobody knows that, is compared with the least limit.
    """
    if value is None or value.amount is None:
        return ""
    known = dict(_amounts(limits))
    own = value.currency or (case.tender.value.currency if case.tender.value else None)
    most = known.get(own) if own else min(known.values(), default=None)
    return Money(amount=most, currency=own).in_words() if most is not None and value.amount <= most else ""


def not_comparable(value: Money | None, limits: tuple[str, ...]) -> bool:
    """Whether a value is given in a currency for which no limit is set."""
    return value is not None and value.amount is not None and bool(value.currency) and value.currency not in dict(
        _amounts(limits)
    )  # fmt: skip


def value_of(link: Link) -> Money | None:
    """Return what a gift was worth, where that is recorded."""
    return link.at.value.value if link.kind == "gift" and isinstance(link.at.value, Tie) else None


def small_gift(ground: Ground, link: Link, limits: tuple[str, ...], months: int) -> str:
    """Return the limit that a gift does not pass, alone or with what else the same party gave the same person."""
    if link.kind != "gift" or not (most := courtesy(ground.case, value_of(link), limits)):
        return ""
    others = {one.at.path: one for one in links_of(ground, link.official) if _from_the_same(one, link)}
    values = [value_of(one) for one in others.values() if in_time(ground, one, months) is not False]
    amounts = [one.amount if one else None for one in values]
    if None in amounts or len({one.currency for one in values if one}) > 1:
        return ""
    own = value_of(link)
    total = Money(
        amount=sum((one for one in amounts if one is not None), Decimal(0)), currency=own.currency if own else None
    )
    return most if courtesy(ground.case, total, limits) else ""


def several_gifts(said: str, places: Sequence[Node[object]]) -> str:
    """Return a gift in words with how many more a person recorded of that party, and their sum; empty where they are none.

    `said` ends in `from`. A gift that stands in another list of the case may be one of them, and is not counted.
    """
    own = [at.value for at in places if at.path[0] == "people" and isinstance(at.value, Tie)]
    start, end, rest = said.rpartition("from")
    if len(own) < 2 or places[0].value not in own or not end or rest.strip() or not said.startswith("received"):
        return ""
    values = [one.value for one in own]
    amounts = [one.amount for one in values if one and one.amount is not None]
    currencies = {one.currency for one in values if one}
    worth = ""
    if len(amounts) == len(own) and len(currencies) == 1:
        worth = f", {Money(amount=sum(amounts, Decimal(0)), currency=currencies.pop()).in_words()} in all,"
    return f"{start.rstrip()} and {len(own) - 1} more{worth} from"


def _from_the_same(one: Link, link: Link) -> bool:
    return one.kind == "gift" and (one.bidder, one.party) == (link.bidder, link.party)


def _amounts(limits: tuple[str, ...]) -> Iterator[tuple[str, Decimal]]:
    for one in limits:
        currency, _, amount = one.partition(" ")
        try:
            yield currency.upper(), Decimal(amount.strip())
        except InvalidOperation:
            continue
