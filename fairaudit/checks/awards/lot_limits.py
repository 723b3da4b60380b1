"""Whether a limit on the number of lots that one bidder may win explains that a better bid is passed over."""

from __future__ import annotations

from collections.abc import Iterable

from fairaudit.checks.awards.lot_order import lots_before
from fairaudit.checks.base import Unassessed, Verb
from fairaudit.checks.scoring.compared.out_elsewhere import Place
from fairaudit.checks.scoring.evaluation_records import bid_called, bid_with, is_out, lot_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Award
from fairaudit.procurement.model.told import tells

NO_AWARD = ("cancelled", "unsuccessful")


class Explained(Frozen):
    """That the limit explains it: surely, or perhaps, what that hangs on, and the awards that it hangs on.

    `reached` says that its bidder has as many lots as one may win; by what it is decided which, is open or not published.
    """

    surely: bool
    hangs_on: str = ""
    places: tuple[Place, ...] = ()
    reached: bool = False


Limits = dict[str, Explained | None]
"""Of bids, whether the limit explains that they get nothing; none where it does not."""


def explained_by_limit(case: Case, key: str | None, lot: str | None, award: Award | None) -> Explained | None:
    """Return whether a bid was passed over, by an award of its lot, since its bidder has as many lots as one may win.

    Awards count that stand, of other lots, to the same bidder; one that came later than the award in question leaves a
    question. So does what is not recorded: the bidder, the lot, who was awarded another lot for which the bidder has a bid.
    """
    limits = case.tender.lot_limits
    most = limits.maximum_awarded if limits is not None else None
    if most is None:
        return None
    bid = bid_with(case, key)
    if bid is None or bid.bidder is None or lot is None:
        return Explained(False, "whose bid it is, or for which lot, is not recorded")
    held, open_ = _held(case, bid.bidder, lot)
    later = [one for one in held.values() if award is not None and not _in_time(case, one, award)]
    if len(held) - len(later) >= most:
        return _by_mechanism(case, lot, {its: one for its, one in held.items() if one not in later}, most)
    if len(held) >= most:
        places = tuple((one.node, "another lot that its bidder was awarded") for one in later)
        which = _mechanism(case)
        said = f' (the mechanism for which lot it wins is "{which}")' if which else ""
        return Explained(False, f"its bidder was awarded other lots later{said}", places)
    if len(held) + len(open_) >= most:
        return Explained(False, "who was awarded the other lots is not recorded in full")
    gone = _gone(case, bid.bidder, lot, award)
    if len(held) + len(gone.keys() - held.keys()) >= most:
        places = tuple((one.node, "an award of another lot to its bidder that does not stand") for one in gone.values())
        return Explained(
            False, "an award of another lot to its bidder does not stand, and when that fell is not known", places
        )
    return None


def _mechanism(case: Case) -> str:
    """Return by what it is published to be decided which lots a bidder wins, empty where nothing is."""
    limits = case.tender.lot_limits
    return (limits.mechanism or "").strip(" .") if limits is not None and tells(limits.mechanism) else ""


def _by_mechanism(case: Case, lot: str, held: dict[str, Award], most: int) -> Explained:
    """Return whether a bidder has, by the published mechanism, the other lots that it holds rather than the one in question.

    Only an order of lots, by their list or their values, can be followed; of others, somebody has to read the record.
    """
    said = _mechanism(case)
    before = lots_before(case, lot, said) if said else None
    if before is not None and len(before & held.keys()) >= most:
        return Explained(True)
    places = tuple((one.node, "another lot that its bidder was awarded") for one in held.values())
    lots = f"lot{'' if len(held) == 1 else 's'} {' and '.join(held)}"
    if not said:
        why = f"its bidder was awarded {lots}, and by what it was decided which lot it wins is not published"
    elif before is None:
        why = f'its bidder was awarded {lots}, and the mechanism for which lot it wins is "{said}"'
    else:
        why = f'its bidder was awarded {lots}, though by the mechanism for which lot it wins, "{said}", lot {lot} comes first'
    return Explained(False, why, places, reached=True)


def _gone(case: Case, bidder: str, lot: str, award: Award | None) -> dict[str, Award]:
    """Return the other lots that a bidder had been awarded, by awards that do not stand and are not known to be later."""
    found: dict[str, Award] = {}
    for one in case.awards:
        its = one.lot or lot_of(case, one.bid, None)
        late = award is not None and not _in_time(case, one, award)
        if one.status in NO_AWARD and its is not None and its != lot and not late and bidder in winners_of(case, one):
            found.setdefault(its, one)
    return found


def _held(case: Case, bidder: str, lot: str) -> tuple[dict[str, Award], set[str | None]]:
    """Return the other lots that a bidder was awarded, each with the award, and those of which nobody can tell."""
    held: dict[str, Award] = {}
    open_: set[str | None] = set()
    known: set[str | None] = {lot}
    for award in case.awards:
        its = award.lot or lot_of(case, award.bid, None)
        if award.status in NO_AWARD or its == lot:
            continue
        whose = winners_of(case, award)
        known |= {its} if whose and its else set()
        if whose and its and bidder in whose:
            held.setdefault(its, award)
        elif not whose or (its is None and bidder in whose):
            open_.add(its)
    if not case.holds_all("awards"):
        bids = [one for one in case.bids if one.bidder == bidder and not is_out(case, one.id)]
        open_ |= {lot_of(case, one.id, one.lot) for one in bids} - known
    return held, open_ - held.keys()


def winners_of(case: Case, award: Award) -> tuple[str, ...]:
    """Return whom an award names, or who made the bid that it names."""
    bid = bid_with(case, award.bid)
    return award.suppliers or ((bid.bidder,) if bid is not None and bid.bidder is not None else ())


def _in_time(case: Case, other: Award, award: Award) -> bool:
    """Whether another award does not come later; of days that are not given nothing says that it does."""
    if other.date is None or award.date is None:
        return True
    return case.clock.before(award.date, other.date) is False


def still_ahead(case: Case, keys: Iterable[str], lot: str | None, award: Award | None) -> Limits:
    """Return those of some better bids which the limit does not surely explain, each with whether it may."""
    found = {one: explained_by_limit(case, one, lot, award) for one in keys}
    return {one: limit for one, limit in found.items() if limit is None or not limit.surely}


def which_lot_unsaid(case: Case, at: Node[object], found: Limits) -> Unassessed | None:
    """Return that nobody can tell whether better bids had to give way, where the limit is reached and no mechanism published."""
    if not found or _mechanism(case) or not all(one is not None and one.reached for one in found.values()):
        return None
    names = " and ".join(bid_called(case, one) for one in found)
    reason = f"by what it is decided which lot a bidder wins is not published, and {names} may have had to give way by the limit"
    return Unassessed(at, reason, ("tender.lot_limits.mechanism",))


def told_limits(case: Case, found: Limits) -> Verb:
    """Say of which bids it is open whether the limit explains it, and what that hangs on, as an addition to a sentence."""
    limits = case.tender.lot_limits
    most = limits.maximum_awarded if limits is not None else None
    lots = f"{most} lot{'' if most == 1 else 's'}"
    said = (
        f"; whether the limit of {lots} for one bidder keeps {bid_called(case, one)} out is open, since {limit.hangs_on}"
        for one, limit in found.items()
        if limit is not None
    )
    return Verb("".join(said))


def places_of(found: Limits) -> tuple[Place, ...]:
    """Return the awards that it hangs on whether the limit explains something."""
    return tuple(place for limit in found.values() if limit is not None for place in limit.places)
