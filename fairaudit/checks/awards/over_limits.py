"""Whether one bidder was awarded, or let in for, more lots than a published limit allows, and what may let it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from fairaudit.analysis.names import any_same_organisation
from fairaudit.analysis.text import holds
from fairaudit.checks.awards.lot_limits import NO_AWARD, winners_of
from fairaudit.checks.base import Clause, Found, Hit, Unassessed, Verb, check
from fairaudit.checks.reasons import lacking
from fairaudit.checks.scoring.evaluation_records import is_out, lot_of, maybe
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.holdings import owners_of
from fairaudit.procurement.bidders.rivals import admitted
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.parties import Party
from fairaudit.procurement.model.records import Award, Bid
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.persons.faces import names_of
from fairaudit.procurement.received.recipients import meant
from fairaudit.procurement.twice import numbers_of

_SENTENCE = re.compile(r"[.;\n]+")
_LOT = re.compile(r"\blots?\b", re.IGNORECASE)
_QUOTED = 200
_COMPARED = 60
"""How many bidders are set beside each other: more, in a hostile list, would cost its square."""


class Won(Frozen):
    """Who has more lots than the limit allows, and what may let it, as an addition to a sentence."""

    bidder: str
    lots: tuple[str, ...]
    limit: int
    were: Verb
    may_be: Verb


class Held(Frozen):
    """A lot that somebody has, by which bidder, where that stands, and why it may not count; empty where it does."""

    lot: str
    by: str
    node: Node[object]
    doubt: str = ""


class Over(Frozen):
    """Those who have more lots than a limit, alone or as one, the lots, and why they may not count."""

    who: tuple[str, ...]
    held: dict[str, Held]
    doubts: tuple[str, ...]


Holdings = dict[str, list[Held]]
"""What each bidder has."""


@check
def lots_won_over_limit(
    node: Node[object], case: Case, *, exceptions: tuple[str, ...] = (), groups: tuple[str, ...] = ()
) -> Found[Won]:
    """Flag a bidder that was awarded more lots than the published limit.

    It is a question where something may let it: phrases of `exceptions` in the tender, a reason for an award, a joint bid, a
    contract that ended, a lot that nobody else could win. By phrases of `groups` the limit counts for bidders of one owner.
    """
    limits = case.tender.lot_limits
    if limits is None or limits.maximum_awarded is None:
        yield from _unsaid(case)
        return
    most, found = limits.maximum_awarded, _won(case)
    for award in case.awards:
        if award.status not in NO_AWARD and (lack := _lacking(case, award)):
            yield lack
    grouped = _saying(case, groups)
    over = list(_over(case, found, most, bool(grouped)))
    for one in over:
        alone = [lot for lot in one.held if _without_rival(case, lot, found, most)]
        spare = f"nobody else is known to have a bid that could win lot {alone[0]}" if alone else ""
        spare = spare if len(one.held) - len(alone) <= most else ""
        yield _hit(case, one, most, (spare, _quoted(_saying(case, exceptions))))
    if grouped and not over:
        yield from _unknown_owners(case, node, found, most)


@check
def lots_bid_over_limit(
    node: Node[object], case: Case, *, exceptions: tuple[str, ...] = (), groups: tuple[str, ...] = ()
) -> Found[Won]:
    """Flag a bidder whose bids for more lots than the published limit were let in.

    It is a question where phrases of `exceptions` in the tender may let it, where one bids with others, or where nothing says
    whether a bid was let in. By phrases of `groups` the limit counts for bidders of one owner.
    """
    limits = case.tender.lot_limits
    if limits is None or limits.maximum_bid is None:
        yield from _unsaid(case)
        return
    found: Holdings = {}
    for bid in case.bids:
        its = lot_of(case, bid.id, bid.lot)
        if its is None or bid.bidder is None:
            yield Unassessed(bid.node, "for which lot whose bid is, is not given", _names(bid))
        elif (let_in := admitted(case, bid)) is not False:
            doubt = "" if let_in else f"nothing says whether its bid for lot {its} was let in"
            _take(case, found, bid.bidder, its, bid.node, doubt)
    grouped = _saying(case, groups)
    over = list(_over(case, found, limits.maximum_bid, bool(grouped)))
    yield from (_hit(case, one, limits.maximum_bid, (_quoted(_saying(case, exceptions)),)) for one in over)
    if grouped and not over:
        yield from _unknown_owners(case, node, found, limits.maximum_bid)


def _unsaid(case: Case) -> Iterator[Unassessed]:
    """Yield that no limits are given, where there are lots to limit; without lots there is nothing to ask for."""
    told = {one.id for one in case.lots} | {one.lot for one in case.bids} | {one.lot for one in case.awards}
    if case.tender.lot_limits is None and len(told - {None}) > 1:
        yield lacking(case.tender.field("lot_limits"))


def _names(bid: Bid) -> tuple[str, ...]:
    return tuple(text_of((*bid.path, name)) for name in ("lot", "bidder") if getattr(bid, name) is None)


def _lacking(case: Case, award: Award) -> Unassessed | None:
    if (award.lot or lot_of(case, award.bid, None)) is None:
        return lacking(award.field("lot"))
    return None if winners_of(case, award) else lacking(award.field("suppliers"))


def _won(case: Case) -> Holdings:
    """Return which lots were awarded to whom; a member of a bidder has them perhaps."""
    found: Holdings = {}
    for award in case.awards:
        lot, winners = award.lot or lot_of(case, award.bid, None), winners_of(case, award)
        if award.status in NO_AWARD or lot is None:
            continue
        together = award.bid is not None and len(set(winners)) > 1
        doubt = f"several won lot {lot} together" if together else ""
        doubt = f"a reason is recorded with the award of lot {lot}" if tells(award.reason) else doubt
        doubt = f"the contract for lot {lot} ended" if award.terminated is not None else doubt
        for who in dict.fromkeys(winners):
            _take(case, found, who, lot, award.node, doubt)
    return found


def _take(case: Case, found: Holdings, who: str, lot: str, node: Node[object], doubt: str) -> None:
    key = meant(case, who)
    found.setdefault(key, []).append(Held(lot, key, node, doubt))
    party = case.party(key)
    for one in dict.fromkeys((party.members if party else None) or ()):
        member = meant(case, one)
        if member != key:
            why = f"lot {lot} is that of {case.party_name(key)}, of which it is a member"
            found.setdefault(member, []).append(Held(lot, key, node, doubt or why))


def _over(case: Case, found: Holdings, limit: int, grouped: bool) -> Iterator[Over]:
    """Yield those who have more lots than a limit: bidders, then several who may be one or whom it counts together."""
    told: set[str] = set()
    for who in found:
        # A member that has nothing but the lots of one bidder says nothing beside it.
        if any(one.by == who for one in found[who]) or len({one.by for one in found[who]}) > 1:
            over = _over_of(found, (who,), limit, "")
            if over is not None:
                told.add(who)
                yield over
    keys = [one for one in found if any(held.by == one for held in found[one])][:_COMPARED]
    for first, second in combinations(keys, 2):
        why = _as_one(case, first, second, grouped) if not {first, second} & told else ""
        over = _over_of(found, (first, second), limit, why) if why else None
        if over is not None:
            told |= {first, second}
            yield over


def _over_of(found: Holdings, who: tuple[str, ...], limit: int, why: str) -> Over | None:
    held: dict[str, Held] = {}
    for one in (one for key in who for one in found[key]):
        if one.lot not in held or (held[one.lot].doubt and not one.doubt):
            held[one.lot] = one
    if len(held) <= limit:
        return None
    doubts = [one.doubt for one in held.values() if one.doubt]
    sure = len(held) - len(doubts) > limit
    return Over(who, held, tuple(one for one in (why, *(() if sure else doubts)) if one))


def _as_one(case: Case, first: str, second: str, grouped: bool) -> str:
    """Return why two bidders may be one, or count as one where a limit is for groups; empty where nothing says so."""
    one, other = case.party(first), case.party(second)
    if one is None or other is None:
        return ""
    if any_same_organisation(names_of(one), names_of(other)):
        return "they have one name and may be one bidder"
    if numbers_of(one) & numbers_of(other):
        return "they have one number in a register and may be one bidder"
    if grouped and (
        _owners(case, one) & _owners(case, other) or first in _owners(case, other) or second in _owners(case, one)
    ):
        return "they have an owner in common, and the limit may count them together"
    return ""


def _owners(case: Case, party: Party) -> frozenset[str]:
    said = ((one.party or one.person or one.name or "") for one in owners_of(case, party))
    return frozenset(one for one in said if one)


def _unknown_owners(case: Case, node: Node[object], found: Holdings, limit: int) -> Iterator[Unassessed]:
    """Yield that a limit for groups was not judged, where bidders of whom nobody knows the owners may be one group."""
    if len({one.lot for several in found.values() for one in several}) <= limit:
        return
    for key in found:
        party = case.party(key)
        if party is not None and party.owners is None and len(found) > 1:
            reason = f"the limit counts linked bidders together, and who owns {case.party_name(key)} is not given"
            yield Unassessed(node, reason, (f"{text_of(party.path)}.owners",))
            return


def _without_rival(case: Case, lot: str, found: Holdings, limit: int) -> bool:
    """Whether nobody else has a bid for a lot who is in the contest and has fewer lots than the limit; only of all the bids."""
    if not case.holds_all("bids"):
        return False
    winners = {key for key, several in found.items() if any(one.lot == lot for one in several)}
    bidders = {
        meant(case, one.bidder)
        for one in case.bids
        if one.bidder is not None and lot_of(case, one.id, one.lot) in (None, lot) and not is_out(case, one.id)
    }
    return all(len({held.lot for held in found.get(one, ())}) >= limit for one in bidders - winners)


def _saying(case: Case, phrases: tuple[str, ...]) -> str:
    """Return the sentence on lots in which one of some phrases stands; empty where there is none."""
    limits = case.tender.lot_limits
    mechanism = (limits.mechanism if limits is not None else None) or ""
    said = [(one, True) for one in _SENTENCE.split(mechanism)]
    said += [(one, _LOT.search(one) is not None) for one in _SENTENCE.split(case.tender.award_method or "")]
    return next((one.strip() for one, on_lots in said if on_lots and holds(one, phrases)), "")


def _quoted(sentence: str) -> str:
    cut = sentence if len(sentence) <= _QUOTED else f"{sentence[:_QUOTED].rstrip()}\u2026"
    return f'the tender says "{cut}"' if sentence else ""


def _hit(case: Case, over: Over, limit: int, more: Iterable[str]) -> Hit[Won]:
    places = list(over.held.items())
    related = tuple((one.node, f"lot {lot}") for lot, one in places[:-1])
    why = [one for one in (*over.doubts, *more) if one]
    said = Verb(f"; it is open whether that may be: {', and '.join(why)}" if why else "")
    facts = Won(
        Clause(" and ".join(case.party_name(one) for one in over.who)),
        tuple(over.held),
        limit,
        Verb("was" if len(over.who) == 1 else "were"),
        said,
    )
    return Hit(places[-1][1].node, facts, related, maybe(bool(why)), "|".join(over.who))
