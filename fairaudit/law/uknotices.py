"""Conditions of the Procurement Act 2023 on what its notices must hold: what a contract has, so that a notice must tell it.

Much of what regulations 18 to 27 of the Procurement Regulations 2024 list is due only where it exists: lots where there are
lots, a special regime where the contract is under one.
"""

from __future__ import annotations

import re
from collections.abc import Sized

from fairaudit.law.conditions import Answer, call_off, condition, framework
from fairaudit.law.moments import ENDED
from fairaudit.law.notices import notice_kind
from fairaudit.law.uk import PACK, concession, defence, light_touch, utilities
from fairaudit.procurement.bidders.rivals import ADMITTED
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of


@condition(PACK)
def special_regime(case: Case) -> Answer:
    """A concession, defence and security, light touch or utilities contract."""
    answers = [case.once(one) for one in (light_touch, concession, defence, utilities)]
    holding = next((one for one in answers if one.holds), None)
    open_ = next((one for one in answers if one.holds is None), None)
    return holding or open_ or Answer(False, "nothing says that it is a contract under a special regime")


@condition(PACK)
def under_the_agreement(case: Case) -> Answer:
    """The United Kingdom has obligations for the contract under the agreement of reg 18(2)(m), the GPA."""
    given = case.tender.covered_by
    if given is None:
        return Answer(None, "which agreements cover the contract is not given", ("tender.covered_by",))
    holds = any(re.search(r"\bGPA\b|government procurement", one, re.IGNORECASE) for one in given)
    return Answer(holds, f"tender.covered_by names {'the agreement' if holds else 'no agreement'} of reg 18(2)(m)")


def _there(given: Sized | None, what: str, field: str) -> Answer:
    """Return whether a list of the tender holds anything."""
    if given is None:
        return Answer(None, f"whether there are {what} is not given", (field,))
    return Answer(len(given) > 0, f"there are {'' if given else 'no '}{what}")


@condition(PACK)
def with_conditions(case: Case) -> Answer:
    """There are conditions of participation (s.22)."""
    return _there(case.tender.selection_criteria, "conditions of participation", "tender.selection_criteria")


@condition(PACK)
def specified(case: Case) -> Answer:
    """There are technical specifications."""
    return _there(case.tender.specification, "technical specifications", "tender.specification")


@condition(PACK)
def lots_limited(case: Case) -> Answer:
    """The number of lots that one supplier may tender for or be awarded is limited (ss.20(7), 23(4))."""
    given = case.tender.lot_limits
    limited = given is not None and (given.maximum_bid is not None or given.maximum_awarded is not None)
    # A limit on lots is set, or it is not there: nobody states that there is none.
    return Answer(limited, f"{'a' if limited else 'no'} limit on the lots of one supplier is recorded")


@condition(PACK)
def suppliers_limited(case: Case) -> Answer:
    """No more than a number of suppliers go on to a later round (s.20(4)(a))."""
    stage = case.tender.second_stage
    if stage is None or stage.maximum_candidates is None:
        return Answer(False, "no limit on the number of suppliers is recorded")
    return Answer(True, f"no more than {stage.maximum_candidates} suppliers go on")


@condition(PACK)
def suppliers_at_least(case: Case) -> Answer:
    """No fewer than a number of suppliers are meant to go on to a later round."""
    stage = case.tender.second_stage
    if stage is None or stage.minimum_candidates is None:
        return Answer(False, "no least number of suppliers is recorded")
    return Answer(True, f"no fewer than {stage.minimum_candidates} suppliers are to go on")


@condition(PACK)
def requests_first(case: Case) -> Answer:
    """Suppliers are first asked for requests to participate (s.21(1)(b)(i))."""
    if case.tender.expression_of_interest_deadline is not None:
        return Answer(True, "suppliers first ask to take part")
    if case.holds_all("tender"):
        return Answer(False, "no deadline for requests to participate is recorded")
    return Answer(
        None, "whether suppliers first ask to take part is not given", ("tender.expression_of_interest_deadline",)
    )


@condition(PACK)
def awarded_in_an_open_framework(case: Case) -> Answer:
    """A framework is set up under an open framework (s.49)."""
    given = case.tender.framework
    set_up = case.once(framework)
    if not set_up.holds:
        return set_up
    if given is None or given.open is None:
        return Answer(None, "whether it is an open framework is not given", ("tender.framework.open",))
    return Answer(given.open, f"the framework is {'' if given.open else 'not '}an open one")


@condition(PACK)
def others_assessed(case: Case) -> Answer:
    """A tender was assessed that did not win."""
    if not case.gives("bids"):
        return Answer(None, "whether other tenders were assessed is not given", ("bids",))
    evaluation = case.evaluation
    ranked = {one.bid for one in evaluation.totals or ()} | {one.bid for one in evaluation.ranking or ()}
    live = [one for one in case.awards if one.status not in ENDED]
    winners = {one.bid for one in live} | {name for one in live if one.bid is None for name in one.suppliers or ()}
    losing = [one for one in case.bids if one.id not in winners and one.bidder not in winners]
    if any(one.status in ADMITTED or (one.id is not None and one.id in ranked) for one in losing):
        return Answer(True, "other tenders were assessed")
    unsaid = tuple(text_of((*one.path, "status")) for one in losing if one.status is None)
    if not unsaid and case.holds_all("bids"):
        return Answer(False, "no other tender was assessed")
    return Answer(None, "whether other tenders were assessed is not given", unsaid or ("completeness of bids",))


@condition(PACK)
def award_in_lots(case: Case) -> Answer:
    """The contract is awarded by reference to lots; in a call-off the lots are the framework's."""
    if case.once(call_off).holds:
        return case.once(call_off).turned()
    lots = {one.lot for one in case.awards if one.lot}
    if len(case.lots) > 1 or lots:
        return Answer(True, "awards are made by lots" if lots else f"there are {len(case.lots)} lots")
    if case.tender.lots is None:
        return Answer(None, "whether there are lots is not given", ("tender.lots",))
    return Answer(False, "there are no lots")


@condition(PACK)
def dynamic_market_set_up(case: Case) -> Answer:
    """A dynamic market is being set up, as a notice of it says (s.36)."""
    kinds = {notice_kind(one.kind) for one in case.tender.notices or ()}
    holds = any((one or "").startswith("dynamic-market") for one in kinds)
    # A dynamic market is announced by a notice; where none is listed, none is set up.
    return Answer(holds, f"{'a' if holds else 'no'} dynamic market notice is recorded")
