"""Checks of the family `scoring` on the bids that records of an evaluation name: known ones, each with one total and place."""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.scoring.evaluation_records import bid_called, lot_of, maybe, plain
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Rank, Total
from fairaudit.procurement.model.node import Node

_RECORDS = {
    "individual": "single scores",
    "consensus": "scores of the panel",
    "totals": "totals",
    "ranking": "places",
    "changes": "changed scores",
    "price_adjustments": "adjusted prices",
    "abnormally_low": "low prices",
    "summaries": "letters to bidders",
    "access_log": "who looked at bids",
}


class UnknownBid(Frozen):
    """A bid that records name and the case does not have, how many do, and what they are about."""

    bid: str
    number: int
    entries: tuple[str, ...]


@check
def recorded_bids_are_known(node: Node[Evaluation], case: Case) -> Found[UnknownBid]:
    """Flag a bid that records of the evaluation name and that is not among the bids of the case.

    Where the bids are not said to be all given the bid may be one that was left out, and it is a question.
    """
    if case.procurement.bids is None:
        yield Unassessed(node, "bids is not given", ("bids",))
        return
    known = {one.id for one in case.bids}
    first: dict[str, Node[object]] = {}
    count: dict[str, dict[str, int]] = {}
    for name in _RECORDS:
        for one in getattr(node.value, name) or ():
            if one.bid is not None and one.bid not in known:
                first.setdefault(one.bid, one.field("bid"))
                sections = count.setdefault(one.bid, {})
                sections[name] = sections.get(name, 0) + 1
    for bid, sections in count.items():
        facts = UnknownBid(bid, sum(sections.values()), tuple(_RECORDS[name] for name in sections))
        yield Hit(first[bid], facts, confidence=maybe(not case.holds_all("bids")), key=bid)


class TwoFigures(Frozen):
    """A bid with more than one total or place, and what each entry says."""

    bid: str
    item: str
    figures: tuple[str, ...]


@check
def one_total_a_bid(node: Node[Evaluation], case: Case) -> Found[TwoFigures]:
    """Flag a bid with two totals or two places in one lot that differ; two that do not contradict each other are a question."""
    if node.value.totals is None and node.value.ranking is None:
        names = ("evaluation.totals", "evaluation.ranking")
        yield Unassessed(node, "no totals and no places are given", names)
    yield from _repeated(case, "total", node.value.totals or (), ("quality", "price", "total"))
    yield from _repeated(case, "place", node.value.ranking or (), ("rank",))


def _repeated(
    case: Case, item: str, records: tuple[Total, ...] | tuple[Rank, ...], fields: tuple[str, ...]
) -> Iterator[Hit[TwoFigures]]:
    groups: dict[tuple[str, str | None], list[Total | Rank]] = {}
    for one in records:
        if one.bid is not None and any(getattr(one, name) is not None for name in fields):
            groups.setdefault((one.bid, lot_of(case, one.bid, one.lot)), []).append(one)
    for (bid, lot), same in groups.items():
        if len(same) < 2:
            continue
        said = [{value for one in same if (value := getattr(one, name)) is not None} for name in fields]
        # What is recorded of a bid in several lots or rounds may be about any of them.
        several = (lot is None and len(case.lots) > 1) or sum(one.id == bid for one in case.bids) > 1
        unsure = several or all(len(one) < 2 for one in said)
        facts = TwoFigures(bid_called(case, bid), item, tuple(_figures(one, fields) for one in same))
        related = ((same[0].node, "the first"),)
        yield Hit(same[1].node, facts, related, maybe(unsure), key="|".join(each for each in (item, bid, lot) if each))


def _figures(record: Total | Rank, fields: tuple[str, ...]) -> str:
    given = [(name, value) for name in fields if (value := getattr(record, name)) is not None]
    if len(given) == 1:
        return plain(given[0][1])
    return ", ".join(f"{name} {plain(value)}" for name, value in given)
