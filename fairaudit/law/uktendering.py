"""Conditions of the Procurement Act 2023 on tendering: whether tenders were invited, and who means to sub-contract."""

from __future__ import annotations

from fairaudit.law.conditions import Answer, condition
from fairaudit.law.moments import happened
from fairaudit.law.uk import PACK
from fairaudit.law.ukaward import conditions_bound
from fairaudit.law.uknotices import dynamic_market_set_up
from fairaudit.procurement.bidders.bidding import bidders
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of

_DRAFTS = ("template", "draft", "planned")


@condition(PACK)
def tenders_invited(case: Case) -> Answer:
    """Suppliers were invited to tender, so that the documents are no drafts any more (s.21(5))."""
    status = case.tender.status
    if status in _DRAFTS:
        return Answer(False, f"tender.status is {status}")
    if status is not None or happened(case, "tender-notice") or case.bids:
        return Answer(True, f"tender.status is {status}" if status else "tenders were invited")
    return Answer(None, "whether tenders were invited is not given", ("tender.status", "tender.published"))


@condition(PACK)
def subcontractors_intended(case: Case) -> Answer:
    """A supplier means to have others perform a part of the contract."""
    who = set(bidders(case).ids)
    competing = [one for one in case.parties if one.id in who]
    if any(one.subcontractors for one in competing):
        return Answer(True, "a supplier means to sub-contract")
    unsaid = tuple(text_of((*one.path, "subcontractors")) for one in competing if one.subcontractors is None)
    if unsaid or len(competing) < len(who) or not who:
        return Answer(None, "whether a supplier means to sub-contract is not given", unsaid or ("parties",))
    return Answer(False, "no supplier means to sub-contract")


@condition(PACK)
def conditions_or_membership_bound(case: Case) -> Answer:
    """What a supplier must meet is bound by ss.22, 46 or, for membership of a dynamic market, 36."""
    market = case.once(dynamic_market_set_up)
    return market if market.holds else case.once(conditions_bound)
