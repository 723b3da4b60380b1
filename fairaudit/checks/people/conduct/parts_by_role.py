"""What somebody did for or against a bidder by their role alone: they approved the award to it, or wrote what it answers."""

from collections.abc import Iterator

from fairaudit.checks.people.conduct.acts import Act
from fairaudit.checks.people.conduct.aside import aside_from
from fairaudit.checks.people.declarations.declared import declarations_by
from fairaudit.checks.people.declarations.given import official_called
from fairaudit.checks.people.ties.close_ties import CLOSE
from fairaudit.checks.people.ties.to_bidders import ground_of, in_time, links_of
from fairaudit.procurement.bidders.rivals import won_by
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.parties import Declaration
from fairaudit.procurement.model.records import Award, Bid
from fairaudit.procurement.persons.influence import Official, meets, officials


def parts_by_role(case: Case, own: Declaration, bidder: str) -> Iterator[Act]:
    """Yield what follows from the role of whoever declared; nothing where they stepped aside from that bidder.

    That they approved an award is likely where nobody else does, else a question. So is having written the tender: who would
    bid was not known then. A job or a share that still holds is told by the rule about bidders who helped to write; one that has
    ended is not.
    """
    official = official_called(case, own.person)
    if official is None or _aside(case, official, bidder) or not meets(case, official, bidder):
        return
    key = own.person or ""
    alone = case.once(_approvers) == 1
    for award in case.once(_won).get(bidder, ()) if "approver" in official.roles else ():
        if official.lots is None or award.lot is None or award.lot in official.lots:
            sure = "likely" if alone and award.status != "pending" else "possible"
            yield Act(key, award.node, "approved the award on", award.date, award.bid, sure)
    if "drafter" in official.roles and not _standing(case, official, bidder):
        yield Act(key, official.at, "helped to write the tender answered by", None, None, "possible")


def _standing(case: Case, official: Official, bidder: str) -> bool:
    """Whether a job or a share in a bidder is on record that has not ended, or of which that cannot be said."""
    ground = ground_of(case)
    links = (one for one in links_of(ground, official) if one.bidder == bidder and one.kind in CLOSE)
    return any(in_time(ground, one, 0) is not False for one in links)


def approves(case: Case, own: Declaration) -> bool:
    """Whether whoever declared is recorded as approving the award."""
    official = official_called(case, own.person)
    return official is not None and "approver" in official.roles


def _aside(case: Case, official: Official, bidder: str) -> bool:
    return any(
        one.recused_from is not None and aside_from(case, one.recused_from, bidder)
        for one in declarations_by(case, official)
    )


def _approvers(case: Case) -> int:
    return sum("approver" in one.roles for one in officials(case))


def _won(case: Case) -> dict[str | None, list[Award]]:
    """Return the awards to each bidder that were not cancelled."""
    by_id: dict[str | None, Bid] = {one.id: one for one in case.bids if one.id}
    by_bidder: dict[str | None, list[Bid]] = {}
    for bid in case.bids:
        by_bidder.setdefault(bid.bidder, []).append(bid)
    found: dict[str | None, list[Award]] = {}
    for award in case.awards:
        named = [by_id[award.bid]] if award.bid in by_id else []
        theirs = [bid for one in dict.fromkeys(award.suppliers or ()) for bid in by_bidder.get(one, ())]
        for bidder in dict.fromkeys(bid.bidder for bid in named or theirs if won_by(case, bid, award)):
            found.setdefault(bidder, []).append(award)
    return found
