"""Which bids of a bidder a measure keeps somebody out of: all, unless it names a bid or a lot wherever it keeps them out."""

import re

from fairaudit.analysis.clauses import clauses
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.measures import keeps_out
from fairaudit.analysis.names import words
from fairaudit.checks.people.conduct.acts import Act, bids_of, meetings_of
from fairaudit.checks.people.conduct.sittings import sat_about, sittings_about
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.parties import Declaration
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.persons.identity import whose

_LINKED = late_pattern(r"[,:]\s|\s(?:and|or|nor)\s", re.IGNORECASE)
_ELSEWHERE = frozenset({"only", "except", "but", "save", "than", "apart", "besides", "instead", "remains"})
"""Words beside which a bid or a lot may be named that somebody may judge all the same."""


_TO = frozenset({"moved", "reassigned"})


def bids_kept_from(case: Case, own: Declaration, bidder: str) -> frozenset[str]:
    """Return the ids of the bids of a bidder that a measure keeps somebody out of."""
    every = case.once(bids_of).get(bidder, frozenset())
    actions = (own.mitigation.actions if own.mitigation else None) or ""
    bids = [one for one in case.bids if one.bidder == bidder and one.id]
    if not _TO.isdisjoint(words(actions)):
        # Who was moved to a lot may judge it, and is kept out of all others.
        return every - {
            one.id for one in bids if one.id and one.lot and _holds(words(actions), words(f"lot {one.lot}"))
        }
    if len(every) < 2 or not _ELSEWHERE.isdisjoint(words(actions)):
        return every
    named = {part: frozenset(one.id for one in bids if one.id and _names(case, part, one)) for part in _parts(actions)}
    kept = [named[part] for part in named if keeps_out(part)]
    return frozenset().union(*named.values()) if kept and all(kept) else every


def _parts(actions: str) -> list[str]:
    """Return what a measure says part by part: `takes no part in judging Alder and does not score B1` says two things."""
    return [part for one in clauses(actions) for part in _LINKED.split(one)]


def sat_despite(case: Case, own: Declaration, bidder: str, bids: frozenset[str]) -> list[Act]:
    """Return the meetings in which somebody sat about a bidder that are not of bids which the measure leaves to them."""
    sat, rest = sat_about(case, own, bidder), case.once(bids_of).get(bidder, frozenset()) - bids
    if not rest:
        return sat
    met = case.once(meetings_of).get(whose(case, own.person or ""), [])
    ours, theirs = (
        {one.at.path for one in sittings_about(case, own, met, bidder, sorted(some), every=False).sat}
        for some in (bids, rest)
    )
    return [one for one in sat if one.at.path in ours or one.at.path not in theirs]


def _names(case: Case, clause: str, bid: Bid) -> bool:
    said, lot = words(clause), lot_of(case, bid.lot)
    return any(_holds(said, words(one)) for one in (bid.id, f"lot {lot}" if lot else None) if one)


def _holds(said: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return bool(name) and any(said[at : at + len(name)] == name for at in range(len(said)))
