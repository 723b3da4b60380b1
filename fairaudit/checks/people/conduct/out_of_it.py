"""Bidders that are out of the contest, so that a lead of theirs counts for nothing: the third way to even one out.

Whoever was heard and then shut out for its earlier part, before anybody scored its bid, has nothing left to even out. A bid that
was turned away otherwise may come back, and one that was scored first may have moved the others: that is a question.
"""

from fairaudit.analysis.names import any_same_organisation
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.gone_after_a_look import scored_or_ranked
from fairaudit.procurement.bidders.rivals import lot_of, refused, won
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Bid, Exclusion
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.persons.faces import names_of


class Out(Frozen):
    """That a bidder is out of the contest: what is open about it, in words that follow its name, or nothing."""

    words: str = ""


_ANSWERED = Out()


def out_of_it(case: Case, bidder: str, grounds: tuple[str, ...], also: tuple[str, ...] = ()) -> Out | None:
    """Return whether a bidder is out of the contest, for every lot it bid for; `None` where it is still in.

    `also` are other parties whose exclusion for their part shuts this bid out, such as its subcontractor who wrote the tender.
    """
    own = [one for one in case.bids if one.bidder == bidder]
    shut_out = [one for one in _exclusions(case, (bidder, *also)) if _for_its_part(case, one, own, grounds)]
    if any(won(case, one) for one in own) or (not own and not shut_out):
        return None
    away = [one for one in own if refused(case, one)]
    if any(not _left_lot(case, one, away) for one in own):
        return Out("whose bid is not recorded as out though it was shut out") if shut_out else None
    scored = case.once(scored_or_ranked)
    if any(one.id in scored or (len(own) == 1 and bidder in scored) for one in own):
        return Out("whose bid was turned away after it was scored")
    if len(away) < len(own):
        return Out("whose bid was turned away in one round and stood in another")
    if not shut_out:
        return Out("whose bid was turned away on another ground than that, as far as is recorded")
    heard = any(_heard_before(case, one) for one in shut_out)
    return _ANSWERED if heard else Out("whose bid was turned away for that and, as far as is recorded, unheard")


def _left_lot(case: Case, bid: Bid, away: list[Bid]) -> bool:
    """Whether a bid is out, or the same bidder is out of that lot by its bid of another round."""
    lot = lot_of(case, bid.lot)
    return bid in away or any(lot_of(case, one.lot) == lot and one.round != bid.round for one in away)


def _exclusions(case: Case, keys: tuple[str, ...]) -> list[Exclusion]:
    """Return the exclusions of some parties that hold, by id or by name."""
    return [
        one
        for one in case.procurement.exclusions or ()
        if one.party
        and not tells(one.overriding)
        and any(one.party == key or any_same_organisation((one.party,), names_of(case.party(key))) for key in keys)
    ]


def _for_its_part(case: Case, own: Exclusion, bids: list[Bid], grounds: tuple[str, ...]) -> bool:
    """Whether somebody was shut out for an earlier part; where no ground is given, by why it or its bid was turned away."""
    said = (own.ground,) if own.ground else (own.reasons, *(one.reason for one in bids))
    return any(ground in text.lower() for text in said if text for ground in grounds)


def _heard_before(case: Case, own: Exclusion) -> bool:
    if own.heard is None or own.decided is None:
        return False
    return case.clock.before(own.decided, own.heard, end_first=True) is False
