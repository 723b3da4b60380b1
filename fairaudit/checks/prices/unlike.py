"""The check of prices that stand against each other and do not count the same: some with value added tax, some without."""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.checks.base import Hit, Tabled, Unassessed, check, compares_bidders
from fairaudit.checks.measurement import Measurement
from fairaudit.checks.prices.compared import PricedContest, priced_contests
from fairaudit.checks.reasons import lacking
from fairaudit.checks.scoring.evaluation_records import bid_named
from fairaudit.frozen import Frozen
from fairaudit.law.tax import holds_tax
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of


class UnlikePrices(Frozen):
    """For which contract or lot prices differ in what they count, and which bids count what."""

    where: str
    with_tax: tuple[str, ...]
    without_tax: tuple[str, ...]


class WithTax(Frozen):
    """The contest whose record follows from the amounts with tax, where no words say which are compared."""

    where: str


@check
@compares_bidders
def prices_alike_in_tax(node: Node[object], case: Case) -> Iterator[Hit[UnlikePrices] | Unassessed | Tabled]:
    """Ask about prices of one contest of which some are said to hold value added tax and some not to.

    Where every bid also has its amount with tax, the prices can be compared, and nothing is asked; that the record follows
    from those amounts alone is measured where no words say so.
    """
    if not case.gives("bids"):
        yield lacking(Node((*node.path, "bids"), None))
        return
    for one in priced_contests(case):
        yield from _judged(case, one)


def _judged(case: Case, contest: PricedContest) -> Iterator[Hit[UnlikePrices] | Unassessed | Tabled]:
    # As they were put in, whichever of their amounts are compared.
    asked = {one.path for one in contest.asked}
    priced = [one for one in case.bids if one.path in asked and one.value is not None and one.value.amount is not None]
    if contest.tax.gross and not contest.tax.told and not contest.tax.open and contest.asked:
        yield Tabled(contest.asked[0].field("value"), Measurement("with-tax", WithTax(contest.where)))
    if len(priced) < 2 or all(one.value is not None and one.value.amount_gross is not None for one in priced):
        return
    said = [(one, holds_tax(one.value)) for one in priced if one.value is not None]
    gross, net = ([one for one, holds in said if holds is held] for held in (True, False))
    silent = [one for one, holds in said if holds is None]
    if gross and net:
        some, others = (tuple(bid_named(case, one) for one in bids) for bids in (gross, net))
        fewer = gross if len(gross) <= len(net) else net
        related = tuple((one.field("value"), "with tax" if one in gross else "without tax") for one in priced)
        yield Hit(fewer[0].field("value"), UnlikePrices(contest.where, some, others), related, key=contest.key)
    elif silent and (gross or net):
        names = tuple(f"{text_of(one.path)}.value.vat" for one in silent)
        yield Unassessed(silent[0].field("value"), f"{names[0]} is not given, and other bids say theirs", names)
