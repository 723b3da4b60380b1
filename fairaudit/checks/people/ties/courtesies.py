"""Gifts so small that they are a courtesy: up to an amount in their own currency, which the rule, or who runs it, sets."""

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from fairaudit.analysis.everyday import is_of_every_day
from fairaudit.checks.base import Unassessed
from fairaudit.checks.people.ties.to_bidders import Ground, Link, in_time, links_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Money
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.parties import Tie

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


_NOTHING = Money(amount=Decimal(0))
"""What is counted for a thing of every day of which no value is written: it makes no other gift dearer."""


def worth_of(gift: Tie) -> Money | None:
    """Return what a gift was worth: as recorded, and nothing that counts where it is of every day by its words."""
    return _NOTHING if gift.value is None and is_of_every_day(gift.text) else gift.value


def value_of(link: Link) -> Money | None:
    """Return what a gift was worth, where that is recorded."""
    return link.at.value.value if link.kind == "gift" and isinstance(link.at.value, Tie) else None


def small_gift(ground: Ground, link: Link, limits: tuple[str, ...], months: int) -> str:
    """Return the limit that a gift does not pass, alone or with what else the same party gave the same person."""
    if link.kind != "gift" or not (most := courtesy(ground.case, _counted(link), limits)):
        return ""
    others = {one.at.path: one for one in links_of(ground, link.official) if _from_the_same(one, link)}
    counted = [_counted(one) for one in others.values() if in_time(ground, one, months) is not False]
    values = [one for one in counted if one is not _NOTHING]
    amounts = [one.amount if one else None for one in values]
    if (
        None in amounts
        or any(one is not None and one < 0 for one in amounts)
        or len({one.currency for one in values if one}) > 1
    ):
        return ""
    currency = next((one.currency for one in values if one), None)
    total = Money(amount=sum((one for one in amounts if one is not None), Decimal(0)), currency=currency)
    return most if courtesy(ground.case, total, limits) else ""


def _counted(link: Link) -> Money | None:
    return worth_of(link.at.value) if link.kind == "gift" and isinstance(link.at.value, Tie) else None


def several_gifts(said: str, places: Sequence[Node[object]], undated: int = 0) -> str:
    """Return a gift in words with how many more a person recorded of that party, and their sum; empty where they are none.

    `said` ends in `from`. A gift that stands in another list of the case may be one of them, and is not counted; what is left out
    of the sum is said: gifts without a value, `undated` ones, and all where they are in several currencies.
    """
    own = [at.value for at in places if at.path[0] == "people" and isinstance(at.value, Tie)]
    start, end, rest = said.rpartition("from")
    if (len(own) < 2 and not undated) or not own or places[0].value not in own:
        return ""
    if not end or rest.strip() or not said.startswith("received"):
        return ""
    more = f" and {len(own) - 1} more{_sum_of(own)}" if len(own) > 1 else ""
    without = f"{'' if more.endswith(',') else ','} beside {undated} without a day," if undated else ""
    return f"{start.rstrip()}{more}{without} from"


def _sum_of(gifts: Sequence[Tie]) -> str:
    """Return what gifts come to, or why that is not said."""
    values = [one.value for one in gifts if one.value and one.value.amount is not None and one.value.amount >= 0]
    if len({one.currency for one in values}) > 1:
        return ", not added up, being in several currencies,"
    if not values:
        return ""
    total = Money(amount=sum((one.amount or Decimal(0) for one in values), Decimal(0)), currency=values[0].currency)
    lacking = len(gifts) - len(values)
    return f", {total.in_words()} in all{f' without {lacking} of which no value is given' if lacking else ''},"


def below_nothing(link: Link) -> Unassessed | None:
    """Return that a gift is recorded with a value below nothing, which no gift has."""
    value = value_of(link)
    if value is None or value.amount is None or value.amount >= 0:
        return None
    at = (*link.at.path, "value", "amount")
    reason = (
        f"the value of what {link.official.name} received from {link.party_name} is {value.in_words()}, below nothing"
    )
    return Unassessed(link.at, reason, (f"{text_of(at)} (the right one)",), seen=True)


def _from_the_same(one: Link, link: Link) -> bool:
    return one.kind == "gift" and (one.bidder, one.party) == (link.bidder, link.party)


def _amounts(limits: tuple[str, ...]) -> Iterator[tuple[str, Decimal]]:
    for one in limits:
        currency, _, amount = one.partition(" ")
        try:
            yield currency.upper(), Decimal(amount.strip())
        except InvalidOperation:
            continue
