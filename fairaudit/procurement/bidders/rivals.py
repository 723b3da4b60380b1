"""Who competes with whom, and what became of each bid."""

from __future__ import annotations

import re
from heapq import merge

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.invited import ASKED_TO_BID, CAME_FORWARD, invited_without_a_bid, not_invited
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Award, Bid

ADMITTED = frozenset({"valid", "accepted"})
REFUSED = frozenset({"late", "rejected", "disqualified", "excluded"})
_ASKED_IN = ASKED_TO_BID | CAME_FORWARD

_LATE = late_pattern(
    r"\b(?<!not )(?<!never )(?:late|lateness|belated|belatedly|out of time)\b(?! (?:payment|fee|penalt|shift|night))"
    r"|\b(?:after|past|beyond|missed|later than) (?:the |its |their |this )?(?:\w+ ){0,3}"
    r"(?:deadline|closing|close|cut-?off|time limit)\b",
    re.IGNORECASE,
)
_ITSELF = r"(?:(?:the |its |their )?(?:bid|tender|offer|submission|proposal) (?:(?:was|is) )?)?"
_IN_VAIN = late_pattern(
    rf"\s*{_ITSELF}(?:overdue|(?:not|never) (?:received |submitted |delivered |lodged |uploaded |made |handed in |in |sent )?"
    r"(?:(?:in|on) time|(?:by|before) (?:the |its )?(?:\w+ ){0,2}(?:deadline|closing|close|cut-?off|time limit)(?: time| date)?))"
    r"(?:\s*[,(].*|\s+of\b.*)?\s*"
    r"|\s*(?:(?:the )?(?:portal|tender box|tender|box) )?(?:was |had )?closed (?:before|when|at) (?:the |its )?"
    r"(?:submission|submitting|upload|bid|tender|offer)(?: was (?:made|sent|submitted|uploaded|received))?\s*",
    re.IGNORECASE,
)
"""A bid that is late by words that are of it only where nothing else stands beside them."""
_OF_A_PART = late_pattern(
    r"\b(?:pages?|parts?|envelopes?|volumes?|annex\w*|appendi\w*|files?|versions?|copy|copies|re ?submi\w*|re ?sent|replac\w*"
    r"|revis\w*|amend\w*|first|(?<!one )(?<!a )(?<!\d )second|third|missing)\b",
    re.IGNORECASE,
)
# What else may have come late; a bid is not late because a paper that was asked for later is.
_OTHER_THAN_BIDS = late_pattern(
    r"\b(?:clarif|answer|account|certificat|referenc|document|evidence|cure|signature|invoice|payment|deliver(?:y|ies)\b"
    r"|question|form\b|tax|filing|filed|performance|contract|correct|remed|rectif|regulari[sz]|repl(?:y|ies)\b|bonds?\b|guarantee"
    r"|securit|insurance|polic|licen[cs]e|permit|proof|declaration|attorney|schedule|statement|sample|complet)",
    re.IGNORECASE,
)
_OF_THE_BID = late_pattern(
    r"\b(?:bids?|tenders?|offers?|submissions?|submitted|proposals?|uploads?|uploaded)\b", re.IGNORECASE
)


def lot_of(case: Case, lot: str | None) -> str | None:
    """Return the lot a record is about; in a tender of one lot it need not say so."""
    return lot or (case.lots[0].id if len(case.lots) == 1 else None)


def rivals_of(case: Case, bid: Bid) -> tuple[Bid, ...]:
    """Return the bids for the same lot and round, this one included, in the order of the case."""
    return contest(case, lot_of(case, bid.lot), bid.round)


def contest(case: Case, lot: str | None, round_: str | None) -> tuple[Bid, ...]:
    """Return the bids for a lot in a round, in the order of the case."""
    return case.once(_by_lot_and_round).get((lot, round_), ())


def _by_lot_and_round(case: Case) -> dict[tuple[str | None, str | None], tuple[Bid, ...]]:
    found: dict[tuple[str | None, str | None], list[Bid]] = {}
    for one in case.bids:
        found.setdefault((lot_of(case, one.lot), one.round), []).append(one)
    return {place: tuple(bids) for place, bids in found.items()}


def in_rounds(case: Case) -> bool:
    """Whether the bids came in several rounds."""
    return len(case.once(_rounds)) > 1


def _rounds(case: Case) -> frozenset[str | None]:
    return frozenset(one.round for one in case.bids)


class Mixed(Frozen):
    """The bids of a round in which some say which lot they are for, and some do not."""

    placed: tuple[Bid, ...]
    unplaced: tuple[Bid, ...]


def mixed_round(case: Case, bid: Bid) -> Mixed | None:
    """Return the bids of a round of which only some say their lot: each of the others may be for all lots, or for one."""
    return case.once(_mixed_rounds).get(bid.round)


def _mixed_rounds(case: Case) -> dict[str | None, Mixed]:
    found: dict[str | None, tuple[list[Bid], list[Bid]]] = {}
    for one in case.bids:
        found.setdefault(one.round, ([], []))[lot_of(case, one.lot) is None].append(one)
    return {key: Mixed(tuple(said), tuple(silent)) for key, (said, silent) in found.items() if said and silent}


def may_compete(case: Case, bid: Bid) -> tuple[Bid, ...]:
    """Return the bids that a bid may compete with, this one included: also those of which one does not say its lot."""
    own, mixed = rivals_of(case, bid), mixed_round(case, bid)
    if mixed is None:
        return own
    more = mixed.unplaced if lot_of(case, bid.lot) else mixed.placed
    return tuple(merge(own, more, key=lambda one: int(one.path[-1])))


def rivals_may_be_unknown(case: Case) -> bool:
    """Whether all bids on record are of one bidder, and neither `complete` nor the number in an award says that it was alone."""
    if case.holds_all("bids") or len({one.bidder or one.path for one in case.bids}) != 1:
        return False
    counted = (one for one in case.awards if one.lot is None or len(case.lots) < 2)
    return not any(one.number_of_bids == len(case.bids) for one in counted)


def lot_unsaid(case: Case, *bids: Bid) -> Bid | None:
    """Return the first of some bids that does not say its lot although another of them does."""
    silent = [one for one in bids if lot_of(case, one.lot) is None]
    return silent[0] if silent and len(silent) < len(bids) else None


def leads(case: Case, bid: Bid) -> bool:
    """Whether a bid is the first of its lot and round, where what is said about all of them is said once."""
    return rivals_of(case, bid)[0] is bid


def name_of(case: Case, bid: Bid) -> str:
    """Return the bidder's name, or what else the bid goes by."""
    if bid.bidder is not None:
        return case.party_name(bid.bidder)
    return f"the bidder of {bid.id}" if bid.id else "a bidder who is not named"


def won_by(case: Case, bid: Bid, award: Award) -> bool:
    """Whether an award went to a bid; an award that names no bid is matched by its supplier and lot."""
    if award.status in ("cancelled", "unsuccessful"):
        return False
    if award.bid is not None:
        return award.bid == bid.id
    same_lot = award.lot is None or lot_of(case, bid.lot) in (award.lot, None)
    return same_lot and any(is_of(case, bid, one) for one in award.suppliers or ())


def is_of(case: Case, bid: Bid, supplier: str) -> bool:
    """Whether a bid is a supplier's, who may stand in an award by id or, where that is no party's id, by name."""
    if bid.bidder is None or bid.bidder == supplier:
        return bid.bidder is not None
    return case.party(supplier) is None and case.party_name(bid.bidder).casefold() == supplier.casefold()


def won(case: Case, bid: Bid) -> bool:
    """Whether a bid was awarded the contract."""
    return any(won_by(case, bid, one) for one in case.awards)


def admitted(case: Case, bid: Bid) -> bool | None:
    """Whether a bid was let into the evaluation; `None` where nothing says so either way."""
    if bid.status in ADMITTED or won(case, bid):
        return True
    if bid.status is not None and bid.status != "late":
        return False
    # A bid marked late, or with no status, was let in all the same if it was ranked.
    if bid.id is not None and bid.id in case.once(_ranked):
        return True
    return False if bid.status == "late" else None


def _ranked(case: Case) -> frozenset[str | None]:
    evaluation = case.evaluation
    return frozenset({one.bid for one in evaluation.totals or ()} | {one.bid for one in evaluation.ranking or ()})


def refused(case: Case, bid: Bid) -> bool:
    """Whether a bid was turned away."""
    return bid.status in REFUSED and admitted(case, bid) is False


def refused_as_late(case: Case, bid: Bid) -> bool:
    """Whether a bid was turned away because it was late: by its status, or by the reason or defect it was refused for."""
    if not refused(case, bid):
        return False
    if bid.status == "late":
        return True
    told = [bid.reason, *(said for one in bid.defects or () for said in (one.code, one.text))]
    # What came late of a defect is its cure, unless the bid is named or nothing else tells what was wrong.
    told += [
        one.reason
        for one in bid.defects or ()
        if one.reason and (names_the_bid(one.reason) or not (one.code or one.text))
    ]
    return any(says_late(one) for one in told if one)


def names_the_bid(text: str) -> bool:
    """Whether words speak of a bid as a whole."""
    return _OF_THE_BID.search(text) is not None


def says_late(text: str) -> bool:
    """Whether words say that a bid was late, and not some other paper."""
    words = " ".join(text.replace("-", " ").replace("_", " ").split())
    return any(
        (_LATE.search(one) or _IN_VAIN.fullmatch(one)) and not _OTHER_THAN_BIDS.search(one)
        for one in re.split(r"[.;!?]", words)
    )


def late_as_a_whole(bid: Bid) -> bool:
    """Whether a bid that was refused as late was so itself for sure, and not a part of it or what was to put it right."""
    told = (bid.reason or "").replace("-", " ")
    # A bare `late` of a bid with something to be put right may be what was put right.
    named = bid.status == "late" or not bid.defects or names_the_bid(told)
    return named and not _OF_A_PART.search(told)


def bidders_known(case: Case, lots: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the ids of those who bid for some lots (none: for any), and of those registered or invited who have no bid at all.

    Who came forward and was not invited, where only those bid who are, is none of them.
    """
    everyone = {one.bidder for one in case.bids}
    found = [
        one.bidder
        for one in case.bids
        if one.bidder and (not lots or one.lot is None or one.lot in lots) and one.status != "withdrawn"
    ]
    found += [
        one.id
        for one in case.parties
        if one.id and one.id not in everyone and _ASKED_IN & {role.lower() for role in one.roles or ()}
        if not not_invited(case, one.id)
    ]
    return tuple(dict.fromkeys((*found, *invited_without_a_bid(case))))


def bidders_withdrawn(case: Case, lots: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the ids of those who were in the contest once: their only bids for some lots (none: for any) were withdrawn.

    So was who came forward and was not invited.
    """
    known = frozenset(bidders_known(case, lots))
    found = (
        one.bidder
        for one in case.bids
        if one.bidder and one.status == "withdrawn" and (not lots or one.lot is None or one.lot in lots)
    )
    turned_down = (one.id for one in case.parties if one.id and not_invited(case, one.id))
    return tuple(dict.fromkeys(one for one in (*found, *turned_down) if one not in known))


def treatment(decision: str | None) -> str | None:
    """Return whether a decision about a defect let the bid go on, turned it away, or is put in words of its own."""
    word = (decision or "").strip().lower()
    if word.startswith(("accept", "waive", "cure", "correct", "clarif", "allow", "admit")):
        return "let in"
    if word.startswith(("reject", "refuse", "disqualif", "exclud", "fail")):
        return "turned away"
    return None
