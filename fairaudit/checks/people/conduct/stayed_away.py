"""Whether the records show that somebody kept away from bids they stepped aside from, or were to be kept out of."""

from fairaudit.checks.people.conduct.acts import ENTERED, acts_by_person, bids_of
from fairaudit.checks.people.conduct.aside import bids_aside
from fairaudit.checks.people.conduct.opening import opened_formally
from fairaudit.checks.people.conduct.order import after
from fairaudit.checks.people.conduct.sittings import sat_about
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.parties import Declaration
from fairaudit.procurement.persons.identity import whose


def stayed_away(case: Case, own: Declaration, bidder: str) -> bool:
    """Whether nothing is recorded that somebody did, after they had declared, to the bids of a bidder that are meant.

    Who opened all bids at their opening, or sat where every bid was spoken of, need not have been in the room for these.
    """
    bids = case.once(bids_of).get(bidder, frozenset())
    if own.recused_from:
        bids = frozenset(one.id for one in bids_aside(case, own.recused_from, bidder) if one.id) or bids
    formal = case.once(opened_formally)
    acts = [one for one in case.once(acts_by_person).get(whose(case, own.person or ""), ()) if one.bid in bids]
    acts = [one for one in acts if one.words != ENTERED and one.at.path not in formal]
    acts += [one for one in sat_about(case, own, bidder) if one.confidence == "likely"]
    return all(
        one.when is not None and own.date is not None and after(case, own.date, one.when) is not False for one in acts
    )
